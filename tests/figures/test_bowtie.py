"""A bowtie as an SVG file: everything that was drawn stands in it as text."""

from xml.etree import ElementTree as ET

import pytest

from kit.errors import InputError
from kit.figures.bowtie import svg
from tests.activities._bowtie import add, maker

TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture
def hall(halls):
    hall = maker(halls)()
    spot = add(hall, "p1", "escal", "Vakantie <of> ziek & zo", parent="n6")
    add(hall, "p1", "escal_barrier", "Rooster", parent=spot)
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="politie", effect="zwak", status="idee")
    return hall


def test_all_that_was_drawn_stands_in_it_as_text(hall):
    root = ET.fromstring(svg(hall.workshop, "tie", "Tafel 1"))  # noqa: S314 - our own
    said = " ".join(one.text for one in root.iter(TEXT))
    for text in (
        *("Veel jongeren op een klein plein", "Een ruzie van online gaat verder", "Politie ·\u00a0zwak"),
        *("Vakantie <of> ziek & zo", "Rooster", "Gat: nog geen maatregel"),
    ):
        assert text in said
    assert root.find("{http://www.w3.org/2000/svg}title").text == "Tafel 1: De sfeer slaat om"
    assert float(root.get("viewBox").split()[2]) <= 928


def test_it_needs_nothing_from_outside(hall):
    drawn = svg(hall.workshop, "tie", "Tafel 1", lang="en")
    assert ">Gap: no" in drawn
    assert not {"href", "url(", "<script", "<image", "<style"} & set(drawn.split('"'))
    assert drawn.count("http") == 1, "only the name of the format"


@pytest.mark.parametrize(
    ("step", "team", "problem"),
    [
        ("tei", "Tafel 1", "step 'tei': no bowtie is drawn there; did you mean 'tie'"),
        ("tie", "Tafel 2", "team 'Tafel 2': drew nothing in 'tie'; did you mean 'Tafel 1'"),
    ],
)
def test_what_is_not_there_is_named(hall, step, team, problem):
    with pytest.raises(InputError, match=problem):
        svg(hall.workshop, step, team)
