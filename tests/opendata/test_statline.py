"""Tables of StatLine and the police, in the forms that their sites give."""

import pytest

from kit.errors import InputError
from kit.opendata.read import read

LAID_OUT = """"Geregistreerde misdrijven; soort misdrijf, wijk, buurt, jaarcijfers"
"Onderwerp: |Geregistreerde misdrijven"
"";"Soort misdrijf";"Totaal misdrijven";"Totaal misdrijven";"1.1.1 Diefstal/inbraak woning"
"";"Perioden";"2021";"2022*";"2022*"
"Wijken en buurten";"Codering";"aantal";"aantal";"aantal"
"Breda noord";"WK075801  ";"1676";"1765";"46"
"Belcrum";"BU07580100";"330";".";"-"
"Bron: Politie"
"""
FLAT = """"Wijken en buurten";"Perioden";"Soort misdrijf";"Geregistreerde misdrijven (aantal)"
"BU07580100";"2022";"Totaal misdrijven";"385"
"BU07580100";"2022";"1.4.5 Mishandeling";"12"
"""
PEOPLE = """"Kerncijfers wijken en buurten 2023"
"";"Onderwerp"
"";"Regioaanduiding|Gemeentenaam";"Regioaanduiding|Soort regio";"Regioaanduiding|Codering";\
"Bevolking|Aantal inwoners";"Bevolking|Herkomst|Nederland";\
"Bevolking|Geboorteland|Nederland";"Wonen|Koopwoningen"
"Wijken en buurten";"naam";"omschrijving";"code";"aantal";"aantal";"aantal";"%"
"Teteringen";"Breda";"Wijk";"WK075810  ";"9140";"1";"2";"71"
"Teteringen";"Breda";"Buurt";"BU07581000";"8.205";"1";"2";"70,5"
"Bron: CBS"
"""


def facts(reading, *columns):
    return list(reading.rows[list(columns)].itertuples(index=False, name=None))


def test_the_form_of_the_screen_has_names_above_units(saved):
    reading = read(saved(LAID_OUT))
    assert (reading.family, reading.form) == ("crime", "a table as its site gives it")
    assert facts(reading, "area", "period", "kind")[:4] == [
        ("WK075801", "2021", "total"),
        ("WK075801", "2022", "total"),
        ("WK075801", "2022", "1.1.1"),
        ("BU07580100", "2021", "total"),
    ]
    assert list(reading.rows["value"].dropna()) == [1676, 1765, 46, 330]
    assert list(reading.rows["provisional"]) == [False, True, True] * 2
    assert set(reading.rows["name"]) == {"Breda noord", "Belcrum"}


def test_a_spreadsheet_that_filled_up_the_rows_changes_nothing(saved):
    """Excel writes as many cells on every row, and leaves out quotes."""
    lines = [
        line.replace('"', "").split(";")
        for line in LAID_OUT.replace("misdrijven; s", "misdrijven, s").splitlines()
    ]
    filled = "\n".join(";".join([*line, "", "", "", ""][:5]) for line in lines)
    columns = ["area", "name", "period", "kind", "value", "provisional"]
    assert read(saved(filled)).rows[columns].equals(read(saved(LAID_OUT, "b.csv")).rows[columns])


def test_a_name_may_stand_once_above_its_rows(saved):
    text = (
        '"Geregistreerde misdrijven"\n"";"";"Soort misdrijf"\n"";"";"Totaal misdrijven"\n'
        '"Wijken en buurten";"Perioden";"aantal"\n"BU07580100";"2021";"3"\n"";"2022";"4"\n'
    )
    assert facts(read(saved(text)), "area", "period", "kind", "value") == [
        ("BU07580100", "2021", "total", 3),
        ("BU07580100", "2022", "total", 4),
    ]


def test_the_real_export_as_it_is_in_dutch(raw, saved):
    text = (raw / "statline_export_47018NED_breda_totaal.csv").read_text(encoding="utf-8-sig")
    for english, dutch in {
        "Type of crime: Total felonies": "Soort misdrijf: Totaal misdrijven",
        "Subject: |Recorded Crimes": "Onderwerp: |Geregistreerde misdrijven",
        "Periods": "Perioden", "Districts and neighbourhoods": "Wijken en buurten", "number": "aantal",
    }.items():  # fmt: skip
        text = text.replace(english, dutch)
    reading = read(saved(text))
    columns = ["name", "period", "kind", "value"]
    translated = read(raw / "statline_export_47018NED_breda_totaal.csv", names=True)
    assert reading.rows[columns].equals(translated.rows[columns])
    assert (reading.translated, reading.remarks) == (False, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_row_per_figure_is_read_however_it_was_saved(saved, mark, encoding):
    reading = read(saved(FLAT.replace(";", mark), encoding=encoding))
    assert facts(reading, "area", "period", "kind", "value") == [
        ("BU07580100", "2022", "total", 385),
        ("BU07580100", "2022", "1.4.5", 12),
    ]


def test_key_figures_are_known_by_their_names_and_their_year_by_the_title(saved):
    reading = read(saved(PEOPLE))
    assert reading.family == "people"
    assert facts(reading, "area", "name", "region", "period", "kind", "value") == [
        ("WK075810", "Teteringen", "wijk", "2023", "AantalInwoners", 9140),
        ("WK075810", "Teteringen", "wijk", "2023", "Koopwoningen", 71),
        ("BU07581000", "Teteringen", "buurt", "2023", "AantalInwoners", 8205),
        ("BU07581000", "Teteringen", "buurt", "2023", "Koopwoningen", 70.5),
    ]
    assert "left out, because two columns have the same name: Nederland" in reading.remarks


def test_the_number_behind_a_name_does_not_matter(saved):
    rows = "WijkenEnBuurten,Codering_3,AantalInwoners_{n},Koopwoningen_40\n{code},{code},1200,.\n"
    for n, table, year in (("5", "85984NED", "2024"), ("6", "85039NED", "2021")):
        path = saved(rows.format(n=n, code="BU07580100"), f"{table}.csv")
        reading = read(path)
        assert facts(reading, "period", "kind", "value")[:1] == [(year, "AantalInwoners", 1200)]


def test_months_are_periods_and_quarters_are_left_out(saved):
    text = FLAT.replace('"2022";"Totaal', '"2022 april";"Totaal').replace(
        '"2022";"1.4', '"2022 1e kwartaal";"1.4'
    )
    reading = read(saved(text))
    assert facts(reading, "period", "kind") == [("2022-04", "total")]
    assert "left out: 1 figures of a period that is no year and no month" in reading.remarks


def test_a_rate_beside_a_count_is_left_out(saved):
    text = FLAT.replace('(aantal)"', '(aantal)";"Geregistreerde misdrijven per 1 000 inwoners (aantal)"', 1)
    text = text.replace('"385"', '"385";"39,4"').replace('"12"', '"12";"1,2"')
    reading = read(saved(text))
    assert list(reading.rows["value"]) == [385, 12]
    assert any(remark.startswith("left out beside") for remark in reading.remarks)


def test_the_real_export_of_one_subject(raw):
    path = raw / "statline_export_47018NED_breda_totaal.csv"
    reading = read(path, names=True)
    assert (reading.family, reading.table) == ("crime", "47018NED")
    assert len(reading.rows) == 67 * 11
    belcrum = reading.rows[reading.rows["name"] == "Belcrum"]
    assert list(belcrum["value"]) == [277, 234, 283, 313, 378, 300, 317, 329, 347, 330, 385]
    assert set(reading.rows["kind"]) == {"total"}
    assert set(reading.rows["area"]) == {""}


def test_the_real_export_whose_names_are_the_kinds(raw):
    reading = read(raw / "statline_export_47024NED_breda_2022.csv", period="2022", names=True)
    assert (reading.family, reading.table) == ("nuisance", "47024NED")
    town = reading.rows[reading.rows["name"] == "Breda"]
    assert dict(zip(town["kind"], town["value"], strict=True)) == {
        "total": 5672, "confused": 1800, "youth": 889, "alcohol_drugs": 675, "homeless": 498, "drunk": 49,
        "noise_venue": 27, "noise_event": 15, "noise_other": 1719,
    }  # fmt: skip


def test_an_export_that_a_browser_translated_is_refused_unless_the_names_are_told(raw):
    with pytest.raises(InputError, match=r"totaal\.csv:6: a browser translated this file, .*switch that off"):
        read(raw / "statline_export_47018NED_breda_totaal.csv")


def test_figures_of_towns_are_refused(raw):
    """Breda is a town too, and has other figures than the municipality."""
    with pytest.raises(InputError, match=r"2022\.csv:1: these are figures of towns .*download the table per"):
        read(raw / "statline_export_misdrijven_plaats_breda_2012_2022.csv")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("385", "veel"), r"download\.csv:2: expected a number, got 'veel'; download"),
        ((';"385"', ""), r":2: 3 cells, but 4 names; download the file again"),
        (("385", "1.385"), r":2: '1\.385' can be a thousand or a decimal"),
        (("385", "1,385"), r":2: '1,385' can be a thousand or a decimal"),
        (('"Wijken en buurten"', '"Postbode"'), r":1: no column with areas such as 'Wijken en buurten'"),
    ],
)
def test_a_damaged_file_is_refused_with_its_line(saved, change, said):
    with pytest.raises(InputError, match=said):
        read(saved(FLAT.replace(*change)))


def test_a_damaged_row_of_the_form_of_the_screen_is_refused_with_its_line(saved):
    with pytest.raises(InputError, match=r":7: 4 cells, but 5 names; download the file again"):
        read(saved(LAID_OUT.replace('"330";".";"-"', '"330";"."')))
    with pytest.raises(InputError, match=r":6: expected a number, got '1765 \?'"):
        read(saved(LAID_OUT.replace('"1765"', '"1765 ?"')))


def test_a_table_that_is_not_known_is_refused_with_those_that_are(saved):
    with pytest.raises(InputError, match=r":1: the kit can't tell what figures these are; .*47018NED"):
        read(saved("Wijken en buurten;Perioden;Aantal bomen\nBU07580100;2022;3\n"))


def test_a_file_without_a_period_needs_one(saved):
    text = "Wijken en buurten;Totaal registraties overlast\nBU07580100;3\n"
    with pytest.raises(InputError, match=r":1: the file does not say which year this is; .*--years 2022"):
        read(saved(text))
    assert facts(read(saved(text), period="2022"), "period", "value") == [("2022", 3)]
