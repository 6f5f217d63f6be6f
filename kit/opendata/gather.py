"""From what was read to what a case gets: its tables, its areas, its boundaries. Nothing is written here."""

from __future__ import annotations

import msgspec
import pandas as pd

from kit.case.data import MOST_ROWS
from kit.errors import InputError
from kit.opendata import areas, leefbaarometer, shapes, tidy
from kit.opendata.areas import Wanted
from kit.opendata.catalogue import families
from kit.opendata.reading import Reading


class Choice(msgspec.Struct, kw_only=True):
    """What a trainer wants of the files.

    Attributes:
        wanted: Which areas.
        first: The first year, or empty.
        last: The last year, or empty.
        kinds: Which kinds; without any, what the catalogue has for the family.
    """

    wanted: Wanted = msgspec.field(default_factory=Wanted)
    first: str = ""
    last: str = ""
    kinds: list[str] = []


class Made(msgspec.Struct, kw_only=True):
    """One table of the case.

    Attributes:
        id: What it is called in ``case.yaml``, and its file.
        rows: ``area, period, kind, value``.
        labels: What the source calls each kind.
    """

    id: str
    family: str
    number: str
    rows: pd.DataFrame
    labels: dict[str, str] = {}

    @property
    def periods(self) -> str:
        """The first and the last period."""
        found = sorted(set(self.rows["period"]))
        return found[0] if len(found) == 1 else f"{found[0]} to {found[-1]}"


class Gathered(msgspec.Struct, kw_only=True):
    """Everything that was made, and what there is to say about each file."""

    tables: list[Made] = []
    areas: pd.DataFrame
    shapes: str = ""
    remarks: list[tuple[str, str]] = []


def gather(readings: list[Reading], choice: Choice, known: pd.DataFrame, named: pd.DataFrame) -> Gathered:
    """Choose, put together and check what several files hold.

    Args:
        readings: What was read.
        choice: What the trainer wants.
        known: ``areas.csv`` of the case, perhaps empty.
        named: Names of areas beyond those in ``known``, with ``area`` and ``name``.

    Raises:
        InputError: None of the areas is there, figures contradict each other, or there are too many.
    """
    result = Gathered(areas=known)
    parts: dict[tuple[str, str], list[pd.DataFrame]] = {}
    numbers: dict[str, str] = {}
    counted: dict[str, int] = {}
    for reading in readings:
        if reading.shapes is not None:
            continue
        rows = _chosen(reading, choice, known, named, result)
        if reading.family == "people":
            counted |= areas.people(rows)
        rows = tidy.of_kinds(rows, _kinds(reading, rows, choice))
        result.remarks += [(str(reading.file), remark) for remark in reading.remarks]
        for suffix, part in _apart(rows):
            table = f"{reading.family}{suffix}"
            parts.setdefault((table, reading.family), []).append(part)
            numbers.setdefault(table, reading.table)
        result.areas = areas.listed(rows, result.areas, counted)
    for (table, family), frames in parts.items():
        result.tables.append(_table(table, family, numbers[table], pd.concat(frames)))
    _outline(readings, result)
    return result


def _chosen(
    reading: Reading, choice: Choice, known: pd.DataFrame, named: pd.DataFrame, result: Gathered
) -> pd.DataFrame:
    place = str(reading.file)
    listed = pd.concat([known[["area", "name"]], named[["area", "name"]]]).drop_duplicates()
    rows = areas.by_name(reading.rows, listed)
    nameless = rows.loc[rows["area"] == "", "name"].drop_duplicates()
    chosen = areas.chosen(rows, choice.wanted, listed, place)
    remarks = areas.absent(rows[rows["area"] != ""], choice.wanted)
    if len(nameless):
        remarks.append(f"left out {len(nameless)} areas whose code is not known, such as {nameless.iloc[0]}")
    rows = tidy.between(chosen, choice.first, choice.last)
    if rows.empty:
        periods = sorted(set(chosen["period"]))
        message = f"{place}: none of these years is in this file; it has {periods[0]} to {periods[-1]}"
        raise InputError(message)
    if rows["provisional"].any():
        periods = sorted(set(rows.loc[rows["provisional"], "period"]))
        remarks.append(f"provisional, so they may still change: {', '.join(periods)}")
    unpublished = int(rows["value"].isna().sum())
    if unpublished:
        remarks.append(f"{unpublished} of {len(rows)} figures were not published; they stay empty")
    once = tidy.unique(rows.assign(name="") if reading.translated else rows)
    if len(once) < len(rows):
        remarks.append(f"left out {len(rows) - len(once)} rows that stand there twice")
    result.remarks += [(place, remark) for remark in remarks]
    return once


def _kinds(reading: Reading, rows: pd.DataFrame, choice: Choice) -> list[str]:
    """Return the kinds to keep; a table with a hundred subjects gives those that a workshop can use."""
    if choice.kinds:
        return choice.kinds
    known = {"people": list(families()["people"].kinds), "liveability": leefbaarometer.DIMENSIONS}
    there = set(rows["kind"])
    kept = [kind for kind in known.get(reading.family, []) if kind in there]
    if kept and len(kept) < len(there):
        left = len(there) - len(kept)
        reading.remarks.append(f"left out {left} other subjects; choose your own with --kinds")
    return kept


def _apart(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Part years from months and postcodes from neighbourhoods: a table holds one sort."""
    month = rows["period"].str.len() > 4
    postcode = rows["area"].str.fullmatch(r"\d{4}")
    sorts = [
        ("", ~month & ~postcode),
        ("-month", month & ~postcode),
        ("-pc4", ~month & postcode),
        ("-pc4-month", month & postcode),
    ]
    return [(suffix, rows[mask]) for suffix, mask in sorts if mask.any()]


def _table(name: str, family: str, number: str, rows: pd.DataFrame) -> Made:
    rows = tidy.unique(rows)
    if len(rows) > MOST_ROWS:
        message = (
            f"{name}: this makes {len(rows)} rows, and a table has {MOST_ROWS} at most; "
            "choose fewer areas, years (--years) or kinds (--kinds)"
        )
        raise InputError(message)
    labels = dict(zip(rows["kind"], rows["label"], strict=True))
    made = tidy.table(rows, list(families()[family].kinds))
    return Made(id=name, family=family, number=number, rows=made, labels=labels)


def _outline(readings: list[Reading], result: Gathered) -> None:
    """Keep the boundaries of the areas of the case."""
    for reading in readings:
        if reading.shapes is None:
            continue
        of_case = set(result.areas["area"])
        codes = [code for code in reading.shapes if code in of_case]
        if not len(result.areas):
            message = f"{reading.file}: no areas are known yet; read figures before, or with it"
            raise InputError(message)
        if not codes:
            there = ", ".join(list(reading.shapes)[:3])
            message = f"{reading.file}: none of the case's areas is in this file; it has {there}"
            raise InputError(message)
        result.shapes = shapes.small(reading.shapes, codes)
        result.areas = areas.called(result.areas, reading.names)
        left = len(reading.shapes) - len(codes)
        if left:
            result.remarks.append((str(reading.file), f"left out the boundaries of {left} other areas"))
