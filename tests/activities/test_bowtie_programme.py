"""A bowtie in a programme, and with simulated people."""

import random
import re

import pytest

from kit.activities import check_programme
from kit.activities.mind import Mind
from kit.errors import InputError
from kit.model.people import Audience
from tests._hall import programme, step
from tests.activities._bowtie import maker


@pytest.fixture
def make(halls):
    return maker(halls)


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"per": "person"}, "per: a table draws its bowtie together"),
        ({"hidden": True}, "hidden: a table must see its own drawing"),
        ({"anonymous": True}, "anonymous: a drawing is a whole table's"),
        ({"most_lines": 0}, "most_lines: must be 1 to 7"),
        ({"most_lines": 8}, "most_lines: must be 1 to 7"),
        ({"focus": "risks"}, "focus: no earlier step 'risks' that chooses; expected one of: vote"),
        ({"focus": "tie"}, "focus: 'tie' comes later, or is this step"),
        ({"most_line": 3}, "did you mean 'most_lines'?"),
    ],
)
def test_a_programme_that_makes_no_sense_is_refused(settings, problem):
    made = programme(step("risks"), step("vote", "ballot", source="risks"), step("tie", "bowtie", **settings))
    with pytest.raises(InputError, match=re.escape(problem)):
        check_programme(made, "programme 'proef'")


def test_a_bowtie_is_done_per_table_and_starts_unseen(make):
    hall = make()
    view = hall.shared("trainer").step
    assert (view.per, view.can_hide) == ("team", True)


SCRIPT = [
    ("hazard", "Veel jongeren op een klein plein", ""),
    ("top_event", "De sfeer slaat om", "politie"),
    *(("threat", f"oorzaak {n}", "school") for n in range(1, 5)),
    *(("consequence", f"gevolg {n}", "school") for n in range(1, 4)),
    *(("prev", f"vooraf {n}", "school") for n in range(1, 6)),
    *(("recov", f"achteraf {n}", "school") for n in range(1, 3)),
    ("escal", "vakantie", ""),
    ("escal_barrier", "rooster", ""),
]


def play(hall, people, script=SCRIPT):
    """Let simulated people draw, one command each in turn, for as long as they like."""
    acts = []
    for n, person in enumerate(people):
        team = hall.room.people[person].team
        first = person == min(p for p in people if hall.room.people[p].team == team)
        mind = Mind(random.Random(n), n, hall.room.people[person].organisation, team, first, script=script)

        def look(team=team):
            return hall.workshop.shared(Audience("participant", "nl", team)).view, {}

        acts.append((person, hall.room.steps["tie"].activity.pretend(look, mind)))
    while acts:
        for person, commands in list(acts):
            command = next(commands, None)
            if command is None:
                acts.remove((person, commands))
                continue
            hall.by(person, command.pop("kind"), step="tie", **command)


def test_simulated_people_draw_what_belongs_together(make):
    hall = make(drawn=False)
    people = ["p1", "p2", "p3", *(hall.join("corporatie", team=f"Tafel {n % 2 + 1}") for n in range(6))]
    play(hall, people)
    frame = hall.workshop.bowtie.set_index("node")
    assert set(frame["kind"].value_counts()[["hazard", "top_event"]]) == {2}
    for row in frame[frame["kind"] == "prev"].itertuples():
        n = (int(row.text.split()[1]) - 1) % 4 + 1
        assert frame.loc[row.parent, "text"] == f"oorzaak {n}"
    assert set(frame["organisation"].dropna()) == {"school"}, "whose line it is in the script"
    assert set(frame["domain"].dropna()) == {"sociaal"}
    assert set(frame["team"]) == {"Tafel 1", "Tafel 2"}


def test_without_a_script_simulated_people_only_look(make):
    hall = make(drawn=False)
    play(hall, ["p1", "p2"], script=[])
    assert hall.workshop.bowtie.empty
