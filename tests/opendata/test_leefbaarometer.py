"""Scores of the Leefbaarometer."""

import pytest

from kit.errors import InputError
from kit.opendata.read import read


def test_the_real_scores_of_neighbourhoods(raw):
    reading = read(raw / "leefbaarometer_buurt_breda_2024.csv")
    assert (reading.form, reading.family) == ("scores of the Leefbaarometer", "liveability")
    belcrum = reading.rows[reading.rows["area"] == "BU07580100"]
    assert dict(zip(belcrum["kind"], belcrum["value"], strict=True))["afw"] == 0.0406426
    assert set(belcrum["name"]) == {"Belcrum"}
    assert set(reading.rows["period"]) == {"2024"}


def test_the_dimensions_add_up_to_the_difference(raw):
    """That they do is how we know which columns are which."""
    rows = read(raw / "leefbaarometer_buurt_breda_2024.csv").rows
    wide = rows.pivot_table(index="area", columns="kind", values="value")
    left = wide[["won", "fys", "vrz", "soc", "onv"]].sum(axis=1) - wide["afw"]
    assert left.abs().max() < 2e-6


def test_the_real_scores_of_postcodes_have_years_without_dimensions(raw):
    rows = read(raw / "leefbaarometer_pc4_breda_noord.csv").rows
    assert set(rows["area"]) == {"4815", "4816", "4825", "4826", "4827"}
    published = rows[rows["value"].notna()]
    assert set(published.loc[published["kind"] == "onv", "period"]) == {"2014", "2018", "2020", "2022"}
    assert len(set(published.loc[published["kind"] == "afw", "period"])) == 8


def test_class_5_of_the_score_is_not_the_national_mean(raw):
    """So the classes are left out unless asked for, and none is told as `average`."""
    rows = read(raw / "leefbaarometer_buurt_breda_2024.csv").rows
    wide = rows.pivot_table(index="area", columns="kind", values="value")
    assert (wide.loc[wide["kscore"] == 5, "afw"] < -0.1).all()
    assert (wide.loc[wide["kafw"] == 5, "afw"].abs() < 0.04).all()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("gebied,jaar,afw,won\nBelcrum,2024,1,2\n", r":1: no column with codes of areas"),
        ("bu_code,afw,won\nBU07580100,1,2\n", r":1: no column with years \(jaar\)"),
        ("bu_code,jaar,afw,won\nBU07580100,2024,1\n", r":2: 3 cells, but 4 names"),
        ("bu_code,jaar,afw,won\nBU07580100,2024,hoog,2\n", r":2: expected a number, got 'hoog'"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(saved, text, said):
    with pytest.raises(InputError, match=said):
        read(saved(text))


def test_other_names_of_the_columns_are_fine(saved):
    rows = read(
        saved("GM_CODE;BU_CODE;BU_NAAM;JAAR;AFW;WON\nGM0758;BU07580100;Belcrum;2020;-0,25;0,5\n")
    ).rows
    assert list(rows["value"]) == [-0.25, 0.5]
    assert set(rows["area"]) == {"BU07580100"}
    assert set(rows["name"]) == {"Belcrum"}
