"""What may be done in a world café, and what happens then: rounds, seats, hosts, notes and tags."""

from __future__ import annotations

import msgspec

from kit.activities import cafe_seats
from kit.activities.base import Asking
from kit.activities.cafe_seats import CafeData, Plan
from kit.activities.cafe_settings import MOST_TABLES, CafeSettings
from kit.activities.cards import Where
from kit.activities.guards import must_be_open
from kit.errors import RefusedError
from kit.insight.swaps import AWAY
from kit.locale import N_
from kit.model.base import Event
from kit.model.cafe import (
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
from kit.model.events import TimerSet
from kit.model.rounds import RoundBegun
from kit.room import Card, Person, Room, StepState

HARVEST = ("insight", "question")
ZONES = ("idea", "concern", *HARVEST)
"""The kinds of note; what a table keeps of a round comes last."""

LESSONS = ("urgency", "ownership", "language_perspective", "vision_direction")
"""The four lessons by which the harvest is ordered."""


def next_round(room: Room, step: StepState) -> list[Event]:
    """Begin a round: with a plan for all in the first, and with a better one when people came or left."""
    must_be_open(step)
    data: CafeData = step.data
    if data.round >= step.settings.rounds:
        raise RefusedError(
            "last_round", N_("This was the last round. Close the step when the tables are done.")
        )
    _must_be_people(room, data)
    if not data.plan.tables:
        plan = cafe_seats.fresh(room, step)
    elif data.moved or cafe_seats.missing(room, data):
        plan = cafe_seats.again(room, step)
    else:
        plan = data.plan
    return [RoundBegun(step.id, data.round + 1, msgspec.to_builtins(plan))]


def plan_seats(room: Room, step: StepState, command: PlanSeats) -> list[Event]:
    """Say who sits where before the first round, at so many tables."""
    must_be_open(step)
    data: CafeData = step.data
    _must_be_early(data)
    _must_be_people(room, data)
    if command.tables is not None and not 1 <= command.tables <= MOST_TABLES:
        raise RefusedError("bad_tables", N_("Give 1 to {most} tables."), most=MOST_TABLES)
    wanted = command.tables or len(data.plan.tables) or None
    return [SeatsPlanned(step.id, msgspec.to_builtins(cafe_seats.fresh(room, step, wanted)))]


def volunteer(step: StepState, command: Volunteer, who: Asking) -> list[Event]:
    """Offer to be a host, or take that back."""
    must_be_open(step)
    data: CafeData = step.data
    if who.actor.participant is None:
        raise RefusedError("not_allowed", N_("Only participants can be a host."))
    _must_be_early(data)
    if (who.name in data.volunteers) == command.volunteer:
        return []
    return [Volunteered(step.id, command.volunteer)]


def take_seat(room: Room, step: StepState, command: TakeSeat) -> list[Event]:
    """Let someone sit elsewhere in this round, or leave."""
    must_be_open(step)
    data: CafeData = step.data
    person = _person(room, data, command.participant)
    if command.table is None:
        return [_leave(room, data, person, step.id)]
    if command.table not in data.plan.tables:
        raise RefusedError("unknown_team", N_("There is no table {team}."), team=command.table)
    if person.id in data.plan.hosts and person.id not in data.plan.gone:
        raise RefusedError(
            "host_stays", N_("This person is a host. Make someone else the host of that table first.")
        )
    row = list(data.plan.seats.get(person.id, [AWAY] * step.settings.rounds))
    row[data.now] = data.plan.tables.index(command.table)
    back = [one for one in data.plan.gone if one != person.id]
    after = data.now + 1
    if AWAY in row[after:]:
        came = cafe_seats.seats_for(room, step, [person], after)[person.id]
        row[after:] = came[after:]
    return [SeatsChanged(step.id, {person.id: row}, None, back if back != data.plan.gone else None)]


def _leave(room: Room, data: CafeData, person: Person, step: str) -> Event:
    """Take someone out of the rounds to come; a table that loses its host gets another."""
    row = data.plan.seats.get(person.id, [])
    seats = {person.id: [*row[: data.round], *[AWAY] * (len(row) - data.round)]}
    hosts = None
    if person.id in data.plan.hosts:
        table = data.plan.hosts.index(person.id)
        others = [None if one == person.id else one for one in data.plan.hosts]
        new = cafe_seats.next_host(room, data, table, [*others, person.id])
        others[table] = new
        hosts = others
        if new is not None:
            seats[new] = _staying(data, new, table)
    return SeatsChanged(step, seats, hosts, [*data.plan.gone, person.id])


def make_host(room: Room, step: StepState, command: MakeHost) -> list[Event]:
    """Let someone stay at their table; who was host there goes on their way instead."""
    must_be_open(step)
    data: CafeData = step.data
    person = _person(room, data, command.participant)
    table = data.table(person.id)
    if table == AWAY:
        raise RefusedError("no_seat", N_("This person has no table now. Give them one first."))
    before = data.plan.hosts[table]
    if before == person.id:
        return []
    if person.id in data.plan.hosts:
        raise RefusedError(
            "host_stays", N_("This person is a host. Make someone else the host of that table first.")
        )
    seats = {person.id: _staying(data, person.id, table)}
    if before is not None and before not in data.plan.gone:
        way = data.plan.seats[person.id][data.round :]
        seats[before] = [*data.plan.seats[before][: data.round], *way]
    hosts = [person.id if n == table else one for n, one in enumerate(data.plan.hosts)]
    return [SeatsChanged(step.id, seats, hosts)]


def _staying(data: CafeData, person: str, table: int) -> list[int]:
    row = data.plan.seats[person]
    return [*row[: data.round], *[table] * (len(row) - data.round)]


def tag_card(room: Room, step: StepState, command: TagCard) -> list[Event]:
    """Say what a card is about."""
    card = room.cards.get(command.card)
    if card is None or card.step != step.id or not card.shown:
        raise RefusedError("unknown_card", N_("That card is not there (any more)."))
    for tag in command.tags:
        if tag not in LESSONS:
            raise RefusedError("unknown_tag", N_("There is no lesson {tag}."), tag=tag)
    tags = [one for one in LESSONS if one in command.tags]
    return [CardTagged(card.id, tags)] if tags != card.tags else []


def must_have_room(room: Room, step: StepState, zone: str, who: Asking, where: Where) -> None:
    """Refuse a note before the first round, from who has no table, and where the table has kept enough."""
    must_be_open(step)
    data: CafeData = step.data
    if not data.round:
        raise RefusedError("no_round", N_("The first round has not begun yet."))
    if where.table is None and who.actor.role != "trainer":
        raise RefusedError("no_seat", N_("You have no table in this round. Ask the trainer for one."))
    limit = keeps(step.settings).get(zone)
    if not limit or where.table is None:
        return
    if kept(room, data, where.table, zone) >= limit:
        raise RefusedError(
            "too_many_cards", N_("Your table has kept all {limit} for this round."), limit=limit
        )


def keeps(settings: CafeSettings) -> dict[str, int]:
    """Return how many of each kind a table may keep in a round."""
    return dict(zip(HARVEST, (settings.insights, settings.questions), strict=True))


def kept(room: Room, data: CafeData, table: str, zone: str) -> int:
    """Return how many of one kind a table has kept in this round; what was merged counts as its originals."""
    return sum(
        card.zone == zone and card.round == data.round and not card.withdrawn and not card.merged
        for card in written_at(room, data, table)
    )


def written_at(room: Room, data: CafeData, table: str | None) -> list[Card]:
    """Return all cards that were written at a table, oldest first."""
    return [room.cards[name] for name in data.written.get(table, ())]


def _person(room: Room, data: CafeData, name: str) -> Person:
    if not data.plan.tables:
        raise RefusedError("no_seats", N_("Nobody has a seat yet. Plan the seats first."))
    person = room.people.get(name)
    if person is None or not person.organisation:
        raise RefusedError("unknown_participant", N_("There is no such participant."))
    return person


def _must_be_early(data: CafeData) -> None:
    if data.round:
        raise RefusedError("round_begun", N_("The rounds have begun. Who comes in now gets a seat at once."))


def _must_be_people(room: Room, data: CafeData) -> None:
    if not cafe_seats.present(room, data):
        raise RefusedError("nobody_here", N_("Nobody has joined yet. Wait for the first people."))


def fold_round(room: Room, step: StepState, event: RoundBegun, at: float) -> None:
    """Take the plan of a round that began, or of the one before it again; a new round starts the timer."""
    data: CafeData = step.data
    back = event.round <= data.round
    data.settle(plan_of(room, data, event.plan))
    data.round, data.moved = event.round, back
    data.hosted = [*data.hosted[: max(0, event.round - 1)], data.plan.hosts][: event.round]
    if not back:
        settings: CafeSettings = step.settings
        seconds = (settings.switch_minutes + settings.round_minutes) * 60
        room.timer = TimerSet(seconds, ends=at + seconds)


def fold_change(data: CafeData, event: SeatsChanged) -> None:
    """Let some people sit elsewhere."""
    rows = {name: row for name, row in (data.plan.seats | event.seats).items() if row}
    hosts = data.plan.hosts if event.hosts is None else event.hosts
    gone = data.plan.gone if event.gone is None else event.gone
    data.settle(Plan(data.plan.tables, hosts, rows, gone))
    data.moved = True
    if data.round:
        data.hosted[data.round - 1] = hosts


def plan_of(room: Room, data: CafeData, builtins: object) -> Plan:
    """Return the plan in an event, with those who came since it was made."""
    plan = msgspec.convert(builtins, Plan)
    if plan.tables == data.plan.tables:
        late = {
            name: row
            for name, row in data.plan.seats.items()
            if name not in plan.seats and name in room.people
        }
        plan.seats = late | plan.seats
    return plan
