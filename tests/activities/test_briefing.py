"""The case as the room reads it."""

from copy import deepcopy

import pytest

from kit.activities.briefing import markdown
from kit.model.people import Viewer
from kit.programme import Programme
from kit.workshop import Workshop
from tests._hall import Clock, case, code_of, programme, step

READ = step("read", "briefing", phase="open")


@pytest.fixture
def hall(halls):
    hall = halls(READ, step("ideas"))
    hall.trainer("go_to", step="read")
    return hall


def test_the_case_is_there_in_both_languages(hall):
    nl, en = (hall.shared("participant", lang=lang).view for lang in ("nl", "en"))
    assert (nl["activity"], nl["title"], en["title"]) == (
        "briefing", "Het plein van Zonnehoek", "The square in Zonnehoek"
    )  # fmt: skip
    for part in ("stakeholders", "quotes", "figures", "timeline"):
        assert len(nl[part]) == len(en[part]) > 2
        assert nl[part] != en[part]
    assert nl["html"].startswith("<")
    assert nl["html"] != en["html"]


def test_what_is_invented_says_so(hall):
    view = hall.shared("wall").view
    assert view["kind"] == "fictional"
    assert all(figure["invented"] or figure["source"] for figure in view["figures"])


def test_stakeholders_are_of_an_organisation_by_name(hall):
    names = {one.name["nl"] for one in hall.room.case.organisations}
    assert {who["organisation"] for who in hall.shared("wall").view["stakeholders"]} <= names


@pytest.mark.parametrize("role", ["participant", "team", "trainer", "wall", "results"])
def test_a_blind_spot_is_for_the_trainer_alone(hall, role):
    spots = [who["blind_spot"] for who in hall.shared(role).view["stakeholders"]]
    assert all(spots) if role == "trainer" else not any(spots)


def test_there_is_nothing_to_open_or_to_write(hall):
    person = hall.join()
    assert code_of(hall.trainer, "open", step="read") == "nothing_to_open"
    assert code_of(hall.by, person, "add_card", step="read", zone="x", text="x") == "unknown_step"
    assert hall.mine(person).view is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een **vet** woord", "<p>Een <strong>vet</strong> woord</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>\n"),
        ('<img src=x onerror="alert(1)">', "<p>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</p>\n"),
    ],
)
def test_a_text_of_a_case_can_not_run_anything(text, html):
    """A case may come from anybody; its text goes to every screen, the trainer's too."""
    assert markdown(text) == html


def test_a_picture_from_elsewhere_is_not_asked_for(tmp_path):
    """No request may leave the machine, whatever a case says."""
    other = deepcopy(case())
    other.situation = {"nl": "![foto](https://example.org/foto.png) en ![kaart](//example.org/kaart.png)"}
    with Workshop.create(tmp_path / "a.leefkit", other, programme(READ), clock=Clock()) as workshop:
        workshop.do({"kind": "go_to", "step": "read"})
        html = workshop.shared(workshop.audience(Viewer("wall"))).view["html"]
    assert html == "<p>foto en kaart</p>\n"


def test_the_shipped_programme_begins_with_it():
    assert Programme.load("design-thinking-kort").steps[0].activity == "briefing"
