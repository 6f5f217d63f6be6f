"""The messages of the activity ballot: its commands, its events and its views."""

from __future__ import annotations

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper


class CastVotes(Command, frozen=True, tag="cast_votes"):
    """The whole ballot of one voter: a weight by card. It replaces what this voter sent before."""

    step: str
    votes: dict[str, int]
    paper: Paper | None = None


class SetCost(Command, frozen=True, tag="set_cost"):
    """Trainer: what a card costs in a vote with a budget; None for what it cost without this."""

    step: str
    card: str
    cost: int | None = None


class VotesCast(Event, frozen=True, tag="votes_cast"):
    """A voter's ballot is in; an empty one takes it back."""

    step: str
    votes: dict[str, int]
    organisation: str | None
    team: str | None


class CostSet(Event, frozen=True, tag="cost_set"):
    """The trainer said what a card costs, or (None) took that back."""

    step: str
    card: str
    cost: int | None = None


class OptionView(Struct):
    """One card on the ballot."""

    card: str
    text: str
    zone: str
    team: str | None
    merged: list[str]
    cost: int | None
    """What it costs in a vote with a budget; None before it opens, where nobody said so."""


class ResultRow(Struct):
    """One card in the ranking. Nothing here tells one organisation's votes apart from another's."""

    card: str
    text: str
    place: int
    points: float
    """Dots; or Borda's points; or the mean of all marks; or the people who support it."""
    voters: int
    """People who support it."""
    answered: int
    """People who said something about it."""
    against: int
    share: float
    """Share of those who answered who support it, 0 to 1."""
    scale: float
    """Support across organisations, 0 to 100."""
    majority: int
    """Organisations in which more than half support it."""
    lowest: float | None
    """Share in the organisation where it is lowest; None where that may not be told, or was nobody's."""
    label: str
    """``broad``, ``partly``, ``divides`` or ``few``."""
    chosen: bool
    chance: float | None = None
    """Chance to be among those that go on, 0 to 1; only where support across organisations decides."""
    wins: int | None = None
    """Ranking: other cards that it comes before in Schulze's order."""
    mark: float | None = None
    """Score: mean of the organisations' mean marks, 1 to 5."""
    middle: float | None = None
    """Score: median of the organisations' median marks, 1 to 5."""
    cost: int | None = None
    """Budget: what it costs."""


class BallotResult(Struct):
    """The ranking, best first.

    ``organisations`` counts those that voted; in a step per team it counts tables, and so does all that is
    said of organisations. ``close``: the last card that goes on and the first that doesn't can hardly be told
    apart.
    """

    rows: list[ResultRow]
    voters: int
    organisations: int
    tables: bool
    rank: str
    close: bool
    duels: list[list[int]] | None = None
    """Ranking: people who prefer the card of a row to that of a column, in the order of ``rows``."""
    spent: int | None = None
    """Budget: what the chosen set costs."""
    most_votes: list[str] | None = None
    """Budget: the cards that *most votes first* would give, most votes first."""
    most_votes_spent: int | None = None


class BallotShared(Struct, tag_field="activity", tag="ballot"):
    """The ballot; ``result`` only after it was closed. The trainer sees before what will be on it."""

    method: str
    """``dots``, ``approval``, ``ranking``, ``score`` or ``budget``."""
    dots: int
    most: int
    winners: int
    budget: int
    """What there is to spend in all, in a vote with a budget."""
    options: list[OptionView]
    open_vote: bool
    """Everyone may see what each organisation votes; people are told so before they do."""
    small: list[str]
    """For the trainer, before a secret vote: organisations of one or two people."""
    voted: int | None
    """How many ballots are in; phones don't get it while the vote runs."""
    result: BallotResult | None


class BallotMine(Struct):
    """The viewer's own ballot. ``order`` is this voter's own random order of the cards."""

    votes: dict[str, int]
    left: int
    """Dots to give; or the cards that this voter said nothing about."""
    order: list[str]
