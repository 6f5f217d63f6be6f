"""What a step may say about its canvas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kit.activities.base import Before, Settings
from kit.errors import nearest
from kit.model.base import Per


class CanvasSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What a step may say about its canvas; what it leaves out comes from the canvas file.

    Attributes:
        canvas: Name of the canvas file.
        focus: Step whose chosen card is shown above the canvas: the question, or the winning idea.
        build_on: Step whose findings are shown as prompts.
        take_over: Whoever taps a finding takes over its text, to keep or to sharpen: to choose, not to add.
            The card says that it comes from the organisation that thought of it.
        limit: Cards per person, or per team, in each round; 0 for no limit.
        deck: Name of a deck file, to draw cards from.
        rounds: How many rounds there are; 0 for none.
        pass_on: Everyone has a sheet, and the sheets move on with each round.
    """

    canvas: str
    per: Per | None = None  # type: ignore[assignment]
    hidden: bool | None = None  # type: ignore[assignment]
    limit: int | None = None
    focus: str | None = None
    build_on: str | None = None
    take_over: bool | None = None
    deck: str | None = None
    rounds: int | None = None
    pass_on: bool | None = None


def problems(settings: CanvasSettings, earlier: Mapping[str, Before]) -> Iterator[str]:
    """Yield what is wrong with the settings of a step, filled in from its canvas."""
    if settings.limit is not None and settings.limit < 0:
        yield "limit: must be 0 (no limit) or more"
    if settings.pass_on and (settings.rounds or 0) < 2:
        yield "rounds: sheets move on between rounds; make it 2 or more"
    if settings.focus is not None:
        chooses = [name for name, one in earlier.items() if one.activity.chooses]
        if settings.focus not in chooses:
            yield (
                f"focus: no earlier step {settings.focus!r} that chooses; {nearest(settings.focus, chooses)}"
            )
    if settings.build_on is not None:
        inspires = [name for name, one in earlier.items() if one.activity.inspires]
        if settings.build_on not in inspires:
            yield (
                f"build_on: no earlier step {settings.build_on!r} to build on; "
                f"{nearest(settings.build_on, inspires)}"
            )
    if settings.pass_on and settings.per == "team":
        yield "per: the sheets of this canvas go from person to person; leave per out"
    if settings.pass_on and settings.anonymous:
        yield "anonymous: who has which sheet in hand tells who wrote on it; leave anonymous out"
