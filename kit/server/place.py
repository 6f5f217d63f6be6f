"""Where a workshop is served, and what the trainer must know of it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec


class Place(msgspec.Struct, frozen=True):
    """Where to listen."""

    host: str = "0.0.0.0"  # noqa: S104 - phones must be able to reach the laptop
    port: int = 8765
    certfile: Path | None = None
    keyfile: Path | None = None
    theme: Path | None = None

    @property
    def https(self) -> bool:
        """Whether the traffic is encrypted."""
        return self.certfile is not None


class Served(msgspec.Struct, frozen=True):
    """What the trainer must know once the port listens."""

    url: str
    code: str
    workshop: str
    pid: int
    links: dict[str, str]


def write_ready(file: Path, served: Served) -> None:
    """Write the ready file, whole at once: a reader never sees half of it."""
    part = file.with_name(file.name + ".part")
    part.write_text(json.dumps(msgspec.to_builtins(served)), encoding="utf-8")
    part.replace(file)
