"""Under which name the journal knows whoever asks."""

from __future__ import annotations

import hashlib
import hmac

import msgspec

from kit.activities.base import Asking
from kit.activities.codes import Codes, code_of, find, kept_as
from kit.activities.guards import must_be_team, must_not_be_sealed, organisation_of
from kit.errors import RefusedError
from kit.insight.small import may_tell
from kit.journal import Journal
from kit.locale import N_
from kit.model.base import Command
from kit.model.commands import Paper, Ready
from kit.model.people import Actor, Viewer
from kit.room import Room, StepState

MAX_SHEET = 20


def pseudonym(secret: bytes, participant: str) -> str:
    """Return a participant's name in one anonymous step: without the secret it can't be traced."""
    return "~" + hmac.new(secret, participant.encode(), hashlib.sha256).hexdigest()[:16]


def asking(room: Room, step: StepState | None, command: Command, actor: Actor, journal: Journal) -> Asking:
    """Return who asks, as the journal will know them.

    In an anonymous step a participant is the step's pseudonym; their team is left out, because a team and an
    organisation together point at one person, and so is an organisation of fewer than three people. Must be
    called inside a write transaction: the secret of an anonymous step is made when it is first needed.

    Raises:
        RefusedError: Paper entry by someone else than the trainer, or no team where one is needed.
    """
    paper: Paper | None = getattr(command, "paper", None)
    if paper is not None:
        return _with_code(room, step, _sheet(room, step, paper, actor), command, journal)
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
    must_not_be_sealed(step)
    name = pseudonym(journal.secret(step.activity.secret(step), make=True) or b"", person.id)
    who = Asking(actor, name, _large_enough(room, person.organisation), _beside(step, person.team))
    return _with_code(room, step, who, command, journal)


def code(room: Room, step: StepState, name: str | None, journal: Journal) -> str | None:
    """Return the code by which whoever is known by a name in this step can come back in a later one."""
    codes: Codes | None = step.activity.codes(room, step)
    if name is None or codes is None or codes.asked:
        return None
    secret = journal.secret(codes.secret)
    return code_of(secret, name) if secret else None


def spent(room: Room, step: StepState) -> set[str]:
    """Return the secrets that nobody needs once a step is sealed, so that they can be destroyed.

    A step that was never opened needs no pseudonyms, but it may be the one that asks for codes later.
    """
    others = [one for one in room.steps.values() if one.settings.anonymous and not one.sealed]
    needed = {one.activity.secret(one) for one in others if one.status != "waiting"}
    for one in others:
        if (codes := one.activity.codes(room, one)) is not None:
            needed.add(codes.secret)
    own = step.activity.codes(room, step)
    return {step.activity.secret(step), *([own.secret] if own else ())} - needed


def _with_code(room: Room, step: StepState | None, who: Asking, command: Command, journal: Journal) -> Asking:
    """Return the same with what the code in the command says, or the slip; their secret is made on the day.

    Raises:
        RefusedError: The code is nobody's, or the secret behind the codes is not in this file.
    """
    codes: Codes | None = step.activity.codes(room, step) if step is not None else None
    if step is None or codes is None:
        return who
    typed: str | None = getattr(command, "code" if codes.asked else "slip", None)
    secret = journal.secret(codes.secret, make=not codes.asked)
    if typed is None:
        return who
    if secret is None:
        raise RefusedError("no_codes", N_("This copy of the workshop knows no codes. Go on without one."))
    if not codes.asked:
        return msgspec.structs.replace(who, kept=kept_as(secret, typed))
    activity = step.activity
    found = find(secret, typed, activity.returning(room, step), activity.slips(room, step))
    if found is None:
        raise RefusedError(
            "unknown_code", N_("We don't know this code. Look at it once more, or go on without it.")
        )
    return msgspec.structs.replace(who, earlier=found)


def _sheet(room: Room, step: StepState | None, paper: Paper, actor: Actor) -> Asking:
    if actor.role != "trainer":
        raise RefusedError("not_allowed", N_("Only the trainer can do this."))
    name = " ".join(paper.id.split())
    if not 0 < len(name) <= MAX_SHEET:
        raise RefusedError(
            "bad_paper", N_("Give the sheet a number or a name, in {limit} characters."), limit=MAX_SHEET
        )
    if paper.team is not None:
        must_be_team(room, paper.team)
    organisation = None if paper.organisation is None else organisation_of(room, paper.organisation)
    team = paper.team if step is None else _beside(step, paper.team)
    return Asking(actor, f"paper-{name}", organisation, team)


def _large_enough(room: Room, organisation: str | None) -> str | None:
    """Return an organisation that is large enough to hide in: of one or two people its name is a person's."""
    there = sum(one.organisation == organisation for one in room.people.values())
    return organisation if may_tell(there) else None


def _beside(step: StepState, team: str | None) -> str | None:
    """Return the team that may stand beside an organisation: together they point at one person."""
    return None if step.settings.anonymous and step.settings.per == "person" else team


def remembered(step: StepState | None, who: Asking, id_: str, journal: Journal) -> tuple[str, str]:
    """Return under which sender and id a command is remembered.

    A client numbers all its commands in one row. In an anonymous step its ids are therefore made
    unrecognisable with the step's secret, or they would tell who is behind the pseudonym.
    """
    secret = (
        journal.secret(step.activity.secret(step)) if step is not None and who.name.startswith("~") else None
    )
    if secret is None or not id_:
        return who.actor.client, id_
    return who.name, pseudonym(secret, f"id {id_}")


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
    secret = None if step.sealed else journal.secret(step.activity.secret(step))
    return pseudonym(secret, person.id) if secret else None


def speaks_as_team(step: StepState, *, ready: bool) -> bool:
    """Return whether one member's word is the whole team's in this step."""
    return step.settings.per == "team" and (ready or step.activity.as_team)


def _team(room: Room, team: str | None) -> str:
    if team is None or team not in room.teams:
        raise RefusedError("no_team", N_("Choose your table first."))
    return team
