"""What looks like the data of a real person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.privacy import is_bsn, personal


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
