"""Figures: one function for each, frames or structs in, a :class:`Figure` out.

The wall, the results, notebooks, the export and a report show the same ones. They know nothing of a
workshop: an activity gives them what may be shown (``Activity.figures``), so that no figure tells more than a
screen does.
"""

from kit.figures.charts import chart
from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.insight.chart_parts import NARROW, WIDE, Shape

__all__ = ["NARROW", "WIDE", "Figure", "Shape", "chart", "kept"]
