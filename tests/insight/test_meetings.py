"""Who met whom, from the frame of seats."""

import numpy as np
import pandas as pd
import pytest

from kit.insight.meetings import MET, TABLES, meetings, met, met_between, tables, who_met
from kit.insight.seating import choose_hosts, plan
from kit.insight.swaps import AWAY, Company

HOMES = ["politie", "school", "bewoners"]


def seats(at, of):
    """Return the frame of an array of tables (rounds, people) and a home for each person."""
    rows = [
        ("cafe", number + 1, f"Tafel {table + 1}", f"p{person}", of[person], False)
        for number, tables in enumerate(at)
        for person, table in enumerate(tables)
        if table != AWAY
    ]
    columns = ["step", "round", "table", "participant", "organisation", "host"]
    kinds = {"table": "category", "organisation": "category", "participant": "str", "round": "Int64"}
    return pd.DataFrame(rows, columns=columns).astype(kinds)


def test_each_round_adds_to_who_met_whom():
    found = met(
        seats([[0, 0, 1, 1, AWAY], [0, 1, 0, 1, 1]], ["politie", "politie", "school", *["bewoners"] * 2])
    )
    assert list(found) == MET
    assert found["round"].tolist() == [1, 2]
    assert found["people"].tolist() == [4, 5]
    assert found["tables"].tolist() == [2, 2]
    assert found["pairs"].tolist() == pytest.approx([2 / 6, 6 / 10]), "of those who have been there by then"
    assert found["others"].tolist() == pytest.approx([2 / 4, 7 / 5])
    assert found["again"].tolist() == [0, 0]


def test_meeting_again_is_told_in_the_round_in_which_it_happens():
    assert met(seats([[0, 0], [0, 0], [1, 1]], ["politie", "school"]))["again"].tolist() == [0, 1, 2]


def test_five_tables_of_four_meet_nobody_twice():
    groups = np.repeat(np.arange(3), [8, 7, 5])
    plan_of = plan(Company(groups, np.arange(5)), choose_hosts(groups, 5), 3)
    found = met(seats(plan_of, [HOMES[n] for n in groups]))
    assert found["again"].tolist() == [0, 0, 0]
    assert found["pairs"].tolist() == pytest.approx([30 / 190, 60 / 190, 90 / 190])
    assert found["pairs"].iloc[-1] == meetings(plan_of, groups).pairs


def test_organisations_that_met():
    frame = seats([[0, 0, 1, 1, AWAY], [0, 1, 0, 1, 1]], ["politie", "politie", "school", *["bewoners"] * 2])
    table = met_between(frame)
    assert list(table.index) == list(table.columns) == sorted(HOMES)
    assert table.loc["politie", "politie"] == 1
    assert table.loc["politie", "bewoners"] == table.loc["bewoners", "politie"] == 2
    assert table.loc["school", "bewoners"] == 1


def test_people_without_an_organisation_met_people_too():
    frame = seats([[0, 0, 0]], ["politie", None, None])
    assert met(frame)["pairs"].tolist() == [1]
    assert met_between(frame).to_numpy().tolist() == [[0]]


def test_without_seats_nobody_met():
    none = seats([], [])
    assert list(met(none)) == MET
    assert met(none).empty
    assert met_between(none).empty


def test_seats_are_of_one_cafe_and_say_whose_they_are():
    frame = seats([[0, 0]], ["politie", "school"])
    with pytest.raises(ValueError, match="seats of 2 cafés; choose one"):
        met(pd.concat([frame, frame.assign(step="later")]))
    with pytest.raises(ValueError, match=r"take frames\(\) without anonymous=True"):
        met(frame.assign(participant=None))


def test_a_day_of_teams_and_cafes_is_told_together():
    of = ["politie", "politie", "school", "bewoners"]
    teams = seats([[0, 0, 1, 1]], of).assign(step="teams")
    day = pd.concat([teams, seats([[0, 1, 0, 1], [0, 1, 1, 0]], of), teams.assign(step="later")])
    found = who_met(day)
    assert found.organisations == sorted(HOMES)
    assert found.people == [1, 2, 1]
    assert (found.met.pairs, found.met.again) == (1, 2), "the teams of before sat together once more"
    assert found.met.between.tolist() == [[0, 2, 1], [2, 1, 2], [1, 2, 0]]


def test_a_table_is_that_of_its_round_and_its_step():
    one, other = (seats([[0, 1]], ["politie", "school"]).assign(step=name) for name in ("cafe", "cafe-2"))
    swapped = other.assign(table=other["table"].astype("str").to_numpy()[::-1])
    assert who_met(pd.concat([one, swapped])).met.pairs == 0


def test_how_mixed_each_table_was():
    frame = seats([[0, 0, 0, 1], [0, 0, 1, 1]], ["politie", "politie", "school", None])
    found = tables(frame)
    assert list(found) == TABLES
    assert found["round"].tolist() == [1, 1, 2, 2]
    assert found["people"].tolist() == [3, 1, 2, 2]
    assert found["organisations"].tolist() == [2, 1, 1, 2]
    assert found["mixed"].tolist() == pytest.approx([2 / 3, np.nan, 0, 1], nan_ok=True)
    assert tables(seats([], [])).empty
    with pytest.raises(ValueError, match="choose one"):
        tables(pd.concat([frame, frame.assign(step="later")]))


def test_rounds_keep_their_number():
    frame = seats([[0, 0], [0, 1], [1, 0]], ["politie", "school"])
    assert met(frame[frame["round"] != 1])["round"].tolist() == [2, 3]
