"""The messages of the activity agreements: its commands, its events and its views.

Days are texts such as ``2026-04-01``: a day has no time, and so no time zone to go wrong in.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper
from kit.model.views import Named, Offer

Answer = Literal["confirmed", "declined"]
"""What the owner says to it."""

Outcome = Literal["done", "dropped"]
"""What became of it later: carried out, or given up."""


class AddAgreement(Command, frozen=True, kw_only=True, tag="add_agreement"):
    """Propose an agreement. ``owner`` and ``partners`` are organisations; the owner still has to say yes.

    ``lead`` is the role that pulls it, ``due`` the day of the first step, ``look_back`` the day to look back,
    ``works`` how one knows that it works, ``needs`` what is needed, ``cards`` what it comes from.
    """

    step: str
    what: str
    owner: str | None = None
    lead: str | None = None
    partners: list[str] = []
    first_step: str | None = None
    due: str | None = None
    look_back: str | None = None
    works: str | None = None
    needs: str | None = None
    cards: list[str] = []
    paper: Paper | None = None


class EditAgreement(Command, frozen=True, kw_only=True, tag="edit_agreement"):
    """Change an agreement. What is left out stays; an empty text or list takes it away."""

    step: str
    agreement: str
    what: str | None = None
    owner: str | None = None
    lead: str | None = None
    partners: list[str] | None = None
    first_step: str | None = None
    due: str | None = None
    look_back: str | None = None
    works: str | None = None
    needs: str | None = None
    cards: list[str] | None = None
    paper: Paper | None = None


class WithdrawAgreement(Command, frozen=True, tag="withdraw_agreement"):
    """Take your own proposal back. The trainer may take any agreement off the screens."""

    step: str
    agreement: str


class ConfirmAgreement(Command, frozen=True, tag="confirm_agreement"):
    """Somebody of the owner says yes on behalf of that organisation."""

    step: str
    agreement: str
    paper: Paper | None = None


class DeclineAgreement(Command, frozen=True, tag="decline_agreement"):
    """Somebody of the owner says: not yet. Also takes back an earlier yes."""

    step: str
    agreement: str
    reason: str | None = None
    paper: Paper | None = None


class RateAgreement(Command, frozen=True, tag="rate_agreement"):
    """How sure a partner is that it happens, 1 to 5; nothing takes it back."""

    step: str
    agreement: str
    confidence: int | None = None
    paper: Paper | None = None


class SettleAgreement(Command, frozen=True, tag="settle_agreement"):
    """What became of it: ``done``, ``dropped``, or nothing. The owner's to say, or the trainer's."""

    step: str
    agreement: str
    outcome: Outcome | None = None


class Terms(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is agreed, whole."""

    what: str
    owner: str | None = None
    lead: str | None = None
    partners: list[str] = []
    first_step: str | None = None
    due: str | None = None
    look_back: str | None = None
    works: str | None = None
    needs: str | None = None
    cards: list[str] = []
    texts: dict[str, str] = {}
    """What was said by that of ``cards`` which is no card."""


class AgreementAdded(Event, frozen=True, tag="agreement_added"):
    """An agreement was proposed."""

    agreement: str
    step: str
    terms: Terms
    organisation: str | None
    team: str | None


class AgreementEdited(Event, frozen=True, tag="agreement_edited"):
    """An agreement says something else now; with ``asks`` what the owner said before counts no more."""

    agreement: str
    step: str
    terms: Terms
    asks: bool
    over: Terms | None = None
    """Where it takes an edit back: counts only while the agreement still says this."""


class AgreementWithdrawn(Event, frozen=True, tag="agreement_withdrawn"):
    """A proposal was taken back, or (``withdrawn`` false) that was undone."""

    agreement: str
    step: str
    withdrawn: bool = True


class AgreementAnswered(Event, frozen=True, tag="agreement_answered"):
    """The owner said yes or not yet; no answer where that was undone. ``paper``: it stood on a sheet."""

    agreement: str
    step: str
    answer: Answer | None
    reason: str | None = None
    paper: bool = False
    of: Terms | None = None
    """Where it takes an answer back: counts only while the agreement still says this."""


class AgreementRated(Event, frozen=True, tag="agreement_rated"):
    """Somebody of a partner said how sure they are that it happens."""

    agreement: str
    step: str
    organisation: str
    confidence: int | None


class AgreementSettled(Event, frozen=True, tag="agreement_settled"):
    """It was carried out or given up, or goes on after all."""

    agreement: str
    step: str
    outcome: Outcome | None


class AgreementView(Struct):
    """One agreement. ``owner``, ``partners`` and ``organisation`` are ids; see the parties."""

    id: str
    what: str
    owner: str | None
    lead: str | None
    partners: list[str]
    first_step: str | None
    due: str | None
    look_back: str | None
    works: str | None
    needs: str | None
    why: list[Named]
    """What it comes from, with the text of each."""
    status: str
    """``proposed``, ``confirmed``, ``declined``, ``done`` or ``dropped``."""
    missing: list[str]
    """``owner``, ``lead`` and ``due``, as far as they are open: until then it is no agreement yet."""
    organisation: str | None
    """Where it was proposed."""
    team: str | None
    reason: str | None
    """Why the owner says not yet."""
    again: bool
    """True when the owner said yes to something that was changed since."""
    paper: bool
    """True when the owner's answer stood on paper."""
    confidence: float | None
    """How sure the partners are, 1 to 5: the median of its organisations, each the median of its people."""
    sure: dict[str, float]
    """The same per organisation."""


class Party(Struct):
    """An organisation that may own an agreement or take part in it; ``here``: some of its people are in."""

    id: str
    name: str
    here: bool


class Source(Struct):
    """What an earlier step offers to begin an agreement with."""

    step: str
    title: str
    offers: list[Offer]


class CalendarView(Struct):
    """A calendar file in parts: ``head``, the entries of any of the agreements, ``end``."""

    head: str
    entries: dict[str, str]
    """The days of an agreement by its id, where it has any."""
    end: str


class AgreementsShared(Struct, tag_field="activity", tag="agreements"):
    """The agreements, oldest first; a phone gets the newest while people write, and its own besides."""

    agreements: list[AgreementView]
    total: int
    sources: list[Source]
    parties: list[Party]
    need_confirmation: bool
    calendar: CalendarView | None
    """All days; None where there are none, and on phones while people write."""


class AgreementsMine(Struct):
    """What is the viewer's own: what they or their table wrote, and what their organisation has a part in."""

    agreements: list[AgreementView]
    """Those of their own that are too old to be among the newest, which all get."""
    asked: list[str]
    """What waits for the yes of the viewer's organisation."""
    editable: list[str]
    rates: dict[str, int]
    """How sure the viewer is that it happens, where they said so."""
    left: int
    """How many agreements the viewer, or their table, may still write."""


AGREEMENT_COMMANDS: tuple[type[Command], ...] = (
    AddAgreement, EditAgreement, WithdrawAgreement, ConfirmAgreement, DeclineAgreement, RateAgreement,
    SettleAgreement,
)  # fmt: skip
AGREEMENT_EVENTS: tuple[type[Event], ...] = (
    AgreementAdded, AgreementEdited, AgreementWithdrawn, AgreementAnswered, AgreementRated, AgreementSettled,
)  # fmt: skip
