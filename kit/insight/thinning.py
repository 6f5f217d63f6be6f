"""Lines with fewer points: Ramer (1972), Douglas and Peucker (1973)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

FEW_POINTS = 60
"""Of so few points, Python reckons faster than numpy begins."""


def bends(ring: Points, least: float) -> Points:
    """Return how large a bend each point of a ring makes (Douglas and Peucker), the ends endless.

    A ring without the points that bend less than some tolerance is within that of the ring; so for any
    tolerance of at least ``least`` this is reckoned once. Smaller bends count as 0.
    """
    if len(ring) < 5:
        return np.full(len(ring), math.inf)
    bends = np.zeros(len(ring))
    far = int(np.argmax(((ring - ring[0]) ** 2).sum(axis=1)))
    bends[[0, far, len(ring) - 1]] = math.inf
    points = ring.tolist()
    todo = [(0, far, math.inf), (far, len(ring) - 1, math.inf)]
    while todo:
        a, b, around = todo.pop()
        if b - a < 2:
            continue
        at, size = _widest(ring, points, a, b)
        if size > least:
            bends[at] = size = min(size, around)
            todo += [(a, at, size), (at, b, size)]
    return bends


def _widest(ring: Points, points: list[list[float]], a: int, b: int) -> tuple[int, float]:
    """Return the point between two that is furthest from the line through them, and how far it is."""
    (ax, ay), (bx, by) = points[a], points[b]
    x, y = bx - ax, by - ay
    length = math.hypot(x, y)
    if b - a > FEW_POINTS:
        away = ring[a + 1 : b] - ring[a]
        far = np.abs(x * away[:, 1] - y * away[:, 0]) / length if length else np.hypot(*away.T)
        at = int(np.argmax(far))
        return a + 1 + at, float(far[at])
    between = points[a + 1 : b]
    if length:
        sizes = [abs(x * (py - ay) - y * (px - ax)) / length for px, py in between]
    else:
        sizes = [math.hypot(px - ax, py - ay) for px, py in between]
    size = max(sizes)
    return a + 1 + sizes.index(size), size
