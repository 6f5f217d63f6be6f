"""What a simulated participant is like, and what they see."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

OWN_MIND = 0.12
"""How much people of one organisation differ, where 1 is between their best and their worst liked text."""
INDIFFERENT = 0.15
"""How much a text that nobody has a taste for can please at most."""

Look = Callable[[], tuple[dict[str, Any], dict[str, Any]]]
"""Returns the activity's view, and its view for this viewer, as the phone shows them now."""


class Mind(msgspec.Struct):
    """One simulated participant in one step.

    Attributes:
        rng: Their own chance, the same for the same seed.
        number: Participants count from 0.
        organisation: Where they come from.
        team: Their table.
        first_at_table: One at every table writes for all.
        taste: Pieces of text that their organisation likes, the strongest preference first.
        own: The texts that come from their organisation.
        texts: Zone and text of what the case's script has them write in this step.
        script: Zone, text and organisation (empty for any) of all that the script has for this step, for
            whoever works on a thing of its own at every table.
        code: The personal code that they wrote down earlier; None for who has none.
    """

    rng: random.Random
    number: int = 0
    organisation: str = ""
    team: str | None = None
    first_at_table: bool = False
    taste: Sequence[str] = ()
    own: frozenset[str] = frozenset()
    texts: Sequence[tuple[str, str]] = ()
    script: Sequence[tuple[str, str, str]] = ()
    code: str | None = None

    def appeal(self, *texts: str) -> float:
        """Return how much they like something, about 0 to 1: by their organisation's taste, and their own."""
        text = " ".join(texts).casefold()
        places = [n for n, piece in enumerate(self.taste) if piece.casefold() in text]
        if not places:
            return self.rng.uniform(0, INDIFFERENT)
        return 1 - min(places) / len(self.taste) + self.rng.gauss(0, OWN_MIND)
