"""The rules of the workshop itself: who may do what, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from kit import changes, tables
from kit.activities.base import Asking
from kit.activities.guards import (
    MAX_NAME,
    must_be_team,
    must_be_trainer,
    must_not_be_sealed,
    one_line,
    organisation_of,
)
from kit.errors import RefusedError
from kit.locale import N_
from kit.model import commands as do
from kit.model import events as happened
from kit.model.base import LANGS, Command, Event
from kit.room import Action, Room, StepState

MAX_MESSAGE = 280
MAX_TEAMS = 60
A_DAY = 86_400


def step_of(room: Room, name: str) -> StepState:
    """Return a step, or refuse."""
    if name not in room.steps:
        raise RefusedError("unknown_step", N_("There is no step {step} in this programme."), step=name)
    return room.steps[name]


def decide(room: Room, command: Command, who: Asking, now: float) -> list[Event]:
    """Answer a command of the workshop itself with events, or refuse it.

    Raises:
        RefusedError: It may not be, or makes no sense now.
    """
    if isinstance(command, do.SetProfile):
        return _profile(room, command, who)
    if isinstance(command, do.Ready):
        step = step_of(room, command.step)
        if who.actor.role not in {"participant", "team"} or room.now != step.id:
            raise RefusedError("not_now", N_("The room is not in this step now."))
        return [happened.ReadySet(step.id, command.ready)]
    must_be_trainer(who)
    return _TRAINER[type(command)](room, command, now)


def _profile(room: Room, command: do.SetProfile, who: Asking) -> list[Event]:
    participant = who.actor.participant
    if participant is None:
        raise RefusedError("not_allowed", N_("Only participants have a profile."))
    person = room.people[participant]
    organisation = organisation_of(room, command.organisation)
    if command.team is not None:
        must_be_team(room, command.team)
    lang = command.lang if command.lang in LANGS else person.lang
    if person.team and command.team not in {None, person.team} and _at_work(room):
        raise RefusedError("team_at_work", N_("Your table is at work. Ask the trainer if you want to move."))
    stays = person.team if person.team in room.teams else None
    team = command.team or stays or tables.seat(room, organisation)
    came = msgspec.structs.replace(person, organisation=organisation, team=team, lang=lang)
    now = [one for one in room.steps.values() if one.status == "open"]
    more = [event for one in now for event in one.activity.arrived(room, one, came)]
    return [happened.ProfileSet(participant, organisation, team, lang), *more]


def _at_work(room: Room) -> bool:
    """Return whether the tables work apart now: who hops over would see what others keep to themselves."""
    now = room.steps.get(room.now or "")
    return now is not None and now.status == "open" and now.settings.per == "team"


def tidy_name(name: str | None) -> str | None:
    """Return a participant's name as it is kept; None for none."""
    return one_line(name or "")[:MAX_NAME] or None


def _go_to(room: Room, command: do.GoTo, now: float) -> list[Event]:
    del now
    step = step_of(room, command.step)
    if room.now == step.id:
        raise RefusedError("already_there", N_("The room is in this step already."))
    leaving = room.steps.get(room.now or "")
    closed = leaving.id if leaving is not None and leaving.status == "open" else None
    return [happened.StepEntered(step.id, closed)]


def _open(room: Room, command: do.Open, now: float) -> list[Event]:
    del now
    step = step_of(room, command.step)
    if not step.activity.takes_input:
        raise RefusedError("nothing_to_open", N_("This step is only to look at; there is nothing to open."))
    if step.status == "open":
        raise RefusedError("already_open", N_("This step is open already."))
    must_not_be_sealed(step)
    frozen = step.activity.freeze(room, step)
    shown = _shown(room, step)
    opened = happened.StepOpened(step.id, step.activity.seconds(step), frozen, shown)
    return [*_seals(room, but=step), *(happened.StepRevealed(one, opening=True) for one in shown), opened]


def _shown(room: Room, step: StepState) -> list[str]:
    """Return the hidden steps whose contributions this one puts before all: that must not happen unsaid."""
    sources = [room.steps[name] for name in step.activity.shows(step)]
    return [
        one.id for one in sources if not one.revealed and (one.settings.hidden or one.settings.per == "team")
    ]


def _seals(room: Room, but: StepState | None = None, *, over: bool = False) -> list[Event]:
    """Finish every anonymous step that is closed: its pseudonyms can't be traced from here on.

    A step whose activity still needs them may wait until the workshop is ``over``, and no longer.
    """
    return [
        happened.StepSealed(one.id)
        for one in room.steps.values()
        if one is not but and one.settings.anonymous and one.status == "closed" and not one.sealed
        if over or one.activity.may_seal(room, one)
    ]


def _close(room: Room, command: do.Close, now: float) -> list[Event]:
    del now
    step = step_of(room, command.step)
    if step.status != "open":
        raise RefusedError("not_open", N_("This step is not open."))
    return [happened.StepClosed(step.id)]


def _reveal(room: Room, command: do.Reveal, now: float) -> list[Event]:
    del now
    step = step_of(room, command.step)
    if step.revealed:
        raise RefusedError("already_revealed", N_("This step is shown to all already."))
    return [happened.StepRevealed(step.id)]


def _timer(room: Room, command: do.Timer, now: float) -> list[Event]:
    given = [command.seconds is not None, command.add is not None, command.pause, command.resume]
    if given.count(True) != 1:
        raise RefusedError("bad_timer", N_("Say one thing about the timer: seconds, add, pause or resume."))
    for seconds, least in ((command.seconds, 0), (command.add, -A_DAY)):
        if seconds is not None and not least <= seconds <= A_DAY:
            raise RefusedError("bad_timer", N_("A timer runs from 0 seconds to a day."))
    timer = room.timer
    left = max(0.0, timer.ends - now) if timer.ends is not None else (timer.left or 0.0)
    running = timer.ends is not None
    if command.seconds is not None:
        left, running, total = float(command.seconds), command.seconds > 0, float(command.seconds)
    elif command.add is not None:
        left = min(float(A_DAY), max(0.0, left + command.add))
        running, total = running or timer.total == 0, max(timer.total + command.add, left)
    else:
        running, total = command.resume is True and left > 0, timer.total
    if total <= 0:
        return [happened.TimerSet(total=0)]
    return [happened.TimerSet(total, ends=now + left if running else None, left=None if running else left)]


def _attention(room: Room, command: do.Attention, now: float) -> list[Event]:
    del room, now
    return [happened.AttentionSet(command.on)]


def _message(room: Room, command: do.Message, now: float) -> list[Event]:
    del room, now
    text = command.text.strip()
    if len(text) > MAX_MESSAGE:
        raise RefusedError(
            "too_long",
            N_("This is too long: {length} characters. Use {limit} at most."),
            length=len(text),
            limit=MAX_MESSAGE,
        )
    return [happened.MessageSet(text)]


def _set_teams(room: Room, command: do.SetTeams, now: float) -> list[Event]:
    del now
    teams = [one_line(name) for name in command.teams]
    good = all(0 < len(name) <= MAX_NAME for name in teams) and len(set(teams)) == len(teams)
    if not good or not 1 <= len(teams) <= MAX_TEAMS:
        raise RefusedError(
            "bad_teams", N_("Give 1 to {most} tables, each with its own short name."), most=MAX_TEAMS
        )
    return [happened.TeamsSet(teams, tables.spread(room, teams))]


def _move(room: Room, command: do.Move, now: float) -> list[Event]:
    del now
    if command.participant not in room.people:
        raise RefusedError("unknown_participant", N_("There is no such participant."))
    must_be_team(room, command.team)
    return [happened.ParticipantMoved(command.participant, command.team)]


def _finish(room: Room, command: do.Finish, now: float) -> list[Event]:
    del now
    if room.finished == command.finished:
        raise RefusedError("already_finished", N_("The workshop is in that state already."))
    if not command.finished:
        return [happened.WorkshopFinished(finished=False)]
    still = [one for one in room.steps.values() if one.status == "open"]
    if still:
        raise RefusedError("still_open", N_("Close the step that is still open first."))
    return [*_seals(room, over=True), happened.WorkshopFinished(finished=True)]


def _undo(room: Room, command: do.Undo, now: float) -> list[Event]:
    del command, now
    if not room.actions:
        raise RefusedError("nothing_to_undo", N_("There is nothing to take back."))
    last = room.actions[-1]
    restored = []
    for event in last.inverse:
        if isinstance(event, happened.StepRestored) and event.status == "open":
            must_not_be_sealed(room.steps[event.step])
        if (left := _still(room, event, last)) is not None:
            restored.append(msgspec.to_builtins(left))
    return [happened.Undone(last.seq, restored)]


def _still(room: Room, back: Event, action: Action) -> Event | None:
    """Return what is left to take back, now that others may have gone on with it."""
    if isinstance(back, happened.CORE_EVENTS):
        return tables.still(room, back, action)
    step = room.step_of(back)
    return back if step is None else step.activity.still(room, step, back, action)


def _skip(room: Room, command: do.SkipStep, now: float) -> list[Event]:
    del now
    return changes.skip(room, step_of(room, command.step), command.skipped)


def _repeat(room: Room, command: do.RepeatStep, now: float) -> list[Event]:
    del now
    return changes.repeat(room, step_of(room, command.step))


def _insert(room: Room, command: do.InsertStep, now: float) -> list[Event]:
    del now
    step_of(room, command.after)
    return changes.insert(room, command)


_TRAINER: dict[type[Command], Callable[[Room, Any, float], list[Event]]] = {
    do.GoTo: _go_to, do.Open: _open, do.Close: _close, do.Reveal: _reveal, do.Timer: _timer,
    do.Attention: _attention, do.Message: _message, do.SetTeams: _set_teams, do.Move: _move,
    do.Finish: _finish, do.Undo: _undo, do.SkipStep: _skip, do.RepeatStep: _repeat, do.InsertStep: _insert,
}  # fmt: skip
