"""What belongs in case.yaml, and putting it there without touching the rest."""

import pandas as pd
import pytest
import yaml

from kit import paths
from kit.case import Case
from kit.errors import InputError
from kit.opendata import blocks, tidy
from kit.opendata.areas import COLUMNS, Wanted
from kit.opendata.gather import Choice, gather
from kit.opendata.read import read
from tests._cases import without_figures

YEARS = {"85984NED": "2024", "85039NED": "2021"}
NOBODY = pd.DataFrame(columns=COLUMNS)


@pytest.fixture
def made(raw):
    """Figures of crime and liveability with boundaries, as a trainer would gather them."""
    files = [
        raw / "statline_export_47018NED_breda_totaal.csv",
        raw / "leefbaarometer_buurt_breda_2024.csv",
        paths.cases_dir() / "breda-noord" / "data" / "areas.geojson",
    ]
    named = pd.read_csv(raw / "names.csv")
    choice = Choice(wanted=Wanted(district="WK075801"))
    return gather([read(file, names=True) for file in files], choice, NOBODY, named)


@pytest.fixture
def case(tmp_path, made):
    """A case of a trainer, with the tables and areas beside it."""
    folder = tmp_path / "mijn-casus"
    without_figures(folder)
    (folder / "data").mkdir()
    for table in made.tables:
        (folder / "data" / f"{table.id}.csv").write_text(tidy.written(table.rows), encoding="utf-8")
    made.areas.to_csv(folder / "data" / "areas.csv", index=False)
    (folder / "data" / "areas.geojson").write_text(made.shapes, encoding="utf-8")
    return folder


def test_the_blocks_name_source_tables_and_charts(made):
    told = blocks.blocks(made, "2026-11-22")
    assert [one["id"] for one in told["sources"]] == [
        "politie-misdrijven-47018ned", "leefbaarometer", "wijk-en-buurtkaart"
    ]  # fmt: skip
    crime = told["sources"][0]
    assert (crime["publisher"], crime["date"]) == ("Politie", "2026-11-22")
    assert crime["url"] == "https://data.politie.nl/#/Politie/nl/dataset/47018NED/table"
    assert "licence" not in crime, "which licence the police give is not known"
    assert [(one["id"], one["draw"]) for one in told["charts"]] == [
        ("crime-trend", "trend"), ("liveability-profile", "profile"), ("liveability-map", "map")
    ]  # fmt: skip
    assert told["charts"][0]["against"] == "WK075801"
    assert [one.get("adds_up", True) for one in told["tables"]] == [True, False], "scores have no sum"


def test_a_kind_without_a_label_of_ours_keeps_its_own(saved):
    text = "Wijken en buurten;Perioden;Soort misdrijf;Aantal\nBU07580100;2022;4.9.9 Iets nieuws;3\n"
    made = gather([read(saved(text))], Choice(), NOBODY, NOBODY[["area", "name"]])
    table = blocks.blocks(made, "")["tables"][0]
    assert table["kinds"] == {"4.9.9": {"nl": "Iets nieuws", "en": "Iets nieuws"}}


def test_areas_name_the_source_of_what_was_read_and_no_other(made, saved):
    assert blocks.blocks(made, "")["areas"] == {
        "file": "data/areas.csv", "shapes": "data/areas.geojson", "source": "wijk-en-buurtkaart"
    }  # fmt: skip
    crime = "Wijken en buurten;Perioden;Soort misdrijf;Aantal\nBU07580100;2022;Totaal misdrijven;3\n"
    alone = gather([read(saved(crime))], Choice(), NOBODY, NOBODY[["area", "name"]])
    assert blocks.blocks(alone, "")["areas"] == {"file": "data/areas.csv"}
    people = "Wijken en buurten;Perioden;Aantal inwoners (aantal)\nBU07580100;{};7110\n"
    files = [read(saved(people.format(year), f"{table}.csv")) for table, year in YEARS.items()]
    told = blocks.blocks(gather(files, Choice(), NOBODY, NOBODY[["area", "name"]]), "")
    assert told["areas"] == {
        "file": "data/areas.csv", "population_source": "cbs-kerncijfers-85984ned"
    }  # fmt: skip
    assert told["areas"]["population_source"] in [one["id"] for one in told["sources"]]


def test_a_case_with_the_blocks_in_it_is_in_order(case, made):
    path = case / "case.yaml"
    before = path.read_text(encoding="utf-8")
    text, there = blocks.into(path, blocks.blocks(made, "2026-11-22"))
    path.write_text(text, encoding="utf-8")
    assert text.startswith(before.rstrip())
    assert there == []
    loaded = Case.load(case)
    assert {table.id: len(table.rows) for table in loaded.tables} == {"crime": 99, "liveability": 54}
    assert len(loaded.areas.outlines) == 8


def test_a_second_time_changes_nothing(case, made):
    path = case / "case.yaml"
    told = blocks.blocks(made, "2026-11-22")
    path.write_text(blocks.into(path, told)[0], encoding="utf-8")
    text, there = blocks.into(path, told)
    assert text == path.read_text(encoding="utf-8")
    assert "tables: crime" in there


@pytest.mark.parametrize("inset", ["", "  "])
def test_items_are_put_under_the_list_that_is_there(tmp_path, made, inset):
    path = tmp_path / "case.yaml"
    own = (
        f"# mijn casus\nsources:\n{inset}- id: eigen   # van mij\n{inset}  publisher: Ik\n\n"
        "# hierna de rest\nid: mijn-casus\n"
    )
    path.write_text(own, encoding="utf-8")
    told = blocks.blocks(made, "2026-11-22")
    text, _ = blocks.into(path, {"sources": told["sources"]})
    assert [one["id"] for one in yaml.safe_load(text)["sources"]][:2] == ["eigen", told["sources"][0]["id"]]
    assert text.endswith("\n\n# hierna de rest\nid: mijn-casus\n")
    assert [line for line in own.splitlines() if line not in text.splitlines()] == []


def test_a_list_at_the_end_of_the_file_is_fine_too(tmp_path, made):
    path = tmp_path / "case.yaml"
    path.write_text("id: x\ntables:\n  - id: eigen\n    kinds: {total: {nl: a}}", encoding="utf-8")
    told = blocks.blocks(made, "2026-11-22")
    text, _ = blocks.into(path, {"tables": told["tables"]})
    assert [one["id"] for one in yaml.safe_load(text)["tables"]] == ["eigen", "crime", "liveability"]


def test_an_empty_list_is_filled_and_its_comment_stays(tmp_path, made):
    """So a new case has it, with an example behind it."""
    path = tmp_path / "case.yaml"
    path.write_text("id: x\nsources: []  # nog leeg\n#  - id: cbs\n\ntimeline: []\n", encoding="utf-8")
    told = blocks.blocks(made, "2026-11-22")
    text, _ = blocks.into(path, {"sources": told["sources"]})
    assert yaml.safe_load(text) == {"id": "x", "sources": told["sources"], "timeline": []}
    assert text.startswith("id: x\nsources:  # nog leeg\n  - id: politie")
    assert text.endswith("#  - id: cbs\n\ntimeline: []\n")


def test_a_list_on_one_line_is_refused_with_its_line(tmp_path, made):
    path = tmp_path / "case.yaml"
    path.write_text("id: x\nsources: [{id: eigen}]\n", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"case\.yaml:2: sources is written on one line; put each item on a line"
    ):
        blocks.into(path, blocks.blocks(made, "2026-11-22"))


def test_what_is_printed_is_yaml_without_tricks(made):
    told = blocks.blocks(made, "2026-11-22")
    text = blocks.dump(told)
    assert yaml.safe_load(text) == told
    assert "&id" not in text
    assert max(map(len, text.splitlines())) <= 120
