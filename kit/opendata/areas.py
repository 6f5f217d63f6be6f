"""The areas of a case: which figures are of which area, and what stands in ``areas.csv``.

Pure functions: frames in, frames out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
import pandas as pd

from kit.errors import InputError
from kit.opendata import values

COLUMNS = ["area", "name", "kind", "within", "population"]
KINDS = {"GM": "municipality", "WK": "district", "BU": "neighbourhood"}
REGIONS = {"gemeente": "GM", "wijk": "WK", "buurt": "BU"}
MOST = 60
"""More areas than this in one case is a mistake: nobody can read them."""


def kind(code: str) -> str:
    """Return what an area is, by its code."""
    return KINDS.get(code[:2], "postcode")


class Wanted(msgspec.Struct, kw_only=True):
    """Which areas a trainer wants.

    Attributes:
        codes: By code.
        district: A district with its neighbourhoods, and the municipality around it.
        municipality: A municipality with all in it.
    """

    codes: list[str] = []
    district: str = ""
    municipality: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no code.

        Raises:
            InputError: The sentence shows what a code looks like.
        """
        self.codes = [self._code("--areas", code, "", "BU07580100") for code in self.codes]
        self.district = self.district and self._code("--district", self.district, "WK", "WK075801")
        self.municipality = self.municipality and self._code(
            "--municipality", self.municipality, "GM", "GM0758"
        )

    @staticmethod
    def _code(option: str, given: str, start: str, example: str) -> str:
        code = values.area(given)
        if not start and values.POSTCODE.fullmatch(given.strip()):
            code = given.strip()
        if not code or not code.startswith(start):
            message = f"{option}: {given!r} is no code of an area; write it like {example}"
            raise InputError(message)
        return code

    @property
    def any(self) -> bool:
        """Whether something was asked for."""
        return bool(self.codes or self.district or self.municipality)

    def has(self, code: str) -> bool:
        """Return whether an area is among them."""
        digits = re.sub(r"^\D+", "", code)
        if code in self.codes:
            return True
        if self.district and code[:2] in KINDS:
            number = self.district[2:]
            return digits[:6] == number if len(digits) >= 6 else digits == number[:4]
        return bool(self.municipality and code[:2] in KINDS and digits[:4] == self.municipality[2:])


def by_name(rows: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """Fill in codes where a file has names alone, from ``areas.csv`` or a list of names.

    A district and a neighbourhood in it may have the same name. The site puts the larger before the
    smaller, so that a name that stands as often in the file as it is known can be told apart; any other is
    refused.

    Args:
        rows: With the columns of a reading.
        known: With ``area`` and ``name``.

    Raises:
        InputError: No name is known, or a name can be several areas.
    """
    nameless = rows["area"] == ""
    if not nameless.any():
        return rows
    codes: dict[str, list[str]] = {}
    for code, name in sorted(zip(known["area"], known["name"], strict=True), key=lambda one: len(one[0])):
        codes.setdefault(_plain(name), []).append(code)
    plain = rows["name"].map(_plain)
    if not plain[nameless].isin(list(codes)).any():
        raise InputError(_unknown(rows[nameless]))
    turn = rows.assign(plain=plain).groupby(["plain", "period", "kind"]).cumcount()
    most = (turn.groupby(plain).max() + 1).to_dict()
    found = []
    for row, name, n in zip(rows.to_dict("records"), plain, turn, strict=True):
        fitting = [code for code in codes.get(name, []) if _fits(code, row["region"])]
        alone = len(fitting) == 1 and (row["region"] in REGIONS or most[name] == 1)
        if row["area"] or not fitting:
            found.append(row["area"])
        elif alone or most[name] == len(fitting):
            found.append(fitting[0 if alone else int(n)])
        else:
            message = (
                f"{row['place']}: {row['name']!r} can be several areas; "
                "choose the codes of the regions on the site too, and download again"
            )
            raise InputError(message)
    return rows.assign(area=found)


def _plain(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name).strip().lower()


def _fits(code: str, region: str) -> bool:
    return region not in REGIONS or code.startswith(REGIONS[region])


def _unknown(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    return (
        f"{first['place']}: this file has names ({first['name']!r}) and no codes, and no name is in "
        "data/areas.csv; read a file with codes first, or name a list with --names"
    )


def chosen(rows: pd.DataFrame, wanted: Wanted, known: pd.DataFrame, place: str) -> pd.DataFrame:
    """Return the rows of the areas that were asked for, or else of those in ``areas.csv``.

    Raises:
        InputError: None of them is in the file, or nothing was asked for and there are far too many.
    """
    rows = rows[rows["area"] != ""]
    there = sorted(set(rows["area"]))
    if wanted.any:
        kept = [code for code in there if wanted.has(code)]
    elif len(known):
        kept = [code for code in there if code in set(known["area"])]
    else:
        kept = there
        if len(kept) > MOST:
            message = (
                f"{place}: there are {len(kept)} areas; choose with --areas, --district or --municipality"
            )
            raise InputError(message)
    if not kept:
        asked = (
            ", ".join([*wanted.codes, wanted.district, wanted.municipality]).strip(", ")
            or "of data/areas.csv"
        )
        message = (
            f"{place}: none of the areas {asked} is in this file; it has {', '.join(there[:5]) or 'none'}"
        )
        raise InputError(message)
    return rows[rows["area"].isin(kept)]


def absent(rows: pd.DataFrame, wanted: Wanted) -> list[str]:
    """Return a sentence for every area that was asked for and is not there, with the nearest that is."""
    names = dict(zip(rows["area"], rows["name"], strict=True))
    asked = [*wanted.codes, *([wanted.district] if wanted.district else [])]
    return [f"{code} is not in this file{_nearest(code, names)}" for code in asked if code not in names]


def _nearest(code: str, names: dict[str, str]) -> str:
    same = sorted(one for one in names if one[:2] == code[:2])
    near = max(same, key=lambda one: _shared(one, code), default="")
    return f"; the nearest is {f'{near} {names[near]}'.strip()}" if near else ""


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))


def people(rows: pd.DataFrame) -> dict[str, int]:
    """Return the newest published number of inhabitants of every area in a reading of key figures."""
    of_all = rows[(rows["kind"] == "AantalInwoners") & rows["value"].notna()].sort_values("period")
    return {str(code): int(value) for code, value in zip(of_all["area"], of_all["value"], strict=True)}


def listed(rows: pd.DataFrame, known: pd.DataFrame, counted: dict[str, int]) -> pd.DataFrame:
    """Return ``areas.csv``: what was known, and the areas of a reading with what it says of them.

    An area lies in the smallest listed area around it. A name that was known stays.

    Args:
        rows: With the columns of a reading, of the chosen areas alone.
        known: ``areas.csv`` as it is, perhaps empty.
        counted: Inhabitants by area; empty stays empty where none are known.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in known.to_dict("records"):
        found[row["area"]] = {str(name): cell for name, cell in row.items()}
    for code, name in zip(rows["area"], rows["name"], strict=True):
        new = {"area": code, "name": "", "kind": kind(code), "within": "", "population": ""}
        one = found.setdefault(code, new)
        if one["name"] in {"", code}:
            one["name"] = name or (f"Postcode {code}" if one["kind"] == "postcode" else code)
    for code, one in found.items():
        one["within"] = _around(code, found) or one["within"]
        one["population"] = str(counted.get(code, one["population"]))
    order = {start: n for n, start in enumerate(KINDS)}
    ordered = sorted(found.values(), key=lambda one: (order.get(one["area"][:2], len(order)), one["area"]))
    return pd.DataFrame(ordered, columns=COLUMNS)


def called(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return ``areas.csv`` with names for the areas that have none but their code."""
    better = [
        names.get(code, name) if code == name else name
        for code, name in zip(rows["area"], rows["name"], strict=True)
    ]
    return rows.assign(name=better)


def nameless(rows: pd.DataFrame) -> list[str]:
    """Return the areas of ``areas.csv`` that have no name but their code."""
    return [str(one) for one in rows.loc[rows["name"] == rows["area"], "area"]]


def _around(code: str, among: Collection[str]) -> str:
    district, municipality = f"WK{code[2:8]}", f"GM{code[2:6]}"
    if code[:2] == "BU" and district in among:
        return district
    return municipality if code[:2] in {"BU", "WK"} and municipality in among else ""
