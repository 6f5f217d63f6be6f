"""A table of duels: who wins from whom, and what Schulze, Condorcet and Borda make of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import tell
from kit.figures.vote_words import quoted
from kit.insight.chart_parts import WIDE, Shape
from kit.insight.duels_drawing import BOTH, Duels
from kit.insight.duels_drawing import duels as drawing_of
from kit.insight.support import Floats
from kit.insight.voting import Ints, borda, condorcet, schulze
from kit.locale import N_, translate
from kit.model.figures import FigureView

MOST = 12
"""Ideas that are drawn; the table behind it has them all."""


@kept
def duels(
    texts: Sequence[str],
    wins: npt.ArrayLike,
    voters: int,
    lang: str = "nl",
    shape: Shape = WIDE,
    *,
    chosen: int = 1,
    by: str = "support",
    name: str = "duels",
) -> Figure:
    """Return who wins from whom.

    Args:
        texts: The ideas, in the order of the result.
        wins: How many people prefer the idea of the row to that of the column, in that order: see
            :func:`kit.insight.voting.pairwise`.
        voters: How many people voted.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        chosen: How many of the first go on.
        by: ``"support"`` where Schulze's rule gave the order, ``"points"`` where Borda's points did.
        name: The id of the figure.
    """
    table = np.asarray(wins, dtype=np.int64).reshape(len(texts), len(texts))
    points, some = borda(table, voters), voters > 0 and len(texts) > 1
    what = _drawn(texts, table, chosen, lang)
    view = FigureView(
        id=name,
        title=translate(N_("One against one"), lang),
        unit=tell(_unit(voters), lang, n=voters),
        says=_says(texts, table, points, lang) if some else translate(_nothing(voters), lang),
        drawing=drawing_of(what, shape, translate(N_("wins"), lang)) if some else None,
        head=_head(len(texts), lang),
        rows=_rows(texts, table, points),
        digits=1,
        notes=_notes(len(texts) - len(what.texts), by, lang) if some else [],
        credit=[],
    )
    return Figure(view, lang)


def _drawn(texts: Sequence[str], table: Ints, chosen: int, lang: str) -> Duels:
    shown, beaten = min(MOST, len(texts)), (table > table.T).sum(axis=1)
    return Duels(
        texts=list(texts[:shown]),
        wins=table[:shown, :shown].tolist(),
        won=[_won(int(one), len(texts) - 1, lang) for one in beaten[:shown]],
        places=list(range(1, shown + 1)),
        chosen=[k < chosen for k in range(shown)],
    )


def _unit(voters: int) -> str:
    many = N_("how many of {n} people put the one above the other")
    return N_("what 1 person put above the other") if voters == 1 else many


def _nothing(voters: int) -> str:
    return N_("There are no two ideas to compare.") if voters else N_("No votes came in.")


def _notes(rest: int, by: str, lang: str) -> list[str]:
    notes = [translate(N_("Dark and bold: the idea of the row wins from the idea of the column."), lang)]
    order = N_("The order is Schulze's: who wins from all others comes first.")
    notes.append(
        translate(N_("The order is that of the points by place (Borda).") if by == "points" else order, lang)
    )
    more = N_("1 more is in the table.") if rest == 1 else N_("{n} more are in the table.")
    return [*notes, tell(more, lang, n=rest)] if rest > 0 else notes


def _head(many: int, lang: str) -> list[str]:
    return [
        translate(N_("Place"), lang),
        translate(N_("Text"), lang),
        *(tell(N_("over number {n}"), lang, n=k + 1) for k in range(many)),
        translate(N_("Duels won"), lang),
        translate(N_("Comes before (Schulze)"), lang),
        translate(N_("Points by place (Borda)"), lang),
    ]


def _won(won: int, of: int, lang: str) -> str:
    return tell(N_("{n} of {of}"), lang, n=won, of=of) if of < BOTH else str(won)


def _rows(texts: Sequence[str], table: Ints, points: Floats) -> list[list[str | float | None]]:
    beaten, before = (table > table.T).sum(axis=1), schulze(table)
    return [
        [
            k + 1,
            text,
            *(None if k == other else int(table[k, other]) for other in range(len(texts))),
            int(beaten[k]),
            int(before[k]),
            round(float(points[k]), 2),
        ]
        for k, text in enumerate(texts)
    ]


def _says(texts: Sequence[str], table: Ints, points: Floats, lang: str) -> str:
    """Return who wins from all others, else who is first by Schulze's rule, and whether Borda's differs."""
    winner, before = condorcet(table), schulze(table)
    first = np.flatnonzero(before == before.max())
    if winner is not None:
        said = [tell(N_("{first} wins from every other idea."), lang, first=quoted(texts[winner]))]
    else:
        said = [translate(N_("No idea wins from every other one."), lang)]
        level = N_("Schulze's rule puts {n} ideas level at the top: talk about them.")
        one = N_("Schulze's rule puts {first} first.")
        top = quoted(texts[int(first[0])])
        said.append(tell(one if len(first) == 1 else level, lang, first=top, n=len(first)))
    best = np.flatnonzero(points.round(9) == points.round(9).max())
    if set(best.tolist()) == set(first.tolist()):
        same = N_("Points by place (Borda) put the same idea first.")
        said.append(translate(same if len(best) == 1 else N_("So do points by place (Borda)."), lang))
    elif len(best) == 1:
        other = N_("Points by place (Borda) put {other} first: talk about both.")
        said.append(tell(other, lang, other=quoted(texts[int(best[0])])))
    else:
        said.append(tell(N_("Points by place (Borda) put {n} ideas level at the top."), lang, n=len(best)))
    return " ".join(said)
