"""Numbers on a chart: as people write them, and none that would mislead."""

import itertools

import pytest

from kit.insight.chart_numbers import digits_for, indexed, number, period_name, rate, ticks, together


@pytest.mark.parametrize(
    ("value", "lang", "digits", "signed", "said"),
    [
        (12345.678, "nl", 1, False, "12.345,7"),
        (12345.678, "en", 1, False, "12,345.7"),
        (-0.0281, "nl", 2, True, "−0,03"),
        (0.06, "nl", 2, True, "+0,06"),
        (-0.001, "nl", 2, True, "0,00"),
        (1e9, "nl", 0, False, "1.000.000.000"),
        (0, "en", 0, True, "0"),
    ],
)
def test_numbers_are_written_as_people_do(value, lang, digits, signed, said):
    assert number(value, lang, digits, signed=signed) == said


def test_a_rate_needs_a_thousand_inhabitants():
    assert rate(26, 5200, 1000) == 5
    assert rate(0, 1000, 1000) == 0
    assert rate(298, 190, 1000) is None
    assert rate(298, None, 1000) is None
    assert rate(None, 5200, 1000) is None


def test_an_index_begins_at_100_and_needs_a_beginning():
    assert indexed([50, None, 75]) == [100, None, 150]
    assert indexed([None, 50]) == [None, None]
    assert indexed([0, 50]) == [None, None]
    assert indexed([]) == []


def test_what_is_missing_is_no_zero_in_a_sum():
    assert together([1, None, 2]) == 3
    assert together([None, None]) is None


def test_decimals_are_as_many_as_one_can_use():
    assert [digits_for(one) for one in ([1, 2], [], [None], [0.5, 3], [0.02, -0.3], [1000.5])] == [
        0,
        0,
        0,
        1,
        2,
        0,
    ]


@pytest.mark.parametrize(("low", "high"), [(0, 408), (0, 0), (-0.13, 0.05), (0, 4e9), (99, 101), (0, 1)])
def test_an_axis_has_a_few_round_numbers_around_the_figures(low, high):
    marks = ticks(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    assert 2 <= len(marks) <= 8
    assert len({round(b - a, 9) for a, b in itertools.pairwise(marks)}) == 1


def test_periods_are_said_as_people_do():
    assert [period_name(one, "nl") for one in ("2022", "2022-05")] == ["2022", "mei 2022"]
