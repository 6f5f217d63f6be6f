"""The days of agreements as files: for a calendar, and beside the frames."""

from datetime import date
from functools import partial

import icalendar
import pytest

from kit.errors import StorageError
from kit.report.export import export_files, extra_files
from tests._hall import step
from tests.activities._agreements import FULL, act, dealing, propose


@pytest.fixture
def make(halls):
    return partial(dealing, halls)


def days(text):
    """Return title, day and status of every entry of a calendar file."""
    entries = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return [(str(one["summary"]), one["dtstart"].dt, str(one["status"])) for one in entries]


def seen(hall, role="trainer", lang="nl"):
    """Return the calendar file that a screen makes of what it is sent."""
    parts = hall.shared(role, lang=lang).view["calendar"]
    return parts["head"] + "".join(parts["entries"].values()) + parts["end"]


def test_a_calendar_has_the_first_step_and_the_day_to_look_back(make):
    hall = make()
    propose(hall, look_back="2026-06-10", **FULL)
    propose(hall, what="zonder dag", owner="politie")
    propose(hall, what="wordt niets", owner="politie", due="2026-05-01")
    act(hall, "p1", "decline_agreement", "a3")
    first, back = "Eerste stap: Elke week samen een ronde", "Terugkijken: Elke week samen een ronde"
    assert days(seen(hall)) == [
        (first, date(2026, 4, 1), "TENTATIVE"),
        (back, date(2026, 6, 10), "TENTATIVE"),
    ]
    act(hall, "p1", "confirm_agreement")
    assert {status for *_, status in days(seen(hall))} == {"CONFIRMED"}
    assert "First step: Elke" in seen(hall, "wall", "en")


def test_a_phone_gets_the_calendar_once_when_people_have_written(make):
    """Each change would else send all days again to every phone."""
    hall = make()
    propose(hall, **FULL)
    assert hall.shared("participant").view["calendar"] is None
    hall.trainer("close", step="deal")
    assert days(seen(hall, "participant")) == days(seen(hall))
    assert list(hall.shared("participant").view["calendar"]["entries"]) == ["a1"]


def test_at_the_end_everyone_may_take_the_days_along(make):
    hall = make()
    propose(hall, **FULL)
    propose(hall, what="van de school", owner="school", due="2026-05-01")
    hall.trainer("close", step="deal")
    assert hall.mine("p1").keepsakes == []
    hall.trainer("finish")
    own, every = hall.mine("p1").keepsakes
    assert (own.name, own.label, own.type) == (
        "afspraken-van-ons.ics", "Datums van je eigen organisatie", "text/calendar"
    )  # fmt: skip
    assert [day for _, day, _ in days(own.text)] == [date(2026, 4, 1)]
    assert [day for _, day, _ in days(every.text)] == [date(2026, 4, 1), date(2026, 5, 1)]
    (only,) = hall.mine("p4", lang="en").keepsakes
    assert (only.name, only.label) == ("agreements.ics", "Dates of all agreements"), (
        "residents have a part in none"
    )


def test_a_changed_day_is_the_same_entry_in_a_calendar(make):
    hall = make()
    propose(hall, **FULL)
    before = icalendar.Calendar.from_ical(seen(hall)).walk("VEVENT")[0]
    act(hall, "p3", "edit_agreement", due="2026-04-08")
    after = icalendar.Calendar.from_ical(seen(hall)).walk("VEVENT")[0]
    assert before["uid"] == after["uid"]
    assert before["sequence"] < after["sequence"]


def test_what_was_given_up_is_in_no_calendar(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "settle_agreement", outcome="dropped")
    assert hall.shared("trainer").view["calendar"] is None


def test_a_long_agreement_has_a_short_title_and_stands_below_it_whole(make):
    hall = make()
    what = "woord " * 40
    propose(hall, what=what, works="Minder meldingen", **FULL)
    (event,) = icalendar.Calendar.from_ical(seen(hall)).walk("VEVENT")
    assert len(str(event["summary"])) <= len("Eerste stap: ") + 90
    assert str(event["summary"]).endswith("…")
    assert str(event["description"]).splitlines() == [
        what.strip(),
        "Dit is nog een voorstel.",
        "Eigenaar: Politie",
        "Trekker: wijkagent",
        "Zo weten we dat het werkt: Minder meldingen",
    ]


def calendars(room):
    return {name: content for name, content in extra_files(room).items() if name.endswith(".ics")}


def test_an_export_has_the_calendar_beside_the_frames(make, tmp_path):
    hall = make()
    assert calendars(hall.room) == {}
    propose(hall, **FULL)
    files = calendars(hall.room)
    assert list(files) == ["agreements.ics"]
    (path,) = export_files(files, tmp_path)
    assert path.read_bytes() == files["agreements.ics"]
    assert days(path.read_text(encoding="utf-8")) == [
        ("Eerste stap: Elke week samen een ronde", date(2026, 4, 1), "TENTATIVE")
    ]
    assert [one.name for one in tmp_path.glob("*.ics*")] == ["agreements.ics"]


def test_two_steps_of_agreements_give_two_files(halls):
    hall = halls(step("een", "agreements"), step("twee", "agreements"))
    hall.join()
    for name in ("een", "twee"):
        hall.start(name)
        hall.by("p1", "add_agreement", step=name, what=name, due="2026-04-01")
    files = calendars(hall.room)
    assert [days(content) for content in files.values()] == [
        [(f"Eerste stap: {name}", date(2026, 4, 1), "TENTATIVE")] for name in ("een", "twee")
    ]
    assert list(files) == ["agreements.ics", "twee-agreements.ics"]
    assert list(hall.workshop.agreements["agreement"]) == ["a1", "a2"], (
        "a number is one agreement's in all steps"
    )


def test_a_folder_that_is_a_file_is_said(tmp_path):
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="can't be written"):
        export_files({"agreements.ics": b"x"}, tmp_path / "x")
