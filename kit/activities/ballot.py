"""Ballot: a vote on the cards of an earlier step, with support across organisations."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from kit.activities.ballot_count import (
    Box,
    Cast,
    candidates,
    fixed,
    is_open,
    listed,
    options,
    ranked,
    result,
    small_ones,
    told_cards,
)  # fmt: skip
from kit.activities.ballot_figures import figures
from kit.activities.ballot_mind import votes_of
from kit.activities.ballot_rules import cost_in_bounds, tidied
from kit.activities.base import Activity, Asking, Before, Row, Settings
from kit.activities.guards import must_be_open, must_be_trainer, must_contribute
from kit.activities.mind import Look, Mind
from kit.activities.told import with_organisation
from kit.errors import RefusedError, nearest
from kit.figures import Figure, Shape
from kit.insight.voting import places
from kit.locale import N_
from kit.model.ballot import BallotMine, BallotShared, CastVotes, CostSet, SetCost, VotesCast
from kit.model.base import Command, Event
from kit.model.people import Audience, Viewer
from kit.room import Card, Room, StepState


class BallotSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How people vote.

    Attributes:
        source: Step whose cards are voted on; also an earlier ballot, for a run-off among its winners.
        method: ``dots``: give out dots, several on one card if you like; ``approval``: say of each card that
            you support it, are neutral, or don't; ``ranking``: put cards in order, as many as you like;
            ``score``: give marks from 1 to 5; ``budget``: say what you support, and a set is made that can
            be paid.
        dots: Dots per voter.
        most: Dots that one voter may put on one card; 0 for as many as they have.
        winners: How many cards go on to a step that takes this ballot as its focus; of a budget all that were
            chosen do.
        rank: What the result goes by: ``support``, by the rule of the method, in which every organisation
            counts the same where it can; or ``points``, in which every voter counts the same.
        budget: Points to spend together.
        costs: Step that says what a card costs, such as a grid; else the trainer does, before opening.
        open_vote: Everyone may see what each organisation voted, also one of a single person. People are told
            before they vote. Else it is only told where every organisation has three voters or more.
    """

    source: str
    method: Literal["dots", "approval", "ranking", "score", "budget"] = "dots"
    dots: int = 3
    most: int = 0
    winners: int = 1
    rank: Literal["support", "points"] = "support"
    budget: int = 12
    costs: str | None = None
    open_vote: bool = False


class Ballot(Activity[BallotSettings]):
    """Everyone votes at once and unseen; results come when the trainer closes the vote."""

    name = "ballot"
    settings = BallotSettings
    commands = (CastVotes, SetCost)
    events = (VotesCast, CostSet)
    as_team = True
    yields_cards = True
    chooses = True
    inspires = True

    def new(self) -> Box:
        """Return an empty ballot box."""
        return Box()

    def check(self, settings: BallotSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the source and the costs, and for numbers that make sense."""
        sources = [name for name, one in earlier.items() if one.activity.yields_cards]
        if settings.source not in earlier:
            yield f"source: no earlier step {settings.source!r}; {nearest(settings.source, sources)}"
        elif settings.source not in sources:
            yield f"source: step {settings.source!r} yields no cards; {nearest(settings.source, sources)}"
        for name in ("dots", "winners", "budget"):
            if getattr(settings, name) < 1:
                yield f"{name}: must be 1 or more"
        if settings.most < 0:
            yield "most: must be 0 (no limit) or more"
        if settings.open_vote and settings.anonymous:
            yield "open_vote: an anonymous vote can't be open; leave one of the two out"
        if settings.open_vote and settings.per == "team":
            yield "open_vote: tables vote, and no organisation; leave it out"
        if settings.costs is not None:
            yield from _check_costs(settings.costs, settings.method, earlier)

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Fix the list of cards, what they cost, and who counts as one each."""
        cards = candidates(room, step)
        if not cards:
            raise RefusedError("no_cards", N_("There is nothing to vote on yet. Collect cards first."))
        return fixed(room, step, cards)

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the step that is voted on."""
        return (step.settings.source,)

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Take a whole ballot, or what a card costs; or refuse it."""
        if isinstance(command, SetCost):
            return self._cost(room, step, command, who)
        if not isinstance(command, CastVotes):
            raise NotImplementedError(type(command).__name__)
        must_contribute(who)
        must_be_open(step)
        if who.actor.role == "trainer" and not who.on_paper:
            raise RefusedError(
                "not_allowed", N_("The trainer doesn't vote. Use paper entry for someone without a phone.")
            )
        if step.settings.per == "person" and who.actor.role == "team":
            raise RefusedError("not_allowed", N_("Everyone votes alone in this step, on their own phone."))
        votes = tidied(step.settings, command.votes, listed(room, step))
        return [VotesCast(step.id, votes, who.organisation, who.team)]

    def _cost(self, room: Room, step: StepState, command: SetCost, who: Asking) -> list[Event]:
        must_be_trainer(who)
        if step.settings.method != "budget":
            raise RefusedError("no_costs", N_("Cards have a cost only in a vote with a budget."))
        if step.status == "open":
            raise RefusedError("on_ballot", N_("People are voting on these cards now. Close the vote first."))
        if command.card not in candidates(room, step):
            raise RefusedError("unknown_card", N_("That card is not on this ballot."))
        return [CostSet(step.id, command.card, cost_in_bounds(command.cost))]

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Put a ballot in the box, in place of the voter's earlier one; note what a card costs."""
        del room
        if isinstance(event, VotesCast):
            step.data[by] = Cast(event.votes, event.organisation, event.team, at)
        elif isinstance(event, CostSet):
            step.data.costs.pop(event.card, None)
            if event.cost is not None:
                step.data.costs[event.card] = event.cost

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back a ballot that the trainer typed in from paper, or a cost."""
        del room
        if isinstance(event, CostSet):
            return [CostSet(event.step, event.card, step.data.costs.get(event.card))]
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
        found = result(room, step) if closed else None
        if found is not None and audience.role == "participant":
            found.duels = None  # a table for a large screen
        return BallotShared(
            method=settings.method,
            dots=settings.dots,
            most=settings.most or settings.dots,
            winners=settings.winners,
            budget=settings.budget,
            options=options(room, step, before=audience.role == "trainer"),
            voted=None if audience.role == "participant" and not closed else self.took_part(room, step),
            open_vote=is_open(step),
            small=small_ones(room, step, audience.lang) if audience.role == "trainer" else [],
            result=found,
        )

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> BallotMine | None:
        """Return the viewer's own ballot and their own order of the cards."""
        settings: BallotSettings = step.settings
        # Before anybody voted in an anonymous step, nobody has a name in it yet.
        nobody = name is None and not settings.anonymous
        if nobody or viewer.role not in {"participant", "team"}:
            return None
        cast, cards = step.data.get(name or ""), listed(room, step)
        votes = {card: weight for card, weight in cast.votes.items() if card in cards} if cast else {}
        if settings.method == "ranking":
            votes = places(votes, cards)
        left = settings.dots - sum(votes.values()) if settings.method == "dots" else len(cards) - len(votes)
        # The first cards of a list get more votes; every voter gets another order, the same one each time.
        random.Random(f"{step.id}/{viewer.participant or viewer.team}").shuffle(cards)  # noqa: S311 - no secret
        return BallotMine(votes=votes, left=left, order=cards)

    def outcome(self, room: Room, step: StepState) -> list[Card]:
        """Return the winning cards, once the vote is closed."""
        if step.status != "closed":
            return []
        vote, found = ranked(room, step)
        return [room.cards[vote.options[n]] for n in found.chosen]

    def took_part(self, room: Room, step: StepState) -> int:
        """Return the number of ballots with a vote on them."""
        del room
        return sum(bool(cast.votes) for cast in step.data.values())

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Vote by the taste of one's organisation; some change their mind."""
        view, own = look()
        if own.get("votes"):  # the vote was opened again
            return
        for votes in votes_of(view, mind):
            yield {"kind": "cast_votes", "votes": votes}

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return the ranking with support by organisation; then the duels, or the fair set."""
        return figures(room, step, lang, shape)

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

    def anonymous_frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return the same with organisations where the vote may be told by organisation."""
        told = told_cards(room, step)
        rows = self.frames(room, step)["votes"]
        return {"votes": with_organisation(rows, lambda row: row["card"] in told)}


def _check_costs(costs: str, method: str, earlier: Mapping[str, Before]) -> Iterable[str]:
    if method != "budget":
        yield f"costs: a vote by {method} spends nothing; make it method: budget, or leave costs out"
    weighing = [name for name, one in earlier.items() if type(one.activity).costs is not Activity.costs]
    if costs not in earlier:
        yield f"costs: no earlier step {costs!r}; {nearest(costs, weighing)}"
    elif costs not in weighing:
        yield f"costs: step {costs!r} doesn't say what cards cost; {nearest(costs, weighing)}"


ACTIVITY = Ballot()
