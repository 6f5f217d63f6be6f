"""The mean over several studies: published examples, and what must hold of any."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.meta import paule_mandel, pooled, told

# Kacker (2004), Metrologia 41, 132, table 1. The longer numbers are those that metafor gives.
KACKER = [61.00, 61.40, 62.21, 62.30, 62.34, 62.60, 62.70, 62.84, 65.90]
VARIANCES = [0.2025, 1.2100, 0.0900, 0.2025, 0.3844, 0.5625, 0.0676, 0.0225, 1.8225]

# Thirteen trials of the BCG vaccine (Colditz and others, 1994): ill and well, vaccinated and not.
BCG = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
    (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
]  # fmt: skip
# The upper 2.5 % of Student's t, from printed tables.
T = {1: 12.706, 2: 4.303, 3: 3.182, 8: 2.306, 11: 2.201, 12: 2.179}


def bcg():
    """Return the log relative risks, and their variances."""
    risks = [math.log(a / (a + b) / (c / (c + d))) for a, b, c, d in BCG]
    return risks, [1 / a - 1 / (a + b) + 1 / c - 1 / (c + d) for a, b, c, d in BCG]


def by_hand(effects, variances, tau2):
    """Return mean, and standard error of Hartung and Knapp, with plain sums."""
    weights = [1 / (v + tau2) for v in variances]
    mean = sum(w * y for w, y in zip(weights, effects, strict=True)) / sum(weights)
    spread = sum(w * (y - mean) ** 2 for w, y in zip(weights, effects, strict=True)) / (len(effects) - 1)
    return mean, math.sqrt(max(1, spread) / sum(weights)), spread


def test_an_example_of_paule_and_mandel():
    found = pooled(KACKER, VARIANCES)
    assert math.sqrt(found.tau2) == pytest.approx(0.8399, abs=5e-5), "as Kacker published it"
    assert found.tau2 == pytest.approx(0.705395309224248, abs=1e-10)
    assert found.mean == pytest.approx(62.4076199113286, abs=1e-10)
    # At this tau2 the spread is what it should be, so that Hartung and Knapp's error is the plain one.
    assert found.se == pytest.approx(0.338030602684471, abs=1e-10)
    assert found.q == pytest.approx(24.801897741835, abs=1e-8)
    assert found.i2 == pytest.approx(0.67744403741711, abs=1e-10)
    assert found.k == 9


def test_an_example_of_hartung_and_knapp():
    """With DerSimonian and Laird's variance the error differs from the plain one: 0.2948, not 0.2457."""
    found = pooled(KACKER, VARIANCES, tau2=0.288049246973751)
    assert found.mean == pytest.approx(62.3901386044504, abs=1e-10)
    assert found.se == pytest.approx(0.29477605699879, abs=1e-10)
    assert (found.low, found.high) == pytest.approx((61.710383798052, 63.0698934108488), abs=1e-9)


def test_the_trials_of_a_vaccine():
    effects, variances = bcg()
    found = pooled(effects, variances)
    assert found.q == pytest.approx(152.2330, abs=5e-5)
    assert found.i2 == pytest.approx(0.9212, abs=5e-5)
    assert found.tau2 == pytest.approx(0.3181, abs=5e-5)
    mean, se, spread = by_hand(effects, variances, found.tau2)
    assert spread == pytest.approx(1), "that is what Paule and Mandel's variance is"
    assert (found.mean, found.se) == pytest.approx((mean, se))
    assert found.high - found.low == pytest.approx(2 * T[12] * se, rel=2e-4)
    ahead = T[11] * math.sqrt(found.tau2 + se**2)
    assert (found.next_low, found.next_high) == pytest.approx((mean - ahead, mean + ahead), rel=1e-3)


def test_the_published_mean_of_the_trials_with_a_variance_given():
    """DerSimonian and Laird's 0.3088; its interval of -1.0644 to -0.3638 is a normal one."""
    found = pooled(*bcg(), tau2=0.3088)
    assert found.mean == pytest.approx(-0.7141, abs=5e-5)
    plain = (1.0644 - 0.3638) / 2 / 1.959964
    assert by_hand(*bcg(), 0.3088)[2] > 1
    assert found.se > plain


def test_studies_that_happen_to_agree_are_not_surer_than_their_own_intervals():
    found = pooled([0.30, 0.30, 0.30], [0.01, 0.01, 0.04])
    assert (found.tau2, found.q, found.i2) == pytest.approx((0, 0, 0), abs=1e-12)
    assert found.se == pytest.approx(1 / math.sqrt(225))
    assert found.high == pytest.approx(0.3 + T[2] / 15, abs=1e-4)


def test_nothing_one_and_two():
    none = pooled([], [])
    assert none.k == 0
    assert none.weights == ()
    assert np.isnan([none.mean, none.low, none.tau2, none.q, none.next_low]).all()
    one = pooled([0.4], [0.02])
    assert (one.k, one.mean, one.tau2, one.weights) == (1, 0.4, 0, (1,))
    assert np.isnan([one.se, one.low, one.high, one.i2, one.next_high]).all(), (
        "its own interval stands with it"
    )
    two = pooled([0.2, 0.6], [0.01, 0.01])
    assert two.mean == pytest.approx(0.4)
    assert two.tau2 == pytest.approx(0.07), "half of 0.4 squared, less 0.01"
    assert two.high - two.low == pytest.approx(2 * T[1] * 0.2, rel=1e-4)
    assert np.isnan([two.next_low, two.next_high]).all()


@pytest.mark.parametrize(("k", "what"), [(0, "nothing"), (1, "one"), (2, "two"), (3, "mean"), (30, "mean")])
def test_what_may_be_told(k, what):
    assert told(k) == what


@pytest.mark.parametrize(
    ("effects", "variances", "problem"),
    [
        ([1, 2], [1], r"shapes \(2,\) and \(1,\); expected one variance for each effect"),
        ([1, math.nan], [1, 1], "an effect is missing, or a variance is not above 0"),
        ([1, 2], [1, 0], "an effect is missing, or a variance is not above 0"),
    ],
)
def test_a_study_without_a_number_or_a_spread_is_refused(effects, variances, problem):
    with pytest.raises(ValueError, match=problem):
        pooled(effects, variances)


studies = st.lists(st.tuples(st.floats(-4, 4), st.floats(0.001, 2)), min_size=2, max_size=20)


@given(studies, st.randoms())
def test_order_does_not_matter_and_the_mean_lies_among_the_studies(given_studies, random):
    found = pooled(*zip(*given_studies, strict=True))
    random.shuffle(given_studies)
    effects, variances = zip(*given_studies, strict=True)
    other = pooled(effects, variances)
    assert (other.mean, other.se, other.tau2) == pytest.approx((found.mean, found.se, found.tau2), abs=1e-6)
    assert min(effects) - 1e-9 <= found.mean <= max(effects) + 1e-9
    assert sum(found.weights) == pytest.approx(1)
    assert found.low <= found.mean <= found.high
    assert 0 <= found.i2 <= 1
    if found.k > 2:
        assert found.next_low <= found.low
        assert found.high <= found.next_high


@given(studies, st.floats(-3, 3), st.floats(0.1, 10))
def test_another_zero_or_another_unit_changes_nothing_else(given_studies, by, times):
    effects, variances = (np.array(one) for one in zip(*given_studies, strict=True))
    one, other = pooled(effects, variances), pooled((effects + by) * times, variances * times**2)
    assert other.mean == pytest.approx((one.mean + by) * times, abs=1e-6)
    assert other.se == pytest.approx(one.se * times, rel=1e-6, abs=1e-9)
    assert other.tau2 == pytest.approx(one.tau2 * times**2, rel=1e-5, abs=1e-7)
    assert other.i2 == pytest.approx(one.i2, abs=1e-6)


@given(studies)
def test_the_variance_between_studies_explains_what_chance_does_not(given_studies):
    effects, variances = zip(*given_studies, strict=True)
    found = paule_mandel(effects, variances)
    spread = by_hand(effects, variances, found)[2]
    assert found >= 0
    assert spread == pytest.approx(1, abs=1e-6) if found else spread <= 1 + 1e-9


def test_the_interval_holds_the_mean_about_as_often_as_it_says():
    """Five workshops of 12 to 40 people, whose true changes differ."""
    rng = np.random.default_rng(7)
    held = ahead = 0
    for _ in range(1500):
        true, size = rng.normal(0.3, 0.2, 6), rng.integers(12, 40, 6)
        effects = rng.normal(true, 0.6 / np.sqrt(size))
        variances = 0.36 * rng.chisquare(size - 1) / (size - 1) / size
        found = pooled(effects[:5], variances[:5])
        held += found.low <= 0.3 <= found.high
        ahead += found.next_low <= true[5] <= found.next_high
    assert 0.93 < held / 1500 < 0.985
    assert 0.93 < ahead / 1500 < 0.99
