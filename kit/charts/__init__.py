"""The charts of a case: drawn for a shape, told in words, with the table behind them and whom to credit."""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Iterator
from hashlib import sha256
from threading import Lock

import msgspec

from kit.case import Case, Chart
from kit.case.rules import Mistake
from kit.charts import words
from kit.charts.draw import DRAW
from kit.charts.pick import chart_of, pick
from kit.charts.words import credit_line
from kit.insight.chart_parts import NARROW, WIDE, ChartDrawing, Shape
from kit.model.base import say
from kit.model.figures import FigureView

__all__ = ["NARROW", "WIDE", "Shape", "chart_of", "chart_view", "chart_views", "credit_line", "undrawable"]

KEPT = 16
"""Sets of drawings that are kept: of four cases, in two languages and two shapes."""
_kept: OrderedDict[tuple[bytes, str, str], list[FigureView]] = OrderedDict()
_keeping = Lock()


def chart_views(case: Case, lang: str, shape: Shape) -> list[FigureView]:
    """Return all charts of a case, as :func:`chart_view` does; they are kept, so change nothing in them.

    A workshop asks for them in every step that shows them, and again after it was built anew, and by then it
    has another copy of the case: so they are kept by what is in it.
    """
    content = (case.sources, case.areas, case.tables, case.charts)
    key = (sha256(msgspec.msgpack.encode(content)).digest(), lang, shape.name)
    with _keeping:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = [chart_view(case, one, lang, shape) for one in case.charts]
    with _keeping:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


def chart_view(case: Case, chart: Chart, lang: str, shape: Shape) -> FigureView:
    """Return a chart of a case as a screen, a notebook or a report shows it.

    Args:
        case: The case, with its tables filled in.
        chart: One of its charts.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn: for a phone, or for a wall and a page.
    """
    made = pick(case, chart)
    drawn = DRAW[chart.draw](case, made, lang, shape)
    limits = say(made.table.limits, lang)
    return FigureView(
        id=chart.id,
        title=say(chart.title, lang),
        unit=words.unit(made, lang),
        says=say(chart.says, lang) or drawn.says,
        drawing=drawn.drawing,
        head=drawn.head,
        rows=drawn.rows,
        digits=drawn.digits,
        notes=[*([limits] if limits else []), *drawn.notes],
        credit=words.credits_of(case, made, lang),
    )


def undrawable(case: Case) -> Iterator[Mistake]:
    """Yield every chart that can't be laid out, on a phone or on a wall, or only with what is no number."""
    for n, chart in enumerate(case.charts):
        try:
            views = [chart_view(case, chart, lang, shape) for lang in case.title for shape in (NARROW, WIDE)]
        except Exception as error:  # noqa: BLE001 - whatever it is, a workshop must not stumble over it
            yield f"charts[{n}]", f"this can't be drawn ({error!r}); look at its figures and boundaries"
            continue
        if not all(_on_paper(one.drawing) for one in views if one.drawing):
            yield f"charts[{n}]", "this can't be drawn: a figure or a point is too large or too small"


def _on_paper(drawing: ChartDrawing) -> bool:
    """Return whether all of it stands somewhere: no line and no text at a place that is no number."""
    places = [drawing.height, *(one.x + one.y for one in drawing.texts)]
    return all(map(math.isfinite, places)) and not any(re.search("nan|inf", one.d) for one in drawing.paths)
