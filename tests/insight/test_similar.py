"""Which cards may say the same: on labelled cards, and what must never be suggested."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.similar import LEAST, likeness, similar
from kit.insight.stems import stem

CARDS = Path(__file__).parent / "similar"
FLOORS = {"nl": (0.85, 0.65), "en": (0.75, 0.7)}
"""Least precision and recall on the cards to judge by, none of which the threshold was chosen on."""


@cache
def labelled(lang):
    with (CARDS / f"{lang}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def judged(lang, kind):
    """The pairs that are said to be alike, and those that are: precision, recall."""
    rows = [one for one in labelled(lang) if one["set"] == kind]
    meant = np.array([one["meaning"] for one in rows])
    pairs = np.triu_indices(len(rows), 1)
    same = (meant[:, None] == meant[None, :])[pairs]
    found = (likeness([one["text"] for one in rows], lang) >= LEAST)[pairs]
    return (same & found).sum() / found.sum(), (same & found).sum() / same.sum()


def names(texts, lang="nl", **more):
    return [one.members for one in similar(texts, lang, **more)]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_most_doubles_are_found_and_most_that_is_found_is_one(lang):
    assert len(labelled(lang)) >= 150
    precision, recall = judged(lang, "judge")
    assert precision >= FLOORS[lang][0]
    assert recall >= FLOORS[lang][1]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_among_these_cards_none_is_put_beside_what_it_negates(lang):
    rows = labelled(lang)
    meant = [one["meaning"] for one in rows]
    score = likeness([one["text"] for one in rows], lang)
    pairs = [(n, k) for n, one in enumerate(rows) for k in range(len(rows)) if one["against"] == meant[k]]
    assert len(pairs) > 10
    assert [(rows[n]["text"], rows[k]["text"]) for n, k in pairs if score[n, k] >= LEAST] == []


def test_never_are_a_yes_and_a_no_alike():
    rows = labelled("against")
    bad = [row for row in rows if likeness([row["one"], row["other"]], row["lang"])[0, 1] >= LEAST]
    assert len(rows) > 40
    assert bad == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lampen op het plein", "Een lampje op het plein"),
        ("Straatverlichting in de wijk", "Verlichting in de wijk"),
        ("Meer zitplekken voor ouderen", "Bankjes voor senioren"),
        ("CAMERA'S op het plein!", "camera’s op het plein"),
        ("Café in de buurt", "Cafe in de buurt"),
        ("Niet alleen praten maar samen doen", "Samen doen en niet alleen praten"),
        ("Geen camera, wel licht op het plein", "Op het plein wel licht, geen camera"),
        ("Om 8 uur open", "Open om 8 uur"),
    ],
)
def test_said_in_another_way(one, other):
    assert names([one, other, "Een maatje voor nieuwe buren"]) == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Geen hek op het plein, wel een camera", "Wel een hek op het plein, geen camera"),
        ("Om 8 uur open", "Om 9 uur open"),
        ("-2 bang op straat", "+2 bang op straat"),
        ("-2 bang op straat", "2 bang op straat"),
    ],
)
def test_the_same_words_and_yet_something_else(one, other):
    assert names([one, other]) == []


def test_three_at_most_and_each_in_one_group():
    texts = [f"Een eigen plek voor jongeren op het plein {'!' * n}" for n in range(7)]
    found = names(texts)
    assert sorted(map(len, found)) == [2, 2, 3] or sorted(map(len, found)) == [3, 3]
    assert len({one for group in found for one in group}) == sum(map(len, found))
    assert len(names(texts, most=1)) == 1


def test_the_likeliest_come_first():
    texts = [
        "Lampen bij de trap",
        "Een feest op het plein",
        "Betere lampen trap achter",
        "Feest op het plein",
    ]
    found = similar(texts, "nl")
    assert [one.members for one in found] == [(1, 3), (0, 2)]
    assert found[0].score > found[1].score


def test_only_cards_of_one_field_and_none_that_are_kept_apart():
    texts = ["Lampen op het plein", "Een lamp op het plein", "Lampjes op het plein"]
    assert names(texts) == [(0, 1, 2)]
    assert names(texts, fields=["a", "b", "a"]) == [(0, 2)]
    assert names(texts, fields=["a", "a", "a"], apart=[(0, 1), (0, 2)]) == [(1, 2)]


def test_cards_without_words_and_no_cards_at_all():
    assert similar([], "nl") == []
    assert names(["👍", "…", "", "de", "het"]) == []
    assert names(["wie is er", "wie is er"]) == [(0, 1)], "small words count where there are no others"


def test_a_dutch_room_may_have_an_english_card():
    texts = [
        "The street lights are broken and the residents are afraid",
        "The lights in the street are broken",
    ]
    assert names(texts, "nl") == names(texts, "en") == [(0, 1)]
    assert stem("lights", "nl") != "light", "in Dutch they would be other words"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", "lamp lampen lampje lampjes"),
        ("nl", "straat straten straatje"),
        ("nl", "plek plekken plekje"),
        ("nl", "huis huizen"),
        ("nl", "brief brieven briefje"),
        ("nl", "verlichten verlichting"),
        ("nl", "mogelijkheid mogelijkheden"),
        ("en", "party parties"),
        ("en", "light lights lighting lighted"),
        ("en", "stop stops stopped stopping"),
        ("en", "organise organised organising"),
        ("en", "bench benches"),
    ],
)
def test_forms_of_a_word_have_one_stem(lang, words):
    assert len({stem(one, lang) for one in words.split()}) == 1


texts = st.lists(st.text(alphabet="abdelnpst -2'é", max_size=30), max_size=8)


@given(texts, st.sampled_from(["nl", "en"]))
def test_likeness_is_mutual_and_from_0_to_1(texts, lang):
    score = likeness(texts, lang)
    assert score.shape == (len(texts), len(texts))
    assert np.allclose(score, score.T)
    assert ((score >= 0) & (score <= 1)).all()


@given(texts.flatmap(lambda found: st.tuples(st.just(found), st.permutations(range(len(found))))))
def test_the_order_of_the_cards_does_not_matter(given_):
    texts, order = given_
    score = likeness(texts, "nl")
    assert np.allclose(likeness([texts[n] for n in order], "nl"), score[np.ix_(order, order)], atol=1e-5)
