"""Seats in a World Café: the exact walk, the search, and people who come late or leave."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.insight.seating import admit, advise, choose_hosts, largest, plan, repeats, replan, walk
from kit.insight.swaps import AWAY, Company, revisits, together

STRANGERS = None


def company(people, tables, sizes=STRANGERS, **more):
    groups = np.arange(people) if sizes is STRANGERS else np.repeat(np.arange(len(sizes)), sizes)
    assert len(groups) == people
    return Company(groups, np.arange(tables), **more)


def seated(people, tables, sizes=STRANGERS, rounds=3, seed=0, **more):
    """Return the company, its hosts and its seats."""
    found = company(people, tables, sizes, **more)
    hosts = choose_hosts(found.groups, tables, seed=seed)
    return found, hosts, plan(found, hosts, rounds, seed)


def colleagues(found, seats):
    """Count the pairs of one organisation at one table, over all rounds."""
    return int((together(seats) & (found.groups[:, None] == found.groups)).sum() // 2)


def must_be_fair(hosts, seats):
    """Everybody sits somewhere, sizes differ by one at most, and hosts stay where they are."""
    for seat in seats:
        sizes = np.bincount(seat, minlength=len(hosts))
        assert sizes.max() - sizes.min() <= 1
        assert seat[hosts].tolist() == list(range(len(hosts)))


def staying(found, hosts):
    return np.isin(np.arange(len(found.groups)), hosts)


# --- the walk --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "three", "four"),
    [(3, 3, 1), (4, 2, 2), (5, 5, 5), (6, 3, 2), (7, 7, 7), (8, 4, 4), (9, 9, 3), (10, 5, 5)],
)
def test_how_many_fit_at_a_table_without_meeting_twice(tables, three, four):
    assert largest(tables, 3) == three
    assert largest(tables, 4) == four
    for rounds, most in ((3, three), (4, four)):
        assert repeats(walk(most * tables, tables, rounds)) == 0
        if most < tables:
            assert repeats(walk((most + 1) * tables, tables, rounds)) > 0


@given(st.integers(2, 13), st.integers(1, 6), st.data())
def test_the_walk_keeps_its_promise(tables, rounds, data):
    people = data.draw(st.integers(tables, tables * max(1, largest(tables, rounds))))
    seats = walk(people, tables, rounds)
    assert repeats(seats) == 0
    found = company(people, tables, revisits=True)
    must_be_fair(list(range(tables)), seats)
    if rounds <= tables:
        assert revisits(found, seats, np.arange(people) < tables) == 0


@pytest.mark.parametrize(("tables", "most"), [(5, 25), (7, 49)])
def test_five_and_seven_tables_never_let_two_people_meet_twice(tables, most):
    for people in range(tables, most + 1):
        found, hosts, seats = seated(people, tables, seed=people, revisits=True)
        must_be_fair(hosts, seats)
        assert repeats(seats) == 0
        assert revisits(found, seats, staying(found, hosts)) == 0


@pytest.mark.parametrize(
    ("sizes", "tables", "fewest"),
    [
        ([2, 2, 2, 2, 2, 2], 5, 0),
        ([4, 3, 3, 2, 2, 2], 5, 0),
        ([6, 3, 3, 2, 2, 2], 5, 3),
        ([8, 3, 3, 2, 2, 2], 5, 9),
        ([8, 5, 4, 3, 2, 2], 7, 3),
        ([12, 8, 6, 5, 3, 2], 9, 9),
    ],
)
def test_organisations_mix_as_well_as_can_be(sizes, tables, fewest):
    for seed in range(3):
        found, hosts, seats = seated(sum(sizes), tables, sizes, seed=seed)
        must_be_fair(hosts, seats)
        assert repeats(seats) == 0
        assert colleagues(found, seats) == fewest


def test_who_know_each_other_sit_apart_where_they_can():
    known = np.zeros((20, 20), dtype=bool)
    for team in range(5):
        known[np.ix_(range(team * 4, team * 4 + 4), range(team * 4, team * 4 + 4))] = True
    _, _, seats = seated(20, 5, known=known)
    assert (together(seats) & known).sum() // 2 <= 2  # of 30 pairs, with 120 of all 190 pairs meeting


# --- the search ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("people", "tables"), [(12, 4), (16, 4), (20, 5), (24, 6), (36, 8)])
@pytest.mark.parametrize("seed", range(3))
def test_where_the_walk_does_not_do_the_search_finds_new_company(people, tables, seed):
    found, hosts, seats = seated(people, tables, seed=seed, revisits=True)
    must_be_fair(hosts, seats)
    assert repeats(seats) == 0
    assert revisits(found, seats, staying(found, hosts)) == 0


@pytest.mark.parametrize(("people", "tables", "most"), [(12, 3, 6), (20, 4, 12), (24, 5, 3)])
def test_what_can_not_be_is_kept_small(people, tables, most):
    found, hosts, seats = seated(people, tables, revisits=True)
    must_be_fair(hosts, seats)
    assert repeats(seats) <= most
    assert revisits(found, seats, staying(found, hosts)) == 0


def test_themes_on_several_tables_are_not_visited_twice():
    found = Company(np.arange(24) % 6, np.array([0, 1, 2, 0, 1, 2]), revisits=True)
    hosts = choose_hosts(found.groups, 6)
    seats = plan(found, hosts, 3)
    must_be_fair(hosts, seats)
    assert revisits(found, seats, staying(found, hosts)) == 0


def test_the_same_people_and_seed_get_the_same_seats():
    for people, tables in ((20, 5), (20, 4)):
        one, other = (seated(people, tables, [8, 3, 3, 2, 2, 2], seed=7)[2] for _ in range(2))
        assert one.tolist() == other.tolist()
    assert seated(20, 5, seed=1)[2].tolist() != seated(20, 5, seed=2)[2].tolist()


@pytest.mark.parametrize("tables", [40, 41, 44, 20])
def test_a_hall_of_two_hundred_is_seated_fairly(tables):
    groups = np.random.default_rng(1).choice(6, 200, p=[0.4, 0.2, 0.15, 0.1, 0.1, 0.05])
    found = Company(groups, np.arange(tables), revisits=True)
    hosts = choose_hosts(groups, tables)
    seats = plan(found, hosts, 3)
    must_be_fair(hosts, seats)
    assert repeats(seats) == 0


def test_a_crowd_too_large_to_search_is_seated_all_the_same():
    found, hosts, seats = seated(1000, 60, [500, 300, 200])
    must_be_fair(hosts, seats)
    assert colleagues(found, seats) <= 1.1 * 3 * 60 * (8 * 7 + 5 * 4 + 3 * 2) / 2 * 1.1


@pytest.mark.parametrize(("people", "hosts"), [(3, [0, 1, 2, 2]), (3, [])])
def test_a_table_without_a_host_is_refused(people, hosts):
    with pytest.raises(ValueError, match="each table needs a host"):
        plan(Company(np.arange(people), np.arange(len(hosts))), hosts, 3)


# --- hosts and advice ------------------------------------------------------------------------------------


def test_volunteers_are_hosts_but_no_two_of_one_organisation():
    groups = [0, 0, 0, 0, 1, 1, 2, 2]
    assert choose_hosts(groups, 2, [5, 7]) == [5, 7]
    hosts = choose_hosts(groups, 3, [0, 1, 4])
    assert hosts[:2] == [0, 4]
    assert groups[hosts[2]] == 2, "not the second volunteer of one organisation while another has none"
    assert set(choose_hosts(groups, 5, [0, 1, 4])) >= {0, 1, 4}, (
        "there are five tables and three organisations"
    )


def test_who_did_not_offer_is_drawn_by_the_seed():
    groups = [0, 0, 0, 0, 1, 1, 1, 1]
    assert len({tuple(choose_hosts(groups, 2, seed=seed)) for seed in range(12)}) > 4


@pytest.mark.parametrize(
    ("people", "tables"), [(12, 5), (16, 5), (20, 5), (24, 5), (30, 7), (36, 9), (3, 1), (1, 1), (0, 1)]
)
def test_the_advice_is_five_or_seven_tables_for_a_common_group(people, tables):
    assert advise(people, 3) == tables


# --- late and gone ---------------------------------------------------------------------------------------


def grown(found, seats, group=99):
    """Return the company and the seats with one more person, who has no seat yet."""
    groups = np.append(found.groups, group)
    later = Company(groups, found.themes, revisits=found.revisits)
    return later, np.hstack([seats, np.full((len(seats), 1), AWAY)])


def test_who_comes_late_sits_at_the_smallest_table_with_new_people():
    found, _, seats = seated(18, 5, [6, 3, 3, 2, 2, 2], revisits=True)
    later, wider = grown(found, seats, group=0)
    tables = admit(later, wider, 18, first=1)
    assert len(tables) == 2
    assert len(set(tables)) == 2
    for seat, table in zip(seats[1:], tables, strict=True):
        sizes = np.bincount(seat)
        assert sizes[table] == sizes.min()
    wider[1:, 18] = tables
    assert repeats(wider) == 0


def test_the_rounds_to_come_are_planned_anew_and_the_past_stays():
    found, hosts, seats = seated(23, 5, [8, 5, 4, 3, 3], revisits=True)
    for _ in range(2):
        found, seats = grown(found, seats, group=1)
        seats[1:, -1] = admit(found, seats, len(found.groups) - 1, first=1)
    gone = next(one for one in range(23) if one not in hosts)
    seats[2:, gone] = AWAY
    after = replan(found, hosts, seats, first=2)
    assert after[:2].tolist() == seats[:2].tolist()
    assert after[2, gone] == AWAY
    sizes = np.bincount(after[2][after[2] != AWAY])
    assert sizes.max() - sizes.min() <= 1
    assert after[2, hosts].tolist() == list(range(5))
    assert repeats(after) <= repeats(seats)
    assert repeats(after) == 0


def test_many_who_leave_make_the_tables_even_again():
    found, hosts, seats = seated(20, 5)
    at_two = [int(one) for one in np.flatnonzero(seats[1] == 2) if one not in hosts]
    seats[1:, at_two] = AWAY
    after = replan(found, hosts, seats, first=1)
    for seat in after[1:]:
        sizes = np.bincount(seat[seat != AWAY])
        assert sizes.max() - sizes.min() <= 1


def test_seats_that_can_not_be_better_stay_as_they_are():
    found, hosts, seats = seated(20, 5, [4, 4, 4, 4, 4], revisits=True)
    assert replan(found, hosts, seats, first=1).tolist() == seats.tolist()


@settings(max_examples=20)
@given(st.integers(3, 9), st.integers(2, 4), st.integers(0, 99), st.data())
def test_nobody_meets_twice_wherever_the_walk_says_so_whoever_they_are(tables, rounds, seed, data):
    fits = tables * largest(tables, rounds)
    people = data.draw(st.integers(2 * tables, max(2 * tables, min(fits, 40))))
    sizes = data.draw(st.lists(st.integers(0, 4), min_size=people, max_size=people))
    found = Company(np.array(sizes), np.arange(tables), revisits=rounds <= tables)
    hosts = choose_hosts(found.groups, tables, seed=seed)
    seats = plan(found, hosts, rounds, seed)
    must_be_fair(hosts, seats)
    if people <= fits:
        assert repeats(seats) == 0
        assert revisits(found, seats, staying(found, hosts)) == 0


@settings(max_examples=20)
@given(st.integers(0, 99), st.integers(1, 2), st.sets(st.integers(0, 22), max_size=4))
def test_planning_anew_keeps_the_past_and_the_hosts_and_is_never_worse(seed, first, gone):
    found, hosts, seats = seated(23, 5, [8, 5, 4, 3, 3], seed=seed, revisits=True)
    left = [one for one in gone if one not in hosts]
    seats[first:, left] = AWAY
    after = replan(found, hosts, seats, first, seed)
    assert after[:first].tolist() == seats[:first].tolist()
    assert (after[first:, left] == AWAY).all()
    assert after[first:, hosts].tolist() == [list(range(5))] * (3 - first)
    for seat in after[first:]:
        sizes = np.bincount(seat[seat != AWAY], minlength=5)
        assert sizes.max() - sizes.min() <= 1
    assert repeats(after) == 0, "five tables of five have room for anybody"


@pytest.mark.parametrize("tables", [20, 41])
def test_a_hall_of_two_hundred_is_planned_anew_when_people_leave(tables):
    groups = np.random.default_rng(2).choice(12, 200)
    found = Company(groups, np.arange(tables), revisits=True)
    hosts = choose_hosts(groups, tables)
    seats = plan(found, hosts, 3)
    gone = [one for one in range(200) if one not in hosts][:15]
    seats[1:, gone] = AWAY
    after = replan(found, hosts, seats, first=1)
    assert after[0].tolist() == seats[0].tolist()
    assert repeats(after) == 0
    sizes = np.bincount(after[2][after[2] != AWAY], minlength=tables)
    assert sizes.max() - sizes.min() <= 1


def test_more_people_at_a_table_than_there_are_tables_must_meet_again():
    # The people of one table go to fewer tables than they are: two of them sit together again.
    for tables, size in ((3, 4), (4, 5)):
        assert largest(tables, 2) < size
        _, _, seats = seated(tables * size, tables, rounds=2)
        assert repeats(seats) > 0
