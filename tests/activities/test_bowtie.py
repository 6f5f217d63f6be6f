"""A bowtie per table: what may be drawn where, and who may change it."""

import pytest

from kit.errors import RefusedError
from tests._hall import code_of, participant, step
from tests._refusals import must_say_why
from tests.activities._bowtie import SITUATIONS, UNDONE, add, maker, marks, texts, tie


@pytest.fixture
def make(halls):
    return maker(halls)


def test_a_bowtie_is_drawn_together(make):
    hall = make()
    add(hall, "p3", "threat", "Iemand filmt de groep")
    hall.at(
        "Tafel 1", "add_node", step="tie", element="escal", text="In de vakantie is er niemand", parent="n6"
    )
    assert texts(hall, "threat") == [
        "Het vriest en er is geen plek", "Een ruzie van online gaat verder", "Iemand filmt de groep"
    ]  # fmt: skip
    assert [(one["element"], one["parent"]) for one in tie(hall)["nodes"]][-3:] == [
        ("recov", "n5"), ("threat", None), ("escal", "n6")
    ]  # fmt: skip
    assert tie(hall, team="Tafel 2")["nodes"] == [], "every table has its own"


def test_a_measure_says_who_owns_it_and_more(make):
    hall = make()
    said = {"organisation": "Jongerenwerk", "lead": " teamleider  avond ", "status": "nieuw",
            "effect": "zwak", "prevention": 2, "chain": "preventie", "domain": "sociaal"}  # fmt: skip
    hall.by("p1", "edit_node", step="tie", node="n6", **said)
    assert marks(hall, "n6") == said | {"organisation": "jongerenwerk", "lead": "teamleider avond"}
    hall.by("p3", "edit_node", step="tie", node="n6", lead="", prevention=0, status="bestaat")
    assert marks(hall, "n6") == {
        "organisation": "jongerenwerk", "status": "bestaat", "effect": "zwak",
        "chain": "preventie", "domain": "sociaal",
    }, "what is left out stays"  # fmt: skip
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="")
    assert "organisation" not in marks(hall, "n6")


def test_a_change_that_changes_nothing_leaves_no_trace(make):
    hall = make()
    seq = hall.room.seq
    hall.by("p1", "edit_node", step="tie", node="n3", text=" Het vriest  en er is geen plek")
    assert hall.room.seq == seq


@pytest.mark.parametrize(
    ("element", "said", "code"),
    [
        ("threat", {}, None),
        ("threat", {"parent": "n3"}, "wrong_parent"),
        ("prev", {"parent": "n3"}, None),
        ("prev", {}, "wrong_parent"),
        ("prev", {"parent": "n5"}, "wrong_parent"),
        ("prev", {"parent": "n99"}, "unknown_parent"),
        ("recov", {"parent": "n3"}, "wrong_parent"),
        ("escal", {"parent": "n6"}, None),
        ("escal", {"parent": "n7"}, None),
        ("escal", {"parent": "n3"}, "wrong_parent"),
        ("escal_barrier", {"parent": "n6"}, "wrong_parent"),
        ("hazard", {}, "only_one"),
        ("top_event", {}, "only_one"),
        ("threat", {"organisation": "politie"}, "does_not_fit"),
        ("threat", {"domain": "zorg"}, None),
        ("escal", {"parent": "n6", "status": "nieuw"}, "does_not_fit"),
        ("prev", {"parent": "n3", "chain": "proactie"}, None),
        ("prev", {"parent": "n3", "chain": "nazorg"}, "does_not_fit"),
        ("recov", {"parent": "n5", "chain": "nazorg"}, None),
        ("prev", {"parent": "n3", "organisation": "x" * 61}, "bad_organisation"),
        ("prev", {"parent": "n3", "lead": "x" * 61}, "too_long"),
        ("prev", {"parent": "n3", "prevention": 5}, "bad_command"),
        ("prev", {"parent": "n3", "status": "goed"}, "bad_command"),
        ("barrier", {"parent": "n3"}, "bad_command"),
        ("threat", {"team": "Tafel 2"}, "other_table"),
    ],
)
def test_what_may_be_drawn_where(make, element, said, code):
    hall = make()
    command = {"step": "tie", "element": element, "text": "Iets nieuws"} | said
    assert code_of(hall.by, "p1", "add_node", **command) == code


def test_a_text_has_something_in_it_and_fits(make):
    hall = make()
    assert code_of(add, hall, "p1", "threat", "  ") == "empty_text"
    assert code_of(add, hall, "p1", "threat", "x" * 121) == "too_long"
    assert code_of(add, hall, "p1", "threat", "x" * 120) is None
    assert code_of(hall.by, "p1", "edit_node", step="tie", node="n3", text="x" * 121) == "too_long"


def test_the_same_text_does_not_come_twice_in_one_place(make):
    """Two people at a table type at the same time what was just said."""
    hall = make()
    assert code_of(add, hall, "p3", "threat", "Het VRIEST en er is geen  plek") == "same_text"
    assert code_of(add, hall, "p2", "threat", "Het vriest en er is geen plek") is None, "at another table"
    add(hall, "p1", "prev", "De oude bank is 's avonds open", parent="n4")
    text = "Een ruzie van online gaat verder"
    assert code_of(hall.by, "p1", "edit_node", step="tie", node="n3", text=text) == "same_text"


def test_a_drawing_stays_small_enough_to_talk_about(make):
    hall = make(most_lines=3)
    add(hall, "p1", "threat", "drie")
    assert code_of(add, hall, "p1", "threat", "vier") == "too_many_lines"
    add(hall, "p1", "prev", "twee", parent="n3")
    add(hall, "p1", "prev", "drie", parent="n3")
    assert code_of(add, hall, "p1", "prev", "vier", parent="n3") == "too_many_measures"
    assert code_of(add, hall, "p1", "prev", "vier", parent="n4") is None
    spot = add(hall, "p1", "escal", "een", parent="n6")
    assert code_of(add, hall, "p1", "escal", "twee", parent="n6") == "only_one"
    add(hall, "p1", "escal_barrier", "een", parent=spot)
    assert code_of(add, hall, "p1", "escal_barrier", "twee", parent=spot) == "only_one"


def test_what_is_taken_off_goes_with_all_that_hangs_on_it_and_comes_back_so(make):
    hall = make()
    spot = add(hall, "p1", "escal", "vakantie", parent="n6")
    add(hall, "p1", "escal_barrier", "rooster", parent=spot)
    hall.by("p3", "remove_node", step="tie", node=spot)
    hall.by("p3", "remove_node", step="tie", node="n3")
    assert [one["id"] for one in tie(hall)["nodes"]] == ["n1", "n2", "n4", "n5", "n7"]
    assert code_of(hall.by, "p1", "edit_node", step="tie", node="n6", text="x") == "unknown_node"
    assert code_of(hall.by, "p1", "remove_node", step="tie", node="n3") == "unknown_node"
    assert code_of(add, hall, "p1", "prev", "x", parent="n3") == "unknown_parent"
    assert code_of(hall.by, "p1", "restore_node", step="tie", node="n6") == "unknown_node", "it went with n3"
    assert code_of(hall.by, "p1", "restore_node", step="tie", node=spot) == "unknown_parent"
    hall.by("p1", "restore_node", step="tie", node="n3")
    assert [one["id"] for one in tie(hall)["nodes"]] == ["n1", "n2", "n3", "n4", "n5", "n6", "n7"]
    hall.by("p1", "restore_node", step="tie", node=spot)
    assert len(tie(hall)["nodes"]) == 9
    assert code_of(hall.by, "p1", "restore_node", step="tie", node=spot) == "unknown_node"


def test_there_must_still_be_room_for_what_comes_back(make):
    hall = make(most_lines=2)
    hall.by("p1", "remove_node", step="tie", node="n3")
    add(hall, "p1", "threat", "iets anders")
    assert code_of(hall.by, "p1", "restore_node", step="tie", node="n3") == "too_many_lines"


def test_a_table_changes_its_own_drawing_while_the_step_is_open(make):
    hall = make()
    for kind, said in (("edit_node", {"text": "x"}), ("remove_node", {}), ("restore_node", {})):
        assert code_of(hall.by, "p2", kind, step="tie", node="n3", **said) in {"other_table", "unknown_node"}
        assert code_of(hall.at, "Tafel 2", kind, step="tie", node="n9", **said) == "unknown_node"
    hall.trainer("close", step="tie")
    assert code_of(add, hall, "p1", "threat", "te laat") == "step_closed"
    assert code_of(hall.by, "p1", "edit_node", step="tie", node="n3", text="te laat") == "step_closed"
    assert code_of(hall.by, "p1", "remove_node", step="tie", node="n3") == "step_closed"


def test_the_trainer_draws_for_a_table_and_mends_any(make):
    hall = make()
    assert code_of(add, hall, "trainer", "threat", "x") == "no_team"
    assert code_of(add, hall, "trainer", "threat", "x", team="Tafel 9") == "unknown_team"
    add(hall, "trainer", "threat", "van papier", team="Tafel 2")
    assert texts(hall, "threat", "Tafel 2") == ["van papier"]
    hall.trainer("close", step="tie")
    hall.trainer("edit_node", step="tie", node="n3", text="netter")
    assert texts(hall, "threat")[0] == "netter"
    assert code_of(add, hall, "trainer", "threat", "x", team="Tafel 1") == "step_closed"


def test_without_a_table_nobody_draws(make):
    hall = make()
    person = hall.join(None)
    assert code_of(add, hall, person, "threat", "x") == "no_team"
    assert hall.shared("participant", None).view["ties"] == []


@pytest.fixture
def with_card(make):
    """A hall with a card (k1) in a later step, and an element (n5) that was taken off."""
    hall = make(after=(step("ideas"),))
    hall.start("ideas")
    hall.card("p2", "een gastheer")
    hall.start("tie")
    return hall


@pytest.mark.parametrize("kind", UNDONE)
def test_the_trainer_takes_back_what_the_trainer_did(with_card, kind):
    if kind == "restore_node":
        with_card.by("p1", "remove_node", step="tie", node="n5")
    before = tie(with_card)["nodes"]
    with_card.trainer(kind, step="tie", **UNDONE[kind])
    assert tie(with_card)["nodes"] != before
    with_card.trainer("undo")
    assert tie(with_card)["nodes"] == before
    with_card.workshop.rebuild()
    assert tie(with_card)["nodes"] == before


def test_what_a_table_did_with_it_since_stays(with_card):
    hall = with_card
    hall.trainer("edit_node", step="tie", node="n6", text="anders", organisation="politie", prevention=2)
    hall.by("p1", "edit_node", step="tie", node="n6", text="weer anders", prevention=3)
    hall.trainer("undo")
    (node,) = [one for one in tie(hall)["nodes"] if one["id"] == "n6"]
    assert (node["text"], marks(hall, "n6")) == ("weer anders", {"prevention": 3})
    new = add(hall, "trainer", "threat", "van papier", team="Tafel 1")
    add(hall, "p1", "prev", "een gastheer", parent=new)
    hall.trainer("undo")
    assert "van papier" in texts(hall, "threat")


@pytest.mark.parametrize(
    ("code", "text", "situation"), SITUATIONS, ids=[f"{code}-{n}" for n, (code, *_) in enumerate(SITUATIONS)]
)
def test_a_refusal_has_a_code_and_says_why(with_card, code, text, situation):
    must_say_why(situation, with_card, code, text)


def test_screens_that_only_look_do_not_draw(make):
    hall = make()
    wall = participant("p1")
    for role in ("wall", "results"):
        actor = type(wall)(role, role)
        command = {"kind": "add_node", "step": "tie", "element": "threat", "text": "x"}
        assert code_of(hall.workshop.do, command, actor) == "not_allowed"


def test_a_refusal_says_what_to_do(make):
    hall = make(most_lines=2)
    with pytest.raises(RefusedError, match=r"There is room for 2\. Take one away first\.") as refusal:
        add(hall, "p1", "threat", "drie")
    assert refusal.value.say("nl") == "Er is plaats voor 2. Haal er eerst een weg."
