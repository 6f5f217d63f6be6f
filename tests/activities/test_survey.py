"""A survey: what is asked, what is taken, what is refused, and what is told of the change."""

import math

import pytest

from tests._hall import code_of, step
from tests._refusals import must_say_why
from tests.activities._survey import (
    AFTER,
    AGREE,
    BEFORE,
    LATER,
    SITUATIONS,
    about,
    answer,
    asked,
    rows,
    same,
    view,
)  # fmt: skip


@pytest.fixture
def hall(halls):
    """Three of the police, two of the school, and an open survey."""
    hall = halls(BEFORE, step("ideas"), AFTER)
    for organisation in ("politie", "politie", "politie", "school", "school"):
        hall.join(organisation)
    hall.start("voor")
    return hall


def test_the_questions_come_with_their_answers(hall):
    shown = view(hall, "voor", "participant")
    assert [item["id"] for item in shown["items"]] == [*AGREE, "N1", "N2"]
    assert shown["intro"] == "Denk aan de organisaties die vandaag meedoen."
    first = shown["items"][0]
    assert first["text"] == "Ik weet goed wat de andere organisaties wel en niet kunnen doen."
    assert [one["value"] for one in shown["choices"][first["choices"]]] == [1, 2, 3, 4, 5]
    assert [one["id"] for one in shown["about"]] == ["politie", "school"]
    english = view(hall, "voor", "participant", "en")
    assert english["items"][3]["text"] == "I know whom to call when something is going on."


def test_every_moment_has_its_own_questions(halls):
    hall = halls(BEFORE, AFTER, LATER)
    of = {name: [item["id"] for item in view(hall, name)["items"]] for name in ("voor", "na", "later")}
    assert of["voor"] == [*AGREE, "N1", "N2"]
    assert of["na"] == [*AGREE, "N2", "R1"]
    assert of["later"] == [*AGREE, "N1", "N2", "B1", "B2", "B3", "B4", "B5"]


def test_answers_come_in_parts_and_the_last_one_counts(hall):
    answer(hall, "p1", A1=4, A2=None)
    answer(hall, "p1", A1=5, A3=2)
    assert hall.mine("p1").view == {
        "answers": {"A1": 5, "A2": None, "A3": 2},
        "recognised": False,
        "slip": False,
    }
    assert hall.mine("p2").view["answers"] == {}
    assert view(hall, "voor")["answered"] == 1


def test_who_does_not_know_is_missing_not_nought(hall):
    answer(hall, "p1", A1=None, A2=1)
    found = {row["item"]: row["value"] for row in rows(hall)}
    assert math.isnan(found["A1"])
    assert found["A2"] == 1


def test_how_many_are_through(hall):
    answer(hall, "p1", **same(4))
    answer(hall, "p2", A1=3)
    told = {role: view(hall, "voor", role) for role in ("trainer", "wall", "team", "participant")}
    assert {role: (one["answered"], one["complete"]) for role, one in told.items()} == {
        "trainer": (2, 1),
        "wall": (2, 1),
        "team": (2, 1),
        "participant": (None, None),
    }


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"A1": 6}, "bad_value"),
        ({"A1": 2.5}, "bad_value"),
        ({"A1": 3, "A9": 3}, "unknown_item"),
        ({"R1": 3}, "unknown_item"),
        ({"A1:school": 3}, "unknown_item"),
        ({"N2": 1}, "unknown_item"),
        ({"N2:brandweer": 1}, "unknown_item"),
        ({"N2:school": 2}, "bad_value"),
        ({"N1:school": 3, "N2:school": None}, None),
        ({}, "no_answers"),
    ],
)
def test_only_the_answers_that_can_be_chosen_are_taken(hall, answers, code):
    assert code_of(answer, hall, "p1", **answers) == code
    assert bool(rows(hall)) == (code is None)


def test_only_people_answer_and_only_while_it_is_open(hall):
    for who, code in (
        (lambda: hall.at("Tafel 1", "answer", step="voor", answers={"A1": 3}), "not_allowed"),
        (lambda: hall.trainer("answer", step="voor", answers={"A1": 3}), "not_allowed"),
        (lambda: answer(hall, "p1", "na", A1=3), "step_closed"),
        (lambda: answer(hall, "p1", "ideas", A1=3), "unknown_step"),
    ):
        assert code_of(who) == code
    hall.trainer("close", step="voor")
    assert code_of(answer, hall, "p1", A1=3) == "step_closed"


def test_a_sheet_of_paper_counts_and_can_be_taken_back(hall):
    paper = {"id": "7", "organisation": "school"}
    hall.trainer("answer", step="voor", answers={"A1": 3, "A2": 4}, paper=paper)
    hall.trainer("answer", step="voor", answers={"A1": 5}, paper=paper)
    assert {row["item"]: row["value"] for row in rows(hall, participant="paper-7")} == {"A1": 5, "A2": 4}
    assert not rows(hall, organisation="school"), "the trainer can type anything; nobody else knows it is so"
    hall.trainer("undo")
    assert {row["item"]: row["value"] for row in rows(hall)} == {"A1": 3, "A2": 4}
    hall.trainer("undo")
    assert rows(hall) == []
    assert view(hall, "voor")["answered"] == 0


class TestAboutOrganisations:
    """Whom people know elsewhere; of a small organisation the list itself would say who they are."""

    def test_a_large_organisation_answers_about_each_other_one(self, hall):
        hall.join("bewoners")
        answer(hall, "p1", **about("N2", politie=1, school=1, bewoners=0))
        assert hall.mine("p1").view["answers"] == {"N2:school": 1, "N2:bewoners": 0}, "never about their own"

    def test_of_a_small_one_only_a_share_is_kept(self, hall):
        hall.join("bewoners")
        answer(hall, "p4", **about("N2", politie=1, bewoners=0), **about("N1", politie=3, bewoners=1))
        answer(hall, "p6", **about("N2", politie=None, school=None))
        kept = {(row["item"], row["value"]) for row in rows(hall) if not math.isnan(row["value"])}
        assert kept == {("N2", 0.5), ("N1", 1.0)}
        assert hall.mine("p6").view["answers"] == {"N2": None}
        body = b"".join(line.body for line in hall.workshop.journal.since(1) if line.kind == "answers_given")
        assert b"politie" not in body
        assert b"bewoners" not in body

    def test_a_new_answer_takes_the_place_of_the_whole_list(self, hall):
        hall.join("bewoners")
        answer(hall, "p1", **about("N2", school=1, bewoners=1))
        answer(hall, "p1", **about("N2", school=0))
        assert hall.mine("p1").view["answers"] == {"N2:school": 0}

    def test_a_share_gives_way_to_the_list_when_the_organisation_grows(self, hall):
        answer(hall, "p4", **about("N2", politie=1))
        assert hall.mine("p4").view["answers"] == {"N2": 1}
        hall.join("school")
        answer(hall, "p4", **about("N2", politie=0))
        assert hall.mine("p4").view["answers"] == {"N2:politie": 0}


@pytest.mark.parametrize(("code", "text", "situation"), SITUATIONS)
def test_a_refusal_has_a_code_and_says_why_in_both_languages(halls, code, text, situation):
    must_say_why(situation, asked(halls), code, text)
