"""From answers to who changed, and what of it may be told."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.change import change
from kit.insight.moments import COLUMNS, by_item, by_person, by_reach

NAMES = ["A1", "A2", "A3", "A4"]


def answers(*rows):
    """Rows of (moment, item, participant, value)."""
    frame = pd.DataFrame(rows, columns=["moment", "item", "participant", "value"])
    kinds = {"moment": "category", "item": "category", "participant": "str", "value": "float64"}
    return frame.assign(step=frame["moment"]).astype(kinds)


def moved(*pairs, item="A1"):
    """One item, answered twice by each."""
    return answers(
        *((moment, item, f"~{n}", value)
          for n, pair in enumerate(pairs) for moment, value in zip(("before", "after"), pair, strict=True))
    )  # fmt: skip


def test_people_who_moved_are_counted_per_item():
    found = by_item(moved(*[(3, 4)] * 6, *[(4, 4)] * 3, (5, 2)), ["A1"])
    assert list(found) == COLUMNS
    assert found.iloc[0].tolist() == ["A1", 10, 6, 3, 1, 1.0, 0.4, 0.9]


@pytest.mark.parametrize(
    ("pairs", "counts", "shares"), [(4, False, False), (5, True, False), (9, True, False), (10, True, True)]
)
def test_what_so_few_people_said_is_not_told(pairs, counts, shares):
    (row,) = by_item(moved(*[(3, 4)] * pairs), ["A1"]).to_dict("records")
    assert row["n"] == pairs
    assert all(pd.notna(row[name]) == counts for name in ("up", "same", "down", "median"))
    assert all(pd.notna(row[name]) == shares for name in ("agree_before", "agree_after"))


def test_who_answered_once_or_does_not_know_does_not_count():
    once = answers(("before", "A1", "~x", 5.0), ("after", "A1", "~y", 1.0))
    unknown = answers(("before", "A1", "~z", 5.0), ("after", "A1", "~z", math.nan))
    found = by_item(pd.concat([moved(*[(2, 3)] * 5), once, unknown]), ["A1", "A2"])
    assert found["n"].tolist() == [5, 0]
    assert found["up"].tolist() == [5, pd.NA]
    assert found["item"].tolist() == ["A1", "A2"], "in the order that was asked for"


def test_scores_are_those_of_the_change():
    rows = [(moment, item, f"~{n}", 3.0 + n % 2 + (moment == "after"))
            for moment in ("before", "after") for item in NAMES for n in range(6)]  # fmt: skip
    people = by_person(answers(*rows, ("before", "A1", "~9", 1.0)), NAMES)
    assert people.loc["~0"].tolist() == [3, 4]
    assert people.loc["~9"].isna().all(), "one answer of four is no score"
    found = change(people["before"], people["after"])
    assert (found.n, found.mean) == (6, 1)


def test_a_later_moment_can_be_asked_for():
    rows = answers(("before", "A1", "~1", 2.0), ("followup", "A1", "~1", 4.0), ("after", "A1", "~1", 5.0))
    assert by_person(rows, ["A1"], later="followup").loc["~1"].tolist() == [2, 4]


def test_answers_say_whose_they_are_and_are_given_once():
    rows = moved((3, 4))
    with pytest.raises(ValueError, match=r"take frames\(\) without anonymous=True"):
        by_item(rows.assign(participant=None), ["A1"])
    with pytest.raises(ValueError, match="asked twice at one moment"):
        by_person(pd.concat([rows, rows]), ["A1"])


def test_without_answers_there_is_nothing_to_tell():
    assert by_item(answers(), ["A1"])["n"].tolist() == [0]
    assert by_item(answers(), []).empty
    assert by_person(answers(), ["A1"]).empty


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=5, max_size=30))
def test_everyone_moved_up_or_down_or_not(pairs):
    (row,) = by_item(moved(*pairs), ["A1"]).to_dict("records")
    found = change(*zip(*pairs, strict=True), resamples=0)
    assert (row["n"], row["up"], row["same"], row["down"]) == (found.n, found.up, found.same, found.down)
    assert row["median"] == found.median


def test_reach_is_the_share_of_the_others_that_somebody_can_reach():
    """K = yes / (G - 1): of three others, first one and then two; whoever came from few keeps a share."""
    rows = answers(
        *(("before", f"N2:{one}", "~1", said) for one, said in (("a", 1.0), ("b", 0.0), ("c", None))),
        *(("after", f"N2:{one}", "~1", said) for one, said in (("a", 1.0), ("b", 3.0), ("c", 0.0))),
        *((moment, "N2", "~2", said) for moment, said in (("before", 0.25), ("after", 0.75))),
        *(("before", f"N2:{one}", "~3", None) for one in "ab"),
        ("after", "N20:a", "~4", 1.0),
        ("followup", "N2:a", "~1", 1.0),
    )
    people = by_reach(rows, "N2")
    assert people.loc["~1"].tolist() == pytest.approx([1 / 3, 2 / 3])
    assert people.loc["~2"].tolist() == [0.25, 0.75]
    assert people.loc["~3"].isna().all(), "who knows of none has no reach"
    assert list(people.index) == ["~1", "~2", "~3"]
    assert change(people["before"], people["after"]).n == 2
    assert by_reach(rows, "N2", later="followup").loc["~1", "after"] == 1
    assert by_reach(answers(), "N2").empty
    with pytest.raises(ValueError, match="asked twice at one moment"):
        by_reach(pd.concat([rows, rows]), "N2")
