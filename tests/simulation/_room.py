"""A served workshop with simulated participants in it."""

import asyncio
import contextlib
from collections import Counter

from kit.server.app import serving
from kit.server.place import Place
from kit.simulation import demonstrate, live_address
from kit.simulation.phone import Phone
from kit.workshop import Workshop

PATIENCE = 120
FAST = 0.002


@contextlib.asynccontextmanager
async def served(path, port=0):
    if not path.exists():
        Workshop.create(path, "zonnehoek", "design-thinking-kort").close()
    async with serving(path, Place("127.0.0.1", port)) as (server, told):
        yield server, told


class Watcher:
    """A screen with the trainer's key, that can wait until the room is somewhere."""

    def __init__(self, url, key):
        self.phone = Phone(live_address(url), key=key)
        self.news = asyncio.Event()
        self.phone.on_news = self.news.set

    @property
    def room(self):
        return self.phone.shared

    async def until(self, true):
        async with asyncio.timeout(PATIENCE):
            while not true(self.room):
                self.news.clear()
                await self.news.wait()

    async def do(self, kind, **more):
        outcome = await self.phone.do({"kind": kind} | more)
        assert not outcome.code, outcome.code
        await self.until(lambda _: self.phone.seq >= outcome.seq)


@contextlib.asynccontextmanager
async def watching(server, told):
    watcher = Watcher(told.url, server.keys["trainer"])
    await watcher.phone.join()
    try:
        yield watcher
    finally:
        await watcher.phone.close()


@contextlib.asynccontextmanager
async def crowd(server, told, count=12, seed=1, *, led=True, pace=FAST, case="zonnehoek"):
    key = server.keys["trainer"] if led else None
    task = asyncio.create_task(
        demonstrate(told.url, told.code, case, count, seed, trainer_key=key, pace=pace)
    )
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def over(room):
    return room["steps"][-1]["status"] == "closed"


async def whole_programme(path, seed):
    """Let twelve people go through everything, led by the simulated trainer; return the events by kind."""
    async with served(path) as (server, told), watching(server, told) as trainer:
        async with crowd(server, told, seed=seed) as task:
            await trainer.until(over)
            await trainer.do("finish")
            async with asyncio.timeout(PATIENCE):
                await task  # they go when it is finished
        return Counter(type(entry.event).__name__ for entry in server.workshop.entries)
