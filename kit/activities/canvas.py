"""Canvas: cards in zones. Which zones, and how it is used, stands in a canvas file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kit.activities.base import (
    Activity,
    Asking,
    Row,
    Settings,
    clean,
    must_be_open,
    must_be_trainer,
    must_contribute,
    visible,
)  # fmt: skip
from kit.activities.cards import Pile, at_table, card_row, focus, must_not_be_on_ballot, put, view_card
from kit.errors import RefusedError, nearest
from kit.locale import N_
from kit.model.base import Command, Event, Per, say
from kit.model.canvas import (
    AddCard,
    CanvasMine,
    CanvasShared,
    CardAdded,
    CardEdited,
    CardHidden,
    CardsMerged,
    CardWithdrawn,
    EditCard,
    HideCard,
    MergeCards,
    RestoreCard,
    Unmerge,
    WithdrawCard,
    ZoneView,
)
from kit.model.people import Audience, Viewer
from kit.programme import Canvas as CanvasFile
from kit.room import Card, Room, StepState

MOST_CARDS = 200
"""No one writes more cards in one step, whatever the canvas says: it would only be a machine."""

MOST_LIVE = 40
"""While people write, a phone is sent the newest cards only; all of them when the step is closed."""


class CanvasSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What a step may say about its canvas; what it leaves out comes from the canvas file.

    Attributes:
        canvas: Name of the canvas file.
        focus: Step whose chosen card is shown above the canvas: the question, or the winning idea.
        limit: Cards per person, or per team; 0 for no limit.
    """

    canvas: str
    per: Per | None = None  # type: ignore[assignment]
    hidden: bool | None = None  # type: ignore[assignment]
    limit: int | None = None
    focus: str | None = None


class Canvas(Activity[CanvasSettings]):
    """Cards in zones, per person or per team, hidden until the trainer reveals them if so wished."""

    name = "canvas"
    settings = CanvasSettings
    commands = (AddCard, EditCard, WithdrawCard, HideCard, RestoreCard, MergeCards, Unmerge)
    events = (CardAdded, CardEdited, CardWithdrawn, CardHidden, CardsMerged)
    yields_cards = True

    def new(self) -> Pile:
        """Return an empty pile."""
        return Pile()

    def check(self, settings: CanvasSettings, earlier: Mapping[str, Activity[Any]]) -> Iterable[str]:
        """Look for the step that the focus comes from, and for numbers that make sense."""
        if settings.limit is not None and settings.limit < 0:
            yield "limit: must be 0 (no limit) or more"
        if settings.focus is not None:
            chooses = [name for name, activity in earlier.items() if activity.chooses]
            if settings.focus not in chooses:
                yield f"focus: no earlier ballot {settings.focus!r}; {nearest(settings.focus, chooses)}"

    def needs(self, settings: CanvasSettings) -> Iterable[str]:
        """Name the canvas file."""
        yield settings.canvas

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Add, change, take back, hide, restore, merge or take apart."""
        must_contribute(who)
        if isinstance(command, AddCard):
            return [self._add(room, step, command, who)]
        if isinstance(command, EditCard | WithdrawCard):
            return [self._own(room, step, command, who)]
        must_be_trainer(who)
        if isinstance(command, MergeCards):
            return [self._merge(room, step, command)]
        if isinstance(command, Unmerge):
            return [self._unmerge(room, command)]
        if isinstance(command, HideCard | RestoreCard):
            hidden = isinstance(command, HideCard)
            return [CardHidden(command.card, hidden)] if room.cards[command.card].hidden != hidden else []
        raise NotImplementedError(type(command).__name__)

    def _add(self, room: Room, step: StepState, command: AddCard, who: Asking) -> Event:
        must_be_open(step)
        canvas = self.canvas(room, step)
        zones = [zone.id for zone in canvas.zones]
        if command.zone not in zones:
            raise RefusedError("unknown_zone", N_("There is no field {zone} here."), zone=command.zone)
        text = clean(command.text, canvas.max_chars)
        if command.parent is not None and command.parent not in room.cards:
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        limit = step.settings.limit or MOST_CARDS
        if self._count(room, step, who) >= limit:
            raise RefusedError(
                "too_many_cards", N_("You have used all {limit} cards of this step."), limit=limit
            )
        card = f"k{room.next_card}"
        return CardAdded(card, step.id, command.zone, text, who.organisation, who.team, command.parent)

    def _count(self, room: Room, step: StepState, who: Asking) -> int:
        """Count the cards that fall under the same limit as this writer's."""
        if step.settings.per == "team" and who.team is not None:
            return self._of_team(room, step, who.team)
        return sum(not room.cards[one].withdrawn for one in step.data.by.get(who.name, ()))

    def _of_team(self, room: Room, step: StepState, team: str | None) -> int:
        cards = (room.cards[one] for one in step.data.cards)
        return sum(card.team == team and not card.withdrawn and not card.merged for card in cards)

    def _own(self, room: Room, step: StepState, command: EditCard | WithdrawCard, who: Asking) -> Event:
        card = room.cards[command.card]
        own = card.by == who.name or at_table(card, who)
        if who.actor.role == "trainer":  # who may mend any text, but hides what is not theirs
            own = own or card.by.startswith("paper-") or isinstance(command, EditCard)
        if not own:
            raise RefusedError(
                "not_your_card", N_("This card is someone else's. You can only change your own.")
            )
        if card.withdrawn or card.merged_into:
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        if who.actor.role != "trainer":
            must_be_open(step)
        if isinstance(command, EditCard):
            return CardEdited(card.id, clean(command.text, self.canvas(room, step).max_chars))
        if card.merged:
            raise RefusedError("still_merged", N_("Take this card apart first: others lie under it."))
        return CardWithdrawn(card.id)

    def _merge(self, room: Room, step: StepState, command: MergeCards) -> Event:
        names = list(dict.fromkeys(command.cards))
        if len(names) < 2:
            raise RefusedError("too_few_cards", N_("Choose two cards or more to merge."))
        cards = [room.cards.get(name) for name in names]
        if any(card is None or not card.shown or card.step != step.id for card in cards):
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        must_not_be_on_ballot(room, names)
        found = [card for card in cards if card is not None]
        text = clean(command.text or found[0].text, 4 * self.canvas(room, step).max_chars)
        return CardsMerged(f"k{room.next_card}", names, text)

    def _unmerge(self, room: Room, command: Unmerge) -> Event:
        card = room.cards[command.card]
        if not card.merged or card.withdrawn:
            raise RefusedError("not_merged", N_("This card was not merged from others."))
        must_not_be_on_ballot(room, [card.id])
        return CardsMerged(card.id, card.merged, card.text, apart=True)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold a card's event."""
        if isinstance(event, CardAdded):
            card = Card(
                event.card,
                step.id,
                event.zone,
                event.text,
                by,
                event.organisation,
                event.team,
                at,
                event.parent,
            )
            put(room, step, card)
        elif isinstance(event, CardEdited):
            room.cards[event.card].text = event.text
        elif isinstance(event, CardWithdrawn):
            room.cards[event.card].withdrawn = event.withdrawn
        elif isinstance(event, CardHidden):
            room.cards[event.card].hidden = event.hidden
        elif isinstance(event, CardsMerged):
            self._fold_merge(room, step, event, by, at)

    def _fold_merge(self, room: Room, step: StepState, event: CardsMerged, by: str, at: float) -> None:
        for name in event.cards:
            room.cards[name].merged_into = None if event.apart else event.card
        if event.card in room.cards:
            room.cards[event.card].withdrawn = event.apart
            return
        first = room.cards[event.cards[0]]
        team = first.team if len({room.cards[name].team for name in event.cards}) == 1 else None
        put(
            room,
            step,
            Card(event.card, step.id, first.zone, event.text, by, None, team, at, merged=event.cards),
        )

    def inverse(self, room: Room, event: Event, by: str) -> list[Event]:
        """Take back what the trainer added, changed, took back, hid, restored, merged or took apart."""
        del by
        if isinstance(event, CardAdded):
            return [CardWithdrawn(event.card)]
        if isinstance(event, CardWithdrawn):
            return [CardWithdrawn(event.card, withdrawn=room.cards[event.card].withdrawn)]
        if isinstance(event, CardHidden):
            return [CardHidden(event.card, hidden=room.cards[event.card].hidden)]
        if isinstance(event, CardsMerged):
            return [CardsMerged(event.card, event.cards, event.text, apart=not event.apart)]
        if isinstance(event, CardEdited):
            return [CardEdited(event.card, room.cards[event.card].text)]
        return []

    def canvas(self, room: Room, step: StepState) -> CanvasFile:
        """Return the canvas file of a step."""
        return room.canvases[step.settings.canvas]

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
            cards=[view_card(room, step, card, lang) for card in seen],
            total=len(seen) if phone else len(shown),
            by_team={} if phone else dict(by_team),
            limit=step.settings.limit,
            max_chars=canvas.max_chars,
        )

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
            used = self._of_team(room, step, person.team if person else viewer.team)
        return CanvasMine(
            cards=[
                view_card(room, step, card, viewer.lang, editable=step.status == "open") for card in cards
            ],
            left=max(0, limit - used) if limit else None,
        )

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per card that was not withdrawn."""
        cards = (room.cards[name] for name in step.data.cards)
        return {"cards": [card_row(step, card) for card in cards if not card.withdrawn]}


ACTIVITY = Canvas()
