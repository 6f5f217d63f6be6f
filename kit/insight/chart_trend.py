"""A trend: lines over time, each with its name at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from kit.insight.chart_numbers import moment, number, period_name, ticks
from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
    LINE,
    MOST_LINES,
    ChartDrawing,
    ChartPath,
    ChartText,
    Line,
    Shape,
    Writing,
    fitted,
    n,
    spread,
    wide,
)

MIDDLE = (ASCENT - DESCENT) / 2
"""From the middle of a line of text to where its letters stand."""
LEADER = 20.0
MOST_MARKS = 16
"""With more periods than this, marks would hide the line."""
MANY_MONTHS = 18


class Plot(msgspec.Struct, frozen=True):
    """Where the lines of a trend are drawn, and what it stands for."""

    left: float
    right: float
    top: float
    bottom: float
    times: list[float]
    marks: list[float]

    def x(self, i: int) -> float:
        """Return where a period is: time is drawn to scale, so years that are left out leave room."""
        first, last = self.times[0], self.times[-1]
        if last <= first:
            return (self.left + self.right) / 2
        return self.left + (self.times[i] - first) / (last - first) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return how low a value is."""
        low, high = self.marks[0], self.marks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)


def standing_out(lines: Sequence[Line]) -> list[int]:
    """Return which lines the chart is about: all of a few; of many the ends of the range, and what moved.

    Of more than :data:`kit.insight.chart_parts.MOST_LINES` lines: the highest and the lowest at the end, the
    one that rose most and the one that fell most, each against its own first value.
    """
    own = [i for i, line in enumerate(lines) if not line.against and _known(line)]
    if len(own) <= MOST_LINES:
        return own
    ends = {i: _known(lines[i])[-1][1] for i in own}
    found = [max(ends, key=ends.__getitem__), min(ends, key=ends.__getitem__)]
    moved = {i: change(lines[i]) for i in own}
    risen = {i: value for i, value in moved.items() if value is not None}
    if risen:
        found += [max(risen, key=risen.__getitem__), min(risen, key=risen.__getitem__)]
    return sorted(dict.fromkeys(found))


def change(line: Line) -> float | None:
    """Return by which share a line changed from its first to its last value; None where that says nothing."""
    known = _known(line)
    if len(known) < 2 or known[0][1] <= 0:
        return None
    return known[-1][1] / known[0][1] - 1


def _known(line: Line) -> list[tuple[int, float]]:
    return [(i, value) for i, value in enumerate(line.values) if value is not None]


def trend(
    lines: Sequence[Line],
    periods: Sequence[str],
    shape: Shape,
    writing: Writing,
    *,
    base: float | None = None,
) -> ChartDrawing:
    """Return a trend. A value that is missing leaves a gap, never a zero.

    Args:
        lines: The lines, each with a value or None for every period.
        periods: Years or months, in order; at least one.
        shape: The sheet.
        writing: How numbers are written.
        base: What an index starts from, such as 100; else the axis begins at zero.
    """
    start = 0.0 if base is None else base
    values = [start, *(value for line in lines for value in line.values if value is not None)]
    marks = ticks(min(values), max(values), 5)
    decimals = max(_decimals(one) for one in marks)
    said = [number(one, writing.lang, decimals) for one in marks]
    loud = standing_out(lines)
    names = _names(lines, loud, periods, shape, writing)
    column = LEADER + max(
        (wide(text, bold=i in loud) for i, label in names.items() for text in label), default=0
    )
    plot = Plot(
        max(wide(one) for one in said) + 8, shape.width - column, 10, shape.height - LINE - 8,
        _scale(periods), marks,
    )  # fmt: skip
    paths, texts = _axes(plot, said, start)
    texts += _below(plot, periods, writing.lang)
    looks = _looks(lines, loud)
    for i in sorted(range(len(lines)), key=lambda i: (i in loud, lines[i].against)):
        paths += _drawn(plot, lines[i], looks[i], i in loud)
    for path, label in _labels(plot, lines, names, looks):
        paths += path
        texts += label
    return ChartDrawing(shape.width, shape.height, paths, texts)


def _scale(periods: Sequence[str]) -> list[float]:
    """Return where periods are in time; where one is no year or month, one after another."""
    times = [moment(one) for one in periods]
    known = [one for one in times if one is not None]
    return known if len(known) == len(times) else [float(i) for i in range(len(times))]


def _decimals(value: float) -> int:
    """Return how many decimals a round number needs."""
    text = f"{value:.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _looks(lines: Sequence[Line], loud: Sequence[int]) -> list[str]:
    return [
        "against" if line.against else str(loud.index(i) + 1) if i in loud else "other"
        for i, line in enumerate(lines)
    ]


def _axes(plot: Plot, said: Sequence[str], start: float) -> tuple[list[ChartPath], list[ChartText]]:
    paths, texts = [], []
    for value, text in zip(plot.marks, said, strict=True):
        y = plot.y(value)
        look = "zero" if value == start else "ruler"
        paths.append(ChartPath(f"M{n(plot.left)} {n(y)}H{n(plot.right)}", look))
        texts.append(ChartText(round(plot.left - 6, 1), round(y + MIDDLE, 1), text, "axis", "end"))
    return paths, texts


def _below(plot: Plot, periods: Sequence[str], lang: str) -> list[ChartText]:
    """Return the names of as many periods as fit below the plot, evenly, the last always."""
    named = [(i, period_name(one, lang)) for i, one in enumerate(periods)]
    if len(periods) > MANY_MONTHS and all(len(one) > 4 for one in periods):
        years = [(i, one[:4]) for i, one in enumerate(periods) if one.endswith("-01")]
        named = years or named
    found: list[ChartText] = []
    for step in range(1, len(named) + 1):
        found = [
            ChartText(round(plot.x(i), 1), round(plot.bottom + ASCENT + 8, 1), text, "axis", "middle")
            for i, text in named[::-1][::step]
        ][::-1]
        if all(a.box[2] + 8 <= b.box[0] for a, b in pairwise(found)):
            break
    return found


def _drawn(plot: Plot, line: Line, look: str, loud: bool) -> Iterator[ChartPath]:
    """Yield a line in as many pieces as its gaps make, and its marks."""
    marks, path, whole = [], "", len(plot.times) <= MOST_MARKS
    known = [i for i, value in enumerate(line.values) if value is not None]
    for i in known:
        x, y = plot.x(i), plot.y(line.values[i] or 0.0)
        joined = i - 1 in known
        path += (
            f"{'L' if joined else 'M'}{n(x)} {n(y)}" if whole else f"{'L' if joined else 'M'}{x:.0f} {y:.0f}"
        )
        alone = not joined and i + 1 not in known
        if alone or (loud and (whole or i == known[-1])):
            marks.append(_mark(look, x, y))
    if path:
        yield ChartPath(path, f"line line-{look}")
    if marks:
        yield ChartPath("".join(marks), f"mark mark-{look}")


def _mark(look: str, x: float, y: float) -> str:
    """Return the mark of a line: a circle, a square, a triangle or a diamond, so that no colour is needed."""
    at = f"M{n(x)} {n(y)}"
    return {
        "2": f"{at}m-4-4h8v8h-8z",
        "3": f"{at}m0-5.4l5.4 9.4h-10.8z",
        "4": f"{at}m0-5.8l5.8 5.8l-5.8 5.8l-5.8-5.8z",
    }.get(look, f"{at}m-4.2 0a4.2 4.2 0 108.4 0a4.2 4.2 0 10-8.4 0")


def _names(
    lines: Sequence[Line], loud: Sequence[int], periods: Sequence[str], shape: Shape, writing: Writing
) -> dict[int, list[str]]:
    """Return what stands at the end of each line; where there is no room for all, of the loud ones alone."""
    most = shape.width * (0.36 if shape.name == "narrow" else 0.32) - LEADER
    names = {}
    for i, line in enumerate(lines):
        known = _known(line)
        if not known:
            continue
        at, value = known[-1]
        when = "" if at == len(periods) - 1 else f" ({period_name(periods[at], writing.lang)})"
        names[i] = fitted(f"{line.name} {writing.number(value)}{when}", most, most=3, bold=i in loud)
    if sum(len(one) * LINE for one in names.values()) > shape.height - 30:
        names = {i: one for i, one in names.items() if i in loud or lines[i].against}
    return names


def _labels(
    plot: Plot, lines: Sequence[Line], names: dict[int, list[str]], looks: Sequence[str]
) -> Iterator[tuple[list[ChartPath], list[ChartText]]]:
    """Yield the names at the ends of the lines, none on another, with a thread to its line."""
    ends = {i: _known(lines[i])[-1] for i in names}
    wanted = [plot.y(ends[i][1]) for i in names]
    places = spread(wanted, [len(one) * LINE for one in names.values()], 0, plot.bottom + LINE)
    x = plot.right + LEADER
    for (i, label), y, middle in zip(names.items(), wanted, places, strict=True):
        last = plot.x(ends[i][0])
        look = looks[i]
        thread = f"M{n(last + 7)} {n(y)}L{n(x - 4)} {n(middle)}"
        top = middle - len(label) * LINE / 2 + LINE / 2 + MIDDLE
        bold = " strong" if look.isdigit() else ""
        yield (
            [ChartPath(thread, "thread")] if abs(middle - y) > 2 or last < plot.right - 1 else [],
            [
                ChartText(round(x, 1), round(top + k * LINE, 1), text, f"name-{look}{bold}")
                for k, text in enumerate(label)
            ],
        )
