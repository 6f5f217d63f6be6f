"""A canvas file: the fields that cards go into, and how the canvas is used.

``docs/activities/canvas.md`` explains it to trainers, who can make a canvas of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal

import msgspec

from kit.datafile import DataFile, Part, not_negative, unlike
from kit.errors import InputError
from kit.model.base import Per, Text
from kit.model.cards import Evidence

Layout = Literal["grid", "columns", "list", "quadrants", "rings", "ladder", "timeline"]
CheckName = Literal["hmw", "pov", "fictional"]

MOST_CHARS = 2000
"""Longer texts are no cards any more: they would fill a phone's message, and nobody reads them."""
WIDEST_SCALE = 10


class Zone(Part):
    """One field of a canvas, or one row that every field has.

    Attributes:
        scale: The lowest and the highest number that a card here may begin with.
        line: What the canvas draws from these cards: ``feeling`` from their numbers, ``contact`` from the
            organisations that they name. Only for a row.
        evidence: What every card here is, whatever its writer says: ``assumption``, for instance.
        aside: Stands beside the drawing of the canvas, as the fifth field of four quadrants would.
    """

    id: str
    label: Text
    help: Text = {}
    icon: str = ""
    scale: list[int] = []
    line: Literal["feeling", "contact"] | None = None
    evidence: Evidence | None = None
    aside: bool = False


class Axis(Part):
    """One side of four quadrants: what it measures, and its two ends."""

    label: Text
    low: Text
    high: Text


class Axes(Part):
    """The two sides of four quadrants."""

    across: Axis
    up: Axis


class Variant(Part):
    """A button that gives a text another turn.

    Attributes:
        start: What it puts in an empty field; an ellipsis stands for what the writer fills in.
        turn: ``positive``: offers a question against something again as one for something.
    """

    id: str
    label: Text
    help: Text = {}
    start: Text = {}
    turn: Literal["positive"] | None = None


class Field(msgspec.Struct, frozen=True):
    """Where a card can lie: a zone, or one row of a zone. ``id`` is what a command names."""

    id: str
    zone: Zone
    row: Zone | None = None

    @property
    def evidence(self) -> Evidence | None:
        """What every card here is, if that is settled."""
        return (self.row and self.row.evidence) or self.zone.evidence


class Canvas(DataFile, kw_only=True):
    """Zones that cards go into, and how the canvas is used unless the step says otherwise.

    Attributes:
        rows: What each zone is divided into, if anything; a card then lies in ``<zone>.<row>``.
        axes: What the sides of ``layout: quadrants`` say.
        limit: Cards per person, or per team, in each round; 0 for no limit.
        max_chars: Characters per card.
        hidden: Contributions stay unseen by others until the trainer reveals them.
        evidence: Each card may say how its writer knows.
        photo: A card may have a photograph.
        checks: What to look at in a text, for friendly hints; see :mod:`kit.activities.canvas_hints`.
        variants: Buttons that give a text another turn.
        deck: Name of a deck file: cards that people draw for inspiration.
        ending: What stands under every card of the deck.
        offers: Which cards of the step that this one builds on are shown.
        take_over: Tapping one of those takes over its text, to keep or to sharpen.
        rounds: How many rounds there are; 0 for none.
        round_minutes: How long a round takes.
        pass_on: Everyone has a sheet, and the sheets move on with each round.
    """

    folder: ClassVar[str] = "canvases"
    what: ClassVar[str] = "canvas"

    zones: list[Zone]
    rows: list[Zone] = []
    summary: Text = {}
    layout: Layout = "grid"
    axes: Axes | None = None
    per: Per = "person"
    hidden: bool = False
    limit: int = 0
    max_chars: int = 280
    evidence: bool = False
    photo: bool = True
    checks: list[CheckName] = []
    variants: list[Variant] = []
    deck: str = ""
    ending: Text = {}
    offers: Literal["all", "assumptions"] = "all"
    take_over: bool = False
    rounds: int = 0
    round_minutes: float = 0
    pass_on: bool = False

    def fields(self) -> dict[str, Field]:
        """Return where cards can lie, by the name that a command uses."""
        if not self.rows:
            return {zone.id: Field(zone.id, zone) for zone in self.zones}
        found = (Field(f"{zone.id}.{row.id}", zone, row) for zone in self.zones for row in self.rows)
        return {one.id: one for one in found}

    def check(self, path: Path) -> None:
        """Refuse what can be read but makes no sense: the first problem, with its path."""
        if not self.zones:
            message = f"{path}: zones is empty; list at least one"
            raise InputError(message)
        not_negative(path, "", self, "limit", "rounds", "round_minutes")
        if self.max_chars < 1:
            message = f"{path}: max_chars: {self.max_chars} leaves no room to write; make it 1 or more"
            raise InputError(message)
        for what, parts in (("zone", self.zones), ("row", self.rows), ("variant", self.variants)):
            unlike(path, what, [part.id for part in parts])
        for problem in self._problems():
            message = f"{path}: {problem}"
            raise InputError(message)

    def _problems(self) -> Iterator[str]:
        if self.max_chars > MOST_CHARS:
            yield f"max_chars: {self.max_chars} is more than a card can hold; make it {MOST_CHARS} or less"
        yield from self._drawn()
        yield from self._fields()
        if self.pass_on and self.rounds < 2:
            yield "pass_on: sheets move on between rounds, so set rounds to 2 or more"
        if self.pass_on and self.per == "team":
            yield "pass_on: sheets go from person to person; set per: person, or leave pass_on out"
        if self.ending and not self.deck:
            yield "ending: it stands under the cards of a deck; name one in deck, or leave ending out"
        for n, one in enumerate(self.variants):
            if not (one.start or one.turn):
                yield f"variants[{n}]: does nothing; give it a start, or turn: positive"

    def _drawn(self) -> Iterator[str]:
        drawn = sum(not zone.aside for zone in self.zones)
        if self.layout == "quadrants" and drawn != 4:
            yield f"layout: quadrants needs 4 zones (those with aside: true apart), here are {drawn}"
        if self.layout == "rings" and not 2 <= drawn <= 5:
            yield f"layout: rings needs 2 to 5 zones (those with aside: true apart), here are {drawn}"
        if self.axes is not None and self.layout != "quadrants":
            yield "axes: only layout: quadrants has sides; leave axes out, or choose that layout"
        if self.layout == "timeline" and not self.rows:
            yield "layout: timeline needs rows; list them, or choose layout: columns"
        if any(zone.aside for zone in self.zones) and self.layout not in {"quadrants", "rings"}:
            yield "zones: aside is for layout quadrants or rings; leave it out"

    def _fields(self) -> Iterator[str]:
        for what, parts in (("zones", self.zones), ("rows", self.rows)):
            for n, part in enumerate(parts):
                if not part.id or "." in part.id:
                    yield f"{what}[{n}].id: {part.id!r} can't be a name; use letters, digits, - or _"
                if part.scale and not _is_scale(part.scale):
                    yield (
                        f"{what}[{n}].scale: give the lowest and the highest whole number, such as [-2, 2], "
                        f"at most {WIDEST_SCALE} apart"
                    )
                if part.line == "feeling" and not part.scale:
                    yield f"{what}[{n}].line: feeling is drawn from numbers; give a scale, such as [-2, 2]"
                if part.line and what == "zones":
                    yield f"zones[{n}].line: only a row can be drawn along the zones; put it in rows"


def _is_scale(scale: list[int]) -> bool:
    return len(scale) == 2 and 0 < scale[1] - scale[0] <= WIDEST_SCALE
