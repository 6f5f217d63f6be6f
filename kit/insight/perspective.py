"""Guess the priority: do people know what another organisation worries about?"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.insight.small import may_tell

Floats = npt.NDArray[np.float64]
TOP = 3
COLUMNS = ["participant", "organisation", "about", "score", "chance"]


def priorities(votes: pd.DataFrame, top: int = TOP, *, open_vote: bool = False) -> pd.DataFrame:
    """Return which concerns are each organisation's own, from what its people picked.

    Args:
        votes: Rows of one ballot from the frame *votes*, in which everybody picked for their own
            organisation; only which cards they gave a weight counts.
        top: How many concerns an organisation has.
        open_vote: The vote was announced as open before it began.

    Returns:
        One row per organisation, without those of one or two people unless the vote was open: theirs would be
        people's own. One column per card: 1 for what is among its first ``top`` by number of people, 0 for
        what is not. What is level for the last places shares them: two for one place get a half each, so that
        a guess scores what it would on average if lots were drawn.
    """
    rows = votes[votes["organisation"].notna() & (votes["weight"] > 0)]
    rows = rows.drop_duplicates(["participant", "card"])
    if not open_vote:
        people = rows.groupby("organisation", observed=True)["participant"].nunique()
        rows = rows[rows["organisation"].isin(people.index[may_tell(people)])]
    home = rows["organisation"].astype("str")
    picked = pd.crosstab(home, rows["card"].astype("str"))
    picked = picked.reindex(columns=sorted(votes["card"].astype("str").unique()), fill_value=0)
    share = np.array([_places(row, top) for row in picked.to_numpy()]).reshape(picked.shape)
    return pd.DataFrame(share, index=picked.index, columns=picked.columns.rename("card"))


def _places(picked: npt.NDArray[np.int64], top: int) -> Floats:
    """Return each option's part of the first places; one that nobody picked has none."""
    above = (picked[None, :] > picked[:, None]).sum(axis=1)
    level = (picked[None, :] == picked[:, None]).sum(axis=1)
    return np.asarray(np.where(picked > 0, np.clip((top - above) / level, 0, 1), 0.0))


def guesses(said: pd.DataFrame, own: pd.DataFrame, top: int = TOP) -> pd.DataFrame:
    """Return how well people guessed the priorities of another organisation.

    ``score = overlap / top``; who draws lots scores ``top / concerns`` on average, half with three of six.
    Ask it before and after: what counts is the change. A score is about a person's view of an organisation;
    tell it for the room, never of one person.

    Args:
        said: One row per guess: ``participant``, ``organisation`` (their own), ``about`` (the organisation
            whose priorities they guess) and ``card``.
        own: What :func:`priorities` returned.
        top: How many concerns one could guess.

    Returns:
        One row per person and organisation guessed about, with ``score`` from 0 to 1 and ``chance``.

    Raises:
        ValueError: Somebody guessed more than ``top`` concerns of one organisation.
    """
    rows = said.drop_duplicates(["participant", "about", "card"]).astype({"about": "str", "card": "str"})
    rows = rows[rows["about"].isin(own.index)]
    row, column = (
        index.get_indexer(pd.Index(rows[name]))
        for index, name in ((own.index, "about"), (own.columns, "card"))
    )
    hit = np.where(column >= 0, own.to_numpy()[row, column], 0.0) if len(rows) else np.zeros(0)
    each = rows.assign(hit=hit).groupby(["participant", "about"], sort=False)
    found = each.agg(organisation=("organisation", "first"), hit=("hit", "sum"), many=("hit", "size"))
    if (found["many"] > top).any():
        message = f"a guess of {found['many'].max()} concerns; {top} at most"
        raise ValueError(message)
    chance = min(1.0, top / max(1, own.shape[1]))
    made = found.assign(score=found["hit"] / top, chance=chance).reset_index()
    return made[COLUMNS]


def by_guesser(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return how well everyone guessed before and after: what :func:`kit.insight.change.change` asks for.

    Args:
        before: What :func:`guesses` returned of the first guesses.
        after: The same of the later ones, held against the same priorities.

    Returns:
        One row per person, with the mean score over the organisations they guessed about, ``before`` and
        ``after``; NaN for who did not guess then.
    """
    first, then = (one.groupby("participant")["score"].mean() for one in (before, after))
    return pd.DataFrame({"before": first, "after": then})
