"""The code that people are given at the end of the day, and what they can do with it weeks later."""

import re

import pytest

from kit.activities import codes
from kit.model.base import CODE_LETTERS
from kit.model.people import TRAINER
from tests._hall import code_of
from tests.activities._survey import AFTER, BEFORE, LATER, answer, people, rows, secrets, view

SLIPS = {
    "small letters": str.lower,
    "a space and a dash": lambda code: f" {code[:3]}-{code[3:]} ",
    "another letter": lambda code: ("A" if code[0] != "A" else "C") + code[1:],
    "a letter that no code has": lambda code: code[:3] + "O" + code[4:],
    "a letter less": lambda code: code[:2] + code[3:],
    "a letter more": lambda code: code[:2] + "Z" + code[2:],
    "two letters the wrong way round": lambda code: code[1] + code[0] + code[2:],
}
WRONG = {
    "nothing": lambda _: "",
    "something else": lambda _: "ZZZZZZ",
    "two other letters": lambda code: "ZZ" + code[2:],
    "two letters less": lambda code: code[:4],
    "a whole book": lambda code: code * 1000,
}


class TestCode:
    """The code that people are given, and what they can do with it."""

    def test_it_is_short_and_cannot_be_misread(self, day):
        codes = [day.mine(person).code for person in ("p1", "p2", "p3")]
        assert len(set(codes)) == 3
        assert all(re.fullmatch(f"[{CODE_LETTERS}]{{6}}", code) for code in codes)
        assert day.mine("p1").code == codes[0], "the same each time"
        assert view(day, "na")["code"] == "given"

    def test_it_is_given_at_the_last_moment_of_the_day(self, day):
        assert {name: view(day, name)["code"] for name in ("voor", "na", "later")} == {
            "voor": None,
            "na": "given",
            "later": "asked",
        }

    def test_it_is_given_at_the_first_moment_when_there_is_no_other_that_day(self, halls):
        hall = halls(BEFORE, LATER)
        people(hall)
        hall.start("voor")
        answer(hall, "p1", A1=3)
        assert view(hall, "voor")["code"] == "given"
        code = hall.mine("p1").code
        hall.start("later")
        hall.by(hall.join("school"), "use_code", step="later", code=code)
        assert view(hall, "later")["recognised"] == 1

    def test_without_a_follow_up_there_is_none(self, halls):
        hall = halls(BEFORE, AFTER)
        people(hall)
        for name in ("voor", "na"):
            hall.start(name)
            answer(hall, "p1", name, A1=3)
        assert hall.mine("p1").code is None
        assert view(hall, "na")["code"] is None
        assert secrets(hall) == {"survey/collaboration"}

    def test_a_follow_up_that_was_left_out_gives_none(self, halls):
        hall = halls(BEFORE, AFTER, LATER)
        people(hall)
        hall.trainer("skip_step", step="later", skipped=True)
        for name in ("voor", "na"):
            hall.start(name)
            answer(hall, "p1", name, A1=3)
        assert view(hall, "na")["code"] is None
        assert hall.mine("p1").code is None
        assert secrets(hall) == {"survey/collaboration"}

    def test_whoever_comes_back_goes_on_as_the_same_unknown_person(self, weeks_later):
        hall = weeks_later
        was = {row["participant"] for row in rows(hall)}
        person = hall.join("school")
        assert hall.mine(person).view is None
        hall.by(person, "use_code", step="later", code=hall.codes["p2"])
        assert hall.mine(person).view == {"answers": {}, "recognised": True, "slip": False}
        answer(hall, person, "later", A1=5)
        (row,) = rows(hall, moment="followup")
        assert row["participant"] in was
        assert view(hall, "later")["recognised"] == 1

    def test_the_same_phone_needs_the_code_too(self, weeks_later):
        """Their token still says who they are; not even that leads to what they answered."""
        hall = weeks_later
        answer(hall, "p2", "later", A1=5)
        (row,) = rows(hall, moment="followup")
        assert row["participant"] not in {one["participant"] for one in rows(hall, moment="after")}
        hall.by("p2", "use_code", step="later", code=hall.codes["p2"])
        (row,) = rows(hall, moment="followup")
        assert row["participant"] in {one["participant"] for one in rows(hall, moment="after")}

    @pytest.mark.parametrize("typed", SLIPS.values(), ids=SLIPS)
    def test_one_slip_of_the_pen_is_forgiven(self, weeks_later, typed):
        hall = weeks_later
        hall.by(hall.join("school"), "use_code", step="later", code=typed(hall.codes["p2"]))
        assert len(hall.room.steps["later"].data.earlier) == 1

    @pytest.mark.parametrize("typed", WRONG.values(), ids=WRONG)
    def test_more_than_one_is_not_and_says_what_to_do(self, weeks_later, typed):
        hall = weeks_later
        person = hall.join("school")
        code = typed(hall.codes["p2"])
        assert code_of(hall.by, person, "use_code", step="later", code=code) == "unknown_code"
        answer(hall, person, "later", A1=5)
        assert len({row["participant"] for row in rows(hall)}) == 4, "they answer as somebody new"

    def test_a_slip_that_could_be_two_people_s_is_nobody_s(self, weeks_later, monkeypatch):
        hall = weeks_later
        names = list(hall.room.steps["na"].data.sheets)
        made = dict(zip(names, ("AAAAAA", "AAAAAC", "FFFFFF"), strict=True))
        monkeypatch.setattr(codes, "code_of", lambda _, name: made[name])
        person = hall.join("school")
        assert code_of(hall.by, person, "use_code", step="later", code="AAAAAD") == "unknown_code"
        hall.by(person, "use_code", step="later", code="AAAAAC")
        assert list(hall.room.steps["later"].data.earlier.values()) == [names[1]]

    def test_it_is_used_once(self, weeks_later):
        hall = weeks_later
        one, other = hall.join("school"), hall.join("school")
        hall.by(one, "use_code", step="later", code=hall.codes["p2"])
        for person, owner in ((other, "p2"), (one, "p3")):
            assert code_of(hall.by, person, "use_code", step="later", code=hall.codes[owner]) == "code_used"

    def test_no_step_but_a_follow_up_asks_for_it(self, day):
        assert code_of(day.by, "p1", "use_code", step="na", code="AAAAAA") == "no_codes"
        assert code_of(day.by, "p1", "use_code", step="voor", code="AAAAAA") == "step_closed"

    def test_the_trainer_has_none(self, weeks_later):
        command = {"kind": "use_code", "step": "later", "code": weeks_later.codes["p1"]}
        assert code_of(weeks_later.workshop.do, command, TRAINER) == "no_codes"
