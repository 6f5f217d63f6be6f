"""Drawings of a vote: whatever was voted, no text lies on another, and what is not told is no zero."""

import itertools

import pytest

from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.duels_drawing import Duels, duels
from kit.insight.fair_drawing import Basket, Block, Idea, fair_set
from kit.insight.fair_drawing import Words as Around
from kit.insight.ranking_drawing import CUT, Row, Words, cut_of, ranking
from kit.insight.vote_parts import in_ten, shade_of
from tests.insight.test_charts import looks, overlaps, texts

SHAPES = [NARROW, WIDE]
IDEAS = [
    "Jongeren krijgen de sleutel van de oude bank en beheren die samen met de buurtvereniging zelf",
    "Een buurtapp",
    "Huisbezoek bij ouders, samen met school en jongerenwerk",
    "Onbereikbaarheidsverzekeringsmaatschappijoverleg",
]
NAMES = ["Woningcorporatie De Veste", "Politie", "Sociaal werk en jongerenwerk", "Gemeente – veiligheid"] * 3
WORDS = Words("draagvlak, 0–100", "meerderheid in", "{n} van {of}", "Bijna gelijk: praat er samen over", "")
LABELS = {
    "broad": "Breed draagvlak",
    "partly": "Deels draagvlak",
    "divides": "Verdeelt de zaal",
    "few": "Weinig draagvlak",
}


def row(k, of=6, told=(), chosen=1, near=True, **more):
    label = list(LABELS)[k % 4]
    said = {"label": label, "word": LABELS[label]} | more
    return Row(
        place=k + 1,
        text=IDEAS[k % 4],
        chosen=k < chosen,
        part=1 - k / 20,
        value=str(100 - 5 * k),
        majority=max(0, of - k),
        shares=list(told),
        near=near,
        **said,
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 5, 8, 9, 12])
@pytest.mark.parametrize("of", [1, 2, 6, 12, 30])
@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("chosen", [1, 3, 8])
def test_no_text_of_a_ranking_lies_on_another(shape, count, of, told, chosen):
    names = NAMES[:of] if told else []
    shares = [None if k == 1 else k / 12 for k in range(len(names))]
    rows = [row(k, of, shares, chosen) for k in range(count)]
    more = Words(*(getattr(WORDS, one) for one in ("bar", "who", "some", "near")), "en nog 3")
    drawn = ranking(rows, names, of, shape, more)
    assert overlaps(drawn) == []
    assert drawn.width == shape.width
    assert drawn.height > CUT


def test_a_wall_has_room_for_twelve_ideas_of_eight_organisations():
    """Above this the letters on a wall get smaller than 1/46 of its height."""
    drawn = ranking([row(k, 8, [0.5] * 8, 3) for k in range(12)], NAMES[:8], 8, WIDE, WORDS)
    assert drawn.height <= 460


def test_a_bar_is_as_long_as_the_support_is_wide():
    drawn = ranking([row(0), row(10)], [], 6, WIDE, WORDS)
    lengths = [float(one.split("h")[1].split("v")[0]) for one in looks(drawn, "bar") if "v13" in one]
    assert lengths == [100, 50]


def test_what_may_not_be_told_is_a_dash_and_no_zero():
    drawn = ranking([row(0, 3, [0.0, None, 1.0])], NAMES[:3], 3, WIDE, WORDS)
    said = texts(drawn)
    assert {"0", "–", "10"} <= set(said)
    assert len(looks(drawn, "area-none")) == 1


def test_where_nothing_may_be_told_the_number_of_organisations_is():
    drawn = ranking([row(2, 6)], [], 6, WIDE, WORDS)
    assert "4 van 6" in texts(drawn)
    assert (len(looks(drawn, "bar")), len(looks(drawn, "bar-against"))) == (1 + 1 + 4, 1 + 1 + 2)


def test_of_one_organisation_nothing_is_compared():
    said = texts(ranking([row(0, 1, [1.0])], NAMES[:1], 1, WIDE, WORDS))
    assert not {"10", "A", "1 van 1", WORDS.who} & set(said)


@pytest.mark.parametrize(
    ("near", "chosen", "after"),
    [
        ([True, True, True], 2, 1),
        ([True, False, True], 2, 0),
        ([False, True, False], 0, 1),
        ([False, False, True], 1, -1),
    ],
)
def test_nearly_equal_is_said_once_where_it_matters_most(near, chosen, after):
    rows = [row(k, chosen=chosen, near=one) for k, one in enumerate(near)]
    assert cut_of(rows) == after
    said = texts(ranking(rows, [], 6, WIDE, WORDS))
    assert said.count(WORDS.near) == (after >= 0)
    assert said.count("≈") == sum(near[:-1])


@pytest.mark.parametrize(
    ("share", "ten", "shade"),
    [(0, "0", 0), (0.01, "1", 0), (0.25, "3", 1), (0.5, "5", 2), (0.99, "9", 4), (1, "10", 4)],
)
def test_a_number_and_a_shade_say_the_same(share, ten, shade):
    assert (in_ten(share), shade_of(share)) == (ten, shade)


def a_table(count, voters):
    wins = [[0 if a == b else voters - a if a < b else b for b in range(count)] for a in range(count)]
    return Duels(
        texts=[IDEAS[k % 4] for k in range(count)],
        wins=wins,
        won=[f"{count - k} van {count}" if count <= 5 else str(count - k) for k in range(count)],
        places=list(range(1, count + 1)),
        chosen=[k == 0 for k in range(count)],
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("count", "voters"), [(2, 200), (3, 20), (5, 200), (7, 200), (12, 99)])
def test_no_text_of_duels_lies_on_another(shape, count, voters):
    assert overlaps(duels(a_table(count, voters), shape, "wint")) == []


def test_a_wall_has_room_for_a_hall_of_hundreds():
    drawn = duels(a_table(12, 500), WIDE, "wint")
    assert overlaps(drawn) == []
    assert drawn.height <= 460


def test_a_duel_that_was_won_is_dark_and_bold_and_a_draw_is_neither():
    what = Duels(["a", "b", "c"], [[0, 7, 5], [2, 0, 4], [5, 5, 0]], ["1", "0", "1"], [1, 2, 3], [True] * 3)
    drawn = duels(what, WIDE, "wint")
    look = {one.text: one.look for one in drawn.texts}
    assert (look["7–2"], look["2–7"], look["5–5"]) == ("on-4 strong", "on-0", "on-none")
    assert len(looks(drawn, "ruler")) == 3, "nobody against themselves"


def an_idea(k, told=(), payers=3):
    pays = "Woningcorporatie De Veste, politie, school en bewoners betalen dit samen."
    brief = f"{payers} organisaties betalen dit samen."
    return Idea(k + 1, IDEAS[k % 4], f"{1 + k % 5} punten", pays, brief, list(told), payers)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 3, 6])
@pytest.mark.parametrize("of", [1, 6, 12, 30])
@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("budget", [5, 12, 60])
def test_no_text_of_a_fair_set_lies_on_another(shape, count, of, told, budget):
    parts = [(k, 1 / min(of, 9)) for k in range(min(of, 9))] if told else []
    costs = list(itertools.islice(itertools.cycle([1, 4, 2, 5]), 12))
    fits = [k for k in range(12) if sum(costs[: k + 1]) <= budget]
    blocks = [Block(k + 1, IDEAS[k % 4], costs[k], k % 2 == 0) for k in fits]
    left = f"over: {budget - sum(costs[: len(fits)])}"
    baskets = [Basket("Eerlijk verdeeld", blocks, left), Basket("Meeste stemmen eerst", blocks[:1], left)]
    names = NAMES[:of] if told else []
    ideas = [an_idea(k, parts, min(of, 9)) for k in range(count)]
    drawn = fair_set(ideas, baskets, names, shape, Around(budget, of, "{n} van {of}", "en nog 2"))
    assert overlaps(drawn) == []


def test_a_sentence_that_does_not_fit_is_said_in_fewer_words():
    ideas = [an_idea(k) for k in range(6)]
    drawn = fair_set(ideas, [], [], WIDE, Around(12, 6, "{n} van {of}"))
    assert "3 organisaties betalen dit samen." in texts(drawn)
    alone = texts(fair_set(ideas[:1], [], [], WIDE, Around(12, 6, "{n} van {of}")))
    assert "betalen dit samen." in " ".join(alone)
    assert not any(one.startswith("3 organisaties") for one in alone)


def test_blocks_are_as_wide_as_they_cost_and_what_is_left_is_dashed():
    basket = Basket("Eerlijk", [Block(1, "a", 3, True), Block(2, "b", 6, False)], "over: 3")
    drawn = fair_set([an_idea(0)], [basket], [], WIDE, Around(12, 6, "{n} van {of}"))
    (dark,), (light,), (left,) = (
        [one for one in looks(drawn, look) if "h" in one] for look in ("area-4", "area-0", "area-none")
    )
    assert [float(one.split("h")[1].split("v")[0]) + 2 for one in (dark, light, left)] == [150, 300, 150]
    assert "over: 3" in texts(drawn)
