"""What a drawing of a bowtie is made of: boxes with their texts in lines, and the wires between them.

One layout for all: screens draw its boxes as SVG with real text, and so does a report. The unit is a tenth of
the height of a letter, so a sheet of 640 shows 64 letter heights across, however large it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kit.insight.bowtie import LINES, Node
from kit.insight.text_lines import lines_of

LETTER, LINE = 10.0, 12.6
ASCENT = 9.8
"""From the top of a line of text to where its letters stand."""
PAD_X, PAD_Y = 5.5, 5.0
SIGN = 13.0
"""Room for the sign in front of a weak spot, of extra support and of a gap."""
MOST_LINES = 7
STRIPES = 6.0
"""Height of the hazard's band of stripes."""
SIGNED = {"escal", "escal_barrier", "gap"}
BOLD = {"top_event", "threat", "consequence"}


class Words(msgspec.Struct, frozen=True):
    """What stands where there is nothing yet."""

    hazard: str
    top_event: str
    threat: str
    consequence: str
    gap: str


class TieBox(msgspec.Struct, frozen=True):
    """One element. ``kind`` is that of its node, or ``gap``; then ``node`` is the line that lacks a measure.

    ``lines`` begin at ``left`` and the first stands at ``base``, each ``LINE`` under the one before; ``note``
    goes on below them: who owns it, and what else is to be said.
    """

    node: str | None
    kind: str
    x: float
    y: float
    width: float
    height: float
    lines: list[str]
    note: list[str] = []
    status: str | None = None
    weak: bool = False
    left: float = 0
    base: float = 0

    def at(self, x: float, y: float, height: float | None = None) -> TieBox:
        """Return the box in its place, its text in the middle of its height."""
        height = self.height if height is None else height
        text = max(1, len(self.lines) + len(self.note)) * LINE
        stripes = STRIPES if self.kind == "hazard" else 0
        return msgspec.structs.replace(
            self,
            x=round(x, 1),
            y=round(y, 1),
            height=round(height, 1),
            left=round(x + PAD_X + (SIGN if self.kind in SIGNED else 0), 1),
            base=round(y + (height + stripes - text) / 2 + ASCENT, 1),
        )


class TieWire(msgspec.Struct, frozen=True):
    """A line of the drawing as the data of an SVG path. ``gap`` when nothing lies on it."""

    path: str
    kind: str
    gap: bool = False


class TieDrawing(msgspec.Struct, frozen=True):
    """One sheet. ``part`` is ``whole``, ``overview``, ``left`` or ``right``; a side may have pages."""

    width: float
    height: float
    part: str
    boxes: list[TieBox]
    wires: list[TieWire]
    page: int = 1
    pages: int = 1


class Row(msgspec.Struct):
    """A line with its measures, each with its weak spot and the extra support of that.

    ``line`` is None for the place of the first line, where there is none yet.
    """

    line: Node | None
    measures: list[tuple[Node, Node | None, Node | None]]


class Tie(msgspec.Struct):
    """A bowtie sorted out, and the words on it.

    ``brief`` leaves the texts of measures out; ``most`` is how many lines the text of a line may take.
    """

    hazard: Node | None
    top: Node | None
    left: list[Row]
    right: list[Row]
    notes: dict[str, str]
    words: Words
    brief: bool = False
    most: int = MOST_LINES


def sort_out(nodes: Sequence[Node], notes: Sequence[str], words: Words) -> Tie:
    """Return the nodes in their rows."""

    def first(kind: str, parent: str | None = None) -> Node | None:
        return next((one for one in nodes if one.kind == kind and parent in {None, one.parent}), None)

    def row(line: Node) -> Row:
        found = []
        for one in nodes:
            if one.kind == LINES[line.kind] and one.parent == line.id:
                spot = first("escal", one.id)
                found.append((one, spot, first("escal_barrier", spot.id) if spot else None))
        return Row(line, found)

    sides = [[row(one) for one in nodes if one.kind == kind] for kind in LINES]
    said = {one.id: note for one, note in zip(nodes, notes, strict=True)}
    return Tie(first("hazard"), first("top_event"), sides[0], sides[1], said, words)


def box_of(tie: Tie, node: Node, width: float) -> TieBox:
    """Return the box of a node."""
    bare = tie.brief and node.kind in LINES.values()
    text, note = ("", "") if bare else (node.text, tie.notes[node.id])
    box = text_box(node.kind, text, width, note, tie.most if node.kind in LINES else MOST_LINES)
    return msgspec.structs.replace(box, node=node.id, status=node.status, weak=node.effect == "zwak")


def text_box(kind: str, text: str, width: float, note: str = "", most: int = MOST_LINES) -> TieBox:
    """Return a box of this width, as high as its text."""
    room = (width - 2 * PAD_X - (SIGN if kind in SIGNED else 0)) / LETTER
    lines = lines_of(text, room, most, bold=kind in BOLD)
    notes = lines_of(note, room, MOST_LINES)
    height = (len(lines) + len(notes)) * LINE + 2 * PAD_Y + (STRIPES if kind == "hazard" else 0)
    return TieBox(None, kind, 0, 0, round(width, 1), round(height, 1), lines, notes)
