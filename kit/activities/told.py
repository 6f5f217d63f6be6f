"""What may stand in frames that everyone may have: rows without whatever points at one of a few people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any

import numpy as np

from kit.insight.small import named, told_options
from kit.room import Room

Row = dict[str, Any]


def without_small(room: Room, rows: Collection[Row]) -> list[Row]:
    """Return what people contributed, without the organisations that are too small to be named.

    Rows that are of no participant stay as they are: the owner of a measure is not who wrote it down.
    """
    known = named(one.organisation for one in room.people.values())
    return [
        one if "participant" not in one or one.get("organisation") in known else one | {"organisation": None}
        for one in rows
    ]


def all_or_none(rows: Collection[Row], about: Callable[[Row], Hashable], *, anonymous: bool) -> list[Row]:
    """Return what people said of things, with their organisations where all of them are large enough.

    Args:
        rows: One row per person and thing.
        about: Returns what a row is about.
        anonymous: In an anonymous step, who has no organisation is of a small one.
    """
    things = {thing: n for n, thing in enumerate(dict.fromkeys(map(about, rows)))}
    homes = {home: n for n, home in enumerate(dict.fromkeys(one["organisation"] for one in rows))}
    voters = np.zeros((len(homes), len(things)))
    for one in rows:
        voters[homes[one["organisation"]], things[about(one)]] += 1
    told = told_options(voters) & (not anonymous or None not in homes)
    return with_organisation(rows, lambda row: bool(told[things[about(row)]]))


def with_organisation(rows: Collection[Row], told: Callable[[Row], bool]) -> list[Row]:
    """Return rows of which the organisation is missing where it may not be told, and the time everywhere.

    What one person sent has one time, and stands in the journal at that time: it would put rows together.
    """
    return [one | {"at": None} if told(one) else one | {"at": None, "organisation": None} for one in rows]
