"""Equal shares against another implementation, what it promises to those who pay, and who they are."""

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.shares import balanced_set, equal_shares, fair_set, purses
from tests.insight._examples import BUDGET, COSTS, IDEAS, ORGANISATIONS, PEOPLE, WANT
from tests.insight.test_shares import by_the_book, rooms

RECORDED = json.loads(Path(__file__).with_name("equal_shares.json").read_text(encoding="utf-8"))


def test_another_implementation_bought_the_same():
    """600 random elections with purses per organisation or per person, as pabutools 1.2.3 decided them."""
    assert len(RECORDED) == 600
    for groups, costs, want, budget, *said in RECORDED:
        wants = [set(map(int, who)) for who in want]
        for worth_cost, bought in zip((True, False), said, strict=True):
            held = equal_shares(costs, wants, purses(groups, budget), worth_cost=worth_cost)
            assert "".join(str(one.option) for one in held) == bought, (groups, costs, want, budget)


@pytest.mark.parametrize("seed", range(6))
def test_a_crowd_is_counted_as_exactly_as_a_handful(seed):
    """Many purses that are equal, nearly equal, or spent to the last: floats alone would get some wrong."""
    chance = random.Random(seed)
    voters, options = 60, 14
    groups = chance.choices("abcd", (30, 20, 8, 2), k=voters)
    costs = [chance.randint(1, 4) for _ in range(options)]
    want = [{n for n in range(voters) if chance.random() < chance.choice((0.2, 0.6))} for _ in range(options)]
    purse = [one + Fraction(chance.randint(0, 2), 10**13) for one in purses(groups, 12)]
    for worth_cost in (True, False):
        held = equal_shares(costs, want, purse, worth_cost=worth_cost)
        assert [one.option for one in held] == by_the_book(costs, want, purse, worth_cost=worth_cost)


@pytest.mark.parametrize(
    ("more", "bought"), [(0, [0]), (Fraction(1, 10**30), [0]), (-Fraction(1, 10**30), [])]
)
def test_a_hair_decides(more, bought):
    """Two have just what it costs, or too little by what no float can tell."""
    held = equal_shares([1], [{0, 1}], [Fraction(1, 3) + more, Fraction(2, 3)])
    assert [one.option for one in held] == bought


def test_which_is_cheaper_by_a_hair_is_bought_first():
    """The second has one voter more, who has next to nothing: still it is cheaper for the others."""
    purse = [Fraction(1), Fraction(1), Fraction(1), Fraction(1), Fraction(1, 10**40)]
    first, _ = equal_shares([1, 1], [{0, 1}, {2, 3, 4}], purse)
    assert first.option == 1
    assert first.rate < Fraction(1, 2)


@given(rooms(), st.booleans())
def test_everything_bought_has_its_price_and_nothing_else_could_be_paid(room, worth_cost):
    """Priceability (Peters and Skowron, 2020): supporters alone pay, the cost, from what they have."""
    costs, want, groups, budget = room
    purse = purses(groups, budget)
    left = list(purse)
    held = equal_shares(costs, want, purse, worth_cost=worth_cost)
    for one in held:
        pays = one.rate * (costs[one.option] if worth_cost else 1)
        paid = {who: min(left[who], pays) for who in want[one.option]}
        assert sum(paid.values()) == costs[one.option]
        for who, much in paid.items():
            left[who] -= much
    assert min(left) >= 0
    bought = {one.option for one in held}
    assert all(sum(left[who] for who in want[n]) < costs[n] for n in range(len(costs)) if n not in bought)
    assert sum(costs[n] for n in bought) <= budget


@given(rooms(), st.randoms(use_true_random=False))
def test_who_stands_where_on_the_list_of_voters_does_not_matter(room, random):
    costs, want, groups, budget = room
    place = list(range(len(groups)))
    random.shuffle(place)
    moved = [{place[who] for who in one} for one in want]
    seated = [group for _, group in sorted(zip(place, groups, strict=True), key=lambda one: one[0])]
    assert balanced_set(costs, moved, seated, budget) == balanced_set(costs, want, groups, budget)


@given(rooms())
def test_a_group_that_agrees_gets_its_part(room):
    """Its people all want the same one thing that its purse can pay for: then something of theirs is in."""
    costs, want, groups, budget = room
    known = {one for one in groups if one is not None}
    chosen = set(balanced_set(costs, want, groups, budget))
    for group in known:
        members = {n for n, one in enumerate(groups) if one == group}
        theirs = {n for n in range(len(costs)) if members & want[n]}
        if any(members <= want[n] and costs[n] * len(known) <= budget for n in theirs):
            assert theirs & chosen


def test_who_pays_in_the_worked_example():
    found = fair_set(COSTS, WANT, ORGANISATIONS, BUDGET, then=[list(IDEAS).index(one) for one in "BDFCAE"])
    assert "".join(list(IDEAS)[n] for n in found.chosen) == "BDF" or set(found.chosen) == {1, 3, 5}
    host = dict(zip((one.option for one in found.bought), found.shares, strict=True))[1]
    assert set(host) == {"gemeente", "politie", "corporatie", "sociaal werk", "bewoners", "school"}
    per_person = fair_set(COSTS, WANT, PEOPLE, BUDGET)
    assert [set(one) for one in per_person.shares] == [{"everyone"}] * len(per_person.shares)


@given(rooms(), st.booleans())
def test_who_pays_adds_up(room, worth_cost):
    costs, want, groups, budget = room
    then = range(len(costs))
    found = fair_set(costs, want, groups, budget, then=then, worth_cost=worth_cost)
    assert found.chosen == balanced_set(costs, want, groups, budget, then=then, worth_cost=worth_cost)
    assert len(found.shares) == len(found.bought) <= len(found.chosen)
    assert found.imagined >= budget
    spent = dict.fromkeys(groups, Fraction(0))
    for one, parts in zip(found.bought, found.shares, strict=True):
        assert sum(parts.values()) == 1
        assert {groups[who] for who in want[one.option]} >= parts.keys()
        for group, part in parts.items():
            spent[group] += part * costs[one.option]
    each = Fraction(found.imagined, len({one for one in groups if one is not None}) or 1)
    assert max(spent.values(), default=0) <= each
