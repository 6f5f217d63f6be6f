"""How the day went: what the figure says, in both languages, on the clock of the room."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kit.figures.timeline import ZONE, per_ten, timeline
from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.timeline import Ran
from tests.insight.test_charts import overlaps


def at(hour, minute=0, day=12, month=3):
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp()


def step(name, minutes, entered=None, closed=None, phase="open", **more):
    return Ran(name, phase, minutes, entered, closed, **more)


DAY = [
    step("Welkom", 10, at(9, 30), input=False),
    step("Ideeën", 20, at(9, 42), at(10, 12), "ideate"),
    step("Stemmen", 10, skipped=True, phase="ideate"),
    step("Afspraken", 15, at(10, 15), at(10, 31), "close"),
]


def texts(figure):
    return [one.text for one in figure.view.drawing.texts]


def test_a_day_that_is_over_is_told_in_words():
    view = timeline(DAY, at(11), {}).view
    assert view.says == (
        "Van 09:30 tot 10:31. Het einde was 16 minuten later dan gepland. "
        "‘Ideeën’ duurde 13 minuten langer dan gepland. 1 stap is overgeslagen."
    )
    assert view.rows[0] == ["Welkom", "Start", "09:30", 10, "09:30", 12, "klaar"]
    assert view.rows[2] == ["Stemmen", "Bedenken", "", 10, "", None, "overgeslagen"]
    assert timeline(DAY, at(11), {}, "en").view.rows[3][4:] == ["10:15", 16, "done"]


def test_a_day_that_goes_on_says_how_far_it_is_from_the_plan():
    now = [*DAY[:2], step("Stemmen", 10, phase="ideate")]
    view = timeline(now, at(10), {}, "en", now=1, over=False).view
    assert view.says == "It began at 09:30. “Ideeën” began 2 minutes later than planned."
    assert [row[6] for row in view.rows] == ["done", "now", "to come"]
    early = [*DAY[:1], step("Ideeën", 20, at(9, 38)), step("Stemmen", 10)]
    assert "2 minuten eerder" in timeline(early, at(9, 50), {}, now=1, over=False).view.says


def test_what_was_not_reached_is_told_and_what_is_as_planned_too():
    steps = [step("Welkom", 10, at(9, 30), at(9, 40)), step("Slot", 5)]
    view = timeline(steps, at(9, 40), {}).view
    assert (
        view.says == "Van 09:30 tot 09:40. Het einde was 5 minuten eerder dan gepland. 1 stap is niet gedaan."
    )
    assert "niet gedaan" in texts(timeline(steps, at(9, 40), {}))
    assert timeline(steps[:1], at(9, 40), {}).view.says == "Van 09:30 tot 09:40, zoals gepland."


def test_hours_are_said_as_people_say_them():
    late = [step("Welkom", 10, at(9, 30), at(11, 41))]
    assert "It ended 2 hours and 1 minute later than planned." in timeline(late, at(12), {}, "en").view.says
    assert "1 uur later dan gepland" in timeline([step("W", 10, at(9), at(10, 10))], at(11), {}).view.says


def test_two_days_are_told_by_their_date_and_weeks_later_is_only_a_line():
    steps = [
        step("Welkom", 10, at(9, 30), at(9, 41)),
        step("Ideeën", 20, at(9, day=13), at(9, 20, day=13)),
        step("Hoe gaat het nu?", 0, at(16, month=4, day=30), later=True),
        step("Nog later", 0, later=True),
    ]
    view = timeline(steps, at(17, month=4, day=30), {}).view
    assert view.says.startswith(
        "Van 12 mrt 09:30 tot 09:41. Het einde was 1 minuut later dan gepland. Van 13 mrt"
    )
    assert view.notes[-2:] == [
        "‘Hoe gaat het nu?’ begon op 30 apr, na de dag zelf.",
        "‘Nog later’ is pas weken later.",
    ]
    assert [row[6] for row in view.rows] == ["klaar", "klaar", "klaar", "komt nog"]
    assert {"12 mrt", "13 mrt"} <= {one.text for one in view.drawing.texts}
    assert not any("nu?" in one.text for one in view.drawing.texts)


def test_before_the_first_step_there_is_no_drawing():
    view = timeline([step("Welkom", 10)], at(9), {}).view
    assert view.drawing is None
    assert view.says == "Er is nog geen stap gedaan."


def test_the_clock_is_that_of_the_room_in_summer_too():
    summer = [step("Welkom", 10, at(9, 30, month=7), at(9, 40, month=7))]
    assert timeline(summer, at(10, month=7), {}).view.rows[0][4] == "09:30"
    assert timeline(summer, at(10, month=7), {}, zone="UTC").view.rows[0][4] == "07:30"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("shape", [NARROW, WIDE])
def test_contributions_are_counted_per_ten_minutes(shape, lang):
    counts = per_ten([at(9, 41), at(9, 42), at(9, 49), at(9, 50), at(10, 29)])
    assert counts == {at(9, 40): 3, at(9, 50): 1, at(10, 20): 1}
    shown = timeline(DAY, at(11), counts, lang, shape)
    assert sum(one.look == "area-1" for one in shown.view.drawing.paths) == 3
    assert overlaps(shown.view.drawing) == []
    assert "3" in texts(shown)
    words = {"nl": "bijdragen per 10 minuten", "en": "contributions per 10 minutes"}[lang]
    said = [one.removesuffix(".") for one in (*texts(shown), *shown.view.notes)]
    assert any(one.endswith(words) for one in said)
