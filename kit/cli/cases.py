"""Cases: list them, make one of your own, check it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from kit import case as cases
from kit import paths
from kit.case import Case, skeleton
from kit.case.check import FILL_IN, Finding, check
from kit.charts import undrawable
from kit.cli.options import Json, Language
from kit.errors import InputError
from kit.model.base import say

COLUMNS = (("id", 18), ("kind", 9), ("level", 6), ("hours", 6), ("title", 57))
"""What a list shows, and how wide: 100 columns together."""
Where = Annotated[str, typer.Argument(help="A case's folder or name.")]


def list_cases(
    folder: Annotated[
        Path | None, typer.Option("--in", help="A folder with cases of your own; listed too.")
    ] = None,
    as_json: Json = False,
    lang: Language = "nl",
) -> None:
    """List the cases that ship with the kit, and your own."""
    if folder is not None and not folder.is_dir():
        message = f"{folder}: there is no such folder; name the one that your cases are in"
        raise InputError(message)
    folders = [paths.cases_dir() / name for name in cases.names()]
    folders += sorted(file.parent for file in folder.glob("*/case.yaml")) if folder else []
    rows = [_row(one, lang) for one in folders]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    print(_line({name: name for name, _ in COLUMNS}))
    for row in rows:
        print(_line(row | {"hours": _hours(row["hours"])}))
        if row["mistake"]:
            print(f"{row['folder']}: {row['mistake']}", file=sys.stderr)


def _row(folder: Path, lang: str) -> dict[str, Any]:
    """Return what a list says of a case, also of one that can't be used."""
    row: dict[str, Any] = dict.fromkeys(("kind", "level", "title", "summary", "mistake"), "")
    row |= {"id": folder.name, "hours": [], "folder": str(folder)}
    try:
        one = Case.load(folder)
    except InputError as error:
        return row | {"title": "(has a mistake)", "mistake": str(error)}
    return row | {
        "id": one.id,
        "kind": one.kind,
        "level": one.level,
        "hours": one.hours,
        "title": say(one.title, lang),
        "summary": say(one.summary, lang),
        "place": say(one.place, lang),
        "themes": [say(theme, lang) for theme in one.themes],
        "fields": one.fields,
        "prevention": one.prevention,
        "languages": sorted(one.title),
        "stakeholders": len(one.stakeholders),
        "charts": len(one.charts),
    }


def _hours(hours: list[float]) -> str:
    return "–".join(f"{one:g}" for one in sorted({*hours[:1], *hours[-1:]}))


def _line(row: dict[str, Any]) -> str:
    return " ".join(_cell(str(row[name]), width) for name, width in COLUMNS).rstrip()


def _cell(text: str, width: int) -> str:
    return f"{text if len(text) <= width else text[: width - 1] + '…':<{width}}"


def check_case(
    where: Where,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings as mistakes.")] = False,
    as_json: Json = False,
) -> None:
    """Check a case: what must be mended, and what is worth a second look, each with file and line."""
    case, found = check(where, undrawable)
    wrong = [one for one in found if one.level == "error" or strict]
    if as_json:
        print(json.dumps(_told(case, found, ok=not wrong), ensure_ascii=False))
    else:
        _say(cases.find(where), case, found, wrong)
    if wrong:
        raise typer.Exit(1)


def _told(case: Case, found: list[Finding], *, ok: bool) -> dict[str, Any]:
    parts: dict[str, list[Any]] = {"error": [], "warning": []}
    for one in found:
        parts[one.level].append(msgspec.to_builtins(one))
    return {
        "ok": ok,
        "id": case.id,
        "stakeholders": len(case.stakeholders),
        "quotes": len(case.quotes),
        "errors": parts["error"],
        "warnings": parts["warning"],
    }


def _say(folder: Path, case: Case, found: list[Finding], wrong: list[Finding]) -> None:
    """Name mistakes first, each on a line that an editor can jump to."""
    for one in sorted(found, key=lambda one: one not in wrong):
        kind = "" if one in wrong else "warning: "
        place, _, rest = str(one).partition(": ")
        print(f"{folder / place}: {kind}{rest}", file=sys.stderr)
    warnings = len(found) - len(wrong)
    more = f", {_count(warnings, 'warning')}" if warnings else ""
    if wrong:
        open_ones = sum(one.text.startswith(FILL_IN) for one in wrong)
        told = [_count(open_ones, "place") + " to fill in"] if open_ones else []
        told += [_count(len(wrong) - open_ones, "mistake") + " to mend"] if len(wrong) > open_ones else []
        print(f"leefkit: {case.id}: {', '.join(told)}{more}", file=sys.stderr)
    else:
        print(f"{case.id}: in order{more}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def new_case(
    folder: Annotated[Path, typer.Argument(help="The folder to make; its name becomes the case's id.")],
    kind: Annotated[
        skeleton.Kind, typer.Option(help="An invented case, or a real one from public sources.")
    ] = "fictional",
) -> None:
    """Make a case of your own to fill in: a folder in which comments say what goes where."""
    skeleton.make(folder, kind)
    print(f"{folder}: made; fill in case.yaml and the texts, then look with: leefkit case check {folder}")
