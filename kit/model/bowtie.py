"""The messages of the activity bowtie: its commands, its events and its views."""

from __future__ import annotations

from typing import Literal

import msgspec

from kit.insight.bowtie import TieIndicators
from kit.insight.bowtie_parts import TieDrawing
from kit.model.base import Command, Event, Struct

Element = Literal["hazard", "top_event", "threat", "consequence", "prev", "recov", "escal", "escal_barrier"]
"""The eight elements, in the order in which a bowtie is built."""

Known = Literal["", "bestaat", "nieuw", "idee"]
Effect = Literal["", "goed", "matig", "zwak", "onbekend"]
Chain = Literal["", "proactie", "preventie", "preparatie", "repressie", "nazorg"]
Domain = Literal["", "zorg", "veiligheid", "fysiek", "digitaal", "sociaal"]
Level = Literal[0, 1, 2, 3, 4]


class AddNode(Command, frozen=True, tag="add_node"):
    """Draw an element in a table's bowtie; the trainer says in which ``team``'s.

    ``parent`` is the line that a measure lies on, the measure that a weak spot hangs on, or the weak spot
    that extra support is for. ``organisation`` owns a measure, and ``lead`` is the role that pulls it.
    """

    step: str
    element: Element
    text: str
    parent: str | None = None
    team: str | None = None
    organisation: str | None = None
    lead: str | None = None
    status: Known | None = None
    effect: Effect | None = None
    prevention: Level | None = None
    chain: Chain | None = None
    domain: Domain | None = None


class EditNode(Command, frozen=True, tag="edit_node"):
    """Change an element. What is left out stays; an empty text, or level 0, takes it away."""

    step: str
    node: str
    text: str | None = None
    organisation: str | None = None
    lead: str | None = None
    status: Known | None = None
    effect: Effect | None = None
    prevention: Level | None = None
    chain: Chain | None = None
    domain: Domain | None = None


class RemoveNode(Command, frozen=True, tag="remove_node"):
    """Take an element off the drawing, with all that hangs on it."""

    step: str
    node: str


class RestoreNode(Command, frozen=True, tag="restore_node"):
    """Put an element back that was taken off, with all that went with it."""

    step: str
    node: str


class PlaceIdea(Command, frozen=True, tag="place_idea"):
    """Put a card on a line (or beside a measure on it), or on a weak spot as extra support."""

    step: str
    card: str
    node: str


class NodeMarks(msgspec.Struct, frozen=True):
    """What is said about an element besides its text; an empty text, or level 0, where nothing was said."""

    organisation: str = ""
    lead: str = ""
    status: Known = ""
    effect: Effect = ""
    prevention: Level = 0
    chain: Chain = ""
    domain: Domain = ""


class NodeAdded(Event, frozen=True, tag="node_added"):
    """An element was drawn; ``card`` is the one that it was made from."""

    step: str
    node: str
    element: Element
    text: str
    team: str
    parent: str | None = None
    card: str | None = None
    marks: NodeMarks = NodeMarks()


class NodeChanged(Event, frozen=True, tag="node_changed"):
    """An element says something else now: the whole of it."""

    step: str
    node: str
    text: str
    marks: NodeMarks = NodeMarks()


class NodeRemoved(Event, frozen=True, tag="node_removed"):
    """An element was taken off with all that hangs on it, or (``removed`` false) is back with it."""

    step: str
    node: str
    removed: bool = True


class NodeView(Struct):
    """One element of a bowtie."""

    id: str
    element: Element
    text: str
    parent: str | None
    card: str | None
    marks: NodeMarks


class IdeaView(Struct):
    """A card that may go on a line; ``node`` is the element that it was written for, where that is known."""

    card: str
    text: str
    node: str | None


class TieView(Struct):
    """One table's bowtie. Phones get no drawing and no ideas: they show it as a list."""

    team: str
    topic: str
    """The card that this table draws, a proposal for the top event; empty where the table chooses itself."""
    nodes: list[NodeView]
    tells: TieIndicators
    drawings: list[TieDrawing]
    whole: TieDrawing | None
    """The drawing on one sheet, whatever its size: for the results."""
    ideas: list[IdeaView]


class TallyView(Struct):
    """How far a table is."""

    team: str
    lines: int
    measures: int
    gaps: int


class SeedView(Struct):
    """The bowtie of the case, for the trainer alone."""

    hazard: str
    top_event: str
    threats: list[str]
    consequences: list[str]
    measures: list[str]


class LevelRow(Struct):
    """What one organisation owns at levels 1 to 4 of prevention; ``name`` is empty for what nobody owns."""

    name: str
    counts: list[int]


class BowtieShared(Struct, tag_field="activity", tag="bowtie"):
    """The bowties that this audience may see: its own table's, or all of them."""

    most_lines: int
    most_measures: int
    max_chars: int
    ties: list[TieView]
    tally: list[TallyView]
    """All tables; empty on phones."""
    levels: list[LevelRow]
    """Who does what at which level, over the bowties in ``ties``."""
    seed: SeedView | None
