"""Views: what an audience, and one viewer, may see of a workshop now."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

import msgspec
import segno

from kit import gallery, identity, programme, results
from kit.journal import Journal
from kit.model.base import LANGS, say
from kit.model.people import Audience, Viewer
from kit.model.views import (
    Check,
    Console,
    Counts,
    Health,
    JoinInfo,
    Keepsake,
    Me,
    Mine,
    Named,
    Past,
    PersonView,
    Shared,
    StepLine,
    StepView,
    TeamView,
    TimerView,
)  # fmt: skip
from kit.room import Person, Room, StepState


def audience(room: Room, viewer: Viewer) -> Audience:
    """Return the audience a viewer belongs to now: participants see their table's view where it has one."""
    team = viewer.team if viewer.role == "team" else None
    step = _looked_at(room, viewer)
    person = room.people.get(viewer.participant or "")
    if viewer.role == "participant" and step is not None and person is not None:
        team = step.activity.table(room, step, person)
    return Audience(viewer.role, viewer.lang, team, viewer.step)


def _looked_at(room: Room, who: Viewer | Audience) -> StepState | None:
    return room.steps.get(who.step or room.now or "")


def shared(room: Room, who: Audience, journal: Journal, host: dict[str, Any]) -> Shared:
    """Return what an audience may see. Nothing hidden from it is in here."""
    lang = who.lang
    step = _looked_at(room, who)
    trainer = who.role == "trainer"
    return Shared(
        role=who.role,
        lang=lang,
        langs=list(LANGS),
        title=say(room.case.title, lang),
        case=room.case.id,
        kind=room.case.kind,
        programme=say(room.programme.title, lang),
        state="finished" if room.finished else "running" if step else "waiting",
        steps=_lines(room, lang),
        step=_step(room, step, lang) if step else None,
        view=msgspec.to_builtins(step.activity.shared(room, step, who)) if step else None,
        counts=_counts(room, step, who, host),
        organisations=[Named(one.id, say(one.name, lang)) for one in room.case.organisations],
        teams=_teams(room, step, who.role),
        team=who.team,
        attention=room.attention,
        message=room.message,
        join=_join(host.get("url"), journal.meta("code")) if who.role in {"trainer", "wall"} else None,
        console=_console(room, step, journal, host, lang) if trainer else None,
        room=msgspec.to_builtins(shared(room, Audience("wall", lang), journal, host)) if trainer else None,
        results=msgspec.to_builtins(results.of(room, lang))
        if who.role == "results" or _done(room, who)
        else None,
        figures=gallery.drawn(gallery.of_step, room, step, lang) if step and who.role == "wall" else [],
    )


def _done(room: Room, who: Audience) -> bool:
    return room.finished and who.role == "wall"


def mine(room: Room, viewer: Viewer, journal: Journal) -> Mine:
    """Return what is for one viewer alone."""
    step = _looked_at(room, viewer)
    person = room.people.get(viewer.participant or "")
    view = code = None
    ready = False
    if step is not None:
        name = identity.seen_as(room, step, viewer, journal)
        view = step.activity.mine(room, step, viewer, name)
        code = identity.code(room, step, name, journal)
        ready = identity.seen_as(room, step, viewer, journal, ready=True) in step.ready
    me = None
    if person is not None:
        names = room.case.organisation_names(viewer.lang)
        me = Me(
            person.id,
            person.organisation,
            names.get(person.organisation or "", person.organisation),
            _sits_at(room, step, person),
            journal.name_of(person.id) if viewer.role == "participant" else None,
            person.lang,
        )
    return Mine(
        me,
        step.id if step else None,
        ready,
        msgspec.to_builtins(view) if view else None,
        _past(room, viewer, step, journal),
        code,
        _keepsakes(room, viewer) if room.finished else [],
    )


def _keepsakes(room: Room, viewer: Viewer) -> list[Keepsake]:
    return [file for step in room.steps.values() for file in step.activity.keepsakes(room, step, viewer)]


def _sits_at(room: Room, step: StepState | None, person: Person) -> str | None:
    if step is not None and step.activity.changes_tables:
        table: str | None = step.activity.table(room, step, person)
        return table
    return person.team


def _past(room: Room, viewer: Viewer, now: StepState | None, journal: Journal) -> list[Past]:
    """Return the viewer's own cards of the other steps."""
    past = []
    for step in room.steps.values():
        if step is now:
            continue
        name = identity.seen_as(room, step, viewer, journal)
        texts = step.activity.contributed(room, step, name) if name else []
        if texts:
            past.append(Past(step.id, say(step.step.title, viewer.lang), texts))
    return past


def _lines(room: Room, lang: str) -> list[StepLine]:
    planned = results.began(room)
    lines = []
    for one in room.steps.values():
        lines.append(
            StepLine(
                id=one.id,
                title=say(one.step.title, lang),
                phase=one.step.phase,
                activity=one.step.activity,
                minutes=one.step.minutes,
                status=one.status,
                now=one.id == room.now,
                input=one.activity.takes_input,
                skipped=one.skipped,
                later=one.activity.later(one),
                revealed=one.revealed,
                opened_at=one.opened_at or one.entered_at,
                closed_at=one.closed_at,
                planned_at=None if one.activity.later(one) else planned,
            )
        )
        if planned is not None and not one.skipped:
            planned += one.step.minutes * 60
    return lines


def _step(room: Room, step: StepState, lang: str) -> StepView:
    timer = room.timer
    return StepView(
        id=step.id,
        title=say(step.step.title, lang),
        phase=step.step.phase,
        activity=step.step.activity,
        minutes=step.step.minutes,
        instruction=say(step.step.instruction, lang),
        status=step.status,
        per=step.settings.per,
        hidden=bool(step.settings.hidden) and not step.revealed,
        revealed=step.revealed,
        anonymous=step.settings.anonymous,
        input=step.activity.takes_input,
        timer=TimerView(timer.total, timer.ends, timer.left),
        can_hide=bool(step.settings.hidden) or (step.settings.per == "team" and step.activity.apart),
    )


def _counts(room: Room, step: StepState | None, who: Audience, host: dict[str, Any]) -> Counts:
    joined = sum(one.organisation is not None for one in room.people.values())
    if who.role == "participant":  # who is in and who is ready is news for those who run the room
        return Counts(joined=0, ready=0)
    if step is not None and (step.activity.changes_tables or step.activity.later(step)):
        of = 0  # nobody is ready on their own, or nobody knows how many will come back
    elif step is not None and step.settings.per == "team":
        of = len({one.team for one in room.people.values() if one.team and one.organisation})
    else:
        of = joined
    return Counts(joined, len(step.ready) if step else 0, host.get("connected"), of)


def _teams(room: Room, step: StepState | None, role: str) -> list[TeamView]:
    if role == "participant":  # who sits where would be news for every phone each time someone joins
        return [TeamView(name, 0, {}) for name in room.teams]
    made = {name: Counter[str]() for name in room.teams}
    for one in room.people.values():
        # A table's own screen names who sits at it, also where people change tables.
        team = (_sits_at(room, step, one) if role == "team" else None) or one.team
        if team in made and one.organisation:
            made[team][one.organisation] += 1
    ready = step.ready if step else set()
    return [TeamView(name, one.total(), dict(one), f"team:{name}" in ready) for name, one in made.items()]


@lru_cache(maxsize=8)
def _join(url: str | None, code: str) -> JoinInfo | None:
    if url is None:
        return None
    address = f"{url}/j/{code}"
    qr = segno.make(address, error="m", micro=False)
    border = 2
    path = "".join(
        f"M{x + border} {y + border}h1v1h-1z"
        for y, row in enumerate(qr.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return JoinInfo(url, code, path, len(qr.matrix) + 2 * border)


def _console(
    room: Room, step: StepState | None, journal: Journal, host: dict[str, Any], lang: str
) -> Console:
    names = journal.names()
    ready = step.ready if step else set()
    anonymous = step is not None and step.settings.anonymous
    now = next((one for one in _lines(room, lang) if one.now), None)
    ahead = None
    if step and now and now.planned_at and step.entered_at:
        ahead = now.planned_at - step.entered_at
    hints = [*room.case.unknown, *room.case.tensions]
    return Console(
        trainer_text=say(step.step.trainer, lang) if step else "",
        people=[
            PersonView(
                one.id, one.organisation, one.team, names.get(one.id), ready=not anonymous and one.id in ready
            )
            for one in room.people.values()
        ],
        undo=room.actions[-1].kind if room.actions else None,
        checks=[Check(one["id"], one["state"], say(one["text"], lang)) for one in host.get("checks", ())],
        health=Health(room.seq, room.at, host.get("backup_at"), journal.place, host.get("disk_free_mb")),
        started_at=results.began(room),
        ahead_seconds=ahead,
        extras=[Named(one.id, say(one.title, lang)) for one in programme.extras()],
        case_text=say(room.case.trainer, lang),
        case_hints=[say(one, lang) for one in hints],
    )
