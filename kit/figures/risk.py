"""The risk diagram: likelihood beside impact in classes A to E, with what comes first."""

from __future__ import annotations

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.placement import Placed, Saying, figure_of
from kit.insight.chart_parts import WIDE, Shape
from kit.locale import N_

RISKS = Saying(
    title=N_("Risk diagram: {x} and {y}"),
    here=N_("In ‘{region}’: {n} of {of} risks."),
    none=N_("No risk lies in ‘{region}’."),
    first=N_("The most urgent: ‘{text}’ ({place})."),
    notes=(N_("The classes are estimates of the people in the room, no measurements."),),
)


@kept
def risk(
    id: str,  # noqa: A002 - what it is called in a view
    placed: Placed,
    lang: str,
    shape: Shape = WIDE,
    *,
    listed: bool = True,
) -> Figure:
    """Return risks by likelihood and impact, each in the class nearest to the median over organisations.

    Impact is one class made of several criteria, of which each class weighs three times the one below
    (:func:`kit.insight.grid.impact`).

    Args:
        id: Of the figure, unique in a workshop.
        placed: The grid and what the room placed on it.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        listed: The texts of the risks stand in the drawing; else a list stands beside it.
    """
    return figure_of(RISKS, id, placed, lang, shape, listed=listed)
