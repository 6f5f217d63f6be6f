"""A simulated trainer, who leads the programme until a person does."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable
from typing import Any

from kit.activities import REGISTRY
from kit.activities.mind import Mind
from kit.simulation.crowd import Crowd
from kit.simulation.phone import Phone
from kit.simulation.rounds import round_of

LOOK_SECONDS = 8.0
WORK_SECONDS = 36.0
MOST_WAIT_SECONDS = 30.0
READ_SECONDS = 15.0
ANY = "*"
"""Stands for every code of a refusal."""


class _SomeoneElseLeads(Exception):  # noqa: N818 - no error: it ends the lead
    """The room moved in a way that was not ours."""


class Lead:
    """Goes through the programme, step by step. Whoever touches the console takes over for good."""

    def __init__(self, phone: Phone, crowd: Crowd, pace: float = 1.0) -> None:
        """Lead ``crowd`` from ``phone``, which holds the trainer's key."""
        self.phone, self.crowd, self.pace = phone, crowd, pace
        self._news = asyncio.Event()
        self._left: tuple[Any, ...] = ()

    async def run(self) -> None:
        """Lead for as long as nobody else does.

        Raises:
            InputError: The server went away for good.
        """
        self.phone.on_news = self._news.set
        await self.phone.join()
        try:
            await self._programme()
        except _SomeoneElseLeads:
            pass
        finally:
            await self.phone.close()

    async def _programme(self) -> None:
        self._left = self._as_it_is()
        if self.phone.shared["state"] != "waiting":
            return
        await self._unless_led(self.crowd.all_here())
        for line in [one for one in self.phone.shared["steps"] if not one["skipped"]]:
            await self._step(str(line["id"]))

    async def _step(self, step: str) -> None:
        await self._do("go_to", step)
        # What is only read can't be opened, nor a vote on nothing. Whoever else leads is seen at once.
        if not await self._do("open", step, fine=ANY):
            await self._pause(LOOK_SECONDS)
            return
        await self._pause(WORK_SECONDS)
        now = round_of(self.phone.shared)
        await self._unless_led(self.crowd.settled(step, now), MOST_WAIT_SECONDS)
        await self._lead(step)
        if self.phone.shared["step"]["can_hide"]:
            await self._do("reveal", step)
            await self._pause(READ_SECONDS)
        await self._do("close", step, fine="not_open")  # the lead of an activity may have done so
        await self._pause(READ_SECONDS)

    async def _lead(self, step: str) -> None:
        """Do what the step's activity has a simulated trainer do before the step is closed."""
        activity = REGISTRY.activities.get((self.phone.shared.get("view") or {}).get("activity", ""))
        mind = Mind(random.Random(step))  # noqa: S311 - no secret
        for command in activity.lead(self._look, mind) if activity else ():
            await self._send({"step": step, **command})
            if self.phone.shared["step"]["status"] != "open":
                continue
            await self._pause(WORK_SECONDS)
            now = round_of(self.phone.shared)
            await self._unless_led(self.crowd.settled(step, now), MOST_WAIT_SECONDS)

    def _look(self) -> tuple[dict[str, Any], dict[str, Any]]:
        return self.phone.shared.get("view") or {}, self.phone.mine.get("view") or {}

    def _as_it_is(self) -> tuple[Any, ...]:
        """Return all that a trainer can move."""
        shared = self.phone.shared
        steps = [(one["id"], one["status"], one["revealed"], one["now"]) for one in shared["steps"]]
        timer = shared["step"] and shared["step"]["timer"]
        teams = [one["name"] for one in shared["teams"]]
        last = shared["console"]["undo"]
        return (steps, timer, teams, last, shared["attention"], shared["message"], shared["state"])

    def _must_lead(self) -> None:
        if self._as_it_is() != self._left:
            raise _SomeoneElseLeads

    async def _do(self, kind: str, step: str, fine: str = "") -> bool:
        """Do something as the trainer; return whether it was done, or refused for a reason that is fine."""
        return await self._send({"kind": kind, "step": step}, fine)

    async def _send(self, command: dict[str, Any], fine: str = "") -> bool:
        self._must_lead()
        outcome = await self.phone.do(command)
        if outcome.code:
            if fine in {outcome.code, ANY}:
                return False
            raise _SomeoneElseLeads  # it was done already, or can't be any more
        while self.phone.seq < outcome.seq:
            self._news.clear()
            await self._news.wait()
        self._left = self._as_it_is()
        return True

    async def _pause(self, seconds: float) -> None:
        await self._unless_led(asyncio.sleep(seconds * self.pace))

    async def _unless_led(self, work: Awaitable[None], most: float | None = None) -> None:
        """Wait for something, at most some seconds; stop as soon as someone else leads."""
        waiting = asyncio.ensure_future(work)
        end = None if most is None else asyncio.get_running_loop().time() + most
        try:
            while not waiting.done():
                self._must_lead()
                self._news.clear()
                news = asyncio.ensure_future(self._news.wait())
                left = None if end is None else max(0.0, end - asyncio.get_running_loop().time())
                await asyncio.wait({waiting, news}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                news.cancel()
                if end is not None and asyncio.get_running_loop().time() >= end:
                    return
        finally:
            waiting.cancel()
