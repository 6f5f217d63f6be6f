"""Friendly hints on a card: who gets them, and that they stop nobody."""

import pytest

from kit.activities.canvas_hints import SENTENCES
from kit.locale import catalogue
from tests._hall import code_of, step

GOOD = "Hoe kunnen we jongeren op het plein een plek geven waar ze welkom zijn?"
BAD = "Meer camera's op het plein"
AGAINST = "Hoe kunnen we overlast van jongeren op het plein voorkomen?"
FOR = "Hoe kunnen we het plein prettig en vertrouwd maken?"


@pytest.fixture
def asking(halls):
    hall = halls(
        step("pick", canvas="brainwriting"),
        step("ask", canvas="how-might-we", per="team", limit=9, build_on="pick"),
        step("say", canvas="point-of-view", per="person", build_on="pick"),
        step("free"),
        step("who", canvas="persona", per="team"),
    )
    for team in ("Tafel 1", "Tafel 1", "Tafel 2"):
        hall.join(team=team)
    hall.start("pick")
    hall.card("p1", "niemand ziet haar", "pick")
    hall.start("ask")
    return hall


def ask(hall, text, person="p1", **more):
    return hall.card(person, text, "ask", "question", **more)


def hints(hall, person="p1", lang="nl"):
    return [card["hints"] for card in hall.mine(person, lang).view["cards"]]


def test_a_good_question_gets_none(asking):
    ask(asking, GOOD)
    assert hints(asking) == [[]]


def test_a_question_with_a_solution_is_taken_and_gets_hints(asking):
    ask(asking, BAD)
    (found,) = hints(asking)
    assert "Begin met 'Hoe kunnen we…'." in found
    assert "Er zit een oplossing in de vraag: camera's. Wat zou dat opleveren?" in found
    assert hints(asking, lang="en")[0][0] == "Begin with 'How might we…'."


def test_the_writer_their_table_and_the_trainer_are_told_and_nobody_else(asking):
    ask(asking, BAD)
    asking.trainer("reveal", step="ask")
    for role, team, told in (
        ("trainer", None, True), ("team", "Tafel 1", True),
        ("wall", None, False), ("results", None, False), ("participant", "Tafel 1", False),
    ):  # fmt: skip
        (card,) = asking.shared(role, team).view["cards"]
        assert bool(card["hints"]) is told, role
        assert card["turned"] is None


def test_a_hint_goes_when_the_text_is_mended(asking):
    card = ask(asking, BAD)
    asking.by("p1", "edit_card", card=card, text=GOOD)
    assert hints(asking) == [[]]


def test_an_english_question_in_a_dutch_room_is_looked_at_in_english(asking):
    ask(asking, "How might we give young people on the square a place where they are welcome?")
    assert hints(asking) == [[]]


def test_a_question_against_something_is_offered_as_one_for_something(asking):
    ask(asking, AGAINST)
    view = asking.mine("p1").view
    assert view["cards"][0]["turned"] == FOR
    assert asking.shared("team", "Tafel 1").view["cards"][0]["turned"] == FOR
    assert view["tips"] == ["Je vraagt hoe iets stopt. Vraag ook naar wat je wél wilt, en bewaar beide."]
    assert asking.mine("p2").view["tips"] == view["tips"], "the whole table is asked to keep one of each"
    assert asking.mine("p3").view["tips"] == []
    ask(asking, FOR, "p2")
    assert asking.mine("p1").view["tips"] == []


def test_the_buttons_of_the_canvas_begin_a_text(asking):
    variants = asking.shared("participant").view["variants"]
    assert [one["id"] for one in variants] == [
        "good",
        "bad",
        "turn",
        "assumption",
        "who",
        "existing",
        "small",
    ]
    assert variants[6]["label"] == "Maak het klein (deze week)"
    assert asking.shared("participant", lang="en").view["variants"][0]["start"].startswith("How might we")


def test_a_statement_rests_on_an_earlier_card(asking):
    asking.start("say")
    text = "Samira wil rustig naar huis kunnen lopen, omdat niemand haar ziet."
    asking.card("p1", text, "say", "statement")
    assert hints(asking) == [["Op welk eerder kaartje rust dit? Tik dat kaartje aan."]]
    asking.card("p2", text, "say", "statement", parent="k1")
    assert hints(asking, "p2") == [[]]


def test_what_looks_like_a_real_person_is_pointed_at_on_any_canvas(asking):
    asking.start("free")
    asking.card("p1", "Bel mevrouw Jansen op 06-12345678", "free")
    assert hints(asking) == [
        ["Dit lijkt een telefoonnummer. Laat het weg.",
         "Dit lijkt een echte naam. Gebruik een rol of een verzonnen naam."],
    ]  # fmt: skip


def test_names_of_the_case_may_be_used(asking):
    asking.start("free")
    name = next(one.name for one in asking.room.case.personas if one.name).split()[0]
    asking.card("p1", f"Meneer {name} kijkt uit het raam", "free")
    assert hints(asking) == [[]]


def test_a_made_up_person_keeps_no_two_marks_of_a_real_one(asking):
    asking.start("who")
    asking.card("p1", "Woont in de Kerkstraat 12", "who", "home")
    assert hints(asking) == [["Dit lijkt een echt adres. Laat het weg."]], "one is only pointed at"
    assert code_of(asking.card, "p2", "heeft ADHD", "who", "worries") == "too_real", "also over two people"
    assert code_of(asking.at, "Tafel 1", "edit_card", card="k2", text="Kerkstraat 12, ADHD") == "too_real"
    assert code_of(asking.card, "p3", "heeft ADHD", "who", "worries") is None, "another table, another person"
    asking.by("p1", "edit_card", card="k2", text="heeft ADHD")
    assert code_of(asking.card, "p1", "heeft autisme", "who", "worries") is None, "twice the same is one mark"
    asking.by("p1", "withdraw_card", card="k2")
    asking.by("p1", "withdraw_card", card="k4")
    assert code_of(asking.card, "p1", "Kerkstraat 12", "who", "home") is None


def test_every_hint_is_there_in_both_languages():
    assert set(SENTENCES.values()) <= set(catalogue("nl"))
