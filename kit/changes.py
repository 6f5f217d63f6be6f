"""Changing the programme while it runs: leave a step out, do one again, put one in. Nothing is lost."""

from __future__ import annotations

from itertools import count, takewhile
from typing import Any

import msgspec

from kit import programme
from kit.activities import check_step, needs
from kit.activities.base import Before
from kit.datafile import DataFile
from kit.errors import InputError, RefusedError
from kit.locale import N_
from kit.model import commands as do
from kit.model import events as happened
from kit.model.base import Event
from kit.programme import Step
from kit.room import Room, StepState

MOST_STEPS = 100


def skip(room: Room, step: StepState, skipped: bool) -> list[Event]:
    """Leave a step out, or do it after all."""
    if skipped and room.now == step.id:
        raise RefusedError("in_this_step", N_("The room is in this step now. Go on to another one first."))
    return [happened.StepSkipped(step.id, skipped)] if step.skipped != skipped else []


def repeat(room: Room, step: StepState) -> list[Event]:
    """Do a step once more: right after it, or after the step that the room is in when that is later."""
    id_, number = _free(room, step.id)
    title = {lang: f"{text} ({number})" for lang, text in step.step.title.items()}
    again = msgspec.structs.replace(step.step, id=id_, title=title)
    names = list(room.steps)
    after = max(step.id, room.now or step.id, key=names.index)
    return [_inserted(room, again, after)]


def insert(room: Room, command: do.InsertStep) -> list[Event]:
    """Put in one of the extra steps, or a whole one."""
    after = command.after
    if command.extra is not None:
        known = {one.id: one for one in programme.extras()}
        if command.extra not in known:
            raise RefusedError("unknown_extra", N_("There is no extra step {name}."), name=command.extra)
        step = known[command.extra]
        settings = {name: _here(room, after, value) for name, value in step.settings.items()}
        step = msgspec.structs.replace(step, settings=settings)
    else:
        try:
            step = msgspec.convert(command.whole, Step)
        except msgspec.ValidationError as error:
            raise _unfit(str(error)) from error
    step = msgspec.structs.replace(step, id=_free(room, step.id)[0])
    return [_inserted(room, step, after)]


def _here(room: Room, after: str, value: Any) -> Any:
    """Return the last step, up to ``after``, whose cards can be taken up, where a setting asks for it."""
    if value != "@here":
        return value
    found = [one.id for one in _until(room, after) if one.activity.yields_cards and not one.activity.chooses]
    if not found:
        raise RefusedError("no_cards", N_("There is nothing to vote on yet. Collect cards first."))
    return found[-1]


def _until(room: Room, after: str) -> list[StepState]:
    return [*takewhile(lambda one: one.id != after, room.steps.values()), room.steps[after]]


def _inserted(room: Room, step: Step, after: str) -> Event:
    if len(room.steps) >= MOST_STEPS:
        raise RefusedError("too_many_steps", N_("A programme has {most} steps at most."), most=MOST_STEPS)
    earlier = {one.id: Before(one.activity, one.settings) for one in _until(room, after)}
    files: dict[str, DataFile] = dict(room.files)
    try:
        found = check_step(step, earlier, files, later=[one for one in room.steps if one not in earlier])
    except InputError as error:
        raise _unfit(str(error)) from error
    own = {key: msgspec.to_builtins(files[key]) for key in needs(found.activity, found.settings)}
    return happened.StepInserted(step.id, after, msgspec.to_builtins(step), own)


def _free(room: Room, name: str) -> tuple[str, int]:
    """Return an id that no step has, made of this one, and the number in it."""
    if name and name not in room.steps:
        return name, 1
    stem = name or "step"
    number = next(n for n in count(2) if f"{stem}-{n}" not in room.steps)
    return f"{stem}-{number}", number


def _unfit(problem: str) -> RefusedError:
    return RefusedError("bad_step", N_("This step can't be put in here: {problem}"), problem=problem)
