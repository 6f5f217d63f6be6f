"""The line of a journey: feelings, the deepest dip, and who hands over to whom."""

import pytest

from kit.insight.journey import dip, feelings, handovers, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-1 niemand belt terug", -1),
        ("−2", -2),
        ("– 1 moe", -1),
        ("+2: opgelucht", 2),
        ("0 het maakt niet uit", 0),
        ("  1", 1),
        ("3 te hoog", None),
        ("-22", None),
        ("boos", None),
        ("op 2 maart", None),
        ("", None),
    ],
)
def test_the_number_that_a_text_begins_with(text, value):
    assert number(text, -2, 2) == value


def test_the_feeling_of_a_moment_is_the_mean():
    assert feelings([[1, 2], [], [-2]]) == [1.5, None, -2]
    assert feelings([]) == []


@pytest.mark.parametrize(
    ("means", "place"),
    [
        ([1, -1.5, None, 0], 1),
        ([-1, -1, 0], 0),
        ([None, None], None),
        ([1, None, 1], None),
        ([], None),
    ],
)
def test_the_deepest_dip(means, place):
    assert dip(means) == place


@pytest.mark.parametrize(
    ("contacts", "moments"),
    [
        ([{"school"}, {"school"}, {"politie"}], [2]),
        ([{"school"}, set(), {"politie"}, {"politie", "wijkteam"}, {"wijkteam"}], [2]),
        ([set(), {"politie"}], []),
        ([], []),
    ],
)
def test_a_handover_is_a_change_of_organisations(contacts, moments):
    assert handovers(contacts) == moments
