"""Support across organisations: which ideas do all partners carry, not just the largest delegation?"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

PANEL = 4.0
"""n0: every organisation weighs as a panel of this many people, whatever the size of its delegation."""

BROAD_SCALE = 60.0
BROAD_SHARE = 2 / 3
DIVIDING_RANGE = 0.7

Floats = npt.NDArray[np.float64]


class Support(msgspec.Struct, frozen=True):
    """Support of every option; all arrays have one element per option.

    Attributes:
        score: Draagvlak, between 1/6 and 5/6 for the default panel.
        scale: The same from 0 (everyone against) to 100 (everyone for).
        majority: Number of organisations in which more than half support the option.
        lowest: Lowest share of support in an organisation that voted, 0 to 1.
        spread: Highest minus lowest share.
        label: ``"broad"``, ``"divides"``, ``"partly"``, or ``"few"`` where no organisation has a majority.
    """

    score: Floats
    scale: Floats
    majority: npt.NDArray[np.int64]
    lowest: Floats
    spread: Floats
    label: list[str]


def support(yes: npt.ArrayLike, voters: npt.ArrayLike, panel: float = PANEL) -> Support:
    """Return how widely each option is carried across organisations.

    Every organisation counts as a panel of ``panel`` people: with ``r = yes / voters`` its factor is
    ``(panel * r + 1) / (panel + 2)``, or one half where nobody of it voted, and the score is the geometric
    mean over organisations. This is Polis' group-informed consensus (Small et al., 2021) with the size of
    each group replaced by a constant, so that copying a delegation changes nothing. It is not proof against
    splitting an organisation in two: fix the list of organisations before the vote.

    Args:
        yes: Supporters, shape (organisations, options).
        voters: Voters per organisation, shape (organisations,).
        panel: Size of the panel, n0 > 0.

    Raises:
        ValueError: The shapes don't agree, an organisation has more supporters than voters, or the panel
            has nobody in it.
    """
    if panel <= 0:
        message = f"a panel of {panel} people; it needs more than none"
        raise ValueError(message)
    for_, of = np.asarray(yes, dtype=np.float64), np.asarray(voters, dtype=np.float64)
    _must_be_counts(for_, of)
    options = for_.shape[1]
    voted = of > 0
    share = np.divide(for_, of[:, None], out=np.full_like(for_, np.nan), where=voted[:, None])
    factor = np.where(voted[:, None], (panel * np.nan_to_num(share) + 1) / (panel + 2), 0.5)
    score = np.exp(np.log(factor).mean(axis=0)) if len(of) else np.full(options, 0.5)
    low, high = 1 / (panel + 2), (panel + 1) / (panel + 2)
    scale = 100 * (score - low) / (high - low)
    seen = share[voted]
    majority = (seen > 0.5).sum(axis=0)
    lowest = seen.min(axis=0) if len(seen) else np.zeros(options)
    spread = seen.max(axis=0) - lowest if len(seen) else np.zeros(options)
    label = [_label(*one, int(voted.sum())) for one in zip(scale, majority, spread, strict=True)]
    return Support(score, scale, majority, lowest, spread, label)


def _must_be_counts(for_: Floats, of: Floats) -> None:
    if for_.ndim != 2 or of.shape != for_.shape[:1]:
        message = (
            f"shapes {for_.shape} and {of.shape}; expected (organisations, options) and (organisations,)"
        )
        raise ValueError(message)
    if (for_ > of[:, None]).any() or (for_ < 0).any():
        message = "an organisation has more supporters than voters, or fewer than none"
        raise ValueError(message)


def _label(scale: float, majority: int, spread: float, organisations: int) -> str:
    if organisations and scale >= BROAD_SCALE and majority >= BROAD_SHARE * organisations:
        return "broad"
    if spread >= DIVIDING_RANGE:
        return "divides"
    return "partly" if majority or not organisations else "few"


def order(points: npt.ArrayLike, found: Support, by: str = "support") -> npt.NDArray[Any]:
    """Return the options' indices, best first.

    Args:
        points: Points per option.
        found: What :func:`support` returned.
        by: ``"support"``: score, then lowest share, then points. ``"points"``: points, then score.
    """
    points = np.asarray(points, dtype=np.float64)
    score, lowest = found.score.round(9), found.lowest.round(9)
    keys = (-points, -lowest, -score) if by == "support" else (-lowest, -score, -points)
    return np.lexsort(keys)
