"""The simulated participants together: they come in, follow the room, write, vote and press ready."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Coroutine
from typing import Any

from kit.activities import REGISTRY
from kit.activities.base import Activity
from kit.activities.mind import Look, Mind
from kit.model.cards import AddCard
from kit.simulation.phone import Phone
from kit.simulation.script import Contribution, Script

JOIN_SECONDS = 6.0
WRITE_SECONDS = 30.0
"""A step's texts are all there after about this long."""
GAP_SECONDS = (0.4, 2.5)
THINK_SECONDS = (3.0, 22.0)
MORE_SECONDS = (2.0, 6.0)
AWAY_SECONDS = (0.3, 2.0)
LOSES_CONNECTION = 0.08
PRESSES_READY = 0.9
GIVES_NAME = 0.6


class Person:
    """One participant."""

    def __init__(self, number: int, organisation: str, name: str | None, phone: Phone) -> None:
        """Give number ``number`` a phone."""
        self.number, self.organisation, self.name, self.phone = number, organisation, name, phone
        self.here = False
        self.step: str | None = None
        self.work: asyncio.Task[None] | None = None
        self.done: set[str] = set()

    @property
    def open_step(self) -> str | None:
        """The step that takes input now, as this phone knows."""
        step = self.phone.shared.get("step")
        return str(step["id"]) if step and step["status"] == "open" else None

    @property
    def team(self) -> str | None:
        """The table this participant sits at."""
        me = self.phone.mine.get("me") or {}
        return me.get("team")


class Crowd:
    """All participants.

    Texts are written one after another by whoever the plan says, so that the same seed gives the same cards;
    votes come from everyone at once.
    """

    def __init__(
        self, address: str, code: str, script: Script, count: int, *, seed: int, pace: float = 1.0
    ) -> None:
        """Prepare ``count`` participants; :meth:`join` brings them in."""
        self.script, self.seed, self.pace = script, seed, pace
        rng = self._rng("people")
        self._organisations = script.people(count, rng)
        names = rng.sample(script.names, len(script.names))
        self.people = [
            Person(
                n,
                one,
                names.pop() if names and rng.random() < GIVES_NAME else None,
                Phone(address, code=code),
            )
            for n, one in enumerate(self._organisations)
        ]
        self._own = {one: frozenset(script.texts_of(one)) for one in self._organisations}
        self._plans: dict[str, list[Contribution]] = {}
        self._writing: tuple[str, asyncio.Task[None]] | None = None
        self._written: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self._all_here, self._over, self._somebody_done = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._tasks: set[asyncio.Task[None]] = set()
        self._full: set[tuple[str, str | int]] = set()
        self._seq = 0

    def _rng(self, *what: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *what))))  # noqa: S311 - no secret

    async def think(self, seconds: float) -> None:
        """Take some time."""
        await asyncio.sleep(seconds * self.pace)

    def _begin(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let something run; should it break, so does the whole crowd."""

        def ended(task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            if not task.cancelled() and (error := task.exception()) and not self._broken.done():
                self._broken.set_exception(error)

        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(ended)
        return task

    async def join(self) -> None:
        """Come in one after another, then stay.

        Raises:
            InputError: There is no such workshop, or it went away for good.
        """
        for person in self.people:
            person.phone.on_news = lambda person=person: self._follow(person)  # type: ignore[misc]
            await person.phone.join(patient=person is not self.people[0])
            profile = {"kind": "set_profile", "organisation": person.organisation, "name": person.name}
            await person.phone.do(profile)
            person.here = True
            self._follow(person)
            await self.think(self._rng(person.number).uniform(0, 2 * JOIN_SECONDS / len(self.people)))
        self._all_here.set()
        await asyncio.gather(self._broken, *(person.phone.staying() for person in self.people))

    async def all_here(self) -> None:
        """Wait until everyone has come in."""
        await self._all_here.wait()

    async def finished(self) -> None:
        """Wait until the workshop is over."""
        await self._over.wait()

    async def settled(self, step: str) -> None:
        """Wait until nobody has anything more to add to a step."""
        while not all(step in person.done for person in self.people if person.here):
            self._somebody_done.clear()
            await self._somebody_done.wait()

    async def close(self) -> None:
        """Leave, all of them."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(person.phone.close() for person in self.people))
        if not self._broken.cancel() and not self._broken.cancelled():
            self._broken.exception()  # whoever waited for it was told

    def _follow(self, person: Person) -> None:
        """A phone has news: take part in the step that is open, leave one that is not."""
        step = person.open_step
        if person.phone.shared.get("state") == "finished":
            self._over.set()
        if not person.here:
            return
        if person.phone.seq >= self._seq:
            self._seq = person.phone.seq
            self._write_for(step, person)
        if step == person.step:
            return
        person.step = step
        if person.work is not None:
            person.work.cancel()
        person.work = self._begin(self._take_part(person, step)) if step else None

    def _write_for(self, step: str | None, person: Person) -> None:
        if self._writing is not None and self._writing[0] != step:
            self._writing[1].cancel()
            self._writing = None
        if step and self._writing is None and _takes_cards(person):
            self._writing = step, self._begin(self._write(step))

    async def _write(self, step: str) -> None:
        """Put down what the plan says, text by text; after an interruption, go on with what is left."""
        rng = self._rng(step, "writing")
        plan = self._plans.setdefault(step, self._plan(step))
        shortest, longest = GAP_SECONDS
        gap = min(longest, max(shortest, WRITE_SECONDS / max(1, len(plan))))
        while plan:
            await self.think(gap * rng.uniform(0.5, 1.5))
            lose = self.pace * rng.uniform(*AWAY_SECONDS) if rng.random() < LOSES_CONNECTION else 0.0
            await self._put(step, plan.pop(0), lose)
        self._written[step].set()

    async def _put(self, step: str, text: Contribution, lose: float) -> None:
        """Let the planned writer put a text down, or someone else where that one may write no more."""
        first = self.people[text.who]
        mates = [one for one in self.people if one.organisation == first.organisation]
        for person in dict.fromkeys([first, *mates, *self.people]):
            limit = self._limit(person, step)
            if not person.here or person.open_step != step or (step, limit) in self._full:
                continue
            if text.text in {card["text"] for card in person.phone.shared["view"].get("cards", ())}:
                return
            command = {"kind": "add_card", "step": step, "zone": text.zone, "text": text.text}
            outcome = await person.phone.do(command, lose=lose)
            if outcome.code != "too_many_cards":
                return
            self._full.add((step, limit))

    def _limit(self, person: Person, step: str) -> str | int:
        """Return who shares the limit of a step with this participant."""
        shared = person.phone.shared.get("step") or {}
        if shared.get("id") == step and shared["per"] == "team":
            return person.team or ""
        return person.number

    async def _take_part(self, person: Person, step: str) -> None:
        rng = self._rng(person.number, step)
        if _takes_cards(person):
            await self._written[step].wait()
            await self.think(rng.uniform(0.5, 5))
        await self._pretend(person, step, rng)
        if rng.random() < PRESSES_READY:
            await person.phone.do({"kind": "ready", "step": step, "ready": True})
        person.done.add(step)
        self._somebody_done.set()

    async def _pretend(self, person: Person, step: str, rng: random.Random) -> None:
        """Do what the step's activity has a simulated participant do."""
        activity = _activity(person)
        think = THINK_SECONDS
        for command in activity.pretend(_look(person), self.mind(person, step, rng)) if activity else ():
            await self.think(rng.uniform(*think))
            lose = self.pace * rng.uniform(*AWAY_SECONDS) if rng.random() < LOSES_CONNECTION else 0.0
            await person.phone.do({"step": step, **command}, lose=lose)
            think = MORE_SECONDS

    def mind(self, person: Person, step: str, rng: random.Random) -> Mind:
        """Return what a participant is like in a step."""
        plan = self._plan(step)
        mates = (one.number for one in self.people if one.here and one.team == person.team)
        return Mind(
            rng=rng,
            number=person.number,
            organisation=person.organisation,
            team=person.team,
            first_at_table=person.number == min(mates, default=person.number),
            taste=self.script.taste.get(person.organisation, []),
            own=self._own[person.organisation],
            texts=[(one.zone, one.text) for one in plan if one.who == person.number],
        )

    def _plan(self, step: str) -> list[Contribution]:
        """Return who writes what in a step, the same each time."""
        return self.script.plan(step, self._organisations, self._rng(step))


def _activity(person: Person) -> Activity[Any] | None:
    view = person.phone.shared.get("view") or {}
    return REGISTRY.activities.get(view.get("activity", ""))


def _takes_cards(person: Person) -> bool:
    activity = _activity(person)
    return activity is not None and AddCard in activity.commands


def _look(person: Person) -> Look:
    def look() -> tuple[dict[str, Any], dict[str, Any]]:
        shared, mine = person.phone.shared, person.phone.mine
        here = (shared.get("step") or {}).get("id") == mine.get("step")
        return shared.get("view") or {}, (mine.get("view") or {}) if here else {}

    return look
