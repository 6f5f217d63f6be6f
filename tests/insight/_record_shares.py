"""Hold another implementation of equal shares on random elections: makes ``equal_shares.json`` anew.

    uv run --no-project --with pabutools==1.2.3 tests/insight/_record_shares.py SEED MANY FILE

pabutools (GPL-3.0) brings a proprietary solver of 55 MB along, so it is in no lock: its answers are recorded
instead. It gives every voter the same; here each gets their part of the purse of their organisation.
"""

import json
import random
import sys
from collections import Counter
from pathlib import Path

import pabutools.rules.mes.mes_rule as other
from pabutools.election import ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, Instance, Project
from pabutools.fractions import frac
from pabutools.tiebreaking import TieBreakingRule

PURSE = []


class Voter(other.MESVoter):
    def __init__(self, index, ballot, sat, budget, multiplicity):
        del budget
        super().__init__(index, ballot, sat, PURSE[index], multiplicity)


def election(chance):
    """Return groups, costs, supporters and a budget."""
    voters, options = chance.randint(2, 9), chance.randint(2, 7)
    organisations = chance.choice(["x", "ab", "abcd"])
    groups = [chance.choice(organisations) for _ in range(voters)]
    most = chance.choice([1, 3, 5, 9])
    costs = [chance.randint(1, most) for _ in range(options)]
    likely = chance.choice([0.3, 0.5, 0.8])
    want = [[n for n in range(voters) if chance.random() < likely] for _ in range(options)]
    return groups, costs, want, chance.randint(max(costs), sum(costs))


def answer(groups, costs, want, budget, worth):
    """Return what is bought, in order; a tie goes to more supporters, then to the first."""
    size = Counter(groups)
    PURSE[:] = [frac(budget, len(size) * size[one]) for one in groups]
    election = Instance([Project(str(n), cost) for n, cost in enumerate(costs)], budget_limit=budget)
    projects = sorted(election, key=lambda one: int(one.name))
    ballots = [
        ApprovalBallot([projects[n] for n, who in enumerate(want) if voter in who])
        for voter in range(len(groups))
    ]
    ties = TieBreakingRule(lambda _election, _profile, one: (-len(want[int(one.name)]), int(one.name)))
    profile = ApprovalProfile(ballots, instance=election)
    return other.method_of_equal_shares(election, profile, sat_class=worth, tie_breaking=ties)


def main(seed, many, file):
    other.MESVoter = Voter
    chance, rows = random.Random(int(seed)), []
    while len(rows) < int(many):
        groups, costs, want, budget = election(chance)
        bought = [answer(groups, costs, want, budget, worth) for worth in (Cost_Sat, Cardinality_Sat)]
        if bought[0]:
            said = ["".join(one.name for one in some) for some in bought]
            rows.append(["".join(groups), costs, ["".join(map(str, who)) for who in want], budget, *said])
    lines = ",\n".join(map(json.dumps, rows))
    Path(file).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
