"""Ties between organisations as a drawing: a circle of a few, a table of signs for more.

Confirmed lines are whole, new ones are dashed with a mark on them, weak ones are thin. In a circle of more
than :data:`ROUND` organisations nobody finds their own lines; there each has a row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from kit.insight.change_marks import disc, dot
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

ROUND = 8
"""More organisations than this get a table of signs."""
RADIUS, NODE = 132.0, 8.0
STEEPEST = math.radians(66)
"""How far from level the first and the last of one side stand: names lie beside them, never above."""
ALONG = 0.36
"""Where on a new line its mark is: lines cross in the middle."""

INDENT, LETTERS = 30.0, 26
LINES = {"confirmed": "1", "new": "2", "weak": "other"}
"""Lines that are drawn; what is missing is told in words, because nothing can be drawn of it."""
ALONE = {"confirmed": "is", "new": "is new", "weak": "is weak"}
"""Lines as signs of their own, for a table."""

Status = Literal["confirmed", "new", "weak", "missing", "unknown"]
SIGNS: tuple[Status, ...] = ("confirmed", "new", "weak", "missing", "unknown")


class Between(msgspec.Struct, frozen=True):
    """What is between two organisations, by their places in the list."""

    one: int
    other: int
    status: Status


class Words(msgspec.Struct, frozen=True):
    """What the signs mean, and that an organisation is too small to be told of."""

    confirmed: str
    new: str
    weak: str
    missing: str
    unknown: str
    small: str


def ties(
    names: Sequence[str], known: Sequence[bool], between: Sequence[Between], shape: Shape, words: Words
) -> ChartDrawing:
    """Return the ties between organisations.

    Args:
        names: The organisations.
        known: For each whether enough of its people answered to be told of.
        between: What is between each two.
        shape: The sheet.
        words: What the signs mean.
    """
    if len(names) > ROUND or shape.name == "narrow":
        return _table(names, between, shape, words)
    return _circle(names, known, between, shape, words)


def places(count: int, width: float) -> list[tuple[float, float]]:
    """Return where organisations stand: down the right side, and up the left one."""
    right = math.ceil(count / 2)
    found = []
    for side, on in ((1, right), (-1, count - right)):
        for k in range(on):
            turn = (2 * k / (on - 1) - 1) * _steep(on) if on > 1 else 0.0
            y = RADIUS * math.sin(turn) * side
            found.append((width / 2 + side * RADIUS * math.cos(turn), y))
    top = min(y for _, y in found) if found else 0.0
    return [(x, y - top + LINE + 2) for x, y in found]


def _steep(on: int) -> float:
    return STEEPEST if on > 2 else math.radians(40)


def _circle(
    names: Sequence[str], known: Sequence[bool], between: Sequence[Between], shape: Shape, words: Words
) -> ChartDrawing:
    at = places(len(names), shape.width)
    paths = [_line(one, at) for what in ("weak", "confirmed") for one in between if one.status == what]
    fresh = [one for one in between if one.status == "new"]
    paths += [_line(one, at) for one in fresh]
    paths += [_mark(*_on(one, at)) for one in fresh]
    paths += [disc(x, y, NODE) if told else dot(x, y, NODE) for (x, y), told in zip(at, known, strict=True)]
    texts = [
        text for name, (x, y), told in zip(names, at, known, strict=True)
        for text in _name(name, x, y, told=told, width=shape.width)
    ]  # fmt: skip
    shown = [one for one in LINES if any(line.status == one for line in between)]
    samples = [(what, str(getattr(words, what))) for what in shown]
    samples += [] if all(known) else [("small", words.small)]
    bottom = max((y for _, y in at), default=0) + LINE + 12
    drawn, said, high = _legend(samples, bottom, shape.width)
    return ChartDrawing(shape.width, round(high, 1), [*paths, *drawn], [*texts, *said])


def _name(name: str, x: float, y: float, *, told: bool, width: float) -> list[ChartText]:
    """Return the name of an organisation, on the outer side of its mark."""
    right = x > width / 2
    begin = x + (NODE + 7) * (1 if right else -1)
    lines = fitted(name, width - begin if right else begin, most=2)
    top = y - len(lines) * LINE / 2 + ASCENT + 1
    look: str = "" if told else "soft"
    return [
        ChartText(round(begin, 1), round(top + k * LINE, 1), one, look, "start" if right else "end")
        for k, one in enumerate(lines)
    ]  # fmt: skip


def _line(one: Between, at: Sequence[tuple[float, float]]) -> ChartPath:
    (x, y), (u, v) = at[one.one], at[one.other]
    return ChartPath(f"M{n(x)} {n(y)}L{n(u)} {n(v)}", f"line line-{LINES[one.status]}")


def _on(one: Between, at: Sequence[tuple[float, float]]) -> tuple[float, float]:
    (x, y), (u, v) = at[one.one], at[one.other]
    return x + (u - x) * ALONG, y + (v - y) * ALONG


def _mark(x: float, y: float, r: float = 7.5) -> ChartPath:
    return ChartPath(
        f"M{n(x)} {n(y - r)}l{n(r)} {n(r)}{n(-r)} {n(r)}{n(-r)}{n(-r)}z".replace(" -", "-"), "mark-2"
    )


def _legend(
    samples: Sequence[tuple[str, str]], top: float, width: float
) -> tuple[list[ChartPath], list[ChartText], float]:
    """Return what the signs mean, and where that ends."""
    paths, texts, x, y = [], [], 0.0, top
    for what, word in samples:
        sign = 36.0 if what in LINES else 22.0
        lines = fitted(word, width - sign, most=2)
        takes = sign + max(map(wide, lines), default=0) + 20
        if x and x + takes - 20 > width:
            x, y = 0.0, y + LINE + 4
        paths += _sample(what, x, y + ASCENT - 4)
        texts += [
            ChartText(round(x + sign, 1), round(y + ASCENT + 1 + k * LINE, 1), one, "axis")
            for k, one in enumerate(lines)
        ]
        if len(lines) > 1:
            x, y = 0.0, y + len(lines) * LINE + 4
        else:
            x += takes
    return paths, texts, (y + LINE if x else y) + DESCENT


def _sample(what: str, x: float, y: float) -> list[ChartPath]:
    if what in LINES:
        line = ChartPath(f"M{n(x)} {n(y)}h28", f"line line-{LINES[what]}")
        return [line, _mark(x + 14, y)] if what == "new" else [line]
    return [dot(x + 9, y, NODE)] if what == "small" else _sign(what, x + 9, y)


def _sign(what: str, x: float, y: float) -> list[ChartPath]:
    """Return what stands in a table for what is between two organisations."""
    if what in {"confirmed", "is"}:
        return [disc(x, y, 7)]
    if what in {"new", "is new"}:
        return [_mark(x, y, 9)]
    if what == "missing":
        return [dot(x, y, 6)]
    if what in {"weak", "is weak"}:
        return [ChartPath(disc(x, y, 2.5).d, "mark-other")]
    return [ChartPath(f"M{n(x - 5)} {n(y)}h10", "thread")]


def _names(names: Sequence[str], column: float, shape: Shape) -> list[list[str]]:
    """Return names in one line, in two where the sheet is high enough, on a phone in three."""
    if shape.name == "narrow":
        return [fitted(one, column - INDENT, most=3) for one in names]
    made = [fitted(one, column - INDENT, most=2) for one in names]
    if sum(map(_tall, made)) <= shape.height - 4 * LINE:
        return made
    return [fitted(one, column - INDENT, most=1) for one in names]


def _tall(lines: Sequence[str]) -> float:
    return max(22.0, len(lines) * LINE + 4)


def _table(names: Sequence[str], between: Sequence[Between], shape: Shape, words: Words) -> ChartDrawing:
    """Return a row and a column per organisation, with a sign for what is between them."""
    size = len(names)
    step = min(28.0, shape.width * 0.62 / max(1, size))
    column = shape.width - step * size
    middles = [column + (k + 0.5) * step for k in range(size)]
    texts = [ChartText(round(x, 1), ASCENT, _letter(k), "axis", "middle") for k, x in enumerate(middles)]
    paths: list[ChartPath] = []
    rows, y = [], LINE + 4.0
    for k, lines in enumerate(_names(names, column, shape)):
        paths.append(ChartPath(f"M0 {n(y)}H{n(shape.width)}", "ruler"))
        rows.append(y + _tall(lines) / 2)
        first = rows[-1] - len(lines) * LINE / 2 + ASCENT + 1
        texts.append(ChartText(7, round(first, 1), _letter(k), "axis", "middle"))
        texts += [ChartText(20, round(first + i * LINE, 1), one) for i, one in enumerate(lines)]
        y += _tall(lines)
    for pair in between:
        paths += _sign(pair.status, middles[pair.other], rows[pair.one])
        paths += _sign(pair.status, middles[pair.one], rows[pair.other])
    found = {one.status for one in between}
    samples = [(ALONE.get(one, one), str(getattr(words, one))) for one in SIGNS if one in found]
    drawn, said, bottom = _legend(samples, y + 8, shape.width)
    return ChartDrawing(shape.width, round(bottom, 1), [*paths, *drawn], [*texts, *said])


def _letter(k: int) -> str:
    """Return what an organisation is called above its column."""
    return chr(ord("A") + k) if k < LETTERS else str(k + 1)
