"""The figures of the whole day: who met whom, and how the day went."""

from tests._hall import step

TEAM = step("teams", phase="empathise", minutes=10, per="team")
DAY = (step("welkom", "briefing", phase="open", minutes=5, show=[]), TEAM, step("ideas", minutes=5))


def ids(hall):
    return [one.view.id for one in hall.workshop.figures()]


def test_a_day_that_has_not_begun_has_no_figures(halls):
    assert ids(halls(*DAY)) == []


def test_teams_count_from_the_first_step_that_is_done_per_team(halls):
    hall = halls(*DAY)
    for team, organisation in (("Tafel 1", "politie"), ("Tafel 1", "school"), ("Tafel 2", "politie")):
        hall.join(organisation, team=team)
    hall.join(organisation=None)
    hall.trainer("go_to", step="welkom")
    assert ids(hall) == ["timeline"]
    hall.start("teams")
    assert ids(hall) == ["meetings", "timeline"]
    met = hall.workshop.figures(lang="nl")[0].view
    assert met.says.startswith("33% van alle tweetallen")
    assert [row[:2] for row in met.rows] == [["Politie", 2], ["School", 1]]
    assert [one["id"] for one in hall.shared("results").results["figures"]] == ["meetings", "timeline"]


def test_the_plan_is_that_of_the_run_sheet(halls):
    hall = halls(*DAY, step("slot", phase="close", minutes=5))
    hall.join()
    for name in ("welkom", "teams"):
        hall.trainer("go_to", step=name)
        hall.clock.tick(7 * 60)
    hall.trainer("skip_step", step="ideas")
    (shown,) = (one for one in hall.workshop.figures(lang="en") if one.view.id == "timeline")
    lines = [one.planned_at for one in hall.shared("trainer").steps]
    assert [one is None for one in lines] == [False] * 4
    began, *planned = [row[2] for row in shown.view.rows]
    assert [planned[0], planned[2]] == [_later(began, 5), _later(began, 15)]
    assert [(one - lines[0]) / 60 for one in lines] == [0, 5, 15, 15]
    assert [row[6] for row in shown.view.rows] == ["done", "now", "left out", "to come"]


def _later(clock, minutes):
    hours, rest = map(int, clock.split(":"))
    whole = hours * 60 + rest + minutes
    return f"{whole // 60 % 24:02d}:{whole % 60:02d}"


def test_contributions_are_those_that_the_results_count(halls):
    hall = halls(*DAY)
    person = hall.join()
    hall.start("ideas")
    for n in range(3):
        hall.card(person, f"Idee {n}")
    hall.by(person, "withdraw_card", card=hall.card(person, "Toch niet"))
    *_, shown = hall.workshop.figures()
    assert "3" in [one.text for one in shown.view.drawing.texts]
    assert hall.shared("results").results["contributions"] == 3


def test_a_figure_that_did_not_change_is_not_drawn_again(halls):
    hall = halls(*DAY)
    hall.join("politie", team="Tafel 1")
    hall.start("teams")
    first = hall.workshop.figures()
    hall.trainer("message", text="Nog 5 minuten")
    again = hall.workshop.figures()
    assert all(one is other for one, other in zip(first, again, strict=True))
