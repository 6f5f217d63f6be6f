"""Bars per kind, with what each stands for beside it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
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

THICK, GAP = 15.0, 9.0
TALLER = 1.4
"""On a phone, which scrolls, a chart may be so much higher than its sheet."""


class Bar(msgspec.Struct, frozen=True):
    """One bar: of which area, None for a number that was not published."""

    name: str
    value: float | None
    against: bool = False


class Group(msgspec.Struct, frozen=True):
    """A kind with its bars."""

    name: str
    bars: list[Bar]


def in_order(groups: Sequence[Group]) -> list[Group]:
    """Return groups by their first bar, the longest first; what was not published comes last."""

    def key(group: Group) -> tuple[bool, float]:
        value = group.bars[0].value
        return value is None, -(value or 0)

    return sorted(groups, key=key)


def room_for(groups: Sequence[Group], shape: Shape) -> int:
    """Return how many groups fit on a sheet, from the top."""
    high, room = 0.0, shape.height * (TALLER if shape.name == "narrow" else 1)
    for i, group in enumerate(groups):
        high += _height(group, shape)
        if high - GAP > room and i:
            return i
    return len(groups)


def _name(group: Group, shape: Shape) -> list[str]:
    return fitted(group.name, shape.width if shape.name == "narrow" else _column(shape) - 12, most=2)


def _column(shape: Shape) -> float:
    return 0.0 if shape.name == "narrow" else shape.width * 0.36


def _height(group: Group, shape: Shape) -> float:
    names, bars = len(_name(group, shape)) * LINE, len(group.bars) * (THICK + 3)
    return (names + bars if shape.name == "narrow" else max(names, bars)) + GAP


def bars(groups: Sequence[Group], shape: Shape, writing: Writing) -> ChartDrawing:
    """Return bars from zero, with the number at the end of each; names of areas only where there are several.

    Args:
        groups: The kinds, from the top.
        shape: The sheet.
        writing: How numbers are written.
    """
    narrow, left = shape.name == "narrow", _column(shape)
    known = [bar.value for group in groups for bar in group.bars if bar.value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    labels = [_label(bar, group, writing) for group in groups for bar in group.bars]
    beside = min(max((wide(one, bold=True) for one in labels), default=0), shape.width * 0.45)
    scale = (shape.width - left - beside - 10) / ((high - low) or 1)
    paths: list[ChartPath] = []
    texts: list[ChartText] = []
    y = 0.0
    for group in groups:
        names, height = _name(group, shape), _height(group, shape) - GAP
        block = len(group.bars) * (THICK + 3)
        begin = (y if narrow else y + (height - len(names) * LINE) / 2) + ASCENT + 1
        texts += [ChartText(0, round(begin + k * LINE, 1), one, "kind") for k, one in enumerate(names)]
        at = y + height - block if narrow else y + (height - block) / 2
        drawn, said = _group(group, at, zero=left - low * scale, scale=scale, beside=beside, writing=writing)
        paths += drawn
        texts += said
        y += height + GAP
    return ChartDrawing(shape.width, round(max(y - GAP + DESCENT, LINE), 1), paths, texts)


def _label(bar: Bar, group: Group, writing: Writing) -> str:
    said = writing.number(bar.value)
    return f"{said} {bar.name}" if len(group.bars) > 1 else said


def _group(
    group: Group, top: float, *, zero: float, scale: float, beside: float, writing: Writing
) -> tuple[list[ChartPath], list[ChartText]]:
    """Return the bars of one kind, from the top, with a line at zero and what each stands for."""
    paths, texts = [], []
    for k, bar in enumerate(group.bars):
        at, end = top + k * (THICK + 3), zero + (bar.value or 0) * scale
        if bar.value is not None:
            look = "bar-against" if bar.against else "bar"
            paths.append(ChartPath(f"M{n(zero)} {n(at + 1)}H{n(end)}v{n(THICK)}H{n(zero)}z", look))
        (said,) = fitted(_label(bar, group, writing), beside + 1, bold=True) or [""]
        look = "soft" if bar.against or bar.value is None else "strong"
        texts.append(ChartText(round(max(end, zero) + 6, 1), round(at + ASCENT + 2, 1), said, look))
    block = len(group.bars) * (THICK + 3)
    return [*paths, ChartPath(f"M{n(zero)} {n(top - 1)}v{n(block)}", "zero")], texts
