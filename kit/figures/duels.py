"""A table of duels: who wins from whom, and what Schulze, Condorcet and Borda make of it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.vote_words import quoted, tell
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
        name: The id of the figure.
    """
    table = np.asarray(wins, dtype=np.int64).reshape(len(texts), len(texts))
    points, some = borda(table, voters), voters > 0 and len(texts) > 1
    what = _drawn(texts, table, chosen, lang)
    view = FigureView(
        id=name,
        title=translate(N_("One against one"), lang),
        unit=tell(N_("how many of {n} people put the one above the other"), lang, n=voters),
        says=_says(texts, table, points, lang) if some else translate(N_("No votes came in."), lang),
        drawing=drawing_of(what, shape, translate(N_("wins"), lang)) if some else None,
        head=_head(len(texts), lang),
        rows=_rows(texts, table, points),
        digits=1,
        notes=_notes(len(texts) - len(what.texts), lang) if some else [],
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


def _notes(rest: int, lang: str) -> list[str]:
    notes = [translate(N_("Dark and bold: the idea of the row wins from the idea of the column."), lang)]
    notes.append(translate(N_("The order is Schulze's: who wins from all others comes first."), lang))
    return [*notes, tell(N_("{n} more are in the table."), lang, n=rest)] if rest > 0 else notes


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
    """Return who wins from all others, if anybody does, and whether Borda would put another first."""
    winner = condorcet(table)
    if winner is not None:
        said = [tell(N_("{first} wins from every other idea."), lang, first=quoted(texts[winner]))]
    else:
        said = [translate(N_("No idea wins from every other one."), lang)]
        said.append(tell(N_("Schulze's rule puts {first} first."), lang, first=quoted(texts[0])))
    best = int(points.round(9).argmax())
    if points[best].round(9) > points[0].round(9):
        other = N_("Points by place (Borda) put {other} first: talk about both.")
        said.append(tell(other, lang, other=quoted(texts[best])))
    else:
        said.append(translate(N_("Points by place (Borda) put the same idea first."), lang))
    return " ".join(said)
