"""Where photographs lie in the workshop's file, and how many may lie there that stand on no card."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import Final

from kit.errors import RefusedError
from kit.locale import N_
from kit.photos import loose
from kit.server.writer import Writer

MOST_KEPT: Final = 400_000_000
"""Bytes of photographs in one workshop file."""
MOST_WAITING: Final = 6
"""Photographs of one sender that stand on no card (yet): with one more, the oldest of them goes."""


class Shelf:
    """Keeps photographs until their card comes. Who only sends, and writes no card, fills nothing."""

    def __init__(self, writer: Writer) -> None:
        """Keep the photographs of the writer's workshop."""
        self.writer = writer
        self._sent: dict[tuple[str, str], None] = {}
        """Who sent which, oldest first: a photograph that two people sent is one file."""

    async def put(self, sender: str, name: str, made: bytes) -> None:
        """Keep a photograph.

        Args:
            sender: Who sent it, as the same person is known each time.
            name: Its name.
            made: The file.

        Raises:
            RefusedError: There is no room for it.
            StorageError: The disk is full or failing; nothing was kept.
        """
        async with self.writer.lock:
            await self.writer.store(partial(self._put, sender, name, made))
            self._sent.pop((sender, name), None)
            self._sent[sender, name] = None

    def _put(self, sender: str, name: str, made: bytes) -> None:
        """Make room and keep it, in a transaction in which the state is up to date."""
        workshop = self.writer.workshop
        journal = workshop.journal
        there = journal.photos()
        waiting = set(loose(workshop.room, journal)) - {name}
        senders = Counter(one for _, one in self._sent)
        own = [one for whose, one in self._sent if whose == sender and one in waiting]
        # What somebody else sent too is theirs as well.
        gone = {one for one in own[: max(0, len(own) - MOST_WAITING + 1)] if senders[one] == 1}
        left = [*(waiting - senders.keys()), *(one for _, one in self._sent if one in waiting)]
        size = sum(there.values()) + (0 if name in there else len(made)) - sum(there[one] for one in gone)
        for one in left:
            if size > MOST_KEPT and one not in gone:  # better that than no room for whoever writes a card
                gone.add(one)
                size -= there[one]
        if size > MOST_KEPT:
            raise RefusedError(
                "photos_full", N_("There is no room for more photos in this workshop. Write it down.")
            )
        journal.drop_photos(gone)
        journal.add_photo(name, made)
