"""The script of every shipped case: it fits its case, the two-hour programme, and the rules of a room."""

import msgspec
import pytest

from kit.activities import check_programme
from kit.activities.agreements_terms import MOST_CHARS
from kit.activities.canvas_file import Canvas
from kit.case import Case, names
from kit.furnish import begin
from kit.insight.privacy import personal
from kit.insight.wording import how_might_we
from kit.paths import cases_dir
from kit.programme import Programme
from kit.programme import names as programmes
from kit.simulation.script import ANY, Script

SCRIPTED = [name for name in names() if (cases_dir() / name / "simulation.yaml").is_file()]
HINTS_ALLOWED = {"hmw_long", "hmw_effect"}
"""What a good question may still hear; nothing else."""


@pytest.fixture(params=SCRIPTED)
def case(request):
    return request.param


def lines(script, step):
    return [(zone, line) for zone, found in script.contributions.get(step, {}).items() for line in found]


def zoned(name):
    """Yield the steps of a programme that take texts, with their zones and the length of a card."""
    programme = Programme.load(name)
    files = check_programme(programme, name)
    for step in programme.steps:
        state = begin(step, files)
        zones = state.activity.zones(state.settings, files)
        canvas = Canvas.among(files, step.settings["canvas"]) if "canvas" in step.settings else None
        if canvas and canvas.take_over:
            continue  # tables choose there from what they wrote before
        yield step.id, set(zones or ()), canvas.max_chars if canvas else None


def test_the_people_are_of_organisations_of_the_case(case):
    script, known = Script.load(case), {one.id for one in Case.load(case).organisations}
    here = {one.organisation for one in script.delegations}
    assert here == set(script.taste) <= known
    writers = {line.organisation for step in script.contributions for _, line in lines(script, step)}
    assert writers <= here | {ANY}


def test_in_two_hours_every_zone_gets_texts(case):
    script = Script.load(case)
    for step, zones, _ in zoned("design-thinking-kort"):
        assert set(script.contributions.get(step, {})) >= zones, step
    agreements = script.contributions["afspraken"]
    assert set(agreements) == {"what", "lead", "first_step", "works", "needs", "reason"}
    here = {one.organisation for one in script.delegations}
    assert here <= {line.organisation for line in agreements["what"]}


def test_in_a_day_of_design_thinking_no_step_stays_empty(case):
    script = Script.load(case)
    empty = [step for step, zones, _ in zoned("design-thinking") if zones and not lines(script, step)]
    assert not empty


def test_texts_fit_the_zones_and_the_cards_that_they_are_for(case):
    script, steps = Script.load(case), {}
    for name in programmes():
        for step, zones, most in zoned(name):
            steps[step] = zones or set(MOST_CHARS) | {"reason"}
            for zone, line in lines(script, step):
                assert zone in steps[step], f"{step}: {zone}"
                assert len(line.text) <= (most or MOST_CHARS.get(zone, 200)), line.text
    assert set(script.contributions) <= set(steps)


def test_every_taste_is_for_a_text_that_somebody_writes(case):
    script = Script.load(case)
    texts = " ".join(line.text for step in script.contributions for _, line in lines(script, step)).casefold()
    assert not [one for pieces in script.taste.values() for one in pieces if one.casefold() not in texts]


def test_nobody_in_a_demonstration_is_warned_for_personal_data(case):
    script = Script.load(case)
    known = msgspec.json.encode(Case.load(case)).decode()  # names that the case itself tells
    for step in script.contributions:
        for _, line in lines(script, step):
            assert not personal(line.text, known), line.text


def test_the_questions_are_good_ones(case):
    people = [one.name for one in Case.load(case).personas]
    for _, line in lines(Script.load(case), "hkw"):
        found = {one.code for one in how_might_we(line.text, "nl", people=people)}
        assert found <= HINTS_ALLOWED, (line.text, found)
