"""The figures of a workshop, by step and of the whole day: what screens, notebooks and the export show."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, Final, Protocol

from kit.errors import InputError, nearest
from kit.figures import WIDE, Figure, Shape
from kit.figures.meetings import TEAMS, meetings, seated
from kit.figures.timeline import per_ten, timeline
from kit.insight.timeline import Ran
from kit.model.base import say
from kit.model.figures import FigureView
from kit.room import Room, StepState

LOG: Final = logging.getLogger(__name__)


class _Followed(Protocol):
    @property
    def room(self) -> Room: ...

    def catch_up(self) -> bool: ...


class Gallery:
    """The figures of a workshop as a method of it."""

    def figures(
        self: _Followed, step: str | None = None, lang: str | None = None, shape: Shape = WIDE
    ) -> list[Figure]:
        """Return the figures of a step, or those of the whole day; in a notebook each shows itself.

        Args:
            step: The id of a step; None for the day.
            lang: ``"nl"`` or ``"en"``; None for the language of the workshop.
            shape: How wide they are drawn.

        Raises:
            InputError: There is no such step.
        """
        self.catch_up()
        room = self.room
        if step is None:
            return of_day(room, lang or room.lang, shape)
        if step not in room.steps:
            message = f"step {step!r}: there is no such step; {nearest(step, room.steps)}"
            raise InputError(message)
        return of_step(room, room.steps[step], lang or room.lang, shape)


def of_step(room: Room, step: StepState, lang: str, shape: Shape = WIDE) -> list[Figure]:
    """Return the figures of a step: none while it is hidden, or still open to votes."""
    found: list[Figure] = (
        step.activity.figures(room, step, lang, shape) if step.activity.tells(room, step) else []
    )
    return found


def of_day(room: Room, lang: str, shape: Shape = WIDE) -> list[Figure]:
    """Return the figures of the workshop as a whole, those about working together first."""
    rows = [
        *_at_team_tables(room),
        *(row for one in room.steps.values() for row in one.activity.seats(room, one)),
    ]
    found = [meetings(seated(rows, room.case.organisation_names(lang)), lang, shape)] if rows else []
    if any(one.entered_at is not None and not one.activity.later(one) for one in room.steps.values()):
        found.append(_timeline(room, lang, shape))
    return found


def _at_team_tables(room: Room) -> Iterator[dict[str, Any]]:
    """Yield who sat at which team's table as the teams are now, where a step was done per team."""
    if not any(one.settings.per == "team" and one.opened_at is not None for one in room.steps.values()):
        return
    for one in room.of_the_day():
        if one.team and one.organisation:
            yield {
                "step": TEAMS,
                "round": 1,
                "table": one.team,
                "participant": one.id,
                "organisation": one.organisation,
            }


def _timeline(room: Room, lang: str, shape: Shape) -> Figure:
    """Return how the day went. The contributions are those that the results count, in steps of the day."""
    steps = list(room.steps.values())
    ran = [
        Ran(
            say(one.step.title, lang), one.step.phase, one.step.minutes, one.entered_at, one.closed_at,
            one.skipped, one.activity.later(one), one.activity.takes_input,
        )
        for one in steps
    ]  # fmt: skip
    later = {one.id for one in steps if one.activity.later(one)}
    written = [
        card.at
        for card in room.cards.values()
        if card.shown and not card.taken_over and card.step not in later
    ]
    now = next((k for k, one in enumerate(steps) if one.id == room.now), None)
    # To the minute: what happens within one would draw it anew for nothing.
    return timeline(ran, room.at // 60 * 60, per_ten(written), lang, shape, now=now, over=room.finished)


def files(room: Room, lang: str) -> dict[str, bytes]:
    """Return every figure as files: a drawing, and the table behind it."""
    made: dict[str, bytes] = {}
    steps = [figure for step in room.steps.values() for figure in of_step(room, step, lang)]
    for figure in [*of_day(room, lang), *steps]:
        if figure.svg:
            made[f"figures/{figure.view.id}.svg"] = figure.svg.encode()
        if figure.view.rows:
            made[f"figures/{figure.view.id}.csv"] = figure.csv().encode()
    return made


def drawn(make: Callable[..., list[Figure]], *of: Any) -> list[FigureView]:
    """Return what screens draw of these figures; none where they can't be made.

    A screen has more to show than its figures: one that fails must not take the wall from the room. Notebooks
    and files call the same functions themselves, and get the error.

    Args:
        make: :func:`of_step` or :func:`of_day`.
        of: What it is given.
    """
    try:
        found = make(*of)
    except Exception:
        LOG.exception("A figure could not be made; the screens go on without it")
        return []
    # One without a drawing of this kind has a screen of its own.
    return [one.view for one in found if one.view.drawing is not None]
