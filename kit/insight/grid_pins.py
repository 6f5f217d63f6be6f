"""Where the marks of a grid stand so that none covers another, and how each is drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from kit.insight.chart_parts import ChartPath, ChartText, n
from kit.insight.grid_parts import Box, Name, Pin, Plane, Spot, disc

RADIUS = 12.0
PITCH = 30.0
"""How far the middles of two marks lie apart, with room for the ring around one to talk about."""
SMALL = (21.5, 14.5)
"""The least that a mark in a full cell takes: wide enough for two bold digits, and as high as they are."""
RINGS = 12
EDGE = 3.0


class Mark(msgspec.Struct, frozen=True):
    """A card on the sheet: ``own`` is where it lies, ``at`` where its mark has room.

    ``text`` is its number; in a cell that is too full the last mark counts the others instead (``+4``).
    """

    pin: Pin
    own: Spot
    at: Spot
    text: str
    width: float = 2 * RADIUS
    height: float = 2 * RADIUS

    @property
    def round(self) -> bool:
        """Whether there is room for a disc."""
        return self.height >= 2 * RADIUS

    @property
    def box(self) -> Box:
        """What it covers."""
        x, y = self.at
        return x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2


def arranged(plane: Plane, named: Sequence[Name]) -> list[Mark]:
    """Return the marks of a grid. The first cards keep their place; those off the scale have none.

    Between classes they stand in rows in their own cell; elsewhere in their own place where that is free, and
    else in the nearest place that is.
    """
    pins = [one for one in plane.grid.pins if one.x > 0 and one.y > 0]
    taken = [one.box for one in named]
    return list(_in_cells(plane, pins, taken) if plane.classes else _near(plane, pins, taken))


def _in_cells(plane: Plane, pins: list[Pin], taken: Sequence[Box]) -> Iterator[Mark]:
    cells: dict[tuple[float, float], list[Pin]] = {}
    for pin in pins:
        cells.setdefault((pin.x, pin.y), []).append(pin)
    for (x, y), mates in cells.items():
        room = plane.box((x - 0.5, x + 0.5, y - 0.5, y + 0.5))
        yield from _rows(mates, plane.spot(x, y), _free(room, taken))


def _free(room: Box, taken: Sequence[Box]) -> Box:
    """Return what of a cell no name takes."""
    left, top, right, bottom = room[0] + EDGE, room[1] + EDGE, room[2] - EDGE, room[3] - EDGE
    for one in taken:
        if one[0] < right and one[2] > left and one[1] < bottom and one[3] > top:
            if one[1] - top < bottom - one[3]:
                top = one[3]
            else:
                bottom = one[1]
    return left, top, right, bottom


def _rows(mates: list[Pin], own: Spot, room: Box) -> Iterator[Mark]:
    """Yield marks in rows in a room, as large as there is room for."""
    wide, high = room[2] - room[0], room[3] - room[1]
    size, columns = _fits(len(mates), wide, high)
    places = columns * max(1, math.floor(high / size[1]))
    # A sum of two digits, with its plus, is as wide as two marks.
    shown = mates if len(mates) <= places else mates[: max(0, places - 1 - (len(mates) - places > 8))]
    more = len(mates) - len(shown)
    texts = [str(one.number) for one in shown] + ([f"+{more}"] if more else [])
    lines = math.ceil(len(texts) / columns)
    step = min(PITCH, wide / columns), min(PITCH, high / lines)
    middle = (room[0] + room[2]) / 2, (room[1] + room[3]) / 2
    large, broad = size[0] == PITCH, len(texts[-1]) > 2
    height = 2 * RADIUS if large else min(step[1] - 1, 2 * RADIUS - 6)
    for k, text in enumerate(texts):
        line, column = divmod(k, columns)
        here = columns if broad or line < lines - 1 else len(texts) - columns * (lines - 1)
        double = broad and columns > 1 and k == len(texts) - 1
        x = middle[0] + (column + double / 2 - (here - 1) / 2) * step[0]
        y = middle[1] + (line - (lines - 1) / 2) * step[1]
        width = 2 * RADIUS if large else size[0] * (1 + double) - 1
        yield Mark(mates[k], own, (x, y), text, width, height)


def _fits(count: int, wide: float, high: float) -> tuple[tuple[float, float], int]:
    """Return how much room each mark gets, and how many stand beside one another."""
    for size in ((PITCH, PITCH), SMALL):
        columns, lines = max(1, math.floor(wide / size[0])), max(1, math.floor(high / size[1]))
        if count <= columns * lines:
            least = math.ceil(count / lines)
            return size, max(least, min(columns, math.ceil(math.sqrt(count * wide / high))))
    return SMALL, max(1, math.floor(wide / SMALL[0]))


def _near(plane: Plane, pins: list[Pin], taken: Sequence[Box]) -> Iterator[Mark]:
    placed = np.empty((0, 2))
    for pin in pins:
        own = plane.spot(pin.x, pin.y)
        spots = _inside(plane, np.asarray(own) + AROUND, taken)
        apart = np.hypot(*(spots[:, None] - placed[None]).transpose(2, 0, 1)) >= PITCH
        free = spots[apart.all(axis=1)]
        at = free[0] if len(free) else spots[0] if len(spots) else np.asarray(own)
        placed = np.vstack([placed, at])
        yield Mark(pin, own, (float(at[0]), float(at[1])), str(pin.number))


def _inside(plane: Plane, spots: npt.NDArray[np.float64], taken: Sequence[Box]) -> npt.NDArray[np.float64]:
    """Return the places where a mark lies in the plane, and on no name."""
    room = RADIUS + EDGE
    x, y = spots[:, 0], spots[:, 1]
    fits = (x >= plane.left + room) & (x <= plane.right - room) & (y >= plane.top + room)
    fits &= y <= plane.bottom - room
    for left, top, right, bottom in taken:
        fits &= (x < left - room) | (x > right + room) | (y < top - room) | (y > bottom + room)
    return spots[fits]


def _around() -> npt.NDArray[np.float64]:
    """Return places around a point, the nearest first."""
    found = [(0.0, 0.0)]
    for ring in range(1, 2 * RINGS + 1):
        far, count = ring * PITCH / 2, 6 * ring
        turns = [2 * math.pi * k / count for k in range(count)]
        found += [(far * math.cos(turn), -far * math.sin(turn)) for turn in turns]
    return np.asarray(found)


AROUND = _around()


def spread(plane: Plane, mark: Mark) -> list[ChartPath]:
    """Return how far the middle half lies apart, through the mark, which stays within the plane."""
    pin, (x, y) = mark.pin, mark.at
    look, thick = ("mark-2", 2.4) if pin.apart else ("mark-other", 1.2)
    found = []
    left, right = sorted(plane.across(max(end, 0.5)) - mark.own[0] for end in pin.x_span)
    low, high = max(plane.left, x + left), min(plane.right, x + right)
    if right - left > 1:
        found += [_bar(low, y, high, y, thick), *(_bar(end, y - 5, end, y + 5, thick) for end in (low, high))]
    above, below = sorted(plane.up(max(end, 0.5)) - mark.own[1] for end in pin.y_span)
    low, high = max(plane.top, y + above), min(plane.bottom, y + below)
    if below - above > 1:
        found += [_bar(x, low, x, high, thick), *(_bar(x - 5, end, x + 5, end, thick) for end in (low, high))]
    return [ChartPath("".join(found), look)] if found else []


def _bar(left: float, top: float, right: float, bottom: float, thick: float) -> str:
    """Return a line, flat or upright, as an area."""
    flat, half = top == bottom, thick / 2
    x, y = (left, top - half) if flat else (left - half, top)
    across, down = (right - left, thick) if flat else (thick, bottom - top)
    return f"M{n(x)} {n(y)}h{n(across)}v{n(down)}h{n(-across)}z"


def threads(plane: Plane, mark: Mark) -> list[ChartPath]:
    """Return the arrow from where a card lay, and the thread to its own place where it made room."""
    found: list[ChartPath] = []
    (x, y), was = mark.at, mark.pin.was
    if was is not None and min(was) > 0:
        found += _arrow(plane.spot(*was), mark)
    far = math.hypot(mark.own[0] - x, mark.own[1] - y)
    if not plane.classes and far > RADIUS:
        found += [
            ChartPath(f"M{n(mark.own[0])} {n(mark.own[1])}L{n(x)} {n(y)}", "thread"),
            ChartPath(disc(*mark.own, 3), "mark-other"),
        ]
    return found


def _arrow(start: Spot, mark: Mark) -> list[ChartPath]:
    (x, y), far = mark.at, math.hypot(mark.at[0] - start[0], mark.at[1] - start[1])
    if far < 2 * RADIUS:
        return []
    along = (x - start[0]) / far, (y - start[1]) / far
    end = RADIUS + 4 if mark.round else max(mark.width, mark.height) / 2 + 3
    tip = x - along[0] * end, y - along[1] * end
    back = tip[0] - along[0] * 9, tip[1] - along[1] * 9
    side = -along[1] * 5, along[0] * 5
    head = "L".join(
        f"{n(a)} {n(b)}"
        for a, b in (tip, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1]))
    )
    return [
        ChartPath(f"M{n(start[0])} {n(start[1])}L{n(back[0])} {n(back[1])}", "line line-against"),
        ChartPath(f"M{head}z", "mark-against"),
        ChartPath(disc(*start, 4), "dot"),
    ]


def numbered(mark: Mark) -> tuple[list[ChartPath], ChartText]:
    """Return a mark with its number."""
    (x, y), pin = mark.at, mark.pin
    more = mark.text.startswith("+")
    chosen, apart = pin.chosen and not more, pin.apart and not more
    look = "pin pin-chosen" if chosen else "pin"
    paths = [ChartPath(_outline(mark, 0), look)]
    if apart:
        paths.append(ChartPath(_outline(mark, 3 if mark.round else 0.5), "line line-2"))
    text = "strong on-chosen" if chosen else "strong on-pin"
    return paths, ChartText(round(x, 1), round(y + 5, 1), mark.text, text, "middle")


def _outline(mark: Mark, more: float) -> str:
    (x, y), half, high = mark.at, mark.width / 2 + more, mark.height / 2 + more
    if mark.round:
        return disc(x, y, half)
    return f"M{n(x - half)} {n(y - high)}h{n(2 * half)}v{n(2 * high)}h{n(-2 * half)}z"
