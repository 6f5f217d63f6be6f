"""Ties between organisations: shares, confirmed and new lines, and what is too few to show."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.network import (
    LINES,
    densities,
    density,
    lines,
    missing_lines,
    new_lines,
    of_shares,
    reach,
    tie_table,
    ties,
)

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


NAMES = ["politie", "school", "zorg"]


def answers(moment, table, own=OWN, item="N2"):
    """The frame of what people said, shape (people, organisations)."""
    rows = [
        (moment, f"{item}:{NAMES[other]}", f"~{person}", NAMES[own[person]], value)
        for person, said in enumerate(table)
        for other, value in enumerate(said)
        if other != own[person]
    ]
    frame = pd.DataFrame(rows, columns=["moment", "item", "participant", "organisation", "value"])
    return frame.astype(
        {"moment": "category", "item": "category", "organisation": "category", "value": "float64"}
    )


BOTH = pd.concat([answers("before", BEFORE), answers("after", AFTER)], ignore_index=True)


def test_ties_as_a_table():
    table = tie_table(BOTH, "after", "N2", smallest=1)
    assert list(table.index) == list(table.columns) == NAMES
    assert table.to_numpy() == pytest.approx(ties(AFTER, OWN, 1).share, nan_ok=True)
    assert density(table) == pytest.approx(ties(AFTER, OWN, 1).density)


def test_what_few_people_say_is_not_in_the_table():
    table = tie_table(BOTH, "after", "N2")
    assert "zorg" not in table.index or table.loc["zorg"].isna().all()
    assert table.loc["politie", "zorg"] == pytest.approx(1 / 3)
    assert density(table) == pytest.approx(ties(AFTER, OWN, 3).density)


def test_lines_between_organisations():
    found = lines(BOTH, "N2", smallest=1)
    assert list(found) == LINES
    assert found[["organisation", "other", "status"]].to_numpy().tolist() == [
        ["politie", "school", "new"], ["politie", "zorg", "weak"], ["school", "zorg", "missing"],
    ]  # fmt: skip
    assert found["after"].tolist() == pytest.approx([2 / 3, 1 / 3, 0])


def test_a_line_that_was_there_is_confirmed_and_one_that_is_unknown_has_no_status():
    twice = pd.concat([answers("before", AFTER), answers("after", AFTER)], ignore_index=True)
    assert lines(twice, "N2", smallest=1)["status"].tolist()[0] == "confirmed"
    unknown = lines(BOTH, "N2").set_index(["organisation", "other"])["status"]
    assert unknown["politie", "school"] == "new"
    assert unknown.drop(("politie", "school")).isna().all()


def test_other_items_and_other_moments_are_left_out():
    assert tie_table(BOTH, "followup", "N2").empty
    assert tie_table(BOTH, "after", "N1").empty
    assert math.isnan(density(tie_table(BOTH, "after", "N1")))
    assert lines(BOTH[:0], "N2").empty


SAID = st.lists(st.sampled_from([0.0, 1.0, NOT]), min_size=3, max_size=3)


@given(st.lists(st.tuples(st.integers(0, 2), SAID), min_size=1, max_size=15), st.integers(1, 3))
def test_the_table_says_what_the_formula_says(people, smallest):
    own = [home for home, _ in people]
    said = np.array([one for _, one in people])
    table = tie_table(answers("after", said, own), "after", "N2", smallest).reindex(
        index=NAMES, columns=NAMES
    )
    assert table.to_numpy() == pytest.approx(ties(said, own, smallest).share, nan_ok=True)


def test_shares_of_a_table_make_the_same_ties():
    found, table = ties(AFTER, OWN, 3), tie_table(BOTH, "after", "N2")
    again = of_shares(table)
    assert again.line == pytest.approx(found.line, nan_ok=True)
    assert again.density == pytest.approx(found.density)
    with pytest.raises(ValueError, match=r"shape \(2, 3\); expected as many rows as columns"):
        of_shares(np.zeros((2, 3)))


def test_who_leaves_does_not_change_the_density():
    """Care knew everyone, and has gone home: what the others say of one another is as it was."""
    before = of_shares([[NOT, 0.2, 0.2], [0.2, NOT, 0.2], [1, 1, NOT]])
    after = of_shares([[NOT, 0.4, 0.4], [0.2, NOT, 0.2], [NOT, NOT, NOT]])
    assert before.density > after.density
    assert densities(before, after) == pytest.approx((0.2, 0.3))
    nothing = of_shares(np.full((3, 3), NOT))
    assert np.isnan(densities(before, nothing)).all()
