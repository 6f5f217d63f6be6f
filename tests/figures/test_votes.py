"""The figures of a vote: what they say is true, and they tell nothing of few people."""

import pandas as pd
import pytest

from kit.figures import NARROW
from kit.figures.duels import duels
from kit.figures.fair_set import Budget, fair_set
from kit.figures.ranking import MOST, ranking
from kit.figures.say import joined
from kit.figures.vote_words import Rule, quoted
from kit.insight.choosing import Vote, fair, rank
from kit.insight.vote_frames import payers_frame, result_frame, shares_frame
from tests.insight._examples import NINE, in_order
from tests.insight.test_vote_frames import a_budget, the_example

TEXTS = {
    "A": "Camera en handhaving",
    "B": "Een gastheer op het plein",
    "C": "Een jongerenruimte",
    "D": "Een buurt-app",
    "E": "Extra boa-uren",
    "F": "Een belrondje",
}


def figure_of(vote, *, open_vote=False, lang="nl", texts=TEXTS, **rule):
    found = rank(vote)
    table = result_frame(vote, found)
    table["text"] = [texts.get(card, card) for card in table["card"]]
    shares = shares_frame(vote, found, open_vote=open_vote)
    said = Rule(vote.method, vote.by, winners=vote.winners, **rule)
    return ranking(table, shares, lang, rule=said)


def set_of(vote, *, open_vote=False, lang="nl", told=True, **more):
    found = rank(vote)
    table = result_frame(vote, found)
    table["text"], table["cost"] = table["card"].map(TEXTS), table["card"].map(vote.costs)
    who = fair(vote, found)
    budget = Budget(vote.budget, who.imagined, [vote.options[n] for n in found.most_votes])
    shares = shares_frame(vote, found, open_vote=open_vote)
    rule = Rule(vote.method, vote.by)
    return fair_set(table, payers_frame(vote, who, told=told), shares, budget, lang, rule=rule, **more)


def said(figure):
    return [one.text for one in figure.view.drawing.texts]


def cells(figure, column):
    return figure.table[column].tolist()


def test_the_ranking_says_what_is_chosen_how_widely_and_that_it_is_close():
    view = figure_of(the_example()).view
    assert view.says == (
        "Gekozen: ‘Een gastheer op het plein’, met het breedste draagvlak. "
        "In 4 van de 6 organisaties steunt een meerderheid dit. "
        "‘Een jongerenruimte’ is bijna gelijk: praat over allebei."
    )
    assert "Bijna gelijk: praat er samen over" in [one.text for one in view.drawing.texts]


def test_with_many_voters_nothing_is_called_close():
    figure = figure_of(the_example(times=60))
    assert "bijna gelijk" not in figure.view.says
    assert "≈" not in said(figure)[:3]


def test_the_table_behind_it_has_the_chances_and_nothing_that_may_not_be_told():
    figure = figure_of(the_example(winners=2))
    assert cells(figure, "Tekst") == [TEXTS[one] for one in "BCDA"]
    assert cells(figure, "Kans op plaats 1, %") == pytest.approx([57, 29, 8, 5], abs=2.5)
    assert cells(figure, "Kans op de eerste 2, %") == pytest.approx([86, 71, 26, 17], abs=2.5)
    assert cells(figure, "Voor") == [11, 10, 11, 12]
    assert cells(figure, "In woorden")[0] == "Breed draagvlak"
    assert not [one for one in figure.view.head if "politie" in one]
    assert "4 van 6" in said(figure)
    assert figure.view.notes[-1].startswith("Niet te zien is wat elke organisatie stemde")


def test_after_an_open_vote_every_organisation_has_its_cell_and_its_column():
    figure = figure_of(the_example(), open_vote=True)
    assert cells(figure, "politie, %") == [67, 33, 33, 100]
    assert any("D\u00a0sociaal\u00a0werk" in one for one in said(figure))
    assert "4 van 6" not in said(figure)
    assert "Niet te zien" not in " ".join(figure.view.notes)


def test_of_more_than_twelve_ideas_the_others_are_counted_and_stand_in_the_table():
    cards = [f"k{n}" for n in range(15)]
    everything = dict.fromkeys(cards, 1)
    vote = Vote(method="dots", ballots=[everything] * 4, options=cards, groups=["a"], whose=["a"] * 4)
    figure = figure_of(vote)
    assert "en nog 4" in said(figure)
    assert len(figure.view.rows) == 15
    assert sum(one.isdigit() and int(one) >= MOST for one in said(figure) if len(one) == 2) == 0


@pytest.mark.parametrize("method", ["dots", "approval", "ranking", "score", "budget"])
@pytest.mark.parametrize("by", ["support", "points"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_method_has_its_bar_and_its_sentence(method, by, lang):
    weighed = method in {"ranking", "score"}
    ballots = [{"A": 1, "B": 2}, {"A": 1, "B": 3}, {"B": 1, "A": 2}]
    only = [{"A": 1}, {"A": 1, "B": 1}, {"A": 1}]
    rules = {"by": by, "costs": {"A": 2, "B": 2, "C": 1}, "budget": 3}
    vote = Vote(method=method, ballots=ballots if weighed else only, options=["A", "B", "C"],
                groups=["x", "y"], whose=["x", "x", "y"], **rules)  # fmt: skip
    view = figure_of(vote, lang=lang).view
    first = TEXTS[vote.options[rank(vote).order[0]]]
    assert view.says.startswith(f"{'Gekozen' if lang == 'nl' else 'Chosen'}: ‘{first}’, ")
    assert view.unit.endswith(".")
    bars = [one for one in view.drawing.paths if one.look == "bar" and "v13" in one.d]
    assert bars, "the first has one"
    assert all(float(one.d.split("h")[1].split("v")[0]) <= 100 for one in bars)


def test_tables_are_not_called_organisations():
    view = figure_of(the_example(), tables=True).view
    assert "tafels" in view.says
    assert "organisatie" not in f"{view.says} {view.unit} {' '.join(view.head)} {' '.join(view.notes)}"


def test_what_nobody_gave_a_dot_has_no_label():
    vote = Vote(method="dots", ballots=[{"A": 1}] * 3, options=["A", "B"], groups=["x"], whose=["x"] * 3)
    assert "Geen stippen" in said(figure_of(vote))


def test_without_votes_there_is_nothing_to_draw():
    empty = Vote(method="dots", ballots=[], options=[])
    view = figure_of(empty).view
    assert (view.drawing, view.says, view.rows) == (None, "Er zijn geen stemmen binnengekomen.", [])


def nine():
    vote = Vote(method="ranking", ballots=[in_order(one) for one in NINE], options=list("ABCD"))
    found = rank(vote)
    wins = found.tally.duels[found.order][:, found.order]
    return [TEXTS["ABCD"[n]] for n in found.order], wins


def test_duels_say_who_wins_from_all_others():
    texts, wins = nine()
    figure = duels(texts, wins, 9)
    assert figure.view.says == (
        "‘Een buurt-app’ wint van elk ander idee. Punten per plaats (Borda) zetten hetzelfde idee voorop."
    )
    assert {"7–2", "6–3", "5–4", "3 van 3"} <= set(said(figure))
    assert cells(figure, "Punten per plaats (Borda)") == [18, 13, 11, 12]
    assert cells(figure, "Gaat voor (Schulze)") == [3, 2, 1, 0]
    assert figure.view.rows[0][2:6] == [None, 7, 6, 5]


def test_in_a_circle_nobody_wins_from_all_and_borda_may_differ():
    circle = [[0, 7, 5], [4, 0, 11], [6, 0, 0]]
    view = duels(["a", "b", "c"], circle, 11).view
    assert view.says.startswith("Geen idee wint van alle andere. De regel van Schulze zet ‘a’ voorop.")
    assert view.says.endswith("Punten per plaats (Borda) zetten ‘b’ voorop: praat over allebei.")


def test_of_one_idea_there_are_no_duels():
    assert duels(["a"], [[0]], 5).view.drawing is None
    assert duels([], [], 0).view.rows == []


def test_a_fair_set_counts_who_pays_where_it_may_not_be_named():
    figure = set_of(a_budget())
    drawn = said(figure)
    assert {"Alle 6 organisaties betalen dit samen.", "3 organisaties betalen dit samen."} <= set(drawn)
    assert "Eerlijk verdeeld: 10 van 12 punten" in drawn
    assert "Meeste stemmen eerst: 12 van 12 punten" in drawn
    assert "over: 2" in drawn
    everything = " ".join([*drawn, figure.view.says, figure.csv()])
    assert not [one for one in ("politie", "corporatie", "sociaal", "bewoners") if one in everything]


def test_after_an_open_vote_one_sentence_per_idea_says_who_pays():
    figure = set_of(a_budget(), open_vote=True)
    assert "Corporatie, school en sociaal werk betalen dit samen." in cells(figure, "Wie betaalt")
    assert cells(figure, "school betaalt, %")[1] == 33
    assert pd.isna(cells(figure, "school betaalt, %")[-1]), "not in the set"


def test_a_set_says_what_most_votes_would_have_chosen_instead():
    view = set_of(a_budget()).view
    assert view.says.startswith("3 ideeën zijn gekozen, voor 10 van de 12 punten.")
    assert "was het ‘Camera en handhaving’ en nog 1 geworden, en niet ‘Een belrondje’ en nog 1." in view.says
    assert any("telden aan het eind als groter" in one for one in view.notes)


def test_who_gets_nothing_from_most_votes_is_named_only_after_an_open_vote():
    ballots = [{"A": 1}] * 5 + [{"F": 1}] * 2
    vote = Vote(method="budget", ballots=ballots, options=["A", "F"], groups=["grote", "kleine"],
                whose=["grote"] * 5 + ["kleine"] * 2, costs={"A": 4, "F": 2}, budget=4)  # fmt: skip
    told = set_of(vote, open_vote=True).view
    assert told.says.endswith("Dan was er niets gekozen dat kleine steunen.")
    assert "kleine" not in set_of(vote).view.says


def test_with_a_purse_for_every_person_no_organisation_pays():
    figure = set_of(a_budget("points"), open_vote=True)
    assert "12 mensen betalen dit samen." in said(figure)
    assert "iedereen heeft een even grote beurs" in figure.view.unit
    assert not [one for one in figure.view.head if "betaalt, %" in one]


def test_what_fits_in_what_was_left_has_no_payer():
    wants = [{"A": 1}, {"B": 1}]
    vote = Vote(method="budget", ballots=wants, options=["A", "B"], groups=["x", "y"], whose=["x", "y"],
                costs={"A": 3, "B": 3}, budget=4)  # fmt: skip
    figure = set_of(vote)
    assert "Dit past in wat over was, en heeft daarvan het meeste draagvlak." in " ".join(said(figure))


def test_from_frames_that_do_not_tell_who_pays_it_says_no_more_than_they_do():
    assert (
        cells(set_of(a_budget(), told=False), "Wie betaalt")[:3] == ["Wie dit steunt, betaalt dit samen."] * 3
    )


def test_the_same_set_is_not_drawn_twice():
    vote = Vote(method="budget", ballots=[{"A": 1}] * 3, options=["A"], groups=["x"], whose=["x"] * 3,
                costs={"A": 3}, budget=4)  # fmt: skip
    figure = set_of(vote)
    assert figure.view.says.endswith("Met de meeste stemmen eerst was het dezelfde set.")
    assert not any(one.startswith("Meeste stemmen") for one in said(figure))


@pytest.mark.parametrize(("names", "text"), [([], ""), (["a"], "a"), (["a", "b", "c"], "a, b en c")])
def test_names_are_listed_as_a_sentence_has_them(names, text):
    assert joined(names, "nl") == text


def test_a_long_text_is_cut_in_a_sentence():
    assert len(quoted("Een heel lang idee van iemand die graag schrijft " * 3)) < 75
    assert set_of(a_budget(), shape=NARROW).view.drawing.width == NARROW.width
