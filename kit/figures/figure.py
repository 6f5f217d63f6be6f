"""A figure with all that belongs to it: its sentence, its table, what it can't tell, and its credit.

The functions that make them are pure: frames or structs in, a figure out. Screens get ``view`` and give it
their own colours; notebooks, the export and a report take ``svg`` and ``csv``.
"""

from __future__ import annotations

import csv
import io
from html import escape

import pandas as pd

from kit.figures.drawn import svg
from kit.insight.chart_numbers import number
from kit.model.figures import FigureView

FORMULA = ("=", "+", "-", "@")
"""What a formula begins with, in one spreadsheet or another."""


class Figure:
    """A figure: it shows itself in a notebook, screens draw its view, and a report takes it as a file.

    Attributes:
        view: What screens get of it.
    """

    def __init__(self, view: FigureView, lang: str) -> None:
        self.view, self.lang = view, lang

    @property
    def svg(self) -> str:
        """The drawing as an SVG file, with title, limits and credit in it; empty where there is nothing."""
        return self._draw(alone=True)

    def _draw(self, *, alone: bool) -> str:
        view = self.view
        if view.drawing is None:
            return ""
        below = [line for line in (view.unit, view.says, *self.lines()) if line]
        return svg(view.drawing, view.title, view.says, below, alone=alone)

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
        out.writelines(f"# {_line(line)}\n" for line in above if line)
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
            f"{self._draw(alone=False)}<p>{escape(view.says)}</p>{below}"
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


def _plain(cell: str | float | None) -> str | float | None:
    """Return a cell on one line that a spreadsheet won't reckon with: a case may come from anybody."""
    if not isinstance(cell, str):
        return cell
    text = _line(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _line(text: str) -> str:
    return " ".join(text.split())
