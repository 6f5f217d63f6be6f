"""Files together become the tables of a case."""

import pandas as pd
import pytest

from kit import paths
from kit.errors import InputError
from kit.opendata import tidy
from kit.opendata.areas import COLUMNS, Wanted
from kit.opendata.gather import Choice, gather
from kit.opendata.read import read

NOBODY = pd.DataFrame(columns=COLUMNS)
NO_NAMES = NOBODY[["area", "name"]]
CRIME = "Wijken en buurten;Perioden;Soort misdrijf;Geregistreerde misdrijven (aantal)\n"
BREDA = paths.cases_dir() / "breda-noord" / "data"


@pytest.fixture
def crime(saved):
    """Save rows of `area;period;kind;value` as an export, and read it."""

    def make(*lines, name="download.csv"):
        return read(saved(CRIME + "\n".join(lines) + "\n", name))

    return make


def values(made):
    return list(made.rows.itertuples(index=False, name=None))


def said(made):
    return [remark for _, remark in made.remarks]


def test_years_and_months_become_two_tables(crime):
    made = gather(
        [crime("BU07580100;2022;Totaal misdrijven;3", "BU07580100;2022 mei;Totaal misdrijven;1")],
        Choice(), NOBODY, NO_NAMES,
    )  # fmt: skip
    assert {table.id: values(table) for table in made.tables} == {
        "crime": [("BU07580100", "2022", "total", 3)],
        "crime-month": [("BU07580100", "2022-05", "total", 1)],
    }


def test_files_of_one_sort_become_one_table(crime):
    """The site gives one subject at a time on a small screen."""
    first = crime("BU07580100;2022;Totaal misdrijven;3", name="a.csv")
    second = crime(
        "BU07580100;2022;1.1.1 Diefstal/inbraak woning;1", "BU07580100;2022;Totaal misdrijven;3", name="b.csv"
    )
    made = gather([first, second], Choice(), NOBODY, NO_NAMES)
    assert values(made.tables[0]) == [("BU07580100", "2022", "total", 3), ("BU07580100", "2022", "1.1.1", 1)]


def test_files_that_contradict_each_other_are_refused_with_both_lines(crime):
    first = crime("BU07580100;2022;Totaal misdrijven;3", name="a.csv")
    second = crime("BU07580100;2022;Totaal misdrijven;4", name="b.csv")
    with pytest.raises(
        InputError, match=r"a\.csv:2: BU07580100, 2022, .* 3 here, and 4 at .*b\.csv:2; remove"
    ):
        gather([first, second], Choice(), NOBODY, NO_NAMES)


def test_a_row_that_stands_twice_is_kept_once_and_said(crime):
    made = gather([crime(*["BU07580100;2022;Totaal misdrijven;3"] * 2)], Choice(), NOBODY, NO_NAMES)
    assert len(values(made.tables[0])) == 1
    assert "left out 1 rows that stand there twice" in said(made)


def test_what_is_provisional_or_was_not_published_is_said(crime):
    made = gather(
        [crime("BU07580100;2022*;Totaal misdrijven;3", "BU07580100;2021;Totaal misdrijven;.")],
        Choice(), NOBODY, NO_NAMES,
    )  # fmt: skip
    assert "provisional, so they may still change: 2022" in said(made)
    assert "1 of 2 figures were not published; they stay empty" in said(made)
    assert tidy.written(made.tables[0].rows).splitlines() == [
        "area,period,kind,value",
        "BU07580100,2021,total,",
        "BU07580100,2022,total,3",
    ]


def test_only_the_asked_years_and_kinds_stay(crime):
    reading = crime(
        "BU07580100;2020;Totaal misdrijven;1",
        "BU07580100;2021;Totaal misdrijven;2",
        "BU07580100;2021;1.1.1 Diefstal/inbraak woning;1",
        "BU07580100;2022;Totaal misdrijven;4",
    )
    choice = Choice(first="2021", last="2021", kinds=["total"])
    assert values(gather([reading], choice, NOBODY, NO_NAMES).tables[0]) == [
        ("BU07580100", "2021", "total", 2)
    ]


@pytest.mark.parametrize(
    ("choice", "refusal"),
    [
        (Choice(first="2023", last="2023"), r"none of these years is in this file; it has 2021 to 2022"),
        (Choice(kinds=["1.1.2"]), r"--kinds: there is no '1\.1\.2' in this file; did you mean '1\.1\.1'\?"),
        (Choice(wanted=Wanted(codes=["BU07580109"])), r"none of the areas BU07580109 is in this file"),
    ],
)
def test_a_choice_that_leaves_nothing_is_refused_with_what_there_is(crime, choice, refusal):
    reading = crime("BU07580100;2021;Totaal misdrijven;1", "BU07580100;2022;1.1.1 Diefstal/inbraak woning;1")
    with pytest.raises(InputError, match=refusal):
        gather([reading], choice, NOBODY, NO_NAMES)


def test_more_rows_than_a_case_takes_are_refused_with_what_to_do(crime):
    lines = [f"BU075801{n:02};{year};Totaal misdrijven;1" for n in range(60) for year in range(1900, 1990)]
    with pytest.raises(InputError, match=r"crime: this makes 5400 rows, .* 5000 at most; choose fewer areas"):
        gather([crime(*lines)], Choice(), NOBODY, NO_NAMES)


def test_key_figures_give_the_subjects_of_a_workshop_and_the_inhabitants(saved):
    head = "WijkenEnBuurten;AantalInwoners_5;Mannen_6;Koopwoningen_47"
    text = f"{head}\nBU07580100;2500;1200;41\nWK075801  ;26120;9;.\n"
    made = gather([read(saved(text, "85984NED.csv"))], Choice(), NOBODY, NO_NAMES)
    assert {row[2] for row in values(made.tables[0])} == {"AantalInwoners", "Koopwoningen"}
    assert list(made.areas["population"]) == ["26120", "2500"]
    assert "left out 1 other subjects; choose your own with --kinds" in said(made)
    chosen = gather([read(saved(text, "85984NED.csv"))], Choice(kinds=["Mannen"]), NOBODY, NO_NAMES)
    assert {row[2] for row in values(chosen.tables[0])} == {"Mannen"}


def named(raw):
    table = pd.read_csv(raw / "names.csv")
    return table[["area", "name"]]


def shipped(table):
    return pd.read_csv(BREDA / f"{table}.csv", dtype={"area": str, "period": str})


def same(made, table, least=80):
    """Return whether figures are those of the case that ships, as far as both have them."""
    both = made.rows.merge(shipped(table), on=["area", "period", "kind"], suffixes=("", "_shipped"))
    assert len(both) >= least
    pd.testing.assert_series_equal(
        both["value"], both["value_shipped"], check_names=False, check_dtype=False, atol=6e-7, rtol=0
    )


def test_the_real_exports_of_the_police_give_the_figures_of_the_case(raw):
    breda = Wanted(district="WK075801")
    made = gather(
        [read(raw / "statline_export_47018NED_breda_totaal.csv", names=True)],
        Choice(wanted=breda),
        NOBODY,
        named(raw),
    )
    assert len(made.tables[0].rows) == 99
    same(made.tables[0], "crime")
    assert any(remark.startswith("left out 54 areas whose code is not known") for remark in said(made))
    assert "Caves" not in set(made.areas["name"])
    nuisance = read(raw / "statline_export_47024NED_breda_2022.csv", period="2022", names=True)
    made = gather([nuisance], Choice(wanted=breda), NOBODY, named(raw))
    assert len(made.tables[0].rows) == 90
    same(made.tables[0], "nuisance")


def test_the_real_scores_give_the_figures_of_the_case(raw):
    neighbourhoods = read(raw / "leefbaarometer_buurt_breda_2024.csv")
    postcodes = read(raw / "leefbaarometer_pc4_breda_noord.csv")
    wanted = Wanted(district="WK075801", codes=["4815", "4816", "4825", "4826", "4827"])
    made = gather([neighbourhoods, postcodes], Choice(wanted=wanted), NOBODY, NO_NAMES)
    tables = {table.id: table for table in made.tables}
    assert {name: len(table.rows) for name, table in tables.items()} == {
        "liveability": 54,
        "liveability-pc4": 240,
    }
    same(tables["liveability-pc4"], "liveability-pc4")
    same(tables["liveability"], "liveability", least=54)
    assert set(tables["liveability"].rows["area"]) == set(shipped("liveability")["area"])


def test_boundaries_are_kept_for_the_areas_of_the_case(raw, saved):
    outline = (BREDA / "areas.geojson").read_text(encoding="utf-8")
    scores = read(raw / "leefbaarometer_buurt_breda_2024.csv")
    shapes = read(saved(outline, "grenzen.geojson"))
    wanted = Wanted(codes=["BU07580100", "BU07580101"])
    made = gather([shapes, scores], Choice(wanted=wanted), NOBODY, NO_NAMES)
    assert made.shapes.count('"area"') == 2
    assert "left out the boundaries of 6 other areas" in said(made)
    with pytest.raises(InputError, match=r"grenzen\.geojson: no areas are known yet; read figures before"):
        gather([shapes], Choice(), NOBODY, NO_NAMES)
    elsewhere = NOBODY.assign(
        area=["BU08550000"], name="Centrum", kind="neighbourhood", within="", population=""
    )
    with pytest.raises(InputError, match="none of the case's areas is in this file; it has BU07580100"):
        gather([shapes], Choice(), elsewhere, NO_NAMES)
