"""The Method of Equal Shares: the worked example in exact fractions, and what the method promises."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.shares import balanced_set, equal_shares, fill, purses
from tests.insight._examples import BUDGET, COSTS, IDEAS, ORGANISATIONS, PEOPLE, SIZES, WANT


def names(options):
    return "".join(list(IDEAS)[n] for n in options)


def bought(groups, budget=BUDGET, *, worth_cost=True):
    held = equal_shares(COSTS, WANT, purses(groups, budget), worth_cost=worth_cost)
    return [(list(IDEAS)[one.option], one.rate) for one in held]


def test_a_purse_each_or_a_purse_for_each_organisation():
    assert set(purses(PEOPLE, BUDGET)) == {Fraction(12, 20)}
    per_organisation = purses(ORGANISATIONS, BUDGET)
    assert per_organisation[0] == Fraction(1, 4)
    assert sum(per_organisation) == BUDGET
    assert [
        sum(per_organisation[n] for n, one in enumerate(ORGANISATIONS) if one == name) for name in SIZES
    ] == [2] * 6


def test_who_belongs_to_nobody_has_no_purse_unless_nobody_belongs():
    assert purses(["a", None], 4) == [4, 0]
    assert purses([None, None], 4) == [2, 2]


def test_the_worked_example_per_person():
    assert bought(PEOPLE) == [("A", Fraction(1, 12)), ("B", Fraction(37, 288))]
    assert names(balanced_set(COSTS, WANT, PEOPLE, BUDGET)) == "ABF"


def test_the_worked_example_per_organisation():
    assert bought(ORGANISATIONS) == [("B", Fraction(7, 72)), ("F", Fraction(1, 6))]
    assert names(balanced_set(COSTS, WANT, ORGANISATIONS, BUDGET)) == "BDF"


def test_the_worked_example_where_every_idea_is_worth_the_same():
    assert names(balanced_set(COSTS, WANT, PEOPLE, BUDGET, worth_cost=False)) == "FEB"
    assert names(balanced_set(COSTS, WANT, ORGANISATIONS, BUDGET, worth_cost=False)) == "FBC"


def test_the_first_step_of_the_example():
    """Two people of the municipality give all they have, the nine others the same: together 4."""
    (_, rate), *_ = bought(ORGANISATIONS)
    assert rate * 4 == Fraction(7, 18)
    assert 2 * Fraction(1, 4) + 9 * rate * 4 == 4


def test_most_votes_first_leaves_two_organisations_with_nothing():
    """Of two with as many votes the first that was named comes first: here the app before the host."""
    popular = sorted(range(6), key=lambda n: (-len(WANT[n]), "ADEBCF".index(list(IDEAS)[n])))
    chosen = fill(COSTS, popular, BUDGET)
    assert names(chosen) == "ADE"
    served = {ORGANISATIONS[one] for n in chosen for one in WANT[n]}
    assert set(SIZES) - served == {"sociaal werk", "school"}


def test_what_is_left_is_spent_on_what_comes_first():
    costs, want = [3, 2, 2], [{0, 1}, {0}, {1}]
    assert balanced_set(costs, want, ["a", "a"], 5) == [0]
    assert balanced_set(costs, want, ["a", "a"], 5, then=[2, 1, 0]) == [0, 2]


def test_what_nobody_wants_is_never_bought():
    assert balanced_set([1, 1], [set(), {0}], ["a"], 9, then=[0, 1]) == [1]
    assert balanced_set([1], [set()], ["a"], 9, then=[0]) == []
    assert balanced_set([1], [set()], [], 9) == []


def test_what_only_people_without_a_purse_want_comes_last():
    """Their support counts where money is left, but no imaginary budget ever pays for it."""
    assert balanced_set([2, 1], [{0}, {1}], ["a", None], 3) == [0]
    assert balanced_set([2, 1], [{0}, {1}], ["a", None], 3, then=[0, 1]) == [0, 1]


def test_one_who_wants_what_nobody_can_pay_holds_nobody_up():
    """A lone voter of 500 needs an imaginary budget of thousands; the answer comes all the same."""
    everyone = set(range(500))
    assert balanced_set([1] * 10 + [5], [everyone] * 10 + [{3}], ["x"] * 500, 12) == list(range(10))


@st.composite
def rooms(draw):
    """Costs, supporters, groups and a budget."""
    voters = draw(st.integers(1, 7))
    groups = [draw(st.sampled_from(["a", "b", "c", None])) for _ in range(voters)]
    options = draw(st.integers(1, 5))
    costs = draw(st.lists(st.integers(1, 5), min_size=options, max_size=options))
    want = [draw(st.sets(st.integers(0, voters - 1))) for _ in range(options)]
    return costs, want, groups, draw(st.integers(1, 14))


def by_the_book(costs, want, purse, *, worth_cost):
    """Follow the definition to the letter: at every turn look at every option anew."""
    left, chosen = list(purse), []
    while True:
        rates = []
        for n in range(len(costs)):
            if n in chosen or not want[n] or sum(left[one] for one in want[n]) < costs[n]:
                continue
            worth = costs[n] if worth_cost else 1
            # The sum that is paid grows with the rate and has its corners where somebody runs out.
            corners = sorted({Fraction(0), *(left[one] / worth for one in want[n])})
            for low, high in pairwise(corners):
                payers = [one for one in want[n] if left[one] > low * worth]
                paid = sum(min(left[one], low * worth) for one in want[n])
                rate = low + (costs[n] - paid) / (len(payers) * worth)
                if rate <= high:
                    rates.append((rate, -len(want[n]), n))
                    break
        if not rates:
            return chosen
        rate, _, n = min(rates)
        for one in want[n]:
            left[one] -= min(left[one], rate * (costs[n] if worth_cost else 1))
        chosen.append(n)


@given(rooms(), st.booleans())
def test_it_does_what_the_definition_says(room, worth_cost):
    costs, want, groups, budget = room
    held = equal_shares(costs, want, purses(groups, budget), worth_cost=worth_cost)
    assert [one.option for one in held] == by_the_book(
        costs, want, purses(groups, budget), worth_cost=worth_cost
    )


@given(rooms(), st.booleans())
def test_adding_one_is_done_to_the_letter(room, worth_cost):
    costs, want, groups, budget = room
    nobody = all(one is None for one in groups)
    payable = [{one for one in who if nobody or groups[one] is not None} for who in want]
    kept, imagined = [], budget
    while True:
        now = by_the_book(costs, payable, purses(groups, imagined), worth_cost=worth_cost)
        if sum(costs[n] for n in now) > budget:
            break
        kept = now
        if len(now) == sum(map(bool, payable)):
            break
        imagined += 1
    assert balanced_set(costs, want, groups, budget, worth_cost=worth_cost) == kept


@given(rooms())
def test_a_set_is_never_too_dear_and_nothing_wanted_still_fits(room):
    costs, want, groups, budget = room
    chosen = balanced_set(costs, want, groups, budget, then=range(len(costs)))
    spent = sum(costs[n] for n in chosen)
    assert spent <= budget
    assert len(set(chosen)) == len(chosen)
    assert all(want[n] for n in chosen)
    assert all(spent + costs[n] > budget for n in range(len(costs)) if want[n] and n not in chosen)


@given(rooms(), st.integers(2, 4))
def test_a_delegation_of_several_times_the_size_changes_nothing(room, times):
    """Everyone comes several times, and wants the same: an organisation's purse stays what it was."""
    costs, want, groups, budget = room
    more = [{one * times + n for one in who for n in range(times)} for who in want]
    crowd = [one for one in groups for _ in range(times)]
    assert balanced_set(costs, more, crowd, budget) == balanced_set(costs, want, groups, budget)


@pytest.mark.parametrize("groups", [PEOPLE, ORGANISATIONS])
def test_nobody_pays_more_than_they_have(groups):
    purse = purses(groups, BUDGET)
    left = list(purse)
    for one in equal_shares(COSTS, WANT, purse):
        paid = {who: min(left[who], one.rate * COSTS[one.option]) for who in WANT[one.option]}
        assert sum(paid.values()) == COSTS[one.option]
        for who, much in paid.items():
            left[who] -= much
    assert min(left) >= 0
