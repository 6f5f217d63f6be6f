"""Questions before and after as a drawing: who agrees, with an open mark and a filled one on one line."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.change_drawing import TALLER, Moments
from kit.insight.change_marks import END, LETTERS, Key, disc, dot, legend, percent, split
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

WIDEST = 0.42
"""Of the sheet, for names."""


class Question(msgspec.Struct, frozen=True):
    """One question: the share that agrees before and after, 0 to 1, or else how many people moved."""

    name: str
    told: str
    before: float | None = None
    after: float | None = None
    counts: tuple[int, int, int] | None = None


def room_for(rows: Sequence[Question], shape: Shape, moments: Moments) -> int:
    """Return how many questions fit on a sheet, from the top."""
    room = shape.height * (TALLER if shape.name == "narrow" else 1)
    high, plan = legend(_keys(rows, moments), shape.width)[0] + DESCENT, _plan(rows, shape)
    for i, row in enumerate(rows):
        high += _tall(row, plan)
        if high > room and i:
            return i
    return len(rows)


class _Plan(msgspec.Struct, frozen=True):
    """How wide the names are, and in how many lines."""

    column: float
    most: int
    narrow: bool


def _plan(rows: Sequence[Question], shape: Shape) -> _Plan:
    """Return names as wide as the widest, so that the marks get the rest, and in two lines if they fit."""
    if shape.name == "narrow":
        return _Plan(shape.width, 2, narrow=True)
    column = min(shape.width * WIDEST, max((wide(row.name) for row in rows), default=0.0) + 16)
    two = _Plan(column, 2, narrow=False)
    fits = sum(_tall(row, two) for row in rows) <= shape.height - LINE - 10 - DESCENT
    return two if fits else _Plan(column, 1, narrow=False)


def _asked(row: Question, plan: _Plan) -> list[str]:
    return fitted(row.name, plan.column - 10, most=plan.most)


def _tall(row: Question, plan: _Plan) -> float:
    lines = len(_asked(row, plan)) * LINE
    if plan.narrow:
        return lines + (LINE if row.before is None else 0) + 26
    return max(lines, LINE) + 7


def questions(rows: Sequence[Question], shape: Shape, moments: Moments) -> ChartDrawing:
    """Return the share that agrees with each question, before and after; of few people who moved.

    Args:
        rows: The questions, from the top.
        shape: The sheet.
        moments: What the marks stand for.
    """
    y, paths, texts = legend(_keys(rows, moments), shape.width)
    plan = _plan(rows, shape)
    for row in rows:
        drawn, said = _question(row, y, shape, plan)
        paths += drawn
        texts += said
        y += _tall(row, plan)
    return ChartDrawing(shape.width, round(max(y, LINE) + DESCENT, 1), paths, texts)


def _keys(rows: Sequence[Question], moments: Moments) -> list[Key]:
    keys = []
    if any(row.before is not None for row in rows):
        keys += [Key("before", moments.before), Key("after", moments.after)]
    if any(row.before is None and row.counts for row in rows):
        keys += [Key("up", moments.up), Key("same", moments.same), Key("down", moments.down)]
    return keys


def _question(
    row: Question, top: float, shape: Shape, plan: _Plan
) -> tuple[list[ChartPath], list[ChartText]]:
    lines, narrow = _asked(row, plan), plan.narrow
    texts = [ChartText(0, round(top + ASCENT + k * LINE, 1), one, "kind") for k, one in enumerate(lines)]
    left = 0.0 if narrow else plan.column
    middle = top + (len(lines) * LINE + 8 if narrow else max(len(lines), 1) * LINE / 2 - 1)
    if row.before is None or row.after is None:
        if row.counts is None:
            return [], texts
        said = wide(row.told) if not narrow else 0.0
        bar = split(row.counts, left, shape.width - said - (12 if said else 0), middle - 6, 12)
        at = (0.0, middle + 21) if narrow else (shape.width - said, middle + 5)
        return bar, [*texts, ChartText(round(at[0], 1), round(at[1], 1), row.told)]
    drawn, said_ends = _shares(row.before, row.after, left, shape.width, middle)
    return drawn, [*texts, *said_ends]


def _shares(
    before: float, after: float, left: float, right: float, y: float
) -> tuple[list[ChartPath], list[ChartText]]:
    first, last = left + LETTERS, right - LETTERS
    a, b = (first + one * (last - first) for one in (before, after))
    rises = after >= before
    texts = [
        ChartText(round(a + (-END if rises else END), 1), round(y + 5, 1), percent(before), "soft",
                  "end" if rises else "start"),
        ChartText(round(b + (END if rises else -END), 1), round(y + 5, 1), percent(after), "strong",
                  "start" if rises else "end"),
    ]  # fmt: skip
    paths = [
        ChartPath(f"M{n(first)} {n(y)}H{n(last)}", "ruler"),
        ChartPath(f"M{n(a)} {n(y)}H{n(b)}", "line line-1"),
    ]
    if abs(a - b) < 1:
        return [*paths, disc(b, y, 7.5), dot(a, y, 3.5)], texts
    return [*paths, dot(a, y), disc(b, y)], texts
