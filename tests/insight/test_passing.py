"""Sheets that go round a table, and what was built on what."""

from itertools import permutations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.passing import build_on_rate, circle, join_in, pass_on, sheet_in_hand

TABLES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=7)


def alike(ring, of):
    """Return how many neighbours are of one organisation."""
    return sum(of[one] == of[ring[n - 1]] for n, one in enumerate(ring)) if len(ring) > 1 else 0


def table(kinds):
    return {f"p{n}": kind for n, kind in enumerate(kinds)}


@given(TABLES)
def test_no_circle_has_fewer_neighbours_of_one_organisation(kinds):
    of = table(kinds)
    people = list(of)
    ring = circle(people, of)
    assert sorted(ring) == sorted(people)
    best = min(alike((people[0], *rest), of) for rest in permutations(people[1:]))
    assert alike(ring, of) == best


def test_six_people_of_three_organisations_have_only_strangers_beside_them():
    of = table("aabbcc")
    assert alike(circle(list(of), of), of) == 0


def test_who_says_no_organisation_is_one_of_their_own():
    assert circle(["p1", "p2", "p3"], {}) == ["p1", "p3", "p2"]
    assert circle([], {}) == []


def test_the_same_people_always_sit_in_the_same_circle():
    of = table("abacab")
    assert circle(list(of), of) == circle(list(of), of)


@pytest.mark.parametrize(
    ("person", "round_", "sheets", "sheet"),
    [(0, 1, 6, 0), (0, 2, 6, 1), (5, 2, 6, 0), (3, 6, 6, 2), (0, 4, 3, 0)],
)
def test_the_sheet_that_a_person_has_in_hand(person, round_, sheets, sheet):
    assert sheet_in_hand(person, round_, sheets) == sheet


@given(st.integers(1, 8))
def test_within_as_many_rounds_as_people_nobody_gets_a_sheet_twice(sheets):
    rounds = range(1, sheets + 1)
    for person in range(sheets):
        assert len({sheet_in_hand(person, one, sheets) for one in rounds}) == sheets
    for round_ in rounds:
        assert len({sheet_in_hand(one, round_, sheets) for one in range(sheets)}) == sheets


@given(st.integers(1, 8))
def test_passing_on_is_the_formula(size):
    ring = [f"p{n}" for n in range(size)]
    hands = {one: one for one in ring}
    for round_ in range(1, 7):
        assert hands == {one: ring[sheet_in_hand(n, round_, size)] for n, one in enumerate(ring)}
        hands = pass_on(hands, ring)


def test_a_latecomer_puts_in_a_sheet_and_gets_another():
    of = table("abab") | {"late": "c"}
    ring = join_in(["p0", "p1", "p2", "p3"], "late", of)
    hands = pass_on({"p0": "p1", "p1": "p2", "p2": "p3", "p3": "p0"}, ring)
    assert sorted(hands) == sorted(ring)
    assert sorted(hands.values()) == sorted(ring), "no sheet is lost, none is held twice"
    assert hands["late"] != "late"


def test_a_latecomer_sits_between_strangers():
    of = table("ab") | {"p2": "a", "late": "a"}
    assert join_in(["p0", "p1", "p2"], "late", of) in (
        ["p0", "p1", "late", "p2"], ["p0", "late", "p1", "p2"],
    ), "beside one of their own at most"  # fmt: skip
    assert join_in([], "late", of) == ["late"]
    assert join_in(["p0"], "late", {}) == ["p0", "late"]


def test_the_sheet_of_who_left_is_laid_down():
    hands = pass_on({"p0": "p1", "p1": "p2", "p2": "p0"}, ["p0", "p2"])
    assert hands == {"p0": "p0", "p2": "p1"}


def ideas(*rows):
    return pd.DataFrame(rows, columns=["card", "parent", "organisation"]).astype(
        {"card": "str", "parent": "str", "organisation": "category"}
    )


def test_the_share_of_ideas_that_build_on_another_organisations():
    found = ideas(
        ("k1", None, "politie"),
        ("k2", "k1", "school"),
        ("k3", "k1", "politie"),
        ("k4", "k2", "politie"),
    )
    assert build_on_rate(found) == pytest.approx(2 / 4)


def test_an_idea_of_no_known_organisation_does_not_count():
    found = ideas(
        ("k1", None, None), ("k2", "k1", "school"), ("k3", "k2", "politie"), ("k4", "weg", "school")
    )
    assert build_on_rate(found) == pytest.approx(1 / 3)
    assert build_on_rate(ideas(("k1", None, None))) is None
    assert build_on_rate(ideas()) is None


def test_parents_may_lie_elsewhere():
    earlier = ideas(("k1", None, "politie"))
    assert build_on_rate(ideas(("k2", "k1", "school"))) == 0
    assert build_on_rate(ideas(("k2", "k1", "school")), earlier) == 1
