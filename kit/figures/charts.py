"""The charts of a case as figures."""

from __future__ import annotations

from typing import Protocol

from kit.case import Case
from kit.charts import WIDE, Shape, chart_of, chart_view
from kit.figures.figure import Figure


class _Room(Protocol):
    @property
    def case(self) -> Case: ...


class HasRoom(Protocol):
    """A workshop on a case."""

    @property
    def room(self) -> _Room:
        """Its room."""


def chart(case: Case | HasRoom | str, name: str, lang: str = "nl", shape: Shape = WIDE) -> Figure:
    """Return a chart of a case; in a notebook it shows itself, with its sentence, table and credit.

    Args:
        case: A case, the name or the folder of one, or a workshop on one.
        name: The id of the chart, as in ``case.yaml``.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.

    Raises:
        InputError: There is no such case, or no such chart in it.

    Example:
        >>> chart("breda-noord", "misdrijven-trend", lang="en").view.title
        'Crimes in four neighbourhoods, beside all of Breda'
    """
    if isinstance(case, str):
        case = Case.load(case)
    found = case if isinstance(case, Case) else case.room.case
    return Figure(chart_view(found, chart_of(found, name), lang, shape), lang)


def files(case: Case, lang: str) -> dict[str, bytes]:
    """Return every chart of a case as files: a drawing and its table, each with its credit in it."""
    made: dict[str, bytes] = {}
    for one in case.charts:
        drawn = chart(case, one.id, lang)
        if drawn.svg:
            made[f"charts/{one.id}.svg"] = drawn.svg.encode()
        made[f"charts/{one.id}.csv"] = drawn.csv().encode()
    return made
