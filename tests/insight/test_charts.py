"""Charts: what is in the drawing is what is in the figures, and no text lies on another."""

import itertools
import re

import numpy as np
import pytest

from kit.insight.chart_bars import Bar, Group, bars, in_order, room_for
from kit.insight.chart_map import Spot, chart_map, shade_of
from kit.insight.chart_parts import NARROW, WIDE, Line, Writing, n, spread
from kit.insight.chart_profile import EDGES, Dimension, Words, class_of, profile
from kit.insight.chart_shapes import inside, label_place, laid, rough
from kit.insight.chart_trend import standing_out, trend

SHAPES = [NARROW, WIDE]
LONG = "Bedrijventerrein Achter-de-Hoven-Noordoost"
NL = Writing("nl", 0, "geen cijfer")
WORDS = Words(
    tuple("abcdefghi"),
    "minder gunstig",
    "landelijk gemiddelde",
    "gunstiger",
    "laagst: {area} ({value})",
    "hoogst: {area} ({value})",
)
YEARS = [str(year) for year in range(2012, 2023)]


def texts(drawing):
    return [one.text for one in drawing.texts]


def overlaps(drawing):
    """Return the pairs of texts that lie on one another, or leave the sheet."""
    found = [
        (a.text, b.text)
        for a, b in itertools.combinations(drawing.texts, 2)
        if min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0.5
        and min(a.box[3], b.box[3]) - max(a.box[1], b.box[1]) > 2.5
    ]
    outside = [
        (one.text, "the edge")
        for one in drawing.texts
        if one.box[0] < -6
        or one.box[2] > drawing.width + 6
        or one.box[1] < -6
        or one.box[3] > drawing.height + 6
    ]
    return found + outside


def looks(drawing, look):
    return [one.d for one in drawing.paths if look in one.look.split()]


@pytest.mark.parametrize(
    ("value", "short"),
    [(12.34, "12.3"), (0.5, ".5"), (-0.5, "-.5"), (-0.04, "0"), (100, "100"), (10.01, "10")],
)
def test_a_path_has_short_numbers(value, short):
    assert n(value) == short


@pytest.mark.parametrize("wanted", [[5, 5, 5], [300, 299, 0], [0, 1, 2, 3, 150, 151], [17]])
def test_labels_find_room_and_keep_their_order(wanted):
    sizes = [17.0] * len(wanted)
    places = spread(wanted, sizes, 0, 310)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert all(places[b] - places[a] >= 17 - 1e-6 for a, b in itertools.pairwise(order))
    assert min(places) >= 8.5 - 1e-6
    assert max(places) <= 310 - 8.5 + 1e-6


@pytest.mark.parametrize("shape", SHAPES)
def test_a_trend_says_its_ends_and_leaves_gaps(shape):
    lines = [
        Line("Biesdonk", [10, 20, None, 40, 50]),
        Line("Krogten", [None, None, 30, None, None]),
        Line("Breda", [12, 13, 14, 15, 16], against=True),
    ]
    drawn = trend(lines, YEARS[:5], shape, NL)
    (path,) = looks(drawn, "line-1")
    assert path.count("M") == 2, "a line that stops and begins again"
    assert path.count("L") == 2
    (alone,) = looks(drawn, "mark-2")
    assert alone.count("z") == 1, "a value between two gaps has a mark"
    said = " ".join(texts(drawn))
    assert "Biesdonk 50" in said
    assert "Krogten 30 (2014)" in said
    assert "Breda 16" in said
    assert looks(drawn, "line-against")
    assert "0" in texts(drawn), "the axis begins at zero"
    assert overlaps(drawn) == []


def test_values_are_drawn_to_scale():
    drawn = trend([Line("A", [0, 50, 100])], ["2010", "2011", "2020"], WIDE, NL)
    (path,) = looks(drawn, "line-1")
    points = [tuple(map(float, one.split())) for one in re.split("[ML]", path)[1:]]
    assert points[0][1] - points[1][1] == pytest.approx(points[1][1] - points[2][1], abs=0.2)
    assert points[2][0] - points[1][0] == pytest.approx(9 * (points[1][0] - points[0][0]), abs=1)


def test_of_many_lines_the_ends_of_the_range_and_what_moved_stand_out():
    lines = [Line(name, values) for name, values in {
        "high": [90, 95], "low": [5, 4.9], "risen": [10, 30], "fallen": [60, 20], "some": [40, 41],
        "none": [None, None]}.items()]  # fmt: skip
    assert [lines[i].name for i in standing_out(lines)] == ["high", "low", "risen", "fallen"]
    assert standing_out(lines[:3]) == [0, 1, 2]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 4, 5, 9, 14, 40])
@pytest.mark.parametrize("most", [0, 1, 400, 4e9])
def test_no_text_of_a_trend_lies_on_another(shape, count, most):
    names = [LONG, "Doornbos-Linie", "A", "Onze-Lieve-Vrouwe-ten-Hemelopneming"]
    lines = [
        Line(
            names[k % 4] if k < 4 else f"Buurt {k}",
            [most * (k + 1) / count * (1 - j / 30) for j in range(11)],
        )
        for k in range(count)
    ]
    assert overlaps(trend(lines, YEARS, shape, NL)) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_months_and_a_single_period_have_their_names(shape):
    months = [f"{year}-{month:02}" for year in range(2012, 2023) for month in range(1, 13)]
    drawn = trend([Line("Breda", [float(300 + i % 12) for i in range(132)])], months, shape, NL)
    assert "2022" in texts(drawn)
    assert overlaps(drawn) == []
    assert sum(len(one.d) for one in drawn.paths) < 2000
    one = trend([Line("Breda", [7.0])], ["2022-04"], shape, NL)
    assert {"Breda 7", "apr 2022"} <= {*texts(one), " ".join(texts(one)[-2:])}
    assert overlaps(one) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_bars_are_as_long_as_their_numbers(shape):
    values = {"Weinig": 10, "Veel": 40, "?": None, "Nul": 0}
    groups = in_order([Group(name, [Bar("A", value)]) for name, value in values.items()])
    assert [one.name for one in groups] == ["Veel", "Weinig", "Nul", "?"]
    drawn = bars(groups, shape, NL)
    lengths = []
    for path in looks(drawn, "bar"):
        begin, end = re.match(r"M([\d.]+) [\d.]+H([\d.]+)", path).groups()
        lengths.append(float(end) - float(begin))
    assert lengths[1] == pytest.approx(lengths[0] / 4, abs=0.2)
    assert lengths[2] == 0
    assert {"40", "10", "0", "geen cijfer"} <= set(texts(drawn))
    assert overlaps(drawn) == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("count", [1, 2, 4])
def test_no_text_of_bars_lies_on_another(shape, count):
    names = ["Biesdonk", LONG, "Geeren-noord", "gemeente 's-Hertogenbosch"][:count]
    groups = [
        Group(kind, [Bar(name, value * 1e6, name.startswith("gem")) for name in names])
        for value, kind in enumerate(
            ["Fraude", LONG, "Overlast door alcohol of drugs in de openbare ruimte"] * 5
        )
    ]
    fit = room_for(groups, shape)
    assert 1 <= fit <= len(groups)
    assert overlaps(bars(groups[:fit], shape, NL)) == []


@pytest.mark.parametrize(
    ("value", "place"),
    [(0, 4), (EDGES[0], 4), (0.04, 5), (-0.04, 3), (0.1, 6), (-0.16, 1), (-0.3, 0), (0.2, 7), (0.3, 8)],
)
def test_a_deviation_has_the_class_that_the_leefbaarometer_gives_it(value, place):
    """The examples are published scores with their published class, less one."""
    assert class_of(value) == place


@pytest.mark.parametrize("shape", SHAPES)
def test_a_profile_tells_one_area_by_its_class_and_several_by_the_ends(shape):
    one = [
        Dimension("Overlast en onveiligheid", [("Biesdonk", -0.19)], 0.02),
        Dimension("Leeg", [("Biesdonk", None)]),
    ]
    drawn = profile(one, shape, Writing("nl", 2, "geen cijfer"), WORDS, against="Breda")
    assert {"b (−0,19)", "geen cijfer", "Breda", "landelijk gemiddelde"} <= set(texts(drawn))
    assert len(looks(drawn, "bar-under")) == 1
    assert not looks(drawn, "bar-over")
    several = [Dimension(LONG, [(LONG, -0.1), ("B", 0.3), ("C", None), ("D", 0.1)])]
    drawn = profile(several, shape, Writing("nl", 2, "geen cijfer"), WORDS)
    assert "hoogst: B (+0,30)" in texts(drawn)
    assert overlaps(drawn) == []


def square(west, south, size):
    return [
        [
            (west, south),
            (west + size, south),
            (west + size, south + size),
            (west, south + size),
            (west, south),
        ]
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_map_writes_each_number_in_its_area_or_lists_it(shape):
    outlines = {
        "big": [square(4.7, 51.6, 0.1)],
        "small": [square(4.8, 51.6, 0.001)],
        "none": [square(4.8, 51.65, 0.05)],
    }
    values = {"big": 1234.0, "small": 12.0, "none": None, "away": 3.0}
    spots = [Spot(area, f"Buurt {area}", value) for area, value in values.items()]
    drawn = chart_map(spots, outlines, shape, NL, beside="Hoe donkerder, hoe hoger het cijfer.")
    said = texts(drawn)
    assert "1.234" in said
    assert "1" in said
    assert "1. Buurt small: 12" in said
    assert any("geen cijfer" in one for one in said)
    assert looks(drawn, "area-4")
    assert looks(drawn, "area-0")
    assert looks(drawn, "area-none")
    assert len(looks(drawn, "area")) == 3
    assert overlaps(drawn) == []


def test_a_map_has_north_up_and_the_width_of_its_latitude():
    (ring,) = laid({"a": [square(4.7, 51.5, 0.2)]}, 300, 300)["a"][0]
    across, up = ring.max(axis=0) - ring.min(axis=0)
    assert across / up == pytest.approx(0.6225, abs=0.002), "the cosine of 51.6 degrees"
    north = laid({"n": [square(4.7, 52, 0.1)], "s": [square(4.7, 51, 0.1)]}, 300, 300)
    assert north["n"][0][0][:, 1].max() < north["s"][0][0][:, 1].min()


def test_an_outline_of_many_points_gets_light():
    rough = [[(4.7 + 0.1 * (i / 5000) + (i % 2) * 1e-6, 51.6 + 0.05 * (i % 3) * 1e-5) for i in range(5000)]]
    rough[0] += [(4.8, 51.7), (4.7, 51.7), rough[0][0]]
    (ring,) = laid({"a": [rough]}, 300, 300)["a"][0]
    assert len(ring) < 30


def test_where_a_label_fits_is_sought_in_few_points(monkeypatch):
    """A map is drawn while nobody can write: of 60 areas with 100 points each it took more than a second."""
    turns = [2 * np.pi * i / 100 for i in range(101)]
    outlines = {
        f"a{k}": [
            [[(5 + 0.3 * (k % 10) + 0.1 * np.cos(t), 52 + 0.2 * (k // 10) + 0.1 * np.sin(t)) for t in turns]]
        ]
        for k in range(60)
    }
    sought = []
    monkeypatch.setattr(
        "kit.insight.chart_map.label_place",
        lambda polygons, *size: sought.append(sum(map(len, polygons[0]))) or label_place(polygons, *size),
    )
    chart_map([Spot(area, area, 1.0) for area in outlines], outlines, WIDE, NL, beside="")
    assert len(sought) >= 60
    assert max(sought) <= 20


def test_a_rough_outline_is_nearly_where_the_outline_is():
    random = np.random.default_rng(3)
    turns = np.linspace(0, 2 * np.pi, 200)
    ring = np.column_stack([np.cos(turns), np.sin(turns)]) * (60 + 8 * random.random((200, 1)))
    ring[-1] = ring[0]
    ((few,),) = rough([[ring]])
    assert len(few) < 150
    steps = np.linspace(0, 1, 400)[:, None]
    line = np.concatenate([a + (b - a) * steps for a, b in itertools.pairwise(few)])
    away = np.min(np.hypot(*(ring[:, None] - line[None]).transpose(2, 0, 1)), axis=1)
    assert away.max() <= 1.6


def test_a_label_lies_within_its_area_and_not_in_a_hole():
    ring = laid({"a": [[*square(4.7, 51.6, 0.2), *square(4.72, 51.62, 0.14)]]}, 300, 300)["a"]
    assert label_place(ring, 100, 80) is None
    x, y = label_place(ring, 20, 10)
    assert inside(np.array([[x, y]]), ring[0])[0]


def test_shades_are_equal_steps():
    assert [shade_of(one, [0, 100]) for one in (0, 19, 21, 99, 100)] == [0, 0, 1, 4, 4]
    assert shade_of(7, [7, 7]) == 2
