"""Who met whom at the seats of a plan: counts that add up."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.insight.meetings import meetings
from kit.insight.seating import choose_hosts, plan, repeats
from kit.insight.swaps import AWAY, Company
from tests.insight.test_seating import must_be_fair


def test_who_met_whom_is_counted():
    # Two rounds, five people of three organisations; the last one comes late.
    found = meetings([[0, 0, 1, 1, AWAY], [0, 1, 0, 1, 1]], [0, 0, 1, 2, 2])
    # Met: 0-1, 2-3, 0-2, 1-3, 1-4, 3-4.
    assert found.pairs == pytest.approx(6 / 10)
    assert found.again == 0
    assert found.between.tolist() == [[1, 1, 2], [1, 0, 1], [2, 1, 1]]
    # 0 met organisation 1; 1 met 2; 2 met 0 and 2; 3 met 0 and 1; 4 met 0.
    assert found.others == pytest.approx(7 / 5)


def test_nobody_met_anybody():
    assert meetings(np.empty((0, 0)), []).pairs == 0
    alone = meetings([[0]], [3])
    assert (alone.pairs, alone.others, alone.again) == (0, 0, 0)
    absent = meetings([[AWAY, AWAY]], [0, 0])
    assert (absent.pairs, absent.others) == (0, 0)


def test_meeting_again_is_counted():
    assert meetings([[0, 0], [1, 1], [0, 0]], [0, 1]).again == 2


def test_shapes_must_agree():
    with pytest.raises(ValueError, match=r"shapes \(2, 3\) and \(2,\)"):
        meetings(np.zeros((2, 3)), [0, 1])


@settings(max_examples=25)
@given(st.integers(2, 5), st.integers(0, 9), st.integers(2, 4), st.randoms(use_true_random=False))
def test_the_counts_add_up(tables, more, rounds, random):
    people = 2 * tables + more
    groups = np.array([random.randrange(4) for _ in range(people)])
    found = Company(groups, np.arange(tables))
    seats = plan(found, choose_hosts(groups, tables), rounds)
    met = meetings(seats, groups)
    pairs = np.triu(met.between).sum()
    assert pairs == round(met.pairs * people * (people - 1) / 2)
    assert (met.between == met.between.T).all()
    assert met.again == repeats(seats)
    must_be_fair(choose_hosts(groups, tables), seats)
