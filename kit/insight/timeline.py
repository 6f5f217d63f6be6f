"""How a day went beside how it was planned. Times are seconds, on one clock."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

MINUTE, HOUR = 60.0, 3600.0
NIGHT = 4 * HOUR
"""When nothing began for so long after a step should have been over, another day began."""


class Ran(msgspec.Struct, frozen=True):
    """A step of a programme, and when it was held.

    Attributes:
        name: What it is called.
        phase: Its phase.
        minutes: Planned.
        entered: When the room came to it first; None where it did not.
        closed: When it was closed last; None for one that is open, and for a talk or a break.
        skipped: It was left out.
        later: It is held weeks after the day.
        input: People contribute to it; False for a talk or a break.
    """

    name: str
    phase: str
    minutes: float
    entered: float | None = None
    closed: float | None = None
    skipped: bool = False
    later: bool = False
    input: bool = True


class Span(msgspec.Struct, frozen=True):
    """From when to when."""

    start: float
    end: float


class Day(msgspec.Struct, frozen=True):
    """One of the days on which a workshop was held.

    Attributes:
        steps: Numbers of the steps of this day, as the programme has them.
        planned: From the first step that was entered to where the planned minutes end.
        held: From that step to the end of the last one.
    """

    steps: list[int]
    planned: Span
    held: Span


class Course(msgspec.Struct, frozen=True):
    """How a workshop went.

    Attributes:
        days: The days, in order; none before the first step was entered.
        planned: When each step should have been held; None for one that was left out, or is held weeks later.
        held: When each step was held; None where it was not. A step goes on until the next one begins.
    """

    days: list[Day]
    planned: list[Span | None]
    held: list[Span | None]


def course(steps: Sequence[Ran], until: float) -> Course:
    """Return when each step was planned and held, day by day.

    A plan begins with the first step that was entered that day, and goes on by the minutes of the steps in
    the order of the programme. So the plan of the second day begins when that day does.

    Args:
        steps: The steps, in the order of the programme.
        until: The last moment that is known of: until then the last step went on.
    """
    held = _held(steps, until)
    planned: list[Span | None] = [None] * len(steps)
    days = []
    for members in _days(steps, held):
        spans = [span for one in members if (span := held[one])]
        begin = at = min(one.start for one in spans)
        for one in members:
            if not steps[one].skipped:
                planned[one] = Span(at, at + steps[one].minutes * MINUTE)
                at += steps[one].minutes * MINUTE
        days.append(Day(members, Span(begin, at), Span(begin, max(one.end for one in spans))))
    return Course(days, planned, held)


def _entered(steps: Sequence[Ran]) -> list[tuple[float, int]]:
    """Return when the steps of the days were entered, with their numbers, by time."""
    return sorted(
        (one.entered, number)
        for number, one in enumerate(steps)
        if one.entered is not None and not one.later and not one.skipped
    )


def _held(steps: Sequence[Ran], until: float) -> list[Span | None]:
    held: list[Span | None] = [None] * len(steps)
    order = _entered(steps)
    for k, (at, number) in enumerate(order):
        step, last = steps[number], k == len(order) - 1
        after = until if last else order[k + 1][0]
        closed = step.closed if step.closed is not None and at <= step.closed <= after else None
        end = closed if last and closed is not None else max(at, after)
        if end - at > NIGHT + step.minutes * MINUTE:  # nobody sat there all night
            end = closed if closed is not None else at + step.minutes * MINUTE
        held[number] = Span(at, end)
    return held


def _days(steps: Sequence[Ran], held: Sequence[Span | None]) -> list[list[int]]:
    """Return the steps of each day. One that was never entered belongs to the day of the one before it."""
    of: dict[int, int] = {}
    day, end = 0, 0.0
    for at, number in _entered(steps):
        day += bool(of) and at - end > NIGHT
        span = held[number]
        of[number], end = day, span.end if span else at
    if not of:
        return []
    last = 0
    members: list[list[int]] = [[] for _ in range(day + 1)]
    for number, step in enumerate(steps):
        last = of.get(number, last)
        if not step.later:
            members[last].append(number)
    return members


def behind(found: Course, number: int) -> float:
    """Return by how many seconds a step began later than planned; below 0 it began earlier.

    Raises:
        ValueError: It was not held, or not planned.
    """
    planned, held = found.planned[number], found.held[number]
    if planned is None or held is None:
        message = f"step {number} was {'not planned' if held else 'not held'}"
        raise ValueError(message)
    return held.start - planned.start


def longest_overrun(steps: Sequence[Ran], found: Course) -> tuple[int, float] | None:
    """Return the step that took most longer than planned, and by how many seconds; None where none did."""
    over = [
        (span.end - span.start - step.minutes * MINUTE, -number)
        for number, (step, span) in enumerate(zip(steps, found.held, strict=True))
        if span is not None
    ]
    by, number = max(over, default=(0.0, 0))
    return (-number, by) if by > 0 else None
