"""Which figures are of which area."""

import pandas as pd
import pytest

from kit.errors import InputError
from kit.opendata import areas
from kit.opendata.areas import Wanted
from kit.opendata.reading import COLUMNS

KNOWN = pd.DataFrame(
    [
        ["GM0758", "Breda", "municipality", "", "188078"],
        ["WK075801", "Breda noord", "district", "GM0758", ""],
        ["BU07580100", "Belcrum", "neighbourhood", "WK075801", ""],
        ["WK075810", "Teteringen", "district", "GM0758", ""],
        ["BU07581000", "Teteringen", "neighbourhood", "WK075810", ""],
    ],
    columns=areas.COLUMNS,
)
NONE = KNOWN[:0]


def rows(*facts):
    """Return rows of a reading: (area, name, region, kind, value)."""
    found = [
        [f"a.csv:{n}", area, name, region, "2022", kind, kind, float(value), False]
        for n, (area, name, region, kind, value) in enumerate(facts, 2)
    ]
    return pd.DataFrame(found, columns=COLUMNS)


@pytest.mark.parametrize("name", ["Belcrum", "belcrum", " Belcrum "])
def test_a_name_is_the_code_that_it_stands_for(name):
    assert list(areas.by_name(rows(("", name, "", "total", 1)), KNOWN)["area"]) == ["BU07580100"]


def test_a_name_that_stands_as_often_as_it_is_known_is_told_apart_by_its_turn():
    """The site puts a district before its neighbourhoods."""
    named = areas.by_name(
        rows(
            ("", "Teteringen", "", "total", 300),
            ("", "Teteringen", "", "total", 200),
            ("", "Teteringen", "", "1.1.1", 30),
            ("", "Teteringen", "", "1.1.1", 20),
        ),
        KNOWN,
    )
    assert list(named["area"]) == ["WK075810", "BU07581000"] * 2


def test_the_sort_of_region_tells_names_apart():
    named = areas.by_name(rows(("", "Teteringen", "buurt", "total", 1)), KNOWN)
    assert list(named["area"]) == ["BU07581000"]


@pytest.mark.parametrize("times", [1, 3])
def test_a_name_that_can_be_several_areas_is_refused(times):
    with pytest.raises(InputError, match=r"a\.csv:2: 'Teteringen' can be several areas; choose the codes"):
        areas.by_name(rows(*[("", "Teteringen", "", "total", 1)] * times), KNOWN)


def test_a_name_that_is_known_once_and_stands_twice_is_refused():
    with pytest.raises(InputError, match=r"a\.csv:2: 'Belcrum' can be several areas"):
        areas.by_name(rows(*[("", "Belcrum", "", "total", 1)] * 2), KNOWN)


def test_names_without_any_list_are_refused():
    with pytest.raises(InputError, match=r"a\.csv:2: .*'Belcrum'.* no codes, .*--names"):
        areas.by_name(rows(("", "Belcrum", "", "total", 1)), NONE)


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(codes=["BU07580100"]), ["BU07580100"]),
        (Wanted(district="WK075801"), ["BU07580100", "GM0758", "WK075801"]),
        (Wanted(municipality="gm0758"), ["BU07580100", "BU07581000", "GM0758", "WK075801", "WK075810"]),
        (Wanted(codes=["GM0855"], district="WK075810 "), ["BU07581000", "GM0758", "GM0855", "WK075810"]),
        (Wanted(codes=["4815"]), ["4815"]),
    ],
)
def test_a_district_comes_with_its_neighbourhoods_and_what_it_lies_in(wanted, codes):
    there = [*KNOWN["area"], "GM0855", "BU08550000", "4815", "0758"]
    assert sorted(code for code in there if wanted.has(code)) == codes


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"codes": ["Belcrum"]}, "--areas: 'Belcrum' is no code of an area; write it like BU07580100"),
        (
            {"district": "BU07580100"},
            "--district: 'BU07580100' is no code of an area; write it like WK075801",
        ),
        ({"municipality": "0758"}, "--municipality: '0758' is no code of an area; write it like GM0758"),
    ],
)
def test_what_is_no_code_is_refused_with_an_example(options, said):
    with pytest.raises(InputError, match=said):
        Wanted(**options)


def test_without_a_choice_the_areas_of_the_case_are_kept():
    facts = rows(("BU07580100", "", "", "total", 1), ("BU08550000", "", "", "total", 1))
    assert list(areas.chosen(facts, Wanted(), KNOWN, "a.csv")["area"]) == ["BU07580100"]


def test_without_a_choice_a_whole_country_is_refused():
    facts = rows(*[(f"BU{n:08}", "", "", "total", 1) for n in range(100)])
    with pytest.raises(InputError, match=r"a\.csv: there are 100 areas; choose with --areas"):
        areas.chosen(facts, Wanted(), NONE, "a.csv")


def test_a_choice_that_is_not_there_is_refused_with_what_is():
    facts = rows(("BU07580100", "Belcrum", "", "total", 1))
    with pytest.raises(
        InputError, match=r"a\.csv: none of the areas WK085501 is in this file; it has BU07580100"
    ):
        areas.chosen(facts, Wanted(district="WK085501"), NONE, "a.csv")


def test_an_area_that_is_missing_is_named_with_the_nearest():
    facts = rows(("BU07580100", "Belcrum", "", "total", 1), ("BU08550000", "Centrum", "", "total", 1))
    assert areas.absent(facts, Wanted(codes=["BU07580109", "BU07580100", "GM0758"])) == [
        "BU07580109 is not in this file; the nearest is BU07580100 Belcrum",
        "GM0758 is not in this file",
    ]


def test_the_list_of_areas_knows_what_lies_in_what_and_keeps_what_was_known():
    facts = rows(
        ("4815", "", "", "total", 1),
        ("BU07580101", "Doornbos-Linie", "", "total", 1),
        ("BU07580100", "Ander", "", "total", 1),
        ("BU07581000", "", "", "total", 1),
    )
    made = areas.listed(facts, KNOWN[:3], {"BU07580101": 3400})
    assert made.to_numpy().tolist() == [
        ["GM0758", "Breda", "municipality", "", "188078"],
        ["WK075801", "Breda noord", "district", "GM0758", ""],
        ["BU07580100", "Belcrum", "neighbourhood", "WK075801", ""],
        ["BU07580101", "Doornbos-Linie", "neighbourhood", "WK075801", "3400"],
        ["BU07581000", "BU07581000", "neighbourhood", "GM0758", ""],
        ["4815", "Postcode 4815", "postcode", "", ""],
    ]


def test_an_area_that_was_only_a_code_gets_its_name_from_the_next_file():
    """OData gives codes alone; the Leefbaarometer has the names."""
    bare = areas.listed(rows(("BU07580100", "", "", "total", 1)), NONE, {})
    assert list(bare["name"]) == ["BU07580100"]
    assert list(areas.listed(rows(("BU07580100", "Belcrum", "", "afw", 1)), bare, {})["name"]) == ["Belcrum"]


def test_inhabitants_are_the_newest_that_were_published():
    facts = rows(*[("BU07580100", "", "", "AantalInwoners", value) for value in (10, 20, float("nan"))])
    facts["period"] = ["2022", "2023", "2024"]
    assert areas.people(facts) == {"BU07580100": 20}
