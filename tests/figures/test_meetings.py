"""Who met whom at a table, and how mixed the tables were: counts of organisations, never people."""

import pandas as pd
import pytest

from kit.figures.meetings import meetings, seated, seating
from kit.insight.chart_parts import NARROW, WIDE
from tests.insight.test_charts import overlaps
from tests.insight.test_meetings import seats

NAMES = {"politie": "Politie", "school": "School", "bewoners": "Bewoners"}
FOUR = ["politie", "politie", "school", "bewoners"]


def rows(at, of, step="cafe"):
    """Rows of the frame of seats for an array of tables (rounds, people)."""
    return seats(at, of).assign(step=step).to_dict("records")


def texts(figure):
    return [one.text for one in figure.view.drawing.texts]


def test_organisations_that_met_are_counted_in_pairs_of_people():
    shown = meetings(seated(rows([[0, 1, 0, 1], [0, 1, 1, 1]], FOUR), NAMES))
    assert shown.view.head == ["Organisatie", "Mensen", "Bewoners", "Politie", "School"]
    assert shown.view.rows == [["Bewoners", 1, 0, 1, 1], ["Politie", 2, 1, 0, 2], ["School", 1, 1, 2, 0]]
    assert shown.view.says == (
        "67% van alle tweetallen zat samen aan een tafel. Gemiddeld zat iedereen met mensen van 1,8 andere "
        "organisaties aan tafel. Elke organisatie zat met elke andere aan tafel."
    )
    assert overlaps(shown.view.drawing) == []


def test_who_never_sat_together_is_said():
    apart = meetings(seated(rows([[0, 0, 0, 1]], FOUR), NAMES), "en")
    assert "2 pairs of organisations sat at no table together: see the 0s." in apart.view.says
    none = [one.look for one in apart.view.drawing.paths if "area-none" in one.look]
    assert len(none) == 4, "each of the two stands there twice"
    one = meetings(seated(rows([[0, 0, 0, 1], [0, 1, 1, 0]], FOUR), NAMES), "en")
    assert "Never at one table: Bewoners and School." in one.view.says


def test_the_whole_day_is_that_of_the_teams_and_of_every_cafe():
    day = [
        *rows([[0, 0, 1, 1]], FOUR, ""),
        *rows([[0, 1, 0, 1]], FOUR),
        *rows([[0, 1, 1, 0]], FOUR, "cafe-2"),
    ]
    shown = meetings(seated(day, NAMES))
    assert shown.view.says.startswith("100% van alle tweetallen")
    assert shown.view.rows[1] == ["Politie", 2, 2, 1, 2], "the two of the police were one team"
    with pytest.raises(ValueError, match="choose one"):
        seating(seated(day, NAMES))


def test_no_person_is_in_it():
    frame = seated(rows([[0, 0, 1, 1]], FOUR), NAMES)
    for made in (meetings(frame), seating(frame)):
        whole = f"{made.svg}{made.csv()}{made._repr_html_()}"
        assert not any(person in whole for person in frame["participant"])


def test_people_without_an_organisation_have_no_row_of_their_own():
    shown = meetings(seated(rows([[0, 0, 1, 1]], ["politie", None, "school", None]), NAMES))
    assert [row[0] for row in shown.view.rows] == ["Politie", "School"]
    assert "Nooit samen aan tafel: Politie en School." in shown.view.says


def test_without_seats_there_is_no_drawing():
    none = seated([], NAMES)
    assert meetings(none).view.drawing is seating(none).view.drawing is None
    assert meetings(none).view.says == "Nog niemand zat aan een tafel."
    assert seating(none).view.says == "Er was geen ronde."


def test_numbers_too_long_for_a_field_are_shares_and_the_table_keeps_the_counts():
    of = ["politie"] * 40 + ["school"] * 40
    shown = meetings(seated(rows([[0] * 80], of), NAMES))
    assert shown.view.rows[0] == ["Politie", 40, 780, 1600]
    assert texts(shown).count("100") == 4
    assert "procent" in shown.view.unit


def test_each_table_shows_how_many_organisations_and_each_round_who_had_met():
    frame = seated(rows([[0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 0, 1]], FOUR), NAMES)
    shown = seating(frame, "en")
    assert shown.view.head == ["Round", "Table", "People", "Organisations", "Of all pairs at it, mixed (%)"]
    assert shown.view.rows[:2] == [[1, "Tafel 1", 2, 1, 0], [1, "Tafel 2", 2, 2, 100]]
    assert shown.view.says == (
        "At each table were people of 1 to 2 organisations. After round 3, 67% of all pairs of people had "
        "sat at one table. Two people met again 2 times."
    )
    assert texts(shown)[:3] == ["Round 1", "Round 2", "Round 3"]
    assert [one for one in texts(shown) if one in {"33", "67"}] == ["33", "67", "67"]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("shape", [NARROW, WIDE])
@pytest.mark.parametrize(("tables", "rounds"), [(1, 1), (5, 3), (14, 3), (40, 3), (5, 7)])
def test_tables_have_room_however_many_there_are(tables, rounds, shape, lang):
    people = tables * 4
    at = [[(n + n // tables * r) % tables for n in range(people)] for r in range(rounds)]
    of = [list(NAMES)[n % 3] for n in range(people)]
    shown = seating(seated(rows(at, of), NAMES), lang, shape)
    assert overlaps(shown.view.drawing) == []
    assert len(shown.view.rows) == tables * rounds
    named = sum(one.startswith("Tafel") for one in texts(shown))
    assert named == (tables if tables <= 14 else 0), "a hall is counted by how mixed its tables are"


def test_tables_stand_in_the_order_of_their_numbers():
    at = [[9, 1, 10, 0]]
    shown = seating(seated(rows(at, FOUR), NAMES))
    assert [one for one in texts(shown) if one.startswith("Tafel")] == [
        "Tafel 1",
        "Tafel 2",
        "Tafel 10",
        "Tafel 11",
    ]


def test_who_sat_alone_is_no_pair():
    shown = seating(seated(rows([[0, 1, 1]], ["politie", "school", "bewoners"]), NAMES))
    assert shown.view.rows[0] == [1, "Tafel 1", 1, 1, None]
    assert pd.isna(shown.table.iloc[0, 4])


def test_one_other_organisation_is_not_more():
    two = meetings(seated(rows([[0, 0]], [0, 1]), NAMES))
    assert "mensen van 1 andere organisatie aan tafel" in two.view.says
