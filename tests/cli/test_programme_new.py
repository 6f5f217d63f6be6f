"""A programme of one's own: made, changed, checked, shown and served; mistakes are named."""

import pytest

from kit.programme import names


@pytest.fixture
def own(leefkit, tmp_path):
    file = tmp_path / "mijn-dag.yaml"
    ran = leefkit("programme", "new", file)
    assert (ran.code, ran.err) == (0, "")
    assert f"leefkit programme check {file}" in ran.out
    return file


def change(file, right, wrong):
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def test_it_begins_as_a_copy_under_its_own_name(leefkit, own):
    shown = leefkit("programme", "show", own, "--json").json
    like = leefkit("programme", "show", "design-thinking-kort", "--json").json
    assert shown["id"] == "mijn-dag"
    assert shown["steps"] == like["steps"]
    assert leefkit("programme", "check", own).code == 0


@pytest.mark.parametrize("like", names())
def test_any_programme_may_be_the_beginning(leefkit, tmp_path, like):
    file = tmp_path / "anders.yaml"
    assert leefkit("programme", "new", file, "--from", like).code == 0
    assert leefkit("programme", "check", file, "--json").json["id"] == "anders"


def test_a_file_that_is_there_stays_as_it_is(leefkit, own):
    change(own, "minutes: 120", "minutes: 150")
    before = own.read_text(encoding="utf-8")
    ran = leefkit("programme", "new", own)
    assert ran.code == 1
    assert "this file exists already; choose another name" in ran.err
    assert own.read_text(encoding="utf-8") == before


def test_the_name_of_a_shipped_one_is_refused(leefkit, tmp_path):
    ran = leefkit("programme", "new", tmp_path / "design-thinking-kort.yaml")
    assert ran.code == 1
    assert "ships with Leefkit" in ran.err


def test_a_beginning_that_is_not_there_is_named(leefkit, tmp_path):
    ran = leefkit("programme", "new", tmp_path / "a.yaml", "--from", "design-thinking-kor")
    assert ran.code == 1
    assert "did you mean 'design-thinking-kort'?" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_another_kind_is_wrong_usage(leefkit, tmp_path):
    assert leefkit("programme", "new", tmp_path / "a.txt").code == 2


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("activity: ballot", "activity: balot", "there is no 'balot'; did you mean 'ballot'?"),
        ("canvas: brainwriting", "canvas: brainwritin", "no such canvas; did you mean 'brainwriting'?"),
        ("source: bedenken", "source: bedenke", "no earlier step 'bedenke'; did you mean 'bedenken'?"),
        ("source: bedenken", "source: casus", "step 'casus' yields no cards"),
        ("source: hkw\n", "source: feedback\n", "'feedback' comes later, or is this step: a loop"),
        ("source: hkw\n", "source: hkw-kiezen\n", "'hkw-kiezen' comes later, or is this step: a loop"),
        ("phase: define", "phase: defin", "did you mean 'define'?"),
    ],
)
def test_a_mistake_is_named_with_its_place(leefkit, own, right, wrong, said):
    change(own, right, wrong)
    ran = leefkit("programme", "check", own)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"leefkit: {own}:")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_minutes_that_do_not_fit_the_day_are_a_warning(leefkit, own):
    change(own, "minutes: 120", "minutes: 60")
    ran = leefkit("programme", "check", own)
    assert ran.code == 0
    assert "take" in ran.err
    assert "the day has 60" in ran.err
    assert leefkit("programme", "check", own, "--json").json["warnings"]
