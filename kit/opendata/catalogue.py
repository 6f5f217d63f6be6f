"""What the kit knows of the tables that can be downloaded: ``catalogue.yaml``, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from kit.model.base import Text
from kit.yamlfile import load


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The base of what stands in the catalogue."""


class Credit(Part):
    """Who is credited. ``{table}`` in the address is the number of the table; no licence is one not known."""

    id: str
    publisher: str
    title: Text | str
    url: str
    licence: str = ""


class Family(Part):
    """Tables that hold the same: one per year, per month or per kind of area.

    Attributes:
        tables: Numbers by which the publisher knows them.
        years: The year of a table that is about one year and does not say so itself.
        dimensions: Names of the column with the kind, as keys and as titles.
        measures: Names of the figures that are counts, without the number behind them.
        show: Kinds that make a readable chart.
        codes: Kinds that a second interface of the publisher calls by a code.
        adds_up: False for scores: those of two areas or kinds have no sum.
        kinds: Every kind that has a label; the others keep the name their source gives them.
    """

    tables: list[str]
    title: Text
    unit: Text
    source: Credit
    limits: Text
    dimensions: list[str]
    measures: list[str]
    show: list[str]
    kinds: dict[str, Text]
    adds_up: bool = True
    years: dict[str, str] = {}
    codes: dict[str, str] = {}


@cache
def families() -> dict[str, Family]:
    """Return everything the catalogue holds, by name."""
    return load(Path(__file__).with_name("catalogue.yaml"), dict[str, Family])


def of_table(number: str) -> str:
    """Return the family that a table's number belongs to, or an empty text."""
    return next((name for name, one in families().items() if number.upper() in one.tables), "")


def known_tables() -> list[str]:
    """Return the numbers of all tables that the kit knows."""
    return [number for one in families().values() for number in one.tables]
