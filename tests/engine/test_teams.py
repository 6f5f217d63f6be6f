"""Tables: who sits where, and what happens when the trainer changes that."""

from collections import Counter

import pytest

from tests._hall import code_of, step


def seats(hall):
    return {name: one.team for name, one in hall.room.people.items()}


def test_people_are_spread_over_the_tables_and_organisations_with_them(halls):
    hall = halls(step("ideas"), teams=3)
    for organisation in ["politie"] * 6 + ["school"] * 3:
        hall.join(organisation)
    assert Counter(seats(hall).values()) == dict.fromkeys(hall.room.teams, 3)
    for organisation, each in (("politie", 2), ("school", 1)):
        there = Counter(one.team for one in hall.room.people.values() if one.organisation == organisation)
        assert set(there.values()) == {each}


def test_a_table_of_choice_is_kept(hall):
    person = hall.join(team="Tafel 2")
    hall.by(person, "set_profile", organisation="school")
    assert hall.room.people[person].team == "Tafel 2"
    assert code_of(hall.by, person, "set_profile", organisation="school", team="Tafel 9") == "unknown_team"


@pytest.mark.parametrize("said", ["politie", "Politie", "  POLITIE ", "Police"])
def test_an_organisation_of_the_case_is_known_however_it_is_written(hall, said):
    assert hall.room.people[hall.join(said)].organisation == "politie"


def test_another_organisation_is_taken_as_it_is_written(hall):
    person = hall.join("  Kinderdagverblijf \u202e 't  Hofje\0 ")
    assert hall.room.people[person].organisation == "Kinderdagverblijf 't Hofje"


@pytest.mark.parametrize("said", ["", "   ", "\0\u202e", "x" * 61])
def test_an_organisation_is_a_short_text(hall, said):
    person = hall.join(None)
    assert code_of(hall.by, person, "set_profile", organisation=said) == "bad_organisation"
    assert hall.room.people[person].organisation is None


def test_a_language_that_is_not_there_changes_nothing(hall):
    person = hall.join()
    hall.by(person, "set_profile", organisation="politie", lang="en")
    hall.by(person, "set_profile", organisation="politie", lang="tlh")
    assert hall.room.people[person].lang == "en"


def test_new_tables_move_only_those_whose_table_is_gone(halls):
    hall = halls(step("ideas"), teams=2)
    people = [hall.join(team=team) for team in ("Tafel 1", "Tafel 1", "Tafel 2", "Tafel 2")]
    hall.trainer("set_teams", teams=["Tafel 2", "Rood"])
    assert [seats(hall)[one] for one in people] == ["Rood", "Rood", "Tafel 2", "Tafel 2"]
    assert [team.name for team in hall.shared("wall").teams] == ["Tafel 2", "Rood"]


def test_someone_is_moved(hall):
    person = hall.join(team="Tafel 1")
    hall.trainer("move", participant=person, team="Tafel 2")
    assert hall.mine(person).me.team == "Tafel 2"
    assert code_of(hall.trainer, "move", participant=person, team="Tafel 3") == "unknown_team"
    assert code_of(hall.trainer, "move", participant="p77", team="Tafel 1") == "unknown_participant"


@pytest.mark.parametrize(
    "teams", [[], ["A", "A"], ["A", " A "], [""], ["x" * 61], [f"T{n}" for n in range(61)]]
)
def test_tables_have_names_of_their_own(hall, teams):
    assert code_of(hall.trainer, "set_teams", teams=teams) == "bad_teams"
    assert hall.room.teams == ["Tafel 1", "Tafel 2"]


def test_tables_are_named_in_the_language_of_the_room(halls):
    assert halls(step("ideas"), lang="en").room.teams == ["Table 1", "Table 2"]


def test_a_table_speaks_with_one_voice_and_is_ready_as_one(halls):
    hall = halls(step("ideas", per="team"))
    first, second, other = hall.join(team="Tafel 1"), hall.join(team="Tafel 1"), hall.join(team="Tafel 2")
    hall.start("ideas")
    hall.by(first, "ready", step="ideas")
    assert [hall.mine(one).ready for one in (first, second, other)] == [True, True, False]
    counts = hall.shared("trainer").counts
    assert (counts.ready, counts.ready_of) == (1, 2)
    assert [team.ready for team in hall.shared("wall").teams] == [True, False]
    hall.at("Tafel 1", "ready", step="ideas", ready=False)
    assert not hall.mine(first).ready


def test_who_sits_nowhere_is_told_to_choose(halls):
    hall = halls(step("ideas", per="team"))
    person = hall.join(None)
    hall.start("ideas")
    assert code_of(hall.by, person, "ready", step="ideas") == "no_team"
    assert code_of(hall.at, "Tafel 9", "ready", step="ideas") == "no_team"


def test_phones_are_not_told_who_sits_where(hall):
    hall.join("politie", team="Tafel 1")
    assert [(team.people, team.organisations) for team in hall.shared("participant").teams] == [(0, {})] * 2
    assert hall.shared("wall").teams[0].organisations == {"politie": 1}
