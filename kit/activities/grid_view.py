"""What screens see of a grid: its axes and regions, and where the cards lie."""

from __future__ import annotations

import msgspec

from kit.activities.grid_board import Board, Spot, named, spots
from kit.activities.grid_file import Area, Axis, Grid, Region
from kit.figures import WIDE, Figure, Shape
from kit.figures.placement import Placed, placement
from kit.figures.risk import risk
from kit.insight.grid import Middle
from kit.insight.grid_drawing import PLAIN
from kit.insight.grid_parts import Field, Pin, Scale
from kit.model.base import say
from kit.model.grid import (
    AreaView,
    CriterionView,
    GridAxisView,
    GridResult,
    PlacedCard,
    PointView,
    RegionView,
    Voice,
)
from kit.room import Room, StepState


def axis_view(axis: Axis, lang: str) -> GridAxisView:
    """Return one axis in a language."""
    return GridAxisView(
        title=say(axis.title, lang),
        question=say(axis.question, lang),
        points=[
            PointView(float(n), axis.sign(n), say(one.label, lang), say(one.help, lang))
            for n, one in enumerate(axis.points, 1)
        ],
        criteria=[
            CriterionView(
                one.id, say(one.title, lang), {sign: say(text, lang) for sign, text in one.anchors.items()}
            )
            for one in axis.criteria
        ],
        classes=axis.classes,
        reverse=axis.reverse,
    )


def region_view(grid: Grid, region: Region, lang: str) -> RegionView:
    """Return one region in a language."""
    return RegionView(
        id=region.id,
        title=say(region.title, lang),
        text=say(region.text, lang),
        shape=region.shape,
        areas=[_area_view(grid, area) for area in region.areas],
    )


def _area_view(grid: Grid, area: Area) -> AreaView:
    (left, right), (bottom, top) = _ends(grid.x, *area.x.ends), _ends(grid.y, *area.y.ends)
    return AreaView(left, right, bottom, top)


def _ends(axis: Axis, from_: float, to: float) -> tuple[float, float]:
    """Return where a part of an axis begins and ends: a class takes up half a unit to both sides."""
    half = 0.5 if axis.classes else 0.0
    first, last = 0.5, len(axis.points) + 0.5
    return min(max(from_ - half, first), last), min(max(to + half, first), last)


def result(room: Room, step: StepState, cards: list[str], lang: str, *, phone: bool) -> GridResult:
    """Return where all cards lie after this round."""
    board: Board = step.data
    grid = room.file(Grid, step.settings.grid)
    found = spots(grid, board, cards)
    before = {one.card: one for one in spots(grid, board, cards, board.round - 1)} if board.round > 1 else {}
    placings = board.placings(board.round)
    listed = [placings[one.card] for one in found]
    rows = [
        _row(grid, spot, before.get(spot.card, spot), place=place, text=room.cards[spot.card].text)
        for place, spot in enumerate(found, 1)
    ]
    for row in rows[: step.settings.winners]:
        row.chosen = True
    if not phone:
        for spot, row, own in zip(found, rows, listed, strict=True):
            names = named(spot, own) if row.discuss else {}
            row.apart = [
                Voice(spot.x.voices[voice], spot.y.voices[voice], name and _name(room, name, lang))
                for voice, name in names.items()
            ]
            row.apart.sort(key=lambda one: (-one.x, -one.y, one.name or "~"))  # not: who was first
    made = GridResult(
        rows=rows,
        unplaced=[room.cards[one].text for one in cards if one not in placings],
        people=len({by for one in listed for by in one}),
        voices=len({placing.organisation or by for one in listed for by, placing in one.items()}),
        tables=step.settings.per == "team",
        figure=None,
    )
    if rows and not phone:
        made.figure = drawn(room, step, made, lang, PLAIN, listed=False).view
    return made


def drawn(
    room: Room, step: StepState, made: GridResult, lang: str, shape: Shape = WIDE, *, listed: bool = True
) -> Figure:
    """Return a closed grid as a figure; classes on both axes make it a risk diagram.

    Who of a card to discuss thinks what is no part of it.
    """
    grid = room.file(Grid, step.settings.grid)
    regions = [region_view(grid, one, lang) for one in grid.regions]
    ids = {one.id: number for number, one in enumerate(regions)}
    placed = Placed(
        x=_scale(grid.x, lang),
        y=_scale(grid.y, lang),
        fields=tuple(
            Field(one.title, one.text, one.shape, tuple(map(msgspec.structs.astuple, one.areas)))
            for one in regions
        ),
        pins=tuple(_pin(one, ids.get(one.region or "")) for one in made.rows),
        unplaced=len(made.unplaced),
        people=made.people,
        voices=made.voices,
        tables=made.tables,
        round=step.data.round,
    )
    make = risk if grid.x.classes and grid.y.classes else placement
    return make(f"{step.id}-grid", placed, lang, shape, listed=listed)


def _scale(axis: Axis, lang: str) -> Scale:
    first, last = (say(one.label, lang) for one in (axis.points[0], axis.points[-1]))
    signs = tuple(axis.sign(n) for n in range(1, len(axis.points) + 1))
    return Scale(say(axis.title, lang), signs, (first, last), axis.classes, axis.reverse)


def _pin(row: PlacedCard, field: int | None) -> Pin:
    return Pin(
        number=row.place,
        text=row.text,
        x=row.x,
        y=row.y,
        x_span=(row.x_low, row.x_high),
        y_span=(row.y_low, row.y_high),
        field=field,
        was=(row.was[0], row.was[1]) if row.was else None,
        chosen=row.chosen,
        apart=bool(row.discuss),
        people=row.people,
    )


def _row(grid: Grid, spot: Spot, before: Spot, *, place: int, text: str) -> PlacedCard:
    moved = before.at != spot.at
    return PlacedCard(
        card=spot.card,
        text=text,
        place=place,
        x=spot.at[0],
        y=spot.at[1],
        x_sign=_sign(grid.x, spot.at[0]),
        y_sign=_sign(grid.y, spot.at[1]),
        **_quartiles("x", spot.x),
        **_quartiles("y", spot.y),
        region=None if spot.region is None else grid.regions[spot.region].id,
        people=spot.people,
        voices=len(spot.x.voices),
        discuss=spot.discuss(grid.differ),
        apart=[],
        was=[*before.at] if moved else [],
        was_signs=[_sign(grid.x, before.at[0]), _sign(grid.y, before.at[1])] if moved else [],
        chosen=False,
    )


def _quartiles(name: str, axis: Middle) -> dict[str, float]:
    return {f"{name}_low": axis.low, f"{name}_high": axis.high}


def _sign(axis: Axis, value: float) -> str:
    """Return what stands for a class; a point that may lie between two is shown as a number."""
    return axis.sign(value) if axis.classes else ""


def _name(room: Room, voice: str, lang: str) -> str:
    """Return the name of an organisation of the case; a table, or one from elsewhere, is its own."""
    return next((say(one.name, lang) for one in room.case.organisations if one.id == voice), voice)
