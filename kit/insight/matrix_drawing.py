"""A table of numbers as a drawing: the larger a number, the darker its field."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.chart_parts import (
    ASCENT,
    DESCENT,
    LINE,
    ChartDrawing,
    ChartPath,
    ChartText,
    Shape,
    fitted,
    n,
    wide,
)

SHADES = 5
LEAST, MOST = 24.0, 96.0
"""How wide a field is."""
LOW, HIGH, TWO = 21.0, 50.0, 2 * LINE
"""How high a row is, and at least where a name takes two lines."""
KEY, GAP, LEGIBLE = 20.0, 10.0, 110.0
"""Room for a letter, between a name and its row, and the narrowest column in which names can be read."""
LONG = 200.0
"""How wide what stands below the columns may make the names."""


class Field(msgspec.Struct, frozen=True):
    """What stands in a field, and its shade: 0 to 4, ``"none"`` where there is nothing; None for no field."""

    text: str
    shade: int | str | None = None


class Matrix(msgspec.Struct, frozen=True):
    """Rows of fields.

    Attributes:
        names: What each row is.
        heads: What stands above each column.
        fields: Shape (rows, columns).
        keys: A letter for each row, by which the columns are called; or none.
        feet: Numbers below the columns, each row of them with its name.
    """

    names: list[str]
    heads: list[str]
    fields: list[list[Field]]
    keys: list[str] = []
    feet: list[tuple[str, list[str]]] = []


class _Grid(msgspec.Struct):
    """Where everything goes: the width of names and of fields, and whether names stand below as a list."""

    left: float
    name: float
    field: float
    below: bool


def shade(value: float, most: float) -> int | str:
    """Return the shade of a number where the largest is ``most``; of nothing ``"none"``."""
    return min(SHADES - 1, int(SHADES * value / most)) if value > 0 else "none"


def matrix(what: Matrix, shape: Shape) -> ChartDrawing:
    """Return rows of fields with their names; on a narrow sheet the names may stand below, by their letters.

    Args:
        what: The rows; at least one, and one column.
        shape: The sheet. Many rows with long names make it a little higher.
    """
    grid = _grid(what, shape)
    names = [[] if grid.below else fitted(one, grid.name, most=2) for one in what.names]
    feet = [fitted(one, grid.left - GAP, most=3) for one, _ in what.feet]
    below = sum(len(one) * LINE + 4 for one in feet)
    least = TWO if any(len(one) > 1 for one in names) else LOW
    high = max(least, min(HIGH, (shape.height - LINE - 4 - below) / len(names)))
    paths: list[ChartPath] = []
    texts = _heads(what, grid)
    y = LINE + 4
    for lines, key, row in zip(names, what.keys or [""] * len(names), what.fields, strict=True):
        middle = y + high / 2
        texts += [ChartText(0, _base(middle), key, "strong")] if key else []
        begin = middle - (len(lines) - 1) * LINE / 2
        texts += [
            ChartText(grid.left - GAP - grid.name, _base(begin + k * LINE), one)
            for k, one in enumerate(lines)
        ]
        for k, field in enumerate(row):
            x = grid.left + k * grid.field
            paths += _box(x, y, grid.field, high, field)
            look = "soft" if field.shade is None else f"on-{field.shade}"
            texts.append(ChartText(round(x + grid.field / 2, 1), _base(middle), field.text, look, "middle"))
        y += high
    y += 4
    for lines, (_, numbers) in zip(feet, what.feet, strict=True):
        texts += _foot(lines, numbers, grid, y)
        y += len(lines) * LINE + 4
    if grid.below:
        texts += _list(what, shape, y)
        y = max(one.y for one in texts) + DESCENT
    return ChartDrawing(shape.width, round(y + 1, 1), paths, texts)


def _grid(what: Matrix, shape: Shape) -> _Grid:
    """Return where names and fields go: names get what they need and fields the rest, or the other way."""
    columns, key = len(what.heads), KEY if what.keys else 0.0
    inside = [field.text for row in what.fields for field in row] + [
        one for _, row in what.feet for one in row
    ]
    least = max(
        [LEAST, *(wide(one) + 5 for one in inside), *(wide(one, bold=True) + 4 for one in what.heads)]
    )
    natural = max([*(wide(one) for one in what.names), *(min(wide(one), LONG) for one, _ in what.feet)])
    room = shape.width - key - GAP - columns * max(least, min(MOST, shape.width * 0.45 / columns))
    if what.keys and room < min(natural, LEGIBLE):
        field = min(MOST, (shape.width - key - 4) / columns)
        return _Grid(key + 4, 0, field, below=True)
    # Two lines of a name are better than fields that are wider than their numbers.
    name = max(min(natural, room), LEGIBLE / 2)
    return _Grid(key + name + GAP, name, min(MOST, (shape.width - key - name - GAP) / columns), below=False)


def _heads(what: Matrix, grid: _Grid) -> list[ChartText]:
    texts = []
    for k, head in enumerate(what.heads):
        (said,) = fitted(head, grid.field + 0.1, bold=True) or [""]
        x = round(grid.left + (k + 0.5) * grid.field, 1)
        texts.append(ChartText(x, ASCENT, said, "strong", "middle"))
    return texts


def _box(x: float, y: float, width: float, height: float, field: Field) -> list[ChartPath]:
    if field.shade is None:
        return []
    d = f"M{n(x)} {n(y)}h{n(width)}v{n(height)}h{n(-width)}z"
    return [ChartPath(d, f"area area-{field.shade}")]


def _foot(lines: Sequence[str], row: Sequence[str], grid: _Grid, top: float) -> list[ChartText]:
    texts = [ChartText(0, round(top + ASCENT + k * LINE, 1), one, "soft") for k, one in enumerate(lines)]
    middle = top + len(lines) * LINE / 2 - 1
    return texts + [
        ChartText(round(grid.left + (k + 0.5) * grid.field, 1), _base(middle), one, "strong", "middle")
        for k, one in enumerate(row)
    ]


def _list(what: Matrix, shape: Shape, top: float) -> list[ChartText]:
    """Return the names below the fields, each with its letter."""
    texts, y = [], top + 4
    for key, name in zip(what.keys, what.names, strict=True):
        texts.append(ChartText(0, round(y + ASCENT, 1), key, "strong"))
        lines = fitted(name, shape.width - KEY, most=2)
        texts += [ChartText(KEY, round(y + ASCENT + k * LINE, 1), one) for k, one in enumerate(lines)]
        y += len(lines) * LINE + 2
    return texts


def _base(middle: float) -> float:
    return round(middle + (ASCENT - DESCENT) / 2 + 1.5, 1)
