"""Slowing down whoever guesses at somebody else's code."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Final

import msgspec

from kit.errors import RefusedError
from kit.locale import N_

UNKNOWN: Final = "unknown_code"
"""The refusal of a guess that was wrong; any other says nothing of the code, and does not count."""
FREE: Final = 5
"""So many wrong codes cost a phone nothing: people misread, and try an old note."""
FIRST_SECONDS: Final = 15.0
LONGEST_SECONDS: Final = 3600.0
MANY: Final = 100
"""So many wrong codes of all together are no slips of the pen: a hall of 500 makes some 60."""
NEW_SECONDS: Final = 30.0
"""After that many whoever comes in waits so long before their first code is looked at."""
FORGET_SECONDS: Final = 3600.0
"""After so long without a wrong code a count begins anew."""


class Count(msgspec.Struct):
    """The wrong codes of one phone, or of all: how many, the last one's time, and until when to wait."""

    wrong: int = 0
    last: float = 0.0
    until: float = 0.0


class Guesses:
    """Counts wrong codes, and refuses the next one of the same participant for a while.

    Five wrong codes are free; after each further one a phone waits twice as long. A right one does not end
    that: it can be sent again and again. Who guesses can join again and again, too. Therefore, after many
    wrong codes in all, those who come in from then on have one free code instead of five, and none that is
    looked at during their first half minute. That is all that anybody meets of what others did: a wait in
    common would let one phone shut out a hall.

    Only in memory: what is refused here depends on the time, and what the journal adds up to may not.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with no guesses; ``clock`` returns seconds."""
        self._clock = clock
        self._of: dict[str, Count] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self._all = Count()

    def came(self, participant: str) -> None:
        """Somebody came in: after many wrong codes it may be the one who guesses, again."""
        now = self._clock()
        _forget(self._all, now)
        if self._all.wrong >= MANY:
            self._of[participant] = Count(FREE - 1, now, now + NEW_SECONDS)

    @asynccontextmanager
    async def one(self, participant: str) -> AsyncIterator[None]:
        """Have one code looked at, and count it when the answer is that it is nobody's.

        One at a time per participant, or many sent at once would all be looked at before one counts.

        Raises:
            RefusedError: There were too many; it is not looked at, and does not count.
        """
        async with self._turns.setdefault(participant, asyncio.Lock()):
            own = self._of.setdefault(participant, Count())
            self._must_not_wait(own)
            try:
                yield
            except RefusedError as refusal:
                if refusal.code == UNKNOWN:
                    self._count(own)
                raise

    def _must_not_wait(self, own: Count) -> None:
        now = self._clock()
        _forget(own, now)
        if own.until > now:
            raise RefusedError(
                "too_many_codes",
                N_("Too many codes were wrong. Wait {seconds} seconds, then try again."),
                seconds=math.ceil(own.until - now),
            )

    def _count(self, own: Count) -> None:
        now = self._clock()
        _forget(self._all, now)
        for count in (own, self._all):
            count.wrong, count.last = count.wrong + 1, now
        if own.wrong >= FREE:
            wait = FIRST_SECONDS * 2.0 ** min(20, own.wrong - FREE)
            own.until = now + min(LONGEST_SECONDS, wait)


def _forget(count: Count, now: float) -> None:
    if now - count.last > FORGET_SECONDS:
        count.wrong = 0
