"""What one person proposes, others have to hear of on their own phones."""

import pytest

from tests.activities._agreements import FULL, dealing


@pytest.fixture
def hall(halls):
    return dealing(halls)


def test_a_question_comes_to_the_phones_of_its_owner_and_goes_when_it_was_answered(hall, serve):
    room = serve(hall)
    first, second, school = (room.client().joins(one) for one in ("politie", "politie", "school"))
    school.do("add_agreement", step="deal", what="samen", **FULL)
    for phone in (first, second):
        phone.sees(lambda phone: phone.mine["view"]["asked"] == ["a1"])
    second.do("confirm_agreement", step="deal", agreement="a1")
    first.sees(lambda phone: phone.mine["view"]["asked"] == [])
    school.sees(lambda phone: [one["status"] for one in phone.shared["view"]["agreements"]] == ["confirmed"])


def test_a_table_sees_what_its_people_propose(halls, serve):
    hall = dealing(halls, per="team")
    room = serve(hall)
    table = room.client().enters("team", team="Tafel 1")
    hall.by("p1", "add_agreement", step="deal", what="samen")
    table.sees(lambda table: table.mine["view"]["editable"] == ["a1"])
