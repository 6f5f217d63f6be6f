"""Figures that are drawn without a browser, for notebooks and reports: ``chart`` and ``bowtie``."""

from kit.figures.charts import Chart, chart

__all__ = ["Chart", "chart"]
