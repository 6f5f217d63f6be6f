"""What a chart says in words: what is seen, what is counted, what was left out, whom to credit."""

from __future__ import annotations

from collections.abc import Sequence

from kit.case import Case
from kit.charts.pick import TOTAL, Pick
from kit.insight.chart_numbers import FEWEST, number, period_name
from kit.insight.chart_parts import Line, Writing
from kit.insight.chart_profile import Dimension, Words, class_of
from kit.insight.chart_trend import change
from kit.locale import N_, translate
from kit.model.base import say

CLASSES = (
    N_("very far below the mean"),
    N_("far below the mean"),
    N_("below the mean"),
    N_("a little below the mean"),
    N_("around the mean"),
    N_("a little above the mean"),
    N_("above the mean"),
    N_("far above the mean"),
    N_("very far above the mean"),
)
NOTHING = N_("There are no figures to show here.")
HIGHEST = N_("{name} has the highest figure: {value}.")
LOWEST = N_("{name} has the lowest figure: {value}.")
WENT = N_("{name} went from {first} in {start} to {last} in {end}.")


def tell(sentence: str, lang: str, **values: str) -> str:
    """Return a sentence in a language, filled in."""
    return translate(sentence, lang).format(**values)


def profile_words(lang: str) -> Words:
    """Return what stands in a profile."""
    return Words(
        tuple(translate(one, lang) for one in CLASSES),
        translate(N_("less good"), lang),
        translate(N_("national mean"), lang),
        translate(N_("better"), lang),
        translate(N_("lowest: {area} ({value})"), lang),
        translate(N_("highest: {area} ({value})"), lang),
    )


def no_figure(lang: str) -> str:
    """Return what stands where a number was not published."""
    return translate(N_("no figure"), lang)


def kind_name(pick: Pick, kind: str, lang: str) -> str:
    """Return what a kind is called."""
    return say(pick.table.kinds.get(kind, kind), lang)


def unit(pick: Pick, lang: str) -> str:
    """Return what the numbers of a chart are, of which kind and when."""
    chart, said = pick.chart, say(pick.table.unit, lang)
    if chart.per:
        per = number(chart.per, lang)
        said = tell(N_("{unit} per {per} inhabitants"), lang, unit=said, per=per)
    if (
        chart.draw in {"trend", "map"}
        and pick.kinds != [TOTAL]
        and (chart.draw == "map" or len(pick.kinds) == 1)
    ):
        said = f"{' + '.join(kind_name(pick, one, lang) for one in pick.kinds)}: {said}"
    if chart.draw != "trend" and pick.period:
        return f"{said}, {period_name(pick.period, lang)}"
    if chart.index and pick.periods:
        return f"{said}, {period_name(pick.periods[0], lang)} = 100"
    return said


def trend_says(lines: Sequence[Line], pick: Pick, writing: Writing) -> str:
    """Return what is seen in a trend: of one line from where to where, of several the ends of the range."""
    own = [one for one in lines if not one.against and _ends(one)]
    if not own:
        return translate(NOTHING, writing.lang)
    if len(own) == 1:
        return " ".join(_went(one, pick, writing) for one in lines if _ends(one))
    last = len(pick.periods) - 1
    there = [one for one in own if one.values[last] is not None] or own
    top = max(there, key=lambda one: _ends(one)[1][1])
    end = period_name(pick.periods[_ends(top)[1][0]], writing.lang)
    told = [
        tell(
            N_("{name} is highest in {end}: {last}."),
            writing.lang, name=top.name, end=end, last=writing.number(_ends(top)[1][1]),
        )
    ]  # fmt: skip
    moved = [(change(one), one) for one in own]
    known = [(by, one) for by, one in moved if by is not None]
    if known:
        told.append(_most(known, pick, writing))
    return " ".join(filter(None, told))


def _most(known: Sequence[tuple[float, Line]], pick: Pick, writing: Writing) -> str:
    """Return what changed most: what rose, or where nothing rose what fell."""
    by, line = max(known, key=lambda one: one[0])
    sentence = N_("{name} rose most since {start}: from {first} to {last}.")
    if by <= 0:
        by, line = min(known, key=lambda one: one[0])
        sentence = N_("{name} fell most since {start}: from {first} to {last}.")
    return tell(sentence, writing.lang, **_moved(line, pick, writing)) if by else ""


def _ends(line: Line) -> list[tuple[int, float]]:
    """Return the first and the last that is known of a line, with where they are."""
    known = [(i, value) for i, value in enumerate(line.values) if value is not None]
    return [known[0], known[-1]] if known else []


def _moved(line: Line, pick: Pick, writing: Writing) -> dict[str, str]:
    (a, first), (b, last) = _ends(line)
    return {
        "name": line.name,
        "start": period_name(pick.periods[a], writing.lang),
        "end": period_name(pick.periods[b], writing.lang),
        "first": writing.number(first),
        "last": writing.number(last),
    }


def _went(line: Line, pick: Pick, writing: Writing) -> str:
    values = _moved(line, pick, writing)
    if values["start"] == values["end"]:
        return tell(N_("{name} is at {last} in {end}."), writing.lang, **values)
    return tell(WENT, writing.lang, **values)


def ranked_says(named: Sequence[tuple[str, float | None]], writing: Writing, against: str = "") -> str:
    """Return which of several has the highest figure and which the lowest, and what they are held against."""
    known = [(name, value) for name, value in named if value is not None]
    if not known:
        return translate(NOTHING, writing.lang)
    ends = [(HIGHEST, max(known, key=lambda one: one[1])), (LOWEST, min(known, key=lambda one: one[1]))]
    told = [
        tell(sentence, writing.lang, name=name, value=writing.number(value))
        for sentence, (name, value) in (ends if ends[0][1][1] != ends[1][1][1] else ends[:1])
    ]
    return " ".join([*told, *([against] if against else [])])


def kinds_says(named: Sequence[tuple[str, float | None]], area: str, writing: Writing) -> str:
    """Return which kinds come most, of one area or of several together (``area`` is empty then)."""
    known = sorted(((n, v) for n, v in named if v), key=lambda one: -one[1])
    if not known:
        return translate(
            NOTHING if all(v is None for _, v in named) else N_("All figures are 0."), writing.lang
        )
    first = N_("In {area} “{name}” comes most: {value}.") if area else N_("“{name}” comes most: {value}.")
    told = [tell(first, writing.lang, area=area, name=known[0][0], value=writing.number(known[0][1]))]
    if len(known) > 1:
        then = writing.number(known[1][1])
        told.append(tell(N_("Then comes “{name}”: {value}."), writing.lang, name=known[1][0], value=then))
    return " ".join(told)


def profile_says(dimensions: Sequence[Dimension], lang: str) -> str:
    """Return where an area is furthest below and above the mean; of several areas, which."""
    several = any(len(one.values) > 1 for one in dimensions)
    known = [
        (value, f"{one.name}, {name}" if several else one.name)
        for one in dimensions for name, value in one.values if value is not None
    ]  # fmt: skip
    if not known:
        return translate(NOTHING, lang)
    classes, told = profile_words(lang).classes, []
    for sentence, (value, name) in (
        (N_("Furthest below the national mean: {name} ({words})."), min(known)),
        (N_("Furthest above it: {name} ({words})."), max(known)),
    ):
        told.append(tell(sentence, lang, name=name, words=classes[class_of(value)]))
    return " ".join(told[: 2 if len(known) > 1 else 1])


def left_out(pick: Pick, lang: str) -> list[str]:
    """Return which areas have no rate, and why."""
    chart, notes = pick.chart, []
    for sentence, areas in (
        (N_("No rate for {areas}: fewer than {few} inhabitants."), pick.few()),
        (N_("No rate for {areas}: the number of inhabitants is not known."), pick.unknown()),
    ):
        if areas:
            names = ", ".join(one.name for one in areas)
            notes.append(tell(sentence, lang, areas=names, few=number(FEWEST, lang)))
    if chart.per and chart.draw == "trend" and len(pick.periods) > 1:
        same = N_("All years are reckoned with the same number of inhabitants.")
        notes.append(translate(same, lang))
    return notes


def credits_of(case: Case, pick: Pick, lang: str) -> list[str]:
    """Return the credit lines of a chart: of its numbers and, of a map, of the boundaries."""
    table, areas = pick.table, case.areas
    found = [credit_line(case, table.source, lang)]
    if table.invented:
        found = [translate(N_("Figures invented for this case"), lang)]
    if pick.chart.draw == "map" and areas and areas.source and areas.outlines:
        found.append(tell(N_("Boundaries: {source}"), lang, source=thanks(case, areas.source, lang)))
    return [one for one in found if one]


def credit_line(case: Case, source: str, lang: str) -> str:
    """Return the line that credits a source by its id; nothing where there is none."""
    said = thanks(case, source, lang)
    return tell(N_("Source: {source}"), lang, source=said) if said else ""


def thanks(case: Case, source: str, lang: str) -> str:
    """Return whom to credit, and under which licence: such as CC BY 4.0, which asks to be named."""
    licence = next((one.licence for one in case.sources if one.id == source), "")
    return ", ".join(one for one in (case.credit(source, lang), licence) if one)
