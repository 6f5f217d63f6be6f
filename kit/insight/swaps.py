"""The search behind the seats of a World Café: exchange two people, over and over, and keep the best.

``seats`` is an array of shape (rounds, people) with the number of a table from 0, or ``AWAY``.

A tabu search after Dotú and Van Hentenryck ("Scheduling social golfers locally", 2005): every step takes the
best of *all* exchanges, even where it makes things worse, and does not take it back for a while. A few sums
over whole matrices weigh them all at once, which finds in some tens of steps what picking pairs at random
finds in tens of thousands.
"""

from __future__ import annotations

from typing import Any, Protocol

import msgspec
import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

AWAY = -1
REPEAT, ALIKE, KNOWN, REVISIT = 10, 3, 2, 100
"""What it costs when two people meet again, are of one organisation or know each other already, and when
somebody comes back to a table, or a theme, where they sat before."""

LAST = 8, 20
"""For how many steps an exchange may not be taken back: at least, and less than."""


class Company(msgspec.Struct, frozen=True):
    """What the search needs to know of the people and of the tables.

    Attributes:
        groups: Organisation of each person, as a number; shape (people,).
        themes: Theme of each table, as a number; shape (tables,).
        known: True where two people know each other already, shape (people, people); None: nobody does.
        revisits: Whether it matters that somebody comes back to a theme.
    """

    groups: Ints
    themes: Ints
    known: Bools | None = None
    revisits: bool = False

    @property
    def price(self) -> Floats:
        """Return what it costs to put two people at one table once, shape (people, people)."""
        price = np.where(self.groups[:, None] == self.groups, np.float32(ALIKE), np.float32(0))
        if self.known is not None:
            price += KNOWN * (self.known | self.known.T)
        np.fill_diagonal(price, 0)
        return price


class Problem(Protocol):
    """Something that exchanges can mend."""

    seats: Ints
    floor: float
    """No solution costs less."""
    rest: int
    """For how many steps who was exchanged stays out of it, unless that gives the best seats so far."""

    def cost(self) -> float:
        """Return what the seats cost now."""

    def weigh(self) -> Floats:
        """Return by how much every exchange changes the cost, shape (lanes, people, people); inf: not."""

    def swap(self, lane: int, one: int, other: int) -> None:
        """Exchange two people."""


def together(seats: Ints) -> Bools:
    """Return who sits with whom, shape (rounds, people, people); nobody sits with themselves."""
    found: Bools = (seats[:, :, None] == seats[:, None, :]) & (seats[:, :, None] != AWAY)
    found[:, np.arange(seats.shape[1]), np.arange(seats.shape[1])] = False
    return found


def _changes(price: Floats, seat: Ints, tables: int, extra: Floats | None = None) -> Floats:
    """Return by how much each exchange within one round changes its cost, shape (people, people).

    With ``M[p, t]`` what ``p`` costs at table ``t``, an exchange of ``p`` at ``a`` and ``q`` at ``b`` changes
    it by ``M[p, b] - M[p, a] + M[q, a] - M[q, b] - 2 price[p, q]``: each finds the other gone.
    """
    everyone = np.arange(len(seat))
    by_table = np.argsort(seat, kind="stable")[int((seat == AWAY).sum()) :]
    used, starts = np.unique(seat[by_table], return_index=True)
    costs = np.zeros((len(seat), tables), dtype=np.float32)
    if len(
        used
    ):  # a sum, no product: the threads behind a product stand in each other's way on a busy laptop
        costs[:, used] = np.add.reduceat(price[:, by_table], starts, axis=1)
    if extra is not None:
        costs += extra
    there = costs[:, seat]
    there -= there[everyone, everyone][:, None].copy()
    change = there + there.T
    change -= 2 * price
    change[seat[:, None] == seat] = 0
    return change


class Slots:
    """Two people exchange their whole routes: whom the walk keeps apart stays apart."""

    rest = 3

    def __init__(self, company: Company, seats: Ints, staying: Bools) -> None:
        """Begin with ``seats``; hosts (``staying``) exchange with hosts alone."""
        self.seats, self.price, self.tables = seats.copy(), company.price, len(company.themes)
        self.never = (staying[:, None] != staying) | np.eye(len(staying), dtype=np.bool_)
        if company.known is None:  # to exchange colleagues changes nothing
            self.never |= company.groups[:, None] == company.groups
        self.floor = float(_fewest_alike(company, seats) * ALIKE)

    def cost(self) -> float:
        """Return what colleagues and acquaintances at one table cost."""
        return float((together(self.seats) * self.price).sum() / 2)

    def weigh(self) -> Floats:
        """Weigh every exchange of routes; there is one lane."""
        change = np.zeros_like(self.price)
        for seat in self.seats:
            change += _changes(self.price, seat, self.tables)
        change[self.never] = np.inf
        return change[None]

    def swap(self, lane: int, one: int, other: int) -> None:
        """Exchange two routes."""
        del lane
        self.seats[:, [one, other]] = self.seats[:, [other, one]]


class Rounds:
    """Two people exchange seats in one of the rounds to come."""

    rest = 0

    def __init__(self, company: Company, seats: Ints, staying: Bools, first: int = 0) -> None:
        """Begin with ``seats``; hosts and the rounds before ``first`` stay as they are."""
        self.seats, self.company, self.price, self.first = seats.copy(), company, company.price, first
        self.staying = staying
        self.floor = float(_fewest_alike(company, seats) * ALIKE)
        self.met = together(self.seats).astype(np.int8)

    def cost(self) -> float:
        """Return what meeting again, colleagues, acquaintances and coming back cost."""
        often = self.met.sum(axis=0)
        pairs = REPEAT * np.maximum(often - 1, 0) + self.price * often
        return float(pairs.sum() / 2 + REVISIT * revisits(self.company, self.seats, self.staying))

    def weigh(self) -> Floats:
        """Weigh every exchange in every round to come; a lane is a round."""
        often = self.met.sum(axis=0)
        lanes = [self._lane(number, often) for number in range(self.first, len(self.seats))]
        return np.stack(lanes) if lanes else np.empty((0, *self.price.shape), dtype=np.float32)

    def _lane(self, number: int, often: Ints) -> Floats:
        seat = self.seats[number]
        price = self.price + np.float32(REPEAT) * (often > self.met[number])
        change = _changes(price, seat, len(self.company.themes), self.coming_back(number))
        fixed = self.staying | (seat == AWAY)
        change[fixed] = np.inf
        change[:, fixed] = np.inf
        change[seat[:, None] == seat] = np.inf
        return change

    def coming_back(self, number: int) -> Floats | None:
        """Return what each table costs each person because of their other rounds, (people, tables)."""
        if not self.company.revisits:
            return None
        been = np.zeros((self.seats.shape[1], int(self.company.themes.max()) + 1), dtype=np.bool_)
        for other, seat in enumerate(self.seats):
            there = np.flatnonzero(seat != AWAY)
            if other != number:
                been[there, self.company.themes[seat[there]]] = True
        return (REVISIT * been[:, self.company.themes]).astype(np.float32)

    def swap(self, lane: int, one: int, other: int) -> None:
        """Exchange two people in one round."""
        seat = self.seats[self.first + lane]
        seat[[one, other]] = seat[[other, one]]
        for person in (one, other):
            row = (seat == seat[person]).astype(np.int8)
            row[person] = 0
            self.met[self.first + lane, person] = self.met[self.first + lane, :, person] = row


def revisits(company: Company, seats: Ints, staying: Bools) -> int:
    """Return how often somebody who is no host comes back to a theme."""
    if not company.revisits:
        return 0
    again = 0
    for person in np.flatnonzero(~staying):
        seat = seats[:, person]
        themes = company.themes[seat[seat != AWAY]]
        again += len(themes) - len(set(themes.tolist()))
    return again


def _fewest_alike(company: Company, seats: Ints) -> int:
    """Return how many pairs of colleagues share a table, in all rounds, if they spread as thin as can be."""
    fewest, tables = 0, len(company.themes)
    for seat in seats:
        for size in np.bincount(company.groups[seat != AWAY]).tolist():
            each, left = divmod(size, tables)
            fewest += tables * each * (each - 1) // 2 + left * each
    return fewest


def search(problem: Problem, rng: np.random.Generator, steps: int) -> Ints:
    """Exchange people for a number of steps, and return the best seats that came by.

    Args:
        problem: What to mend; it is left in some other state than the one returned.
        rng: Chooses among exchanges that are equally good.
        steps: Steps at most; it ends where nothing can be better.
    """
    cost = least = problem.cost()
    best, people = problem.seats.copy(), problem.seats.shape[1]
    chance = rng.random(2 * people * people, dtype=np.float32)
    until: npt.NDArray[Any] | None = None
    for step in range(steps):
        if least <= problem.floor:
            break
        change = problem.weigh()
        if until is None:
            until = np.zeros(change.shape, dtype=np.int32)
        at = int(rng.integers(people * people))
        # Costs are whole numbers: less than one on top decides between equals alone.
        change += 0.9 * chance[at : at + people * people].reshape(people, people)
        change[(until > step) & (cost + change >= least)] = np.inf
        lane, one, other = (int(i) for i in np.unravel_index(int(change.argmin()), change.shape))
        if not np.isfinite(change[lane, one, other]):
            continue
        problem.swap(lane, one, other)
        pair = [one, other]
        until[lane, pair] = np.maximum(until[lane, pair], step + 1 + problem.rest)
        until[lane, :, pair] = np.maximum(until[lane, :, pair], step + 1 + problem.rest)
        until[lane, pair, pair[::-1]] = step + int(rng.integers(*LAST))
        cost = cost + float(np.floor(change[lane, one, other]))
        if cost < least:
            least, best = cost, problem.seats.copy()
    return best
