"""Cases and programmes: list them, check your own."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kit import furnish
from kit import programme as programmes
from kit.activities import check_programme
from kit.cli import casedata, cases
from kit.cli.options import Json, Language
from kit.errors import InputError
from kit.model.base import say
from kit.programme import Programme


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    case = typer.Typer(help="The cases: list them, make and check your own.", no_args_is_help=True)
    case.command("list")(cases.list_cases)
    case.command("new")(cases.new_case)
    case.command("check")(cases.check_case)
    case.command("data")(casedata.data)
    app.add_typer(case, name="case")
    programme = typer.Typer(help="The programmes: list, show, check your own.", no_args_is_help=True)
    programme.command("list")(list_programmes)
    programme.command("check")(check)
    programme.command("show")(show)
    programme.command("new")(new_programme)
    app.add_typer(programme, name="programme")


def list_programmes(as_json: Json = False, lang: Language = "nl") -> None:
    """List the programmes that ship with the kit."""
    found = [Programme.load(name) for name in programmes.names()]
    rows = [
        {
            "id": one.id,
            "minutes": one.minutes,
            "title": say(one.title, lang),
            "summary": say(one.summary, lang),
        }
        for one in found
    ]
    _print(rows, as_json=as_json)


def check(
    where: Annotated[str, typer.Argument(help="A programme's file or name.")], as_json: Json = False
) -> None:
    """Check a programme. The first mistake is named with its place, and with what was expected."""
    programme = Programme.load(where)
    check_programme(programme, str(where), programmes.find(where).parent)
    warnings = list(programme.warnings())
    answer = {"ok": True, "id": programme.id, "steps": len(programme.steps), "warnings": warnings}
    print(json.dumps(answer) if as_json else f"{programme.id}: in order, {len(programme.steps)} steps")
    for warning in [] if as_json else warnings:
        print(f"{where}: {warning}", file=sys.stderr)


def new_programme(
    file: Annotated[Path, typer.Argument(help="The file to make; ends in .yaml.")],
    like: Annotated[
        str, typer.Option("--from", help="The programme to begin with: a file or a name.")
    ] = "design-thinking-kort",
) -> None:
    """Make a programme of your own to change: a copy of another, under a new id."""
    if file.suffix not in {".yaml", ".yml"}:
        message = f"{file}: give the file a name that ends in .yaml"
        raise typer.BadParameter(message)
    if file.exists():
        message = f"{file}: this file exists already; choose another name"
        raise InputError(message)
    if file.stem in programmes.names():
        message = f"{file}: {file.stem!r} is the name of a programme that ships with Leefkit; choose another"
        raise InputError(message)
    Programme.load(like)
    text = programmes.find(like).read_text(encoding="utf-8")
    own = re.sub(r"(?m)^id:.*$", f"id: {json.dumps(file.stem)}", text, count=1)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(own, encoding="utf-8")
    print(f"{file}: made after {like}; change it, then look with: leefkit programme check {file}")


def show(
    where: Annotated[str, typer.Argument(help="A programme's file or name.")],
    as_json: Json = False,
    lang: Language = "nl",
) -> None:
    """Show the steps of a programme."""
    programme = Programme.load(where)
    files = check_programme(programme, str(where), programmes.find(where).parent)
    steps = []
    for step in programme.steps:
        state = furnish.begin(step, files)
        steps.append(
            {
                "id": step.id,
                "phase": step.phase,
                "activity": step.activity,
                "minutes": step.minutes,
                "title": say(step.title, lang),
                "per": state.settings.per,
                "input": state.activity.takes_input,
                "zones": state.activity.zones(state.settings, files),
                "settings": step.settings,
            }
        )
    if as_json:
        answer = {
            "id": programme.id,
            "title": say(programme.title, lang),
            "minutes": programme.minutes,
            "steps": steps,
        }
        print(json.dumps(answer, ensure_ascii=False))
        return
    print(f"{say(programme.title, lang)} ({programme.minutes:g} min)")
    for one in steps:
        what = f"{one['activity']}: {one['title']}"
        print(f"  {one['minutes']:>4g} min  {one['phase']:<10} {one['id']:<12} {what}")


def _print(rows: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        print(f"{row['id']:<24} {row['title']}: {row['summary']}")
