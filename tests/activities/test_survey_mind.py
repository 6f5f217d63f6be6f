"""How simulated people answer: what the survey takes, and a day that does some good."""

import random

from kit.activities import REGISTRY
from kit.activities.mind import Mind
from tests.activities._survey import AFTER, BEFORE, LATER, view

ORGANISATIONS = ("politie", "politie", "politie", "school", "bewoners")


def take_part(hall, name, people):
    """Everyone does in a step what a simulated participant would."""
    hall.start(name)
    for number, person in enumerate(people):
        mind = Mind(random.Random(f"{number}/{name}"), number, ORGANISATIONS[number % len(ORGANISATIONS)])

        def look(person=person):
            return view(hall, name, "participant"), hall.mine(person).view or {}

        for command in REGISTRY.activities["survey"].pretend(look, mind):
            hall.by(person, step=name, **command)


def test_they_answer_everything_in_two_goes_and_do_better_after(halls):
    hall = halls(BEFORE, AFTER, LATER)
    people = [hall.join(ORGANISATIONS[n % len(ORGANISATIONS)]) for n in range(30)]
    for name in ("voor", "na", "later"):
        take_part(hall, name, people)
    given = [type(entry.event).__name__ for entry in hall.workshop.entries].count("AnswersGiven")
    assert 3 * 2 * 20 < given <= 3 * 2 * 30, "a few leave it all open"
    hall.trainer("close", step="later")
    told = view(hall, "na")["result"]["measures"]
    assert [one["verdict"] for one in told[:2]] == ["higher", "higher"]
    assert 0.02 < hall.workshop.answers["value"].isna().mean() < 0.12
    assert view(hall, "voor")["complete"] == view(hall, "voor")["answered"] < 30


def test_who_answered_before_does_not_again(halls):
    hall = halls(BEFORE)
    people = [hall.join("politie") for _ in range(3)]
    take_part(hall, "voor", people)
    before = hall.workshop.seq
    hall.trainer("close", step="voor")
    hall.trainer("open", step="voor")
    mind = Mind(random.Random(1))
    look = lambda: (view(hall, "voor", "participant"), hall.mine(people[0]).view)  # noqa: E731
    assert list(REGISTRY.activities["survey"].pretend(look, mind)) == []
    assert hall.workshop.seq == before + 2
