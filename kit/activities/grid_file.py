"""A grid file: two axes with their scales, the criteria behind one of them, and the regions between them."""

from __future__ import annotations

import math
from pathlib import Path
from typing import ClassVar, Literal

import msgspec

from kit.datafile import DataFile, Part, unlike
from kit.errors import InputError, RefusedError, nearest
from kit.insight.grid import CLASSES, DIFFER, Box, impact
from kit.locale import N_
from kit.model.base import Text
from kit.model.grid import PlaceCard

Key = Literal["x", "-x", "y", "-y", "x*-y"]


class Point(Part):
    """One step of a scale. The first has the value 1; ``sign`` is what stands for it instead, such as A."""

    label: Text
    sign: str = ""
    help: Text = {}


class Criterion(Part):
    """One thing that an axis is made of. ``anchors`` say what a class means here: ``{A: …, C: …, E: …}``."""

    id: str
    title: Text
    anchors: dict[str, Text] = {}


class Axis(Part):
    """One axis.

    Attributes:
        points: The scale, from little to much.
        criteria: People give each of these a class, 0 or A to E, instead of a point on the scale.
        classes: The middle of the room is shown as the nearest point; else it may lie between two.
        reverse: Little is drawn where much is otherwise: at the right, or at the top.
    """

    title: Text
    question: Text
    points: list[Point]
    criteria: list[Criterion] = []
    classes: bool = False
    reverse: bool = False

    def sign(self, value: float) -> str:
        """Return what stands for a point of the scale: its sign, or its number."""
        if value == 0 and self.criteria:
            return CLASSES[0]
        return self.points[int(value) - 1].sign or str(int(value))

    def place(self, given: float | str | None, scores: dict[str, str]) -> float | None:
        """Return the value of a point that somebody names, or of their classes; None for what is neither.

        Args:
            given: A point by number or by sign, where the axis has no criteria.
            scores: The class by criterion, where it has; those of another axis are passed over.
        """
        if not self.criteria:
            values = {self.sign(n): float(n) for n in range(1, len(self.points) + 1)}
            value = values.get(given) if isinstance(given, str) else given
            return value if value in values.values() else None
        classes = [CLASSES.index(scores[one.id]) for one in self.criteria if one.id in scores]
        return float(impact(classes)) if classes and given is None else None


class Span(Part):
    """A part of an axis, bounds included; a bound that is left out is the end of the axis."""

    from_: float | None = msgspec.field(default=None, name="from")
    to: float | None = None

    @property
    def ends(self) -> tuple[float, float]:
        """The bounds as numbers."""
        return (-math.inf if self.from_ is None else self.from_, math.inf if self.to is None else self.to)


class Area(Part):
    """A rectangle on the grid."""

    x: Span = msgspec.field(default_factory=Span)
    y: Span = msgspec.field(default_factory=Span)

    @property
    def box(self) -> Box:
        """The rectangle as numbers."""
        return (*self.x.ends, *self.y.ends)


class Region(Part):
    """A part of the grid with a name, a shape and a word of advice; without ``where`` it is all the rest."""

    id: str
    title: Text
    text: Text = {}
    shape: Literal["star", "square", "circle", "triangle", "diamond"] = "circle"
    where: list[Area] = []

    @property
    def areas(self) -> list[Area]:
        """Where it lies: everywhere when nothing is said."""
        return self.where or [Area()]


class Grid(DataFile):
    """Two axes, and what the parts of the plane between them mean.

    Attributes:
        regions: The most urgent first; the first one that fits a card is the card's. It is the order in which
            cards go on, too.
        order: What comes first within a region: ``y`` the highest, ``-y`` the lowest, ``x*-y`` where much of
            x meets little of y; then the next key.
        differ: Spread over the organisations from which they should talk first, in points or classes.
        ideas: What is placed are ideas, so that what comes first is what the room wants; not so for risks.
        cost: The axis that says what a card costs, for a vote that spends a budget.
    """

    folder: ClassVar[str] = "grids"
    what: ClassVar[str] = "grid"

    x: Axis
    y: Axis
    regions: list[Region]
    order: list[Key]
    summary: Text = {}
    differ: float = DIFFER
    ideas: bool = False
    cost: Literal["x", "y"] | None = None

    def check(self, path: Path) -> None:
        """Refuse a scale that says nothing, two parts of one name, and classes that there are not."""
        for name, axis in (("x", self.x), ("y", self.y)):
            _check_axis(path, name, axis)
        if not self.regions:
            message = f"{path}: regions is empty; list at least one"
            raise InputError(message)
        unlike(path, "region", [one.id for one in self.regions])
        if self.differ <= 0:
            message = f"{path}: differ: {self.differ:g} would be true of everything; make it more than 0"
            raise InputError(message)


def _check_axis(path: Path, name: str, axis: Axis) -> None:
    if len(axis.points) < 2:
        message = f"{path}: {name}.points: {len(axis.points)} is no choice; list at least two"
        raise InputError(message)
    unlike(path, f"{name}.criteria", [one.id for one in axis.criteria])
    letters = CLASSES[1:]
    if axis.criteria and "".join(one.sign for one in axis.points) != letters:
        message = f"{path}: {name}.points: criteria add up to a class; list the five points with sign A to E"
        raise InputError(message)
    for n, criterion in enumerate(axis.criteria):
        for wrong in criterion.anchors.keys() - set(letters):
            message = f"{path}: {name}.criteria[{n}].anchors: no class {wrong!r}; {nearest(wrong, letters)}"
            raise InputError(message)


def read_place(grid: Grid, command: PlaceCard) -> tuple[float, float]:
    """Return the place that a command names.

    Raises:
        RefusedError: It is off the scale, or the criteria are others.
    """
    known = {one.id for axis in (grid.x, grid.y) for one in axis.criteria}
    scored = command.scores.keys() <= known and set(command.scores.values()) <= set(CLASSES)
    x, y = (
        axis.place(given, command.scores) if scored else None
        for axis, given in ((grid.x, command.x), (grid.y, command.y))
    )
    if not scored or (x is None and grid.x.criteria) or (y is None and grid.y.criteria):
        raise RefusedError("bad_scores", N_("Give at least one line a class: 0, or A to E."))
    if x is None or y is None:
        raise RefusedError("off_scale", N_("Choose a point on the scale."))
    return x, y
