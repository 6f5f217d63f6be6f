"""An item bank: what a survey asks, with which answers, and at which moments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal

from kit.datafile import DataFile, Part, unlike
from kit.errors import InputError, nearest
from kit.model.base import Text, say
from kit.model.survey import ChoiceView, ItemView, Moment

MOMENTS: tuple[Moment, ...] = ("before", "after", "followup")
SAME_DAY: tuple[Moment, ...] = ("before", "after")


class Choice(Part):
    """One answer: its value, and what stands on the button."""

    value: float
    label: Text


class Scale(Part):
    """The answers that an item may have, lowest first.

    Attributes:
        agrees: From this value on somebody agrees; None for a scale that has no such point.
    """

    choices: list[Choice]
    agrees: float | None = None

    @property
    def values(self) -> list[float]:
        """The values, lowest first."""
        return [one.value for one in self.choices]


class Group(Part):
    """Items that belong together. Of a scored one everybody gets a score: the mean of their answers."""

    id: str
    title: Text
    scored: bool = False


class Item(Part):
    """One question, or one sentence to agree with.

    Attributes:
        set: The group it belongs to.
        scale: The answers it may have.
        construct: What it is about, in a word or two.
        moments: When it is asked.
        per: Once, or about each other organisation.
        looks_back: The group whose score at the first moment it asks for again, from memory.
    """

    id: str
    set: str
    scale: str
    text: Text
    construct: Text = {}
    moments: tuple[Moment, ...] = MOMENTS
    per: Literal["person", "organisation"] = "person"
    looks_back: str | None = None


class Items(DataFile, kw_only=True):
    """Items with their scales and groups; ``intro`` is what they all begin with, by moment."""

    folder: ClassVar[str] = "items"
    what: ClassVar[str] = "item bank"

    scales: dict[str, Scale]
    sets: list[Group]
    items: list[Item]
    summary: Text = {}
    intro: dict[Moment, Text] = {}

    def check(self, path: Path) -> None:
        """Refuse items of one name, and items whose scale or group is not there.

        Raises:
            InputError: With ``<path>: <where>: <problem>; <nearest valid name>``.
        """
        unlike(path, "set", [one.id for one in self.sets])
        unlike(path, "item", [one.id for one in self.items])
        problem = next(self._problems(), None)
        if problem:
            message = f"{path}: {problem}"
            raise InputError(message)

    def _problems(self) -> Iterator[str]:
        if not self.items:
            yield "items is empty; list at least one"
        for name, scale in self.scales.items():
            if len(scale.values) < 2 or scale.values != sorted(set(scale.values)):
                yield f"scales.{name}: list two choices or more, each with a higher value than the one before"
        for n, item in enumerate(self.items):
            if not item.id or ":" in item.id:
                yield f"items[{n}].id: {item.id!r} won't do; give a short name without a colon"
            for problem in self._unknown(item):
                yield f"items[{n}] ({item.id}): {problem}"

    def _unknown(self, item: Item) -> Iterator[str]:
        groups = [one.id for one in self.sets]
        if item.scale not in self.scales:
            yield f"scale: there is no {item.scale!r}; {nearest(item.scale, self.scales)}"
        if item.set not in groups:
            yield f"set: there is no {item.set!r}; {nearest(item.set, groups)}"
        if item.looks_back is not None and item.looks_back not in groups:
            yield f"looks_back: there is no set {item.looks_back!r}; {nearest(item.looks_back, groups)}"
        if not item.moments:
            yield "moments is empty; list at least one"

    def asked(self, moment: Moment) -> list[Item]:
        """Return the items of a moment, in order."""
        return [one for one in self.items if moment in one.moments]

    def item(self, name: str) -> Item | None:
        """Return an item by its id; an answer about an organisation is named ``item:organisation``."""
        return next((one for one in self.items if one.id == name.partition(":")[0]), None)

    def questions(self, moment: Moment, lang: str) -> list[ItemView]:
        """Return the items of a moment as a screen shows them."""
        return [
            ItemView(
                id=one.id,
                set=one.set,
                text=say(one.text, lang),
                construct=say(one.construct, lang),
                choices=one.scale,
                each=one.per == "organisation",
            )
            for one in self.asked(moment)
        ]

    def choices(self, moment: Moment, lang: str) -> dict[str, list[ChoiceView]]:
        """Return the answers to choose from at a moment, by scale."""
        used = {one.scale for one in self.asked(moment)}
        return {
            name: [ChoiceView(one.value, say(one.label, lang)) for one in scale.choices]
            for name, scale in self.scales.items()
            if name in used
        }
