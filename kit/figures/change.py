"""Before and after: what changed in a group. Never of an organisation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import joined, moved, signed, tell
from kit.insight import change_drawing as drawing
from kit.insight.chart_parts import WIDE, Shape, Writing
from kit.locale import N_, translate
from kit.model.figures import FigureView

Counts = tuple[int, int, int]

FEW = N_("Too few people answered both times to show anything.")
COUNTS = N_("{up} higher, {same} the same, {down} lower")
WORDS = {"higher": N_("higher"), "lower": N_("lower"), "unclear": N_("no clear difference")}
NO_PROOF = N_("There is no group to compare with, so this proves nothing.")
MOSTLY_GOOD = N_("Answers right after a day are often more positive.")
NOT_TESTED = N_("This is not a validated scale.")
MARGIN = N_("Does the margin (95%) reach the thin line of the start? Then there is no clear difference.")
SCORES = (
    N_("Score"), N_("People"), N_("Higher"), N_("The same"), N_("Lower"), N_("Middle change"),
    N_("Mean before"), N_("Mean after"), N_("Mean change"), N_("Margin from"), N_("Margin to"),
    N_("Size (g)"), N_("In words"), N_("Mean correlation of the questions"), N_("Looking back"),
    N_("End of the day"),
)  # fmt: skip


class Moved(msgspec.Struct, frozen=True):
    """What may be told of one score: :class:`kit.insight.change.Change` by the rules for small groups.

    Attributes:
        name: What it is a score of.
        n: People who have it at both moments.
        bottom: The lowest score there can be; ``top`` the highest, 1 for a share.
        counts: People up, the same and down; None below 5 people.
        median: Of the changes; None below 5 people. All below: None below 10 people.
        before: Mean before; ``after`` likewise, and ``mean`` of the change.
        low: Lower end of its 95 % interval; ``high`` the upper one.
        verdict: ``higher``, ``lower`` or ``unclear``.
        effect: Hedges' ``g_av``.
        together: Mean correlation between the items.
        memory: Mean of what people later say it was at the start.
        day: Mean at the end of the day, where ``after`` is weeks later.
    """

    name: str
    n: int
    bottom: float
    top: float
    counts: Counts | None = None
    median: float | None = None
    before: float | None = None
    after: float | None = None
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: str | None = None
    effect: float | None = None
    together: float | None = None
    memory: float | None = None
    day: float | None = None


class Group(msgspec.Struct, frozen=True):
    """Who was asked: people who answered both times, and whether the last time was weeks later."""

    pairs: int
    later: bool = False


@kept
def scores(name: str, rows: Sequence[Moved], group: Group, lang: str = "nl", shape: Shape = WIDE) -> Figure:
    """Return the scores of a group before and after, with what may be said of the difference.

    Args:
        name: The id of the figure.
        rows: The scores; one of fewer than 5 people is named as such, and not drawn.
        group: Who was asked.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
    """
    told = [row for row in rows if row.counts is not None]
    writing, marks = Writing(lang, 1), moments(group, lang)
    shown = [_score(row, row.counts, writing) for row in told if row.counts is not None]
    fit = drawing.room_for(shown, shape, marks)
    columns = [k for k, column in enumerate(zip(*(_cells(row, lang) for row in told), strict=True))
               if any(one is not None for one in column)]  # fmt: skip
    view = FigureView(
        id=name,
        title=translate(N_("At the start and now"), lang),
        unit=people(group, lang),
        says=_said(told, writing),
        drawing=drawing.scores(shown[:fit], shape, writing, marks) if shown else None,
        head=[translate(SCORES[k], lang) for k in columns],
        rows=[[_cells(row, lang)[k] for k in columns] for row in told],
        digits=2,
        notes=_notes(rows, len(told) - fit, group, lang),
        credit=[],
    )
    return Figure(view, lang)


def people(group: Group, lang: str) -> str:
    """Return how many people answered both times."""
    if not group.pairs:
        return ""
    some = N_("1 person answered both times") if group.pairs == 1 else N_("{n} people answered both times")
    return tell(some, lang, n=group.pairs)


def moments(group: Group, lang: str) -> drawing.Moments:
    """Return what the marks stand for."""
    after = N_("weeks later") if group.later else N_("at the end")
    words = (N_("at the start"), after, N_("looking back at the start"), N_("end of the day"), N_("margin"))
    moves = (N_("higher"), N_("the same"), N_("lower"))
    return drawing.Moments(*(translate(one, lang) for one in (*words, *moves)))


def _counts(counts: Counts, n: int, lang: str) -> str:
    up, same, down = counts
    sentence = N_("{up} of {n} higher, {same} the same, {down} lower")
    return tell(sentence, lang, up=up, n=n, same=same, down=down)


def _score(row: Moved, counts: Counts, writing: Writing) -> drawing.Score:
    lang = writing.lang
    up, same, down = counts
    whole = tell(COUNTS, lang, up=up, same=same, down=down)
    return drawing.Score(
        name=row.name,
        bottom=row.bottom,
        top=row.top,
        counts=counts,
        told=_few(row, counts, writing) if row.mean is None else whole,
        verdict=row.verdict if row.verdict in WORDS else "",  # type: ignore[arg-type]
        word=_word(row, lang) or "",
        before=row.before,
        after=row.after,
        low=row.low,
        high=row.high,
        moved=_by_how_much(row, writing),
        memory=row.memory,
        day=row.day,
    )


def _by_how_much(row: Moved, writing: Writing) -> str:
    if row.mean is None or row.low is None or row.high is None:
        return ""
    share = row.top == 1
    mean = moved(row.mean, writing, share=share)
    low, high = (signed(one, writing, share=share) for one in (row.low, row.high))
    return tell(N_("{mean} (margin {low} to {high})"), writing.lang, mean=mean, low=low, high=high)


def _word(row: Moved, lang: str) -> str | None:
    return translate(WORDS[row.verdict], lang) if row.verdict in WORDS else None


def _few(row: Moved, counts: Counts, writing: Writing) -> str:
    """Return what is told of 5 to 9 people."""
    said = _counts(counts, row.n, writing.lang)
    if row.median is None:
        return said
    middle = moved(row.median, writing, share=row.top == 1)
    return f"{said}; {tell(N_('middle change {median}'), writing.lang, median=middle)}"


def _said(rows: Sequence[Moved], writing: Writing) -> str:
    lang = writing.lang
    if not rows:
        return translate(FEW, lang)
    said = []
    heads = {
        "higher": N_("Higher: {names}."),
        "lower": N_("Lower: {names}."),
        "unclear": N_("No clear difference: {names}."),
    }
    for verdict, sentence in heads.items():
        names = [row.name for row in rows if row.verdict == verdict]
        said += [tell(sentence, lang, names=joined(names, lang))] if names else []
    first = rows[0]
    counted = _counts(first.counts or (0, 0, 0), first.n, lang)
    return " ".join([*said, f"{first.name}: {counted}."])


def _notes(rows: Sequence[Moved], left: int, group: Group, lang: str) -> list[str]:
    notes = []
    few = [row.name for row in rows if row.counts is None]
    if few and len(few) < len(rows):
        notes.append(tell(N_("Too few answers to show: {names}."), lang, names=joined(few, lang)))
    if left:
        more = N_("1 more score is in the table.") if left == 1 else N_("{n} more scores are in the table.")
        notes.append(tell(more, lang, n=left))
    if any(row.low is not None for row in rows):
        notes.append(translate(MARGIN, lang))
    memory = next((row for row in rows if row.memory is not None), None)
    if memory is not None and memory.memory is not None:
        sentence = N_("Looking back, people give the start {value}. Both have their faults, so look at both.")
        notes.append(tell(sentence, lang, value=Writing(lang, 1).number(memory.memory)))
    if any(row.day is not None for row in rows):
        notes.append(translate(N_("The square is the end of the day, of who answered three times."), lang))
    return [*notes, limits(group, lang)]


def limits(group: Group, lang: str) -> str:
    """Return what must be said with every change."""
    said = [NO_PROOF, NOT_TESTED] if group.later else [NO_PROOF, MOSTLY_GOOD, NOT_TESTED]
    return " ".join(translate(one, lang) for one in said)


def _cells(row: Moved, lang: str) -> list[str | float | None]:
    up, same, down = row.counts or (None, None, None)
    numbers = (row.before, row.after, row.mean, row.low, row.high, row.effect)
    return [
        row.name, row.n, up, same, down, short(row.median), *map(short, numbers), _word(row, lang),
        short(row.together), short(row.memory), short(row.day),
    ]  # fmt: skip


def short(value: float | None) -> float | None:
    """Return a number with no more decimals than are told anywhere."""
    return None if value is None else round(value, 2)
