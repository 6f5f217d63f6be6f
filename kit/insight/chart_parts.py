"""What a chart is made of: paths and lines of text, with what each one means.

One layout for all: screens draw it with their own colours, light or dark, and so do files. Letters are
:data:`LETTER` units high, on a sheet as wide as a phone, or on one for a wall and a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from kit.insight.chart_numbers import number
from kit.insight.text_lines import lines_of, width_of

LETTER, LINE = 14.0, 17.0
ASCENT, DESCENT = 11.0, 4.0
"""What a line of text takes above and below the line that its letters stand on."""
MOST_LINES = 4
"""Lines that are told apart by colour, dash and mark; any others are thin and grey."""

Anchor = Literal["start", "middle", "end"]


class Shape(msgspec.Struct, frozen=True):
    """The sheet that a chart is drawn on: how wide, and how high it may be."""

    name: Literal["narrow", "wide"]
    width: float
    height: float


NARROW = Shape("narrow", 340, 330)
"""For a phone held upright: one unit is about one pixel."""
WIDE = Shape("wide", 600, 372)
"""For a wall, a table or a page: on a projector one unit is about two pixels."""


class ChartPath(msgspec.Struct, frozen=True):
    """A line or an area: ``d`` is the data of an SVG path, ``look`` what it stands for."""

    d: str
    look: str


class ChartText(msgspec.Struct, frozen=True):
    """A line of text that stands on (x, y)."""

    x: float
    y: float
    text: str
    look: str = ""
    anchor: Anchor = "start"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom, where letters are as wide as they can be."""
        wide = width_of(self.text, bold="strong" in self.look) * LETTER
        left = self.x - {"start": 0, "middle": wide / 2, "end": wide}[self.anchor]
        return left, self.y - ASCENT, left + wide, self.y + DESCENT


class ChartDrawing(msgspec.Struct, frozen=True):
    """A chart on its sheet."""

    width: float
    height: float
    paths: list[ChartPath]
    texts: list[ChartText]


class Line(msgspec.Struct, frozen=True):
    """What one area, or one kind, is over the periods; ``against`` marks what the others are held against.

    ``published`` are the numbers that an index or a rate was made of.
    """

    name: str
    values: list[float | None]
    against: bool = False
    area: str = ""
    published: list[float | None] = []


class Writing(msgspec.Struct, frozen=True):
    """How numbers are written in a chart.

    Attributes:
        lang: ``"nl"`` or ``"en"``.
        digits: Decimals.
        none: What stands where a number was not published.
    """

    lang: str
    digits: int = 0
    none: str = ""

    def number(self, value: float | None, *, signed: bool = False) -> str:
        """Return a number as it is written."""
        return self.none if value is None else number(value, self.lang, self.digits, signed=signed)


def n(value: float) -> str:
    """Return a number for a path, short: a tenth of a unit is seen by nobody."""
    text = f"{round(value, 1) + 0:.1f}".removesuffix(".0")  # + 0 makes a zero of a minus zero
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0.") else text


def fitted(text: str, width: float, *, most: int = 1, bold: bool = False) -> list[str]:
    """Return a text in at most so many lines of at most this width, in units."""
    return lines_of(text, width / LETTER, most, bold=bold)


def wide(text: str, *, bold: bool = False) -> float:
    """Return how wide a text is at most, in units."""
    return width_of(text, bold=bold) * LETTER


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return where labels go so that none lies on another, each as near as can be to where it wants to be.

    Args:
        wanted: The middle that each wants, in any order.
        sizes: How high each is.
        low: Where the first may begin.
        high: Where the last must end; when they don't fit, they go on below it.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    groups: list[tuple[list[int], float, float]] = []  # members, size, wanted beginning
    for i in order:
        members, size, begin = [i], sizes[i], max(low, min(wanted[i] - sizes[i] / 2, high - sizes[i]))
        while groups and groups[-1][2] + groups[-1][1] > begin:
            before, its, where = groups.pop()
            begin = (where * len(before) + (begin - its) * len(members)) / (len(before) + len(members))
            members, size = [*before, *members], its + size
            begin = max(low, min(begin, high - size))
        groups.append((members, size, begin))
    found = [0.0] * len(wanted)
    for members, _, begin in groups:
        at = begin
        for i in members:
            found[i] = at + sizes[i] / 2
            at += sizes[i]
    return found
