"""Opening a workshop file, and saying what is the matter with it when that fails."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kit.errors import StorageError, WorkshopFileError

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
CREATE TABLE blobs (name TEXT PRIMARY KEY, body BLOB NOT NULL);
"""
BLOBS = SCHEMA.strip().split(";\n")[-1]
"""What the first version of the format lacks: a file of it gets this when it is opened to write."""


def connect(path: Path) -> sqlite3.Connection:
    """Open a database to read and write.

    Raises:
        WorkshopFileError: The folder is not there, or may not be written.
    """
    try:
        return _open(str(path))
    except sqlite3.OperationalError as error:
        message = f"{path}: can't be opened ({error}); check the folder and your rights to it"
        raise WorkshopFileError(message) from error


def connect_to_read(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open a database only to read, also where nothing may be written.

    SQLite needs to write beside a file to read what its write-ahead log holds. Where it may not, a file
    without a log is read as it is; one with a log is read only if SQLite can, because without the log the
    last minutes would be missing without a word.

    Raises:
        WorkshopFileError: There is a log that can't be read.
    """
    if writable:
        db = connect(path)
        db.execute("PRAGMA query_only = ON")
        return db
    log = path.with_name(path.name + "-wal")
    logged = log.is_file() and log.stat().st_size > 0
    db = _open(f"{path.resolve().as_uri()}?mode=ro{'' if logged else '&immutable=1'}", uri=True)
    if logged:
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            db.close()
            message = (
                f"{path}: its last part is still in {log.name}; copy both to a folder where you may write"
            )
            raise WorkshopFileError(message) from error
    return db


def _open(target: str, *, uri: bool = False) -> sqlite3.Connection:
    # The server decides on its event loop and commits on a thread, never both at once.
    return sqlite3.connect(
        target, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=uri
    )


def lay_out(db: sqlite3.Connection, path: Path, meta: dict[str, Any]) -> None:
    """Make the tables of a new workshop file, and write what it is.

    Raises:
        StorageError: The disk is full.
    """
    rows = [(key, json.dumps(value)) for key, value in meta.items()]
    with storage(path):
        db.execute("BEGIN IMMEDIATE")
        for statement in SCHEMA.strip().split(";\n"):
            db.execute(statement)
        db.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")


def tune(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Make commits durable and deletions real."""
    with storage(path):
        db.execute("PRAGMA journal_mode = WAL").fetchall()
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON").fetchall()
        db.execute(BLOBS.replace("TABLE", "TABLE IF NOT EXISTS"))
    return db


def rights(path: Path, *, read_only: bool) -> bool:
    """Return whether the file and its folder may be written.

    Raises:
        WorkshopFileError: There is no file, or it may not be written although that is needed.
    """
    if not path.is_file():
        message = f"{path}: there is no such workshop file; check the name, or start a new workshop"
        raise WorkshopFileError(message)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if not (writable or read_only):
        message = f"{path}: this file, or its folder, is read-only; copy it to a folder where you may write"
        raise WorkshopFileError(message)
    return writable


def recognise(db: sqlite3.Connection, path: Path) -> None:
    """Refuse what is not a workshop of this version or an older one.

    Raises:
        WorkshopFileError: With what it is, and what to do.
    """
    try:
        found = db.execute("PRAGMA application_id").fetchone()[0]
        version = db.execute("PRAGMA user_version").fetchone()[0]
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
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
    if not {"meta", "events", "commands", "people", "secrets", "host"} <= tables:
        message = f"{path}: this workshop file is not complete; use a copy or its backup instead"
        raise WorkshopFileError(message)


@contextlib.contextmanager
def storage(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints about the disk into one sentence that says what to do.

    Raises:
        StorageError: In place of them.
    """
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise StorageError(_why(path, str(error))) from error
    except sqlite3.ProgrammingError as error:
        if "closed" not in str(error):
            raise
        message = f"{path}: this workshop was closed; open it again"
        raise StorageError(message) from error
    except sqlite3.DatabaseError as error:
        if not isinstance(error, sqlite3.IntegrityError | sqlite3.InternalError | sqlite3.DataError):
            message = f"{path}: this file is damaged ({error}); go on with its backup"
            raise StorageError(message) from error
        raise


def _why(path: Path, text: str) -> str:
    if "full" in text or "I/O" in text or "No space" in text:
        return f"{path}: the disk is full or failing ({text}); make room, nothing that was confirmed is lost"
    if "locked" in text or "busy" in text:
        return f"{path}: another program holds this file; close it and try again"
    if "readonly" in text:
        return f"{path}: this file is read-only; copy it to a folder where you may write"
    return f"{path}: can't be written ({text}); check the disk and the folder"
