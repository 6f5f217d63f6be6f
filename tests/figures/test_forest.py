"""A forest plot: every workshop in it, the mean only where there is one, and no text on another."""

import itertools
import re

import numpy as np
import pandas as pd
import pytest

from kit.figures import NARROW, WIDE
from kit.figures.colours import PATHS, TEXTS
from kit.figures.forest import forest
from kit.insight.meta import pooled
from kit.insight.several import CHANGES

SHAPES = [NARROW, WIDE]
LONG = "Samen aan de slag met de parkeergarage, het winkelcentrum en alle ondernemers, 12 sep 2026"


def table(*rows):
    """Return changes: of each workshop how many pairs, and its mean."""
    made = []
    for k, (n, mean) in enumerate(rows):
        row = {"workshop": f"w{k}", "n": n, "items": 8, "shown": "nothing", "counted": n >= 5}
        if n >= 5:
            row |= {"shown": "counts", "up": n - 2, "same": 1, "down": 1, "median": mean}
        if n >= 10:
            row |= {"shown": "numbers", "mean": mean, "low": mean - 2 / n**0.5, "high": mean + 2 / n**0.5}
        made.append(row)
    frame = pd.DataFrame.from_records(made, columns=list(CHANGES))
    frame[["n", "items"]] = frame[["n", "items"]].fillna(0)
    return frame.astype(CHANGES)


def mean_of(rows):
    found = [(mean, 1 / n) for n, mean in rows if n >= 5]
    return pooled([one for one, _ in found], [one for _, one in found])


def drawn(*rows, lang="nl", shape=WIDE, names=None, **options):
    return forest(table(*rows), mean_of(rows), names, lang, shape, **options)


def overlaps(drawing):
    """Return the pairs of texts that lie on one another, or leave the sheet."""
    found = [
        (a.text, b.text)
        for a, b in itertools.combinations(drawing.texts, 2)
        if min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0.5
        and min(a.box[3], b.box[3]) - max(a.box[1], b.box[1]) > 2.5
    ]
    outside = [
        one.text
        for one in drawing.texts
        if one.box[0] < -6
        or one.box[2] > drawing.width + 6
        or one.box[1] < -6
        or one.box[3] > drawing.height + 6
    ]
    return found + outside


def looks(figure, look):
    return [one.d for one in figure.view.drawing.paths if look in one.look.split()]


FOUR = [(20, 0.5), (30, 0.3), (12, 0.4), (7, 0.1)]


def value_at(figure, x):
    """Return the number that stands at a place, by the ends of the axis."""
    ticks = sorted((one.x, one.text) for one in figure.view.drawing.texts if one.anchor == "middle")
    (first, low), (last, high) = ticks[0], ticks[-1]
    low, high = (float(one.replace("−", "-").replace(",", ".")) for one in (low, high))
    return low + (x - first) / (last - first) * (high - low)


def test_a_mean_has_a_square_and_an_interval_a_median_a_circle():
    figure = drawn(*FOUR, (3, 2.0))
    assert len(looks(figure, "mark-1")) == 3
    assert len(looks(figure, "dot")) == 1
    assert len(looks(figure, "diamond")) == 1
    assert len(looks(figure, "line-against")) == 1
    said = [one.text for one in figure.view.drawing.texts]
    assert {"+0,50", "mediaan", "te weinig", "hoger →", "← lager"} <= set(said)
    assert "2,00" not in " ".join(said), "what may not be told is nowhere"


def test_numbers_stand_where_the_axis_says():
    figure = drawn((25, 0.5), (25, -0.5), (25, 1.0), (25, 0.0))
    middles = []
    for square in looks(figure, "mark-1"):
        left, width = (float(one) for one in re.match(r"M([\d.]+) [\d.]+h([\d.]+)", square).groups())
        middles.append(value_at(figure, left + width / 2))
    assert middles == pytest.approx([0.5, -0.5, 1.0, 0.0], abs=0.01)


def test_the_diamond_is_as_wide_as_the_interval_of_the_mean():
    figure, mean = drawn(*FOUR), mean_of(FOUR)
    points = re.findall(r"[ML]([\d.]+) ", looks(figure, "diamond")[0])
    where = [value_at(figure, float(one)) for one in points]
    assert where == pytest.approx([mean.low, mean.mean, mean.high, mean.mean], abs=0.01)


def test_it_says_what_is_to_be_seen():
    says = drawn(*FOUR).view.says
    assert says.startswith("Workshops: 1 duidelijk hoger, 2 zonder duidelijk verschil, 0 duidelijk lager.")
    mean = mean_of(FOUR)
    ends = f"{mean.low:.2f} tot {mean.high:.2f}".replace("-", "−").replace(".", ",")
    assert f"({ends})" in says
    assert "volgende workshop" in says
    assert drawn(*FOUR, lang="en").view.says.startswith("Workshops: 1 clearly higher")


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "niets om een gemiddelde van te maken"),
        ([(4, 0.3), (3, 0.1)], "niets om een gemiddelde van te maken"),
        ([(12, 0.3), (3, 0.1)], "Eén workshop heeft genoeg antwoorden"),
        ([(12, 0.3), (8, 0.1)], "Twee workshops staan naast elkaar: te weinig voor een gemiddelde"),
    ],
)
def test_of_fewer_than_three_there_is_no_mean_but_a_sentence(rows, sentence):
    figure = drawn(*rows)
    assert sentence in figure.view.says
    assert len(figure.view.rows) == len(rows)
    if rows:
        assert not looks(figure, "diamond")
    else:
        assert figure.view.drawing is None
        assert figure._repr_html_()


def test_the_table_behind_it_holds_the_numbers_and_nothing_for_what_is_not_told():
    figure = drawn(*FOUR, (3, 0.2))
    found = figure.table
    assert found.iloc[0].tolist()[:3] == ["w0", 20, 18]
    assert found.iloc[3, 6:].isna().all()
    assert found.iloc[4, 2:].isna().all()
    assert list(found["Workshop"])[-2:] == [
        "Gemiddelde van 4 workshops",
        "Te verwachten bij een volgende workshop",
    ]
    assert figure.csv().splitlines()[-1].startswith("Te verwachten")


def test_notes_tell_how_to_read_it_and_what_it_can_not_tell():
    notes = " ".join(drawn(*FOUR, (3, 0.2)).view.notes)
    for words in ("geen controlegroep", "vaak positiever", "Een rondje", "minder dan 5", "minder dan 10"):
        assert words in notes
    later = " ".join(drawn(*FOUR[:3], later="followup").view.notes)
    assert "vaak positiever" not in later
    assert "Een rondje" not in later
    assert "weken later" in drawn(*FOUR, later="followup").view.unit


def test_it_names_a_workshop_that_has_no_weight_and_other_questions():
    rows = table(*FOUR, (12, 0.2)).assign(counted=[True, True, True, True, False], items=[8, 8, 4, 8, 8])
    notes = " ".join(forest(rows, mean_of(FOUR), pd.Series({"w4": "De keet"})).view.notes)
    assert "daar veranderde iedereen evenveel: De keet." in notes
    assert "niet elke workshop stelde dezelfde vragen" in notes.lower()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 3, 8, 20])
@pytest.mark.parametrize("reach", [0.0, 0.3, 3.5])
def test_no_text_lies_on_another(shape, lang, count, reach):
    rng = np.random.default_rng(count)
    rows = [(int(rng.integers(2, 40)), float(rng.uniform(-reach, reach))) for _ in range(count)]
    names = pd.Series({f"w{k}": LONG if k % 2 else f"De keet, {k} mrt 2026" for k in range(count)})
    figure = drawn(*rows, lang=lang, shape=shape, names=names)
    drawing = figure.view.drawing
    assert overlaps(drawing) == []
    assert {one for text in drawing.texts for one in text.look.split()} - {"kind"} <= set(TEXTS)
    assert {one for path in drawing.paths for one in path.look.split()} <= set(PATHS)
    numbers = [float(one) for path in drawing.paths for one in re.findall(r"M(-?[\d.]+) ", path.d)]
    assert min(numbers) >= 0
    assert max(numbers) <= drawing.width
    if count > 1:
        assert "sep 2026" in " ".join(one.text for one in drawing.texts), "the day of a long name"
