"""The messages of the activity briefing: its views."""

from __future__ import annotations

from kit.model.base import Struct
from kit.model.figures import FigureView


class StakeholderView(Struct):
    """One stakeholder of the case. The blind spot is for the trainer alone."""

    name: str
    organisation: str
    interest: str
    concern: str
    can: str
    cannot: str
    blind_spot: str | None = None
    people: int | None = None
    """How many look with these eyes, where roles are dealt out: of all for the trainer, else of the table."""


class QuoteView(Struct):
    """What somebody says: ``written`` for this case, or as ``source`` has it."""

    who: str
    text: str
    written: bool = False
    source: str = ""


class FactView(Struct):
    """A figure with where it comes from and of when it is; ``invented`` figures say so."""

    value: str
    unit: str
    label: str
    source: str
    invented: bool
    date: str = ""


class MomentView(Struct):
    """One line of the timeline."""

    when: str
    what: str
    source: str = ""


class PictureView(Struct):
    """A picture of the case. Who is sent ``photo``, its name in the workshop file, may fetch it."""

    photo: str
    alt: str
    caption: str = ""
    source: str = ""


class BriefingShared(Struct, tag_field="activity", tag="briefing"):
    """The case. ``html`` is made from the case's own Markdown, with raw HTML switched off."""

    title: str
    """Empty for a talk or a break: there is nothing of the case to read."""
    kind: str
    place: str
    summary: str
    html: str
    stakeholders: list[StakeholderView]
    quotes: list[QuoteView]
    figures: list[FactView]
    timeline: list[MomentView]
    pictures: list[PictureView] = []
    charts: list[FigureView] = []
    """Drawn for a phone, or for the larger screens.

    The trainer gets them without drawings and tables: those are in what the room sees."""
    roles: bool = False
    """True when everyone looks with the eyes of another organisation than their own."""


class BriefingMine(Struct):
    """Whose eyes the viewer looks with; None for who said not yet where they come from."""

    role: StakeholderView | None
