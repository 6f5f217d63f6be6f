"""What drawings of a vote are made of: places, signs, cells of organisations, and the key to letters."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kit.insight.chart_parts import ASCENT, LINE, ChartPath, ChartText, fitted, n, wide

DISC = 22.0
"""Across a circle with a place in it."""
PIP, STEP = 9.0, 12.0
MOST_PIPS = 12
"""With more organisations only the number is written."""
LEAST_CELL, MOST_CELL = 17.6, 26.0
"""A cell is wide enough for two figures."""
SHADES = 5
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def middle(y: float) -> float:
    """Return the line that letters stand on when ``y`` is to be the middle of them."""
    return round(y + ASCENT / 2 - 0.5, 1)


def circle(x: float, y: float, r: float) -> str:
    """Return a circle round (x, y) as a path."""
    return f"M{n(x - r)} {n(y)}a{n(r)} {n(r)} 0 1 0 {n(2 * r)} 0a{n(r)} {n(r)} 0 1 0 {n(-2 * r)} 0z"


def box(x: float, y: float, width: float, height: float) -> str:
    """Return a box with (x, y) for its upper left corner as a path."""
    return f"M{n(x)} {n(y)}h{n(width)}v{n(height)}h{n(-width)}z"


def place(x: float, y: float, number: int, *, chosen: bool) -> tuple[ChartPath, ChartText]:
    """Return a place in a circle round (x, y), dark for what was chosen."""
    shade = SHADES - 1 if chosen else 0
    drawn = ChartPath(circle(x, y, DISC / 2), f"area area-{shade}")
    return drawn, ChartText(x, middle(y), str(number), f"on-{shade}", "middle")


def sign(label: str, x: float, y: float) -> list[ChartPath]:
    """Return the sign of a label, round (x, y): full, half, split in two, or empty."""
    if label == "broad":
        return [ChartPath(circle(x, y, 6), "dot-end")]
    if label == "divides":
        left, right = (f"M{n(x + s)} {n(y - 7)}v14L{n(x + 8 * s)} {n(y)}z" for s in (-1, 1))
        return [ChartPath(left, "bar"), ChartPath(right, "bar-against")]
    ring = ChartPath(circle(x, y, 6), "dot")
    if label != "partly":
        return [ring]
    return [ring, ChartPath(f"M{n(x)} {n(y - 6)}a6 6 0 0 0 0 12z", "dot-end")]


def shade_of(share: float) -> int:
    """Return the shade of a share from 0 to 1: the more, the darker."""
    return min(SHADES - 1, int(share * SHADES))


def in_ten(share: float) -> str:
    """Return how many of ten that is; never 0 for some, never 10 for not all."""
    if 0 < share < 1:
        return str(min(9, max(1, math.floor(share * 10 + 0.5))))
    return str(round(share * 10))


def cells(
    x: float, y: float, width: float, height: float, shares: Sequence[float | None]
) -> Iterator[tuple[ChartPath, ChartText]]:
    """Yield a row of cells, ``y`` at their top: how many of ten, a dash where it is not told."""
    for k, share in enumerate(shares):
        look = "none" if share is None else str(shade_of(share))
        said = "–" if share is None else in_ten(share)
        left = x + k * width
        yield (
            ChartPath(box(left + 0.8, y, width - 1.6, height), f"area area-{look}"),
            ChartText(round(left + width / 2, 1), middle(y + height / 2), said, f"on-{look}", "middle"),
        )


def pips(x: float, y: float, some: int, of: int) -> Iterator[ChartPath]:
    """Yield one square for each organisation, the first ``some`` of them filled; ``y`` is their middle."""
    for k in range(of if of <= MOST_PIPS else 0):
        look = "bar" if k < some else "bar-against"
        yield ChartPath(box(x + k * STEP + 1, y - PIP / 2, PIP, PIP), look)


def pips_wide(of: int) -> float:
    """Return how wide so many squares are."""
    return of * STEP if of <= MOST_PIPS else 0.0


def key(names: Sequence[str], top: float, width: float, most: int = 4) -> list[ChartText]:
    """Return what the letters stand for, in lines below one another; no name is broken off its letter."""
    pairs = [f"{letter} {name}".replace(" ", "\u00a0") for letter, name in zip(LETTERS, names, strict=False)]
    fits = [(fitted(one, width - 16) or [""])[0] for one in pairs]
    lines = fitted("\u00a0· ".join(fits), width, most=most)
    return [ChartText(0, round(top + ASCENT + k * LINE, 1), one, "soft") for k, one in enumerate(lines)]


def text_block(
    x: float, top: float, lines: Sequence[str], look: str = "", *, high: float = 0
) -> list[ChartText]:
    """Return lines of text below one another, in the middle of ``high`` where that is more."""
    begin = top + max(0.0, high - len(lines) * LINE) / 2 + ASCENT + 1
    return [ChartText(x, round(begin + k * LINE, 1), one, look) for k, one in enumerate(lines)]


def broadest(texts: Sequence[str], *, bold: bool = False) -> float:
    """Return how wide the widest of some texts is."""
    return max((wide(one, bold=bold) for one in texts), default=0.0)
