"""How close people's orders lie: the formulas, and what they promise."""

import math
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.insight.proximity import COLUMNS, concordance, proximity, proximity_between, ranks

NOT = math.nan
orders = st.lists(st.permutations([1.0, 2.0, 3.0, 4.0, 5.0]), min_size=2, max_size=8)
levels = st.lists(
    st.lists(st.sampled_from([1.0, 2.0, 3.0, NOT]), min_size=4, max_size=4), min_size=2, max_size=8
)


def tau_b(one, other):
    """By the definition: concordant minus discordant pairs, over those that neither leaves level."""
    signs = [
        (np.sign(one[j] - one[i]), np.sign(other[j] - other[i])) for i, j in combinations(range(len(one)), 2)
    ]
    mine, theirs = (sum(sign[side] != 0 for sign in signs) for side in (0, 1))
    return sum(a * b for a, b in signs) / math.sqrt(mine * theirs)


def test_places_become_ranks_and_what_is_not_placed_is_last_and_level():
    assert ranks([[1, 2, 3], [2, NOT, NOT], [1, 1, 2], [NOT, NOT, NOT]]).tolist() == [
        [1, 2, 3], [1, 2.5, 2.5], [1.5, 1.5, 3], [2, 2, 2],
    ]  # fmt: skip


def test_two_orders_by_hand():
    """One neighbour pair of four is the other way round: 5 of 6 pairs agree, 1 doesn't."""
    found = concordance([[1, 2, 3, 4], [2, 1, 3, 4]])
    assert found.people == 2
    assert found.tau == pytest.approx(4 / 6)
    assert found.spearman == pytest.approx(1 - 6 * 2 / (4 * 15))
    assert found.w == pytest.approx((1 + found.spearman) / 2)


def test_the_same_order_and_its_opposite():
    assert concordance([[1, 2, 3]] * 4).w == pytest.approx(1)
    against = concordance([[1, 2, 3], [3, 2, 1]])
    assert (against.tau, against.spearman, against.w) == pytest.approx((-1, -1, 0))


def test_who_agree_on_what_is_level_agree_wholly():
    found = concordance([[1, 1, 2, NOT]] * 3)
    assert (found.w, found.tau, found.spearman) == pytest.approx((1, 1, 1))


def test_who_orders_nothing_says_nothing():
    assert concordance([[1, 2, 3], [1, 2, 3], [NOT] * 3]).people == 2
    alone = concordance([[1, 2, 3], [NOT] * 3])
    assert alone.people == 1
    assert math.isnan(alone.tau)


@given(orders)
def test_the_identity_of_w_and_spearman(people):
    found = concordance(people)
    m = found.people
    assert found.spearman == pytest.approx((m * found.w - 1) / (m - 1))
    assert -1e-9 <= found.w <= 1 + 1e-9


@given(levels)
def test_it_is_the_mean_over_all_pairs(people):
    given_ = [one for one in ranks(people) if len(set(one)) > 1]
    found = concordance(people)
    assert found.people == len(given_)
    if len(given_) > 1:
        assert found.tau == pytest.approx(np.mean([tau_b(*pair) for pair in combinations(given_, 2)]))
        rho = [np.corrcoef(*pair)[0, 1] for pair in combinations(given_, 2)]
        assert found.spearman == pytest.approx(np.mean(rho))
        assert -1e-9 <= found.w <= 1 + 1e-9


@given(levels, st.randoms(use_true_random=False))
def test_the_order_of_people_and_of_options_does_not_matter(people, random):
    one = concordance(people)
    options = list(range(4))
    random.shuffle(options)
    random.shuffle(people)
    other = concordance(np.array(people)[:, options])
    assert [other.w, other.tau] == pytest.approx([one.w, one.tau], nan_ok=True)


def votes(*orders):
    """Rows of a ballot of (organisation, "BAC")."""
    rows = [("volgorde", card, f"p{n}", home, place)
            for n, (home, order) in enumerate(orders) for place, card in enumerate(order, 1)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["step", "card", "participant", "organisation", "weight"])
    return frame.astype({"organisation": "category", "weight": "Int64", "card": "str", "participant": "str"})


TOGETHER = votes(
    ("politie", "ABC"), ("politie", "ABC"), ("school", "CBA"), ("school", "CBA"), ("bewoners", "ABC")
)


def test_within_organisations_and_between_them():
    found = proximity(TOGETHER).set_index("among")
    assert [*found.reset_index()] == COLUMNS
    assert found.loc["within", ["organisations", "people", "tau"]].tolist() == pytest.approx([2, 4, 1])
    assert found.loc["between", ["organisations", "people"]].tolist() == [3, 5]
    assert found.loc["between", "tau"] == pytest.approx((-1 + 1 - 1) / 3), "every pair of organisations once"
    assert found.loc["all", "tau"] == pytest.approx((4 - 6) / 10)
    assert found.loc["between", "spearman"] == pytest.approx(-1 / 3)


def test_a_conversation_that_brings_organisations_closer_is_seen():
    later = votes(("politie", "ABC"), ("politie", "BAC"), ("school", "BCA"), ("school", "BAC"))
    before, after = (proximity(one).set_index("among")["tau"] for one in (TOGETHER, later))
    assert after["between"] > before["between"]
    assert after["within"] < before["within"]


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.permutations("ABCD")), min_size=2, max_size=9),
    st.integers(2, 4),
)
def test_a_larger_delegation_of_one_mind_does_not_move_between(people, times):
    """Everyone of one organisation comes several times: between organisations nothing changes."""
    crowd = people + [one for one in people if one[0] == "a"] * (times - 1)
    one, other = (proximity(votes(*some)).set_index("among")["tau"] for some in (people, crowd))
    assert other["between"] == pytest.approx(one["between"], nan_ok=True)


def test_between_each_two_and_never_of_few():
    table = proximity_between(TOGETHER, smallest=2)
    assert list(table.index) == list(table.columns) == ["politie", "school"]
    assert table.to_numpy() == pytest.approx(np.array([[1, -1], [-1, 1]]))
    assert proximity_between(TOGETHER).empty, "two people are no organisation's opinion"


def test_people_without_an_organisation_count_among_all():
    found = proximity(votes((None, "ABC"), (None, "ACB"))).set_index("among")
    assert found.loc["all", "people"] == 2
    assert found.loc["between", "people"] == 0
    assert math.isnan(found.loc["between", "tau"])


def test_without_orders_nothing_is_near():
    found = proximity(votes())
    assert found["people"].tolist() == [0, 0, 0]
    assert found["tau"].isna().all()


def test_orders_are_of_one_ballot_and_say_whose_they_are():
    with pytest.raises(ValueError, match="votes of 2 ballots; choose one"):
        proximity(pd.concat([TOGETHER, TOGETHER.assign(step="later")]))
    with pytest.raises(ValueError, match=r"take frames\(\) without anonymous=True"):
        proximity_between(TOGETHER.assign(participant=None))
