"""The state of a workshop: what the events of its journal add up to."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from kit.case import Case
from kit.datafile import DataFile
from kit.model.base import Command, Event, Status
from kit.model.events import TimerSet
from kit.programme import Programme, Step

D = TypeVar("D", bound=DataFile)


class Person(msgspec.Struct):
    """A participant. Their name is elsewhere.

    ``after_end``: they came in when the workshop was finished, and did nothing yet in a step of the day.
    """

    id: str
    lang: str
    joined_at: float
    organisation: str | None = None
    team: str | None = None
    after_end: bool = False


class Card(msgspec.Struct):
    """One contribution. ``by`` is its actor: a participant, a pseudonym, a team's table or a paper sheet.

    ``evidence`` says how one knows, ``photo`` names a picture; ``round`` and ``table`` say where it was
    written, where a step has those; ``tags`` are the trainer's; ``said`` is the number of the event in which
    somebody else than the trainer last changed the text; ``taken_over`` that it is its parent once more.
    """

    id: str
    step: str
    zone: str
    text: str
    by: str
    organisation: str | None
    team: str | None
    at: float
    parent: str | None = None
    hidden: bool = False
    withdrawn: bool = False
    merged_into: str | None = None
    merged: list[str] = []
    evidence: str | None = None
    photo: str | None = None
    round: int | None = None
    table: str | None = None
    tags: list[str] = []
    said: int = 0
    taken_over: bool = False

    @property
    def shown(self) -> bool:
        """True when the card lies on the table: not withdrawn, hidden or merged into another."""
        return not (self.withdrawn or self.hidden or self.merged_into)


class StepState(msgspec.Struct):
    """How far a step is.

    ``activity`` is its :class:`kit.activities.base.Activity`, ``settings`` and ``data`` are that activity's
    own; ``frozen`` is what the activity fixed when the step was opened.
    """

    step: Step
    activity: Any
    settings: Any
    data: Any
    status: Status = "waiting"
    revealed: bool = False
    opened_at: float | None = None
    closed_at: float | None = None
    entered_at: float | None = None
    frozen: dict[str, Any] = {}
    sealed: bool = False
    skipped: bool = False
    ready: set[str] = msgspec.field(default_factory=set)

    @property
    def id(self) -> str:
        """The step's id."""
        return self.step.id


class Action(msgspec.Struct):
    """A trainer's action that can be taken back: what was ``done``, and the events that would undo it."""

    seq: int
    kind: str
    done: Event
    inverse: list[Event]


class Room(msgspec.Struct):
    """Everything, folded. Only ``evolve`` changes it."""

    title: str
    lang: str
    case: Case
    programme: Programme
    files: dict[str, DataFile]
    """The data files that its steps use, by folder and name: see :meth:`file`."""
    steps: dict[str, StepState]
    teams: list[str]
    seq: int = 0
    at: float = 0
    now: str | None = None
    people: dict[str, Person] = msgspec.field(default_factory=dict)
    cards: dict[str, Card] = msgspec.field(default_factory=dict)
    timer: TimerSet = TimerSet(total=0)
    attention: bool = False
    message: str = ""
    finished: bool = False
    actions: list[Action] = msgspec.field(default_factory=list)
    next_card: int = 1
    next_person: int = 1

    def file(self, kind: type[D], name: str) -> D:
        """Return a data file that a step names."""
        return kind.among(self.files, name)

    def back_at(self) -> float | None:
        """Return when a step that is held weeks after the day was entered first; None before that.

        One that the room left before it was opened does not count: the fold takes that back.
        """
        entered = (one.entered_at for one in self.steps.values() if one.activity.later(one))
        return min((at for at in entered if at is not None), default=None)

    def of_the_day(self) -> list[Person]:
        """Return who came in on the day: whoever is back weeks later, on any phone, comes in once more."""
        back = self.back_at()
        if back is None:
            return list(self.people.values())
        return [one for one in self.people.values() if one.joined_at < back and not one.after_end]

    def members(self, team: str) -> list[Person]:
        """Return the people of one team."""
        return [one for one in self.people.values() if one.team == team]

    def step_of(self, message: Command | Event) -> StepState | None:
        """Return the step that a command or an event is about: it names it, or one of its cards."""
        name = getattr(message, "step", None)
        if name is not None:
            return self.steps.get(name)
        cards = [getattr(message, "card", None), *(getattr(message, "cards", None) or ())]
        card = next((self.cards[one] for one in cards if one in self.cards), None)
        return self.steps[card.step] if card is not None else None


def of_trainer(actor: str) -> bool:
    """Return whether the trainer did it, also by typing in a sheet, which stands under the sheet's name."""
    return actor == "trainer" or actor.startswith("paper-")
