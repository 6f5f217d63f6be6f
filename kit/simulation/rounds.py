"""Rounds, as a screen shows them."""

from __future__ import annotations

from typing import Any


def round_of(shared: dict[str, Any]) -> int:
    """Return the number of the round that a screen shows, 0 where it shows none as a number."""
    shown = (shared.get("view") or {}).get("round")
    return shown if isinstance(shown, int) else 0
