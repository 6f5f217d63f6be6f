"""From the frames of a ballot to its ranking: frames in, frame out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pandas as pd

from kit.insight.choosing import Vote, fair, rank
from kit.insight.small import REST, all_large
from kit.insight.vote_frames import payers_frame, result_frame, shares_frame

COLUMNS = [
    *("place", "card", "text", "points", "voters", "share", "scale", "majority", "lowest", "label"),
    *("organisations", "answered", "against", "measure", "chosen", "first", "among", "ahead", "polis"),
]
PAYS = ["card", "text", "cost", "organisation", "part"]


def ranking(
    votes: pd.DataFrame,
    cards: pd.DataFrame,
    *,
    method: str = "dots",
    organisations: Iterable[str] = (),
    **rules: Any,
) -> pd.DataFrame:
    """Rank the cards of one ballot as the room saw it, by the rules of :func:`kit.insight.choosing.rank`.

    Where no voter has an organisation but tables voted, every table counts the same. In an anonymous ballot
    all whose organisation is too small to be named count as one together.

    Args:
        votes: Rows of one ballot from the frame *votes*.
        cards: The frame *cards*, for the texts, or the rows of it that count: ``cards[~cards["hidden"]]``.
            What is equal in all comes in this order. For a ranking: no more than the cards on the ballot.
        method: One of :data:`kit.insight.voting.METHODS`.
        organisations: Organisations that were there, also when nobody of theirs voted: the ballot itself
            counts them as halfway. ``workshop.participants["organisation"]`` will do.
        rules: What else a :class:`kit.insight.choosing.Vote` has: ``by``, ``panel``, ``costs``, ``budget``.

    Returns:
        One row per card that got a vote, best first. ``share`` and ``lowest`` are shares from 0 to 1,
        ``scale`` runs from 0 to 100, ``majority`` counts organisations. The others are those of
        :func:`kit.insight.vote_frames.result_frame`.

    Raises:
        ValueError: The rows are of more than one ballot, don't say who voted (``anonymous=True``), or are of
            a budget that comes without what its cards cost.
    """
    _must_be_one_ballot(votes, rules.get("costs", ()) if method == "budget" else None)
    vote = _vote(votes, cards, method, organisations, rules)
    table = result_frame(vote, rank(vote))
    table = table[table["card"].isin(votes["card"].unique())].reset_index(drop=True)
    table["place"] = table.index + 1
    table.loc[table.index[-1:], "ahead"] = math.nan
    return table.merge(cards[["card", "text"]], on="card", how="left")[COLUMNS]


def support_by_organisation(
    votes: pd.DataFrame,
    cards: pd.DataFrame,
    *,
    method: str = "dots",
    organisations: Iterable[str] = (),
    open_vote: bool = False,
    **rules: Any,
) -> pd.DataFrame:
    """Return the share of support per card (row, best first) and organisation (column), 0 to 1.

    Args:
        votes: As for :func:`ranking`.
        cards: As for :func:`ranking`.
        method: As for :func:`ranking`.
        organisations: As for :func:`ranking`.
        open_vote: It was announced that everybody may see who votes what. Else see
            :func:`kit.insight.small.told_shares`: what may not be told is NaN.
        rules: As for :func:`ranking`.
    """
    _must_be_one_ballot(votes, rules.get("costs", ()) if method == "budget" else None)
    vote = _vote(votes, cards, method, organisations, rules)
    return shares_frame(vote, rank(vote), open_vote=open_vote)


def who_pays(
    votes: pd.DataFrame,
    cards: pd.DataFrame,
    *,
    organisations: Iterable[str] = (),
    open_vote: bool = False,
    **rules: Any,
) -> pd.DataFrame:
    """Return which organisations pay for what in the set that a budget chose.

    Args:
        votes: Rows of one ballot by *budget* from the frame *votes*.
        cards: As for :func:`ranking`.
        organisations: As for :func:`ranking`.
        open_vote: The vote was announced as open before it began.
        rules: ``costs`` by card, ``budget``, and the other rules of :func:`ranking`.

    Returns:
        The set in the order in which it was bought: one row per card and organisation that pays for it, the
        largest ``part`` of the cost first; parts add up to 1. A card that came in with the money that was
        left has one row, without an organisation and without a part. What an organisation pays for is what
        its people voted: where :func:`kit.insight.small.all_large` does not hold, and the vote was not open,
        each card that was bought has one row for all, without an organisation, of which the part is 1.

    Raises:
        ValueError: As :func:`ranking`.
    """
    _must_be_one_ballot(votes, rules.get("costs", ()))
    vote = _vote(votes, cards, "budget", organisations, rules)
    told = open_vote or _large(vote)
    table = payers_frame(vote, fair(vote, rank(vote)), told=told)
    return table.merge(cards[["card", "text"]], on="card", how="left")[PAYS]


def _vote(
    votes: pd.DataFrame,
    cards: pd.DataFrame,
    method: str,
    organisations: Iterable[str],
    rules: dict[str, Any],
) -> Vote:
    given = set(votes["card"].unique())
    told = votes[["participant", "card", "weight"]].dropna(subset="participant")
    ballots: dict[Any, dict[Any, int]] = {who: {} for who in sorted(told["participant"].unique())}
    for who, card, weight in zip(*(told[column].tolist() for column in told), strict=True):
        ballots[who][card] = weight
    whose = _whose(votes)
    return Vote(
        method=method,
        ballots=list(ballots.values()),
        options=[card for card in cards["card"] if method == "ranking" or card in given],
        groups=sorted({*whose.values(), *pd.Series(list(organisations), dtype="str").dropna()} - {None}),
        whose=[whose[who] for who in ballots],
        **rules,
    )


def _large(vote: Vote) -> bool:
    """Return whether every group of a vote is large enough to tell what it voted."""
    size = Counter(vote.whose)
    others = size.pop(None, 0)
    return REST not in size and all_large(list(size.values()), others)


def _must_be_one_ballot(votes: pd.DataFrame, costs: Iterable[str] | None) -> None:
    if votes["step"].nunique() > 1:
        message = f"votes of {votes['step'].nunique()} ballots; choose one: votes[votes['step'] == 'stemmen']"
        raise ValueError(message)
    if len(votes) and votes["participant"].isna().all():
        message = "these votes don't say which came from one voter; take frames() without anonymous=True"
        raise ValueError(message)
    missing = set() if costs is None else set(votes["card"].unique()) - set(costs)
    if missing:
        message = f"no cost of {sorted(missing)}; give costs={{'k1': 3, …}} for every card"
        raise ValueError(message)


def _whose(votes: pd.DataFrame) -> dict[Any, Any]:
    """Return the group of each voter: their organisation, else their table, else what the rest is."""
    first = votes.drop_duplicates("participant").set_index("participant")
    by_table = first["organisation"].isna().all() and "team" in first
    column = first["team" if by_table else "organisation"]
    return {
        who: group if isinstance(group, str) else REST if str(who).startswith(REST) else None
        for who, group in column.items()
    }
