"""Canvas: cards in fields. Which fields, and how it is used, stands in a canvas file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from kit.activities import canvas_rounds as rounds
from kit.activities.base import Asking, Before
from kit.activities.canvas_file import Canvas as CanvasFile
from kit.activities.canvas_hints import hints, must_be_made_up, tips, turned
from kit.activities.canvas_mind import build_on, choose
from kit.activities.canvas_settings import CanvasSettings, problems
from kit.activities.canvas_view import (
    canvas_card,
    deck_views,
    journey,
    of_file,
    offers,
)
from kit.activities.cards import Cards, Where
from kit.activities.deck_file import Deck
from kit.activities.doubles import doubles
from kit.activities.guards import visible
from kit.activities.mind import Look, Mind
from kit.activities.pile import focus
from kit.datafile import DataFile
from kit.model.base import Command, Event
from kit.model.canvas import CanvasCard, CanvasMine, CanvasShared, SheetView
from kit.model.cards import CARD_COMMANDS, CARD_EVENTS, AddCard, CardAdded, Evidence
from kit.model.people import Audience, Viewer
from kit.model.rounds import NextRound, RoundBegun
from kit.room import Card, Room, StepState

MOST_LIVE = 40
"""While people write, a phone is sent the newest cards only; all of them when the step is closed."""


class Canvas(Cards[CanvasSettings]):
    """Cards in fields, per person or per team, hidden until the trainer reveals them if so wished."""

    name = "canvas"
    settings = CanvasSettings
    commands = (*CARD_COMMANDS, NextRound)
    events = (*CARD_EVENTS, RoundBegun)
    files: ClassVar = {"canvas": CanvasFile, "deck": Deck}

    def new(self) -> rounds.Sheets:
        """Return an empty pile, with no sheet in any hand."""
        return rounds.Sheets()

    def check(self, settings: CanvasSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the steps that this one refers to, and for settings that go together."""
        return problems(settings, earlier)

    def zones(self, settings: CanvasSettings, files: Mapping[str, DataFile]) -> list[str]:
        """Return the fields of the canvas, as commands name them."""
        return list(CanvasFile.among(files, settings.canvas).fields())

    def max_chars(self, room: Room, step: StepState) -> int:
        """Return what the canvas says."""
        return self.canvas(room, step).max_chars

    def limit(self, room: Room, step: StepState) -> int:
        """Return what the step says, or else the canvas."""
        del room
        return int(step.settings.limit)

    def written(self, room: Room, step: StepState, name: str, team: str | None) -> int:
        """Count the cards that fall under one limit: in a canvas with rounds those of this round."""
        if step.settings.rounds < 2 or not self.limit(room, step):
            return super().written(room, step, name, team)
        of_team = step.settings.per == "team" and team is not None
        written = step.data.teams.get(team, ()) if of_team else step.data.by.get(name, ())
        return rounds.in_this_round(room, step, written)

    def taken(self, room: Room, step: StepState, command: AddCard) -> Card | None:
        """Return the card of an earlier step that is taken over here."""
        card = room.cards.get(command.parent or "") if _chooses(step) else None
        return card if card is not None and card.step != step.id else None

    def where(self, room: Room, step: StepState, who: Asking) -> Where:
        """Return the round that it is."""
        del room, who
        return Where(round=step.data.round if step.settings.rounds > 1 else None)

    def evidence(self, room: Room, step: StepState, zone: str, said: Evidence | None) -> Evidence | None:
        """Return what every card of a field is, or else what the writer says where the canvas asks for it."""
        canvas = self.canvas(room, step)
        return canvas.fields()[zone].evidence or (said if canvas.evidence else None)

    def must_fit(self, room: Room, step: StepState, text: str, who: Asking, card: Card | None) -> None:
        """Refuse what makes a made-up person recognisable, over all cards of the writer or the table."""
        if "fictional" not in self.canvas(room, step).checks:
            return
        team = card.team if card else who.team
        of_team = step.settings.per == "team" and team is not None
        names = (
            step.data.teams.get(team, ()) if of_team else step.data.by.get(card.by if card else who.name, ())
        )
        others = (one for one in map(room.cards.__getitem__, names) if one is not card and not one.withdrawn)
        must_be_made_up([text, *(one.text for one in others)])

    def takes_photos(self, room: Room, step: StepState) -> bool:
        """Return what the canvas says."""
        return self.canvas(room, step).photo

    def may_build_on(self, room: Room, step: StepState, parent: str, who: Asking) -> bool:
        """Return whether that is a card, or what the step offers that this one builds on.

        What is taken over is said to come from its organisation: it is among what the writer is offered, or
        anybody could ask with it who wrote a card that they may not see.
        """
        if _chooses(step):
            team = who.team if step.settings.per == "team" else None
            return self._sees(room, step, parent, Audience(who.actor.role, room.lang, team))
        if parent in room.cards or step.settings.build_on is None:
            return parent in room.cards
        source = room.steps[step.settings.build_on]
        return any(one.id == parent for one in source.activity.offers(room, source, room.lang))

    def _sees(self, room: Room, step: StepState, name: str, audience: Audience) -> bool:
        """Return whether an audience is offered this, or sees it among the cards of the step itself."""
        card = room.cards.get(name)
        if card is not None and card.step == step.id:
            return card.shown and self._may_see(room, step, card, audience)
        return any(one.id == name for one in offers(room, step, self.canvas(room, step), audience))

    def canvas(self, room: Room, step: StepState) -> CanvasFile:
        """Return the canvas file of a step."""
        return room.file(CanvasFile, step.settings.canvas)

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the step whose findings everyone gets as prompts, unless tables keep to their own."""
        settings = step.settings
        return (settings.build_on,) if settings.build_on and _for_all(settings) else ()

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Let everyone begin a sheet, where sheets are passed on."""
        return rounds.first_plan(room, step) if step.settings.pass_on else {}

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Begin a round, or do something with cards."""
        if isinstance(command, NextRound):
            return [rounds.next_round(room, step, who)]
        return super().decide(room, step, command, who)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold a round or a card."""
        if isinstance(event, RoundBegun):
            rounds.fold_round(step, event)
            return
        super().evolve(room, step, event, by, at)
        if isinstance(event, CardAdded) and step.settings.pass_on:
            rounds.lay_on_sheet(step, event.card, by)

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back a round, or what the trainer did with a card."""
        if isinstance(event, RoundBegun):
            return [rounds.back(step)]
        return super().inverse(room, step, event, by)

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Build on an idea of the sheet that came in, or choose; what is new the crowd writes by itself."""
        return choose(look, mind) if look()[0].get("take_over") else build_on(look, mind)

    def lead(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Hold all rounds."""
        del mind
        view, _ = look()
        yield from ({"kind": "next_round"} for _ in range(view.get("round", 0), view.get("rounds", 0)))

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
        known = audience.role in {"trainer", "team"}
        several = step.settings.rounds > 1
        return CanvasShared(
            **of_file(canvas, lang),
            focus=focus(room, step),
            offers=offers(room, step, canvas, audience),
            take_over=bool(step.settings.take_over),
            cards=[self._card(room, step, card, lang, hinted=known) for card in seen],
            total=len(seen) if phone else len(shown),
            by_team={} if phone else dict(by_team),
            limit=step.settings.limit,
            assumptions=0 if phone else sum(card.evidence == "assumption" for card in shown),
            deck=deck_views(room, step, lang) if phone or audience.role == "team" else [],
            round=step.data.round if several else 0,
            rounds=step.settings.rounds if several else 0,
            round_cards=0 if phone or not several else rounds.in_this_round(room, step, step.data.cards),
            pass_on=bool(step.settings.pass_on),
            built_on=None if phone or not seen else rounds.built_on(room, cards),
            journey=journey(room, canvas, seen),
            doubles=doubles(room, step) if audience.role == "trainer" else [],
        )

    def _card(
        self,
        room: Room,
        step: StepState,
        card: Card,
        lang: str,
        *,
        hinted: bool = False,
        editable: bool = False,
    ) -> CanvasCard:
        canvas = self.canvas(room, step)
        return canvas_card(
            room,
            step,
            card,
            lang,
            editable=editable,
            hints=hints(room, step, canvas, card, lang) if hinted else [],
            turned=turned(room, canvas, card.text) if hinted else None,
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
        """Return the viewer's own cards, newest first, what is left of the limit, and the sheet in hand."""
        if name is None or viewer.role not in {"participant", "team"}:
            return None
        passing = step.settings.pass_on and step.status == "open" and viewer.role == "participant"
        own = [room.cards[one] for one in reversed(step.data.by.get(name, ()))]
        cards = [one for one in own if not one.withdrawn and (not passing or one.round == step.data.round)]
        limit = step.settings.limit
        person = room.people.get(viewer.participant or "")
        team = person.team if person else viewer.team
        editable = step.status == "open"
        return CanvasMine(
            cards=[
                self._card(room, step, card, viewer.lang, hinted=True, editable=editable) for card in cards
            ],
            left=max(0, limit - self.written(room, step, name, team)) if limit else None,
            tips=tips(room, self.canvas(room, step), self._together(room, step, cards, team), viewer.lang),
            sheet=self._sheet(room, step, name, viewer.lang) if passing else None,
        )

    def _together(self, room: Room, step: StepState, own: list[Card], team: str | None) -> list[Card]:
        """Return the cards that belong together: a team's, in a step per team."""
        if step.settings.per != "team" or team is None:
            return own
        return [card for one in step.data.teams.get(team, ()) if (card := room.cards[one]).shown]

    def _sheet(self, room: Room, step: StepState, name: str, lang: str) -> SheetView:
        sheet, number, of = rounds.in_hand(step, name)
        cards = [card for one in step.data.on.get(sheet, ()) if (card := room.cards[one]).shown]
        views = [
            canvas_card(room, step, one, lang)
            for one in cards
            if (one.by, one.round) != (name, step.data.round)
        ]
        for one in views:  # an idea of the chief weighs as much as any other
            one.organisation = one.team = None
        return SheetView(number, of, sheet == name, views)


def _chooses(step: StepState) -> bool:
    """Return whether people take over here what another step offers."""
    return bool(step.settings.take_over) and step.settings.build_on is not None


def _for_all(settings: CanvasSettings) -> bool:
    """Return whether what a step builds on is shown to all: tables that choose from their own need it too."""
    return settings.per != "team" or bool(settings.take_over)


ACTIVITY = Canvas()
