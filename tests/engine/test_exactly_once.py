"""A command with an id happens once, however often it is sent."""

import pytest

from kit.errors import RefusedError
from kit.model.people import TRAINER, Actor
from kit.workshop import Workshop
from tests._hall import code_of, step

CARD = {"step": "ideas", "zone": "idea", "text": "een bankje"}


@pytest.fixture
def open_hall(hall):
    person = hall.join()
    hall.start("ideas")
    return hall, person


def test_sending_again_gives_the_same_answer_and_changes_nothing(open_hall):
    hall, person = open_hall
    first = hall.by(person, "add_card", "c1", **CARD)
    after = hall.workshop.seq
    assert [hall.by(person, "add_card", "c1", **CARD) for _ in range(3)] == [first] * 3
    assert hall.workshop.seq == after
    assert len(hall.workshop.cards) == 1


def test_an_answer_is_kept_when_much_has_happened_since(open_hall):
    hall, person = open_hall
    first = hall.by(person, "add_card", "c1", **CARD)
    hall.by(person, "withdraw_card", "c2", card="k1")
    hall.trainer("close", step="ideas")
    assert hall.by(person, "add_card", "c1", **CARD) == first
    assert len(hall.workshop.cards) == 0, "what was taken back stays taken back"


def test_an_answer_is_kept_in_another_process(open_hall):
    hall, person = open_hall
    first = hall.by(person, "add_card", "c1", **CARD)
    with Workshop.open(hall.path) as other:
        command = {"kind": "add_card", **CARD}
        assert other.do(command, Actor("participant", person, person), "c1") == first
        assert len(other.cards) == 1


def test_an_id_means_one_thing(open_hall):
    hall, person = open_hall
    hall.by(person, "add_card", "c1", **CARD)
    with pytest.raises(RefusedError, match="This id was used for another command") as refusal:
        hall.by(person, "add_card", "c1", **CARD | {"text": "iets anders"})
    assert refusal.value.code == "id_used"
    assert list(hall.workshop.cards["text"]) == ["een bankje"]


def test_each_client_numbers_its_own_commands(open_hall):
    hall, person = open_hall
    other = hall.join()
    hall.by(person, "add_card", "c1", **CARD)
    hall.by(other, "add_card", "c1", **CARD | {"text": "een lamp"})
    consoles = [Actor("trainer", f"trainer:{n}") for n in range(2)]
    for console in consoles:
        hall.workshop.do({"kind": "timer", "add": 60}, console, "c1")
    assert len(hall.workshop.cards) == 2
    assert hall.room.timer.total == 5 * 60 + 120


def test_without_an_id_each_is_a_command_of_its_own(open_hall):
    hall, person = open_hall
    for _ in range(2):
        hall.by(person, "add_card", **CARD)
    assert len(hall.workshop.cards) == 2


def test_what_was_refused_may_be_asked_again_with_the_same_id(open_hall):
    hall, person = open_hall
    hall.trainer("close", step="ideas")
    assert code_of(hall.by, person, "add_card", "c1", **CARD) == "step_closed"
    hall.trainer("open", step="ideas")
    assert code_of(hall.by, person, "add_card", "c1", **CARD) is None
    assert len(hall.workshop.cards) == 1


def test_an_action_of_the_trainer_happens_once_too(hall):
    hall.workshop.do({"kind": "attention"}, TRAINER, "c1")
    hall.workshop.do({"kind": "undo"}, TRAINER, "c2")
    before = hall.workshop.seq
    hall.workshop.do({"kind": "undo"}, TRAINER, "c2")
    assert hall.workshop.seq == before


def test_it_holds_in_an_anonymous_step(halls):
    hall = halls(step("ideas", anonymous=True, limit=2))
    person, other = hall.join(), hall.join()
    hall.start("ideas")
    first = hall.by(person, "add_card", "c1", **CARD)
    assert hall.by(person, "add_card", "c1", **CARD) == first
    assert code_of(hall.by, person, "add_card", "c1", **CARD | {"text": "x"}) == "id_used"
    assert hall.by(other, "add_card", "c1", **CARD) != first, "the ids of two people are two"
    assert len(hall.workshop.cards) == 2
