"""From a vote to what goes on: the rule of each method."""

import pytest

from kit.insight.choosing import IN_THE_RUNNING, Vote, rank
from tests.insight._examples import COSTS, IDEAS, NINE, ORGANISATIONS, VOTERS, WANT, YES, in_order

OPTIONS = list("ABCD")


def ranked(method, ballots, options=OPTIONS, whose=None, **more):
    whose = whose or ["x"] * len(ballots)
    groups = sorted(set(whose) - {None})
    return rank(Vote(method=method, ballots=ballots, options=options, groups=groups, whose=whose, **more))


def order(found, options=OPTIONS):
    return "".join(options[n] for n in found.order)


def the_example(method="approval", **more):
    """20 voters of six organisations; whoever supports an idea stands first in their delegation."""
    ballots, whose = [], []
    for group, size in enumerate(VOTERS):
        for n in range(size):
            ballots.append({card: 1 if n < YES[group][i] else -1 for i, card in enumerate(OPTIONS)})
            whose.append(group)
    if method == "dots":
        ballots = [{card: 1 for card, weight in one.items() if weight > 0} for one in ballots]
    return ranked(method, ballots, whose=whose, **more)


@pytest.mark.parametrize("method", ["approval", "dots"])
def test_support_across_organisations_decides(method):
    found = the_example(method)
    assert order(found) == "BCDA"
    assert found.support.scale.round(1).tolist() == [24.2, 63.9, 54.3, 32.0]
    assert found.tally.points.tolist() == [12, 11, 10, 11]
    assert found.chosen == [1]
    assert found.close, "B and C are nearly equal"
    assert found.chance == pytest.approx([0.05, 0.57, 0.29, 0.08], abs=0.02)


def test_or_the_number_of_votes_when_that_is_asked():
    found = the_example(by="points")
    assert order(found) == "ABDC"
    assert found.chance is None
    assert found.close, "12 of 20 against 11 of 20"


def test_the_line_is_drawn_below_the_last_that_goes_on():
    found = the_example(winners=2)
    assert found.chosen == [1, 2]
    assert found.chance == pytest.approx([0.17, 0.86, 0.71, 0.26], abs=0.02)
    assert not the_example(winners=4).close, "nothing comes after"


def test_a_clear_winner_is_not_close():
    whose = ["a", "a", "a", "b", "b", "c", "c"]
    found = ranked("approval", [{"A": 1, "B": -1}] * 7, ["A", "B"], whose)
    assert not found.close


def test_approval_by_points_goes_by_the_share_of_those_who_answered():
    ballots = [{"A": 1, "B": 1}, {"A": 1, "B": 1}, {"A": -1}, {"A": 1}]
    assert order(ranked("approval", ballots, ["A", "B"], by="points"), "AB") == "BA"


def test_what_nobody_said_anything_of_comes_last():
    found = ranked("approval", [{"A": 1, "C": -1}], ["A", "B", "C"], ["x"])
    assert order(found, "ABC") == "ACB"
    assert found.support.scale.round().tolist() == [100, 50, 0]


def test_a_ranking_goes_by_schulze_and_borda_stands_beside_it():
    found = ranked("ranking", [in_order(one) for one in NINE])
    assert order(found) == "DCAB"
    assert found.chosen == [3]
    assert found.wins.tolist() == [1, 0, 2, 3]
    assert found.tally.points.tolist() == [11, 12, 13, 18]
    assert not found.close, "7 of 9 prefer D to C"
    assert order(ranked("ranking", [in_order(one) for one in NINE], by="points")) == "DCBA"


def test_the_first_two_of_a_ranking_are_close_when_as_many_say_so():
    votes = [in_order("AB")] * 5 + [in_order("BA")] * 4
    assert ranked("ranking", votes, ["A", "B"]).close


def test_borda_tells_apart_what_schulze_leaves_level():
    """Three go round in a circle, each beaten as often; D is last. The middle places decide."""
    votes = [in_order(one) for one in ("ABCD", "BCAD", "CABD", "ABDC", "BCDA", "CADB")]
    found = ranked("ranking", votes)
    assert found.wins[:3].tolist() == [1, 1, 1]
    assert found.tally.points[:3].tolist() == sorted(found.tally.points[:3].tolist(), reverse=True)
    assert order(found)[-1] == "D"


def test_what_nobody_placed_does_not_go_on():
    found = ranked("ranking", [{"A": 1}], winners=3)
    assert found.chosen == [0]
    assert not found.close


def test_marks_count_by_organisation():
    ballots = [{"A": 5, "B": 3}] * 3 + [{"A": 1, "B": 4}]
    whose = ["large"] * 3 + ["small"]
    assert order(ranked("score", ballots, ["A", "B"], whose), "AB") == "BA"
    assert order(ranked("score", ballots, ["A", "B"], whose, by="points"), "AB") == "AB"
    assert ranked("score", ballots, ["A", "B"], whose, winners=2).chosen == [1, 0]


def spent(by, budget=12):
    ballots = [
        {card: 1 for card, want in zip(IDEAS, WANT, strict=True) if voter in want}
        for voter in range(len(ORGANISATIONS))
    ]
    costs = dict(zip(IDEAS, COSTS, strict=True))
    found = ranked("budget", ballots, list(IDEAS), ORGANISATIONS, costs=costs, budget=budget, by=by)
    return {"".join(sorted(list(IDEAS)[n] for n in one)) for one in (found.chosen, found.most_votes)}, found


def test_a_budget_gives_every_organisation_the_same_purse_or_every_person():
    balanced, found = spent("support")
    assert "BDF" in balanced
    assert order(found, list(IDEAS))[:3] == "BFD", (
        "what is in it comes first, by support across organisations"
    )
    assert "ABF" in spent("points")[0]
    assert not found.close


def test_most_votes_first_stands_beside_a_budget():
    found = spent("support")[1]
    assert found.most_votes == [0, 1, 4], "of two with 11 votes the first on the list"


def test_a_vote_without_ballots():
    for method in ("dots", "approval", "ranking", "score", "budget"):
        found = ranked(method, [], ["A", "B"], costs={"A": 1, "B": 1}, budget=3)
        assert (found.order, found.chosen, found.close) == ([0, 1], [], False)


def test_only_the_best_are_drawn_again():
    options = [f"k{n}" for n in range(20)]
    ballots = [dict.fromkeys(options[: n + 1], 1) for n in range(20)]
    found = ranked("dots", ballots, options)
    assert (found.chance[IN_THE_RUNNING:] == 0).all()
    assert found.chance.sum() == pytest.approx(1)
