"""Outlines of areas on a sheet: north up, as wide as they are there, with no more points than can be seen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kit.insight import thinning
from kit.insight.thinning import Points

Shapes = dict[str, list[list[Points]]]
"""Polygons by area, each a list of rings: the first around it, the others around holes."""

SEEN = 0.35
"""A bend smaller than this, in units, is not drawn."""
ENOUGH = 3200
"""Points of a whole map at most; with more, larger bends go too."""
ROUGH = 1.5
"""How far an outline may be off where a place for a label is sought."""
LOOKS = 22
"""Places along each side that are tried for a label."""


def laid(
    outlines: Mapping[str, Sequence[Sequence[Sequence[Sequence[float]]]]], width: float, height: float
) -> Shapes:
    """Return outlines on a sheet of at most this size, in the middle of its width.

    A degree east is as wide as a degree north is high times the cosine of the latitude in the middle
    (equirectangular), which is true enough for a municipality.

    Args:
        outlines: Polygons by area, in degrees east and north.
        width: Of the sheet, in units.
        height: Of the sheet, at most, in units.
    """
    raw: Shapes = {
        area: [
            [np.asarray(ring, dtype=np.float64)[:, :2] for ring in one if len(ring) > 2] for one in polygons
        ]
        for area, polygons in outlines.items()
    }
    if not any(one for polygons in raw.values() for one in polygons):
        return {}
    placed = _placed(raw, width, height)
    bends = {
        area: [[(ring, thinning.bends(ring, SEEN)) for ring in one] for one in polygons]
        for area, polygons in placed.items()
    }
    tolerance = SEEN
    while True:
        made = {
            area: [[ring[bend > tolerance] for ring, bend in one] for one in polygons]
            for area, polygons in bends.items()
        }
        if sum(len(ring) for polygons in made.values() for one in polygons for ring in one) <= ENOUGH:
            return made
        tolerance *= 1.6


def _placed(raw: Shapes, width: float, height: float) -> Shapes:
    """Return outlines in degrees as they lie on a sheet."""
    points = np.concatenate([ring for polygons in raw.values() for one in polygons for ring in one])
    (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
    squeeze = math.cos(math.radians((south + north) / 2))
    across, up = max((east - west) * squeeze, 1e-9), max(north - south, 1e-9)
    scale = min(width / across, height / up)
    left = (width - across * scale) / 2

    def place(ring: Points) -> Points:
        return np.column_stack([(ring[:, 0] - west) * squeeze * scale + left, (north - ring[:, 1]) * scale])

    return {area: [[place(ring) for ring in one] for one in polygons] for area, polygons in raw.items()}


def rough(polygons: Sequence[Sequence[Points]]) -> list[list[Points]]:
    """Return the polygons of an area with few points, for :func:`label_place` alone."""
    return [[ring[thinning.bends(ring, ROUGH) > ROUGH] for ring in one] for one in polygons]


def inside(points: Points, polygon: Sequence[Points]) -> NDArray[np.bool_]:
    """Return which points are in a polygon: from those a line to the right crosses its rings an odd time."""
    odd = np.zeros(len(points), dtype=bool)
    x, y = points[:, 0][:, None], points[:, 1][:, None]
    for ring in polygon:
        a, b = ring, np.roll(ring, -1, axis=0)
        between = (a[:, 1] > y) != (b[:, 1] > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) / (b[:, 1] - a[:, 1]) + a[:, 0]
        odd ^= (np.count_nonzero(between & (x < crossing), axis=1) % 2).astype(bool)
    return odd


def label_place(
    polygons: Sequence[Sequence[Points]], width: float, height: float
) -> tuple[float, float] | None:
    """Return the middle of a box of this size that lies wholly in an area, as far as can be from its edge.

    Args:
        polygons: Of one area, on the sheet.
        width: Of the box, in units.
        height: Of the box, in units.
    """
    best, where = -1.0, None
    for polygon in polygons:
        if not polygon:
            continue
        low, high = polygon[0].min(axis=0), polygon[0].max(axis=0)
        if high[0] - low[0] < width or high[1] - low[1] < height:
            continue
        grid = np.stack(np.meshgrid(*(np.linspace(low[k], high[k], LOOKS) for k in (0, 1))), axis=-1).reshape(
            -1, 2
        )
        fits = np.ones(len(grid), dtype=bool)
        for dx in (-0.5, 0.5, -0.25, 0, 0.25):  # corners first: most places fall off by these
            for dy in (-0.5, 0.5, 0):
                fits[fits] = inside(grid[fits] + [dx * width, dy * height], polygon)
        if not fits.any():
            continue
        free = np.min([_apart(grid[fits], ring) for ring in polygon], axis=0)
        at = int(np.argmax(free))
        if free[at] > best:
            best, where = float(free[at]), (float(grid[fits][at][0]), float(grid[fits][at][1]))
    return where


def _apart(points: Points, ring: Points) -> Points:
    """Return how far points are from the nearest corner or the middle of a side of a ring."""
    spots = np.concatenate([ring, (ring + np.roll(ring, -1, axis=0)) / 2])
    return np.asarray(np.sqrt(((points[:, None, :] - spots[None]) ** 2).sum(axis=2)).min(axis=1))
