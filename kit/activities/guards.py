"""What every activity refuses in the same way, and how it tidies up what people type."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from kit.errors import RefusedError
from kit.locale import N_
from kit.room import Room, StepState

if TYPE_CHECKING:
    from kit.activities.base import Asking

MAX_NAME = 60
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text after them, also outside a card."""


def visible(room: Room, step: StepState) -> bool:
    """Return whether others may see what was contributed to a step."""
    del room
    return step.revealed or not step.settings.hidden


def must_be_open(step: StepState) -> None:
    """Refuse input for a step that is not open."""
    if step.status != "open":
        raise RefusedError("step_closed", N_("This step is closed. Wait for the trainer to open it."))


def must_not_be_sealed(step: StepState) -> None:
    """Refuse what needs to know who wrote what in an anonymous step that is finished."""
    if step.sealed:
        raise RefusedError(
            "step_finished",
            N_("This step was anonymous and is finished: nobody can tell any more who wrote what."),
        )


def must_be_team(room: Room, team: str) -> None:
    """Refuse a team that is not there."""
    if team not in room.teams:
        raise RefusedError("unknown_team", N_("There is no table {team}."), team=team)


def organisation_of(room: Room, text: str) -> str:
    """Return the id of an organisation of the case, or (*anders*) the text as somebody typed it."""
    organisation = one_line(text)
    if not 0 < len(organisation) <= MAX_NAME:
        raise RefusedError(
            "bad_organisation",
            N_("Choose where you come from, in {limit} characters at most."),
            limit=MAX_NAME,
        )
    for known in room.case.organisations:
        if organisation.casefold() in {known.id, *(name.casefold() for name in known.name.values())}:
            return known.id
    return organisation


def must_be_trainer(who: Asking) -> None:
    """Refuse a command that is the trainer's."""
    if who.actor.role != "trainer":
        raise RefusedError("not_allowed", N_("Only the trainer can do this."))


def must_contribute(who: Asking) -> None:
    """Refuse input from screens that only look."""
    if who.actor.role in {"wall", "results"}:
        raise RefusedError("not_allowed", N_("This screen only shows; join on a phone to take part."))


def one_line(text: str) -> str:
    """Return a text on one line, without characters that can't be shown or that turn others round."""
    shown = (one for one in text if one.isspace() or not (category(one) in {"Cc", "Cs"} or one in TURNS))
    return " ".join("".join(shown).split())


def clean(text: str, limit: int) -> str:
    """Return a contribution without odd white space; refuse an empty or an over-long one."""
    tidy = "\n".join(one_line(line) for line in text.strip().splitlines()).strip()
    if not tidy:
        raise RefusedError("empty_text", N_("Write something first."))
    if len(tidy) > limit:
        raise RefusedError(
            "too_long",
            N_("This is too long: {length} characters. Use {limit} at most."),
            length=len(tidy),
            limit=limit,
        )
    return tidy
