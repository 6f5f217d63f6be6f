"""Several workshops: what may be told of each, what counts in the mean, and which agreements were kept."""

import math

import numpy as np
import pandas as pd
import pytest

from kit.insight.change import change
from kit.insight.meta import pooled
from kit.insight.several import CHANGES, KEPT, changes, kept, names_of, together

SCALE = [f"A{n}" for n in range(1, 9)]
MOVED = [0.5, 0.25, 0.125, 0.5, -0.25, 0, 0.625, 0.375, 0.25, 0.5, 0.375, -0.125]
EMPTY = pd.DataFrame(columns=["workshop", "step", "moment", "item", "participant", "value", "at"])


def asked(workshop, moved, items=SCALE, later="after", at=0):
    """Everyone says 3 to everything, and later 3 and as much more as they moved."""
    return pd.DataFrame(
        [
            (
                workshop,
                "s",
                moment,
                item,
                f"p{n}",
                3.0 + by * (moment != "before"),
                pd.Timestamp(at, unit="s"),
            )
            for n, by in enumerate(moved)
            for moment in ("before", later)
            for item in items
        ],
        columns=list(EMPTY),
    )


def joined(*parts):
    return pd.concat(parts, ignore_index=True)


def test_each_workshop_is_told_as_far_as_its_numbers_allow():
    table = changes(joined(asked("b", MOVED), asked("a", MOVED[:7]), asked("c", MOVED[:4])), SCALE)
    assert list(table["workshop"]) == ["b", "a", "c"], "in the order of the frame"
    assert list(table["n"]) == [12, 7, 4]
    assert list(table["shown"]) == ["numbers", "counts", "nothing"]
    assert list(table["counted"]) == [True, True, False]
    alone = change([3.0] * 12, np.array(MOVED) + 3, resamples=0)
    assert table.loc[0, ["mean", "low", "high", "median"]].tolist() == pytest.approx(
        [alone.mean, alone.low, alone.high, alone.median]
    )
    assert table.loc[0, ["up", "same", "down"]].tolist() == [9, 1, 2]
    assert table.loc[1, ["mean", "low", "high"]].isna().all()
    assert table.loc[1, "median"] == 0.25
    assert table.loc[2, ["up", "same", "down", "median", "mean"]].isna().all()


def test_the_mean_is_over_those_with_enough_pairs():
    answers = joined(
        asked("a", MOVED), asked("b", MOVED[:7]), asked("c", [4, 4, 4, 4]), asked("d", [1, 2, 1, 1, 2])
    )
    parts = [np.array(one) for one in (MOVED, MOVED[:7], [1, 2, 1, 1, 2])]
    found = together(answers, SCALE)
    wanted = pooled([one.mean() for one in parts], [one.var(ddof=1) / len(one) for one in parts])
    assert (found.mean, found.se, found.tau2) == pytest.approx((wanted.mean, wanted.se, wanted.tau2))
    assert found.k == len(found.weights) == 3


def test_people_of_two_workshops_are_not_one_though_they_are_called_the_same():
    answers = joined(asked("a", MOVED), asked("b", [-one for one in MOVED]))
    first, second = changes(answers, SCALE)["mean"]
    assert first == pytest.approx(-second)


def test_where_everybody_moves_alike_there_is_no_weight():
    answers = joined(asked("a", [1.0] * 6), asked("b", MOVED), asked("c", MOVED), asked("d", MOVED))
    assert not changes(answers, SCALE)["counted"].iloc[0]
    assert together(answers, SCALE).k == 3


def test_a_short_list_of_questions_makes_the_score_there():
    answers = joined(asked("short", MOVED, items=["A1", "A4", "A6", "A7"]), asked("long", MOVED))
    table = changes(answers, SCALE)
    assert list(table["items"]) == [4, 8]
    assert table["mean"].nunique() == 1


def test_the_last_of_several_follow_ups_counts():
    first, last = (asked("a", [by] * 11, later="followup", at=at) for by, at in ((2.0, 1), (0.5, 2)))
    table = changes(joined(last, first[first["moment"] == "followup"]), SCALE, "followup")
    assert table["mean"].tolist() == [0.5]
    assert len(changes(joined(last, first), SCALE)) == 0, "nobody was asked at the end of the day"


def test_a_workshop_that_asked_once_or_other_things_is_not_there():
    once = asked("a", MOVED)
    answers = joined(once[once["moment"] == "before"], asked("b", MOVED, items=["L1"]), asked("c", MOVED))
    assert list(changes(answers, SCALE)["workshop"]) == ["c"]


def test_without_answers_the_columns_are_there():
    table = changes(EMPTY, SCALE)
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CHANGES
    assert together(EMPTY, SCALE).k == 0


def test_anonymous_rows_are_refused_with_what_to_do():
    answers = asked("a", MOVED).assign(participant=None)
    for work in (changes, together):
        with pytest.raises(ValueError, match=r"take frames\(\) without anonymous=True"):
            work(answers, SCALE)


SAID = pd.Timestamp("2026-03-12", tz="UTC")


def agreements(*rows):
    columns = ["workshop", "status", "complete", "answered_at"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"complete": "boolean", "status": "category", "workshop": "category"})


def test_what_became_of_agreements():
    register = agreements(
        ("a", "proposed", False, pd.NaT),
        ("a", "confirmed", False, SAID),
        ("a", "confirmed", True, SAID),
        ("a", "declined", False, SAID),
        ("a", "done", True, SAID),
        ("a", "done", False, pd.NaT),
        ("a", "dropped", False, SAID),
        ("b", "confirmed", True, SAID),
    )
    table = kept(register).set_index("workshop")
    assert table.loc["a", ["made", "owned", "complete", "done", "dropped"]].tolist() == [7, 4, 2, 2, 1]
    assert table.loc["b", ["made", "owned", "done"]].tolist() == [1, 1, 0]
    assert (table["asked"] == 0).all()
    assert table["yes"].isna().all()


def outcome(workshop, values):
    rows = asked(workshop, [0] * len(values), items=["B5"], later="followup")
    rows = rows[rows["moment"] == "followup"].reset_index(drop=True)
    return rows.assign(value=[math.nan if one is None else float(one) for one in values])


def test_what_people_say_weeks_later_stands_beside_it():
    answers = joined(outcome("a", [2, 2, 1, 0, 2, None]), outcome("c", [2, 2, 2, 2]))
    table = kept(agreements(("a", "confirmed", True, SAID)), answers).set_index("workshop")
    assert table.loc["a", ["asked", "yes", "partly", "no"]].tolist() == [5, 3, 1, 1]
    assert table.loc["c", "made"] == 0
    assert table.loc["c", "asked"] == 4
    assert table.loc["c", ["yes", "partly", "no"]].isna().all(), "four people are too few"
    assert {name: str(dtype) for name, dtype in table.reset_index().dtypes.items()} == KEPT


def test_without_agreements_there_are_no_rows():
    assert len(kept(agreements(), EMPTY)) == 0


def test_a_workshop_without_a_name_goes_by_its_id():
    table = changes(joined(asked("a", MOVED), asked("b", MOVED)), SCALE)
    assert names_of(table, pd.Series({"a": "Het plein, 12 mrt 2026"})) == ["Het plein, 12 mrt 2026", "b"]
