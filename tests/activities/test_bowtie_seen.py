"""Bowties on the screens and in the frame."""

import pytest

from tests._hall import step
from tests.activities._bowtie import add, maker, tie


@pytest.fixture
def make(halls):
    return maker(halls)


def test_a_table_sees_its_own_and_the_room_all_once_they_are_shown(make):
    hall = make()
    add(hall, "p2", "hazard", "Van tafel 2")
    seen = {
        (role, team): [one["team"] for one in hall.shared(role, team).view["ties"]]
        for role, team in (("participant", "Tafel 2"), ("team", "Tafel 2"), ("trainer", None), ("wall", None))
    }
    assert seen == {
        ("participant", "Tafel 2"): ["Tafel 2"],
        ("team", "Tafel 2"): ["Tafel 2"],
        ("trainer", None): ["Tafel 1", "Tafel 2"],
        ("wall", None): [],
    }
    assert hall.shared("wall").view["tally"] == [
        {"team": "Tafel 1", "lines": 3, "measures": 2, "gaps": 1},
        {"team": "Tafel 2", "lines": 0, "measures": 0, "gaps": 0},
    ]
    hall.trainer("reveal", step="tie")
    assert [one["team"] for one in hall.shared("wall").view["ties"]] == ["Tafel 1", "Tafel 2"]
    assert [one["team"] for one in hall.shared("team", "Tafel 2").view["ties"]] == ["Tafel 2", "Tafel 1"]
    assert [one["team"] for one in hall.shared("participant", "Tafel 2").view["ties"]] == ["Tafel 2"]


def test_a_phone_gets_a_list_and_the_large_screens_a_drawing(make):
    hall = make()
    phone, table = tie(hall, "participant"), tie(hall)
    assert (phone["drawings"], phone["ideas"]) == ([], [])
    assert phone["nodes"] == table["nodes"]
    (drawing,) = table["drawings"]
    assert drawing["part"] == "whole"
    shown = {
        box["node"]: " ".join([*box["lines"], *box["note"]])
        for box in drawing["boxes"]
        if box["kind"] != "gap"
    }
    assert shown["n6"] == "De oude bank is 's avonds open nog geen eigenaar"
    assert [box["node"] for box in drawing["boxes"] if box["kind"] == "gap"] == ["n4"]
    english = tie(hall, lang="en")["drawings"][0]["boxes"]
    assert "Gap: no measure yet" in {" ".join(box["lines"]) for box in english}
    assert [box["node"] for box in tie(hall, team="Tafel 2")["drawings"][0]["boxes"]] == [None] * 4
    assert tie(hall, "trainer", "Tafel 2")["drawings"] == []


def test_a_drawing_says_who_owns_what_and_what_is_weak_or_new(make):
    hall = make()
    hall.by(
        "p1", "edit_node", step="tie", node="n6", organisation="jongerenwerk", status="nieuw", effect="zwak"
    )
    spot = add(hall, "p1", "escal", "vakantie", parent="n6")
    support = add(hall, "p1", "escal_barrier", "rooster", parent=spot, organisation="De buren")
    notes = {box["node"]: " ".join(box["note"]) for box in tie(hall)["drawings"][0]["boxes"]}
    assert (notes["n6"], notes[spot], notes[support]) == (
        "Sociaal werk en jongerenwerk ·\u00a0zwak ·\u00a0nieuw", "", "De buren",
    )  # fmt: skip


def test_the_bowtie_tells_where_it_is_weak(make):
    hall = make()
    hall.by(
        "p1", "edit_node", step="tie", node="n6", organisation="politie", effect="zwak", domain="veiligheid"
    )
    hall.by("p1", "edit_node", step="tie", node="n3", domain="sociaal")
    told = tie(hall)["tells"]
    assert (told["gaps"], told["weak"], told["owned"], told["ownership"]) == (["n4"], ["n6"], 1, 0.5)
    assert [(one["line"], one["measure"], one["care"]) for one in told["links"]] == [("n3", "n6", True)]


def test_who_does_what_at_which_level_counts_also_who_does_nothing(make):
    hall = make()
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="politie", prevention=3)
    hall.by("p1", "edit_node", step="tie", node="n7", prevention=4)
    rows = {row["name"]: row["counts"] for row in hall.shared("trainer").view["levels"]}
    assert rows == {
        "Politie": [0, 0, 1, 0], "School": [0, 0, 0, 0], "Bewoners": [0, 0, 0, 0], "": [0, 0, 0, 1],
    }  # fmt: skip


def test_only_the_trainer_gets_the_bowtie_of_the_case(make):
    hall = make()
    for role in ("participant", "team", "wall"):
        assert hall.shared(role, "Tafel 1").view["seed"] is None
    seed = hall.shared("trainer").view["seed"]
    assert seed["top_event"].startswith("De sfeer slaat om")
    assert len(seed["threats"]) == 5


def test_the_frame_holds_a_whole_tree(make):
    hall = make()
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="politie", prevention=3, lead="wijkagent")
    hall.by("p1", "remove_node", step="tie", node="n7")
    frame = hall.workshop.bowtie
    assert frame[["node", "kind", "parent"]].to_numpy(dtype="object", na_value=None).tolist() == [
        ["n1", "hazard", None], ["n2", "top_event", "n1"], ["n3", "threat", "n2"], ["n4", "threat", "n2"],
        ["n5", "consequence", "n2"], ["n6", "prev", "n3"],
    ]  # fmt: skip
    (row,) = frame[frame["node"] == "n6"].to_dict("records")
    assert (row["organisation"], row["prevention"], row["lead"], row["team"]) == (
        "politie", "3", "wijkagent", "Tafel 1",
    )  # fmt: skip


def test_ids_go_on_over_two_bowtie_steps(make):
    hall = make(after=(step("again", "bowtie"),))
    hall.start("again")
    hall.by("p1", "add_node", step="again", element="hazard", text="x")
    assert list(hall.room.steps["again"].data) == ["n8"]


def test_what_somebody_drew_is_theirs_and_counts(make):
    hall = make(after=(step("next"),))
    add(hall, "p3", "threat", "Iemand filmt de groep")
    hall.trainer("go_to", step="next")
    (past,) = hall.mine("p3").past
    assert (past.step, past.texts) == ("tie", ["Iemand filmt de groep"])
    state = hall.room.steps["tie"]
    assert state.activity.took_part(hall.room, state) == 2


def test_a_journal_reads_back_the_same(make):
    hall = make()
    hall.by("p1", "remove_node", step="tie", node="n3")
    hall.by("p1", "restore_node", step="tie", node="n3")
    before = hall.workshop.bowtie
    again = type(hall.workshop).open(hall.path, read_only=True)
    try:
        assert again.bowtie.equals(before)
    finally:
        again.close()
