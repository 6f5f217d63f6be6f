"""Cards on a canvas: writing, changing, merging, and the limits per person and per table."""

import pytest

from kit.activities.canvas import MOST_LIVE
from kit.activities.cards import MOST_CARDS
from tests._hall import code_of, step


@pytest.fixture
def open_hall(hall):
    hall.join("politie", team="Tafel 1")
    hall.join("school", team="Tafel 2")
    hall.start("ideas")
    return hall


def texts(hall, role="wall", **who):
    return [card["text"] for card in hall.shared(role, **who).view["cards"]]


def test_cards_lie_in_the_order_they_came(open_hall):
    for person, text in (("p1", "een"), ("p2", "twee"), ("p1", "drie")):
        open_hall.card(person, text)
    assert texts(open_hall) == ["een", "twee", "drie"]
    assert [card["text"] for card in open_hall.mine("p1").view["cards"]] == ["drie", "een"], (
        "own newest first"
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  een   bankje\t", "een bankje"),
        ("een\n\n  bankje \n", "een\n\nbankje"),
        ("een\u202e bankje\0\x07", "een bankje"),
        ("👩‍👩‍👧 samen", "👩‍👩‍👧 samen"),
        ("=SOM(A1)", "=SOM(A1)"),
        ("<b>vet</b> & {zo}", "<b>vet</b> & {zo}"),
    ],
)
def test_a_text_is_kept_as_it_was_meant(open_hall, typed, kept):
    open_hall.card("p1", typed)
    assert texts(open_hall) == [kept]


def test_a_text_may_be_as_long_as_the_canvas_says(open_hall):
    open_hall.card("p1", "x" * 200)
    assert code_of(open_hall.card, "p1", "x" * 201) == "too_long"
    assert code_of(open_hall.by, "p1", "edit_card", card="k1", text="x" * 201) == "too_long"


def test_a_card_builds_on_another(open_hall):
    open_hall.card("p1", "een")
    open_hall.card("p2", "en verder", parent="k1")
    assert [card["parent"] for card in open_hall.shared("wall").view["cards"]] == [None, "k1"]


def test_own_cards_can_be_changed_and_taken_back_while_the_step_is_open(open_hall):
    open_hall.card("p1", "een")
    open_hall.by("p1", "edit_card", card="k1", text="beter")
    assert texts(open_hall) == ["beter"]
    open_hall.trainer("close", step="ideas")
    assert code_of(open_hall.by, "p1", "edit_card", card="k1", text="te laat") == "step_closed"
    open_hall.trainer("open", step="ideas")
    open_hall.by("p1", "withdraw_card", card="k1")
    assert texts(open_hall) == []


def test_a_table_tidies_up_the_cards_of_its_own_people(open_hall):
    open_hall.card("p1", "een")
    open_hall.at("Tafel 1", "edit_card", card="k1", text="van de tafel")
    assert texts(open_hall) == ["van de tafel"]
    assert code_of(open_hall.at, "Tafel 2", "edit_card", card="k1", text="x") == "not_your_card"
    assert code_of(open_hall.at, "Tafel 2", "withdraw_card", card="k1") == "not_your_card"


def test_the_trainer_mends_any_text_but_takes_nobodys_card_back(open_hall):
    open_hall.card("p1", "een")
    open_hall.trainer("edit_card", card="k1", text="netter")
    assert texts(open_hall) == ["netter"]
    assert code_of(open_hall.trainer, "withdraw_card", card="k1") == "not_your_card"


def test_the_limit_is_per_person(halls):
    hall = halls(step("ideas", limit=2))
    hall.join(), hall.join()
    hall.start("ideas")
    assert hall.mine("p1").view["left"] == 2
    for text in ("een", "twee"):
        hall.card("p1", text)
    assert hall.mine("p1").view["left"] == 0
    assert code_of(hall.card, "p1", "drie") == "too_many_cards"
    hall.by("p1", "withdraw_card", card="k1")
    assert hall.mine("p1").view["left"] == 1
    assert code_of(hall.card, "p1", "drie") is None
    assert hall.mine("p2").view["left"] == 2


def test_the_limit_is_per_table_in_a_step_per_table(halls):
    hall = halls(step("ideas", per="team", limit=3))
    for team in ("Tafel 1", "Tafel 1", "Tafel 2"):
        hall.join(team=team)
    hall.start("ideas")
    hall.card("p1", "van p1")
    hall.at("Tafel 1", "add_card", step="ideas", zone="idea", text="van de tafel")
    assert [hall.mine(one).view["left"] for one in ("p1", "p2", "p3")] == [1, 1, 3]
    sheet = {"id": "4", "organisation": "school", "team": "Tafel 1"}
    hall.trainer("add_card", step="ideas", zone="idea", text="van papier", paper=sheet)
    assert code_of(hall.card, "p2", "te veel") == "too_many_cards"
    assert hall.mine("p2").view["left"] == 0
    assert code_of(hall.card, "p3", "van de andere tafel") is None


def test_merging_neither_takes_up_nor_gives_back_of_the_limit(halls):
    hall = halls(step("ideas", per="team", limit=3))
    hall.join(team="Tafel 1")
    hall.start("ideas")
    for text in ("een", "twee"):
        hall.card("p1", text)
    hall.trainer("merge_cards", cards=["k1", "k2"])
    assert hall.mine("p1").view["left"] == 1


def test_without_a_limit_there_still_is_one_for_machines(open_hall):
    assert open_hall.mine("p1").view["left"] is None
    for n in range(MOST_CARDS):
        open_hall.card("p1", f"{n}")
    assert code_of(open_hall.card, "p1", "nog een") == "too_many_cards"


def test_while_people_write_a_phone_gets_the_newest_and_afterwards_all(open_hall):
    for n in range(MOST_LIVE + 5):
        open_hall.card("p1", f"{n}")
    assert texts(open_hall, "participant") == [f"{n}" for n in range(5, MOST_LIVE + 5)]
    assert len(texts(open_hall)) == MOST_LIVE + 5
    open_hall.trainer("close", step="ideas")
    assert len(texts(open_hall, "participant")) == MOST_LIVE + 5


def test_merged_cards_become_one_with_the_originals_under_it(open_hall):
    for person, text in (("p1", "lamp"), ("p2", "licht"), ("p1", "bankje")):
        open_hall.card(person, text)
    open_hall.trainer("merge_cards", cards=["k1", "k2"], text="meer licht")
    cards = open_hall.shared("wall").view["cards"]
    assert [(card["text"], card["merged"]) for card in cards] == [
        ("bankje", []),
        ("meer licht", ["lamp", "licht"]),
    ]
    assert (cards[1]["team"], cards[1]["organisation"]) == (None, None), "it is of both tables"
    assert open_hall.shared("wall").view["total"] == 2


def test_a_merged_card_keeps_the_first_text_and_the_table_when_that_is_one(open_hall):
    for text in ("lamp", "licht"):
        open_hall.card("p1", text)
    open_hall.trainer("merge_cards", cards=["k2", "k1"])
    (card,) = open_hall.shared("wall").view["cards"]
    assert (card["text"], card["team"]) == ("licht", "Tafel 1")


def test_merged_cards_can_be_merged_again_and_taken_apart_again(open_hall):
    for text in ("een", "twee", "drie"):
        open_hall.card("p1", text)
    open_hall.trainer("merge_cards", cards=["k1", "k2"], text="samen")
    open_hall.trainer("merge_cards", cards=["k4", "k3"])
    assert texts(open_hall) == ["samen"]
    open_hall.trainer("unmerge", card="k5")
    assert texts(open_hall) == ["drie", "samen"]
    open_hall.trainer("unmerge", card="k4")
    assert texts(open_hall) == ["een", "twee", "drie"]
    assert code_of(open_hall.trainer, "unmerge", card="k4") == "not_merged"


def test_what_lies_under_a_merged_card_is_left_alone(open_hall):
    for text in ("een", "twee"):
        open_hall.card("p1", text)
    open_hall.trainer("merge_cards", cards=["k1", "k2"])
    for kind, fields in (("edit_card", {"text": "x"}), ("withdraw_card", {})):
        assert code_of(open_hall.by, "p1", kind, card="k1", **fields) == "unknown_card"
    assert code_of(open_hall.trainer, "merge_cards", cards=["k1", "k3"]) == "unknown_card"


def test_only_cards_of_one_step_are_merged(open_hall):
    open_hall.card("p1", "een")
    open_hall.start("after")
    open_hall.card("p1", "twee", "after")
    assert code_of(open_hall.trainer, "merge_cards", cards=["k1", "k2"]) == "unknown_card"


def test_paper_is_marked_and_belongs_to_its_sheet(open_hall):
    paper = {"id": " 12 ", "organisation": "Politie", "team": "Tafel 2"}
    open_hall.trainer("add_card", step="ideas", zone="idea", text="van papier", paper=paper)
    (card,) = open_hall.shared("wall").view["cards"]
    assert (card["paper"], card["organisation"], card["team"]) == (True, "Politie", "Tafel 2")
    assert list(open_hall.workshop.cards["participant"]) == ["paper-12"]
    open_hall.trainer("withdraw_card", card="k1")
    assert texts(open_hall) == []


def test_the_focus_is_what_an_earlier_vote_chose(halls):
    hall = halls(step("ideas"), step("vote", "ballot", source="ideas"), step("after", focus="vote"))
    hall.join()
    hall.start("ideas")
    hall.card("p1", "een"), hall.card("p1", "twee")
    hall.start("vote")
    hall.vote("p1", k2=1)
    assert hall.shared("wall", name="after").view["focus"] == []
    hall.start("after")
    assert hall.shared("wall").view["focus"] == ["twee"]
    hall.start("vote")
    assert hall.shared("wall", name="after").view["focus"] == [], "while people vote anew nothing is chosen"


def test_zones_and_their_help_are_in_the_language_of_the_screen(halls):
    hall = halls(step("map", canvas="empathy-map", per="team", phase="empathise"))
    hall.trainer("go_to", step="map")
    nl, en = (hall.shared("wall", lang=lang).view["zones"] for lang in ("nl", "en"))
    assert [zone["id"] for zone in nl] == [zone["id"] for zone in en]
    assert (nl[1]["label"], en[1]["label"]) == ("Wat ziet deze persoon?", "What does this person see?")
    assert hall.shared("wall", lang="en").step.title == "Step map"
