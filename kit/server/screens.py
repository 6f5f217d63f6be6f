"""The page of a Voilà screen: one notebook, run by a kernel of its own while the page goes out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from html import escape
from pathlib import Path
from typing import Any, Final

import nbformat
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from voila.notebook_renderer import NotebookRenderer

from kit.locale import N_, translate
from kit.server.kernels import ScreenKernels
from kit.server.said import SaidHandler, lang_of

log = logging.getLogger(__name__)

NOW: Final = "<!--now-->"
"""Stands in the template where the page so far must go out."""

TITLES: Final = {
    "trainer": N_("Trainer's console"),
    "team": N_("Team table"),
    "wall": N_("Wall"),
    "results": N_("Results"),
}

SAY: Final = {
    "again": N_("Try again"),
    "failed": N_("This screen did not start."),
    "no_script": N_("This screen needs JavaScript. Turn it on and reload the page."),
    "offline": N_("No connection for a moment, your work is kept"),
    "restarting": N_("The screen starts again, your work is kept"),
    "simple": N_("Open the simple version of this screen"),
    "starting": N_("The screen is starting…"),
}


_BROKEN_OFF: Final = """</div><p class="leefkit-failed" role="alert">{failed}</p>
<script>document.getElementById("loading").hidden = true;</script></body></html>
"""


class Renderer(NotebookRenderer):  # type: ignore[misc]
    """Turns one notebook into a page, with a kernel of its own.

    Args:
        kernels: Where the kernel comes from.
        role: The role that the kernel will belong to.
        env: The kernel's environment.
        page: What the template wants to know of the page.
    """

    def __init__(
        self, *, kernels: ScreenKernels, role: str, env: dict[str, str], page: dict[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.kernels = kernels
        self.role = role
        self.env = env
        self.page = page
        self.kernel_id = ""
        self.executor: Any = None

    async def load_notebook(self, path: str) -> Any:
        """Read the notebook from the disk, whatever kernel it was written with."""
        source = await asyncio.to_thread(Path(path).read_text, "utf-8")
        notebook = nbformat.reads(source, as_version=4)  # type: ignore[no-untyped-call]
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        return notebook

    def pieces(self) -> AsyncIterator[tuple[str, Any]]:
        """Return the page in pieces. The kernel starts when the page gets there."""
        pieces: AsyncIterator[tuple[str, Any]] = self.generate_content_generator()
        return pieces

    async def initialize(self, **kwargs: Any) -> None:
        """Read the notebook and make ready to render it, with ``page`` for the template."""
        await super().initialize(**kwargs)
        self.resources["page"] = self.page

    async def _jinja_kernel_start(self, nb: Any, **_none_yet: None) -> str:
        try:
            return await self._start(nb)
        except (RuntimeError, OSError):
            log.warning("the kernel of %s did not start; trying once more", self.role, exc_info=True)
            return await self._start(nb)

    async def _start(self, nb: Any) -> str:
        async with self.kernels.starting:
            self.kernel_id = await self.kernels.start_for(self.role, self.env)
            try:
                kernel = self.kernels.get_kernel(self.kernel_id)
                await super()._jinja_kernel_start(nb, self.kernel_id, kernel)
            except (RuntimeError, OSError):
                await self.close(end=True)
                raise
        return self.kernel_id

    async def close(self, *, end: bool) -> None:
        """Let go of the kernel, or ``end`` it because nobody will look at it."""
        if self.executor is not None and self.executor.kc is not None:
            await self._cleanup_resources()
            self.executor = None
        if end and self.kernel_id and not self.kernels.closing:  # else all end together
            self.kernels.end(self.kernel_id)


class ScreenHandler(SaidHandler):
    """``GET /voila/render/ROLE.ipynb``: the page, sent as it comes about."""

    def initialize(self, host: Any) -> None:
        """Take the application: access, kernels, assets and notebooks."""
        self.host = host
        self.gone = False

    def on_connection_close(self) -> None:
        """Note that the visitor left before the page was complete."""
        self.gone = True
        super().on_connection_close()

    async def get(self, role: str) -> None:
        """Answer the page, or 403 for a browser without the cookie of ``role``."""
        with self.host.rendering(self):
            await self._render(role)

    async def _render(self, role: str) -> None:
        if not self.host.access.may_open(self, role):
            raise HTTPError(403)
        page = self._page(role)
        renderer = self.host.renderer(role, page, self.get_query_argument("team", ""))
        try:
            await renderer.initialize()
        except FileNotFoundError as error:
            log.error("the notebook %s is missing: put it back, or open /page/%s", error.filename, role)
            raise HTTPError(404) from error
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", _policy(self.request.host))
        try:
            await self._send(renderer)
        except StreamClosedError:
            self.gone = True
        except Exception:
            if not self.host.kernels.closing:  # else its kernel ends, or never started
                raise
            self.gone = True
        finally:
            await renderer.close(end=self.gone)

    def send_error(self, status_code: int = 500, **kwargs: Any) -> None:
        """Say that the screen failed, also when half of it has gone out already."""
        if self._headers_written and not self._finished:
            failed = escape(translate(SAY["failed"], lang_of(self)))
            self.finish(_BROKEN_OFF.format(failed=failed))
        else:
            super().send_error(status_code, **kwargs)

    async def _send(self, renderer: Renderer) -> None:
        async for piece, _resources in renderer.pieces():
            if self.gone:
                return
            self.write(piece)
            if NOW in piece:
                await self.flush()

    def _page(self, role: str) -> dict[str, Any]:
        lang = lang_of(self)
        return {
            "lang": lang,
            "title": f"{translate(TITLES[role], lang)} | Leefkit",
            "say": {name: translate(text, lang) for name, text in SAY.items()},
            "address": self.request.uri,
            "simple": f"/page/{role}" + (f"?{self.request.query}" if self.request.query else ""),
        }


def _policy(host: str) -> str:
    """Return a policy that keeps a browser from asking anything of another machine."""
    return "; ".join(
        [
            "default-src 'self' 'unsafe-inline' blob: data:",
            # Safari before 15.4 does not count websockets as 'self'.
            f"connect-src 'self' ws://{host} wss://{host}",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
            "object-src 'none'",
        ]
    )
