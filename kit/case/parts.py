"""What a case is made of: the structs of ``case.yaml`` and of the files that it names."""

from __future__ import annotations

from typing import Literal

import msgspec

from kit.model.base import Text, say


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The base of everything that stands in ``case.yaml``."""


class Source(Part):
    """Where something comes from.

    Attributes:
        id: What figures, moments, quotes, pictures, areas and tables name.
        title: What it is called.
        publisher: Who is credited.
        date: When it was published or looked up; free text.
        licence: Such as ``CC BY 4.0``; empty when it is not known.
    """

    id: str
    title: Text | str
    publisher: str
    date: Text | str = ""
    url: str = ""
    licence: str = ""
    note: Text = {}

    def credit(self, lang: str) -> str:
        """Return whom and what to thank: publisher, title, date."""
        parts = (self.publisher, say(self.title, lang), say(self.date, lang))
        return ", ".join(one for one in parts if one)


class Organisation(Part):
    """One of the partners that participants choose from."""

    id: str
    name: Text


class Moment(Part):
    """One line of the timeline. In a real case it names its source."""

    when: Text
    what: Text
    source: str = ""


class Figure(Part):
    """A number with its source, or marked as invented. ``date`` is what the number is of."""

    value: Text | str
    label: Text
    unit: Text | str = ""
    source: str = ""
    date: Text | str = ""
    invented: bool = False


class Stakeholder(Part):
    """Someone with a legitimate interest, a worry, and a blind spot that the group must find.

    ``voice`` says for whom they speak who often are not in the room: the residents, or the young.
    """

    id: str
    organisation: str
    name: Text
    interest: Text
    concern: Text
    can: Text
    cannot: Text
    blind_spot: Text
    tension_with: list[str] = []
    voice: Literal["", "resident", "youth"] = ""


class Quote(Part):
    """What someone says; ``written`` marks a quote written for this case, ``source`` one that was said."""

    id: str
    who: Text
    text: Text
    written: bool = False
    source: str = ""


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


class Picture(Part):
    """A picture of the case.

    Attributes:
        file: In the folder of the case; JPEG, PNG or WebP.
        alt: What is to be seen on it, for who can't see it.
        photo: Its name in a workshop file, for ``GET /photo/<name>``; filled in when a workshop is made.
        body: The file, from when it is read until a workshop is made.
    """

    file: str
    alt: Text
    caption: Text = {}
    source: str = ""
    photo: str = ""
    body: bytes = b""


AreaKind = Literal["municipality", "district", "neighbourhood", "postcode"]


class Area(msgspec.Struct, frozen=True, array_like=True):
    """An area with its code; ``within`` is the code of the one around it, ``population`` may be unknown."""

    area: str
    name: str
    kind: AreaKind
    within: str = ""
    population: int | None = None


Ring = list[tuple[float, float]]
"""A closed line of points: degrees east and north."""


class Areas(Part):
    """The areas of a case.

    Attributes:
        file: With ``area,name,kind,within,population``.
        shapes: A GeoJSON file with their boundaries; may be missing.
        source: Of the boundaries.
        population_source: Of the numbers of inhabitants.
        rows: What stands in ``file``, in its order; filled in when the case is read.
        outlines: Polygons by area, each a list of rings, the first around it and the others around holes;
            filled in when the case is read.
    """

    file: str
    shapes: str = ""
    source: str = ""
    population_source: str = ""
    invented: bool = False
    rows: list[Area] = []
    outlines: dict[str, list[list[Ring]]] = {}


class Row(msgspec.Struct, frozen=True, array_like=True):
    """A number of a table; None where none was published."""

    area: str
    period: str
    kind: str
    value: float | None


class Table(Part):
    """Figures per area, period and kind.

    Attributes:
        file: With ``area,period,kind,value``; a period is a year (``2022``) or a month (``2022-04``).
        kinds: What every kind in the file is called; ``total`` is the name of the total.
        limits: What these figures can't tell; shown with every chart of this table.
        adds_up: False for marks, shares and scores: the numbers of two areas or kinds have no sum.
        rows: What stands in ``file``; filled in when the case is read, where a chart uses the table.
    """

    id: str
    file: str
    title: Text
    unit: Text
    kinds: dict[str, Text]
    limits: Text
    source: str = ""
    invented: bool = False
    adds_up: bool = True
    rows: list[Row] = []


Draw = Literal["trend", "kinds", "profile", "map"]


class Chart(Part):
    """A drawing of a table.

    Attributes:
        draw: ``trend`` has lines over periods, ``kinds`` bars per kind, ``profile`` deviations from a mean
            per dimension, ``map`` shaded areas.
        table: The id of a table.
        says: What is to be seen, in one sentence; without it, it is made from the figures.
        areas: Codes; without any, all neighbourhoods of the case that are in the table.
        against: The code of an area to hold them against.
        kinds: Without any, ``total`` for a trend and a map, else all but that; bars keep
            the order in which they are named.
        period: For all but a trend; without one, the newest.
        index: In a trend, the first period of each area is 100.
        per: 1000 for numbers per 1,000 inhabitants; 0 for numbers as they are.
    """

    id: str
    draw: Draw
    table: str
    title: Text
    says: Text = {}
    areas: list[str] = []
    against: str = ""
    kinds: list[str] = []
    period: str = ""
    index: bool = False
    per: int = 0
