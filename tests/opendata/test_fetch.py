"""Asking the publisher: what is asked, and what is made of the answer. No test goes outside."""

import json
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from kit.errors import InputError
from kit.opendata import fetch
from kit.opendata.areas import Wanted

DISTRICT = Wanted(district="WK075801")


@pytest.fixture
def publisher(recorded, monkeypatch):
    """Answer every request from what was recorded, and keep what was asked."""
    told = json.loads((recorded / "47018NED_download.json").read_text(encoding="utf-8"))
    asked = []

    def send(session, request, **options):
        del session
        asked.append((request.url, options))
        name = urlsplit(request.url).path.rpartition("/")[2]
        answer = requests.Response()
        answer.status_code = 200 if name in told else 404
        answer.url = request.url
        answer._content = json.dumps({"odata.metadata": "", "value": told.get(name, [])}).encode()
        return answer

    monkeypatch.setattr(requests.Session, "send", send)
    return told, asked


def test_the_library_is_asked_for_the_areas_and_years_alone(publisher):
    _, asked = publisher
    reading = fetch.fetch("47018NED", DISTRICT, "2021", "2022")
    address = next(url for url, _ in asked if "TypedDataSet" in url)
    assert urlsplit(address).netloc == "dataderden.cbs.nl"
    areas = " or ".join(
        f"substringof('{part}',WijkenEnBuurten)" for part in ("WK075801", "BU075801", "GM0758")
    )
    years = " or ".join(f"substringof('{year}',Perioden)" for year in (2021, 2022))
    assert parse_qs(urlsplit(address).query)["$filter"] == [f"({areas}) and ({years})"]
    assert all(options["timeout"] == 60 for _, options in asked)
    assert (reading.family, reading.table, len(reading.rows)) == ("crime", "47018NED", 12)


@pytest.mark.usefixtures("publisher")
def test_the_answer_has_codes_names_and_kinds():
    rows = fetch.fetch("47018NED", DISTRICT).rows
    assert rows[["area", "name", "period", "kind", "value"]].iloc[5].tolist() == [
        "BU07580100", "Belcrum", "2022", "total", 385
    ]  # fmt: skip
    assert set(rows["kind"]) == {"total", "1.1.1"}
    assert set(rows.loc[rows["provisional"], "period"]) == {"2022"}


def test_key_figures_are_asked_without_a_period_because_they_have_none():
    assert fetch.condition(Wanted(codes=["BU07580100"])) == "(substringof('BU07580100',WijkenEnBuurten))"


def test_key_figures_come_from_cbs_itself(publisher):
    told, asked = publisher
    told["TypedDataSet"] = [
        {"WijkenEnBuurten": "GM0758    ", "AantalInwoners_5": 188078, "Koopwoningen_47": 54}
    ]
    reading = fetch.fetch("85984NED", Wanted(municipality="GM0758"), "2024", "2024")
    address = next(url for url, _ in asked if "TypedDataSet" in url)
    assert urlsplit(address).netloc == "opendata.cbs.nl"
    assert "Perioden" not in address
    assert reading.rows[["area", "period", "kind", "value"]].to_numpy().tolist() == [
        ["GM0758", "2024", "AantalInwoners", 188078],
        ["GM0758", "2024", "Koopwoningen", 54],
    ]


def test_no_figures_is_said(publisher):
    publisher[0]["TypedDataSet"] = []
    with pytest.raises(InputError, match=r"dataderden\.cbs\.nl has no figures in 47018NED .*check the codes"):
        fetch.fetch("47018NED", DISTRICT)


@pytest.mark.parametrize("error", [requests.ConnectionError("no network"), requests.Timeout("too long")])
def test_no_answer_is_one_sentence_that_says_what_to_do(monkeypatch, error):
    def send(*_, **__):
        raise error

    monkeypatch.setattr(requests.Session, "send", send)
    with pytest.raises(InputError, match=r"gave no answer for 47018NED .*download the CSV by hand"):
        fetch.fetch("47018NED", DISTRICT)


def test_a_table_that_is_not_there_is_no_answer(publisher):
    publisher[0].clear()
    with pytest.raises(InputError, match="gave no answer for 47018NED"):
        fetch.fetch("47018NED", DISTRICT)


@pytest.mark.parametrize(
    ("table", "wanted", "said"),
    [
        ("", DISTRICT, "--fetch: name the table with --table, one of 47018NED"),
        ("12345NED", DISTRICT, "--fetch: name the table"),
        ("47018NED", Wanted(), "--fetch: choose what to ask for with --areas"),
    ],
)
def test_what_to_ask_must_be_told(table, wanted, said):
    with pytest.raises(InputError, match=said):
        fetch.fetch(table, wanted)


def test_without_the_extra_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "cbsodata", None)
    with pytest.raises(InputError, match=r"pip install 'leefkit\[data\]'"):
        fetch.fetch("47018NED", DISTRICT)
