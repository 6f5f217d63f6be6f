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
from kit.simulation.rounds import round_of
from kit.simulation.script import Contribution, Script

JOIN_SECONDS = 6.0
WRITE_SECONDS = 30.0
"""A step's texts are all there after about this long."""
GAP_SECONDS = (0.4, 2.5)
THINK_SECONDS = (3.0, 22.0)
NEWS_SECONDS = 0.15
MORE_SECONDS = (2.0, 6.0)
AWAY_SECONDS = (0.3, 2.0)
LOSES_CONNECTION = 0.08
PRESSES_READY = 0.9
GIVES_NAME = 0.6


At = tuple[str, int]
"""A step and its round, 0 in a step that has none: people take part in every round anew."""


class Person:
    """One participant."""

    def __init__(self, number: int, organisation: str, name: str | None, phone: Phone) -> None:
        """Give number ``number`` a phone."""
        self.number, self.organisation, self.name, self.phone = number, organisation, name, phone
        self.here = False
        self.code: str | None = None
        self.at: At | None = None
        self.work: asyncio.Task[None] | None = None
        self.done: set[At] = set()

    @property
    def open_step(self) -> str | None:
        """The step that takes input now, as this phone knows."""
        step = self.phone.shared.get("step")
        return str(step["id"]) if step and step["status"] == "open" else None

    @property
    def busy_with(self) -> At | None:
        """The step that takes input now, and its round."""
        step = self.open_step
        return (step, round_of(self.phone.shared)) if step is not None else None

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
        self._writing: tuple[At, asyncio.Task[None]] | None = None
        self._written: dict[At, asyncio.Event] = defaultdict(asyncio.Event)
        self._all_here, self._over, self._somebody_done = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._tasks: set[asyncio.Task[None]] = set()
        self._full: set[tuple[At, str | int]] = set()
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

    async def settled(self, step: str, number: int = 0) -> None:
        """Wait until nobody has anything more to add to a step, or to one of its rounds."""
        while not all((step, number) in person.done for person in self.people if person.here):
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
        at = person.busy_with
        if person.phone.shared.get("state") == "finished":
            self._over.set()
        if not person.here:
            return
        person.code = (
            person.phone.mine.get("code") or person.code
        )  # they write it down: it is not shown for long
        if person.phone.seq >= self._seq:
            self._seq = person.phone.seq
            self._write_for(at, person)
        if at == person.at:
            return
        person.at = at
        if person.work is not None:
            person.work.cancel()
        person.work = self._begin(self._take_part(person, at)) if at else None

    def _write_for(self, at: At | None, person: Person) -> None:
        if self._writing is not None and self._writing[0] != at:
            self._writing[1].cancel()
            self._writing = None
        if at and self._writing is None and _takes_cards(person):
            rounds = person.phone.shared["view"].get("rounds", at[1])
            self._writing = at, self._begin(self._write(at, 1 + rounds - at[1]))

    async def _write(self, at: At, rounds: int) -> None:
        """Put down what the plan says, text by text; after an interruption, go on with what is left.

        Where so many ``rounds`` are still to be held, this one among them, each gets its share.
        """
        step = at[0]
        rng = self._rng(*_named(at), "writing")
        plan = self._plans.setdefault(step, self._plan(step))
        later = len(plan) - -(-len(plan) // max(1, rounds))
        shortest, longest = GAP_SECONDS
        gap = min(longest, max(shortest, WRITE_SECONDS / max(1, len(plan) - later)))
        while len(plan) > later:
            await self.think(gap * rng.uniform(0.5, 1.5))
            lose = self.pace * rng.uniform(*AWAY_SECONDS) if rng.random() < LOSES_CONNECTION else 0.0
            await self._put(at, plan.pop(0), lose)
        self._written[at].set()

    async def _put(self, at: At, text: Contribution, lose: float) -> None:
        """Let the planned writer put a text down, or someone else where that one may write no more."""
        step = at[0]
        first = self.people[text.who]
        mates = [one for one in self.people if one.organisation == first.organisation]
        for person in dict.fromkeys([first, *mates, *self.people]):
            limit = self._limit(person, step)
            if not person.here or person.busy_with != at or (at, limit) in self._full:
                continue
            if text.text in {card["text"] for card in person.phone.shared["view"].get("cards", ())}:
                return
            command = {"kind": "add_card", "step": step, **text.said}
            outcome = await person.phone.do(command, lose=lose)
            if outcome.code != "too_many_cards":
                return
            self._full.add((at, limit))

    def _limit(self, person: Person, step: str) -> str | int:
        """Return who shares the limit of a step with this participant."""
        shared = person.phone.shared.get("step") or {}
        if shared.get("id") == step and shared["per"] == "team":
            return person.team or ""
        return person.number

    async def _take_part(self, person: Person, at: At) -> None:
        step = at[0]
        rng = self._rng(person.number, *_named(at))
        if _takes_cards(person):
            await self._written[at].wait()
            await self.think(rng.uniform(0.5, 5))
        await self._pretend(person, step, rng)
        if rng.random() < PRESSES_READY:
            await person.phone.do({"kind": "ready", "step": step, "ready": True})
        person.done.add(at)
        self._somebody_done.set()

    async def _pretend(self, person: Person, step: str, rng: random.Random) -> None:
        """Do what the step's activity has a simulated participant do."""
        activity = _activity(person)
        think = THINK_SECONDS
        for command in activity.pretend(_look(person), self.mind(person, step, rng)) if activity else ():
            await self.think(rng.uniform(*think))
            think = MORE_SECONDS
            if not command:  # they look again: whatever the pace, news comes ten times a second at most
                await asyncio.sleep(NEWS_SECONDS)
                continue
            lose = self.pace * rng.uniform(*AWAY_SECONDS) if rng.random() < LOSES_CONNECTION else 0.0
            await person.phone.do({"step": step, **command}, lose=lose)

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
            script=self.script.lines(step),
            code=person.code,
        )

    def _plan(self, step: str) -> list[Contribution]:
        """Return who writes what in a step, the same each time."""
        return self.script.plan(step, self._organisations, self._rng(step))


def _activity(person: Person) -> Activity[Any] | None:
    view = person.phone.shared.get("view") or {}
    return REGISTRY.activities.get(view.get("activity", ""))


def _takes_cards(person: Person) -> bool:
    """Return whether there are fields now to put a card in."""
    activity = _activity(person)
    zones = (person.phone.shared.get("view") or {}).get("zones")
    return activity is not None and AddCard in activity.commands and bool(zones)


def _named(at: At) -> tuple[object, ...]:
    return at if at[1] else at[:1]


def _look(person: Person) -> Look:
    def look() -> tuple[dict[str, Any], dict[str, Any]]:
        shared, mine = person.phone.shared, person.phone.mine
        here = (shared.get("step") or {}).get("id") == mine.get("step")
        return shared.get("view") or {}, (mine.get("view") or {}) if here else {}

    return look
