"""A vote with a budget: what cards cost, who pays, and the set that comes out."""

from functools import partial

import pytest

from kit.activities.canvas import ACTIVITY as CANVAS
from kit.activities.canvas import Canvas
from kit.errors import InputError
from kit.workshop import Workshop
from tests._hall import Hall, code_of, programme, step
from tests.activities._votes import column, result, vote_on


@pytest.fixture
def make(halls):
    return partial(vote_on, halls)


def test_a_set_is_chosen_within_the_budget(make):
    hall = make("budget", "politie", "politie", "politie", "school", budget=6)
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=1, k2=1)
    hall.vote("p4", k3=1)
    found = result(hall)
    chosen = [card for card, is_chosen in column(found, "card", "chosen") if is_chosen]
    assert (sorted(chosen), found["spent"]) == (["k1", "k3"], 6), "the school too has a purse"
    assert (found["most_votes"], found["most_votes_spent"]) == (["k1", "k2"], 6)
    assert hall.shared("wall").view["budget"] == 6
    assert [
        card.id for card in hall.room.steps["vote"].activity.cards(hall.room, hall.room.steps["vote"])
    ] == chosen


def test_every_voter_may_have_the_same_purse_instead(make):
    hall = make("budget", "politie", "politie", "politie", "school", budget=6, rank="points")
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=1, k2=1)
    hall.vote("p4", k3=1)
    assert [card for card, chosen in column(result(hall), "card", "chosen") if chosen] == ["k1", "k2"]


def test_the_trainer_says_what_a_card_costs_before_the_vote_opens(make):
    hall = make("budget", opened=False, budget=7)
    seen = {role: hall.shared(role).view["options"] for role in ("trainer", "wall", "participant", "team")}
    assert [(one["card"], one["cost"]) for one in seen["trainer"]] == [(f"k{n}", None) for n in range(1, 5)]
    assert [seen[role] for role in ("wall", "participant", "team")] == [[], [], []]
    hall.trainer("set_cost", step="vote", card="k1", cost=5)
    hall.trainer("set_cost", step="vote", card="k2", cost=1)
    assert [one["cost"] for one in hall.shared("trainer").view["options"]] == [5, 1, None, None]
    hall.trainer("open", step="vote")
    assert [one["cost"] for one in hall.shared("participant").view["options"]] == [5, 1, 3, 3]
    assert code_of(hall.trainer, "set_cost", step="vote", card="k3", cost=1) == "on_ballot"
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=1, k2=1, k3=1)
    assert dict(column(result(hall), "card", "cost")) == {"k1": 5, "k2": 1, "k3": 3, "k4": 3}


def test_a_cost_is_taken_back(make):
    hall = make("budget", opened=False)
    costs = lambda: [one["cost"] for one in hall.shared("trainer").view["options"]]  # noqa: E731
    hall.trainer("set_cost", step="vote", card="k1", cost=5)
    hall.trainer("set_cost", step="vote", card="k1", cost=2)
    hall.trainer("undo")
    assert costs()[0] == 5
    hall.trainer("set_cost", step="vote", card="k1")
    assert costs()[0] is None
    hall.trainer("undo")
    assert costs()[0] == 5
    with Workshop.open(hall.path) as other:
        assert other.room == hall.room


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"card": "k9", "cost": 2}, "unknown_card"),
        ({"card": "k1", "cost": 0}, "bad_cost"),
        ({"card": "k1", "cost": 6}, "bad_cost"),
        ({"card": "k1", "cost": 10**30}, "bad_cost"),
        ({"card": "k1", "cost": 1}, None),
    ],
)
def test_a_cost_is_checked_on_the_server(make, fields, code):
    assert code_of(make("budget", opened=False).trainer, "set_cost", step="vote", **fields) == code


def test_only_the_trainer_sets_costs(make):
    hall = make("budget", opened=False)
    assert code_of(hall.by, "p1", "set_cost", step="vote", card="k1", cost=1) == "not_allowed"
    assert code_of(hall.at, "Tafel 1", "set_cost", step="vote", card="k1", cost=1) == "not_allowed"


@pytest.fixture
def weighed(monkeypatch):
    """Canvases that say what their cards cost."""
    known = {"k1": 4.5, "k2": 1.2, "k3": 9.0}
    monkeypatch.setattr(Canvas, "costs", lambda *_: known)
    return known


def test_costs_come_from_the_step_that_says_so_unless_the_trainer_does(make, weighed):
    hall = make("budget", opened=False, costs="ideas")
    assert [one["cost"] for one in hall.shared("trainer").view["options"]] == [5, 1, 5, None]
    hall.trainer("set_cost", step="vote", card="k1", cost=2)
    hall.trainer("open", step="vote")
    weighed["k2"] = 5.0
    assert [one["cost"] for one in hall.shared("wall").view["options"]] == [2, 1, 5, 3], "fixed"


def test_costs_stay_as_they_were_while_the_result_is_shown(make):
    hall = make("budget", budget=3)
    hall.vote("p1", k1=1)
    assert [row["card"] for row in result(hall)["rows"] if row["chosen"]] == ["k1"]
    hall.trainer("set_cost", step="vote", card="k1", cost=5)
    assert [row["card"] for row in hall.shared("wall").view["result"]["rows"] if row["chosen"]] == ["k1"]
    hall.trainer("open", step="vote")
    hall.trainer("close", step="vote")
    assert not any(row["chosen"] for row in hall.shared("wall").view["result"]["rows"])


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            {"method": "aproval"},
            "settings: method: 'aproval' is not one of the choices; did you mean 'approval'?",
        ),
        ({"budget": 0, "method": "budget"}, "budget: must be 1 or more"),
        ({"costs": "ideas"}, "costs: a vote by dots spends nothing"),
        ({"costs": "ideaz", "method": "budget"}, "costs: no earlier step 'ideaz'"),
        ({"costs": "ideas", "method": "budget"}, "costs: step 'ideas' doesn't say what cards cost"),
        ({"source": "voet"}, "source: no earlier step 'voet'; did you mean 'vote'?"),
    ],
)
def test_a_mistake_in_the_settings_is_named(tmp_path, settings, said):
    settings = {"source": "ideas"} | settings
    steps = (step("ideas"), step("vote", "ballot", source="ideas"), step("more", "ballot", **settings))
    with pytest.raises(InputError, match=said.replace("(", r"\(").replace("?", r"\?")):
        Hall(tmp_path / "a.leefkit", of=programme(*steps))


def test_costs_may_come_from_any_step_that_offers_them(halls, weighed):
    assert CANVAS.costs(None, None) is weighed
    halls(step("ideas"), step("vote", "ballot", source="ideas", method="budget", costs="ideas"))
