"""What looks like the data of a real person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.privacy import is_bsn, marks, personal


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Bel 111222333 even", ["bsn"]),
        ("nummer 111 222 333", ["bsn"]),
        ("Bel 111222334 even", []),
        ("mail j.jansen@voorbeeld.nl", ["email"]),
        ("06-12345678", ["phone"]),
        ("06 1234 5678", ["phone"]),
        ("+31 6 12345678", ["phone"]),
        ("NL91 ABNA 0417 1643 00", ["iban"]),
        ("hij woont op 1234 AB 12", ["address"]),
        ("Kerkstraat 12", ["address"]),
        ("in de Kerkstraat", []),
        ("op het plein zijn 12 bankjes", []),
        ("geboren op 3 maart 2001", ["birth"]),
        ("3-4-2001", ["birth"]),
        ("born 3 March 2001", ["birth"]),
        ("geboren in 2001", []),
        ("we beginnen op 12-3-2026", []),
        ("op 12 maart 2026 om 13 uur", []),
        ("een auto met GL-834-X", ["plate"]),
        ("de A-12-groep", []),
        ("hij heeft ADHD", ["diagnosis"]),
        ("dossiernummer 20231", ["case"]),
        ("zaak 12345", ["case"]),
        ("Mevrouw Jansen belt vaak", ["name"]),
        ("meneer van der Berg belt vaak", ["name"]),
        ("mevrouw op de hoek", []),
        ("Elke week 24 uur per dag, 365 dagen, 1000 keer", []),
        ("mail a@b.nl of bel 0612345678", ["email", "phone"]),
        ("bsn 1234.56.782", ["bsn"]),
        ("(076) 529 45 00", ["phone"]),
        ("076 - 529 45 00", ["phone"]),
        ("Kerkpad 3, 4815 ab", ["address"]),
        ("op nummer 12, 4815 AB Breda", ["address"]),
        ("4815 AB\n12", ["address"]),
        ("geb. 1-1-2022", ["birth"]),
        ("geboren op 1 januari 2001", ["birth"]),
        ("kenteken G-123-BB", ["plate"]),
        ("kenteken 12-AB-34", ["plate"]),
        ("kenteken TFF-12-B", ["plate"]),
        ("kenteken 1-AB-234", ["plate"]),
        ("woont op 5611 ab 12", ["address"]),
        ("woont op 2011AB 12", ["address"]),
        ("06.12.34.56.78", ["phone"]),
        ("06/12345678", ["phone"]),
        ("040/2 123 456", ["phone"]),
        ("+31.6.12345678", ["phone"]),
        ("een auto met kz-384-v", ["plate"]),
        ("kenteken AB12CD", ["plate"]),
        ("nummerbord: ab12cd", ["plate"]),
        ("AB 12 CD is zijn kenteken", ["plate"]),
        ("Zijn auto is AB12CD", ["plate"]),
        ("number plate AB12CD", ["plate"]),
        ("BSN111222333", ["bsn"]),
        ("1112-22-333", ["bsn"]),
        ("geboren 1990-05-03", ["birth"]),
        ("date of birth: 1990-05-03", ["birth"]),
        ("1990-05-03 geboren in Breda", ["birth"]),
        ("Markt 3", ["address"]),
        ("woont aan de Markt 3 in Breda", ["address"]),
        ("Oude Singel 14", ["address"]),
        ("Laan van Meerdervoort 12", ["address"]),
        ("Lindelaan, nummer 12", ["address"]),
        ("12 Market Square", ["address"]),
    ],
)
def test_what_a_text_seems_to_hold(text, kinds):
    assert personal(text) == kinds


def test_names_from_the_case_may_stand_there():
    assert personal("Meneer Vos belt om drie uur", known={"Vos"}) == []
    assert personal("Meneer Vos en mevrouw Jansen", known={"Vos"}) == ["name"]


@pytest.mark.parametrize(
    ("digits", "passes"),
    [
        ("111222333", True),
        ("123456782", True),
        ("123456789", False),
        ("000000000", False),
        ("12345678", False),
    ],
)
def test_the_test_of_eleven(digits, passes):
    assert is_bsn(digits) is passes


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text):
    assert len(set(personal(text))) == len(personal(text))


@pytest.mark.parametrize(
    "text",
    [
        "de buurten BU07580100, BU07580101 en WK075801 in GM0758",
        "een code als WK123456782 is geen nummer van iemand",
        "postcode 4815 had in 2022 een score van 3.9800917126605175",
        "van 2012 tot 2022, en 2013-2014",
        "een afwijking van 0.0203037 of 0,123456782",
        "op 1 januari 2012 en 31 december 2019 stonden er 26120 mensen ingeschreven",
        "tabel 47018NED van 2023-05-23, COVID-19-regels, route A-12-B",
        "dat is 188.078 inwoners en 1.234.567 euro",
        "bel 112 of 0900-8844",
        "tussen 20.00 en 22.30 uur, 4800 euro, 61 %",
        "BU0758, PC4 4811-4817",
        "de Singelweg 2021, Plein 1940 en Markt 2026",
        "In 2022 NL 5 plannen, 2021 IN 3 dagen en tussen 2012 EN 2022",
        "4800 of 5, 1200 ha 3, tussen 4811 en 4817",
        "Er waren 12 Grote Square dansers en 12 Market Square dancers",
        "Op de Markt 3 kramen, in het Singel 3 groepen",
        "€ 111222333, €111222333 en 111222333 euro",
        "peildatum 1990-05-03, 2012-05-03",
        "op 06-11-2026 20.30 uur, van 09.30 10.15 10.45",
        "de groep AB12CD, op 12-en-13-14, kentekens in 12 of 13 gevallen",
        "gebied BU07580100, kenteken onbekend",
    ],
)
def test_figures_and_codes_of_areas_are_nobodys(text):
    assert personal(text) == []


def test_every_mark_says_where_it_is():
    text = "mail a@b.nl,\nbel 06-12345678 of c@d.nl"
    assert [(one.kind, one.text) for one in marks(text)] == [
        ("email", "a@b.nl"),
        ("email", "c@d.nl"),
        ("phone", "06-12345678"),
    ]
    assert all(text[one.at :].startswith(one.text) for one in marks(text))


def test_a_bank_account_does_not_move_what_comes_after_it():
    text = "NL91 ABNA 0417 1643 00 en a@b.nl"
    assert [(one.kind, text[one.at :][:3]) for one in marks(text)] == [("email", "a@b"), ("iban", "NL9")]
