"""The messages of the activity survey: its commands, its events and its views."""

from __future__ import annotations

from typing import Literal

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper
from kit.model.views import Named

Moment = Literal["before", "after", "followup"]


class Answer(Command, frozen=True, tag="answer"):
    """Answers by item, null for *I don't know*; they replace what this person answered to those items.

    An item about other organisations is answered per organisation (``"N2:police"``), for all of them at once.
    """

    step: str
    answers: dict[str, float | None]
    paper: Paper | None = None


class KeepCode(Command, frozen=True, tag="keep_code"):
    """Somebody drew a slip: this is the code on it, by which they can come back. It is not kept as it is."""

    step: str
    slip: str
    paper: Paper | None = None


class UseCode(Command, frozen=True, tag="use_code"):
    """Somebody is back: this is their code. It is never kept, not even as a digest of the command."""

    step: str
    code: str
    paper: Paper | None = None


class AnswersGiven(Event, frozen=True, tag="answers_given"):
    """Somebody answered. An ``item`` without organisation holds the share of others where it is yes."""

    step: str
    answers: dict[str, float | None]
    organisation: str | None = None
    dropped: list[str] = []
    """Earlier answers that no longer hold."""


class CodeKept(Event, frozen=True, tag="code_kept"):
    """Somebody has a slip. ``kept`` is what the secret makes of its code; empty: none after all."""

    step: str
    kept: str


class CodeUsed(Event, frozen=True, tag="code_used"):
    """Whoever is known by one name in this step was known by another in the steps before; empty: no more."""

    step: str
    earlier: str


class ChoiceView(Struct):
    """One answer to choose."""

    value: float
    label: str


class ItemView(Struct):
    """One question. ``choices`` names its scale."""

    id: str
    set: str
    text: str
    construct: str
    choices: str
    each: bool
    """Asked about each other organisation."""


class MeasureView(Struct):
    """The change of a person score over those who have one at both moments.

    What may not be shown of so few is null: everything below 5 people, means and intervals below 10.
    """

    id: str
    """A scored set, or an item about organisations: then the score is the share of them that is yes."""
    n: int
    shown: str
    """``nothing``, ``counts`` or ``numbers``."""
    top: float
    """The highest score there can be."""
    bottom: float
    up: int | None = None
    same: int | None = None
    down: int | None = None
    median: float | None = None
    before: float | None = None
    after: float | None = None
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    effect: float | None = None
    effect_low: float | None = None
    effect_high: float | None = None
    verdict: str | None = None
    """``higher``, ``lower`` or ``unclear``."""
    day: float | None = None
    """At a follow-up: the mean at the end of the day, of who answered three times."""
    together: float | None = None
    """Mean correlation between the items, at the later moment."""


class ItemResult(Struct):
    """One item that was asked twice: people up, same and down, and the shares that agree."""

    id: str
    n: int
    up: int | None = None
    same: int | None = None
    down: int | None = None
    agree_before: float | None = None
    agree_after: float | None = None


class OnceResult(Struct):
    """One item that was asked at this moment alone. ``counts`` follow the order of its choices."""

    id: str
    n: int
    median: float | None = None
    mean: float | None = None
    counts: list[int] | None = None
    memory: str | None = None
    """The measure whose first score this item asks for again, from memory."""


class EveryoneView(Struct):
    """The difference over all answers, also of people who answered once. ``how``: overlap or welch."""

    id: str
    how: str
    mean: float
    low: float
    high: float
    before: int
    after: int


class TiesView(Struct):
    """Who says yes about whom; rows and columns follow ``organisations``, null is too few or oneself."""

    item: str
    organisations: list[Named]
    before: list[list[float | None]]
    after: list[list[float | None]]
    density_before: float | None
    density_after: float | None
    new: list[list[int]]
    missing: list[list[int]]


class SurveyResult(Struct):
    """What changed since the first moment. Never per organisation, and nothing of fewer than 5 people."""

    people: int
    """Who answered at this moment."""
    pairs: int
    """Of whom an answer at the first moment is known too."""
    shown: str
    measures: list[MeasureView]
    items: list[ItemResult] = []
    once: list[OnceResult] = []
    everyone: list[EveryoneView] = []
    ties: TiesView | None = None


class SurveyShared(Struct, tag_field="activity", tag="survey"):
    """The questions; ``result`` only after it was closed, and never of the first moment alone."""

    moment: str
    intro: str
    items: list[ItemView]
    choices: dict[str, list[ChoiceView]]
    sets: list[Named]
    about: list[Named]
    """The organisations that somebody is from, where there are questions about each."""
    code: str | None
    """``given``: people get a code here; ``asked``: they come back with it."""
    answered: int | None
    """How many people have begun; phones don't get it while it is open."""
    complete: int | None
    recognised: int | None
    """How many came back with a code."""
    slips: int | None
    """How many have a slip with a code, for the trainer alone; null where nobody will be asked for one."""
    result: SurveyResult | None


class SurveyMine(Struct):
    """The viewer's own answers.

    One about organisations stands per organisation (``"N2:police"``) or, of who comes from an organisation of
    few people, as a single share (``"N2"``): which ones they meant was never kept.
    """

    answers: dict[str, float | None]
    recognised: bool
    """They came back with a code that is known."""
    slip: bool
    """They have a slip, with which they can come back."""
