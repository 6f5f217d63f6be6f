"""Taking back what the trainer did with an agreement leaves what others said to it since."""

import pytest

from kit.workshop import Workshop
from tests._hall import step
from tests.activities._agreements import FULL, SHEET, act, dealing, one, propose, status


@pytest.fixture
def hall(halls):
    """Agreement a1 was proposed by the school; it is for the police, to whom p1 and p2 belong, to say yes."""
    hall = dealing(halls)
    propose(hall, "p3", what="Elke week een ronde", partners=["school"], **FULL)
    return hall


def undo(hall, agreement="a1"):
    """Take back, and return what a1 says now; a file that is opened anew says the same."""
    hall.trainer("undo")
    with Workshop.open(hall.path) as other:
        assert other.room == hall.room
    seen = one(hall, agreement)
    return seen["what"], seen["status"]


def trainer(hall, kind, **fields):
    hall.trainer(kind, step="deal", agreement="a1", **fields)


SAID = {
    "a yes": ("p1", "confirm_agreement", {}, "confirmed"),
    "a no": ("p1", "decline_agreement", {"reason": "te druk"}, "declined"),
    "that it is done": ("p2", "settle_agreement", {"outcome": "done"}, "done"),
    "other words": ("p1", "edit_agreement", {"what": "Samen op tijd"}, "proposed"),
    "how sure it is": ("p1", "rate_agreement", {"confidence": 4}, "proposed"),
}


@pytest.mark.parametrize("said", SAID)
def test_a_proposal_of_the_trainer_to_which_somebody_said_something_stays(hall, said):
    person, kind, fields, after = SAID[said]
    hall.trainer("add_agreement", step="deal", what="Samen", **FULL)
    act(hall, person, kind, "a2", **fields)
    assert undo(hall, "a2")[1] == after


def test_else_it_goes(hall):
    hall.trainer("add_agreement", step="deal", what="Samen", **FULL)
    hall.trainer("rate_agreement", step="deal", agreement="a2", confidence=3, paper=SHEET)
    undo(hall)
    undo(hall)
    assert [view["id"] for view in hall.shared("wall").view["agreements"]] == ["a1"]


def test_a_yes_comes_back_with_the_words_that_it_was_said_of(hall):
    act(hall, "p1", "confirm_agreement")
    trainer(hall, "edit_agreement", what="Elke maand een ronde")
    assert status(hall) == "proposed"
    assert undo(hall) == ("Elke week een ronde", "confirmed")


@pytest.mark.parametrize(
    ("kind", "after"), [("confirm_agreement", "confirmed"), ("decline_agreement", "declined")]
)
def test_words_that_were_answered_since_stay_with_their_answer(hall, kind, after):
    act(hall, "p1", "confirm_agreement")
    trainer(hall, "edit_agreement", what="Elke maand een ronde")
    act(hall, "p1", kind)
    assert undo(hall) == ("Elke maand een ronde", after)


def test_words_that_were_changed_since_stay_also_when_they_are_the_same(hall):
    for texts in (["Elke dag"], ["Elke dag", "Elke maand een ronde"]):
        trainer(hall, "edit_agreement", what="Elke maand een ronde")
        for what in texts:
            act(hall, "p3", "edit_agreement", what=what)
        assert undo(hall)[0] == texts[-1]
        act(hall, "p3", "edit_agreement", what="Elke week een ronde")


def test_what_became_of_it_is_as_its_owner_said_last(hall):
    act(hall, "p1", "confirm_agreement")
    trainer(hall, "settle_agreement", outcome="done")
    act(hall, "p1", "settle_agreement", outcome="dropped")
    assert undo(hall)[1] == "dropped"
    trainer(hall, "settle_agreement", outcome="done")
    assert undo(hall)[1] == "dropped"


def test_an_owner_of_now_did_not_finish_what_another_owner_did(hall):
    act(hall, "p1", "settle_agreement", outcome="done")
    trainer(hall, "settle_agreement")
    act(hall, "p3", "edit_agreement", owner="school", partners=["politie"])
    assert undo(hall)[1] == "proposed"


class TestPaper:
    """The trainer types in what the owner wrote on a sheet, by mistake."""

    def test_a_newer_answer_on_a_phone_stays(self, hall):
        trainer(hall, "confirm_agreement", paper=SHEET)
        act(hall, "p1", "decline_agreement")
        assert undo(hall)[1] == "declined"

    def test_a_yes_that_nobody_gave_goes_also_when_something_was_filled_in_since(self, hall):
        trainer(hall, "decline_agreement", paper=SHEET)
        trainer(hall, "confirm_agreement", paper=SHEET)
        act(hall, "p3", "edit_agreement", needs="Een sleutel")
        assert status(hall) == "confirmed"
        assert undo(hall)[1] == "proposed", "what was turned down was something else"

    def test_a_yes_that_was_asked_anew_since_does_not_come_back(self, hall):
        act(hall, "p1", "confirm_agreement")
        trainer(hall, "decline_agreement", paper=SHEET)
        act(hall, "p3", "edit_agreement", what="Elke dag")
        assert undo(hall) == ("Elke dag", "proposed")

    def test_not_even_when_the_words_are_again_what_they_were(self, hall):
        act(hall, "p1", "confirm_agreement")
        trainer(hall, "decline_agreement", paper=SHEET)
        for what in ("Elke dag", "Elke week een ronde"):
            act(hall, "p3", "edit_agreement", what=what)
        assert undo(hall) == ("Elke week een ronde", "proposed")


def test_a_table_goes_on_with_what_the_trainer_typed_in_for_it(halls):
    hall = halls(step("deal", "agreements", phase="close", per="team"))
    hall.join("politie", team="Tafel 1")
    hall.start("deal")
    hall.trainer("add_agreement", step="deal", what="Samen", paper={"id": "7", "team": "Tafel 1"})
    hall.at("Tafel 1", "edit_agreement", step="deal", agreement="a1", what="Samen op tijd")
    assert undo(hall)[0] == "Samen op tijd"
