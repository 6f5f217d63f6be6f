"""A workshop in one SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kit.errors import StorageError, WorkshopFileError
from kit.journal import Line, Seen
from kit.journal.blobs import Blobs
from kit.journal.file import (
    connect,
    connect_to_read,
    lay_out,
    recognise,
    rights,
    storage,
    tune,
)

NONE: Mapping[str, bytes] = MappingProxyType({})


class SqliteJournal(Blobs):
    """The journal of a workshop file. Use :meth:`create` or :meth:`open`.

    Writers of several processes take turns (``BEGIN IMMEDIATE``); readers never wait. A commit returns when
    the data is on disk (``synchronous=FULL``).
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, writable: bool) -> None:
        """Use :meth:`create` or :meth:`open` instead."""
        self.place = str(path)
        self.path = path
        self.writable = writable
        self._db = connection
        self._loose: sqlite3.Connection | None = None
        self._version: int | None = None
        self._closed = False
        self._unscrubbed = False
        self._meta: dict[str, Any] = {}

    @classmethod
    def create(
        cls, path: Path, meta: dict[str, Any], lines: Iterable[Line] = (), photos: Mapping[str, bytes] = NONE
    ) -> SqliteJournal:
        """Make a new workshop file with its first lines and pictures, whole or not at all.

        Raises:
            WorkshopFileError: The file is there already, or the folder can't be written.
            StorageError: The disk is full.
        """
        if path.exists():
            message = f"{path}: there is a file of this name already; choose another name, or open it"
            raise WorkshopFileError(message)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"{path.parent}: this folder can't be made ({error.strerror}); choose another place"
            raise WorkshopFileError(message) from error
        db = connect(path)
        try:
            lay_out(db, path, meta)
            made = cls(tune(db, path), path, writable=True)
            made.begin()
            made.append(lines)
            for name, body in photos.items():
                made.add_photo(name, body)
            made.commit()
        except BaseException:
            db.close()
            for leftover in ("", "-wal", "-shm", "-journal"):
                path.with_name(path.name + leftover).unlink(missing_ok=True)
            raise
        return made

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> SqliteJournal:
        """Open a workshop file.

        Args:
            path: The file.
            read_only: Only read, also where the file or its folder can't be written.

        Raises:
            WorkshopFileError: It is not there, not a workshop, from a newer version, or can't be written.
        """
        writable = rights(path, read_only=read_only)
        db = connect_to_read(path, writable=writable) if read_only else connect(path)
        try:
            recognise(db, path)
            return cls(db if read_only else tune(db, path), path, writable=not read_only)
        except BaseException:
            db.close()
            raise

    def begin(self) -> None:
        """Start a write transaction; waits for other processes at most ten seconds."""
        with storage(self.path):
            self._db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make the transaction durable, or keep nothing of it."""
        try:
            with storage(self.path):
                self._db.execute("COMMIT")
        except StorageError:
            self.rollback()
            raise
        if self._unscrubbed:
            with contextlib.suppress(StorageError):  # a reader is in the way: the next commit tries again
                self.scrub()

    def rollback(self) -> None:
        """Drop the transaction, if there is one."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def since(self, seq: int) -> Iterator[Line]:
        """Yield all lines after ``seq``, in order."""
        query = "SELECT seq, at, actor, kind, body FROM events WHERE seq > ? ORDER BY seq"
        with storage(self.path):
            for row in self._db.execute(query, (seq,)):
                yield Line(*row)

    def append(self, lines: Iterable[Line]) -> None:
        """Add lines."""
        rows = [(line.seq, line.at, line.actor, line.kind, line.body) for line in lines]
        with storage(self.path):
            self._db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)

    def changed(self) -> bool:
        """Ask ``PRAGMA data_version``, which other connections' commits move."""
        version = self._row("PRAGMA data_version")[0]
        moved = version != self._version
        self._version = version
        return bool(moved)

    def seen(self, actor: str, command: str) -> Seen | None:
        """Return what became of a command."""
        query = "SELECT seq, digest FROM commands WHERE actor = ? AND id = ?"
        row = self._row(query, actor, command)
        return Seen(*row) if row else None

    def remember(self, actor: str, command: str, seen: Seen) -> None:
        """Keep the id of an accepted command."""
        with storage(self.path):
            self._db.execute(
                "INSERT INTO commands VALUES (?, ?, ?, ?)", (actor, command, seen.seq, seen.digest)
            )

    def secret(self, step: str, *, make: bool = False) -> bytes | None:
        """Return, or make, a step's secret."""
        row = self._row("SELECT secret FROM secrets WHERE step = ?", step)
        if row:
            return bytes(row[0])
        if not make:
            return None
        secret = secrets.token_bytes(32)
        with storage(self.path):
            self._db.execute("INSERT INTO secrets VALUES (?, ?)", (step, secret))
        return secret

    def destroy_secret(self, step: str) -> None:
        """Overwrite and delete a step's secret (``secure_delete`` is on); the commit also clears the log."""
        with storage(self.path):
            self._db.execute("DELETE FROM secrets WHERE step = ?", (step,))
        self._unscrubbed = True

    def add_person(self, participant: str, token: str) -> None:
        """Keep the digest of a token."""
        with storage(self.path):
            self._db.execute("INSERT INTO people VALUES (?, ?, NULL)", (participant, _digest(token)))

    def person_of(self, token: str) -> str | None:
        """Return whose token this is."""
        query = "SELECT participant FROM people WHERE token = ?"
        row = self._row(query, _digest(token))
        return str(row[0]) if row else None

    def set_name(self, participant: str, name: str | None) -> None:
        """Keep or forget a name."""
        with storage(self.path):
            self._db.execute("UPDATE people SET name = ? WHERE participant = ?", (name, participant))

    def name_of(self, participant: str) -> str | None:
        """Return the name that a participant gave."""
        query = "SELECT name FROM people WHERE participant = ?"
        row = self._row(query, participant)
        return row[0] if row else None

    def names(self) -> dict[str, str]:
        """Return the names that participants gave."""
        with storage(self.path):
            return dict(self._db.execute("SELECT participant, name FROM people WHERE name IS NOT NULL"))

    def forget(self, participant: str | None) -> int:
        """Drop the name and token of one participant, or of all."""
        with storage(self.path):
            if participant is None:
                return self._db.execute("DELETE FROM people").rowcount
            return self._db.execute("DELETE FROM people WHERE participant = ?", (participant,)).rowcount

    def meta(self, key: str) -> Any:
        """Return a value of the file. These never change, so each is read once."""
        if key not in self._meta:
            row = self._row("SELECT value FROM meta WHERE key = ?", key)
            self._meta[key] = json.loads(row[0]) if row else None
        return self._meta[key]

    def host(self) -> dict[str, Any]:
        """Return what the server last said of itself."""
        row = self._row("SELECT value FROM host WHERE key = 'server'")
        return dict(json.loads(row[0])) if row else {}

    def set_host(self, info: dict[str, Any]) -> None:
        """Write on a connection of its own that doesn't wait for the disk: losing this harms nobody."""
        if self._loose is None:
            self._loose = sqlite3.connect(
                self.path, timeout=0.2, isolation_level=None, check_same_thread=False
            )
            self._loose.execute("PRAGMA synchronous = OFF")
            # It must never carry the log into the file: that needs the disk to have kept the log first.
            self._loose.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        with contextlib.suppress(sqlite3.OperationalError):  # busy or full: the next one will get through
            self._loose.execute("INSERT OR REPLACE INTO host VALUES ('server', ?)", (json.dumps(info),))

    def scrub(self) -> None:
        """Empty the write-ahead log, so that nothing that was deleted lingers in it.

        Raises:
            StorageError: Another process was reading all the while.
        """
        with storage(self.path):
            blocked = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if blocked:
            message = f"{self.path}: another program holds this file; close it and try again"
            raise StorageError(message)
        self._unscrubbed = False

    def backup(self, to: Path) -> None:
        """Copy the file while it is in use; the copy appears under its name only when it is whole.

        The copy lacks the secrets of anonymous steps: it may outlive them, and would tell who wrote what.

        Raises:
            StorageError: The copy could not be written.
            WorkshopFileError: The copy would take the place of the workshop itself.
        """
        if to.exists() and to.samefile(self.path):
            message = f"{to}: this is the workshop itself; choose another name for the copy"
            raise WorkshopFileError(message)
        part = to.with_name(to.name + ".part")
        with storage(to):
            part.unlink(missing_ok=True)
            try:
                with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as copy:
                    self._db.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE").fetchall()
                    copy.execute("PRAGMA secure_delete = ON").fetchall()
                    copy.execute("DELETE FROM secrets")
                part.replace(to)
            finally:
                part.unlink(missing_ok=True)

    def _row(self, query: str, *values: Any) -> Any:
        with storage(self.path):
            return self._db.execute(query, values).fetchone()

    def close(self) -> None:
        """Checkpoint and close."""
        if self._closed:
            return
        self._closed = True
        if self._loose is not None:
            self._loose.close()
        self.rollback()
        if self.writable:
            with contextlib.suppress(sqlite3.OperationalError):  # another process reads: it will checkpoint
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._db.close()


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
