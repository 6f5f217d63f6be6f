"""What the figures of a vote say where it is level, lonely or empty: true, and in whole sentences."""

import pytest

from kit.figures.duels import duels
from kit.insight.choosing import Vote, fair, rank
from kit.insight.vote_frames import payers_frame
from tests.figures.test_votes import cells, figure_of, set_of


def vote_of(method, ballots, options="ABC", whose=None, **more):
    whose = whose or ["x"] * len(ballots)
    groups = sorted({one for one in whose if one})
    return Vote(method=method, ballots=ballots, options=list(options), groups=groups, whose=whose, **more)


def test_of_nothing_that_was_chosen_no_more_is_said():
    against = vote_of("approval", [{"A": -1, "B": -1}] * 3, "AB", ["x", "y", "y"])
    assert figure_of(against).view.says == "Er is niets gekozen."


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        (vote_of("approval", [{"A": 1}, {"A": 1}], by="points"), "met het grootste deel voor"),
        (vote_of("ranking", [{"A": 1, "B": 2}] * 3, by="points"), "met de meeste punten per plaats"),
        (vote_of("dots", [{"A": 2}] * 3, by="points"), "met de meeste stippen"),
    ],
)
def test_it_says_by_what_the_first_is_first(vote, why):
    assert why in figure_of(vote).view.says


def test_what_a_budget_chose_is_not_called_what_most_people_want():
    wants = [{"A": 1, "B": 1}] * 3 + [{"C": 1}]
    dear = vote_of("budget", wants, by="points", costs={"A": 9, "B": 3, "C": 1}, budget=4)
    assert "met de meeste stemmen van deze set" in figure_of(dear).view.says
    assert "1 persoon betaalt dit." in cells(set_of(dear), "Wie betaalt")
    one = vote_of("budget", [{"A": 1, "B": 1}] * 3, costs={"A": 9, "B": 1, "C": 1}, budget=1, by="points")
    assert figure_of(one).view.says == "Gekozen: ‘Een gastheer op het plein’, binnen het budget."
    assert set_of(one).view.unit.startswith("1 punt te besteden; ")


def test_who_comes_from_nowhere_is_no_organisation_that_pays():
    vote = vote_of("budget", [{"A": 1}] * 3, whose=[None] * 3, costs={"A": 2, "B": 3, "C": 1}, budget=4)
    assert payers_frame(vote, fair(vote, rank(vote)))["organisation"].isna().all()
    assert cells(set_of(vote), "Wie betaalt")[0] == "Wie dit steunt, betaalt dit samen."


def test_who_supports_nothing_in_either_set_misses_nothing():
    wants = [{"A": 1}] * 5 + [{"Z": 1}] * 3 + [{"B": 1}] * 3
    vote = vote_of("budget", wants, "AB", ["grote"] * 5 + ["andere"] * 3 + ["kleine"] * 3,
                   costs={"A": 4, "B": 2}, budget=4)  # fmt: skip
    assert set_of(vote).view.says.endswith("Dan was er niets gekozen dat kleine steunen.")


def test_what_is_level_by_schulze_is_called_level():
    view = duels(["a", "b", "c"], [[0, 1, 2], [1, 0, 2], [0, 0, 0]], 2).view
    assert "zet 2 ideeën gelijk bovenaan" in view.says
    assert "zetten hetzelfde idee voorop" not in view.says


def test_where_borda_gave_the_order_it_is_not_called_that_of_schulze():
    circle = [[0, 4, 11], [7, 0, 5], [0, 6, 0]]
    view = duels(["b", "a", "c"], circle, 11, by="points").view
    assert "zet ‘a’ voorop" in view.says
    assert "zetten ‘b’ voorop" in view.says
    assert not any("Schulze" in one for one in view.notes)
    assert any("punten per plaats" in one for one in view.notes)


def test_one_idea_or_one_voter_is_not_called_no_votes_or_people():
    assert duels(["a"], [[0]], 3).view.says == "Er zijn geen twee ideeën om te vergelijken."
    assert duels(["a", "b"], [[0, 1], [0, 0]], 1).view.unit == "wat 1 persoon boven het andere zette"
