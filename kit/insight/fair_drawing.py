"""A set within a budget: what was chosen and who pays, and below it what most votes would have chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from kit.insight import vote_parts as parts
from kit.insight.chart_parts import ASCENT, LINE, ChartDrawing, ChartPath, ChartText, Shape, fitted, wide
from kit.insight.vote_parts import DISC, middle, text_block

TEXT = DISC + 8
GAP, BELOW, TIGHT = 12.0, 9.0, 5.0
PAYS = 140.0
BAR = 19.0
BLOCK = 2 * LINE + 6
BASKET = LINE + BLOCK + 10
WRITES = 70.0
"""A block of this width has room for a text."""
FEW = 4
"""Up to so many ideas have two lines of text each."""
DARK, LIGHT = 4, 0
TURNS = (1, 3)
"""The shades of payers beside one another."""


class Idea(msgspec.Struct, frozen=True):
    """One idea that was chosen.

    Attributes:
        place: In the result, from 1.
        text: The idea.
        cost: What it costs, in words.
        pays: Who pays, in a sentence.
        brief: The same in fewer words, for where it does not fit.
        shares: Which part of the cost each organisation pays, by its number; empty where it is not told.
        payers: How many organisations pay.
    """

    place: int
    text: str
    cost: str
    pays: str
    brief: str
    shares: list[tuple[int, float]]
    payers: int


class Block(msgspec.Struct, frozen=True):
    """An idea in a basket; ``chosen`` when it is in the set that was chosen."""

    place: int
    text: str
    cost: int
    chosen: bool


class Basket(msgspec.Struct, frozen=True):
    """What a budget was spent on: ``says`` stands above it, ``left`` in what was not spent."""

    says: str
    blocks: list[Block]
    left: str


class Words(msgspec.Struct, frozen=True):
    """What a drawing says besides.

    Attributes:
        budget: Points there are to spend.
        of: How many organisations voted.
        some: ``"{n} of {of}"``.
        more: ``"and 3 more"``; empty where all are there.
    """

    budget: int
    of: int
    some: str
    more: str = ""


class _Column(NamedTuple):
    """Where it is said who pays, and how much room the texts have."""

    x: float
    text: float
    narrow: bool
    few: bool


def fair_set(
    ideas: Sequence[Idea],
    baskets: Sequence[Basket],
    names: Sequence[str],
    shape: Shape,
    words: Words,
) -> ChartDrawing:
    """Return a set within a budget.

    Args:
        ideas: The ideas that were chosen, as far as they are drawn.
        baskets: The set as a basket, and others to lay beside it.
        names: The organisations, where it may be told who pays; else none.
        shape: The sheet.
        words: What else it says.
    """
    column = _column(shape, few=len(ideas) <= FEW)
    paths: list[ChartPath] = []
    texts: list[ChartText] = []
    y = 0.0
    for one in ideas:
        drawn, said, high = _idea(one, y, words.of, column, words.some)
        paths += drawn
        texts += said
        y += high + (BELOW if column.few or column.narrow else TIGHT)
    if words.more:
        texts.append(ChartText(TEXT, round(y + ASCENT - 3, 1), words.more, "soft"))
        y += LINE
    if names:
        key = parts.key(names, y, shape.width)
        texts += key
        y += len(key) * LINE + 6
    found = [_basket(one, y + 2 + k * BASKET, shape.width, words.budget) for k, one in enumerate(baskets)]
    paths += [path for drawn, _ in found for path in drawn]
    texts += [text for _, said in found for text in said]
    return ChartDrawing(shape.width, round(y + len(found) * BASKET, 1), paths, texts)


def _column(shape: Shape, *, few: bool) -> _Column:
    if shape.name == "narrow":
        return _Column(TEXT, shape.width - TEXT, True, few)
    x = shape.width - PAYS
    return _Column(x, x - TEXT - GAP, False, few)


def _idea(
    one: Idea, y: float, of: int, column: _Column, some: str
) -> tuple[list[ChartPath], list[ChartText], float]:
    """Return a chosen idea: its text, the sentence that says who pays, and beside them how much."""
    most = 2 if column.few or column.narrow else 1
    lines = fitted(one.text, column.text, most=most, bold=True)
    said = fitted(one.pays, column.text, most=9)
    if len(said) > most:
        said = fitted(one.brief, column.text, most=most)
    disc, number = parts.place(DISC / 2, y + DISC / 2, one.place, chosen=True)
    texts = [
        number,
        *text_block(TEXT, y, lines, "strong"),
        *text_block(TEXT, y + len(lines) * LINE, said, "soft"),
    ]
    high = (len(lines) + len(said)) * LINE
    at = y + high + 3 if column.narrow else y
    paths, beside = _pays(one, at, of, column, some)
    texts += [ChartText(column.x, round(at + ASCENT + 1, 1), one.cost, "strong"), *beside]
    return [disc, *paths], texts, max(high + (LINE + 6 if column.narrow else 0), 2 * LINE + 2)


def _pays(
    one: Idea, y: float, of: int, column: _Column, some: str
) -> tuple[list[ChartPath], list[ChartText]]:
    """Return how the cost is shared, by organisation where that may be told; else by how many."""
    left = column.x + (wide("88 punten", bold=True) + 10 if column.narrow else 0)
    top = y if column.narrow else y + LINE + 2
    if one.shares:
        return _shared(one.shares, left, top)
    if of < 2 or not one.payers:
        return [], []
    beside = parts.pips_wide(of)
    said = ChartText(
        round(left + beside + (6 if beside else 0), 1),
        middle(top + LINE / 2 - 1),
        some.format(n=one.payers, of=of),
    )
    fits = left + beside + 6 + wide(said.text) <= column.x + (PAYS if not column.narrow else 9999)
    return list(parts.pips(left, top + LINE / 2 - 1, one.payers, of)), [said] if fits else []


def _shared(
    shares: Sequence[tuple[int, float]], x: float, y: float
) -> tuple[list[ChartPath], list[ChartText]]:
    paths, texts = [], []
    for k, (who, part) in enumerate(shares):
        width, shade = part * PAYS, TURNS[k % 2]
        paths.append(ChartPath(parts.box(x, y, width, BAR), f"area area-{shade}"))
        letter = parts.LETTERS[who % len(parts.LETTERS)]
        if width >= wide(letter, bold=True) + 2:
            at = round(x + width / 2, 1)
            texts.append(ChartText(at, middle(y + BAR / 2), letter, f"on-{shade} strong", "middle"))
        x += width
    return paths, texts


def _basket(basket: Basket, y: float, width: float, budget: int) -> tuple[list[ChartPath], list[ChartText]]:
    """Return what a budget was spent on: a block for each idea, as wide as it costs."""
    (says, *_) = fitted(basket.says, width, bold=True) or [""]
    texts = [ChartText(0, round(y + ASCENT, 1), says, "strong")]
    paths: list[ChartPath] = []
    unit = width / max(1, budget, sum(one.cost for one in basket.blocks))
    x, top = 0.0, y + LINE + 1
    for one in basket.blocks:
        wide_ = one.cost * unit
        shade = DARK if one.chosen else LIGHT
        paths.append(ChartPath(parts.box(x + 1, top, wide_ - 2, BLOCK), f"area area-{shade}"))
        texts += _written(one, x, top, wide_, f"on-{shade}")
        x += wide_
    if width - x > 1:
        paths.append(ChartPath(parts.box(x + 1, top, width - x - 2, BLOCK), "area area-none"))
        if wide(basket.left) < width - x - 6:
            at = round((x + width) / 2, 1)
            texts.append(ChartText(at, middle(top + BLOCK / 2), basket.left, "soft", "middle"))
    return paths, texts


def _written(one: Block, x: float, top: float, width: float, look: str) -> list[ChartText]:
    """Return what stands in a block: its place, and the idea where there is room."""
    number = str(one.place)
    if width < wide(number, bold=True) + 2:
        return []
    if width < WRITES + 24:
        return [
            ChartText(round(x + width / 2, 1), middle(top + BLOCK / 2), number, f"{look} strong", "middle")
        ]
    left = round(x + 7 + wide(number, bold=True) + 5, 1)
    lines = fitted(one.text, x + width - left - 5, most=2)
    return [
        ChartText(round(x + 7, 1), middle(top + BLOCK / 2), number, f"{look} strong"),
        *text_block(left, top, lines, look, high=BLOCK),
    ]
