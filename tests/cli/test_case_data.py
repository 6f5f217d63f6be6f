"""`leefkit case data`: from a folder of downloads to a case with figures."""

import json
import re
from pathlib import Path

import pytest
import requests
import yaml

from kit import paths
from tests._cases import without_figures

RAW = Path(__file__).parents[1] / "opendata" / "raw"
SCORES = RAW / "leefbaarometer_buurt_breda_2024.csv"
MAP = paths.cases_dir() / "breda-noord" / "data" / "areas.geojson"


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "mijn-casus"
    without_figures(folder)
    return folder


def test_it_says_what_it_read_what_it_left_out_and_what_belongs_in_the_case(leefkit, case):
    before = (case / "case.yaml").read_text(encoding="utf-8")
    ran = leefkit("case", "data", case, SCORES, MAP, "--district", "WK075801")
    assert (ran.code, ran.err) == (0, "")
    report, _, block = ran.out.partition("\n\n")
    assert report.splitlines() == [
        f"{SCORES}: scores of the Leefbaarometer",
        "  - WK075801 is not in this file",
        "  - left out 7 other subjects; choose your own with --kinds",
        f"{MAP}: boundaries of 8 areas",
        "data/liveability.csv: 54 rows, 9 areas, 6 kinds, 2024",
        "data/areas.csv: 9 areas; of 9 the number of inhabitants is not known",
        f"data/areas.geojson: {(case / 'data' / 'areas.geojson').stat().st_size / 1000:.1f} kB",
    ]
    assert yaml.safe_load(block).keys() == {"sources", "areas", "tables", "charts"}
    assert (case / "case.yaml").read_text(encoding="utf-8") == before
    assert (
        (case / "data" / "liveability.csv").read_text(encoding="utf-8").startswith("area,period,kind,value\n")
    )


def test_it_puts_the_blocks_into_the_case_when_asked(leefkit, case):
    ran = leefkit("case", "data", case, SCORES, MAP, "--district", "WK075801", "--write")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("case.yaml: added; look at the credits and the titles\n")
    assert leefkit("case", "check", case).code == 0
    again = leefkit("case", "data", case, SCORES, "--write")
    assert "case.yaml has tables: liveability already; it stays as it is\n" in again.out


def test_areas_without_a_name_take_that_of_the_map_and_are_told_of_otherwise(leefkit, case, tmp_path):
    """A translated export gives no names that can be shown, so that codes would stand in the charts."""
    names, around = tmp_path / "names.csv", tmp_path / "map.geojson"
    names.write_text("name,area\nBelcrum,BU07580100\nBiesdonk,BU07580102\nBreda north,WK075801\n")
    told = json.loads(MAP.read_text(encoding="utf-8"))
    for one in told["features"]:
        code = one["properties"]["area"]
        one["properties"] |= {"gemeentenaam": "Breda", "buurtnaam": f"Buurt {code[-1]}"}
    around.write_text(json.dumps(told), encoding="utf-8")
    export = RAW / "statline_export_47018NED_breda_totaal.csv"
    ran = leefkit("case", "data", case, export, around, "--names", names, "--district", "WK075801")
    assert ran.code == 0
    listed = (case / "data" / "areas.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert [line.split(",")[1] for line in listed] == ["WK075801", "Buurt 0", "Buurt 2"]
    assert "no name is known for WK075801: write it there" in ran.out


@pytest.mark.parametrize("kind", ["fictional", "real"])
def test_a_new_case_gets_its_figures_before_its_texts(leefkit, tmp_path, kind):
    folder = tmp_path / "nieuw"
    assert leefkit("case", "new", folder, "--kind", kind).code == 0
    ran = leefkit("case", "data", folder, SCORES, MAP, "--district", "WK075801", "--write")
    assert (ran.code, ran.err) == (0, "")
    said = leefkit("case", "check", folder).err
    assert not [line for line in said.splitlines() if re.search("areas|tables|charts", line)]


def test_a_case_that_was_not_in_order_is_left_alone(leefkit, case):
    (case / "case.yaml").write_text("id: [", encoding="utf-8")
    ran = leefkit("case", "data", case, SCORES, "--district", "WK075801", "--write")
    assert ran.code == 1
    assert "case.yaml:" in ran.err
    assert not (case / "data").exists()


def test_names_of_areas_come_from_the_case_the_second_time(leefkit, case, tmp_path):
    export = tmp_path / "47018NED.csv"
    export.write_text(
        "Wijken en buurten;Perioden;Soort misdrijf;Geregistreerde misdrijven (aantal)\n"
        "Belcrum;2022;Totaal misdrijven;385\nCentrum;2022;Totaal misdrijven;9\n",
        encoding="utf-8",
    )
    assert leefkit("case", "data", case, export).code == 1
    leefkit("case", "data", case, SCORES, "--district", "WK075801")
    ran = leefkit("case", "data", case, export)
    assert (ran.code, ran.err) == (0, "")
    assert "left out 1 areas whose code is not known, such as Centrum" in ran.out
    assert (case / "data" / "crime.csv").read_text(encoding="utf-8") == (
        "area,period,kind,value\nBU07580100,2022,total,385\n"
    )


def test_a_translated_export_is_read_with_a_list_of_names(leefkit, case):
    export = RAW / "statline_export_47018NED_breda_totaal.csv"
    ran = leefkit("case", "data", case, export, "--district", "WK075801", "--names", RAW / "names.csv")
    assert (ran.code, ran.err) == (0, "")
    assert "data/crime.csv: 99 rows, 9 areas, 1 kinds, 2012 to 2022\n" in ran.out


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ([], 2, "name the files that you downloaded, or use --fetch"),
        ([SCORES, "--years", "van 2012"], 2, "--years: 'van 2012' is no year and no span"),
        ([SCORES, "--years", "2022-2012"], 2, "--years: '2022-2012' is no year and no span"),
        ([SCORES, "--district", "Breda noord"], 1, "--district: 'Breda noord' is no code of an area"),
        ([SCORES, "--years", "2012"], 1, "none of these years is in this file; it has 2024"),
        (["gone.csv"], 1, "gone.csv: can't be read"),
        (["--fetch"], 1, "--fetch: name the table with --table"),
        ([SCORES, "--names", SCORES], 1, ":1: the columns must be name,area; they are gebied_code,"),
    ],
)
def test_what_can_not_be_met_is_one_line_and_nothing_is_written(leefkit, case, options, code, said):
    ran = leefkit("case", "data", case, *options)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert not (case / "data").exists()


def test_a_folder_that_is_not_there_is_named(leefkit, tmp_path):
    ran = leefkit("case", "data", tmp_path / "gone", SCORES)
    assert (ran.code, ran.out) == (1, "")
    assert "gone: there is no such folder; name the folder of your case" in ran.err


def test_a_list_of_names_with_a_wrong_code_is_refused_with_its_line(leefkit, case, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name,area\nBelcrum,Breda\n", encoding="utf-8")
    ran = leefkit("case", "data", case, SCORES, "--names", names)
    assert (ran.code, "names.csv:2: 'Breda' is no code of an area" in ran.err) == (1, True)


def test_it_asks_the_publisher_only_when_told_to(leefkit, case, monkeypatch):
    told = json.loads((RAW.parent / "recorded" / "47018NED_download.json").read_text(encoding="utf-8"))
    asked = []

    def send(session, request, **_):
        del session
        asked.append(request.url)
        answer = requests.Response()
        answer.status_code = 200
        answer._content = json.dumps(
            {"value": told[request.url.partition("?")[0].rpartition("/")[2]]}
        ).encode()
        return answer

    monkeypatch.setattr(requests.Session, "send", send)
    leefkit("case", "data", case, SCORES, "--district", "WK075801")
    assert asked == []
    ran = leefkit("case", "data", case, "--table", "47018NED", "--district", "WK075801", "--fetch")
    assert (ran.code, ran.err) == (0, "")
    assert "data/crime.csv: 12 rows, 3 areas, 2 kinds, 2021 to 2022\n" in ran.out
    assert "provisional, so they may still change: 2022" in ran.out
    assert asked


def test_the_case_comes_back_as_it_was_when_the_new_one_is_not_in_order(leefkit, case):
    """A chart of the trainer's own may need figures that a new table has no more."""
    first = leefkit("case", "data", case, SCORES, MAP, "--district", "WK075801", "--write")
    assert first.code == 0
    path = case / "case.yaml"
    own = path.read_text(encoding="utf-8").replace("against: GM0758", "against: BU07580107")
    path.write_text(own, encoding="utf-8")
    before = {file: file.read_bytes() for file in case.rglob("*") if file.is_file()}
    ran = leefkit("case", "data", case, SCORES, "--areas", "BU07580100", "--write")
    assert (ran.code, ran.out) == (1, "")
    assert "no area 'BU07580107' in data/liveability.csv" in ran.err
    assert {file: file.read_bytes() for file in case.rglob("*") if file.is_file()} == before
