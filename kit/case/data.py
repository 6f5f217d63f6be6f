"""Reading the data of a case: areas, tables and boundaries. Errors name file and line."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast, get_args

from kit.case.parts import Area, AreaKind, Ring, Row
from kit.errors import InputError, nearest
from kit.yamlfile import read_whole

if TYPE_CHECKING:
    from _csv import Reader

MOST_ROWS: Final = 5_000
"""Of a table: all of it stands in the first event of a workshop."""
MOST_AREAS: Final = 500
MOST_PEOPLE: Final = 1_000_000_000
MOST_VALUE: Final = 1e15
"""Beyond it, sums and rates of numbers would no longer be true to the last figure."""
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
        found[code] = Area(
            code, row["name"], cast("AreaKind", kind), row["within"], _population(place, row["population"])
        )
    for one in found.values():
        if one.within and one.within not in found:
            _refuse(str(path), f"{one.area} lies within {one.within!r}; {nearest(one.within, found)}")
    return list(found.values())


def _population(place: str, text: str) -> int | None:
    if not text:
        return None
    # Its length first: there are numbers that take more digits than a program will read.
    if not text.isdecimal() or len(text) > len(str(MOST_PEOPLE)) or int(text) > MOST_PEOPLE:
        _refuse(place, f"population {text!r} is not a whole number; leave it empty when it is not known")
    return int(text)


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
        told = json.loads(read_whole(path))
    except json.JSONDecodeError as error:
        _refuse(f"{path}:{error.lineno}", f"this is not valid GeoJSON: {error.msg}")
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of open brackets
        _refuse(str(path), "this is not valid GeoJSON: a number is too long, or brackets stand too deep")
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
        except (KeyError, TypeError, ValueError, OverflowError):
            _refuse(place, "expected a Polygon or a MultiPolygon with the property `area`: the area's code")
        if code not in areas:
            _refuse(place, f"area {code!r} is not in the file of areas; {nearest(str(code), areas)}")
        if not made or not all(made):
            _refuse(place, "this has a polygon without points; give the area its boundary, or leave it out")
        for ring in (ring for polygon in made for ring in polygon):
            _must_be_on_earth(place, ring)
        found.setdefault(code, []).extend(made)
    return found


def _ring(ring: list[Any]) -> Ring:
    return [(round(float(east), DIGITS), round(float(north), DIGITS)) for east, north, *_ in ring]


def _must_be_on_earth(place: str, ring: Ring) -> None:
    if not all(math.isfinite(one) for point in ring for one in point):
        _refuse(place, "a point is not two numbers; make the file anew")
    if len(ring) < 4 or len(set(ring)) < 3:
        _refuse(place, "a ring of a polygon has at least four points, and three that differ")
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
    if abs(value) > MOST_VALUE:
        _refuse(place, f"value {text!r} is too large to reckon with; give it in thousands or millions")
    return value


def _rows(path: Path, columns: tuple[str, ...], most: int) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield ``<file>:<line>`` and the cells of each row that is not empty."""
    _must_be_small(path, MOST_TEXT)
    text = read_whole(path)
    head = next(filter(str.strip, text.splitlines()), "").strip()
    dutch = ";" in head  # as Excel writes it in the Netherlands
    lines = _cells(path, csv.reader(io.StringIO(text), delimiter=";" if dutch else ","))
    place, cells = next(lines, (f"{path}:1", []))
    names = [one.strip() for one in cells]
    if sorted(names) != sorted(columns):
        _refuse(place, f"the columns must be {','.join(columns)}; they are {head[:100]!r}")
    for count, (place, cells) in enumerate(lines):
        if len(cells) != len(names):
            _refuse(place, f"expected {len(names)} columns, got {len(cells)}")
        if count >= most:
            _refuse(place, f"this file has more than {most} rows; keep what the charts need")
        row = dict(zip(names, map(str.strip, cells), strict=True))
        if dutch and "value" in row:
            row["value"] = row["value"].replace(",", ".")
        yield place, row


def _cells(path: Path, reader: Reader) -> Iterator[tuple[str, list[str]]]:
    """Yield ``<file>:<line>`` and the cells of each line that is not empty, the names of the columns too."""
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield f"{path}:{reader.line_num}", cells
    except csv.Error:
        _refuse(f"{path}:{reader.line_num}", "a cell is too long; is a quotation mark not closed?")


def _must_be_small(path: Path, most: int) -> None:
    if (size := path.stat().st_size) > most:
        _refuse(str(path), f"this file has {kilobytes(size)} kB; it may have {kilobytes(most)} at most")


def kilobytes(size: int) -> str:
    """Return a size in whole kB, upward: what is one byte too large must look too large."""
    return f"{math.ceil(size / 1000):,}"


def _refuse(place: str, text: str) -> NoReturn:
    message = f"{place}: {text}"
    raise InputError(message)
