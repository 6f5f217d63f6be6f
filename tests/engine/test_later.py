"""A step that is held weeks later: the day ends before it, and who comes back is not counted twice."""

import pytest

from kit.workshop import Workshop
from tests._hall import BEGIN, step

SEVEN_WEEKS = 7 * 7 * 86_400


def survey(name, moment, minutes, **more):
    phase = "open" if moment == "before" else "close"
    return step(
        name, "survey", phase=phase, minutes=minutes, items="collaboration-short", moment=moment, **more
    )


@pytest.fixture
def hall(halls):
    hall = halls(
        survey("voor", "before", 5), step("ideas"), survey("na", "after", 5), survey("later", "followup", 0)
    )
    for organisation in ("politie", "politie", "school"):
        hall.join(organisation)
    return hall


def line(hall, name):
    return next(one for one in hall.shared("trainer").steps if one.id == name)


def weeks_later(hall):
    hall.start("na")
    hall.trainer("close", step="na")
    hall.trainer("finish")
    hall.clock.tick(SEVEN_WEEKS)


def people(hall, role="results"):
    return hall.shared(role).results["joined"]


def test_it_has_no_time_in_the_plan_of_the_day(hall):
    hall.start("voor")
    assert [one.later for one in hall.shared("trainer").steps] == [False, False, False, True]
    assert line(hall, "na").planned_at == BEGIN + 1 + 600
    assert line(hall, "later").planned_at is None
    weeks_later(hall)
    hall.trainer("finish", finished=False)
    hall.start("later")
    shared = hall.shared("trainer")
    assert shared.console.ahead_seconds is None
    assert shared.step.timer.ends is None
    assert shared.counts.ready_of == 0, "nobody knows how many will come back"


def test_who_comes_back_on_another_phone_was_there_once(hall):
    weeks_later(hall)
    assert people(hall) == people(hall, "wall") == {"politie": 2, "school": 1}
    hall.join("politie")  # they are in before the trainer goes on
    hall.trainer("finish", finished=False)
    hall.trainer("go_to", step="later")
    hall.join("school")
    hall.trainer("open", step="later")
    hall.join("bewoners")
    assert people(hall) == {"politie": 2, "school": 1}
    assert len(hall.workshop.participants) == 6
    hall.trainer("close", step="later")
    hall.trainer("finish")
    assert people(hall) == {"politie": 2, "school": 1}


def test_a_day_that_was_finished_too_soon_goes_on(hall):
    hall.trainer("go_to", step="ideas")
    hall.trainer("finish")
    hall.trainer("finish", finished=False)
    hall.join("bewoners")
    weeks_later(hall)
    hall.trainer("finish", finished=False)
    hall.start("later")
    assert people(hall) == {"politie": 2, "school": 1, "bewoners": 1}


def test_who_goes_there_by_mistake_and_on_loses_nobody(hall):
    hall.start("voor")
    hall.trainer("go_to", step="later")
    meanwhile = hall.join("school")
    hall.trainer("go_to", step="ideas")
    after = hall.join("bewoners")
    assert hall.room.back_at() is None
    everybody = {"politie": 2, "school": 2, "bewoners": 1}
    assert people(hall) == everybody
    weeks_later(hall)
    hall.trainer("finish", finished=False)
    hall.start("later")
    back = hall.join("politie")
    assert people(hall) == everybody
    assert {one.id for one in hall.room.of_the_day()} == {"p1", "p2", "p3", meanwhile, after}
    hall.trainer("close", step="later")
    hall.trainer("go_to", step="na")
    assert back not in {one.id for one in hall.room.of_the_day()}, "it was opened: they did come back"


def test_leaving_it_is_taken_back(hall):
    hall.start("ideas")
    hall.trainer("go_to", step="later")
    entered = hall.room.back_at()
    hall.trainer("go_to", step="ideas")
    hall.trainer("undo")
    assert (hall.room.now, hall.room.back_at()) == ("later", entered)
    hall.trainer("undo")
    assert (hall.room.now, hall.room.back_at()) == ("ideas", None)


def finished_too_soon(hall):
    """Two come in while the workshop is finished, before that is taken back. Return their ids."""
    hall.start("voor")
    hall.trainer("close", step="voor")
    hall.trainer("finish")
    new = [hall.join("bewoners"), hall.join("school")]
    hall.trainer("finish", finished=False)
    return new


def test_who_takes_part_after_an_end_that_was_taken_back_was_there(hall):
    wrote, looked_on = finished_too_soon(hall)
    hall.start("ideas")
    hall.card(wrote, "Een bank")
    weeks_later(hall)
    assert people(hall) == {"politie": 2, "school": 2, "bewoners": 1}
    hall.trainer("finish", finished=False)
    hall.start("later")
    assert people(hall) == {"politie": 2, "school": 1, "bewoners": 1}
    assert looked_on not in {one.id for one in hall.room.of_the_day()}
    with Workshop.open(hall.path, read_only=True) as again:
        assert again.room == hall.room


def test_what_they_do_weeks_later_makes_nobody_of_the_day(halls):
    named = {"anonymous": False}
    hall = halls(survey("voor", "before", 5, **named), step("ideas"), survey("later", "followup", 0, **named))
    hall.join("politie")
    hall.start("ideas")
    hall.trainer("close", step="ideas")
    hall.trainer("finish")
    back = hall.join("school")
    hall.trainer("finish", finished=False)
    hall.start("later")
    hall.by(back, "answer", step="later", answers={"A1": 3})
    assert people(hall) == {"politie": 1}


def test_it_is_nothing_that_the_results_of_the_day_miss(hall):
    weeks_later(hall)
    assert [one["id"] for one in hall.shared("results").results["steps"]] == ["na"]


def test_another_process_knows_the_same(hall):
    weeks_later(hall)
    with Workshop.open(hall.path, read_only=True) as again:
        assert again.room == hall.room
