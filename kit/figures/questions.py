"""Question by question, before and after: who agrees, or of few people who moved."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.figures.change import COUNTS, FEW, Counts, Group, limits, moments, people, short
from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import tell
from kit.insight import change_questions as asking
from kit.insight.change_marks import percent
from kit.insight.chart_parts import WIDE, Shape
from kit.locale import N_, translate
from kit.model.figures import FigureView

Cells = list[list[str | float | None]]
QUESTIONS = (
    N_("Question"), N_("People"), N_("Higher"), N_("The same"), N_("Lower"),
    N_("agrees before"), N_("agrees after"),
)  # fmt: skip


class Asked(msgspec.Struct, frozen=True):
    """What may be told of one question: the share that agrees from 10 people on, counts from 5 on."""

    name: str
    text: str
    n: int
    counts: Counts | None = None
    before: float | None = None
    after: float | None = None


@kept
def questions(
    name: str, rows: Sequence[Asked], group: Group, lang: str = "nl", shape: Shape = WIDE
) -> Figure:
    """Return question by question the share that agrees, before and after.

    Args:
        name: The id of the figure.
        rows: The questions, in the order they were asked; one of fewer than 5 people is not drawn.
        group: Who was asked.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
    """
    told = [row for row in rows if row.counts is not None]
    shown = [_question(row, lang) for row in told]
    marks = moments(group, lang)
    fit = asking.room_for(shown, shape, marks)
    cells: Cells = [
        [row.text, row.n, *(row.counts or ()), short(row.before), short(row.after)] for row in told
    ]
    shares = any(row.after is not None for row in told)
    title = N_("Who agrees, question by question") if shares else N_("Who moved, question by question")
    left = len(shown) - fit
    more = N_("{n} more questions are in the table.") if left > 1 else N_("1 more question is in the table.")
    notes = [tell(more, lang, n=left)] if left else []
    width = len(QUESTIONS) - (0 if shares else 2)
    view = FigureView(
        id=name,
        title=translate(title, lang),
        unit=people(group, lang),
        says=_most(told, lang),
        drawing=asking.questions(shown[:fit], shape, marks) if shown else None,
        head=[translate(one, lang) for one in QUESTIONS[:width]],
        rows=[row[:width] for row in cells],
        digits=2,
        notes=[*notes, limits(group, lang)],
        credit=[],
    )
    return Figure(view, lang)


def _question(row: Asked, lang: str) -> asking.Question:
    up, same, down = row.counts or (0, 0, 0)
    said = tell(COUNTS, lang, up=up, same=same, down=down)
    return asking.Question(row.name, said, row.before, row.after, row.counts)


def _most(rows: Sequence[Asked], lang: str) -> str:
    """Return which question moved most, and that none did."""
    if not rows:
        return translate(FEW, lang)
    shares = [
        (row.after - row.before, row) for row in rows if row.before is not None and row.after is not None
    ]
    if shares:
        rise, top = max(shares, key=lambda one: one[0])
        if rise < 0.005:
            return translate(N_("On no question more people agree than at the start."), lang)
        sentence = N_("The largest rise: {name}, from {before} to {after} of the people.")
        values = {"before": percent(top.before or 0), "after": percent(top.after or 0)}
        return tell(sentence, lang, name=top.name, **values)
    best = max(rows, key=lambda row: (row.counts or (0,))[0])
    up = (best.counts or (0,))[0]
    if not up:
        return translate(N_("On no question anyone went up."), lang)
    sentence = N_("Most people went up on: {name} ({up} of {n}).")
    return tell(sentence, lang, name=best.name, up=up, n=best.n)
