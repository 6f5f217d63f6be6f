"""Ballot: a vote on the cards of an earlier step, with support across organisations."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec
import numpy as np

from kit.activities.ballot_mind import CHANGES_VOTE, ballot, second_thoughts
from kit.activities.base import Activity, Asking, Before, Row, Settings, must_be_open, must_contribute
from kit.activities.mind import Look, Mind
from kit.activities.pile import originals
from kit.errors import RefusedError, nearest
from kit.insight.support import order, support
from kit.locale import N_
from kit.model.ballot import (
    BallotMine,
    BallotResult,
    BallotShared,
    CastVotes,
    OptionView,
    ResultRow,
    VotesCast,
)
from kit.model.base import Command, Event
from kit.model.people import Audience, Viewer
from kit.room import Card, Room, StepState


class BallotSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How people vote.

    Attributes:
        source: Step whose cards are voted on.
        method: ``dots``: give out dots, several on one card if you like.
        dots: Dots per voter.
        most: Dots that one voter may put on one card; 0 for as many as they have.
        winners: How many cards go on to a step that takes this ballot as its focus.
        rank: What the ranking goes by: support across organisations, or the number of dots.
    """

    source: str
    method: Literal["dots"] = "dots"
    dots: int = 3
    most: int = 0
    winners: int = 1
    rank: Literal["support", "points"] = "support"


class Cast(msgspec.Struct):
    """One voter's ballot."""

    votes: dict[str, int]
    organisation: str | None
    team: str | None
    at: float


class Ballot(Activity[BallotSettings]):
    """Everyone votes at once and unseen; results come when the trainer closes the vote."""

    name = "ballot"
    settings = BallotSettings
    commands = (CastVotes,)
    events = (VotesCast,)
    as_team = True
    yields_cards = True
    chooses = True
    inspires = True

    def new(self) -> dict[str, Cast]:
        """Return an empty ballot box: casts by voter."""
        return {}

    def check(self, settings: BallotSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the source, and for numbers that make sense."""
        sources = [name for name, one in earlier.items() if one.activity.yields_cards]
        if settings.source not in earlier:
            yield f"source: no earlier step {settings.source!r}; {nearest(settings.source, sources)}"
        elif settings.source not in sources:
            yield f"source: step {settings.source!r} yields no cards; {nearest(settings.source, sources)}"
        for name in ("dots", "winners"):
            if getattr(settings, name) < 1:
                yield f"{name}: must be 1 or more"
        if settings.most < 0:
            yield "most: must be 0 (no limit) or more"

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Fix the list of cards and of organisations."""
        source = room.steps[step.settings.source]
        cards = [card.id for card in source.activity.cards(room, source)]
        if not cards:
            raise RefusedError("no_cards", N_("There is nothing to vote on yet. Collect cards first."))
        present = sorted({one.organisation for one in room.people.values() if one.organisation})
        return {"cards": cards, "organisations": present}

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the step that is voted on."""
        return (step.settings.source,)

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Take a whole ballot, or refuse it."""
        if not isinstance(command, CastVotes):
            raise NotImplementedError(type(command).__name__)
        must_contribute(who)
        must_be_open(step)
        settings: BallotSettings = step.settings
        if who.actor.role == "trainer" and not who.on_paper:
            raise RefusedError(
                "not_allowed", N_("The trainer doesn't vote. Use paper entry for someone without a phone.")
            )
        if settings.per == "person" and who.actor.role == "team":
            raise RefusedError("not_allowed", N_("Everyone votes alone in this step, on their own phone."))
        votes = {card: weight for card, weight in command.votes.items() if weight}
        if not votes.keys() <= set(listed(room, step)):
            raise RefusedError("unknown_card", N_("That card is not on this ballot."))
        if any(weight < 0 for weight in votes.values()):
            raise RefusedError("bad_votes", N_("A card can't have fewer than 0 dots."))
        if sum(votes.values()) > settings.dots:
            raise RefusedError("too_many_votes", N_("You have {dots} dots, not more."), dots=settings.dots)
        if settings.most and any(weight > settings.most for weight in votes.values()):
            raise RefusedError(
                "too_many_on_card", N_("Put {most} dots at most on one card."), most=settings.most
            )
        return [VotesCast(step.id, votes, who.organisation, who.team)]

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Put a ballot in the box, in place of the voter's earlier one."""
        del room
        if isinstance(event, VotesCast):
            step.data[by] = Cast(event.votes, event.organisation, event.team, at)

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back a ballot that the trainer typed in from paper."""
        del room
        if not isinstance(event, VotesCast):
            return []
        before = step.data.get(by)
        if before is None:
            return [VotesCast(event.step, {}, event.organisation, event.team)]
        return [VotesCast(event.step, before.votes, before.organisation, before.team)]

    def shared(self, room: Room, step: StepState, audience: Audience) -> BallotShared:
        """Return the list; the number of ballots for those who run the room; the result once closed."""
        settings: BallotSettings = step.settings
        closed = step.status == "closed"
        counts = audience.role != "participant" or closed
        return BallotShared(
            method=settings.method,
            dots=settings.dots,
            most=settings.most or settings.dots,
            winners=settings.winners,
            options=[self._option(room, name) for name in listed(room, step)],
            voted=sum(bool(cast.votes) for cast in step.data.values()) if counts else None,
            result=self.result(room, step) if closed else None,
        )

    def _option(self, room: Room, name: str) -> OptionView:
        card = room.cards[name]
        under = originals(room, card)
        return OptionView(card=name, text=card.text, zone=card.zone, team=card.team, merged=under)

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> BallotMine | None:
        """Return the viewer's own ballot and their own order of the cards."""
        if name is None or viewer.role not in {"participant", "team"}:
            return None
        cast, cards = step.data.get(name), listed(room, step)
        votes = {card: weight for card, weight in cast.votes.items() if card in cards} if cast else {}
        # The first cards of a list get more votes; every voter gets another order, the same one each time.
        random.Random(f"{step.id}/{viewer.participant or viewer.team}").shuffle(cards)  # noqa: S311 - no secret
        return BallotMine(votes=votes, left=step.settings.dots - sum(votes.values()), order=cards)

    def result(self, room: Room, step: StepState) -> BallotResult:
        """Count, and rank by support across organisations."""
        cards = listed(room, step)
        casts = [cast for cast in step.data.values() if cast.votes]
        groups = sorted(
            set(step.frozen.get("organisations", ()))
            | {one.organisation for one in casts if one.organisation}
        )
        yes, voters, points, supporters = _count(cards, groups, casts)
        found = support(yes, voters)
        settings: BallotSettings = step.settings
        ranked = order(points, found, settings.rank)
        rows = [
            ResultRow(
                card=cards[i],
                text=room.cards[cards[i]].text,
                place=place,
                points=int(points[i]),
                voters=int(supporters[i]),
                share=float(supporters[i] / len(casts)) if casts else 0.0,
                scale=round(float(found.scale[i]), 1),
                majority=int(found.majority[i]),
                lowest=float(found.lowest[i]),
                label=found.label[i],
                chosen=place <= settings.winners and bool(points[i]),
            )
            for place, i in enumerate(ranked, 1)
        ]
        return BallotResult(
            rows=rows, voters=len(casts), organisations=int((voters > 0).sum()), rank=settings.rank
        )

    def outcome(self, room: Room, step: StepState) -> list[Card]:
        """Return the winning cards, once the vote is closed."""
        if step.status != "closed":
            return []
        return [room.cards[row.card] for row in self.result(room, step).rows if row.chosen]

    def took_part(self, room: Room, step: StepState) -> int:
        """Return the number of ballots with a vote on them."""
        del room
        return sum(bool(cast.votes) for cast in step.data.values())

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Vote by the taste of one's organisation; some change their mind."""
        view, own = look()
        if own.get("votes"):  # the vote was opened again
            return
        votes = ballot(view, mind)
        yield {"kind": "cast_votes", "votes": votes}
        if mind.rng.random() < CHANGES_VOTE:
            yield {"kind": "cast_votes", "votes": second_thoughts(votes, view, mind.rng)}

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per voter and card."""
        del room
        return {
            "votes": [
                {
                    "step": step.id,
                    "card": card,
                    "participant": voter,
                    "organisation": cast.organisation,
                    "team": cast.team,
                    "weight": weight,
                    "at": cast.at,
                }
                for voter, cast in step.data.items()
                for card, weight in cast.votes.items()
            ]
        }


def listed(room: Room, step: StepState) -> list[str]:
    """Return the list as it was fixed, without what was hidden or taken back since.

    A card that was merged or taken apart after the vote stays: people voted on it as it was.
    """
    cards: list[str] = step.frozen.get("cards", [])
    gone = {one for one in cards if room.cards[one].hidden}
    gone |= {one for one in cards if room.cards[one].withdrawn and not room.cards[one].merged}
    return [one for one in cards if one not in gone]


def _count(cards: list[str], groups: list[str], casts: list[Cast]) -> tuple[Any, Any, Any, Any]:
    """Return supporters (organisations, cards), voters (organisations,), points and supporters (cards,)."""
    column = {name: i for i, name in enumerate(cards)}
    row = {name: i for i, name in enumerate(groups)}
    yes = np.zeros((len(groups), len(cards)))
    voters = np.zeros(len(groups))
    points, supporters = np.zeros(len(cards)), np.zeros(len(cards))
    for cast in casts:
        group = row.get(cast.organisation) if cast.organisation else None
        if group is not None:
            voters[group] += 1
        for card, weight in cast.votes.items():
            if card not in column:  # it is hidden, or the list was fixed anew when the vote was opened again
                continue
            i = column[card]
            points[i] += weight
            supporters[i] += 1
            if group is not None:
                yes[group, i] += 1
    return yes, voters, points, supporters


ACTIVITY = Ballot()
