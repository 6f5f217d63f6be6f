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

DRAWS = 5000
SURE = 0.8
"""One option is only called better than another when the chance that it is so is this large."""

Floats = npt.NDArray[np.float64]


class Support(msgspec.Struct, frozen=True):
    """Support of every option; all arrays have one element per option.

    Attributes:
        score: Draagvlak, between 1/6 and 5/6 for the default panel.
        scale: The same from 0 (everyone against) to 100 (everyone for).
        majority: Number of organisations in which more than half support the option.
        lowest: Lowest share of support in an organisation that answered, 0 to 1.
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
    ``(panel * r + 1) / (panel + 2)``, or one half where nobody of it answered, and the score is the geometric
    mean over organisations. This is Polis' group-informed consensus (Small et al., 2021) with the size of
    each group replaced by a constant, so that copying a delegation changes nothing. It is not proof against
    splitting an organisation in two: fix the list of organisations before the vote.

    Args:
        yes: Supporters, shape (organisations, options).
        voters: Voters per organisation, shape (organisations,); or, where people may pass over an option,
            those who answered, shape (organisations, options).
        panel: Size of the panel, n0 > 0.

    Raises:
        ValueError: The shapes don't agree, an organisation has more supporters than voters, or the panel
            has nobody in it.
    """
    if panel <= 0:
        message = f"a panel of {panel} people; it needs more than none"
        raise ValueError(message)
    for_, of = _counts(yes, voters)
    answered = of > 0
    share = np.divide(for_, of, out=np.zeros_like(for_), where=answered)
    factor = np.where(answered, (panel * share + 1) / (panel + 2), 0.5)
    score = np.exp(np.log(factor).mean(axis=0)) if len(of) else np.full(for_.shape[1], 0.5)
    low, high = 1 / (panel + 2), (panel + 1) / (panel + 2)
    scale = 100 * (score - low) / (high - low)
    majority = (share > 0.5).sum(axis=0)
    known = answered.any(axis=0)
    lowest = np.where(known, np.where(answered, share, np.inf).min(axis=0, initial=np.inf), 0.0)
    spread = np.where(known, share.max(axis=0, initial=0.0) - lowest, 0.0)
    voted = int(answered.any(axis=1).sum())
    label = [_label(*one, voted) for one in zip(scale, majority, spread, strict=True)]
    return Support(score, scale, majority, lowest, spread, label)


def polis(yes: npt.ArrayLike, voters: npt.ArrayLike) -> Floats:
    """Return Polis' group-informed consensus of each option, for reference.

    ``Π (yes + 1) / (voters + 2)`` over the organisations (Small et al., "Polis: Scaling deliberation by
    mapping high dimensional opinion spaces", 2021): about the chance that one person of each says yes. It
    gives a delegation of twelve nearly four times the weight of one person, and falls with every organisation
    more; :func:`support` does neither. Its root of the number of organisations is the geometric mean.

    Args:
        yes: As for :func:`support`.
        voters: As for :func:`support`.
    """
    for_, of = _counts(yes, voters)
    consensus: Floats = ((for_ + 1) / (of + 2)).prod(axis=0)
    return consensus


def _counts(yes: npt.ArrayLike, voters: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return supporters and those who answered, both of shape (organisations, options)."""
    for_, of = np.asarray(yes, dtype=np.float64), np.asarray(voters, dtype=np.float64)
    if for_.ndim != 2 or of.shape not in {for_.shape[:1], for_.shape}:
        message = (
            f"shapes {for_.shape} and {of.shape}; expected (organisations, options) and (organisations,)"
        )
        raise ValueError(message)
    of = np.broadcast_to(of if of.ndim == 2 else of[:, None], for_.shape)
    if (for_ > of).any() or (for_ < 0).any():
        message = "an organisation has more supporters than voters, or fewer than none"
        raise ValueError(message)
    return for_, of


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
    points = np.asarray(points, dtype=np.float64).round(9)
    score, lowest = found.score.round(9), found.lowest.round(9)
    keys = (-points, -lowest, -score) if by == "support" else (-lowest, -score, -points)
    return np.lexsort(keys)


def draw(yes: npt.ArrayLike, voters: npt.ArrayLike, *, seed: int = 0, draws: int = DRAWS) -> Floats:
    """Return the support that other people of the same organisations might give, shape (draws, options).

    The share of an organisation's people who support an option is drawn from Beta(yes + 1, no + 1), which is
    what its voters leave open with nothing known beforehand; one draw is the logarithm of the geometric mean
    over organisations. Two people say little about their organisation, and this says how little. (To draw
    again from the voters would not: of one or two people one always gets the same.)

    The order of the organisations changes nothing: who knows the seed can't tell from a chance which of two
    delegations voted what.

    Args:
        yes: As for :func:`support`.
        voters: As for :func:`support`.
        seed: The same seed gives the same draws.
        draws: How many.
    """
    for_, of = _counts(yes, voters)
    if not for_.size:
        return np.zeros((draws, for_.shape[1]))
    rows = np.lexsort(-np.hstack([for_, of]).T)
    for_, of = for_[rows], of[rows]
    chance = np.random.default_rng(seed)
    shares = chance.beta(for_ + 1, of - for_ + 1, size=(draws, *for_.shape))
    means: Floats = np.log(shares).mean(axis=1)
    return means


def chance_among(drawn: Floats, first: int = 1) -> Floats:
    """Return each option's chance to be among the ``first`` best, 0 to 1.

    Args:
        drawn: What :func:`draw` returned, shape (draws, options).
        first: How many places; 1 for the chance to be the best.
    """
    best = np.argsort(-drawn, axis=1, kind="stable")[:, :first]
    counts = np.bincount(best.ravel(), minlength=drawn.shape[1])
    return np.asarray(counts / max(1, len(drawn)), dtype=np.float64)


def chance_ahead(drawn: Floats, one: int, other: int) -> float:
    """Return the chance that ``one`` has more support than ``other``; below :data:`SURE`, let people talk."""
    return float((drawn[:, one] > drawn[:, other]).mean())
