"""A world café: its rounds, its numbers, its settings, and what can be taken back."""

import random
import re
from pathlib import Path

import pytest
import yaml

from kit.activities.cafe import ACTIVITY
from kit.activities.cafe_settings import CafeSettings
from kit.activities.mind import Mind
from kit.errors import InputError
from kit.model.people import Viewer
from tests._hall import code_of, programme
from tests._refusals import must_say_why
from tests.activities._cafe import (
    PER_TABLE,
    SITUATIONS,
    THEMES,
    at,
    begun,
    cafe,
    filled,
    host_of,
    meet,
    note,
    table,
)


@pytest.fixture
def hall(halls):
    """Fifteen people in a café of five tables, in the first round."""
    return begun(halls)


# --- rounds --------------------------------------------------------------------------------------------


def test_people_meet_new_people_in_every_round(hall):
    for n in (1, 2, 3):
        view = hall.shared("wall").view
        assert (view["round"], view["rounds"], view["theme"]) == (n, 3, THEMES[n - 1]["id"])
        assert sorted(one["people"] for one in view["tables"]) == [3] * 5
        if n < 3:
            hall.trainer("next_round", step="cafe")
    assert (meet(hall) == 1).all(), "nobody twice"
    assert hall.shared("wall").view["meetings"]["again"] == 0
    seats = hall.workshop.seats
    assert len(seats) == 45
    assert seats[seats["host"]].groupby("participant").size().tolist() == [3] * 5
    assert seats[seats["host"]].groupby("participant")["table"].nunique().tolist() == [1] * 5


def test_a_phone_says_where_to_sit_and_where_to_go(hall):
    for person in hall.room.people:
        own = hall.mine(person).view
        assert own["table"] == own["route"][0]
        assert own["next"] == own["route"][1]
        assert own["host"] == (len(set(own["route"])) == 1)
        assert hall.mine(person).me.team == own["table"], "the head of the phone names this table"
    before = {person: hall.mine(person).view["next"] for person in hall.room.people}
    hall.trainer("next_round", step="cafe")
    assert {person: table(hall, person) for person in hall.room.people} == before
    hall.trainer("next_round", step="cafe")
    assert hall.mine("p1").view["next"] is None
    assert code_of(hall.trainer, "next_round", step="cafe") == "last_round"


def test_a_round_starts_the_timer_with_the_time_to_walk(hall):
    timer = hall.room.timer
    assert timer.total == 23 * 60
    assert timer.ends == hall.clock.now + 23 * 60
    hall.clock.tick(600)
    hall.trainer("next_round", step="cafe")
    assert hall.room.timer.ends == hall.clock.now + 23 * 60


def test_hosts_come_from_different_organisations(hall):
    hosts = [one for one in hall.room.people if hall.mine(one).view["host"]]
    assert len(hosts) == 5
    assert len({hall.room.people[one].organisation for one in hosts}) == 5


def test_volunteers_are_hosts(halls):
    hall = filled(halls)
    for person in ("p2", "p9"):
        hall.by(person, "volunteer", step="cafe")
    hall.by("p4", "volunteer", step="cafe")
    hall.by("p4", "volunteer", step="cafe", volunteer=False)
    assert hall.mine("p2").view["volunteer"] is True
    assert hall.shared("trainer").view["plan"]["volunteers"] == ["p2", "p9"]
    hall.trainer("next_round", step="cafe")
    assert hall.mine("p2").view["host"]
    assert hall.mine("p9").view["host"]
    assert code_of(hall.by, "p3", "volunteer", step="cafe") == "round_begun"
    assert code_of(hall.at, "Tafel 1", "volunteer", step="cafe") == "not_allowed"


def test_where_each_table_has_its_theme_nobody_comes_to_one_twice(halls):
    hall = filled(halls, themes=PER_TABLE, variant="theme_per_table", people=20)
    hall.trainer("next_round", step="cafe")
    assert hall.shared("wall").view["theme"] is None
    assert [one["theme"] for one in hall.shared("wall").view["tables"]] == [one["id"] for one in PER_TABLE]
    person = at(hall, "Tafel 3")[0]
    assert hall.shared("participant", team="Tafel 3").view["theme"] == "thema-3"
    assert hall.workshop.audience(Viewer("participant", "nl", person)).team == "Tafel 3"
    for one in hall.room.people:
        own = hall.mine(one).view
        assert own["host"] or len(set(own["route"])) == 3


def tables_of(hall):
    return [one["name"] for one in hall.shared("wall").view["tables"]]


def test_there_are_as_many_tables_as_themes_or_as_wanted(halls):
    assert len(tables_of(begun(halls, themes=PER_TABLE, variant="theme_per_table", teams=2))) == 5
    assert len(tables_of(begun(halls, teams=4))) == 4
    assert tables_of(begun(halls, tables=7, teams=2))[-2:] == ["Tafel 6", "Tafel 7"]
    assert len(tables_of(begun(halls, tables=7, people=7))) == 3, "two at each at least"
    assert len(tables_of(begun(halls, tables=7, people=1))) == 1


# --- the numbers ---------------------------------------------------------------------------------------


def test_who_met_whom_is_told_in_counts_alone(hall):
    hall.trainer("next_round", step="cafe")
    met = hall.shared("wall").view["meetings"]
    assert met["pairs"] == pytest.approx(2 * 5 * 3 / 105)
    _, shown = hall.workshop.figures("cafe")
    between = [row[2:] for row in shown.view.rows]
    assert len(between) == 6
    assert sum(map(sum, between)) - sum(between[n][n] for n in range(6)) == 2 * len(meet(hall))
    own = hall.mine("p1").view
    assert own["met"] == 4
    assert 1 <= own["organisations"] <= 4
    wall = hall.bytes_for("wall")
    assert not any(f'"{person}"' in wall for person in hall.room.people)
    assert hall.shared("participant", team="Tafel 1").view["meetings"] is None


def test_from_the_first_round_on_there_are_figures_of_the_tables(hall):
    mixed, met = hall.workshop.figures("cafe")
    assert (mixed.view.id, met.view.id) == ("cafe-seats", "cafe-met")
    assert [row[:3] for row in mixed.view.rows] == [[1, f"Tafel {n}", 3] for n in range(1, 6)]
    assert "Politie" in met.view.head
    assert [one.id for one in hall.shared("wall").figures] == ["cafe-seats", "cafe-met"]
    assert hall.shared("participant", team="Tafel 1").figures == []
    hall.trainer("undo")
    assert hall.workshop.figures("cafe") == []
    assert hall.workshop.figures()[0].view.id == "timeline", "before the first round nobody met"


def test_a_phone_knows_only_its_own_table(hall):
    view = hall.shared("participant", team="Tafel 2").view
    assert [one["name"] for one in view["tables"]] == ["Tafel 2"]
    assert view["plan"] is None
    assert sum(view["tables"][0]["organisations"].values()) == 3


def test_the_seats_frame_is_anonymous_where_asked(hall):
    seats = hall.workshop.frames(anonymous=True)["seats"]
    assert seats["participant"].isna().all()
    assert seats["table"].notna().all()


# --- settings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"anonymous": True}, "anonymous: people are seated by who they are"),
        ({"per": "team"}, "per: people change tables"),
        ({"hidden": True}, "hidden: a table sees its own cards"),
        ({"rounds": 0}, "rounds: 0; make it 1 to 12"),
        ({"rounds": 2}, "themes: 3 for 2 rounds"),
        ({"round_minutes": 0}, "round_minutes: must be more than 0"),
        ({"switch_minutes": -1}, "switch_minutes: must be 0 or more"),
        ({"tables": 61}, "tables: 61; make it 0"),
        ({"insights": 0, "questions": 0}, "insights: a cafe without"),
        ({"themes": []}, "themes: there are none"),
        ({"themes": [THEMES[0], THEMES[0]]}, "themes: the id 'vertrouwen' is used twice"),
        ({"variant": "theme_per_table", "rounds": 4}, "rounds: 4 for 3 themes"),
        ({"variant": "theme_per_table", "tables": 2}, "tables: 2 for 3 themes"),
        ({"variant": "theme_per_tafel"}, "variant"),
    ],
)
def test_settings_that_make_no_sense_are_named(halls, settings, said):
    with pytest.raises(InputError, match=said):
        halls(of=programme(cafe(**settings)))


def test_a_cafe_without_questions_has_no_field_for_them(halls):
    hall = filled(halls, questions=0)
    hall.trainer("next_round", step="cafe")
    assert hall.shared("participant").view["zones"] == ["idea", "concern", "insight"]
    assert code_of(note, hall, "p1", "Waarom?", zone="question") == "unknown_zone"


# --- refusals, undoing, simulated people ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "text", "situation"), SITUATIONS, ids=[f"{code}-{n}" for n, (code, *_) in enumerate(SITUATIONS)]
)
def test_a_refusal_has_a_code_and_says_why_in_both_languages(hall, code, text, situation):
    must_say_why(situation, hall, code, text)


def deeds(hall):
    """What a trainer may do in the first round, and take back."""
    host = host_of(hall, "Tafel 2")
    guest = next(one for one in at(hall, "Tafel 2") if one != host)
    card = note(hall, "p1", "Elkaar kennen")
    yield "next_round", {}
    yield "take_seat", {"participant": guest, "table": "Tafel 4"}
    yield "take_seat", {"participant": guest}
    yield "take_seat", {"participant": host}
    yield "make_host", {"participant": guest}
    yield "tag_card", {"card": card, "tags": ["urgency"]}


def test_what_the_trainer_does_is_taken_back(hall):
    for kind, fields in deeds(hall):
        before, timer = hall.shared("trainer").view, hall.room.timer
        hall.trainer(kind, step="cafe", **fields)
        assert hall.shared("trainer").view != before, kind
        hall.trainer("undo")
        assert hall.shared("trainer").view == before, kind
        assert hall.room.timer == timer
    hall.workshop.rebuild()
    assert hall.shared("trainer").view == before


def mind(number=0):
    return Mind(random.Random(number), number)


def test_some_simulated_people_offer_to_be_a_host_before_the_first_round(halls):
    hall = filled(halls)

    def look():
        return hall.shared("participant").view, {}

    offers = [list(ACTIVITY.pretend(look, mind(n))) for n in range(40)]
    assert 0 < sum(map(bool, offers)) < 20
    assert max(offers) == [{"kind": "volunteer"}]
    hall.trainer("next_round", step="cafe")
    assert not any(list(ACTIVITY.pretend(look, mind(n))) for n in range(40))


def test_a_simulated_trainer_goes_through_the_rounds_and_orders_the_harvest(halls):
    hall = filled(halls)
    written = False
    for command in ACTIVITY.lead(lambda: (hall.shared("trainer").view, {}), mind()):
        hall.trainer(**{"step": "cafe", **command})
        if not written:
            note(hall, "p1", "Hebben we hetzelfde doel?", zone="question")
            note(hall, "p2", "Zomaar iets")
            written = True
    assert hall.shared("wall").view["round"] == 3
    assert [card.tags for card in hall.room.cards.values()] == [["vision_direction"], []]


def test_the_page_shows_a_step_that_can_be_run(halls):
    page = (Path(__file__).parents[2] / "docs" / "activities" / "cafe.md").read_text(encoding="utf-8")
    (example,) = yaml.safe_load(re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1])
    hall = halls(example, teams=5)
    assert hall.room.steps["cafe"].settings.rounds == 3
    named = set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE))
    assert named == set(CafeSettings.__struct_fields__) - {"per", "hidden", "anonymous"}
