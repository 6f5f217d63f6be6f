"""Before and after as a drawing: everything fits, and each mark stands where its number says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.insight import change_drawing, change_questions
from kit.insight.change_drawing import Moments, Score, scores
from kit.insight.change_marks import split
from kit.insight.change_questions import Question, questions
from kit.insight.chart_parts import NARROW, WIDE, Writing
from tests.insight.test_charts import looks, overlaps, texts

NL = Writing("nl", 1)
MOMENTS = Moments(
    "aan het begin", "aan het eind", "terugkijkend op het begin", "eind van de dag", "marge", "hoger",
    "gelijk", "lager",
)  # fmt: skip
LONG = "Gaat er iets mis, dan zoeken we samen een oplossing en wijzen we niet naar elkaar (90 tekens)"
TOLD = "128 van de 240 hoger, 40 gelijk, 72 lager; middelste verandering +0,25"


def score(name="Samenwerking", before=3.1, after=3.5, **fields):
    given = {
        "low": 0.2,
        "high": 0.6,
        "verdict": "higher",
        "word": "hoger",
        "moved": "+0,4 (marge +0,2 tot +0,6)",
    }
    return Score(
        name, 1, 5, (28, 4, 6), "28 hoger, 4 gelijk, 6 lager", before=before, after=after, **given | fields
    )


def few(name="Samenwerking"):
    return Score(name, 1, 5, (4, 1, 2), TOLD)


def middles(drawing, look):
    """Return where round marks of a look stand."""
    found = [re.match(r"M(-?[\d.]+) (-?[\d.]+)a([\d.]+)", d) for d in looks(drawing, look)]
    return [(float(one[1]) + float(one[3]), float(one[2])) for one in found if one]


SHARES = st.floats(0, 1)
ROWS = st.lists(
    st.one_of(
        st.builds(score, st.sampled_from(["Samenwerking", LONG]), st.floats(1, 5), st.floats(1, 5),
                  memory=st.none() | st.floats(1, 5), day=st.none() | st.floats(1, 5),
                  word=st.sampled_from(["hoger", "geen duidelijk verschil"])),
        st.builds(few, st.sampled_from(["De vier lessen", LONG])),
    ),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=40)
@given(ROWS, st.sampled_from([WIDE, NARROW]))
def test_nothing_overlaps_and_nothing_runs_off(rows, shape):
    fit = change_drawing.room_for(rows, shape, MOMENTS)
    drawn = scores(rows[:fit], shape, NL, MOMENTS)
    assert fit >= 1
    assert overlaps(drawn) == []
    assert drawn.height <= shape.height * (1 if shape is WIDE else 1.4) or fit == 1


def test_four_scores_fit_on_a_wall():
    rows = [score(memory=3.0), score("De vier lessen"), score("Contact"), score("Lijnen met anderen")]
    assert change_drawing.room_for(rows, WIDE, MOMENTS) == 4


def test_marks_stand_where_their_numbers_say():
    drawn = scores([score(before=2.0, after=5.0, low=2.0, high=5.0)], WIDE, NL, MOMENTS)
    (before,), (after,) = middles(drawn, "dot")[-1:], middles(drawn, "dot-end")[-1:]
    (ruler,) = looks(drawn, "ruler")
    left, y, right = map(float, re.match(r"M([\d.]+) ([\d.]+)H([\d.]+)", ruler).groups())
    assert before == pytest.approx((left + (right - left) / 4, y), abs=0.2)
    assert after == pytest.approx((right, y), abs=0.2)
    interval = looks(drawn, "zero")[-1]
    low, high = (float(one) for one in re.match(r"M([\d.]+) .*H([\d.]+)m", interval).groups())
    assert low == pytest.approx(left + (right - left) * 0.75, abs=0.2), "2 above where the group began"
    assert high == pytest.approx(right, abs=0.2), "no further than the scale goes"
    assert {"2,0", "5,0"} <= set(texts(drawn))


def test_where_nothing_moved_the_open_mark_lies_in_the_filled_one():
    drawn = scores([score(before=3.0, after=3.0)], WIDE, NL, MOMENTS)
    radius = {look: re.search(r"a([\d.]+)", looks(drawn, look)[-1])[1] for look in ("dot", "dot-end")}
    assert float(radius["dot"]) < float(radius["dot-end"])


def test_of_few_people_no_mean_is_drawn():
    drawn = scores([few()], WIDE, NL, MOMENTS)
    assert middles(drawn, "dot") == middles(drawn, "dot-end") == []
    assert looks(drawn, "zero") == []
    assert {"hoger", "gelijk", "lager", TOLD} <= set(texts(drawn))


def test_the_ways_people_moved_differ_in_more_than_colour():
    up, same, down = split((2, 1, 3), 0, 60, 0, 10)
    assert [one.look for one in (up, same, down)] == ["bar", "bar-against", "bar-under"]
    assert up.d.count("M") == same.d.count("M") == 1
    assert down.d.count("M") > 3, "stripes"
    assert [one.look for one in split((0, 7, 0), 0, 60, 0, 10)] == ["bar-against"]
    assert split((0, 0, 0), 0, 60, 0, 10) == []


ASKED = st.builds(
    Question, st.sampled_from(["Urgentie", LONG]), st.just("14 hoger, 10 gelijk, 14 lager"), SHARES, SHARES
) | st.builds(
    Question, st.sampled_from(["Urgentie", LONG]), st.just("14 hoger, 10 gelijk, 14 lager"),
    counts=st.tuples(*[st.integers(0, 20)] * 3),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(ASKED, min_size=1, max_size=20), st.sampled_from([WIDE, NARROW]))
def test_questions_fit_however_many_and_however_long(rows, shape):
    fit = change_questions.room_for(rows, shape, MOMENTS)
    drawn = questions(rows[:fit], shape, MOMENTS)
    assert overlaps(drawn) == []
    assert drawn.height <= shape.height * (1 if shape is WIDE else 1.4)
    if shape is WIDE:
        assert fit >= min(len(rows), 14)


def test_a_question_shows_both_shares_on_the_outer_sides():
    drawn = questions([Question("Urgentie", "", 0.2, 0.6), Question("Regie", "", 0.6, 0.2)], WIDE, MOMENTS)
    places = {(one.text, one.look): one for one in drawn.texts if one.text.endswith("%")}
    assert set(places) == {("20%", "soft"), ("60%", "strong"), ("60%", "soft"), ("20%", "strong")}
    assert places["20%", "soft"].anchor == places["20%", "strong"].anchor == "end"
    assert places["60%", "soft"].anchor == places["60%", "strong"].anchor == "start"
    assert len(middles(drawn, "dot")) == len(middles(drawn, "dot-end")) == 3, "one is in the legend"
