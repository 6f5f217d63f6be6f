"""Who of many voters has how much left: quickly in floats, and exactly wherever something hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

CLOSE = 1e-9
"""Floats that lie this near, in the largest purse, may be equal or not: exact fractions decide."""


class Ledger:
    """The purses of voters who pay for one thing after another, all who can the same.

    A purse is what it was at first minus the prices that its owner paid in full, or nothing at all. So what
    a crowd has left together is a sum over the prices, not over the crowd.

    Attributes:
        edge: Below this a difference between two floats says nothing.
    """

    def __init__(self, purse: Sequence[Fraction], purchases: int) -> None:
        """Begin with nothing bought.

        Args:
            purse: What each voter has.
            purchases: How many things may be bought at most.
        """
        kinds: dict[Fraction, int] = {}
        self._kind = np.array([kinds.setdefault(one, len(kinds)) for one in purse], dtype=np.int64)
        self._purse = list(kinds)
        self._left = np.array([float(one) for one in kinds])[self._kind] if kinds else np.zeros(0)
        self._spent = self._left == 0
        self._paid = np.zeros((len(self._kind), purchases), dtype=np.bool_)
        self._prices: list[Fraction] = []
        self.edge = CLOSE * float(self._left.max(initial=0))

    def able(self, who: Ints) -> Ints:
        """Return those of some voters who have anything left."""
        left: Ints = who[~self._spent[who]]
        return left

    def holds(self, who: Ints) -> Fraction:
        """Return what some voters have left together, exactly; none of them may have spent all."""
        kinds = np.bincount(self._kind[who], minlength=len(self._purse)).tolist()
        paid = self._paid[who, : len(self._prices)].sum(axis=0).tolist()
        had = sum((one * many for one, many in zip(self._purse, kinds, strict=True) if many), Fraction(0))
        gone = (one * many for one, many in zip(self._prices, paid, strict=True) if many)
        return had - sum(gone, Fraction(0))

    def about(self, who: Ints, cost: int) -> float:
        """Return about what the able of some voters would pay each; infinite where they surely can't.

        The poorest give all they have and the others share what is left of the cost.
        """
        purse = np.sort(self._left[self.able(who)])
        if not len(purse):
            return np.inf
        sums = purse.cumsum()
        each = (cost - sums + purse) / np.arange(len(purse), 0, -1)
        rich = int((purse >= each).argmax())
        if purse[rich] >= each[rich]:
            return float(each[rich])
        return float(purse[-1]) if cost - sums[-1] <= self.edge * len(purse) else np.inf

    def price(self, who: Ints, cost: int, about: float) -> Fraction | None:
        """Return exactly what each of the able would pay, if they can; the poorest all they have.

        Args:
            who: The voters.
            cost: What they pay together.
            about: What :meth:`about` returned.
        """
        who = self.able(who)
        left = self._left[who]
        poor = left < about - self.edge
        owed, count = cost - self.holds(who[poor]), int((~poor).sum())
        for has, alike in self._alike(who[~poor & (left <= about + self.edge)]):
            if has * count >= owed:
                break
            owed -= has * len(alike)
            count -= len(alike)
        return owed / count if count else None

    def pay(self, who: Ints, price: Fraction) -> None:
        """Let everyone of some voters pay a price, or all that they have left."""
        who = self.able(who)
        about = float(price)
        left = self._left[who]
        self._spent[who] = left < about + self.edge
        for has, alike in self._alike(who[np.abs(left - about) <= self.edge]):
            self._spent[alike] = has <= price
        full = self.able(who)
        self._left[full] -= about
        self._paid[full, len(self._prices)] = True
        self._prices.append(price)

    def _alike(self, who: Ints) -> list[tuple[Fraction, Ints]]:
        """Return some voters by what each has left, exactly, the poorest first."""
        if not len(who):
            return []
        rows = np.column_stack([self._kind[who], self._paid[who]])
        _, first, which = np.unique(rows, axis=0, return_index=True, return_inverse=True)
        found = [(self.holds(who[[one]]), who[which == n]) for n, one in enumerate(first)]
        return sorted(found, key=lambda one: one[0])
