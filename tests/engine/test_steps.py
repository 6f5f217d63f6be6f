"""Who may write when: the trainer opens, closes, moves on, comes back and finishes."""

import pytest

from kit.model.events import TimerSet
from kit.model.people import Actor
from tests._hall import BEGIN, code_of, step


def status(hall):
    return {name: one.status for name, one in hall.room.steps.items()}


def add(hall, person, name="ideas"):
    return code_of(hall.by, person, "add_card", step=name, zone="idea", text="iets")


def test_before_the_start_the_room_is_nowhere(hall):
    assert hall.room.now is None
    assert hall.shared("wall").state == "waiting"
    assert hall.shared("wall").step is None
    assert set(status(hall).values()) == {"waiting"}


def test_a_step_takes_input_only_while_it_is_open(hall):
    person = hall.join()
    hall.trainer("go_to", step="ideas")
    assert add(hall, person) == "step_closed"
    hall.trainer("open", step="ideas")
    assert add(hall, person) is None
    hall.trainer("close", step="ideas")
    assert add(hall, person) == "step_closed"


def test_moving_on_closes_the_step(hall):
    person = hall.join()
    hall.start("ideas")
    hall.trainer("go_to", step="after")
    assert (hall.room.now, status(hall)["ideas"]) == ("after", "closed")
    assert add(hall, person) == "step_closed"
    assert hall.room.steps["ideas"].closed_at == BEGIN + 3


def test_moving_on_from_a_step_that_was_never_opened_leaves_it_waiting(hall):
    hall.trainer("go_to", step="ideas")
    hall.trainer("go_to", step="after")
    assert status(hall)["ideas"] == "waiting"


def test_going_back_keeps_what_was_written(hall):
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "eerst")
    hall.start("after")
    hall.start("ideas")
    hall.card(person, "later")
    assert [card.text for card in hall.room.cards.values()] == ["eerst", "later"]
    assert status(hall) == {"ideas": "open", "vote": "waiting", "after": "closed"}
    assert hall.room.steps["ideas"].opened_at == BEGIN + 2, "it was opened then, not anew"


def test_reopening_asks_who_is_ready_anew(hall):
    person = hall.join()
    hall.start("ideas")
    hall.by(person, "ready", step="ideas")
    assert hall.shared("trainer").counts.ready == 1
    hall.trainer("close", step="ideas")
    hall.trainer("open", step="ideas")
    assert hall.shared("trainer").counts.ready == 0


def test_ready_can_be_taken_back(hall):
    person, other = hall.join(), hall.join()
    hall.start("ideas")
    for one in (person, other):
        hall.by(one, "ready", step="ideas")
    hall.by(other, "ready", step="ideas", ready=False)
    assert hall.mine(person).ready
    assert not hall.mine(other).ready
    counts = hall.shared("trainer").counts
    assert (counts.ready, counts.ready_of, counts.joined) == (1, 2, 2)


def test_a_finished_workshop_says_so_and_can_go_on_after_all(hall):
    hall.start("ideas")
    assert code_of(hall.trainer, "finish") == "still_open"
    hall.trainer("close", step="ideas")
    hall.trainer("finish")
    assert {role: hall.shared(role).state for role in ("participant", "trainer", "wall")} == dict.fromkeys(
        ("participant", "trainer", "wall"), "finished"
    )
    assert hall.shared("wall").results is not None
    hall.trainer("finish", finished=False)
    assert hall.shared("wall").state == "running"
    assert hall.shared("wall").results is None


@pytest.mark.parametrize("role", ["participant", "team", "wall", "results"])
def test_only_the_trainer_moves_the_room(hall, role):
    person = hall.join()
    who = Actor(role, "x", person if role == "participant" else None, "Tafel 1" if role == "team" else None)
    commands = [
        *({"kind": kind, "step": "ideas"} for kind in ("go_to", "open", "close", "reveal")),
        *({"kind": kind} for kind in ("timer", "attention", "message", "finish", "undo")),
        {"kind": "set_teams", "teams": ["A"]},
        {"kind": "move", "participant": person, "team": "Tafel 2"},
    ]
    assert [code_of(hall.workshop.do, one, who) for one in commands] == ["not_allowed"] * len(commands)


def timer(hall):
    return hall.room.timer


def test_opening_starts_the_timer_and_closing_ends_it(hall):
    hall.start("ideas")
    assert timer(hall) == TimerSet(300, ends=BEGIN + 2 + 300)
    hall.trainer("close", step="ideas")
    assert timer(hall) == TimerSet(0)


def test_a_step_without_minutes_has_no_timer(halls):
    hall = halls(step("ideas", minutes=0))
    hall.start("ideas")
    assert timer(hall) == TimerSet(0)


def test_the_timer_is_paused_and_goes_on_with_what_was_left(hall):
    hall.start("ideas")
    hall.clock.tick(99)
    hall.trainer("timer", pause=True)
    assert timer(hall) == TimerSet(300, left=200)
    hall.clock.tick(500)
    hall.trainer("timer", resume=True)
    assert timer(hall) == TimerSet(300, ends=hall.clock.now + 200)


def test_a_minute_more_also_while_it_is_paused(hall):
    hall.start("ideas")
    hall.trainer("timer", add=60)
    assert timer(hall) == TimerSet(360, ends=BEGIN + 2 + 360)
    hall.trainer("timer", pause=True)
    hall.trainer("timer", add=60)
    assert timer(hall).left == 420 - 2
    assert timer(hall).ends is None


def test_a_minute_more_after_it_ran_out_counts_from_now(hall):
    hall.start("ideas")
    hall.clock.tick(1000)
    hall.trainer("timer", add=60)
    assert timer(hall).ends == hall.clock.now + 60


def test_the_timer_can_be_set_and_taken_away(hall):
    hall.trainer("timer", seconds=90)
    assert timer(hall) == TimerSet(90, ends=BEGIN + 1 + 90)
    hall.trainer("timer", seconds=0)
    assert timer(hall) == TimerSet(0)


def test_a_minute_less_than_there_is_ends_it(hall):
    hall.trainer("timer", seconds=30)
    hall.trainer("timer", add=-60)
    assert timer(hall) == TimerSet(0)


def test_a_timer_that_ran_out_can_not_be_resumed_into_the_past(hall):
    hall.trainer("timer", seconds=10)
    hall.clock.tick(20)
    hall.trainer("timer", pause=True)
    hall.trainer("timer", resume=True)
    assert timer(hall) == TimerSet(10, left=0)


@pytest.mark.parametrize(
    "fields",
    [{}, {"seconds": 60, "add": 60}, {"pause": False}, {"pause": True, "resume": True}, {"seconds": -1},
     {"seconds": 86_401}],
)  # fmt: skip
def test_a_timer_is_told_one_thing(hall, fields):
    assert code_of(hall.trainer, "timer", **fields) == "bad_timer"


def test_the_plan_runs_from_the_first_step(hall):
    hall.start("ideas")
    hall.clock.tick(400)
    hall.trainer("go_to", step="vote")
    lines = hall.shared("trainer").steps
    assert [line.planned_at - BEGIN - 1 for line in lines] == [0, 300, 600]
    assert [line.now for line in lines] == [False, True, False]
    assert hall.shared("trainer").console.ahead_seconds == 300 - 402


def test_a_clock_that_steps_back_does_not_turn_the_journal_round(hall):
    hall.start("ideas")
    hall.clock.tick(-1000)
    hall.trainer("attention")
    times = [entry.at for entry in hall.workshop.entries]
    assert times == sorted(times)
