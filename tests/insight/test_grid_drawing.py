"""A grid on its sheet: no mark covers another, no text lies on another, and nothing leaves the sheet."""

import itertools
import math
import re

import pytest

from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.grid_drawing import PLAIN, draw
from kit.insight.grid_parts import Field, Grid, Pin, Plane, Scale, Words, names
from kit.insight.grid_pins import PITCH, RADIUS, arranged, numbered, spread, threads

TEXT = "Bewoners durven 's avonds niet meer alleen over het plein naar de winkel of naar de bushalte"
WORDS = Words(
    "onder: zeer onwaarschijnlijk, boven: uitgeprobeerd of gemeten", "Gaat door", "Praat eerst", "Rest"
)
EFFORT = (
    Field("Snel resultaat", "Veel effect, weinig moeite: begin hier.", "star", ((3.5, 5.5, 0.5, 2.5),)),
    Field("Groot project", "Veel effect, maar het vraagt een plan.", "square", ((3.5, 5.5, 0.5, 5.5),)),
    Field("Klusje", "Weinig moeite: doe het erbij.", "circle", ((0.5, 5.5, 0.5, 2.5),)),
    Field("Niet doen", "Het kost meer dan het oplevert.", "triangle", ((0.5, 5.5, 0.5, 5.5),)),
)
RISK = (
    Field("Gaat voor", "Kans en gevolg zijn groot.", "star", ((2.5, 5.5, 2.5, 5.5), (0.5, 5.5, 4.5, 5.5))),
    Field("Houd in de gaten", "Kans of gevolg is klein.", "circle", ((0.5, 5.5, 0.5, 5.5),)),
)


def scale(title, *, classes=False, reverse=False):
    signs = "ABCDE" if classes else "12345"
    return Scale(title, tuple(signs), ("zeer onwaarschijnlijk", "uitgeprobeerd of gemeten"), classes, reverse)


def pins(*spots, text=TEXT, **more):
    return tuple(
        Pin(
            n,
            text,
            x,
            y,
            (max(1, x - 1), min(5, x + 1)),
            (y, y),
            n % 2,
            chosen=n == 1,
            place="Kans C · Gevolg D",
            **more,
        )
        for n, (x, y) in enumerate(spots, 1)
    )


def effort(*own):
    return Grid(scale("Effect"), scale("Moeite", reverse=True), EFFORT, own, WORDS)


def risk(*own):
    return Grid(scale("Kans", classes=True), scale("Gevolg", classes=True), RISK, own, WORDS)


def plane(grid):
    return Plane(grid, 19, 20, 500, 340)


def overlaps(drawing):
    """Return the pairs of texts that lie on one another, or leave the sheet."""
    found = [
        (a.text, b.text)
        for a, b in itertools.combinations(drawing.texts, 2)
        if min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0.5
        and min(a.box[3], b.box[3]) - max(a.box[1], b.box[1]) > 2.5
    ]
    return found + [
        (one.text, "the edge")
        for one in drawing.texts
        if one.box[0] < -6
        or one.box[2] > drawing.width + 6
        or one.box[1] < -6
        or one.box[3] > drawing.height + 6
    ]


CORNER, MIDDLE, LOW = (5, 1), (3, 3), (1, 5)
SPOTS = {
    "two": [(2, 2), (4.5, 1.25)],
    "twelve in one corner": [CORNER] * 12,
    "twenty in the middle": [MIDDLE] * 20,
    "twenty": [(1 + n % 5, 1 + n * 7 % 5) for n in range(20)],
    "in all corners": [(1, 1), (1, 5), (5, 1), (5, 5)] * 4,
    "twenty in the cell that has a name": [(5, 5)] * 20,
    "nothing": [],
}


@pytest.mark.parametrize("make", [effort, risk])
@pytest.mark.parametrize("spots", SPOTS.values(), ids=SPOTS)
@pytest.mark.parametrize(("shape", "listed"), [(WIDE, True), (NARROW, True), (PLAIN, False)])
def test_no_text_lies_on_another(make, spots, shape, listed):
    whole = [(round(x), round(y)) for x, y in spots] if make is risk else spots
    for text in (TEXT, "Kort"):
        drawing = draw(make(*pins(*whole, text=text, apart=True)), shape, listed=listed)
        assert overlaps(drawing) == []
        assert drawing.width == shape.width
        assert listed or drawing.height == shape.height


@pytest.mark.parametrize("text", ["Kort", TEXT])
def test_every_card_is_told_whole(text):
    drawing = draw(effort(*pins(*SPOTS["twenty"], text=text)), WIDE)
    said = " ".join(one.text for one in drawing.texts)
    assert said.count(text) == 20
    assert {str(n) for n in range(1, 21)} <= {one.text for one in drawing.texts if "on-" in one.look}


def test_a_short_list_stands_beside_the_plane_and_a_long_one_below_it():
    assert draw(effort(*pins(*SPOTS["two"])), WIDE).height == WIDE.height
    assert draw(effort(*pins(*SPOTS["twenty"])), WIDE).height > WIDE.height


def test_a_scale_fills_its_axis_either_way_round():
    here, there = plane(effort()), plane(risk())
    assert (here.across(0.5), here.across(5.5)) == (19, 500)
    assert (here.up(0.5), there.up(0.5)) == (20, 340), "little is below, unless the axis is turned round"
    for one in (here, there):
        left, top, right, bottom = one.box(one.grid.fields[0].areas[0])
        assert (left < right, top < bottom, top) == (True, True, 20)


def test_every_field_has_its_name_in_a_corner_that_is_its_own():
    found = names(plane(effort()))
    assert sorted(one.field for one in found) == [0, 1, 2, 3]
    assert next(one for one in found if one.field == 0).box[3] < 60
    assert [one.field for one in names(plane(risk()))] == [0, 1]


@pytest.mark.parametrize("spot", [CORNER, MIDDLE, LOW, (5, 5)])
def test_marks_in_one_place_make_room_for_each_other(spot):
    here = plane(effort(*pins(*[spot] * 20)))
    named = names(here)
    marks = arranged(here, named)
    apart = [math.dist(a.at, b.at) for a, b in itertools.combinations(marks, 2)]
    assert min(apart) >= PITCH - 1e-6
    for one in marks:
        left, top, right, bottom = one.box
        assert here.left <= left
        assert right <= here.right
        assert here.top <= top
        assert bottom <= here.bottom
        for name in named:
            assert right < name.box[0] or left > name.box[2] or bottom < name.box[1] or top > name.box[3]
    aside = [one for one in marks if math.dist(one.at, one.own) > RADIUS]
    assert all([path.look for path in threads(here, one)] == ["thread", "mark-other"] for one in aside)
    assert len(aside) > 15


def test_the_first_mark_keeps_its_place():
    here = plane(effort(*pins(MIDDLE, MIDDLE)))
    assert arranged(here, names(here))[0].at == here.spot(*MIDDLE)


@pytest.mark.parametrize("many", [1, 2, 4, 6, 12, 16])
@pytest.mark.parametrize("spot", [(2, 4), (1, 1)])
def test_a_risk_stays_in_its_own_cell(many, spot):
    here = plane(risk(*pins(*[spot] * many)))
    marks = arranged(here, names(here))
    x, y = spot
    cell = here.box((x - 0.5, x + 0.5, y - 0.5, y + 0.5))
    for left, top, right, bottom in (one.box for one in marks):
        assert cell[0] < left
        assert right < cell[2]
        assert cell[1] < top
        assert bottom < cell[3]
    for a, b in itertools.combinations([one.box for one in marks], 2):
        assert a[2] <= b[0] + 0.1 or b[2] <= a[0] + 0.1 or a[3] <= b[1] + 0.1 or b[3] <= a[1] + 0.1


def test_a_cell_that_is_too_full_counts_what_has_no_room():
    here = plane(risk(*pins(*[(5, 5)] * 20)))
    *shown, last = arranged(here, names(here))
    assert last.text == f"+{20 - len(shown)}"
    assert [one.text for one in shown] == [str(n) for n in range(1, len(shown) + 1)]


def test_what_has_no_impact_has_no_place_in_the_diagram():
    grid = risk(*pins((3, 0), (3, 1)))
    assert [one.text for one in arranged(plane(grid), [])] == ["2"]
    assert any(one.text == "1" for one in draw(grid, WIDE).texts), "it is in the list"


def test_the_spread_goes_from_quartile_to_quartile_through_the_mark():
    pin = Pin(1, "", 3, 3, (2, 4), (3, 3))
    here = plane(effort(pin))
    (mark,) = arranged(here, [])
    (path,) = spread(here, mark)
    starts = [float(x) for x in re.findall(r"M([\d.]+) ", path.d)]
    assert starts[0] == pytest.approx(here.across(2), abs=0.1)
    assert float(re.search(r"h([\d.]+)", path.d)[1]) == pytest.approx(
        here.across(4) - here.across(2), abs=0.1
    )
    assert path.look == "mark-other"
    assert spread(here, arranged(plane(effort(Pin(1, "", 3, 3, (3, 3), (3, 3)))), [])[0]) == []


def test_a_spread_never_leaves_the_plane():
    here = plane(effort(*pins(*[CORNER] * 12)))
    for mark in arranged(here, names(here)):
        for path in spread(here, mark):
            across = [float(x) for x in re.findall(r"M([\d.]+) ", path.d)]
            assert here.left - 2 <= min(across)
            assert max(across) <= here.right + 2


def test_an_arrow_comes_from_where_a_card_lay():
    here = plane(effort(Pin(1, "", 4, 3, (4, 4), (3, 3), was=(1, 3))))
    line, head, dot = threads(here, arranged(here, [])[0])
    assert line.look == "line line-against"
    assert line.d.startswith(f"M{here.across(1):.1f} ".replace(".0 ", " "))
    assert dot.look == "dot"
    tip = float(re.match(r"M([\d.]+)", head.d)[1])
    assert here.across(1) < tip < here.across(4) - RADIUS
    assert threads(here, arranged(plane(effort(Pin(1, "", 4, 3, (4, 4), (3, 3)))), [])[0]) == []


def test_what_goes_on_and_what_to_talk_about_differ_in_more_than_colour():
    own = [Pin(n, "", n, n, (n, n), (n, n), chosen=n == 1, apart=n == 2) for n in (1, 2, 3)]
    here = plane(effort(*own))
    drawn = [numbered(one)[0] for one in arranged(here, [])]
    assert [[path.look for path in one] for one in drawn] == [
        ["pin pin-chosen"],
        ["pin", "line line-2"],
        ["pin"],
    ]
    said = [one.text for one in draw(effort(*own), WIDE).texts]
    assert said.count("Gaat door") + sum("Gaat door" in one for one in said) >= 1
    assert said.count("Praat eerst") == 1


def test_cards_in_no_field_come_under_a_word_of_their_own():
    own = Pin(1, "Iets", 3, 3, (3, 3), (3, 3))
    said = [one.text for one in draw(effort(own), WIDE).texts]
    assert "Rest" in said
