"""A survey as figures: what the wall and the results draw, and what phones never get."""

import pytest

from kit.activities import survey_result
from kit.model.survey import AnswersGiven
from tests.activities._survey import AFTER, AGREE, BEFORE, LATER, about, answer, same, survey, view

KNOWS = ("politie", "school", "bewoners")


def held(halls, pairs, *, knows=1):
    """A hall of so many people who answered twice, a point higher the second time."""
    hall = halls(survey("voor", "before"), survey("na", "after"), LATER, teams=4)
    for n in range(pairs):
        hall.join(KNOWS[n % 3])
    for name, value in (("voor", 3), ("na", 4)):
        hall.start(name)
        for n in range(pairs):
            reaches = knows if name == "na" else 0
            given = about("N2", **{one: reaches if one != "bewoners" else 0 for one in KNOWS})
            answer(hall, f"p{n + 1}", name, **same(value - n % 2), **given)
    return hall


def closed(halls, pairs):
    hall = held(halls, pairs)
    hall.trainer("close", step="na")
    return hall


def drawn(hall, name="na", lang="nl"):
    return {one.view.id: one.view for one in hall.workshop.figures(name, lang)}


def words(figure):
    return " ".join([figure.says, *figure.notes, *(one.text for one in figure.drawing.texts)])


def test_what_changed_comes_when_it_is_closed_and_not_of_the_first_moment(halls):
    hall = held(halls, 12)
    assert drawn(hall) == drawn(hall, "voor") == {}
    hall.trainer("close", step="na")
    found = drawn(hall)
    assert list(found) == ["na-change", "na-questions", "na-ties"]
    assert found["na-change"].says.startswith("Hoger: Samenwerking, De vier lessen en Lijnen met anderen.")
    assert found["na-change"].rows[0][:5] == ["Samenwerking", 12, 12, 0, 0]
    assert [row[0] for row in found["na-questions"].rows][
        3
    ] == "Ik weet wie ik kan bellen als er iets speelt."
    assert len(found["na-questions"].rows) == len(AGREE)
    assert found["na-ties"].says.startswith("1 nieuwe lijn: Politie ↔ School.")
    assert drawn(hall, "voor") == {}


def test_the_wall_and_the_results_get_them_and_phones_never(halls):
    hall = closed(halls, 12)
    assert [one.id for one in hall.shared("wall").figures] == ["na-change", "na-questions", "na-ties"]
    for role in ("participant", "team", "trainer"):
        assert hall.shared(role).figures == []
    steps = hall.shared("results").results["steps"]
    of_steps = {one["id"]: [figure["id"] for figure in one["figures"]] for one in steps}
    assert of_steps["na"] == ["na-change", "na-questions", "na-ties"]


def test_of_four_people_nothing_is_drawn(halls):
    hall = closed(halls, 4)
    found = drawn(hall)
    assert all(one.drawing is None and one.rows == [] for one in found.values())
    assert found["na-change"].says == "Te weinig mensen vulden twee keer in om iets te laten zien."
    assert hall.shared("wall").figures == []


def test_of_seven_people_counts_are_drawn_and_no_means(halls):
    found = drawn(closed(halls, 7))
    assert "7 van de 7 hoger, 0 gelijk, 0 lager; middelste verandering +1,0" in words(found["na-change"])
    assert "marge" not in words(found["na-change"])
    assert "%" not in words(found["na-questions"])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_change_is_never_told_of_an_organisation(halls, lang):
    found = drawn(closed(halls, 12), lang=lang)
    for name in ("na-change", "na-questions"):
        told = words(found[name]) + str(found[name].rows)
        assert not [one for one in ("Politie", "School", "Bewoners", "Police", "Residents") if one in told]


def test_weeks_later_the_end_of_the_day_is_the_third_moment(halls):
    hall = halls(BEFORE, AFTER, LATER)
    there = [hall.join("politie") for _ in range(10)]
    codes = {}
    for name, value in (("voor", 2), ("na", 4)):
        hall.start(name)
        for person in there:
            answer(hall, person, name, **same(value))
            codes[person] = hall.mine(person).code
    hall.start("later")
    for person in there:
        back = hall.join("politie")
        hall.by(back, "use_code", step="later", code=codes[person])
        answer(hall, back, "later", **same(3))
    hall.trainer("close", step="later")
    measure = view(hall, "later")["result"]["measures"][0]
    assert (measure["before"], measure["day"], measure["after"]) == (2, 4, 3)
    assert view(hall, "na")["result"]["measures"][0]["day"] is None
    figure = drawn(hall, "later")["later-change"]
    assert "4,0" in words(figure)
    assert "weken later" in words(figure)
    assert "eind van de dag" in words(figure)


def test_what_changed_is_reckoned_once_until_an_answer_comes(halls, monkeypatch):
    hall = closed(halls, 12)
    reckoned = []
    real = survey_result.result
    monkeypatch.setattr(
        survey_result, "result", lambda *given, **more: reckoned.append(1) or real(*given, **more)
    )
    hall.shared("results"), hall.shared("wall"), drawn(hall)
    assert len(reckoned) <= 1
    shown = drawn(hall)["na-change"].rows
    box = hall.room.steps["voor"].data
    for name in list(box.sheets):
        box.take(AnswersGiven("voor", dict.fromkeys(AGREE, 5.0), None, []), name, 0.0)
    assert drawn(hall)["na-change"].rows != shown
