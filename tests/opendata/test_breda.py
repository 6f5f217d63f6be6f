"""The figures of Breda noord that ship: they add up as their source does, and nothing is made up."""

import pandas as pd
import pytest

from kit import paths
from kit.case.data import areas_of, outlines_of, rows_of
from kit.opendata.catalogue import families

FOLDER = paths.cases_dir() / "breda-noord" / "data"
DISTRICT = "WK075801"
TABLES = {
    "crime": "crime",
    "crime-all-2022": "crime",
    "nuisance": "nuisance",
    "nuisance-month": "nuisance",
    "liveability": "liveability",
    "liveability-pc4": "liveability",
}


def table(name):
    return pd.read_csv(FOLDER / f"{name}.csv", dtype={"area": str, "period": str})


@pytest.mark.parametrize(("name", "family"), TABLES.items())
def test_a_case_reads_it_and_every_kind_has_a_label(name, family):
    codes = [one.area for one in areas_of(FOLDER / "areas.csv")]
    rows = rows_of(FOLDER / f"{name}.csv", list(families()[family].kinds), codes)
    assert len(rows) == len(table(name))


def test_every_neighbourhood_has_a_boundary():
    areas = areas_of(FOLDER / "areas.csv")
    near = [one.area for one in areas if one.kind == "neighbourhood"]
    assert sorted(outlines_of(FOLDER / "areas.geojson", near)) == sorted(near)
    assert len(near) == 8


def test_inhabitants_are_told_only_where_the_source_has_them():
    known = {one.area: one.population for one in areas_of(FOLDER / "areas.csv") if one.population is not None}
    assert known == {"GM0758": 188_078, "WK075801": 26_120}


@pytest.mark.parametrize("name", ["crime", "crime-all-2022", "nuisance"])
def test_the_district_is_the_sum_of_its_neighbourhoods(name):
    rows = table(name)
    near = rows[rows["area"].str.startswith("BU")].groupby(["period", "kind"])["value"].sum()
    whole = rows[rows["area"] == DISTRICT].set_index(["period", "kind"])["value"]
    pd.testing.assert_series_equal(near.sort_index(), whole.sort_index(), check_dtype=False)


@pytest.mark.parametrize("name", ["nuisance", "nuisance-month"])
def test_all_nuisance_is_the_sum_of_its_kinds(name):
    wide = table(name).pivot_table(index=["area", "period"], columns="kind", values="value")
    assert (wide.drop(columns="total").sum(axis=1) == wide["total"]).all()


def test_the_months_of_the_municipality_add_up_to_its_year():
    months = table("nuisance-month")
    year = months[months["period"].str.startswith("2022")].groupby("kind")["value"].sum()
    rows = table("nuisance")
    whole = rows[rows["area"] == "GM0758"].set_index("kind")["value"]
    pd.testing.assert_series_equal(year.sort_index(), whole.sort_index(), check_dtype=False)


def test_two_tables_of_one_source_say_the_same():
    both = table("crime").merge(table("crime-all-2022"), on=["area", "period", "kind"])
    assert len(both) >= 70
    assert (both["value_x"] == both["value_y"]).all()


def test_the_district_has_no_liveability_because_its_source_has_none():
    assert DISTRICT not in set(table("liveability")["area"])
