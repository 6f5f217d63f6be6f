"""Reading the data of a case: areas, tables and boundaries. Errors name file and line."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NoReturn, cast, get_args

from kit.case.parts import Area, AreaKind, Ring, Row
from kit.errors import InputError, nearest
from kit.yamlfile import read_text

MOST_ROWS: Final = 5_000
"""Of a table: all of it stands in the first event of a workshop."""
MOST_AREAS: Final = 500
MOST_SHAPES: Final = 200_000
"""Bytes of a file with boundaries."""
MOST_TEXT: Final = 2_000_000
"""Bytes of any other file: who names a film by mistake should not wait for it."""
AREA_COLUMNS: Final = ("area", "name", "kind", "within", "population")
TABLE_COLUMNS: Final = ("area", "period", "kind", "value")
AREA_KINDS: Final[tuple[str, ...]] = get_args(AreaKind)
PERIOD: Final = re.compile(r"(?:19|20)\d\d(?P<month>-(?:0[1-9]|1[0-2]))?")
DIGITS: Final = 5
"""Decimals of a degree that are kept: about a metre."""


def areas_of(path: Path) -> list[Area]:
    """Read ``area,name,kind,within,population``.

    Raises:
        InputError: ``<file>:<line>: <what is wrong>``.
    """
    found: dict[str, Area] = {}
    for place, row in _rows(path, AREA_COLUMNS, MOST_AREAS):
        code, kind = row["area"], row["kind"]
        for name in ("area", "name"):
            if not row[name]:
                _refuse(place, f"{name} is empty; fill it in")
        if code in found:
            _refuse(place, f"area {code!r} is here twice; remove one")
        if kind not in AREA_KINDS:
            _refuse(place, f"kind {kind!r}: {nearest(kind, AREA_KINDS)}")
        people = row["population"]
        if people and not people.isdecimal():
            _refuse(
                place, f"population {people!r} is not a whole number; leave it empty when it is not known"
            )
        found[code] = Area(
            code, row["name"], cast("AreaKind", kind), row["within"], int(people) if people else None
        )
    for one in found.values():
        if one.within and one.within not in found:
            _refuse(str(path), f"{one.area} lies within {one.within!r}; {nearest(one.within, found)}")
    return list(found.values())


def rows_of(path: Path, kinds: list[str], areas: list[str]) -> list[Row]:
    """Read ``area,period,kind,value``.

    Args:
        path: The file.
        kinds: The kinds that have a label; no others may stand in it.
        areas: The areas of the case; without any, all may stand in it.

    Raises:
        InputError: ``<file>:<line>: <what is wrong>``.
    """
    seen: dict[tuple[str, str, str], str] = {}
    rows, months = [], None
    for place, row in _rows(path, TABLE_COLUMNS, MOST_ROWS):
        area, period, kind = key = row["area"], row["period"], row["kind"]
        if not area or (areas and area not in areas):
            _refuse(place, f"area {area!r} is none of the case's areas; {nearest(area, areas)}")
        match = PERIOD.fullmatch(period)
        if not match:
            _refuse(place, f"period {period!r}: write a year (2022) or a month (2022-04)")
        if months not in (None, bool(match["month"])):
            _refuse(place, f"period {period!r}: a table has years or months, not both; make it two tables")
        months = bool(match["month"])
        if kind not in kinds:
            _refuse(place, f"kind {kind!r} has no label in case.yaml; {nearest(kind, kinds)}")
        if key in seen:
            _refuse(place, f"{area}, {period}, {kind} stands on line {seen[key]} too; remove one")
        seen[key] = place.rpartition(":")[2]
        rows.append(Row(area, period, kind, _number(place, row["value"])))
    return rows


def outlines_of(path: Path, areas: list[str]) -> dict[str, list[list[Ring]]]:
    """Read the boundaries of areas from GeoJSON: polygons by the property ``area`` of each feature.

    Raises:
        InputError: It is no GeoJSON, is too large, or holds something else.
    """
    _must_be_small(path, MOST_SHAPES)
    try:
        told = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        _refuse(f"{path}:{error.lineno}", f"this is not valid GeoJSON: {error.msg}")
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        _refuse(str(path), "this is no GeoJSON FeatureCollection")
    found: dict[str, list[list[Ring]]] = {}
    for n, feature in enumerate(features):
        place = f"{path}: features[{n}]"
        try:
            code, form = feature["properties"]["area"], feature["geometry"]
            polygons = {"Polygon": [form["coordinates"]], "MultiPolygon": form["coordinates"]}[form["type"]]
            made = [[_ring(ring) for ring in polygon] for polygon in polygons]
        except (KeyError, TypeError, ValueError):
            _refuse(place, "expected a Polygon or a MultiPolygon with the property `area`: the area's code")
        if code not in areas:
            _refuse(place, f"area {code!r} is not in the file of areas; {nearest(str(code), areas)}")
        for ring in (ring for polygon in made for ring in polygon):
            _must_be_on_earth(place, ring)
        found.setdefault(code, []).extend(made)
    return found


def _ring(ring: list[Any]) -> Ring:
    return [(round(float(east), DIGITS), round(float(north), DIGITS)) for east, north, *_ in ring]


def _must_be_on_earth(place: str, ring: Ring) -> None:
    if len(ring) < 4:
        _refuse(place, "a ring of a polygon has at least four points")
    if any(abs(east) > 180 or abs(north) > 90 for east, north in ring):
        _refuse(place, "points must be degrees east and north (WGS 84), not metres; convert the file")


def _number(place: str, text: str) -> float | None:
    """Read a number as programs write it; Excel's comma is read where semicolons part the columns."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        _refuse(
            place, f"value {text!r} is not a number such as 12 or 3.5; leave it empty if none was published"
        )
    return value


def _rows(path: Path, columns: tuple[str, ...], most: int) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield ``<file>:<line>`` and the cells of each row that is not empty."""
    _must_be_small(path, MOST_TEXT)
    lines = read_text(path).splitlines()
    head = lines[0] if lines else ""
    dutch = ";" in head  # as Excel writes it in the Netherlands
    reader = csv.reader(lines, delimiter=";" if dutch else ",")
    names = [one.strip() for one in next(reader, [])]
    if sorted(names) != sorted(columns):
        _refuse(f"{path}:1", f"the columns must be {','.join(columns)}; they are {head[:100]!r}")
    for count, cells in enumerate(reader):
        place = f"{path}:{reader.line_num}"
        if not any(map(str.strip, cells)):
            continue
        if len(cells) != len(names):
            _refuse(place, f"expected {len(names)} columns, got {len(cells)}")
        if count >= most:
            _refuse(place, f"this file has more than {most} rows; keep what the charts need")
        row = dict(zip(names, map(str.strip, cells), strict=True))
        if dutch and "value" in row:
            row["value"] = row["value"].replace(",", ".")
        yield place, row


def _must_be_small(path: Path, most: int) -> None:
    if (size := path.stat().st_size) > most:
        _refuse(str(path), f"this file has {size / 1000:,.0f} kB; it may have {most / 1000:,.0f} at most")


def _refuse(place: str, text: str) -> NoReturn:
    message = f"{place}: {text}"
    raise InputError(message)
