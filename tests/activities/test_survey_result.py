"""What a survey tells of the change in a group, and of how many people it takes."""

import pytest

from tests.activities._survey import AFTER, AGREE, BEFORE, SHORT, about, answer, same, survey, view


def group(halls, pairs, *, gain=1, items="collaboration", moments=("before", "after")):
    """A hall of so many people, who agree more after than before."""
    names = AGREE if items == "collaboration" else SHORT
    hall = halls(*(survey(one, one, items) for one in moments), teams=4)
    for n in range(pairs):
        hall.join(("politie", "school", "bewoners")[n % 3])
    for name, value in zip(moments, (3, 3 + gain), strict=True):
        hall.start(name)
        for n in range(pairs):
            answer(hall, f"p{n + 1}", name, **same(value - n % 2, names))
    return hall


class TestResult:
    """What is told of the change, and to how many people it takes."""

    def test_nothing_is_told_while_it_is_open_nor_of_the_first_moment(self, halls):
        hall = group(halls, 12)
        for role in ("trainer", "wall", "results", "team", "participant"):
            assert view(hall, "after", role)["result"] is None
        hall.trainer("close", step="after")
        for role in ("trainer", "wall", "results", "team", "participant"):
            assert view(hall, "before", role)["result"] is None
            assert view(hall, "after", role)["result"]["pairs"] == 12

    def test_of_ten_pairs_numbers_are_told(self, halls):
        hall = group(halls, 10)
        hall.trainer("close", step="after")
        told = view(hall, "after")["result"]
        one, lessons, knows = told["measures"]
        assert (one["id"], lessons["id"], knows["id"]) == ("A", "L", "N2")
        assert (one["n"], one["shown"], one["up"], one["same"], one["down"]) == (10, "numbers", 10, 0, 0)
        assert (one["before"], one["after"], one["mean"], one["verdict"]) == (2.5, 3.5, 1, "higher")
        assert one["low"] == one["high"] == 1
        assert one["effect"] == pytest.approx(1 / 0.527 * (1 - 3 / 35), abs=0.001)
        assert (one["bottom"], one["top"]) == (1, 5)
        assert (knows["n"], knows["shown"]) == (0, "nothing")
        assert told["items"][0] == {
            "id": "A1",
            "n": 10,
            "up": 10,
            "same": 0,
            "down": 0,
            "agree_before": 0,
            "agree_after": 0.5,
        }

    def test_of_five_pairs_counts_and_a_median_are_told(self, halls):
        hall = group(halls, 5)
        hall.trainer("close", step="after")
        told = view(hall, "after")["result"]
        one = told["measures"][0]
        assert (one["shown"], one["up"], one["same"], one["down"], one["median"]) == ("counts", 5, 0, 0, 1)
        for name in ("before", "after", "mean", "low", "high", "effect", "effect_low", "verdict", "together"):
            assert one[name] is None, name
        assert (told["items"][0]["up"], told["items"][0]["agree_after"]) == (5, None)

    def test_of_four_pairs_nothing_is_told(self, halls):
        hall = group(halls, 4)
        hall.trainer("close", step="after")
        told = view(hall, "after")["result"]
        assert (told["people"], told["pairs"], told["shown"]) == (4, 4, "nothing")
        numbers = {
            key: value
            for part in (*told["measures"], *told["items"], *told["once"])
            for key, value in part.items()
            if key not in {"id", "n", "shown", "top", "bottom", "memory"}
        }
        assert set(numbers.values()) == {None}
        assert told["everyone"] == []
        assert told["ties"] is None

    def test_no_clear_difference_is_called_that(self, halls):
        hall = group(halls, 12, gain=0)
        hall.trainer("close", step="after")
        assert view(hall, "after")["result"]["measures"][0]["verdict"] == "unclear"

    def test_a_score_needs_three_quarters_of_the_items(self, halls):
        hall = group(halls, 5)
        for known, pairs in ((6, 5), (5, 4)):
            hall.by("p1", "answer", step="after", answers=same(4, AGREE[:known]) | same(None, AGREE[known:8]))
            hall.trainer("close", step="after")
            assert view(hall, "after")["result"]["measures"][0]["n"] == pairs
            hall.trainer("open", step="after")

    def test_the_short_bank_has_scores_too(self, halls):
        hall = group(halls, 10, items="collaboration-short")
        hall.trainer("close", step="after")
        told = view(hall, "after")["result"]
        assert [(one["id"], one["shown"], one["mean"]) for one in told["measures"]] == [
            ("A", "numbers", 1),
            ("L", "numbers", 1),
        ]
        assert view(hall, "after")["about"] == []

    def test_who_answered_once_is_counted_apart(self, halls):
        hall = group(halls, 10)
        for _ in range(2):
            answer(hall, hall.join("school"), "after", **same(1))
        hall.trainer("close", step="after")
        told = view(hall, "after")["result"]
        assert (told["people"], told["pairs"], told["measures"][0]["mean"]) == (12, 10, 1)
        everyone = told["everyone"][0]
        assert (everyone["id"], everyone["how"]) == ("A", "overlap")
        assert (everyone["before"], everyone["after"]) == (10, 12)
        assert everyone["mean"] == pytest.approx(35 / 12 + 2 / 12 - 2.5, abs=1e-9)

    def test_looking_back_stands_beside_the_first_score(self, halls):
        hall = group(halls, 10)
        for n in range(10):
            answer(hall, f"p{n + 1}", "after", R1=2)
        hall.trainer("close", step="after")
        (back,) = view(hall, "after")["result"]["once"]
        assert back == {
            "id": "R1",
            "n": 10,
            "median": 2,
            "mean": 2,
            "counts": [0, 10, 0, 0, 0],
            "memory": "A",
        }

    def test_phones_get_the_scores_alone(self, halls):
        hall = group(halls, 10)
        hall.trainer("close", step="after")
        told = view(hall, "after", "participant")["result"]
        assert told["measures"] == view(hall, "after", "wall")["result"]["measures"]
        assert (told["items"], told["once"], told["ties"]) == ([], [], None)

    def test_ties_are_told_of_organisations_that_are_large_enough(self, halls):
        hall = halls(BEFORE, AFTER)
        for organisation in ("politie",) * 3 + ("school",) * 3 + ("bewoners",) * 2:
            hall.join(organisation)
        for name, knows in (("voor", 0), ("na", 1)):
            hall.start(name)
            for n in range(1, 9):
                given = about("N2", politie=knows, school=knows, bewoners=0)
                answer(hall, f"p{n}", name, **given)
        hall.trainer("close", step="na")
        told = view(hall, "na")["result"]
        ties = told["ties"]
        assert [one["id"] for one in ties["organisations"]] == ["politie", "school", "bewoners"]
        assert ties["after"] == [[None, 1, 0], [1, None, 0], [None, None, None]]
        assert ties["before"] == [[None, 0, 0], [0, None, 0], [None, None, None]]
        assert (ties["density_before"], ties["density_after"]) == (0, 0.5)
        assert ties["new"] == [[0, 1]]
        knows = told["measures"][-1]
        assert (knows["id"], knows["n"], knows["up"], knows["top"]) == ("N2", 8, 8, 1)

    def test_nothing_is_told_per_organisation(self, halls):
        hall = group(halls, 12)
        hall.trainer("close", step="after")
        told = str(view(hall, "after")["result"])
        assert not [one for one in ("politie", "school", "bewoners") if one in told]
