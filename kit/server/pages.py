"""The light pages: the phone's, and every screen without a kernel."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from tornado.web import HTTPError, RequestHandler

from kit import __version__
from kit.server.access import ROLES, Access
from kit.server.hub import Hub
from kit.server.said import SaidHandler, lang_of

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
THEME = "theme.css"
"""What a municipality's own style sheet is called here, whatever the file is called."""
CHUNK = re.compile(r"[\w-]+-[A-Z0-9]{8}\.js")
"""A part of a bundle, as the build names it."""
FOR_EVER = "public, max-age=31536000, immutable"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
VIEWPORT = "width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="{viewport}">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:image/svg+xml,{icon}">
{sheets}
<script type="module" src="{js}"></script>
</head>
<body><div id="app"{data}></div><noscript>{noscript}</noscript></body>
</html>
"""
ICON = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%23134e5e'/%3E%3Cpath d='M4 3h3v7h5v3H4z' fill='%23f6b73c'/%3E%3C/svg%3E"  # noqa: E501 - one address
NOSCRIPT = "Leefkit heeft JavaScript nodig: zet het aan. / Leefkit needs JavaScript: please switch it on."


class Static:
    """The built front end, compressed once, under names that change with the content."""

    def __init__(self, folder: Path, theme: Path | None = None) -> None:
        """Read ``folder``, and the theme."""
        self._files: dict[str, tuple[str, bytes, bytes]] = {}
        self._urls: dict[str, str] = {}
        self._theme = THEME if theme else None
        files = {file.name: file for file in sorted(folder.glob("*.*")) if file.suffix in TYPES}
        for plain, file in {**files, **({THEME: theme} if theme else {})}.items():
            content = file.read_bytes()
            stem, suffix = plain.rsplit(".", 1)
            name = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
            self._files[name] = (TYPES[f".{suffix}"], content, gzip.compress(content, 9, mtime=0))
            self._urls[plain] = f"/static/{name}"
            if CHUNK.fullmatch(plain):  # its name goes by its content already, and others ask for it by that
                self._files[plain] = self._files.pop(name)
                self._urls[plain] = f"/static/{plain}"

    def url(self, name: str) -> str:
        """Return the address of a file by its plain name."""
        return self._urls.get(name, f"/static/{name}")

    @property
    def themes(self) -> list[str]:
        """The addresses of style sheets with a municipality's own design tokens, to be loaded after ours."""
        return [self.url(self._theme)] if self._theme else []

    def get(self, name: str) -> tuple[str, bytes, bytes] | None:
        """Return type, content and compressed content."""
        return self._files.get(name)

    def page(self, script: str, lang: str, data: dict[str, str]) -> bytes:
        """Return a page that starts ``script``."""
        attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in data.items())
        sheets = "\n".join(
            f'<link rel="stylesheet" href="{url}">' for url in (self.url(f"{script}.css"), *self.themes)
        )
        text = PAGE.format(viewport=VIEWPORT,
            lang=lang, title="Leefkit", icon=ICON, noscript=NOSCRIPT, data=attributes,
            js=self.url(f"{script}.js"), sheets=sheets,
        )  # fmt: skip
        return text.encode()


class PageHandler(SaidHandler):
    """``/`` and ``/j/CODE``: the join page, and the participant's screen after joining."""

    def initialize(self, static: Static) -> None:
        """Take the parts from the application."""
        self.static = static

    def get(self, code: str = "") -> None:
        """Send the page."""
        send_page(self, self.static.page("phone", lang_of(self), {"code": code}))


class ScreenHandler(SaidHandler):
    """``/page/ROLE``: a screen without a kernel, for holders of that role's link."""

    def initialize(self, static: Static, access: Access, hub: Hub) -> None:
        """Take the parts from the application."""
        self.static, self.access, self.hub = static, access, hub

    def get(self, role: str) -> None:
        """Send the page, with the key that its socket will say hello with."""
        if role not in ROLES:
            raise HTTPError(404)
        if not self.access.may_open(self, role):
            raise HTTPError(403)
        key = self.hub.workshop.journal.meta("keys")[role]
        data = {"role": role, "key": key, "team": self.get_query_argument("team", "")}
        send_page(self, self.static.page("screens", lang_of(self), data))


class StaticHandler(SaidHandler):
    """``/static/NAME``: a built file, cached for ever."""

    def initialize(self, static: Static) -> None:
        """Take the parts from the application."""
        self.static = static

    def get(self, name: str) -> None:
        """Send the file."""
        found = self.static.get(name)
        if found is None:
            raise HTTPError(404)
        kind, content, packed = found
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", FOR_EVER)
        send(self, content, packed)


class HealthHandler(RequestHandler):
    """``/healthz``: is the server there, and how far is the workshop?"""

    def initialize(self, hub: Hub) -> None:
        """Take the parts from the application."""
        self.hub = hub

    def get(self) -> None:
        """Answer; never cached."""
        workshop = self.hub.workshop
        answer: dict[str, Any] = {
            "status": "ok",
            "version": __version__,
            "workshop": workshop.journal.meta("workshop"),
            "connected": self.hub.connected,
            "seq": workshop.seq,
        }
        self.set_header("Cache-Control", "no-store")
        self.finish(answer)


def send_page(handler: RequestHandler, page: bytes) -> None:
    """Send a page of our own: never cached, so that a new version is seen at once."""
    handler.set_header("Content-Type", "text/html; charset=utf-8")
    handler.set_header("Content-Security-Policy", POLICY)
    handler.set_header("Cache-Control", "no-cache")
    send(handler, page, _packed(page))


@lru_cache(maxsize=64)
def _packed(page: bytes) -> bytes:
    """Return a page compressed; a whole hall asks for the same one."""
    return gzip.compress(page, 6, mtime=0)


def send(handler: RequestHandler, content: bytes, packed: bytes) -> None:
    """Send bytes, compressed for a browser that takes it."""
    handler.set_header("Vary", "Accept-Encoding")
    handler.set_header("X-Content-Type-Options", "nosniff")
    handler.set_header("Referrer-Policy", "no-referrer")
    if "gzip" in handler.request.headers.get("Accept-Encoding", ""):
        handler.set_header("Content-Encoding", "gzip")
        content = packed
    handler.finish(content)


def routes(hub: Hub, access: Access, static: Static) -> list[tuple[Any, ...]]:
    """Return the routes of this module.

    Args:
        hub: Whose workshop it is.
        access: Who may open which screen.
        static: The built front end.
    """
    return [
        (r"/", PageHandler, {"static": static}),
        (r"/j/([A-Za-z0-9]{1,12})", PageHandler, {"static": static}),
        (r"/page/([a-z]+)", ScreenHandler, {"static": static, "access": access, "hub": hub}),
        (r"/static/([\w.-]+)", StaticHandler, {"static": static}),
        (r"/healthz", HealthHandler, {"hub": hub}),
    ]
