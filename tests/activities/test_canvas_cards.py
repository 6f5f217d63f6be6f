"""How one knows, what one builds on, and merging at the table."""

import pytest

from tests._hall import code_of, step


@pytest.fixture
def looking(halls):
    hall = halls(
        step("look", canvas="empathy-map", per="team", phase="empathise"),
        step("try", canvas="test-card", per="team", build_on="look", phase="test"),
        step("ideas", build_on="look"),
        step("board", canvas="prototype-storyboard", per="team"),
    )
    for organisation, team in (("politie", "Tafel 1"), ("school", "Tafel 1"), ("bewoners", "Tafel 2")):
        hall.join(organisation, team=team)
    hall.start("look")
    return hall


def see(hall, person, text, **more):
    return hall.card(person, text, "look", "see", **more)


def offered(hall, role="participant", team=None):
    return [one["text"] for one in hall.shared(role, team).view["offers"]]


def test_a_card_says_how_its_writer_knows(looking):
    for n, kind in enumerate(["seen", "file", "assumption", None]):
        see(looking, "p1", f"{n}", evidence=kind)
    view = looking.shared("team", "Tafel 1").view
    assert [card["evidence"] for card in view["cards"]] == ["seen", "file", "assumption", None]
    assert (view["evidence"], view["assumptions"]) == (True, 1)
    assert looking.workshop.cards["evidence"].tolist()[:3] == ["seen", "file", "assumption"]
    assert code_of(see, looking, "p1", "x", evidence="guess") == "bad_command"


def test_assumptions_are_counted_for_those_who_run_the_room(looking):
    see(looking, "p1", "een", evidence="assumption")
    see(looking, "p3", "twee", evidence="assumption")
    looking.by("p3", "withdraw_card", card="k2")
    assert [looking.shared(role).view["assumptions"] for role in ("trainer", "wall", "participant")] == [
        1,
        1,
        0,
    ]


def test_how_one_knows_can_be_changed_with_the_text(looking):
    see(looking, "p1", "een", evidence="assumption")
    looking.by("p1", "edit_card", card="k1", text="een", evidence="seen")
    assert looking.room.cards["k1"].evidence == "seen"
    looking.by("p1", "edit_card", card="k1", text="twee")
    assert looking.room.cards["k1"].evidence == "seen", "what is not said stays"
    looking.trainer("edit_card", card="k1", text="drie", evidence="file")
    looking.trainer("undo")
    assert (looking.room.cards["k1"].text, looking.room.cards["k1"].evidence) == ("twee", "seen")


def test_taking_back_that_the_trainer_said_how_one_knows(looking):
    see(looking, "p1", "een")
    looking.trainer("edit_card", card="k1", text="een", evidence="file")
    looking.trainer("undo")
    assert looking.room.cards["k1"].evidence is None


def test_a_canvas_that_does_not_ask_keeps_no_evidence(looking):
    looking.start("ideas")
    looking.card("p1", "idee", evidence="seen")
    assert looking.room.cards["k1"].evidence is None


def test_what_lies_in_the_row_of_assumptions_is_one(looking):
    looking.start("board")
    looking.card("p1", "iemand heeft tijd", "board", "week.assumption", evidence="seen")
    looking.card("p1", "de buurvrouw", "board", "week.who")
    assert [card.evidence for card in looking.room.cards.values()] == ["assumption", None]
    assert code_of(looking.card, "p1", "x", "board", "week") == "unknown_zone"
    assert looking.shared("trainer").view["assumptions"] == 1


def test_what_an_earlier_step_found_is_offered(looking):
    see(looking, "p1", "een"), see(looking, "p3", "twee")
    looking.start("ideas")
    assert offered(looking) == ["een", "twee"]
    looking.card("p1", "verder", parent="k1")
    assert looking.room.cards["k3"].parent == "k1"


def test_a_table_is_offered_its_own_and_assumptions_for_a_test(looking):
    see(looking, "p1", "weten we", evidence="seen")
    see(looking, "p1", "denken we", evidence="assumption")
    see(looking, "p3", "elders gedacht", evidence="assumption")
    looking.start("try")
    assert offered(looking, "team", "Tafel 1") == ["denken we"]
    assert offered(looking, "team", "Tafel 2") == ["elders gedacht"]
    assert offered(looking, "wall") == [], "tables keep theirs to themselves until it is revealed"
    looking.trainer("reveal", step="look")
    assert offered(looking, "wall") == ["denken we", "elders gedacht"]


def test_where_nothing_was_assumed_everything_is_offered(looking):
    see(looking, "p1", "weten we", evidence="seen")
    looking.start("try")
    assert (offered(looking, "team", "Tafel 1"), offered(looking, "team", "Tafel 2")) == (["weten we"], [])
    looking.trainer("reveal", step="look")
    assert offered(looking, "team", "Tafel 1") == offered(looking, "team", "Tafel 2") == ["weten we"]


def test_a_table_merges_and_takes_apart_its_own_cards(looking):
    for text in ("een", "twee"):
        see(looking, "p1", text)
    see(looking, "p3", "elders")
    looking.at("Tafel 1", "merge_cards", cards=["k1", "k2"], text="samen")
    cards = looking.shared("team", "Tafel 1").view["cards"]
    assert [(card["text"], card["merged"]) for card in cards] == [("samen", ["een", "twee"])]
    assert code_of(looking.at, "Tafel 2", "unmerge", card="k4") == "not_your_card"
    assert code_of(looking.at, "Tafel 1", "merge_cards", cards=["k3", "k4"]) == "not_your_card"
    assert code_of(looking.by, "p1", "merge_cards", cards=["k1", "k2"]) is not None
    looking.at("Tafel 1", "unmerge", card="k4")
    assert [card["text"] for card in looking.shared("team", "Tafel 1").view["cards"]] == ["een", "twee"]


def test_a_table_merges_only_while_the_step_is_open(looking):
    for text in ("een", "twee"):
        see(looking, "p1", text)
    looking.trainer("close", step="look")
    assert code_of(looking.at, "Tafel 1", "merge_cards", cards=["k1", "k2"]) == "step_closed"
    looking.trainer("merge_cards", cards=["k1", "k2"])
    assert code_of(looking.at, "Tafel 1", "unmerge", card="k3") == "step_closed"


def test_a_merged_card_can_be_said_in_other_words(looking):
    for text in ("een", "twee"):
        see(looking, "p1", text)
    looking.at("Tafel 1", "merge_cards", cards=["k1", "k2"])
    looking.at("Tafel 1", "edit_card", card="k3", text="één en twee " * 20)
    assert looking.room.cards["k3"].text.startswith("één en twee")


def test_under_which_card_another_lies_can_be_traced(looking):
    for text in ("een", "twee", "drie"):
        see(looking, "p1", text)
    looking.trainer("merge_cards", cards=["k1", "k2"])
    looking.trainer("merge_cards", cards=["k4", "k3"])
    cards = looking.workshop.cards.set_index("card")
    assert cards["merged_into"].fillna("").to_dict() == {
        "k1": "k4",
        "k2": "k4",
        "k3": "k5",
        "k4": "k5",
        "k5": "",
    }
    assert list(cards)[-3:] == ["evidence", "photo", "merged_into"]


def test_a_journey_is_drawn_from_its_numbers_and_contacts(halls):
    hall = halls(step("go", canvas="journey", per="team", phase="empathise"))
    hall.join(team="Tafel 1"), hall.join(team="Tafel 2"), hall.start("go")
    for zone, text in (
        ("before.feeling", "+1 rustig"), ("report.feeling", "-2 bang"), ("report.feeling", "-1"),
        ("start.contact", "school"), ("report.contact", "de politie"),
        ("response.contact", "politie en school"),
        ("aftercare.contact", "de buurvrouw"), ("aftercare.feeling", "weet ik niet"),
    ):  # fmt: skip
        hall.card("p1", text, "go", zone)
    view = hall.shared("team", "Tafel 1").view
    assert view["journey"] == {
        "feeling": [1, None, None, -1.5, None, None], "low": -2, "high": 2, "dip": 3, "handovers": [3, 5],
        "contact": "contact",
    }  # fmt: skip
    assert [row["id"] for row in view["rows"]][2] == "feeling"
    assert hall.shared("team", "Tafel 2").view["journey"]["dip"] is None
    assert halls(step("ideas")).shared("wall", name="ideas").view["journey"] is None


def test_the_deck_goes_to_those_who_draw_from_it(halls):
    hall = halls(step("think", canvas="inspiration"))
    hall.trainer("go_to", step="think")
    deck = {role: hall.shared(role).view["deck"] for role in ("participant", "team", "trainer", "wall")}
    assert len(deck["participant"]) == len(deck["team"]) == 19
    assert deck["trainer"] == deck["wall"] == []
    assert (
        hall.shared("participant").view["ending"]
        == "Bevoegdheden even uit. Stel: jij mag alles. Wie belt wie?"
    )


def test_four_quadrants_have_sides(halls):
    hall = halls(step("map", canvas="stakeholder-power-interest"))
    hall.trainer("go_to", step="map")
    view = hall.shared("wall").view
    assert (view["across"]["label"], view["up"]["high"]) == ("Belang", "veel")
