"""What tables keep to themselves, and when that ends."""

import pytest

from tests._hall import code_of, step


@pytest.fixture
def hall(halls):
    tables = step("ideas", per="team")
    made = halls(tables, step("vote", "ballot", source="ideas"))
    made.start("ideas")
    return made


def test_nobody_hops_to_another_table_while_the_tables_work_apart(hall):
    person = hall.join("politie", team="Tafel 1")
    assert code_of(hall.by, person, "set_profile", organisation="politie", team="Tafel 2") == "team_at_work"
    hall.by(person, "set_profile", organisation="politie", team="Tafel 1")
    hall.trainer("close", step="ideas")
    hall.by(person, "set_profile", organisation="politie", team="Tafel 2")
    assert hall.room.people[person].team == "Tafel 2"


def test_a_newcomer_may_choose_a_table_and_the_trainer_may_move_anyone(hall):
    person = hall.join("politie", team="Tafel 1")
    hall.trainer("move", participant=person, team="Tafel 2")
    assert hall.room.people[person].team == "Tafel 2"


def test_a_vote_on_what_was_kept_apart_shows_it_and_says_so(hall):
    hall.card(hall.join("politie", team="Tafel 1"), "een")
    assert not hall.room.steps["ideas"].revealed
    hall.start("vote")
    assert hall.room.steps["ideas"].revealed
    assert "step_revealed" in list(hall.workshop.events["kind"])
