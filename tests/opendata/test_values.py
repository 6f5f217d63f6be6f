"""What stands in one cell."""

import pytest

from kit.opendata import values


@pytest.mark.parametrize("cell", ["", ".", "-", "NA", "nan", "x", "..", "n.v.t."])
def test_a_sign_for_no_figure_is_no_zero(cell):
    assert values.number(cell, comma=False) is None


@pytest.mark.parametrize(
    ("cell", "comma", "value"),
    [
        ("12", False, 12),
        ("12*", False, 12),
        ("0", True, 0),
        ("3,5", True, 3.5),
        ("1.234", True, 1234),
        ("1.234,5", True, 1234.5),
        ("1 234", False, 1234),
        ("1.234", False, 1.234),
        ("-0.0503", False, -0.0503),
        ("-,5", True, -0.5),
        ("1.2e-05", False, 0.000012),
        ("1,234", True, 1.234),
        ("1,234", False, 1234),
        ("1,234,567", False, 1234567),
        ("1,234.5", False, 1234.5),
    ],
)
def test_a_figure_is_read_as_it_is_written(cell, comma, value):
    assert values.number(cell, comma=comma) == value


@pytest.mark.parametrize("cell", ["twaalf", "12 stuks", "1,2,3", "--", "12-13"])
def test_what_is_no_figure_is_refused(cell):
    with pytest.raises(ValueError, match="is no number"):
        values.number(cell, comma=True)


@pytest.mark.parametrize(
    ("cells", "comma"),
    [
        (["1", "2"], False),
        (["1,5", "2"], True),
        (["1.5", "2"], False),
        (["1.234", "5"], None),
        (["1.234", "5,1"], True),
        (["0.123"], False),
        (["1,234", "5"], None),
        (["1,234,567"], None),
        (["1,234*", "12"], None),
        (["1,234", "5.1"], False),
        (["1,234", "5,1"], True),
        (["1,234", "1.234"], None),
        (["1,234", "5,1", "5.1"], None),
        (["1,234.5"], False),
        (["0,123"], True),
        (["1234,567"], True),
        ([".", "-"], False),
    ],
)
def test_the_figures_tell_how_decimals_are_written_or_that_it_can_not_be_told(cells, comma):
    assert values.decimal_comma(cells) is comma


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022", "2022"),
        ("2022*", "2022"),
        ("2022**", "2022"),
        ("2022JJ00", "2022"),
        ("2022MM04", "2022-04"),
        ("2022 april", "2022-04"),
        ("april 2022", "2022-04"),
        ("2022 mei*", "2022-05"),
        ("2022 maart", "2022-03"),
        ("2022 October", "2022-10"),
        ("2022-12", "2022-12"),
        ("2022-13", ""),
        ("2022KW01", ""),
        ("2022 1e kwartaal", ""),
        ("april", ""),
        ("augustus 2022", "2022-08"),
        ("2022 mrt", "2022-03"),
        ("marktdag 2022", ""),
        ("2020 tot 2022", ""),
        ("1e halfjaar 2022", ""),
    ],
)
def test_a_period_is_a_year_or_a_month(text, period):
    assert values.period(text) == period


@pytest.mark.parametrize(
    ("text", "month"),
    [
        *((name, n) for n, name in enumerate(["jan", "feb", "mrt", "apr", "mei", "jun", "jul"], 1)),
        *((name, n) for n, name in enumerate(["aug", "sep", "okt", "nov", "dec"], 8)),
        ("januari", 1),
        ("maart", 3),
        ("march", 3),
        ("may", 5),
        ("december", 12),
        ("April*", 4),
        ("sept.", 9),
        ("4", 4),
        ("04", 4),
        ("12", 12),
        ("0", 0),
        ("13", 0),
        ("²", 0),
        ("ja", 0),
        ("", 0),
        ("totaal", 0),
        ("2022", 0),
    ],
)
def test_a_month_is_a_number_or_a_name(text, month):
    assert values.month(text) == month


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("WK075801  ", "WK075801"),
        ("bu07580100", "BU07580100"),
        ("GM0758", "GM0758"),
        ("Breda", ""),
        ("NL00", ""),
        ("BU0758010", ""),
    ],
)
def test_a_code_is_known_by_its_shape(text, code):
    assert values.area(text) == code


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("AantalInwoners_5", "AantalInwoners"),
        ("AantalInwoners_6", "AantalInwoners"),
        ("Bevolking/Aantal inwoners (aantal)", "AantalInwoners"),
        ("Bevolking|Aantal inwoners", "AantalInwoners"),
        ("k_65JaarOfOuder_12", "k_65JaarOfOuder"),
        ("65 jaar of ouder (aantal)", "k_65JaarOfOuder"),
        ("Huishoudens met een laag inkomen (%)", "HuishoudensMetEenLaagInkomen"),
        ("Wmo-cliënten relatief", "WmoClientenRelatief"),
    ],
)
def test_a_column_has_one_name_whatever_its_number_and_its_form(name, base):
    assert values.base(name) == base


@pytest.mark.parametrize("label", ["Totaal misdrijven", "0.0.0", "0.0.0 ", "Total felonies"])
def test_the_total_has_one_name(label):
    assert values.kind(label, "crime") == "total"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("1.1.1 Diefstal/inbraak woning", "1.1.1"),
        ("1.1.1 ", "1.1.1"),
        ("2.6.13 Dieren", "2.6.13"),
        ("Vermogensmisdrijven, totaal", "Vermogensmisdrijven, totaal"),
    ],
)
def test_a_crime_is_known_by_its_number(label, kind):
    assert values.kind(label, "crime") == kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Total nuisance registrations", "total"),
        ("Totaal registraties overlast", "total"),
        ("Nuisance by confused person", "confused"),
        ("Youth nuisance report", "youth"),
        ("Nuisance due to alcohol/drugs", "alcohol_drugs"),
        ("Nuisance drifters", "homeless"),
        ("Overlast zwervers", "homeless"),
        ("Public intoxication", "drunk"),
        ("Noise nuisance catering", "noise_venue"),
        ("Noise nuisance event", "noise_event"),
        ("Other noise nuisance", "noise_other"),
    ],
)
def test_nuisance_is_known_by_a_word(label, kind):
    assert values.kind(label, "nuisance") == kind
