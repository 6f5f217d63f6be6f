"""Scores before and after as a drawing: an open mark, a filled one, the interval, and who moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from kit.insight.change_marks import (
    Key,
    disc,
    dot,
    legend,
    percent,
    rhomb,
    split,
    square,
    whisker,
)
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
    spread,
    wide,
)

TALLER = 1.4
"""On a phone, which scrolls, a chart may be so much higher than its sheet."""
GAP = 13.0
THICK = 15.0

Verdict = Literal["higher", "lower", "unclear", ""]


class Score(msgspec.Struct, frozen=True):
    """The change of one score over people who have it at both moments; what may not be shown is None.

    Attributes:
        name: What it is a score of.
        bottom: The lowest score there can be; ``top`` the highest, 1 for a share.
        counts: People who went up, stayed the same and went down.
        told: The same in words.
        verdict: What the interval says, ``word`` in a word; both empty where there is none.
        before: Mean before; ``after`` likewise.
        low: Lower end of the interval of the change; ``high`` the upper one.
        moved: The change and its interval in words.
        memory: What people later say it was at the start.
        day: The mean at the end of the day, where ``after`` is weeks later.
    """

    name: str
    bottom: float
    top: float
    counts: tuple[int, int, int]
    told: str
    verdict: Verdict = ""
    word: str = ""
    before: float | None = None
    after: float | None = None
    low: float | None = None
    high: float | None = None
    moved: str = ""
    memory: float | None = None
    day: float | None = None


class Moments(msgspec.Struct, frozen=True):
    """What the marks stand for, in words."""

    before: str
    after: str
    memory: str
    day: str
    margin: str
    up: str
    same: str
    down: str


def room_for(rows: Sequence[Score], shape: Shape, moments: Moments) -> int:
    """Return how many scores fit on a sheet, from the top."""
    room = shape.height * (TALLER if shape.name == "narrow" else 1)
    high = _legend(rows, shape, moments)[0]
    for i, row in enumerate(rows):
        high += _height(row, shape)
        if high - GAP > room and i:
            return i
    return len(rows)


def scores(rows: Sequence[Score], shape: Shape, writing: Writing, moments: Moments) -> ChartDrawing:
    """Return the mean of each score before and after, and how many people moved.

    Below the two marks lies the 95 % interval of the change, from where the group began: as long as it does
    not touch the thread that hangs from the first mark, the difference is clear.

    Args:
        rows: The scores, from the top.
        shape: The sheet.
        writing: How numbers are written.
        moments: What the marks stand for.
    """
    y, paths, texts = _legend(rows, shape, moments)
    for row in rows:
        drawn, said = _score(row, y, shape, writing)
        paths += drawn
        texts += said
        y += _height(row, shape)
    return ChartDrawing(shape.width, round(max(y - GAP, LINE), 1), paths, texts)


def _legend(
    rows: Sequence[Score], shape: Shape, moments: Moments
) -> tuple[float, list[ChartPath], list[ChartText]]:
    if all(row.before is None for row in rows):
        return legend(
            [Key("up", moments.up), Key("same", moments.same), Key("down", moments.down)], shape.width
        )
    keys = [Key("before", moments.before), Key("after", moments.after)]
    keys += [Key("day", moments.day)] if any(row.day is not None for row in rows) else []
    keys += [Key("memory", moments.memory)] if any(row.memory is not None for row in rows) else []
    return legend([*keys, Key("margin", moments.margin)], shape.width)


def _name(row: Score, shape: Shape) -> list[str]:
    beside = wide(row.word, bold=True) + 34 if row.word else 0.0
    return fitted(row.name, shape.width - beside, most=2, bold=True)


def _height(row: Score, shape: Shape) -> float:
    names = len(_name(row, shape)) * LINE
    if row.before is None:
        return names + LINE + THICK + 6 + GAP
    below = 2 * LINE + THICK + 8 if shape.name == "narrow" else 0.0
    return names + LINE + 34 + below + GAP


def _score(row: Score, top: float, shape: Shape, writing: Writing) -> tuple[list[ChartPath], list[ChartText]]:
    names = _name(row, shape)
    texts = [
        ChartText(0, round(top + ASCENT + k * LINE, 1), one, "strong kind") for k, one in enumerate(names)
    ]
    paths = []
    if row.word:
        texts.append(ChartText(shape.width, round(top + ASCENT, 1), row.word, "strong", "end"))
        sign = shape.width - wide(row.word, bold=True) - 12
        paths.append(_sign(row.verdict, sign, top + ASCENT - 5))
    y, narrow = top + len(names) * LINE, shape.name == "narrow"
    if row.before is None or row.after is None:
        return _people(row, 0, shape.width, y, (paths, texts))
    right = shape.width if narrow else shape.width * 0.54
    drawn, said = _means(row, right, y, writing)
    both = ([*paths, *drawn], [*texts, *said])
    if narrow:
        return _people(row, 0, shape.width, y + LINE + 34, both)
    return _people(row, right + 24, shape.width, y, both)


def _means(row: Score, right: float, top: float, writing: Writing) -> tuple[list[ChartPath], list[ChartText]]:
    """Return the marks of one score on its scale, with a number above each and the interval below."""
    share = row.top == 1
    ends = [percent(one) if share else f"{one:g}" for one in (row.bottom, row.top)]
    left = max(map(wide, ends)) + 12
    last = right - left
    track = top + LINE + 10

    def at(value: float) -> float:
        return left + (min(max(value, row.bottom), row.top) - row.bottom) / (row.top - row.bottom) * (
            last - left
        )

    marks = [(row.before or 0.0, "soft"), (row.after or 0.0, "strong")]
    marks += [(row.day, "soft")] if row.day is not None else []
    written = [percent(value) if share else writing.number(value) for value, _ in marks]
    sizes = [wide(one, bold=True) + 8 for one in written]
    places = spread([at(value) for value, _ in marks], sizes, 0, right)
    base = round(top + ASCENT + 2, 1)
    texts = [
        ChartText(round(x, 1), base, one, look, "middle")
        for x, one, (_, look) in zip(places, written, marks, strict=True)
    ]
    texts += [
        ChartText(0, round(track + 5, 1), ends[0], "axis"),
        ChartText(round(right, 1), round(track + 5, 1), ends[1], "axis", "end"),
    ]
    return [ChartPath(f"M{n(left)} {n(track)}H{n(last)}", "ruler"), *_marks(row, at, track)], texts


def _marks(row: Score, at: Callable[[float], float], track: float) -> list[ChartPath]:
    """Return the marks themselves; where both are in one place the open one lies within the filled one."""
    first, then = at(row.before or 0.0), at(row.after or 0.0)
    paths = [ChartPath(f"M{n(first)} {n(track)}H{n(then)}", "line line-1")]
    if row.low is not None and row.high is not None and row.before is not None:
        paths.append(ChartPath(f"M{n(first)} {n(track)}v21", "thread"))
        paths.append(whisker(at(row.before + row.low), at(row.before + row.high), track + 15))
    paths += [] if row.memory is None else [rhomb(at(row.memory), track)]
    paths += [] if row.day is None else [square(at(row.day), track)]
    if abs(then - first) < 1:
        return [*paths, disc(then, track, 8), dot(first, track, 4)]
    return [*paths, dot(first, track), disc(then, track)]


def _people(
    row: Score, left: float, right: float, top: float, both: tuple[list[ChartPath], list[ChartText]]
) -> tuple[list[ChartPath], list[ChartText]]:
    """Return with it how many people moved, as a bar in three parts and in words."""
    paths, texts = both
    (said,) = fitted(row.told, right - left) or [""]
    base = round(top + ASCENT + 2, 1)
    texts = [*texts, ChartText(round(left, 1), base, said)]
    if row.moved:
        (moved,) = fitted(row.moved, right - left)
        texts.append(ChartText(round(left, 1), round(base + LINE + THICK + 4, 1), moved, "soft"))
    return [*paths, *split(row.counts, left, right, top + LINE + 3, THICK)], texts


def _sign(verdict: Verdict, x: float, y: float) -> ChartPath:
    """Return what goes with the word: up, down, or a dash."""
    if verdict == "higher":
        return ChartPath(f"M{n(x - 7)} {n(y + 5)}l7-11 7 11z", "mark-1")
    if verdict == "lower":
        return ChartPath(f"M{n(x - 7)} {n(y - 5)}l7 11 7-11z", "mark-2")
    return ChartPath(f"M{n(x - 7)} {n(y - 1.5)}h14v3h-14z", "mark-against")
