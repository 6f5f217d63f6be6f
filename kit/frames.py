"""Tidy DataFrames of a workshop: one row per fact. ``docs/frames.md`` describes every column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import pandas as pd

from kit.activities.told import without_small
from kit.model.events import Entry
from kit.room import Room

TEXT, WHEN, KIND, NUMBER, TRUTH = "str", "datetime64[ns, UTC]", "category", "Int64", "boolean"

COLUMNS: dict[str, dict[str, str]] = {
    "participants": {
        "participant": TEXT,
        "organisation": KIND,
        "team": KIND,
        "joined_at": WHEN,
        "lang": KIND,
    },
    "cards": {
        "card": TEXT,
        "step": KIND,
        "phase": KIND,
        "zone": KIND,
        "text": TEXT,
        "participant": TEXT,
        "organisation": KIND,
        "team": KIND,
        "table": KIND,
        "round": NUMBER,
        "created_at": WHEN,
        "parent": TEXT,
        "taken_over": TRUTH,
        "hidden": TRUTH,
        "evidence": KIND,
        "photo": TEXT,
        "merged_into": TEXT,
    },
    "votes": {
        "step": KIND,
        "card": TEXT,
        "participant": TEXT,
        "organisation": KIND,
        "team": KIND,
        "weight": NUMBER,
        "at": WHEN,
    },
    "placements": {
        "step": KIND,
        "card": TEXT,
        "participant": TEXT,
        "organisation": KIND,
        "x": "float64",
        "y": "float64",
        "at": WHEN,
        "round": NUMBER,
        "scores": TEXT,
    },
    "answers": {
        "step": KIND,
        "moment": KIND,
        "item": KIND,
        "participant": TEXT,
        "organisation": KIND,
        "value": "float64",
        "at": WHEN,
    },
    "bowtie": {
        "step": KIND,
        "node": TEXT,
        "kind": KIND,
        "text": TEXT,
        "parent": TEXT,
        "organisation": KIND,
        "prevention": KIND,
        "card": TEXT,
        "team": KIND,
        "status": KIND,
        "effect": KIND,
        "lead": TEXT,
        "chain": KIND,
        "domain": KIND,
    },
    "seats": {
        "step": KIND,
        "round": NUMBER,
        "table": KIND,
        "participant": TEXT,
        "organisation": KIND,
        "host": TRUTH,
    },
    "agreements": {
        "agreement": TEXT,
        "what": TEXT,
        "owner": KIND,
        "with": TEXT,
        "due": WHEN,
        "status": KIND,
        "cards": TEXT,
        "step": KIND,
        "lead": TEXT,
        "first_step": TEXT,
        "look_back": WHEN,
        "works": TEXT,
        "needs": TEXT,
        "confidence": "float64",
        "complete": TRUTH,
        "answered_at": WHEN,
        "participant": TEXT,
        "organisation": KIND,
        "team": KIND,
    },
    "events": {"seq": NUMBER, "at": WHEN, "actor": TEXT, "step": KIND, "kind": KIND},
}
"""The frames of a workshop: their columns with the dtype of each."""

SAID = ("votes", "placements", "answers")
"""The frames of what people want or think, which is nobody's business but theirs."""


class FrameAttributes:
    """Every frame as an attribute: ``workshop.votes`` is ``workshop.frames()["votes"]``."""

    def frames(self, *, anonymous: bool = False) -> dict[str, pd.DataFrame]:
        """Return all frames by name."""
        raise NotImplementedError(str(anonymous))

    @property
    def participants(self) -> pd.DataFrame:
        """One row per participant."""
        return self.frames()["participants"]

    @property
    def cards(self) -> pd.DataFrame:
        """One row per card."""
        return self.frames()["cards"]

    @property
    def ideas(self) -> pd.DataFrame:
        """The cards of phase *ideate*, each idea once: see :func:`ideas`."""
        return ideas(self.cards)

    @property
    def votes(self) -> pd.DataFrame:
        """One row per participant, card and ballot."""
        return self.frames()["votes"]

    @property
    def placements(self) -> pd.DataFrame:
        """One row per participant, card and grid."""
        return self.frames()["placements"]

    @property
    def answers(self) -> pd.DataFrame:
        """One row per participant and item."""
        return self.frames()["answers"]

    @property
    def bowtie(self) -> pd.DataFrame:
        """One row per node."""
        return self.frames()["bowtie"]

    @property
    def seats(self) -> pd.DataFrame:
        """One row per participant and round."""
        return self.frames()["seats"]

    @property
    def agreements(self) -> pd.DataFrame:
        """One row per agreement."""
        return self.frames()["agreements"]

    @property
    def events(self) -> pd.DataFrame:
        """One row per event of the journal."""
        return self.frames()["events"]


def ideas(cards: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of *cards* that are ideas: of phase *ideate*, and not taken over from another card."""
    return cards[(cards["phase"] == "ideate") & ~cards["taken_over"]].reset_index(drop=True)


def build(room: Room, entries: Iterable[Entry], *, anonymous: bool = False) -> dict[str, pd.DataFrame]:
    """Return all frames of a workshop by name.

    Args:
        room: The state.
        entries: All events in order.
        anonymous: Leave out participants and actors, the team wherever an organisation stands, and what would
            be told of a few people alone: :mod:`kit.insight.small`.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
    rows["participants"] = [
        {
            "participant": one.id,
            "organisation": one.organisation,
            "team": one.team,
            "joined_at": one.joined_at,
            "lang": one.lang,
        }
        for one in room.people.values()
    ]
    rows["events"] = [
        {
            "seq": entry.seq,
            "at": entry.at,
            "actor": entry.actor,
            "step": getattr(entry.event, "step", None),
            "kind": entry.event.__struct_config__.tag,
        }
        for entry in entries
    ]
    for step in room.steps.values():
        found = step.activity.anonymous_frames if anonymous else step.activity.frames
        for name, more in found(room, step).items():
            rows[name].extend(more)
    if anonymous:
        rows["participants"] = without_small(room, rows["participants"])
    made = {name: _frame(name, rows[name]) for name in COLUMNS}
    return {name: _without_people(name, frame) for name, frame in made.items()} if anonymous else made


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    columns = COLUMNS[name]
    frame = pd.DataFrame.from_records(rows, columns=list(columns))
    for column, dtype in columns.items():
        if dtype == WHEN:
            frame[column] = pd.to_datetime(frame[column].astype("float64"), unit="s", utc=True)
    return frame.astype(columns)


def _without_people(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Drop what points at one person; the columns stay, so that the same code reads both."""
    frame = frame.copy()
    for column in ("participant", "actor", "photo"):  # a handwriting is somebody's
        if column in frame:
            frame[column] = pd.array([None] * len(frame), dtype="str")
    if {"organisation", "team"} <= set(frame):
        for column in ("team", "table"):
            if column in frame:
                frame[column] = pd.Categorical([None] * len(frame))
    if name in SAID:  # the rows of one person stand together: in another order they don't
        frame = frame.sort_values([*frame.columns], ignore_index=True, kind="stable")
    return frame


def to_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame as plain JSON values, times in ISO 8601."""
    rows: list[dict[str, Any]] = msgspec.json.decode(
        frame.to_json(orient="records", date_format="iso") or "[]"
    )
    return rows
