"""The ranking that an analyst makes from the frames is the one that the room saw."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.activities.ballot_count import Box, Cast, result, tells
from kit.frames import build
from kit.insight.ranking import COLUMNS, PAYS, ranking, who_pays
from tests._hall import Hall, step

ORGANISATIONS = ["gemeente", "politie", "school", "bewoners"]
DTYPES = {"place": "int64", "card": "str", "text": "str", "points": "float64", "voters": "int64",
          "share": "float64", "scale": "float64", "majority": "int64", "lowest": "float64",
          "label": "str", "organisations": "int64", "answered": "int64", "against": "int64",
         "measure": "float64", "chosen": "bool", "first": "float64", "among": "float64",
         "ahead": "float64", "polis": "float64"}  # fmt: skip


def votes(*rows, step="stemmen"):
    """Make votes of (card, participant, organisation, weight)."""
    table = pd.DataFrame(list(rows), columns=["card", "participant", "organisation", "weight"])
    kinds = {"step": "category", "organisation": "category", "weight": "Int64"}
    return table.assign(step=step).astype({"card": "str", "participant": "str"} | kinds)


def cards(*names):
    return pd.DataFrame({"card": list(names), "text": [f"idee {name}" for name in names]}, dtype="str")


def test_a_ranking_says_what_the_wall_says():
    rows = [("k2", "p1", "politie", 3), ("k1", "p2", "school", 1), ("k2", "p2", "school", 1)]
    table = ranking(votes(*rows), cards("k1", "k2", "k3"))
    assert table.dtypes.astype("str").to_dict() == DTYPES
    assert list(table) == COLUMNS
    assert table[COLUMNS[:10]].round(3).to_dict("records") == [
        {"place": 1, "card": "k2", "text": "idee k2", "points": 4, "voters": 2, "share": 1.0, "scale": 100.0,
         "majority": 2, "lowest": 1.0, "label": "broad"},
        {"place": 2, "card": "k1", "text": "idee k1", "points": 1, "voters": 1, "share": 0.5, "scale": 30.902,
         "majority": 1, "lowest": 0.0, "label": "divides"},
    ]  # fmt: skip


def test_without_votes_there_is_an_empty_ranking_of_the_same_shape():
    table = ranking(votes(), cards("k1"))
    assert table.empty
    assert table.dtypes.astype("str").to_dict() == DTYPES


def test_voters_without_an_organisation_count_as_voters_and_for_no_organisation():
    rows = [("k1", "p1", None, 1), ("k2", "p2", "school", 1)]
    table = ranking(votes(*rows), cards("k1", "k2")).set_index("card")
    assert table["share"].to_dict() == {"k1": 0.5, "k2": 0.5}
    assert table["majority"].to_dict() == {"k1": 0, "k2": 1}
    alone = ranking(votes(rows[0]), cards("k1"))
    assert alone["scale"].tolist() == pytest.approx([50])


def test_an_organisation_that_did_not_vote_pulls_to_the_middle_when_it_is_named():
    table = [ranking(votes(("k1", "p1", "school", 1)), cards("k1"), organisations=there)["scale"][0]
             for there in ([], ["school"], ["school", "politie", None])]  # fmt: skip
    assert table == pytest.approx([100, 100, 71.8], abs=0.1)


def test_what_is_equal_in_all_comes_in_the_order_of_the_cards():
    rows = [(card, "p1", "school", 1) for card in ("k10", "k9", "k2")]
    assert ranking(votes(*rows), cards("k2", "k9", "k10"))["card"].tolist() == ["k2", "k9", "k10"]


def test_points_decide_between_equals_or_all_when_asked():
    rows = [("k1", "p1", "school", 1), ("k2", "p1", "school", 2), ("k3", "p2", "politie", 9),
            ("k1", "p2", "politie", 1), ("k2", "p2", "politie", 1)]  # fmt: skip
    told, shown = votes(*rows), cards("k1", "k2", "k3")
    assert ranking(told, shown)["card"].tolist() == ["k2", "k1", "k3"]
    assert ranking(told, shown, by="points")["card"].tolist() == ["k3", "k2", "k1"]


def test_votes_on_cards_that_are_left_out_are_left_out():
    rows = [(card, "p1", "school", 1) for card in ("k1", "k2")]
    assert ranking(votes(*rows), cards("k2"))["card"].tolist() == ["k2"]


def test_the_size_of_the_panel_can_be_chosen():
    told = votes(("k1", "p1", "school", 1), ("k2", "p2", "politie", 1))
    assert ranking(told, cards("k1", "k2"), panel=20)["scale"].tolist() != pytest.approx(
        ranking(told, cards("k1", "k2"))["scale"].tolist()
    )


def test_votes_of_two_ballots_are_not_added_up():
    both = pd.concat([votes(("k1", "p1", "school", 1), step=name) for name in ("hkw", "stemmen")])
    with pytest.raises(ValueError, match=r"votes of 2 ballots; choose one: votes\[votes\['step'\] =="):
        ranking(both, cards("k1"))


def test_votes_of_nobody_in_particular_can_not_be_ranked():
    """Anonymous frames don't say which votes are of one person."""
    anonymous = votes(("k1", "p1", "school", 1)).assign(participant=pd.array([None], dtype="str"))
    with pytest.raises(
        ValueError, match=r"which came from one voter; take frames\(\) without anonymous=True"
    ):
        ranking(anonymous, cards("k1"))


def test_tables_count_as_one_each_where_they_voted():
    told = votes(("k1", "team:A", None, 2), ("k1", "team:B", None, 1), ("k2", "team:B", None, 1))
    told["team"] = ["A", "B", "B"]
    table = ranking(told, cards("k1", "k2"))
    assert table["card"].tolist() == ["k1", "k2"]
    assert table["majority"].tolist() == [2, 1]
    assert table["scale"].tolist() == pytest.approx([100, 30.9], abs=0.1)


def test_the_small_organisations_of_an_anonymous_ballot_count_as_one_together():
    told = votes(("k1", "~a", "politie", 1), ("k2", "~b", None, 1), ("k2", "~c", None, 1))
    table = ranking(told, cards("k1", "k2")).set_index("card")
    assert table["scale"].to_dict() == pytest.approx({"k1": 30.9, "k2": 30.9}, abs=0.1)
    assert table["majority"].to_dict() == {"k1": 1, "k2": 1}


def test_a_budget_can_not_be_spent_without_costs():
    with pytest.raises(ValueError, match=r"no cost of \['k1'\]; give costs="):
        ranking(votes(("k1", "p1", "school", 1)), cards("k1"), method="budget", budget=3)


def test_who_pays_for_a_fair_set():
    """The two organisations have 2 each; k1 costs them 1.5 each, k2 fits in with what is left."""
    wants = [("k1", "p1", "politie", 1), ("k1", "p2", "school", 1), ("k2", "p2", "school", 1)]
    found = who_pays(votes(*wants), cards("k1", "k2"), costs={"k1": 3, "k2": 1}, budget=4, open_vote=True)
    assert list(found) == PAYS
    assert found["card"].tolist()[:2] == ["k1", "k1"] or found["card"].tolist()[0] == "k2"
    parts = found.groupby("card")["part"].sum()
    assert parts["k1"] == pytest.approx(1)
    assert set(found.loc[found["card"] == "k1", "organisation"]) == {"politie", "school"}
    assert set(found["text"]) == {"idee k1", "idee k2"}


@pytest.mark.parametrize("small", ["school", None, "~rest"])
def test_who_pays_is_not_told_where_somebody_pays_for_two(small):
    """Of k1 it is known that it was bought, of k2 that it came in with what was left; not for whom."""
    home = None if small == "~rest" else small
    few = [
        ("k1", f"~{n}" if small == "~rest" else f"s{n}", home, 1) for n in range(4 if small == "~rest" else 2)
    ]
    wants = [*few, *[("k1", f"p{n}", "politie", 1) for n in range(5)], ("k2", "p0", "politie", 1)]
    told = who_pays(votes(*wants), cards("k1", "k2"), costs={"k1": 3, "k2": 4}, budget=7)
    assert told.loc[told["card"] == "k1", "part"].tolist() == [1]
    assert told["organisation"].isna().all()
    assert len(told) == 2


def test_who_pays_is_told_where_all_are_large():
    wants = [("k1", f"{home}{n}", home, 1) for home in ("politie", "school") for n in range(3)]
    told = who_pays(votes(*wants), cards("k1"), costs={"k1": 3}, budget=4)
    assert dict(zip(told["organisation"], told["part"], strict=True)) == {"politie": 0.5, "school": 0.5}


def test_what_came_in_with_what_was_left_has_no_payer():
    """Each has a purse of 2; nobody can pay 3 alone, at any imagined budget that would not buy both."""
    wants = [("k1", "p1", "politie", 1), ("k2", "p2", "school", 1)]
    found = who_pays(votes(*wants), cards("k1", "k2"), costs={"k1": 3, "k2": 3}, budget=4)
    assert found[["card", "cost"]].to_numpy().tolist() == [["k1", 3]]
    assert found[["organisation", "part"]].isna().all(axis=None)


CARDS = [f"k{n}" for n in range(1, 12)]
COSTS = {card: 1 + n % 5 for n, card in enumerate(CARDS)}
METHODS = {
    "dots": st.integers(1, 2),
    "approval": st.integers(-1, 1),
    "score": st.integers(1, 5),
    "budget": st.just(1),
}


def a_ballot(method):
    if method == "ranking":
        orders = st.lists(st.sampled_from(CARDS), unique=True, min_size=1)
        return orders.map(lambda order: {card: place for place, card in enumerate(order, 1)})
    return st.dictionaries(st.sampled_from(CARDS), METHODS[method], min_size=1)


@st.composite
def ballots(draw):
    method = draw(st.sampled_from([*METHODS, "ranking"]))
    whence = st.sampled_from([*ORGANISATIONS, None])
    return method, draw(st.lists(st.tuples(whence, a_ballot(method)), max_size=9))


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A room with cards, and a ballot that is closed."""
    path = tmp_path_factory.mktemp("vote") / "a.leefkit"
    hall = Hall(path, step("ideas"), step("vote", "ballot", source="ideas", dots=22, budget=9))
    hall.join()
    hall.start("ideas")
    for card in CARDS:
        hall.card("p1", f"idee {card}")
    hall.start("vote")
    yield hall.room
    hall.workshop.close()


@settings(max_examples=60)
@given(
    ballots(),
    st.sets(st.sampled_from(ORGANISATIONS)),
    st.sets(st.sampled_from(CARDS)),
    st.sampled_from(["support", "points"]),
)
def test_it_agrees_with_the_ballot_on_any_votes(room, cast, there, hidden, rank):
    method, given_ = cast
    vote = room.steps["vote"]
    vote.settings.method, vote.settings.rank = method, rank
    vote.frozen |= {"organisations": sorted(there), "costs": COSTS}
    vote.data = Box()
    vote.data.update({f"p{n}": Cast(one, whence, None, float(n)) for n, (whence, one) in enumerate(given_)})
    for card in CARDS:
        room.cards[card].hidden = card in hidden
    seen = [row for row in result(room, vote).rows if any(row.card in one for _, one in given_)]
    frames = build(room, [])
    shown = frames["cards"][~frames["cards"]["hidden"]]
    made = ranking(frames["votes"], shown, method=method, organisations=there, by=rank, costs=COSTS, budget=9)
    assert made["card"].tolist() == [row.card for row in seen]
    if tells(room, vote):
        assert made["lowest"].tolist() == [row.lowest for row in seen]
    for column in ("text", "voters", "share", "majority", "label"):
        assert made[column].tolist() == [getattr(row, column) for row in seen]
    assert made["points"].round(2).tolist() == [row.points for row in seen]
    assert made["scale"].round(1).tolist() == [row.scale for row in seen]
    assert made["place"].tolist() == list(range(1, len(made) + 1))
