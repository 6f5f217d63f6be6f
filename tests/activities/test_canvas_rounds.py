"""Brainwriting 6-3-5: sheets that go round, rounds, and what was built on whose idea."""

import pytest

from kit.workshop import Workshop
from tests._hall import code_of, step
from tests._refusals import must_say_why
from tests.activities._canvas import SITUATIONS, canvas_hall  # noqa: F401 - a fixture


@pytest.mark.parametrize(("code", "text", "situation"), SITUATIONS, ids=[code for code, *_ in SITUATIONS])
def test_a_refusal_says_why(canvas_hall, code, text, situation):  # noqa: F811
    must_say_why(situation, canvas_hall, code, text)


@pytest.fixture
def writing(halls):
    """Three people of three organisations at the first table, two of one at the second."""
    hall = halls(
        step("write", canvas="brainwriting-635", hidden=True), step("vote", "ballot", source="write")
    )
    for organisation in ("politie", "school", "bewoners"):
        hall.join(organisation, team="Tafel 1")
    for _ in range(2):
        hall.join("corporatie", team="Tafel 2")
    hall.start("write")
    return hall


def write(hall, person, text, **more):
    return hall.card(person, text, "write", **more)


def sheet(hall, person):
    return hall.mine(person).view["sheet"]


def on_sheet(hall, person):
    return [card["text"] for card in sheet(hall, person)["cards"]]


def go_on(hall):
    hall.trainer("next_round", step="write")


def holder_of(hall, text):
    """Return who has the sheet with this idea in hand."""
    return [one for one in hall.room.people if text in on_sheet(hall, one)]


def test_everyone_begins_a_sheet_of_their_own(writing):
    for n, person in enumerate(writing.room.people):
        write(writing, person, f"idee {n}")
        assert on_sheet(writing, person) == [], "one's own ideas of this round stand among one's own cards"
        assert sheet(writing, person)["own"]
    assert sorted(sheet(writing, one)["number"] for one in ("p1", "p2", "p3")) == [1, 2, 3]
    assert [sheet(writing, one)["of"] for one in ("p1", "p4")] == [3, 2]
    assert writing.shared("wall").view["cards"] == []
    told = {"round": 1, "rounds": 4, "round_minutes": 4, "round_cards": 5, "pass_on": True}
    assert told.items() <= writing.shared("wall").view.items()


def test_each_round_the_sheets_go_on_to_the_next_at_the_table(writing):
    write(writing, "p1", "van p1")
    seen = [holder_of(writing, "van p1")]
    for _ in range(3):
        go_on(writing)
        seen.append(holder_of(writing, "van p1"))
    assert seen[0] == [], "it is in the hand of its own writer"
    assert sorted(seen[1] + seen[2]) == ["p2", "p3"]
    assert seen[3] == ["p1"], "after three rounds at a table of three it is back"


def test_nobody_is_told_whose_ideas_they_are(writing):
    write(writing, "p1", "van p1")
    go_on(writing)
    (holder,) = holder_of(writing, "van p1")
    (card,) = sheet(writing, holder)["cards"]
    assert (card["organisation"], card["team"], card["editable"]) == (None, None, False)


def test_neighbours_come_from_different_organisations_where_that_can_be(halls):
    hall = halls(step("write", canvas="brainwriting-635"), teams=1)
    for organisation in ("politie", "politie", "politie", "school", "school", "school"):
        hall.join(organisation)
    hall.start("write")
    for person in hall.room.people:
        write(hall, person, f"van {person}")
    for _ in range(3):
        go_on(hall)
        for person, one in hall.room.people.items():
            (card, *_) = sheet(hall, person)["cards"]
            if hall.room.steps["write"].data.round % 2 == 0:
                writer = hall.room.people[card["text"].removeprefix("van ")]
                assert writer.organisation != one.organisation


def test_an_idea_keeps_its_parent_and_its_round(writing):
    write(writing, "p1", "een")
    go_on(writing)
    (holder,) = holder_of(writing, "een")
    write(writing, holder, "een en twee", parent="k1")
    cards = writing.workshop.cards.set_index("card")
    assert cards["round"].tolist() == [1, 2]
    assert cards["parent"].tolist()[1] == "k1"
    go_on(writing)
    (last,) = {"p1", "p2", "p3"} - {"p1", holder}
    assert on_sheet(writing, last) == ["een", "een en twee"]


def test_three_ideas_each_round(writing):
    for n in range(3):
        write(writing, "p1", f"{n}")
    assert writing.mine("p1").view["left"] == 0
    assert code_of(write, writing, "p1", "vier") == "too_many_cards"
    go_on(writing)
    assert writing.mine("p1").view["left"] == 3
    assert writing.mine("p1").view["cards"] == [], "what one wrote before went on with the sheet"
    assert code_of(write, writing, "p1", "vier") is None
    assert [len(past.texts) for past in writing.mine("p1", name="vote").past] == [4]


def test_a_latecomer_gets_a_sheet_and_joins_the_circle(writing):
    late = writing.join("gemeente-veiligheid", team="Tafel 1")
    assert sheet(writing, late) == {"number": 0, "of": 0, "own": True, "cards": []}
    write(writing, late, "later")
    go_on(writing)
    assert len(holder_of(writing, "later")) == 1
    assert sheet(writing, late)["of"] == 4
    assert not sheet(writing, late)["own"]


def test_who_moves_to_another_table_leaves_their_sheet_behind(writing):
    write(writing, "p1", "van p1")
    go_on(writing)
    (holder,) = holder_of(writing, "van p1")
    writing.trainer("move", participant=holder, team="Tafel 2")
    go_on(writing)
    assert sheet(writing, holder)["of"] == 3
    assert [sheet(writing, one)["of"] for one in {"p1", "p2", "p3"} - {holder}] == [2, 2]


def test_only_the_trainer_goes_on_and_only_while_it_is_open(writing):
    for actor in (writing.by, writing.at):
        who = "p1" if actor == writing.by else "Tafel 1"
        assert code_of(actor, who, "next_round", step="write") == "not_allowed"
    writing.trainer("close", step="write")
    assert code_of(go_on, writing) == "step_closed"


def test_a_round_is_taken_back(writing):
    write(writing, "p1", "van p1")
    before = [sheet(writing, one) for one in writing.room.people]
    for _ in range(2):
        go_on(writing)
    for _ in range(2):
        writing.trainer("undo")
    assert [sheet(writing, one) for one in writing.room.people] == before
    assert writing.shared("wall").view["round"] == 1


def test_a_step_that_is_opened_again_goes_on_where_it_was(writing):
    write(writing, "p1", "van p1")
    go_on(writing)
    before = [sheet(writing, one) for one in writing.room.people]
    writing.trainer("close", step="write")
    assert sheet(writing, "p1") is None
    writing.trainer("open", step="write")
    assert [sheet(writing, one) for one in writing.room.people] == before


def test_another_process_knows_who_has_which_sheet(writing):
    write(writing, "p1", "van p1")
    go_on(writing)
    with Workshop.open(writing.path) as other:
        assert other.room == writing.room


def test_what_was_built_on_another_organisations_idea_is_told_once_it_may_be_seen(writing):
    write(writing, "p1", "een")
    write(writing, "p2", "los")
    go_on(writing)
    (holder,) = holder_of(writing, "een")
    write(writing, holder, "een en twee", parent="k1")
    assert writing.shared("wall").view["built_on"] is None
    assert writing.shared("trainer").view["built_on"] == pytest.approx(1 / 3)
    assert writing.shared("participant").view["built_on"] is None
    writing.trainer("reveal", step="write")
    assert writing.shared("wall").view["built_on"] == pytest.approx(1 / 3)


def test_rounds_without_sheets(tmp_path, halls):
    own = tmp_path / "rondes.yaml"
    own.write_text(
        "id: rondes\ntitle: {nl: R}\nrounds: 2\nlimit: 1\nzones: [{id: idea, label: {nl: I}}]", "utf-8"
    )
    hall = halls(step("write", canvas=str(own)))
    hall.join(), hall.start("write")
    write(hall, "p1", "een")
    assert code_of(write, hall, "p1", "twee") == "too_many_cards"
    go_on(hall)
    write(hall, "p1", "twee")
    assert (sheet(hall, "p1"), len(hall.mine("p1").view["cards"])) == (None, 2)
    assert code_of(go_on, hall) == "last_round"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"per": "team"}, "per: the sheets of this canvas go from person to person; leave per out"),
        ({"anonymous": True}, "anonymous: who has which sheet in hand tells who wrote on it"),
        ({"rounds": 1}, "rounds: sheets move on between rounds; make it 2 or more"),
    ],
)
def test_what_does_not_go_with_sheets_is_said(halls, settings, said):
    with pytest.raises(ValueError, match=said):
        halls(step("write", canvas="brainwriting-635", **settings))


def test_a_phone_is_told_of_no_sheet_but_its_own(writing):
    write(writing, "p1", "van p1")
    go_on(writing)
    told = {one: writing.bytes_for("participant", one) for one in writing.room.people}
    assert [one for one, text in told.items() if "van p1" in text] == holder_of(writing, "van p1")
