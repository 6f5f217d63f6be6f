"""Who may propose, change, answer and settle an agreement."""

from __future__ import annotations

from kit.activities.agreements_book import Agreement, Book
from kit.activities.agreements_terms import MOST_CHARS, involved, read_terms, same_promise
from kit.activities.base import Asking
from kit.activities.guards import clean, must_be_open, must_contribute
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.agreements import (
    AddAgreement,
    AgreementAdded,
    AgreementAnswered,
    AgreementEdited,
    AgreementRated,
    AgreementSettled,
    AgreementWithdrawn,
    ConfirmAgreement,
    DeclineAgreement,
    EditAgreement,
    RateAgreement,
    SettleAgreement,
    WithdrawAgreement,
)
from kit.model.base import Command, Event
from kit.room import Room, StepState

MOST = 20
"""No one proposes more agreements in one step, nor a team: more is a wish list."""


def decide(room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
    """Answer a command with events, or refuse it.

    Raises:
        RefusedError: It is not theirs to do, not now, or makes no sense.
    """
    must_contribute(who)
    if isinstance(command, AddAgreement):
        return [_add(room, step, command, who)]
    if not is_trainer(who):  # who may mend and settle later too
        must_be_open(step)
    one = _find(step, command)
    if isinstance(command, EditAgreement):
        return _edit(room, step, one, command, who)
    if isinstance(command, WithdrawAgreement):
        return [_withdraw(step, one, who)]
    if isinstance(command, SettleAgreement):
        return _settle(step, one, command, who)
    if isinstance(command, RateAgreement):
        return [_rate(step, one, command, who)]
    if isinstance(command, ConfirmAgreement | DeclineAgreement):
        return _answer(step, one, command, who)
    raise NotImplementedError(type(command).__name__)


def is_trainer(who: Asking) -> bool:
    """Return whether the trainer asks this in their own name."""
    return who.actor.role == "trainer" and not who.on_paper


def wrote(step: StepState, one: Agreement, name: str, team: str | None) -> bool:
    """Return whether an agreement was proposed by somebody, or by their team where the step is per team."""
    together = step.settings.per == "team" and one.team is not None and one.team == team
    return one.by == name or together


def left(step: StepState, name: str, team: str | None) -> int:
    """Return how many more somebody may propose, or their team where the step is per team."""
    book: Book = step.data
    written = book.teams.get(team) if step.settings.per == "team" and team else book.by.get(name)
    return max(0, MOST - len(book.of(written)))


def _of_owner(one: Agreement, who: Asking) -> bool:
    """Return whether somebody speaks for the owner: a person of that organisation, or such a person's sheet.

    A table and the trainer have no organisation, so neither can say yes in an owner's place.
    """
    return one.terms.owner is not None and who.organisation == one.terms.owner


def _find(step: StepState, command: Command) -> Agreement:
    found: Agreement | None = step.data.all.get(getattr(command, "agreement", ""))
    if found is None or found.withdrawn:
        raise RefusedError("unknown_agreement", N_("That agreement is not there (any more)."))
    return found


def _add(room: Room, step: StepState, command: AddAgreement, who: Asking) -> Event:
    must_be_open(step)
    if step.settings.per == "person" and who.actor.role == "team":
        raise RefusedError("not_allowed", N_("In this step everyone writes on their own phone."))
    if left(step, who.name, who.team) < 1:
        raise RefusedError(
            "too_many_agreements", N_("There are {limit} agreements already. Choose from those."), limit=MOST
        )
    books = [one.data for one in room.steps.values() if one.activity is step.activity]
    number = 1 + sum(len(book.all) for book in books)
    return AgreementAdded(f"a{number}", step.id, read_terms(room, step, command), who.organisation, who.team)


def _edit(room: Room, step: StepState, one: Agreement, command: EditAgreement, who: Asking) -> list[Event]:
    owns = _of_owner(one, who)
    if not (owns or is_trainer(who) or wrote(step, one, who.name, who.team)):
        raise RefusedError("not_your_agreement", N_("Only who proposed this and its owner can change it."))
    terms = read_terms(room, step, command, one.terms)
    if terms == one.terms:
        return []
    # A change by the owner's own people is their word; what they turned down is asked anew in any case.
    theirs = owns and terms.owner == one.terms.owner
    asks = one.answer == "declined" or not (theirs or same_promise(one.terms, terms))
    return [AgreementEdited(one.id, step.id, terms, asks=asks)]


def _withdraw(step: StepState, one: Agreement, who: Asking) -> Event:
    if not is_trainer(who):
        if not wrote(step, one, who.name, who.team):
            raise RefusedError("not_your_agreement", N_("Only who proposed this can take it back."))
        if one.answer == "confirmed":
            raise RefusedError(
                "already_confirmed", N_("Its owner said yes. They have to take that back first.")
            )
    return AgreementWithdrawn(one.id, step.id)


def _settle(step: StepState, one: Agreement, command: SettleAgreement, who: Asking) -> list[Event]:
    if not (is_trainer(who) or _of_owner(one, who)):
        raise RefusedError("not_your_organisation", N_("Only somebody of the owner can say this."))
    if one.outcome == command.outcome:
        return []
    return [AgreementSettled(one.id, step.id, command.outcome)]


def _rate(step: StepState, one: Agreement, command: RateAgreement, who: Asking) -> Event:
    if command.confidence is not None and not 1 <= command.confidence <= 5:
        raise RefusedError("bad_confidence", N_("Say how sure you are with a number from 1 to 5."))
    organisation = who.organisation
    if organisation is None or organisation not in involved(one.terms):
        raise RefusedError(
            "not_your_organisation", N_("Only the owner and the partners say how sure they are.")
        )
    return AgreementRated(one.id, step.id, organisation, command.confidence)


def _answer(
    step: StepState, one: Agreement, command: ConfirmAgreement | DeclineAgreement, who: Asking
) -> list[Event]:
    if one.terms.owner is None:
        raise RefusedError("no_owner", N_("Choose an owner first; then that organisation can say yes."))
    if not _of_owner(one, who):
        raise RefusedError(
            "not_your_organisation",
            N_("Only somebody of the owner can say yes or not yet: on their own phone, or on paper."),
        )
    if isinstance(command, ConfirmAgreement):
        said = AgreementAnswered(one.id, step.id, "confirmed", paper=who.on_paper)
    else:
        given = command.reason or ""
        reason = clean(given, MOST_CHARS["needs"]) if given.strip() else None
        said = AgreementAnswered(one.id, step.id, "declined", reason, who.on_paper)
    return [] if (one.answer, one.reason) == (said.answer, said.reason) else [said]
