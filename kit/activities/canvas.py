"""Canvas: cards in zones. Which zones, and how it is used, stands in a canvas file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import ClassVar

from kit.activities.base import Before, Settings, visible
from kit.activities.canvas_file import Canvas as CanvasFile
from kit.activities.cards import Cards
from kit.activities.pile import focus, of_team, view_card
from kit.datafile import DataFile
from kit.errors import nearest
from kit.model.base import Per, say
from kit.model.canvas import CanvasMine, CanvasShared, ZoneView
from kit.model.people import Audience, Viewer
from kit.model.views import Offer
from kit.room import Card, Room, StepState

MOST_LIVE = 40
"""While people write, a phone is sent the newest cards only; all of them when the step is closed."""


class CanvasSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What a step may say about its canvas; what it leaves out comes from the canvas file.

    Attributes:
        canvas: Name of the canvas file.
        focus: Step whose chosen card is shown above the canvas: the question, or the winning idea.
        build_on: Step whose findings are shown as prompts.
        limit: Cards per person, or per team; 0 for no limit.
    """

    canvas: str
    per: Per | None = None  # type: ignore[assignment]
    hidden: bool | None = None  # type: ignore[assignment]
    limit: int | None = None
    focus: str | None = None
    build_on: str | None = None


class Canvas(Cards[CanvasSettings]):
    """Cards in zones, per person or per team, hidden until the trainer reveals them if so wished."""

    name = "canvas"
    settings = CanvasSettings
    files: ClassVar = {"canvas": CanvasFile}

    def check(self, settings: CanvasSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the step that the focus comes from, and for numbers that make sense."""
        if settings.limit is not None and settings.limit < 0:
            yield "limit: must be 0 (no limit) or more"
        if settings.focus is not None:
            chooses = [name for name, one in earlier.items() if one.activity.chooses]
            if settings.focus not in chooses:
                yield (
                    f"focus: no earlier step {settings.focus!r} that chooses; "
                    f"{nearest(settings.focus, chooses)}"
                )
        if settings.build_on is not None:
            inspires = [name for name, one in earlier.items() if one.activity.inspires]
            if settings.build_on not in inspires:
                yield (
                    f"build_on: no earlier step {settings.build_on!r} to build on; "
                    f"{nearest(settings.build_on, inspires)}"
                )

    def zones(self, settings: CanvasSettings, files: Mapping[str, DataFile]) -> list[str]:
        """Return the zones of the canvas."""
        return [zone.id for zone in CanvasFile.among(files, settings.canvas).zones]

    def max_chars(self, room: Room, step: StepState) -> int:
        """Return what the canvas says."""
        return self.canvas(room, step).max_chars

    def limit(self, room: Room, step: StepState) -> int:
        """Return what the step says, or else the canvas."""
        del room
        return int(step.settings.limit)

    def canvas(self, room: Room, step: StepState) -> CanvasFile:
        """Return the canvas file of a step."""
        return room.file(CanvasFile, step.settings.canvas)

    def shared(self, room: Room, step: StepState, audience: Audience) -> CanvasShared:
        """Return the canvas; cards only where this audience may see them."""
        canvas, lang = self.canvas(room, step), audience.lang
        cards = [room.cards[name] for name in step.data.cards]
        shown = [card for card in cards if card.shown]
        phone = audience.role == "participant"
        seen = [
            card
            for card in (cards if audience.role == "trainer" else shown)
            if not card.withdrawn and not card.merged_into and self._may_see(room, step, card, audience)
        ]
        if phone and step.status == "open" and not step.revealed:
            seen = seen[-MOST_LIVE:]
        by_team = Counter(card.team for card in shown if card.team)
        return CanvasShared(
            canvas=canvas.id,
            title=say(canvas.title, lang),
            layout=canvas.layout,
            zones=[
                ZoneView(id=zone.id, label=say(zone.label, lang), help=say(zone.help, lang), icon=zone.icon)
                for zone in canvas.zones
            ],
            focus=focus(room, step),
            offers=self._offers(room, step, lang),
            cards=[view_card(room, step, card, lang) for card in seen],
            total=len(seen) if phone else len(shown),
            by_team={} if phone else dict(by_team),
            limit=step.settings.limit,
            max_chars=canvas.max_chars,
        )

    def _offers(self, room: Room, step: StepState, lang: str) -> list[Offer]:
        if step.settings.build_on is None:
            return []
        source = room.steps[step.settings.build_on]
        return source.activity.offers(room, source, lang)  # type: ignore[no-any-return]

    def _may_see(self, room: Room, step: StepState, card: Card, audience: Audience) -> bool:
        if audience.role == "trainer" or step.revealed:
            return True
        if not visible(room, step):
            return False
        if step.settings.per == "team":
            return audience.team is not None and card.team == audience.team
        return True

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> CanvasMine | None:
        """Return the viewer's own cards, newest first, and what is left of the limit."""
        if name is None or viewer.role not in {"participant", "team"}:
            return None
        own = [room.cards[one] for one in reversed(step.data.by.get(name, ()))]
        cards = [card for card in own if not card.withdrawn]
        limit = step.settings.limit
        used = len(cards)
        if step.settings.per == "team":
            person = room.people.get(viewer.participant or "")
            used = of_team(room, step, person.team if person else viewer.team)
        return CanvasMine(
            cards=[
                view_card(room, step, card, viewer.lang, editable=step.status == "open") for card in cards
            ],
            left=max(0, limit - used) if limit else None,
        )


ACTIVITY = Canvas()
