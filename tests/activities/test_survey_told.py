"""Attempts to find out what a few people answered, from what others get to see of a survey."""

import pandas as pd
import pytest

from kit.insight.network import tie_table
from tests._others import everything
from tests.activities._survey import IDEAS, about, answer, survey, view

POLICE = ("politie",) * 4


def homes(frame):
    return set(frame["organisation"].dropna())


class TestSurvey:
    """What anonymous frames hold of a survey."""

    def answers(self, halls, people, *, moments=("voor", "na"), anonymous=True, **values):
        hall = halls(survey("voor", "before", anonymous=anonymous), IDEAS,
                     survey("na", "after", anonymous=anonymous))  # fmt: skip
        for organisation in people:
            hall.join(organisation)
        for name in moments:
            hall.start(name)
            for n in range(1, len(people) + 1):
                answer(hall, f"p{n}", name, **(values or {"A1": 4}))
        return hall

    def test_of_four_people_there_is_nothing(self, halls):
        hall = self.answers(halls, POLICE)
        assert hall.workshop.frames(anonymous=True)["answers"].empty

    def test_of_four_who_answered_twice_there_is_no_second_time(self, halls):
        hall = self.answers(halls, ("politie",) * 8, moments=("voor",))
        hall.start("na")
        for n in (1, 2, 3, 4):
            answer(hall, f"p{n}", "na", A1=5)
        for _ in range(3):
            answer(hall, hall.join("politie"), "na", A1=1)
        told = hall.workshop.frames(anonymous=True)["answers"]
        assert told["moment"].value_counts().to_dict() == {"before": 8}

    def test_one_question_of_many_may_have_too_few(self, halls):
        hall = self.answers(halls, ("politie",) * 6)
        answer(hall, "p1", "na", A2=4)
        assert set(hall.workshop.frames(anonymous=True)["answers"]["item"]) == {"A1"}

    @pytest.mark.parametrize("anonymous", [True, False])
    def test_nothing_is_told_per_organisation(self, halls, anonymous):
        told = self.answers(halls, ("politie",) * 8, anonymous=anonymous).workshop.frames(anonymous=True)
        assert len(told["answers"]) == 16
        assert homes(told["answers"]) == set()

    @pytest.mark.parametrize("anonymous", [True, False])
    def test_whom_people_can_reach_is_told_of_three_and_more(self, halls, anonymous):
        people = (*POLICE, "school", "school", "bewoners")
        values = about("N2", politie=1, school=1, bewoners=0)
        hall = self.answers(halls, people, anonymous=anonymous, **values)
        told = hall.workshop.frames(anonymous=True)["answers"]
        assert homes(told) == {"politie"}
        assert set(told["item"]) == {"N2:school", "N2:bewoners"}, "nobody says anything of the police"
        ties = tie_table(told, "after", "N2")
        assert ties.loc["politie", "school"] == 1
        pd.testing.assert_frame_equal(
            ties.loc[["politie"]].dropna(axis=1),
            tie_table(hall.workshop.answers, "after", "N2").loc[["politie"]].dropna(axis=1),
        )

    def test_the_mean_of_all_less_the_ties_leaves_nobody(self, halls):
        """Twelve people reach all others; with the ties of eleven told, the mean would tell the twelfth."""
        people = (*["politie"] * 6, *["bewoners"] * 5, "school")
        hall = self.answers(halls, people, **about("N2", politie=1, school=1, bewoners=1))
        hall.trainer("close", step="na")
        told = view(hall, "na")["result"]
        reach = next(one for one in told["measures"] if one["id"] == "N2")
        assert told["ties"] is not None
        assert (reach["n"], reach["shown"], reach["mean"]) == (12, "counts", None)

    def test_which_of_two_single_delegates_answered_what_shows_nowhere(self, halls, tmp_path):
        seen = []
        for first, second in ((5, 1), (1, 5)):
            hall = self.answers(halls, (*POLICE, "school", "bewoners"), moments=("voor",), anonymous=False)
            hall.start("na")
            for n in range(1, 5):
                answer(hall, f"p{n}", "na", A1=3)
            answer(hall, "p5", "na", A1=first)
            answer(hall, "p6", "na", A1=second)
            hall.trainer("close", step="na")
            seen.append(everything(hall, "na", tmp_path))
        assert seen[0] == seen[1]
