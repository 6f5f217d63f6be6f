"""The figures of a closed vote: the ranking with support by organisation, the duels, the fair set."""

from __future__ import annotations

import math

from kit.activities.ballot_count import paid, ranked, tells
from kit.figures import Figure, Shape
from kit.figures.duels import duels
from kit.figures.fair_set import Budget, fair_set
from kit.figures.ranking import ranking
from kit.figures.vote_words import Rule
from kit.insight.vote_frames import payers_frame, result_frame, shares_frame
from kit.room import Room, StepState


def figures(room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
    """Return what a vote came to; nothing before it is closed, for the result is hidden until then."""
    if step.status != "closed":
        return []
    vote, found = ranked(room, step)
    if not vote.ballots or not vote.options:
        return []
    tables = step.settings.per == "team"
    rule = Rule(vote.method, vote.by, tables=tables, winners=vote.winners)
    names = {} if tables else room.case.organisation_names(lang)
    table = result_frame(vote, found)
    may = tells(room, step)
    if not may:
        table["lowest"] = math.nan
    table["text"] = [room.cards[card].text for card in table["card"]]
    shares = shares_frame(vote, found, open_vote=bool(step.frozen.get("open_vote")))
    shares = shares.rename(columns=names)
    made = ranking(table, shares, lang, shape, rule=rule, name=f"{step.id}-ranking")
    if vote.method == "ranking":
        against = found.tally.duels[found.order][:, found.order]
        texts, name, goes_on = list(table["text"]), f"{step.id}-duels", len(found.chosen)
        people = len(vote.ballots)
        return [made, duels(texts, against, people, lang, shape, chosen=goes_on, by=vote.by, name=name)]
    if vote.method == "budget":
        table["cost"] = [vote.costs[card] for card in table["card"]]
        who = paid(room, step)
        payers = payers_frame(vote, who, told=may or vote.by == "points")
        payers["organisation"] = payers["organisation"].replace(names)
        most_votes = [vote.options[n] for n in found.most_votes]
        budget = Budget(vote.budget, who.imagined, most_votes)
        name = f"{step.id}-set"
        return [fair_set(table, payers, shares, budget, lang, shape=shape, rule=rule, name=name), made]
    return [made]
