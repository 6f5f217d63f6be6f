"""From a vote to what goes on: by the rule that fits the method of a ballot."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight.shares import Fair, balanced_set, fair_set, fill
from kit.insight.small import REST, told_shares
from kit.insight.support import PANEL, SURE, Floats, Support, chance_ahead, chance_among, draw, order, support
from kit.insight.voting import Ints, Tally, chance_preferred, schulze, tally

IN_THE_RUNNING = 12
"""So many of the best are drawn again to see which could have been first; the others hardly ever are."""


class Ranked(msgspec.Struct, frozen=True):
    """The result of a vote. Options go by number, as they were given; arrays have one element per option.

    Attributes:
        order: The options, best first.
        tally: What was counted.
        support: Support across organisations.
        measure: What the order goes by.
        wins: Options that each one comes before in Schulze's order.
        chosen: The options that go on, best first.
        close: True when the last that goes on and the first that doesn't can hardly be told apart.
        chance: Chance to be among those that go on; None where the order does not go by support.
        first: Chance to be the best of all; None as for ``chance``.
        ahead: By place: the chance that the option there is really ahead of the one after it. Below
            :data:`kit.insight.support.SURE` the two are nearly equal. NaN where nothing says so: of the last,
            of a set that a budget chose, and far down a long list.
        most_votes: For a budget: the set that *most votes first* gives, to lay beside the balanced one.
    """

    order: list[int]
    tally: Tally
    support: Support
    measure: Floats
    wins: Ints
    chosen: list[int]
    close: bool
    chance: Floats | None
    most_votes: list[int]
    first: Floats | None = None
    ahead: list[float] = []


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """What a result is made of.

    Attributes:
        method: One of :data:`kit.insight.voting.METHODS`.
        ballots: The weights of each voter by option.
        options: What was voted on.
        groups: The organisations, or the tables, that count as one each.
        whose: The group of each voter.
        by: ``"support"``: by the rule of the method, in which every group counts the same if it can; or
            ``"points"``: by what all voters together gave.
        winners: How many go on.
        costs: For a budget: what each option costs.
        budget: For a budget: what there is to spend.
        seed: The same seed gives the same chances.
        panel: People that every group counts for.
    """

    method: str
    ballots: Sequence[Mapping[str, int]]
    options: Sequence[str]
    groups: Sequence[Hashable] = ()
    whose: Sequence[Hashable] = ()
    by: str = "support"
    winners: int = 1
    costs: Mapping[str, int] = {}
    budget: int = 0
    seed: int = 0
    panel: float = PANEL


def rank(vote: Vote) -> Ranked:
    """Return the result of a vote, by the rule that fits its method.

    - dots, approval: support across organisations.
    - ranking: Schulze's order, Borda's points where that leaves two level.
    - score: the mean of the organisations' mean marks.
    - budget: the set of the Method of Equal Shares, every organisation with the same purse. What is in it and
      what is not both come by support across organisations.

    With ``by="points"``: most dots; the largest share of those who answered; Borda's points; the mean of all
    marks; the set in which every voter has the same purse.
    """
    counted = tally(vote.method, vote.ballots, vote.options, vote.groups, vote.whose)
    found = support(counted.yes, counted.voters, vote.panel)
    wins = schulze(counted.duels)
    # Nobody knows anything of what everyone passed over: halfway, by the formula. In a list it comes last.
    measure = np.where(counted.answered > 0, _measure(vote, counted, found, wins), -1.0)
    points = share(counted) if vote.method == "approval" else counted.points
    # What decides is sorted last, for that sort is stable: what it leaves level stays as it was before.
    fine = order(points, found, "points" if vote.method == "ranking" else "support")
    ranked = [int(n) for n in fine[np.argsort(-measure[fine].round(9), kind="stable")]]
    liked = _liked(vote, counted)
    if vote.method == "budget":
        chosen, most_votes = _sets(vote, counted, ranked)
        ranked = [n for n in ranked if n in chosen] + [n for n in ranked if n not in chosen]
        chosen = [n for n in ranked if n in chosen]
        unsaid = [math.nan] * len(ranked)
        return Ranked(ranked, counted, found, measure, wins, chosen, False, None, most_votes, None, unsaid)
    chosen = [n for n in ranked[: vote.winners] if liked[n]]
    drawn = _drawn(vote, counted, ranked)
    chance, first = (
        None if drawn is None else _chances(drawn, ranked, most, len(vote.options))
        for most in (vote.winners, 1)
    )
    ahead = _ahead(counted, ranked, drawn)
    close = len(chosen) == vote.winners and ahead[vote.winners - 1] < SURE
    return Ranked(ranked, counted, found, measure, wins, chosen, close, chance, [], first, ahead)


def share(counted: Tally) -> Floats:
    """Return the share of those who answered who support each option, 0 to 1."""
    return np.asarray(counted.supporters / np.maximum(1, counted.answered), dtype=np.float64)


def told(vote: Vote, counted: Tally, *, open_vote: bool) -> Floats:
    """Return the share of each group that supports each option, as far as everyone may see it.

    Args:
        vote: A vote.
        counted: What :func:`rank` counted of it: ``rank(vote).tally``.
        open_vote: The vote was announced as open before it began.

    Returns:
        As :func:`kit.insight.small.told_shares`, shape (groups, options). Voters without an organisation are
        others; where some stand together because theirs are small, nothing is told.
    """
    hides = any(one == REST for one in vote.whose)
    if hides and not open_vote:
        return np.full_like(counted.yes, np.nan)
    others = counted.answered - counted.voters.sum(axis=0)
    return told_shares(counted.yes, counted.voters, open_vote=open_vote, others=others)


def _measure(vote: Vote, counted: Tally, found: Support, wins: Ints) -> Floats:
    if vote.by == "points":
        return share(counted) if vote.method == "approval" else counted.points
    if vote.method == "ranking":
        return wins.astype(np.float64)
    return counted.mean if vote.method == "score" else found.score


def _liked(vote: Vote, counted: Tally) -> npt.NDArray[np.bool_]:
    """Return what can go on at all: something that somebody gave a dot, a place, a mark or their support."""
    if vote.method == "ranking":
        placed = {name for one in vote.ballots for name in one}
        return np.array([name in placed for name in vote.options], dtype=bool)
    return np.asarray((counted.answered if vote.method == "score" else counted.supporters) > 0)


def _drawn(vote: Vote, counted: Tally, ranked: list[int]) -> Floats | None:
    """Return draws of the support of the best, in their order; None where that is not what decides."""
    if vote.by != "support" or vote.method not in {"dots", "approval"}:
        return None
    best = ranked[: max(IN_THE_RUNNING, vote.winners + 1)]
    return draw(counted.yes[:, best], counted.voters[:, best], seed=vote.seed)


def _chances(drawn: Floats, ranked: list[int], winners: int, options: int) -> Floats:
    chances = np.zeros(options)
    chances[ranked[: drawn.shape[1]]] = chance_among(drawn, winners)
    return chances


def _ahead(counted: Tally, ranked: list[int], drawn: Floats | None) -> list[float]:
    """Return by place the chance that the option there is really ahead of the next; NaN if none is said."""
    chances = [math.nan] * len(ranked)
    for place, (one, other) in enumerate(itertools.pairwise(ranked)):
        if drawn is None:
            duels = counted.duels
            chances[place] = chance_preferred(int(duels[one, other]), int(duels[other, one]))
        elif place + 1 < drawn.shape[1]:
            chances[place] = chance_ahead(drawn, place, place + 1)
    return chances


def _sets(vote: Vote, counted: Tally, ranked: list[int]) -> tuple[list[int], list[int]]:
    """Return the balanced set, and the one that *most votes first* gives."""
    costs, wants, groups = _market(vote)
    balanced = balanced_set(costs, wants, groups, vote.budget, then=ranked)
    popular = sorted((n for n in range(len(wants)) if wants[n]), key=lambda n: -counted.supporters[n])
    return balanced, fill(costs, popular, vote.budget)


def fair(vote: Vote, found: Ranked) -> Fair:
    """Return who pays for what in the set that a budget chose.

    Args:
        vote: A vote by ``budget``.
        found: What :func:`rank` returned of it.
    """
    return fair_set(*_market(vote), vote.budget, then=found.order)


def _market(vote: Vote) -> tuple[list[int], list[set[int]], list[Hashable]]:
    """Return what each option costs, who wants it, and whose purse each voter has a part of."""
    wants = [{n for n, one in enumerate(vote.ballots) if one.get(name, 0) > 0} for name in vote.options]
    known = set(vote.groups)
    whose = [one if one in known else None for one in vote.whose]
    purse: list[Hashable] = [*whose] if vote.by == "support" else ["all"] * len(vote.ballots)
    return [vote.costs[name] for name in vote.options], wants, purse
