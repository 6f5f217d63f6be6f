"""Small numbers: what may be told, and that nobody reckons the rest from it."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kit.insight.small import SMALLEST, all_large, may_tell, named, told_shares

NAN = pytest.approx(np.nan, nan_ok=True)


def counts(most=5):
    """Voters and supporters of a few organisations, for one option."""
    one = st.integers(1, most).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
    return st.lists(one, min_size=1, max_size=5)


def solutions(voters, told, total):
    """Every way in which the organisations may have voted, for somebody who knows all that is told."""
    ways = itertools.product(*(range(n + 1) for n in voters))
    return [
        way
        for way in ways
        if sum(way) == total
        and all(np.isnan(share) or yes / n == share for yes, n, share in zip(way, voters, told, strict=True))
    ]


def test_three_people_are_enough_to_tell_of():
    assert may_tell([0, 2, 3, 8]).tolist() == [False, False, True, True]


def test_shares_of_large_organisations_are_told():
    told = told_shares([[3, 0], [1, 2]], [3, 4], open_vote=False)
    assert told.tolist() == [[1, 0], [0.25, 0.5]]


@pytest.mark.parametrize("voters", [[3, 4, 1], [3, 4, 2], [1, 1, 1], [30, 40, 1]])
def test_one_small_organisation_hides_them_all(voters):
    assert np.isnan(told_shares([[1, 0]] * 3, voters, open_vote=False)).all()


def test_an_open_vote_tells_all():
    assert told_shares([[1, 0], [1, 2]], [1, 4], open_vote=True).tolist() == [[1, 0], [0.25, 0.5]]


def test_nobody_of_an_organisation_is_no_small_organisation():
    told = told_shares([[2], [0]], [4, 0], open_vote=False)
    assert told[:, 0].tolist() == [0.5, NAN]


def test_what_few_answered_is_hidden_alone():
    told = told_shares([[2, 1], [3, 4]], [[3, 1], [4, 4]], open_vote=False)
    assert told[:, 0].tolist() == [2 / 3, 3 / 4]
    assert np.isnan(told[:, 1]).all()


def test_who_passes_an_option_over_does_not_uncover_the_others():
    assert np.isnan(told_shares([[1, 0], [3, 4]], [[1, 0], [4, 4]], open_vote=False)).all()


@pytest.mark.parametrize(("others", "hidden"), [(0, False), (1, True), (2, True), (3, False)])
def test_what_the_organisations_leave_of_the_total_is_somebodys_too(others, hidden):
    told = told_shares([[2], [3]], [3, 4], open_vote=False, others=others)
    assert np.isnan(told).all() == hidden
    assert all_large([3, 4], others) != hidden


def test_no_organisations_is_no_error():
    assert told_shares(np.zeros((0, 3)), np.zeros(0), open_vote=False).shape == (0, 3)
    assert all_large([])


def test_shapes_must_agree():
    with pytest.raises(ValueError, match="organisations, options"):
        told_shares([[1, 2]], [1, 2], open_vote=False)


@pytest.mark.parametrize(
    ("people", "known"),
    [
        ({"a": 3, "b": 5}, "ab"),
        ({"a": 3, "b": 5, "c": 1}, "b"),  # c alone would be the one without a name
        ({"a": 3, "b": 5, "c": 2}, "b"),
        ({"a": 3, "b": 5, "c": 1, "d": 1}, "b"),  # two people are no rest
        ({"a": 3, "b": 5, "c": 2, "d": 1}, "ab"),
        ({"a": 3, "c": 1, None: 4}, "a"),
        ({"a": 3, "b": 5, None: 1}, "b"),
        ({"a": 3, None: 3}, "a"),
        ({"a": 3, "c": 1}, ""),
        ({"c": 2}, ""),
        ({}, ""),
    ],
)
def test_who_may_stand_beside_a_card(people, known):
    assert named(one for one, size in people.items() for _ in range(size)) == set(known)


@given(st.dictionaries(st.sampled_from([None, *"abcdef"]), st.integers(1, 5)))
def test_who_has_no_name_has_others_to_hide_among(people):
    known = named(one for one, size in people.items() for _ in range(size))
    assert all(people[one] >= SMALLEST for one in known)
    rest = {one: size for one, size in people.items() if one not in known}
    assert not known or not rest or sum(rest.values()) >= SMALLEST
    assert not known or set(rest) <= {None} or len(rest) > 1


@given(counts(), st.integers(0, 2))
def test_a_small_delegation_cannot_be_worked_out_from_the_total(votes, others):
    """What is told of one option, with the number of its supporters and how many voted."""
    yes, voters = zip(*votes, strict=True)
    everyone = [*voters, *[1] * others]
    total = sum(yes)
    assume(len(everyone) > 1)
    assume(0 < total < sum(everyone))  # where all say the same, the total alone tells what anybody said
    shares = told_shares([[one] for one in yes], voters, open_vote=False, others=others)[:, 0]
    found = solutions(everyone, [*shares, *[np.nan] * others], total)
    for n, size in enumerate(everyone):
        if size < SMALLEST:
            assert len({way[n] for way in found}) > 1


@given(st.lists(counts(4), min_size=2, max_size=2))
def test_nor_from_two_votes_of_which_one_tells_more(both):
    """Whoever is small in one vote and large in another is not found by laying one beside the other."""
    for votes in both:
        yes, voters = zip(*votes, strict=True)
        told = told_shares([[one] for one in yes], voters, open_vote=False)
        assert np.isnan(told).all() or min(voters) >= SMALLEST


@given(counts(), st.data())
def test_what_is_hidden_depends_on_who_voted_and_never_on_how(votes, data):
    voters = [size for _, size in votes]
    other = [[data.draw(st.integers(0, size))] for size in voters]
    one = told_shares([[yes] for yes, _ in votes], voters, open_vote=False)
    assert (np.isnan(one) == np.isnan(told_shares(other, voters, open_vote=False))).all()
