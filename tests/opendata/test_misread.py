"""What could be told wrongly: it is read as it is meant, or refused, and never stored as something else."""

import pytest

from kit.errors import InputError
from kit.opendata import areas
from kit.opendata.read import read

NAMES = '"Wijken en buurten";"Perioden";"Soort misdrijf";'
COUNTS = f'{NAMES}"Geregistreerde misdrijven (aantal)"\n'
ROW = '"BU07580100";"2022";"Totaal misdrijven";"5"\n'
RATE = "Geregistreerde misdrijven per 1000 inw."
MONTHS = "Wijken en buurten;{};{};Soort misdrijf;Geregistreerde misdrijven (aantal)\n"


def facts(reading, *columns):
    return list(reading.rows[list(columns)].itertuples(index=False, name=None))


def test_a_mark_for_thousands_is_read_where_another_figure_tells_what_it_is(saved):
    """A rate is left out, but how it is written tells how the counts beside it are."""
    text = f'{NAMES}"Geregistreerde misdrijven (aantal)";"{RATE}"\n'
    line = '"BU07580100";"2022";"Totaal misdrijven";"{}";"{}"\n'
    assert list(read(saved(text + line.format("1,234", "5.1"))).rows["value"]) == [1234]
    assert list(read(saved(text + line.format("1.234", "5,1"))).rows["value"]) == [1234]
    with pytest.raises(InputError, match=r":2: '1,234' can be a thousand or a decimal"):
        read(saved(text + line.format("1,234", "5")))


@pytest.mark.parametrize(
    "name", [RATE, f"{RATE} (per 1 000 inwoners)", "Relatieve misdrijven (%)", "Onbekend"]
)
def test_a_measure_that_is_no_count_is_refused_when_it_stands_alone(saved, name):
    text = COUNTS.replace("Geregistreerde misdrijven (aantal)", name) + ROW
    with pytest.raises(InputError, match=r":1: the kit doesn't know .* as a count; download .*misdrijven"):
        read(saved(text))


@pytest.mark.parametrize(
    "name", ["Geregistreerde misdrijven", "Recorded Crimes", "Aantal misdrijven (aantal)"]
)
def test_a_measure_that_is_a_count_is_known_by_its_names(saved, name):
    text = COUNTS.replace("Geregistreerde misdrijven (aantal)", name) + ROW
    assert facts(read(saved(text)), "kind", "value") == [("total", 5)]


def test_the_unit_of_the_form_of_the_screen_tells_a_rate_too(saved):
    text = (
        '"Geregistreerde misdrijven"\n"";"Soort misdrijf";"Totaal misdrijven";"Totaal misdrijven"\n'
        '"";"Onderwerp";"Geregistreerde misdrijven";"Geregistreerde misdrijven"\n'
        '"";"Perioden";"2021";"2022"\n'
        '"Wijken en buurten";"Codering";"{}";"per 1 000 inwoners"\n"Belcrum";"BU07580100";"5";"6"\n'
    )
    assert facts(read(saved(text.format("aantal"))), "period", "value") == [("2021", 5)]
    with pytest.raises(InputError, match="as a count"):
        read(saved(text.format("per 1 000 inwoners")))


def test_kinds_that_are_columns_may_be_rates_and_those_are_left_out(saved):
    text = (
        "Wijken en buurten;Perioden;Totaal registraties overlast;Overlast jeugd per 1 000 inwoners\n"
        "BU07580100;2022;3;4\n"
    )
    reading = read(saved(text))
    assert facts(reading, "kind", "value") == [("total", 3)]
    assert (
        "left out beside Totaal registraties overlast: Overlast jeugd per 1 000 inwoners" in reading.remarks
    )


@pytest.mark.parametrize("names", [("jaar", "maand"), ("Maand", "Jaar"), ("Perioden", "Maand")])
def test_a_year_and_a_month_in_words_may_stand_in_two_columns(saved, names):
    rows = [("2022", "april", 5), ("2022", "mei", 5), ("2022*", "12", 6), ("2022", "2022 juni", 7)]
    text = MONTHS.format(*names)
    for year, month, value in rows:
        cells = (month, year) if names[0] == "Maand" else (year, month)
        text += f"BU07580100;{';'.join(cells)};Totaal misdrijven;{value}\n"
    assert facts(read(saved(text)), "period", "value", "provisional") == [
        ("2022-04", 5, False),
        ("2022-05", 5, False),
        ("2022-12", 6, True),
        ("2022-06", 7, False),
    ]


@pytest.mark.parametrize("month", ["", "²", "13", "totaal", "2021 april", "1e kwartaal"])
def test_a_month_that_can_not_be_read_is_refused_with_its_line(saved, month):
    text = MONTHS.format("jaar", "maand") + f"BU07580100;2022;{month};Totaal misdrijven;5\n"
    with pytest.raises(InputError, match=rf":2: '2022' and '{month}' are no year and month; write them as"):
        read(saved(text))


def test_months_beside_the_figures_of_the_screen_get_the_year_beside_them(saved):
    text = (
        '"Geregistreerde misdrijven"\n"";"";"";"Soort misdrijf"\n"";"";"";"Totaal misdrijven"\n'
        '"Wijken en buurten";"Jaar";"Maand";"aantal"\n'
        '"BU07580100";"2022";"januari";"5"\n"";"";"februari";"5"\n'
    )
    assert facts(read(saved(text)), "period", "value") == [("2022-01", 5), ("2022-02", 5)]


def test_periods_above_and_beside_the_figures_are_refused(saved):
    text = (
        '"Geregistreerde misdrijven"\n"";"";"Soort misdrijf"\n"";"";"Totaal misdrijven"\n'
        '"";"Perioden";"2022"\n"Wijken en buurten";"Maand";"aantal"\n"BU07580100";"januari";"5"\n'
    )
    with pytest.raises(InputError, match=r":5: periods stand above and beside the figures; choose one"):
        read(saved(text))


@pytest.mark.parametrize("period", ["april", "2022 1e kwartaal"])
def test_a_year_of_the_trainer_is_not_put_on_a_month_or_a_quarter(saved, period):
    text = COUNTS + ROW.replace("2022", period)
    with pytest.raises(InputError, match=rf":1: '{period}' is no year and no month of a year; choose"):
        read(saved(text), period="2022")


@pytest.mark.parametrize(
    ("unit", "people"),
    [("aantal", 5), ("x 1 000", 5000), ("x 1000", 5000), ("x 1.000", 5000), ("x mln", 5_000_000)],
)
def test_inhabitants_in_thousands_are_counted_in_full(saved, unit, people):
    flat = f'"Kerncijfers 2024"\n"Wijken en buurten";"Aantal inwoners ({unit})"\n"BU07580100";"5"\n'
    screen = (
        '"Kerncijfers 2024"\n"";"Bevolking/Aantal inwoners"\n'
        f'"Wijken en buurten";"{unit}"\n"BU07580100";"5"\n"BU07580101";"."\n'
    )
    for text in (flat, screen):
        reading = read(saved(text), table="85984NED")
        assert areas.people(reading.rows) == {"BU07580100": people}
        assert any("rounded by the source" in one for one in reading.remarks) == (people > 5)


def test_thousands_of_something_are_no_thousands(saved):
    text = (
        '"Kerncijfers 2024"\n"Wijken en buurten";"Gemiddelde WOZ-waarde (x 1 000 euro)";"Aantal inwoners"\n'
    )
    reading = read(saved(text + '"BU07580100";"300";"5"\n'), table="85984NED")
    assert sorted(reading.rows["value"]) == [5, 300]


@pytest.mark.parametrize("line", ["Bron: Politie\n", '"Bron: CBS";"";"";""\n', "Titel\nBron: Politie\n"])
def test_the_line_of_the_source_may_stand_first(saved, line):
    assert facts(read(saved(line + COUNTS + ROW + "Bron: Politie\n")), "kind", "value") == [("total", 5)]


def test_a_file_of_a_source_alone_is_refused(saved):
    with pytest.raises(InputError, match=r":1: no column with areas such as"):
        read(saved("Bron: Politie\n"))
