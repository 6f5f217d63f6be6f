"""A bowtie on a sheet: nothing lies over anything else, every text fits its box, and pages hold it all."""

import re
from collections import Counter
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.insight.bowtie import LINES, Node
from kit.insight.bowtie_drawing import Sheet, draw
from kit.insight.bowtie_parts import PAD_X, STRIPES, Words
from kit.insight.text_lines import lines_of, width_of

WORDS = Words(
    "Nog geen gevaar", "Nog geen moment", "Nog geen oorzaken", "Nog geen gevolgen", "Gat: nog geen maatregel"
)
WALL, TABLE = Sheet(640, 232), Sheet(920, 315, split=False)
CAUSE = "Een jonge medewerker sluit alleen de winkel af en krijgt woorden."
MEASURE = "Jongerenwerk staat op vrijdag tot 23 uur op het plein."


def bowtie(lines=5, measures=3, text=MEASURE, *, spots=True):
    """Return the nodes of a bowtie with so many lines on either side, and so many measures on each."""
    nodes = [Node(id="h", kind="hazard", text=CAUSE), Node(id="t", kind="top_event", text=CAUSE)]
    for kind, measure in LINES.items():
        for n in range(lines):
            nodes.append(Node(id=f"{kind}{n}", kind=kind, text=CAUSE))
            for m in range(measures):
                name = f"{kind}{n}.{m}"
                nodes.append(Node(id=name, kind=measure, text=text, parent=f"{kind}{n}"))
                if spots:
                    nodes.append(Node(id=f"{name}.e", kind="escal", text="Vakantie", parent=name))
                    nodes.append(
                        Node(id=f"{name}.s", kind="escal_barrier", text="Rooster", parent=f"{name}.e")
                    )
    return tuple(nodes)


def drawn(nodes, sheet, note="Jongerenwerk · nieuw"):
    notes = tuple(note if one.kind in LINES.values() else "" for one in nodes)
    return draw(nodes, notes, WORDS, sheet)


def overlap(a, b):
    return (
        a.x < b.x + b.width - 0.2
        and b.x < a.x + a.width - 0.2
        and a.y < b.y + b.height - 0.2
        and b.y < a.y + a.height - 0.2
    )


def check(drawing):
    for a, b in combinations(drawing.boxes, 2):
        assert not overlap(a, b), (a, b)
    for box in drawing.boxes:
        assert box.x >= -0.1
        assert box.x + box.width <= drawing.width + 0.2
        assert box.y >= -0.1
        assert box.y + box.height <= drawing.height + 0.2
        bold = box.kind in {"top_event", "threat", "consequence"}
        for line in [*box.lines, *box.note]:
            assert (
                box.left + 10 * width_of(line, bold=bold and line in box.lines)
                <= box.x + box.width - PAD_X + 0.2
            )
        assert not box.lines or box.base - 10 >= box.y + (STRIPES if box.kind == "hazard" else 0) - 0.2


@pytest.mark.parametrize("sheet", [WALL, TABLE, Sheet(640, 300)])
@pytest.mark.parametrize(("lines", "measures"), [(1, 0), (3, 1), (5, 0), (5, 2), (5, 3), (7, 3)])
def test_nothing_lies_over_anything_else_or_off_the_sheet(sheet, lines, measures):
    for drawing in drawn(bowtie(lines, measures), sheet):
        check(drawing)


def test_a_small_bowtie_has_large_letters():
    small, full = (drawn(bowtie(lines, 1, spots=False), TABLE)[0] for lines in (2, 5))
    assert small.width < full.width <= TABLE.width
    assert small.height <= small.width * TABLE.height / TABLE.width


@pytest.mark.parametrize(("lines", "measures"), [(3, 1), (5, 1), (5, 3)])
def test_a_wall_turns_pages_rather_than_write_small(lines, measures):
    pages = drawn(bowtie(lines, measures, spots=False), WALL)
    assert all(page.width <= WALL.width and page.height <= WALL.height for page in pages)
    shown = [box.node for page in pages for box in page.boxes if box.kind not in {"hazard", "top_event"}]
    assert len(shown) == len(set(shown)) == 2 * lines * (1 + measures), "everything is on one page"
    assert all({"hazard", "top_event"} <= {box.kind for box in page.boxes} for page in pages)


def test_a_side_in_several_pages_says_which_page_it_is():
    pages = drawn(bowtie(5, 3), WALL)
    left = [(page.page, page.pages) for page in pages if page.part == "left"]
    assert left == [(n, len(left)) for n in range(1, len(left) + 1)]
    assert len(left) > 1


def test_a_wall_shows_the_whole_first_with_a_block_for_each_measure():
    first, *sides = drawn(bowtie(5, 3), msgspec.structs.replace(WALL, overview=True))
    assert first.part == "overview"
    assert (first.width, first.height) <= (WALL.width, WALL.height)
    check(first)
    kinds = Counter(box.kind for box in first.boxes)
    assert (kinds["threat"], kinds["prev"], kinds["recov"], kinds["escal"]) == (5, 15, 15, 0)
    assert not any(box.lines for box in first.boxes if box.kind in {"prev", "recov"})
    assert all(box.lines for box in first.boxes if box.kind in {"threat", "consequence", "top_event"})
    assert sides == drawn(bowtie(5, 3), WALL)
    (gaps,) = [
        one
        for one in drawn(bowtie(5, 0), msgspec.structs.replace(WALL, overview=True))
        if one.part == "overview"
    ]
    assert sum(box.kind == "gap" for box in gaps.boxes) == 10


def test_a_table_sees_all_of_it_at_once():
    (only,) = drawn(bowtie(5, 3), TABLE)
    assert (only.part, only.width) == ("whole", TABLE.width)
    assert len(only.boxes) == len(bowtie(5, 3))


def test_a_line_without_a_measure_shows_a_gap():
    (drawing,) = drawn(bowtie(3, 0), TABLE)
    gaps = [box for box in drawing.boxes if box.kind == "gap"]
    assert [box.node for box in gaps] == [f"{kind}{n}" for kind in LINES for n in range(3)]
    assert {" ".join(box.lines) for box in gaps} == {WORDS.gap}
    assert [wire.gap for wire in drawing.wires] == [False, *[True] * 6]


@pytest.mark.parametrize("sheet", [WALL, TABLE])
def test_what_is_not_there_yet_has_a_place(sheet):
    (drawing,) = drawn((), sheet)
    assert [(box.kind, box.node) for box in drawing.boxes] == [
        (kind, None) for kind in ("hazard", "top_event", "threat", "consequence")
    ]
    check(drawing)
    (drawing,) = drawn((Node(id="a", kind="threat", text=CAUSE),), sheet)
    assert [(box.kind, box.node) for box in drawing.boxes][2:] == [
        ("threat", "a"), ("gap", "a"), ("consequence", None)
    ]  # fmt: skip
    check(drawing)


def test_an_idea_and_a_weak_measure_can_be_told_apart():
    nodes = (
        Node(id="a", kind="threat", text="x"),
        Node(id="b", kind="prev", text="x", parent="a", status="idee"),
        Node(id="c", kind="prev", text="x", parent="a", effect="zwak"),
    )
    boxes = {box.node: box for box in drawn(nodes, TABLE)[0].boxes}
    assert (boxes["b"].status, boxes["b"].weak, boxes["c"].weak) == ("idee", False, True)


def test_wires_are_paths_of_numbers():
    for wire in drawn(bowtie(5, 2), TABLE)[0].wires:
        assert re.fullmatch(r"M[\d. ]+(V[\d.]+|H[\d.]+C[\d. ]+)", wire.path)


@settings(max_examples=25)
@given(st.lists(st.text(max_size=140), min_size=1, max_size=6), st.sampled_from([WALL, TABLE]))
def test_any_text_finds_its_place(texts, sheet):
    nodes = [Node(id="l", kind="threat", text=texts[0])]
    nodes += [Node(id=f"n{n}", kind="prev", text=text, parent="l") for n, text in enumerate(texts[:3])]
    nodes += [Node(id=f"c{n}", kind="consequence", text=text) for n, text in enumerate(texts)]
    for drawing in drawn(tuple(nodes), sheet, note=texts[-1]):
        check(drawing)


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("een bankje met een dak", 7, 9, ["een bankje", "met een dak"]),
        ("een  bankje\nmet", 30, 9, ["een bankje met"]),
        ("verantwoordelijkheid", 6, 9, ["verantwoo-", "rdelijkheid"]),
        ("een twee drie vier", 4, 2, ["een", "twee…"]),
        ("Politie ·\u00a0nieuw", 6, 9, ["Politie", "·\u00a0nieuw"]),
        (" ", 9, 9, []),
    ],
)
def test_a_text_is_broken_between_words_and_long_words_with_a_hyphen(text, width, most, lines):
    assert lines_of(text, width, most) == lines
