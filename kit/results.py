"""The results of a workshop, as its own screen and the wall at the end get them."""

from __future__ import annotations

from collections import Counter
from math import comb
from typing import Any

import msgspec

from kit import gallery
from kit.charts.words import sources
from kit.model.base import say
from kit.model.people import Audience
from kit.model.views import Named, ResultStep, ResultsView
from kit.room import Person, Room


def of(room: Room, lang: str) -> ResultsView:
    """Return the results so far: nothing of a step that is still hidden or open to votes."""
    wall = Audience("wall", lang)
    steps = [
        ResultStep(one.id, say(one.step.title, lang), one.step.phase, one.step.activity,
                   _nameless(msgspec.to_builtins(one.activity.shared(room, one, wall))),
                   gallery.drawn(gallery.of_step, room, one, lang))
        for one in room.steps.values()
        if one.activity.tells(room, one)
    ]  # fmt: skip
    ballots = [one for one in room.steps.values() if one.activity.chooses and one.status == "closed"]
    decided = {one.step.phase: found[0].text for one in ballots if (found := one.activity.decided(room, one))}
    people = [one for one in room.of_the_day() if one.organisation]
    joined = Counter(one.organisation for one in people if one.organisation)
    names = room.case.organisation_names(lang)
    return ResultsView(
        organisations=[Named(one, names.get(one, one)) for one in joined],
        joined=dict(joined),
        tables_mixed=_mixed(room, people),
        contributions=sum(card.shown and not card.taken_over for card in room.cards.values()),
        voters=max((one.activity.took_part(room, one) for one in ballots), default=0),
        winner=decided.get("ideate"),
        question=decided.get("define"),
        steps=steps,
        figures=gallery.drawn(gallery.of_day, room, lang),
        place=say(room.case.place, lang),
        began=began(room),
        sources=sources(room.case, lang),
    )


def _mixed(room: Room, people: list[Person]) -> float | None:
    """Return the share of all pairs of people of one team that come from two organisations."""
    sizes = Counter(one.team for one in people)
    alike = Counter((one.team, one.organisation) for one in people)
    pairs = sum(comb(sizes[team], 2) for team in room.teams)
    same = sum(comb(many, 2) for (team, _), many in alike.items() if team in room.teams)
    return 1 - same / pairs if pairs else None


def began(room: Room) -> float | None:
    """Return when the first step was entered."""
    return min((one.entered_at for one in room.steps.values() if one.entered_at), default=None)


def _nameless(view: Any) -> Any:
    """Return a view as an anonymous export has it: no table where an organisation stands.

    Together they would point at one person, to whoever knows who sat where.
    """
    if isinstance(view, list):
        return [_nameless(one) for one in view]
    if not isinstance(view, dict):
        return view
    hidden = {"team", "table"} if view.get("organisation") is not None else set()
    return {name: None if name in hidden else _nameless(one) for name, one in view.items()}
