"""Taking back what the trainer did with an agreement, and nothing of what others said to it since."""

from __future__ import annotations

import msgspec

from kit.activities.agreements_book import Agreement
from kit.model.agreements import (
    AgreementAdded,
    AgreementAnswered,
    AgreementEdited,
    AgreementRated,
    AgreementSettled,
    AgreementWithdrawn,
)
from kit.model.base import Event
from kit.room import Action


def inverse(one: Agreement, event: Event, step: str, by: str) -> list[Event]:
    """Return what takes back that an agreement was changed, answered and so on; asked before the fold."""
    name = one.id
    answered = AgreementAnswered(name, step, one.answer, one.reason, one.paper, one.terms)
    if isinstance(event, AgreementWithdrawn):
        return [AgreementWithdrawn(name, step, withdrawn=one.withdrawn)]
    if isinstance(event, AgreementEdited):
        back = AgreementEdited(name, step, one.terms, asks=event.asks, over=event.terms)
        # They said it of the words that come back.
        more = [AgreementSettled(name, step, one.outcome)] if one.outcome else []
        return [back, answered, *more] if event.asks else [back, *more]
    if isinstance(event, AgreementAnswered):
        return [answered]
    if isinstance(event, AgreementSettled):
        return [AgreementSettled(name, step, one.outcome)]
    if isinstance(event, AgreementRated):
        _, before = one.rates.get(by, ("", None))
        return [AgreementRated(name, step, event.organisation, before)]
    return []


def still(one: Agreement, back: Event, action: Action) -> Event | None:
    """Return what is left of ``back``, one of the events that take an action back; None when nothing is.

    A proposal to which somebody said anything stays. So do words that somebody answered or changed since:
    no other words come under an answer, and no older answer in the place of a newer one.
    """
    done = action.done
    newer = {what for what, seq in one.said.items() if seq > action.seq}
    if isinstance(done, AgreementAdded):
        return None if newer or one.rates else back
    if isinstance(done, AgreementEdited):
        return None if newer else back
    if isinstance(done, AgreementSettled):
        return None if "outcome" in newer else back
    if isinstance(back, AgreementAnswered):
        return None if "answer" in newer else _unanswered(one, back)
    return back


def _unanswered(one: Agreement, back: AgreementAnswered) -> Event:
    """Return an answer as it was; none where what was said before was said of other words."""
    if back.of is None or back.of == one.terms:
        return back
    return msgspec.structs.replace(back, answer=None, reason=None, paper=False, of=one.terms)
