"""The data of a case: what is read, and what is said of a mistake, with file and line."""

import copy
import json

import msgspec
import pytest

from kit.case import Area, Case, Row
from tests.model._files import with_mistake
from tests.model._neighbourhood import AREAS, CRIME, SHAPES, SQUARE, lay_out, said


@pytest.fixture
def folder(tmp_path):
    lay_out(tmp_path / "eigen")
    return tmp_path / "eigen"


def test_areas_tables_and_shapes_are_read(folder):
    case = Case.load(folder)
    assert case.areas.rows[1:] == [
        Area("BU01", "Zonnehoek", "neighbourhood", "GM01", 5200),
        Area("BU02", "De Kreek", "neighbourhood", "GM01", None),
    ]
    assert [len(case.areas.outlines[one]) for one in ("BU01", "BU02")] == [1, 2]
    assert case.areas.outlines["BU01"][0][0][1] == (5.1, 51)
    assert case.tables[0].rows[3:5] == [
        Row("BU01", "2022", "total", 231.5),
        Row("BU01", "2022", "1.1.1", None),
    ]
    assert case.tables[0].rows[5].value == -3
    assert case.credit("politie", "en") == "Politie, Crimes, 2023-05-23"
    assert case.credit("cbs", "nl") == "CBS, Wijk- en buurtkaart"
    assert case.credit("", "nl") == ""
    case.sources[0].date = {"nl": "mei 2023", "en": "May 2023"}
    assert case.credit("politie", "en") == "Politie, Crimes, May 2023"


def test_only_tables_that_a_chart_uses_come_along(folder):
    assert [one.id for one in Case.load(folder).tables] == ["crime"]


def test_a_case_with_its_data_survives_as_json(folder):
    case = Case.load(folder)
    told = json.loads(msgspec.json.encode(msgspec.to_builtins(case)))
    assert msgspec.convert(told, Case) == case


def test_a_table_that_excel_wrote_is_read(folder):
    told = CRIME.replace(",", ";").replace("231.5", "231,5").replace("\n", "\r\n")
    (folder / "data" / "crime.csv").write_bytes(b"\xef\xbb\xbf" + told.encode())
    assert Case.load(folder).tables[0].rows[3].value == 231.5


DATA_MISTAKES = {
    "other columns": (
        "crime.csv",
        CRIME,
        "kind,value",
        "soort,value",
        "crime.csv:1: the columns must be area,period,kind,value",
    ),
    "an area of nowhere": (
        "crime.csv",
        CRIME,
        "BU01,2022,total",
        "BU07,2022,total",
        "crime.csv:5: area 'BU07' is none of the case's areas; did",
    ),
    "a kind without a label": (
        "crime.csv",
        CRIME,
        "1.1.1",
        "1.1.2",
        "crime.csv:6: kind '1.1.2' has no label in case.yaml; did you mean '1.1.1'?",
    ),
    "a period of its own": (
        "crime.csv",
        CRIME,
        "BU02,2022",
        "BU02,22",
        "crime.csv:7: period '22': write a year (2022) or a month (2022-04)",
    ),
    "a thirteenth month": (
        "crime.csv",
        CRIME,
        "2021",
        "2021-13",
        "crime.csv:2: period '2021-13': write a year",
    ),
    "years and months": (
        "crime.csv",
        CRIME,
        "BU02,2022",
        "BU02,2022-01",
        "crime.csv:7: period '2022-01': a table has years or months",
    ),
    "twice": (
        "crime.csv",
        CRIME,
        "BU02,2022",
        "BU01,2022",
        "crime.csv:7: BU01, 2022, total stands on line 5 too; remove one",
    ),
    "a word for a number": (
        "crime.csv",
        CRIME,
        "1980",
        "NA",
        "crime.csv:3: value 'NA' is not a number such as 12 or 3.5; leave",
    ),
    "a comma in a number": (
        "crime.csv",
        CRIME,
        "231.5",
        '"231,5"',
        "crime.csv:5: value '231,5' is not a number",
    ),
    "one cell more": ("crime.csv", CRIME, "1980", "1980,x", "crime.csv:3: expected 4 columns, got 5"),
    "an empty file": ("crime.csv", CRIME, CRIME, "", "crime.csv:1: the columns must be"),
    "a kind of area": (
        "areas.csv",
        AREAS,
        "neighbourhood",
        "buurt",
        "areas.csv:3: kind 'buurt': expected one of: district, municipality, ",
    ),
    "an area twice": (
        "areas.csv",
        AREAS,
        "BU02",
        "BU01",
        "areas.csv:4: area 'BU01' is here twice; remove one",
    ),
    "within nothing": (
        "areas.csv",
        AREAS,
        "GM01,5200",
        "GM02,5200",
        "areas.csv: BU01 lies within 'GM02'; did you mean 'GM01'?",
    ),
    "half a person": (
        "areas.csv",
        AREAS,
        "5200",
        "5200.5",
        "areas.csv:3: population '5200.5' is not a whole number; leave it",
    ),
    "more people than there are": (
        "areas.csv",
        AREAS,
        "5200",
        "9" * 5000,
        "areas.csv:3: population '999",
    ),
    "no number at all": ("crime.csv", CRIME, "1980", "nan", "crime.csv:3: value 'nan' is not a number"),
    "without an end": ("crime.csv", CRIME, "1980", "-inf", "crime.csv:3: value '-inf' is not a number"),
    "more than can be reckoned with": (
        "crime.csv",
        CRIME,
        "1980",
        "1e308",
        "crime.csv:3: value '1e308' is too large to reckon with; give it in thousands",
    ),
    "a cell without an end": (
        "crime.csv",
        CRIME,
        "BU01,2022,1.1.1",
        "B" * 140_000,
        "crime.csv:6: a cell is too long; is a quotation mark not closed?",
    ),
    "lines above the names": (
        "crime.csv",
        CRIME,
        CRIME,
        f"\n \n{CRIME}".replace("-3", "x"),
        "crime.csv:9: value 'x'",
    ),
    "lines above other names": ("areas.csv", AREAS, AREAS, "\n\nnaam\n", "areas.csv:3: the columns must be"),
    "no name": ("areas.csv", AREAS, "Zonnehoek", "", "areas.csv:3: name is empty; fill it in"),
}


@pytest.mark.parametrize("mistake", DATA_MISTAKES.values(), ids=DATA_MISTAKES)
def test_a_mistake_in_the_data_names_file_and_line(folder, mistake):
    file, told, right, wrong, expected = mistake
    (folder / "data" / file).write_text(with_mistake(told, right, wrong), encoding="utf-8")
    assert said(folder).startswith(f"data/{expected}")


def test_a_table_that_is_too_long_is_refused(folder):
    rows = [f"BU01,{2000 + n // 12 % 100}-{n % 12 + 1:02},total,1" for n in range(1200)]
    head = "area,period,kind,value\n"
    (folder / "data" / "crime.csv").write_text(head + "\n".join(rows * 5) + "\n")
    assert "stands on line" in said(folder)
    (folder / "data" / "crime.csv").write_text(head + "\n" * 3 + "x" * 2_000_000)
    assert said(folder).startswith("data/crime.csv: this file has 2,001 kB; it may have 2,000 at most")


@pytest.mark.parametrize(("rows", "fits"), [(5000, True), (5001, False)])
def test_a_table_has_so_many_rows_and_no_more(folder, rows, fits):
    """Each in a month and an area of its own: the number alone is too much. Empty lines do not count."""
    areas = [f"BU{n:02}" for n in range(1, 11)]
    more = "".join(f"{code},{code},neighbourhood,GM01,\n" for code in areas[2:])
    (folder / "data" / "areas.csv").write_text(AREAS + more)
    months = [f"{year}-{month:02}" for year in range(1950, 1992) for month in range(1, 13)]
    told = [f"{code},{month},total,1\n\n" for month in months for code in areas][:rows]
    (folder / "data" / "crime.csv").write_text("area,period,kind,value\n" + "".join(told))
    if fits:
        case = (
            (folder / "case.yaml").read_text(encoding="utf-8").replace('period: "2022"', 'period: "1950-01"')
        )
        (folder / "case.yaml").write_text(
            case.replace("against: GM01", "against: BU02").replace('kinds: ["1.1.1"]', "kinds: [total]"),
            encoding="utf-8",
        )
        assert len(Case.load(folder).tables[0].rows) == rows
    else:
        assert said(folder).startswith("data/crime.csv:10002: this file has more than 5000 rows; keep")


def shapes(change):
    told = copy.deepcopy(SHAPES)
    change(told["features"][0])
    return json.dumps(told)


METRES = [[[x * 20_000, y * 8_000] for x, y in SQUARE]]
NORTH = [[[5, 90.1], *SQUARE[1:]]]
NOWHERE = [[[float("nan"), 51], *SQUARE[1:]]]
FAR = json.dumps(SHAPES).replace("5.1", "9" * 400, 1)
FARTHER = json.dumps(SHAPES).replace("5.1", "9" * 5000, 1)
POINT = {"type": "Point", "coordinates": [5, 51]}
SHAPE_MISTAKES = {
    "no JSON": ("{\n]", "areas.geojson:2: this is not valid GeoJSON"),
    "no collection": ("[]", "areas.geojson: this is no GeoJSON FeatureCollection"),
    "no code": (
        shapes(lambda one: one.update(properties={})),
        "areas.geojson: features[0]: expected a Polygon",
    ),
    "a point": (
        shapes(lambda one: one.update(geometry=POINT)),
        "areas.geojson: features[0]: expected a Polygon",
    ),
    "nothing": (
        shapes(lambda one: one.update(geometry=None)),
        "areas.geojson: features[0]: expected a Polygon",
    ),
    "another area": (
        shapes(lambda one: one["properties"].update(area="BU05")),
        "areas.geojson: features[0]: area 'BU05' is not in the file of areas; did you",
    ),
    "metres": (
        shapes(lambda one: one["geometry"].update(coordinates=METRES)),
        "areas.geojson: features[0]: points must be degrees",
    ),
    "a point four times": (
        shapes(lambda one: one["geometry"].update(coordinates=[SQUARE[:1] * 4])),
        "areas.geojson: features[0]: a ring of a polygon has at least four points, and three that differ",
    ),
    "beyond the pole": (
        shapes(lambda one: one["geometry"].update(coordinates=NORTH)),
        "areas.geojson: features[0]: points must be degrees",
    ),
    "a point that is no number": (
        shapes(lambda one: one["geometry"].update(coordinates=NOWHERE)),
        "areas.geojson: features[0]: a point is not two numbers; make the file anew",
    ),
    "a number of 400 digits": (FAR, "areas.geojson: features[0]: expected a Polygon"),
    "a number of 5000 digits": (FARTHER, "areas.geojson: this is not valid GeoJSON: a number is too long"),
    "brackets without an end": ("[" * 150_000, "areas.geojson: this is not valid GeoJSON: a number is"),
    "no polygons": (
        shapes(lambda one: one.update(geometry={"type": "MultiPolygon", "coordinates": []})),
        "areas.geojson: features[0]: this has a polygon without points",
    ),
    "a polygon without rings": (
        shapes(lambda one: one["geometry"].update(coordinates=[])),
        "areas.geojson: features[0]: this has a polygon without points",
    ),
    "one of two without rings": (
        shapes(lambda one: one.update(geometry={"type": "MultiPolygon", "coordinates": [[SQUARE], []]})),
        "areas.geojson: features[0]: this has a polygon without points",
    ),
    "lines above": ("\n\n{\n]", "areas.geojson:4: this is not valid GeoJSON"),
    "a line": (
        shapes(lambda one: one["geometry"].update(coordinates=[SQUARE[:2]])),
        "areas.geojson: features[0]: a ring of a polygon has at least four points",
    ),
    "too much": (" " * 200_001, "areas.geojson: this file has 201 kB; it may have 200 at most"),
}


@pytest.mark.parametrize(("told", "expected"), SHAPE_MISTAKES.values(), ids=SHAPE_MISTAKES)
def test_a_mistake_in_the_shapes_names_the_feature(folder, told, expected):
    (folder / "data" / "areas.geojson").write_text(told, encoding="utf-8")
    assert said(folder).startswith(f"data/{expected}")
