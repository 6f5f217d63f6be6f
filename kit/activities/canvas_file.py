"""A canvas file: the zones that cards go into, and how the canvas is used."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from kit.datafile import DataFile, Part, not_negative, unlike
from kit.errors import InputError
from kit.model.base import Per, Text


class Zone(Part):
    """One field of a canvas."""

    id: str
    label: Text
    help: Text = {}
    icon: str = ""


class Canvas(DataFile, kw_only=True):
    """Zones that cards go into, and how the canvas is used unless the step says otherwise.

    Attributes:
        limit: Cards per person, or per team; 0 for no limit.
        max_chars: Characters per card.
        hidden: Contributions stay unseen by others until the trainer reveals them.
    """

    folder: ClassVar[str] = "canvases"
    what: ClassVar[str] = "canvas"

    zones: list[Zone]
    summary: Text = {}
    layout: Literal["grid", "columns", "list"] = "grid"
    per: Per = "person"
    hidden: bool = False
    limit: int = 0
    max_chars: int = 280

    def check(self, path: Path) -> None:
        """Refuse a canvas without zones, two zones of one name, and numbers that make no sense."""
        if not self.zones:
            message = f"{path}: zones is empty; list at least one"
            raise InputError(message)
        not_negative(path, "", self, "limit")
        if self.max_chars < 1:
            message = f"{path}: max_chars: {self.max_chars} leaves no room to write; make it 1 or more"
            raise InputError(message)
        unlike(path, "zone", [zone.id for zone in self.zones])
