"""The invented figures of the shipped cases agree with each other and with the tables beside them."""

import re
from collections import Counter

import pytest

from kit.case import Case
from kit.charts import WIDE, chart_view


@pytest.fixture
def wilg():
    return Case.load("meneer-vos")


@pytest.fixture
def keet():
    return Case.load("de-keet")


@pytest.fixture
def square():
    return Case.load("zonnehoek")


def numbers(text):
    """Return the whole numbers of a text, in order; the thousands are not set apart in these."""
    return [int(one) for one in re.findall(r"\d+", text)]


def figure(case, words):
    """Return the value, and the Dutch label, of the figure whose label has these words."""
    (one,) = [one for one in case.figures if words in one.label["nl"]]
    return int(one.value), one.label["nl"]


def test_the_reports_by_month_are_the_reports_in_all(wilg):
    months = Counter()
    for row in wilg.tables[0].rows:
        months[row.kind] += row.value
    reports, homes = figure(wilg, "uit 11 woningen")
    visits, _ = figure(wilg, "kwam de politie")
    assert months == {"melding": reports, "politie": visits}
    (flats,) = numbers(wilg.situation["nl"])[:1]
    assert numbers(homes) == [8, 11, flats - 11]
    assert len({row.period for row in wilg.tables[0].rows}) == 8


def test_the_chart_says_how_many_reports_the_last_two_months_had(wilg):
    reports = [row.value for row in wilg.tables[0].rows if row.kind == "melding"]
    assert numbers(wilg.charts[0].says["nl"]) == [sum(reports[-2:]), sum(reports)]


def test_of_the_reports_no_more_came_at_night_and_no_more_tenants_want_to_leave_than_called(wilg):
    at_night, label = figure(wilg, "tussen 1 en 5 uur")
    assert at_night < numbers(label)[0] == figure(wilg, "uit 11 woningen")[0]
    leaving, label = figure(wilg, "een andere woning")
    assert leaving < numbers(label)[0] == 11


def test_the_ages_in_the_keet_are_of_all_the_young_people(keet):
    everyone, label = figure(keet, "komen in de keet")
    _, under, _, _, middle, _, grown = numbers(label)
    assert under + middle + grown == everyone


def test_what_a_bottle_costs_follows_from_the_crate(keet):
    crate, label = figure(keet, "kost een krat")
    bottles, cents = numbers(label)
    assert cents == round(100 * crate / bottles)


def test_who_misses_the_first_lesson_is_what_the_table_says(keet):
    late, label = figure(keet, "op maandag het eerste uur")
    everyone = numbers(str(next(f.unit["nl"] for f in keet.figures if f.label["nl"] == label)))[0]
    village, school = numbers(label)
    rows = keet.tables[0].rows
    monday = next(row.value for row in rows if (row.area, row.kind) == ("Ganzedijk", "ma"))
    assert monday == pytest.approx(100 * late / everyone, abs=0.05)
    assert round(monday) == village
    whole = [row.value for row in rows if row.area == "Hele school"]
    assert sum(whole) / len(whole) == school


def test_the_reports_that_one_would_expect_in_the_village_follow_from_its_inhabitants(keet):
    two, label = figure(keet, "kreeg Veilig Thuis")
    told = keet.trainer["nl"].replace(".", "")
    expected, village, town, reports = numbers(re.search(r"zouden het er.*?meldingen", told).group())
    assert two < expected == reports * village / town
    assert reports in numbers(label)


def test_the_reports_from_few_addresses_are_the_share_that_the_figures_give(square):
    reports, _ = figure(square, "over het plein in 12 maanden")
    share, label = figure(square, "van die meldingen komt van")
    said = re.search(r"Van de \d+ meldingen.*?bellen", square.trainer["nl"]).group()
    told, of_few, addresses, others = numbers(said)
    assert told == reports
    assert round(100 * of_few / reports) == share
    assert [addresses] == numbers(label)
    flats = int(re.search(r"(\d+) flats", square.situation["nl"]).group(1))
    assert others == flats - addresses


def test_the_reports_by_day_are_the_reports_in_all(square):
    reports, _ = figure(square, "over het plein in 12 maanden")
    days = {row.kind: row.value for row in square.tables[0].rows}
    assert sum(days.values()) == reports == 87
    assert list(days) == square.charts[0].kinds
    assert numbers(square.charts[0].says["nl"]) == [reports, days["vr"] + days["za"]]


def test_the_days_of_a_week_stand_in_their_order():
    """Bars come by size, unless a chart names its kinds."""
    case = Case.load("zonnehoek")
    (view,) = (chart_view(case, one, "nl", WIDE) for one in case.charts)
    assert [row[0] for row in view.rows][:3] == ["Maandag", "Dinsdag", "Woensdag"]
