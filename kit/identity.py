"""Under which name the journal knows whoever asks."""

from __future__ import annotations

import hashlib
import hmac

from kit.activities.base import Asking
from kit.errors import RefusedError
from kit.journal import Journal
from kit.locale import N_
from kit.model.base import Command
from kit.model.commands import Ready
from kit.model.people import Actor, Viewer
from kit.room import Room, StepState


def pseudonym(secret: bytes, participant: str) -> str:
    """Return a participant's name in one anonymous step: without the secret it can't be traced."""
    return "~" + hmac.new(secret, participant.encode(), hashlib.sha256).hexdigest()[:16]


def asking(room: Room, step: StepState | None, command: Command, actor: Actor, journal: Journal) -> Asking:
    """Return who asks, as the journal will know them.

    In an anonymous step a participant is the step's pseudonym; their team is left out, because a team and an
    organisation together point at one person. Must be called inside a write transaction: the secret of an
    anonymous step is made when it is first needed.

    Raises:
        RefusedError: Paper entry by someone else than the trainer, or no team where one is needed.
    """
    paper = getattr(command, "paper", None)
    if paper is not None:
        if actor.role != "trainer":
            raise RefusedError("not_allowed", N_("Only the trainer can do this."))
        return Asking(actor, f"paper-{paper.id[:20]}", paper.organisation, paper.team)
    if actor.role == "team":
        return Asking(actor, f"team:{_team(room, actor.team)}", None, actor.team)
    if actor.participant is None:
        return Asking(actor, actor.role, None, None)
    person = room.people.get(actor.participant)
    if person is None:
        raise RefusedError("unknown_participant", N_("There is no such participant."))
    if step is not None and speaks_as_team(step, ready=isinstance(command, Ready)):
        return Asking(actor, f"team:{_team(room, person.team)}", None, person.team)
    if step is None or not step.settings.anonymous:
        return Asking(actor, person.id, person.organisation, person.team)
    secret = None if step.sealed else journal.secret(step.id, make=True)
    name = pseudonym(secret, person.id) if secret else "~"
    team = person.team if step.settings.per == "team" else None
    return Asking(actor, name, person.organisation, team)


def seen_as(
    room: Room, step: StepState, viewer: Viewer, journal: Journal, *, ready: bool = False
) -> str | None:
    """Return the name under which a viewer's own contributions to a step are kept, or None."""
    if viewer.role == "team":
        return f"team:{viewer.team}" if viewer.team else None
    person = room.people.get(viewer.participant or "")
    if person is None:
        return None
    if speaks_as_team(step, ready=ready):
        return f"team:{person.team}" if person.team else None
    if not step.settings.anonymous:
        return person.id
    secret = None if step.sealed else journal.secret(step.id)
    return pseudonym(secret, person.id) if secret else None


def speaks_as_team(step: StepState, *, ready: bool) -> bool:
    """Return whether one member's word is the whole team's in this step."""
    return step.settings.per == "team" and (ready or step.activity.as_team)


def _team(room: Room, team: str | None) -> str:
    if team is None or team not in room.teams:
        raise RefusedError("no_team", N_("Choose your table first."))
    return team
