"""Who can reach whom: the lines between organisations, the new ones, and those that are still missing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import listed, tell
from kit.insight import ties_drawing as drawing
from kit.insight.change_marks import percent
from kit.insight.chart_parts import WIDE, ChartDrawing, Shape
from kit.insight.network import STRONG, Ties, densities, missing_lines, new_lines
from kit.insight.ties_drawing import Between, Status
from kit.locale import N_, translate
from kit.model.figures import FigureView

MANY = 2
"""New lines that are named in the sentence; the drawing has them all."""
TO_DO = 6
"""Missing lines that are named; the table behind the drawing has them all."""
WORDS = drawing.Words(
    N_("a line, on both sides"),
    N_("a new line since the start"),
    N_("on one side, or too few"),
    N_("no line yet"),
    N_("not shown"),
    N_("fewer than 3 answers: not shown"),
)
LIMITS = (
    N_("A line counts when on both sides half or more say yes."),
    N_("Organisations with fewer than 3 answers are not shown: that would be people's own answers."),
)
TOO_SMALL = N_("Lines are shown between organisations with 3 answers or more; there are too few of them.")


@kept
def ties(
    name: str,
    names: Sequence[str],
    moments: tuple[Ties, Ties],
    lang: str = "nl",
    shape: Shape = WIDE,
    *,
    question: str = "",
) -> Figure:
    """Return the ties between organisations, with the table of what each says about the others.

    Args:
        name: The id of the figure.
        names: The organisations.
        moments: Their ties at the start and now (:func:`kit.insight.network.of_shares`), NaN for few people.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        question: What was asked about each other organisation.

    Example:
        >>> from kit.insight.network import of_shares
        >>> few, more = of_shares([[0, 0.2], [0.6, 0]]), of_shares([[0, 0.8], [0.7, 0]])
        >>> ties("wie", ["Politie", "School"], (few, more), lang="en").view.says
        '1 new line: Politie ↔ School. On average 75% say yes about another organisation; at the start 40%.'
    """
    told = [bool((~np.isnan(row)).any()) for row in moments[1].share]
    enough = sum(told) > 1
    view = FigureView(
        id=name,
        title=translate(N_("Who can reach whom"), lang),
        unit=question,
        says=_said(names, *moments, lang) if enough else translate(TOO_SMALL, lang),
        drawing=_drawn(names, told, moments, lang, shape) if enough else None,
        head=[translate(N_("From"), lang), *_heads(names, lang)] if enough else [],
        rows=_cells(names, *moments) if enough else [],
        digits=2,
        notes=_notes(names, moments[1], all(told), lang) if enough else [],
        credit=[],
    )
    return Figure(view, lang)


def _drawn(
    names: Sequence[str], told: Sequence[bool], moments: tuple[Ties, Ties], lang: str, shape: Shape
) -> ChartDrawing:
    pairs = combinations(range(len(names)), 2)
    between = [Between(g, h, _status(*moments, g, h)) for g, h in pairs]
    words = drawing.Words(*(translate(getattr(WORDS, one), lang) for one in WORDS.__struct_fields__))
    return drawing.ties(names, told, between, shape, words)


def _status(before: Ties, after: Ties, g: int, h: int) -> Status:
    now = float(after.line[g, h])
    if np.isnan(now):
        return "unknown"
    if now >= STRONG:
        return "new" if float(before.line[g, h]) < STRONG else "confirmed"
    return "missing" if now == 0 else "weak"


def _pairs(names: Sequence[str], pairs: Sequence[tuple[int, int]]) -> list[str]:
    return [f"{names[g]} ↔ {names[h]}" for g, h in pairs]  # A dash may be part of a name.


def _said(names: Sequence[str], before: Ties, after: Ties, lang: str) -> str:
    new = _pairs(names, new_lines(before, after))
    if not new:
        said = translate(N_("There is no new line."), lang)
    else:
        sentence = N_("1 new line: {names}.") if len(new) == 1 else N_("{n} new lines: {names}.")
        said = tell(sentence, lang, n=len(new), names=listed(new, lang, MANY))
    first, now = densities(before, after)
    if np.isnan(now):
        return said
    sentence = N_("On average {now} say yes about another organisation; at the start {first}.")
    return f"{said} {tell(sentence, lang, now=percent(now), first=percent(first))}"


def _notes(names: Sequence[str], after: Ties, every: bool, lang: str) -> list[str]:
    missing = _pairs(names, missing_lines(after))
    notes = []
    if missing:
        sentence = N_("No line yet: {names}.")
        notes.append(tell(sentence, lang, names=listed(missing, lang, TO_DO)))
    return [*notes, *(translate(one, lang) for one in LIMITS[: 1 if every else 2])]


def _heads(names: Sequence[str], lang: str) -> list[str]:
    start, now = translate(N_("at the start"), lang), translate(N_("now"), lang)
    return [f"{one}, {when}" for one in names for when in (start, now)]


def _cells(names: Sequence[str], before: Ties, after: Ties) -> list[list[str | float | None]]:
    return [
        [one, *(_cell(part.share[g, h]) for h in range(len(names)) for part in (before, after))]
        for g, one in enumerate(names)
    ]


def _cell(share: float) -> float | None:
    return None if np.isnan(share) else round(float(share), 2)
