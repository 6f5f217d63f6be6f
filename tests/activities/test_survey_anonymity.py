"""Anonymous and yet paired: who shares a secret, how long it lives, and what the file gives away."""

from kit.workshop import Workshop
from tests._hall import Hall, code_of, step
from tests.activities._survey import (
    AFTER,
    BEFORE,
    IDEAS,
    LATER,
    about,
    answer,
    people,
    rows,
    same,
    secrets,
    survey,
    view,
)  # fmt: skip


class TestPairing:
    """Moments of one day share their pseudonyms."""

    def test_before_and_after_stand_under_one_pseudonym(self, day):
        found = {(row["moment"], row["participant"]) for row in rows(day)}
        names = {name for _, name in found}
        assert len(names) == 3
        assert all(name.startswith("~") for name in names)
        assert found == {(moment, name) for moment in ("before", "after") for name in names}

    def test_another_bank_has_other_pseudonyms(self, halls):
        hall = halls(BEFORE, survey("kort", "before", "collaboration-short"), AFTER)
        people(hall)
        for name in ("voor", "kort"):
            hall.start(name)
            answer(hall, "p1", name, A1=3)
        one, other = (row["participant"] for row in rows(hall))
        assert one != other

    def test_no_organisation_of_fewer_than_three_stands_beside_an_answer(self, day):
        assert day.workshop.answers["organisation"].isna().all()
        for _ in range(2):
            day.join("school")
        answer(day, "p2", "na", A2=3)
        assert {row["organisation"] for row in rows(day, item="A2")} == {"school"}


class TestSecret:
    """Whose answers they are can be found out for a day at most."""

    def test_it_waits_for_the_last_moment_of_the_day(self, halls):
        hall = halls(BEFORE, IDEAS, AFTER, step("end"))
        people(hall)
        hall.start("voor")
        answer(hall, "p1", A1=3)
        hall.start("ideas")
        assert secrets(hall) == {"survey/collaboration"}
        assert not hall.room.steps["voor"].sealed
        hall.start("na")
        answer(hall, "p1", "na", A1=4)
        hall.start("end")
        assert secrets(hall) == set()
        assert hall.room.steps["voor"].sealed
        assert hall.room.steps["na"].sealed
        assert len({row["participant"] for row in rows(hall)}) == 1, "what was paired stays paired"

    def test_when_the_workshop_is_over_it_is_gone_even_if_nobody_was_asked_again(self, halls):
        hall = halls(BEFORE, IDEAS, AFTER)
        people(hall)
        hall.start("voor")
        answer(hall, "p1", A1=3)
        hall.trainer("close", step="voor")
        hall.trainer("finish")
        assert secrets(hall) == set()

    def test_with_a_follow_up_only_the_secret_of_the_codes_lives_on(self, weeks_later):
        assert secrets(weeks_later) == {"codes/collaboration"}
        assert weeks_later.mine("p1").code is None
        assert weeks_later.mine("p1", name="na").code is None, "nobody can look it up any more"
        assert weeks_later.mine("p1", name="na").view is None

    def test_after_the_follow_up_nothing_is_left(self, weeks_later):
        hall = weeks_later
        person = hall.join("school")
        hall.by(person, "use_code", step="later", code=hall.codes["p2"])
        answer(hall, person, "later", A1=5)
        assert secrets(hall) == {"codes/collaboration", "later"}
        hall.trainer("close", step="later")
        hall.trainer("finish")
        assert secrets(hall) == set()

    def test_a_second_follow_up_keeps_the_codes(self, halls):
        hall = halls(BEFORE, AFTER, LATER, survey("nog later", "followup"))
        people(hall)
        for name in ("voor", "na"):
            hall.start(name)
            answer(hall, "p1", name, A1=3)
        code = hall.mine("p1").code
        for name in ("later", "nog later"):
            hall.start(name)
            hall.by("p1", "use_code", step=name, code=code)
            answer(hall, "p1", name, A1=3)
        assert len({row["participant"] for row in rows(hall)}) == 1
        hall.trainer("close", step="nog later")
        hall.trainer("finish")
        assert secrets(hall) == set()

    def test_a_copy_holds_no_secret_and_so_knows_no_code(self, weeks_later, tmp_path):
        copy = tmp_path / "copy.leefkit"
        weeks_later.workshop.journal.backup(copy)
        with Workshop.open(copy, clock=weeks_later.clock) as workshop:
            other = Hall.__new__(Hall)
            other.workshop, other.clock, other.tokens = workshop, weeks_later.clock, 90
            person = other.join("school")
            code = weeks_later.codes["p1"]
            assert code_of(other.by, person, "use_code", step="later", code=code) == "no_codes"
            answer(other, person, "later", A1=5)


class TestJournal:
    """What somebody finds who has the file, and even a code, once all is over."""

    def test_neither_codes_nor_who_typed_them_are_in_it(self, weeks_later):
        """Not as a digest either: with a note found on a desk, that would do."""
        hall = weeks_later
        for owner in ("p2", "p3"):
            hall.by(hall.join("school"), "use_code", "c1", step="later", code=hall.codes[owner])
        remembered = hall.workshop.journal._db.execute("SELECT actor, digest FROM commands").fetchall()
        typed = [digest for actor, digest in remembered if actor.startswith("~")]
        assert len(typed) == 2
        assert typed[0] == typed[1], "what they typed is not in the digest"
        hall.workshop.journal.scrub()
        held = hall.path.read_bytes()
        assert not [code for code in hall.codes.values() if code.encode() in held]

    def test_only_pseudonyms_act(self, weeks_later):
        hall = weeks_later
        person = hall.join("school")
        hall.by(person, "use_code", step="later", code=hall.codes["p2"])
        answer(hall, person, "later", A1=5)
        acted = {entry.actor for entry in hall.workshop.entries
                 if type(entry.event).__name__ in {"AnswersGiven", "CodeUsed"}}  # fmt: skip
        assert len(acted) == 4
        assert all(name.startswith("~") for name in acted)

    def test_people_who_come_in_twice_do_not_make_a_large_organisation(self, weeks_later):
        hall = weeks_later
        for _ in range(3):
            person = hall.join("school")
        answer(hall, person, "later", A1=3, **about("N2", politie=1, bewoners=0))
        found = {row["item"]: row for row in rows(hall, moment="followup")}
        assert set(found) == {"A1", "N2"}
        assert not [row for row in found.values() if row["organisation"] == "school"]

    def test_the_change_since_the_first_moment_is_told_weeks_later(self, halls):
        hall = halls(BEFORE, AFTER, LATER)
        there = people(hall, *["politie"] * 6)
        codes = {}
        for name, value in (("voor", 3), ("na", 4)):
            hall.start(name)
            for person in there:
                answer(hall, person, name, **same(value))
                codes[person] = hall.mine(person).code
        hall.start("later")
        for person in there:
            back = hall.join("politie")
            hall.by(back, "use_code", step="later", code=codes[person])
            answer(hall, back, "later", **same(5), **about("N2"), B4=1)
        hall.trainer("close", step="later")
        told = view(hall, "later")["result"]
        assert (told["pairs"], told["measures"][0]["median"], told["measures"][0]["up"]) == (6, 2, 6)
        assert [(one["id"], one["n"]) for one in told["once"]][3] == ("B4", 6)
        assert {row["organisation"] for row in rows(hall, moment="followup")} == {"politie"}
