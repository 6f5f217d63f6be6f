"""Cards on two axes as a figure: what it says is what the room placed."""

import pytest

from kit.figures import NARROW
from kit.gallery import files
from tests.activities._grid import close, place, score
from tests.activities._grid import grid_hall as grid_hall  # noqa: PLC0414 - a fixture

BAD = {"letsel": "D", "gevoel": "D"}


def figure(hall, lang="nl", **how):
    (found,) = hall.workshop.figures("grid", lang, **how)
    return found


@pytest.fixture
def hall(grid_hall):
    """Return three cards: all agree on k1, organisations lie far apart on k2, nobody placed k3."""
    hall = grid_hall()
    for person in ("p1", "p2", "p3", "p4", "p5"):
        place(hall, person, "k1", x=5, y=1)
        place(hall, person, "k2", x=5 if person in {"p1", "p2", "p3"} else 1, y=3)
    return hall


def test_an_open_grid_is_no_figure(hall):
    assert hall.workshop.figures("grid") == []
    close(hall)
    assert len(hall.workshop.figures("grid")) == 1
    hall.trainer("open", step="grid")
    assert hall.workshop.figures("grid") == []


def test_a_grid_on_which_nobody_placed_anything_is_no_figure(grid_hall):
    hall = grid_hall()
    result = close(hall)
    assert result["figure"] is None
    assert hall.workshop.figures("grid") == []


def test_it_says_what_comes_first_and_what_to_talk_about(hall):
    close(hall)
    view = figure(hall).view
    assert view.title == "Effect en moeite: waar de kaartjes liggen"
    assert view.unit == "Deelnemers: 5. Organisaties: 3. Elke organisatie telt even zwaar"
    assert view.says == (
        "In ‘Snel resultaat’: 1 van 2 kaartjes. Bovenaan: ‘idee 1’ (Effect 5 · Moeite 1). "
        "Organisaties liggen ver uiteen over 2: praat daar eerst over."
    )
    assert view.notes == [
        "Lijnen door een nummer: de middelste helft van de organisaties.",
        "Een streepjesrand om een nummer: praat hier eerst over.",
        "Door niemand geplaatst: 1.",
    ]
    assert figure(hall, "en").view.says.startswith("In ‘Quick win’: 1 of 2 cards.")


def test_the_table_has_the_middle_and_its_spread(hall):
    close(hall)
    view = figure(hall).view
    assert view.head[:4] == ["Nummer", "Tekst", "Effect", "Moeite"]
    first, second = view.rows
    assert first == [1, "idee 1", 5, 1, "Snel resultaat", "5", "1", 5, "nee", ""]
    assert second[2:8] == [1, 3, "Niet doen", "1 tot 3", "3", 5]
    assert second[8] == "ja"


def test_a_second_round_says_what_moved(hall):
    close(hall)
    hall.trainer("next_round", step="grid")
    hall.trainer("open", step="grid")
    for person in ("p4", "p5"):
        place(hall, person, "k2", x=5, y=3)
    close(hall)
    view = figure(hall).view
    assert view.says.endswith("Organisaties liggen nergens ver uiteen. Sinds de vorige ronde verschoven: 2.")
    assert view.rows[1][-1] == "Effect 1 · Moeite 3"
    assert "line line-against" in {path.look for path in view.drawing.paths}
    assert "Een streepjespijl komt van de plek in de vorige ronde." in view.notes


def test_a_round_in_which_nothing_moved_says_so(hall):
    close(hall)
    hall.trainer("next_round", step="grid")
    hall.trainer("open", step="grid")
    place(hall, "p4", "k2", x=1, y=3)
    close(hall)
    assert figure(hall).view.says.endswith("Sinds de vorige ronde verschoof er niets.")


def test_tables_are_no_organisations(grid_hall):
    hall = grid_hall(per="team")
    for table, x in (("Tafel 1", 5), ("Tafel 2", 1)):
        hall.at(table, "place_card", step="grid", card="k1", x=x, y=2)
    close(hall)
    view = figure(hall).view
    assert view.unit == "Tafels: 2. Elke tafel telt even zwaar"
    assert "Tafels liggen ver uiteen over 1: praat daar eerst over." in view.says
    assert view.head[7] == "Tafels"
    assert view.notes[0] == "Lijnen door een nummer: de middelste helft van de tafels."


@pytest.fixture
def risks(grid_hall):
    hall = grid_hall(grid="risk-frequent")
    for person in ("p1", "p3", "p4", "p5"):
        score(hall, person, "k1", x="C", letsel="C")
        score(hall, person, "k2", x="A", **BAD)
        score(hall, person, "k3", x="E", letsel="0")
    close(hall)
    return hall


def test_risks_are_told_in_classes(risks):
    view = figure(risks).view
    assert view.title == "Risicodiagram: Kans en gevolg"
    assert view.says == (
        "In ‘Gaat voor’: 1 van 3 risico's. Het dringendst: ‘idee 1’ (Kans C · Gevolg C). "
        "Organisaties liggen nergens ver uiteen."
    )
    assert [row[2:7] for row in view.rows] == [
        ["C", "C", "Gaat voor", "C", "C"],
        ["A", "D", "Houd in de gaten", "A", "D"],
        ["E", "0", "Houd in de gaten", "E", "0"],
    ]
    assert view.notes == [
        "Niet in de figuur, want ze hebben geen gevolg: 3.",
        "De klassen zijn schattingen van de mensen in de zaal, geen metingen.",
    ]


def test_without_a_priority_no_risk_is_called_one(grid_hall):
    hall = grid_hall(grid="risk-frequent")
    score(hall, "p1", "k1", x="A", letsel="A")
    close(hall)
    assert figure(hall).view.says.startswith("Er ligt geen risico in ‘Gaat voor’.")


def test_screens_with_a_list_get_the_plane_alone(hall):
    made = close(hall)
    said = [one["text"] for one in made["figure"]["drawing"]["texts"]]
    assert "idee 1" not in said
    assert {"1", "2"} <= set(said)
    assert {
        role: hall.shared(role).view["result"]["figure"] is None for role in ("trainer", "participant")
    } == {
        "trainer": False,
        "participant": True,
    }


def test_results_and_files_get_the_cards_in_it(hall):
    close(hall)
    (shown,) = hall.shared("wall").figures
    assert shown.id == "grid-grid"
    assert "idee 1" in [one.text for one in shown.drawing.texts]
    made = files(hall.room, "nl")
    assert b">idee 1<" in made["figures/grid-grid.svg"]
    assert "idee 2,1,3,Niet doen,1 tot 3" in made["figures/grid-grid.csv"].decode()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_who_of_an_organisation_placed_what_is_no_part_of_it(hall, lang):
    close(hall)
    found = figure(hall, lang, shape=NARROW)
    assert found.view.drawing.width == 340
    assert "Politie" not in found.svg + found.csv() + found._repr_html_()
