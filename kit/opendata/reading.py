"""What every reader makes of a file: one frame of one shape, and what it has to say about it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd

from kit.errors import InputError
from kit.opendata import columns, values

COLUMNS = ["place", "area", "name", "region", "period", "kind", "label", "value", "provisional"]
"""``place`` is ``<file>:<line>``; ``area`` a code or empty; ``name`` and ``region`` (gemeente, wijk, buurt)
are what the source says; ``period`` is 2022 or 2022-04; ``kind`` is ours and ``label`` is of the source;
``value`` is NaN where none was published; ``provisional`` is whether the source says so."""


class Reading(msgspec.Struct, kw_only=True):
    """A file that was read.

    Attributes:
        file: Where it is.
        form: What it was recognised as, for people.
        family: Which figures it holds: a name of the catalogue, or empty for boundaries.
        table: The publisher's number of the table, where it is known.
        rows: The figures, with ``COLUMNS``.
        shapes: Boundaries as GeoJSON, where the file holds those.
        names: What such a file calls its areas.
        translated: Whether a browser changed the names in it.
        remarks: What was left out and why, and what a trainer should know.
    """

    file: Path
    form: str
    family: str
    table: str = ""
    rows: pd.DataFrame = msgspec.field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    shapes: dict[str, Any] | None = None
    names: dict[str, str] = {}
    translated: bool = False
    remarks: list[str] = []


class Fact(msgspec.Struct, kw_only=True):
    """One figure as it stands in a file, all text but the line."""

    line: int
    value: str
    area: str = ""
    name: str = ""
    region: str = ""
    period: str = ""
    label: str = ""
    topic: str = ""
    unit: str = ""


def frame(facts: list[Fact], family: str, path: Path, *, comma: bool | None = None) -> pd.DataFrame:
    """Return the figures of a file as a frame with ``COLUMNS``; what is no period of a case becomes empty.

    ``comma`` says whether decimals begin with a comma; without it, the figures themselves tell.

    Raises:
        InputError: A figure can't be read. The sentence names file and line.
    """
    if comma is None:
        comma = values.decimal_comma(fact.value for fact in facts)
    if comma is None:
        odd = next(fact for fact in facts if values.ambiguous(fact.value))
        message = (
            f"{path}:{odd.line}: {odd.value!r} can be a thousand or a decimal; "
            "download the file again, without marks for thousands"
        )
        raise InputError(message)
    found = []
    for fact in facts:
        try:
            value = values.number(fact.value, comma=comma)
        except ValueError as error:
            message = f"{path}:{fact.line}: expected a number, got {fact.value!r}; download the file again"
            raise InputError(message) from error
        label, figure = _in_full(fact, float("nan") if value is None else value)
        found.append(
            {
                "place": f"{path}:{fact.line}",
                "area": fact.area,
                "name": fact.name,
                "region": fact.region.lower(),
                "period": values.period(fact.period),
                "kind": values.kind(fact.label, family),
                "label": label,
                "value": figure,
                "provisional": "*" in fact.period or fact.value.endswith("*"),
            }
        )
    return pd.DataFrame(found, columns=COLUMNS)


def _in_full(fact: Fact, value: float) -> tuple[str, float]:
    """Return what a figure is called and how much it is; one in thousands is written in full."""
    times = columns.times(fact.unit)
    if times == 1:
        return fact.label, value
    whole = value if math.isnan(value) else float(round(value * times))
    return fact.label.removesuffix(f"({fact.unit})").strip(), whole
