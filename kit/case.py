"""A case: the situation a workshop is about, read from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from kit import paths
from kit.errors import InputError, nearest
from kit.model.base import Text, say
from kit.yamlfile import load, read_text


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The base of everything that stands in ``case.yaml``."""


class Organisation(Part):
    """One of the partners that participants choose from."""

    id: str
    name: Text


class Moment(Part):
    """One line of the timeline."""

    when: Text
    what: Text


class Figure(Part):
    """A number with its source, or marked as invented."""

    value: Text | str
    label: Text
    unit: Text | str = ""
    source: str = ""
    invented: bool = False


class Stakeholder(Part):
    """Someone with a legitimate interest, a worry, and a blind spot that the group must find."""

    id: str
    organisation: str
    name: Text
    interest: Text
    concern: Text
    can: Text
    cannot: Text
    blind_spot: Text
    tension_with: list[str] = []


class Quote(Part):
    """What someone says; ``written`` marks a quote written for this case."""

    id: str
    who: Text
    text: Text
    written: bool = False


class Persona(Part):
    """An invented person."""

    id: str
    name: str
    age: int
    text: Text
    goal: Text
    worry: Text
    quote: Text


class BowtieSeed(Part):
    """A first bowtie, for the trainer."""

    hazard: Text
    top_event: Text
    threats: list[Text] = []
    consequences: list[Text] = []
    measures: list[Text] = []


class Case(Part):
    """One case, whole: texts in every language it has. ``situation`` and ``trainer`` are Markdown."""

    id: str
    kind: Literal["real", "fictional"]
    title: Text
    summary: Text
    place: Text | str
    situation: Text
    organisations: list[Organisation]
    stakeholders: list[Stakeholder] = []
    quotes: list[Quote] = []
    figures: list[Figure] = []
    timeline: list[Moment] = []
    tensions: list[Text] = []
    unknown: list[Text] = []
    seeds: list[Text] = []
    personas: list[Persona] = []
    bowtie: BowtieSeed | None = None
    trainer: Text = {}
    sensitive: Text | str = ""
    sources: list[str] = []
    fields: list[int] = []
    level: Literal["easy", "medium", "hard"] = "medium"
    hours: list[float] = []

    @classmethod
    def load(cls, where: str | Path) -> Case:
        """Read a case: a folder, or the name of a case that ships with the kit.

        Raises:
            InputError: When there is no such case, or its ``case.yaml`` has a mistake. The text names the
                file, the path in it, and what was expected.
        """
        folder = find(where)
        case = load(folder / "case.yaml", cls)
        case.situation = {lang: read_text(folder, name) for lang, name in case.situation.items()}
        case.trainer = {lang: read_text(folder, name) for lang, name in case.trainer.items()}
        case.check(folder / "case.yaml")
        return case

    def organisation_names(self, lang: str) -> dict[str, str]:
        """Return the name of every organisation in ``lang``, by id."""
        return {one.id: say(one.name, lang) for one in self.organisations}

    def check(self, path: Path) -> None:
        """Refuse a stakeholder of an organisation that the case does not list, and other loose ends."""
        known = [one.id for one in self.organisations]
        if not known:
            message = f"{path}: organisations is empty; list at least one"
            raise InputError(message)
        for n, who in enumerate(self.stakeholders):
            if who.organisation not in known:
                place = f"{path}: stakeholders[{n}].organisation"
                message = f"{place}: no organisation {who.organisation!r}; {nearest(who.organisation, known)}"
                raise InputError(message)
        for n, figure in enumerate(self.figures):
            if not figure.source and not figure.invented:
                message = f"{path}: figures[{n}]: give a source, or say invented: true"
                raise InputError(message)


def names() -> list[str]:
    """Return the names of the cases that ship with the kit."""
    return sorted(file.parent.name for file in paths.cases_dir().glob("*/case.yaml"))


def find(where: str | Path) -> Path:
    """Return the folder of a case, given its path or the name of a shipped one.

    Raises:
        InputError: When there is none.
    """
    given = Path(where)
    for folder in (given, paths.cases_dir() / given.name if len(given.parts) == 1 else given):
        if (folder / "case.yaml").is_file():
            return folder
    if given.is_dir():
        message = f"{given}: there is no case.yaml in this folder; choose the folder of a case"
        raise InputError(message)
    message = f"case {str(where)!r}: no such case; {nearest(str(where), names())}"
    raise InputError(message)
