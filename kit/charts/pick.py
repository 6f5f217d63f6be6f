"""What of a table a chart shows: which areas, kinds and periods, and the number of each."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kit.case import Area, Case, Chart, Table
from kit.errors import InputError, nearest
from kit.insight.chart_numbers import FEWEST, indexed, moment, rate, together

TOTAL = "total"


class Pick(msgspec.Struct):
    """What a chart is made from.

    Attributes:
        chart: As it stands in the case.
        table: The table that it draws.
        areas: What it is about.
        against: What that is held against; None for nothing.
        kinds: In the table's order.
        periods: All of a trend, in order; of another chart the one.
        values: By area, kind and period, as published.
    """

    chart: Chart
    table: Table
    areas: list[Area]
    against: Area | None
    kinds: list[str]
    periods: list[str]
    values: dict[tuple[str, str, str], float | None]

    @property
    def period(self) -> str:
        """The newest of the periods; empty where there is none."""
        return self.periods[-1] if self.periods else ""

    @property
    def every(self) -> list[Area]:
        """The areas, and what they are held against."""
        return [*self.areas, *([self.against] if self.against else [])]

    def count(self, area: Area, kinds: Iterable[str], period: str) -> float | None:
        """Return what was published of one or several kinds; None where one of them was not."""
        found = [self.values.get((area.area, kind, period)) for kind in kinds]
        return None if None in found else together(found)

    def value(self, area: Area, kinds: Iterable[str], period: str) -> float | None:
        """Return the same as the chart shows it: a number, or a rate where that may be told."""
        found = self.count(area, kinds, period)
        return rate(found, area.population, self.chart.per) if self.chart.per else found

    def series(self, area: Area, kind: str) -> list[float | None]:
        """Return what a trend shows of one area and kind, period by period."""
        found = [self.value(area, [kind], period) for period in self.periods]
        return indexed(found) if self.chart.index else found

    def of_all(self, kind: str) -> tuple[float | None, bool]:
        """Return the areas taken together, and whether the number of one of them is missing.

        In a rate, an area of which nobody knows how many live there is left out on both sides.
        """
        areas = [one for one in self.areas if not self.chart.per or one.population is not None]
        counts = {one.area: self.values.get((one.area, kind, self.period)) for one in areas}
        total = together(counts.values())
        lacking = any(one is None for one in counts.values())
        if not self.chart.per:
            return total, lacking
        known = [one for one in areas if counts[one.area] is not None]
        return rate(total, sum(one.population or 0 for one in known), self.chart.per), lacking

    def few(self) -> list[Area]:
        """Return the areas with too few inhabitants for a rate."""
        return [
            one
            for one in self.every
            if self.chart.per and one.population is not None and one.population < FEWEST
        ]

    def unknown(self) -> list[Area]:
        """Return the areas without a rate because nobody says how many live there."""
        return [one for one in self.every if self.chart.per and one.population is None]

    def partial(self) -> list[Area]:
        """Return the areas of which some of the kinds that are taken together were published, and not all."""

        def known(area: Area) -> int:
            return sum(self.values.get((area.area, kind, self.period)) is not None for kind in self.kinds)

        return [one for one in self.every if 0 < known(one) < len(self.kinds)]

    def rated(self) -> bool:
        """Return whether a rate is shown of any area."""
        return bool(self.chart.per) and any(
            self.value(one, [kind], period) is not None
            for one in self.every for kind in self.kinds for period in self.periods
        )  # fmt: skip

    def unrated(self) -> set[str]:
        """Return the codes of the areas that have no rate."""
        return {one.area for one in [*self.few(), *self.unknown()]}


def chart_of(case: Case, name: str) -> Chart:
    """Return a chart of a case by its id.

    Raises:
        InputError: The case has no such chart.
    """
    found = {one.id: one for one in case.charts}
    if name not in found:
        message = f"chart {name!r}: the case {case.id!r} has no such chart; {nearest(name, found)}"
        raise InputError(message)
    return found[name]


def pick(case: Case, chart: Chart) -> Pick:
    """Return what a chart is made from. What it leaves out is filled in as ``docs/cases.md`` says."""
    table = next(one for one in case.tables if one.id == chart.table)
    known = {one.area: one for one in case.areas.rows} if case.areas else {}
    there = dict.fromkeys(row.area for row in table.rows)

    def area(code: str) -> Area:
        return known.get(code) or Area(code, code, "neighbourhood")

    codes = chart.areas or [
        code for code in (known or there) if code in there and area(code).kind == "neighbourhood"
    ]
    areas = [area(code) for code in dict.fromkeys(codes) if code != chart.against]
    made = Pick(
        chart,
        table,
        areas,
        area(chart.against) if chart.against else None,
        chart.kinds or _kinds(chart, table),
        [],
        {(row.area, row.kind, row.period): row.value for row in table.rows},
    )
    made.periods = _periods(made)
    return made


def _kinds(chart: Chart, table: Table) -> list[str]:
    if chart.draw in {"kinds", "profile"}:
        return [one for one in table.kinds if one != TOTAL] or list(table.kinds)
    return [TOTAL if TOTAL in table.kinds else next(iter(table.kinds))]


def _periods(made: Pick) -> list[str]:
    """Return the periods of a trend; else the one that is named, or the newest with a number of these."""
    chart, codes = made.chart, {one.area for one in made.every}
    rows = [one for one in made.table.rows if one.area in codes and one.kind in made.kinds]
    if chart.draw != "trend":
        rows = [one for one in rows if one.value is not None] or rows
    found = sorted({one.period for one in rows}, key=lambda one: (moment(one) or 0, one))
    if chart.draw == "trend":
        return found
    return [chart.period] if chart.period else found[-1:]
