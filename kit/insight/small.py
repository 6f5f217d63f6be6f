"""Small numbers: what may be told of few people, for screens, frames, figures and the report alike.

Requirement 7.5 of the kit: votes are secret by default, and what each organisation voted is only told where
every organisation has :data:`SMALLEST` voters or more, or where the vote was announced as open; of a survey
nothing is told of fewer than :data:`PAIRS` people, and nothing per organisation.

It is all or nothing: as soon as one organisation is small, nobody's share is told, also not that of a large
delegation. The other way, to tell the large ones and to put the small ones together as a rest, is what
statistics offices call complementary suppression (Hundepool and others, *Statistical Disclosure Control*,
2012, chapter 4). It fails here, because the total stands on the same screen:

- Of one small organisation the total minus the others is its vote.
- Of a rest of three people who all voted alike, everybody's vote is known, so also that of a delegation of one.
- Support across organisations weighs the small ones apart. With the shares of the large ones known, it says
  which of the small ones it was.

So what is hidden depends on who voted, never on how: to be hidden tells nothing. Who wants to see what each
organisation says has an honest way: announce the vote as open before it begins.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

SMALLEST = 3
"""People of one organisation: fewer are too few to hide among, and what they say together is their own."""
PAIRS = 5
"""People in a survey, of a change those who answered twice: of fewer no number is shown."""


def may_tell(voters: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Return for each organisation whether it is large enough to be told of.

    This alone is no permission: what the others tell may give a small one away. See :func:`all_large`.

    Args:
        voters: People who said something, of any shape.
    """
    return np.asarray(np.asarray(voters, dtype=np.float64) >= SMALLEST)


def all_large(voters: npt.ArrayLike, others: int = 0) -> bool:
    """Return whether everyone who said something has enough others of theirs to hide among.

    Args:
        voters: People who said something, by organisation. Of one with nobody there is nothing to hide.
        others: Those whose organisation is not known. What the organisations leave of the total is theirs.
    """
    groups = np.append(np.asarray(voters, dtype=np.float64).ravel(), others)
    return bool((may_tell(groups) | (groups == 0)).all())


def told_shares(
    yes: npt.ArrayLike, voters: npt.ArrayLike, *, open_vote: bool, others: npt.ArrayLike = 0
) -> Floats:
    """Return the shares of organisations that everyone may see.

    Args:
        yes: Supporters, shape (organisations, options).
        voters: Voters per organisation, shape (organisations,); or, where people may pass over an option,
            those who answered, shape (organisations, options).
        open_vote: The vote was announced as open before it began: then all is told.
        others: Voters whose organisation is not known: one number, or those who answered, shape (options,).

    Returns:
        Shares from 0 to 1, shape (organisations, options). NaN for what may not be told, and where nobody
        answered. Nothing is told at all where one organisation has a voter, and fewer than
        :data:`SMALLEST`; nothing of an option that so few of one answered.

    Raises:
        ValueError: The shapes don't agree.
    """
    for_, of = np.asarray(yes, dtype=np.float64), np.asarray(voters, dtype=np.float64)
    if for_.ndim != 2 or of.shape not in {for_.shape[:1], for_.shape}:
        message = (
            f"shapes {for_.shape} and {of.shape}; expected (organisations, options) and (organisations,)"
        )
        raise ValueError(message)
    of = np.broadcast_to(of if of.ndim == 2 else of[:, None], for_.shape)
    shares = np.divide(for_, of, out=np.full_like(for_, np.nan), where=of > 0)
    if open_vote or not for_.size:
        return shares
    groups = np.vstack([of, np.broadcast_to(np.asarray(others, dtype=np.float64), for_.shape[1:])])
    safe = (may_tell(groups) | (groups == 0)).all(axis=0) & all_large(groups.max(axis=1))
    return np.asarray(np.where(safe, shares, np.nan))


def large(organisations: Iterable[str | None] | pd.Series) -> frozenset[str]:
    """Return the organisations that are named often enough to be told of.

    Args:
        organisations: The organisation of each person, missing where it is not known.
    """
    counts = pd.Series(list(organisations), dtype="object").dropna().astype("str").value_counts()
    return frozenset(counts[counts >= SMALLEST].index)
