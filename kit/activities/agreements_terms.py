"""What an agreement says: reading it from what somebody sent, and what makes it another agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from kit.activities.guards import MAX_NAME, clean, one_line, organisation_of
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.agreements import AddAgreement, EditAgreement, Terms
from kit.model.views import Offer
from kit.room import Room, StepState

MOST_CHARS = {"what": 280, "lead": 80, "first_step": 200, "works": 200, "needs": 200}
MOST_CARDS = 20
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
NEEDED = ("owner", "lead", "due")
"""Without these it is shown as no agreement yet."""


def missing(terms: Terms) -> list[str]:
    """Return what is open yet of what every agreement needs."""
    return [name for name in NEEDED if getattr(terms, name) is None]


def involved(terms: Terms) -> list[str]:
    """Return the organisations that have a part in an agreement, its owner first."""
    return [*([terms.owner] if terms.owner else []), *terms.partners]


def same_promise(before: Terms, after: Terms) -> bool:
    """Return whether a yes to ``before`` is one to ``after``.

    An owner says yes to what, with which lead, which first step and when. Filling in what was open is no
    other promise; changing what stood there is.
    """
    same = before.what == after.what and before.owner == after.owner
    details = ("lead", "first_step", "due")
    return same and all(getattr(before, name) in {None, getattr(after, name)} for name in details)


def parties(room: Room) -> dict[str, bool]:
    """Return the organisations of the case and of whoever came in, with whether somebody of each is here."""
    there = {one.organisation for one in room.people.values() if one.organisation}
    known = {one.id: one.id in there for one in room.case.organisations}
    return known | {name: True for name in sorted(there) if name not in known}


def read_terms(
    room: Room, step: StepState, said: AddAgreement | EditAgreement, before: Terms | None = None
) -> Terms:
    """Return what an agreement says from now on.

    Args:
        room: Who and what there is.
        step: The step of the agreement.
        said: What somebody sent.
        before: What it said until now, if it was there.

    Raises:
        RefusedError: A text is too long or missing, a day is none, or an organisation or card isn't there.
    """
    new: dict[str, Any] = {}
    for name in Terms.__struct_fields__:
        value = getattr(said, name, None)
        if value is not None:
            new[name] = _READ[name](room, name, value)
    if "cards" in new:
        new |= _sources(room, step, new["cards"], before)
    old = {name: getattr(before, name) for name in Terms.__struct_fields__} if before else {}
    terms = old | new
    if terms.get("owner") in terms.get("partners", ()):
        terms["partners"] = [one for one in terms["partners"] if one != terms["owner"]]
    made = Terms(**terms)
    if made.due and made.look_back and made.look_back < made.due:
        raise RefusedError("bad_day", N_("Look back after the first step, not before it."))
    return made


def unix(day: str | None) -> float | None:
    """Return a day as Unix time: the first moment of it, in UTC."""
    if day is None:
        return None
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()


def _text(room: Room, name: str, value: str) -> str | None:
    del room
    if name != "what" and not value.strip():
        return None
    tidy = clean(value, MOST_CHARS[name])
    return one_line(tidy) if name == "lead" else tidy


def _day(room: Room, name: str, value: str) -> str | None:
    del room, name
    if not value.strip():
        return None
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        day = None
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise RefusedError("bad_day", N_("This is no day. Write it as 2026-04-01."))
    return day.isoformat()


def _party(room: Room, name: str, value: str) -> str | None:
    del name
    asked = one_line(value)
    if not asked:
        return None
    found = organisation_of(room, asked) if len(asked) <= MAX_NAME else asked
    if found not in parties(room):
        raise RefusedError(
            "unknown_organisation", N_("That organisation is not in the list. Choose one from the list.")
        )
    return found


def _partners(room: Room, name: str, value: list[str]) -> list[str]:
    found = (_party(room, name, one) for one in value)
    return list(dict.fromkeys(one for one in found if one))


def _cards(room: Room, name: str, value: list[str]) -> list[str]:
    del room, name
    cards = list(dict.fromkeys(value))
    if len(cards) > MOST_CARDS:
        raise RefusedError(
            "too_many_cards", N_("Choose {limit} cards at most for one agreement."), limit=MOST_CARDS
        )
    return cards


def _sources(room: Room, step: StepState, cards: Iterable[str], before: Terms | None) -> dict[str, Any]:
    """Return the text of what is no card, such as a gap in a bowtie: it may be gone when it is read again."""
    kept = set(before.cards) if before else set()
    texts = dict(before.texts) if before else {}
    fresh = [one for one in cards if one not in kept]
    found = {one.id: one.text for one in offered(room, step, room.lang)} if fresh else {}
    if not set(fresh) <= found.keys():
        raise RefusedError("unknown_card", N_("That card is not there (any more)."))
    texts |= {one: found[one] for one in fresh if one not in room.cards}
    return {"texts": {one: text for one, text in texts.items() if one in set(cards)}}


def offered(room: Room, step: StepState, lang: str) -> Iterator[Offer]:
    """Yield what the earlier steps offer to begin an agreement with."""
    for name in step.settings.sources:
        source = room.steps[name]
        yield from source.activity.offers(room, source, lang)


_READ: dict[str, Callable[[Room, str, Any], Any]] = {
    "what": _text, "lead": _text, "first_step": _text, "works": _text, "needs": _text,
    "due": _day, "look_back": _day, "owner": _party, "partners": _partners, "cards": _cards,
}  # fmt: skip
