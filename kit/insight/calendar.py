"""Whole days as a calendar file that every calendar program reads (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

import icalendar


class Day(NamedTuple):
    """Something on one day, without a time and so without a time zone.

    Attributes:
        uid: Name of this entry in the whole world, always the same: a calendar that reads the file again
            changes the entry it has, instead of adding one.
        on: The day.
        title: What the calendar shows.
        text: What stands below it.
        sure: False for what is only proposed.
        changed: Unix time of the last change, in seconds.
        changes: How often it changed; only grows.
    """

    uid: str
    on: date
    title: str
    text: str
    sure: bool
    changed: float
    changes: int


def calendar(name: str, days: Iterable[Day]) -> str:
    """Return a calendar file; empty without days.

    The same days give the same text, so that it can be kept and compared.

    Args:
        name: What a calendar program may call this calendar.
        days: What stands in it.
    """
    entries = "".join(map(entry, days))
    head, end = around(name)
    return f"{head}{entries}{end}" if entries else ""


def around(name: str) -> tuple[str, str]:
    """Return what stands before and after the entries of a calendar of this name."""
    made = icalendar.Calendar()
    made.add("prodid", "-//Leefkit//Leefkit//NL")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    head, end, _ = made.to_ical().decode().rpartition("END:VCALENDAR")
    return head, f"{end}\r\n"


@lru_cache(maxsize=4096)
def entry(day: Day) -> str:
    """Return one entry. It is kept: with each change the file is made anew, and only one entry is another."""
    event = icalendar.Event()
    event.add("uid", day.uid)
    event.add("dtstamp", datetime.fromtimestamp(day.changed, UTC).replace(microsecond=0))
    event.add("sequence", day.changes)
    event.add("dtstart", day.on)
    event.add("dtend", day.on + timedelta(days=1))  # the day after: an end is not part of what it ends
    event.add("summary", day.title)
    event.add("description", day.text)
    event.add("status", "CONFIRMED" if day.sure else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # nobody is busy the whole day with it
    return str(event.to_ical(), "utf-8")
