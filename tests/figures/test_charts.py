"""A chart in a notebook, and as files that leave the room."""

import csv
import doctest
import io
from xml.etree import ElementTree as ET

import msgspec
import pytest

from kit.figures import chart
from kit.figures import charts as module
from kit.figures.charts import files
from kit.figures.colours import LINES, ON_SHADE, PATHS, SHADES, SHEET, SOFT, TEXTS
from tests.charts._neighbourhoods import LIMITS, neighbourhoods, years
from tests.charts._neighbourhoods import chart as plan

TEXT = "{http://www.w3.org/2000/svg}text"
CREDIT = "Bron: Politie, Misdrijven, 2023, CC BY 4.0"


@pytest.fixture
def case():
    rows = years(BU01=[52, 26.5], BU04=[40, None])
    return neighbourhoods(rows, plan("trend"), plan("map"))


def cells(shown):
    """Return the table of a chart as CSV, without what stands above it."""
    return "".join(line for line in shown.csv().splitlines(keepends=True) if not line.startswith("#"))


def svg_texts(svg):
    return [one.text for one in ET.fromstring(svg).iter(TEXT)]  # noqa: S314 - our own


def test_a_chart_shows_itself_with_all_that_belongs_to_it(case):
    shown = chart(case, "trend")
    html = shown._repr_html_()
    for text in (CREDIT, LIMITS, shown.view.says, "<svg", "26,5", "<details>"):
        assert text in html
    assert list(shown.table["Zonnehoek"]) == [52, 26.5]
    assert shown.table["Singel"].isna().tolist() == [False, True]


def test_a_file_that_goes_out_by_itself_has_its_title_and_its_credit(case):
    said = " ".join(svg_texts(chart(case, "trend")._repr_svg_()))
    for text in ("Waar?", CREDIT, LIMITS, "Zonnehoek 26,5"):
        assert text in said


def test_texts_of_a_case_can_not_run_anything(case):
    case.charts[0].title = {"nl": "<script>alert(1)</script> & zo"}
    shown = chart(case, "trend")
    assert "<script" not in shown._repr_html_()
    assert "<script>alert(1)</script> & zo" in svg_texts(shown.svg)


def test_every_chart_leaves_the_room_as_a_drawing_and_a_table(case):
    made = files(case, "en")
    assert set(made) == {"charts/trend.svg", "charts/trend.csv", "charts/map.svg", "charts/map.csv"}
    lines = made["charts/trend.csv"].decode().splitlines()
    assert "# Source: Politie, Crimes, 2023, CC BY 4.0" in lines
    rows = list(csv.reader(io.StringIO("\n".join(one for one in lines if not one.startswith("#")))))
    assert rows == [["Period", "Zonnehoek", "Singel"], ["2020", "52", "40"], ["2021", "26.5", ""]]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", "\n@"])
def test_a_text_of_a_case_is_no_formula_in_a_spreadsheet(case, sign):
    case.areas.rows[1] = msgspec.structs.replace(case.areas.rows[1], name=f"{sign}HYPERLINK(1)")
    trend, by_area = (list(csv.reader(io.StringIO(cells(chart(case, one))))) for one in ("trend", "map"))
    said = f"'{sign.strip()}HYPERLINK(1)"
    assert trend[0][1] == said
    assert said in [row[0] for row in by_area]


def test_a_number_below_zero_stays_a_number(case):
    case.tables[0].rows[0] = msgspec.structs.replace(case.tables[0].rows[0], value=-3)
    assert "2020,-3,40" in chart(case, "trend").csv().splitlines()


def test_a_title_of_several_lines_stays_above_the_table(case):
    case.charts[0].title = {"nl": "Waar?\n=1+1\r\n@x"}
    lines = chart(case, "trend").csv().splitlines()
    assert lines[0] == "# Waar? =1+1 @x"
    assert not any(one.startswith(("=", "@")) for one in lines)


def test_the_example_in_the_documentation_is_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=1)


def contrast(a, b):
    def light(colour):
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_letters_and_marks_can_be_seen():
    letters = [one["fill"] for name, one in TEXTS.items() if "fill" in one and not name.startswith("on-")]
    assert all(contrast(SHEET, colour) >= 4.5 for colour in letters)
    assert all(contrast(shade, ink) >= 4.5 for shade, ink in zip(SHADES, ON_SHADE, strict=True))
    drawn = [PATHS[name] for name in PATHS if name.startswith(("line-", "bar", "dot", "mark", "zero"))]
    marks = [one.get("stroke", one.get("fill")) for one in drawn]
    assert all(contrast(SHEET, colour) >= 3 for colour in marks)
    assert contrast(SHEET, SOFT) >= 4.5


def test_lines_differ_in_more_than_colour():
    looks = [PATHS[f"line-{key}"].get("stroke-dasharray", "") for key in (*LINES, "against")]
    assert len(set(looks)) == len(looks)
