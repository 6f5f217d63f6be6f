"""Figures that are drawn without a browser, for notebooks and reports."""
