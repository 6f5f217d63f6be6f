"""Where everything of a bowtie lies on a sheet."""

from __future__ import annotations

import msgspec

from kit.insight.bowtie_parts import LINE, Row, Tie, TieBox, TieDrawing, TieWire, box_of, text_box

GAP, FAN, ROW, HANG = 8.0, 30.0, 9.0, 2.5
OUTER, MIDDLE = 1.05, 1.3
"""How wide a line's box and the middle are, where a text is 1."""
WIDEST = 1.6
BLOCK = 22.0
"""How wide a measure is without its text."""


def lay(tie: Tie, width: float, part: str) -> TieDrawing:
    """Lay the bowtie out on a sheet of this width; its height follows."""
    left = tie.left or [Row(None, [])] if part != "right" else []
    right = tie.right or [Row(None, [])] if part != "left" else []
    scale = _scale(tie, left, right, width)
    start, end = scale.span(left), width - scale.span(right)
    sides = [
        _Side(tie, left, scale, (0.0, start - FAN), "threat"),
        _Side(tie, right, scale, (end + FAN, width), "consequence"),
    ]
    centre = _centre(tie, end - start)
    needed = sum(box.height for box in centre) + 1.5 * LINE
    height = max([needed, *(side.height for side in sides)])
    boxes, wires = _put_centre(centre, start, height)
    top = boxes[-1]
    for side in sides:
        more, lines = side.put(height, top)
        boxes += more
        wires += lines
    return TieDrawing(width, round(height, 1), part, boxes, wires)


class _Scale(msgspec.Struct):
    """How wide a text is (a line's box and the middle are a little wider), and how wide a measure."""

    one: float
    measure: float

    def span(self, rows: list[Row]) -> float:
        """Return how much of the width a side takes, its fan of wires included."""
        return OUTER * self.one + _columns(rows) * (self.measure + GAP) + FAN if rows else 0.0


def _scale(tie: Tie, left: list[Row], right: list[Row], width: float) -> _Scale:
    """Return the scale at which everything fits into ``width``."""
    weights, gaps = MIDDLE, 0.0
    for rows in (left, right):
        if rows:
            columns = _columns(rows)
            weights += OUTER + (0 if tie.brief else columns)
            gaps += columns * (GAP + (BLOCK if tie.brief else 0)) + FAN
    one = (width - gaps) / weights
    return _Scale(one, BLOCK if tie.brief else one)


def _columns(rows: list[Row]) -> int:
    return max(1, *(len(row.measures) for row in rows))


def _centre(tie: Tie, width: float) -> list[TieBox]:
    """Return the hazard and the top event; an empty box where one is not there yet."""
    found = []
    for kind, node in (("hazard", tie.hazard), ("top_event", tie.top)):
        if node is not None:
            found.append(box_of(tie, node, width))
        else:
            found.append(text_box(kind, getattr(tie.words, kind), width))
    return found


def _put_centre(centre: list[TieBox], x: float, height: float) -> tuple[list[TieBox], list[TieWire]]:
    hazard, top = centre
    y = max(hazard.height + 1.5 * LINE, (height - top.height) / 2)
    placed = [hazard.at(x, 0), top.at(x, y)]
    middle = x + hazard.width / 2
    return placed, [TieWire(f"M{middle:.1f} {hazard.height:.1f}V{y:.1f}", "hazard")]


class _Side:
    """The rows of one side of the bowtie."""

    def __init__(
        self, tie: Tie, rows: list[Row], scale: _Scale, span: tuple[float, float], kind: str
    ) -> None:
        """Give every row of a side its boxes, in a span of the sheet's width."""
        self.kind, (self.start, self.end) = kind, span
        self.outer = OUTER * scale.one
        self.rows = [self._row(tie, row, WIDEST * scale.measure) for row in rows]
        self.heights = [max(top + below for top, below in self._sizes(row)) for row in self.rows]
        self.height = sum(self.heights) + ROW * max(0, len(self.rows) - 1)

    def _row(self, tie: Tie, row: Row, widest: float) -> list[list[TieBox]]:
        """Return the columns of a row: the line, then each measure with what hangs under it."""
        if row.line is None:
            return [[text_box(self.kind, getattr(tie.words, self.kind), self.outer)]]
        room = self.end - self.start - self.outer - GAP
        width = min(room / max(1, len(row.measures)) - GAP, widest)
        columns = [[box_of(tie, row.line, self.outer)]]
        for found in row.measures:
            hanging = found[:1] if tie.brief else found
            columns.append([box_of(tie, node, width) for node in hanging if node is not None])
        if not row.measures:
            gap = text_box("gap", "" if tie.brief else tie.words.gap, width)
            columns.append([msgspec.structs.replace(gap, node=row.line.id)])
        return columns

    @staticmethod
    def _sizes(row: list[list[TieBox]]) -> list[tuple[float, float]]:
        """Return for each column the height of the first boxes, and of what hangs under its own."""
        top = max(column[0].height for column in row)
        return [(top, sum(box.height + HANG for box in column[1:])) for column in row]

    def put(self, height: float, top: TieBox) -> tuple[list[TieBox], list[TieWire]]:
        """Return the boxes in their places on a sheet of this height, with the wires of the rows."""
        count = len(self.rows)
        spare = min((height - self.height) / (count + 1), 4 * ROW)
        y = (height - self.height - spare * (count - 1)) / 2
        boxes, wires = [], []
        for n, row in enumerate(self.rows):
            boxes += self._put_row(row, y)
            meets = top.y + top.height * (n + 1) / (count + 1)
            middle = y + self._sizes(row)[0][0] / 2
            bare = any(column[0].kind == "gap" for column in row)
            wires.append(TieWire(self._path(middle, meets, top), self.kind, bare))
            y += self.heights[n] + ROW + spare
        return boxes, wires

    def _put_row(self, row: list[list[TieBox]], y: float) -> list[TieBox]:
        top = self._sizes(row)[0][0]
        left = self.kind == "threat"
        placed = [row[0][0].at(self.start if left else self.end - self.outer, y, top)]
        start = self.start + (self.outer + GAP if left else 0)
        slot = (self.end - self.start - self.outer - GAP) / max(1, len(row) - 1)
        for n, column in enumerate(row[1:]):
            x = start + n * slot + (slot - column[0].width) / 2
            placed.append(column[0].at(x, y, top))
            below = y + top
            for box in column[1:]:
                placed.append(box.at(x, below + HANG))
                below += HANG + box.height
        return placed

    def _path(self, y: float, meets: float, top: TieBox) -> str:
        """Return the way from a line's box, straight through its measures and round to the top event."""
        if self.kind == "threat":
            begin, turn, end = self.start + self.outer, self.end, top.x
        else:
            begin, turn, end = self.end - self.outer, self.start, top.x + top.width
        bend = (turn + end) / 2
        return (
            f"M{begin:.1f} {y:.1f}H{turn:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {meets:.1f} {end:.1f} {meets:.1f}"
        )
