"""What a drawing of a grid is made of: scales, fields and pins, and where a value lies on the sheet."""

from __future__ import annotations

import msgspec

from kit.insight.chart_parts import ASCENT, LINE, Anchor, ChartPath, ChartText, fitted, n, wide

Spot = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom on the sheet."""
GLYPH, AFTER = 13.0, 7.0
"""How large the shape of a field is, and how far its name stands from it."""
INSET = 6.0

SHAPES: dict[str, tuple[Spot, ...]] = {
    "star": (
        (12, 1.5), (15.2, 8.4), (22.7, 9.3), (17.2, 14.5), (18.6, 21.9),
        (12, 18.3), (5.4, 21.9), (6.8, 14.5), (1.3, 9.3), (8.8, 8.4),
    ),
    "square": ((3, 3), (21, 3), (21, 21), (3, 21)),
    "triangle": ((12, 2), (22.5, 21), (1.5, 21)),
    "diamond": ((12, 1), (23, 12), (12, 23), (1, 12)),
}  # fmt: skip
"""Corners of the shapes on a square of 24; what is not here is a circle."""


class Scale(msgspec.Struct, frozen=True):
    """One axis: a sign for each point, and a word at both ends.

    Attributes:
        title: What it is about.
        signs: What stands for each point, of which the first has the value 1.
        ends: The words at the first and the last point.
        classes: A point takes up a cell; else a card may lie between two.
        reverse: Little is drawn where much is otherwise.
    """

    title: str
    signs: tuple[str, ...]
    ends: tuple[str, str]
    classes: bool = False
    reverse: bool = False

    @property
    def drawn(self) -> tuple[str, str]:
        """The words at the ends as they are drawn: left and right, or below and above."""
        return (self.ends[1], self.ends[0]) if self.reverse else self.ends


class Field(msgspec.Struct, frozen=True):
    """A part of the plane with a name, a shape and a word of advice; ``areas`` in units of the scales.

    An area is ``(left, right, bottom, top)``.
    """

    name: str
    text: str
    shape: str
    areas: tuple[tuple[float, float, float, float], ...]


class Pin(msgspec.Struct, frozen=True):
    """One card, in units of the scales.

    Attributes:
        number: What stands in its mark: its place in the order.
        text: What the card says.
        x: Its middle; 0 is off the scale: no impact at all.
        y: The same.
        x_span: The first and the third quartile.
        y_span: The same.
        field: The number of its field, or None.
        was: Where it lay a round ago, if that was elsewhere.
        chosen: It goes on.
        apart: People should talk about it first.
        people: How many placed it.
        place: Where it lies, in words.
    """

    number: int
    text: str
    x: float
    y: float
    x_span: tuple[float, float]
    y_span: tuple[float, float]
    field: int | None = None
    was: tuple[float, float] | None = None
    chosen: bool = False
    apart: bool = False
    people: int = 0
    place: str = ""


class Words(msgspec.Struct, frozen=True):
    """The words in the drawing that are not the cards' own."""

    ends: str
    """What is at the bottom and at the top of the upright axis."""
    on: str
    talk: str
    rest: str
    """Above the cards that lie in no field."""


class Grid(msgspec.Struct, frozen=True):
    """Two axes, the fields between them with the most urgent first, and the cards in their order."""

    x: Scale
    y: Scale
    fields: tuple[Field, ...]
    pins: tuple[Pin, ...]
    words: Words


class Plane(msgspec.Struct, frozen=True):
    """The plane between the axes, on its sheet."""

    grid: Grid
    left: float
    top: float
    right: float
    bottom: float

    def across(self, value: float) -> float:
        """Return where a value of x lies; the outer points are half a unit from the edge."""
        share = (value - 0.5) / len(self.grid.x.signs)
        return self.left + (1 - share if self.grid.x.reverse else share) * (self.right - self.left)

    def up(self, value: float) -> float:
        """Return where a value of y lies."""
        share = (value - 0.5) / len(self.grid.y.signs)
        return self.bottom - (1 - share if self.grid.y.reverse else share) * (self.bottom - self.top)

    def spot(self, x: float, y: float) -> Spot:
        """Return where a place lies."""
        return self.across(x), self.up(y)

    def box(self, area: tuple[float, float, float, float]) -> Box:
        """Return an area as it lies on the sheet, whichever way the axes run."""
        left, right = sorted((self.across(area[0]), self.across(area[1])))
        top, bottom = sorted((self.up(area[2]), self.up(area[3])))
        return left, top, right, bottom

    @property
    def classes(self) -> bool:
        """Whether both axes have classes, so that cards lie in cells."""
        return self.grid.x.classes and self.grid.y.classes


class Name(msgspec.Struct, frozen=True):
    """The name of a field in a corner of the plane, and the room that it takes."""

    field: int
    box: Box
    lines: list[str]
    end: bool


def names(plane: Plane) -> list[Name]:
    """Return for each field the corner that is its own: the first one that no more urgent field has."""
    found: dict[int, Name] = {}
    corners = [
        (plane.right, plane.top), (plane.left, plane.top),
        (plane.left, plane.bottom), (plane.right, plane.bottom),
    ]  # fmt: skip
    for x, y in corners:
        at = (x - 1 if x == plane.right else x + 1), (y - 1 if y == plane.bottom else y + 1)
        for number, field in enumerate(plane.grid.fields):
            boxes = [box for box in map(plane.box, field.areas) if _within(at, box)]
            if boxes:
                if number not in found:
                    found[number] = _name(plane, number, boxes[0], (x, y))
                break
    return list(found.values())


def _name(plane: Plane, number: int, box: Box, corner: Spot) -> Name:
    room = box[2] - box[0] - 2 * INSET - GLYPH - AFTER
    lines = fitted(plane.grid.fields[number].name, room, most=2, bold=True)
    width = max(wide(one, bold=True) for one in lines) + GLYPH + AFTER
    height = len(lines) * LINE
    left = corner[0] - INSET - width if corner[0] == plane.right else corner[0] + INSET
    top = corner[1] - 4 - height if corner[1] == plane.bottom else corner[1] + 4
    return Name(number, (left, top, left + width, top + height), lines, corner[0] == plane.right)


def _within(at: Spot, box: Box) -> bool:
    return box[0] <= at[0] <= box[2] and box[1] <= at[1] <= box[3]


def glyph(shape: str, x: float, y: float, size: float = GLYPH) -> ChartPath:
    """Return the shape of a field with its left top at (x, y)."""
    corners = SHAPES.get(shape)
    if corners is None:
        return ChartPath(disc(x + size / 2, y + size / 2, size * 0.42), "mark-against")
    unit = size / 24
    line = "L".join(f"{n(x + a * unit)} {n(y + b * unit)}" for a, b in corners)
    return ChartPath(f"M{line}z", "mark-against")


def disc(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    radius = round(radius, 1)
    r = n(radius)
    return f"M{n(x - radius)} {n(y)}a{r} {r} 0 1 0 {n(2 * radius)} 0a{r} {r} 0 1 0 {n(-2 * radius)} 0z"


def drawn_name(plane: Plane, name: Name) -> tuple[list[ChartPath], list[ChartText]]:
    """Return a field's name with its shape."""
    left, top, right, _ = name.box
    x = right if name.end else left + GLYPH + AFTER
    beside = right - wide(name.lines[0], bold=True) - GLYPH - AFTER if name.end else left
    anchor: Anchor = "end" if name.end else "start"
    texts = [
        ChartText(round(x, 1), round(top + k * LINE + ASCENT + 1, 1), one, "strong on-free", anchor)
        for k, one in enumerate(name.lines)
    ]
    return [glyph(plane.grid.fields[name.field].shape, beside, top)], texts
