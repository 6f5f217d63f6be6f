"""The Method of Equal Shares: a set of options within a budget that is fair to everyone who pays for it.

Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities" (2021). All
sums are exact fractions: a tie is a tie, on every machine.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

NOTHING = Fraction(0)


class Bought(msgspec.Struct, frozen=True):
    """An option that was bought, for ``rate`` a unit of what it is worth to each who paid in full."""

    option: int
    rate: Fraction


def purses(groups: Sequence[Hashable], budget: int) -> list[Fraction]:
    """Return the purse of every voter, when every group has the same purse and shares it among its voters.

    Args:
        groups: The group of each voter: their organisation, or the same for all. None is nobody's voter, and
            gets nothing, unless there are no others.
        budget: What there is in all.
    """
    size = Counter(one for one in groups if one is not None)
    if not size:
        size = Counter(groups)
    each = {one: Fraction(budget, len(size) * many) for one, many in size.items()}
    return [each.get(one, NOTHING) for one in groups]


def equal_shares(
    costs: Sequence[int],
    supporters: Sequence[Collection[int]],
    purse: Sequence[Fraction],
    *,
    worth_cost: bool = True,
) -> list[Bought]:
    """Return what the voters buy together, in the order in which they buy it.

    Again and again the option is bought that costs its supporters least for what it is worth to them: at rate
    ρ every supporter pays ρ times its worth, or all that they have left. A tie goes to the option with more
    supporters, then to the one that stands first. What they can't pay for together is not bought.

    Args:
        costs: The cost of every option, 1 or more.
        supporters: The voters, by number, who support each option.
        purse: What each voter may spend.
        worth_cost: An option is worth its cost to whoever supports it; else every option is worth the same.
    """
    left = dict(enumerate(purse))
    rates = {n: Fraction(0) for n, who in enumerate(supporters) if who}
    bought: list[Bought] = []
    while rates:
        best = _cheapest(costs, supporters, left, rates, worth_cost=worth_cost)
        if best is None:
            break
        rate, _, option = best
        pays = rate * (costs[option] if worth_cost else 1)
        # Who had as much has as much: one number for all of them, so that they are quickly counted.
        after = {id(left[one]): left[one] for one in supporters[option]}
        after = {name: had - min(had, pays) for name, had in after.items()}
        left.update({one: after[id(left[one])] for one in supporters[option]})
        bought.append(Bought(option, rate))
        del rates[option]
    return bought


def _cheapest(
    costs: Sequence[int],
    supporters: Sequence[Collection[int]],
    left: Mapping[int, Fraction],
    rates: dict[int, Fraction],
    *,
    worth_cost: bool,
) -> tuple[Fraction, int, int] | None:
    """Return the option to buy now, after its rate and minus its supporters; None when there is none.

    What a voter has only gets less, so no rate ever falls: ``rates`` keeps the last one that was worked out,
    and an option that was worse then than another is now need not be looked at. What can't be paid leaves it.
    """
    best: tuple[Fraction, int, int] | None = None
    for n, least in sorted(rates.items(), key=lambda one: (one[1], one[0])):
        if best is not None and least > best[0]:
            break
        rate = _rate(costs[n], [left[one] for one in supporters[n]], worth_cost=worth_cost)
        if rate is None:
            del rates[n]
            continue
        rates[n] = rate
        this = (rate, -len(supporters[n]), n)
        best = this if best is None else min(best, this)
    return best


def _rate(cost: int, left: Iterable[Fraction], *, worth_cost: bool) -> Fraction | None:
    """Return the least rate at which these people can pay for an option; None when they can't."""
    people = list(left)
    purse = {id(one): one for one in people if one}
    many = Counter(map(id, people))
    owed, count = Fraction(cost), sum(many[name] for name in purse)
    for name in sorted(purse, key=purse.__getitem__):  # the poorest give all, the others share what is left
        if purse[name] * count >= owed:
            return owed / count / (cost if worth_cost else 1)
        owed -= purse[name] * many[name]
        count -= many[name]
    return None


def balanced_set(
    costs: Sequence[int],
    supporters: Sequence[Collection[int]],
    groups: Sequence[Hashable],
    budget: int,
    *,
    then: Sequence[int] = (),
    worth_cost: bool = True,
) -> list[int]:
    """Return the set that the Method of Equal Shares gives, completed where it leaves money over.

    It is held again with an imaginary budget of one more, and one more (*Add1*), for as long as the set can
    be paid from the true budget; the last such set is kept. What is left then buys what comes first in
    ``then``.

    Args:
        costs: The cost of every option, 1 or more.
        supporters: The voters, by number, who support each option.
        groups: The group of each voter; every group has the same purse. See :func:`purses`.
        budget: What there is in all.
        then: Options in the order in which they are added last, best first.
        worth_cost: See :func:`equal_shares`.
    """
    chosen: list[int] = []
    payable = _payable(supporters, groups)
    for imagined in itertools.count(_harmless(costs, payable, purses(groups, budget), budget)):
        held = equal_shares(costs, payable, purses(groups, imagined), worth_cost=worth_cost)
        now = [one.option for one in held]
        if _cost(costs, now) > budget:
            break
        chosen = now
        if len(chosen) == sum(map(bool, payable)):
            break
    return fill(costs, [n for n in then if supporters[n]], budget, chosen)


def _harmless(
    costs: Sequence[int], supporters: Sequence[Collection[int]], purse: Sequence[Fraction], budget: int
) -> int:
    """Return an imaginary budget up to which the true one can't be overspent; none before it need be tried.

    An option can't be bought before its supporters hold its cost together. As long as all that can be bought
    may be paid from the true budget, no set is too dear, and only the last one would be kept.
    """
    needed = sorted(
        (cost * budget / sum(purse[one] for one in who), cost)
        for cost, who in zip(costs, supporters, strict=True)
        if who
    )
    spent, harmless = 0, budget
    for least, cost in needed:
        spent += cost
        if spent > budget:
            return max(harmless, math.ceil(least) - 1)
    return harmless


def _payable(supporters: Sequence[Collection[int]], groups: Sequence[Hashable]) -> list[list[int]]:
    """Return the supporters who have a purse: without those an option is never bought."""
    if all(one is None for one in groups):
        return [list(who) for who in supporters]
    return [[one for one in who if groups[one] is not None] for who in supporters]


def fill(costs: Sequence[int], options: Iterable[int], budget: int, chosen: Sequence[int] = ()) -> list[int]:
    """Return ``chosen`` with every option that still fits, taken in the order of ``options``.

    With the options by number of votes this is *most votes first*, what is usually done.
    """
    made = list(chosen)
    for n in options:
        if n not in made and _cost(costs, made) + costs[n] <= budget:
            made.append(n)
    return made


def _cost(costs: Sequence[int], options: Iterable[int]) -> int:
    return sum(costs[n] for n in options)
