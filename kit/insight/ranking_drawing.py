"""A ranking: place, idea, a bar, how widely it is carried, and where there is room who carries it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight import vote_parts as parts
from kit.insight.chart_parts import ASCENT, LINE, ChartDrawing, ChartPath, ChartText, Shape, fitted
from kit.insight.vote_parts import DISC, broadest, middle, text_block

GAP = 12.0
TEXT = DISC + 16
"""Where texts begin, after the place and the sign that two are nearly equal."""
ROOM = 415.0
"""On a wall, a chart of this height still has its letters at full size."""
TIGHT, LOOSE = 35.0, 48.0
HEAD, CUT = 20.0, 21.0
BAR, THICK = 100.0, 13.0
MARK = 26.0
"""What the sign of a brief row needs behind its number, with air on both sides."""
NEAR = "≈"
SIGNS = ("broad", "partly", "divides", "few")
MANY, SOME = 8, 4
"""With more rows than ``MANY`` all are brief but those that go on, if these are at most ``SOME``."""
BRIEF = 26.0


class Row(msgspec.Struct, frozen=True):
    """One idea in a ranking.

    Attributes:
        place: From 1.
        text: The idea.
        chosen: It goes on.
        part: How long its bar is, 0 to 1.
        value: What the bar measures, as it is written.
        label: ``"broad"``, ``"partly"``, ``"divides"``, ``"few"``, or nothing where it was not voted on.
        word: The label in words.
        majority: Organisations in which more than half support it.
        shares: Share of support by organisation, None where it may not be told; empty where nothing may.
        near: It can hardly be told apart from the next.
    """

    place: int
    text: str
    chosen: bool
    part: float
    value: str
    label: str
    word: str
    majority: int
    shares: list[float | None]
    near: bool


class Words(msgspec.Struct, frozen=True):
    """What stands around the rows.

    Attributes:
        bar: What the bars measure.
        who: What stands above the organisations.
        some: ``"{n} of {of}"``.
        near: Nearly equal: talk about it together.
        more: ``"and 3 more"``; empty where all are there.
    """

    bar: str
    who: str
    some: str
    near: str
    more: str


class _Sheet(msgspec.Struct, frozen=True):
    """Where the columns of a ranking are, and how high a row is."""

    narrow: bool
    width: float
    text: float
    lines: int
    bar: float
    much: float
    who: float
    cell: float
    pitch: float
    brief: bool = False


def ranking(rows: Sequence[Row], names: Sequence[str], of: int, shape: Shape, words: Words) -> ChartDrawing:
    """Return a ranking, best first.

    Args:
        rows: The ideas that are drawn, in the order of their places.
        names: The organisations whose shares may be told, in the order of ``shares``; else none.
        of: How many organisations voted.
        shape: The sheet; with many rows it gets higher.
        words: What stands around them.
    """
    if of < 2:
        rows, names = [msgspec.structs.replace(row, shares=[]) for row in rows], []
    sheet = _laid(rows, names, of, shape, words)
    paths: list[ChartPath] = []
    texts = _head(names, sheet, words)
    y, cut = HEAD + (LINE if names and sheet.narrow else 0), cut_of(rows)
    for k, row in enumerate(rows):
        own = _own(row, rows, sheet)
        drawn, said = _row(row, y, of, own, words)
        paths += drawn
        texts += said
        y += own.pitch
        near = row.near and k + 1 < len(rows)
        if k == cut:
            texts.append(ChartText(TEXT, middle(y + CUT / 2 - 1), words.near, "strong"))
            y += CUT
        if near:
            between = y - CUT / 2 - 1 if k == cut else y - 1
            texts.append(ChartText(DISC + 8, middle(between), NEAR, "strong", "middle"))
    drawn, said, y = _below(rows, names, y, sheet, words)
    return ChartDrawing(shape.width, round(y, 1), [*paths, *drawn], [*texts, *said])


def _below(
    rows: Sequence[Row], names: Sequence[str], y: float, sheet: _Sheet, words: Words
) -> tuple[list[ChartPath], list[ChartText], float]:
    """Return what stands below the rows: how many more there are, and what signs and letters mean."""
    texts: list[ChartText] = []
    if words.more:
        texts.append(ChartText(TEXT, round(y + ASCENT + 1, 1), words.more, "soft"))
        y += LINE + 2
    paths, said = _legend([row for row in rows if _own(row, rows, sheet).brief], y + 2, sheet)
    y += LINE + 4 if said else 0
    found = parts.key(names, y + 2, sheet.width)
    return paths, [*texts, *said, *found], y + (4 + len(found) * LINE if names else 0)


def cut_of(rows: Sequence[Row]) -> int:
    """Return after which row it is said that two are nearly equal; -1 where none are.

    It is said once, where it matters most: at the last that goes on, else at the first two of which it is
    true. The others have a sign.
    """
    near = [k for k, row in enumerate(rows[:-1]) if row.near]
    last = sum(row.chosen for row in rows) - 1
    return last if last in near else next(iter(near), -1)


def _laid(rows: Sequence[Row], names: Sequence[str], of: int, shape: Shape, words: Words) -> _Sheet:
    """Return where the columns are: the text has what the others leave."""
    narrow = shape.name == "narrow"
    cell = max(parts.LEAST_CELL, min(parts.MOST_CELL, 176 / max(1, len(names))))
    beside = (
        len(names) * cell if names else max(parts.pips_wide(of), broadest([words.who, _some(of, of, words)]))
    )
    if of < 2:
        beside = 0.0
    value = broadest([row.value for row in rows], bold=True) + 4
    beside_number = MARK if len(rows) > MANY else 0.0
    much = max(BAR + value + beside_number, parts.DISC + broadest([row.word for row in rows]))
    if narrow:
        high = 3 * LINE + 10 + (LINE + 8 if beside else 0)
        return _Sheet(True, shape.width, shape.width - TEXT, 2, TEXT, 0, TEXT, cell, high)
    text = shape.width - TEXT - much - GAP - (beside + GAP if beside else 0)
    key = 2 * LINE if names else 0
    room = (ROOM - HEAD - CUT - key) / max(1, len(rows))
    pitch = max(TIGHT, min(LOOSE + 6, room))
    lines = 3 if pitch >= 3 * LINE + 3 else 2
    return _Sheet(
        False,
        shape.width,
        text,
        lines,
        TEXT + text + GAP,
        TEXT + text + GAP + much,
        shape.width - beside,
        cell,
        min(pitch, LOOSE) if lines == 2 else pitch,
    )


def _own(row: Row, rows: Sequence[Row], sheet: _Sheet) -> _Sheet:
    """Return the sheet as it is for one row: as high as it needs, and brief where there are many."""
    if sheet.narrow:
        spare = LINE if len(_lines(row, sheet)) == 1 else 0
        return msgspec.structs.replace(sheet, pitch=sheet.pitch - spare)
    if len(rows) <= MANY or (row.chosen and sum(one.chosen for one in rows) <= SOME):
        return sheet
    return msgspec.structs.replace(sheet, pitch=BRIEF, lines=1, brief=True)


def _legend(rows: Sequence[Row], y: float, sheet: _Sheet) -> tuple[list[ChartPath], list[ChartText]]:
    """Return what the signs of brief rows mean, on one line."""
    words = {row.label: row.word for row in rows if row.label}
    paths: list[ChartPath] = []
    texts: list[ChartText] = []
    x, step = 0.0, sheet.width / max(1, len(words))
    for label in [one for one in SIGNS if one in words]:
        paths += parts.sign(label, x + 8, y + LINE / 2)
        (said, *_) = fitted(words[label], step - 22) or [""]
        texts.append(ChartText(round(x + 20, 1), middle(y + LINE / 2), said, "soft"))
        x += step
    return paths, texts


def _some(some: int, of: int, words: Words) -> str:
    return words.some.format(n=some, of=of)


def _head(names: Sequence[str], sheet: _Sheet, words: Words) -> list[ChartText]:
    """Return what stands above the columns."""
    y = ASCENT + 1
    texts = [ChartText(sheet.bar, y, words.bar, "axis")]
    if names:
        y += LINE if sheet.narrow else 0
    elif sheet.narrow:
        return texts
    else:
        return [*texts, ChartText(sheet.who, y, words.who, "axis")] if sheet.who < sheet.width else texts
    return texts + [
        ChartText(round(sheet.who + (k + 0.5) * sheet.cell, 1), y, letter, "strong", "middle")
        for k, letter in enumerate(parts.LETTERS[: len(names)])
    ]


def _row(row: Row, y: float, of: int, sheet: _Sheet, words: Words) -> tuple[list[ChartPath], list[ChartText]]:
    high = sheet.pitch - 1
    lines = _lines(row, sheet)
    top = y if sheet.narrow else y + (high - (1 if sheet.brief else 2) * LINE) / 2
    disc, number = parts.place(
        DISC / 2, y + DISC / 2 + 1 if sheet.narrow else y + high / 2, row.place, chosen=row.chosen
    )
    look = "strong" if row.chosen else ""
    texts = [number, *text_block(TEXT, y, lines, look, high=0 if sheet.narrow else high)]
    paths = [disc]
    if sheet.narrow:
        top += len(lines) * LINE + 2
    drawn, said = _much(row, top, sheet)
    who, how = _who(row, top + (LINE + 3 if sheet.narrow else 0), of, sheet, words)
    return [*paths, *drawn, *who], [*texts, *said, *how]


def _lines(row: Row, sheet: _Sheet) -> list[str]:
    return fitted(row.text, sheet.text, most=sheet.lines, bold=row.chosen)


def _much(row: Row, top: float, sheet: _Sheet) -> tuple[list[ChartPath], list[ChartText]]:
    """Return the bar with its number, and below it (on a phone beside it) the label in words."""
    x, y = sheet.bar, top + LINE / 2
    paths = [ChartPath(parts.box(x, y - THICK / 2, BAR, THICK), "bar-against")]
    if row.part > 0:
        paths.append(ChartPath(parts.box(x, y - THICK / 2, BAR * min(1.0, row.part), THICK), "bar"))
    texts = [ChartText(round(x + BAR + 5, 1), middle(y), row.value, "strong")]
    if sheet.brief and row.label:
        paths += parts.sign(row.label, sheet.much - 10, y)
    elif row.word and not sheet.brief:
        left = x + BAR + 44 if sheet.narrow else x
        below = y if sheet.narrow else y + LINE
        paths += parts.sign(row.label, left + 8, below) if row.label else []
        (word, *_) = fitted(row.word, sheet.width - left - 20) or [""]
        texts.append(ChartText(round(left + (20 if row.label else 0), 1), middle(below), word))
    return paths, texts


def _who(
    row: Row, top: float, of: int, sheet: _Sheet, words: Words
) -> tuple[list[ChartPath], list[ChartText]]:
    """Return who carries it: a cell each where that may be told, else in how many there is a majority."""
    if row.shares:
        high = LINE + 4 if sheet.narrow else min(sheet.pitch - 3, 2 * LINE + 2)
        at = top if sheet.narrow else top + (LINE / 2 if sheet.brief else LINE) - high / 2
        found = list(parts.cells(sheet.who, at, sheet.cell, high, row.shares))
        return [path for path, _ in found], [text for _, text in found]
    if of < 2 or not row.word:
        return [], []
    some, y = _some(row.majority, of, words), top + LINE / 2
    drawn = list(parts.pips(sheet.who, y, row.majority, of))
    if sheet.narrow:
        beside = parts.pips_wide(of) + (6 if drawn else 0)
        said = f"{some} {words.who}"
        (said, *_) = fitted(said, sheet.width - sheet.who - beside) or [""]
        return drawn, [ChartText(round(sheet.who + beside, 1), middle(y), said)]
    if sheet.brief and drawn:
        return drawn, []
    return drawn, [
        ChartText(sheet.who, middle(y + (LINE if drawn else 0 if sheet.brief else LINE / 2)), some)
    ]
