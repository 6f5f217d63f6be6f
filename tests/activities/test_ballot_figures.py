"""The figures of a vote in a workshop: when they are there, for whom, and what they keep to themselves."""

import pytest

from kit import gallery
from kit.figures import NARROW
from kit.model.people import Audience
from tests.activities._votes import vote_on


def figures(hall, lang="nl", **more):
    return hall.workshop.figures("vote", lang, **more)


def close(hall):
    hall.trainer("close", step="vote")
    return {one.view.id: one for one in figures(hall)}


def shown(hall, role):
    return [one.id for one in hall.workshop.shared(Audience(role, "nl")).figures]


def test_before_the_vote_is_closed_there_is_no_figure_anywhere(halls):
    hall = vote_on(halls, "approval")
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1})
    assert figures(hall) == []
    assert shown(hall, "wall") == []
    close(hall)
    assert shown(hall, "wall") == ["vote-ranking"]
    assert shown(hall, "participant") == shown(hall, "team") == []


def test_while_it_is_open_again_the_figures_are_gone(halls):
    hall = vote_on(halls, "approval")
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1})
    close(hall)
    hall.trainer("open", step="vote")
    assert figures(hall) == []


@pytest.mark.parametrize(
    ("method", "votes", "ids"),
    [
        ("dots", {"k1": 1}, ["vote-ranking"]),
        ("score", {"k1": 4}, ["vote-ranking"]),
        ("ranking", {"k2": 1, "k1": 2}, ["vote-ranking", "vote-duels"]),
        ("budget", {"k1": 1, "k3": 1}, ["vote-set", "vote-ranking"]),
    ],
)
def test_every_method_has_its_figures_on_the_results_and_in_an_export(halls, method, votes, ids):
    hall = vote_on(halls, method)
    hall.by("p1", "cast_votes", step="vote", votes=votes)
    hall.by("p3", "cast_votes", step="vote", votes=votes)
    assert list(close(hall)) == ids
    (step,) = [one for one in hall.shared("results").results["steps"] if one["id"] == "vote"]
    assert [one["id"] for one in step["figures"]] == ids
    files = gallery.files(hall.room, "nl")
    assert {f"figures/{one}.{kind}" for one in ids for kind in ("svg", "csv")} <= set(files)


def test_without_a_vote_there_is_none(halls):
    assert close(vote_on(halls, "approval")) == {}


def test_the_figure_says_what_the_result_says(halls):
    hall = vote_on(halls, "approval", "politie", "politie", "school", winners=2)
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1, "k2": 1})
    hall.by("p3", "cast_votes", step="vote", votes={"k2": 1, "k3": -1})
    figure = close(hall)["vote-ranking"]
    rows = hall.shared("wall").view["result"]["rows"]
    assert figure.table["Tekst"].tolist() == [row["text"] for row in rows]
    assert figure.table["Draagvlak over organisaties heen"].tolist() == [row["scale"] for row in rows]
    assert [one == "ja" for one in figure.table["Gekozen"]] == [row["chosen"] for row in rows]


def test_no_organisation_of_two_is_given_away(halls):
    hall = vote_on(halls, "budget", *["politie"] * 4, "school", "school")
    for n in range(1, 7):
        hall.by(f"p{n}", "cast_votes", step="vote", votes={"k1": 1} if n < 5 else {"k2": 1})
    for figure in close(hall).values():
        everything = f"{figure.svg} {figure.csv()}"
        assert "Politie" not in everything
        assert "School" not in everything


def test_organisations_of_three_are_told_by_name(halls):
    hall = vote_on(halls, "budget", *["politie"] * 4, *["school"] * 3, budget=6)
    for n in range(1, 8):
        hall.by(f"p{n}", "cast_votes", step="vote", votes={"k1": 1} if n < 5 else {"k2": 1})
    made = close(hall)
    assert "Politie betaalt dit alleen." in made["vote-set"].csv()
    assert made["vote-ranking"].table["School, %"].tolist()[:2] in ([0, 100], [100, 0])


def test_one_who_says_nothing_of_their_organisation_hides_all(halls):
    """The total minus the named would be what the one without a name voted."""
    hall = vote_on(halls, "approval", *["politie"] * 3, *["school"] * 3, None)
    for n in range(1, 8):
        hall.by(f"p{n}", "cast_votes", step="vote", votes={"k1": 1})
    assert not [one for one in close(hall)["vote-ranking"].view.head if "School" in one]


def test_a_table_is_no_organisation(halls):
    hall = vote_on(halls, "budget", per="team")
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1})
    hall.by("p3", "cast_votes", step="vote", votes={"k1": 1, "k2": 1})
    made = close(hall)
    assert "Alle 2 tafels betalen dit samen." in made["vote-set"].csv()
    assert "organisatie" not in " ".join(one.svg + one.csv() for one in made.values())


def test_a_card_that_is_hidden_afterwards_goes_from_the_figures(halls):
    hall = vote_on(halls, "approval")
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1, "k2": 1})
    assert close(hall)["vote-ranking"].table["Tekst"].tolist()[:2] == ["idee 1", "idee 2"]
    hall.trainer("hide_card", card="k1")
    assert "idee 1" not in figures(hall)[0].table["Tekst"].tolist()


def test_they_are_drawn_once_and_in_every_language_and_shape(halls):
    hall = vote_on(halls, "budget")
    hall.by("p1", "cast_votes", step="vote", votes={"k1": 1})
    close(hall)
    assert figures(hall)[0] is figures(hall)[0]
    english, narrow = figures(hall, "en")[0], figures(hall, shape=NARROW)[0]
    assert english.view.title == "A fair set within the budget"
    assert narrow.view.drawing.width == NARROW.width
