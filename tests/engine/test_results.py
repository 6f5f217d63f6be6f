"""The results: collaboration first, then the question, the idea, and what came of every step."""

from itertools import combinations

import pytest

from kit import gallery
from tests._hall import BEGIN, step


@pytest.fixture
def hall(halls):
    hall = halls(
        step("questions", phase="define"),
        step("question", "ballot", phase="define", source="questions"),
        step("ideas", hidden=True),
        step("idea", "ballot", source="ideas"),
        step("empty", phase="test"),
    )
    for organisation, team in (("politie", 1), ("school", 1), ("politie", 2), ("Buurtcafé", 2)):
        hall.join(organisation, team=f"Tafel {team}")
    hall.join(None)
    hall.start("questions")
    hall.card("p1", "Hoe dan?", "questions")
    hall.start("question")
    hall.vote("p1", "question", k1=1)
    hall.start("ideas")
    hall.card("p2", "Een kas", "ideas"), hall.card("p2", "Een bank", "ideas")
    return hall


def results(hall, lang="nl"):
    return hall.shared("results", lang=lang).results


def test_who_was_there_and_how_mixed_the_tables_were(hall):
    found = results(hall)
    assert found["joined"] == {"politie": 2, "school": 1, "Buurtcafé": 1}
    assert [one["name"] for one in found["organisations"]] == ["Politie", "School", "Buurtcafé"]
    assert [one["name"] for one in results(hall, "en")["organisations"]] == ["Police", "School", "Buurtcafé"]
    assert found["tables_mixed"] == 1.0
    hall.trainer("move", participant="p3", team="Tafel 1")
    assert results(hall)["tables_mixed"] == pytest.approx(2 / 3)


def test_without_tables_there_is_no_mix(halls):
    hall = halls(step("ideas"))
    hall.join(team="Tafel 1")
    assert results(hall)["tables_mixed"] is None


def test_the_question_and_the_idea_come_when_their_votes_are_closed(hall):
    assert (results(hall)["question"], results(hall)["winner"]) == ("Hoe dan?", None)
    hall.start("idea")
    hall.vote("p1", "idea", k2=1)
    assert results(hall)["winner"] is None
    hall.trainer("close", step="idea")
    assert results(hall)["winner"] == "Een kas"


@pytest.mark.parametrize(("grid", "idea"), [("impact-effort", "Een kas"), ("risk-rare", "Een bank")])
def test_a_grid_gives_our_idea_only_when_ideas_were_placed(halls, grid, idea):
    """Of risks the most urgent one comes first; what the room voted for before that stays its idea."""
    hall = halls(
        step("ideas"),
        step("idea", "ballot", source="ideas"),
        step("place", "grid", source="ideas", grid=grid),
    )
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "Een kas"), hall.card(person, "Een bank")
    hall.start("idea")
    hall.vote(person, "idea", k2=1)
    hall.start("place")
    where = {"x": 4, "y": 2} if grid == "impact-effort" else {"x": "D", "scores": {"letsel": "E"}}
    hall.by(person, "place_card", step="place", card="k1", **where)
    hall.trainer("close", step="place")
    assert hall.room.steps["place"].activity.outcome(hall.room, hall.room.steps["place"])[0].text == "Een kas"
    assert results(hall)["winner"] == idea


def test_a_vote_that_chose_nothing_leaves_the_idea_that_was_chosen_before(halls):
    hall = halls(
        step("ideas"),
        step("idea", "ballot", source="ideas"),
        step("again", "ballot", source="ideas"),
    )
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "Een kas")
    hall.start("idea")
    hall.vote(person, "idea", k1=1)
    hall.start("again")
    hall.trainer("close", step="again")
    assert results(hall)["winner"] == "Een kas"


def test_only_those_who_voted_are_counted(hall):
    hall.start("idea")
    for person in ("p1", "p2", "p3"):
        hall.vote(person, "idea", k2=1)
    hall.vote("p3", "idea")
    hall.trainer("close", step="idea")
    assert results(hall)["voters"] == 2


def test_contributions_are_the_cards_that_lie_there(hall):
    assert results(hall)["contributions"] == 3
    hall.trainer("hide_card", card="k2")
    hall.by("p2", "withdraw_card", card="k3")
    assert results(hall)["contributions"] == 1


def test_every_step_that_was_opened_is_there_and_nothing_that_is_hidden(hall):
    found = {one["id"]: one["view"] for one in results(hall)["steps"]}
    assert list(found) == ["questions", "question", "ideas"]
    assert [card["text"] for card in found["questions"]["cards"]] == ["Hoe dan?"]
    assert found["question"]["result"]["rows"][0]["text"] == "Hoe dan?"
    assert found["ideas"]["cards"] == []
    hall.trainer("reveal", step="ideas")
    found = {one["id"]: one["view"] for one in results(hall)["steps"]}
    assert [card["text"] for card in found["ideas"]["cards"]] == ["Een kas", "Een bank"]


@pytest.mark.parametrize("role", ["participant", "team", "trainer"])
def test_results_are_for_their_own_screen_and_the_wall_at_the_end(hall, role):
    hall.trainer("close", step="ideas")
    hall.trainer("finish")
    assert hall.shared(role).results is None
    assert hall.shared("wall").results == results(hall)


def test_where_and_when_it_was_and_whom_the_case_credits(hall):
    found = results(hall)
    assert found["place"] == "Zonnehoek, gemeente Veldermeer (verzonnen)"
    assert found["began"] == pytest.approx(BEGIN + 1)
    assert found["sources"] == []


def test_before_the_first_step_there_is_no_day_yet(halls):
    assert results(halls(step("ideas")))["began"] is None


def test_a_result_names_no_table_where_it_names_an_organisation(halls):
    """As an anonymous export: who knows who sat where could tell whose it is."""
    hall = halls(step("ideas", per="team"), step("open"))
    hall.join("politie", team="Tafel 1")
    hall.start("ideas")
    hall.card("p1", "Een kas")
    hall.at("Tafel 1", "add_card", step="ideas", zone="idea", text="Een bank")
    hall.trainer("close", step="ideas")
    hall.trainer("reveal", step="ideas")
    cards = results(hall)["steps"][0]["view"]["cards"]
    assert [(card["organisation"], card["team"]) for card in cards] == [("Politie", None), (None, "Tafel 1")]
    on_wall = hall.shared("wall", name="ideas").view["cards"]
    assert on_wall[0]["team"] == "Tafel 1"


def test_a_figure_that_fails_takes_no_screen_down(hall, monkeypatch, caplog):
    def fail(*_given):
        raise ValueError("a figure that can't be drawn")

    monkeypatch.setattr(gallery, "of_step", fail)
    monkeypatch.setattr(gallery, "of_day", fail)
    found = results(hall)
    assert found["figures"] == []
    assert all(one["figures"] == [] for one in found["steps"])
    assert hall.shared("wall").figures == []
    assert "can't be drawn" in caplog.text


def test_the_share_of_mixed_pairs_is_that_of_all_pairs_at_the_tables(hall):
    for organisation in ("politie", "school", "school"):
        hall.join(organisation, team="Tafel 1")
    people = [one for one in hall.room.of_the_day() if one.organisation]
    pairs = [
        a.organisation != b.organisation
        for team in hall.room.teams
        for a, b in combinations([one for one in people if one.team == team], 2)
    ]
    assert results(hall)["tables_mixed"] == pytest.approx(sum(pairs) / len(pairs))
