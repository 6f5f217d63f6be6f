"""Photographs in a workshop file: blobs under the digest of what is in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kit.journal.file import storage


class Blobs:
    """The part of a journal that keeps photographs. A file of an older version has none."""

    path: Path
    _db: sqlite3.Connection

    def add_photo(self, name: str, body: bytes) -> None:
        """Keep a photograph (in a transaction); the same one is kept once."""
        with storage(self.path):
            self._db.execute("INSERT OR IGNORE INTO blobs VALUES (?, ?)", (name, body))

    def photo(self, name: str) -> bytes | None:
        """Return a photograph, or None when there is none of that name (any more)."""
        rows = self._ask("SELECT body FROM blobs WHERE name = ?", name)
        return bytes(rows[0][0]) if rows else None

    def photos(self) -> dict[str, int]:
        """Return the names of all photographs with their sizes in bytes."""
        return {str(name): int(size) for name, size in self._ask("SELECT name, length(body) FROM blobs")}

    def drop_photos(self, names: Iterable[str]) -> int:
        """Delete photographs (in a transaction). Returns how many there were."""
        with storage(self.path):
            return sum(
                self._db.execute("DELETE FROM blobs WHERE name = ?", (name,)).rowcount for name in names
            )

    def _ask(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        with storage(self.path):
            if not has_blobs(self._db):
                return []
            return self._db.execute(query, values).fetchall()


def has_blobs(db: sqlite3.Connection) -> bool:
    """Return whether a file has room for photographs: one of an older version, only read, has not."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'blobs'"
    return db.execute(query).fetchone() is not None
