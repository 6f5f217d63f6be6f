"""Cards that may say the same: who is told of them, and which are not put beside each other."""

import pytest

from kit.activities import doubles
from kit.workshop import Workshop
from tests._hall import step
from tests.activities._cafe import begun, note

LAMPS, LAMP, OTHER = "Betere lampen bij de trap", "Een lamp bij de trap", "Een feest op het plein"
MORE = "Lampen bij de trap"


@pytest.fixture
def writing(halls):
    """An open canvas with two doubles and another card."""
    hall = halls(
        step("ideas"),
        step("vote", "ballot", source="ideas"),
        step("map", canvas="empathy-map", per="team", phase="empathise"),
        step("build", build_on="ideas"),
    )
    hall.join(team="Tafel 1"), hall.join("school", team="Tafel 2"), hall.start("ideas")
    for text in (LAMPS, OTHER, LAMP):
        hall.card("p1", text)
    return hall


@pytest.fixture
def asked(monkeypatch):
    """The texts that are compared, each time anew."""
    made = []

    def compare(texts, *_, **__):
        made.append(texts)
        return []

    monkeypatch.setattr(doubles, "similar", compare)
    return made


def sizes(asked):
    return [len(texts) for texts in asked]


def found(hall, name="ideas", role="trainer"):
    return hall.shared(role, "Tafel 1" if role == "team" else None, name=name).view["doubles"]


def test_the_trainer_is_told_and_nobody_else(writing):
    assert found(writing) == [["k1", "k3"]]
    for role in ("participant", "team", "wall", "results"):
        assert found(writing, role=role) == []
    assert writing.shared("trainer").room["view"]["doubles"] == [], "nor the preview of the wall"
    writing.trainer("close", step="ideas")
    assert found(writing) == [["k1", "k3"]]


def test_in_a_hidden_step_only_the_trainer_is_told(halls):
    hall = halls(step("ideas", hidden=True))
    hall.join(), hall.start("ideas")
    hall.card("p1", LAMPS), hall.card("p1", LAMP)
    assert found(hall) == [["k1", "k2"]]
    hall.trainer("reveal", step="ideas")
    assert found(hall, role="wall") == found(hall, role="participant") == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("hide_card", {"card": "k3"}),
        ("merge_cards", {"cards": ["k1", "k2"], "text": OTHER}),
        ("merge_cards", {"cards": ["k1", "k3"]}),
        ("edit_card", {"card": "k3", "text": "Iets heel anders"}),
    ],
)
def test_what_is_off_the_table_is_not_put_beside_anything(writing, kind, fields):
    writing.trainer(kind, **fields)
    assert found(writing) == []
    writing.trainer("undo")
    assert found(writing) == [["k1", "k3"]]


def test_what_was_taken_back_is_left_out(writing):
    writing.by("p1", "withdraw_card", card="k3")
    assert found(writing) == []


def test_a_merged_card_may_have_a_double_again(writing):
    writing.trainer("merge_cards", cards=["k1", "k3"], text=LAMPS)
    writing.card("p1", MORE)
    assert found(writing) == [["k4", "k5"]]


def test_cards_that_people_vote_on_are_left_out(writing):
    writing.trainer("close", step="ideas")
    writing.start("vote")
    assert found(writing) == []
    writing.trainer("close", step="vote")
    assert found(writing) == [["k1", "k3"]]


def test_a_card_that_builds_on_another_is_no_double_of_it(writing):
    writing.card("p1", MORE, parent="k1")
    assert found(writing) == [["k3", "k4"]], "and not all three"
    writing.trainer("hide_card", card="k3")
    assert found(writing) == []


def test_only_cards_of_one_field_are_put_together(writing):
    writing.start("map")
    for zone, text in (
        ("see", "bang in het donker"),
        ("do", "bang in het donker"),
        ("see", "Bang in donker"),
    ):
        writing.card("p1", text, "map", zone)
    assert found(writing, "map") == [["k4", "k6"]]


def test_tables_that_work_apart_keep_their_own_until_the_step_is_closed(writing):
    writing.start("map")
    for person in ("p1", "p2"):
        writing.card(person, "bang in het donker", "map", "see")
    assert found(writing, "map") == []
    writing.trainer("close", step="map")
    assert found(writing, "map") == [["k4", "k5"]]


def test_it_is_reckoned_once_until_cards_change(writing, asked):
    for _ in range(3):
        found(writing)
    writing.join("bewoners")
    found(writing)
    assert asked == [[LAMPS, OTHER, LAMP]]
    writing.card("p1", MORE)
    found(writing), found(writing)
    assert len(asked) == 2


def test_while_many_write_what_came_last_waits_for_more(writing, asked):
    for n in range(60):
        writing.card("p1" if n % 2 else "p2", f"Idee nummer {n}")
        found(writing)
    assert sizes(asked)[:37] == list(range(4, 41)), "at first each card counts at once"
    assert sizes(asked)[37:] == [*range(42, 60, 2), 60, 63]
    writing.card("p1", "Nog een")
    found(writing)
    assert sizes(asked)[-1] == 63
    writing.trainer("close", step="ideas")
    found(writing)
    assert sizes(asked)[-1] == 64, "when it is closed all cards count"


def test_of_very_many_cards_the_newest_are_compared(writing, asked, monkeypatch):
    monkeypatch.setattr(doubles, "MOST_COMPARED", 2)
    found(writing)
    assert asked == [[OTHER, LAMP]]


def test_a_workshop_that_is_opened_again_says_the_same(writing):
    before = found(writing)
    writing.workshop.close()
    writing.workshop = Workshop.open(writing.path)
    assert found(writing) == before


def test_of_a_cafe_the_harvest_is_looked_at(halls):
    hall = begun(halls)
    for person, zone in (
        ("p1", "insight"),
        ("p2", "insight"),
        ("p3", "question"),
        ("p4", "idea"),
        ("p5", "idea"),
    ):
        note(hall, person, LAMPS, zone)
    assert found(hall, "cafe") == [["k1", "k2"]]
    for role in ("participant", "team", "wall"):
        assert found(hall, "cafe", role) == []
