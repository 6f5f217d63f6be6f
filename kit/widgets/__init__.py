"""The screens as Jupyter widgets, for Voilà and for a cell in JupyterLab."""

from __future__ import annotations

from kit.widgets.notebook import Workshop, screen
from kit.widgets.screen import Screen

__all__ = ["Screen", "Workshop", "screen"]
