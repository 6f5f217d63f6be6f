"""Grid: cards are placed on two axes, by each alone and unseen; the room sees the middle and the spread."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, ClassVar

from kit.activities.base import Activity, Asking, Before, Row, Settings
from kit.activities.grid_board import Board, Placing, spots
from kit.activities.grid_file import Grid as GridFile
from kit.activities.grid_file import read_place
from kit.activities.grid_mind import placings
from kit.activities.grid_view import axis_view, drawn, region_view, result
from kit.activities.guards import must_be_open, must_be_trainer, must_contribute, must_not_be_sealed
from kit.activities.mind import Look, Mind
from kit.activities.pile import originals
from kit.activities.told import all_or_none
from kit.errors import RefusedError, nearest
from kit.figures import Figure, Shape
from kit.locale import N_
from kit.model.base import Command, Event, say
from kit.model.grid import (
    CardPlaced,
    CardUnplaced,
    GridCard,
    GridMine,
    GridShared,
    PlaceCard,
    PlacingView,
    UnplaceCard,
)
from kit.model.people import Audience, Viewer
from kit.model.rounds import NextRound, RoundBegun
from kit.room import Card, Room, StepState


class GridSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How cards are placed.

    Attributes:
        source: Step whose cards are placed.
        grid: Name of the grid file: axes, scales, criteria and regions.
        winners: How many cards go on to a step that takes this one as its focus or its source.
    """

    source: str
    grid: str
    winners: int = 3


class Grid(Activity[GridSettings]):
    """Everyone places each card alone. Where organisations lie far apart, the room talks and looks again."""

    name = "grid"
    settings = GridSettings
    commands = (PlaceCard, UnplaceCard, NextRound)
    events = (CardPlaced, CardUnplaced, RoundBegun)
    as_team = True
    yields_cards = True
    chooses = True
    inspires = True
    files: ClassVar = {"grid": GridFile}

    def new(self) -> Board:
        """Return an empty board."""
        return Board()

    def check(self, settings: GridSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the source, and for numbers that make sense."""
        sources = [name for name, one in earlier.items() if one.activity.yields_cards]
        if settings.source not in earlier:
            yield f"source: no earlier step {settings.source!r}; {nearest(settings.source, sources)}"
        elif settings.source not in sources:
            yield f"source: step {settings.source!r} yields no cards; {nearest(settings.source, sources)}"
        if settings.winners < 1:
            yield "winners: must be 1 or more"

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Fix the list of cards; a later round is about the same ones."""
        if step.data.round > 1:
            return step.frozen
        source = room.steps[step.settings.source]
        cards = [card.id for card in source.activity.cards(room, source)]
        if not cards:
            raise RefusedError("no_cards", N_("There is nothing to place yet. Collect cards first."))
        return {"cards": cards}

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the step whose cards are placed."""
        return (step.settings.source,)

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Place a card, take it off, or begin another round."""
        must_contribute(who)
        if isinstance(command, NextRound):
            return [self._next(room, step, who)]
        if not isinstance(command, PlaceCard | UnplaceCard):
            raise NotImplementedError(type(command).__name__)
        must_be_open(step)
        if who.actor.role == "trainer" and not who.on_paper:
            raise RefusedError(
                "not_allowed",
                N_("The trainer places no cards. Use paper entry for someone without a phone."),
            )
        if step.settings.per == "person" and who.actor.role == "team":
            raise RefusedError(
                "not_allowed", N_("Everyone places the cards alone in this step, on their own phone.")
            )
        if command.card not in listed(room, step):
            raise RefusedError("unknown_card", N_("That card is not on this grid."))
        number = step.data.round
        if isinstance(command, UnplaceCard):
            if command.card not in step.data.now.get(who.name, {}):
                raise RefusedError("nothing_placed", N_("You have not placed this card in this round."))
            return [CardUnplaced(step.id, command.card, number)]
        x, y = read_place(self.grid(room, step), command)
        return [CardPlaced(step.id, command.card, number, x, y, who.organisation, who.team, command.scores)]

    def _next(self, room: Room, step: StepState, who: Asking) -> Event:
        must_be_trainer(who)
        must_not_be_sealed(step)
        if step.status == "open":
            raise RefusedError("round_open", N_("Close the step first: then everyone sees where you differ."))
        board: Board = step.data
        if not any(board.now.values()):
            raise RefusedError("nothing_placed", N_("Nobody has placed a card in this round yet."))
        grid, cards = self.grid(room, step), listed(room, step)
        apart = [one.card for one in spots(grid, board, cards) if one.discuss(grid.differ)]
        return RoundBegun(step.id, board.round + 1, {"cards": apart or cards})

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Lay down or take off a placing, in place of the same person's earlier one; begin a round."""
        del room
        board: Board = step.data
        if isinstance(event, CardPlaced):
            placing = Placing(event.x, event.y, event.scores, event.organisation, event.team, at)
            board.put(by, event.card, event.round, placing)
        elif isinstance(event, CardUnplaced):
            board.put(by, event.card, event.round, None)
        elif isinstance(event, RoundBegun):
            board.begin(event.round, event.plan.get("cards", []))

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back what the trainer typed in from paper, or the round that they began."""
        del room
        board: Board = step.data
        if isinstance(event, RoundBegun):
            return [RoundBegun(step.id, board.round, {"cards": board.again})]
        if not isinstance(event, CardPlaced | CardUnplaced):
            return []
        known = 0 < event.round <= len(board.rounds)
        before = board.rounds[event.round - 1].get(by, {}).get(event.card) if known else None
        if before is None:
            return [CardUnplaced(step.id, event.card, event.round)]
        return [
            CardPlaced(
                step.id, event.card, event.round, before.x, before.y,
                before.organisation, before.team, before.scores,
            )
        ]  # fmt: skip

    def grid(self, room: Room, step: StepState) -> GridFile:
        """Return the grid file of a step."""
        return room.file(GridFile, step.settings.grid)

    def shared(self, room: Room, step: StepState, audience: Audience) -> GridShared:
        """Return the grid; how far people are for those who run the room; where the cards lie once closed."""
        grid, lang, board = self.grid(room, step), audience.lang, step.data
        closed, phone = step.status == "closed", audience.role == "participant"
        cards = listed(room, step)
        asked = [one for one in board.again if one in cards] or cards
        here = [own for own in board.now.values() if own] if not phone or closed else None
        return GridShared(
            grid=grid.id,
            title=say(grid.title, lang),
            x=axis_view(grid.x, lang),
            y=axis_view(grid.y, lang),
            regions=[region_view(grid, one, lang) for one in grid.regions],
            cards=[GridCard(one, room.cards[one].text, originals(room, room.cards[one])) for one in cards],
            winners=step.settings.winners,
            round=board.round,
            again=[one for one in board.again if one in cards],
            begun=None if here is None else len(here),
            done=None if here is None else sum(all(card in own for card in asked) for own in here),
            counts={one: sum(one in own for own in here or ()) for one in cards}
            if audience.role == "trainer"
            else {},
            result=result(room, step, cards, lang, phone=phone) if closed else None,
        )

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> GridMine | None:
        """Return where the viewer placed the cards, and their own order of them."""
        if viewer.role not in {"participant", "team"}:
            return None
        board: Board = step.data
        cards = listed(room, step)
        # Before anybody did anything in an anonymous step, nobody has a name in it yet.
        found = {card: board.newest(name, card) for card in cards} if name else {}
        # What comes first is thought about longest; everyone has another order, the same one each time.
        whose = viewer.participant if step.settings.per == "person" else name
        random.Random(f"{step.id}/{whose}").shuffle(cards)  # noqa: S311 - no secret
        return GridMine(
            placed={
                card: PlacingView(one[1].x, one[1].y, one[1].scores, one[0])
                for card, one in found.items()
                if one is not None
            },
            order=sorted(cards, key=lambda card: card not in board.again),
        )

    def outcome(self, room: Room, step: StepState) -> list[Card]:
        """Return the most urgent cards, once the step is closed."""
        if step.status != "closed":
            return []
        found = spots(self.grid(room, step), step.data, listed(room, step))
        return [room.cards[one.card] for one in found[: step.settings.winners]]

    def decided(self, room: Room, step: StepState) -> list[Card]:
        """Return the same of a grid of ideas; the most urgent risk is nothing that anybody wants."""
        return self.outcome(room, step) if self.grid(room, step).ideas else []

    def costs(self, room: Room, step: StepState) -> dict[str, float]:
        """Return what each card costs, in points of the axis that the grid file names; empty until closed."""
        grid = self.grid(room, step)
        if step.status != "closed" or grid.cost is None:
            return {}
        found = spots(grid, step.data, listed(room, step))
        return {one.card: (one.x if grid.cost == "x" else one.y).middle for one in found}

    def took_part(self, room: Room, step: StepState) -> int:
        """Return how many people, or tables, placed a card."""
        del room
        return len({by for _, by, _, _ in step.data.all()})

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per person, card and round."""
        del room
        return {
            "placements": [
                {
                    "step": step.id,
                    "card": card,
                    "participant": by,
                    "organisation": placing.organisation,
                    "x": placing.x,
                    "y": placing.y,
                    "at": placing.at,
                    "round": number,
                    "scores": json.dumps(placing.scores) if placing.scores else None,
                }
                for number, by, card, placing in step.data.all()
            ]
        }

    def anonymous_frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return the same with organisations where nobody is one of a few who placed a card."""
        rows, anonymous = self.frames(room, step)["placements"], step.settings.anonymous
        return {"placements": all_or_none(rows, itemgetter("card", "round"), anonymous=anonymous)}

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return where the cards lie, once the step is closed."""
        if step.status != "closed":
            return []
        made = result(room, step, listed(room, step), lang, phone=True)
        return [drawn(room, step, made, lang, shape)] if made.rows else []

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Place the cards one by one; in a later round only those that the room differs about."""
        yield from placings(*look(), mind)

    def lead(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Show where the room differs, and let it look once more."""
        del mind
        if look()[0]["round"] > 1:
            return
        yield {"kind": "close"}
        rows = (look()[0]["result"] or {"rows": []})["rows"]
        if any(row["discuss"] for row in rows):
            yield {"kind": "next_round"}
            yield {"kind": "open"}


def listed(room: Room, step: StepState) -> list[str]:
    """Return the list as it was fixed, without what was hidden or taken back since.

    A card that was merged or taken apart afterwards stays: people placed it as it was.
    """
    cards = [room.cards[one] for one in step.frozen.get("cards", [])]
    return [one.id for one in cards if not one.hidden and (one.merged or not one.withdrawn)]


ACTIVITY = Grid()
