"""The four charts: what of a table becomes lines, bars, deviations or shades, and the table behind each."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.case import Area, Case
from kit.case.rules import BESIDE
from kit.charts import says, words
from kit.charts.pick import Pick
from kit.insight.chart_bars import Bar, Group, bars, in_order, room_for
from kit.insight.chart_map import Spot, chart_map
from kit.insight.chart_numbers import digits_for, period_name
from kit.insight.chart_parts import MOST_LINES, ChartDrawing, Line, Shape, Writing
from kit.insight.chart_profile import Dimension, profile
from kit.insight.chart_trend import trend
from kit.locale import N_, translate

Cells = list[list[str | float | None]]


class Drawn(msgspec.Struct):
    """A chart before it gets its title: the drawing, the sentence, the table and the notes."""

    drawing: ChartDrawing | None
    says: str
    head: list[str]
    rows: Cells
    digits: int
    notes: list[str]


def draw_trend(case: Case, pick: Pick, lang: str, shape: Shape) -> Drawn:
    """Return lines over periods, one for each area and kind."""
    del case
    chart = pick.chart
    shown = [(area, kind) for area in pick.every for kind in pick.kinds]
    lines = [
        Line(
            _line_name(pick, area, kind, lang), pick.series(area, kind), area is pick.against, area.area,
            [pick.count(area, [kind], period) for period in pick.periods],
        )
        for area, kind in shown
    ]  # fmt: skip
    digits = 0 if chart.index else digits_for(value for line in lines for value in line.values)
    drawable = [line for line in lines if any(value is not None for value in line.values)]
    writing = Writing(lang, digits)
    base = 100.0 if chart.index else None
    drawing = trend(drawable, pick.periods, shape, writing, base=base) if drawable else None
    head, columns = [translate(N_("Period"), lang)], []
    for line in lines:
        head.append(line.name)
        columns.append([_short(value) for value in line.values])
        if chart.index or chart.per:
            head.append(words.tell(N_("{name}, as published"), lang, name=line.name))
            columns.append([_short(value) for value in line.published])
    rows: Cells = [
        [period_name(period, lang), *(column[i] for column in columns)]
        for i, period in enumerate(pick.periods)
    ]
    notes = _trend_notes(pick, lines, drawable, lang)
    return Drawn(drawing, says.trend(drawable, pick, writing), head, rows, digits, notes)


def _line_name(pick: Pick, area: Area, kind: str, lang: str) -> str:
    if len(pick.kinds) == 1:
        return area.name
    said = words.kind_name(pick, kind, lang)
    return said if len(pick.every) == 1 else f"{area.name}: {said}"


def _trend_notes(pick: Pick, lines: Sequence[Line], drawable: Sequence[Line], lang: str) -> list[str]:
    notes = []
    if sum(not one.against for one in drawable) > MOST_LINES:
        thin = N_("The thin grey lines are the other areas. All of them are in the table.")
        notes.append(translate(thin, lang))
    if any(None in one.values for one in drawable):
        notes.append(translate(N_("A gap in a line: no figure was published."), lang))
    without = {one.area for one in lines} - {one.area for one in drawable}
    names = ", ".join(one.name for one in pick.every if one.area in without - pick.unrated())
    if names and pick.chart.index:
        first = period_name(pick.periods[0], lang)
        sentence = N_("No index for {areas}: no figure for {period}, or 0.")
        notes.append(words.tell(sentence, lang, areas=names, period=first))
    few = [one.name for one in drawable if pick.chart.index and (one.published[0] or 0) < says.FEW]
    if few and pick.table.adds_up:
        sentence = N_("{areas}: few at the start, so a small change looks large.")
        notes.append(words.tell(sentence, lang, areas=", ".join(few)))
    return [*notes, *words.left_out(pick, lang)]


def draw_kinds(case: Case, pick: Pick, lang: str, shape: Shape) -> Drawn:
    """Return bars per kind: beside one another for a few areas, else for all areas together."""
    del case
    apart = len(pick.areas) <= BESIDE or not pick.table.adds_up
    groups, lacking = _groups(pick, lang, apart=apart)
    values = [bar.value for group in groups for bar in group.bars]
    writing = Writing(lang, digits_for(values), words.no_figure(lang))
    fit, known = room_for(groups, shape), any(one is not None for one in values)
    notes = []
    if fit < len(groups) and known:
        notes.append(words.tell(N_("{n} more kinds are in the table."), lang, n=str(len(groups) - fit)))
    if lacking:
        notes.append(translate(N_("Not all areas published every figure; the sums lack those."), lang))
    if apart:
        notes += words.left_out(pick, lang)
    first = [(group.name, group.bars[0].value) for group in groups]
    area = groups[0].bars[0].name if apart and groups else ""
    return Drawn(
        bars(groups[:fit], shape, writing) if known else None,
        says.kinds(first, area, writing, adds_up=pick.table.adds_up, lacking=lacking),
        [translate(N_("Kind"), lang), *(bar.name for bar in (groups[0].bars if groups else []))],
        [[group.name, *(_short(bar.value) for bar in group.bars)] for group in groups],
        writing.digits,
        notes,
    )


def _groups(pick: Pick, lang: str, *, apart: bool) -> tuple[list[Group], bool]:
    """Return the bars of each kind, and whether a number is missing from a sum.

    The longest comes first, unless the chart names its kinds: then they stand as the days of a week do.
    """
    areas = [one for one in pick.every if one.area not in pick.unrated() and (apart or one is pick.against)]
    together = words.tell(N_("{n} areas together"), lang, n=str(len(pick.areas)))
    groups, lacking = [], False
    for kind in pick.chart.kinds or pick.kinds:
        beside = [Bar(one.name, pick.value(one, [kind], pick.period), one is pick.against) for one in areas]
        if not apart:
            total, lacks = pick.of_all(kind)
            beside.insert(0, Bar(together, total))
            lacking |= lacks
        if beside:
            groups.append(Group(words.kind_name(pick, kind, lang), beside))
    return groups if pick.chart.kinds else in_order(groups), lacking


def draw_profile(case: Case, pick: Pick, lang: str, shape: Shape) -> Drawn:
    """Return deviations from the national mean, per dimension."""
    del case
    dimensions = [
        Dimension(
            words.kind_name(pick, kind, lang),
            [(one.name, pick.count(one, [kind], pick.period)) for one in pick.areas],
            pick.count(pick.against, [kind], pick.period) if pick.against else None,
        )
        for kind in pick.kinds
    ]
    against = pick.against.name if pick.against else ""
    known = any(value is not None for one in dimensions for _, value in one.values)
    writing = Writing(lang, 2, words.no_figure(lang))
    said = words.profile_words(lang)
    rows: Cells = [
        [one.name, *(_short(value) for _, value in one.values), *([_short(one.against)] if against else [])]
        for one in dimensions
    ]
    return Drawn(
        profile(dimensions, shape, writing, said, against=against) if known else None,
        says.profile(dimensions, writing),
        [translate(N_("Dimension"), lang), *(one.name for one in pick.every)],
        rows,
        3,
        [],
    )


def draw_map(case: Case, pick: Pick, lang: str, shape: Shape) -> Drawn:
    """Return a map of the areas; bars where none of them has an outline."""
    drawn = case.areas.outlines if case.areas else {}
    outlines = {code: found for code, found in drawn.items() if any(any(one) for one in found)}
    spots = [Spot(one.area, one.name, pick.value(one, pick.kinds, pick.period)) for one in pick.areas]
    other = pick.value(pick.against, pick.kinds, pick.period) if pick.against else None
    writing = Writing(lang, digits_for([*(one.value for one in spots), other]), words.no_figure(lang))
    compared = ""
    if pick.against:
        sentence, value = N_("For comparison, {name}: {value}."), writing.number(other)
        compared = words.tell(sentence, lang, name=pick.against.name, value=value)
    notes = words.left_out(pick, lang)
    if lacking := ", ".join(one.name for one in pick.partial()):
        notes.append(
            words.tell(N_("No figure for {areas}: not every kind was published."), lang, areas=lacking)
        )
    drawing = None
    if any(one.value is not None for one in spots) and any(one.area in outlines for one in spots):
        more = f"{translate(N_('The darker, the higher the figure.'), lang)} {compared}".strip()
        drawing = chart_map(spots, outlines, shape, writing, beside=more)
        hidden = ", ".join(one.name for one in spots if one.area not in outlines)
        if hidden:
            notes.insert(0, words.tell(N_("Not on the map: {areas}."), lang, areas=hidden))
    elif any(one.value is not None for one in spots):
        groups = in_order([Group(one.name, [Bar(one.name, one.value)]) for one in spots])
        drawing = bars(groups[: room_for(groups, shape)], shape, writing)
    told = says.ranked([(one.name, one.value) for one in spots], writing, compared)
    head, rows = _map_table(pick, lang)
    return Drawn(drawing, told, head, rows, writing.digits, notes)


def _map_table(pick: Pick, lang: str) -> tuple[list[str], Cells]:
    head = [translate(N_("Area"), lang), words.unit(pick, lang)]
    rows: Cells = [[one.name, _short(pick.value(one, pick.kinds, pick.period))] for one in pick.every]
    if pick.chart.per:
        head.append(translate(N_("As published"), lang))
        for row, one in zip(rows, pick.every, strict=True):
            row.append(_short(pick.count(one, pick.kinds, pick.period)))
    return head, rows


def _short(value: float | None) -> float | None:
    """Return a number with no more decimals than anybody needs; it goes to screens as text."""
    if value is None:
        return None
    return int(value) if value.is_integer() else round(value, 4)


DRAW = {"trend": draw_trend, "kinds": draw_kinds, "profile": draw_profile, "map": draw_map}
