"""What a case must hold to, whatever it is about: nothing without a source, nothing that leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from kit.case.parts import Chart, Table
from kit.errors import nearest
from kit.yamlfile import SHOWN

if TYPE_CHECKING:
    from kit.case import Case

MOST_PICTURES: Final = 6
MOST_CHARTS: Final = 12
"""More than a room looks at; all of them go to every phone together."""
BESIDE: Final = 3
"""Areas at most that have bars beside one another; more are taken together."""
TOTAL: Final = "total"
SHORT_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Mistake = tuple[str, str]
"""A path in ``case.yaml``, such as ``figures[2].source``, and what is wrong there."""


def broken(case: Case) -> Iterator[Mistake]:
    """Yield what is wrong in ``case.yaml`` itself, before its data are read."""
    yield from _named("id", case.id)
    if not case.organisations:
        yield "organisations", "this is empty; list at least one"
    for part in ("sources", "organisations", "stakeholders", "quotes", "personas", "tables", "charts"):
        yield from _twice(part, [one.id for one in getattr(case, part)])
    yield from _stakeholders(case)
    yield from _sources(case)
    yield from _numbers(case)
    yield from _filled_in(case)
    tables = {one.id: one for one in case.tables}
    for n, chart in enumerate(case.charts):
        if chart.table not in tables:
            yield f"charts[{n}].table", f"no table {chart.table!r}; {nearest(chart.table, tables)}"
        else:
            yield from _chart(case, f"charts[{n}]", chart, tables[chart.table])


def untrue(case: Case) -> Iterator[Mistake]:
    """Yield what in the charts does not fit the data, once these are read."""
    tables = {one.id: one for one in case.tables}
    for n, chart in enumerate(case.charts):
        yield from _fits(case, f"charts[{n}]", chart, tables[chart.table])


def used(case: Case) -> list[Table]:
    """Return the tables that a chart uses."""
    named = {one.table for one in case.charts}
    return [one for one in case.tables if one.id in named]


def _twice(part: str, ids: list[str]) -> Iterator[Mistake]:
    for n, name in enumerate(ids):
        yield from _named(f"{part}[{n}].id", name)
        if name and name in ids[:n]:
            yield f"{part}[{n}].id", f"{name!r} is used twice; give each its own"


def _named(place: str, name: str) -> Iterator[Mistake]:
    """Yield an id that is no short name: files and addresses are named after it."""
    if not name:
        yield place, "this is empty; give it a short name"
    elif not SHORT_NAME.fullmatch(name):
        yield place, f"{name[:SHOWN]!r} is not a short name; use small letters, digits and single hyphens"
    elif len(name) > SHOWN:
        yield place, f"this name has {len(name)} letters; keep to {SHOWN}"


def _stakeholders(case: Case) -> Iterator[Mistake]:
    organisations = [one.id for one in case.organisations]
    ids = [one.id for one in case.stakeholders]
    for n, who in enumerate(case.stakeholders):
        place = f"stakeholders[{n}]"
        if organisations and who.organisation not in organisations:
            hint = nearest(who.organisation, organisations)
            yield f"{place}.organisation", f"no organisation {who.organisation!r}; {hint}"
        for k, other in enumerate(who.tension_with):
            if other not in ids:
                yield f"{place}.tension_with[{k}]", f"no stakeholder {other!r}; {nearest(other, ids)}"


def _sources(case: Case) -> Iterator[Mistake]:
    ids = [one.id for one in case.sources]
    real = case.kind == "real"
    invented = "give the id of a source, or say invented: true"
    cited: list[tuple[str, Any, str]] = [
        *((f"figures[{n}]", one, invented) for n, one in enumerate(case.figures)),
        *((f"tables[{n}]", one, invented) for n, one in enumerate(case.tables)),
        *((f"timeline[{n}]", one, "" if not real else "in a real case, give the id of a source")
          for n, one in enumerate(case.timeline)),
        *((f"quotes[{n}]", one, "" if not real else "give the id of a source, or say written: true")
          for n, one in enumerate(case.quotes)),
        *((f"pictures[{n}]", one, "") for n, one in enumerate(case.pictures)),
        *((("areas", case.areas, invented if case.areas.shapes else ""),) if case.areas else ()),
    ]  # fmt: skip
    people = case.areas.population_source if case.areas else ""
    if people and people not in ids:
        yield "areas.population_source", f"no source {people!r}; {nearest(people, ids)}"
    for place, one, needed in cited:
        made_up = getattr(one, "invented", False) or getattr(one, "written", False)
        if one.source and one.source not in ids:
            yield f"{place}.source", f"no source {one.source!r}; {nearest(one.source, ids)}"
        elif one.source and made_up:
            yield place, "this has a source and says that it is made up; leave one of the two out"
        elif not one.source and not made_up and needed:
            yield place, needed


def _numbers(case: Case) -> Iterator[Mistake]:
    for part, most in (("fields", 5), ("prevention", 4)):
        for n, one in enumerate(getattr(case, part)):
            if not 1 <= one <= most:
                yield f"{part}[{n}]", f"{one} is not one of 1 to {most}"
    for n, hours in enumerate(case.hours):
        if not 0 < hours <= 40:
            yield f"hours[{n}]", f"{hours:g} is no number of hours for a workshop"
    if len(case.pictures) > MOST_PICTURES:
        yield "pictures", f"there are {len(case.pictures)}; a case has {MOST_PICTURES} pictures at most"
    if len(case.charts) > MOST_CHARTS:
        yield "charts", f"there are {len(case.charts)}; a case has {MOST_CHARTS} charts at most"


def _filled_in(case: Case) -> Iterator[Mistake]:
    """Yield what stands in ``case.yaml`` although it comes from elsewhere."""
    parts: Iterable[tuple[str, Any, tuple[str, ...]]] = [
        *((f"pictures[{n}]", one, ("photo", "body")) for n, one in enumerate(case.pictures)),
        *((f"tables[{n}]", one, ("rows",)) for n, one in enumerate(case.tables)),
        *((("areas", case.areas, ("rows", "outlines")),) if case.areas else ()),
    ]
    for place, one, names in parts:
        for name in names:
            if getattr(one, name):
                yield f"{place}.{name}", "this is read from the file; leave it out here"


def _chart(case: Case, place: str, chart: Chart, table: Table) -> Iterator[Mistake]:
    for n, kind in enumerate(chart.kinds):
        if kind not in table.kinds:
            yield f"{place}.kinds[{n}]", f"table {table.id!r} has no {kind!r}; {nearest(kind, table.kinds)}"
    if not chart.kinds and chart.draw in {"trend", "map"} and TOTAL not in table.kinds:
        yield place, f"table {table.id!r} has no kind {TOTAL!r}; name the kinds"
    if chart.draw == "map" and not (case.areas and case.areas.shapes):
        yield f"{place}.draw", "a map needs boundaries; name a file under areas: shapes"
    if chart.draw == "map" and len(chart.kinds) > 1 and not table.adds_up:
        yield f"{place}.kinds", f"the numbers of table {table.id!r} have no sum; name one kind"
    if chart.index and chart.draw != "trend":
        yield f"{place}.index", "only a trend can begin at 100; leave this out"
    if chart.per:
        yield from _rate(case, f"{place}.per", chart, table)


def _rate(case: Case, place: str, chart: Chart, table: Table) -> Iterator[Mistake]:
    if chart.per != 1000:
        yield place, f"{chart.per} is neither 0 nor 1000"
    if not case.areas:
        yield place, "this needs the number of inhabitants; name a file under areas"
    elif not (case.areas.population_source or case.areas.invented):
        yield place, "this reckons with inhabitants; name their source: population_source under areas"
    if chart.draw == "profile" or not table.adds_up:
        yield place, "a score or a share is not per inhabitant; leave this out"


def _fits(case: Case, place: str, chart: Chart, table: Table) -> Iterator[Mistake]:
    areas = {row.area for row in table.rows}
    periods = {row.period for row in table.rows}
    named = [(f"areas[{n}]", one) for n, one in enumerate(chart.areas)]
    for field, code in [*named, *([("against", chart.against)] if chart.against else [])]:
        if code not in areas:
            yield f"{place}.{field}", f"no area {code!r} in {table.file}; {nearest(code, areas)}"
    if chart.period and chart.period not in periods:
        yield f"{place}.period", f"no {chart.period!r} in {table.file}; {nearest(chart.period, periods)}"
    if chart.period and chart.draw == "trend":
        yield f"{place}.period", "a trend shows all periods; leave this out"
    near = {one.area for one in case.areas.rows if one.kind == "neighbourhood"} if case.areas else areas
    shown = set(chart.areas or near & areas) - {chart.against}
    if chart.draw == "kinds" and len(shown) > BESIDE and not table.adds_up:
        yield f"{place}.areas", f"the numbers of table {table.id!r} have no sum; name {BESIDE} areas at most"
    if not chart.areas and not near & areas:
        yield place, f"no neighbourhood of the case is in {table.file}; name the areas"
