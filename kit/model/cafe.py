"""The messages of the activity cafe: its commands, its events and its views.

Who sits where stands in the events, whole or in part: what was planned once is never planned anew when a
workshop is opened again.
"""

from __future__ import annotations

from typing import Any

from kit.model.base import Command, Event, Struct
from kit.model.views import CardView


class Volunteer(Command, frozen=True, tag="volunteer"):
    """A participant would like to be a host, or (``volunteer`` false) rather not. Before the first round."""

    step: str
    volunteer: bool = True


class PlanSeats(Command, frozen=True, tag="plan_seats"):
    """Trainer: say who sits where, at so many tables; again for another plan. Before the first round."""

    step: str
    tables: int | None = None


class TakeSeat(Command, frozen=True, tag="take_seat"):
    """Trainer: someone sits at another table now, or (without ``table``) has left."""

    step: str
    participant: str
    table: str | None = None


class MakeHost(Command, frozen=True, tag="make_host"):
    """Trainer: someone is the host of the table where they sit now, and stays there."""

    step: str
    participant: str


class TagCard(Command, frozen=True, tag="tag_card"):
    """Trainer: which of the four lessons a card is about; it replaces the tags that the card had.

    They are ``urgency``, ``ownership``, ``language_perspective`` and ``vision_direction``.
    """

    step: str
    card: str
    tags: list[str]


class Volunteered(Event, frozen=True, tag="volunteered"):
    """Someone offered to be a host, or no longer does."""

    step: str
    volunteer: bool


class SeatsPlanned(Event, frozen=True, tag="seats_planned"):
    """It is known who sits where in all rounds. ``plan`` is that of :class:`RoundBegun` too."""

    step: str
    plan: dict[str, Any]


class SeatsChanged(Event, frozen=True, tag="seats_changed"):
    """Some people sit elsewhere: by participant the number of the table in each round, from 0; -1 for none.

    No numbers at all: they have no seat any more, as before they came. ``hosts`` are all hosts by table and
    ``gone`` all who left; None where that stays the same.
    """

    step: str
    seats: dict[str, list[int]]
    hosts: list[str | None] | None = None
    gone: list[str] | None = None


class CardTagged(Event, frozen=True, tag="card_tagged"):
    """The trainer said what a card is about."""

    card: str
    tags: list[str]


class ThemeView(Struct):
    """What a table, or the room, talks about."""

    id: str
    title: str
    question: str


class TableView(Struct):
    """One table in this round (before the first: in the first one to come)."""

    name: str
    theme: str
    """Id of its theme."""
    people: int
    organisations: dict[str, int]
    harvest: int
    """How many insights and questions this table kept in this round."""


class SeatView(Struct):
    """One person in the plan, for the trainer alone: their tables by round, None where they have none."""

    participant: str
    tables: list[str | None]
    host: bool
    gone: bool


class MeetingsView(Struct):
    """What the rounds that began brought about. Counts, never people."""

    pairs: float
    """Share of all pairs of people that sat at one table, 0 to 1."""
    others: float
    """Other organisations that a person sat with, on average."""
    again: int


class PlanView(Struct):
    """What the trainer should know before and between the rounds."""

    planned: bool
    tables: int
    """How many there are, or would be."""
    advice: int
    """How many would be best for this many people."""
    people: int
    volunteers: list[str]
    missing: list[str]
    """People who are here and have no seat now."""
    seats: list[SeatView]


class CafeShared(Struct, tag_field="activity", tag="cafe"):
    """The café. Phones and tables get the cards of one table; all of the harvest once the step is closed."""

    variant: str
    round: int
    """0 before the first."""
    rounds: int
    round_minutes: float
    switch_minutes: float
    themes: list[ThemeView]
    theme: str | None
    """Id of the theme of now: of the room, or of the table of those who look."""
    zones: list[str]
    """Where a card can be put; none before the first round."""
    tables: list[TableView]
    """All tables; for phones only their own while the step is open."""
    cards: list[CardView]
    total: int
    harvest: int
    """How many insights and questions there are in all, also where they can't be seen yet."""
    insights: int
    questions: int
    left: dict[str, int]
    """By zone: how many more the table of those who look may keep in this round."""
    max_chars: int
    lessons: list[str]
    meetings: MeetingsView | None
    plan: PlanView | None
    """For the trainer alone."""
    doubles: list[list[str]] = []
    """For the trainer alone: the cards that may say the same, likeliest first, in groups of two or three."""


class CafeMine(Struct):
    """Where the viewer sits, and goes; and their own cards, newest first."""

    table: str | None
    """In this round; None before the first, and for who has no seat."""
    next: str | None
    """In the round to come; None after the last, and as long as it is not known."""
    route: list[str | None]
    host: bool
    volunteer: bool
    met: int
    """People they sat with so far."""
    organisations: int
    """Other organisations they sat with so far."""
    cards: list[CardView]
