"""Places on a grid: the worked examples of risk scoring, and what the formulas promise."""

import json
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.grid import (
    CLASSES,
    COLUMNS,
    WEIGHTS,
    by_criterion,
    by_organisation,
    impact,
    middle,
    nearest_class,
    newest,
    positions,
    priority,
    region,
    shift,
)

classes = st.lists(st.integers(0, 5), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("scored", "mean", "expected"),
    [
        ("BCA0", 3.25, "B"),
        ("DBA0", 7.75, "C"),
        ("CCCB", 7.5, "C"),
        ("EAAA", 21, "D"),
        ("BBBB", 3, "B"),
        ("CBB0", 3.75, "B"),
        ("0000", 0, "0"),
        ("A000", 0.25, "0"),
        ("A00", 1 / 3, "0"),
        ("A0", 0.5, "0"),
        ("AA0", 2 / 3, "A"),
        ("A", 1, "A"),
        ("EEEEEE", 81, "E"),
        ("E00000", 13.5, "C"),
        ("EE0000", 27, "D"),
    ],
)
def test_the_worked_examples(scored, mean, expected):
    numbers = [CLASSES.index(letter) for letter in scored]
    assert sum(WEIGHTS[one] for one in numbers) / len(numbers) == pytest.approx(mean)
    assert CLASSES[impact(numbers)] == expected


@pytest.mark.parametrize("wrong", [[], [6], [-1], [1, 9]])
def test_what_is_no_class_is_refused(wrong):
    with pytest.raises(ValueError, match="expected one or more from 0 to 5"):
        impact(wrong)


@given(st.integers(0, 5), st.integers(1, 8))
def test_criteria_that_agree_give_their_own_class(one, times):
    assert impact([one] * times) == one


@given(classes)
def test_the_one_class_lies_between_the_lowest_and_the_highest(scored):
    assert min(scored) <= impact(scored) <= max(scored)


@given(classes, st.data())
def test_a_worse_criterion_never_makes_a_risk_smaller(scored, data):
    worse = list(scored)
    which = data.draw(st.integers(0, len(scored) - 1))
    worse[which] = min(5, worse[which] + 1)
    assert impact(worse) >= impact(scored)


@given(classes, st.randoms(use_true_random=False))
def test_the_order_of_the_criteria_does_not_matter(scored, random):
    shuffled = list(scored)
    random.shuffle(shuffled)
    assert impact(shuffled) == impact(scored)


@pytest.mark.parametrize(("value", "expected"), [(2, 2), (2.25, 2), (2.5, 3), (2.75, 3), (0, 0), (0.5, 1)])
def test_halfway_two_classes_is_the_higher(value, expected):
    assert nearest_class(value) == expected


def test_every_organisation_has_one_voice():
    found = middle([5, 5, 5, 5, 1, 2], ["gemeente"] * 4 + ["school", "bewoners"])
    assert found.voices == {"gemeente": 5, "school": 1, "bewoners": 2}
    assert found.people == {"gemeente": 4, "school": 1, "bewoners": 1}
    assert (found.middle, found.low, found.high) == (2, 1.5, 3.5)
    assert found.spread == 2
    assert found.differs()
    assert not found.differs(2.5)


def test_an_organisation_speaks_by_its_own_median():
    assert middle([1, 5, 5, 2, 4], ["politie"] * 3 + ["school"] * 2).voices == {"politie": 5, "school": 3}


@pytest.mark.parametrize(
    ("voices", "spread"),
    [([3], 0), ([1, 5], 2), ([1, 4], 1.5), ([1, 1, 5], 2), ([1, 1, 1, 5], 1), ([1, 1, 5, 5], 4)],
)
def test_the_spread_is_the_interquartile_range_over_organisations(voices, spread):
    found = middle(voices, range(len(voices)))
    assert found.spread == pytest.approx(spread)
    assert found.differs() == (spread >= 2)


@pytest.mark.parametrize(("values", "groups"), [([], []), ([1, 2], ["a"]), ([[1]], ["a"])])
def test_a_middle_needs_people(values, groups):
    with pytest.raises(ValueError, match="expected one of each, and somebody"):
        middle(values, groups)


rooms = st.lists(st.tuples(st.integers(1, 5), st.sampled_from("abcdef")), min_size=1, max_size=30)


@given(rooms, st.integers(2, 10))
def test_a_delegation_of_ten_times_the_size_changes_nothing(room, times):
    values, groups = zip(*room, strict=True)
    more = [(value, group) for value, group in room if group == "a"] * (times - 1)
    many = middle([*values, *(value for value, _ in more)], [*groups, *(group for _, group in more)])
    once = middle(values, groups)
    assert (many.middle, many.low, many.high) == (once.middle, once.low, once.high)


@given(rooms, st.randoms(use_true_random=False))
def test_who_is_first_does_not_matter(room, random):
    shuffled = list(room)
    random.shuffle(shuffled)
    one, other = (middle(*zip(*each, strict=True)) for each in (room, shuffled))
    assert (one.middle, one.low, one.high, one.voices) == (other.middle, other.low, other.high, other.voices)


@given(rooms)
def test_the_middle_lies_within_its_quartiles_and_those_within_the_voices(room):
    found = middle(*zip(*room, strict=True))
    voices = found.voices.values()
    assert min(voices) <= found.low <= found.middle <= found.high <= max(voices)


ALL = (-np.inf, np.inf)


def test_the_first_region_that_fits_counts():
    regions = [[(3, 5, 3, 5), (*ALL, 5, 5)], [(*ALL, *ALL)]]
    found = {place for place in product(range(1, 6), range(6)) if region(*place, regions) == 0}
    assert found == {(x, y) for x, y in product(range(1, 6), range(6)) if (x >= 3 and y >= 3) or y == 5}
    assert region(1, 1, regions) == 1
    assert region(1, 1, regions[:1]) is None


def placements(*rows):
    """Rows of (participant, organisation, card, x, y, round)."""
    columns = ["participant", "organisation", "card", "x", "y", "round"]
    return pd.DataFrame(rows, columns=columns).assign(step="risico").astype({"organisation": "category"})


ROWS = placements(
    ("p1", "politie", "k1", 5, 4, 1),
    ("p2", "politie", "k1", 5, 2, 1),
    ("p3", "school", "k1", 1, 3, 1),
    ("p1", "politie", "k2", 2, 2, 1),
    ("p1", "politie", "k1", 2, 3, 2),
    ("p2", "politie", "k1", 2, 3, 2),
)


def test_the_newest_of_everyone_counts():
    found = newest(ROWS)
    assert sorted(zip(found["participant"], found["card"], found["round"], strict=True)) == [
        ("p1", "k1", 2),
        ("p1", "k2", 1),
        ("p2", "k1", 2),
        ("p3", "k1", 1),
    ]
    assert set(newest(ROWS, 1)["round"]) == {1}


def test_positions_are_as_the_room_saw_them():
    first, last = positions(ROWS, 1).set_index("card"), positions(ROWS).set_index("card")
    assert [*first.reset_index()] == COLUMNS
    assert first.loc["k1", ["x", "x_low", "x_high", "y"]].tolist() == [3, 2, 4, 3]
    assert first.loc["k1", ["people", "organisations", "discuss"]].tolist() == [3, 2, True]
    assert last.loc["k1", ["x", "x_low", "x_high", "discuss"]].tolist() == [1.5, 1.25, 1.75, False]
    assert (last["x"] - first["x"]).to_dict() == {"k1": -1.5, "k2": 0}


def test_a_second_look_moves_cards_and_brings_organisations_closer():
    moved = shift(ROWS).set_index("card")
    assert moved.loc["k1", ["x", "x_shift", "x_closer", "y_shift", "y_closer"]].tolist() == [
        1.5,
        -1.5,
        1.5,
        0,
        0,
    ]
    assert moved.loc["k1", ["discuss", "discuss_still"]].tolist() == [True, False]
    assert moved.loc["k2", ["x", "x_shift", "x_closer", "discuss"]].tolist() == [2, 0, 0, False]
    assert list(moved.index) == list(positions(ROWS, 1)["card"])


def test_a_card_of_a_later_round_did_not_move():
    late = placements(("p1", "politie", "k9", 1, 1, 2))
    assert set(shift(pd.concat([ROWS, late]))["card"]) == {"k1", "k2"}
    assert len(shift(ROWS[:0])) == 0


def test_who_has_no_organisation_is_a_voice_of_their_own():
    rows = placements(
        ("team:Tafel 1", None, "k1", 1, 1, 1),
        ("team:Tafel 2", None, "k1", 2, 5, 1),
        ("team:Tafel 3", None, "k1", 5, 1, 1),
    )
    (row,) = positions(rows).to_dict("records")
    assert (row["x"], row["y"], row["organisations"]) == (2, 1, 3)


def test_without_placements_there_are_no_positions():
    assert list(positions(ROWS[:0])) == COLUMNS
    assert len(positions(ROWS[:0])) == 0


def test_placements_are_of_one_grid_and_say_whose_they_are():
    with pytest.raises(ValueError, match="placements of 2 grids; choose one"):
        positions(pd.concat([ROWS, ROWS.assign(step="kiezen")]))
    with pytest.raises(ValueError, match="take frames\\(\\) without anonymous=True"):
        positions(ROWS.assign(participant=None))


def test_the_criteria_come_apart():
    scores = [json.dumps({"letsel": "B", "gevoel": "0"}), None, json.dumps({"letsel": "E"})]
    found = by_criterion(ROWS[:3].assign(scores=scores))
    assert list(found[["participant", "card", "criterion", "class"]].itertuples(index=False, name=None)) == [
        ("p1", "k1", "letsel", "B"),
        ("p1", "k1", "gevoel", "0"),
        ("p3", "k1", "letsel", "E"),
    ]
    assert len(by_criterion(ROWS[:0].assign(scores=None))) == 0


def test_a_risk_comes_first_from_serious_on_or_when_it_is_catastrophic():
    first = {(x, y) for x, y in product(range(1, 6), range(6)) if priority(x, y)}
    assert first == {(x, y) for x in (3, 4, 5) for y in (3, 4, 5)} | {(1, 5), (2, 5)}
    assert priority([3, 2, 1], [3, 4, 5]).tolist() == [True, False, True]


def people(card, round_=1, **voices):
    """Rows of people who place a card: by organisation their x."""
    return [
        (f"{organisation}{n}", organisation, card, x, 3, round_)
        for organisation, values in voices.items()
        for n, x in enumerate(values)
    ]


def test_what_each_organisation_thinks_is_the_median_of_its_people():
    rows = placements(*people("k1", politie=[1, 2, 5], school=[4, 4, 5, 5]))
    found = by_organisation(rows).set_index("organisation")
    assert found["x"].to_dict() == {"politie": 2, "school": 4.5}
    assert found["people"].to_dict() == {"politie": 3, "school": 4}
    assert found["card"].tolist() == ["k1", "k1"]


def test_a_small_organisation_hides_all_of_a_card():
    rows = placements(*people("k1", politie=[1, 2, 5], school=[4, 4]), *people("k2", politie=[1, 1, 1]))
    found = by_organisation(rows)
    assert found["x"].isna().all(), "who left a card out says something too"
    assert found["people"].tolist() == [3, 2, 3]
    assert by_organisation(rows, open_vote=True)["x"].tolist() == [2, 4, 1]


def test_who_has_no_organisation_is_too_few_as_well():
    rows = placements(*people("k1", politie=[1, 2, 5]), ("x1", None, "k1", 3, 3, 1))
    assert by_organisation(rows)["x"].isna().all()
    assert by_organisation(rows.dropna(subset="organisation"))["x"].tolist() == [2]
    assert len(by_organisation(rows[:0])) == 0
