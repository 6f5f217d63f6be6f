"""What simulated people agree on: somebody proposes, colleagues fill in, and the owner's people answer."""

import random

import pytest

from kit.activities.agreements import ACTIVITY
from kit.activities.mind import Mind
from kit.errors import RefusedError
from tests.activities._agreements import dealing

TEXTS = {
    "p1": [("what", "De wijkagent maakt kennis met het duo.")],
    "p2": [("lead", "wijkagent"), ("first_step", "Vrijdag langskomen.")],
    "p3": [
        ("what", "Leerlingen mogen uren laten tellen."),
        ("lead", "mentor"),
        ("reason", "Eerst overleggen."),
    ],
}


class Crowd:
    """People who take part in turns, each with what the script gave them."""

    def __init__(self, hall, texts):
        self.hall, self.refused = hall, []
        first = {}
        for person in hall.room.people.values():
            first.setdefault(person.team, person.id)
        self.work = {
            one.id: self.mind_of(one, texts.get(one.id, ()), first) for one in hall.room.people.values()
        }

    def mind_of(self, person, texts, first):
        mind = Mind(
            random.Random(person.id),
            number=int(person.id[1:]) - 1,
            organisation=person.organisation,
            team=person.team,
            first_at_table=first[person.team] == person.id,
            texts=list(texts),
        )

        def look():
            shared = self.hall.shared("participant", team=person.team).view
            return shared, self.hall.mine(person.id).view

        return ACTIVITY.pretend(look, mind)

    def run(self):
        """Let all take turns until nobody has anything more to do."""
        while self.work:
            for person, commands in list(self.work.items()):
                command = next(commands, None)
                if command is None:
                    del self.work[person]
                elif command:
                    self.do(person, command)

    def do(self, person, command):
        try:
            self.hall.by(person, **{"step": "deal", **command})
        except RefusedError as refusal:
            self.refused.append(refusal.code)


@pytest.mark.parametrize("per", ["person", "team"])
def test_what_people_do_is_allowed_and_comes_to_agreements(halls, per):
    hall = dealing(halls, per=per)
    crowd = Crowd(hall, TEXTS)
    crowd.run()
    assert crowd.refused == []
    frame = hall.workshop.agreements.set_index("what")
    police, school = frame.loc[TEXTS["p1"][0][1]], frame.loc[TEXTS["p3"][0][1]]
    assert (police["owner"], police["status"], police["complete"]) == ("politie", "confirmed", True)
    assert (police["lead"], police["first_step"]) == ("wijkagent", "Vrijdag langskomen."), (
        "a colleague filled it in"
    )
    assert (school["owner"], school["lead"], school["status"]) == ("school", "mentor", "declined")
    assert frame["confidence"].dropna().between(3, 5).all()


def test_without_a_script_the_first_at_a_table_takes_up_the_best_offer(halls):
    hall = dealing(halls, per="team")
    crowd = Crowd(hall, {})
    crowd.run()
    frame = hall.workshop.agreements
    assert crowd.refused == []
    assert list(frame["team"]) == ["Tafel 1", "Tafel 2"]
    assert set(frame["cards"]) <= {"k1", "k2"}
    assert set(frame["status"]) == {"confirmed"}


def test_when_the_step_is_opened_again_nothing_comes_twice(halls):
    hall = dealing(halls)
    Crowd(hall, TEXTS).run()
    before = len(hall.workshop.agreements)
    again = Crowd(hall, TEXTS)
    again.run()
    assert again.refused == []
    assert len(hall.workshop.agreements) == before


def test_where_nothing_is_offered_people_only_wait(halls):
    hall = dealing(halls, sources=[])
    crowd = Crowd(hall, {})
    crowd.run()
    assert hall.workshop.agreements.empty
