"""Lines with fewer points: Ramer (1972), Douglas and Peucker (1973)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]


def kept(ring: Points, tolerance: float) -> NDArray[np.intp]:
    """Return which points of a closed ring stay: those further than ``tolerance`` from the line without them.

    The ring is cut at its first point and the one furthest from it. With fewer than five points all stay.

    Args:
        ring: n by 2, the first point again at its end.
        tolerance: In the unit of the points.

    Returns:
        Their places in the ring, in order.
    """
    if len(ring) < 5:
        return np.arange(len(ring))
    stays = np.zeros(len(ring), dtype=bool)
    far = int(np.argmax(((ring - ring[0]) ** 2).sum(axis=1)))
    stays[[0, far, len(ring) - 1]] = True
    spans = [(0, far), (far, len(ring) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off = _distances(ring[first + 1 : last], ring[first], ring[last])
        most = int(np.argmax(off))
        if off[most] > tolerance:
            at = first + 1 + most
            stays[at] = True
            spans += [(first, at), (at, last)]
    return np.flatnonzero(stays)


def _distances(points: Points, start: Points, end: Points) -> Points:
    """Return how far points lie from the line through two others."""
    along = end - start
    length = float(np.hypot(*along))
    if length == 0:
        return np.asarray(np.hypot(*(points - start).T))
    return np.asarray(
        np.abs(along[0] * (points[:, 1] - start[1]) - along[1] * (points[:, 0] - start[0])) / length
    )
