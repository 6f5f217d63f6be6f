"""Charts of a case: the figures that were published, what was left out and why, and whom to credit."""

import msgspec
import pytest

from kit.charts import NARROW, WIDE, chart_of, chart_view
from kit.errors import InputError
from tests.charts._neighbourhoods import LIMITS, NAMES, chart, neighbourhoods, years

ALL = {
    "BU01": [52, 26],
    "BU02": [19, 38],
    "BU03": [5, 5],
    "BU04": [40, 20],
    "BU05": [0, 0],
    "GM01": [460, 920],
}


def view_of(rows, made, lang="nl", shape=WIDE, **options):
    case = neighbourhoods(rows, made, **options)
    return chart_view(case, made, lang, shape)


def said(view):
    return [one.text for one in view.drawing.texts]


def test_a_trend_shows_all_neighbourhoods_and_what_they_are_held_against():
    view = view_of(years(**ALL), chart("trend", against="GM01"))
    assert view.head == ["Periode", *(NAMES[one] for one in ("BU01", "BU02", "BU03", "BU04", "BU05", "GM01"))]
    assert view.rows == [["2020", 52, 19, 5, 40, 0, 460], ["2021", 26, 38, 5, 20, 0, 920]]
    assert "Veldermeer 920" in " ".join(said(view))
    assert view.says == (
        "De Kreek is het hoogst in 2021: 38. De Kreek steeg het meest van 2020 tot 2021: van 19 naar 38."
    )
    assert view.unit == "misdrijven"


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("shape", [NARROW, WIDE])
@pytest.mark.parametrize("draw", ["trend", "kinds", "profile", "map"])
def test_whatever_is_drawn_says_what_it_is_and_whom_to_credit(draw, shape, lang):
    rows = [row for kind in ("total", "a", "b") for row in years(kind, **ALL)]
    view = view_of(rows, chart(draw, against="GM01"), lang, shape)
    assert view.drawing.width == shape.width
    assert view.says
    assert view.unit
    assert view.notes[0] == (LIMITS if lang == "nl" else "What nobody reports is not in it.")
    title = "Misdrijven" if lang == "nl" else "Crimes"
    assert view.credit[0].endswith(f": Politie, {title}, 2023, CC BY 4.0")
    assert len(view.credit) == (2 if draw == "map" else 1)
    assert len(view.rows) > 1
    assert len(msgspec.json.encode(view)) < 12_000


def test_what_somebody_wrote_goes_before_what_is_made_from_the_figures():
    assert view_of(years(**ALL), chart("trend", says={"nl": "Zo is het."})).says == "Zo is het."


def test_invented_figures_say_so():
    assert view_of(years(**ALL), chart("trend"), invented=True).credit == [
        "Cijfers verzonnen voor deze casus"
    ]


def test_a_rate_is_per_thousand_and_leaves_small_areas_out():
    view = view_of(years(**ALL), chart("map", per=1000, against="GM01"))
    rows = {name: (shown, published) for name, shown, published in view.rows}
    assert rows["Zonnehoek"] == (5, 26)
    assert rows["Singel"] == (10, 20)
    assert rows["De Kreek"] == (None, 38), "190 people: no rate, but the number itself is told"
    assert rows["Ganzedijk"] == (None, 5)
    assert rows["Veldermeer"] == (20, 920)
    assert view.unit == "misdrijven per 1.000 inwoners, 2021"
    notes = " ".join(view.notes)
    assert "De Kreek: geen cijfer per inwoner, want er wonen minder dan 1.000 mensen." in notes
    assert "Ganzedijk: geen cijfer per inwoner, want het aantal inwoners is niet bekend." in notes
    assert "Ter vergelijking, Veldermeer: 20." in view.says
    assert not any("38" in text for text in said(view))


def test_a_rate_in_a_trend_says_that_the_inhabitants_are_of_one_year():
    view = view_of(years(BU01=[52, 26], BU02=[19, 38]), chart("trend", per=1000))
    assert view.head == ["Periode", "Zonnehoek", "Zonnehoek, zoals gepubliceerd", "De Kreek",
                         "De Kreek, zoals gepubliceerd"]  # fmt: skip
    assert view.rows[0] == ["2020", 10, 52, None, 19]
    assert "Voor alle jaren is met hetzelfde aantal inwoners gerekend." in view.notes
    assert not any("Kreek" in text for text in said(view))
    assert view.says == "Zonnehoek ging van 10 in 2020 naar 5 in 2021."


def test_an_index_puts_a_neighbourhood_beside_its_municipality():
    rows = years(BU01=[52, 26], BU03=[None, 5], BU05=[0, 8], GM01=[460, 920])
    view = view_of(rows, chart("trend", index=True, against="GM01"))
    assert view.unit == "misdrijven, 2020 = 100"
    assert view.rows[1] == ["2021", 50, 26, None, 5, None, 8, 200, 920]
    assert {"Zonnehoek 50", "Veldermeer 200"} <= set(said(view))
    assert any(one.startswith("Geen lijn voor Ganzedijk, Onze-") and "in 2020" in one for one in view.notes)


def test_a_gap_is_no_zero_and_is_explained():
    view = view_of(years(BU01=[52, None, 26]), chart("trend"))
    assert [row[1] for row in view.rows] == [52, None, 26]
    assert "Een gat in een lijn: er is geen cijfer gepubliceerd." in view.notes
    (line,) = [one.d for one in view.drawing.paths if "line-1" in one.look]
    assert line.count("M") == 2
    assert "Een gat" not in " ".join(view_of(years(BU01=[52, 26]), chart("trend")).notes)


def test_kinds_of_one_area_stand_in_order_without_the_total():
    rows = [("BU01", "2022", kind, value) for kind, value in (("total", 9), ("a", 2), ("b", 7))]
    view = view_of(rows, chart("kinds", areas=["BU01"]))
    assert view.rows == [["Vernieling", 7], ["Inbraak", 2]]
    assert view.says == "In Zonnehoek komt ‘Vernieling’ het meest voor: 7. Daarna komt ‘Inbraak’: 2."
    assert view.unit == "misdrijven, 2022"


def test_kinds_of_many_areas_are_taken_together_and_say_what_they_lack():
    rows = years("a", BU01=[1], BU02=[2], BU03=[3], BU04=[None]) + years("b", BU01=[5])
    view = view_of(rows, chart("kinds"))
    assert view.head == ["Soort", "4 gebieden samen"]
    assert view.rows == [["Inbraak", 6], ["Vernieling", 5]]
    assert any("niet elk cijfer bekend" in one for one in view.notes)


def test_a_rate_of_areas_together_leaves_out_who_lives_there_where_that_is_unknown():
    rows = years("a", BU01=[52], BU02=[19], BU03=[1000], BU04=[20])
    view = view_of(rows, chart("kinds", kinds=["a"], per=1000))
    assert view.rows[0][1] == pytest.approx((52 + 19 + 20) / (5200 + 190 + 2000) * 1000, abs=1e-4)


def test_a_profile_uses_words():
    rows = [("BU01", "2024", "a", -0.19), ("BU01", "2024", "b", 0.05), ("GM01", "2024", "a", 0.01)]
    view = view_of(rows, chart("profile", areas=["BU01"], against="GM01"))
    assert {"ver onder gemiddeld (−0,19)", "iets boven gemiddeld (+0,05)"} <= set(said(view))
    assert view.says == (
        "Het laagst vergeleken met Nederland: Inbraak (ver onder gemiddeld). "
        "Het hoogst: Vernieling (iets boven gemiddeld)."
    )
    assert view.rows == [["Inbraak", -0.19, 0.01], ["Vernieling", 0.05, None]]


def test_a_map_says_which_areas_it_has_no_place_for():
    view = view_of(years(**ALL), chart("map"))
    assert f"Niet op de kaart: {NAMES['BU05']}." in view.notes
    assert view.unit == "misdrijven, 2021", "the newest"
    assert view.says.startswith("De Kreek heeft het hoogste cijfer: 38.")
    assert view_of(years(**ALL), chart("map", period="2020")).rows[0] == ["Zonnehoek", 52]


def test_the_newest_period_is_one_in_which_something_was_published():
    assert view_of(years(BU01=[4, 5, None]), chart("map")).unit == "misdrijven, 2021"


@pytest.mark.parametrize("draw", ["trend", "kinds", "profile", "map"])
@pytest.mark.parametrize("rows", [[], years(BU01=[None, None])])
def test_without_a_figure_nothing_is_drawn(draw, rows):
    view = view_of(rows, chart(draw, areas=["BU01"]))
    assert view.drawing is None
    assert view.says == "Er zijn hier geen cijfers om te laten zien."
    assert view.credit


def test_a_case_without_areas_takes_the_codes_for_names():
    view = view_of(years(BU01=[4, 5]), chart("map"), areas=False)
    assert view.rows == [["BU01", 5]]
    assert view.drawing, "bars where there are no boundaries"


@pytest.mark.parametrize("draw", ["trend", "kinds", "map"])
@pytest.mark.parametrize("value", [0, 1, 4e9])
def test_zero_and_huge_numbers_can_be_drawn(draw, value):
    rows = [row for kind in ("total", "a") for row in years(kind, BU01=[value, value], BU04=[0, value])]
    view = view_of(rows, chart(draw), shape=NARROW)
    assert "nan" not in " ".join(one.d for one in view.drawing.paths)
    assert view.says


def test_a_kind_that_is_not_the_total_is_named():
    assert view_of(years("a", BU01=[4, 5]), chart("trend", kinds=["a"])).unit == "Inbraak: misdrijven"
    both = view_of(years("a", BU01=[4]) + years("b", BU01=[5]), chart("trend", kinds=["a", "b"]))
    assert both.head == ["Periode", "Inbraak", "Vernieling"]


def test_an_unknown_chart_is_named_with_the_nearest():
    with pytest.raises(InputError, match="no such chart; did you mean 'trend'"):
        chart_of(neighbourhoods([], chart("trend")), "tred")


@pytest.mark.parametrize("draw", ["trend", "kinds", "map"])
def test_a_rate_thanks_who_counted_the_inhabitants(draw):
    def credit(**fields):
        case = neighbourhoods(years(**ALL), chart(draw, **fields))
        case.areas.population_source = "kaart"
        return chart_view(case, case.charts[0], "nl", WIDE).credit

    assert "Inwoners: Kadaster, Wijk- en buurtkaart" in credit(per=1000)
    assert not [one for one in credit() if one.startswith("Inwoners")]


def test_an_outline_without_points_of_an_older_file_is_drawn_as_none():
    case = neighbourhoods(years(**ALL), chart("map"))
    case.areas.outlines = {**case.areas.outlines, "BU01": [], "BU02": [[]]}
    notes = chart_view(case, case.charts[0], "nl", WIDE).notes
    assert [one for one in notes if one.startswith("Niet op de kaart: Zonnehoek, De Kreek")]
