"""Seats in a World Café: a new table each round, new people at it, and organisations mixed.

This is the social golfer problem (CSPLib prob010) with hosts who stay. Where the numbers allow, a walk round
the tables solves it exactly, and only *who walks which way* is left to search; elsewhere the rounds are
searched too.

Everywhere below, ``seats`` is an array of shape (rounds, people) with the number of a table from 0, or
``AWAY``, and ``hosts`` has the number of a person for each table, or ``AWAY``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kit.insight.swaps import AWAY, REPEAT, Bools, Company, Ints, Rounds, Slots, revisits, search, together

EFFORT = 2_000_000
MOST_STEPS, LEAST_STEPS = 400, 12
"""One step of the search weighs all exchanges of two people: a large hall gets fewer steps."""

LARGE = 600
"""Above this the matrices would fill the memory of a laptop, and chance does nearly as well."""


def largest(tables: int, rounds: int) -> int:
    """Return how many people fit at a table so that the walk lets no two of them meet twice.

    Two people whose steps differ by ``d`` tables meet again ``e`` rounds later when ``e d`` is a multiple of
    the number of tables: for no ``e < rounds`` may ``d`` be a multiple of ``tables / gcd(e, tables)``. Steps
    of 0, 1, 2, … are as good as any: two that leave the same remainder would always meet.
    """
    return min((tables // int(np.gcd(e, tables)) for e in range(1, rounds)), default=tables)


def advise(people: int, rounds: int) -> int:
    """Return a number of tables: four or five people at each, and where it can be, nobody meets twice."""

    def badness(tables: int) -> tuple[bool, float]:
        return -(-people // tables) > largest(tables, rounds), abs(people / tables - 4.5)

    return min(range(1, max(2, people // 2 + 1)), key=badness)


def walk(people: int, tables: int, rounds: int) -> Ints:
    """Return the seats of a walk round the tables, shape (rounds, people); sizes differ by one at most.

    Person ``k`` begins at table ``k % tables``. Of every table the first stays (the host), the second goes
    on one table a round, the third two.
    """
    person, number = np.arange(people), np.arange(rounds)[:, None]
    return np.asarray((person % tables + number * (person // tables)) % tables, dtype=np.int64)


def choose_hosts(
    groups: npt.ArrayLike, tables: int, volunteers: Sequence[int] = (), seed: int = 0
) -> list[int]:
    """Return a host for every table: volunteers first, but no two of one organisation if others can.

    Args:
        groups: Organisation of each person, shape (people,).
        tables: How many hosts.
        volunteers: Who offered, first come first.
        seed: Makes the choice among those who didn't.
    """
    of = np.asarray(groups, dtype=np.int64).tolist()
    size, offered = Counter(of), set(volunteers)
    rest = [one for one in np.random.default_rng(seed).permutation(len(of)).tolist() if one not in offered]
    # A host meets no other host: it spares the largest organisations the most meetings with their own.
    rest.sort(key=lambda one: -size[of[one]])
    waiting = [*volunteers, *rest]
    hosts: list[int] = []
    taken: Counter[int] = Counter()
    while waiting and len(hosts) < tables:
        host = min(waiting, key=lambda one: taken[of[one]])
        waiting.remove(host)
        hosts.append(host)
        taken[of[host]] += 1
    return hosts


def plan(company: Company, hosts: Sequence[int], rounds: int, seed: int = 0) -> Ints:
    """Return who sits where in every round, shape (rounds, people): the same for the same people and seed.

    Args:
        company: The people and the tables.
        hosts: Who stays, by table.
        rounds: How many rounds.
        seed: Chooses among what is equally good.

    Raises:
        ValueError: There is not a host for each table, or there are none.
    """
    people, tables = len(company.groups), len(company.themes)
    if len(set(hosts)) != tables or not 0 < tables <= people:
        message = f"{len(set(hosts))} hosts and {people} people at {tables} tables; each table needs a host"
        raise ValueError(message)
    rng = np.random.default_rng(seed)
    size, staying = Counter(company.groups.tolist()), _staying(people, hosts)
    others = [one for one in rng.permutation(people).tolist() if not staying[one]]
    # Who steps alike never meets. So a row of the walk is filled with colleagues, the largest group first.
    others.sort(key=lambda one: (-size[company.groups[one]], company.groups[one]))
    seats = np.empty((rounds, people), dtype=np.int64)
    seats[:, [*hosts, *others]] = walk(people, tables, rounds)
    if people > LARGE:
        return seats
    seats = search(Slots(company, seats, staying), rng, _steps(people))
    seats = np.argsort(seats[0, list(hosts)])[seats]  # hosts changed places; the tables go with them
    if repeats(seats) or revisits(company, seats, staying):
        seats = search(Rounds(company, seats, staying), rng, _steps(people))
    return seats


def replan(company: Company, hosts: Sequence[int], seats: Ints, first: int, seed: int = 0) -> Ints:
    """Return better seats for the rounds to come, after people came late or left; the past stays as it was.

    Args:
        company: The people and the tables.
        hosts: Who stays, by table.
        seats: The seats so far; ``AWAY`` for who is not there.
        first: The first round that may change.
        seed: Chooses among what is equally good.
    """
    people = len(company.groups)
    if people > LARGE:
        return seats
    staying = _staying(people, hosts)
    problem = Rounds(company, _level(company, seats, staying, first), staying, first)
    return search(problem, np.random.default_rng(seed), _steps(people))


def admit(company: Company, seats: Ints, person: int, first: int = 0) -> list[int]:
    """Return the tables of one more person, from round ``first`` on: each time the smallest that suits.

    A table suits whose theme is new to them. Of the smallest ones they get that with the fewest people whom
    they met, who are of their organisation, or whom they know.

    Args:
        company: The people, this one among them, and the tables.
        seats: The seats so far.
        person: Who came.
        first: The first round that they take part in; where they sat before counts as history.
    """
    seats, price, tables = seats.copy(), company.price[person], len(company.themes)
    seats[first:, person] = AWAY
    for number in range(first, len(seats)):
        met = ((seats == seats[:, [person]]) & (seats != AWAY)).any(axis=0)
        been = company.themes[seats[seats[:, person] != AWAY, person]]
        at = seats[number] == np.arange(tables)[:, None]
        old = np.isin(company.themes, been) & company.revisits
        costs = at @ (price + REPEAT * met)
        order = np.lexsort((costs, at.sum(axis=1), old))
        seats[number, person] = order[0]
    return [int(table) for table in seats[first:, person]]


def _level(company: Company, seats: Ints, staying: Bools, first: int) -> Ints:
    """Let people move from the largest tables to the smallest until sizes differ by one at most."""
    seats, price = seats.copy(), company.price
    for number in range(first, len(seats)):
        seat, tables = seats[number], len(company.themes)
        again = Rounds(company, seats, staying).coming_back(number)
        for _ in seat:
            size = np.bincount(seat[seat != AWAY], minlength=tables)
            movers = np.flatnonzero(~staying & (seat == size.argmax()))
            if size.max() - size.min() < 2 or not len(movers):
                break
            to = int(size.argmin())
            gain = price[np.ix_(movers, seat == to)].sum(axis=1)
            gain = gain - price[np.ix_(movers, seat == size.argmax())].sum(axis=1)
            if again is not None:
                gain = gain + again[movers, to]
            seat[movers[gain.argmin()]] = to
    return seats


def repeats(seats: Ints) -> int:
    """Return how often two people meet again, over all pairs."""
    return int(np.maximum(together(seats).sum(axis=0) - 1, 0).sum() // 2)


def _staying(people: int, hosts: Sequence[int]) -> Bools:
    return np.isin(np.arange(people), np.asarray(hosts, dtype=np.int64))


def _steps(people: int) -> int:
    return max(LEAST_STEPS, min(MOST_STEPS, EFFORT // people**2))
