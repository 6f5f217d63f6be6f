"""What is told of a change: by how many people there are, and never that anything is proved."""

import pytest

from kit.figures import NARROW, WIDE
from kit.figures.change import Group, Moved, people, scores
from kit.figures.questions import Asked, questions

MANY = Moved(
    "Samenwerking", 38, 1, 5, (28, 4, 6), 0.4, 3.111, 3.512, 0.401, 0.21, 0.59, "higher", 0.98, 0.4, 3.0
)  # fmt: skip
SHARE = Moved("Lijnen met anderen", 36, 0, 1, (9, 20, 7), 0, 0.4, 0.45, 0.05, -0.02, 0.12, "unclear", 0.2)
SOME = Moved("De vier lessen", 7, 1, 5, (4, 1, 2), 0.5)
NONE = Moved("Contact", 4, 1, 5)
LIMITS = (
    "Er is geen controlegroep, dus dit bewijst niets. Antwoorden vlak na een dag zijn vaak positiever. "
    "Dit is geen getoetste vragenlijst."
)


def said(figure):
    return [one.text for one in figure.view.drawing.texts]


def test_of_ten_people_and_more_the_means_the_margin_and_the_counts_are_told():
    view = scores("na-change", [MANY, SHARE], Group(38)).view
    assert view.says == (
        "Hoger: Samenwerking. Geen duidelijk verschil: Lijnen met anderen. "
        "Samenwerking: 28 van de 38 hoger, 4 gelijk, 6 lager."
    )
    assert view.unit == "38 mensen vulden twee keer in"
    drawn = said(scores("na-change", [MANY, SHARE], Group(38)))
    for text in ("3,1", "3,5", "+0,4 (marge +0,2 tot +0,6)", "28 hoger, 4 gelijk, 6 lager", "hoger"):
        assert text in drawn
    for text in ("40%", "45%", "+5 punten (marge \N{MINUS SIGN}2 tot +12)", "geen duidelijk verschil"):
        assert text in drawn
    rows = scores("na-change", [MANY, SHARE], Group(38)).table
    assert rows.iloc[0].tolist()[:6] == ["Samenwerking", 38, 28, 4, 6, 0.4]
    assert rows["Grootte (g)"].tolist() == [0.98, 0.2]
    assert rows["Gemiddelde vóór"].tolist() == [3.11, 0.4], "no more decimals than are told"


def test_looking_back_stands_beside_it_as_a_check():
    view = scores("na-change", [MANY], Group(38)).view
    assert "terugkijkend op het begin" in said(scores("na-change", [MANY], Group(38)))
    assert any("Terugkijkend geven mensen het begin een 3,0" in one for one in view.notes)
    assert [one.look for one in view.drawing.paths].count("diamond") == 2


def test_of_five_to_nine_people_only_counts_and_the_middle_change():
    view = scores("na-change", [SOME, NONE], Group(7)).view
    assert view.says == "De vier lessen: 4 van de 7 hoger, 1 gelijk, 2 lager."
    assert view.head == ["Score", "Mensen", "Hoger", "Gelijk", "Lager", "Middelste verandering"]
    assert view.rows == [["De vier lessen", 7, 4, 1, 2, 0.5]]
    told = " ".join(said(scores("na-change", [SOME, NONE], Group(7))))
    assert "middelste verandering +0,5" in told
    assert "marge" not in told
    assert "Te weinig antwoorden om te laten zien: Contact." in view.notes


@pytest.mark.parametrize("make", [scores, questions])
def test_of_four_people_a_calm_sentence_and_no_number(make):
    figure = make("x", [NONE if make is scores else Asked("A", "A?", 4)], Group(4))
    view = figure.view
    assert view.drawing is None
    assert view.rows == []
    assert view.says == "Te weinig mensen vulden twee keer in om iets te laten zien."
    assert figure.svg == ""


@pytest.mark.parametrize("shape", [WIDE, NARROW])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_never_says_that_anything_is_proved(lang, shape):
    rows = [Asked("Urgentie", "We weten wat nu moet.", 38, (20, 10, 8), 0.2, 0.6)]
    for figure in (
        scores("x", [MANY, SOME], Group(38), lang, shape),
        questions("y", rows, Group(38), lang, shape),
    ):
        svg = figure.svg
        assert ("geen controlegroep" if lang == "nl" else "no group to compare") in svg
        assert not [one for one in ("bewezen", "significant", "p =", "effect is") if one in svg]
    assert scores("x", [MANY], Group(38)).view.notes[-1] == LIMITS


def test_weeks_later_the_end_of_the_day_is_a_third_mark():
    row = Moved("Samenwerking", 12, 1, 5, (8, 1, 3), 0.3, 3.0, 3.3, 0.3, 0.1, 0.5, "higher", day=3.7)
    figure = scores("later-change", [row], Group(12, later=True))
    assert {"weken later", "eind van de dag", "3,7"} <= set(said(figure))
    assert "vlak na een dag" not in figure.view.notes[-1]
    assert figure.table["Eind van de dag"].tolist() == [3.7]


def test_question_by_question_who_agrees():
    rows = [
        Asked("Urgentie", "We weten samen wat nu moet gebeuren.", 38, (20, 10, 8), 0.17, 0.63),
        Asked("Regie", "Het is duidelijk wie de regie heeft.", 37, (5, 30, 2), 0.4, 0.43),
        Asked("Kennis", "Ik weet goed wat anderen kunnen.", 9, (4, 3, 2)),
        Asked("Doel", "We werken aan hetzelfde doel.", 3),
    ]
    figure = questions("na-questions", rows, Group(38))
    assert figure.view.says == "De grootste stijging: Urgentie, van 17% naar 63% van de mensen."
    assert {"Urgentie", "17%", "63%", "4 hoger, 3 gelijk, 2 lager"} <= set(said(figure))
    assert "Doel" not in said(figure)
    assert figure.table["Vraag"].tolist() == [rows[0].text, rows[1].text, rows[2].text]
    assert figure.table["mee eens na"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [Asked("A", "A", 20, (0, 20, 0), 0.5, 0.5)],
            "Bij geen enkele vraag zijn meer mensen het eens dan aan het begin.",
        ),
        ([Asked("A", "A", 7, (0, 6, 1))], "Bij geen enkele vraag ging iemand omhoog."),
        (
            [Asked("A", "A", 7, (2, 4, 1)), Asked("B", "B", 7, (5, 1, 1))],
            "De meeste mensen gingen omhoog bij: B (5 van de 7).",
        ),
    ],
)
def test_what_is_to_be_seen_is_true_for_what_is_there(rows, sentence):
    assert questions("y", rows, Group(20)).view.says == sentence


def test_more_questions_than_fit_are_in_the_table():
    rows = [Asked(f"Vraag {k}", "Wat vind je?", 20, (1, 1, 18), 0.2, 0.3) for k in range(20)]
    view = questions("y", rows, Group(20)).view
    assert len(view.rows) == 20
    assert view.notes[0].startswith("Nog ")


def test_one_of_something_is_not_more():
    assert people(Group(1), "nl") == "1 persoon vulde twee keer in"
