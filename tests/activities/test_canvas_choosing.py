"""A table chooses from its own ideas what goes on; an idea stays with who thought of it."""

import random

import pytest

from kit.activities.canvas_mind import choose
from kit.activities.mind import Mind
from tests._hall import code_of, step

WRITE = step("write", hidden=True)
CHOOSE = step("choose", canvas="best-ideas", build_on="write", hidden=None)
VOTE = step("vote", "ballot", source="choose", dots=3, most=2)


@pytest.fixture
def hall(halls):
    """Two tables; at the first police and school wrote, at the second residents."""
    hall = halls(WRITE, CHOOSE, VOTE)
    for organisation, team in (("politie", "Tafel 1"), ("school", "Tafel 1"), ("bewoners", "Tafel 2")):
        hall.join(organisation, team=team)
    hall.start("write")
    for person, text in (("p1", "Een bank"), ("p2", "Een toernooi"), ("p3", "Een feest")):
        hall.card(person, text, "write")
    hall.trainer("close", step="write")
    return hall


def offers(hall, team, role="participant"):
    return [one["text"] for one in hall.shared(role, team, name="choose").view["offers"]]


def test_opening_it_shows_every_table_its_own_ideas(hall):
    assert not hall.room.steps["write"].revealed
    hall.start("choose")
    assert hall.room.steps["write"].revealed
    for role in ("participant", "team"):
        assert offers(hall, "Tafel 1", role) == ["Een bank", "Een toernooi"]
        assert offers(hall, "Tafel 2", role) == ["Een feest"]
    assert hall.shared("participant", "Tafel 1", name="choose").view["take_over"]


def test_a_table_gets_all_of_its_ideas_to_choose_from(halls):
    hall = halls(WRITE, CHOOSE)
    hall.join()
    hall.start("write")
    texts = [hall.card("p1", f"Idee {n}", "write") and f"Idee {n}" for n in range(60)]
    hall.start("choose")
    assert offers(hall, "Tafel 1") == texts
    assert len(offers(hall, None, "trainer")) == 24


@pytest.mark.parametrize("tap", ["on a phone", "at the table"])
def test_an_idea_stays_with_the_organisation_that_thought_of_it(hall, tap):
    hall.start("choose")
    said = {"step": "choose", "zone": "idea", "text": "Een groot toernooi", "parent": "k2"}
    if tap == "on a phone":
        hall.by("p1", "add_card", **said)
    else:
        hall.at("Tafel 1", "add_card", **said)
    frame = hall.workshop.cards.set_index("text").loc["Een groot toernooi"]
    assert (frame["parent"], frame["organisation"], frame["team"]) == ("k2", "school", "Tafel 1")
    hall.start("vote")
    assert [one["text"] for one in hall.shared("wall", name="vote").view["options"]] == ["Een groot toernooi"]


def test_an_idea_of_the_moment_is_its_writers_own(hall):
    hall.start("choose")
    card = hall.card("p1", "Nog iets heel anders", "choose")
    assert hall.room.cards[card].organisation == "politie"


def test_in_a_step_that_only_builds_on_ideas_a_card_is_its_writers(halls):
    hall = halls(WRITE, step("more", build_on="write"))
    hall.join("politie")
    hall.join("school")
    hall.start("write")
    hall.card("p2", "Een toernooi", "write")
    hall.start("more")
    assert hall.room.cards[hall.card("p1", "Elke maand", "more", parent="k1")].organisation == "politie"


def test_it_is_three_per_table(hall):
    hall.start("choose")
    for parent in ("k1", "k2", "k1"):
        hall.card("p1", "Goed", "choose", parent=parent)
    assert code_of(hall.card, "p2", "Nog een", "choose") == "too_many_cards"
    assert code_of(hall.card, "p3", "Een feest", "choose", parent="k3") is None


def test_without_a_step_to_choose_from_it_is_a_canvas_like_any_other(halls):
    hall = halls(step("choose", canvas="best-ideas", hidden=None))
    hall.join("politie")
    hall.start("choose")
    assert offers(hall, "Tafel 1") == []
    assert hall.room.cards[hall.card("p1", "Een bank", "choose")].organisation == "politie"


def test_one_at_each_simulated_table_chooses_what_it_likes(hall):
    hall.start("choose")
    view = hall.shared("participant", "Tafel 1", name="choose").view
    mind = {"rng": random.Random(1), "taste": ["toernooi", "bank"]}

    def told(first, left):
        return [
            (one["text"], one["parent"])
            for one in choose(lambda: (view, {"left": left}), Mind(first_at_table=first, **mind))
        ]

    assert told(first=True, left=3) == [("Een toernooi", "k2"), ("Een bank", "k1")]
    assert told(first=True, left=1) == [("Een toernooi", "k2")]
    assert told(first=False, left=3) == []
