"""All texts of a case, wherever in it they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from kit.case.parts import Part
from kit.model.base import Text

NO_TEXT: Final = frozenset(
    {
        "id",
        "kind",
        "level",
        "file",
        "shapes",
        "url",
        "source",
        "population_source",
        "organisation",
        "voice",
        "tension_with",
    }
    | {"table", "areas", "against", "kinds", "period", "draw", "rows", "outlines", "photo", "body"}
)
"""Fields that hold names for programs. The ``kinds`` of a table are texts all the same."""
TO_FILL_IN: Final = re.compile(r"\A\s*(?:…|\.\.\.)\s*\Z|\[…[^\]]*\]")
"""What stands where somebody must still write: an ellipsis alone, or ``[… what to write]``."""


def texts(part: Any, where: str = "") -> Iterator[tuple[str, Text | str, bool]]:
    """Yield every text with its path in ``case.yaml``, and whether it must be there."""
    for field in msgspec.structs.fields(part):
        value, place = getattr(part, field.name), f"{where}{'.' if where else ''}{field.name}"
        if field.name == "kinds" and isinstance(value, dict):
            yield from ((f"{place}.{name}", text, True) for name, text in value.items())
        elif isinstance(value, Part):
            yield from texts(value, place)
        elif isinstance(value, list):
            yield from _listed(value, place, named=field.name in NO_TEXT)
        elif isinstance(value, str | dict) and field.name not in NO_TEXT:
            yield place, value, field.required


def _listed(values: list[Any], place: str, *, named: bool) -> Iterator[tuple[str, Text | str, bool]]:
    for n, one in enumerate(values):
        if isinstance(one, Part):
            yield from texts(one, f"{place}[{n}]")
        elif isinstance(one, str | dict) and not named:
            yield f"{place}[{n}]", one, True
