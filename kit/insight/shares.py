"""The Method of Equal Shares: a set of options within a budget that is fair to everyone who pays for it.

Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities" (2021). All
sums are exact fractions: a tie is a tie, on every machine.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from fractions import Fraction

import msgspec
import numpy as np

from kit.insight.ledger import Ints, Ledger

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
    ledger = Ledger(purse, len(costs))
    wants = [np.fromiter(who, dtype=np.int64, count=len(who)) for who in supporters]
    worth = list(costs) if worth_cost else [1] * len(costs)
    rates = {n: 0.0 for n, who in enumerate(wants) if len(who)}
    bought: list[Bought] = []
    while rates:
        exact = {}
        for n, about in _cheapest(ledger, costs, wants, worth, rates).items():
            price = ledger.price(wants[n], costs[n], about)
            if price is None:
                del rates[n]
            else:
                exact[n] = price / worth[n]
        if exact:
            option = min(exact, key=lambda n: (exact[n], -len(wants[n]), n))
            ledger.pay(wants[option], exact[option] * worth[option])
            bought.append(Bought(option, exact[option]))
            del rates[option]
    return bought


def _cheapest(
    ledger: Ledger,
    costs: Sequence[int],
    wants: Sequence[Ints],
    worth: Sequence[int],
    rates: dict[int, float],
) -> dict[int, float]:
    """Return the options that may be the cheapest now, with about what each of their supporters would pay.

    What a voter has only gets less, so no rate ever falls: ``rates`` keeps the last one that was worked out,
    and an option that was worse then than another is now need not be looked at. What can't be paid leaves it.
    """
    best, pays = math.inf, {}
    for n, least in sorted(rates.items(), key=lambda one: one[1]):
        if least > best + ledger.edge:
            break
        about = ledger.about(wants[n], costs[n])
        if about == math.inf:
            del rates[n]
            continue
        pays[n] = about
        rates[n] = about / worth[n]
        best = min(best, rates[n])
    return {n: about for n, about in pays.items() if rates[n] <= best + ledger.edge}


class Fair(msgspec.Struct, frozen=True):
    """A balanced set, and how it came about.

    Attributes:
        chosen: The options, in the order in which they came in.
        bought: Those that their supporters paid together, with the rate of each.
        imagined: The budget of which everyone's purse was a part when they did; at least the true one.
        shares: For each that was bought: which part of its cost each group paid, as exact fractions that add
            up to 1. What came in with the money that was left over has none.
    """

    chosen: list[int]
    bought: list[Bought]
    imagined: int
    shares: list[dict[Hashable, Fraction]]


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
    bought, _ = _completed(costs, _payable(supporters, groups), groups, budget, worth_cost=worth_cost)
    return fill(costs, [n for n in then if supporters[n]], budget, [one.option for one in bought])


def fair_set(
    costs: Sequence[int],
    supporters: Sequence[Collection[int]],
    groups: Sequence[Hashable],
    budget: int,
    *,
    then: Sequence[int] = (),
    worth_cost: bool = True,
) -> Fair:
    """Return :func:`balanced_set` with who pays for what; the arguments are the same."""
    payable = _payable(supporters, groups)
    bought, imagined = _completed(costs, payable, groups, budget, worth_cost=worth_cost)
    chosen = fill(costs, [n for n in then if supporters[n]], budget, [one.option for one in bought])
    left, shares = purses(groups, imagined), []
    for one in bought:
        pays = one.rate * (costs[one.option] if worth_cost else 1)
        part: dict[Hashable, Fraction] = {}
        for who in payable[one.option]:
            paid = min(left[who], pays)
            left[who] -= paid
            part[groups[who]] = part.get(groups[who], NOTHING) + paid / costs[one.option]
        shares.append({group: much for group, much in part.items() if much})
    return Fair(chosen, bought, imagined, shares)


def _completed(
    costs: Sequence[int],
    payable: Sequence[Sequence[int]],
    groups: Sequence[Hashable],
    budget: int,
    *,
    worth_cost: bool,
) -> tuple[list[Bought], int]:
    """Return what is bought with the last imaginary budget that does no harm, and that budget."""
    kept: tuple[list[Bought], int] = [], budget
    for imagined in itertools.count(_harmless(costs, payable, purses(groups, budget), budget)):
        held = equal_shares(costs, payable, purses(groups, imagined), worth_cost=worth_cost)
        if _cost(costs, [one.option for one in held]) > budget:
            break
        kept = held, imagined
        if len(held) == sum(map(bool, payable)):
            break
    return kept


def _harmless(
    costs: Sequence[int], supporters: Sequence[Sequence[int]], purse: Sequence[Fraction], budget: int
) -> int:
    """Return an imaginary budget up to which the true one can't be overspent; none before it need be tried.

    An option can't be bought before its supporters hold its cost together. As long as all that can be bought
    may be paid from the true budget, no set is too dear, and only the last one would be kept.
    """
    ledger = Ledger(purse, 0)
    needed = sorted(
        (cost * budget / ledger.holds(np.array(who)), cost)
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
