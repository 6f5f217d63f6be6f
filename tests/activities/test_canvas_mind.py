"""What simulated people and their trainer do on a canvas."""

import random

import pytest

from kit.activities.canvas import ACTIVITY
from kit.activities.canvas_mind import FURTHER
from kit.activities.mind import Mind
from tests._hall import step


@pytest.fixture
def writing(halls):
    hall = halls(step("write", canvas="brainwriting-635", hidden=True))
    for organisation in ("politie", "school", "bewoners"):
        hall.join(organisation, team="Tafel 1")
    hall.start("write")
    for person in hall.room.people:
        hall.card(person, f"van {person}", "write")
    return hall


def look(hall, person="p1"):
    return lambda: (hall.shared("participant").view, hall.mine(person).view)


def done(hall, person="p1", seed=1):
    return list(ACTIVITY.pretend(look(hall, person), Mind(random.Random(seed))))


def test_in_the_first_round_there_is_nothing_to_build_on(writing):
    assert all(done(writing, seed=seed) == [] for seed in range(9))


def test_later_most_build_on_an_idea_of_the_sheet_in_hand(writing):
    writing.trainer("next_round", step="write")
    (idea,) = writing.mine("p1").view["sheet"]["cards"]
    built = [done(writing, seed=seed) for seed in range(30)]
    assert 10 < sum(map(len, built)) < 28
    for command in filter(None, built):
        assert command[0]["parent"] == idea["id"]
        assert command[0]["text"] in FURTHER["nl"]
        writing.by("p1", step="write", **command[0])
        break
    assert writing.room.cards[list(writing.room.cards)[-1]].parent == idea["id"]


def test_who_has_no_cards_left_writes_none(writing):
    writing.trainer("next_round", step="write")
    for n in range(3):
        writing.card("p1", f"{n}", "write")
    assert all(done(writing, seed=seed) == [] for seed in range(9))


def test_on_another_canvas_there_is_no_sheet(halls):
    hall = halls(step("ideas"))
    hall.join(), hall.start("ideas")
    assert all(done(hall, seed=seed) == [] for seed in range(9))


def test_the_simulated_trainer_holds_all_rounds(writing, halls):
    commands = list(ACTIVITY.lead(look(writing), Mind(random.Random(1))))
    assert commands == [{"kind": "next_round"}] * 3
    for command in commands:
        writing.trainer(**command, step="write")
    assert list(ACTIVITY.lead(look(writing), Mind(random.Random(1)))) == []
    other = halls(step("ideas"))
    other.join(), other.start("ideas")
    assert list(ACTIVITY.lead(look(other), Mind(random.Random(1)))) == []
