"""Boundaries: GeoJSON made small, in degrees, with the code of the area as its one property."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from kit.case.data import DIGITS, MOST_SHAPES
from kit.errors import InputError
from kit.insight import thinning
from kit.opendata import values

Point = tuple[float, float]
Polygon = list[list[Point]]

NAME = re.compile(r"(?:statnaam|(?:buurt|wijk)?_?naam|name)", re.IGNORECASE)
"""What the name of an area stands under; not that of the municipality around it."""
LEAST_TOLERANCE = 0.00002
"""Degrees, about two metres: less than that nobody sees on a wall."""
COARSEST = 0.02
"""Degrees, about two kilometres: past that a neighbourhood is a blot."""

NETHERLANDS = ((3.0, 7.4), (50.6, 53.8))
"""Degrees east and north."""
RD = ((-10_000.0, 290_000.0), (290_000.0, 640_000.0))
"""Metres of the Dutch grid (Rijksdriehoeksstelsel, EPSG:28992), with some sea."""

NORTH = [
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550),
    (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
]  # fmt: skip
EAST = [
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594),
    (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022),
    (5, 0, 0.00026),
]  # fmt: skip
"""Powers of the distance to Amersfoort and their factors: Schreutelkamp and Strang van Hees (2001)."""


def is_one(told: Any) -> bool:
    """Return whether JSON is a collection of shapes."""
    return isinstance(told, dict) and told.get("type") == "FeatureCollection"


def to_degrees(x: float, y: float) -> Point:
    """Return degrees east and north (WGS 84) of a point in metres of the Dutch grid, within half a metre."""
    dx, dy = (x - 155_000) * 1e-5, (y - 463_000) * 1e-5
    north = 52.15517440 + sum(f * dx**p * dy**q for p, q, f in NORTH) / 3600
    east = 5.38720621 + sum(f * dx**p * dy**q for p, q, f in EAST) / 3600
    return east, north


def outlines(told: dict[str, Any], path: Path) -> dict[str, list[Polygon]]:
    """Return the polygons of every area of a collection, in degrees.

    Raises:
        InputError: No property holds codes of areas, a shape is none, or a point is not in the Netherlands.
    """
    features = told.get("features")
    features = features if isinstance(features, list) else []
    key = _key(features, path)
    found: dict[str, list[Polygon]] = {}
    for n, feature in enumerate(features):
        place = f"{path}: features[{n}]"
        try:
            form = feature["geometry"]
            made = {"Polygon": [form["coordinates"]], "MultiPolygon": form["coordinates"]}[form["type"]]
            polygons = [[[(float(p[0]), float(p[1])) for p in ring] for ring in polygon] for polygon in made]
        except (KeyError, TypeError, ValueError, IndexError) as error:
            message = (
                f"{place}: expected a Polygon or a MultiPolygon; download the boundaries as GeoJSON again"
            )
            raise InputError(message) from error
        points = [point for polygon in polygons for ring in polygon for point in ring]
        turn = _turn(points, place)
        code = str(_properties(feature).get(key, "")).strip().upper()
        if not code:
            message = f"{place}: no code under {key!r}; download the boundaries as GeoJSON again"
            raise InputError(message)
        found.setdefault(code, []).extend(
            [[turn(*p) for p in ring] for ring in polygon] for polygon in polygons
        )
    return found


def names_of(told: dict[str, Any], path: Path) -> dict[str, str]:
    """Return what a file of boundaries calls its areas, as far as it does."""
    features = told["features"]
    key = _key(features, path)
    found = {}
    for one in map(_properties, features):
        names = [str(one[name]) for name in one if NAME.fullmatch(name) and one[name]]
        if names:
            found[str(one.get(key, "")).strip().upper()] = names[0].strip()
    return found


def _properties(feature: Any) -> dict[str, Any]:
    """Return what is told of a feature; GeoJSON may say null for nothing."""
    told = feature.get("properties") if isinstance(feature, dict) else None
    return told if isinstance(told, dict) else {}


def _key(features: list[Any], path: Path) -> str:
    """Return the property that holds the code in every feature: its name differs between downloads."""
    properties = [_properties(one) for one in features]
    names = next(filter(None, properties), {})
    found = values.codes_in({str(name): [str(one.get(name, "")) for one in properties] for name in names})
    if found:
        return found
    message = (
        f"{path}: no property holds the code of every area, such as BU07580100; choose a file with codes"
    )
    raise InputError(message)


def _turn(points: list[Point], place: str) -> Callable[[float, float], Point]:
    """Return what makes degrees of these points: nothing, or the way from the Dutch grid."""
    if points and all(_within(point, NETHERLANDS) for point in points):
        return lambda east, north: (east, north)
    if points and all(_within(point, RD) for point in points):
        return to_degrees
    odd = next((point for point in points if not _within(point, NETHERLANDS)), (0.0, 0.0))
    swapped = "; north stands before east" if _within((odd[1], odd[0]), NETHERLANDS) else ""
    message = (
        f"{place}: the point {odd[0]:g}, {odd[1]:g} is not in the Netherlands{swapped}; "
        "download the boundaries in WGS 84 (EPSG:4326) or in RD (EPSG:28992)"
    )
    raise InputError(message)


def _within(point: Point, box: tuple[Point, Point]) -> bool:
    return all(low <= value <= high for value, (low, high) in zip(point, box, strict=True))


def small(found: dict[str, list[Polygon]], areas: Iterable[str], most: int = MOST_SHAPES) -> str:
    """Return GeoJSON with the asked areas alone, rounded to five decimals and simpler until it is small.

    Args:
        found: Polygons in degrees, by area.
        areas: Which of them.
        most: Bytes.

    Raises:
        InputError: Even the plainest shapes are too much.
    """
    kept = {code: found[code] for code in areas if code in found}
    tolerance = LEAST_TOLERANCE
    while len(text := _written(kept, tolerance)) > most:
        if tolerance > COARSEST:
            message = (
                f"the boundaries of {len(kept)} areas do not fit in {most // 1000} kB; choose fewer areas"
            )
            raise InputError(message)
        tolerance *= 2
    return text


def _written(found: dict[str, list[Polygon]], tolerance: float) -> str:
    features = []
    for code, polygons in found.items():
        made = [list(_rings(polygon, tolerance)) for polygon in polygons]
        made = [polygon for polygon in made if polygon]
        form: dict[str, Any] = {"type": "MultiPolygon", "coordinates": made}
        if len(made) == 1:
            form = {"type": "Polygon", "coordinates": made[0]}
        feature = {"type": "Feature", "properties": {"area": code}, "geometry": form}
        features.append(json.dumps(feature, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"


def _rings(polygon: Polygon, tolerance: float) -> Iterator[list[list[float]]]:
    """Yield the rings that are left: a hole may be too small to see, but the outer ring always stays."""
    for n, ring in enumerate(polygon):
        simple = simpler(ring, tolerance)
        if len(simple) < 4:
            if n:
                continue
            simple = ring
        yield [[round(east, DIGITS), round(north, DIGITS)] for east, north in simple]


def simpler(ring: list[Point], tolerance: float) -> list[Point]:
    """Return a closed ring with only the points that lie further than ``tolerance`` from the line without."""
    bends = thinning.bends(np.asarray(ring, dtype=float), tolerance)
    return [point for point, bend in zip(ring, bends, strict=True) if bend > tolerance]
