"""A whole workshop with simulated participants at once: no server, no network and no waiting.

For trying out an analysis, and for tests. ``leefkit demo`` lets the same people take part in a living room.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kit.activities.mind import Look, Mind
from kit.case import Case
from kit.errors import RefusedError
from kit.model.cards import AddCard
from kit.model.people import TRAINER, Actor, Viewer
from kit.programme import Programme
from kit.requests import Ack, Join, Request
from kit.room import StepState
from kit.simulation.script import Contribution, Script
from kit.workshop import Workshop

SECONDS = 3.0
"""What each thing that somebody does takes, on the clock of the rehearsal."""
WEEKS_LATER = 7 * 7 * 86_400.0
MOST_TURNS = 200
"""Turns of one person in one round: nobody goes on for ever."""


def rehearse(
    path: str | Path,
    case: str = "zonnehoek",
    programme: str | Programme = "design-thinking-kort",
    participants: int = 12,
    *,
    seed: int = 1,
    begin: float | None = None,
) -> Path:
    """Make a workshop file in which simulated people went through a whole programme.

    Its people are invented: put ``-demo`` in its name where it lies among real ones.

    Args:
        path: The file to make.
        case: The name of a case; its ``simulation.yaml`` says what people write and like.
        programme: The name of a programme, or one.
        participants: How many take part.
        seed: The same seed gives the same people, contributions and votes.
        begin: When it begins, in Unix time; None for now.

    Returns:
        The file.

    Raises:
        InputError: There is no such case or programme.
        WorkshopFileError: The file exists, or can't be made.
    """
    clock = _Clock(time.time() if begin is None else begin)
    with Workshop.create(path, Case.load(case), programme, clock=clock) as workshop:
        _Rehearsal(workshop, Script.load(case), participants, seed, clock).run()
    return Path(path)


class _Clock:
    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class _Person(msgspec.Struct):
    """One participant: who they are, and the code that they wrote down."""

    number: int
    id: str
    organisation: str
    code: str | None = None


class _Rehearsal:
    """The people, and the trainer who leads them."""

    def __init__(self, workshop: Workshop, script: Script, count: int, seed: int, clock: _Clock) -> None:
        self.workshop, self.script, self.seed, self.clock = workshop, script, seed, clock
        self.homes = script.people(count, self._rng("people"))
        self.people = [self._join(n, one) for n, one in enumerate(self.homes)]
        self._shared: dict[object, tuple[int, dict[str, Any]]] = {}

    def _rng(self, *what: object) -> random.Random:
        return random.Random("/".join(map(str, (self.seed, *what))))  # noqa: S311 - no secret

    def _join(self, number: int, organisation: str) -> _Person:
        self.clock.now += SECONDS
        entry = Request(Actor("participant", "join"), Join(f"rehearsal-{number}"))
        (ack,) = self.workshop.transact([entry])
        if not isinstance(ack, Ack) or ack.participant is None:
            message = f"participant {number} could not come in"
            raise RuntimeError(message)
        person = _Person(number, ack.participant, organisation)
        self._by(person, {"kind": "set_profile", "organisation": organisation})
        return person

    def run(self) -> None:
        """Go through all steps; those of weeks later come weeks later."""
        for step in list(self.workshop.room.steps.values()):
            if step.activity.later(step):
                self.clock.now += WEEKS_LATER
            self._step(step)
        self._lead({"kind": "finish"})

    def _step(self, step: StepState) -> None:
        name = step.id
        self._lead({"kind": "go_to", "step": name})
        if not self._lead({"kind": "open", "step": name}):
            return  # it is only read, or there is nothing to vote on
        plan = self.script.plan(name, self.homes, self._rng(name))
        self._round(step, plan)
        look = self._look(Viewer("trainer", self.workshop.room.lang))
        for command in step.activity.lead(look, Mind(self._rng(name, "lead"))):
            if self._lead({"step": name, **command}) and step.status == "open":
                self._round(step, plan)
        for person in self.people:
            person.code = self._mine(person).get("code") or person.code
        for kind in ("reveal", "close"):
            self._lead({"kind": kind, "step": name})

    def _round(self, step: StepState, plan: list[Contribution]) -> None:
        """Everyone writes what the script says, and then does what the activity has people do, in turns."""
        view = self._look(self._viewer(self.people[0]))()[0]
        if AddCard in step.activity.commands and view.get("zones"):
            share = -(-len(plan) // max(1, int(view.get("rounds", 1)) - int(view.get("round") or 1) + 1))
            for text in plan[:share]:
                self._write(step.id, text)
            del plan[:share]
        turns = [self._turns(step, person) for person in self.people]
        for _ in range(MOST_TURNS):
            if not (turns := [one for one in turns if next(one, False)]):
                break

    def _write(self, step: str, text: Contribution) -> None:
        first = self.people[text.who]
        mates = [one for one in self.people if one.organisation == first.organisation]
        for person in {one.id: one for one in (first, *mates, *self.people)}.values():
            if self._by(person, {"kind": "add_card", "step": step, **text.said}) != "too_many_cards":
                return

    def _turns(self, step: StepState, person: _Person) -> Iterator[bool]:
        """Yield True after each thing that somebody does, or looks at."""
        for command in step.activity.pretend(self._look(self._viewer(person)), self._mind(step, person)):
            if command:
                self._by(person, {"step": step.id, **command})
            yield True

    def _mind(self, step: StepState, person: _Person) -> Mind:
        room = self.workshop.room
        team = room.people[person.id].team
        mates = [one.number for one in self.people if room.people[one.id].team == team]
        plan = self.script.plan(step.id, self.homes, self._rng(step.id))
        return Mind(
            rng=self._rng(person.number, step.id, self.workshop.seq),
            number=person.number,
            organisation=person.organisation,
            team=team,
            first_at_table=person.number == min(mates),
            taste=self.script.taste.get(person.organisation, []),
            own=frozenset(self.script.texts_of(person.organisation)),
            texts=[(one.zone, one.text) for one in plan if one.who == person.number],
            script=self.script.lines(step.id),
            code=person.code,
        )

    def _viewer(self, person: _Person) -> Viewer:
        return Viewer("participant", self.workshop.room.lang, person.id)

    def _look(self, viewer: Viewer) -> Look:
        def look() -> tuple[dict[str, Any], dict[str, Any]]:
            audience = self.workshop.audience(viewer)
            if self._shared.get(audience, (-1, {}))[0] != self.workshop.revision:
                view = msgspec.to_builtins(self.workshop.shared(audience).view) or {}
                self._shared[audience] = self.workshop.revision, view
            return self._shared[audience][1], msgspec.to_builtins(self.workshop.mine(viewer).view) or {}

        return look

    def _mine(self, person: _Person) -> dict[str, Any]:
        found: dict[str, Any] = msgspec.to_builtins(self.workshop.mine(self._viewer(person)))
        return found

    def _by(self, person: _Person, command: dict[str, Any]) -> str:
        """Let somebody do something; return the code with which it was refused, empty where it was not."""
        return self._do(command, Actor("participant", person.id, person.id))

    def _lead(self, command: dict[str, Any]) -> bool:
        return not self._do(command, TRAINER)

    def _do(self, command: dict[str, Any], actor: Actor) -> str:
        self.clock.now += SECONDS
        try:
            self.workshop.do(command, actor)
        except RefusedError as refusal:
            return refusal.code
        return ""
