"""Every method of voting, from the ballot to what goes on: approval, ranking, score and budget."""

from functools import partial

import pytest

from kit.activities import ballot_count
from kit.insight import choosing
from kit.model.people import Audience
from kit.workshop import Workshop
from tests._hall import code_of, step
from tests.activities._votes import column, result, vote_on

METHODS = ("approval", "ranking", "score", "budget")
A_BALLOT = {"approval": {"k1": 1}, "ranking": {"k1": 1}, "score": {"k1": 4}, "budget": {"k1": 1}}


@pytest.fixture
def make(halls):
    return partial(vote_on, halls)


@pytest.mark.parametrize("method", METHODS)
def test_a_vote_is_changed_until_it_is_closed_and_can_be_taken_back(make, method):
    hall = make(method)
    hall.vote("p1", k2=1)
    assert hall.mine("p1").view["votes"] == {"k2": 1}
    hall.vote("p1", **A_BALLOT[method])
    assert hall.mine("p1").view["votes"] == A_BALLOT[method]
    assert (hall.mine("p1").view["left"], hall.shared("wall").view["voted"]) == (3, 1)
    hall.vote("p1")
    assert (hall.mine("p1").view["votes"], hall.shared("wall").view["voted"]) == ({}, 0)
    assert hall.workshop.votes.empty
    hall.trainer("close", step="vote")
    assert code_of(hall.vote, "p1", **A_BALLOT[method]) == "step_closed"


@pytest.mark.parametrize("method", METHODS)
def test_nothing_is_told_before_the_vote_is_closed(make, method):
    hall = make(method)
    hall.vote("p1", **A_BALLOT[method])
    for role in ("participant", "team", "trainer", "wall"):
        assert hall.shared(role).view["result"] is None
    assert hall.shared("participant").view["voted"] is None


@pytest.mark.parametrize("method", METHODS)
def test_a_ballot_on_paper_counts_and_is_taken_back(make, method):
    hall = make(method)
    paper = {"id": "7", "organisation": "bewoners"}
    hall.trainer("cast_votes", step="vote", votes=A_BALLOT[method], paper=paper)
    assert list(hall.workshop.votes["participant"]) == ["paper-7"]
    hall.trainer("undo")
    assert hall.workshop.votes.empty


@pytest.mark.parametrize(
    ("method", "votes", "code"),
    [
        ("approval", {"k1": 1, "k2": 0, "k3": -1}, None),
        ("approval", {"k1": 2}, "bad_votes"),
        ("approval", {"k1": -2}, "bad_votes"),
        ("approval", {"k9": 0}, "unknown_card"),
        ("ranking", {"k1": 1, "k2": 2, "k3": 3, "k4": 4}, None),
        ("ranking", {"k3": 1, "k1": 2}, None),
        ("ranking", {"k1": 0, "k3": 1}, None),
        ("ranking", {"k1": 1, "k2": 1}, "bad_votes"),
        ("ranking", {"k1": 2}, "bad_votes"),
        ("ranking", {"k1": 1, "k2": 3}, "bad_votes"),
        ("ranking", {"k1": -1}, "bad_votes"),
        ("ranking", {"k9": 1}, "unknown_card"),
        ("score", {"k1": 1, "k2": 5}, None),
        ("score", {"k1": 6}, "bad_votes"),
        ("score", {"k1": -1}, "bad_votes"),
        ("score", {"k9": 3}, "unknown_card"),
        ("budget", {"k1": 1, "k2": 1, "k3": 1, "k4": 1}, None),
        ("budget", {"k1": 2}, "bad_votes"),
        ("budget", {"k1": -1}, "bad_votes"),
        ("budget", {"k9": 1}, "unknown_card"),
    ],
)
def test_a_ballot_is_checked_on_the_server(make, method, votes, code):
    assert code_of(make(method).vote, "p1", **votes) == code


def test_neutral_is_kept_and_everywhere_else_nought_is_no_vote(make):
    for method in METHODS:
        hall = make(method)
        hall.vote("p1", k1=0, k2=1)
        kept = {"k1": 0, "k2": 1} if method == "approval" else {"k2": 1}
        assert hall.mine("p1").view["votes"] == kept
        assert dict(zip(hall.workshop.votes["card"], hall.workshop.votes["weight"], strict=True)) == kept


def test_who_is_neutral_about_everything_has_voted(make):
    hall = make("approval")
    hall.vote("p1", k1=0)
    found = result(hall)
    assert found["voters"] == 1
    assert column(found, "card", "answered", "voters", "chosen")[0][1:] != (0, 0, True)
    assert not any(row["chosen"] for row in found["rows"])


def test_approval_counts_for_neutral_and_against(make):
    hall = make("approval")
    hall.vote("p1", k1=1, k2=1, k3=-1)
    hall.vote("p2", k1=1, k2=0)
    hall.vote("p3", k1=1, k2=-1)
    found = result(hall)
    assert column(found, "card", "voters", "answered", "against", "share", "majority", "label")[:2] == [
        ("k1", 3, 3, 0, 1.0, 2, "broad"),
        ("k2", 1, 3, 1, 1 / 3, 0, "few"),
    ]
    assert {row["card"]: (row["voters"], row["answered"], row["against"]) for row in found["rows"]}["k3"] == (
        0,
        1,
        1,
    )
    assert found["rows"][0]["chance"] > 0.5
    assert hall.workshop.room.steps["vote"].activity.outcome(hall.room, hall.room.steps["vote"])[0].id == "k1"


def test_a_ranking_goes_by_schulze(halls):
    """Nine people of one organisation: the winner is nobody's first choice."""
    hall = halls(
        step("ideas"),
        step("vote", "ballot", source="ideas", method="ranking", winners=2),
        step("after", focus="vote"),
    )
    people = [hall.join("politie") for _ in range(9)]
    hall.start("ideas")
    name = {letter: hall.card("p1", letter) for letter in "ABCD"}
    hall.start("vote")
    for person, order in zip(people, [*["BDCA"] * 4, *["ADCB"] * 3, *["CDAB"] * 2], strict=True):
        hall.vote(person, **{name[letter]: place for place, letter in enumerate(order, 1)})
    found = result(hall)
    assert column(found, "text", "wins", "points") == [("D", 3, 18), ("C", 2, 13), ("A", 1, 11), ("B", 0, 12)]
    assert found["duels"] == [[0, 7, 6, 5], [2, 0, 6, 5], [3, 3, 0, 5], [4, 4, 4, 0]]
    assert hall.shared("participant").view["result"]["duels"] is None
    assert hall.shared("wall", name="after").view["focus"] == ["D", "C"]


def test_places_close_up_when_a_card_is_taken_off(make):
    hall = make("ranking")
    hall.vote("p1", k2=1, k1=2, k4=3)
    hall.trainer("hide_card", card="k1")
    assert hall.mine("p1").view["votes"] == {"k2": 1, "k4": 2}


def test_marks_count_the_same_for_each_organisation(make):
    hall = make("score", "politie", "politie", "politie", "school", cards=2)
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=5, k2=3)
    hall.vote("p4", k1=1, k2=4)
    found = result(hall)
    assert column(found, "card", "mark", "middle", "points") == [
        ("k2", 3.5, 3.5, 3.25),
        ("k1", 3.0, 3.0, 4.0),
    ]
    assert column(found, "voters", "answered") == [(1, 4), (3, 4)]


def test_a_close_result_says_so(make):
    hall = make("approval", "politie", "school", cards=2)
    hall.vote("p1", k1=1, k2=-1)
    hall.vote("p2", k1=-1, k2=1)
    assert result(hall)["close"]
    hall = make("approval", *["politie"] * 5, *["school"] * 5, cards=2)
    for n in range(1, 11):
        hall.vote(f"p{n}", k1=1, k2=-1)
    assert not result(hall)["close"]


def test_the_chances_are_worked_out_once_and_the_same_in_every_process(make, monkeypatch):
    hall = make("approval")
    hall.vote("p1", k1=1, k2=0)
    hall.vote("p3", k1=1, k2=1)
    counted = []
    rank = choosing.rank
    monkeypatch.setattr(ballot_count, "rank", lambda vote: counted.append(1) or rank(vote))
    found = result(hall)
    for role in ("wall", "trainer", "participant", "results"):
        hall.shared(role)
    hall.shared("wall", name="after")
    assert len(counted) == 1
    with Workshop.open(hall.path) as other:
        assert other.shared(Audience("wall")).view["result"] == found
    hall.trainer("hide_card", card="k1")
    assert hall.shared("wall").view["result"] != found
    assert len(counted) == 3, "another process counts for itself, and so does another list"


@pytest.mark.parametrize("method", ["dots", *METHODS])
def test_where_tables_vote_every_table_counts_the_same(make, method):
    """Organisations sit mixed at the tables, so a table's word is nobody's organisation's."""
    hall = make(method, "politie", "politie", "school", per="team", budget=3, more=())
    one, other = {
        "approval": ({"k1": 1, "k2": 1}, {"k1": 1, "k2": -1}),
        "ranking": ({"k1": 1, "k2": 2}, {"k1": 1, "k3": 2}),
        "score": ({"k1": 5, "k2": 4}, {"k1": 5, "k2": 1}),
    }.get(method, ({"k1": 1, "k2": 1}, {"k1": 1}))
    hall.at("Tafel 1", "cast_votes", step="vote", votes=one)
    hall.at("Tafel 2", "cast_votes", step="vote", votes=other)
    found = result(hall)
    assert (found["tables"], found["organisations"], found["voters"]) == (True, 2, 2)
    first = found["rows"][0]
    assert (first["card"], first["scale"], first["majority"], first["label"]) == ("k1", 100.0, 2, "broad")
    assert found["rows"][1]["scale"] < 50


def test_a_table_that_is_there_but_does_not_vote_counts_as_unknown(make):
    hall = make("approval", per="team")
    hall.at("Tafel 1", "cast_votes", step="vote", votes={"k1": 1})
    found = result(hall)
    assert (found["organisations"], 50 < found["rows"][0]["scale"] < 100) == (1, True)


def test_in_an_anonymous_vote_small_organisations_count_as_one_together(make):
    """One or two people's organisation is not in the journal, or it would say who they are."""
    people = ["politie"] * 3 + ["school", "bewoners"]
    hall = make("approval", *people, anonymous=True)
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=1, k2=-1)
    for person in ("p4", "p5"):
        hall.vote(person, k1=1, k2=1)
    found = result(hall)
    assert found["organisations"] == 2
    assert column(found, "card", "scale", "majority")[:2] == [("k1", 100.0, 2), ("k2", 30.9, 1)]


def test_a_run_off_among_the_winners(make):
    final = step("final", "ballot", source="vote", method="ranking")
    hall = make("approval", winners=2, more=(final,))
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k2=1, k4=1, k1=-1)
    assert code_of(hall.trainer, "open", step="final") == "no_cards", "the first vote is not closed yet"
    hall.trainer("close", step="vote")
    hall.start("final")
    assert [one["card"] for one in hall.shared("wall").view["options"]] == ["k2", "k4"]
    hall.vote("p1", "final", k4=1, k2=2)
    hall.trainer("close", step="final")
    assert [row["card"] for row in hall.shared("wall").view["result"]["rows"]] == ["k4", "k2"]


def test_the_trainer_sees_before_what_will_be_on_the_list(make):
    hall = make("approval", opened=False)
    assert [one["card"] for one in hall.shared("trainer").view["options"]] == ["k1", "k2", "k3", "k4"]
    hall.trainer("hide_card", card="k2")
    assert [one["card"] for one in hall.shared("trainer").view["options"]] == ["k1", "k3", "k4"]
    assert hall.shared("wall").view["options"] == []
