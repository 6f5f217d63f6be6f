"""The agreements of one step as they stand, folded from its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

import msgspec

from kit.activities.agreements_terms import involved, missing
from kit.activities.memo import Memo
from kit.model.agreements import (
    AgreementAdded,
    AgreementAnswered,
    AgreementEdited,
    AgreementRated,
    AgreementSettled,
    AgreementWithdrawn,
    Answer,
    Outcome,
    Terms,
)
from kit.model.base import Event
from kit.room import of_trainer


class Agreement(msgspec.Struct):
    """One agreement, what its owner said to it, and how sure its partners are."""

    id: str
    terms: Terms
    by: str
    organisation: str | None
    team: str | None
    at: float
    changed: float
    changes: int = 0
    answer: Answer | None = None
    reason: str | None = None
    paper: bool = False
    answered_at: float | None = None
    again: bool = False
    """The owner said yes to something that was changed since."""
    outcome: Outcome | None = None
    withdrawn: bool = False
    rates: dict[str, tuple[str, int]] = {}
    """Organisation and confidence (1 to 5) by who said so."""
    said: dict[str, int] = {}
    """Of its words, answer and outcome: the event in which somebody else than the trainer last changed it."""

    def status(self, *, need_confirmation: bool = True) -> str:
        """Return how far it is: ``proposed``, ``confirmed``, ``declined``, ``done`` or ``dropped``."""
        said = self.outcome or self.answer
        taken = not need_confirmation and self.terms.owner is not None
        return said or ("confirmed" if taken else "proposed")

    def stands(self, *, need_confirmation: bool = True) -> bool:
        """Return whether it is an agreement: somebody owns it and said yes, pulls it, and it has a day."""
        said = self.answer == "confirmed" or (not need_confirmation and self.answer is None)
        return said and self.outcome != "dropped" and not missing(self.terms)

    def sure(self) -> dict[str, float]:
        """Return how sure each organisation is, 1 to 5: the median of its people (domain report 2.3)."""
        given: dict[str, list[int]] = {one: [] for one in involved(self.terms)}
        for organisation, confidence in self.rates.values():
            if organisation in given:
                given[organisation].append(confidence)
        return {one: float(median(values)) for one, values in given.items() if values}

    def confidence(self) -> float | None:
        """Return how sure the partners are, 1 to 5: the median over organisations, which count the same."""
        sure = self.sure()
        return float(median(sure.values())) if sure else None


def _late(one: Agreement, event: Event) -> bool:
    """Return whether something is taken back of words that were changed since: what is newer stays."""
    if isinstance(event, AgreementEdited):
        return event.over is not None and event.over != one.terms
    return isinstance(event, AgreementAnswered) and event.of is not None and event.of != one.terms


def _about(one: Agreement, event: Event) -> Iterator[str]:
    """Yield what an event changes of an agreement as it is before: its words, its answer, its outcome."""
    if isinstance(event, AgreementEdited):
        yield "words"
        if event.asks:
            yield "answer"
        if event.terms.owner != one.terms.owner:
            yield from ("answer", "outcome")
    elif isinstance(event, AgreementAnswered):
        yield "answer"
    elif isinstance(event, AgreementSettled):
        yield "outcome"


class Book(msgspec.Struct):
    """All agreements of a step, also those that were taken back, and who has a part in which."""

    all: dict[str, Agreement] = {}
    by: dict[str, list[str]] = {}
    """Agreements by who wrote them."""
    teams: dict[str, list[str]] = {}
    parts: dict[str, dict[str, None]] = {}
    """Agreements by organisation that owns them or takes part; the keys of the inner one, in order."""
    memo: Memo = msgspec.field(default_factory=Memo)
    """What was made of all agreements since the last change; no state."""

    def shown(self) -> list[Agreement]:
        """Return what was not taken back, oldest first."""
        return [one for one in self.all.values() if not one.withdrawn]

    def of(self, ids: Iterable[str] | None) -> list[Agreement]:
        """Return those of these that were not taken back."""
        return [one for name in ids or () if not (one := self.all[name]).withdrawn]

    def fold(self, event: Event, by: str, at: float, seq: int) -> None:
        """Fold one event, that of number ``seq``."""
        self.memo.clear()
        if isinstance(event, AgreementAdded):
            self._add(event, by, at)
            return
        one = self.all.get(event.agreement)  # type: ignore[attr-defined]
        if one is None or _late(one, event):
            return
        if not of_trainer(by):
            one.said |= dict.fromkeys(_about(one, event), seq)
        if isinstance(event, AgreementEdited):
            self._edit(one, event)
        elif isinstance(event, AgreementWithdrawn):
            one.withdrawn = event.withdrawn
        elif isinstance(event, AgreementAnswered):
            one.answer, one.reason, one.paper = event.answer, event.reason, event.paper
            one.answered_at, one.again = at if event.answer else None, False
        elif isinstance(event, AgreementSettled):
            one.outcome = event.outcome
        elif isinstance(event, AgreementRated):
            one.rates.pop(by, None)
            if event.confidence is not None:
                one.rates[by] = (event.organisation, event.confidence)
            return  # how sure people are stands in no calendar
        one.changed, one.changes = at, one.changes + 1

    def _add(self, event: AgreementAdded, by: str, at: float) -> None:
        one = Agreement(event.agreement, event.terms, by, event.organisation, event.team, at, at)
        self.all[one.id] = one
        self.by.setdefault(by, []).append(one.id)
        if one.team:
            self.teams.setdefault(one.team, []).append(one.id)
        self._take_part(one)

    def _edit(self, one: Agreement, event: AgreementEdited) -> None:
        for organisation in involved(one.terms):
            self.parts[organisation].pop(one.id, None)
        # Whatever an event says: no organisation's yes may stand beside another owner.
        if event.asks or event.terms.owner != one.terms.owner:
            one.again = one.again or one.answer == "confirmed"
            one.answer, one.reason, one.paper, one.answered_at = None, None, False, None
        if event.terms.owner != one.terms.owner:  # what another owner said or did is not theirs
            one.again, one.outcome = False, None
        one.terms = event.terms
        self._take_part(one)

    def _take_part(self, one: Agreement) -> None:
        for organisation in involved(one.terms):
            self.parts.setdefault(organisation, {})[one.id] = None
