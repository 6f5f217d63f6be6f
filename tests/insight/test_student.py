"""Student's t: as the tables have it, and as its symmetry wants."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.student import cdf, quantile

DF = st.floats(0.5, 500)


@pytest.mark.parametrize(
    ("p", "df", "expected"),
    [
        (0.975, 1, 12.7062047),
        (0.975, 2, 4.3026527),
        (0.975, 5, 2.5705818),
        (0.975, 9, 2.2621572),
        (0.975, 11, 2.2009852),
        (0.975, 30, 2.0422725),
        (0.975, 120, 1.9799304),
        (0.95, 9, 1.8331129),
        (0.995, 4, 4.6040949),
        (0.9, 3, 1.6377444),
        (0.975, 1e9, 1.9599640),
    ],
)
def test_it_is_what_the_tables_say(p, df, expected):
    assert quantile(p, df) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("t", [-30, -2, -0.5, 0, 0.1, 1, 7, 400])
def test_one_and_two_degrees_of_freedom_have_a_closed_form(t):
    assert cdf(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-12)
    assert cdf(t, 2) == pytest.approx(0.5 + t / (2 * math.sqrt(2 + t * t)), abs=1e-12)


@given(st.floats(0.001, 0.999), DF)
def test_a_quantile_is_where_the_share_lies(p, df):
    assert cdf(quantile(p, df), df) == pytest.approx(p, abs=1e-9)


@given(st.floats(-50, 50), DF)
def test_it_is_the_same_on_both_sides(t, df):
    assert cdf(t, df) + cdf(-t, df) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("p", [0, 1, -0.1, 1.5])
def test_a_share_lies_between_nothing_and_all(p):
    with pytest.raises(ValueError, match=f"a share of {p}; it lies between 0 and 1"):
        quantile(p, 5)


def test_there_are_degrees_of_freedom():
    with pytest.raises(ValueError, match="0 degrees of freedom"):
        quantile(0.975, 0)
