"""A chart of a case as screens get it: drawn, told in words, and as a table."""

from __future__ import annotations

from kit.insight.chart_parts import ChartDrawing
from kit.model.base import Struct


class FigureView(Struct):
    """One chart, in the language and the shape that its audience needs."""

    id: str
    title: str
    unit: str
    """What is counted, of when, and per how many inhabitants."""
    says: str
    """What is to be seen, in one or two sentences."""
    drawing: ChartDrawing | None
    """None where no number was published."""
    head: list[str]
    rows: list[list[str | float | None]]
    """The numbers behind it, all of them; None where none was published."""
    digits: int
    """Decimals of the numbers, at most."""
    notes: list[str]
    """What these figures can't tell, and what was left out of the drawing."""
    credit: list[str]
    """Where they come from. Stands wherever the chart does."""
