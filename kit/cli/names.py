"""Names are kept for thirty days: who starts the kit again later is told which files still hold some."""

from __future__ import annotations

import time
from pathlib import Path

from kit.errors import KitError
from kit.journal.sqlite import SqliteJournal

KEEP_DAYS = 30


def overdue(folder: Path, now: float | None = None) -> list[Path]:
    """Return the workshop files that nobody wrote to for thirty days and that still hold names.

    Args:
        folder: Where to look.
        now: Unix time; this moment by default.
    """
    oldest = (time.time() if now is None else now) - KEEP_DAYS * 86_400
    return [
        file for file in sorted(folder.glob("*.leefkit")) if file.stat().st_mtime < oldest and _named(file)
    ]


def _named(file: Path) -> bool:
    try:
        journal = SqliteJournal.open(file, read_only=True)
    except KitError:  # not ours to judge: `leefkit frames` says what is wrong with it
        return False
    try:
        return bool(journal.names())
    finally:
        journal.close()
