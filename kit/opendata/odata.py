"""Answers of OData, saved or asked for: a TypedDataSet (version 3) or Observations (version 4)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from kit.errors import InputError
from kit.opendata import columns, statline, values
from kit.opendata.sheet import Row

TABLE = re.compile(r"(?<![A-Z0-9])(\d{5}[A-Z]{3})(?![A-Z0-9])", re.IGNORECASE)


def load(text: str, path: Path) -> Any:
    """Return what JSON says.

    Raises:
        InputError: It is not valid JSON.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        message = f"{path}: this JSON has too many brackets within brackets; download the file again"
        raise InputError(message) from error
    except json.JSONDecodeError as error:
        message = f"{path}:{error.lineno}: this is not valid JSON ({error.msg}); download the file again"
        raise InputError(message) from error


def records(told: Any, path: Path) -> list[dict[str, Any]]:
    """Return the rows of an answer: what stands under ``value``, or the list itself.

    Raises:
        InputError: It is something else, or one page of several.
    """
    rows = told.get("value") if isinstance(told, dict) else told
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        message = (
            f"{path}: expected an answer of OData with rows under 'value'; save TypedDataSet or Observations"
        )
        raise InputError(message)
    if isinstance(told, dict) and ("odata.nextLink" in told or "@odata.nextLink" in told):
        message = f"{path}: this is only the first page of the answer; ask for fewer areas or years"
        raise InputError(message)
    return rows


def number_of(told: Any, path: Path) -> str:
    """Return the table's number as the answer or the name of its file says it, or an empty text."""
    address = ""
    if isinstance(told, dict):
        address = str(told.get("odata.metadata") or told.get("@odata.context") or "")
    found = TABLE.search(address) or TABLE.search(path.name)
    return found[1].upper() if found else ""


def parse(told: Any, path: Path, titles: dict[str, dict[str, str]] | None = None) -> statline.Table:
    """Read an answer as a table.

    Args:
        told: The answer.
        path: What errors call it.
        titles: What the keys of a dimension are called, by the dimension, where that is known.

    Raises:
        InputError: There are no figures in it.
    """
    rows = records(told, path)
    names = list(dict.fromkeys(name for row in rows for name in row))
    lookup = {
        name: {key.strip(): title for key, title in (titles or {}).get(name, {}).items()} for name in names
    }
    body = [Row(n, [_cell(row.get(name), lookup[name]) for name in names]) for n, row in enumerate(rows, 1)]
    table = statline.flat(Row(1, names), body, path)
    area = next((name for name in names if columns.role(name) == "area"), "")
    for fact in table.facts:
        key = str(rows[fact.line - 1].get(area, "")).strip()
        fact.name = lookup.get(area, {}).get(key, fact.name)
        fact.area = values.area(key) or fact.area
        fact.line = 1
    return table


def _cell(value: Any, titles: dict[str, str]) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    return titles.get(text, text)
