"""The journal: the append-only list of events of one workshop, and what must lie beside it.

:class:`Journal` is what the engine asks of a store; :mod:`kit.journal.sqlite` is the one for a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import msgspec


class Line(msgspec.Struct, frozen=True):
    """One line of the journal as it is stored: ``body`` is the event as JSON."""

    seq: int
    at: float
    actor: str
    kind: str
    body: bytes


class Seen(msgspec.Struct, frozen=True):
    """A command that was accepted earlier: the sequence number it led to, and a digest of what it said."""

    seq: int
    digest: bytes


class Journal(Protocol):
    """What the engine asks of a store.

    One object serves one process; writing happens between begin and commit.
    """

    place: str

    def begin(self) -> None:
        """Start a write transaction; waits for other processes.

        Raises:
            StorageError: Another process holds the journal too long, or it can't be written.
        """

    def commit(self) -> None:
        """Make everything since :meth:`begin` durable. When this returns, it is on disk.

        Raises:
            StorageError: It could not be written; nothing of the transaction was kept.
        """

    def rollback(self) -> None:
        """Drop everything since :meth:`begin`. Harmless outside a transaction."""

    def since(self, seq: int) -> Iterator[Line]:
        """Yield all lines after ``seq``, in order."""

    def append(self, lines: Iterable[Line]) -> None:
        """Add lines; their numbers follow on the last one."""

    def changed(self) -> bool:
        """Return whether another connection wrote since the last call. Cheap enough to ask often."""

    def seen(self, actor: str, command: str) -> Seen | None:
        """Return what became of an actor's command with this id."""

    def remember(self, actor: str, command: str, seen: Seen) -> None:
        """Keep the id of an accepted command."""

    def secret(self, step: str, *, make: bool = False) -> bytes | None:
        """Return the secret behind a step's pseudonyms; ``make`` one if there is none (in a transaction)."""

    def destroy_secret(self, step: str) -> None:
        """Forget a step's secret, so that nobody can tell any more who is behind its pseudonyms."""

    def add_person(self, participant: str, token: str) -> None:
        """Keep a participant's token (as a digest)."""

    def person_of(self, token: str) -> str | None:
        """Return the participant that a token belongs to."""

    def set_name(self, participant: str, name: str | None) -> None:
        """Keep, or with None forget, the name of a participant."""

    def name_of(self, participant: str) -> str | None:
        """Return the name that a participant gave."""

    def names(self) -> dict[str, str]:
        """Return the names that participants gave."""

    def forget(self, participant: str | None) -> int:
        """Drop the name and token of one participant, or of all. Returns how many rows that were."""

    def scrub(self) -> None:
        """Make sure that nothing that was deleted can be read back from the store."""

    def add_photo(self, name: str, body: bytes) -> None:
        """Keep a photograph under the digest of what is in it (in a transaction)."""

    def photo(self, name: str) -> bytes | None:
        """Return a photograph."""

    def photos(self) -> dict[str, int]:
        """Return the names of all photographs with their sizes in bytes."""

    def drop_photos(self, names: Iterable[str]) -> int:
        """Delete photographs (in a transaction). Returns how many there were."""

    def meta(self, key: str) -> Any:
        """Return a value of the workshop file: its code, keys of the links, secret of the cookies."""

    def host(self) -> dict[str, Any]:
        """Return what the server that runs this workshop last said of itself; empty when none ever did."""

    def set_host(self, info: dict[str, Any]) -> None:
        """Tell other processes about this server. Not durable, and never waits for the disk."""

    def close(self) -> None:
        """Let go of the store. May be called twice."""
