"""A map: areas shaded by what they have, with the number written in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
from kit.insight.chart_shapes import label_place, laid, rough
from kit.insight.thinning import Points

SHADES = 5
HEIGHTS = {"narrow": 300.0, "wide": 372.0}
LIST = 0.36
"""Share of a wide sheet for the list of areas that are too small for their number."""
Outlines = Mapping[str, Sequence[Sequence[Sequence[Sequence[float]]]]]


class Spot(msgspec.Struct, frozen=True):
    """An area with its number; None where there is none."""

    area: str
    name: str
    value: float | None


def shade_of(value: float, values: Sequence[float]) -> int:
    """Return the shade of a value, 0 to 4: as many equal steps between the least and the most."""
    low, high = min(values), max(values)
    if high <= low:
        return SHADES // 2
    return min(SHADES - 1, int((value - low) / (high - low) * SHADES))


def chart_map(
    spots: Sequence[Spot], outlines: Outlines, shape: Shape, writing: Writing, *, beside: str
) -> ChartDrawing:
    """Return a map of the areas of which the outline is known; darker is more.

    Args:
        spots: The areas.
        outlines: Polygons by area, in degrees east and north.
        shape: The sheet.
        writing: How numbers are written.
        beside: What the shades mean, and what else there is to say.
    """
    here = [one for one in spots if one.area in outlines]
    narrow = shape.name == "narrow"
    room = shape.width if narrow else shape.width * (1 - LIST) - 16
    shapes = laid({one.area: outlines[one.area] for one in here}, room, HEIGHTS[shape.name])
    known = [one.value for one in here if one.value is not None]
    paths, texts, small = [], [], []
    for one in here:
        look = "none" if one.value is None else str(shade_of(one.value, known))
        paths.append(ChartPath(_path(shapes[one.area]), f"area area-{look}"))
        inner = rough(shapes[one.area])
        written = _written(one, inner, look, writing)
        if not written:
            small.append(one)
            written = _numbered(len(small), inner, look)
        texts += written
    points = [ring for polygons in shapes.values() for one in polygons for ring in one]
    low = max((float(ring[:, 1].max()) for ring in points), default=0.0)
    x, y = (0.0, low + LINE) if narrow else (room + 16, 0.0)
    listed = _list([beside, *_entries(small, writing)], x, y, shape.width - x)
    paths.append(ChartPath(f"M{n(room - 8)} 6l-6 14l6-3l6 3z", "north"))
    texts.append(ChartText(round(room - 8, 1), 36, "N", "axis", "middle"))
    end = max((one.y for one in listed), default=0) + DESCENT
    return ChartDrawing(shape.width, round(max(low + 4, end), 1), paths, [*texts, *listed])


def _path(polygons: Sequence[Sequence[Points]]) -> str:
    return "".join(
        "M" + "L".join(f"{n(x)} {n(y)}" for x, y in ring.tolist()) + "z" for one in polygons for ring in one
    )


def _written(one: Spot, polygons: Sequence[Sequence[Points]], look: str, writing: Writing) -> list[ChartText]:
    """Return the name and the number of an area where both fit in it, with the name in one line or in two."""
    said = writing.number(one.value)
    for most in (200.0, wide(one.name) * 0.62):
        name = fitted(one.name, most, most=2)
        lines = [*name, said]
        size = max(wide(line, bold=k == len(name)) for k, line in enumerate(lines)) + 4
        at = label_place(polygons, size, len(lines) * LINE)
        if at and not any(line.endswith(("-", "…")) for line in name):
            top = at[1] - len(lines) * LINE / 2 + ASCENT + 1
            return [
                ChartText(round(at[0], 1), round(top + k * LINE, 1), line,
                          f"on-{look}{' strong' if k == len(name) else ''}", "middle")
                for k, line in enumerate(lines)
            ]  # fmt: skip
    return []


def _numbered(count: int, polygons: Sequence[Sequence[Points]], look: str) -> list[ChartText]:
    """Return the number under which an area is listed; over its middle where even that does not fit in it."""
    at = label_place(polygons, wide(str(count), bold=True), ASCENT + DESCENT)
    if at is None:
        ring = max((rings[0] for rings in polygons if rings), key=len)
        at = (float(ring[:, 0].mean()), float(ring[:, 1].mean()))
        look = "free"
    return [
        ChartText(round(at[0], 1), round(at[1] + ASCENT / 2, 1), str(count), f"on-{look} strong", "middle")
    ]


def _entries(small: Sequence[Spot], writing: Writing) -> list[str]:
    """Return the areas that stand on the map as a number."""
    return [f"{k}. {one.name}: {writing.number(one.value)}" for k, one in enumerate(small, 1)]


def _list(entries: Sequence[str], x: float, y: float, width: float) -> list[ChartText]:
    """Return texts one below the other; the first tells of the whole map."""
    lines = [
        (line, "" if k else "soft")
        for k, entry in enumerate(entries)
        for line in fitted(entry, width, most=6)
    ]
    return [
        ChartText(round(x, 1), round(y + ASCENT + k * LINE, 1), line, look)
        for k, (line, look) in enumerate(lines)
    ]
