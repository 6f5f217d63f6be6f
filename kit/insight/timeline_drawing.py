"""A day on the clock: a line for each step, outlined as planned and filled as it went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
    LINE,
    Anchor,
    ChartDrawing,
    ChartPath,
    ChartText,
    Shape,
    fitted,
    n,
    wide,
)
from kit.insight.timeline import HOUR, MINUTE, Course, Ran, Span

TEN = 10 * MINUTE
STEPS = (10, 15, 30, 60, 120, 180, 240, 360)
"""Minutes between two marks on the clock."""
APART = 24.0
"""How far two of those are apart at least; a time stands at as many of them as there is room for."""
NAMES = 0.4
"""Part of a wide sheet that the names of the steps may take."""
LOW, HIGH, ABOVE = 15.5, 36.0, LINE
"""How high a line is; on a narrow sheet the name stands above it."""
COUNTS, SKY = 26.0, 5.0
"""How high the contributions are drawn, and the room above them."""
THICK = 14.0
"""How high the outline of a planned step is, at most."""
BETWEEN = 26.0
"""Between two days."""


class Words(msgspec.Struct, frozen=True):
    """What is written in it besides the names of the steps.

    Attributes:
        phases: What each phase is called.
        states: What stands where a step was not held, by its number: that it was left out, or is to come.
        days: What each day is called; not drawn where there is one.
        counts: What the line below counts.
    """

    phases: Mapping[str, str]
    states: Mapping[int, str]
    days: Sequence[str]
    counts: str


Ends = tuple[float, float]


class _Clock(msgspec.Struct):
    """Where each moment is: the spans of the days beside one another, and a piece of the sheet for each."""

    spans: list[Span]
    pieces: list[Ends]
    every: int

    def at(self, day: int, moment: float) -> float:
        span, (left, right) = self.spans[day], self.pieces[day]
        part = (moment - span.start) / (span.end - span.start)
        return left + (right - left) * min(1.0, max(0.0, part))


class _Row(msgspec.Struct):
    """A line of the drawing: a step, from where to where it goes, and what stands beside it.

    ``cursor`` is where a step without a time would have been: after what was planned before it.
    """

    step: Ran
    top: float
    planned: Ends | None
    held: Ends | None
    cursor: float
    phase: str
    state: str


class _Sheet(msgspec.Struct):
    """What is being drawn."""

    clock: _Clock
    left: float
    width: float
    paths: list[ChartPath] = []
    texts: list[ChartText] = []

    def text(self, x: float, y: float, said: str, look: str = "", anchor: Anchor = "start") -> None:
        if said:
            self.texts.append(ChartText(round(x, 1), round(y, 1), said, look, anchor))


def timeline(
    steps: Sequence[Ran], course: Course, counts: Mapping[float, int], shape: Shape, words: Words
) -> ChartDrawing:
    """Return the steps from the top, each on the clock of its day.

    Args:
        steps: The steps, as in the programme.
        course: When they were held: at least one day. Times are of the clock on the wall: seconds of which
            whole days begin at midnight.
        counts: Contributions in the ten minutes that begin at each moment.
        shape: The sheet. Many steps make it higher.
        words: What is written in it.
    """
    several = len(course.days) > 1
    left = 0.0 if shape.name == "narrow" else shape.width * NAMES
    sheet = _Sheet(_clock(course, left + 4, shape.width - 4), left, shape.width)
    below = ASCENT + DESCENT + 2 + (LINE if several else 0)
    under = COUNTS + SKY if counts else 2.0
    rows = sum(len(day.steps) for day in course.days)
    high = max(LOW, min(HIGH, (shape.height - below - under) / rows))
    pitch = high if left else high + ABOVE
    for row in _rows(steps, course, sheet.clock, pitch, words):
        if row.phase and row.top:
            sheet.paths.append(ChartPath(f"M0 {n(row.top)}H{n(shape.width)}", "ruler"))
        _row(sheet, row, high)
    bottom = rows * pitch + under
    ruled = _marks(sheet, bottom, words.days if several else [])
    _counts(sheet, counts, rows * pitch + SKY, words.counts)
    return ChartDrawing(shape.width, round(bottom + below, 1), [*ruled, *sheet.paths], sheet.texts)


def _rows(steps: Sequence[Ran], course: Course, clock: _Clock, pitch: float, words: Words) -> Iterator[_Row]:
    top, before = 0.0, ""
    for day, one in enumerate(course.days):
        cursor = one.planned.start
        for number in one.steps:
            step, planned, held = steps[number], course.planned[number], course.held[number]
            phase = words.phases[step.phase] if step.phase != before else ""
            before = step.phase
            plan, went = (_ends(clock, day, span) if span else None for span in (planned, held))
            at = clock.at(day, cursor)
            yield _Row(step, top, plan, went, at, phase, words.states.get(number, ""))
            cursor = planned.end if planned else cursor
            top += pitch


def _clock(course: Course, left: float, right: float) -> _Clock:
    """Return where each day goes, as wide as it was long, and how often there is a mark."""
    spans = [
        Span(
            min(one.planned.start, one.held.start) // TEN * TEN,
            -(-max(one.planned.end, one.held.end, one.held.start + TEN) // TEN) * TEN,
        )
        for one in course.days
    ]
    room = right - left - BETWEEN * (len(spans) - 1)
    whole = sum(one.end - one.start for one in spans)
    pieces, x = [], left
    for one in spans:
        size = room * (one.end - one.start) / whole
        pieces.append((x, x + size))
        x += size + BETWEEN
    every = next((k for k in STEPS if k * MINUTE / whole * room >= APART), STEPS[-1])
    return _Clock(spans, pieces, every)


def _marks(sheet: _Sheet, bottom: float, days: Sequence[str]) -> list[ChartPath]:
    """Return a thin line down at each mark on the clock; the times go below, and the days where asked."""
    ruled, clock = [], sheet.clock
    end, half = -1e9, wide("00:00") / 2
    for day, span in enumerate(clock.spans):
        step = clock.every * MINUTE
        moment = -(-span.start // step) * step
        while moment <= span.end:
            x = clock.at(day, moment)
            ruled.append(ChartPath(f"M{n(x)} 0V{n(bottom)}", "ruler"))
            at = min(max(x, half), sheet.width - half)
            if at - half > end + 4:
                said = f"{int(moment // HOUR % 24):02d}:{int(moment // MINUTE % 60):02d}"
                place = round(at, 1), round(bottom + ASCENT + 2, 1)
                sheet.texts.append(ChartText(*place, said, "axis", "middle"))
                end = at + half
            moment += step
        if days:
            left, right = clock.pieces[day]
            most = right - left + BETWEEN - 6
            said = "".join(fitted(days[day], most)[:1])
            place = min(left, sheet.width - wide(said)), bottom + LINE + ASCENT + 2
            sheet.text(*place, said, "soft")
        if day:
            x = clock.pieces[day][0] - BETWEEN / 2
            ruled.append(ChartPath(f"M{n(x)} 0V{n(bottom)}", "zero"))
    return ruled


def _row(sheet: _Sheet, row: _Row, high: float) -> None:
    """Draw one step: its name, the plan, how it went, and beside it the phase that begins or its state."""
    top, step = row.top, row.step
    if sheet.left:
        lines = fitted(step.name, sheet.left - 10, most=2 if high >= 2 * LINE else 1)
        for k, line in enumerate(lines):
            sheet.text(0, top + high / 2 + 4.5 + (k - (len(lines) - 1) / 2) * LINE, line)
    else:
        room = sheet.width - (wide(row.phase, bold=True) + 12 if row.phase else 0)
        sheet.text(0, top + ASCENT + 2, "".join(fitted(step.name, room)[:1]), "on-free")
        sheet.text(sheet.width, top + ASCENT + 2, row.phase, "strong on-free", "end")
        top += ABOVE
    thick, middle = min(THICK, high - 5), top + high / 2
    if row.planned:
        sheet.paths.append(_bar(row.planned, middle, thick, "bar-against"))
    if row.held:
        look = f"bar-{step.phase}{'' if step.input else ' faint'}"
        sheet.paths.append(_bar(row.held, middle, thick - 4, look))
    used = [x for ends in (row.planned, row.held) if ends for x in ends] or [row.cursor]
    said = [(row.phase if sheet.left else "", "strong on-free"), (row.state, "soft on-free")]
    _beside(sheet, used, middle + 4.5, [one for one in said if one[0]])


def _beside(sheet: _Sheet, used: Sequence[float], y: float, said: Sequence[tuple[str, str]]) -> None:
    """Write something beside a bar: after it where that fits, else before it."""
    sizes = [wide(text, bold="strong" in look) for text, look in said]
    whole = sum(sizes) + 8 * (len(said) - 1)
    x = max(used) + 7
    if said and x + whole > sheet.width:
        x = max(sheet.left, min(used) - 7 - whole)
    for (text, look), size in zip(said, sizes, strict=True):
        sheet.text(x, y, text, look)
        x += size + 8


def _ends(clock: _Clock, day: int, span: Span) -> Ends:
    left = clock.at(day, span.start)
    return left, max(clock.at(day, span.end), left + 1.5)


def _bar(ends: Ends, middle: float, thick: float, look: str) -> ChartPath:
    left, right = ends
    return ChartPath(f"M{n(left)} {n(middle - thick / 2)}H{n(right)}v{n(thick)}H{n(left)}z", look)


def _counts(sheet: _Sheet, counts: Mapping[float, int], top: float, name: str) -> None:
    """Draw the contributions per ten minutes, from the bottom, with the largest number at its place."""
    clock, floor, peak = sheet.clock, top + COUNTS, False
    inside = [
        (clock.at(day, moment), clock.at(day, moment + TEN), count)
        for moment, count in sorted(counts.items())
        for day, one in enumerate(clock.spans)
        if one.start <= moment < one.end
    ]
    most = max((count for _, _, count in inside), default=0)
    for left, right, count in inside:
        height = (COUNTS - 2) * count / most
        d = f"M{n(left + 0.5)} {n(floor)}v{n(-height)}H{n(right - 0.5)}v{n(height)}z"
        sheet.paths.append(ChartPath(d, "area-1"))
        if count == most and not peak:
            peak, size = True, wide(str(count))
            x = right + 4 if right + 4 + size <= sheet.width else left - 4 - size
            sheet.text(x, top + ASCENT, str(count), "soft on-free")
    if sheet.left and counts:
        for k, line in enumerate(fitted(name, sheet.left - 10, most=2)):
            sheet.text(0, top + ASCENT - 3 + k * LINE, line, "soft")
