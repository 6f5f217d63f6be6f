"""Who sits where in a world café: late, gone, moved, and hosts."""

import pytest

from tests._hall import code_of, step
from tests.activities._cafe import at, begun, cafe, filled, host_of, meet, note, seat_of, table


@pytest.fixture
def hall(halls):
    """Fifteen people in a café of five tables, in the first round."""
    return begun(halls)


def test_who_comes_late_sees_a_table_at_once(hall):
    late = hall.join("brandweer")
    assert table(hall, late) is not None
    assert sorted(one["people"] for one in hall.shared("wall").view["tables"]) == [3, 3, 3, 3, 4]
    row = hall.workshop.seats.set_index("participant").loc[late]
    assert (row["round"], row["host"]) == (1, False)
    kinds = [entry.event.__struct_config__.tag for entry in hall.workshop.entries[-2:]]
    assert kinds == ["profile_set", "seats_changed"]


def test_late_comers_fill_the_smallest_tables_and_the_past_stays(hall):
    hall.trainer("next_round", step="cafe")
    before = seat_of(hall)
    for organisation in ("politie", "school", "politie", "brandweer", "bewoners"):
        hall.join(organisation)
    assert sorted(one["people"] for one in hall.shared("wall").view["tables"]) == [4] * 5
    hall.trainer("next_round", step="cafe")
    after = seat_of(hall)
    assert {seat: after[seat] for seat in before} == before
    assert sorted(one["people"] for one in hall.shared("wall").view["tables"]) == [4] * 5
    assert meet(hall).max() == 1


def test_who_left_has_no_seat_in_the_rounds_to_come(hall):
    gone = next(one for one in at(hall, "Tafel 2") if not hall.mine(one).view["host"])
    hall.trainer("take_seat", step="cafe", participant=gone, table=None)
    assert hall.mine(gone).view["next"] is None
    assert [one["participant"] for one in hall.shared("trainer").view["plan"]["seats"] if one["gone"]] == [
        gone
    ]
    hall.trainer("next_round", step="cafe")
    assert table(hall, gone) is None
    sizes = [one["people"] for one in hall.shared("wall").view["tables"]]
    assert sorted(sizes) == [2, 3, 3, 3, 3]
    assert gone not in hall.shared("trainer").view["plan"]["missing"]
    hall.trainer("take_seat", step="cafe", participant=gone, table="Tafel 4")
    assert table(hall, gone) == "Tafel 4"
    assert hall.mine(gone).view["next"] is not None


def test_a_table_whose_host_leaves_gets_another(hall):
    host = host_of(hall, "Tafel 3")
    others = [one for one in at(hall, "Tafel 3") if one != host]
    hall.trainer("take_seat", step="cafe", participant=host, table=None)
    new = [one for one in others if hall.mine(one).view["host"]]
    assert len(new) == 1
    assert set(hall.mine(new[0]).view["route"]) == {"Tafel 3"}
    hall.trainer("next_round", step="cafe")
    assert host_of(hall, "Tafel 3") == new[0]
    seats = hall.workshop.seats
    hosts = seats[seats["host"] & (seats["table"] == "Tafel 3")].set_index("round")["participant"]
    assert hosts.to_dict() == {1: new[0], 2: new[0]}


def test_another_host_goes_on_in_the_place_of_the_first(hall):
    host = host_of(hall, "Tafel 1")
    new = next(one for one in at(hall, "Tafel 1") if one != host)
    way = hall.mine(new).view["route"]
    hall.trainer("make_host", step="cafe", participant=new)
    assert hall.mine(new).view["route"] == ["Tafel 1"] * 3
    assert hall.mine(host).view["route"] == way
    assert (hall.mine(new).view["host"], hall.mine(host).view["host"]) == (True, False)
    hall.trainer("undo")
    assert (hall.mine(new).view["route"], hall.mine(host).view["host"]) == (way, True)
    assert code_of(hall.trainer, "take_seat", step="cafe", participant=host, table="Tafel 2") == "host_stays"
    assert code_of(hall.trainer, "make_host", step="cafe", participant="p99") == "unknown_participant"


def test_someone_sits_elsewhere(hall):
    person = next(one for one in at(hall, "Tafel 1") if not hall.mine(one).view["host"])
    then = hall.mine(person).view["next"]
    hall.trainer("take_seat", step="cafe", participant=person, table="Tafel 5")
    assert table(hall, person) == "Tafel 5"
    assert hall.mine(person).view["next"] == then
    hall.trainer("undo")
    assert table(hall, person) == "Tafel 1"
    assert code_of(hall.trainer, "take_seat", step="cafe", participant=person, table="Bar") == "unknown_team"
    assert (
        code_of(hall.by, "p1", "take_seat", step="cafe", participant="p1", table="Tafel 2") == "not_allowed"
    )


def test_seats_are_planned_before_the_first_round_to_print_them(halls):
    hall = filled(halls, people=12, teams=3)
    assert code_of(hall.trainer, "make_host", step="cafe", participant="p1") == "no_seats"
    plan = hall.shared("trainer").view["plan"]
    assert (plan["planned"], plan["tables"], plan["advice"], plan["people"]) == (False, 3, 5, 12)
    hall.trainer("plan_seats", step="cafe", tables=5)
    assert hall.shared("trainer").view["plan"]["tables"] == 5
    assert len(hall.shared("trainer").view["plan"]["seats"]) == 12
    assert table(hall, "p1") is None
    first = hall.mine("p1").view["next"]
    assert first is not None
    assert hall.workshop.seats.empty, "no round has begun"
    hall.join("politie")
    hall.trainer("next_round", step="cafe")
    assert len(hall.shared("wall").view["tables"]) == 5
    assert code_of(hall.trainer, "plan_seats", step="cafe") == "round_begun"
    assert code_of(hall.trainer, "plan_seats", step="cafe", tables=4) == "round_begun"
    hall.trainer("undo")
    hall.trainer("undo")
    assert hall.shared("trainer").view["plan"]["planned"] is False
    assert code_of(hall.trainer, "plan_seats", step="cafe", tables=0) == "bad_tables"
    assert code_of(hall.trainer, "plan_seats", step="cafe", tables=61) == "bad_tables"


def test_nobody_is_there_yet(halls):
    hall = filled(halls, people=0)
    assert code_of(hall.trainer, "next_round", step="cafe") == "nobody_here"
    assert hall.shared("trainer").view["plan"]["advice"] == 1
    hall.trainer("close", step="cafe")
    assert code_of(hall.trainer, "next_round", step="cafe") == "step_closed"


def test_a_round_is_taken_back_with_its_seats_and_its_timer(hall):
    hall.clock.tick(900)
    ends = hall.room.timer.ends
    before = {person: hall.mine(person).view["route"] for person in hall.room.people}
    hall.trainer("next_round", step="cafe")
    late = hall.join("brandweer")
    hall.trainer("undo")
    assert hall.shared("wall").view["round"] == 1
    assert hall.room.timer.ends == ends
    assert {person: hall.mine(person).view["route"] for person in before} == before
    assert hall.shared("trainer").view["plan"]["missing"] == []
    hall.trainer("next_round", step="cafe")
    assert table(hall, late) is not None


def test_who_came_in_the_round_that_is_taken_back_stays_where_they_sit(hall):
    hall.trainer("next_round", step="cafe")
    late = hall.join("brandweer")
    route = hall.mine(late).view["route"]
    hall.trainer("undo")
    assert hall.mine(late).view["route"] == [route[1], *route[1:]]
    assert seat_of(hall)[(late, 1)] == route[1]
    before = hall.room
    hall.workshop.rebuild()
    assert hall.room == before


@pytest.mark.parametrize(("first", "then"), [(3, 5), (5, 3), (4, 4)])
def test_who_came_after_a_plan_that_is_taken_back_keeps_a_table(halls, first, then):
    hall = filled(halls)
    for tables in (first, then):
        hall.trainer("plan_seats", step="cafe", tables=tables)
    before = hall.room.steps["cafe"].data.plan
    late = hall.join("brandweer")
    hall.trainer("undo")
    plan = hall.room.steps["cafe"].data.plan
    assert len(plan.tables) == first
    assert None not in hall.mine(late).view["route"]
    assert plan.seats.keys() == before.seats.keys() | {late}


def test_who_got_a_seat_with_the_round_itself_has_none_before_it(hall):
    """They came while nobody could get a seat: nobody gave them one in the round that comes back."""
    hall.trainer("close", step="cafe")
    late = hall.join("brandweer")
    hall.trainer("open", step="cafe")
    hall.trainer("next_round", step="cafe")
    assert table(hall, late) is not None
    hall.trainer("undo")
    assert hall.shared("trainer").view["plan"]["missing"] == [late]


def test_the_first_round_is_taken_back(hall):
    hall.trainer("undo")
    assert hall.shared("wall").view["round"] == 0
    assert hall.shared("wall").view["tables"] == []
    hall.trainer("next_round", step="cafe")
    assert len(hall.workshop.seats) == 15


def test_opened_again_from_the_file_everyone_sits_where_they_sat(hall):
    hall.join("brandweer")
    hall.trainer("take_seat", step="cafe", participant="p15", table=None)
    hall.trainer("next_round", step="cafe")
    note(hall, "p1", "Bel elkaar")
    before = hall.workshop.seats, hall.shared("trainer").view, hall.mine("p3").view
    hall.workshop.rebuild()
    assert hall.workshop.seats.equals(before[0])
    assert (hall.shared("trainer").view, hall.mine("p3").view) == before[1:]


def test_who_worked_together_before_sits_apart(halls):
    hall = halls(step("samen", per="team"), cafe(), teams=3)
    for n in range(12):
        hall.join(f"organisatie {n}", team=f"Tafel {n % 3 + 1}")
    hall.start("samen")
    hall.start("cafe")
    hall.trainer("plan_seats", step="cafe", tables=5)
    hall.trainer("next_round", step="cafe")
    for one in range(1, 6):
        teams = [hall.room.people[person].team for person in at(hall, f"Tafel {one}")]
        assert len(set(teams)) == len(teams)
