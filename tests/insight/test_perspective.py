"""Guess the priority: an organisation's own first three, and how well others know them."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.change import change
from kit.insight.perspective import COLUMNS, by_guesser, guesses, priorities

CONCERNS = list("ABCDEF")


def picks(*people):
    """Rows of a ballot of (organisation, "ABD")."""
    rows = [("zorgen", card, f"p{n}", home, 1) for n, (home, cards) in enumerate(people) for card in cards]
    frame = pd.DataFrame(rows, columns=["step", "card", "participant", "organisation", "weight"])
    return frame.astype({"organisation": "category", "weight": "Int64", "card": "str"})


def said(*guessed):
    """Guesses of (participant, organisation, about, "ABD")."""
    rows = [(who, home, about, card) for who, home, about, cards in guessed for card in cards]
    return pd.DataFrame(rows, columns=["participant", "organisation", "about", "card"])


POLICE = ("politie", "ABC"), ("politie", "ABD"), ("politie", "ABC")


def test_the_first_three_are_what_most_people_picked():
    own = priorities(picks(*POLICE, ("school", "DEF")), open_vote=True)
    assert own.loc["politie"].tolist() == [1, 1, 1, 0, 0, 0]
    assert own.loc["school"].tolist() == [0, 0, 0, 1, 1, 1]


def test_what_one_or_two_people_picked_is_theirs_and_not_their_organisations():
    own = priorities(picks(*POLICE, ("school", "DEF"), ("school", "DEF")))
    assert own.index.tolist() == ["politie"]
    guess = said(("p9", "politie", "school", "DEF"))
    assert guesses(guess, own).empty, "or how well it was guessed tells what it is"


def test_what_is_level_for_the_last_place_shares_it():
    own = priorities(picks(("politie", "ABC"), ("politie", "ABD"), ("school", "EF")), open_vote=True)
    assert own.loc["politie"].tolist() == [1, 1, 0.5, 0.5, 0, 0]
    assert own.loc["school"].tolist() == [0, 0, 0, 0, 1, 1], "what nobody picked is no priority"


def test_a_guess_is_scored_by_its_overlap():
    own = priorities(picks(*POLICE, ("school", "DEF")), open_vote=True)
    found = guesses(said(("p9", "school", "politie", "ABF"), ("p1", "politie", "school", "ABC")), own)
    assert list(found) == COLUMNS
    assert found["score"].tolist() == pytest.approx([2 / 3, 0])
    assert found["chance"].tolist() == [0.5, 0.5], "three of six"
    assert found["organisation"].tolist() == ["school", "politie"]


def test_who_guesses_fewer_gets_fewer():
    own = priorities(picks(*POLICE, ("school", "DEF")), open_vote=True)
    assert guesses(said(("p9", "school", "politie", "A")), own)["score"].tolist() == pytest.approx([1 / 3])


def test_about_an_organisation_that_picked_nothing_there_is_no_guess():
    own = priorities(picks(*POLICE))
    assert guesses(said(("p9", "school", "brandweer", "ABC")), own).empty


def test_more_than_three_guesses_are_refused():
    with pytest.raises(ValueError, match="a guess of 4 concerns; 3 at most"):
        guesses(said(("p9", "school", "politie", "ABCD")), priorities(picks(*POLICE)))


def test_nobody_picked_and_nobody_guessed():
    own = priorities(picks())
    assert own.empty
    assert guesses(said(), own).empty


@given(st.lists(st.sets(st.sampled_from(CONCERNS), min_size=3, max_size=3), min_size=1, max_size=8))
def test_chance_is_what_all_guesses_score_on_average(people):
    """Over every guess there is, whatever the organisation picked and however much is level."""
    everyone = [("politie", sorted(one)) for one in people]
    own = priorities(picks(*everyone, ("school", CONCERNS)), open_vote=True)
    every = said(*((f"g{n}", "school", "politie", one) for n, one in enumerate(combinations(CONCERNS, 3))))
    found = guesses(every, own)
    assert found["score"].mean() == pytest.approx(found["chance"].iloc[0]) == pytest.approx(0.5)
    assert own.loc["politie"].sum() == pytest.approx(3)
    assert ((found["score"] >= 0) & (found["score"] <= 1)).all()


@given(st.permutations(CONCERNS))
def test_the_names_of_concerns_do_not_matter(shuffled):
    other = dict(zip(CONCERNS, shuffled, strict=True))
    renamed = [(home, [other[card] for card in cards]) for home, cards in POLICE]
    own, theirs = (priorities(picks(*some, ("school", "ABCDEF"))) for some in (POLICE, renamed))
    assert np.allclose(own.loc["politie"], theirs.loc["politie", shuffled])


def test_what_counts_is_the_change_per_person():
    own = priorities(picks(*POLICE, ("school", "DEF")), open_vote=True)
    first = guesses(said(("p9", "school", "politie", "DEF"), ("p1", "politie", "school", "ABC")), own)
    later = guesses(said(("p9", "school", "politie", "ABF"), ("p2", "politie", "school", "DEF")), own)
    people = by_guesser(first, later)
    assert people.loc["p9"].tolist() == pytest.approx([0, 2 / 3])
    assert people.loc["p1", "before"] == 0
    assert people["after"].isna().tolist() == [True, False, False], "p1 guessed once"
    assert change(people["before"], people["after"]).n == 1
