"""Who sits at which table: dealing people over the tables, and taking back what the trainer did with that."""

from __future__ import annotations

from collections import Counter

import msgspec

from kit.model import events as happened
from kit.model.base import Event
from kit.room import Action, Room


def seat(room: Room, organisation: str) -> str | None:
    """Return the team where this organisation is rarest, and of those the smallest."""
    people = [one for one in room.people.values() if one.team]
    alike = Counter(one.team for one in people if one.organisation == organisation)
    size = Counter(one.team for one in people)
    return min(room.teams, key=lambda team: (alike[team], size[team]), default=None)


def spread(room: Room, teams: list[str], seats: dict[str, str] | None = None) -> dict[str, str]:
    """Return a team for everyone: people keep theirs if it still exists, the rest mix organisations.

    Args:
        room: Who is there.
        teams: The names of the teams from now on.
        seats: Where people sat before, if that is where they go back to.
    """
    trial = msgspec.structs.replace(room, teams=teams, people={})
    waiting = []
    for one in room.people.values():
        team = one.team if seats is None else seats.get(one.id)
        if one.organisation is None:
            continue
        if team in teams:
            trial.people[one.id] = msgspec.structs.replace(one, team=team)
        else:
            waiting.append(one)
    for one in waiting:
        trial.people[one.id] = msgspec.structs.replace(one, team=seat(trial, one.organisation or ""))
    return {name: one.team for name, one in trial.people.items() if one.team}


def still(room: Room, back: Event, action: Action) -> Event | None:
    """Return what is left of an event that takes back what the trainer did; None when nothing is.

    Whoever went to another table since, by their own choice, stays there.
    """
    done = action.done
    if isinstance(back, happened.ParticipantMoved) and isinstance(done, happened.ParticipantMoved):
        return back if room.people[back.participant].team == done.team else None
    if isinstance(back, happened.TeamsSet) and isinstance(done, happened.TeamsSet):
        since = {
            one.id: one.team
            for one in room.people.values()
            if one.team in back.teams and one.team != done.members.get(one.id)
        }
        return happened.TeamsSet(back.teams, spread(room, back.teams, back.members | since))
    return back
