"""What a table writes in a world café, who sees it, and the harvest."""

import pytest

from tests._hall import code_of, step
from tests.activities._cafe import at, begun, filled, note


@pytest.fixture
def hall(halls):
    """Fifteen people in a café of five tables, in the first round."""
    return begun(halls)


def test_a_note_lies_at_the_table_where_it_was_written(hall):
    person = at(hall, "Tafel 2")[0]
    card = note(hall, person, "Elkaar kennen scheelt de helft", zone="idea")
    assert (hall.room.cards[card].table, hall.room.cards[card].round) == ("Tafel 2", 1)
    row = hall.workshop.cards.set_index("card").loc[card]
    assert (row["table"], row["round"], row["zone"]) == ("Tafel 2", 1, "idea")


def test_only_the_table_sees_its_notes_and_the_next_ones_what_was_said_before(hall):
    person = at(hall, "Tafel 2")[0]
    note(hall, person, "Elkaar kennen")
    texts = [card["text"] for card in hall.shared("participant", team="Tafel 2").view["cards"]]
    assert texts == ["Elkaar kennen"]
    assert hall.shared("team", team="Tafel 2").view["cards"][0]["round"] == 1
    for role, team in (("participant", "Tafel 1"), ("participant", None), ("wall", None), ("results", None)):
        assert hall.shared(role, team=team).view["cards"] == []
    other = next(one for one in at(hall, "Tafel 1"))
    assert "Elkaar kennen" not in hall.bytes_for("participant", other)
    hall.trainer("next_round", step="cafe")
    newcomer = next(one for one in at(hall, "Tafel 2") if one != person)
    assert "Elkaar kennen" in hall.bytes_for("participant", newcomer)


def test_a_table_keeps_three_insights_and_a_question_of_every_round(hall):
    first, second, third = at(hall, "Tafel 4")
    cards = [note(hall, one, f"Inzicht van {one}") for one in (first, second, third)]
    note(hall, first, "Wie begint?", zone="question")
    assert hall.shared("participant", team="Tafel 4").view["left"] == {"insight": 0, "question": 0}
    assert code_of(note, hall, second, "Nog een") == "too_many_cards"
    assert code_of(note, hall, second, "Nog een", zone="question") == "too_many_cards"
    assert code_of(note, hall, second, "Nog een", zone="idea") is None
    hall.by(third, "withdraw_card", card=cards[2])
    assert code_of(note, hall, second, "Nu wel") is None
    assert code_of(note, hall, at(hall, "Tafel 5")[0], "Aan een andere tafel") is None
    hall.trainer("next_round", step="cafe")
    assert hall.shared("participant", team="Tafel 4").view["left"] == {"insight": 3, "question": 1}
    assert [one["harvest"] for one in hall.shared("wall").view["tables"]] == [0] * 5
    assert hall.shared("wall").view["harvest"] == 5


def test_before_the_first_round_and_without_a_table_nobody_writes(halls):
    hall = filled(halls)
    assert hall.shared("participant").view["zones"] == []
    assert code_of(note, hall, "p1", "Te vroeg") == "no_round"
    hall.trainer("next_round", step="cafe")
    assert hall.shared("participant").view["zones"] == ["idea", "concern", "insight", "question"]
    stranger = hall.join(organisation=None)
    assert code_of(note, hall, stranger, "Nog nergens vandaan") == "no_seat"
    assert code_of(hall.at, "Tafel 9", "add_card", step="cafe", zone="idea", text="x") == "no_team"
    assert code_of(note, hall, "p1", "Geen veld", zone="plus") == "unknown_zone"


def test_a_table_screen_writes_and_tidies_at_the_table_of_its_name(hall):
    hall.at("Tafel 3", "add_card", step="cafe", zone="insight", text="Samen eten")
    person = at(hall, "Tafel 3")[0]
    card = note(hall, person, "Met een typvout", zone="idea")
    hall.at("Tafel 3", "edit_card", card=card, text="Zonder typefout")
    assert [one["text"] for one in hall.shared("team", team="Tafel 3").view["cards"]] == [
        "Samen eten", "Zonder typefout",
    ]  # fmt: skip
    assert code_of(hall.at, "Tafel 1", "edit_card", card=card, text="Niet van ons") == "not_your_card"


def test_paper_goes_to_a_table(hall):
    paper = {"id": "7", "organisation": "bewoners", "team": "Tafel 2"}
    hall.trainer("add_card", step="cafe", zone="insight", text="Van het tafelkleed", paper=paper)
    (card,) = hall.room.cards.values()
    assert (card.table, card.by) == ("Tafel 2", "paper-7")


def test_the_harvest_is_for_all_once_the_step_is_closed(halls):
    hall = filled(halls, step("stem", "ballot", source="cafe"))
    hall.trainer("next_round", step="cafe")
    kept = note(hall, "p1", "Elkaar kennen")
    note(hall, "p2", "Wie begint?", zone="question")
    note(hall, "p3", "Los idee", zone="idea")
    hall.trainer("close", step="cafe")
    for role in ("participant", "wall", "team"):
        texts = [card["text"] for card in hall.shared(role).view["cards"]]
        assert texts == ["Elkaar kennen", "Wie begint?"], role
    assert len(hall.shared("results").view["cards"]) == 3
    hall.start("stem")
    assert [one["card"] for one in hall.shared("wall").view["options"]] == [kept, "k2"]


def test_the_harvest_is_merged_and_tagged_with_the_four_lessons(hall):
    one, other = note(hall, "p1", "Elkaar kennen"), note(hall, "p2", "Weten wie wie is")
    hall.trainer("close", step="cafe")
    hall.trainer("merge_cards", cards=[one, other], text="Elkaar kennen")
    merged = list(hall.room.cards)[-1]
    hall.trainer("tag_card", step="cafe", card=merged, tags=["vision_direction", "ownership"])
    (card,) = hall.shared("wall").view["cards"]
    assert (card["tags"], len(card["merged"])) == (["ownership", "vision_direction"], 2)
    assert code_of(hall.trainer, "tag_card", step="cafe", card=merged, tags=["moed"]) == "unknown_tag"
    assert code_of(hall.trainer, "tag_card", step="cafe", card=one, tags=[]) == "unknown_card"
    assert code_of(hall.by, "p1", "tag_card", step="cafe", card=merged, tags=[]) == "not_allowed"
    hall.trainer("undo")
    assert hall.shared("wall").view["cards"][0]["tags"] == []
    hall.trainer("undo")
    assert len(hall.shared("wall").view["cards"]) == 2
