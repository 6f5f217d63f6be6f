"""A calendar file that others read as it was meant."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from kit.insight.calendar import Day, calendar

DAY = Day(
    uid="a1-first@zonnehoek",
    on=date(2026, 4, 1),
    title="Eerste stap: gastheer op het plein",
    text="Eigenaar: Gemeente",
    sure=True,
    changed=1_763_740_000.9,
    changes=2,
)


def read(text):
    (made,) = icalendar.Calendar.from_ical(text, multiple=True)
    return made


def test_a_day_is_a_day_and_no_moment():
    """An agreement on 1 April is on 1 April, also for who reads the calendar in another time zone."""
    text = calendar("Afspraken", (DAY,))
    assert "DTSTART;VALUE=DATE:20260401\r\n" in text
    assert "DTEND;VALUE=DATE:20260402\r\n" in text
    assert "VTIMEZONE" not in text


def test_another_program_reads_what_was_meant():
    made = read(calendar("Afspraken", (DAY, DAY._replace(uid="a1-back@zonnehoek", sure=False))))
    assert str(made["x-wr-calname"]) == "Afspraken"
    first, back = made.walk("VEVENT")
    assert (str(first["uid"]), str(back["uid"])) == ("a1-first@zonnehoek", "a1-back@zonnehoek")
    assert (str(first["status"]), str(back["status"])) == ("CONFIRMED", "TENTATIVE")
    assert first["dtstart"].dt == date(2026, 4, 1)
    assert first["dtstamp"].dt == datetime(2025, 11, 21, 15, 46, 40, tzinfo=UTC)
    assert (first["sequence"], str(first["transp"])) == (2, "TRANSPARENT")


@pytest.mark.parametrize("on", [date(2026, 12, 31), date(2028, 2, 28), date(2199, 12, 31)])
def test_a_day_ends_at_the_next(on):
    (event,) = read(calendar("x", (DAY._replace(on=on),))).walk("VEVENT")
    assert (event["dtend"].dt - on).days == 1


@pytest.mark.parametrize(
    "title",
    [
        "Punt; komma, streep \\ en \\n",
        "Eén regel\nen nog een",
        "🌳 " * 60,
        "BEGIN:VEVENT\r\nSUMMARY:van een ander",
        "é" * 300,
    ],
)
def test_whatever_people_write_stays_one_text(title):
    """People write these themselves: no text may end its line, or begin another entry."""
    text = calendar("x", (DAY._replace(title=title, text=title),))
    (event,) = read(text).walk("VEVENT")
    assert str(event["summary"]) == title.replace("\r\n", "\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VCALENDAR\r\n")


def test_the_same_days_give_the_same_file():
    assert calendar("x", (DAY,)) == calendar("x", (DAY,))


def test_without_days_there_is_no_file():
    assert calendar("x", ()) == ""
