"""The words of the figures of a vote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pandas as pd

from kit.insight.chart_numbers import number
from kit.insight.small import REST
from kit.insight.text_lines import lines_of
from kit.locale import N_, translate

LABELS = {
    "broad": N_("Broad support"),
    "partly": N_("Partly supported"),
    "divides": N_("Divides the room"),
    "few": N_("Little support"),
}
QUOTED = 30.0
"""A text in a sentence is cut where it gets wider than this many letters are high: about 60 letters."""


class Rule(msgspec.Struct, frozen=True):
    """What a vote was about.

    Attributes:
        method: One of :data:`kit.insight.voting.METHODS`.
        by: ``"support"`` or ``"points"``: see :class:`kit.insight.choosing.Vote`.
        tables: Tables voted, and count as one each, instead of organisations.
        winners: How many go on.
    """

    method: str = "dots"
    by: str = "support"
    tables: bool = False
    winners: int = 1


def quoted(text: str) -> str:
    """Return a text as a sentence takes it: in quotes, and no longer than one can take in."""
    return f"‘{''.join(lines_of(text, QUOTED, 1)) or text}’"


def named(groups: Sequence[str], lang: str) -> list[str]:
    """Return what organisations are called; the small ones of an anonymous vote have one name."""
    return [translate(N_("The others together"), lang) if one == REST else one for one in groups]


def label_word(label: str, lang: str) -> str:
    """Return how widely something is carried, in words."""
    return translate(LABELS[label], lang)


def percent(share: Any) -> int | None:
    """Return a share as a whole percentage; None where there is none."""
    return None if pd.isna(share) else round(100 * float(share))


def measured(row: Any, rule: Rule, rows: int, most: float, lang: str) -> tuple[float, str]:
    """Return how long the bar of an idea is, 0 to 1, and its number as it is written.

    Args:
        row: A row of :func:`kit.insight.vote_frames.result_frame`.
        rule: What the vote was about.
        rows: How many ideas there are.
        most: The largest number of points.
        lang: ``"nl"`` or ``"en"``.
    """
    if rule.method == "score":
        mark = max(0.0, float(row.measure))
        return max(0.0, mark - 1) / 4, number(mark, lang, 1)
    if rule.method == "ranking" and rule.by == "support":
        wins = max(0, round(row.measure))
        return wins / max(1, rows - 1), str(wins)
    if rule.by == "support":
        return row.scale / 100, number(row.scale, lang)
    if rule.method == "approval":
        return row.share, f"{percent(row.share)}%"
    whole = float(row.points).is_integer()
    return row.points / (most or 1), number(row.points, lang, 0 if whole else 1)


def bar_word(rule: Rule, lang: str) -> str:
    """Return what stands above the bars."""
    if rule.method == "score":
        said = N_("mark, 1 to 5")
    elif rule.method == "ranking":
        said = N_("comes before") if rule.by == "support" else N_("points by place")
    elif rule.by == "support":
        said = N_("support, 0 to 100")
    else:
        said = {"dots": N_("dots"), "approval": N_("share in favour")}.get(rule.method, N_("supporters"))
    return translate(said, lang)


def unit_of(rule: Rule, lang: str) -> str:
    """Return what the bars are, in a sentence."""
    return translate(_unit(rule), lang)


def _unit(rule: Rule) -> str:
    if rule.by == "points":
        return _unit_points(rule.method)
    if rule.method == "score":
        return N_("The bar is the mean mark: every organisation counts the same.")
    if rule.method == "ranking":
        return N_("The bar shows before how many others most people put it.")
    if rule.method == "budget":
        if rule.tables:
            return N_("The bar is the support across tables. Every table had the same purse.")
        return N_("The bar is the support across organisations. Every organisation had the same purse.")
    if rule.tables:
        return N_("The bar is the support across tables: every table counts the same.")
    return N_("The bar is the support across organisations: every organisation counts the same.")


def _unit_points(method: str) -> str:
    return {
        "dots": N_("The bar is the number of dots."),
        "approval": N_("The bar is the share of those who answered that supports it."),
        "ranking": N_("The bar is the number of points by place."),
        "score": N_("The bar is the mean of all marks."),
    }.get(method, N_("The bar is the number of people who support it. Everyone had the same purse."))
