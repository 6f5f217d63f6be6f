"""Serving one workshop: everything comes together here, and ends here."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import logging
import os
import signal
import ssl
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from tornado.httpserver import HTTPServer

from kit import paths
from kit.errors import InputError, KitError, StorageError, WorkshopFileError
from kit.journal.sqlite import SqliteJournal
from kit.paths import lock_of
from kit.server import downloads, network, pages, photos, slips
from kit.server.access import ROLES, Access
from kit.server.hub import Hub
from kit.server.live import HARD_LIMIT, LiveHandler, PollHandler, Polls
from kit.server.place import Place, Served
from kit.server.said import Closing
from kit.server.voila_app import LeefkitVoila, make_voila
from kit.server.writer import Writer
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
BACKUP_SECONDS = 300.0
HOST_SECONDS = 1.0


class Server:
    """One workshop on one port. :meth:`start`, then :meth:`stop`; or use :func:`serving`."""

    def __init__(self, workshop: Workshop, place: Place) -> None:
        """Make the parts; nothing listens yet."""
        self.workshop, self.place = workshop, place
        meta = workshop.journal.meta
        self.keys: dict[str, str] = meta("keys")
        self.access = Access({role: self.keys[role] for role in ROLES}, bytes.fromhex(meta("cookie_secret")))
        self.static = pages.Static(paths.static_dir(), place.theme)
        self.hub = Hub(workshop)
        self.writer = Writer(workshop, self.hub.touch)
        self.polls = Polls(self.hub, self.writer)
        self.photos = photos.Photos(self.hub, self.writer, self.access)
        self.downloads = downloads.Downloads(Path(workshop.journal.place), self.access)
        self.voila: LeefkitVoila | None = None
        self._http: HTTPServer | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._checks: list[dict[str, Any]] = []
        self._backup_at: float | None = None
        self.url = ""

    async def start(self) -> Served:
        """Listen, and return how to get in.

        Raises:
            InputError: The port is in use or may not be used, or the certificate can't be read.
        """
        place, path = self.place, Path(self.workshop.journal.place)
        tls = _tls(place)
        self.voila = make_voila(
            port=place.port, host=place.host, access=self.access, workshop_path=path,
            notebooks=paths.notebooks_dir(), extra_handlers=self._routes(), env={},
            base_settings={
                "https": place.https, "websocket_max_message_size": HARD_LIMIT, "log_function": _silent,
                "leefkit_lang": self.workshop.room.lang, "leefkit_stylesheets": self.static.themes,
            },
        )  # fmt: skip
        self._http = HTTPServer(self.voila.app, ssl_options=tls, max_body_size=HARD_LIMIT)
        port = self._listen(self._http)
        self.voila.port = port
        self.url = network.base_url(place.host, port, https=place.https)
        self._checks = network.checks(self.url, path)
        self._tell()
        self.writer.start()
        self._tasks = [
            asyncio.create_task(one) for one in (self.hub.run(self.writer), self._report(), self._back_up())
        ]
        return self._served(path)

    def _served(self, path: Path) -> Served:
        links = {role: f"{self.url}/open/{role}?key={self.keys[role]}" for role in ROLES}
        return Served(self.url, self.workshop.journal.meta("code"), str(path), os.getpid(), links)

    def _routes(self) -> list[Any]:
        parts: dict[str, Any] = {"hub": self.hub, "writer": self.writer}
        return [
            *pages.routes(self.hub, self.access, self.static),
            *photos.routes(self.photos),
            *slips.routes(self.hub, self.access),
            *downloads.routes(self.downloads),
            (r"/live", LiveHandler, parts),
            (r"/live/poll", PollHandler, {"polls": self.polls}),
        ]

    def _listen(self, server: HTTPServer) -> int:
        place = self.place
        try:
            server.listen(place.port, place.host)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                other = f"--port {place.port + 1}"
                why = f"port {place.port} is in use; close what has it, or choose another: {other}"
            elif error.errno == errno.EACCES:
                why = f"port {place.port} is not allowed; choose one above 1024: --port 8765"
            else:
                why = f"can't listen at {place.host}:{place.port} ({error.strerror}); check --host and --port"
            raise InputError(why) from error
        sockets = server._sockets.values()  # noqa: SLF001 - Tornado has no other way to ask which port 0 became
        return int(next(iter(sockets)).getsockname()[1])

    def _tell(self) -> None:
        """Tell consoles and walls of other processes what only this server knows."""
        path = Path(self.workshop.journal.place)
        info = {
            "url": self.url,
            "pid": os.getpid(),
            "connected": self.hub.connected,
            "checks": self._checks,
            "backup_at": self._backup_at,
            "disk_free_mb": network.free_mb(path) // 100 * 100,
        }
        if info != self.workshop.host:
            self.workshop.host = info
            self.workshop.journal.set_host(info)
            self.hub.touch(())

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(HOST_SECONDS)
            try:
                async with self.writer.lock:
                    self._tell()
            except (KitError, OSError) as error:  # the disk is away for a moment: phones go on
                LOG.error("%s", error)

    async def _back_up(self) -> None:
        """Copy the workshop every five minutes in which something happened; one copy, always whole."""
        path, seen = Path(self.workshop.journal.place), self.workshop.seq
        while True:
            await asyncio.sleep(BACKUP_SECONDS)
            if self.workshop.seq == seen:
                continue
            seen = self.workshop.seq
            try:
                await asyncio.to_thread(copy, path, paths.backup_of(path))
                self._backup_at = time.time()
            except KitError as error:  # the console shows how old the last copy is
                LOG.error("%s", error)

    @property
    def local_url(self) -> str:
        """The address for programs on this machine."""
        return self.voila.url if self.voila is not None else self.url

    def background(self, work: Coroutine[Any, Any, None]) -> None:
        """Let something run beside the server; it ends with it."""
        self._tasks.append(asyncio.create_task(work))

    async def stop(self) -> None:
        """Take no more, finish what waits, hang up, end the kernels."""
        if self._http is not None:
            self._http.stop()
        if self.voila is not None:
            self.voila.close_doors()
        for task in self._tasks:
            task.cancel()
        for outcome in await asyncio.gather(*self._tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                LOG.error("%s", outcome)
        await self.writer.stop()
        await self.downloads.stop()
        self.hub.close()
        self.polls.close()
        if self.voila is not None:
            await self.voila.shutdown()
        if self._http is not None:
            await self._http.close_all_connections()


def copy(path: Path, to: Path) -> None:
    """Copy a workshop while it is in use."""
    journal = SqliteJournal.open(path, read_only=True)
    try:
        journal.backup(to)
    finally:
        journal.close()


@contextlib.asynccontextmanager
async def serving(path: Path, place: Place) -> AsyncIterator[tuple[Server, Served]]:
    """Serve a workshop file for as long as the block lasts.

    Raises:
        WorkshopFileError: The file can't be used, or is being served already.
        InputError: The port or the certificate can't be used.
    """
    locked = lock_of(path)
    lock = FileLock(locked)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        message = f"{path}: this workshop is open already in another window; use that one, or close it first"
        raise WorkshopFileError(message) from error
    except OSError as error:
        message = f"{path}: this file, or its folder, is read-only; copy it to a folder where you may write"
        raise WorkshopFileError(message) from error
    try:
        with Workshop.open(path) as workshop:
            server = Server(workshop, place)
            try:
                yield server, await server.start()
            finally:
                await server.stop()
                with contextlib.suppress(StorageError):  # the next end tries again
                    photos.sweep(workshop)
    finally:
        # While it is still held: who opened the old one sees that it is gone, and two can't both have it.
        with contextlib.suppress(OSError):
            locked.unlink()
        lock.release()


async def serve(path: Path, place: Place, ready: Callable[[Server, Served], None]) -> None:
    """Serve a workshop until the process is asked to stop (Ctrl+C, or a termination signal).

    It stays deaf to both afterwards: all that is left to do then is to say that it stopped.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stop.set)
        except NotImplementedError:  # Windows: Ctrl+C arrives as KeyboardInterrupt
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(stop.set))
    async with serving(path, place) as (server, served):
        # What is loaded by now stays: looking through it for garbage would hold up every phone for 0.1 s.
        gc.collect()
        gc.freeze()
        ready(server, served)
        await stop.wait()
    for name in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.remove_signal_handler(name)  # else the loop gives the signal back to Python when it closes
        signal.signal(name, signal.SIG_IGN)


def _tls(place: Place) -> ssl.SSLContext | None:
    if place.certfile is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(place.certfile, place.keyfile)
    except (OSError, ssl.SSLError) as error:
        message = f"{place.certfile}: is no certificate that can be used ({error}); give PEM files"
        raise InputError(message) from error
    return context


def _silent(handler: Any) -> None:
    """Keep no access log: an address and a time would point at a person. Only our own failures are told."""
    if handler.get_status() >= 500 and not isinstance(handler, Closing):
        LOG.error("%s %s: %s", handler.request.method, handler.request.path, handler.get_status())
