"""Recognise a file by what is in it, and read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd

from kit.errors import InputError
from kit.opendata import catalogue, columns, leefbaarometer, odata, shapes, sheet, statline, tidy, values
from kit.opendata.reading import Fact, Reading, frame

YEAR = re.compile(r"\b(19|20)\d\d\b")


def read(path: Path, *, table: str = "", period: str = "", names: bool = False) -> Reading:
    """Read one file.

    Args:
        path: The file.
        table: The publisher's number of the table, where the trainer says so.
        period: What the figures are of, where the file does not say so.
        names: Whether the trainer says which code each name in the file has.

    Raises:
        InputError: It is nothing that the kit knows, or is damaged. The sentence says what to do.
    """
    text = sheet.decode(path)
    if text.lstrip()[:1] in {"{", "["}:
        told = odata.load(text, path)
        if shapes.is_one(told):
            return _boundaries(told, path)
        return answer(told, path, table=table or odata.number_of(told, path), period=period)
    rows = sheet.rows(text, path)
    if leefbaarometer.is_one(rows[0].cells):
        found = frame(leefbaarometer.parse(rows, path), "liveability", path)
        return Reading(file=path, form="scores of the Leefbaarometer", family="liveability", rows=found)
    made = statline.parse(rows, path)
    number = table or odata.number_of(None, path)
    return _of_table(
        made, path, form="a table as its site gives it", number=number, period=period, names=names
    )


def answer(
    told: Any, path: Path, *, table: str, period: str = "", titles: dict[str, dict[str, str]] | None = None
) -> Reading:
    """Read an answer of OData, saved or just given; ``titles`` says what its keys are called."""
    made = odata.parse(told, path, titles)
    return _of_table(
        made, path, form="an answer of OData", number=table, period=period, names=False, comma=False
    )


def _boundaries(told: dict[str, Any], path: Path) -> Reading:
    """Read boundaries; those of the Leefbaarometer carry its scores too, but those are read from its CSV."""
    outlines = shapes.outlines(told, path)
    return Reading(
        file=path,
        form=f"boundaries of {len(outlines)} areas",
        family="",
        shapes=outlines,
        names=shapes.names_of(told, path),
    )


def _of_table(
    made: statline.Table,
    path: Path,
    *,
    form: str,
    number: str,
    period: str,
    names: bool,
    comma: bool | None = None,
) -> Reading:
    place = f"{path}:{made.line}"
    _refuse_what_misleads(made, place, names=names)
    family = catalogue.of_table(number) or statline.family(made)
    if not family:
        known = ", ".join(catalogue.known_tables())
        message = f"{place}: the kit can't tell what figures these are; say it with --table, one of {known}"
        raise InputError(message)
    about = catalogue.families()[family]
    reading = Reading(file=path, form=form, family=family, table=number, remarks=_said(made))
    reading.translated = made.translated
    if comma is None:  # what is left out below may tell it too
        comma = values.decimal_comma(fact.value for fact in made.facts)
    facts = _measured(made, about, reading.remarks, place)
    rows = frame(facts, family, path, comma=comma)
    rows["kind"] = rows["kind"].replace(about.codes)
    reading.remarks += _thousands(facts)
    year = _year(made.title, number, about) if family == "people" else ""
    _refuse_no_period(facts, rows, place)
    reading.rows = _dated(rows, period or year, reading.remarks, place)
    double = tidy.ambiguous(reading.rows) if family == "people" else []
    if double:
        reading.rows = reading.rows[~reading.rows["kind"].isin(double)]
        reading.remarks.append(f"left out, because two columns have the same name: {', '.join(double)}")
    return reading


def _year(title: str, number: str, about: catalogue.Family) -> str:
    """Return the year of a table that is about one year, by its number or by its title."""
    found = YEAR.search(title)
    return about.years.get(number.upper()) or (found[0] if found else "")


def _refuse_what_misleads(made: statline.Table, place: str, *, names: bool) -> None:
    if made.towns:
        message = (
            f"{place}: these are figures of towns (plaatsen), and a town is no area of a case; "
            "download the table per district and neighbourhood (47018NED)"
        )
        raise InputError(message)
    if made.translated and not names and not all(fact.area for fact in made.facts):
        message = (
            f"{place}: a browser translated this file, the names of the areas too; switch that off "
            "and download again, or give a list with name,area after --names"
        )
        raise InputError(message)


def _said(made: statline.Table) -> list[str]:
    remarks = []
    if made.translated:
        remarks.append("a browser translated this file: compare a few figures with the site")
    if made.left_out:
        remarks.append(f"left out, because they hold no figures: {', '.join(made.left_out)}")
    return remarks


def _measured(made: statline.Table, about: catalogue.Family, remarks: list[str], place: str) -> list[Fact]:
    """Return the figures of one measure that the kit knows as a count: the case calls them so.

    Raises:
        InputError: There is none, but rates alone, or something that the catalogue doesn't have.
    """
    if not about.dimensions:
        return made.facts
    counts = [fact for fact in made.facts if not columns.is_rate(fact.topic, fact.label, fact.unit)]
    topics = list(dict.fromkeys(fact.topic for fact in made.facts if fact.topic))
    keep = list(dict.fromkeys(fact.topic for fact in counts if fact.topic))
    if made.kinds:
        keep = [one for one in keep if values.base(one) in about.measures][:1]
    kept = [fact for fact in counts if not fact.topic or fact.topic in keep]
    if not kept:
        named = ", ".join(topics) or made.facts[0].unit
        message = (
            f"{place}: the kit doesn't know {named!r} as a count; "
            f"download the table again with the subject {about.unit['nl']!r}"
        )
        raise InputError(message)
    others = [one for one in topics if one not in keep]
    if others:
        remarks.append(f"left out beside {keep[0] if keep else 'the counts'}: {', '.join(others)}")
    return kept


def _thousands(facts: list[Fact]) -> list[str]:
    """Return what there is to say of figures that a file gives in thousands."""
    names = list(dict.fromkeys(fact.label for fact in facts if columns.times(fact.unit) > 1))
    return [f"written in full, but rounded by the source: {', '.join(names)}"] if names else []


def _refuse_no_period(facts: list[Fact], rows: pd.DataFrame, place: str) -> None:
    """Refuse quarters and months without a year: the year that a trainer names would be put on each.

    Raises:
        InputError: No period of the file is one of a case.
    """
    odd = next((fact.period for fact in facts if fact.period), "")
    if odd and (rows["period"] == "").all():
        message = f"{place}: {odd!r} is no year and no month of a year; choose years or months on the site"
        raise InputError(message)


def _dated(rows: pd.DataFrame, period: str, remarks: list[str], place: str) -> pd.DataFrame:
    if (rows["period"] == "").all():
        if not period:
            message = f"{place}: the file does not say which year this is; say it, such as --years 2022"
            raise InputError(message)
        remarks.append(f"the file names no period; taken as {period}")
        return tidy.with_period(rows, period)
    odd = int((rows["period"] == "").sum())
    if odd:
        remarks.append(f"left out: {odd} figures of a period that is no year and no month")
    return rows[rows["period"] != ""]
