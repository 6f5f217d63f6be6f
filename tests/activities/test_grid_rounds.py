"""A grid once more: a second round, tables, paper, pseudonyms, and what is kept of it all."""

import json

import pytest

from kit.insight.grid import by_criterion, positions
from tests._hall import code_of
from tests._refusals import must_say_why
from tests.activities._grid import SITUATIONS, UNDONE, again, close, place, score

BAD = {"letsel": "E", "dagelijks": "B"}


def test_a_second_round_keeps_the_first(grid_hall):
    hall = grid_hall()
    for person, x in (("p1", 5), ("p4", 1), ("p5", 1)):
        place(hall, person, x=x)
    place(hall, "p1", "k2", 2, 2)
    again(hall)
    view = hall.shared("wall").view
    assert (view["round"], view["again"], view["result"]) == (2, ["k1"], None)
    assert hall.mine("p1").view["placed"]["k1"] == {"x": 5, "y": 3, "scores": {}, "round": 1}
    assert hall.mine("p1").view["order"][0] == "k1"
    place(hall, "p1", x=2)
    assert hall.shared("trainer").view["done"] == 1
    rows = {row["card"]: row for row in close(hall)["rows"]}
    assert (rows["k1"]["x"], rows["k1"]["was"], rows["k1"]["discuss"]) == (1, [], [])
    assert hall.workshop.placements[["x", "y", "round"]].values.tolist()[-1] == [2, 3, 2]
    assert len(hall.workshop.placements) == 5


def test_what_shifted_is_shown(grid_hall):
    hall = grid_hall("politie", "school")
    place(hall, "p1", x=5, y=1), place(hall, "p2", x=1, y=1)
    again(hall)
    place(hall, "p1", x=2, y=2)
    (row,) = close(hall)["rows"]
    assert (row["x"], row["y"], row["was"]) == (1.5, 1.5, [3, 1])


def test_when_all_agree_a_second_round_is_about_everything(grid_hall):
    hall = grid_hall()
    place(hall, "p1")
    again(hall)
    assert hall.shared("wall").view["again"] == ["k1", "k2", "k3"]


def test_a_round_begins_when_the_room_has_seen_the_one_before(grid_hall):
    hall = grid_hall()
    assert code_of(hall.trainer, "next_round", step="grid") == "round_open"
    hall.trainer("close", step="grid")
    assert code_of(hall.trainer, "next_round", step="grid") == "nothing_placed"
    assert code_of(hall.by, "p1", "next_round", step="grid") == "not_allowed"


def test_a_round_that_was_begun_by_mistake_is_taken_back(grid_hall):
    hall = grid_hall()
    place(hall, "p1", x=5), place(hall, "p4", x=1)
    hall.trainer("close", step="grid")
    hall.trainer("next_round", step="grid")
    hall.trainer("undo")
    assert hall.shared("wall").view["round"] == 1
    again_ = [("open", {}), ("close", {}), ("next_round", {}), ("open", {})]
    for kind, fields in again_:
        hall.trainer(kind, step="grid", **fields)
    place(hall, "p1", x=2)
    hall.trainer("undo"), hall.trainer("undo")
    assert hall.shared("wall").view["round"] == 1
    assert hall.mine("p1").view["placed"]["k1"]["x"] == 5
    hall.trainer("next_round", step="grid")
    assert hall.mine("p1").view["placed"]["k1"]["x"] == 5, "what the round held was taken back with it"


def test_the_list_is_that_of_the_first_round(grid_hall):
    hall = grid_hall()
    place(hall, "p1")
    hall.trainer("close", step="grid")
    hall.trainer("open", step="ideas")
    hall.card("p2", "te laat")
    hall.trainer("open", step="grid")
    assert [one["card"] for one in hall.shared("wall").view["cards"]] == ["k1", "k2", "k3", "k4"]
    again(hall)
    hall.card("p2", "veel te laat")
    hall.trainer("close", step="grid")
    hall.trainer("open", step="grid")
    assert len(hall.shared("wall").view["cards"]) == 4


def test_an_anonymous_step_keeps_who_it_was_to_itself(grid_hall):
    hall = grid_hall(anonymous=True)
    assert len(hall.mine("p1").view["order"]) == 3, "also for the first, when nobody has a pseudonym yet"
    for person, x in (("p1", 5), ("p2", 5), ("p3", 5), ("p4", 1), ("p5", 1)):
        place(hall, person, x=x)
    assert hall.mine("p1").view["placed"]["k1"]["x"] == 5
    frame = hall.workshop.placements
    assert frame["participant"].str.startswith("~").all()
    assert frame["organisation"].astype("str").tolist()[:3] == ["politie"] * 3
    assert frame["organisation"].isna().tolist() == [False] * 3 + [True] * 2, "one person would not hide"
    again(hall)
    place(hall, "p1", x=1)
    hall.trainer("close", step="grid")
    (row,) = hall.shared("wall").view["result"]["rows"]
    assert (row["x"], row["voices"]) == (1, 3), "who has no organisation is a voice of their own"
    hall.start("after")
    assert code_of(hall.trainer, "next_round", step="grid") == "step_finished"


def test_a_workshop_that_was_closed_opens_the_same(grid_hall):
    hall = grid_hall()
    place(hall, "p1", x=5), place(hall, "p4", x=1)
    again(hall)
    place(hall, "p1", x=2)
    before = hall.shared("trainer").view
    hall.workshop.rebuild()
    assert hall.shared("trainer").view == before


def test_a_table_places_as_one_and_is_one_voice(grid_hall):
    hall = grid_hall(per="team")
    place(hall, "p1", x=1)
    place(hall, "p2", x=5)
    hall.at("Tafel 2", "place_card", step="grid", card="k1", x=1, y=3)
    assert hall.mine("p1").view["placed"]["k1"]["x"] == 5, "p1 and p2 sit at one table"
    assert hall.mine("p1").view["order"] == hall.mine("p2").view["order"]
    assert hall.mine("p5").view["placed"]["k1"]["x"] == 1
    result = close(hall)
    (row,) = result["rows"]
    assert (row["x"], row["voices"], result["tables"]) == (3, 2, True)
    assert [(one["x"], one["name"]) for one in row["apart"]] == [(5, "Tafel 1"), (1, "Tafel 2")]
    assert positions(hall.workshop.placements)["x"].tolist() == [3]


@pytest.mark.parametrize("role", ["team", "trainer"])
def test_who_places_alone_does_so_on_their_own_phone(grid_hall, role):
    hall = grid_hall()
    fields = {"step": "grid", "card": "k1", "x": 1, "y": 1}
    asked = hall.trainer if role == "trainer" else lambda *args, **kwargs: hall.at("Tafel 1", *args, **kwargs)
    assert code_of(asked, "place_card", **fields) == "not_allowed"


@pytest.mark.parametrize(("code", "text", "situation"), SITUATIONS)
def test_a_refusal_has_a_code_and_says_why_in_both_languages(grid_hall, code, text, situation):
    must_say_why(situation, grid_hall(cards=1), code, text)


@pytest.mark.parametrize("kind", UNDONE)
def test_the_trainer_takes_back_what_the_trainer_did(grid_hall, kind):
    hall = grid_hall(cards=1)
    hall.trainer("place_card", step="grid", card="k1", x=4, y=2, paper={"id": "7"})
    if kind == "next_round":
        hall.trainer("close", step="grid")
    before = hall.shared("trainer").view, hall.workshop.placements.to_dict("records")
    hall.trainer(kind, step="grid", **UNDONE[kind])
    assert (hall.shared("trainer").view, hall.workshop.placements.to_dict("records")) != before
    hall.trainer("undo")
    after = hall.shared("trainer").view, hall.workshop.placements.drop(columns="at")
    assert after[0] == before[0]
    assert after[1][["x", "y", "round"]].values.tolist() == [[4, 2, 1]]


def test_a_sheet_of_paper_counts_and_can_be_corrected(grid_hall):
    hall = grid_hall()
    sheet = {"id": "7", "organisation": "Bewoners"}
    for x in (1, 2):
        hall.trainer("place_card", step="grid", card="k1", x=x, y=4, paper=sheet)
    hall.trainer("unplace_card", step="grid", card="k1", paper=sheet)
    hall.trainer("undo")
    (row,) = hall.workshop.placements.to_dict("records")
    assert (row["participant"], row["organisation"], row["x"]) == ("paper-7", "bewoners", 2)
    hall.trainer("undo")
    assert hall.workshop.placements["x"].tolist() == [1]
    hall.trainer("undo")
    assert len(hall.workshop.placements) == 0


def test_the_frame_tells_everything_that_was_placed(grid_hall):
    hall = grid_hall(grid="risk-rare")
    score(hall, "p1", x="D", **BAD)
    score(hall, "p4", x="B", letsel="A")
    hall.trainer("close", step="grid")
    frame = hall.workshop.placements
    assert [(row["x"], row["y"], row["round"]) for row in frame.to_dict("records")] == [(4, 4, 1), (2, 1, 1)]
    assert json.loads(frame["scores"][0]) == BAD
    assert len(by_criterion(frame)) == 3
    table = positions(frame)
    assert table[["x", "y", "people", "organisations", "discuss"]].values.tolist() == [[3, 2.5, 2, 2, False]]
