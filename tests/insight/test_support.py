"""Support across organisations: the worked example, and what the formula promises."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.support import SURE, chance_ahead, chance_among, draw, order, polis, support
from tests.insight._examples import APP, CAMERA, HOST, ROOM, VOTERS, YES


@pytest.fixture
def found():
    return support(YES, VOTERS)


def test_the_worked_example(found):
    assert found.score.round(4).tolist() == [0.3282, 0.5924, 0.5289, 0.3798]
    assert found.scale.round(1).tolist() == [24.2, 63.9, 54.3, 32.0]
    assert found.majority.tolist() == [2, 4, 2, 2]
    assert found.lowest.round(2).tolist() == [0, 0.25, 0.33, 0]
    assert found.spread.round(2).tolist() == [1, 0.75, 0.67, 1]
    assert found.label == ["divides", "broad", "partly", "divides"]


def test_the_favourite_of_the_largest_delegation_is_last(found):
    points = np.sum(YES, axis=0)
    assert points.tolist() == [12, 11, 10, 11]
    assert order(points, found).tolist() == [HOST, ROOM, APP, CAMERA]
    assert order(points, found, by="points").tolist() == [CAMERA, HOST, APP, ROOM]


@pytest.mark.parametrize("panel", [1, 2, 4, 8, 20])
def test_the_order_of_the_example_does_not_hang_on_the_size_of_the_panel(panel):
    found = support(YES, VOTERS, panel)
    assert order([0, 0, 0, 0], found).tolist() == [HOST, ROOM, APP, CAMERA]


def test_the_scale_runs_from_everyone_against_to_everyone_for():
    found = support([[0, 3], [0, 1], [0, 12]], [3, 1, 12])
    assert found.score == pytest.approx([1 / 6, 5 / 6])
    assert found.scale == pytest.approx([0, 100])
    assert found.majority.tolist() == [0, 3]
    assert found.label == ["few", "broad"]


def test_every_organisation_has_the_same_leverage():
    for voters in ([1, 1], [1, 30], [30, 1]):
        for_, against = support([[voters[0], 0], [0, 0]], voters).score ** 2
        assert for_ / against == pytest.approx(5)


def test_one_against_all_others_hurts_but_is_no_veto():
    everybody, but_one = support([[2, 2]] * 5 + [[2, 0]], [2] * 6).score
    assert (everybody, but_one) == pytest.approx((0.833, 0.637), abs=5e-4)
    assert support([[2]] * 5 + [[0]], [2] * 6).scale == pytest.approx([71], abs=0.5)


def test_an_organisation_in_two_weighs_double():
    """The limit of the formula, and why the list of organisations is fixed before the vote."""
    whole = support([[4], [1], [1]], [4, 3, 3]).score[0]
    split = support([[2], [2], [1], [1]], [2, 2, 3, 3]).score[0]
    assert (whole, split) == pytest.approx((0.501, 0.569), abs=5e-4)


def test_an_organisation_that_did_not_vote_is_unknown_not_against():
    found = support([[2, 0], [0, 0]], [2, 0])
    assert found.score**2 == pytest.approx([5 / 12, 1 / 12])
    assert found.majority.tolist() == [1, 0]
    assert found.lowest.tolist() == [1, 0]
    assert found.spread.tolist() == [0, 0]


@pytest.mark.parametrize(("yes", "voters"), [(np.zeros((0, 2)), []), ([[0, 0]], [0])])
def test_without_a_vote_every_idea_is_halfway(yes, voters):
    found = support(yes, voters)
    assert found.scale == pytest.approx([50, 50])
    assert (found.majority.tolist(), found.lowest.tolist(), found.label) == ([0, 0], [0, 0], ["partly"] * 2)
    assert order([0, 0], found).tolist() == [0, 1]


def test_just_half_is_no_majority():
    assert support([[2, 3]], [4]).majority.tolist() == [0, 1]


def test_a_tie_goes_to_the_best_of_the_least_willing_then_to_points():
    # 3 of 4 with 0 of 4 against 1 of 4 with 1 of 4: (4/6) * (1/6) = (2/6) * (2/6).
    found = support([[3, 1, 1], [0, 1, 1]], [4, 4])
    assert found.score[0] == pytest.approx(found.score[1])
    assert order([9, 1, 2], found).tolist() == [2, 1, 0]
    assert order([1, 1, 1], found).tolist() == [1, 2, 0], "what is equal in all stays as it was"
    assert order([1, 1, 1], found, by="points").tolist() == [1, 2, 0]


@pytest.mark.parametrize(
    ("yes", "voters", "said"),
    [
        ([1, 2], [3, 3], r"shapes \(2,\) and \(2,\); expected \(organisations, options\)"),
        ([[1, 2]], [3, 3], r"shapes \(1, 2\) and \(2,\)"),
        ([[1, 2]], [[3]], r"shapes \(1, 2\) and \(1, 1\)"),
        ([[4]], [3], "more supporters than voters"),
        ([[1]], [0], "more supporters than voters"),
        ([[-1]], [3], "fewer than none"),
    ],
)
def test_what_is_no_vote_is_refused(yes, voters, said):
    with pytest.raises(ValueError, match=said):
        support(yes, voters)


@pytest.mark.parametrize("panel", [0, -1])
def test_a_panel_has_people(panel):
    with pytest.raises(ValueError, match=f"panel of {panel}"):
        support(YES, VOTERS, panel)


def test_who_passes_over_an_idea_is_not_against_it():
    """Of the large delegation only two said something of the second idea; of the third nobody did."""
    found = support([[4, 2, 0], [1, 1, 0]], [[8, 2, 0], [1, 1, 0]])
    assert found.score[1] == pytest.approx(5 / 6)
    assert found.score[2] == pytest.approx(1 / 2)
    assert found.majority.tolist() == [1, 2, 0]
    assert found.lowest.tolist() == [0.5, 1, 0]
    assert found.spread.tolist() == [0.5, 0, 0]
    assert found.label == ["partly", "broad", "few"]


def test_an_organisation_that_passes_over_an_idea_is_no_majority_for_it():
    """Two of three would do; one of three with a majority does not, however silent the others are."""
    found = support([[3, 0], [0, 0], [0, 0]], [[3, 3], [0, 3], [0, 3]])
    assert (found.majority.tolist(), found.label) == ([1, 0], ["partly", "few"])


def test_the_worked_example_of_polis():
    found = polis(YES, VOTERS)
    assert found[HOST] == pytest.approx(0.030375)
    assert found.round(4).tolist() == [0.0045, 0.0304, 0.018, 0.007]
    assert (found ** (1 / 6)).round(4).tolist() == [0.4063, 0.5586, 0.5119, 0.4374]


def test_polis_lets_the_largest_delegation_win_where_all_others_are_against():
    """Z is what all twelve want and neither other does; W what both others and two of the twelve want."""
    yes, voters = [[12, 2], [0, 1], [0, 1]], [12, 1, 1]
    assert polis(yes, voters).round(4).tolist() == [0.1032, 0.0952]
    z, w = support(yes, voters).score
    assert w > z


def test_polis_changes_when_a_delegation_is_copied_and_support_does_not():
    assert polis([[2], [1]], [3, 2]) == pytest.approx([3 / 5 * 2 / 4])
    assert polis([[20], [1]], [30, 2]) != pytest.approx([3 / 5 * 2 / 4])
    assert support([[20], [1]], [30, 2]).score == pytest.approx(support([[2], [1]], [3, 2]).score)


@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=1, max_size=6))
def test_with_delegations_of_four_it_is_polis(yes):
    found = support(yes, [4] * len(yes)).score
    assert found ** len(yes) == pytest.approx(polis(yes, [4] * len(yes)))


@pytest.fixture(scope="module")
def drawn():
    return draw(YES, VOTERS)


def test_the_worked_example_of_the_chance_to_be_first(drawn):
    assert chance_among(drawn) == pytest.approx([0.05, 0.57, 0.29, 0.08], abs=0.015)


def test_the_worked_example_of_the_chance_to_be_among_the_first_two(drawn):
    assert chance_among(drawn, 2) == pytest.approx([0.17, 0.86, 0.71, 0.26], abs=0.015)


def test_the_first_two_of_the_example_are_nearly_equal(drawn):
    assert chance_ahead(drawn, HOST, ROOM) == pytest.approx(0.65, abs=0.02)
    assert chance_ahead(drawn, HOST, ROOM) < SURE < chance_ahead(drawn, HOST, CAMERA)


def test_the_same_seed_gives_the_same_draws():
    assert (draw(YES, VOTERS, seed=3, draws=9) == draw(YES, VOTERS, seed=3, draws=9)).all()
    assert (draw(YES, VOTERS, seed=3, draws=9) != draw(YES, VOTERS, seed=4, draws=9)).any()


def test_many_voters_leave_little_to_chance():
    yes, voters = np.array(YES) * 100, np.array(VOTERS) * 100
    assert chance_ahead(draw(yes, voters, draws=500), HOST, ROOM) == 1


def test_without_organisations_nothing_is_ahead():
    empty = draw(np.zeros((0, 2)), [], draws=5)
    assert empty.shape == (5, 2)
    assert chance_ahead(empty, 0, 1) == 0


@st.composite
def rooms(draw):
    """Supporters (organisations, options) and voters of a room in which every organisation voted."""
    voters = draw(st.lists(st.integers(1, 12), min_size=1, max_size=6))
    options = draw(st.integers(1, 5))
    yes = [draw(st.lists(st.integers(0, n), min_size=options, max_size=options)) for n in voters]
    return np.array(yes), np.array(voters)


@given(rooms(), st.data())
def test_a_delegation_of_ten_times_the_size_changes_nothing(room, data):
    yes, voters = room
    times = np.array(data.draw(st.lists(st.integers(1, 10), min_size=len(voters), max_size=len(voters))))
    assert support(yes * times[:, None], voters * times).score == pytest.approx(support(yes, voters).score)


@given(rooms(), st.data())
def test_one_more_supporter_never_lowers_an_idea(room, data):
    yes, voters = room
    who, what = (data.draw(st.integers(0, n - 1)) for n in yes.shape)
    more = yes.copy()
    more[who, what] = min(more[who, what] + 1, voters[who])
    before, after = support(yes, voters), support(more, voters)
    if more[who, what] > yes[who, what]:
        assert after.score[what] > before.score[what]
    others = np.arange(yes.shape[1]) != what
    assert (after.score[others] == before.score[others]).all()


@given(rooms(), st.randoms(use_true_random=False))
def test_the_order_of_ideas_and_of_organisations_does_not_matter(room, random):
    yes, voters = room
    ideas, organisations = list(range(yes.shape[1])), list(range(len(voters)))
    random.shuffle(ideas)
    random.shuffle(organisations)
    one, other = support(yes, voters), support(yes[organisations][:, ideas], voters[organisations])
    assert other.score == pytest.approx(one.score[ideas])
    assert other.majority.tolist() == one.majority[ideas].tolist()
    assert other.label == [one.label[i] for i in ideas]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6))
def test_even_support_is_worth_more_than_the_same_support_in_one_corner(shares):
    """Of all ways to spread the same average share, the even one scores highest."""
    organisations = len(shares)
    uneven = support([[12 * share] for share in shares], [144] * organisations).score[0]
    even = support([[12 * np.mean(shares)]] * organisations, [144] * organisations).score[0]
    assert even >= uneven - 1e-12
    if len(set(shares)) > 1:
        assert even > uneven


@given(rooms())
def test_every_number_stays_within_its_bounds(room):
    found = support(*room)
    assert ((found.score >= 1 / 6 - 1e-9) & (found.score <= 5 / 6 + 1e-9)).all()
    assert ((found.scale >= -1e-6) & (found.scale <= 100 + 1e-6)).all()
    assert ((found.lowest >= 0) & (found.lowest + found.spread <= 1 + 1e-9)).all()
    assert ((found.majority >= 0) & (found.majority <= len(room[1]))).all()
