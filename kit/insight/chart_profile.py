"""A profile: how far an area, or several, are from the national mean in each dimension, also in words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.chart_parts import (
    ASCENT,
    LINE,
    ChartDrawing,
    ChartPath,
    ChartText,
    Shape,
    Writing,
    fitted,
    n,
    wide,
)

EDGES = (0.0392, 0.0785, 0.157, 0.2365)
"""Where the classes of a deviation part: the same below the mean and above it, and in every dimension.

Measured on the scores and classes that the Leefbaarometer 3.0 published of 525 areas in 2024."""
BAND, GAP = 20.0, 12.0
DIAMOND = "l8 8l-8 8l-8-8z"


class Words(msgspec.Struct, frozen=True):
    """What stands in a profile.

    Attributes:
        classes: Nine, from far below the mean to far above it.
        worse: Which side is which.
        mean: The line in the middle.
        better: Which side is which.
        lowest: With ``{area}`` and ``{value}``.
        highest: With ``{area}`` and ``{value}``.
    """

    classes: tuple[str, ...]
    worse: str
    mean: str
    better: str
    lowest: str
    highest: str


class Dimension(msgspec.Struct, frozen=True):
    """A dimension with the deviation of each area, None where none was published.

    ``against`` is that of what they are held against.
    """

    name: str
    values: list[tuple[str, float | None]]
    against: float | None = None


def class_of(value: float) -> int:
    """Return the class of a deviation, 0 to 8; 4 is around the mean. What is on an edge is the nearer one."""
    steps = sum(abs(value) > edge for edge in EDGES)
    return 4 + (steps if value > 0 else -steps)


def spoken(dimension: Dimension, words: Words, writing: Writing) -> list[str]:
    """Return what is said of a dimension: its class for one area, for several the lowest and the highest."""
    known = [(name, value) for name, value in dimension.values if value is not None]
    if not known:
        return [writing.none]
    if len(dimension.values) == 1:
        value = known[0][1]
        return [f"{words.classes[class_of(value)]} ({writing.number(value, signed=True)})"]
    low, high = min(known, key=lambda one: one[1]), max(known, key=lambda one: one[1])
    return [
        said.format(area=name, value=writing.number(value, signed=True))
        for said, (name, value) in ((words.lowest, low), (words.highest, high))
    ]


def profile(
    dimensions: Sequence[Dimension], shape: Shape, writing: Writing, words: Words, *, against: str = ""
) -> ChartDrawing:
    """Return a profile: a bar for one area, dots for several, a diamond for what they are held against.

    Args:
        dimensions: From the top.
        shape: The sheet.
        writing: How numbers are written.
        words: What stands in it.
        against: Name of the area that the others are held against.
    """
    narrow = shape.name == "narrow"
    column = shape.width if narrow else shape.width * 0.46
    left = 6.0 if narrow else column + 12
    values = [value for one in dimensions for value in (*(v for _, v in one.values), one.against)]
    reach = max([abs(value) for value in values if value is not None] + [EDGES[1]])
    middle = (left + shape.width - 6) / 2
    half = shape.width - 6 - middle
    there = against if any(one.against is not None for one in dimensions) else ""
    texts, top = _head(shape, middle, left, words, there)
    paths = [ChartPath(f"M8 {n(ASCENT - 12.5)}{DIAMOND}", "diamond")] if there else []
    y = top
    for one in dimensions:
        lines = [(text, "strong kind") for text in fitted(one.name, column, most=2, bold=True)]
        for said in spoken(one, words, writing):
            lines += [(text, "soft") for text in fitted(said, column, most=2)]
        texts += [
            ChartText(0, round(y + ASCENT + k * LINE, 1), text, look) for k, (text, look) in enumerate(lines)
        ]
        block = len(lines) * LINE
        band = y + (block if narrow else max(0, (block - BAND) / 2))
        paths += _band(one, middle, half, (half - 6) / reach, band)
        y += (block + BAND if narrow else max(block, BAND)) + GAP
    if not narrow:  # on a phone it would run through the words
        paths.insert(0, ChartPath(f"M{n(middle)} {n(top - 4)}V{n(y - GAP)}", "zero"))
    return ChartDrawing(shape.width, round(y - GAP + 2, 1), paths, texts)


def _head(
    shape: Shape, middle: float, left: float, words: Words, against: str
) -> tuple[list[ChartText], float]:
    """Return what the sides mean, with the middle, and the sign of what the areas are held against."""
    y, texts = ASCENT, []
    if against:
        (said,) = fitted(against, shape.width * (1 if shape.name == "narrow" else 0.4) - 20)
        texts.append(ChartText(20, y, said, "soft"))
        y += LINE + 4 if shape.name == "narrow" else 0
    texts.append(ChartText(round(middle, 1), y, words.mean, "axis", "middle"))
    side = max(wide(words.worse), wide(words.better)) + wide(words.mean) / 2 + 12
    y += LINE if side > shape.width - 6 - middle else 0
    texts += [
        ChartText(round(left, 1), y, words.worse, "axis"),
        ChartText(round(shape.width - 6, 1), y, words.better, "axis", "end"),
    ]
    return texts, y + 14


def _band(one: Dimension, middle: float, reach: float, scale: float, top: float) -> list[ChartPath]:
    """Return the bar of one area, or the dots of several, and the diamond of what they are held against."""
    y = top + BAND / 2
    known = [value for _, value in one.values if value is not None]
    paths = [
        ChartPath(f"M{n(middle - reach)} {n(y)}H{n(middle + reach)}", "ruler"),
        ChartPath(f"M{n(middle)} {n(top)}v{n(BAND)}", "zero"),
    ]
    if len(one.values) == 1:
        paths += [
            ChartPath(
                f"M{n(middle)} {n(y - 6)}H{n(middle + value * scale)}v12H{n(middle)}z",
                "bar-under" if value < 0 else "bar-over",
            )
            for value in known
        ]
    elif known:
        ends = {min(known), max(known)}
        inner = "".join(_dot(middle + v * scale, y, 4.5) for v in known if v not in ends)
        outer = "".join(_dot(middle + v * scale, y, 6) for v in sorted(ends))
        paths += [ChartPath(inner, "dot")] if inner else []
        paths.append(ChartPath(outer, "dot-end"))
    if one.against is not None:
        x = middle + one.against * scale
        paths.append(ChartPath(f"M{n(x)} {n(y - 8)}{DIAMOND}", "diamond"))
    return paths


def _dot(x: float, y: float, r: float) -> str:
    return f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 10{n(2 * r)} 0a{n(r)} {n(r)} 0 10{n(-2 * r)} 0"
