"""What simulated participants write and like: ``simulation.yaml`` in a case's folder."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from kit.case import Case, find
from kit.model.cards import Evidence
from kit.yamlfile import load

ANY = "any"
MOST_EACH = 4
"""Nobody writes more cards than this in one step."""


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """The base of everything that stands in ``simulation.yaml``."""


class Delegation(Part):
    """How many people an organisation sends."""

    organisation: str
    people: int


class Line(Part):
    """A text for a card, and how its writer knows; ``any`` organisation may write it."""

    organisation: str
    text: str
    evidence: Evidence | None = None


class Contribution(msgspec.Struct, frozen=True):
    """Participant number ``who`` puts a text in a zone, and says how they know, if they do."""

    who: int
    zone: str
    text: str
    evidence: Evidence | None = None

    @property
    def said(self) -> dict[str, str]:
        """What stands on the card, as a command says it."""
        known = {"evidence": self.evidence} if self.evidence else {}
        return {"zone": self.zone, "text": self.text, **known}


class Script(Part):
    """What happens in a demonstration of one case.

    Attributes:
        delegations: The organisations that take part.
        contributions: Texts by step and zone; what stands first appears first.
        taste: Pieces of text that an organisation likes, the strongest preference first.
        names: First names that some of the participants give.
    """

    delegations: list[Delegation]
    contributions: dict[str, dict[str, list[Line]]] = {}
    taste: dict[str, list[str]] = {}
    names: list[str] = []

    @classmethod
    def load(cls, case: str) -> Script:
        """Read the script of a case; a case without one gets participants who only look and vote.

        Raises:
            InputError: There is no such case, or its script has a mistake.
        """
        file: Path = find(case) / "simulation.yaml"
        if file.is_file():
            return load(file, cls)
        return cls([Delegation(one.id, 1) for one in Case.load(case).organisations])

    def people(self, count: int, rng: random.Random) -> list[str]:
        """Return the organisation of each of ``count`` participants, in the order in which they come in.

        Delegations keep their proportions; nobody stays at home as long as there is a place for each.
        """
        sizes = {one.organisation: one.people for one in self.delegations}
        seats = dict.fromkeys(sizes, 0)
        for _ in range(count):  # Sainte-Laguë, with a first seat for each
            neediest = max(sizes, key=lambda name: (not seats[name], sizes[name] / (2 * seats[name] + 1)))
            seats[neediest] += 1
        people = [name for name, number in seats.items() for _ in range(number)]
        rng.shuffle(people)
        return people

    def texts_of(self, organisation: str) -> set[str]:
        """Return all texts that are an organisation's own."""
        lines = (line for zones in self.contributions.values() for one in zones.values() for line in one)
        return {line.text for line in lines if line.organisation == organisation}

    def lines(self, step: str) -> list[tuple[str, str, str]]:
        """Return zone, text and organisation (empty for any) of all that there is for a step."""
        zones = self.contributions.get(step, {})
        return [
            (zone, line.text, "" if line.organisation == ANY else line.organisation)
            for zone, lines in zones.items()
            for line in lines
        ]

    def plan(self, step: str, people: Sequence[str], rng: random.Random) -> list[Contribution]:
        """Return who writes what in a step, in order; no text comes twice.

        Args:
            step: Id of the step.
            people: The organisation of each participant.
            rng: Chooses among colleagues.
        """
        lines = list(_in_order(self.contributions.get(step, {})))
        busy = Counter[int]()
        writers: dict[int, int] = {}
        for own in (True, False):  # an organisation's own texts first: whoever has none takes the others
            for n, (_, line) in enumerate(lines):
                if (line.organisation in people) is not own:  # `any`, or of someone who is not here
                    continue
                able = [i for i, one in enumerate(people) if not own or one == line.organisation]
                who = min(able, key=lambda i: (busy[i], rng.random()))
                if busy[who] < MOST_EACH:
                    busy[who] += 1
                    writers[n] = who
        chosen = [(who, *lines[n]) for n, who in sorted(writers.items())]
        return [Contribution(who, zone, line.text, line.evidence) for who, zone, line in chosen]


def _in_order(zones: dict[str, list[Line]]) -> Iterator[tuple[str, Line]]:
    """Yield the first line of every zone, then the second of each, and so on; each text once."""
    seen: set[str] = set()
    for n in range(max(map(len, zones.values()), default=0)):
        for zone, lines in zones.items():
            if n < len(lines) and lines[n].text not in seen:
                seen.add(lines[n].text)
                yield zone, lines[n]
