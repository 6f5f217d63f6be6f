"""Twelve simulated people, real sockets, a real server, the whole programme."""

import asyncio

import pytest

from kit.model.people import Audience
from kit.workshop import Workshop
from tests.simulation import _room

ORGANISATIONS = {"gemeente-veiligheid", "politie", "bewoners", "corporatie", "jongerenwerk", "school"}


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """Return the files of two workshops that went the same, one after the other."""
    folder = tmp_path_factory.mktemp("finished")
    files = [folder / "one.leefkit", folder / "two.leefkit"]
    for file in files:
        asyncio.run(_room.whole_programme(file, seed=1))
    return files


@pytest.fixture
def workshop(finished):
    with Workshop.open(finished[0], read_only=True) as workshop:
        yield workshop


def test_everyone_came_with_an_organisation_and_a_table(workshop):
    people = workshop.participants
    assert len(people) == 12
    assert set(people["organisation"]) == ORGANISATIONS
    assert people["organisation"].value_counts().max() > people["organisation"].value_counts().min()
    assert people["team"].notna().all()


def test_every_organisation_wrote_in_every_step_and_voted(workshop):
    cards = workshop.cards
    by_step = cards.groupby("step", observed=True)["organisation"].agg(set)
    assert set(by_step.index) == {"inleven", "hkw", "bedenken", "feedback"}
    assert by_step["inleven"] == by_step["feedback"] == ORGANISATIONS
    people = workshop.participants["organisation"].value_counts()
    named = set(cards.loc[cards["step"] == "bedenken", "organisation"].dropna())
    assert named == set(people[people >= 3].index)  # of fewer than three, an anonymous card names none
    votes = workshop.votes.groupby("step", observed=True)
    assert votes["participant"].nunique().to_dict() == {"hkw-kiezen": 12, "stemmen": 12}
    assert set(workshop.votes["organisation"]) == ORGANISATIONS


def test_no_text_comes_twice_in_a_step(workshop):
    assert not workshop.cards.duplicated(["step", "text"]).any()


def test_no_limit_is_broken(workshop):
    votes = workshop.votes
    dots = votes.groupby(["step", "participant"], observed=True)["weight"].agg(["sum", "max"])
    assert dots.loc["hkw-kiezen"].eq(1).all().all()
    assert dots.loc["stemmen", "sum"].eq(5).all()
    assert dots.loc["stemmen", "max"].le(2).all()
    questions = workshop.cards[workshop.cards["step"] == "hkw"]
    assert questions.groupby("team", observed=True).size().le(2).all()


def test_the_winner_is_carried_broadly_and_is_not_what_got_most_dots(workshop):
    rows = workshop.shared(Audience("wall", step="stemmen")).view["result"]["rows"]
    assert rows[0]["chosen"]
    assert rows[0]["label"] == "broad"
    assert rows[0]["text"].startswith("Elke avond een vast duo")
    assert max(rows, key=lambda row: row["points"])["text"].startswith("Repareer de camera")


def test_hidden_ideas_were_shown_and_the_workshop_was_finished(workshop):
    assert workshop.room.finished
    assert workshop.room.steps["bedenken"].revealed
    assert all(step.status != "open" for step in workshop.room.steps.values())


def test_the_same_seed_gives_the_same_contributions_and_votes(finished):
    told = []
    for file in finished:
        with Workshop.open(file, read_only=True) as workshop:
            cards = workshop.cards
            votes = workshop.votes.merge(cards[["card", "text"]], on="card").sort_values(
                ["step", "organisation", "text", "weight"]
            )
            told.append(
                (
                    cards[["step", "zone", "organisation", "text"]].astype(str).values.tolist(),
                    votes[["step", "organisation", "text", "weight"]].astype(str).values.tolist(),
                )
            )
    assert told[0] == told[1]
