"""A forest plot: the change in each workshop with its interval, their mean as a diamond, and the next one."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from kit.insight.chart_numbers import digits_for, number, ticks
from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
    LINE,
    ChartDrawing,
    ChartPath,
    ChartText,
    Shape,
    fitted,
    n,
    wide,
)

NAME, PEOPLE, SAID = 0.32, 0.385, 0.19
"""Of the width: where names end, where numbers of people end, and what the numbers at the right take."""
BAND, GAP, HALF, BETWEEN = 22.0, 8.0, 8.0, 8.0
SMALLEST_MARK, MARK = 3.0, 5.0
MOST_LINES = 5
"""Of a name: its end is the day, and tells two workshops of one title apart."""

Kind = Literal["mean", "median", "nothing", "together", "next"]


class ForestRow(msgspec.Struct, frozen=True):
    """One row: a workshop, or with ``together`` and ``next`` what stands below them.

    Attributes:
        name: Whose it is.
        kind: What is drawn: a mean with its interval, a median, nothing; the mean of all, or the next one.
        people: How many people, written.
        said: What is written beside it: one line, or two of which the second explains the first.
        at: Where its mark stands; None where it has none.
        low: The lower end of its interval; None where it has none.
        high: The upper end.
        weight: Its weight in the mean, 0 to 1: the larger the square.
    """

    name: str
    kind: Kind
    people: str
    said: tuple[str, ...]
    at: float | None = None
    low: float | None = None
    high: float | None = None
    weight: float = 0.0


class ForestWords(msgspec.Struct, frozen=True):
    """What stands around the rows: heads of the columns, and which side of zero is which."""

    workshop: str
    people: str
    change: str
    lower: str
    higher: str


class _Plot(msgspec.Struct, frozen=True):
    """Where the numbers lie: from ``left`` to ``right``, with marks on the axis at ``ticks``."""

    left: float
    right: float
    ticks: list[float]

    def x(self, value: float) -> float:
        """Return where a number stands."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.left + (value - low) / (high - low) * (self.right - self.left)

    def labels(self, lang: str) -> list[str]:
        """Return what is written at the marks."""
        digits = max(digits_for(self.ticks), 1)
        return [number(one, lang, digits, signed=True) for one in self.ticks]


def forest(rows: Sequence[ForestRow], shape: Shape, lang: str, words: ForestWords) -> ChartDrawing:
    """Return a forest plot of all rows; it is as high as they need, because none may be left out.

    A line is an interval of 95 %, a square a mean, as large as its weight; a circle is a median, which has no
    interval; the diamond is as wide as the interval of the mean; the dashed line is where the next one is
    expected.

    Args:
        rows: From the top.
        shape: The sheet; its height is not kept to.
        lang: ``"nl"`` or ``"en"``.
        words: What stands around them.
    """
    narrow = shape.name == "narrow"
    plot = _plot(rows, shape, lang)
    texts = _head(shape, words)
    paths: list[ChartPath] = []
    y = top = LINE + GAP
    most = max((one.weight for one in rows), default=0.0) or 1.0
    for row in rows:
        if row.kind == "together":
            paths.append(ChartPath(f"M0 {n(y)}H{n(shape.width)}", "ruler"))
            y += GAP
        said, height, middle = _said(row, y, shape)
        texts += said
        paths += _marks(row, plot, middle, row.weight / most)
        if (
            narrow and row.kind != "nothing"
        ):  # elsewhere one line runs through all rows; here it would run through the words
            zero = plot.x(0)
            paths.insert(0, ChartPath(f"M{n(zero)} {n(middle - BAND / 2)}v{n(BAND)}", "zero"))
        y += height + GAP
    axis, labels, y = _axis(plot, y, lang, words)
    if not narrow:
        paths.insert(0, ChartPath(f"M{n(plot.x(0))} {n(top - 4)}V{n(y - 2 * LINE - DESCENT)}", "zero"))
    return ChartDrawing(shape.width, round(y, 1), [*axis, *paths], [*texts, *labels])


def _plot(rows: Sequence[ForestRow], shape: Shape, lang: str) -> _Plot:
    """Return where the numbers lie, with as many marks as there is room for."""
    known = [one for row in rows for one in (row.at, row.low, row.high) if one is not None]
    left, right = 20.0, shape.width - 20
    if shape.name != "narrow":
        left, right = shape.width * PEOPLE + 22, shape.width * (1 - SAID) - 18
    for most in (7, 6, 5, 4, 3):
        plot = _Plot(left, right, ticks(min([0.0, *known]), max([0.0, *known]), most=most))
        apart = (right - left) / (len(plot.ticks) - 1)
        if max(wide(one) for one in plot.labels(lang)) + BETWEEN <= apart:
            break
    return plot


def _head(shape: Shape, words: ForestWords) -> list[ChartText]:
    if shape.name == "narrow":
        return [ChartText(0, ASCENT, f"{words.people} · {words.change}", "axis")]
    return [
        ChartText(0, ASCENT, words.workshop, "axis"),
        ChartText(round(shape.width * PEOPLE, 1), ASCENT, words.people, "axis", "end"),
        ChartText(round(shape.width * (1 - SAID), 1), ASCENT, words.change, "axis"),
    ]


def _said(row: ForestRow, top: float, shape: Shape) -> tuple[list[ChartText], float, float]:
    """Return what is written of a row, how high that is, and where its marks lie."""
    look = "strong" if row.kind == "together" else "kind"
    bold = look == "strong"
    if shape.name == "narrow":
        names = fitted(row.name, shape.width, most=MOST_LINES, bold=True)
        first, *rest = row.said
        numbers = f"{first} ({rest[0]})" if rest else first
        below = fitted(" · ".join(filter(None, [row.people, numbers])), shape.width, most=2)
        lines = [(one, "strong kind") for one in names] + [(one, "soft") for one in below]
        texts = [ChartText(0, round(top + ASCENT + k * LINE, 1), *one) for k, one in enumerate(lines)]
        band = BAND if row.kind != "nothing" else 0.0
        return texts, len(lines) * LINE + band, top + len(lines) * LINE + BAND / 2
    names = fitted(row.name, shape.width * NAME, most=MOST_LINES, bold=bold)
    height = max(len(names), len(row.said), 1) * LINE
    middle = top + height / 2

    def line(x: float, count: int, k: int, text: str, look: str) -> ChartText:
        y = middle - count * LINE / 2 + k * LINE + ASCENT + 1
        return ChartText(round(x, 1), round(y, 1), text, look)

    texts = [line(0, len(names), k, one, look) for k, one in enumerate(names)]
    if row.people:
        x, y = round(shape.width * PEOPLE, 1), round(middle + ASCENT + 1 - LINE / 2, 1)
        texts.append(ChartText(x, y, row.people, look, "end"))
    right, strong = shape.width * (1 - SAID), row.kind in {"mean", "together"}
    texts += [
        line(right, len(row.said), k, one, "strong" if strong and not k else "soft")
        for k, one in enumerate(row.said)
    ]
    return texts, height, middle


def _marks(row: ForestRow, plot: _Plot, y: float, weight: float) -> Iterator[ChartPath]:
    """Yield the interval of a row and the mark on it."""
    low, high = (None if one is None else plot.x(one) for one in (row.low, row.high))
    at = None if row.at is None else plot.x(row.at)
    if row.kind == "together" and None not in {low, high, at}:
        d = f"M{n(low)} {n(y)}L{n(at)} {n(y - HALF)}L{n(high)} {n(y)}L{n(at)} {n(y + HALF)}z"  # type: ignore[arg-type]
        yield ChartPath(d, "diamond")
        return
    if low is not None and high is not None:
        ends = f"M{n(low)} {n(y - 5)}v10M{n(high)} {n(y - 5)}v10"
        yield ChartPath(f"M{n(low)} {n(y)}H{n(high)}", "line-against" if row.kind == "next" else "line-1")
        yield ChartPath(ends, "thread" if row.kind == "next" else "line-1")
    if at is None:
        return
    if row.kind == "median":
        yield ChartPath(f"M{n(at - 5)} {n(y)}a5 5 0 1010 0a5 5 0 10-10 0", "dot")
    elif row.kind == "mean":
        half = SMALLEST_MARK + MARK * math.sqrt(weight)
        yield ChartPath(
            f"M{n(at - half)} {n(y - half)}h{n(2 * half)}v{n(2 * half)}h{n(-2 * half)}z", "mark-1"
        )


def _axis(
    plot: _Plot, y: float, lang: str, words: ForestWords
) -> tuple[list[ChartPath], list[ChartText], float]:
    """Return the axis below the rows, what stands at it, and where the sheet ends."""
    marks = "".join(f"M{n(plot.x(one))} {n(y)}v4" for one in plot.ticks)
    paths = [ChartPath(f"M{n(plot.left)} {n(y)}H{n(plot.right)}{marks}", "ruler")]
    below = y + 4 + ASCENT + 2
    texts = [
        ChartText(round(plot.x(one), 1), round(below, 1), said, "axis", "middle")
        for one, said in zip(plot.ticks, plot.labels(lang), strict=True)
    ]
    texts += [
        ChartText(round(plot.left - 14, 1), round(below + LINE, 1), words.lower, "axis"),
        ChartText(round(plot.right + 14, 1), round(below + LINE, 1), words.higher, "axis", "end"),
    ]
    return paths, texts, below + LINE + DESCENT
