"""Slips: printed codes that people draw, and by which they come back weeks later."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.activities import codes
from kit.model.base import CODE_LETTERS
from kit.model.people import TRAINER
from kit.workshop import Workshop
from tests._hall import Hall, code_of
from tests.activities._survey import (
    AFTER,
    BEFORE,
    UNDONE,
    answer,
    later,
    on_paper,
    people,
    rows,
    secrets,
    slip,
    view,
)  # fmt: skip

CODE = "ACDEFH"
SECRET = b"s" * 32


def came_back_as(hall):
    """Whose follow-up it is, by name in this step."""
    return hall.room.steps["later"].data.earlier


def slips_of_the_pen(code):
    """All that one slip can make of a code, also with letters that no code has."""
    letters = CODE_LETTERS + "O0"
    for i in range(len(code)):
        yield code[:i] + code[i + 1 :]
        yield from (code[:i] + letter + code[i + 1 :] for letter in letters)
        yield code[:i] + code[i : i + 2][::-1] + code[i + 2 :]
    for i in range(len(code) + 1):
        yield from (code[:i] + letter + code[i:] for letter in letters)


class TestDrawing:
    """The codes on a sheet."""

    def test_no_slip_of_the_pen_leads_from_one_to_another(self):
        drawn = codes.draw(60)
        assert len(set(drawn)) == 60
        assert all(len(code) == codes.LENGTH and set(code) <= set(CODE_LETTERS) for code in drawn)
        made = {code: set(slips_of_the_pen(code)) for code in drawn}
        assert [(one, two) for one, two in combinations(drawn, 2) if made[one] & made[two]] == []

    def test_codes_that_are_too_close_are_drawn_again(self, monkeypatch):
        letters = iter("AAAAAAAAAACCAAAACDCAAAAAFFFFFF")
        monkeypatch.setattr(codes.secrets, "choice", lambda _: next(letters))
        assert codes.draw(2) == ["AAAAAA", "FFFFFF"]


class TestFinding:
    """Whose code it is, among many."""

    names = [f"~{n}" for n in range(500)]

    @pytest.mark.parametrize("kind", ["slip", "shown"])
    def test_every_slip_of_the_pen_is_forgiven(self, kind):
        (code,) = codes.draw(1)
        names = ["~me"] if kind == "shown" else []
        slips = {codes.kept_as(SECRET, code): "~me"} if kind == "slip" else {}
        code = codes.code_of(SECRET, "~me") if kind == "shown" else code
        missed = [one for one in slips_of_the_pen(code) if codes.find(SECRET, one, names, slips) != "~me"]
        assert missed == []

    def test_it_is_no_work_for_each_person(self, monkeypatch):
        """Some 150 codes are tried, whether there are five slips or five hundred."""
        drawn = codes.draw(len(self.names))
        slips = {codes.kept_as(SECRET, code): name for code, name in zip(drawn, self.names, strict=True)}
        tried = []
        kept_as = codes.kept_as
        monkeypatch.setattr(
            codes, "kept_as", lambda secret, code: tried.append(code) or kept_as(secret, code)
        )
        assert codes.find(SECRET, drawn[7][1:], [], slips) == self.names[7]
        assert len(tried) < 200

    def test_what_could_be_two_people_s_is_nobody_s(self):
        slips = {codes.kept_as(SECRET, code): code for code in ("AAAAAA", "AAAAAC")}
        assert codes.find(SECRET, "AAAAAD", [], slips) is None
        assert codes.find(SECRET, "AAAAAC", [], slips) == "AAAAAC"

    def test_one_person_s_two_codes_are_no_doubt(self, monkeypatch):
        monkeypatch.setattr(codes, "code_of", lambda *_: "AAAAAC")
        slips = {codes.kept_as(SECRET, "AAAAAA"): "~me"}
        assert codes.find(SECRET, "AAAAAD", ["~me"], slips) == "~me"

    @given(st.text(max_size=30))
    def test_whatever_is_typed_is_found_or_not(self, typed):
        assert codes.find(SECRET, typed, ["~me"], {"x": "~you"}) in {None, "~me"}


class TestSlip:
    """From the end of the day to the follow-up."""

    def test_whoever_typed_it_comes_back_with_it_on_another_phone(self, day):
        was = dict(
            zip(("p1", "p2", "p3"), [row["participant"] for row in rows(day, moment="after")], strict=True)
        )
        slip(day, "p2", " acd-efh ")
        assert day.mine("p2").view == {"answers": {"A1": 4}, "recognised": False, "slip": True}
        assert not day.mine("p1").view["slip"]
        hall = later(day)
        back = hall.join("school")
        hall.by(back, "use_code", step="later", code="ACDEFK")
        answer(hall, back, "later", A1=5)
        assert [row["participant"] for row in rows(hall, moment="followup")] == [was["p2"]]

    def test_the_code_that_is_shown_still_leads_back(self, day):
        shown = day.mine("p2").code
        slip(day, "p2")
        hall = later(day)
        one, other = hall.join("school"), hall.join("school")
        hall.by(one, "use_code", step="later", code=shown)
        assert len(came_back_as(hall)) == 1
        assert code_of(hall.by, other, "use_code", step="later", code=CODE) == "code_used", "it is one person"

    def test_a_slip_is_one_person_s(self, day):
        slip(day, "p1")
        assert code_of(slip, day, "p2") == "slip_used"
        slip(day, "p2", "KLMNPQ")
        assert view(day, "na")["slips"] == 2

    def test_it_may_be_replaced_and_the_first_one_is_free_again(self, day):
        slip(day, "p1")
        slip(day, "p1", "KLMNPQ")
        slip(day, "p2")
        hall = later(day)
        one, other = hall.join("school"), hall.join("school")
        hall.by(one, "use_code", step="later", code="KLMNPQ")
        hall.by(other, "use_code", step="later", code=CODE)
        assert len(set(came_back_as(hall).values())) == 2

    def test_nobody_finds_out_by_trying_which_slips_there_are(self, day):
        slip(day, "p1")
        for letter in CODE_LETTERS[:10]:
            slip(day, "p2", f"KLMNP{letter}")
        assert code_of(slip, day, "p2") == code_of(slip, day, "p2", "KLMNPR") == "too_many_slips"
        slip(day, "p2", f"KLMNP{CODE_LETTERS[9]}")

    def test_typed_twice_or_sent_twice_it_is_one_event(self, day):
        slip(day, "p1")
        seq = day.workshop.seq
        slip(day, "p1", "acdefh")
        assert day.workshop.seq == seq
        for _ in range(2):
            day.by("p2", "keep_code", "c9", step="na", slip="KLMNPQ")
        assert day.workshop.seq == seq + 1

    @pytest.mark.parametrize("code", ["", "ACDEF", "ACDEFHJ", "ACDEF0", "ACDEFé", CODE * 100])
    def test_anything_else_is_no_code(self, day, code):
        assert code_of(slip, day, "p1", code) == "bad_code"

    def test_it_is_taken_where_codes_are_given_and_while_it_is_open(self, day):
        assert code_of(slip, day, "p1", name="voor") == "step_closed"
        day.trainer("open", step="voor")
        assert code_of(slip, day, "p1", name="voor") == "no_codes"
        day.trainer("close", step="na")
        assert code_of(slip, day, "p1") == "step_closed"

    def test_without_a_follow_up_nobody_takes_a_slip(self, halls):
        hall = halls(BEFORE, AFTER)
        people(hall)
        hall.start("na")
        assert code_of(slip, hall, "p1") == "no_codes"
        assert view(hall, "na")["slips"] is None
        assert secrets(hall) == {"survey/collaboration"}

    def test_it_is_a_person_s_own(self, day):
        assert code_of(day.at, "Tafel 1", "keep_code", step="na", slip=CODE) == "not_allowed"
        command = {"kind": "keep_code", "step": "na", "slip": CODE}
        assert code_of(day.workshop.do, command, TRAINER) == "not_allowed"

    def test_only_the_trainer_hears_how_many(self, day):
        slip(day, "p1")
        told = {role: view(day, "na", role)["slips"] for role in ("trainer", "wall", "team", "participant")}
        assert told == {"trainer": 1, "wall": None, "team": None, "participant": None}
        assert view(day, "voor")["slips"] == 0, "so that slips can be printed before the day begins"


class TestJournal:
    """What stands in the file."""

    def test_the_code_is_nowhere_in_it(self, day):
        slip(day, "p1")
        slip(day, "p2", "KLMNPQ")
        hall = later(day)
        hall.by(hall.join("school"), "use_code", step="later", code=CODE)
        hall.workshop.journal.scrub()
        held = hall.path.read_bytes()
        assert not [code for code in (CODE, "KLMNPQ") if code.encode() in held]

    def test_a_command_is_remembered_without_its_code(self, day):
        for person, code in (("p1", CODE), ("p2", "KLMNPQ")):
            day.by(person, "keep_code", "c9", step="na", slip=code)
        found = day.workshop.journal._db.execute("SELECT actor, digest FROM commands").fetchall()
        digests = [digest for actor, digest in found if actor.startswith("~")]
        assert len(digests) == 2
        assert digests[0] == digests[1], "what they typed is not in the digest"

    def test_a_follow_up_keeps_no_slip_and_says_of_none_whose_it_is(self, day):
        slip(day, "p1")
        hall = later(day)
        said = {code_of(slip, hall, hall.join("school"), code, "later") for code in (CODE, "KLMNPQ", "")}
        assert said == {"no_codes"}

    def test_what_is_kept_needs_the_secret(self, day):
        slip(day, "p1")
        (kept,) = day.room.steps["na"].data.slips.values()
        secret = day.workshop.journal.secret("codes/collaboration")
        assert kept == codes.kept_as(secret, CODE)
        assert kept != codes.kept_as(b"", CODE)

    def test_only_a_pseudonym_has_a_slip(self, day):
        slip(day, "p1")
        assert day.workshop.entries[-1].actor.startswith("~")

    def test_the_secret_goes_after_the_follow_up_and_a_copy_never_had_it(self, day, tmp_path):
        slip(day, "p1")
        hall = later(day)
        copy = tmp_path / "copy.leefkit"
        hall.workshop.journal.backup(copy)
        with Workshop.open(copy, clock=hall.clock) as workshop:
            other = Hall.__new__(Hall)
            other.workshop, other.clock, other.tokens = workshop, hall.clock, 90
            assert code_of(other.by, other.join("school"), "use_code", step="later", code=CODE) == "no_codes"
        answer(hall, hall.join("school"), "later", A1=5)
        hall.trainer("close", step="later")
        hall.trainer("finish")
        assert secrets(hall) == set()


class TestPaper:
    """Sheets that the trainer types in."""

    @pytest.fixture
    def sheet(self, day):
        """Sheet 7 of the day, with a slip."""
        on_paper(day, "keep_code", "na", slip=CODE)
        on_paper(day, "answer", "na", answers={"A1": 2})
        return day

    def test_a_sheet_comes_back_by_its_slip_under_another_number(self, sheet):
        hall = later(sheet)
        for _ in range(2):
            on_paper(hall, "use_code", "later", "1", code="ACDEF")
            on_paper(hall, "answer", "later", "1", answers={"A1": 5})
        assert [row["participant"] for row in rows(hall, moment="followup")] == ["paper-7"]

    def test_paper_and_phones_are_kept_apart(self, sheet):
        """The trainer has had the sheet in hand: whose answers on a phone they are must not be told by it."""
        slip(sheet, "p1", "KLMNPQ")
        hall = later(sheet)
        assert code_of(hall.by, hall.join("school"), "use_code", step="later", code=CODE) == "code_of_paper"
        assert code_of(on_paper, hall, "use_code", "later", code="KLMNPQ") == "code_of_phone"
        assert came_back_as(hall) == {}

    def test_a_sheet_and_a_phone_have_no_slip_together(self, sheet):
        assert code_of(slip, sheet, "p1") == "slip_used"

    def test_two_sheets_do_not_become_one_person(self, sheet):
        hall = later(sheet)
        on_paper(hall, "answer", "later", "7", answers={"A1": 5})
        assert code_of(on_paper, hall, "use_code", "later", "1", code=CODE) == "code_used"
        hall.trainer("undo")
        on_paper(hall, "use_code", "later", "1", code=CODE)
        assert code_of(on_paper, hall, "answer", "later", "7", answers={"A1": 5}) == "number_used"

    @pytest.mark.parametrize("kind", UNDONE)
    def test_what_is_typed_in_is_taken_back(self, sheet, kind):
        hall = sheet if kind != "use_code" else later(sheet)
        name = hall.room.now
        box = hall.room.steps[name].data
        more = UNDONE[kind] | ({"slip": "KLMNPQ"} if kind == "keep_code" else {})
        before = repr((box.earlier, box.slips, {one: sheet.answers for one, sheet in box.sheets.items()}))
        hall.trainer(kind, step=name, **more)
        assert (
            repr((box.earlier, box.slips, {one: sheet.answers for one, sheet in box.sheets.items()}))
            != before
        )
        hall.trainer("undo")
        box = hall.room.steps[name].data
        assert (
            repr((box.earlier, box.slips, {one: sheet.answers for one, sheet in box.sheets.items()}))
            == before
        )
        with Workshop.open(hall.path) as other:
            assert other.room == hall.room
