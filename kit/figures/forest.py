"""Several workshops in one figure: the change in each, and in all together."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.insight.change import ENOUGH, verdict
from kit.insight.chart_numbers import number
from kit.insight.chart_parts import WIDE, Shape
from kit.insight.forest_drawing import ForestRow, ForestWords
from kit.insight.forest_drawing import forest as drawn
from kit.insight.meta import MANY, Pooled, told
from kit.insight.several import names_of
from kit.insight.small import PAIRS
from kit.locale import N_, translate
from kit.model.figures import FigureView

DIGITS = 2
ROUGH = 10
"""With fewer workshops than this, where the next one is expected is told as a rough guess."""
CUT = 4.0
"""The largest change that a scale of 1 to 5 allows: what is expected doesn't go on beyond it."""

UNIT = {
    "after": N_("Change in the mean score, from 1 to 5: after the day minus before it"),
    "followup": N_("Change in the mean score, from 1 to 5: weeks later minus before the day"),
}
VERDICTS = {"higher": N_("higher"), "lower": N_("lower"), "unclear": N_("no clear difference")}

Cells = list[str | float | None]


@kept
def forest(
    changes: pd.DataFrame,
    together: Pooled,
    names: pd.Series | None = None,
    lang: str = "nl",
    shape: Shape = WIDE,
    *,
    later: str = "after",
) -> Figure:
    """Return a forest plot: the change in each workshop with its interval, and the mean as a diamond.

    Of fewer than :data:`kit.insight.meta.MANY` workshops no mean is drawn; it says in words what there is.

    Args:
        changes: What :func:`kit.insight.several.changes` gives.
        together: What :func:`kit.insight.several.together` gives of the same.
        names: What each workshop is called, by its id: ``Workshops.names``. Without them ids are written.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        later: The later moment of both: ``after`` or ``followup``.
    """
    words = _Words(lang)
    called = names_of(changes, names) if names is not None else list(changes["workshop"])
    rows = list(_rows(changes, together, called, words))
    view = FigureView(
        id="forest",
        title=words.tell(N_("Change in working together, per workshop")),
        unit=words.tell(UNIT[later]),
        says=" ".join(_says(changes, together, words)),
        drawing=drawn(rows, shape, lang, words.around()) if len(changes) else None,
        head=words.head(),
        rows=[*_cells(changes, called), *_mean_cells(together, words)],
        digits=DIGITS,
        notes=list(_notes(changes, together, called, words, later)),
        credit=[],
    )
    return Figure(view, lang)


class _Words:
    """What is said in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def tell(self, sentence: str, **values: str) -> str:
        """Return a sentence, filled in."""
        return translate(sentence, self.lang).format(**values)

    def change(self, value: float) -> str:
        """Return a change, with its sign."""
        return number(value, self.lang, DIGITS, signed=True)

    def between(self, low: float, high: float) -> str:
        """Return two ends of an interval."""
        ends = (number(one, self.lang, DIGITS) for one in (low, high))
        return self.tell(N_("{low} to {high}"), **dict(zip(("low", "high"), ends, strict=True)))

    def around(self) -> ForestWords:
        """Return what stands around the rows."""
        return ForestWords(
            self.tell(N_("Workshop")), self.tell(N_("People")), self.tell(N_("Difference")),
            f"\N{LEFTWARDS ARROW} {self.tell(N_('lower'))}",
            f"{self.tell(N_('higher'))} \N{RIGHTWARDS ARROW}",
        )  # fmt: skip

    def head(self) -> list[str]:
        """Return the heads of the table behind it."""
        return [self.tell(one) for one in (
            N_("Workshop"), N_("People"), N_("Higher"), N_("The same"), N_("Lower"), N_("Median"),
            N_("Difference"), N_("From"), N_("To"),
        )]  # fmt: skip


def _rows(changes: pd.DataFrame, together: Pooled, called: list[str], words: _Words) -> Iterator[ForestRow]:
    weights = iter(together.weights)
    for name, (_, one) in zip(called, changes.iterrows(), strict=True):
        weight = next(weights, 0.0) if one["counted"] else 0.0
        people = str(one["n"])
        if one["shown"] == "numbers":
            said = (words.change(one["mean"]), words.between(one["low"], one["high"]))
            yield ForestRow(name, "mean", people, said, one["mean"], one["low"], one["high"], weight)
        elif one["shown"] == "counts":
            said = (words.change(one["median"]), words.tell(N_("median")))
            yield ForestRow(name, "median", people, said, one["median"])
        else:
            yield ForestRow(name, "nothing", people, (words.tell(N_("too few")),))
    if told(together.k) != "mean":
        return
    said = (words.change(together.mean), words.between(together.low, together.high))
    mean = words.tell(N_("Mean of {k} workshops"), k=str(together.k))
    yield ForestRow(mean, "together", "", said, together.mean, together.low, together.high)
    low, high = _expected(together)
    ahead = words.tell(N_("Expected of a next workshop"))
    yield ForestRow(ahead, "next", "", (words.between(low, high),), None, low, high)


def _expected(together: Pooled) -> tuple[float, float]:
    return max(-CUT, together.next_low), min(CUT, together.next_high)


def _cells(changes: pd.DataFrame, called: list[str]) -> list[Cells]:
    columns = ["n", "up", "same", "down", "median", "mean", "low", "high"]
    table = changes[columns].astype("float64").round(4).to_numpy()
    return [[name, *(None if one != one else one for one in row.tolist())]  # noqa: PLR0124 - NaN
            for name, row in zip(called, table, strict=True)]  # fmt: skip


def _mean_cells(together: Pooled, words: _Words) -> list[Cells]:
    if told(together.k) != "mean":
        return []
    low, high = _expected(together)
    nothing: Cells = [None] * 5
    mean = words.tell(N_("Mean of {k} workshops"), k=str(together.k))
    ahead = words.tell(N_("Expected of a next workshop"))
    return [
        [mean, *nothing, *(round(one, 4) for one in (together.mean, together.low, together.high))],
        [ahead, *nothing, None, round(low, 4), round(high, 4)],
    ]


def _says(changes: pd.DataFrame, together: Pooled, words: _Words) -> Iterator[str]:
    """Yield what is to be seen: in how many workshops it rose or fell, the mean, and the next one."""
    sure = changes[changes["shown"] == "numbers"]
    if len(sure):
        up, down = int((sure["low"] > 0).sum()), int((sure["high"] < 0).sum())
        counts = {"up": str(up), "down": str(down), "unclear": str(len(sure) - up - down)}
        sentence = N_(
            "Workshops: {up} clearly higher, {unclear} without a clear difference, {down} clearly lower."
        )
        yield words.tell(sentence, **counts)
    what = told(together.k)
    if what == "nothing":
        yield words.tell(N_("There is nothing yet to make a mean of."))
    elif what == "one":
        yield words.tell(N_("There is one workshop with enough answers, so there is no mean of several yet."))
    elif what == "two":
        yield words.tell(N_("Two workshops stand beside each other: too few for a mean."))
    else:
        ends = words.between(together.low, together.high)
        word = words.tell(VERDICTS[verdict(together.low, together.high)])
        sentence = N_("The mean is {mean} ({ends}): {word}.")
        yield words.tell(sentence, mean=words.change(together.mean), ends=ends, word=word)
        low, high = (number(one, words.lang, DIGITS) for one in _expected(together))
        yield words.tell(N_("A next workshop probably ends between {low} and {high}."), low=low, high=high)


def _notes(
    changes: pd.DataFrame, together: Pooled, called: list[str], words: _Words, later: str
) -> Iterator[str]:
    """Yield what it can't tell, and how to read what is not a mean with an interval."""
    yield words.tell(N_("There is no group to compare with, so this proves nothing."))
    if later == "after":
        yield words.tell(N_("Answers right after a day are often more positive."))
    if (changes["shown"] == "counts").any():
        bounds = {"few": str(PAIRS), "most": str(ENOUGH - 1)}
        yield words.tell(N_("A circle is a median: of {few} to {most} people no interval is told."), **bounds)
        if told(together.k) == "mean":
            yield words.tell(N_("These workshops count in the mean as well."))
    if (changes["shown"] == "nothing").any():
        yield words.tell(N_("Of fewer than {few} people nothing is told."), few=str(PAIRS))
    alike = (changes["shown"] != "nothing") & ~changes["counted"]
    if alike.any():
        these = ", ".join(name for name, out in zip(called, alike, strict=True) if out)
        yield words.tell(N_("Not in the mean, because everybody there moved alike: {names}."), names=these)
    if changes["items"].nunique() > 1:
        yield words.tell(N_("Not every workshop asked the same questions."))
    if MANY <= together.k < ROUGH:
        yield words.tell(N_("With fewer than {many} workshops the range is rough."), many=str(ROUGH))
