"""Slowing down whoever guesses at somebody else's code."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Final

import msgspec

from kit.errors import RefusedError
from kit.locale import N_

FREE: Final = 5
"""So many wrong codes cost a phone nothing: people misread, and try an old note."""
FREE_IN_ALL: Final = 50
"""The same of all phones together: a guesser can join again and again."""
FIRST_SECONDS: Final = 15.0
LONGEST_SECONDS: Final = 3600.0
LONGEST_IN_ALL: Final = 60.0
"""No longer than this: whoever guesses must not shut out those who have a code."""
FORGET_SECONDS: Final = 3600.0
"""After so long without a wrong code a count begins anew."""


class Count(msgspec.Struct):
    """The wrong codes of one phone, or of all: how many, the last one's time, and until when to wait."""

    wrong: int = 0
    last: float = 0.0
    until: float = 0.0


class Guesses:
    """Counts wrong codes, and refuses the next one for a while: per participant, and over all of them.

    Only in memory: what is refused here depends on the time, and what the journal adds up to may not.
    Five wrong codes are free; after each further one a phone waits twice as long.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with no guesses; ``clock`` returns seconds."""
        self._clock = clock
        self._of: dict[str, Count] = {}
        self._all = Count()

    def begin(self, participant: str) -> None:
        """Count a code as wrong before it is looked at: many that are sent at once count, too.

        Raises:
            RefusedError: There were too many; it is not looked at, and does not count.
        """
        now = self._clock()
        own = self._of.setdefault(participant, Count())
        for one in (own, self._all):
            if now - one.last > FORGET_SECONDS and now >= one.until:
                one.wrong = 0
        wait = max(own.until, self._all.until) - now
        if wait > 0:
            raise RefusedError(
                "too_many_codes",
                N_("Too many codes were wrong. Wait {seconds} seconds, then try again."),
                seconds=math.ceil(wait),
            )
        _wrong(own, now, FREE, LONGEST_SECONDS)
        _wrong(self._all, now, FREE_IN_ALL, LONGEST_IN_ALL)

    def right(self, participant: str) -> None:
        """The code was right: this participant's count begins anew, and that of all is one less."""
        self._of.pop(participant, None)
        self._all.wrong -= 1
        self._all.until = 0.0

    def unread(self, participant: str) -> None:
        """The code was not looked at: it does not count."""
        for one in (self._of.get(participant), self._all):
            if one is not None:
                one.wrong, one.until = one.wrong - 1, 0.0


def _wrong(count: Count, now: float, free: int, longest: float) -> None:
    count.wrong += 1
    count.last = now
    if count.wrong >= free:
        count.until = now + min(longest, FIRST_SECONDS * 2.0 ** min(20, count.wrong - free))
