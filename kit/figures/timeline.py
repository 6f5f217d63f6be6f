"""How a day went on the clock: every step as it was planned and as it was held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import tell
from kit.insight.chart_numbers import MONTHS
from kit.insight.chart_parts import NARROW, WIDE, Shape
from kit.insight.timeline import MINUTE, Course, Day, Ran, Span, behind, course, longest_overrun
from kit.insight.timeline_drawing import TEN, Words
from kit.insight.timeline_drawing import timeline as draw
from kit.locale import N_, translate
from kit.model.figures import FigureView

ZONE = "Europe/Amsterdam"
"""The clock in the room. A figure is the same wherever it is made: on a server, or in a notebook far away."""
PHASES = {
    "open": N_("Open"),
    "empathise": N_("Empathise"),
    "define": N_("Define"),
    "ideate": N_("Ideate"),
    "test": N_("Test"),
    "close": N_("Close"),
}
STATES = {
    "left_out": N_("left out"),
    "now": N_("now"),
    "not_held": N_("not done"),
    "to_come": N_("to come"),
    "held": N_("done"),
}
ENDED = (
    N_("From {start} to {end}. It ended {minutes} earlier than planned."),
    N_("From {start} to {end}, as planned."),
    N_("From {start} to {end}. It ended {minutes} later than planned."),
)
BEGAN = (
    N_("“{name}” began {minutes} earlier than planned."),
    N_("“{name}” began as planned."),
    N_("“{name}” began {minutes} later than planned."),
)
HEAD = (
    N_("Step"),
    N_("Phase"),
    N_("Planned"),
    N_("Minutes planned"),
    N_("Began"),
    N_("Minutes held"),
    N_("State"),
)
SAID = {"left_out", "now", "not_held"}
"""What is written at a step; an outline that is empty says by itself that it is to come."""
NOTABLE = 5 * MINUTE
"""A step that took longer by less than this is no news."""


@kept
def timeline(
    steps: Sequence[Ran], until: float, counts: Mapping[float, int], lang: str = "nl", shape: Shape = WIDE,
    *, now: int | None = None, over: bool = True, zone: str = ZONE,
) -> Figure:  # fmt: skip
    """Return the steps of a workshop on the clock, outlined as planned and filled as they were held.

    Args:
        steps: The steps in the order of the programme, with Unix times.
        until: The last moment that is known of, Unix time.
        counts: Contributions in the ten minutes that begin at each Unix time: multiples of 600.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        now: The number of the step that the room is in.
        over: The workshop is finished.
        zone: The time zone of the room.
    """
    local = _Local(ZoneInfo(zone))
    steps = [
        msgspec.structs.replace(one, entered=local(one.entered), closed=local(one.closed)) for one in steps
    ]
    found = course(steps, local(until) or until)
    at = {local(moment) or moment: count for moment, count in counts.items() if count}
    states = {k: _state(one, found.held[k], now=k == now, over=over) for k, one in enumerate(steps)}
    drawing = draw(steps, found, at, shape, _words(found, states, lang)) if found.days else None
    notes = [N_("A step goes on until the next one begins.")]
    if at and shape.name == NARROW.name:
        notes.append(N_("Below: contributions per 10 minutes."))
    view = FigureView(
        id="timeline",
        title=translate(N_("How the day went"), lang),
        unit=translate(N_("Outlined: as planned. Filled: as it went; pale for a talk or a break."), lang),
        says=_says(steps, found, states, lang),
        drawing=drawing,
        head=[translate(one, lang) for one in HEAD],
        rows=[_cells(one, k, found, states[k], lang) for k, one in enumerate(steps)],
        digits=0,
        notes=[*(translate(one, lang) for one in notes), *_later(steps, lang)],
        credit=[],
    )
    return Figure(view, lang)


def _words(found: Course, states: Mapping[int, str], lang: str) -> Words:
    """Return what is written in the drawing besides the names of the steps."""
    return Words(
        {name: translate(word, lang) for name, word in PHASES.items()},
        {k: translate(STATES[one], lang) for k, one in states.items() if one in SAID},
        [_date(one.held.start, lang) for one in found.days],
        translate(N_("contributions per 10 minutes"), lang),
    )


class _Local:
    """From Unix time to the clock on the wall: seconds of which whole days begin at midnight there."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def __call__(self, at: float | None) -> float | None:
        if at is None:
            return None
        offset = datetime.fromtimestamp(at, self.zone).utcoffset()
        return at + (offset.total_seconds() if offset else 0)


def per_ten(times: Sequence[float]) -> dict[float, int]:
    """Return how many of these moments are in each ten minutes, by where those begin."""
    found: dict[float, int] = {}
    for at in times:
        begin = at // TEN * TEN
        found[begin] = found.get(begin, 0) + 1
    return dict(sorted(found.items()))


def _state(step: Ran, held: Span | None, *, now: bool, over: bool) -> str:
    if step.skipped:
        return "left_out"
    if now and not over:
        return "now"
    if held or (step.later and step.entered is not None):  # the latter is on no clock of the day
        return "held"
    return "not_held" if over and not step.later else "to_come"


def _cells(step: Ran, number: int, found: Course, state: str, lang: str) -> list[str | float | None]:
    planned, held = found.planned[number], found.held[number]
    took = round((held.end - held.start) / MINUTE, 1) if held else None
    minutes = int(step.minutes) if float(step.minutes).is_integer() else step.minutes
    return [
        step.name,
        translate(PHASES[step.phase], lang),
        _clock(planned.start) if planned else "",
        minutes,
        _clock(held.start) if held else "",
        took,
        translate(STATES[state], lang),
    ]


def _clock(at: float) -> str:
    return f"{int(at // 3600 % 24):02d}:{int(at // 60 % 60):02d}"


def _date(at: float, lang: str) -> str:
    day = datetime.fromtimestamp(at, UTC)
    return f"{day.day} {MONTHS.get(lang, MONTHS['nl'])[day.month - 1]}"


def _minutes(much: int, lang: str) -> str:
    """Return so many minutes as people say it."""
    hours, minutes = divmod(abs(much), 60)
    said = tell(N_("1 minute") if minutes == 1 else N_("{n} minutes"), lang, n=str(minutes))
    if not hours:
        return said
    whole = tell(N_("{n} hours") if hours > 1 else N_("1 hour"), lang, n=str(hours))
    return tell(N_("{hours} and {minutes}"), lang, hours=whole, minutes=said) if minutes else whole


def _says(steps: Sequence[Ran], found: Course, states: Mapping[int, str], lang: str) -> str:
    """Return from when to when it went, how far from the plan it ended, and which step took longer."""
    if not found.days:
        return translate(N_("No step was held yet."), lang)
    now = next((k for k, state in states.items() if state == "now"), None)
    several = len(found.days) > 1
    told = [_day(one, lang, named=several, on=k == len(found.days) - 1 and now is not None)
            for k, one in enumerate(found.days)]  # fmt: skip
    if now is not None and found.planned[now] and found.held[now]:
        told.append(_so_far(steps[now].name, round(behind(found, now) / MINUTE), lang))
    longest = longest_overrun(steps, found)
    if longest and longest[1] >= NOTABLE and longest[0] != now:
        sentence = N_("“{name}” took {minutes} longer than planned.")
        told.append(
            tell(
                sentence,
                lang,
                name=steps[longest[0]].name,
                minutes=_minutes(round(longest[1] / MINUTE), lang),
            )
        )
    return " ".join([*told, *_undone(states, lang)])


def _day(day: Day, lang: str, *, named: bool, on: bool) -> str:
    """Return from when to when a day went, and how far from the plan it ended; ``on`` while it goes on."""
    start, end = _clock(day.held.start), _clock(day.held.end)
    late = round((day.held.end - day.planned.end) / MINUTE)
    if named:
        start = f"{_date(day.held.start, lang)} {start}"
    if on:
        return tell(N_("It began at {start}."), lang, start=start)
    return tell(_compared(late, ENDED), lang, start=start, end=end, minutes=_minutes(late, lang))


def _so_far(name: str, late: int, lang: str) -> str:
    return tell(_compared(late, BEGAN), lang, name=name, minutes=_minutes(late, lang))


def _compared(late: int, sentences: tuple[str, str, str]) -> str:
    """Return the sentence for what was earlier than planned, as planned, or later."""
    return sentences[(late > 0) - (late < 0) + 1]


def _undone(states: Mapping[int, str], lang: str) -> list[str]:
    told = []
    for state, one, more in (
        ("left_out", N_("1 step was left out."), N_("{n} steps were left out.")),
        ("not_held", N_("1 step was not done."), N_("{n} steps were not done.")),
    ):
        count = sum(found == state for found in states.values())
        if count:
            told.append(tell(one if count == 1 else more, lang, n=str(count)))
    return told


def _later(steps: Sequence[Ran], lang: str) -> list[str]:
    """Return what is held weeks after the day: it is not on this clock."""
    return [
        tell(
            N_("“{name}” began on {date}, after the day."), lang, name=one.name, date=_date(one.entered, lang)
        )
        if one.entered is not None
        else tell(N_("“{name}” is held weeks later."), lang, name=one.name)
        for one in steps
        if one.later and not one.skipped
    ]
