"""What lies on a grid: everyone's placings by round, and what the room makes of them together."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kit.activities.grid_file import Axis, Grid
from kit.activities.memo import Memo
from kit.insight.grid import Middle, middle, nearest_class, region
from kit.insight.small import all_large


class Placing(msgspec.Struct):
    """Where one person, or table, placed one card."""

    x: float
    y: float
    scores: dict[str, str]
    organisation: str | None
    team: str | None
    at: float


class Spot(msgspec.Struct):
    """Where the room places one card, on both axes."""

    card: str
    x: Middle
    y: Middle
    at: tuple[float, float]
    """As it is shown: on an axis with classes the nearest one."""
    region: int | None

    @property
    def people(self) -> int:
        """How many people, or tables, placed it."""
        return sum(self.x.people.values())

    def discuss(self, limit: float) -> list[str]:
        """Return the axes on which the organisations lie far apart."""
        return [name for name, axis in (("x", self.x), ("y", self.y)) if axis.differs(limit)]


class Board(msgspec.Struct):
    """The placings of a step: of each round by person, then by card.

    Attributes:
        round: The round now, from 1.
        again: The cards to look at again in this round; empty in the first.
        memo: What was reckoned since the last change; no state.
    """

    round: int = 1
    again: list[str] = []
    rounds: list[dict[str, dict[str, Placing]]] = msgspec.field(default_factory=lambda: [{}])
    memo: Memo = msgspec.field(default_factory=Memo)

    @property
    def now(self) -> dict[str, dict[str, Placing]]:
        """The placings of this round."""
        return self.rounds[self.round - 1]

    def begin(self, number: int, again: list[str]) -> None:
        """Begin a round; what an earlier one of that number held was taken back with it."""
        if number > self.round:
            del self.rounds[number - 1 :]
            self.rounds.append({})
        self.round, self.again = number, again
        self.memo.clear()

    def put(self, by: str, card: str, number: int, placing: Placing | None) -> None:
        """Place a card, or (None) take it off."""
        own = self.rounds[number - 1].setdefault(by, {})
        if placing is None:
            own.pop(card, None)
        else:
            own[card] = placing
        self.memo.clear()

    def newest(self, by: str, card: str) -> tuple[int, Placing] | None:
        """Return somebody's last placing of a card, and of which round it is."""
        for number in range(self.round, 0, -1):
            placing = self.rounds[number - 1].get(by, {}).get(card)
            if placing is not None:
                return number, placing
        return None

    def placings(self, until: int) -> dict[str, dict[str, Placing]]:
        """Return by card each person's last placing, of all rounds up to this one."""
        found: dict[str, dict[str, Placing]] = {}
        for placed in self.rounds[:until]:
            for by, own in placed.items():
                for card, placing in own.items():
                    found.setdefault(card, {})[by] = placing
        return found

    def all(self) -> Iterator[tuple[int, str, str, Placing]]:
        """Yield (round, person, card, placing) of everything that was placed."""
        for number, placed in enumerate(self.rounds[: self.round], 1):
            for by, own in placed.items():
                for card, placing in own.items():
                    yield number, by, card, placing


def spots(grid: Grid, board: Board, cards: list[str], until: int | None = None) -> list[Spot]:
    """Return where the room places these cards after a round (the last), the most urgent first.

    A person who placed a card in an earlier round only still means it. Cards that nobody placed are left out.
    """
    until = until or board.round
    found: list[Spot] = board.memo.once((until, *cards), lambda: _spots(grid, board.placings(until), cards))
    return found


def _spots(grid: Grid, placings: dict[str, dict[str, Placing]], cards: list[str]) -> list[Spot]:
    boxes = [[area.box for area in one.areas] for one in grid.regions]
    found = []
    for card in cards:
        placed = placings.get(card)
        if not placed:
            continue
        # A table, or somebody of a small delegation in an anonymous step, speaks for itself.
        groups = [placing.organisation or by for by, placing in placed.items()]
        x = middle([one.x for one in placed.values()], groups)
        y = middle([one.y for one in placed.values()], groups)
        at = shown(grid.x, x.middle), shown(grid.y, y.middle)
        found.append(Spot(card, x, y, at, region(*at, boxes)))
    return sorted(found, key=lambda spot: _urgency(grid, spot))


def shown(axis: Axis, value: float) -> float:
    """Return the middle of the room as it is shown on an axis."""
    return float(nearest_class(value)) if axis.classes else value


def _urgency(grid: Grid, spot: Spot) -> list[float]:
    """Return what a card is sorted by: its region, then the grid's order, then the same more precisely."""
    place = len(grid.regions) if spot.region is None else spot.region
    at, middles = spot.at, (spot.x.middle, spot.y.middle)
    return [place, *(_weight(grid, key, *at) for key in grid.order),
            *(_weight(grid, key, *middles) for key in grid.order)]  # fmt: skip


def _weight(grid: Grid, key: str, x: float, y: float) -> float:
    """Return by what a place is sorted, the lowest first.

    ``x*-y`` is x times what y lacks: of an assumption, its importance times (6 - evidence).
    """
    if key == "x*-y":
        return -x * (len(grid.y.points) + 1 - y)
    value = x if key[-1] == "x" else y
    return value if key[0] == "-" else -value


def named(spot: Spot, placings: dict[str, Placing]) -> dict[str, str | None]:
    """Return by voice the organisation or table that may be named; None for one that may not.

    Of one or two people the name of their organisation is as good as their own, and with the others named
    little is needed to find it: so the organisations are named all or none.
    """
    tables = {by: one.team for by, one in placings.items() if by.startswith("team:")}
    people = {voice: size for voice, size in spot.x.people.items() if voice not in tables}
    told = all_large(list(people.values()))
    return {voice: tables.get(voice) or (voice if told else None) for voice in spot.x.voices}
