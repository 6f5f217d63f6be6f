"""Who takes part, and what they write."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.activities import check_programme
from kit.activities.canvas_file import Canvas
from kit.case import Case
from kit.errors import InputError
from kit.furnish import begin
from kit.programme import Programme, names
from kit.simulation.script import MOST_EACH, Delegation, Line, Script

CASE = Script.load("zonnehoek")


def rng(seed=1):
    return random.Random(seed)


def test_the_shipped_script_fits_its_case():
    known = {one.id for one in Case.load("zonnehoek").organisations}
    assert {one.organisation for one in CASE.delegations} == set(CASE.taste) <= known
    for zones in CASE.contributions.values():
        assert {line.organisation for one in zones.values() for line in one} <= known | {"any"}


@pytest.mark.parametrize("name", names())
def test_every_step_of_every_programme_finds_its_texts(name):
    """A step with zones has texts for some of them, for no other, and none is too long."""
    programme = Programme.load(name)
    files = check_programme(programme, name)
    for step in programme.steps:
        state = begin(step, files)
        zones = state.activity.zones(state.settings, files)
        written = CASE.contributions.get(step.id, {})
        if zones and not getattr(state.settings, "take_over", None):  # there they choose from what is written
            assert set(written) & set(zones), f"{step.id}: nobody writes anything"
            assert set(written) <= set(zones), step.id
        longest = max((len(line.text) for lines in written.values() for line in lines), default=0)
        if "canvas" in step.settings:
            assert longest <= Canvas.among(files, step.settings["canvas"]).max_chars, step.id


def test_no_text_waits_for_a_step_that_is_in_no_programme():
    steps = {step.id for name in names() for step in Programme.load(name).steps}
    assert set(CASE.contributions) <= steps


def test_every_taste_is_for_a_text_that_somebody_writes():
    texts = " ".join(
        line.text for zones in CASE.contributions.values() for one in zones.values() for line in one
    ).casefold()
    nowhere = [piece for pieces in CASE.taste.values() for piece in pieces if piece.casefold() not in texts]
    assert not nowhere


@given(st.integers(1, 200), st.integers())
def test_delegations_keep_their_proportions(count, seed):
    people = Counter(CASE.people(count, rng(seed)))
    assert people.total() == count
    assert len(people) == min(count, len(CASE.delegations))
    total = sum(one.people for one in CASE.delegations)
    if count >= total:
        assert all(
            abs(people[one.organisation] - count * one.people / total) <= 2 for one in CASE.delegations
        )


@given(st.integers(1, 60), st.sampled_from(sorted(CASE.contributions)), st.integers())
def test_a_plan_gives_no_text_twice_and_nobody_too_much(count, step, seed):
    people = CASE.people(count, rng(seed))
    plan = CASE.plan(step, people, rng(seed))
    assert len({one.text for one in plan}) == len(plan) > 0
    assert max(Counter(one.who for one in plan).values()) <= MOST_EACH
    own = {line.text: line.organisation for zone in CASE.contributions[step].values() for line in zone}
    strangers = [one for one in plan if own[one.text] in people and own[one.text] != people[one.who]]
    assert not strangers


def test_an_organisations_own_texts_come_before_anybodys():
    lines = [Line("any", f"van iedereen {n}") for n in range(MOST_EACH)]
    lines += [Line("school", f"van school {n}") for n in range(MOST_EACH)]
    script = Script([Delegation("school", 1)], {"stap": {"zone": lines}})
    plan = script.plan("stap", ["school"], rng())
    assert [one.text for one in plan] == [f"van school {n}" for n in range(MOST_EACH)]


def test_what_stands_in_front_appears_first():
    plan = CASE.plan("bedenken", CASE.people(20, rng()), rng())
    order = [line.text for line in CASE.contributions["bedenken"]["idea"]]
    places = [order.index(one.text) for one in plan]
    assert places == sorted(places)
    assert places[0] == 0


def test_a_case_without_a_script_gets_people_who_only_vote(tmp_path):
    (tmp_path / "case.yaml").write_text(
        "id: leeg\nkind: fictional\ntitle: {nl: Leeg}\nsummary: {nl: Leeg}\nplace: hier\n"
        "situation: {nl: s.md}\norganisations: [{id: a, name: {nl: A}}, {id: b, name: {nl: B}}]\n",
        encoding="utf-8",
    )
    (tmp_path / "s.md").write_text("Er is niets.", encoding="utf-8")
    script = Script.load(str(tmp_path))
    assert Counter(script.people(4, rng())) == {"a": 2, "b": 2}
    assert script.plan("stap", ["a", "b"], rng()) == []


def test_a_mistake_in_a_script_is_named(tmp_path):
    (tmp_path / "case.yaml").write_text("", encoding="utf-8")
    (tmp_path / "simulation.yaml").write_text("delegatons: []\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"simulation\.yaml:1: .*did you mean 'delegations'"):
        Script.load(str(tmp_path))
