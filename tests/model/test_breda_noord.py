"""The case of Breda noord: what its texts say is what its tables hold."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from kit import paths
from kit.case import Case
from kit.simulation.script import Script

CITY, DISTRICT = "GM0758", "WK075801"
FOUR = ("BU07580102", "BU07580103", "BU07580104", "BU07580106")
BELCRUM, GEEREN_NOORD = "BU07580100", "BU07580106"
YEARS = {str(year) for year in range(2002, 2025)}
CLEARLY_BELOW = -0.04
"""The Leefbaarometer calls what is nearer to the mean than this 'around the mean'."""


@cache
def case():
    return Case.load("breda-noord")


@cache
def rows(table):
    """Return the values of a table by area, period and kind."""
    read = next(one for one in case().tables if one.id == table)
    return {(row.area, row.period, row.kind): row.value for row in read.rows}


def crimes(area, year, kind="total"):
    return rows("crime")[area, str(year), kind]


def nuisance(area, kind="total"):
    return rows("nuisance")[area, "2022", kind]


def nuisance_in(year):
    """Return the nuisance of the whole municipality in a year."""
    months = rows("nuisance-month").items()
    return sum(value for (_, month, kind), value in months if kind == "total" and month[:4] == str(year))


def liveability(area, kind="afw"):
    return rows("liveability")[area, "2024", kind]


def neighbourhoods():
    return [one.area for one in case().areas.rows if one.kind == "neighbourhood"]


def inhabitants():
    return next(one.population for one in case().areas.rows if one.area == DISTRICT)


def clearly_below():
    return [one for one in neighbourhoods() if liveability(one) < CLEARLY_BELOW]


def numbers(text):
    """Return the numbers in a text, years left out (2013, not 2.013); 1.765 and 1,765 are one number."""
    found = re.findall(r"\d[\d.,]*\d|\d", text)
    return [int(re.sub("[.,]", "", one)) for one in found if one not in YEARS]


FIGURES = [
    lambda: [inhabitants()],
    lambda: [crimes(DISTRICT, 2022), crimes(DISTRICT, 2012)],
    lambda: [crimes(CITY, 2022), crimes(CITY, 2012)],
    lambda: [crimes(DISTRICT, 2022, "1.1.1"), crimes(DISTRICT, 2012, "1.1.1")],
    lambda: [crimes(DISTRICT, 2022, "2.5.2"), crimes(DISTRICT, 2017, "2.5.2")],
    lambda: [nuisance(DISTRICT, "confused"), nuisance(DISTRICT)],
    lambda: [len(clearly_below()), len(neighbourhoods())],
]
TIMELINE = [
    lambda: [crimes(DISTRICT, 2012), crimes(DISTRICT, 2012, "1.1.1")],
    lambda: [min(crimes(DISTRICT, year) for year in range(2012, 2023))],
    lambda: [nuisance_in(2020), nuisance_in(2021), nuisance_in(2019)],
    lambda: [crimes(DISTRICT, 2022), crimes(CITY, 2022)],
    lambda: [nuisance(DISTRICT), nuisance(CITY)],
    list,
]
ELSEWHERE = [
    lambda: [nuisance(GEEREN_NOORD, "youth"), nuisance(GEEREN_NOORD)],
    lambda: [nuisance(BELCRUM, "youth"), nuisance(BELCRUM)],
]
NO_FIGURES = {2, 4}
"""In an example of a small number."""
LESSON = {200, 400}
"""In an idea for a lesson in arithmetic."""


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_figure_is_in_the_tables(lang):
    said = [numbers(f"{_say(one.value, lang)} {one.label[lang]}") for one in case().figures]
    assert said == [expected() for expected in FIGURES]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_moment_is_in_the_tables(lang):
    assert [numbers(one.what[lang]) for one in case().timeline] == [expected() for expected in TIMELINE]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("text", ["situation", "trainer"])
def test_no_text_brings_a_number_of_its_own(text, lang):
    known = {one for expected in (*FIGURES, *TIMELINE, *ELSEWHERE) for one in expected()}
    written = (paths.cases_dir() / "breda-noord" / f"{text}.{lang}.md").read_text(encoding="utf-8")
    assert set(numbers(written)) - known - NO_FIGURES == set()


def test_what_invented_participants_write_brings_no_number_of_its_own():
    known = {one for expected in (*FIGURES, *TIMELINE) for one in expected()}
    steps = Script.load("breda-noord").contributions.values()
    lines = [line.text for zones in steps for lines in zones.values() for line in lines]
    assert {one for line in lines for one in numbers(line)} - known - NO_FIGURES - LESSON == set()


def test_the_two_languages_give_the_same_numbers():
    folder = paths.cases_dir() / "breda-noord"
    for text in ("situation", "trainer"):
        nl, en = (
            numbers((folder / f"{text}.{lang}.md").read_text(encoding="utf-8")) for lang in ("nl", "en")
        )
        assert nl == en


def test_the_trend_says_what_the_lines_show():
    chart = _chart("misdrijven-trend")
    assert (tuple(chart.areas), chart.against, chart.index) == (FOUR, CITY, True)
    index = {area: crimes(area, 2022) / crimes(area, 2012) for area in (*FOUR, CITY)}
    assert all(index[CITY] < index[area] < 1 for area in FOUR)


def test_the_municipality_is_more_than_the_district_and_the_district_the_sum_of_its_neighbourhoods():
    for year in range(2012, 2023):
        assert crimes(CITY, year) > crimes(DISTRICT, year)
        assert crimes(DISTRICT, year) == sum(crimes(one, year) for one in neighbourhoods())


def test_the_ten_kinds_are_the_ten_largest():
    kinds = rows("crime-all-2022").items()
    of = {kind: value for (area, _, kind), value in kinds if area == DISTRICT and kind != "total"}
    chart = _chart("misdrijven-soorten")
    assert chart.kinds == sorted(of, key=of.get, reverse=True)[:10]
    assert numbers(chart.says["nl"]) == [of[chart.kinds[0]]]


def test_what_is_registered_as_nuisance_most_often_stands_first():
    chart = _chart("overlast-soorten")
    assert all(nuisance(DISTRICT, one) >= nuisance(DISTRICT, two) for one, two in pairwise(chart.kinds))
    assert numbers(chart.says["nl"]) == [nuisance(DISTRICT, chart.kinds[0]), nuisance(DISTRICT)]


def test_the_two_years_of_the_pandemic_are_above_all_before():
    assert min(nuisance_in(2020), nuisance_in(2021)) > max(nuisance_in(year) for year in range(2012, 2020))


def test_the_liveability_is_as_told():
    assert set(clearly_below()) == set(FOUR)
    for area in FOUR:
        parts = {kind: liveability(area, kind) for kind in ("won", "fys", "vrz", "soc", "onv")}
        assert min(parts, key=parts.get) == "onv"
        assert parts["vrz"] > 0
    ranked = sorted(neighbourhoods(), key=liveability)
    assert (ranked[0], ranked[-1]) == ("BU07580102", BELCRUM)
    below = [
        area
        for area in _chart("leefbaarheid-postcodes").areas
        if all(
            value < 0
            for (one, _, kind), value in rows("liveability-pc4").items()
            if one == area and kind == "afw"
        )
    ]
    assert below == ["4815", "4816", "4826", "4827"]


def _chart(name):
    return next(one for one in case().charts if one.id == name)


def _say(text, lang):
    return text[lang] if isinstance(text, dict) else text
