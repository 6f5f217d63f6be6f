"""Plain language: sentences are told apart as a reader does, and hints are rare where a text is good."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit import paths
from kit.insight import plain
from kit.insight.plain import hard, hints, passive, sentences


def told(text):
    return [one.text for one in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het is laat. Iedereen slaapt.", ["Het is laat.", "Iedereen slaapt."]),
        ("Om 22.00 uur stopt de boa. Dan is het stil.", ["Om 22.00 uur stopt de boa.", "Dan is het stil."]),
        ("Het zijn er 4.800 per jaar.", ["Het zijn er 4.800 per jaar."]),
        ("Tot 21.00. Dan gaat het licht uit.", ["Tot 21.00.", "Dan gaat het licht uit."]),
        ("Neem bijv. De Stee of ca. 20 buren.", ["Neem bijv. De Stee of ca. 20 buren."]),
        ("Dat schreef J. de Vries in nr. 3.", ["Dat schreef J. de Vries in nr. 3."]),
        ("Mr. Smith came. He left.", ["Mr. Smith came.", "He left."]),
        ("Lawaai, afval, enz. Daarna werd het stil.", ["Lawaai, afval, enz.", "Daarna werd het stil."]),
        ('Hij zegt: "Ga weg." Dan loopt hij.', ['Hij zegt: "Ga weg."', "Dan loopt hij."]),
        ("‘Kom je?’ vraagt zij. Hij knikt.", ["‘Kom je?’ vraagt zij.", "Hij knikt."]),
        ("Het regent. 's Avonds is het druk.", ["Het regent.", "'s Avonds is het druk."]),
        ("Ja… en toen? Niets!", ["Ja… en toen?", "Niets!"]),
        ("# Een kop\n- een punt\n- **twee** punten. Drie.", ["Een kop", "een punt", "twee punten.", "Drie."]),
        ("Een zin die\ndoorloopt. Nog een.", ["Een zin die doorloopt.", "Nog een."]),
        ("Zie [de kaart](https://x.nl/a.b). Klaar.", ["Zie de kaart.", "Klaar."]),
        ("", []),
    ],
)
def test_a_text_falls_into_sentences(text, expected):
    assert told(text) == expected


def test_a_sentence_knows_the_line_that_it_begins_on():
    text = "# Kop\n\nEen zin. Een zin die\nop twee regels staat. En deze.\n\n1. Punt\n2. Nog een"
    assert [(one.line, one.text.split()[0]) for one in sentences(text)] == [
        (1, "Kop"), (3, "Een"), (3, "Een"), (4, "En"), (6, "Punt"), (7, "Nog"),
    ]  # fmt: skip


def test_a_sentence_of_fifteen_words_is_short_enough():
    words = " ".join(["woord"] * 15)
    assert not list(hints(f"{words}.", "nl"))
    assert not list(hints(f"{words} – …", "nl"))
    assert [(one.code, one.about) for one in hints(f"{words} meer.", "nl")] == [("long", "16")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("De ruit wordt door jongeren ingegooid.", "wordt … ingegooid"),
        ("Er wordt veel geklaagd.", "wordt … geklaagd"),
        ("De burgemeester werd gebeld.", "werd gebeld"),
        ("Vier jongens werden aangesproken.", "werden aangesproken"),
        ("We willen dat het opgelost wordt.", "opgelost wordt"),
        ("Het plein wordt verboden terrein.", "wordt verboden"),
        ("Meldingen worden door ons besproken en verdeeld.", "worden … besproken"),
        ("Het wordt gezond, en de buurt wordt beter.", ""),
        ("Er worden gezinnen verwacht.", "worden … verwacht"),
        ("Iedereen wordt moe, omdat hij heeft gewerkt.", ""),
        ("Het wordt zomer.", ""),
        ("De gemeente belt de bewoners.", ""),
        ("Ze wordt boos. Hij heeft gebeld.", ""),
    ],
)
def test_the_passive_is_known_by_its_looks(sentence, words):
    assert passive(sentence) == words


def test_hard_words_come_with_plainer_ones():
    words = {"middels": "met", "ten behoeve van": "voor"}
    assert list(hard("Middels een brief, ten behoeve van de buurt.", words)) == list(words.items())
    assert not list(hard("Met een onmiddelsbrief.", words))
    assert [(one.about, one.instead) for one in hints("Wij faciliteren dit.", "nl")] == [
        ("faciliteren", "helpen")
    ]


LABELLED = list(
    csv.DictReader((Path(__file__).parent / "passive.csv").read_text(encoding="utf-8").splitlines())
)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_called_passive_mostly_is(lang):
    told = [
        (row["passive"] == "yes", bool(passive(row["sentence"], lang)))
        for row in LABELLED
        if row["lang"] == lang
    ]
    called = [true for true, said in told if said]
    assert sum(called) / len(called) >= 0.9
    assert sum(called) / sum(true for true, _ in told) >= 0.9


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The boys were sent away.", "were sent"),
        ("It has not been decided.", "been decided"),
        ("They were quickly told.", "were … told"),
        ("They were worried.", ""),
        ("They were surprised by him.", "were surprised"),
    ],
)
def test_the_english_passive_is_known_by_its_looks(sentence, words):
    assert passive(sentence, "en") == words
    assert [one.about for one in hints(sentence, "en")] == ([words] if words else [])


def test_in_english_the_length_and_the_passive_count():
    assert not list(hints("Relevant stakeholders broke the window: prioriteit.", "en"))
    assert [one.code for one in hints("word " * 16, "en")] == ["long"]


def test_the_list_of_hard_words_is_in_order():
    lines = plain.HARD_WORDS.read_text(encoding="utf-8").splitlines()
    words = [line.partition(",")[0] for line in lines[1:]]
    assert lines[0] == "word,instead"
    assert words == sorted(set(words))
    assert all(line.partition(",")[2].strip() for line in lines[1:])
    assert {"middels", "betreffende", "creëren", "prioriteit", "relevant", "verstrekken"} <= set(words)


def test_a_text_that_is_written_well_gets_hardly_a_hint():
    text = (paths.cases_dir() / "zonnehoek" / "situation.nl.md").read_text(encoding="utf-8")
    assert not list(hints(text, "nl"))


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text):
    lines = max(1, len(text.splitlines()))
    assert all(1 <= one.sentence.line <= lines for one in hints(text, "nl"))
