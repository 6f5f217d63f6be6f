"""The ballot box: what is on the list, what lies in the box, and what it adds up to."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import Any

import msgspec
import numpy as np

from kit.activities.ballot_rules import rounded
from kit.activities.pile import originals
from kit.insight.choosing import Ranked, Vote, fair, rank, share, told
from kit.insight.shares import Fair
from kit.insight.small import REST, SMALLEST, Floats
from kit.insight.voting import tally
from kit.model.ballot import BallotResult, OptionView, ResultRow
from kit.room import Room, StepState

DEFAULT_COST = 3
"""What a card costs of which nobody said so: as much as the middle of the scale."""


class Cast(msgspec.Struct):
    """One voter's ballot."""

    votes: dict[str, int]
    organisation: str | None
    team: str | None
    at: float


class Box(dict[str, Cast]):
    """Ballots by voter, with the costs that the trainer set by card.

    ``kept`` and ``paid`` are no state: the last vote that was counted, with its result, and who pays for it.
    Screens ask for the same result again and again, and to work out the chances takes a while.
    """

    def __init__(self) -> None:
        """Make an empty box."""
        super().__init__()
        self.costs: dict[str, int] = {}
        self.kept: tuple[Vote, Ranked] | None = None
        self.paid: tuple[Ranked, Fair] | None = None

    def __eq__(self, other: object) -> bool:
        """Two boxes are the same when they hold the same."""
        return isinstance(other, Box) and self.costs == other.costs and dict.__eq__(self, other)

    def __hash__(self) -> int:  # type: ignore[override]
        """Refuse: a box changes."""
        message = "a ballot box changes; it can't be a key"
        raise TypeError(message)


def listed(room: Room, step: StepState) -> list[str]:
    """Return the list as it was fixed, without what was hidden or taken back since.

    A card that was merged or taken apart after the vote stays: people voted on it as it was.
    """
    cards: list[str] = step.frozen.get("cards", [])
    gone = {one for one in cards if room.cards[one].hidden}
    gone |= {one for one in cards if room.cards[one].withdrawn and not room.cards[one].merged}
    return [one for one in cards if one not in gone]


def candidates(room: Room, step: StepState) -> list[str]:
    """Return the cards that would be on the list if the vote were opened now."""
    source = room.steps[step.settings.source]
    return [card.id for card in source.activity.cards(room, source)]


def costs(room: Room, step: StepState) -> dict[str, int]:
    """Return the costs that are known before a vote opens: the trainer's, else those of the grid."""
    if step.settings.method != "budget":
        return {}
    grid = room.steps.get(step.settings.costs or "")
    found = grid.activity.costs(room, grid) if grid is not None else {}
    own: dict[str, int] = step.data.costs
    return {card: rounded(cost) for card, cost in found.items()} | own


def fixed(room: Room, step: StepState, cards: list[str]) -> dict[str, Any]:
    """Return what is fixed when a vote on these cards opens: the list, the costs, and who counts as one."""
    here = [one for one in room.people.values() if one.organisation]
    made: dict[str, Any] = {"cards": cards}
    if step.settings.per == "team":
        made["teams"] = [team for team in room.teams if any(one.team == team for one in here)]
    elif not step.settings.anonymous:  # or a small one would count twice: by its name, and with the rest
        made["organisations"] = sorted({one.organisation for one in here if one.organisation})
    if step.settings.open_vote:  # as people were told before they voted
        made["open_vote"] = True
    if step.settings.method == "budget":
        known = costs(room, step)
        made["costs"] = {card: known.get(card, DEFAULT_COST) for card in cards}
    return made


def is_open(step: StepState) -> bool:
    """Return whether everyone may see what each organisation votes: as it was, or will be, announced."""
    return bool(step.frozen.get("open_vote", not step.frozen and step.settings.open_vote))


def told_cards(room: Room, step: StepState) -> set[str]:
    """Return the cards of which it may be told what each organisation voted, also those hidden since."""
    cards = list({card: None for cast in step.data.values() for card in cast.votes})
    vote = msgspec.structs.replace(vote_of(room, step), options=cards)
    counted = tally(vote.method, vote.ballots, vote.options, vote.groups, vote.whose)
    shares = told(vote, counted, open_vote=is_open(step))
    return {card for card, column in zip(cards, shares.T, strict=True) if not np.isnan(column).all()}


def told_support(room: Room, step: StepState) -> tuple[list[str], Floats]:
    """Return the organisations and the shares of them that support each card, as everyone may see them.

    The second has the shape (organisations, cards), in the order of :func:`listed`; NaN is not told.
    """
    vote, found = ranked(room, step)
    names = [str(one) for one in vote.groups]
    return names, told(vote, found.tally, open_vote=is_open(step))


def options(room: Room, step: StepState, *, before: bool) -> list[OptionView]:
    """Return the list; ``before`` it is fixed, what would be on it."""
    early = before and not step.frozen
    known = costs(room, step) if early else step.frozen.get("costs", {})
    return [
        OptionView(
            card=card.id,
            text=card.text,
            zone=card.zone,
            team=card.team,
            merged=originals(room, card),
            cost=known.get(card.id),
        )
        for card in map(room.cards.__getitem__, candidates(room, step) if early else listed(room, step))
    ]


def vote_of(room: Room, step: StepState) -> Vote:
    """Return what the result of a vote is made of."""
    settings = step.settings
    casts = {voter: cast for voter, cast in step.data.items() if cast.votes}
    if settings.per == "team":
        whose = [cast.team for cast in casts.values()]
    else:
        whose = [cast.organisation or (REST if who.startswith("~") else None) for who, cast in casts.items()]
    there = step.frozen.get("teams" if settings.per == "team" else "organisations", ())
    return Vote(
        method=settings.method,
        ballots=[cast.votes for cast in casts.values()],
        options=listed(room, step),
        groups=sorted({*there, *(one for one in whose if one)}),
        whose=whose,
        by=settings.rank,
        winners=settings.winners,
        costs=step.frozen.get("costs", {}),
        budget=settings.budget,
        seed=zlib.crc32(step.id.encode()),
    )


def ranked(room: Room, step: StepState) -> tuple[Vote, Ranked]:
    """Return a vote and its result; what was counted before is not counted again."""
    box, vote = step.data, vote_of(room, step)
    if box.kept is None or box.kept[0] != vote:
        box.kept = vote, rank(vote)
    kept: tuple[Vote, Ranked] = box.kept
    return kept


def paid(room: Room, step: StepState) -> Fair:
    """Return who pays for what in the set that a budget chose; like :func:`ranked` worked out once."""
    box, (vote, found) = step.data, ranked(room, step)
    if box.paid is None or box.paid[0] is not found:
        box.paid = found, fair(vote, found)
    kept: tuple[Ranked, Fair] = box.paid
    return kept[1]


def tells(room: Room, step: StepState) -> bool:
    """Return whether it may be told, without a name, what a group voted. Per team those are tables."""
    names, shares = told_support(room, step)
    return step.settings.per == "team" or not names or not np.isnan(shares).all()


def small_ones(room: Room, step: StepState, lang: str) -> list[str]:
    """Return the organisations of which so few people are in that others may work out what they vote.

    Nobody says what a small one voted, but totals may: the trainer hears of it before a secret vote.
    """
    if step.status != "waiting" or is_open(step) or step.settings.per == "team":
        return []
    names = room.case.organisation_names(lang)
    people = Counter(one.organisation for one in room.people.values())
    return [names.get(one, one) for one, n in sorted(people.items(), key=str) if one and n < SMALLEST]


def result(room: Room, step: StepState) -> BallotResult:
    """Return the result of a vote as screens show it."""
    vote, found = ranked(room, step)
    may = tells(room, step)
    made = BallotResult(
        rows=[_row(room, vote, found, n, place, told=may) for place, n in enumerate(found.order, 1)],
        voters=len(vote.ballots),
        organisations=int((found.tally.voters > 0).any(axis=1).sum()),
        tables=step.settings.per == "team",
        rank=vote.by,
        close=found.close,
    )
    if vote.method == "ranking":
        made.duels = found.tally.duels[found.order][:, found.order].tolist()
    if vote.method == "budget":
        cost = [vote.costs[card] for card in vote.options]
        made.spent = sum(cost[n] for n in found.chosen)
        made.most_votes = [vote.options[n] for n in found.most_votes]
        made.most_votes_spent = sum(cost[n] for n in found.most_votes)
    return made


def _row(room: Room, vote: Vote, found: Ranked, n: int, place: int, *, told: bool) -> ResultRow:
    card, counted, support = vote.options[n], found.tally, found.support
    row = ResultRow(
        card=card,
        text=room.cards[card].text,
        place=place,
        points=round(float(counted.points[n]), 2),
        voters=int(counted.supporters[n]),
        answered=int(counted.answered[n]),
        against=int(counted.against[n]),
        share=float(share(counted)[n]),
        scale=round(float(support.scale[n]), 1),
        majority=int(support.majority[n]),
        lowest=float(support.lowest[n]) if told else None,
        label=support.label[n],
        chosen=n in found.chosen,
        chance=None if found.chance is None else round(float(found.chance[n]), 3),
        cost=vote.costs.get(card),
    )
    if vote.method == "ranking":
        row.wins = int(found.wins[n])
    if vote.method == "score":
        row.mark, row.middle = round(float(counted.mean[n]), 2), round(float(counted.middle[n]), 2)
    return row
