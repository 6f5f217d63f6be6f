"""The result of a vote as frames: chances, shares that may be told, and who pays."""

import math

import numpy as np
import pytest

from kit.insight.choosing import Vote, fair, rank
from kit.insight.support import DRAWS, SURE
from kit.insight.vote_frames import payers_frame, result_frame, shares_frame
from kit.insight.voting import condorcet
from tests.insight._examples import COSTS, IDEAS, NINE, ORGANISATIONS, SIZES, VOTERS, WANT, YES, in_order

NAMES = list(SIZES)


def the_example(method="approval", times=1, **more):
    """20 voters of six organisations; whoever supports an idea stands first in their delegation."""
    ballots, whose = [], []
    for group, size in enumerate(VOTERS):
        for n in range(size):
            one = {card: 1 if n < YES[group][i] else -1 for i, card in enumerate("ABCD")}
            ballots += [one] * times
            whose += [NAMES[group]] * times
    return Vote(method=method, ballots=ballots, options=list("ABCD"), groups=NAMES, whose=whose, **more)


def a_budget(by="support"):
    ballots = [
        {card: 1 for card, want in zip(IDEAS, WANT, strict=True) if voter in want}
        for voter in range(len(ORGANISATIONS))
    ]
    costs = dict(zip(IDEAS, COSTS, strict=True))
    groups = {"groups": NAMES, "whose": ORGANISATIONS}
    return Vote(
        method="budget", ballots=ballots, options=list(IDEAS), costs=costs, budget=12, by=by, **groups
    )


def test_the_worked_example_with_all_that_stands_beside_it():
    vote = the_example(winners=2)
    table = result_frame(vote, rank(vote)).set_index("card")
    assert list(table.index) == ["B", "C", "D", "A"]
    assert table["scale"].round(1).tolist() == [63.9, 54.3, 32.0, 24.2]
    assert table["majority"].tolist() == [4, 2, 2, 2]
    assert set(table["organisations"]) == {6}
    few = 3 * (0.57 * 0.43 / DRAWS) ** 0.5  # so far chance goes: three standard errors
    assert table["first"].tolist() == pytest.approx([0.57, 0.29, 0.08, 0.05], abs=few)
    assert table["among"].tolist() == pytest.approx([0.86, 0.71, 0.26, 0.17], abs=few)
    assert table["polis"].round(4).tolist() == [0.0304, 0.0180, 0.0070, 0.0045]
    assert table["chosen"].tolist() == [True, True, False, False]


def test_nearly_equal_is_said_of_each_place_and_the_next():
    vote = the_example()
    found = rank(vote)
    assert found.ahead[0] == pytest.approx(0.65, abs=0.02)
    assert found.ahead[0] < SURE
    assert math.isnan(found.ahead[-1]), "nothing comes after the last"
    assert found.close
    many = the_example(times=60)
    assert rank(many).ahead[0] > SURE, "with many voters the same shares do tell them apart"


def test_where_support_does_not_decide_no_chance_on_a_place_is_said():
    votes = [in_order(one) for one in NINE]
    ranked = rank(Vote(method="ranking", ballots=votes, options=list("ABCD")))
    assert ranked.first is None
    assert [one > SURE for one in ranked.ahead[:3]] == [True, True, False], "7, 6 and 5 of 9"
    assert (
        result_frame(Vote(method="ranking", ballots=votes, options=list("ABCD")), ranked)["first"]
        .isna()
        .all()
    )
    assert np.isnan(rank(a_budget()).ahead).all(), "a set has no such line"


def test_shares_are_told_after_an_open_vote():
    vote = the_example()
    told = shares_frame(vote, rank(vote), open_vote=True)
    assert list(told.index) == ["B", "C", "D", "A"]
    assert list(told.columns) == NAMES
    assert told.loc["B"].round(2).tolist() == [0.25, 0.67, 1, 0.5, 0.67, 1]


def test_no_share_is_told_where_one_organisation_has_two_voters():
    vote = the_example()
    assert shares_frame(vote, rank(vote), open_vote=False).isna().all(axis=None)


def test_shares_are_told_where_every_organisation_has_three_voters():
    vote = the_example(times=2)
    assert shares_frame(vote, rank(vote), open_vote=False).notna().all(axis=None)


def test_voters_without_an_organisation_are_not_left_over_by_the_others():
    """Two people more, of nobody knows where: the total minus the organisations would be their vote."""
    vote = the_example(times=2)
    more = Vote(
        method="approval",
        ballots=[*vote.ballots, {"A": 1}, {"A": 1}],
        options=vote.options,
        groups=NAMES,
        whose=[*vote.whose, None, None],
    )
    assert shares_frame(more, rank(more), open_vote=False).isna().all(axis=None)


def test_where_small_ones_stand_together_the_large_ones_are_not_told_either():
    vote = the_example(times=2)
    whose = ["~" if one == "school" else one for one in vote.whose]
    groups = [*NAMES[:-1], "~"]
    hides = Vote(method="approval", ballots=vote.ballots, options=vote.options, groups=groups, whose=whose)
    assert shares_frame(hides, rank(hides), open_vote=False).isna().all(axis=None)


def test_who_did_not_vote_has_no_column():
    vote = the_example(times=2)
    there = Vote(
        method="approval",
        ballots=vote.ballots,
        options=vote.options,
        groups=[*NAMES, "zorg"],
        whose=vote.whose,
    )
    assert "zorg" not in shares_frame(there, rank(there), open_vote=False)
    assert result_frame(there, rank(there))["organisations"].tolist() == [6] * 4


def test_who_pays_in_the_worked_example():
    vote = a_budget()
    paid = payers_frame(vote, fair(vote, rank(vote)))
    assert set(paid["card"]) == {"B", "D", "F"}
    assert paid.groupby("card")["part"].sum().to_dict() == pytest.approx(dict.fromkeys("BDF", 1.0))
    who = {card: set(rows["organisation"]) for card, rows in paid.groupby("card")}
    assert who["F"] == {"corporatie", "sociaal werk", "school"}
    assert who["B"] == set(SIZES)
    assert paid["cost"].tolist() == [dict(zip(IDEAS, COSTS, strict=True))[one] for one in paid["card"]]


@pytest.mark.parametrize(
    ("duels", "winner"),
    [
        ([[0, 7, 6], [2, 0, 6], [3, 3, 0]], 0),
        ([[0, 5, 4], [4, 0, 5], [5, 4, 0]], None),
        ([[0, 2], [2, 0]], None),
        ([[0]], None),
        (np.zeros((0, 0)), None),
    ],
)
def test_who_wins_every_duel(duels, winner):
    assert condorcet(duels) == winner


def test_the_winner_of_the_example_is_nobodys_first_choice():
    counted = rank(
        Vote(method="ranking", ballots=[in_order(one) for one in NINE], options=list("ABCD"))
    ).tally
    assert condorcet(counted.duels) == "ABCD".index("D")


def test_where_it_may_not_be_told_who_pays_they_pay_as_one():
    vote = a_budget()
    paid = payers_frame(vote, fair(vote, rank(vote)), told=False)
    assert paid["organisation"].isna().all()
    assert paid["part"].tolist() == [1.0] * 3
