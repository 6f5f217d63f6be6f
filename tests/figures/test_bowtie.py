"""A bowtie as a figure: what it lacks, who owns what, and a drawing in which everything stands as text."""

from xml.etree import ElementTree as ET

import pytest

from kit.gallery import files
from tests.activities._bowtie import add, maker

TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture
def hall(halls):
    hall = maker(halls)()
    spot = add(hall, "p1", "escal", "Vakantie <of> ziek & zo", parent="n6")
    add(hall, "p1", "escal_barrier", "Rooster", parent=spot)
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="politie", effect="zwak", status="idee")
    return hall


@pytest.fixture
def figure(hall):
    (found,) = shown(hall)
    return found


def shown(hall, lang="nl"):
    hall.trainer("reveal", step="tie")
    return hall.workshop.figures("tie", lang)


def test_a_bowtie_that_was_not_shown_is_no_figure(hall):
    assert hall.workshop.figures("tie") == []
    assert not any("bowtie" in name for name in files(hall.room, "nl"))


def test_it_says_what_lacks_and_who_owns_what(figure):
    assert figure.view.says == (
        "Zonder maatregel: 1 van 3 oorzaken en gevolgen. Eigenaars van maatregelen: Politie (1). "
        "Zonder eigenaar: 1 van 2 maatregelen."
    )
    assert figure.view.title == "Tafel 1: De sfeer slaat om"


def test_a_bowtie_that_leans_on_one_says_so(hall):
    hall.by("p1", "edit_node", step="tie", node="n7", organisation="politie")
    for text, parent in (("Bank open", "n4"), ("Nablijven", "n5")):
        node = add(hall, "p1", "prev" if parent == "n4" else "recov", text, parent=parent)
        hall.by("p1", "edit_node", step="tie", node=node, organisation="politie")
    (figure,) = shown(hall, "en")
    assert figure.view.says == (
        "Every line has a measure. Owners of measures: Police (4). "
        "It leans on Police: that is more than half of the measures."
    )


def test_without_lines_there_is_nothing_to_own(halls):
    hall = maker(halls)(drawn=False)
    add(hall, "p1", "top_event", "De sfeer slaat om")
    (figure,) = shown(hall)
    assert figure.view.says == "Er staan nog geen oorzaken en gevolgen in."


def test_the_table_has_every_part_where_it_belongs(figure):
    assert figure.view.head == ["Kant", "Onderdeel", "Tekst", "Hoort bij", "Eigenaar", "Sterkte", "Status"]
    rows = [row[:3] for row in figure.view.rows]
    assert rows[2:6] == [
        ["Vooraf", "Oorzaak", "Het vriest en er is geen plek"],
        ["Vooraf", "Maatregel vooraf", "De oude bank is 's avonds open"],
        ["Vooraf", "Zwakke plek", "Vakantie <of> ziek & zo"],
        ["Vooraf", "Extra steun", "Rooster"],
    ]
    assert [row[0] for row in figure.view.rows] == [*["Midden"] * 2, *["Vooraf"] * 5, *["Achteraf"] * 2]
    assert figure.view.rows[3][3:] == [
        "Het vriest en er is geen plek",
        "Politie",
        "werkt zwak",
        "is een idee",
    ]


def test_screens_draw_their_own(hall, figure):
    assert figure.view.drawing is None
    assert hall.shared("wall", None, "nl", "tie").figures == []
    made = files(hall.room, "nl")
    assert {"figures/tie-bowtie-1.svg", "figures/tie-bowtie-1.csv"} <= set(made)


def test_all_that_was_drawn_stands_in_it_as_text(figure):
    root = ET.fromstring(figure.svg)  # noqa: S314 - our own
    said = " ".join(one.text for one in root.iter(TEXT))
    for text in (
        *("Veel jongeren op een klein plein", "Een ruzie van online gaat verder", "Politie ·\u00a0zwak"),
        *("Vakantie <of> ziek & zo", "Rooster", "Gat: nog geen maatregel"),
        *("Tafel 1: De sfeer slaat om", "Zonder eigenaar: 1 van 2 maatregelen."),
    ):
        assert text in said
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Tafel 1: De sfeer slaat om"
    left, top, width, height = map(float, root.get("viewBox").split())
    assert width <= 928
    assert all(top + 4 <= float(one.get("y")) <= top + height for one in root.iter(TEXT))
    assert left == -4


def test_it_needs_nothing_from_outside(hall):
    (figure,) = shown(hall, "en")
    assert ">Gap: no" in figure.svg
    assert not {"href", "url(", "<script", "<image", "<style"} & set(figure.svg.split('"'))
    assert figure.svg.count("http") == 1, "only the name of the format"


def test_in_a_notebook_it_shows_itself(figure):
    html = figure._repr_html_()
    assert "<svg" in html
    assert html.count("Zonder eigenaar: 1 van 2 maatregelen.") == 2, "for who can't see it, and below it"
    assert "Vakantie &lt;of&gt; ziek &amp; zo" in html
