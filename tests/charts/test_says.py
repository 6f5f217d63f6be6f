"""What a chart says is true, also of small numbers, gaps, ties and numbers that have no sum."""

import pytest

from kit.case import Area
from kit.charts import WIDE, chart_view
from tests.charts._neighbourhoods import NAMES, chart, neighbourhoods, years

LONG = NAMES["BU05"]


def view_of(rows, made, *, lang="en", adds_up=True, people=()):
    case = neighbourhoods(rows, made)
    case.tables[0].adds_up = adds_up
    case.areas.rows = [
        Area(one.area, one.name, one.kind, "", dict(people).get(one.area, one.population))
        for one in case.areas.rows
    ]
    return chart_view(case, made, lang, WIDE)


def trend_of(index=False, per=0, **areas):
    return view_of(years(**areas), chart("trend", areas=list(areas), index=index, per=per))


def at(period, **areas):
    """Return rows of one period, each area with its numbers of kinds a and b."""
    return [
        (area, period, kind, value)
        for area, values in areas.items()
        for kind, value in zip("ab", values, strict=True)
    ]


def test_the_highest_line_of_an_index_is_not_the_most():
    view = trend_of(index=True, BU01=[1000, 900], BU04=[2, 4])
    assert view.says == "Singel is furthest above its start in 2021: 200."
    assert "Singel: few at the start, so a small change looks large." in view.notes


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ([50, 40], [50, 45], "Zonnehoek is furthest below its start in 2021: 80."),
        ([50, 40], [50, 50], "Zonnehoek is furthest below its start in 2021: 80."),
        ([50, 60], [40, 48], "All are at 120 in 2021."),
        ([50, 50], [40, 40], "All are at 100 in 2021."),
        ([1000, 1004], [1000, 990], "Singel is furthest below its start in 2021: 99."),
    ],
)
def test_an_index_tells_who_is_furthest_from_the_start(one, other, says):
    assert trend_of(index=True, BU01=one, BU04=other).says == says


def test_an_index_needs_a_start_above_zero():
    view = trend_of(index=True, BU01=[-0.1, -0.2])
    assert view.drawing is None


HIGH = "Zonnehoek is highest in 2021: {}."


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ([500, 900], [1, 3], HIGH.format(900) + " Zonnehoek rose most from 2020 to 2021: from 500 to 900."),
        ([500, 900], [8, 500], HIGH.format(900)),
        (
            [500, 600],
            [50, 90],
            HIGH.format(600) + " Singel rose most for its size from 2020 to 2021: from 50 to 90.",
        ),
        ([0, 50], [5, 6], HIGH.format(50)),
        ([50, 50], [50, 40], HIGH.format(50) + " Singel fell most from 2020 to 2021: from 50 to 40."),
        ([50, 45], [50, 40], HIGH.format(45) + " Singel fell most from 2020 to 2021: from 50 to 40."),
        ([50, 50], [40, 40], HIGH.format(50)),
        ([1000, 1000.3], [990, 990], HIGH.format("1,000")),
        (
            [500, 600],
            [400, 500],
            HIGH.format(600) + " Singel rose most for its size from 2020 to 2021: from 400 to 500.",
        ),
        ([50, 60], [50, 60], "All are at 60 in 2021."),
    ],
)
def test_who_rose_or_fell_most_did(one, other, says):
    assert trend_of(BU01=one, BU04=other).says == says


def test_in_a_rate_it_is_the_count_that_may_be_small():
    assert "most" not in trend_of(per=1000, BU01=[520, 530], BU04=[9, 90]).says
    large = trend_of(per=1000, BU01=[52, 53], BU04=[10, 90]).says
    assert large.endswith("Singel rose most from 2020 to 2021: from 5.0 to 45.0.")


def test_two_with_as_much_leave_nobody_the_highest():
    view = trend_of(BU01=[5, 9], BU04=[5, 9], BU02=[5, 1])
    assert view.says == "In 2021 the figures go from 1 to 9."


def test_areas_are_compared_over_the_same_years():
    view = trend_of(BU01=[10, 20, 30], BU04=[10, 50, None])
    assert view.says == "Singel is highest in 2021: 50. Singel rose most from 2020 to 2021: from 10 to 50."


def test_areas_that_share_no_two_years_are_not_compared():
    assert trend_of(BU01=[10, 20], BU04=[10, None]).says == "Zonnehoek went from 10 in 2020 to 20 in 2021."
    assert trend_of(BU01=[10, None], BU04=[None, 9]).says == "Zonnehoek is at 10 in 2020."


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([5, 5, 1], f"2 share the highest figure: 5. {LONG} has the lowest figure: 1."),
        ([5, 1, 1], "Zonnehoek has the highest figure: 5. 2 share the lowest figure: 1."),
        ([120.4, 120.2, 119.9], "All figures are 120."),
        ([7, None, None], "Zonnehoek has the figure 7."),
    ],
)
def test_a_map_has_no_highest_where_several_look_the_same(values, says):
    areas = ["BU01", "BU04", "BU05"]
    rows = [(area, "2022", "total", value) for area, value in zip(areas, values, strict=True)]
    assert view_of(rows, chart("map", areas=areas)).says == says


def test_a_sum_of_which_a_part_was_not_published_is_no_figure():
    view = view_of(at("2022", BU01=[10, None], BU04=[8, 7]), chart("map", kinds=["a", "b"]))
    assert view.says == "Singel has the figure 15."
    assert view.rows == [["Zonnehoek", None], ["Singel", 15]]
    assert "No figure for Zonnehoek: not every kind was published." in view.notes


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (
            [0.3, 0.1],
            (
                "Lowest beside the Netherlands: Vandalism (above the mean). "
                "Highest: Burglary (very far above the mean)."
            ),
        ),
        ([0.1, None], "Burglary: above the mean."),
        ([0.1, 0.1], "The differences go from +0.10 to +0.10."),
    ],
)  # fmt: skip
def test_a_profile_says_no_more_than_who_is_lowest(values, says):
    assert view_of(at("2022", BU01=values), chart("profile", areas=["BU01"])).says == says


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([5, 5], "2 kinds come most, each as often: 5."),
        ([5, None], "In Zonnehoek “Burglary” comes most of what was published: 5."),
    ],
)
def test_a_kind_comes_most_where_it_does(values, says):
    assert view_of(at("2022", BU01=values), chart("kinds", areas=["BU01"])).says == says


def test_a_sum_that_lacks_a_number_says_that_it_is_of_what_was_published():
    rows = at("2022", BU01=[5, 9], BU02=[5, 1], BU04=[5, None], BU05=[5, 2])
    view = view_of(rows, chart("kinds"))
    assert view.says == "“Burglary” comes most of what was published: 20. Then comes “Vandalism”: 12."


def test_marks_are_not_summed():
    rows = at("2022", **{area: [6.5, 7.1] for area in ("BU01", "BU02", "BU04", "BU05")})
    view = view_of(rows, chart("kinds"), adds_up=False)
    assert view.rows == [["Vandalism", *[7.1] * 4], ["Burglary", *[6.5] * 4]]
    assert (
        view.says
        == "In Zonnehoek: Vandalism has the highest figure: 7.1. Burglary has the lowest figure: 6.5."
    )


@pytest.mark.parametrize("draw", ["trend", "kinds", "map"])
def test_where_nobody_lives_there_is_no_rate_and_the_chart_says_so(draw):
    rows = [row for kind in ("total", "a") for row in years(kind, BU01=[10, 9], BU02=[9, 8])]
    view = view_of(rows, chart(draw, per=1000), people=[("BU02", 0)])
    assert "No rate for De Kreek: fewer than 1,000 inhabitants." in view.notes


SAME = "All {} are reckoned with the same number of inhabitants."


def test_the_number_of_inhabitants_is_told_of_where_a_rate_is_shown():
    months = [("BU01", f"2022-0{k}", "total", 10) for k in (1, 2)]
    assert SAME.format("months") in view_of(months, chart("trend", per=1000)).notes
    assert SAME.format("years") in trend_of(per=1000, BU01=[52, 26]).notes
    assert SAME.format("years") not in trend_of(per=1000, BU02=[52, 26]).notes
