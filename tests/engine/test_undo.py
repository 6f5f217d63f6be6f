"""Every action of the trainer can be taken back, and then all is as it was before."""

from copy import deepcopy

import msgspec
import pytest

from kit.activities import REGISTRY
from kit.room import Room
from kit.workshop import Workshop
from tests._hall import code_of, step
from tests._refusals import of_activities


@pytest.fixture
def busy(halls):
    """A hall in the middle of its second canvas, with cards, votes, people and tables."""
    hall = halls(
        step("ideas"),
        step("vote", "ballot", source="ideas", dots=3),
        step("more", hidden=True),
        step("choice", "ballot", source="more"),
        step("after"),
        step("spend", "ballot", source="ideas", method="budget"),
    )
    people = [hall.join(organisation) for organisation in ("politie", "school", "politie")]
    hall.start("ideas")
    for n, person in enumerate(people):
        hall.card(person, f"idee {n}")
    hall.trainer("merge_cards", cards=["k1", "k2"], text="samen")
    hall.trainer("hide_card", card="k3")
    hall.start("vote")
    hall.vote(people[0], k4=2)
    hall.start("more")
    hall.card(people[0], "een kaartje", "more")
    hall.card(people[1], "nog een", "more")
    hall.by(people[0], "ready", step="more")
    hall.trainer("add_card", step="more", zone="idea", text="van een blad", paper={"id": "1"})
    return hall


def state_of(room):
    """All that people can see or do depends on this; what happened when does not."""
    state = deepcopy({name: getattr(room, name) for name in Room.__struct_fields__})
    for name in ("seq", "at", "actions", "next_card"):
        del state[name]
    for one in state["steps"].values():
        one.activity = one.activity.name
        if isinstance(one.data, dict):  # a ballot that was taken back is as good as none
            casts = {who: (cast.votes, cast.organisation) for who, cast in one.data.items() if cast.votes}
            one.data = casts | one.data.costs
        else:
            one.data = [name for name in one.data.cards if not room.cards[name].withdrawn]
    state["cards"] = {name: card for name, card in state["cards"].items() if not card.withdrawn}
    return state


ACTIONS = {
    "go on": ("go_to", {"step": "after"}),
    "go back": ("go_to", {"step": "ideas"}),
    "close": ("close", {"step": "more"}),
    "open another": ("open", {"step": "after"}),
    "reopen a vote": ("open", {"step": "vote"}),
    "open a vote on what is hidden": ("open", {"step": "choice"}),
    "reveal": ("reveal", {"step": "more"}),
    "timer": ("timer", {"seconds": 77}),
    "pause": ("timer", {"pause": True}),
    "a minute more": ("timer", {"add": 60}),
    "attention": ("attention", {}),
    "message": ("message", {"text": "Nog vijf minuten"}),
    "new tables": ("set_teams", {"teams": ["Rood", "Tafel 2", "Blauw"]}),
    "move": ("move", {"participant": "p1", "team": "Tafel 2"}),
    "hide": ("hide_card", {"card": "k5"}),
    "restore": ("restore_card", {"card": "k3"}),
    "merge": ("merge_cards", {"cards": ["k5", "k6"]}),
    "unmerge": ("unmerge", {"card": "k4"}),
    "edit": ("edit_card", {"card": "k5", "text": "beter"}),
    "withdraw": ("withdraw_card", {"card": "k7"}),
    "price": ("set_cost", {"step": "spend", "card": "k4", "cost": 5}),
    "write": ("add_card", {"step": "more", "zone": "idea", "text": "van de trainer"}),
    "leave out": ("skip_step", {"step": "after"}),
    "once more": ("repeat_step", {"step": "ideas"}),
    "put in": ("insert_step", {"after": "ideas", "extra": "rondje"}),
    "type in a sheet": ("add_card", {"step": "more", "zone": "idea", "text": "x", "paper": {"id": "7"}}),
}


@pytest.mark.parametrize("what", ACTIONS)
def test_an_action_is_taken_back(busy, what):
    kind, fields = ACTIONS[what]
    if what == "move":
        fields = fields | {"team": {"Tafel 1": "Tafel 2", "Tafel 2": "Tafel 1"}[busy.room.people["p1"].team]}
    before = state_of(busy.room)
    busy.trainer(kind, **fields)
    assert state_of(busy.room) != before, "it did something"
    busy.trainer("undo")
    assert state_of(busy.room) == before
    with Workshop.open(busy.path) as other:
        assert other.room == busy.room


def test_a_step_that_was_left_out_is_so_again(busy):
    busy.trainer("skip_step", step="after")
    before = state_of(busy.room)
    busy.trainer("go_to", step="after")
    busy.trainer("undo")
    assert state_of(busy.room) == before


def test_every_command_of_the_trainer_is_among_them():
    ours = {"set_profile", "ready", "cast_votes"}
    elsewhere = {"undo", "finish", *of_activities("UNDONE")}
    assert {kind for kind, _ in ACTIONS.values()} | ours | elsewhere == set(REGISTRY.command_kinds)


def test_the_end_is_taken_back(busy):
    busy.trainer("close", step="more")
    before = state_of(busy.room)
    busy.trainer("finish")
    assert busy.room.finished
    busy.trainer("undo")
    assert state_of(busy.room) == before


def test_a_vote_from_paper_is_taken_back(busy):
    busy.start("vote")
    busy.trainer("cast_votes", step="vote", votes={"k4": 1}, paper={"id": "7", "organisation": "school"})
    before = state_of(busy.room)
    busy.trainer("cast_votes", step="vote", votes={"k4": 3}, paper={"id": "7", "organisation": "school"})
    busy.trainer("undo")
    assert state_of(busy.room) == before
    busy.trainer("undo")
    assert "paper-7" not in state_of(busy.room)["steps"]["vote"].data
    assert set(busy.workshop.votes["participant"]) == {"p1"}


def test_actions_are_taken_back_one_by_one_from_the_last(busy):
    states = []
    for kind, fields in (
        ("attention", {}), ("message", {"text": "hoi"}), ("close", {"step": "more"}),
        ("go_to", {"step": "after"}), ("open", {"step": "after"}), ("timer", {"add": 60}),
        ("hide_card", {"card": "k5"}),
    ):  # fmt: skip
        states.append(state_of(busy.room))
        busy.trainer(kind, **fields)
    for before in reversed(states):
        busy.trainer("undo")
        assert state_of(busy.room) == before


def test_the_first_step_is_taken_back_to_before_the_start(hall):
    hall.trainer("go_to", step="ideas")
    hall.trainer("undo")
    assert hall.shared("wall").state == "waiting"
    assert [line.planned_at for line in hall.shared("wall").steps] == [None] * 3
    assert code_of(hall.trainer, "undo") == "nothing_to_undo"


def test_what_people_did_since_stays(busy):
    busy.trainer("attention")
    busy.card("p3", "tussendoor", "more")
    busy.trainer("undo")
    assert not busy.room.attention
    assert "tussendoor" in list(busy.workshop.cards["text"])


def test_who_came_in_since_keeps_a_table(busy):
    busy.trainer("set_teams", teams=["Rood", "Blauw"])
    late = busy.join("school")
    busy.trainer("undo")
    assert busy.room.people[late].team in ("Tafel 1", "Tafel 2")


def test_the_console_is_told_what_undo_would_take_back(busy):
    busy.trainer("reveal", step="more")
    assert busy.shared("trainer").console.undo == "step_revealed"
    busy.trainer("undo")
    assert busy.shared("trainer").console.undo == "card_added"


def test_hiding_twice_is_one_action(busy):
    busy.trainer("hide_card", card="k5")
    busy.trainer("hide_card", card="k5")
    busy.trainer("undo")
    assert not busy.room.cards["k5"].hidden


def test_an_undo_is_an_event_and_nothing_is_erased(busy):
    kinds = [type(entry.event) for entry in busy.workshop.entries]
    busy.trainer("message", text="oeps")
    busy.trainer("undo")
    assert [type(entry.event) for entry in busy.workshop.entries][: len(kinds)] == kinds
    assert len(busy.workshop.entries) == len(kinds) + 2
    undone = msgspec.to_builtins(busy.workshop.entries[-1].event)
    assert undone == {
        "kind": "undone", "of": len(kinds) + 1, "restored": [{"kind": "message_set", "text": ""}]
    }  # fmt: skip


def test_only_so_many_actions_are_kept(hall):
    for n in range(40):
        hall.trainer("message", text=f"{n}")
    for n in range(30):
        assert hall.room.message == f"{39 - n}"
        hall.trainer("undo")
    assert code_of(hall.trainer, "undo") == "nothing_to_undo"
