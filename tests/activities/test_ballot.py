"""A vote: the list, the dots, changing one's mind, and the result."""

import pytest

from tests._hall import code_of, step


@pytest.fixture
def make(halls):
    """A hall with four cards and an open vote."""

    def make(*people, cards=4, **settings):
        settings = {"source": "ideas", "dots": 5, "most": 0} | settings
        hall = halls(step("ideas"), step("vote", "ballot", **settings), step("after", focus="vote"))
        for organisation in people or ("politie", "politie", "school"):
            hall.join(organisation, team="Tafel 1" if organisation == "politie" else "Tafel 2")
        hall.start("ideas")
        for n in range(1, cards + 1):
            hall.card("p1", f"idee {n}")
        hall.start("vote")
        return hall

    return make


def rows(hall, role="wall"):
    return hall.shared(role).view["result"]["rows"]


def test_a_vote_is_changed_until_it_is_closed(make):
    hall = make()
    hall.vote("p1", k1=3)
    hall.vote("p1", k2=1, k3=1)
    assert hall.mine("p1").view["votes"] == {"k2": 1, "k3": 1}
    assert hall.mine("p1").view["left"] == 3
    hall.trainer("close", step="vote")
    assert code_of(hall.vote, "p1", k1=5) == "step_closed"
    assert [(row["card"], row["points"]) for row in rows(hall) if row["points"]] == [("k2", 1), ("k3", 1)]


def test_an_empty_ballot_takes_the_vote_back(make):
    hall = make()
    hall.vote("p1", k1=3)
    hall.vote("p2", k1=1)
    hall.vote("p1")
    assert hall.shared("wall").view["voted"] == 1
    hall.trainer("close", step="vote")
    assert hall.shared("wall").view["result"]["voters"] == 1
    assert list(hall.workshop.votes["participant"]) == ["p2"]


def test_the_first_voter_of_an_anonymous_vote_sees_the_ballot(make):
    """Until somebody voted, nobody has a name in such a step."""
    hall = make(anonymous=True)
    assert sorted(hall.mine("p1").view["order"]) == ["k1", "k2", "k3", "k4"]
    hall.vote("p1", k1=2)
    assert hall.mine("p1").view["votes"] == {"k1": 2}
    assert hall.mine("p2").view["votes"] == {}


def test_a_dot_of_nought_is_no_vote(make):
    hall = make()
    hall.vote("p1", k1=0, k2=1)
    assert hall.mine("p1").view["votes"] == {"k2": 1}


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        ({"k1": 6}, "too_many_votes"),
        ({"k1": 3, "k2": 3}, "too_many_votes"),
        ({"k1": 10**30}, "too_many_votes"),
        ({"k1": -1, "k2": 6}, "bad_votes"),
        ({"k9": 1}, "unknown_card"),
        ({"vote": 1}, "unknown_card"),
        ({"k1": 5}, None),
    ],
)
def test_dots_are_counted_on_the_server(make, votes, code):
    assert code_of(make().vote, "p1", **votes) == code


def test_no_more_than_so_many_dots_on_one_card(make):
    hall = make(most=2)
    assert code_of(hall.vote, "p1", k1=3) == "too_many_on_card"
    assert code_of(hall.vote, "p1", k1=2, k2=2, k3=1) is None
    assert (hall.shared("participant").view["most"], hall.shared("participant").view["dots"]) == (2, 5)


def test_the_list_is_fixed_when_the_vote_opens(make):
    hall = make()
    hall.trainer("open", step="ideas")
    hall.card("p2", "te laat voor de lijst")
    assert [one["card"] for one in hall.shared("wall").view["options"]] == ["k1", "k2", "k3", "k4"]
    assert code_of(hall.vote, "p1", k5=1) == "unknown_card"
    hall.trainer("close", step="vote")
    hall.trainer("open", step="vote")
    assert [one["card"] for one in hall.shared("wall").view["options"]][-1] == "k5"
    assert code_of(hall.vote, "p1", k5=1) is None


def test_every_voter_gets_the_cards_in_an_order_of_their_own(make):
    hall = make(cards=12)
    orders = {person: hall.mine(person).view["order"] for person in ("p1", "p2", "p3")}
    assert all(sorted(order) == sorted(orders["p1"]) for order in orders.values())
    assert len({tuple(order) for order in orders.values()}) == 3
    assert hall.mine("p1").view["order"] == orders["p1"], "the same every time"


def test_a_card_that_is_taken_off_gives_its_dots_back(make):
    hall = make()
    hall.vote("p1", k1=3, k2=1)
    hall.trainer("hide_card", card="k1")
    assert hall.mine("p1").view["votes"] == {"k2": 1}
    assert hall.mine("p1").view["left"] == 4
    assert code_of(hall.vote, "p1", k1=1) == "unknown_card"
    hall.trainer("restore_card", card="k1")
    assert hall.mine("p1").view["votes"] == {"k1": 3, "k2": 1}


def test_a_card_that_its_writer_took_back_is_off_the_list(make):
    hall = make()
    hall.vote("p2", k1=3, k2=1)
    hall.trainer("open", step="ideas")
    hall.by("p1", "withdraw_card", card="k1")
    hall.trainer("close", step="vote")
    assert [row["card"] for row in rows(hall)] == ["k2", "k3", "k4"]


def test_what_is_voted_on_is_neither_merged_nor_taken_apart(make):
    hall = make(cards=2)
    hall.trainer("close", step="vote")
    hall.trainer("merge_cards", cards=["k1", "k2"])
    hall.trainer("open", step="vote")
    hall.vote("p1", k3=2)
    assert code_of(hall.trainer, "unmerge", card="k3") == "on_ballot"
    hall.trainer("close", step="vote")
    hall.trainer("unmerge", card="k3")
    assert [(row["card"], row["points"]) for row in rows(hall)] == [("k3", 2)], "people voted on it as it was"


def test_a_merged_card_counts_every_voter_once(make):
    hall = make(cards=2)
    hall.trainer("close", step="vote")
    hall.trainer("merge_cards", cards=["k1", "k2"])
    hall.trainer("open", step="vote")
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k3=2)
    hall.trainer("close", step="vote")
    (row,) = rows(hall)
    assert (row["voters"], row["points"], row["share"]) == (3, 6, 1.0)
    assert hall.shared("wall").view["options"][0]["merged"] == ["idee 1", "idee 2"]


def test_ranking_goes_by_support_across_organisations(make):
    """The largest delegation's favourite has most dots; the idea that all carry comes first."""
    hall = make("politie", "politie", "politie", "school", "bewoners", dots=3)
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=2, k2=1)
    for person in ("p4", "p5"):
        hall.vote(person, k2=1)
    hall.trainer("close", step="vote")
    ranked = rows(hall)
    assert [(row["card"], row["place"]) for row in ranked] == [("k2", 1), ("k1", 2), ("k3", 3), ("k4", 4)]
    first, second = ranked[:2]
    assert (first["points"], first["scale"], first["majority"], first["label"]) == (5, 100.0, 3, "broad")
    assert (second["points"], second["majority"], second["label"]) == (6, 1, "divides")
    assert [row["chosen"] for row in ranked] == [True, False, False, False]
    assert hall.shared("wall").view["result"]["organisations"] == 3


@pytest.mark.parametrize(
    ("school", "settings", "told"),
    [(3, {}, [1, 0]), (2, {}, [None, None]), (2, {"open_vote": True}, [1, 0])],
    ids=["all large", "one small", "an open vote"],
)
def test_the_lowest_share_is_told_where_it_may_be_anybodys(make, school, settings, told):
    """It is what one organisation voted, if without its name."""
    hall = make(*["politie"] * 3, *["school"] * school, dots=3, **settings)
    for person in range(1, 4 + school):
        hall.vote(f"p{person}", **({"k1": 1, "k2": 1} if person < 4 else {"k1": 1}))
    hall.trainer("close", step="vote")
    found = {row["card"]: row["lowest"] for row in rows(hall)}
    assert [found["k1"], found["k2"]] == told
    figure = hall.workshop.figures("vote", "en")[0].table.set_index("Text")["Lowest share in %"]
    assert figure.dropna().tolist() == [100 * one for one in found.values() if one is not None]


@pytest.mark.parametrize(("open_vote", "small"), [(False, ["school"]), (True, [])])
def test_the_trainer_alone_hears_of_small_organisations_before_a_secret_vote(halls, open_vote, small):
    settings = {"source": "ideas", "dots": 5, "open_vote": open_vote}
    hall = halls(step("ideas"), step("vote", "ballot", **settings))
    for organisation in ("politie", "politie", "politie", "school"):
        hall.join(organisation)
    hall.start("ideas")
    hall.card("p1", "een idee")
    hall.trainer("go_to", step="vote")
    names = hall.workshop.room.case.organisation_names("en")
    assert hall.shared("trainer", lang="en").view["small"] == [names[one] for one in small]
    assert hall.shared("wall", lang="en").view["small"] == []
    hall.trainer("open", step="vote")
    assert hall.shared("trainer", lang="en").view["small"] == []


def test_a_programme_may_rank_by_dots(make):
    hall = make("politie", "politie", "politie", "school", dots=3, rank="points")
    for person in ("p1", "p2", "p3"):
        hall.vote(person, k1=2, k2=1)
    hall.vote("p4", k2=1)
    hall.trainer("close", step="vote")
    assert [row["card"] for row in rows(hall)][:2] == ["k1", "k2"]


def test_who_is_there_but_does_not_vote_counts_as_unknown(make):
    hall = make("politie", "school")
    hall.vote("p1", k1=1)
    hall.trainer("close", step="vote")
    (first, *_) = rows(hall)
    assert 50 < first["scale"] < 100
    assert hall.shared("wall").view["result"]["organisations"] == 1


def test_without_votes_nothing_is_chosen(make):
    hall = make()
    hall.trainer("close", step="vote")
    assert [row["chosen"] for row in rows(hall)] == [False] * 4
    assert hall.shared("wall", name="after").view["focus"] == []


def test_more_than_one_may_go_on(make):
    hall = make(winners=2)
    hall.vote("p1", k4=2, k2=1)
    hall.vote("p2", k4=1)
    hall.trainer("close", step="vote")
    assert hall.shared("wall", name="after").view["focus"] == ["idee 4", "idee 2"]


def test_a_table_votes_as_one(make):
    hall = make(per="team")
    hall.vote("p1", k1=1)
    hall.vote("p2", k2=5)
    assert hall.mine("p1").view["votes"] == {"k2": 5}, "p1 and p2 sit at one table"
    hall.at("Tafel 2", "cast_votes", step="vote", votes={"k1": 1})
    assert hall.mine("p3").view["votes"] == {"k1": 1}
    hall.trainer("close", step="vote")
    assert hall.shared("wall").view["result"]["voters"] == 2
    assert set(hall.workshop.votes["participant"]) == {"team:Tafel 1", "team:Tafel 2"}


def test_a_ballot_on_paper_counts_and_can_be_corrected(make):
    hall = make()
    for votes in ({"k1": 5}, {"k2": 2}):
        hall.trainer("cast_votes", step="vote", votes=votes, paper={"id": "7", "organisation": "Bewoners"})
    assert (
        code_of(hall.trainer, "cast_votes", step="vote", votes={"k1": 6}, paper={"id": "8"})
        == "too_many_votes"
    )
    (row,) = hall.workshop.votes.to_dict("records")
    assert (row["participant"], row["organisation"], row["card"], row["weight"]) == (
        "paper-7",
        "bewoners",
        "k2",
        2,
    )


def test_the_number_of_ballots_is_for_those_who_run_the_room(make):
    hall = make()
    hall.vote("p1", k1=1)
    voted = {role: hall.shared(role).view["voted"] for role in ("participant", "team", "trainer", "wall")}
    assert voted == {"participant": None, "team": 1, "trainer": 1, "wall": 1}
