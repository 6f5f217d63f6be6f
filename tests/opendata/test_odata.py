"""Answers of OData, as they are saved."""

import json

import pytest

from kit.errors import InputError
from kit.opendata.read import read


def facts(reading, *columns):
    return list(reading.rows[list(columns)].itertuples(index=False, name=None))


def test_a_typed_data_set_has_padded_keys_and_no_names(recorded):
    reading = read(recorded / "47018NED_TypedDataSet.json")
    assert (reading.form, reading.family, reading.table) == ("an answer of OData", "crime", "47018NED")
    assert facts(reading, "area", "name", "period", "kind", "value")[:2] == [
        ("WK075801", "", "2021", "total", 1676),
        ("WK075801", "", "2022", "total", 1765),
    ]
    belcrum = reading.rows[(reading.rows["area"] == "BU07580100") & (reading.rows["kind"] == "1.1.1")]
    assert list(belcrum["value"].isna()) == [True, False]


def test_the_same_rows_saved_as_csv_are_the_same(recorded, saved):
    rows = json.loads((recorded / "47018NED_TypedDataSet.json").read_text(encoding="utf-8"))["value"]
    lines = [
        ",".join(rows[0]),
        *(",".join("" if v is None else str(v) for v in row.values()) for row in rows),
    ]
    reading = read(saved("\n".join(lines)))
    assert facts(reading, "area", "period", "kind") == facts(
        read(recorded / "47018NED_TypedDataSet.json"), "area", "period", "kind"
    )


def test_observations_have_codes_of_subjects(recorded):
    reading = read(recorded / "85984NED_Observations.json")
    assert facts(reading, "area", "period", "kind")[:3] == [
        ("GM0758", "2024", "AantalInwoners"),
        ("WK075801", "2024", "AantalInwoners"),
        ("BU07580100", "2024", "AantalInwoners"),
    ]
    assert list(reading.rows["value"].isna()) == [False, False, True, False]


def test_a_list_of_rows_is_an_answer_too(saved):
    rows = [
        {
            "WijkenEnBuurten": "BU07580100",
            "SoortMisdrijf": "0.0.0 ",
            "Perioden": "2022JJ00",
            "Misdrijven_1": 3,
        }
    ]
    assert facts(read(saved(json.dumps(rows), "a.json")), "kind", "value") == [("total", 3)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("{", r"a\.json:1: this is not valid JSON"),
        ("[" * 200_000, r"a\.json: this JSON has too many brackets"),
        ("{}", "expected an answer of OData with rows under 'value'"),
        ("[]", "expected an answer of OData"),
        ('{"value": [1]}', "expected an answer of OData"),
        ('{"odata.nextLink": "x", "value": [{"a": 1}]}', "only the first page"),
        ('{"@odata.nextLink": "x", "value": [{"a": 1}]}', "only the first page"),
    ],
)
def test_what_is_no_whole_answer_is_refused(saved, told, said):
    with pytest.raises(InputError, match=said):
        read(saved(told, "a.json"))
