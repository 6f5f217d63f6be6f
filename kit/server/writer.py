"""Group commit: commands that wait share one transaction, and so one wait for the disk."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from kit.errors import KitError, RefusedError, StorageError
from kit.locale import N_
from kit.requests import Ack, Request
from kit.workshop import Workshop

LOG = logging.getLogger(__name__)
MOST_AT_ONCE = 256
FOLLOW_SECONDS = 0.05


class Writer:
    """Takes commands from all sockets and answers each once it is on disk.

    The event loop decides, a thread waits for the lock of other processes and for the disk. While it waits
    the state holds events that are not on disk yet: whoever shows the state must hold :attr:`lock`.
    """

    def __init__(self, workshop: Workshop, news: Callable[[], None]) -> None:
        """Serve ``workshop``; ``news`` is called when another process changed it."""
        self.workshop = workshop
        self.lock = asyncio.Lock()
        self._news = news
        self._waiting: deque[tuple[Request, asyncio.Future[Ack]]] = deque()
        self._wake = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to write and to follow other processes."""
        self._tasks = [asyncio.create_task(self._write()), asyncio.create_task(self._follow())]

    async def stop(self) -> None:
        """Finish what waits, and stop."""
        while self._waiting:
            await self._batch()
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._thread.shutdown()

    async def submit(self, request: Request) -> Ack:
        """Return when the command is on disk.

        Raises:
            RefusedError: It may not be, or the disk is full; nothing changed.
        """
        answer: asyncio.Future[Ack] = asyncio.get_running_loop().create_future()
        self._waiting.append((request, answer))
        self._wake.set()
        return await answer

    async def _write(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting:
                await self._batch()

    async def _batch(self) -> None:
        batch = [self._waiting.popleft() for _ in range(min(MOST_AT_ONCE, len(self._waiting)))]
        try:
            async with self.lock:
                outcomes = await self._transact([request for request, _ in batch])
        except KitError as error:
            LOG.error("%s", error)
            outcomes = [_storage_refusal(error)] * len(batch)
        except Exception:
            if len(batch) > 1:  # one of them breaks the engine: let the others not suffer for it
                self._waiting.extendleft(reversed(batch[1:]))
                self._waiting.appendleft(batch[0])
                await self._one_by_one(len(batch))
                return
            LOG.exception("A command broke the engine; nothing of it was kept")
            outcomes = [_broken()]
        for (_, answer), outcome in zip(batch, outcomes, strict=True):
            if answer.done():  # its socket went away
                continue
            if isinstance(outcome, RefusedError):
                answer.set_exception(outcome)
            else:
                answer.set_result(outcome)

    async def _one_by_one(self, count: int) -> None:
        for _ in range(count):
            rest = deque(self._waiting)
            first = rest.popleft()
            self._waiting = deque([first])
            await self._batch()
            self._waiting.extend(rest)

    async def _transact(self, requests: list[Request]) -> list[Ack | RefusedError]:
        workshop, loop = self.workshop, asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, workshop.journal.begin)
        outcomes = workshop.decide(requests)
        await loop.run_in_executor(self._thread, workshop.commit)
        return outcomes

    async def _follow(self) -> None:
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            try:
                async with self.lock:
                    changed = self.workshop.catch_up()
            except KitError:
                LOG.exception("The server could not follow the workshop file; it tries again")
                continue
            if changed:
                self._news()


def _storage_refusal(error: KitError) -> RefusedError:
    if isinstance(error, StorageError):
        return RefusedError(
            "storage", N_("The laptop can't save this now. Keep your text, and tell the trainer.")
        )
    return _broken()


def _broken() -> RefusedError:
    return RefusedError("internal", N_("Something went wrong here. Try again, or tell the trainer."))
