"""A grid on a sheet: two axes with fields, a numbered mark for every card, and what the numbers are."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
    LINE,
    Anchor,
    ChartDrawing,
    ChartPath,
    ChartText,
    Shape,
    fitted,
    n,
    wide,
)
from kit.insight.grid_parts import GLYPH, Grid, Pin, Plane, Scale, drawn_name, glyph, names
from kit.insight.grid_pins import EDGE, RADIUS, Mark, arranged, numbered, spread, threads

PLAIN = Shape("wide", 500, 395)
"""A sheet for the plane alone, where a list stands beside it."""
LIST, GUTTER = 236.0, 20.0
"""How wide the list beside a plane is, and how far from it."""
TALL = 0.75
"""Above a list a plane is at least so high, as a share of its width: the drawing goes on below it anyway."""
MOST = 8
SIGNS = 19.0
"""Room for the signs of the upright axis, and below the other one."""
NUMBER = 36.0
"""Room for the mark before a card in the list; with its ring it is as high as two lines."""
BETWEEN = 8.0

Parts = tuple[list[ChartPath], list[ChartText]]


def draw(grid: Grid, shape: Shape, *, listed: bool = True) -> ChartDrawing:
    """Return a grid on a sheet, with the list of its cards beside it where that fits, else below it.

    Args:
        grid: What is drawn.
        shape: The sheet. A list below the plane makes the drawing higher than that.
        listed: The texts of the cards belong to it.
    """
    if not listed:
        return _drawing(shape.width, shape.height, [_plane(grid, shape.width, shape.height)])
    if shape.name == "wide":
        left = shape.width - LIST
        parts, high = _columns(grid, [left], LIST, 0)
        if high <= shape.height:
            return _drawing(shape.width, shape.height, [_plane(grid, left - GUTTER, shape.height), parts])
    count = 2 if shape.name == "wide" else 1
    each = (shape.width - (count - 1) * GUTTER) / count
    tall = max(shape.height, shape.width * TALL)
    parts, high = _columns(grid, [k * (each + GUTTER) for k in range(count)], each, tall + LINE)
    plane = _plane(grid, shape.width, tall)
    return _drawing(shape.width, tall + LINE + high, [plane, parts])


def _drawing(width: float, height: float, parts: Sequence[Parts]) -> ChartDrawing:
    paths = [path for drawn, _ in parts for path in drawn]
    texts = [text for _, said in parts for text in said]
    return ChartDrawing(width, round(height, 1), paths, texts)


def _plane(grid: Grid, width: float, height: float) -> Parts:
    """Return the plane with its axes, fields and marks on a sheet of this size."""
    above, head = _upright(grid, width)
    feet, foot = _flat(grid.x, SIGNS, width, height)
    plane = Plane(grid, SIGNS, head, width, height - foot)
    named = names(plane)
    paths, texts = _ground(plane), [*above, *feet, *_signs(plane)]
    for name in named:
        drawn, said = drawn_name(plane, name)
        paths += drawn
        texts += said
    marks = arranged(plane, named)
    own = [mark for mark in marks if not mark.text.startswith("+")]
    paths += [path for mark in own for path in spread(plane, mark)]
    paths += [path for mark in own for path in threads(plane, mark)]
    for mark in marks:
        drawn, number = numbered(mark)
        paths += drawn
        texts.append(number)
    return paths, texts


def _upright(grid: Grid, width: float) -> tuple[list[ChartText], float]:
    """Return what the upright axis is about and what lies at its ends, and where the plane begins."""
    title = ChartText(0, ASCENT, grid.y.title, "strong")
    beside = wide(grid.y.title, bold=True) + 8
    ends = grid.words.ends
    if beside + wide(ends) <= width:
        return [title, ChartText(round(beside, 1), ASCENT, ends, "axis")], LINE + 3
    lines = fitted(ends, width, most=2)
    texts = [ChartText(0, ASCENT + (k + 1) * LINE, one, "axis") for k, one in enumerate(lines)]
    return [title, *texts], (len(lines) + 1) * LINE + 3


def _flat(scale: Scale, left: float, width: float, height: float) -> tuple[list[ChartText], float]:
    """Return the words below the flat axis: both ends and what it is about; and the room that they take."""
    room = width - left
    half = (room - wide(scale.title, bold=True)) / 2 - 8
    words = list(scale.drawn)
    one_line = max(map(wide, words)) <= half
    sides = [fitted(one, half if one_line else room / 2 - 6, most=3) for one in words]
    below = max(map(len, sides)) * LINE
    foot = SIGNS + below + (0 if one_line else LINE)
    first = height - foot + SIGNS + ASCENT
    left_one, right_one = ([("axis", line) for line in lines] for lines in sides)
    texts = [*_lines(left_one, left, first), *_lines(right_one, width, first, "end")]
    at = first if one_line else first + below
    texts.append(ChartText(round(left + room / 2, 1), round(at, 1), scale.title, "strong", "middle"))
    return texts, foot + DESCENT


def _ground(plane: Plane) -> list[ChartPath]:
    """Return the fields, the most urgent on top, and lines at the points or between the classes."""
    paths = [
        ChartPath(_rect(*plane.box(area)), f"field field-{number % 4}")
        for number, field in reversed(list(enumerate(plane.grid.fields)))
        for area in field.areas
    ]
    x, y = plane.grid.x, plane.grid.y
    half = [0.5 if one.classes else 0.0 for one in (x, y)]
    ups = [plane.across(k - half[0]) for k in range(1 + x.classes, len(x.signs) + 1)]
    flats = [plane.up(k - half[1]) for k in range(1 + y.classes, len(y.signs) + 1)]
    rulers = [f"M{n(at)} {n(plane.top)}V{n(plane.bottom)}" for at in ups]
    rulers += [f"M{n(plane.left)} {n(at)}H{n(plane.right)}" for at in flats]
    edge = _rect(plane.left, plane.top, plane.right, plane.bottom)
    return [*paths, *(ChartPath(one, "ruler") for one in rulers), ChartPath(edge, "zero")]


def _rect(left: float, top: float, right: float, bottom: float) -> str:
    return f"M{n(left)} {n(top)}H{n(right)}V{n(bottom)}H{n(left)}z"


def _signs(plane: Plane) -> list[ChartText]:
    below = plane.bottom + ASCENT + 5
    return [
        *(
            ChartText(round(plane.across(k), 1), round(below, 1), sign, "strong", "middle")
            for k, sign in enumerate(plane.grid.x.signs, 1)
        ),
        *(
            ChartText(plane.left - 5, round(plane.up(k) + 5, 1), sign, "strong", "end")
            for k, sign in enumerate(plane.grid.y.signs, 1)
        ),
    ]


class _Block(msgspec.Struct):
    """What stays together in the list: the head of a field with its first card, or one more card."""

    field: int | None
    pin: Pin
    head: bool
    height: float = 0.0


def _columns(grid: Grid, lefts: Sequence[float], width: float, top: float) -> tuple[Parts, float]:
    """Return the list in columns of this width, no higher than they need be, and how high they are."""
    blocks = _blocks(grid, width)
    high = max((one.height for one in blocks), default=0.0)
    while len(_fill(blocks, high)) > len(lefts):
        high += 4
    paths: list[ChartPath] = []
    texts: list[ChartText] = []
    for left, column in zip(lefts, _fill(blocks, high), strict=False):
        y = top
        for block in column:
            drawn, said = _block(grid, block, left, y, width)
            paths += drawn
            texts += said
            y += block.height
    return (paths, texts), high


def _blocks(grid: Grid, width: float) -> list[_Block]:
    found: list[_Block] = []
    for pin in grid.pins:
        head = not found or found[-1].field != pin.field
        block = _Block(pin.field, pin, head)
        _, texts = _block(grid, block, 0, 0, width)
        block.height = max(text.y for text in texts) + DESCENT + BETWEEN
        found.append(block)
    return found


def _fill(blocks: Sequence[_Block], high: float) -> list[list[_Block]]:
    columns: list[list[_Block]] = []
    used = high + 1
    for block in blocks:
        if used + block.height > high:
            columns.append([])
            used = 0.0
        columns[-1].append(block)
        used += block.height
    return columns


def _block(grid: Grid, block: _Block, left: float, top: float, width: float) -> Parts:
    paths: list[ChartPath] = []
    texts: list[ChartText] = []
    if block.head:
        paths, texts = _head(grid, block.field, left, top, width)
        top = max(text.y for text in texts) + DESCENT + 5
    pin, x, room = block.pin, left + NUMBER, width - NUMBER
    more = [("soft", f"{pin.place} · {grid.words.on}" if pin.chosen else pin.place)]
    more += [("strong name-2", grid.words.talk)] if pin.apart else []
    lines = [("", one) for one in fitted(pin.text, room, most=MOST)]
    for look, text in more:
        lines += [(look, one) for one in fitted(text, room, most=3, bold="strong" in look)]
    texts += _lines(lines, x, top + ASCENT)
    at = (left + RADIUS + EDGE, top + LINE - 2)
    drawn, number = numbered(Mark(pin, at, at, str(pin.number)))
    return [*paths, *drawn], [*texts, number]


def _head(grid: Grid, field: int | None, left: float, top: float, width: float) -> Parts:
    """Return the name of a field, with what it means."""
    if field is None:
        rest = fitted(grid.words.rest, width, most=3, bold=True)
        return [], _lines([("strong", one) for one in rest], left, top + ASCENT)
    found, room = grid.fields[field], width - GLYPH - 5
    lines = [("strong", one) for one in fitted(found.name, room, most=2, bold=True)]
    lines += [("soft", one) for one in fitted(found.text, room, most=4)]
    return [glyph(found.shape, left, top - 1)], _lines(lines, left + GLYPH + 5, top + ASCENT)


def _lines(
    lines: Sequence[tuple[str, str]], x: float, first: float, anchor: Anchor = "start"
) -> list[ChartText]:
    """Return lines of (look, text), one below the other."""
    return [
        ChartText(round(x, 1), round(first + k * LINE, 1), text, look, anchor)
        for k, (look, text) in enumerate(lines)
    ]
