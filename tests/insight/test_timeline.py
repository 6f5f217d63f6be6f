"""How a day went beside how it was planned, and its drawing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.timeline import HOUR, MINUTE, Ran, Span, behind, course, longest_overrun
from kit.insight.timeline_drawing import TEN, Words, timeline
from tests.insight.test_charts import looks, overlaps

NINE = 9 * HOUR
DAY = 24 * HOUR
PHASES = {"open": "Start", "empathise": "Inleven", "define": "Scherp maken", "ideate": "Bedenken",
          "test": "Uitproberen", "close": "Afronden"}  # fmt: skip
LONG = "Kijk met de ogen van een ander naar wat er op het plein gebeurt en schrijf op wat je ziet"


def ran(minutes, entered=None, closed=None, **more):
    """A step of so many minutes, entered so many minutes after nine."""
    at = [None if one is None else NINE + one * MINUTE for one in (entered, closed)]
    return Ran("Stap", more.pop("phase", "open"), minutes, *at, **more)


def minutes(span):
    return None if span is None else (round((span.start - NINE) / MINUTE), round((span.end - NINE) / MINUTE))


def test_a_step_goes_on_until_the_next_one_begins():
    steps = [ran(10, 0, 12), ran(20, 15, 30), ran(5, 33, 40)]
    found = course(steps, NINE + 90 * MINUTE)
    assert [minutes(one) for one in found.held] == [(0, 15), (15, 33), (33, 40)]
    assert [minutes(one) for one in found.planned] == [(0, 10), (10, 30), (30, 35)]
    (day,) = found.days
    assert (minutes(day.planned), minutes(day.held)) == ((0, 35), (0, 40))
    assert behind(found, 2) == 3 * MINUTE
    assert longest_overrun(steps, found) == (0, 5 * MINUTE)


def test_the_last_step_goes_on_as_long_as_it_is_open():
    assert minutes(course([ran(10, 0)], NINE + 25 * MINUTE).held[0]) == (0, 25)


def test_a_step_that_was_left_out_takes_no_time_and_one_that_was_not_reached_does():
    found = course([ran(10, 0, 10), ran(20, skipped=True), ran(5, 10, 15), ran(30)], NINE + 15 * MINUTE)
    assert [minutes(one) for one in found.planned] == [(0, 10), None, (10, 15), (15, 45)]
    assert [minutes(one) for one in found.held] == [(0, 10), None, (10, 15), None]
    with pytest.raises(ValueError, match="not held"):
        behind(found, 3)


def test_steps_may_be_done_in_another_order():
    found = course([ran(10, 0, 10), ran(10, 30, 40), ran(20, 10, 28)], NINE + 40 * MINUTE)
    assert [minutes(one) for one in found.held] == [(0, 10), (30, 40), (10, 30)]


def test_the_second_day_begins_when_it_begins():
    steps = [
        ran(10, 0, 10),
        ran(30, 10, 45),
        ran(15),
        ran(20, 24 * 60 + 5, 24 * 60 + 20),
        ran(5, 24 * 60 + 25),
    ]
    found = course(steps, NINE + DAY + 30 * MINUTE)
    assert [day.steps for day in found.days] == [[0, 1, 2], [3, 4]]
    assert minutes(found.held[1]) == (10, 45), "nobody sat there all night"
    assert minutes(found.planned[3]) == (24 * 60 + 5, 24 * 60 + 25)
    assert behind(found, 3) == 0


def test_a_talk_before_the_night_took_as_long_as_planned():
    found = course([ran(15, 0, input=False), ran(10, 24 * 60, 24 * 60 + 9)], NINE + DAY + 10 * MINUTE)
    assert minutes(found.held[0]) == (0, 15)


def test_what_is_held_weeks_later_is_of_no_day():
    steps = [ran(10, 0, 10), ran(0, 60 * 24 * 42, later=True)]
    found = course(steps, NINE + 42 * DAY + HOUR)
    assert [day.steps for day in found.days] == [[0]]
    assert minutes(found.held[0]) == (0, 10)
    assert found.planned[1] is found.held[1] is None


def test_before_the_first_step_there_is_no_day():
    found = course([ran(10), ran(5)], NINE)
    assert found.days == []
    assert found.held == found.planned == [None, None]
    assert longest_overrun([ran(10), ran(5)], found) is None


@given(st.lists(st.tuples(st.integers(0, 60), st.none() | st.integers(0, 3000), st.booleans()), max_size=12))
def test_steps_are_held_one_after_another_and_planned_in_order(made):
    steps = [ran(a, b, None if b is None else b + a, skipped=c) for a, b, c in made]
    found = course(steps, NINE + 3100 * MINUTE)
    held = sorted((one for one in found.held if one), key=lambda one: (one.start, one.end))
    assert all(one.end <= other.start or one.start == other.start for one, other in itertools.pairwise(held))
    for day in found.days:
        planned = [span for one in day.steps if (span := found.planned[one])]
        assert all(one.end == other.start for one, other in itertools.pairwise(planned))
        assert day.planned.start == day.held.start
    assert sorted(itertools.chain(*(day.steps for day in found.days))) == list(
        range(len(steps) if found.days else 0)
    )


# --- its drawing ---------------------------------------------------------------------------------------


def whole(many, length, name=LONG, days=1, skip=()):
    """Return a day, or several, of so many steps that take so many minutes together."""
    phases, each = list(PHASES), length / many
    steps = []
    for k in range(many):
        begin = (k * days // many) * 24 * 60 + each * (k % -(-many // days)) + k % 3
        step = ran(round(each), begin, begin + each * 0.8, phase=phases[k * 6 // many], input=k % 4 != 1)
        out = Ran(step.name, step.phase, step.minutes, skipped=True) if k in skip else step
        steps.append(
            Ran(
                f"{k + 1}. {name}",
                out.phase,
                out.minutes,
                out.entered,
                out.closed,
                out.skipped,
                input=out.input,
            )
        )
    until = max(one.closed or 0 for one in steps) + MINUTE
    return steps, course(steps, until)


def drawn(steps, found, shape, states=None, counts=None):
    days = [f"{12 + n} mrt" for n in range(len(found.days))]
    words = Words(PHASES, states or {}, days, "bijdragen per 10 minuten")
    made = {day.held.start // TEN * TEN + k * TEN: 7 * k % 60 for day in found.days for k in range(1, 8)}
    return timeline(steps, found, made if counts is None else counts, shape, words)


@pytest.mark.parametrize("shape", [NARROW, WIDE])
@pytest.mark.parametrize("days", [1, 2, 3])
@pytest.mark.parametrize(("many", "length"), [(1, 45), (6, 90), (11, 120), (20, 480), (27, 480)])
def test_nothing_lies_on_anything_else(many, length, days, shape):
    steps, found = whole(many, length, days=min(days, many), skip={3, 9})
    states = {k: "overgeslagen" for k, one in enumerate(steps) if one.skipped}
    one = drawn(steps, found, shape, states)
    assert overlaps(one) == []
    assert one.width == shape.width
    assert shape is NARROW or one.height < 1.4 * shape.height


@pytest.mark.parametrize("shape", [NARROW, WIDE])
def test_each_phase_is_named_once_where_it_begins(shape):
    steps, found = whole(12, 240, name="Stap")
    said = [one.text for one in drawn(steps, found, shape).texts]
    assert [said.count(name) for name in PHASES.values()] == [1] * 6
    assert sum(one.endswith(". Stap") for one in said) == 12


def test_planned_is_an_outline_and_held_is_filled_by_phase():
    steps = [
        ran(10, 0, 10),
        ran(20, skipped=True),
        ran(5, 10, phase="close", input=False),
        ran(30, phase="close"),
    ]
    one = drawn(steps, course(steps, NINE + 15 * MINUTE), WIDE, {1: "overgeslagen"}, {})
    assert len(looks(one, "bar-against")) == 3
    assert len(looks(one, "bar-open")) == len(looks(one, "bar-close")) == len(looks(one, "faint")) == 1
    assert "overgeslagen" in [text.text for text in one.texts]


def test_the_clock_is_written_as_often_as_there_is_room():
    steps, found = whole(6, 90, name="Stap")
    said = [one.text for one in drawn(steps, found, WIDE, counts={}).texts if ":" in one.text]
    assert said[:3] == ["09:00", "09:20", "09:40"]
    long = [one.text for one in drawn(*whole(6, 480, name="Stap"), WIDE, counts={}).texts if ":" in one.text]
    assert long[:2] == ["09:00", "10:00"]


def test_the_most_contributions_in_ten_minutes_are_told_at_their_place():
    steps, found = whole(6, 90, name="Stap")
    one = drawn(steps, found, WIDE, counts={NINE: 3, NINE + TEN: 41, NINE + 2 * TEN: 41, NINE + DAY: 99})
    said = [text.text for text in one.texts]
    assert said.count("99") == 0, "outside the day nothing is drawn"
    assert len(looks(one, "area-1")) == 3
    assert said.count("41") == 1


def test_a_span_is_never_thinner_than_can_be_seen():
    steps = [ran(0, 0, 0), ran(480, 0, 480)]
    assert not any(
        "H.0" in d or "nan" in d
        for d in looks(drawn(steps, course(steps, NINE + 480 * MINUTE), WIDE), "bar-open")
    )
    assert course(steps, NINE).held[0] == Span(NINE, NINE)
