"""Cards on a grid: placing alone and unseen, and what the room makes of it."""

import pytest

from tests._hall import code_of, step
from tests.activities._grid import ROOM, close, place, score

BAD = {"letsel": "E", "dagelijks": "B"}


def test_a_card_is_placed_anew_until_the_step_is_closed(grid_hall):
    hall = grid_hall()
    place(hall, "p1", x=1, y=5)
    place(hall, "p1", x=4, y=2)
    assert hall.mine("p1").view["placed"] == {"k1": {"x": 4, "y": 2, "scores": {}, "round": 1}}
    assert hall.mine("p2").view["placed"] == {}
    (row,) = close(hall)["rows"]
    assert (row["card"], row["x"], row["y"], row["region"]) == ("k1", 4, 2, "quick-win")
    assert code_of(place, hall, "p1") == "step_closed"


def test_what_was_placed_can_be_taken_back(grid_hall):
    hall = grid_hall()
    place(hall, "p1")
    hall.by("p1", "unplace_card", step="grid", card="k1")
    assert hall.mine("p1").view["placed"] == {}
    assert code_of(hall.by, "p1", "unplace_card", step="grid", card="k1") == "nothing_placed"
    assert len(hall.workshop.placements) == 0


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"x": 0, "y": 3}, "off_scale"),
        ({"x": 6, "y": 3}, "off_scale"),
        ({"x": 3.5, "y": 3}, "off_scale"),
        ({"x": 10**30, "y": 3}, "off_scale"),
        ({"x": 3, "y": None}, "off_scale"),
        ({"x": "C", "y": 3}, "off_scale"),
        ({"x": 3, "y": 3, "scores": {"letsel": "A"}}, "bad_scores"),
        ({"x": 3, "y": 3, "card": "k9"}, "unknown_card"),
        ({"x": "3", "y": 5}, None),
    ],
)
def test_a_place_is_checked_on_the_server(grid_hall, where, code):
    assert code_of(place, grid_hall(), "p1", **where) == code


@pytest.mark.parametrize(
    ("x", "scores", "code"),
    [
        ("C", {}, "bad_scores"),
        ("C", {"letsel": "F"}, "bad_scores"),
        ("C", {"letsel": "AB"}, "bad_scores"),
        ("C", {"onbekend": "A"}, "bad_scores"),
        ("F", {"letsel": "A"}, "off_scale"),
        (0, {"letsel": "A"}, "off_scale"),
        (None, {"letsel": "A"}, "off_scale"),
        ("C", {"letsel": "0"}, None),
        (5, {"letsel": "A", "gevoel": "E"}, None),
    ],
)
def test_a_risk_is_checked_on_the_server(grid_hall, x, scores, code):
    assert code_of(score, grid_hall(grid="risk-rare"), "p1", x=x, **scores) == code


def test_who_scores_criteria_does_not_place_the_axis_too(grid_hall):
    assert code_of(place, grid_hall(grid="risk-rare"), "p1", x="C", y=3, scores=BAD) == "bad_scores"


def test_nobody_sees_what_others_place_while_it_is_open(grid_hall):
    hall = grid_hall()
    before = hall.bytes_for("participant", "p2")
    place(hall, "p1", x=5, y=1)
    assert hall.bytes_for("participant", "p2") == before, "a count would tell who is at work"
    assert {role: hall.shared(role).view["result"] for role in ("participant", "trainer", "wall")} == {
        "participant": None, "trainer": None, "wall": None
    }  # fmt: skip
    assert "quick-win" in hall.bytes_for("wall"), "the regions are no secret"
    assert hall.shared("wall").view["counts"] == {}


def test_those_who_run_the_room_see_how_far_it_is(grid_hall):
    hall = grid_hall()
    for card in ("k1", "k2", "k3"):
        place(hall, "p1", card)
    place(hall, "p2", "k1")
    view = hall.shared("trainer").view
    assert (view["begun"], view["done"], view["counts"]) == (2, 1, {"k1": 2, "k2": 1, "k3": 1})
    assert hall.shared("participant").view["begun"] is None


def test_every_organisation_has_an_equal_voice(grid_hall):
    hall = grid_hall()
    for person, x in (("p1", 5), ("p2", 5), ("p3", 4), ("p4", 2), ("p5", 1)):
        place(hall, person, x=x, y=3)
    result = close(hall)
    (row,) = result["rows"]
    assert (row["x"], row["x_low"], row["x_high"]) == (2, 1.5, 3.5), "of politie 5, school 2 and bewoners 1"
    assert (row["people"], row["voices"]) == (5, 3)
    assert row["discuss"] == ["x"]
    assert (result["people"], result["voices"], result["unplaced"]) == (5, 3, ["idee 2", "idee 3"])


def test_organisations_are_named_where_all_are_large(grid_hall):
    hall = grid_hall(*["politie"] * 3, *["school"] * 4)
    for n, x in enumerate((5, 5, 5, 1, 1, 1, 1), 1):
        place(hall, f"p{n}", x=x)
    (row,) = close(hall)["rows"]
    assert {(one["x"], one["name"]) for one in row["apart"]} == {
        (5, "Politie"),
        (1, "School"),
    }


def test_nobody_is_named_where_one_of_two_without_a_name_would_be_known(grid_hall):
    """The two small ones say the same: with the police named, both would be found out."""
    hall = grid_hall(*ROOM, "gemeente-veiligheid")
    for person, x in (("p1", 5), ("p2", 5), ("p3", 5), ("p4", 1), ("p5", 1)):
        place(hall, person, x=x)
    (row,) = close(hall)["rows"]
    assert [(one["x"], one["name"]) for one in row["apart"]] == [(5, None), (1, None), (1, None)]
    (row,) = hall.shared("participant").view["result"]["rows"]
    assert row["apart"] == [], "phones have no room for it"


def test_the_only_small_organisation_is_not_given_away_by_the_others(grid_hall):
    hall = grid_hall("politie", "politie", "politie", "school")
    for person, x in (("p1", 5), ("p2", 5), ("p3", 5), ("p4", 1)):
        place(hall, person, x=x)
    (row,) = close(hall)["rows"]
    assert [one["name"] for one in row["apart"]] == [None, None]


def test_cards_come_in_the_order_of_their_regions(grid_hall):
    hall = grid_hall(cards=5, winners=2)
    for card, (x, y) in zip(
        ("k1", "k2", "k3", "k4", "k5"), ((2, 5), (4, 4), (1, 1), (4, 2), (5, 2)), strict=True
    ):
        place(hall, "p1", card, x, y)
    rows = close(hall)["rows"]
    assert [(row["card"], row["place"], row["region"], row["chosen"]) for row in rows] == [
        ("k5", 1, "quick-win", True),
        ("k4", 2, "quick-win", True),
        ("k2", 3, "project", False),
        ("k3", 4, "chore", False),
        ("k1", 5, "leave", False),
    ]
    assert hall.shared("wall", name="after").view["focus"] == ["idee 5", "idee 4"]


def test_what_is_chosen_can_be_voted_on(halls):
    hall = halls(
        step("ideas"),
        step("grid", "grid", source="ideas", grid="how-now-wow", winners=2),
        step("vote", "ballot", source="grid"),
    )
    hall.join()
    hall.start("ideas")
    for text in ("een", "twee", "drie"):
        hall.card("p1", text)
    hall.start("grid")
    for card, (x, y) in {"k1": (1, 1), "k2": (5, 2), "k3": (4, 4)}.items():
        place(hall, "p1", card, x, y)
    hall.trainer("close", step="grid")
    hall.start("vote")
    assert [one["text"] for one in hall.shared("wall").view["options"]] == ["drie", "twee"]


def test_effort_is_what_a_card_costs(grid_hall):
    hall = grid_hall()
    place(hall, "p1", "k1", 5, 2), place(hall, "p4", "k1", 5, 3), place(hall, "p4", "k2", 1, 5)
    grid = hall.room.steps["grid"]
    assert grid.activity.costs(hall.room, grid) == {}, "nobody knows yet"
    hall.trainer("close", step="grid")
    assert grid.activity.costs(hall.room, grid) == {"k1": 2.5, "k2": 5}


def test_a_risk_has_a_class_for_likelihood_and_one_for_impact(grid_hall):
    hall = grid_hall(grid="risk-frequent")
    six = {"dagelijks": "B", "gevoel": "C", "schade": "A", "vertrouwen": "0", "kwetsbaar": "0"}
    score(hall, "p1", x="D", letsel="0", **six)
    score(hall, "p4", x="C", letsel="D", **six)
    score(hall, "p5", "k2", x="A", letsel="E")
    rows = close(hall)["rows"]
    assert [(row["card"], row["x_sign"], row["y_sign"], row["region"]) for row in rows] == [
        ("k2", "A", "E", "priority"),
        ("k1", "D", "C", "priority"),
    ], "halfway C and D, and halfway B and C, it is the higher"


def test_no_impact_at_all_is_a_class_too(grid_hall):
    hall = grid_hall(grid="risk-rare")
    score(hall, "p1", x="E", letsel="0", gevoel="0")
    (row,) = close(hall)["rows"]
    assert (row["y"], row["y_sign"], row["region"]) == (0, "0", "watch")


@pytest.mark.parametrize("grid", ["risk-rare", "risk-frequent"])
def test_what_comes_first_is_serious_and_possible_or_catastrophic(grid_hall, grid):
    hall = grid_hall("politie", grid=grid, cards=25, per="team", winners=25)
    cells = [(x, y) for x in "ABCDE" for y in "ABCDE"]
    for n, (x, y) in enumerate(cells, 1):
        score(hall, "p1", f"k{n}", x, letsel=y)
    rows = close(hall)["rows"]
    first = {(row["x_sign"], row["y_sign"]) for row in rows if row["region"] == "priority"}
    assert first == {(x, y) for x, y in cells if y == "E" or (x >= "C" and y >= "C")}
    assert [row["y_sign"] for row in rows[:5]] == ["E"] * 5
    assert [row["x_sign"] for row in rows[:5]] == list("EDCBA")


def test_without_cards_there_is_nothing_to_place(halls):
    hall = halls(step("ideas"), step("grid", "grid", source="ideas", grid="how-now-wow"))
    hall.trainer("go_to", step="grid")
    assert code_of(hall.trainer, "open", step="grid") == "no_cards"


def test_a_card_that_is_taken_off_leaves_the_grid(grid_hall):
    hall = grid_hall()
    place(hall, "p1", "k1"), place(hall, "p1", "k2")
    hall.trainer("hide_card", card="k1")
    assert list(hall.mine("p1").view["placed"]) == ["k2"]
    assert code_of(place, hall, "p1", "k1") == "unknown_card"
    hall.trainer("restore_card", card="k1")
    assert [row["card"] for row in close(hall)["rows"]] == ["k1", "k2"]


def test_everyone_gets_the_cards_in_an_order_of_their_own(grid_hall):
    hall = grid_hall(cards=12)
    orders = {person: tuple(hall.mine(person).view["order"]) for person in ("p1", "p2", "p3")}
    assert len(set(orders.values())) == 3
    assert {tuple(sorted(one)) for one in orders.values()} == {tuple(sorted(orders["p1"]))}


def test_the_grid_is_in_the_language_of_the_screen(grid_hall):
    hall = grid_hall(grid="risk-rare")
    nl, en = (hall.shared("wall", lang=lang).view for lang in ("nl", "en"))
    assert (nl["x"]["title"], en["x"]["title"]) == ("Kans", "Likelihood")
    assert [one["sign"] for one in nl["x"]["points"]] == list("ABCDE")
    assert [one["id"] for one in nl["y"]["criteria"]] == [
        "letsel", "dagelijks", "gevoel", "schade", "vertrouwen", "kwetsbaar"
    ]  # fmt: skip
    assert all(set(one["anchors"]) == set("ACE") for one in nl["y"]["criteria"])
    assert (nl["y"]["points"][4]["label"], en["y"]["points"][4]["label"]) == ("catastrofaal", "catastrophic")
