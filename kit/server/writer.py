"""Group commit: commands that wait share one transaction, and so one wait for the disk."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from kit.errors import KitError, RefusedError, StorageError
from kit.locale import N_
from kit.requests import Ack, Request
from kit.server.guesses import Guesses
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 256
FOLLOW_SECONDS = 0.05

Waiting = tuple[Request, asyncio.Future[Ack]]


class Writer:
    """Takes commands from all sockets and answers each once it is on disk.

    The event loop decides, a thread waits for the lock of other processes and for the disk. While it waits
    the state holds events that are not on disk yet: whoever shows the state must hold :attr:`lock`.
    """

    def __init__(self, workshop: Workshop, news: Callable[[Iterable[str] | None], None]) -> None:
        """Serve ``workshop``.

        Args:
            workshop: Whose journal is written.
            news: Called when another process changed it: with None when events came in, for which everyone's
                own part may be new; with nobody when only something beside the events changed.
        """
        self.workshop = workshop
        self.lock = asyncio.Lock()
        self.guesses = Guesses()
        self._news = news
        self._others = workshop.others
        self._waiting: deque[Waiting] = deque()
        self._wake = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._tasks: list[asyncio.Task[None]] = []
        self._closed = False

    def start(self) -> None:
        """Begin to write and to follow other processes."""
        self._tasks = [asyncio.create_task(self._write()), asyncio.create_task(self._follow())]

    async def stop(self) -> None:
        """Take no more, finish what waits, and stop."""
        self._closed = True
        self._wake.set()
        if self._tasks:
            writing, following = self._tasks
            following.cancel()
            await asyncio.gather(writing, following, return_exceptions=True)
        self._thread.shutdown()

    async def submit(self, request: Request) -> Ack:
        """Return when the command is on disk.

        Raises:
            RefusedError: It may not be, the disk is full, or the server stops; nothing changed. A code of
                somebody who gave too many wrong ones is not looked at.
        """
        who = request.actor.participant
        if who is not None and getattr(request.command, "code", None) is not None:
            async with self.guesses.one(who):
                return await self._queue(request)
        ack = await self._queue(request)
        if ack.participant is not None:
            self.guesses.came(ack.participant)
        return ack

    async def _queue(self, request: Request) -> Ack:
        if self._closed:
            raise broken()
        answer: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        self._wake.set()
        return await answer

    async def _write(self) -> None:
        while self._waiting or not self._closed:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                count = min(MOST_AT_ONCE, len(self._waiting))
                await self._settle([self._waiting.popleft() for _ in range(count)])

    async def _settle(self, batch: list[Waiting]) -> None:
        try:
            async with self.lock:
                outcomes = await self._transact([request for request, _ in batch])
        except KitError as error:
            LOG.error("%s", error)
            outcomes = [refusal_of(error)] * len(batch)
        except Exception:
            if len(batch) > 1:  # one of them breaks the engine: let the others not suffer for it
                for one in batch:
                    await self._settle([one])
                return
            LOG.exception("A command broke the engine; nothing of it was kept")
            outcomes = [broken()]
        self._tell_of_others()
        for (_, answer), outcome in zip(batch, outcomes, strict=True):
            if answer.done():  # its socket went away
                continue
            if isinstance(outcome, RefusedError):
                answer.set_exception(outcome)
            else:
                answer.set_result(outcome)

    async def _transact(self, requests: list[Request]) -> list[Ack | RefusedError]:
        workshop, loop = self.workshop, asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, workshop.journal.begin)
        outcomes = workshop.decide(requests)
        await loop.run_in_executor(self._thread, workshop.commit)
        return outcomes

    async def store(self, write: Callable[[], object]) -> None:
        """Put something beside the events on disk, on the journal's thread. The caller holds the lock.

        When ``write`` is called, no other process can write, and the state is up to date.

        Raises:
            StorageError: The disk is full or failing; nothing was kept.
        """
        changed = False

        def transact() -> None:
            nonlocal changed
            journal = self.workshop.journal
            journal.begin()
            try:
                changed = self.workshop.catch_up()
                write()
                journal.commit()
            finally:
                journal.rollback()

        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, transact)
        finally:
            self._tell_of_others()
            if changed:
                self._news(())

    def _tell_of_others(self) -> None:
        """Pass on what other processes wrote, also where a command of ours caught up with it first."""
        if self.workshop.others != self._others:
            self._others = self.workshop.others
            self._news(None)

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            try:
                async with self.lock:
                    changed = self.workshop.catch_up()
            except Exception:
                LOG.exception("The server could not follow the workshop file; it tries again")
                continue
            self._tell_of_others()
            if changed:
                self._news(())


def refusal_of(error: KitError) -> RefusedError:
    """Return what to tell someone whose command met this error."""
    if isinstance(error, StorageError):
        return RefusedError(
            "storage", N_("The laptop can't save this now. Keep your text, and tell the trainer.")
        )
    return broken()


def broken() -> RefusedError:
    """Return what to tell someone whose command broke something."""
    return RefusedError("internal", N_("Something went wrong here. Try again, or tell the trainer."))
