"""Scores of the Leefbaarometer: per neighbourhood, district, municipality or postcode area."""

from __future__ import annotations

import re
from pathlib import Path

from kit.errors import InputError
from kit.opendata import values
from kit.opendata.catalogue import families
from kit.opendata.reading import Fact
from kit.opendata.sheet import Row

DIMENSIONS = ["afw", "won", "fys", "vrz", "soc", "onv"]
"""What a case shows: the difference from the national mean and the part of it that each dimension makes.

The classes (``kscore``, ``kafw``, …) are left out unless asked for. Class 5 of ``kscore`` is not the national
mean: over all neighbourhoods it lies below it. ``kafw`` is the class of the difference."""

YEAR = {"jaar", "year"}
NAME = re.compile(r"(gebied_naam|naam|name|(bu|wk|gm|buurt|wijk|gemeente)_?naa?m(e)?)$")


def is_one(names: list[str]) -> bool:
    """Return whether columns of these names hold such scores."""
    found = {name.lower() for name in names}
    scores = found & set(families()["liveability"].kinds)
    return ("afw" in scores and len(scores) > 1) or {"lbm", "jaar"} <= found


def parse(rows: list[Row], path: Path) -> list[Fact]:
    """Read the scores: a row per area and year, a column per score.

    Raises:
        InputError: There is no column with areas or years, or a row is damaged.
    """
    names = [name.lower() for name in rows[0].cells]
    body = rows[1:]
    scores = {n: name for n, name in enumerate(names) if name in families()["liveability"].kinds}
    area = _column(body, names)
    year = next((n for n, name in enumerate(names) if name in YEAR), None)
    named = next((n for n, name in enumerate(names) if NAME.match(name) and n != area), None)
    if area is None or year is None:
        lacks = "codes of areas (BU07580100) or postcodes" if area is None else "years (jaar)"
        message = (
            f"{path}:{rows[0].line}: no column with {lacks}; download the scores from leefbaarometer.nl again"
        )
        raise InputError(message)
    found = []
    for row in body:
        if len(row.cells) != len(names):
            message = (
                f"{path}:{row.line}: {len(row.cells)} cells, but {len(names)} names; download the file again"
            )
            raise InputError(message)
        for n, name in scores.items():
            label = "" if named is None else row.cells[named]
            found.append(
                Fact(
                    line=row.line,
                    value=row.cells[n],
                    area=values.area(row.cells[area]) or row.cells[area],
                    name=label,
                    label=name,
                    period=row.cells[year],
                )
            )
    return found


def _column(body: list[Row], names: list[str]) -> int | None:
    """Return the column with codes: by what stands in it, because its name differs between downloads."""
    cells = {
        name: [row.cells[n] for row in body if n < len(row.cells)]
        for n, name in enumerate(names)
        if name not in YEAR
    }
    found = values.codes_in(cells)
    return names.index(found) if found else None
