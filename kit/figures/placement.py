"""Cards on two axes, where the room places them together, and how far organisations lie apart."""

from __future__ import annotations

import msgspec

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.insight.chart_numbers import number
from kit.insight.chart_parts import WIDE, ChartDrawing, Shape
from kit.insight.grid_drawing import draw
from kit.insight.grid_parts import Field, Grid, Pin, Scale, Words
from kit.locale import N_, translate
from kit.model.base import Struct
from kit.model.figures import FigureView

SHORT = 70
"""A card in a sentence has so many characters at most."""


class Placed(Struct):
    """Two axes with what the room placed between them, in the language of who looks.

    Attributes:
        x: The flat axis.
        y: The upright one.
        fields: The parts of the plane, the most urgent first.
        pins: The cards that somebody placed, the most urgent first.
        unplaced: How many nobody placed.
        people: How many people placed a card.
        voices: How many organisations, or tables.
        tables: Those are tables, not organisations.
        round: How often people placed the cards.
    """

    x: Scale
    y: Scale
    fields: tuple[Field, ...]
    pins: tuple[Pin, ...]
    unplaced: int
    people: int
    voices: int
    tables: bool
    round: int


class Saying(msgspec.Struct, frozen=True):
    """What a kind of grid says in its own words."""

    title: str
    here: str
    """How many lie in the most urgent region."""
    none: str
    first: str
    notes: tuple[str, ...] = ()


CARDS = Saying(
    title=N_("{x} and {y}: where the cards lie"),
    here=N_("In ‘{region}’: {n} of {of} cards."),
    none=N_("No card lies in ‘{region}’."),
    first=N_("At the top: ‘{text}’ ({place})."),
)


@kept
def placement(
    id: str,  # noqa: A002 - what it is called in a view
    placed: Placed,
    lang: str,
    shape: Shape = WIDE,
    *,
    listed: bool = True,
) -> Figure:
    """Return cards on two axes: the middle over organisations, the middle half, and what moved.

    Args:
        id: Of the figure, unique in a workshop.
        placed: The grid and what the room placed on it.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        listed: The texts of the cards stand in the drawing; else a list stands beside it.
    """
    return figure_of(CARDS, id, placed, lang, shape, listed=listed)


def figure_of(saying: Saying, name: str, placed: Placed, lang: str, shape: Shape, *, listed: bool) -> Figure:
    """Return a grid as a figure, in words of its own; without a drawing where nobody placed a card."""
    told = _Told(placed, lang)
    drawing = draw(told.drawn(), shape, listed=listed) if placed.pins else None
    view = FigureView(
        id=name,
        title=told.say(saying.title, x=placed.x.title, y=_small(placed.y.title)),
        unit=told.unit().removesuffix("."),
        says=told.says(saying),
        drawing=drawing,
        head=told.head(),
        rows=[told.row(one) for one in placed.pins],
        digits=2,
        notes=told.notes(drawing, saying),
        credit=[],
    )
    return Figure(view, lang)


class _Told:
    """The words of a grid with cards on it."""

    def __init__(self, placed: Placed, lang: str) -> None:
        self.placed, self.lang = placed, lang

    def say(self, sentence: str, **values: str) -> str:
        return translate(sentence, self.lang).format(**values)

    def drawn(self) -> Grid:
        """Return what is drawn."""
        placed = self.placed
        below, above = placed.y.drawn
        words = Words(
            ends=self.say(N_("below: {below}, above: {above}"), below=below, above=above),
            on=self.say(N_("Goes on")).replace(" ", "\u00a0"),
            talk=self.say(N_("Talk about this first")),
            rest=self.say(N_("In no region")),
        )
        pins = tuple(msgspec.structs.replace(one, place=self.place(one.x, one.y)) for one in placed.pins)
        return Grid(placed.x, placed.y, placed.fields, pins, words)

    def place(self, x: float, y: float) -> str:
        """Return where a card lies, in words."""
        axes = ((self.placed.x, x), (self.placed.y, y))
        return " · ".join(f"{axis.title} {_sign(axis, value) or self._number(value)}" for axis, value in axes)

    def _number(self, value: float, digits: int = 1) -> str:
        return number(value, self.lang, 0 if float(round(value, digits)).is_integer() else digits)

    def unit(self) -> str:
        """Return whose middle it is."""
        placed = self.placed
        if placed.tables:
            return self.say(N_("Tables: {n}. Every table counts the same."), n=str(placed.voices))
        sentence = N_("Participants: {n}. Organisations: {k}. Every organisation counts the same.")
        return self.say(sentence, n=str(placed.people), k=str(placed.voices))

    def says(self, saying: Saying) -> str:
        """Return what is to be seen: how much is urgent, what comes first, and what to talk about."""
        pins = self.placed.pins
        if not pins:
            return self.say(N_("Nobody placed a card."))
        here = sum(one.field == 0 for one in pins)
        values = {"region": self.placed.fields[0].name, "n": str(here), "of": str(len(pins))}
        place = self.place(pins[0].x, pins[0].y)
        first = self.say(saying.first, text=_short(pins[0].text), place=place)
        return " ".join([self.say(saying.here if here else saying.none, **values), first, *self._talk()])

    def _talk(self) -> list[str]:
        found, tables = [], self.placed.tables
        if apart := [one.number for one in self.placed.pins if one.apart]:
            which = self._listed(apart)
            far = N_("Tables lie far apart on {which}: talk about that first.")
            sentence = far if tables else N_("Organisations lie far apart on {which}: talk about that first.")
            found.append(self.say(sentence, which=which))
        elif self.placed.voices > 1:
            near = N_("Tables lie far apart on no card.")
            found.append(self.say(near if tables else N_("Organisations lie far apart on no card.")))
        if self.placed.round > 1:
            moved = [one.number for one in self.placed.pins if one.was]
            sentence = N_("Since the round before these moved: {which}.")
            still = N_("Since the round before nothing moved.")
            found.append(self.say(sentence, which=self._listed(moved)) if moved else self.say(still))
        return found

    def _listed(self, numbers: list[int]) -> str:
        words = [str(one) for one in sorted(numbers)]
        if len(words) == 1:
            return words[0]
        return f"{', '.join(words[:-1])} {self.say(N_('and'))} {words[-1]}"

    def head(self) -> list[str]:
        """Return the head of the table."""
        x, y = self.placed.x.title, self.placed.y.title
        half = N_("{axis}: middle half")
        return [
            self.say(N_("Number")),
            self.say(N_("Text")),
            x,
            y,
            self.say(N_("Region")),
            self.say(half, axis=x),
            self.say(half, axis=y),
            self.say(N_("Tables") if self.placed.tables else N_("People")),
            self.say(N_("Talk about this first")),
            self.say(N_("The round before")),
        ]

    def row(self, pin: Pin) -> list[str | float | None]:
        """Return one card as a row of the table."""
        x, y = self.placed.x, self.placed.y
        return [
            pin.number,
            pin.text,
            _sign(x, pin.x) or _whole(pin.x),
            _sign(y, pin.y) or _whole(pin.y),
            "" if pin.field is None else self.placed.fields[pin.field].name,
            self._between(x, *pin.x_span),
            self._between(y, *pin.y_span),
            pin.people,
            self.say(N_("yes") if pin.apart else N_("no")),
            self.place(*pin.was) if pin.was else "",
        ]

    def _between(self, axis: Scale, low: float, high: float) -> str:
        ends = [_sign(axis, value) or self._number(value, 2) for value in (low, high)]
        return self.say(N_("{low} to {high}"), low=ends[0], high=ends[1]) if low != high else ends[0]

    def notes(self, drawing: ChartDrawing | None, saying: Saying) -> list[str]:
        """Return what the signs mean, and what is not in the drawing."""
        pins, tables = self.placed.pins, self.placed.tables
        found = []
        if any(low < high for one in pins for low, high in (one.x_span, one.y_span)):
            half = N_("Lines through a number: the middle half of the tables.")
            found.append(
                self.say(
                    half if tables else N_("Lines through a number: the middle half of the organisations.")
                )
            )
        if any(one.apart for one in pins):
            found.append(self.say(N_("A dashed edge around a number: talk about this first.")))
        if any(one.was for one in pins):
            found.append(self.say(N_("A dashed arrow comes from where a card lay in the round before.")))
        if drawing and any(one.text.startswith("+") for one in drawing.texts):
            found.append(self.say(N_("A mark such as +3: three more cards in this place. The list has all.")))
        if nowhere := [one.number for one in pins if one.x <= 0 or one.y <= 0]:
            off = N_("Not in the diagram, because they have no impact: {which}.")
            found.append(self.say(off, which=self._listed(nowhere)))
        if self.placed.unplaced:
            found.append(self.say(N_("Not placed by anybody: {n}."), n=str(self.placed.unplaced)))
        return [*found, *(self.say(one) for one in saying.notes)]


def _sign(axis: Scale, value: float) -> str:
    """Return what stands for a class, 0 for none; nothing where a card lies between two points."""
    if not axis.classes or not float(value).is_integer():
        return ""
    return axis.signs[int(value) - 1] if value else "0"


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else round(value, 2)


def _small(title: str) -> str:
    """Return a title in the middle of a sentence; a word in capitals stays as it is."""
    return title if title.isupper() else f"{title[:1].lower()}{title[1:]}"


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rpartition(' ')[0] or text[:SHORT]}…"
