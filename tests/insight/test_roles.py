"""Everyone gets a role that is not their own, and keeps it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.roles import deal

ROLES = ["gemeente", "gemeente", "politie", "school", "bewoners"]


@given(
    st.integers(0, 5000),
    st.lists(st.sampled_from("abcde"), max_size=12),
    st.sampled_from([*"abcde", "elders", None]),
    st.integers(0, 1000),
)
def test_a_role_is_never_of_the_own_organisation(number, roles, own, shift):
    role = deal(number, roles, own, shift)
    if role is None:
        assert set(roles) <= {own}
    else:
        assert roles[role] != own


@pytest.mark.parametrize("shift", [0, 3, 7])
def test_people_in_a_row_get_roles_in_a_row(shift):
    dealt = [deal(n, ROLES, None, shift) for n in range(1, 21)]
    assert set(Counter(dealt).values()) == {4}
    assert [(a + 1) % 5 for a in dealt] == [*dealt[1:], (dealt[-1] + 1) % 5]


def test_who_would_get_their_own_takes_one_further_on_each_time_one_more():
    """Numbers 2, 7, 12 and 17 would all be the police."""
    assert [deal(n, ROLES, "politie") for n in (2, 7, 12, 17, 22)] == [3, 4, 0, 1, 3]


def test_one_large_delegation_is_spread_over_all_others():
    counts = Counter(deal(n, ROLES, "gemeente") for n in range(30))
    assert sorted(counts) == [2, 3, 4]
    assert set(counts.values()) == {10}


def test_when_everyone_would_get_their_own_all_move_up_one():
    assert [deal(n, ["a", "b", "c"], own) for n, own in enumerate("abc")] == [1, 2, 0]


@pytest.mark.parametrize(("roles", "own"), [([], None), ([], "a"), (["a", "a"], "a")])
def test_without_another_view_there_is_no_role(roles, own):
    assert deal(4, roles, own) is None
