"""Small numbers: what may be told of few people, for screens, frames, figures and the report alike.

Requirement 7.5 of the kit: votes are secret by default, and what each organisation voted is only told where
every organisation has :data:`SMALLEST` voters or more, or where the vote was announced as open; of a survey
nothing is told of fewer than :data:`PAIRS` people, and nothing per organisation.

It is all or nothing: as soon as one organisation is small, nobody's share is told, also not that of a large
delegation. The other way, to tell the large ones and to put the small ones together as a rest, is what
statistics offices call complementary suppression (Hundepool and others, *Statistical Disclosure Control*,
2012, chapter 4). It fails here, because the total stands on the same screen:

- Of one small organisation the total minus the others is its vote.
- Of a rest of three people who voted alike everybody's vote is known, so also that of a delegation of one.
- Support across organisations weighs the small ones apart. With the shares of the large ones known, it says
  which of the small ones it was.

So what is hidden depends on who voted, never on how: to be hidden tells nothing. Who wants to see what each
organisation says has an honest way: announce the vote as open before it begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

SMALLEST = 3
"""People of one organisation: fewer are too few to hide among, and what they say together is their own."""
PAIRS = 5
"""People in a survey, of a change those who answered twice: of fewer no number is shown."""
REST = "~"
"""In an anonymous step: all whose organisation is too small to be named, together."""


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


def told_options(voters: npt.ArrayLike, others: npt.ArrayLike = 0) -> npt.NDArray[np.bool_]:
    """Return for each option whether it may be told what each organisation said of it.

    Args:
        voters: Those who said something of it, shape (organisations, options).
        others: Those whose organisation is not known: one number, or shape (options,).

    Returns:
        Shape (options,). All False where one organisation has somebody, and fewer than :data:`SMALLEST`; who
        passes an option over says something too. Else False where so few of one spoke of that option.
    """
    of = np.asarray(voters, dtype=np.float64)
    groups = np.vstack([of, np.broadcast_to(np.asarray(others, dtype=np.float64), of.shape[1:])])
    safe = (may_tell(groups) | (groups == 0)).all(axis=0)
    return np.asarray(safe & all_large(groups.max(axis=1, initial=0)))


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
        Shares from 0 to 1, shape (organisations, options). NaN for what may not be told
        (:func:`told_options`), and where nobody answered.

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
    return shares if open_vote else np.asarray(np.where(told_options(of, others), shares, np.nan))


def named(organisations: Iterable[str | None]) -> frozenset[str]:
    """Return the organisations that may stand beside what somebody contributed, such as a card.

    Of a contribution there is no total, so the small ones can go without a name as one rest. The rest must be
    large enough too, and of two organisations at least, or to have no name would be a name: the smallest of
    the others joins it until it is. This too depends on who is there alone.

    Args:
        organisations: The organisation of everyone who is there; None where it is not known.
    """
    size = Counter(organisations)
    rest: list[str | None] = [None] if None in size else []
    for one, people in sorted(size.items(), key=lambda item: (item[1], item[0] or "")):
        many = sum(size[name] for name in rest)
        lonely = bool(rest) and (many < SMALLEST or (len(rest) < 2 and rest != [None]))
        if one is not None and (people < SMALLEST or lonely):
            rest.append(one)
    return frozenset(one for one in size if one is not None and one not in rest)
