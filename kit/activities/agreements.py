"""Agreements: who does what with whom and by when; nobody owns one without saying yes to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from kit.activities import agreements_undo
from kit.activities.agreements_book import Agreement, Book
from kit.activities.agreements_mind import take_part
from kit.activities.agreements_rules import decide, left, wrote
from kit.activities.agreements_views import calendar_of, calendar_parts, choices, row, sources, view
from kit.activities.base import Activity, Asking, Before, Row, Settings
from kit.activities.mind import Look, Mind
from kit.errors import nearest
from kit.locale import N_, translate
from kit.model.agreements import (
    AGREEMENT_COMMANDS,
    AGREEMENT_EVENTS,
    AgreementAdded,
    AgreementsMine,
    AgreementsShared,
    AgreementWithdrawn,
)
from kit.model.base import Command, Event
from kit.model.people import Audience, Viewer
from kit.model.views import Keepsake
from kit.room import Action, Room, StepState

MOST_LIVE = 40
"""While people write, a phone is sent the newest agreements only, and this many offers of each source."""

MOST_OFFERS = 200
"""What the larger screens are sent of each source."""

FILE, LABEL = N_("agreements"), N_("Dates of all agreements")
OWN_FILE, OWN_LABEL = N_("agreements-own"), N_("Dates of your organisation")


class AgreementsSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How agreements are made.

    Attributes:
        sources: Steps whose ideas, gaps or harvest one begins an agreement with.
        need_confirmation: An owner only owns an agreement once somebody of that organisation says yes.
    """

    sources: list[str] = []
    need_confirmation: bool = True


class Agreements(Activity[AgreementsSettings]):
    """People propose agreements; an owner's own people say yes or not yet."""

    name = "agreements"
    settings = AgreementsSettings
    commands = AGREEMENT_COMMANDS
    events = AGREEMENT_EVENTS
    apart = False
    concerns_others = True

    def new(self) -> Book:
        """Return an empty book of agreements."""
        return Book()

    def check(self, settings: AgreementsSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the sources, and refuse to hide what organisations promise one another."""
        inspiring = [name for name, one in earlier.items() if one.activity.inspires]
        for n, name in enumerate(settings.sources):
            if name not in earlier:
                yield f"sources[{n}]: no earlier step {name!r}; {nearest(name, inspiring)}"
            elif name not in inspiring:
                yield f"sources[{n}]: step {name!r} offers nothing to build on; {nearest(name, inspiring)}"
        for name in ("hidden", "anonymous"):
            if getattr(settings, name):
                yield f"{name}: agreements are everybody's to see; leave this out"

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the steps whose offers one begins with."""
        return tuple(step.settings.sources)

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Propose, change, take back, answer, rate or settle."""
        return decide(room, step, command, who)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Write it in the book."""
        step.data.fold(event, by, at, room.seq + 1)

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back what the trainer proposed, changed, took away or settled, or typed in from paper."""
        del room
        if isinstance(event, AgreementAdded):
            return [AgreementWithdrawn(event.agreement, step.id)]
        one: Agreement | None = step.data.all.get(getattr(event, "agreement", ""))
        return agreements_undo.inverse(one, event, step.id, by) if one is not None else []

    def still(self, room: Room, step: StepState, back: Event, action: Action) -> Event | None:
        """Leave what others said to an agreement since."""
        del room
        one: Agreement | None = step.data.all.get(getattr(back, "agreement", ""))
        return agreements_undo.still(one, back, action) if one is not None else back

    def shared(self, room: Room, step: StepState, audience: Audience) -> AgreementsShared:
        """Return the agreements, and what one can begin others with."""
        phone, working = audience.role == "participant", step.status == "open"
        lang = audience.lang
        book: list[Agreement] = step.data.shown()
        seen = self._seen(step, phone=phone)
        writes = audience.role in {"participant", "team", "trainer"}
        return AgreementsShared(
            agreements=[view(room, step, one) for one in book if one.id in seen],
            total=len(book),
            sources=sources(room, step, lang, MOST_LIVE if phone else MOST_OFFERS) if writes else [],
            parties=choices(room, lang),
            need_confirmation=step.settings.need_confirmation,
            calendar=None if phone and working else calendar_parts(room, step, book, lang),
        )

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> AgreementsMine | None:
        """Return what the viewer or their organisation has a part in."""
        person = room.people.get(viewer.participant or "")
        if name is None or viewer.role not in {"participant", "team"}:
            return None
        book: Book = step.data
        team = person.team if person else viewer.team
        organisation = person.organisation if person else None
        written = book.of(book.teams.get(team or "") if step.settings.per == "team" else ())
        parts = book.of(book.parts.get(organisation or ""))
        own = {one.id: one for one in [*parts, *written, *book.of(book.by.get(name))]}
        owned = {one.id for one in parts if one.terms.owner == organisation}
        working = step.status == "open"
        newest = self._seen(step, phone=viewer.role == "participant")
        return AgreementsMine(
            agreements=[view(room, step, one) for one in own.values() if one.id not in newest],
            asked=[one.id for one in parts if working and one.id in owned and self._asks(step, one)],
            editable=[
                one.id
                for one in own.values()
                if working and (one.id in owned or wrote(step, one, name, team))
            ],
            rates={one.id: one.rates[name][1] for one in parts if name in one.rates},
            left=left(step, name, team),
        )

    def _seen(self, step: StepState, *, phone: bool) -> set[str]:
        """Return what everyone is sent: while people write, a phone gets the newest only."""
        book: Book = step.data
        limit = MOST_LIVE if phone and step.status == "open" else len(book.all)
        newest = (one.id for one in reversed(book.all.values()) if not one.withdrawn)
        return set(islice(newest, limit))

    def _asks(self, step: StepState, one: Agreement) -> bool:
        need: bool = step.settings.need_confirmation
        return one.status(need_confirmation=need) == "proposed"

    def contributed(self, room: Room, step: StepState, name: str) -> list[str]:
        """Return what somebody proposed."""
        del room
        return [one.terms.what for one in step.data.of(step.data.by.get(name))]

    def keepsakes(self, room: Room, step: StepState, viewer: Viewer) -> list[Keepsake]:
        """Return the days of a participant's organisation, and of all, for their calendar."""
        person, lang = room.people.get(viewer.participant or ""), viewer.lang
        if person is None or viewer.role != "participant":
            return []
        book: Book = step.data
        own = calendar_of(room, step, book.of(book.parts.get(person.organisation or "")), lang)
        every = book.memo.once(lang, lambda: calendar_of(room, step, book.shown(), lang))
        files = ((OWN_FILE, OWN_LABEL, own), (FILE, LABEL, every if every != own else ""))
        return [
            Keepsake(f"{translate(name, lang)}.ics", translate(label, lang), "text/calendar", text)
            for name, label, text in files
            if text
        ]

    def exports(self, room: Room, step: StepState, lang: str) -> dict[str, bytes]:
        """Return the calendar file, where there are days to put in it."""
        made = calendar_of(room, step, step.data.shown(), lang)
        return {"agreements.ics": made.encode()} if made else {}

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per agreement that was not taken back."""
        del room
        return {"agreements": [row(step, one) for one in step.data.shown()]}

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Propose something from the offers, and answer for one's organisation."""
        yield from take_part(look, mind)


ACTIVITY = Agreements()
