"""The messages of the activity ballot: its command, its event and its views."""

from __future__ import annotations

from kit.model.base import Command, Event, Struct
from kit.model.commands import Paper


class CastVotes(Command, frozen=True, tag="cast_votes"):
    """The whole ballot of one voter: dots by card. It replaces what this voter sent before."""

    step: str
    votes: dict[str, int]
    paper: Paper | None = None


class VotesCast(Event, frozen=True, tag="votes_cast"):
    """A voter's ballot is in; an empty one takes it back."""

    step: str
    votes: dict[str, int]
    organisation: str | None
    team: str | None


class OptionView(Struct):
    """One card on the ballot."""

    card: str
    text: str
    zone: str
    team: str | None
    merged: list[str]


class ResultRow(Struct):
    """One card in the ranking. Nothing here tells one organisation's votes apart from another's."""

    card: str
    text: str
    place: int
    points: int
    voters: int
    share: float
    """Share of the voters who support it, 0 to 1."""
    scale: float
    """Support across organisations, 0 to 100."""
    majority: int
    """Organisations in which more than half support it."""
    lowest: float
    label: str
    """``broad``, ``partly``, ``divides`` or ``few``."""
    chosen: bool


class BallotResult(Struct):
    """The ranking, best first."""

    rows: list[ResultRow]
    voters: int
    organisations: int
    rank: str


class BallotShared(Struct, tag_field="activity", tag="ballot"):
    """The ballot; ``result`` only after it was closed."""

    method: str
    dots: int
    most: int
    winners: int
    options: list[OptionView]
    voted: int | None
    """How many ballots are in; phones don't get it while the vote runs."""
    result: BallotResult | None


class BallotMine(Struct):
    """The viewer's own ballot. ``order`` is this voter's own random order of the cards."""

    votes: dict[str, int]
    left: int
    order: list[str]
