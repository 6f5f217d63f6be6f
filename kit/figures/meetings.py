"""Who met whom, and how mixed the tables were: counts between organisations, never people.

Why small organisations are in here too: where people sit is no answer and no opinion. The kit itself put them
there, the whole room saw it, and the wall showed the organisations at every table. So it is told by
organisation (7.5: the network at the level of organisations, and no names), and the rule of three voters,
which protects what people *said*, asks nothing here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from typing import Any

import pandas as pd

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import tell
from kit.insight.chart_numbers import number
from kit.insight.chart_parts import WIDE, Shape
from kit.insight.matrix_drawing import Field, Matrix, matrix, shade
from kit.insight.meetings import TABLES, Encounters, met, tables, who_met
from kit.locale import N_, translate
from kit.model.figures import FigureView

LARGE = 999
"""Above so many pairs fields show shares: four digits and more don't fit, and say little."""
MANY = 14
"""More tables than this are counted by how many organisations were at them."""
SPELT = {"narrow": 3, "wide": 5}
"""Up to so many rounds the columns say *round*."""
TEAMS = ""
"""The step of those who sat at the table of their team."""
TITLE = N_("Who met whom today")
PAIRS = N_("Pairs of people that sat at one table, by the organisations they come from.")
SHARES = N_("Of all pairs of people of two organisations, the share that sat at one table, in %.")
HEAD = (
    N_("Round"),
    N_("Table"),
    N_("People"),
    N_("Organisations"),
    N_("Of all pairs at it, mixed (%)"),
)


def seated(rows: Iterable[Mapping[str, Any]], names: Mapping[str, str]) -> pd.DataFrame:
    """Return what the figures here ask for.

    Args:
        rows: Rows of the frame *seats*, with the ids of organisations.
        names: What those are called.
    """
    frame = pd.DataFrame.from_records(
        list(rows), columns=["step", "round", "table", "participant", "organisation"]
    )
    return frame.assign(organisation=frame["organisation"].map(lambda one: names.get(one, one)))


@kept
def meetings(
    seats: pd.DataFrame, lang: str = "nl", shape: Shape = WIDE, *, id_: str = "meetings", title: str = TITLE
) -> Figure:
    """Return which organisations met at a table, and how many pairs of people that were.

    Args:
        seats: Rows like those of the frame *seats*, of one step, of several, or with those of the teams;
            ``organisation`` as it is to be called.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        id_: The name of the figure.
        title: The sentence above it, in English.
    """
    found = who_met(seats)
    names, size = found.organisations, len(found.organisations)
    counts = found.met.between[:size, :size].tolist()
    whole = max((value for row in counts for value in row), default=0) <= LARGE
    notes = [N_("On the diagonal: pairs of colleagues. To sit at one table is not yet to talk.")]
    if (seats["step"] == TEAMS).any():
        notes.append(N_("A team is who is in it now, also where somebody changed teams."))
    view = FigureView(
        id=id_,
        title=translate(title, lang),
        unit=translate(PAIRS if whole else SHARES, lang),
        says=_says(found, lang),
        drawing=matrix(_matrix(names, counts if whole else _shares(found)), shape) if names else None,
        head=[translate(N_("Organisation"), lang), translate(N_("People"), lang), *names],
        rows=[[one, found.people[k], *counts[k]] for k, one in enumerate(names)],
        digits=0,
        notes=[translate(one, lang) for one in notes],
        credit=[],
    )
    return Figure(view, lang)


def _shares(found: Encounters) -> list[list[int]]:
    """Return how many of a hundred possible pairs met, of each two organisations."""
    people = found.people
    return [
        [
            round(100 * met / ((one * (one - 1) / 2 if row == column else one * other) or 1))
            for column, (other, met) in enumerate(zip(people, line, strict=False))
        ]
        for row, (one, line) in enumerate(zip(people, found.met.between.tolist(), strict=False))
    ]


def _matrix(names: list[str], values: list[list[int]]) -> Matrix:
    keys = _letters(len(names))
    most = max([1, *(value for k, row in enumerate(values) for j, value in enumerate(row) if j != k)])
    fields = [
        [Field(str(value), None if j == k else shade(value, most)) for j, value in enumerate(row)]
        for k, row in enumerate(values)
    ]
    return Matrix(names, keys, fields, keys)


def _letters(many: int) -> list[str]:
    """Return A, B, C, …, and AA, AB, … after Z."""
    return [("" if k < 26 else ascii_uppercase[k // 26 - 1]) + ascii_uppercase[k % 26] for k in range(many)]


def _says(found: Encounters, lang: str) -> str:
    """Return how many pairs met, and which organisations did not."""
    if not found.organisations:
        return translate(N_("Nobody sat at a table yet."), lang)
    told = [tell(N_("{share}% of all pairs of people sat at one table."), lang, share=_of(found.met.pairs))]
    if len(found.organisations) < 2:
        return told[0]
    others = number(found.met.others, lang, 1).removesuffix(",0").removesuffix(".0")
    sentence = N_("Everyone met people of {n} other organisations on average.")
    if others == "1":
        sentence = N_("Everyone met people of 1 other organisation on average.")
    told.append(tell(sentence, lang, n=others))
    told.append(_apart(found, lang))
    return " ".join(told)


def _apart(found: Encounters, lang: str) -> str:
    """Return which organisations sat at no table together."""
    names, between = found.organisations, found.met.between
    never = [(a, b) for i, a in enumerate(names) for j, b in enumerate(names) if i < j and not between[i, j]]
    if not never:
        return translate(N_("Every organisation met every other."), lang)
    if len(never) == 1:
        sentence = N_("Never at one table: {one} and {other}.")
        return tell(sentence, lang, one=never[0][0], other=never[0][1])
    return tell(
        N_("{n} pairs of organisations sat at no table together: see the 0s."), lang, n=str(len(never))
    )


@kept
def seating(seats: pd.DataFrame, lang: str = "nl", shape: Shape = WIDE, *, id_: str = "seats") -> Figure:
    """Return how mixed each table was, by round, and how many pairs of people had met by then.

    Args:
        seats: Rows of one step from the frame *seats*.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        id_: The name of the figure.

    Raises:
        ValueError: The rows are of more than one step, or don't say who sat where.
    """
    by_table, by_round = tables(seats), met(seats)
    names = sorted({str(one) for one in seats["table"]}, key=_counting)
    many, held = len(names) > MANY, len(by_round) > 0
    columns = _by_round(by_table, by_round, [] if many else names, lang, SPELT[shape.name]) if held else None
    unit = N_("How many organisations sat at each table.")
    if many:
        unit = N_("How many tables had people of so many organisations.")
    view = FigureView(
        id=id_,
        title=translate(N_("How mixed were the tables?"), lang),
        unit=translate(unit, lang),
        says=_mixed(by_table, by_round, lang) if held else translate(N_("No round was held."), lang),
        drawing=matrix(columns, shape) if columns else None,
        head=[translate(one, lang) for one in HEAD],
        rows=[
            [int(number), table, int(people), int(kinds), _share(mixed)]
            for number, table, people, kinds, mixed in zip(*(by_table[one] for one in TABLES), strict=True)
        ],
        digits=0,
        notes=[translate(N_("To sit at one table is not yet to talk."), lang)],
        credit=[],
    )
    return Figure(view, lang)


def _counting(name: str) -> list[tuple[int, str]]:
    """Return what puts *Table 2* before *Table 10*."""
    return [(int(one), "") if one.isdigit() else (0, one) for one in re.split(r"(\d+)", name) if one]


def _by_round(
    by_table: pd.DataFrame, by_round: pd.DataFrame, names: list[str], lang: str, spelt: int
) -> Matrix:
    """Return a column for each round; a row for each table, or for each number of organisations at one."""
    rounds = by_round["round"].astype("int64").tolist()
    if names:
        at = by_table.pivot_table(index="table", columns="round", values="organisations", sort=False)
        lines = at.reindex(index=names, columns=rounds).fillna(0).astype("int64").to_numpy().tolist()
    else:
        kinds = by_table.groupby(["organisations", "round"]).size().unstack(fill_value=0)
        kinds = kinds.reindex(index=range(int(kinds.index.min()), int(kinds.index.max()) + 1), fill_value=0)
        lines = kinds.reindex(columns=rounds, fill_value=0).to_numpy().tolist()
        names = [
            tell(N_("1 organisation") if n == 1 else N_("{n} organisations"), lang, n=str(n))
            for n in kinds.index
        ]
    most = max(1, *(value for line in lines for value in line))
    word = translate(N_("Round {n}"), lang)
    heads = [word.format(n=n) if len(rounds) <= spelt else str(n) for n in rounds]
    feet = [
        (translate(N_("Pairs that had met by then (%)"), lang), [_of(one) for one in by_round["pairs"]]),
        (translate(N_("Times that two met again"), lang), [str(int(one)) for one in by_round["again"]]),
    ]
    return Matrix(
        names, heads, [[Field(str(one), shade(one, most)) for one in line] for line in lines], [], feet
    )


def _mixed(by_table: pd.DataFrame, by_round: pd.DataFrame, lang: str) -> str:
    low, high = int(by_table["organisations"].min()), int(by_table["organisations"].max())
    if low == high:
        sentence = N_("At each table were people of 1 organisation.")
        if low > 1:
            sentence = N_("At each table were people of {high} organisations.")
        told = [tell(sentence, lang, high=str(high))]
    else:
        sentence = N_("At each table were people of {low} to {high} organisations.")
        told = [tell(sentence, lang, low=str(low), high=str(high))]
    last = by_round.iloc[-1]
    sentence = N_("After round {n}, {share}% of all pairs of people had sat at one table.")
    told.append(tell(sentence, lang, n=str(int(last["round"])), share=_of(last["pairs"])))
    again = int(last["again"])
    sentence = N_("Two people met again {n} times.")
    if again < 2:
        sentence = N_("Two people met again once.") if again else N_("Nobody met the same person twice.")
    told.append(tell(sentence, lang, n=str(again)))
    return " ".join(told)


def _of(share: float) -> str:
    """Return a share as a percentage; one that is not quite all or nothing stays so."""
    return str(round(100 * share) if share in {0, 1} else min(99, max(1, round(100 * share))))


def _share(value: float) -> float | None:
    return None if math.isnan(value) else round(100 * value, 1)
