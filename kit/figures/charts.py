"""A chart of a case for a notebook or a report, with its sentence, its table and its credit."""

from __future__ import annotations

import csv
import io
from html import escape

import pandas as pd

from kit.case import Case
from kit.charts import WIDE, Shape, chart_of, chart_view
from kit.figures.drawn import svg
from kit.insight.chart_numbers import number
from kit.model.charts import ChartView
from kit.workshop import Workshop

FORMULA = ("=", "+", "-", "@")
"""What a formula begins with, in one spreadsheet or another."""


class Chart:
    """A chart that shows itself in a notebook.

    Attributes:
        view: What screens get of it.
    """

    def __init__(self, view: ChartView, lang: str) -> None:
        self.view, self.lang = view, lang
        self._drawn = {
            alone: svg(
                view.drawing, view.title, view.says, [view.unit, view.says, *self.lines()], alone=alone
            ) if view.drawing else ""
            for alone in (True, False)
        }  # fmt: skip

    @property
    def svg(self) -> str:
        """The drawing as an SVG file, with title, limits and credit in it; empty where there is nothing."""
        return self._drawn[True]

    @property
    def table(self) -> pd.DataFrame:
        """The numbers behind it, as they are; NaN where none was published."""
        return pd.DataFrame(self.view.rows, columns=self.view.head)

    def csv(self) -> str:
        """Return the table as CSV, with the credit and the limits in lines that begin with ``#``.

        A text that a spreadsheet would take for a formula gets an apostrophe before it.
        """
        out = io.StringIO()
        above = (self.view.title, self.view.unit, *self.lines())
        out.writelines(f"# {_line(line)}\n" for line in above)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([_plain(one) for one in self.view.head])
        writer.writerows([_plain(one) for one in row] for row in self.view.rows)
        return out.getvalue()

    def lines(self) -> list[str]:
        """Return what stands below it: what these figures can't tell, and whom to credit."""
        return [*self.view.notes, *self.view.credit]

    def _repr_svg_(self) -> str | None:
        return self.svg or None

    def _repr_html_(self) -> str:
        view = self.view
        rows = "".join(f"<tr>{''.join(map(self._cell, row))}</tr>" for row in view.rows)
        head = "".join(f'<th scope="col">{escape(one)}</th>' for one in view.head)
        below = "".join(f"<p><small>{escape(one)}</small></p>" for one in self.lines())
        return (
            f'<figure lang="{self.lang}" style="max-width:46rem;margin:0">'
            f"<figcaption><strong>{escape(view.title)}</strong><br>{escape(view.unit)}</figcaption>"
            f"{self._drawn[False]}<p>{escape(view.says)}</p>{below}"
            f"<details><summary>{len(view.rows)} × {len(view.head)}</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details></figure>"
        )

    def _cell(self, value: str | float | None) -> str:
        if isinstance(value, str):
            return f'<th scope="row" style="text-align:start">{escape(value)}</th>'
        whole = value is not None and float(value).is_integer()
        return (
            f"<td>{'' if value is None else number(value, self.lang, 0 if whole else self.view.digits)}</td>"
        )


def chart(case: Case | Workshop | str, name: str, lang: str = "nl", shape: Shape = WIDE) -> Chart:
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
    found = case.room.case if isinstance(case, Workshop) else case
    return Chart(chart_view(found, chart_of(found, name), lang, shape), lang)


def _plain(cell: str | float | None) -> str | float | None:
    """Return a cell on one line that a spreadsheet won't reckon with: a case may come from anybody."""
    if not isinstance(cell, str):
        return cell
    text = _line(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(text: str) -> str:
    return " ".join(text.split())


def files(case: Case, lang: str) -> dict[str, bytes]:
    """Return every chart of a case as files: a drawing and its table, each with its credit in it."""
    made: dict[str, bytes] = {}
    for one in case.charts:
        drawn = chart(case, one.id, lang)
        if drawn.svg:
            made[f"charts/{one.id}.svg"] = drawn.svg.encode()
        made[f"charts/{one.id}.csv"] = drawn.csv().encode()
    return made
