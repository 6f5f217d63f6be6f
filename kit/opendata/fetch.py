"""Ask the open data of CBS and of the police for a table: only on a command, never while a workshop runs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.errors import InputError
from kit.opendata import catalogue
from kit.opendata.areas import Wanted
from kit.opendata.read import answer
from kit.opendata.reading import Reading

HOSTS = {"Politie": "dataderden.cbs.nl", "CBS": "opendata.cbs.nl"}
"""Where a publisher's tables are; the police's are among those that CBS keeps for others."""
SECONDS = 60
"""How long one answer may take."""
MOST_YEARS = 30


def fetch(table: str, wanted: Wanted, first: str = "", last: str = "") -> Reading:
    """Ask for the figures of some areas and years.

    Raises:
        InputError: Table or areas are not named, the extra ``data`` is not installed, or nobody answers.
    """
    family = catalogue.of_table(table)
    if not family:
        message = f"--fetch: name the table with --table, one of {', '.join(catalogue.known_tables())}"
        raise InputError(message)
    if not wanted.any:
        message = "--fetch: choose what to ask for with --areas, --district or --municipality"
        raise InputError(message)
    try:
        import cbsodata  # noqa: PLC0415 - an extra: who reads files alone does without
    except ImportError as error:
        message = "--fetch needs a library that is not installed; run: pip install 'leefkit[data]'"
        raise InputError(message) from error
    about = catalogue.families()[family]
    host = HOSTS[about.source.publisher]
    years = ("", "") if about.years else (first, last)  # such a table is about one year and has no periods
    try:
        told = cbsodata.download_data(
            table, filters=condition(wanted, *years), catalog_url=host, timeout=SECONDS
        )
    except (OSError, ValueError, KeyError) as error:  # what its HTTP client raises are all OSErrors
        message = f"{host} gave no answer for {table} ({error}); try later, or download the CSV by hand"
        raise InputError(message) from error
    return made(told, table, host)


def made(told: dict[str, list[dict[str, Any]]], table: str, host: str) -> Reading:
    """Read what the library answers: the figures, and a list of keys and titles for every dimension."""
    figures = told.get("TypedDataSet") or told.get("UntypedDataSet") or []
    if not figures:
        message = f"{host} has no figures in {table} for these areas and years; check the codes and --years"
        raise InputError(message)
    titles = {
        name: {str(row["Key"]): str(row["Title"]) for row in rows}
        for name, rows in told.items()
        if rows and {"Key", "Title"} <= rows[0].keys() and name in figures[0]
    }
    for name in [one for one in titles if one.lower().startswith("period")]:
        titles[name] = {str(row["Key"]): _period(row) for row in told[name]}
    return answer(figures, Path(f"{host}/{table}"), table=table, titles=titles)


def _period(row: dict[str, Any]) -> str:
    """Return the key of a period, with the mark that the site puts behind one that may still change."""
    provisional = "*" in str(row["Title"]) or str(row.get("Status") or "").lower().startswith("voorlopig")
    return f"{str(row['Key']).strip()}{'*' if provisional else ''}"


def condition(wanted: Wanted, first: str = "", last: str = "") -> str:
    """Return the condition in OData: parts of keys, because the keys are padded with spaces.

    A part may be found in the key of another area; what is not wanted is left out after the answer.
    """
    parts = [*wanted.codes]
    if wanted.district:
        number = wanted.district[2:]
        parts += [wanted.district, f"BU{number}", f"GM{number[:4]}"]
    if wanted.municipality:
        number = wanted.municipality[2:]
        parts += [f"{start}{number}" for start in ("GM", "WK", "BU")]
    asked = [_either("WijkenEnBuurten", parts)]
    if first or last:
        asked.append(_either("Perioden", _years(first or last, last or first)))
    return " and ".join(asked)


def _either(column: str, parts: Iterable[str]) -> str:
    each = [f"substringof('{part}',{column})" for part in dict.fromkeys(parts)]
    return f"({' or '.join(each)})"


def _years(first: str, last: str) -> list[str]:
    if not (re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{4}", last)):
        return []
    return [str(year) for year in range(int(first), min(int(last), int(first) + MOST_YEARS) + 1)]
