"""The first event of a journal, and the room that it describes."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kit.activities import REGISTRY, check_programme, fill, gather, parse_settings
from kit.case import Case
from kit.case.pictures import laid_in
from kit.datafile import DataFile
from kit.errors import KitError, WorkshopFileError
from kit.model import events as happened
from kit.model.base import CODE_LETTERS, say
from kit.programme import Programme, Step, find
from kit.room import Room, StepState

FORMAT = 1


def created(
    case: Case | str | Path, programme: Programme | str | Path, lang: str
) -> tuple[happened.WorkshopCreated, dict[str, bytes]]:
    """Return the first event of a new workshop: case, programme and data files whole; and its pictures.

    Raises:
        InputError: The case or the programme has a mistake.
    """
    case, pictures = laid_in(case if isinstance(case, Case) else Case.load(case))
    if isinstance(programme, Programme):
        place, folder = f"programme {programme.id!r}", None
    else:
        place, folder = f"programme {str(programme)!r}", find(programme).parent
        programme = Programme.load(programme)
    files = check_programme(programme, place, folder)
    first = happened.WorkshopCreated(
        FORMAT,
        say(case.title, lang),
        lang,
        msgspec.to_builtins(case),
        msgspec.to_builtins(programme),
        {name: msgspec.to_builtins(file) for name, file in files.items()},
    )
    return first, pictures


def meta() -> dict[str, Any]:
    """Return what is made once for a workshop file: its id, join code, keys of links, secret of cookies."""
    return {
        "workshop": secrets.token_hex(8),
        "code": "".join(secrets.choice(CODE_LETTERS) for _ in range(4)),
        "keys": {role: secrets.token_urlsafe(12) for role in ("trainer", "team", "wall", "results")},
        "cookie_secret": secrets.token_hex(32),
    }


def begin(step: Step, files: Mapping[str, DataFile]) -> StepState:
    """Return the state of a step that has not been entered yet."""
    activity = REGISTRY.activities[step.activity]
    return StepState(step, activity, fill(activity, parse_settings(step), files), activity.new())


def _kept(created: happened.WorkshopCreated, kind: type[DataFile], name: str) -> DataFile:
    return msgspec.convert(created.files[f"{kind.folder}/{name}"], kind)


def furnish(created: happened.WorkshopCreated) -> Room:
    """Make the room that the first event describes."""
    if created.version > FORMAT:
        message = (
            f"made by a newer Leefkit (journal {created.version}, this one reads {FORMAT}); update Leefkit"
        )
        raise WorkshopFileError(message)
    try:
        case = msgspec.convert(created.case, Case)
        programme = msgspec.convert(created.programme, Programme)
        files: dict[str, DataFile] = {}
        for step in programme.steps:
            gather(step, files, lambda kind, name: _kept(created, kind, name))
        steps = {step.id: begin(step, files) for step in programme.steps}
    except (msgspec.ValidationError, KeyError, KitError) as error:
        message = f"this workshop's case or programme can't be read by this version ({error}); update Leefkit"
        raise WorkshopFileError(message) from error
    word = "Table" if created.lang == "en" else "Tafel"
    teams = [f"{word} {n}" for n in range(1, programme.teams + 1)]
    return Room(created.title, created.lang, case, programme, files, steps, teams)
