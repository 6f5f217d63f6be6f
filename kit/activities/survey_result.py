"""What a survey may say of the change in a group: ``docs/activities/survey.md`` has the rules."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from kit.activities.survey_items import Item, Items
from kit.activities.survey_sheet import Box, Sheet, about
from kit.insight.change import ENOUGH, RESAMPLES, Change, change, overlap, shown, verdict, welch
from kit.insight.network import Ties, missing_lines, new_lines, ties
from kit.insight.scale import agreeing, scores, togetherness
from kit.insight.small import PAIRS, SMALLEST
from kit.model.survey import (
    EveryoneView,
    ItemResult,
    MeasureView,
    Moment,
    OnceResult,
    SurveyResult,
    TiesView,
)
from kit.model.views import Named

Floats = npt.NDArray[np.float64]
Sheets = Mapping[str, Sheet]

MOST_DRAWN = 1_000_000
"""Persons that a bootstrap draws in all, so that a large hall doesn't wait for it."""


class Asked:
    """The answers of two moments as arrays, over everyone who answered at one of them."""

    def __init__(self, bank: Items, moment: Moment, before: Sheets, after: Sheets) -> None:
        """Put the sheets of both moments side by side."""
        self.bank, self.before, self.after = bank, before, after
        self.people = sorted({*before, *after})
        now, first = bank.asked(moment), bank.asked("before")
        self.twice = [one for one in now if one in first and one.per == "person"]
        self.once = [one for one in now if one not in first and one.per == "person"]
        self.each = [one for one in now if one in first and one.per == "organisation"]

    def table(self, sheets: Sheets, items: Sequence[Item]) -> Floats:
        """Return answers of shape (people, items), NaN where there is none."""
        rows = [
            [_number(sheet.answers.get(one.id)) if sheet else math.nan for one in items]
            for sheet in map(sheets.get, self.people)
        ]
        return np.array(rows, dtype=np.float64).reshape(len(self.people), len(items))

    def reach(self, sheets: Sheets, item: Item) -> Floats:
        """Return the share of the other organisations with yes, of shape (people,)."""
        return np.array(
            [sheet.reach(item.id) if sheet else math.nan for sheet in map(sheets.get, self.people)],
            dtype=np.float64,
        )


def compared(
    bank: Items, moment: Moment, first: Box, box: Box, organisations: Sequence[Named], *, day: Box
) -> SurveyResult:
    """Return :func:`result` of the boxes of two moments, and of the end of the day.

    Screens ask at every change anywhere in the workshop; it is reckoned anew when an answer came.
    """
    key = ("result", tuple(one.name for one in organisations))
    known = (first.mark, day.mark, [one.id for one in organisations])
    kept: tuple[object, SurveyResult] | None = box.memo.get(key)
    if kept is None or kept[0] != known:
        now = {box.known_as(name): sheet for name, sheet in box.sheets.items()}
        found = result(bank, moment, first.sheets, now, organisations, day=day.sheets)
        box.memo[key] = kept = known, found
    return kept[1]


def result(
    bank: Items,
    moment: Moment,
    before: Sheets,
    after: Sheets,
    organisations: Sequence[Named],
    *,
    day: Sheets | None = None,
) -> SurveyResult:
    """Return what changed between the first moment and this one.

    Args:
        bank: What was asked.
        moment: The later moment.
        before: The sheets of the first moment, by who filled them in.
        after: Those of the later moment, under the same names as far as they are known.
        organisations: That people were asked about.
        day: The sheets of the end of the day, at a follow-up; those of the first moment say nothing more.
    """
    asked = Asked(bank, moment, before, after)
    pairs = len(before.keys() & after.keys())
    made = SurveyResult(len(after), pairs, shown(pairs), [])
    for group in bank.sets:
        items = [one for one in asked.twice if one.set == group.id]
        if group.scored and items:
            first, now = (asked.table(sheets, items) for sheets in (before, after))
            values = bank.scales[items[0].scale].values
            view = _measure(group.id, scores(first), scores(now), values[0], values[-1])
            if view.shown == "numbers":
                view.together = _known(togetherness(now))
            view.day = _day(first, now, asked.table(day, items)) if day and day is not before else None
            made.measures.append(view)
            made.everyone.extend(_everyone(group.id, scores(first), scores(now)))
    _reached(made, asked, organisations)
    made.items = [_twice(asked, one) for one in asked.twice]
    made.once = [_once(asked, one) for one in asked.once]
    return made


def _reached(made: SurveyResult, asked: Asked, organisations: Sequence[Named]) -> None:
    """Add whom people can reach, as a score of each person and between the organisations."""
    for item in asked.each:
        first, now = (asked.reach(sheets, item) for sheets in (asked.before, asked.after))
        found = _ties(item, asked, organisations)
        few = found is not None and 0 < _untold(asked, found, first, now) < PAIRS
        made.measures.append(_measure(item.id, first, now, 0, 1, means=not few))
        made.ties = found or made.ties


def _untold(asked: Asked, found: TiesView, before: Floats, after: Floats) -> int:
    """Return how many people answered twice whose organisation is in none of the ties.

    What the organisations say of each other, taken from the mean of all, leaves what these people say.
    """
    rows = zip(found.organisations, found.before, found.after, strict=True)
    told = {one.id for one, *shares in rows if any(share is not None for row in shares for share in row)}
    both = ~(np.isnan(before) | np.isnan(after))
    homes = (asked.after[who].organisation for who, is_in in zip(asked.people, both, strict=True) if is_in)
    return sum(home not in told for home in homes)


def _measure(
    name: str, before: Floats, after: Floats, bottom: float, top: float, *, means: bool = True
) -> MeasureView:
    """Return what is shown of a change; without ``means`` no more than who moved which way."""
    both = ~(np.isnan(before) | np.isnan(after))
    n = int(both.sum())
    tells = shown(n) if means or shown(n) != "numbers" else "counts"
    view = MeasureView(id=name, n=n, shown=tells, top=top, bottom=bottom)
    if view.shown == "nothing":
        return view
    found = _changed(tuple(before[both].tolist()), tuple(after[both].tolist()))
    view.up, view.same, view.down, view.median = found.up, found.same, found.down, found.median
    if view.shown == "numbers":
        view.before, view.after, view.mean = found.before, found.after, found.mean
        view.low, view.high, view.verdict = found.low, found.high, verdict(found.low, found.high)
        view.effect, (view.effect_low, view.effect_high) = _known(found.g_av), map(_known, found.g_boot)
    return view


def _day(before: Floats, after: Floats, day: Floats) -> float | None:
    """Return the mean score at the end of the day of who has one at all three moments, if they are enough."""
    known = ~(np.isnan(scores(before)) | np.isnan(scores(after)) | np.isnan(scores(day)))
    return float(scores(day)[known].mean()) if known.sum() >= ENOUGH else None


@lru_cache(maxsize=64)
def _changed(before: tuple[float, ...], after: tuple[float, ...]) -> Change:
    """Return the change; views are made again and again, and the bootstrap takes its time."""
    return change(before, after, resamples=min(RESAMPLES, MOST_DRAWN // len(before)))


def _everyone(name: str, before: Floats, after: Floats) -> list[EveryoneView]:
    """Return the difference over all answers, where some people answered once and there are enough."""
    first, now = int((~np.isnan(before)).sum()), int((~np.isnan(after)).sum())
    pairs = int((~(np.isnan(before) | np.isnan(after))).sum())
    if ENOUGH <= pairs < max(first, now):
        how, found = "overlap", overlap(before, after)
    elif pairs < PAIRS and min(first, now) >= ENOUGH:
        how, found = "welch", welch(before, after)
    else:
        return []
    return [EveryoneView(name, how, found.mean, found.low, found.high, first, now)]


def _twice(asked: Asked, item: Item) -> ItemResult:
    """Return how many people moved on one item, and how many agree."""
    before, after = (asked.table(sheets, [item])[:, 0] for sheets in (asked.before, asked.after))
    both = ~(np.isnan(before) | np.isnan(after))
    view = ItemResult(item.id, int(both.sum()))
    if view.n < PAIRS:
        return view
    moved = change(before[both], after[both], resamples=0)
    view.up, view.same, view.down = moved.up, moved.same, moved.down
    agrees = asked.bank.scales[item.scale].agrees
    if view.n >= ENOUGH and agrees is not None:
        view.agree_before, view.agree_after = (agreeing(one[both], agrees) for one in (before, after))
    return view


def _once(asked: Asked, item: Item) -> OnceResult:
    """Return what people answered to an item of this moment alone."""
    given = asked.table(asked.after, [item])[:, 0]
    known = given[~np.isnan(given)]
    view = OnceResult(item.id, len(known), memory=item.looks_back)
    if view.n >= PAIRS:
        view.median = float(np.median(known))
    if view.n >= ENOUGH:
        view.mean = float(known.mean())
        view.counts = [int((known == value).sum()) for value in asked.bank.scales[item.scale].values]
    return view


def _ties(item: Item, asked: Asked, organisations: Sequence[Named]) -> TiesView | None:
    """Return the ties between organisations of three people and more; None where there are no two of them."""
    names = [one.id for one in organisations]
    first, now = (_matrix(item, sheets, names) for sheets in (asked.before, asked.after))
    if (~np.isnan(now.share)).any(axis=1).sum() < 2:
        return None
    return TiesView(
        item=item.id,
        organisations=list(organisations),
        before=_rows(first.share),
        after=_rows(now.share),
        density_before=_known(first.density),
        density_after=_known(now.density),
        new=[list(pair) for pair in new_lines(first, now)],
        missing=[list(pair) for pair in missing_lines(now)],
    )


def _matrix(item: Item, sheets: Sheets, names: list[str]) -> Ties:
    who = [one for one in sheets.values() if one.organisation in names and about(one.answers, item.id)]
    yes = np.full((len(who), len(names)), math.nan)
    for row, sheet in zip(yes, who, strict=True):
        for name, value in about(sheet.answers, item.id).items():
            if name in names and value is not None:
                row[names.index(name)] = float(value > 0)
    return ties(yes, [names.index(one.organisation or "") for one in who], SMALLEST)


def _rows(share: Floats) -> list[list[float | None]]:
    return [[_known(value) for value in row] for row in share.tolist()]


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _number(value: float | None) -> float:
    return math.nan if value is None else value
