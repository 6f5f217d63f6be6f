"""The messages of the activity grid: its commands, its events and its views."""

from __future__ import annotations

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper
from kit.model.figures import FigureView


class PlaceCard(Command, frozen=True, tag="place_card"):
    """Say where one card belongs; it replaces what this person said of it before in this round.

    ``x`` and ``y`` are points of the scale by number or by sign (``3``, ``"C"``). An axis that is made of
    criteria gets none; ``scores`` has a class for each criterion instead: ``{"letsel": "B"}``.
    """

    step: str
    card: str
    x: float | str | None = None
    y: float | str | None = None
    scores: dict[str, str] = {}
    paper: Paper | None = None


class UnplaceCard(Command, frozen=True, tag="unplace_card"):
    """Take back where you placed a card in this round."""

    step: str
    card: str
    paper: Paper | None = None


class CardPlaced(Event, frozen=True, tag="card_placed"):
    """Somebody placed a card in a round."""

    step: str
    card: str
    round: int
    x: float
    y: float
    organisation: str | None
    team: str | None
    scores: dict[str, str] = {}


class CardUnplaced(Event, frozen=True, tag="card_unplaced"):
    """Somebody took back where they had placed a card in a round."""

    step: str
    card: str
    round: int


class PointView(Struct):
    """One point of a scale."""

    value: float
    sign: str
    label: str
    help: str


class CriterionView(Struct):
    """One of the things that an axis is made of; ``anchors`` say by sign what a class means."""

    id: str
    title: str
    anchors: dict[str, str]


class GridAxisView(Struct):
    """One axis. ``reverse``: little is drawn where much is otherwise."""

    title: str
    question: str
    points: list[PointView]
    criteria: list[CriterionView]
    classes: bool
    reverse: bool


class AreaView(Struct):
    """A rectangle in units of the scales; it ends half a unit beyond the outer points."""

    left: float
    right: float
    bottom: float
    top: float


class RegionView(Struct):
    """A part of the grid, the most urgent first. Where areas overlap, the first region has it."""

    id: str
    title: str
    text: str
    shape: str
    areas: list[AreaView]


class GridCard(Struct):
    """One card to place."""

    card: str
    text: str
    merged: list[str]


class Voice(Struct):
    """Where one organisation, or table, places a card. Only a large one, among others, has a name."""

    x: float
    y: float
    name: str | None


class PlacedCard(Struct):
    """Where the room places a card, by the median over organisations."""

    card: str
    text: str
    place: int
    """In the order of urgency, from 1; also the number on the diagram."""
    x: float
    y: float
    """On an axis with classes the nearest one; 0 is no impact at all."""
    x_sign: str
    y_sign: str
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    """The first and the third quartile over organisations."""
    region: str | None
    people: int
    voices: int
    """How many organisations, or tables, placed it."""
    discuss: list[str]
    """The axes, ``x`` and ``y``, on which they lie far apart."""
    apart: list[Voice]
    """Where each of them places it, for a card to discuss; phones don't get it."""
    was: list[float]
    """``[x, y]`` after the round before, where that is elsewhere; else empty."""
    was_signs: list[str]
    chosen: bool


class GridResult(Struct):
    """Where all cards lie, the most urgent first. ``unplaced`` are the texts that nobody placed."""

    rows: list[PlacedCard]
    unplaced: list[str]
    people: int
    voices: int
    tables: bool
    """True when tables placed them, not organisations."""
    figure: FigureView | None
    """The plane with a number for every card, for a list beside it; None for phones and without cards."""


class GridShared(Struct, tag_field="activity", tag="grid"):
    """The grid; ``result`` only after it was closed."""

    grid: str
    title: str
    x: GridAxisView
    y: GridAxisView
    regions: list[RegionView]
    cards: list[GridCard]
    winners: int
    round: int
    again: list[str]
    """From the second round on: the cards to look at again."""
    begun: int | None
    """How many people placed a card in this round; phones don't get this while it runs."""
    done: int | None
    """How many of them placed all."""
    counts: dict[str, int]
    """For the trainer, by card: how many placed it in this round."""
    result: GridResult | None


class PlacingView(Struct):
    """Where the viewer placed a card, and in which round."""

    x: float
    y: float
    scores: dict[str, str]
    round: int


class GridMine(Struct):
    """The viewer's own placings by card, and their own random order of the cards."""

    placed: dict[str, PlacingView]
    order: list[str]
