"""Writing cards: what every activity that collects them does in the same way."""

from __future__ import annotations

import msgspec

from kit.activities import cards_undo
from kit.activities.base import Activity, Asking, Row, S
from kit.activities.guards import clean, must_be_open, must_be_trainer, must_contribute
from kit.activities.pile import (
    Pile,
    at_table,
    card_row,
    must_not_be_on_ballot,
    must_tidy_up,
    of_team,
    put,
    where_from,
)
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.base import Command, Event
from kit.model.cards import (
    CARD_COMMANDS,
    CARD_EVENTS,
    AddCard,
    CardAdded,
    CardEdited,
    CardHidden,
    CardsMerged,
    CardWithdrawn,
    EditCard,
    Evidence,
    HideCard,
    MergeCards,
    RestoreCard,
    Unmerge,
    WithdrawCard,
)  # fmt: skip
from kit.room import Action, Card, Room, StepState, of_trainer

MOST_CARDS = 200
"""No one writes more cards in one step, whatever its limit says: it would only be a machine."""


class Where(msgspec.Struct, frozen=True):
    """In which round and at which table a card is written, where a step has those."""

    round: int | None = None
    table: str | None = None


class Cards(Activity[S]):
    """An activity in which people write cards. Subclasses say which zones there are and who may see what."""

    commands = CARD_COMMANDS
    events = CARD_EVENTS
    yields_cards = True
    inspires = True

    def new(self) -> Pile:
        """Return an empty pile."""
        return Pile()

    def max_chars(self, room: Room, step: StepState) -> int:
        """Return how many characters a card holds."""
        raise NotImplementedError(type(self).__name__)

    def limit(self, room: Room, step: StepState) -> int:
        """Return how many cards one person may write, or one team; 0 for no limit."""
        del room, step
        return 0

    def written(self, room: Room, step: StepState, name: str, team: str | None) -> int:
        """Count the cards that fall under one limit: those of a team in a step per team, else a writer's."""
        if step.settings.per == "team" and team is not None and self.limit(room, step):
            return of_team(room, step, team)
        return sum(not room.cards[one].withdrawn for one in step.data.by.get(name, ()))

    def taken(self, room: Room, step: StepState, command: AddCard) -> Card | None:
        """Return the card that somebody takes over, to choose it; by default every card is a new one."""
        del room, step, command
        return None

    def evidence(self, room: Room, step: StepState, zone: str, said: Evidence | None) -> Evidence | None:
        """Return how the writer of a card knows; by default as they say themselves."""
        del room, step, zone
        return said

    def must_fit(self, room: Room, step: StepState, text: str, who: Asking, card: Card | None) -> None:
        """Refuse a text that this activity can't take; ``card`` gets it, None for a new one."""
        del room, step, text, who, card

    def takes_photos(self, room: Room, step: StepState) -> bool:
        """Return whether a card may have a photograph."""
        del room, step
        return False

    def may_build_on(self, room: Room, step: StepState, parent: str, who: Asking) -> bool:
        """Return whether a card may build on this: any card, by default."""
        del step, who
        return parent in room.cards

    def where(self, room: Room, step: StepState, who: Asking) -> Where:
        """Return in which round and at which table somebody writes now."""
        del room, step, who
        return Where()

    def cards(self, room: Room, step: StepState) -> list[Card]:
        """Return the cards on the table."""
        return [card for name in step.data.cards if (card := room.cards[name]).shown]

    def contributed(self, room: Room, step: StepState, name: str) -> list[str]:
        """Return the texts of somebody's cards, without what they took over from others."""
        own = (room.cards[one] for one in step.data.by.get(name, ()))
        return [card.text for card in own if not (card.withdrawn or card.taken_over)]

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per card that was not withdrawn."""
        cards = (room.cards[name] for name in step.data.cards)
        return {"cards": [card_row(step, card) for card in cards if not card.withdrawn]}

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Add, change, take back, hide, restore, merge or take apart."""
        must_contribute(who)
        if isinstance(command, AddCard):
            return [self._add(room, step, command, who)]
        if isinstance(command, EditCard | WithdrawCard):
            return [self._own(room, step, command, who)]
        if isinstance(command, MergeCards):
            return [self._merge(room, step, command, who)]
        if isinstance(command, Unmerge):
            return [self._unmerge(room, step, command, who)]
        must_be_trainer(who)
        if isinstance(command, HideCard | RestoreCard):
            hidden = isinstance(command, HideCard)
            return [CardHidden(command.card, hidden)] if room.cards[command.card].hidden != hidden else []
        raise NotImplementedError(type(command).__name__)

    def _add(self, room: Room, step: StepState, command: AddCard, who: Asking) -> Event:
        must_be_open(step)
        if command.zone not in self.zones(step.settings, room.files):
            raise RefusedError("unknown_zone", N_("There is no field {zone} here."), zone=command.zone)
        text = clean(command.text, self.max_chars(room, step))
        self.must_fit(room, step, text, who, None)
        if command.photo is not None and not self.takes_photos(room, step):
            raise RefusedError("no_photos", N_("This step takes no photos. Write it down instead."))
        if command.parent is not None and not self.may_build_on(room, step, command.parent, who):
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        limit = self.limit(room, step) or MOST_CARDS
        if self.written(room, step, who.name, who.team) >= limit:
            raise RefusedError(
                "too_many_cards", N_("You have used all {limit} cards of this step."), limit=limit
            )
        where = self.where(room, step, who)
        taken = self.taken(room, step, command)
        origin = where_from(room, taken) if taken else who.organisation
        return CardAdded(
            f"k{room.next_card}", step.id, command.zone, text, origin, who.team,
            command.parent, self.evidence(room, step, command.zone, command.evidence), command.photo,
            where.round, where.table, taken is not None,
        )  # fmt: skip

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
            text = clean(command.text, self.max_chars(room, step) * (4 if card.merged else 1))
            self.must_fit(room, step, text, who, card)
            return CardEdited(card.id, text, self.evidence(room, step, card.zone, command.evidence))
        if card.merged:
            raise RefusedError("still_merged", N_("Take this card apart first: others lie under it."))
        return CardWithdrawn(card.id)

    def _merge(self, room: Room, step: StepState, command: MergeCards, who: Asking) -> Event:
        names = list(dict.fromkeys(command.cards))
        if len(names) < 2:
            raise RefusedError("too_few_cards", N_("Choose two cards or more to merge."))
        cards = [room.cards.get(name) for name in names]
        if any(card is None or not card.shown or card.step != step.id for card in cards):
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        found = [card for card in cards if card is not None]
        must_tidy_up(step, found, who)
        must_not_be_on_ballot(room, names)
        text = clean(command.text or found[0].text, 4 * self.max_chars(room, step))
        return CardsMerged(f"k{room.next_card}", names, text)

    def _unmerge(self, room: Room, step: StepState, command: Unmerge, who: Asking) -> Event:
        card = room.cards[command.card]
        must_tidy_up(step, [card], who)
        if not card.merged or card.withdrawn:
            raise RefusedError("not_merged", N_("This card was not merged from others."))
        must_not_be_on_ballot(room, [card.id])
        return CardsMerged(card.id, card.merged, card.text, apart=True)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold a card's event."""
        if isinstance(event, CardAdded):
            card = Card(
                event.card, step.id, event.zone, event.text, by, event.organisation, event.team, at,
                event.parent, evidence=event.evidence, photo=event.photo,
                round=event.round, table=event.table, taken_over=event.taken_over,
            )  # fmt: skip
            put(room, step, card)
        elif isinstance(event, CardEdited):
            edited = room.cards[event.card]
            edited.text = event.text
            if not of_trainer(by):
                edited.said = room.seq + 1
            if event.evidence is not None:
                edited.evidence = event.evidence or None
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
        photo = next((found for name in event.cards if (found := room.cards[name].photo)), None)
        made = Card(
            event.card, step.id, first.zone, event.text, by, None, team, at, merged=event.cards,
            photo=photo, round=first.round, table=first.table,
            taken_over=all(room.cards[name].taken_over for name in event.cards),
        )  # fmt: skip
        put(room, step, made)

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back what the trainer added, changed, took back, hid, restored, merged or took apart."""
        del step, by
        return cards_undo.inverse(room, event)

    def still(self, room: Room, step: StepState, back: Event, action: Action) -> Event | None:
        """Leave what others did with a card since."""
        del step
        return cards_undo.still(room, back, action)
