"""One against one: who wins from whom, as a table that is read along its rows."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from kit.insight import vote_parts as parts
from kit.insight.chart_parts import ASCENT, LINE, ChartDrawing, ChartPath, ChartText, Shape, fitted, wide
from kit.insight.vote_parts import DISC, middle, text_block

GAP = 10.0
TEXT = DISC + 8
HEAD = DISC + 6
BOTH = 5
"""Up to so many options a box has room for both numbers; with more it has that of its row."""
LOOSEST, LEAST = 46.0, 27.0
ROOM = 430.0
WON, LOST = 4, 0
"""The shades of a duel that was won, and of one that was lost."""


class Duels(msgspec.Struct, frozen=True):
    """What is drawn.

    Attributes:
        texts: The options, best first.
        wins: People who prefer the option of the row to that of the column.
        won: How many duels each won, in words.
        places: The place of each.
        chosen: Which of them go on.
    """

    texts: list[str]
    wins: list[list[int]]
    won: list[str]
    places: list[int]
    chosen: list[bool]


class _Sheet(NamedTuple):
    """Where the columns are, and how large a box is."""

    left: float
    cell: float
    pitch: float
    text: float
    won: float
    narrow: bool


def duels(what: Duels, shape: Shape, over: str) -> ChartDrawing:
    """Return a table of all duels; a box that was won is dark, and its number bold.

    Args:
        what: The options and their duels.
        shape: The sheet; with many options it gets higher.
        over: What stands above the last column.
    """
    sheet = _laid(what, shape, over)
    paths, texts = [], [ChartText(sheet.won, ASCENT + 4, over, "axis")] if not sheet.narrow else []
    for k, place in enumerate(what.places):
        disc, number = parts.place(
            sheet.left + (k + 0.5) * sheet.cell, DISC / 2 + 1, place, chosen=what.chosen[k]
        )
        paths.append(disc)
        texts.append(number)
    y = HEAD
    for k in range(len(what.texts)):
        drawn, said, high = _row(what, k, y, sheet)
        paths += drawn
        texts += said
        y += high
    return ChartDrawing(shape.width, round(y, 1), paths, texts)


def _laid(what: Duels, shape: Shape, over: str) -> _Sheet:
    many, narrow = len(what.texts), shape.name == "narrow"
    won = max(parts.broadest(what.won), wide(over))
    every = [_said(what, a, b, both=many <= BOTH) for a in range(many) for b in range(many)]
    wanted = parts.broadest(every, bold=True) + 7
    if narrow:
        return _Sheet(TEXT, min(LOOSEST, (shape.width - TEXT) / many), LEAST, shape.width - TEXT, 0, True)
    room = shape.width - TEXT - won - 2 * GAP
    cell = max(wanted, min(LOOSEST, room * 0.42 / many))
    text = room - cell * many
    pitch = max(2 * LINE + 2, min(LOOSEST, (ROOM - HEAD) / many))
    return _Sheet(TEXT + text + GAP, cell, pitch, text, shape.width - won, False)


def _said(what: Duels, row: int, column: int, *, both: bool) -> str:
    if row == column:
        return ""
    one, other = what.wins[row][column], what.wins[column][row]
    return f"{one}–{other}" if both else str(one)


def _row(what: Duels, k: int, y: float, sheet: _Sheet) -> tuple[list[ChartPath], list[ChartText], float]:
    """Return one option against all, with the height that it takes."""
    look = "strong" if what.chosen[k] else ""
    lines = fitted(what.texts[k], sheet.text, most=2, bold=what.chosen[k])
    above = len(lines) * LINE + 3 if sheet.narrow else 0.0
    high = sheet.pitch
    at = DISC / 2 + 1 if sheet.narrow else high / 2
    disc, number = parts.place(DISC / 2, y + at, what.places[k], chosen=what.chosen[k])
    paths = [disc]
    texts = [number, *text_block(TEXT, y, lines, look, high=above if sheet.narrow else high)]
    for other in range(len(what.texts)):
        path, text = _box(what, k, other, y + above, sheet)
        paths.append(path)
        texts += text
    if not sheet.narrow:
        texts.append(ChartText(sheet.won, middle(y + high / 2), what.won[k]))
    return paths, texts, above + high + (8 if sheet.narrow else 0)


def _box(what: Duels, row: int, column: int, y: float, sheet: _Sheet) -> tuple[ChartPath, list[ChartText]]:
    x = sheet.left + column * sheet.cell
    frame = parts.box(x + 1, y + 1, sheet.cell - 2, sheet.pitch - 2)
    if row == column:
        return ChartPath(frame, "ruler"), []
    one, other = what.wins[row][column], what.wins[column][row]
    shade = str(WON if one > other else LOST) if one != other else "none"
    said = _said(what, row, column, both=len(what.texts) <= BOTH and not sheet.narrow)
    look = f"on-{shade} strong" if one > other else f"on-{shade}"
    return ChartPath(frame, f"area area-{shade}"), [
        ChartText(round(x + sheet.cell / 2, 1), middle(y + sheet.pitch / 2), said, look, "middle")
    ]
