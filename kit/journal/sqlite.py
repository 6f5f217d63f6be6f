"""A workshop in one SQLite file."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kit.errors import StorageError, WorkshopFileError
from kit.journal import Line, Seen

APPLICATION_ID = 0x4C464B54  # "LFKT", so that `file` and we can tell a workshop from another database
VERSION = 1
BUSY_SECONDS = 10.0

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE events (seq INTEGER PRIMARY KEY, at REAL NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL,
                     body BLOB NOT NULL);
CREATE TABLE commands (actor TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL,
                       PRIMARY KEY (actor, id)) WITHOUT ROWID;
CREATE TABLE people (participant TEXT PRIMARY KEY, token BLOB UNIQUE, name TEXT) WITHOUT ROWID;
CREATE TABLE secrets (step TEXT PRIMARY KEY, secret BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE host (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class SqliteJournal:
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

    @classmethod
    def create(cls, path: Path, meta: dict[str, Any]) -> SqliteJournal:
        """Make a new workshop file.

        Raises:
            WorkshopFileError: The file is there already, or the folder can't be written.
        """
        if path.exists():
            message = f"{path}: there is a file of this name already; choose another name, or open it"
            raise WorkshopFileError(message)
        path.parent.mkdir(parents=True, exist_ok=True)
        db = _connect(path)
        with _storage(path):
            db.execute("BEGIN IMMEDIATE")
            for statement in SCHEMA.strip().split(";\n"):
                db.execute(statement)
            db.executemany(
                "INSERT INTO meta VALUES (?, ?)", [(key, json.dumps(value)) for key, value in meta.items()]
            )
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {VERSION}")
            db.execute("COMMIT")
        return cls(_tune(db, path), path, writable=True)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> SqliteJournal:
        """Open a workshop file.

        Args:
            path: The file.
            read_only: Only read, also where the file or its folder can't be written.

        Raises:
            WorkshopFileError: It is not there, not a workshop, from a newer version, or can't be written.
        """
        if not path.is_file():
            message = f"{path}: there is no such workshop file; check the name, or start a new workshop"
            raise WorkshopFileError(message)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        if not (writable or read_only):
            message = (
                f"{path}: this file, or its folder, is read-only; copy it to a folder where you may write"
            )
            raise WorkshopFileError(message)
        db = _connect(path, immutable=not writable)
        try:
            _recognise(db, path)
        except BaseException:
            db.close()
            raise
        return cls(_tune(db, path) if writable else db, path, writable=writable)

    def begin(self) -> None:
        """Start a write transaction; waits for other processes at most ten seconds."""
        with _storage(self.path):
            self._db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Make the transaction durable, or keep nothing of it."""
        try:
            with _storage(self.path):
                self._db.execute("COMMIT")
        except StorageError:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Drop the transaction, if there is one."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def since(self, seq: int) -> Iterator[Line]:
        """Yield all lines after ``seq``, in order."""
        rows = self._db.execute(
            "SELECT seq, at, actor, kind, body FROM events WHERE seq > ? ORDER BY seq", (seq,)
        )
        for row in rows:
            yield Line(*row)

    def append(self, lines: Iterable[Line]) -> None:
        """Add lines."""
        rows = [(line.seq, line.at, line.actor, line.kind, line.body) for line in lines]
        with _storage(self.path):
            self._db.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?)", rows)

    def changed(self) -> bool:
        """Ask ``PRAGMA data_version``, which other connections' commits move."""
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        moved = version != self._version
        self._version = version
        return bool(moved)

    def seen(self, actor: str, command: str) -> Seen | None:
        """Return what became of a command."""
        query = "SELECT seq, digest FROM commands WHERE actor = ? AND id = ?"
        row = self._db.execute(query, (actor, command)).fetchone()
        return Seen(*row) if row else None

    def remember(self, actor: str, command: str, seen: Seen) -> None:
        """Keep the id of an accepted command."""
        with _storage(self.path):
            self._db.execute(
                "INSERT INTO commands VALUES (?, ?, ?, ?)", (actor, command, seen.seq, seen.digest)
            )

    def secret(self, step: str, *, make: bool = False) -> bytes | None:
        """Return, or make, a step's secret."""
        row = self._db.execute("SELECT secret FROM secrets WHERE step = ?", (step,)).fetchone()
        if row:
            return bytes(row[0])
        if not make:
            return None
        secret = secrets.token_bytes(32)
        with _storage(self.path):
            self._db.execute("INSERT INTO secrets VALUES (?, ?)", (step, secret))
        return secret

    def destroy_secret(self, step: str) -> None:
        """Overwrite and delete a step's secret (``secure_delete`` is on)."""
        with _storage(self.path):
            self._db.execute("DELETE FROM secrets WHERE step = ?", (step,))

    def add_person(self, participant: str, token: str) -> None:
        """Keep the digest of a token."""
        with _storage(self.path):
            self._db.execute("INSERT INTO people VALUES (?, ?, NULL)", (participant, _digest(token)))

    def person_of(self, token: str) -> str | None:
        """Return whose token this is."""
        query = "SELECT participant FROM people WHERE token = ?"
        row = self._db.execute(query, (_digest(token),)).fetchone()
        return str(row[0]) if row else None

    def set_name(self, participant: str, name: str | None) -> None:
        """Keep or forget a name."""
        with _storage(self.path):
            self._db.execute("UPDATE people SET name = ? WHERE participant = ?", (name, participant))

    def name_of(self, participant: str) -> str | None:
        """Return the name that a participant gave."""
        query = "SELECT name FROM people WHERE participant = ?"
        row = self._db.execute(query, (participant,)).fetchone()
        return row[0] if row else None

    def names(self) -> dict[str, str]:
        """Return the names that participants gave."""
        return dict(self._db.execute("SELECT participant, name FROM people WHERE name IS NOT NULL"))

    def forget(self, participant: str | None) -> int:
        """Drop the name and token of one participant, or of all."""
        with _storage(self.path):
            if participant is None:
                return self._db.execute("DELETE FROM people").rowcount
            return self._db.execute("DELETE FROM people WHERE participant = ?", (participant,)).rowcount

    def meta(self, key: str) -> Any:
        """Return a value of the file."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def host(self) -> dict[str, Any]:
        """Return what the server last said of itself."""
        row = self._db.execute("SELECT value FROM host WHERE key = 'server'").fetchone()
        return dict(json.loads(row[0])) if row else {}

    def set_host(self, info: dict[str, Any]) -> None:
        """Write on a connection of its own that doesn't wait for the disk: losing this harms nobody."""
        if self._loose is None:
            self._loose = sqlite3.connect(
                self.path, timeout=0.2, isolation_level=None, check_same_thread=False
            )
            self._loose.execute("PRAGMA synchronous = OFF")
        with contextlib.suppress(sqlite3.OperationalError):  # busy or full: the next one will get through
            self._loose.execute("INSERT OR REPLACE INTO host VALUES ('server', ?)", (json.dumps(info),))

    def scrub(self) -> None:
        """Empty the write-ahead log, so that nothing that was deleted lingers in it."""
        with _storage(self.path):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def backup(self, to: Path) -> None:
        """Copy the file while it is in use; the copy appears under its name only when it is whole.

        Raises:
            StorageError: The copy could not be written.
        """
        part = to.with_name(to.name + ".part")
        with _storage(to):
            part.unlink(missing_ok=True)
            copy = sqlite3.connect(part)
            try:
                self._db.backup(copy)
            finally:
                copy.close()
            part.replace(to)

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


def _connect(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    target = f"{path.resolve().as_uri()}?immutable=1&mode=ro" if immutable else str(path)
    try:
        # The server decides on its event loop and commits on a thread, never both at once.
        return sqlite3.connect(
            target, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=immutable
        )
    except sqlite3.OperationalError as error:
        message = f"{path}: can't be opened ({error}); check the folder and your rights to it"
        raise WorkshopFileError(message) from error


def _tune(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    with _storage(path):
        db.execute("PRAGMA journal_mode = WAL").fetchall()
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON").fetchall()
    return db


def _recognise(db: sqlite3.Connection, path: Path) -> None:
    try:
        found = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        message = f"{path}: this is not a workshop file ({error}); choose a file that ends in .leefkit"
        raise WorkshopFileError(message) from error
    if found != APPLICATION_ID:
        message = f"{path}: this is a database, but not a workshop file; choose a file that ends in .leefkit"
        raise WorkshopFileError(message)
    if version > VERSION:
        message = (
            f"{path}: made by a newer Leefkit (format {version}, this one reads {VERSION}); update Leefkit"
        )
        raise WorkshopFileError(message)


@contextlib.contextmanager
def _storage(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about the disk into one sentence that says what to do."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        text = str(error)
        if "full" in text or "I/O" in text or "No space" in text:
            message = (
                f"{path}: the disk is full or failing ({text}); make room, nothing that was confirmed is lost"
            )
        elif "locked" in text or "busy" in text:
            message = f"{path}: another program holds this file; close it and try again"
        elif "readonly" in text:
            message = f"{path}: this file is read-only; copy it to a folder where you may write"
        else:
            message = f"{path}: can't be written ({text}); check the disk and the folder"
        raise StorageError(message) from error
