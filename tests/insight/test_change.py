"""Change between two moments: the worked example, its limits, and what may be said of it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.change import change, overlap, shown, verdict, welch
from kit.insight.scale import agreeing, least, scores, togetherness

BEFORE = [3.0, 2.5, 3.6, 3.1, 2.9, 3.8, 3.3, 2.6, 3.4, 3.0, 2.8, 3.5]
AFTER = [3.5, 3.1, 3.8, 3.1, 3.6, 3.9, 3.9, 3.0, 3.3, 3.6, 3.4, 4.0]
NOT = math.nan


def test_the_worked_example():
    found = change(BEFORE, AFTER)
    assert found.n == 12
    assert found.mean == pytest.approx(0.3917, abs=5e-5)
    assert found.sd == pytest.approx(0.2712, abs=5e-5)
    assert (found.low, found.high) == pytest.approx((0.219, 0.564), abs=5e-4)
    assert found.d_z == pytest.approx(1.444, abs=5e-4)
    assert found.d_av == pytest.approx(1.050, abs=5e-4)
    assert found.g_av / found.d_av == pytest.approx(0.9302, abs=5e-5)
    assert found.g_av == pytest.approx(0.977, abs=5e-4)
    assert (found.up, found.same, found.down) == (10, 1, 1)
    assert found.median == pytest.approx(0.5)
    assert (found.before, found.after) == pytest.approx((3.125, 3.5167), abs=5e-5)


def test_the_bootstrap_says_about_the_same_and_always_the_same():
    found, again = change(BEFORE, AFTER), change(BEFORE, AFTER)
    assert found == again
    assert found.boot == pytest.approx((found.low, found.high), abs=0.05)
    low, high = found.g_boot
    assert 0.4 < low < found.g_av < high < 2
    assert change(BEFORE, AFTER, seed=1).boot != found.boot


def test_without_resamples_there_is_no_bootstrap():
    found = change(BEFORE, AFTER, resamples=0)
    assert np.isnan([*found.boot, *found.g_boot]).all()
    assert found.low == change(BEFORE, AFTER).low


def test_a_hall_gets_fewer_resamples_and_about_the_same_interval():
    """5,000 people: the bootstrap draws 400 times, not 10,000 times."""
    moved = np.random.default_rng(1).normal(0.2, 0.6, size=5000)
    found = change(np.zeros(5000), moved)
    assert found.boot == pytest.approx((found.low, found.high), abs=0.005)
    assert found.boot == change(np.zeros(5000), moved, resamples=400).boot


def test_who_answered_once_is_left_out():
    found = change([*BEFORE, 1.0, NOT], [*AFTER, NOT, 5.0])
    assert found == change(BEFORE, AFTER)


@pytest.mark.parametrize("n", [0, 1])
def test_nobody_and_one_person_have_no_interval(n):
    found = change(BEFORE[:n], AFTER[:n])
    assert found.n == n
    assert np.isnan([found.low, found.high, found.sd, found.g_av, *found.boot]).all()
    assert (found.up, found.same, found.down) == (n, 0, 0)


def test_when_all_move_alike_there_is_no_effect_size_but_there_is_a_change():
    found = change([3.0] * 10, [4.0] * 10)
    assert (found.mean, found.low, found.high, found.up) == (1, 1, 1, 10)
    assert np.isnan([found.d_z, found.d_av, found.g_av, *found.g_boot]).all()


def test_a_hair_s_breadth_is_no_change():
    assert change([0.1 + 0.2] * 5, [0.3] * 5).same == 5


def test_the_same_people_must_be_there_twice():
    with pytest.raises(ValueError, match=r"shapes \(12,\) and \(11,\); expected the same people twice"):
        change(BEFORE, AFTER[1:])


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=40), st.randoms())
def test_the_order_of_people_does_not_matter_and_the_way_back_is_the_opposite(people, random):
    one = change(*zip(*people, strict=True), resamples=0)
    random.shuffle(people)
    before, after = zip(*people, strict=True)
    other, back = change(before, after, resamples=0), change(after, before, resamples=0)
    assert other.mean == pytest.approx(one.mean)
    assert (other.low, other.high) == pytest.approx((one.low, one.high))
    assert (back.mean, back.low, back.high) == pytest.approx((-one.mean, -one.high, -one.low))
    assert (back.up, back.down) == (one.down, one.up)
    assert one.up + one.same + one.down == one.n == len(people)


@pytest.mark.parametrize(
    ("half", "n"), [(0.50, 8), (0.43, 10), (0.33, 15), (0.28, 20), (0.22, 30), (0.19, 40)]
)
def test_the_interval_is_as_wide_as_it_should_be(half, n):
    """With a standard deviation of the changes of 0.6."""
    moved = np.random.default_rng(n).normal(size=n)
    moved = 0.6 * (moved - moved.mean()) / moved.std(ddof=1)
    found = change(np.zeros(n), moved, resamples=0)
    assert (found.high - found.low) / 2 == pytest.approx(half, abs=0.005)


@pytest.mark.parametrize(
    ("pairs", "what"), [(0, "nothing"), (4, "nothing"), (5, "counts"), (9, "counts"), (10, "numbers")]
)
def test_how_much_is_shown(pairs, what):
    assert shown(pairs) == what


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        (0.1, 0.5, "higher"),
        (-0.1, 0.5, "unclear"),
        (0.0, 0.5, "unclear"),
        (-0.5, -0.1, "lower"),
        (NOT, NOT, "unclear"),
    ],
)
def test_an_interval_in_a_word(low, high, word):
    assert verdict(low, high) == word


class TestOverlap:
    """Some people answered both moments, some only one."""

    def test_with_pairs_alone_it_is_the_paired_test_with_one_spread(self):
        found = overlap(BEFORE, AFTER)
        assert (found.mean, found.df) == pytest.approx((0.3917, 11), abs=5e-5)
        # The paired error with both spreads taken as equal: sqrt(2 S² (1 - r) / n).
        r = np.corrcoef(BEFORE, AFTER)[0, 1]
        pooled = (np.var(BEFORE, ddof=1) + np.var(AFTER, ddof=1)) / 2
        assert found.mean / found.t == pytest.approx(math.sqrt(2 * pooled * (1 - r) / 12))

    def test_the_formula_by_hand(self):
        """Two with one score before, one with one score after; worked out on paper."""
        found = overlap([1, 2, 3, 4, 5, NOT], [2, 3, 5, NOT, NOT, 6])
        # n1 = 5, n2 = 4, n_c = 3; S1² = 2.5, S2² = 10/3, S_p² = (4·2.5 + 3·10/3)/7 = 20/7; r = 0.98198.
        error = math.sqrt(20 / 7 * (1 / 5 + 1 / 4 - 2 * 0.9819805 * 3 / 20))
        assert found.mean == pytest.approx(1.0)
        assert found.t == pytest.approx(1 / error, abs=1e-6)
        assert found.df == pytest.approx(2 + 3 * 5 / 9)

    def test_who_answered_once_counts(self):
        alone = overlap([*BEFORE, 1.0, 1.0, 1.0], [*AFTER, NOT, NOT, NOT])
        assert alone.mean > overlap(BEFORE, AFTER).mean + 0.3

    def test_it_is_wrong_one_time_in_twenty(self):
        """Ten pairs with six people more on either side, and no change at all, as in a workshop's spread."""
        rng = np.random.default_rng(4)
        wrong = 0
        for _ in range(2000):
            person = rng.normal(3.3, 0.45, 22)
            before, after = (person + rng.normal(0, 0.4, 22) for _ in range(2))
            before[16:], after[10:16] = NOT, NOT
            found = overlap(before, after)
            wrong += not found.low <= 0 <= found.high
        assert 0.035 < wrong / 2000 < 0.065

    @pytest.mark.parametrize("n", [0, 1])
    def test_it_needs_pairs(self, n):
        with pytest.raises(ValueError, match=rf"{n} people with both scores; it needs 2, or else use welch"):
            overlap([*BEFORE[:n], 3, NOT], [*AFTER[:n], NOT, 3])


class TestWelch:
    """Nobody knows who is who."""

    def test_it_is_weaker_than_pairs(self):
        paired, found = change(BEFORE, AFTER, resamples=0), welch(BEFORE, AFTER)
        assert found.mean == pytest.approx(paired.mean)
        assert found.high - found.low > 1.5 * (paired.high - paired.low)

    def test_the_formula_by_hand(self):
        # Errors 1/3 and 4/3: t = 2 / sqrt(5/3), df = (5/3)² / ((1/3)²/2 + (4/3)²/2) = 50/17.
        found = welch([1, 2, 3, NOT], [2, 4, 6])
        assert (found.mean, found.t, found.df) == pytest.approx((2, 2 / math.sqrt(5 / 3), 50 / 17))

    def test_two_groups_without_spread(self):
        found = welch([3, 3], [4, 4])
        assert (found.mean, found.low, found.high) == (1, 1, 1)

    def test_it_needs_two_of_each(self):
        with pytest.raises(ValueError, match="groups of 1 and 2; each needs 2"):
            welch([3, NOT], [3, 4])


class TestScale:
    """Scores of people, and what is said of items."""

    @pytest.mark.parametrize(("items", "needed"), [(8, 6), (4, 3), (1, 1), (2, 2), (10, 8)])
    def test_three_quarters_make_a_score(self, items, needed):
        assert least(items) == needed

    def test_a_score_is_the_mean_of_what_somebody_knows(self):
        known = [5, 4, 4, 3, 3, 5, NOT, NOT]
        found = scores([known, [*known[:5], NOT, NOT, NOT], [2] * 8])
        assert found[[0, 2]].tolist() == [4, 2]
        assert np.isnan(found[1])

    def test_without_items_nobody_has_a_score(self):
        assert np.isnan(scores(np.zeros((2, 0)))).all()

    def test_answers_are_a_table(self):
        with pytest.raises(ValueError, match=r"shape \(3,\); expected \(people, items\)"):
            scores([1, 2, 3])

    def test_the_share_that_agrees(self):
        assert agreeing([4, 5, 3, NOT]) == pytest.approx(2 / 3)
        assert math.isnan(agreeing([NOT]))

    def test_items_that_move_together(self):
        assert togetherness([[1, 2, 5], [2, 3, 4], [4, 5, 2], [NOT, 1, 1]]) == pytest.approx(-1 / 3)
        assert math.isnan(togetherness([[1, 2], [2, 3]])), "two people always agree"
        assert math.isnan(togetherness([[3, 2], [3, 3], [3, 4]])), "an item that doesn't vary tells nothing"
