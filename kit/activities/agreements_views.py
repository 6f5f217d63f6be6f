"""What screens and files show of agreements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kit.activities.agreements_book import Agreement
from kit.activities.agreements_terms import missing, parties, unix
from kit.activities.base import Row
from kit.insight.calendar import Day, around, entry
from kit.locale import N_, translate
from kit.model.agreements import AgreementView, CalendarView, Party, Source
from kit.model.base import say
from kit.model.views import Named, Offer
from kit.room import Room, StepState

LONGEST_TITLE = 90
"""Characters of an agreement in the title of a calendar entry; the whole text stands below it."""


def view(room: Room, step: StepState, one: Agreement) -> AgreementView:
    """Return one agreement for a screen."""
    terms = one.terms
    return AgreementView(
        id=one.id,
        what=terms.what,
        owner=terms.owner,
        lead=terms.lead,
        partners=terms.partners,
        first_step=terms.first_step,
        due=terms.due,
        look_back=terms.look_back,
        works=terms.works,
        needs=terms.needs,
        why=[Named(name, text) for name in terms.cards if (text := _source(room, one, name))],
        status=one.status(need_confirmation=step.settings.need_confirmation),
        missing=missing(terms),
        organisation=one.organisation,
        team=one.team,
        reason=one.reason,
        again=one.again,
        paper=one.paper,
        confidence=one.confidence(),
        sure=one.sure(),
    )


def _source(room: Room, one: Agreement, name: str) -> str | None:
    """Return the text of what an agreement comes from, unless the trainer took it off the screens."""
    card = room.cards.get(name)
    if card is None:
        return one.terms.texts.get(name)
    return None if card.hidden or (card.withdrawn and not card.merged) else card.text


def sources(room: Room, step: StepState, lang: str, most: int) -> list[Source]:
    """Return what the earlier steps offer, ``most`` of each; nothing before the step is open."""
    found = []
    told: set[str] = (
        set()
    )  # what won a vote stands there as such, and not once more among all that was written
    for name in step.settings.sources if step.status == "open" else ():
        source = room.steps[name]
        offers: list[Offer] = source.activity.offers(room, source, lang)
        fresh = [one for one in offers if one.id not in told]
        told.update(one.id for one in fresh)
        if fresh:
            found.append(Source(name, say(source.step.title, lang), fresh[:most]))
    return found


def choices(room: Room, lang: str) -> list[Party]:
    """Return the organisations that may own an agreement."""
    called = room.case.organisation_names(lang)
    return [Party(one, called.get(one, one), here) for one, here in parties(room).items()]


def calendar_parts(
    room: Room, step: StepState, agreements: Iterable[Agreement], lang: str
) -> CalendarView | None:
    """Return the first steps and the days to look back, without what was given up; None without any."""
    need: bool = step.settings.need_confirmation
    called = room.case.organisation_names(lang)
    going = [one for one in agreements if one.status(need_confirmation=need) not in {"declined", "dropped"}]
    entries = {
        one.id: "".join(map(entry, days))
        for one in going
        if (days := list(_days(room, one, called, lang, sure=one.stands(need_confirmation=need))))
    }
    head, end = around(translate(N_("Agreements: {title}"), lang).format(title=say(room.case.title, lang)))
    return CalendarView(head, entries, end) if entries else None


def calendar_of(room: Room, step: StepState, agreements: Iterable[Agreement], lang: str) -> str:
    """Return the same as one calendar file; empty without any days."""
    parts = calendar_parts(room, step, agreements, lang)
    return f"{parts.head}{''.join(parts.entries.values())}{parts.end}" if parts else ""


def _days(room: Room, one: Agreement, called: dict[str, str], lang: str, *, sure: bool) -> Iterable[Day]:
    """Yield the days of one agreement."""
    terms = one.terms
    what = " ".join(terms.what.split())
    short = what if len(what) <= LONGEST_TITLE else what[: LONGEST_TITLE - 1].rstrip() + "…"
    text = "\n".join(_lines(one, called, lang, sure=sure))
    for kind, day, title in (
        ("first", terms.due, N_("First step: {what}")),
        ("back", terms.look_back, N_("Look back: {what}")),
    ):
        if day is None:
            continue
        uid = f"{room.case.id}-{one.id}-{int(one.at * 1000)}-{kind}@leefkit"
        shown = translate(title, lang).format(what=short)
        yield Day(uid, date.fromisoformat(day), shown, text, sure, one.changed, one.changes)


def _lines(one: Agreement, called: dict[str, str], lang: str, *, sure: bool) -> Iterable[str]:
    terms = one.terms
    yield terms.what
    if not sure:
        yield translate(N_("This is still a proposal."), lang)
    told = {
        N_("Owner"): called.get(terms.owner, terms.owner) if terms.owner else None,
        N_("Lead"): terms.lead,
        N_("With"): ", ".join(called.get(who, who) for who in terms.partners),
        N_("First step"): terms.first_step,
        N_("How we know that it works"): terms.works,
        N_("What is needed"): terms.needs,
    }
    for label, value in told.items():
        if value:
            yield f"{translate(label, lang)}: {value}"


def row(step: StepState, one: Agreement) -> Row:
    """Return an agreement as a row of the frame *agreements*."""
    terms = one.terms
    need: bool = step.settings.need_confirmation
    return {
        "agreement": one.id,
        "what": terms.what,
        "owner": terms.owner,
        "with": ", ".join(terms.partners) or None,
        "due": unix(terms.due),
        "status": one.status(need_confirmation=need),
        "cards": ", ".join(terms.cards) or None,
        "step": step.id,
        "lead": terms.lead,
        "first_step": terms.first_step,
        "look_back": unix(terms.look_back),
        "works": terms.works,
        "needs": terms.needs,
        "confidence": one.confidence(),
        "complete": one.stands(need_confirmation=need),
        "answered_at": one.answered_at,
        "participant": one.by,
        "organisation": one.organisation,
        "team": one.team,
    }
