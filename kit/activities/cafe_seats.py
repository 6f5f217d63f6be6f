"""Who sits where in a world café: from the people in the room to a plan, and from a plan to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from kit.activities.cafe_settings import MOST_TABLES, CafeSettings
from kit.activities.pile import Pile
from kit.insight import seating
from kit.insight.swaps import AWAY, Bools, Company, Ints
from kit.locale import N_, translate
from kit.room import Person, Room, StepState

Seating = dict[str, Any]
"""A :class:`Plan` as it stands in an event."""


class Plan(msgspec.Struct):
    """Who sits where: a plan as it stands in an event.

    Attributes:
        tables: Names of the tables.
        hosts: By table who stays there; None where nobody does.
        seats: By participant the number of their table in each round, from 0; ``AWAY`` where they have none.
        gone: Who had a seat and left.
    """

    tables: list[str] = []
    hosts: list[str | None] = []
    seats: dict[str, list[int]] = {}
    gone: list[str] = []


class CafeData(Pile):
    """The state of a café: the cards, and who sits where.

    Attributes:
        round: The round that is on, from 1; 0 before the first.
        plan: Who sits where, past rounds too.
        volunteers: Who would like to be a host, first come first.
        moved: Somebody came, left or moved since the rounds to come were planned.
        at: By round and table who sits there; made of the plan.
        hosted: The hosts of each round that began.
        written: The cards that were written at each table.
    """

    round: int = 0
    plan: Plan = msgspec.field(default_factory=Plan)
    volunteers: list[str] = []
    moved: bool = False
    at: list[dict[int, list[str]]] = []
    hosted: list[list[str | None]] = []
    written: dict[str | None, list[str]] = {}

    @property
    def now(self) -> int:
        """The round to look at, from 0: the one that is on; before the first, the first."""
        return max(self.round, 1) - 1

    def table(self, person: str, number: int | None = None) -> int:
        """Return somebody's table in a round (from 0; by default the one to look at), or ``AWAY``."""
        row = self.plan.seats.get(person, [])
        at = self.now if number is None else number
        return row[at] if at < len(row) else AWAY

    def name(self, table: int) -> str | None:
        """Return the name of a table; None for ``AWAY``."""
        return None if table == AWAY else self.plan.tables[table]

    def settle(self, plan: Plan) -> None:
        """Take a plan, and see who sits where in it."""
        self.plan = plan
        self.at = [{} for _ in range(max(map(len, plan.seats.values()), default=0))]
        for person, row in plan.seats.items():
            for number, table in enumerate(row):
                if table != AWAY:
                    self.at[number].setdefault(table, []).append(person)


def present(room: Room, data: CafeData) -> list[Person]:
    """Return who is to have a seat: all who said where they come from and did not leave."""
    gone = set(data.plan.gone)
    return [one for one in room.people.values() if one.organisation and one.id not in gone]


def missing(room: Room, data: CafeData) -> list[str]:
    """Return who is here and has no seat in the round that is on, or before the first in that."""
    return [one.id for one in present(room, data) if data.table(one.id) == AWAY]


def number_of_tables(room: Room, settings: CafeSettings, people: int, wanted: int | None = None) -> int:
    """Return how many tables there will be: what is wanted, with two people at each at least."""
    most = wanted or settings.tables or len(room.teams)
    if settings.variant == "theme_per_table" and not wanted:
        most = max(most, len(settings.themes))
    return max(1, min(most, people // 2, MOST_TABLES))


def names_of_tables(room: Room, many: int) -> list[str]:
    """Return the names of so many tables: those of the teams, and further numbers."""
    names = room.teams[:many]
    word = translate(N_("Table {n}"), room.lang)
    numbers = (word.format(n=n) for n in range(1, many + len(room.teams) + 1))
    return [*names, *[name for name in numbers if name not in names]][:many]


def theme_at(settings: CafeSettings, table: int, number: int) -> int:
    """Return the index of the theme at a table in a round (both from 0)."""
    if settings.variant == "theme_per_table":
        return table % len(settings.themes)
    return min(number, len(settings.themes) - 1)


def fresh(room: Room, step: StepState, wanted: int | None = None) -> Plan:
    """Return a plan for all who are here now."""
    data: CafeData = step.data
    settings: CafeSettings = step.settings
    people = present(room, data)
    tables = number_of_tables(room, settings, len(people), wanted)
    company = _company(room, step, people, tables)
    number = {one.id: n for n, one in enumerate(people)}
    offered = [number[one] for one in data.volunteers if one in number]
    hosts = seating.choose_hosts(company.groups, tables, offered, seed=room.seq)
    seats = seating.plan(company, hosts, settings.rounds, seed=room.seq)
    return Plan(
        tables=names_of_tables(room, tables),
        hosts=[people[one].id for one in hosts],
        seats=_rows([one.id for one in people], seats),
        gone=data.plan.gone,
    )


def again(room: Room, step: StepState) -> Plan:
    """Return the plan with the rounds to come made anew for those who are here now; the past stays."""
    data: CafeData = step.data
    late = [room.people[one] for one in missing(room, data)]
    rows = data.plan.seats | seats_for(room, step, late, data.round)
    hosts = _complete(room, data, rows)
    people = present(room, data)
    company = _company(room, step, people, len(data.plan.tables))
    number = {one.id: n for n, one in enumerate(people)}
    staying = [number.get(one or "", AWAY) for one in hosts]
    before = np.array([rows[one.id] for one in people], dtype=np.int64).T
    seats = seating.replan(company, staying, before, data.round, seed=room.seq)
    return Plan(data.plan.tables, hosts, rows | _rows([one.id for one in people], seats), data.plan.gone)


def seats_for(room: Room, step: StepState, who: Sequence[Person], first: int) -> dict[str, list[int]]:
    """Return the seats of more people from a round on: one by one at the smallest table that suits."""
    data: CafeData = step.data
    people = list({one.id: one for one in [*present(room, data), *who]}.values())
    company = _company(room, step, people, len(data.plan.tables))
    rounds = step.settings.rounds
    rows = [data.plan.seats.get(one.id, [AWAY] * rounds) for one in people]
    seats = np.array(rows, dtype=np.int64).reshape(len(people), rounds).T
    number = {one.id: n for n, one in enumerate(people)}
    for one in who:
        seats[first:, number[one.id]] = seating.admit(company, seats, number[one.id], first)
    return {one.id: seats[:, number[one.id]].tolist() for one in who}


def with_late(room: Room, step: StepState, back: Seating, done: Seating, number: int) -> Plan:
    """Return a plan that comes back, with a seat for everyone who got one since it was made.

    Args:
        room: The room.
        step: The café, with the plan that is taken back.
        back: The plan that comes back, as it stands in an event.
        done: The plan that is taken back, as it was made.
        number: The round that comes back, from 0: at the same tables, who came stays where they sit.
    """
    data: CafeData = step.data
    plan, made = msgspec.convert(back, Plan), msgspec.convert(done, Plan)
    known = plan.seats.keys() | made.seats.keys()
    late = [room.people[one] for one in data.plan.seats if one not in known and one in room.people]
    if not plan.tables or not late:
        return plan
    if plan.tables == data.plan.tables:
        for one in late:
            row, here = list(data.plan.seats[one.id]), data.table(one.id)
            row[number : data.now] = [here] * (data.now - number)
            plan.seats[one.id] = row
    else:
        before = msgspec.structs.replace(step, data=msgspec.structs.replace(data, plan=plan))
        plan.seats |= seats_for(room, before, late, number)
    return plan


def next_host(room: Room, data: CafeData, table: int, hosts: Sequence[str | None]) -> str | None:
    """Return who could be host of a table: one who sits there, of an organisation with the fewest hosts."""
    here = [one for one in data.at[data.now].get(table, ()) if one not in data.plan.gone and one not in hosts]
    taken = Counter(room.people[one].organisation for one in hosts if one)
    wanted = {one: n for n, one in enumerate(data.volunteers)}
    return min(
        here,
        key=lambda one: (taken[room.people[one].organisation], wanted.get(one, len(wanted))),
        default=None,
    )


def _complete(room: Room, data: CafeData, rows: dict[str, list[int]]) -> list[str | None]:
    """Return the hosts, with one for each table that has none; who becomes one stays from now on."""
    hosts = list(data.plan.hosts)
    for table, host in enumerate(hosts):
        if host is None and (new := next_host(room, data, table, hosts)) is not None:
            hosts[table] = new
            rows[new] = [*rows[new][: data.round], *[table] * (len(rows[new]) - data.round)]
    return hosts


def _company(room: Room, step: StepState, people: Sequence[Person], tables: int) -> Company:
    settings: CafeSettings = step.settings
    organisations = sorted({one.organisation or "" for one in people})
    number = {name: n for n, name in enumerate(organisations)}
    return Company(
        groups=np.array([number[one.organisation or ""] for one in people], dtype=np.int64),
        themes=np.array(
            [theme_at(settings, table, 0) if _each(settings) else table for table in range(tables)]
        ),
        known=_known(room, step, people),
        revisits=_each(settings),
    )


def _each(settings: CafeSettings) -> bool:
    return settings.variant == "theme_per_table"


def _known(room: Room, step: StepState, people: Sequence[Person]) -> Bools | None:
    """Return who worked together earlier today, as a team or at a table of another café."""
    earlier = [one for one in room.steps.values() if one is not step and one.opened_at is not None]
    known = np.zeros((len(people), len(people)), dtype=np.bool_)
    if any(one.settings.per == "team" for one in earlier):
        teams = np.array([room.teams.index(one.team) if one.team in room.teams else AWAY for one in people])
        known |= (teams[:, None] == teams) & (teams[:, None] != AWAY)
    for data in (one.data for one in earlier if isinstance(one.data, CafeData)):
        for number in range(data.round):
            at = np.array([data.table(one.id, number) for one in people])
            known |= (at[:, None] == at) & (at[:, None] != AWAY)
    np.fill_diagonal(known, val=False)
    return known if known.any() else None


def _rows(names: Sequence[str], seats: Ints) -> dict[str, list[int]]:
    return dict(zip(names, seats.T.tolist(), strict=True))
