"""How phones reach this laptop, and whether they can."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path
from typing import Any

from kit.locale import N_, translate
from kit.model.base import LANGS

LEAST_FREE_MB = 200


def address() -> str:
    """Return the address of this machine on its network; the loopback address when it has none.

    Nothing is sent: connecting a datagram socket only makes the system choose the way out.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def base_url(host: str, port: int, *, https: bool = False) -> str:
    """Return the address that phones should use."""
    name = address() if host in {"", "0.0.0.0", "::"} else host  # noqa: S104 - asked for by the trainer
    name = f"[{name}]" if ":" in name else name
    return f"{'https' if https else 'http'}://{name}:{port}"


def free_mb(path: Path) -> int:
    """Return the room left on the disk of ``path``, in MB of 10⁶ bytes."""
    return shutil.disk_usage(path.parent).free // 1_000_000


def checks(url: str, path: Path) -> list[dict[str, Any]]:
    """Return the checklist before the start: ``id``, ``state`` (ok, warn, fail) and ``text`` by language."""
    local = "//127." in url or "//localhost" in url or "//[::1]" in url
    room = free_mb(path)
    found = [
        (
            "network",
            "warn" if local else "ok",
            N_("Only this laptop can join at {url}. Connect it to the Wi-Fi of the room.")
            if local
            else N_("Phones on the same Wi-Fi can join at {url}."),
        ),
        (
            "disk",
            "ok" if room >= LEAST_FREE_MB else "fail",
            N_("There is room on the disk: {room} MB.")
            if room >= LEAST_FREE_MB
            else N_("The disk is almost full: {room} MB left. Make room first."),
        ),
        ("file", "ok", N_("Everything is saved in {file}.")),
        ("case", "ok", N_("The case and the programme are complete.")),
    ]
    values = {"url": url, "room": room, "file": path.name}
    return [
        {"id": name, "state": state, "text": {lang: translate(text, lang).format(**values) for lang in LANGS}}
        for name, state, text in found
    ]
