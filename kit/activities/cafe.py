"""Cafe: a World Café. People talk in small groups, change tables each round, and keep what stood out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from kit.activities import cafe_mind, cafe_rules, cafe_seats, cafe_view
from kit.activities.base import Asking, Before, Row
from kit.activities.cafe_rules import HARVEST, ZONES
from kit.activities.cafe_seats import CafeData
from kit.activities.cafe_settings import CafeSettings, problems
from kit.activities.cards import Cards, Where
from kit.activities.guards import must_be_trainer, must_contribute
from kit.activities.mind import Look, Mind
from kit.datafile import DataFile
from kit.figures import Figure, Shape
from kit.figures.meetings import meetings, seated, seating
from kit.locale import N_
from kit.model.base import Command, Event
from kit.model.cafe import (
    CafeMine,
    CafeShared,
    CardTagged,
    MakeHost,
    PlanSeats,
    SeatsChanged,
    SeatsPlanned,
    TagCard,
    TakeSeat,
    Volunteer,
    Volunteered,
)
from kit.model.cards import CARD_COMMANDS, CARD_EVENTS, AddCard, CardAdded, CardsMerged
from kit.model.people import Audience, Viewer
from kit.model.rounds import NextRound, RoundBegun
from kit.room import Action, Card, Person, Room, StepState

MAX_CHARS = 200
MET = N_("Who met whom in the café")


class Cafe(Cards[CafeSettings]):
    """Rounds at changing tables. Who sits where is planned once, and the rounds to come again if need be."""

    name = "cafe"
    settings = CafeSettings
    commands = (*CARD_COMMANDS, NextRound, PlanSeats, TakeSeat, MakeHost, Volunteer, TagCard)
    changes_tables = True
    events = (*CARD_EVENTS, RoundBegun, SeatsPlanned, SeatsChanged, Volunteered, CardTagged)

    def new(self) -> CafeData:
        """Return a café in which nobody has a seat."""
        return CafeData()

    def check(self, settings: CafeSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for numbers and themes that make sense together."""
        del earlier
        return problems(settings)

    def zones(self, settings: CafeSettings, files: Mapping[str, DataFile]) -> list[str]:
        """Return the kinds of note; there is none that a table may keep nothing of."""
        del files
        most = cafe_rules.keeps(settings)
        return [zone for zone in ZONES if most.get(zone, 1)]

    def max_chars(self, room: Room, step: StepState) -> int:
        """Return how long a note may be."""
        del room, step
        return MAX_CHARS

    def where(self, room: Room, step: StepState, who: Asking) -> Where:
        """Return the table where the writer sits in this round; a table's own screen stands at its table."""
        del room
        data: CafeData = step.data
        if who.actor.participant is not None:
            return Where(data.round, data.name(data.table(who.actor.participant)))
        return Where(data.round, who.team if who.team in data.plan.tables else None)

    def table(self, room: Room, step: StepState, person: Person) -> str | None:
        """Return the table where somebody sits in this round; once it is closed, all see all."""
        del room
        data: CafeData = step.data
        return data.name(data.table(person.id)) if data.round and step.status == "open" else None

    def seconds(self, step: StepState) -> int:
        """Return no time: each round has its own."""
        del step
        return 0

    def arrived(self, room: Room, step: StepState, person: Person) -> list[Event]:
        """Give who comes after the plan a seat at once, and one in each round to come."""
        data: CafeData = step.data
        if not data.plan.tables or person.id in data.plan.seats:
            return []
        return [SeatsChanged(step.id, cafe_seats.seats_for(room, step, [person], data.now))]

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Begin a round, seat people, take an offer to be a host, tag; the rest is as with all cards."""
        must_contribute(who)
        if isinstance(command, AddCard):
            cafe_rules.must_have_room(room, step, command.zone, who, self.where(room, step, who))
            return super().decide(room, step, command, who)
        if isinstance(command, Volunteer):
            return cafe_rules.volunteer(step, command, who)
        if isinstance(command, CARD_COMMANDS):
            return super().decide(room, step, command, who)
        must_be_trainer(who)
        if isinstance(command, NextRound):
            return cafe_rules.next_round(room, step)
        if isinstance(command, PlanSeats):
            return cafe_rules.plan_seats(room, step, command)
        if isinstance(command, TakeSeat):
            return cafe_rules.take_seat(room, step, command)
        if isinstance(command, MakeHost):
            return cafe_rules.make_host(room, step, command)
        if isinstance(command, TagCard):
            return cafe_rules.tag_card(room, step, command)
        raise NotImplementedError(type(command).__name__)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold a round, seats, an offer, tags, or a card."""
        data: CafeData = step.data
        if isinstance(event, RoundBegun):
            cafe_rules.fold_round(room, step, event, at)
        elif isinstance(event, SeatsPlanned):
            data.settle(cafe_rules.plan_of(room, data, event.plan))
            data.moved = False
        elif isinstance(event, SeatsChanged):
            cafe_rules.fold_change(data, event)
        elif isinstance(event, Volunteered):
            others = [one for one in data.volunteers if one != by]
            data.volunteers = [*others, by] if event.volunteer else others
        elif isinstance(event, CardTagged):
            room.cards[event.card].tags = event.tags
        else:
            super().evolve(room, step, event, by, at)
            if isinstance(event, CardAdded | CardsMerged):
                here = data.written.setdefault(room.cards[event.card].table, [])
                here += [event.card] if event.card not in here else []

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back a round, with its timer, and what the trainer did with seats, tags and cards."""
        data: CafeData = step.data
        before = msgspec.to_builtins(data.plan)
        if isinstance(event, RoundBegun):
            return [RoundBegun(step.id, data.round, before), room.timer]
        if isinstance(event, SeatsPlanned):
            return [SeatsPlanned(step.id, before)]
        if isinstance(event, SeatsChanged):
            seats = {name: data.plan.seats.get(name, []) for name in event.seats}
            return [SeatsChanged(step.id, seats, data.plan.hosts, data.plan.gone)]
        if isinstance(event, CardTagged):
            return [CardTagged(event.card, room.cards[event.card].tags)]
        return super().inverse(room, step, event, by)

    def still(self, room: Room, step: StepState, back: Event, action: Action) -> Event | None:
        """Leave who came since a seat, also in the round that comes back."""
        done = action.done
        if not isinstance(back, RoundBegun | SeatsPlanned) or not isinstance(done, RoundBegun | SeatsPlanned):
            return super().still(room, step, back, action)
        number = max(back.round, 1) - 1 if isinstance(back, RoundBegun) else 0
        plan = cafe_seats.with_late(room, step, back.plan, done.plan, number)
        return msgspec.structs.replace(back, plan=msgspec.to_builtins(plan))

    def shared(self, room: Room, step: StepState, audience: Audience) -> CafeShared:
        """Return the round, its theme and tables, and the cards that this audience may see."""
        return cafe_view.shared(room, step, audience, self.zones(step.settings, {}), MAX_CHARS)

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> CafeMine | None:
        """Return where the viewer sits and goes, and their own cards."""
        return None if name is None else cafe_view.mine(room, step, viewer, name)

    def cards(self, room: Room, step: StepState) -> list[Card]:
        """Return the harvest: the insights and questions on the table."""
        return [card for card in super().cards(room, step) if card.zone in HARVEST]

    def took_part(self, room: Room, step: StepState) -> int:
        """Return how many people had a seat."""
        del room
        return len(step.data.plan.seats)

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per card, and one per person and round that began."""
        return super().frames(room, step) | {"seats": self.seats(room, step)}

    def seats(self, room: Room, step: StepState) -> list[Row]:
        """Return one row per person and round that began."""
        return cafe_view.seat_rows(room, step)

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return how mixed the tables were by round, and which organisations met, once a round began."""
        rows = self.seats(room, step)
        if not rows:
            return []
        seats = seated(rows, room.case.organisation_names(lang))
        return [
            seating(seats, lang, shape, id_=f"{step.id}-seats"),
            meetings(seats, lang, shape, id_=f"{step.id}-met", title=MET),
        ]

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Offer to be a host, some of them."""
        yield from cafe_mind.offer(look()[0], mind)

    def lead(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Go through the rounds, then say what the harvest is about."""
        del mind
        yield from cafe_mind.rounds(look)


ACTIVITY = Cafe()
