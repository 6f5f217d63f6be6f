"""Counting, one-to-one comparison, Borda and Schulze."""

from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.voting import borda, chance_preferred, pairwise, places, schulze, strongest_paths, tally
from tests.insight._examples import NINE, A, B, C, D, in_order


def counted(method, ballots, options="ABCD", groups=("x",), whose=None):
    return tally(method, ballots, list(options), groups, whose or ["x"] * len(ballots))


@pytest.fixture
def nine():
    return counted("ranking", [in_order(one) for one in NINE])


def test_the_worked_example_of_borda(nine):
    assert nine.points.tolist() == [11, 12, 13, 18]


def test_the_worked_example_of_the_duels(nine):
    won = {"DC": (D, C), "DA": (D, A), "DB": (D, B), "CA": (C, A), "CB": (C, B), "AB": (A, B)}
    assert {name: (nine.duels[x, y], nine.duels[y, x]) for name, (x, y) in won.items()} == {
        "DC": (7, 2),
        "DA": (6, 3),
        "DB": (5, 4),
        "CA": (6, 3),
        "CB": (5, 4),
        "AB": (5, 4),
    }


def test_the_worked_example_of_schulze(nine):
    above = schulze(nine.duels)
    assert [int(n) for n in np.argsort(-above)] == [D, C, A, B]
    assert above.tolist() == [1, 0, 2, 3]


def test_schulze_breaks_a_circle_at_its_weakest_win():
    """The example of 45 voters and 5 options in Schulze's own paper: E, A, C, B, D."""
    votes = [
        *[in_order("ACBED")] * 5,
        *[in_order("ADECB")] * 5,
        *[in_order("BEDAC")] * 8,
        *[in_order("CABED")] * 3,
        *[in_order("CAEBD")] * 7,
        *[in_order("CBADE")] * 2,
        *[in_order("DCEBA")] * 7,
        *[in_order("EBADC")] * 8,
    ]
    found = counted("ranking", votes, "ABCDE")
    assert found.duels[0].tolist() == [0, 20, 26, 30, 22]
    assert schulze(found.duels).tolist() == [3, 1, 2, 0, 4]


def test_who_is_preferred_by_as_many_is_level():
    assert schulze([[0, 2], [2, 0]]).tolist() == [0, 0]
    assert schulze(np.zeros((3, 3))).tolist() == [0, 0, 0]
    assert schulze(np.zeros((0, 0))).tolist() == []


orders = st.lists(st.permutations("ABCD"), min_size=1, max_size=9)


@given(orders)
def test_who_wins_every_duel_is_first(voters):
    found = counted("ranking", [in_order(one) for one in voters])
    for n in range(4):
        if all(found.duels[n, m] > found.duels[m, n] for m in range(4) if m != n):
            assert schulze(found.duels)[n] == 3


def test_most_first_places_are_not_the_winner_of_every_duel(nine):
    """B has four of nine first places, and D none."""
    firsts = counted("ranking", [{one[0]: 1} for one in NINE]).supporters
    assert firsts.tolist() == [3, 4, 2, 0]
    assert int(schulze(nine.duels).argmax()) == D


@given(orders, st.data())
def test_to_be_put_higher_by_someone_never_lowers_an_option(voters, data):
    """Schulze is monotone: A changes places with the one before it on one ballot."""
    which = data.draw(st.integers(0, len(voters) - 1))
    place = voters[which].index("A")
    better = list(voters[which])
    better[max(0, place - 1) : place + 1] = reversed(better[max(0, place - 1) : place + 1])
    raised = [*voters[:which], better, *voters[which + 1 :]]
    was, now = (
        strongest_paths(counted("ranking", [in_order(one) for one in some]).duels)
        for some in (voters, raised)
    )
    for other in (B, C, D):
        if was[A, other] >= was[other, A]:
            assert now[A, other] >= now[other, A]
        if was[A, other] > was[other, A]:
            assert now[A, other] > now[other, A]


@given(orders, st.permutations("ABCD"), st.randoms(use_true_random=False))
def test_neither_the_names_of_options_nor_of_voters_matter(voters, names, random):
    renamed = [[names["ABCD".index(one)] for one in order] for order in voters]
    random.shuffle(renamed)
    was, now = (
        schulze(counted("ranking", [in_order(one) for one in some]).duels) for some in (voters, renamed)
    )
    assert [now["ABCD".index(name)] for name in names] == was.tolist()


@given(orders)
def test_a_copy_of_an_option_changes_nothing_for_the_others(voters):
    """A clone E stands right after A on every ballot."""
    cloned = [in_order("".join(one).replace("A", "AE")) for one in voters]
    before = strongest_paths(counted("ranking", [in_order(one) for one in voters]).duels)
    after = strongest_paths(counted("ranking", cloned, "ABCDE").duels)
    others = np.ix_([B, C, D], [B, C, D])
    assert ((before > before.T)[others] == (after > after.T)[others]).all()


@given(orders)
def test_the_order_never_goes_against_a_comparison(voters):
    duels = counted("ranking", [in_order(one) for one in voters]).duels
    path, above = strongest_paths(duels), schulze(duels)
    assert all(above[x] > above[y] for x in range(4) for y in range(4) if path[x, y] > path[y, x])


@given(orders)
def test_borda_gives_out_all_its_points(voters):
    found = counted("ranking", [in_order(one[: 1 + len(voters) % 4]) for one in voters])
    assert found.points.sum() == len(voters) * 6


def test_who_places_only_some_puts_the_others_last_and_level():
    found = counted("ranking", [{"A": 1}])
    assert found.duels.tolist() == [[0, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert found.points.tolist() == [3, 1, 1, 1]
    assert borda(found.duels, 1).tolist() == [3, 1, 1, 1]
    assert found.supporters.tolist() == [1, 0, 0, 0]


def test_places_are_counted_anew_when_an_option_is_gone():
    assert places({"A": 1, "B": 2, "C": 3}, ["C", "A"]) == {"A": 1, "C": 2}
    gone = counted("ranking", [in_order("ABCD")], "CD")
    assert gone.supporters.tolist() == [1, 0], "of two the first is the upper half"


@pytest.mark.parametrize(("options", "upper"), [("A", 1), ("AB", 1), ("ABC", 1), ("ABCD", 2), ("ABCDE", 2)])
def test_to_support_is_to_place_in_the_upper_half(options, upper):
    found = counted("ranking", [in_order(options)], options)
    assert found.supporters.tolist() == [1] * upper + [0] * (len(options) - upper)


def test_dots():
    found = counted("dots", [{"A": 3, "B": 1}, {"A": 1}], "ABC")
    assert found.points.tolist() == [4, 1, 0]
    assert found.supporters.tolist() == [2, 1, 0]
    assert found.answered.tolist() == [2, 2, 2], "no dot is an answer"


def test_neutral_is_an_answer_and_passing_over_is_none():
    found = counted("approval", [{"A": 1, "B": 0, "C": -1}, {"A": 1, "B": 0}, {"A": -1}], "ABC")
    assert found.supporters.tolist() == [2, 0, 0]
    assert found.against.tolist() == [1, 0, 1]
    assert found.answered.tolist() == [3, 2, 1]
    assert found.voters.tolist() == [[3, 2, 1]]
    assert found.duels.tolist() == [[0, 2, 1], [0, 0, 1], [0, 0, 0]], (
        "who passes over a card compares nothing"
    )


def test_marks_by_organisation_count_the_same_for_each():
    ballots = [{"A": 5, "B": 1}, {"A": 5, "B": 2}, {"A": 4, "B": 3}, {"A": 1, "B": 4}]
    found = counted("score", ballots, "ABC", ("large", "small"), ["large", "large", "large", "small"])
    assert found.points.round(2).tolist() == [3.75, 2.5, 0]
    assert found.mean.round(2).tolist() == [2.83, 3, 0]
    assert found.middle.tolist() == [3, 3, 0]
    assert found.supporters.tolist() == [3, 1, 0]
    assert found.answered.tolist() == [4, 4, 0]


def test_marks_without_any_organisation_are_those_of_one():
    found = counted("score", [{"A": 5}, {"A": 2}], "A", (), [None, None])
    assert (found.mean.tolist(), found.middle.tolist()) == ([3.5], [3.5])


def test_without_ballots_all_is_nought():
    for method in ("dots", "approval", "ranking", "score", "budget"):
        found = counted(method, [], "AB")
        assert found.points.tolist() == [0, 0]
        assert found.yes.tolist() == [[0, 0]]


def test_options_that_are_not_listed_are_passed_over():
    assert counted("dots", [{"A": 1, "Z": 4}], "A").points.tolist() == [1]


def test_more_liked_is_more_liked():
    assert pairwise(np.array([[3, 1], [1, 1], [np.nan, 2]])).tolist() == [[0, 1], [0, 0]]


@pytest.mark.parametrize(
    ("for_", "against", "chance"), [(0, 0, 1 / 2), (7, 2, 968 / 1024), (5, 4, 638 / 1024), (1, 0, 3 / 4)]
)
def test_the_chance_that_most_people_prefer_it(for_, against, chance):
    assert chance_preferred(for_, against) == chance
    assert chance_preferred(against, for_) == pytest.approx(1 - chance)


def test_that_chance_is_the_share_of_a_beta_distribution_above_a_half():
    """Beta(2, 2) has density 6x(1-x); above 1/2 lies half of it, and of Beta(3, 1), 3x², 7/8."""
    assert chance_preferred(1, 1) == 0.5
    assert chance_preferred(2, 0) == Fraction(7, 8)


def test_permutations_of_the_voters_change_nothing():
    some = [in_order(one) for one in NINE[::2]]
    found = {tuple(schulze(counted("ranking", one).duels)) for one in permutations(some)}
    assert len(found) == 1
