"""The views of the activity canvas; its commands and events are those of cards and of rounds."""

from __future__ import annotations

from kit.model.base import Struct
from kit.model.views import CardView, Offer


class ZoneView(Struct):
    """One field of the canvas, or one row that every field has."""

    id: str
    label: str
    help: str
    icon: str
    scale: list[int] = []
    """The lowest and the highest number that a card here may begin with; empty for none."""
    aside: bool = False
    """Stands beside the drawing of the canvas."""
    evidence: str | None = None
    """What every card here is, so that nobody has to say it."""


class AxisView(Struct):
    """One side of four quadrants, with its two ends."""

    label: str
    low: str
    high: str


class VariantView(Struct):
    """A button that gives a text another turn: it puts ``start`` in an empty field."""

    id: str
    label: str
    help: str
    start: str


class DeckCardView(Struct):
    """A card to draw for inspiration."""

    id: str
    sign: str
    title: str
    text: str
    question: str


class JourneyView(Struct):
    """What is drawn along the zones: one value per zone."""

    feeling: list[float | None]
    low: int
    high: int
    dip: int | None
    """The zone of the deepest dip."""
    handovers: list[int]
    """The zones at which other organisations take over."""
    contact: str
    """The row that names the organisations; empty for none."""


class CanvasCard(CardView):
    """A card with what only its writer, their table and the trainer are told."""

    hints: list[str] = []
    """What is worth a second look, in sentences. Never a reason to refuse the card."""
    turned: str | None = None
    """The same question, for something instead of against something."""


class CanvasShared(Struct, tag_field="activity", tag="canvas"):
    """The canvas with the cards that this audience may see, oldest first."""

    canvas: str
    title: str
    layout: str
    zones: list[ZoneView]
    focus: list[str]
    offers: list[Offer]
    """What an earlier step found that this one builds on."""
    cards: list[CanvasCard]
    total: int
    """How many cards lie on the table, also where they can't be seen; phones are told only what they see."""
    by_team: dict[str, int]
    limit: int
    max_chars: int
    rows: list[ZoneView] = []
    """What every zone is divided into; a card's zone is then ``<zone>.<row>``."""
    across: AxisView | None = None
    up: AxisView | None = None
    evidence: bool = False
    """Cards may say how their writer knows: ``seen``, ``file`` or ``assumption``."""
    assumptions: int = 0
    """How many of the cards on the table are assumptions; 0 for phones."""
    photo: bool = False
    variants: list[VariantView] = []
    deck: list[DeckCardView] = []
    ending: str = ""
    round: int = 0
    """The round that it is, from 1; 0 for a canvas without rounds."""
    rounds: int = 0
    round_minutes: float = 0
    round_cards: int = 0
    """Cards that were put down in this round; 0 for phones."""
    pass_on: bool = False
    """Everyone has a sheet, and the sheets move on with each round."""
    take_over: bool = False
    """Tapping one of the ``offers`` takes over its text: this canvas is for choosing."""
    built_on: float | None = None
    """Share of ideas that build on one of another organisation, 0 to 1; None where it can't be told yet."""
    journey: JourneyView | None = None
    doubles: list[list[str]] = []
    """For the trainer alone: the cards that may say the same, likeliest first, in groups of two or three."""


class SheetView(Struct):
    """The sheet that somebody has in hand in this round, with all that was written on it, oldest first."""

    number: int
    """Its number at this table, from 1; 0 for a fresh one of somebody who came in late."""
    of: int
    own: bool
    """It is the sheet that they began themselves."""
    cards: list[CanvasCard]


class CanvasMine(Struct):
    """The viewer's own cards, and how many more they may write (None: as many as they like)."""

    cards: list[CanvasCard]
    left: int | None
    tips: list[str] = []
    """What is worth thinking of for all of one's cards together."""
    sheet: SheetView | None = None
