"""Folding the workshop's own events into the state, and what would take each of them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from kit import furnish
from kit.activities import gather, needs
from kit.model import events as happened
from kit.model.base import Event
from kit.programme import Step
from kit.room import Person, Room, StepState


def inverse(room: Room, event: Event) -> list[Event]:
    """Return the events that take back what the trainer did; asked before the fold."""
    before = _BEFORE.get(type(event))
    return before(room, event) if before is not None else []


def _before_entering(room: Room, event: happened.StepEntered) -> list[Event]:
    left_out = [happened.StepSkipped(event.step)] if event.step and room.steps[event.step].skipped else []
    passed = room.now if _only_passed(room) else None
    back = happened.StepEntered(room.now)
    return [back, *_as_it_was(room, (passed, event.closed, event.step)), *left_out, room.timer]


def _only_passed(room: Room) -> bool:
    """Return whether the room is in a step of weeks later that was never opened: maybe by mistake."""
    now = room.steps.get(room.now or "")
    return now is not None and now.opened_at is None and now.activity.later(now)


def _before_opening(room: Room, event: happened.StepOpened) -> list[Event]:
    hidden = [happened.StepRevealed(one, revealed=False) for one in event.revealed]
    return [*_as_it_was(room, (event.step,)), *hidden, room.timer]


def _before_closing(room: Room, event: happened.StepClosed) -> list[Event]:
    return [*_as_it_was(room, (event.step,)), room.timer]


def _before_revealing(room: Room, event: happened.StepRevealed) -> list[Event]:
    return [] if event.opening else _as_it_was(room, (event.step,))


def _before_seating(room: Room, event: happened.TeamsSet) -> list[Event]:
    del event
    return [happened.TeamsSet(room.teams, {one.id: one.team for one in room.people.values() if one.team})]


def _before_moving(room: Room, event: happened.ParticipantMoved) -> list[Event]:
    return [happened.ParticipantMoved(event.participant, room.people[event.participant].team)]


def _as_it_was(room: Room, names: Iterable[str | None]) -> list[Event]:
    steps = [room.steps[name] for name in names if name]
    return [
        happened.StepRestored(
            one.id, one.status, one.revealed, one.opened_at, one.closed_at, one.frozen, one.entered_at
        )
        for one in steps
    ]


def evolve(room: Room, event: Event, by: str, at: float) -> None:
    """Fold one event of the workshop itself. Must not fail."""
    fold = _FOLD.get(type(event))
    if fold is not None:
        fold(room, event, by, at)


def _joined(room: Room, event: happened.ParticipantJoined, by: str, at: float) -> None:
    del by
    room.people[event.participant] = Person(event.participant, event.lang, at, after_end=room.finished)
    room.next_person = max(room.next_person, int(event.participant[1:]) + 1)


def acted(room: Room, step: StepState | None, by: str) -> None:
    """Count somebody among the people of the day who does something in a step of the day.

    They came in while the workshop was finished, which was taken back. In an anonymous step, and where one
    speaks for a table, nobody can tell who it was.
    """
    person = room.people.get(by)
    if person is not None and step is not None and not step.activity.later(step):
        person.after_end = False


def _profile_set(room: Room, event: happened.ProfileSet, by: str, at: float) -> None:
    del by, at
    person = room.people[event.participant]
    person.organisation, person.team, person.lang = event.organisation, event.team, event.lang


def _ready_set(room: Room, event: happened.ReadySet, by: str, at: float) -> None:
    del at
    ready = room.steps[event.step].ready
    if event.ready:
        ready.add(by)
    else:
        ready.discard(by)


def _entered(room: Room, event: happened.StepEntered, by: str, at: float) -> None:
    del by
    if event.closed:
        _shut(room.steps[event.closed], at)
    if room.now and room.now != event.step and _only_passed(room):
        room.steps[room.now].entered_at = None  # nobody came back for it: the day goes on
    room.now = event.step
    if event.step:
        room.steps[event.step].skipped = False  # whoever goes there does it after all
    room.timer = happened.TimerSet(total=0)
    if event.step and room.steps[event.step].entered_at is None:
        room.steps[event.step].entered_at = at


def _opened(room: Room, event: happened.StepOpened, by: str, at: float) -> None:
    del by
    step = room.steps[event.step]
    step.status, step.frozen, step.closed_at = "open", event.frozen, None
    step.opened_at = step.opened_at or at
    step.ready.clear()
    if event.seconds:
        room.timer = happened.TimerSet(event.seconds, ends=at + event.seconds)


def _closed(room: Room, event: happened.StepClosed, by: str, at: float) -> None:
    del by
    _shut(room.steps[event.step], at)
    room.timer = happened.TimerSet(total=0)


def _shut(step: StepState, at: float) -> None:
    step.status, step.closed_at = "closed", at


def _revealed(room: Room, event: happened.StepRevealed, by: str, at: float) -> None:
    del by, at
    room.steps[event.step].revealed = event.revealed


def _restored(room: Room, event: happened.StepRestored, by: str, at: float) -> None:
    del by, at
    step = room.steps[event.step]
    step.status, step.revealed, step.frozen = event.status, event.revealed, event.frozen
    step.opened_at, step.closed_at, step.entered_at = event.opened_at, event.closed_at, event.entered_at


def _sealed(room: Room, event: happened.StepSealed, by: str, at: float) -> None:
    del by, at
    room.steps[event.step].sealed = True


def _teams_set(room: Room, event: happened.TeamsSet, by: str, at: float) -> None:
    del by, at
    room.teams = event.teams
    for person in room.people.values():
        person.team = event.members.get(person.id)


def _moved(room: Room, event: happened.ParticipantMoved, by: str, at: float) -> None:
    del by, at
    room.people[event.participant].team = event.team


def _set(attribute: str, field: str | None) -> Callable[[Room, Any, str, float], None]:
    def fold(room: Room, event: Any, by: str, at: float) -> None:
        del by, at
        setattr(room, attribute, getattr(event, field) if field else event)

    return fold


def _skipped(room: Room, event: happened.StepSkipped, by: str, at: float) -> None:
    del by, at
    room.steps[event.step].skipped = event.skipped


def _inserted(room: Room, event: happened.StepInserted, by: str, at: float) -> None:
    del by, at
    step = msgspec.convert(event.whole, Step)
    gather(step, room.files, lambda kind, name: msgspec.convert(event.files[f"{kind.folder}/{name}"], kind))
    names = list(room.steps)
    names.insert(names.index(event.after) + 1, step.id)
    steps = {**room.steps, step.id: furnish.begin(step, room.files)}
    room.steps = {name: steps[name] for name in names}


def _removed(room: Room, event: happened.StepRemoved, by: str, at: float) -> None:
    del by, at
    step = room.steps[event.step]
    if step.opened_at is None and step.data == step.activity.new():
        del room.steps[event.step]
        used = {key for one in room.steps.values() for key in needs(one.activity, one.settings)}
        room.files = {key: file for key, file in room.files.items() if key in used}
    else:
        step.skipped = True


_FOLD: dict[type[Event], Callable[[Room, Any, str, float], None]] = {
    happened.ParticipantJoined: _joined, happened.ProfileSet: _profile_set, happened.ReadySet: _ready_set,
    happened.StepEntered: _entered, happened.StepOpened: _opened, happened.StepClosed: _closed,
    happened.StepRevealed: _revealed, happened.StepRestored: _restored, happened.StepSealed: _sealed,
    happened.TeamsSet: _teams_set,
    happened.ParticipantMoved: _moved, happened.TimerSet: _set("timer", None),
    happened.AttentionSet: _set("attention", "on"), happened.MessageSet: _set("message", "text"),
    happened.WorkshopFinished: _set("finished", "finished"),
    happened.StepSkipped: _skipped, happened.StepInserted: _inserted, happened.StepRemoved: _removed,
}  # fmt: skip

_BEFORE: dict[type[Event], Callable[[Room, Any], list[Event]]] = {
    happened.StepEntered: _before_entering, happened.StepOpened: _before_opening,
    happened.StepClosed: _before_closing, happened.StepRevealed: _before_revealing,
    happened.TeamsSet: _before_seating, happened.ParticipantMoved: _before_moving,
    happened.TimerSet: lambda room, _: [room.timer],
    happened.AttentionSet: lambda room, _: [happened.AttentionSet(room.attention)],
    happened.MessageSet: lambda room, _: [happened.MessageSet(room.message)],
    happened.WorkshopFinished: lambda room, _: [happened.WorkshopFinished(room.finished)],
    happened.StepSkipped: lambda room, event: [
        happened.StepSkipped(event.step, room.steps[event.step].skipped)
    ],
    happened.StepInserted: lambda _, event: [happened.StepRemoved(event.step)],
}  # fmt: skip
