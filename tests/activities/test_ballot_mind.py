"""How simulated participants vote: within the rules, and by the taste of their organisation."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.activities.ballot import ACTIVITY, BallotSettings
from kit.activities.ballot_mind import ballot, second_thoughts, votes_of
from kit.activities.ballot_rules import tidied
from kit.activities.mind import Mind

METHODS = ["dots", "approval", "ranking", "score", "budget"]


def rng(seed=1):
    return random.Random(seed)


def view_of(texts, method="dots", dots=3, most=2):
    options = [{"card": f"k{n}", "text": text, "merged": []} for n, text in enumerate(texts)]
    return {"method": method, "options": options, "dots": dots, "most": most}


@st.composite
def views(draw, method="dots"):
    texts = draw(st.lists(st.text("abcde", min_size=1, max_size=5), max_size=12))
    dots = draw(st.integers(1, 8))
    return view_of(texts, method, dots, draw(st.integers(1, dots)))


@given(views(), st.lists(st.text("abc", min_size=1, max_size=2), max_size=4), st.integers())
def test_nobody_gives_more_dots_than_they_have(view, taste, seed):
    own = {one["text"] for one in view["options"][::3]}
    votes = ballot(view, Mind(rng(seed), taste=taste, own=frozenset(own)))
    for now in (votes, second_thoughts(votes, view, rng(seed))):
        assert sum(now.values()) == min(view["dots"], view["most"] * len(view["options"]))
        assert all(0 < weight <= view["most"] for weight in now.values())
        assert now.keys() <= {one["card"] for one in view["options"]}


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data(), seed=st.integers())
def test_every_ballot_would_be_accepted(method, data, seed):
    view = data.draw(views(method))
    if not view["options"]:
        return
    settings = BallotSettings(source="x", method=method, dots=view["dots"], most=view["most"])
    for votes in votes_of(view, Mind(rng(seed), taste=["a", "b", "c"])):
        assert tidied(settings, votes, [one["card"] for one in view["options"]]) == votes
        assert votes


def test_people_vote_for_what_their_organisation_likes():
    view = view_of(["niets aan", "een duo op het plein", "een camera", "wat anders"])
    mind = Mind(rng(), taste=["Camera", "duo"], own=frozenset({"een camera"}))
    assert ballot(view, mind) == {"k2": 2, "k1": 1}


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("approval", {"k0": -1, "k1": 1, "k2": 1, "k3": -1}),
        ("ranking", {"k2": 1, "k1": 2, "k0": 3, "k3": 4}),
        ("score", {"k0": 2, "k1": 4, "k2": 5, "k3": 2}),
        ("budget", {"k2": 1, "k1": 1}),
    ],
)
def test_taste_says_so_in_every_method(method, expected):
    view = view_of(["niets aan", "een duo op het plein", "een camera", "wat anders"], method)

    class Plain(random.Random):
        """Chance that surprises nobody."""

        def gauss(self, *about):
            return about[0]

        def uniform(self, *between):
            return between[0]

    assert ballot(view, Mind(Plain(), taste=["Camera", "duo"])) == expected


def test_some_change_their_mind_and_who_has_voted_does_not_vote_again():
    view = view_of(["een", "twee", "drie"], "score")
    turns = [len(list(ACTIVITY.pretend(lambda: (view, {}), Mind(rng(seed))))) for seed in range(60)]
    assert set(turns) == {1, 2}
    assert list(ACTIVITY.pretend(lambda: (view, {"votes": {"k0": 1}}), Mind(rng()))) == []
