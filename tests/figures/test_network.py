"""Who can reach whom as a figure: what is new, what is missing, and what is too few to tell."""

import doctest
import math

import pytest

from kit.figures import network as module
from kit.figures.network import ties
from kit.insight.network import of_shares

NOT = math.nan
NAMES = ["Politie", "School", "Sociaal werk"]
BEFORE = of_shares([[NOT, 0.2, 0.6], [0.6, NOT, 0.0], [0.7, 0.0, NOT]])
AFTER = of_shares([[NOT, 0.8, 0.9], [0.7, NOT, 0.0], [0.7, 0.4, NOT]])


def test_new_lines_the_density_and_what_is_still_missing_are_told():
    view = ties("na-ties", NAMES, (BEFORE, AFTER), question="Kun je daar iemand bellen?").view
    assert view.says == (
        "1 nieuwe lijn: Politie ↔ School. "
        "Gemiddeld zegt 58% ja over een andere organisatie; aan het begin 35%."
    )
    assert view.notes[0] == "Nog geen lijn: School ↔ Sociaal werk."
    assert view.unit == "Kun je daar iemand bellen?"
    assert view.head[:3] == ["Van", "Politie, aan het begin", "Politie, nu"]
    assert view.rows[0] == ["Politie", None, None, 0.2, 0.8, 0.6, 0.9]


def test_an_organisation_of_few_is_drawn_open_and_not_told_of():
    small = of_shares([[NOT, 0.8, 0.9], [0.7, NOT, 0.2], [NOT, NOT, NOT]])
    view = ties("na-ties", NAMES, (BEFORE, small)).view
    assert view.rows[2] == ["Sociaal werk", 0.7, None, 0.0, None, None, None]
    assert "minder dan 3 antwoorden: niet getoond" in [one.text for one in view.drawing.texts]
    assert not any(one.startswith("Nog geen lijn") for one in view.notes)
    assert "Organisaties met minder dan 3 antwoorden tonen we niet" in view.notes[-1]
    assert "73%" not in view.says, "the density is over what is known at both moments"


def test_of_one_organisation_there_are_no_lines():
    alone = of_shares([[NOT, 0.8], [NOT, NOT]])
    view = ties("na-ties", NAMES[:2], (alone, alone)).view
    assert view.drawing is None
    assert view.rows == []
    assert view.says.startswith("We tonen lijnen tussen organisaties met 3 antwoorden of meer.")


def test_many_new_and_missing_lines_are_counted():
    names = [f"Organisatie {k}, afdeling zorg" for k in range(12)]
    none, every = of_shares([[0.0] * 12] * 12), of_shares([[1.0] * 12] * 12)
    new = ties("x", names, (none, every), "en").view
    assert new.says.startswith("66 new lines: Organisatie 0, afdeling zorg ↔ Organisatie 1, afdeling zorg; ")
    assert " and 64 more." in new.says
    still = ties("x", names, (none, none), "en").view
    assert still.says.startswith("There is no new line.")
    assert still.notes[0].endswith(" and 60 more.")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nothing_is_left_untranslated(lang):
    svg = ties("x", NAMES, (BEFORE, AFTER), lang).svg
    assert ("nieuwe lijn sinds het begin" in svg) == (lang == "nl")
    assert ("a new line since the start" in svg) == (lang == "en")


def test_the_example_in_the_documentation_is_true():
    assert doctest.testmod(module) == doctest.TestResults(failed=0, attempted=3)
