"""What the screens may see of a world café, and its frame of seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from kit.activities import cafe_rules, cafe_seats
from kit.activities.base import Row
from kit.activities.cafe_rules import HARVEST, LESSONS
from kit.activities.cafe_seats import CafeData
from kit.activities.cafe_settings import CafeSettings
from kit.activities.doubles import doubles
from kit.activities.pile import view_card
from kit.insight.meetings import meetings
from kit.insight.seating import advise
from kit.insight.swaps import AWAY
from kit.model.base import say
from kit.model.cafe import CafeMine, CafeShared, MeetingsView, PlanView, SeatView, TableView, ThemeView
from kit.model.people import Audience, Viewer
from kit.room import Card, Room, StepState


def shared(room: Room, step: StepState, audience: Audience, zones: list[str], max_chars: int) -> CafeShared:
    """Return what an audience may see."""
    data: CafeData = step.data
    settings: CafeSettings = step.settings
    trainer, phone = audience.role == "trainer", audience.role == "participant"
    here = audience.team if audience.team in data.plan.tables else None
    cards = [
        card for card in _seen(room, step, audience, here) if not card.withdrawn and not card.merged_into
    ]
    # There are as many audiences of phones as tables: what they share is not counted for each.
    everything = [] if phone else [card for name in data.cards if (card := room.cards[name]).shown]
    return CafeShared(
        variant=settings.variant,
        round=data.round,
        rounds=settings.rounds,
        round_minutes=settings.round_minutes,
        switch_minutes=settings.switch_minutes,
        themes=[
            ThemeView(one.id, say(one.title, audience.lang), say(one.question, audience.lang))
            for one in settings.themes
        ],
        theme=_theme(step, here),
        zones=zones if data.round else [],
        tables=_tables(room, step, [here] if phone and step.status == "open" else data.plan.tables),
        cards=[view_card(room, step, card, audience.lang) for card in cards if trainer or not card.hidden],
        total=len(cards) if phone else len(everything),
        harvest=sum(card.zone in HARVEST for card in everything),
        insights=settings.insights,
        questions=settings.questions,
        left=_left(room, step, here),
        max_chars=max_chars,
        lessons=list(LESSONS),
        meetings=None if phone or not data.round else _meetings(room, data),
        plan=_plan(room, step) if trainer else None,
        doubles=doubles(room, step) if trainer else [],
    )


def _seen(room: Room, step: StepState, audience: Audience, here: str | None) -> list[Card]:
    """Return the cards of an audience: its table's, or once the step is closed the harvest of all."""
    data: CafeData = step.data
    closed = step.status == "closed" or step.revealed
    if not closed and audience.role != "trainer":
        return cafe_rules.written_at(room, data, here) if here else []
    everything = [room.cards[name] for name in data.cards]
    if audience.role in {"trainer", "results"}:
        return everything
    return [card for card in everything if card.zone in HARVEST]


def _theme(step: StepState, here: str | None) -> str | None:
    data: CafeData = step.data
    settings: CafeSettings = step.settings
    if not data.round or (settings.variant == "theme_per_table" and here is None):
        return None
    table = data.plan.tables.index(here) if here else 0
    return settings.themes[cafe_seats.theme_at(settings, table, data.now)].id


def _left(room: Room, step: StepState, here: str | None) -> dict[str, int]:
    data: CafeData = step.data
    if here is None or not data.round:
        return {}
    keeps = cafe_rules.keeps(step.settings)
    return {zone: max(0, most - cafe_rules.kept(room, data, here, zone)) for zone, most in keeps.items()}


def _tables(room: Room, step: StepState, names: Sequence[str | None]) -> list[TableView]:
    data: CafeData = step.data
    settings: CafeSettings = step.settings
    found = []
    for number, name in enumerate(data.plan.tables):
        if name not in names:
            continue
        people = [one for one in data.at[data.now].get(number, ()) if one not in data.plan.gone]
        of = Counter(room.people[one].organisation or "" for one in people)
        theme = settings.themes[cafe_seats.theme_at(settings, number, data.now)].id
        harvest = sum(cafe_rules.kept(room, data, name, zone) for zone in HARVEST)
        found.append(TableView(name, theme, len(people), dict(of), harvest))
    return found


def _meetings(room: Room, data: CafeData) -> MeetingsView:
    people = list(data.plan.seats)
    organisations = sorted({room.people[one].organisation or "" for one in people})
    number = {name: n for n, name in enumerate(organisations)}
    seats = np.array([data.plan.seats[one] for one in people], dtype=np.int64)[:, : data.round].T
    found = meetings(seats, [number[room.people[one].organisation or ""] for one in people])
    return MeetingsView(pairs=found.pairs, others=found.others, again=found.again)


def _plan(room: Room, step: StepState) -> PlanView:
    data: CafeData = step.data
    settings: CafeSettings = step.settings
    people = len(cafe_seats.present(room, data))
    return PlanView(
        planned=bool(data.plan.tables),
        tables=len(data.plan.tables) or cafe_seats.number_of_tables(room, settings, people),
        advice=advise(people, settings.rounds),
        people=people,
        volunteers=data.volunteers,
        missing=cafe_seats.missing(room, data) if data.plan.tables else [],
        seats=[
            SeatView(
                name, [data.name(table) for table in row], name in data.plan.hosts, name in data.plan.gone
            )
            for name, row in data.plan.seats.items()
        ],
    )


def mine(room: Room, step: StepState, viewer: Viewer, name: str) -> CafeMine:
    """Return what one viewer may see besides: where they sit and go, whom they met, and their own cards."""
    data: CafeData = step.data
    route = [data.name(table) for table in data.plan.seats.get(name, ())]
    company = {
        other
        for number in range(min(data.round, len(route)))
        if (table := data.table(name, number)) != AWAY
        for other in data.at[number][table]
    }
    me = room.people.get(name)
    others = {room.people[one].organisation for one in company} - {me.organisation if me else None}
    own = (room.cards[one] for one in reversed(data.by.get(name, ())))
    return CafeMine(
        table=route[data.now] if route and data.round else None,
        next=route[data.round] if data.round < len(route) else None,
        route=route,
        host=name in data.plan.hosts and name not in data.plan.gone,
        volunteer=name in data.volunteers,
        met=len(company - {name}),
        organisations=len(others),
        cards=[
            view_card(room, step, card, viewer.lang, editable=step.status == "open")
            for card in own
            if not card.withdrawn
        ],
    )


def seat_rows(room: Room, step: StepState) -> list[Row]:
    """Return who sat where in the rounds that began."""
    data: CafeData = step.data
    return [
        {
            "step": step.id,
            "round": number + 1,
            "table": data.plan.tables[table],
            "participant": person,
            "organisation": room.people[person].organisation,
            "host": data.hosted[number][table] == person,
        }
        for number in range(data.round)
        for table, people in sorted(data.at[number].items())
        for person in people
    ]
