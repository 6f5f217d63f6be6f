"""From a chosen risk to a bowtie, from its gaps to ideas, and from those back to its lines."""

import pytest

from tests._hall import code_of, step
from tests.activities._bowtie import add, maker, marks, tie


@pytest.fixture
def make(halls):
    return maker(halls)


CHOICE = (step("risks"), step("vote", "ballot", source="risks", dots=3, winners=2))


def test_each_table_draws_another_chosen_card(make):
    hall = make(*CHOICE, focus="vote", teams=3)
    hall.start("risks")
    for n in (1, 2, 3):
        hall.card("p1", f"risico {n}", name="risks")
    hall.start("vote")
    hall.vote("p1", k2=2, k3=1)
    hall.trainer("close", step="vote")
    hall.start("tie")
    assert [one["topic"] for one in hall.shared("trainer").view["ties"]] == [
        "risico 2",
        "risico 3",
        "risico 2",
    ]
    add(hall, "p2", "top_event", "De sfeer slaat om")
    assert [(row.kind, row.card, row.team) for row in hall.workshop.bowtie.itertuples()] == [
        ("top_event", "k3", "Tafel 2")
    ]


def test_without_a_choice_tables_choose_themselves(make):
    hall = make(*CHOICE, focus="vote")
    hall.start("tie")
    assert [one["topic"] for one in hall.shared("trainer").view["ties"]] == ["", ""]


def test_gaps_and_weak_measures_are_questions_to_find_ideas_for(make):
    hall = make()
    spot = add(hall, "p1", "escal", "Vakantie.", parent="n7")
    hall.by("p1", "edit_node", step="tie", node="n6", organisation="politie", effect="zwak")
    add(hall, "p2", "consequence", "Mensen blijven binnen.")
    state = hall.room.steps["tie"]
    offers = state.activity.offers(hall.room, state, "nl")
    well = "Hoe kunnen we zorgen dat het goed blijft gaan, ook als dit gebeurt:"
    works = "Hoe kunnen we zorgen dat ‘De wijkagent is er snel’ blijft werken, ook met deze zwakke plek:"
    assert [(one.id, one.text, one.organisation) for one in offers] == [
        ("n4", f"{well} ‘Een ruzie van online gaat verder’?", None),
        ("n6", "Hoe kunnen we deze maatregel sterker maken: ‘De oude bank is 's avonds open’?", "Politie"),
        (spot, f"{works} ‘Vakantie’?", None),
        ("n9", "Hoe kunnen we dit gevolg kleiner maken: ‘Mensen blijven binnen’?", None),
    ]
    assert state.activity.offers(hall.room, state, "en")[1].text.startswith("How might we make this measure")


AFTER = (step("ideas"), step("choose", "ballot", source="ideas", dots=3))


@pytest.fixture
def chosen(make):
    """A hall in which an idea (k1) was chosen after the bowties, and another (k2) was not."""
    hall = make(after=AFTER)
    hall.start("ideas")
    hall.card("p2", "Een gastheer op het plein")
    hall.card("p2", "Nog een idee")
    hall.start("choose")
    hall.vote("p1", name="choose", k1=3)
    hall.trainer("close", step="choose")
    hall.trainer("go_to", step="tie")
    return hall


def test_a_chosen_idea_comes_back_on_its_line(chosen):
    assert tie(chosen)["ideas"] == [{"card": "k1", "text": "Een gastheer op het plein", "node": None}]
    chosen.trainer("place_idea", step="tie", card="k1", node="n4")
    assert marks(chosen, "n8") == {"status": "idee"}
    (row,) = chosen.workshop.bowtie.query("card == 'k1'").to_dict("records")
    assert (row["kind"], row["parent"], row["status"], row["text"]) == (
        "prev", "n4", "idee", "Een gastheer op het plein",
    )  # fmt: skip
    assert tie(chosen)["ideas"] == []
    assert tie(chosen)["tells"]["gaps"] == []
    assert len(tie(chosen, team="Tafel 2")["ideas"]) == 1, "another table may want it too"
    chosen.trainer("undo")
    assert tie(chosen)["tells"]["gaps"] == ["n4"]


@pytest.mark.parametrize(
    ("node", "lands"),
    [("n3", ("prev", "n3")), ("n5", ("recov", "n5")), ("n6", ("prev", "n3")), ("n7", ("recov", "n5"))],
)
def test_an_idea_lands_on_the_line_of_what_was_pointed_at(chosen, node, lands):
    chosen.trainer("place_idea", step="tie", card="k1", node=node)
    new = tie(chosen)["nodes"][-1]
    assert (new["element"], new["parent"]) == lands


def test_an_idea_on_a_weak_spot_is_extra_support(chosen):
    chosen.trainer("open", step="tie")
    spot = add(chosen, "p1", "escal", "vakantie", parent="n6")
    chosen.by("p1", "place_idea", step="tie", card="k1", node=spot)
    new = tie(chosen)["nodes"][-1]
    assert (new["element"], new["parent"], new["card"]) == ("escal_barrier", spot, "k1")


def test_what_can_not_be_placed(chosen):
    def place(card="k1", node="n4", by=None, **fields):
        fields = {"step": "tie", "card": card, "node": node} | fields
        return code_of(by or chosen.trainer, "place_idea", **fields)

    assert place(card="k9") == "unknown_card"
    assert place(node="n9") == "unknown_node"
    assert place(node="n1") == "wrong_parent"
    assert place(node="n2") == "wrong_parent"
    assert code_of(chosen.by, "p1", "place_idea", step="tie", card="k1", node="n4") == "step_closed"
    chosen.trainer("open", step="tie")
    assert code_of(chosen.by, "p2", "place_idea", step="tie", card="k1", node="n4") == "other_table"
    assert code_of(chosen.by, "p1", "place_idea", step="tie", card="k2", node="n4") == "unknown_card", (
        "not chosen"
    )
    assert code_of(chosen.by, "p1", "place_idea", step="tie", card="k1", node="n4") is None
    assert place() == "already_placed"
    chosen.trainer("hide_card", card="k2")
    assert place(card="k2") == "unknown_card"


def test_a_table_can_not_read_a_hidden_step_by_placing_its_cards(make):
    hall = make(after=(step("secret", hidden=True),))
    hall.start("secret")
    hall.card("p2", "nog niet voor iedereen", name="secret")
    hall.start("tie")
    assert code_of(hall.by, "p1", "place_idea", step="tie", card="k1", node="n4") == "unknown_card"


def test_a_card_written_for_a_gap_knows_its_line(chosen):
    """A canvas that builds on a bowtie keeps the question's id as the parent of the card."""
    chosen.room.cards["k2"].parent = "n4"
    assert tie(chosen)["ideas"] == [
        {"card": "k1", "text": "Een gastheer op het plein", "node": None},
        {"card": "k2", "text": "Nog een idee", "node": "n4"},
    ]
    chosen.room.cards["k1"].parent = "k2"
    assert tie(chosen)["ideas"][0]["node"] == "n4", "it builds on a card for that gap"
    assert tie(chosen, team="Tafel 2")["ideas"] == [], "it is the other table's gap"
