"""A ranking with support by organisation: what goes on, and is it carried by all or by the largest?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import tell
from kit.figures.vote_words import (
    Rule,
    bar_word,
    label_word,
    measured,
    named,
    percent,
    quoted,
    unit_of,
)  # fmt: skip
from kit.insight.chart_parts import WIDE, ChartDrawing, Shape
from kit.insight.ranking_drawing import Row, Words
from kit.insight.ranking_drawing import ranking as drawing_of
from kit.insight.support import SURE
from kit.locale import N_, translate
from kit.model.figures import FigureView

MOST = 12
"""Ideas that are drawn; the table behind it has them all. Of more than so many it is one less."""

Cells = list[list[str | float | None]]


@kept
def ranking(
    table: pd.DataFrame,
    shares: pd.DataFrame,
    lang: str = "nl",
    shape: Shape = WIDE,
    *,
    rule: Rule | None = None,
    name: str = "ranking",
) -> Figure:
    """Return a ranking with support by organisation, as far as that may be told.

    Args:
        table: The ideas, best first, as :func:`kit.insight.ranking.ranking` returns them.
        shares: The share of support per idea and organisation, 0 to 1, in the same order: see
            :func:`kit.insight.ranking.support_by_organisation`. NaN is not told, and never drawn as 0.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        rule: What the vote was about; None for dots.
        name: The id of the figure.
    """
    rule = rule or Rule()
    told = shares.loc[list(table["card"]), shares.notna().any()] if len(table) else shares.iloc[:0, :0]
    names = named([str(one) for one in told.columns], lang)
    of = int(table["organisations"].max()) if len(table) else 0
    rows = _rows(table, told, rule, lang)
    drawing = _drawn(rows, names, of, shape, _words(rule, len(rows), lang))
    head, cells = _table(table, told, names, rule, lang)
    view = FigureView(
        id=name,
        title=translate(N_("The ranking, and how widely it is carried"), lang),
        unit=unit_of(rule, lang),
        says=_says(table, rule, lang),
        drawing=drawing,
        head=head,
        rows=cells,
        digits=2,
        notes=_notes(rows, told, lang, silent=of > 1 and len(shares.columns) > 0 and not rule.tables),
        credit=[],
    )
    return Figure(view, lang)


def _drawn(rows: list[Row], names: list[str], of: int, shape: Shape, words: Words) -> ChartDrawing | None:
    return drawing_of(rows[: _fit(len(rows))], names, of, shape, words) if rows else None


def _rows(table: pd.DataFrame, told: pd.DataFrame, rule: Rule, lang: str) -> list[Row]:
    most = float(table["points"].max()) if len(table) else 0.0
    made = []
    ideas: list[Any] = list(table.itertuples())
    for k, row in enumerate(ideas):
        part, value = measured(row, rule, len(table), most, lang)
        unsaid = row.answered == 0 or (rule.method == "dots" and row.points == 0)
        made.append(
            Row(
                place=int(row.place),
                text=row.text,
                chosen=bool(row.chosen),
                part=0.0 if row.answered == 0 else float(part),
                value="" if row.answered == 0 else value,
                label="" if unsaid else row.label,
                word=_unsaid(rule, lang) if unsaid else label_word(row.label, lang),
                majority=int(row.majority),
                shares=[None if pd.isna(one) else float(one) for one in told.iloc[k]],
                near=bool(row.ahead < SURE),
            )
        )
    return made


def _fit(rows: int) -> int:
    """Return how many of so many ideas are drawn at a size that the back of a room can read."""
    return rows if rows <= MOST else MOST - 1


def _unsaid(rule: Rule, lang: str) -> str:
    return translate(N_("No dots") if rule.method == "dots" else N_("No answers"), lang)


def _words(rule: Rule, rows: int, lang: str) -> Words:
    rest = rows - _fit(rows)
    more = translate(N_("and 1 more"), lang) if rest == 1 else tell(N_("and {n} more"), lang, n=rest)
    return Words(
        bar=bar_word(rule, lang),
        who=translate(N_("tables in favour") if rule.tables else N_("a majority in"), lang),
        some=translate(N_("{n} of {of}"), lang),
        near=translate(N_("Nearly equal: talk about it together"), lang),
        more=more if rest > 0 else "",
    )


def _says(table: pd.DataFrame, rule: Rule, lang: str) -> str:
    """Return what is to be seen: what comes first, how widely that is carried, and whether it is close."""
    if table.empty or not table["answered"].any():
        return translate(N_("No votes came in."), lang)
    first: Any = next(iter(table.itertuples()))
    if not table["chosen"].any():
        return translate(N_("Nothing was chosen."), lang)
    said = [_chosen(table, first, rule, lang)]
    of = int(first.organisations)
    if of > 1:
        carried = (
            N_("{n} of the {of} tables support it.")
            if rule.tables
            else N_("In {n} of the {of} organisations a majority supports it.")
        )
        said.append(tell(carried, lang, n=int(first.majority), of=of))
    if len(table) > 1 and first.ahead < SURE:
        second = quoted(table["text"].iloc[1])
        said.append(tell(N_("{second} is nearly equal: talk about both."), lang, second=second))
    return " ".join(said)


def _chosen(table: pd.DataFrame, first: Any, rule: Rule, lang: str) -> str:
    """Return what goes on, and what decided that."""
    many = int(table["chosen"].sum())
    what = N_("Chosen: {first}") if many == 1 else N_("{n} are chosen. Number 1 is {first}")
    return f"{tell(what, lang, first=quoted(first.text), n=many)}, {translate(_why(rule, many), lang)}."


def _why(rule: Rule, many: int) -> str:
    if rule.method == "budget":  # what is carried more widely may have been too dear
        if many == 1:
            return N_("within the budget")
        return N_("with the most votes of them") if rule.by == "points" else N_("with the broadest of them")
    if rule.method == "score":
        return N_("with the highest mark")
    if rule.by == "points":
        return {
            "approval": N_("with the largest share in favour"),
            "ranking": N_("with the most points by place"),
        }.get(rule.method, N_("with the most dots"))
    if rule.method == "ranking":
        return N_("the first when compared one by one")
    return N_("with the broadest support")


def _notes(rows: Sequence[Row], told: pd.DataFrame, lang: str, *, silent: bool) -> list[str]:
    """Return what the signs mean; ``silent`` where it is to be said that shares are not told."""
    notes = []
    if any(row.chosen for row in rows) and not all(row.chosen for row in rows):
        notes.append(translate(N_("Bold, with a dark circle: this goes on."), lang))
    if any(row.near for row in rows[: _fit(len(rows)) - 1]):
        notes.append(
            translate(N_("≈ means nearly equal: a few other voters could turn the two round."), lang)
        )
    if len(told.columns) > 1:
        notes.append(translate(N_("A number in a box: of every 10 voters there, so many support it."), lang))
        if bool(told.isna().to_numpy().any()):
            notes.append(
                translate(N_("A dash: nobody there said anything about it, or too few to tell."), lang)
            )
    elif silent:
        unsaid = N_("What each organisation voted is not shown: some have fewer than 3 voters.")
        notes.append(translate(unsaid, lang))
    return notes


def _table(
    table: pd.DataFrame, told: pd.DataFrame, names: Sequence[str], rule: Rule, lang: str
) -> tuple[list[str], Cells]:
    """Return the table behind it: all ideas with all that was counted, and the chances."""
    columns: list[tuple[str, list[Any]]] = [
        (N_("Place"), [int(one) for one in table["place"]]),
        (N_("Text"), list(table["text"])),
        *_own(table, rule),
        (N_("Voters"), [int(one) for one in table["voters"]]),
        (N_("Share in %"), [percent(one) for one in table["share"]]),
        (
            N_("Support across tables") if rule.tables else N_("Support across organisations"),
            [round(float(one), 1) for one in table["scale"]],
        ),
        (
            N_("Tables that support it") if rule.tables else N_("Organisations with a majority"),
            [int(one) for one in table["majority"]],
        ),
        (N_("Lowest share in %"), [percent(one) for one in table["lowest"]]),
        (N_("In words"), [label_word(one, lang) for one in table["label"]]),
        (N_("Chosen"), [translate(N_("yes") if one else N_("no"), lang) for one in table["chosen"]]),
    ]
    head = [translate(name, lang) for name, _ in columns]
    values = [list(column) for _, column in columns]
    for name, column in _chances(table, rule, lang):
        head.append(name)
        values.append(list(column))
    head += [f"{name}, %" for name in names]
    values += [[percent(one) for one in told[column]] for column in told.columns]
    return head, [list(row) for row in zip(*values, strict=True)]


def _own(table: pd.DataFrame, rule: Rule) -> list[tuple[str, list[Any]]]:
    """Return the columns that go with the method of a vote."""
    points = [round(float(one), 2) for one in table["points"]]
    measure = [max(0.0, round(float(one), 2)) for one in table["measure"]]
    if rule.method == "approval":
        neutral = table["answered"] - table["voters"] - table["against"]
        return [
            (N_("For"), [int(one) for one in table["voters"]]),
            (N_("Neutral"), [int(one) for one in neutral]),
            (N_("Against"), [int(one) for one in table["against"]]),
        ]
    if rule.method == "ranking":
        won = [(N_("Comes before"), measure)] if rule.by == "support" else []
        return [*won, (N_("Points by place (Borda)"), points)]
    if rule.method == "score":
        return [(N_("Mean mark"), measure), (N_("Mean of all marks"), points)]
    return [(N_("Dots"), points)] if rule.method == "dots" else []


def _chances(table: pd.DataFrame, rule: Rule, lang: str) -> list[tuple[str, list[Any]]]:
    """Return the chances, where the order goes by support: on place 1, and to be one of those that go on."""
    if table["first"].isna().all():
        return []
    made = [(translate(N_("Chance on place 1, %"), lang), [percent(one) for one in table["first"]])]
    if rule.winners > 1:
        among = tell(N_("Chance to be among the first {n}, %"), lang, n=rule.winners)
        made.append((among, [percent(one) for one in table["among"]]))
    return made
