"""The programme changes while it runs: left out, done again, put in. Nothing is lost, and undo works."""

import pytest

from kit.errors import RefusedError
from kit.programme import extras
from tests._hall import code_of

EXTRAS = [one.id for one in extras()]


def order(hall):
    return list(hall.room.steps)


def test_a_step_that_is_left_out_says_so_and_can_be_done_after_all(hall):
    hall.trainer("skip_step", step="vote")
    line = next(one for one in hall.shared("trainer").steps if one.id == "vote")
    assert line.skipped
    assert order(hall) == ["ideas", "vote", "after"], "it keeps its place"
    hall.trainer("skip_step", step="vote", skipped=False)
    assert not hall.room.steps["vote"].skipped


def test_whoever_goes_to_a_step_that_was_left_out_does_it_after_all(hall):
    hall.trainer("skip_step", step="vote")
    hall.trainer("go_to", step="vote")
    assert not hall.room.steps["vote"].skipped


def test_a_step_that_is_left_out_takes_no_time_in_the_plan(hall):
    hall.trainer("go_to", step="ideas")
    before = {one.id: one.planned_at for one in hall.shared("trainer").steps}
    hall.trainer("skip_step", step="vote")
    after = {one.id: one.planned_at for one in hall.shared("trainer").steps}
    assert before["after"] - after["after"] == 60 * hall.room.steps["vote"].step.minutes
    assert after["vote"] == before["vote"]


def test_the_step_that_the_room_is_in_cannot_be_left_out(hall):
    hall.trainer("go_to", step="ideas")
    assert code_of(hall.trainer, "skip_step", step="ideas") == "in_this_step"


def test_a_step_that_is_done_once_more_keeps_what_the_first_holds(hall):
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "van de eerste keer")
    hall.trainer("repeat_step", step="ideas")
    assert order(hall) == ["ideas", "ideas-2", "vote", "after"]
    hall.start("ideas-2")
    hall.card(person, "van de tweede keer", name="ideas-2")
    cards = hall.workshop.cards
    assert list(zip(cards["step"], cards["text"], strict=True)) == [
        ("ideas", "van de eerste keer"),
        ("ideas-2", "van de tweede keer"),
    ]
    assert hall.room.steps["ideas-2"].step.title["nl"].endswith("(2)")


def test_an_earlier_step_that_is_done_once_more_comes_next(hall):
    hall.trainer("go_to", step="vote")
    hall.trainer("repeat_step", step="ideas")
    hall.trainer("repeat_step", step="ideas")
    assert order(hall) == ["ideas", "vote", "ideas-3", "ideas-2", "after"]


@pytest.mark.parametrize("extra", EXTRAS)
def test_every_extra_step_can_be_put_in_after_any_step(hall, extra):
    for after in ("ideas", "vote", "after"):
        hall.trainer("insert_step", after=after, extra=extra)
    assert len(order(hall)) == 6
    hall.trainer("go_to", step=extra)
    assert hall.shared("wall").step.id == extra
    rebuilt = type(hall.workshop).open(hall.path, read_only=True)
    assert list(rebuilt.room.steps) == order(hall)
    rebuilt.close()


def test_a_vote_that_is_put_in_is_on_the_cards_before_it(hall):
    hall.trainer("insert_step", after="after", extra="tussenstem")
    assert hall.room.steps["tussenstem"].settings.source == "after"


def test_a_step_of_ones_own_can_be_put_in(hall):
    whole = {
        "id": "eigen",
        "phase": "test",
        "activity": "canvas",
        "minutes": 5,
        "title": {"nl": "Eigen"},
        "instruction": {"nl": "Schrijf."},
        "settings": {"canvas": "feedback-grid", "focus": "vote"},
    }
    hall.trainer("insert_step", after="vote", whole=whole)
    assert order(hall) == ["ideas", "vote", "eigen", "after"]
    hall.trainer("go_to", step="eigen")
    assert [zone.id for zone in hall.room.files["canvases/feedback-grid"].zones]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"after": "nergens", "extra": EXTRAS[0]}, "unknown_step"),
        ({"after": "vote", "extra": "feest"}, "unknown_extra"),
        ({"after": "vote"}, "bad_step"),
        ({"after": "vote", "whole": {"id": "x"}}, "bad_step"),
        (
            {
                "after": "ideas",
                "whole": {
                    "id": "x", "phase": "test", "activity": "canvas", "minutes": 5, "title": {},
                    "instruction": {}, "settings": {"canvas": "feedback-grid", "focus": "vote"},
                },
            },
            "bad_step",
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(hall, given, code):
    assert code_of(hall.trainer, "insert_step", **given) == code
    assert order(hall) == ["ideas", "vote", "after"]


def test_a_loop_is_named(hall):
    whole = {
        "id": "x", "phase": "test", "activity": "canvas", "minutes": 5, "title": {}, "instruction": {},
        "settings": {"canvas": "feedback-grid", "focus": "vote"},
    }  # fmt: skip
    with pytest.raises(RefusedError, match="'vote' comes later, or is this step: a loop"):
        hall.trainer("insert_step", after="ideas", whole=whole)


def test_undo_takes_a_change_back(hall):
    hall.trainer("insert_step", after="vote", extra="rondje")
    hall.trainer("undo")
    assert order(hall) == ["ideas", "vote", "after"]
    hall.trainer("skip_step", step="vote")
    hall.trainer("undo")
    assert not hall.room.steps["vote"].skipped


def test_undo_of_a_step_that_holds_something_leaves_it_out_and_loses_nothing(hall):
    person = hall.join()
    hall.trainer("repeat_step", step="ideas")
    hall.start("ideas-2")
    hall.card(person, "blijft", name="ideas-2")
    for _ in range(3):  # open, go_to, repeat
        hall.trainer("undo")
    assert hall.room.steps["ideas-2"].skipped
    assert list(hall.workshop.cards["text"]) == ["blijft"]


def test_participants_cannot_change_the_programme(hall):
    person = hall.join()
    for kind, given in (
        ("skip_step", {"step": "vote"}),
        ("repeat_step", {"step": "vote"}),
        ("insert_step", {"after": "vote", "extra": EXTRAS[0]}),
    ):
        assert code_of(hall.by, person, kind, **given) == "not_allowed"
