"""The routes of the files that the results screen offers: a figure, the table behind it, and all of it."""

from __future__ import annotations

import asyncio
import logging
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar
from urllib.parse import quote

from tornado.iostream import StreamClosedError
from tornado.web import HTTPError

from kit.errors import InputError, KitError
from kit.locale import N_
from kit.report import bundle
from kit.server.access import Access
from kit.server.said import LANGS, SaidHandler, lang_of, page
from kit.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

LOG = logging.getLogger(__name__)
Made = TypeVar("Made")
EVERYTHING: Final = "alles.zip"
TYPES: Final = {".svg": "image/svg+xml", ".csv": "text/csv; charset=utf-8"}
MOST_WAITING: Final = 8
"""Files that are asked for at once; whoever asks for more hears to try again."""
PIECE: Final = 1 << 18
"""Bytes that are read from the disk at a time."""

_GONE = (
    N_("This file is not there (any more)."),
    N_("Go back to the results. A figure comes when its step is closed."),
)
_BUSY = (N_("Other files are being made."), N_("Wait a moment, then ask for it again."))
_FULL = (
    N_("The laptop can't make this file now: its disk may be full."),
    N_("Ask the trainer to make room, then try again. Nothing of the workshop is lost."),
)
_FAILED = (N_("This file could not be made."), N_("Go back and try again, or tell the trainer."))


class BusyError(Exception):
    """Too many files are asked for at once."""


class Downloads:
    """Makes the files, one at a time, on a thread with a look of its own at the workshop.

    The event loop and the state that phones see are not touched: a hall goes on voting meanwhile.
    """

    def __init__(self, path: Path, access: Access) -> None:
        """Serve the workshop of this file to those who may open its results."""
        self.path, self.access = path, access
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="downloads")
        self._reader: Workshop | None = None
        self._waiting = 0

    async def figure(self, name: str, lang: str) -> bytes | None:
        """Return a drawing or a table by the name of its file, None where there is none."""
        return await self._do(lambda workshop: bundle.drawings(workshop.room, lang).get(name))

    @asynccontextmanager
    async def everything(self) -> AsyncIterator[BinaryIO]:
        """Make the ZIP, give it to be read, and delete it."""
        path = await self._do(_packed)
        try:
            with await asyncio.to_thread(path.open, "rb") as book:
                yield book
        finally:
            path.unlink(missing_ok=True)

    async def _do(self, make: Callable[[Workshop], Made]) -> Made:
        if self._waiting >= MOST_WAITING:
            message = "too many files are asked for at once; ask again in a moment"
            raise BusyError(message)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._look, make)
        finally:
            self._waiting -= 1

    def _look(self, make: Callable[[Workshop], Made]) -> Made:
        """Make something of the workshop as it is now; in the thread."""
        if self._reader is None:
            self._reader = Workshop.open(self.path, read_only=True)
        try:
            self._reader.catch_up()
            return make(self._reader)
        except BaseException:
            self._leave()  # the next one begins with a fresh look
            raise

    def _leave(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    async def stop(self) -> None:
        """Finish what is being made, and let go of the workshop."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._leave)
        self._thread.shutdown()


def _packed(workshop: Workshop) -> Path:
    handle, name = tempfile.mkstemp(prefix="leefkit-", suffix=".zip")
    os.close(handle)
    path = Path(name)
    try:
        bundle.pack(workshop, path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


class DownloadHandler(SaidHandler):
    """``GET /results/NAME``: a file for who may open the results."""

    gone = False

    def initialize(self, downloads: Downloads) -> None:
        """Take what makes the files."""
        self.downloads = downloads

    def on_connection_close(self) -> None:
        """Note that whoever asked went away."""
        self.gone = True
        super().on_connection_close()

    async def get(self, name: str) -> None:
        """Send a file, or say why there is none."""
        if not self.downloads.access.may_open(self, "results"):
            raise HTTPError(403)
        try:
            await (self._everything() if name == EVERYTHING else self._figure(name))
        except BusyError:
            self.say(429, *_BUSY)
        except InputError as error:  # a workshop file of others, with names that lead elsewhere
            LOG.error("%s", error)
            self.refuse(500, *_FAILED)
        except (KitError, OSError) as error:
            LOG.error("%s", error)
            self.refuse(507, *_FULL)

    async def _figure(self, name: str) -> None:
        folder = "" if "/" in name else "figures/"
        body = await self.downloads.figure(f"{folder}{name}", self._lang())
        if body is None:
            self.say(404, *_GONE)
            return
        self._head(TYPES[Path(name).suffix], Path(name).name)
        # Opened by itself, an SVG is a page: nothing in it may run or load.
        self.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        self.finish(body)

    async def _everything(self) -> None:
        async with self.downloads.everything() as book:
            self._head("application/zip", f"{self.downloads.path.stem}.zip")
            self.set_header("Content-Length", str(os.fstat(book.fileno()).st_size))
            with suppress(StreamClosedError):
                while not self.gone and (piece := await asyncio.to_thread(book.read, PIECE)):
                    self.write(piece)
                    await self.flush()  # no more in memory than the visitor takes
                if not self.gone:
                    self.finish()

    def _lang(self) -> str:
        asked = self.get_query_argument("lang", "")
        return asked if asked in LANGS else lang_of(self)

    def _head(self, kind: str, name: str) -> None:
        plain = name.encode("ascii", "replace").decode().replace('"', "'").replace("?", "_")
        self.set_header("Content-Type", kind)
        self.set_header("Cache-Control", "no-store")
        self.set_header(
            "Content-Disposition", f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
        )

    def refuse(self, status: int, what: str, todo: str) -> None:
        """Say what went wrong; unlike a page, a file does not ask for itself again."""
        if self._headers_written:  # half of it is out: the length tells that it is not whole
            self.request.connection.close()  # type: ignore[union-attr]
            return
        self.clear()
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(page(lang_of(self), what, todo))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer an error that was raised."""
        if status_code >= 500:
            self.refuse(status_code, *_FAILED)
        else:
            super().write_error(status_code, **kwargs)


def routes(downloads: Downloads) -> list[tuple[Any, ...]]:
    """Return the route of this module."""
    parts = {"downloads": downloads}
    return [
        (rf"/results/({EVERYTHING.replace('.', '[.]')})", DownloadHandler, parts),
        (r"/results/((?:charts/)?[^/]{1,200}[.](?:svg|csv))", DownloadHandler, parts),
    ]
