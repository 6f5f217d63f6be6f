"""The words around a chart: what is counted, what was left out, whom to credit."""

from __future__ import annotations

from kit.case import Case
from kit.charts.pick import TOTAL, Pick
from kit.insight.chart_numbers import FEWEST, number, period_name
from kit.insight.chart_profile import Words
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
    if chart.draw == "trend" and pick.rated() and len(pick.periods) > 1:
        same = N_("All years are reckoned with the same number of inhabitants.")
        if all(len(one) > len("2022") for one in pick.periods):
            same = N_("All months are reckoned with the same number of inhabitants.")
        notes.append(translate(same, lang))
    return notes


def credits_of(case: Case, pick: Pick, lang: str) -> list[str]:
    """Return the credit lines of a chart: of its numbers, a rate's inhabitants, a map's boundaries."""
    table, areas = pick.table, case.areas
    found = [credit_line(case, table.source, lang)]
    if table.invented:
        found = [translate(N_("Figures invented for this case"), lang)]
    if pick.chart.per and areas and areas.population_source:
        people = thanks(case, areas.population_source, lang)
        found.append(tell(N_("Inhabitants: {source}"), lang, source=people) if people else "")
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


def sources(case: Case, lang: str) -> list[str]:
    """Return a line for each source of a case: whom to credit, the address, and what else is to know."""
    return [
        " ".join(filter(None, [thanks(case, one.id, lang), one.url, say(one.note, lang)]))
        for one in case.sources
    ]
