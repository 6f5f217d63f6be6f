"""Ties between organisations: shares, confirmed and new lines, and what is too few to show."""

import math

import numpy as np
import pytest

from kit.insight.network import missing_lines, new_lines, reach, ties

NOT = math.nan
POLICE, SCHOOL, CARE = range(3)
OWN = [POLICE] * 3 + [SCHOOL] * 3 + [CARE]
BEFORE = [
    *([NOT, 0, 1], [NOT, 0, 0], [NOT, 1, 0]),
    *([0, NOT, 0], [1, NOT, 0], [0, NOT, 0]),
    [1, 1, NOT],
]
AFTER = [
    *([NOT, 1, 1], [NOT, 1, 0], [NOT, 1, 0]),
    *([1, NOT, 0], [1, NOT, 0], [0, NOT, 0]),
    [1, 1, NOT],
]


def test_shares_are_of_an_organisation_about_another():
    found = ties(AFTER, OWN, smallest=1)
    assert found.share[POLICE, SCHOOL] == 1
    assert found.share[SCHOOL, POLICE] == pytest.approx(2 / 3)
    assert found.share[CARE, POLICE] == 1
    assert np.isnan(np.diag(found.share)).all()


def test_a_line_is_what_both_sides_confirm():
    found = ties(AFTER, OWN, smallest=1)
    assert found.line[POLICE, SCHOOL] == found.line[SCHOOL, POLICE] == pytest.approx(2 / 3)
    assert found.line[CARE, SCHOOL] == 0


def test_density_is_the_mean_of_the_shares():
    assert ties(AFTER, OWN, smallest=1).density == pytest.approx((1 + 1 / 3 + 2 / 3 + 0 + 1 + 1) / 6)


def test_the_answer_of_one_person_is_not_shown_nor_hidden_in_the_density():
    found = ties(AFTER, OWN, smallest=3)
    assert np.isnan(found.share[CARE]).all()
    assert np.isnan(found.line[CARE]).all()
    assert found.share[POLICE, CARE] == pytest.approx(1 / 3), "what police say about care is theirs to tell"
    assert found.density == pytest.approx((1 + 1 / 3 + 2 / 3 + 0) / 4)


def test_who_did_not_answer_makes_the_group_smaller():
    answers = np.array(AFTER)
    answers[0, SCHOOL] = NOT
    assert np.isnan(ties(answers, OWN, smallest=3).share[POLICE, SCHOOL])


def test_new_and_missing_lines():
    before, after = ties(BEFORE, OWN, 1), ties(AFTER, OWN, 1)
    assert new_lines(before, after) == [(POLICE, SCHOOL)]
    assert missing_lines(after) == [(SCHOOL, CARE)]
    assert new_lines(ties(BEFORE, OWN, 3), ties(AFTER, OWN, 3)) == [(POLICE, SCHOOL)]


def test_without_answers_nothing_is_known():
    found = ties(np.full((2, 3), NOT), [0, 1], 1)
    assert math.isnan(found.density)
    assert new_lines(found, found) == missing_lines(found) == []


@pytest.mark.parametrize(
    ("said", "share"), [([1, 0], 0.5), ([1, 3, None, 0], 0.5), ([0], 0), ([None, None], NOT), ([], NOT)]
)
def test_reach_is_a_share_of_the_others(said, share):
    assert reach(said) == pytest.approx(share, nan_ok=True)


def test_the_shapes_must_agree():
    with pytest.raises(ValueError, match=r"shapes \(2, 3\) and \(1,\); expected \(people, organisations\)"):
        ties(np.zeros((2, 3)), [0], 1)
