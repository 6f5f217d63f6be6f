"""The commands about cases and programmes: list them, show them, check your own."""

import shutil

import pytest

from kit import paths
from kit.programme import PHASES


@pytest.mark.parametrize("what", ["case", "programme"])
def test_a_list_names_what_ships(leefkit, what):
    name = {"case": "zonnehoek", "programme": "design-thinking-kort"}[what]
    ran = leefkit(what, "list", "--json")
    assert (ran.code, ran.err) == (0, "")
    listed = {one["id"]: one for one in ran.json}
    assert all(listed[name][field] for field in ("title", "summary"))
    assert any(line.startswith(name) for line in leefkit(what, "list").out.splitlines())


def test_a_list_of_cases_says_of_which_kind_they_are(leefkit):
    assert {one["kind"] for one in leefkit("case", "list", "--json").json} <= {"real", "fictional"}


@pytest.mark.parametrize("what", ["case", "programme"])
def test_a_list_is_there_in_both_languages(leefkit, what):
    dutch, english = (leefkit(what, "list", "--json", "--lang", lang).json for lang in ("nl", "en"))
    assert [one["id"] for one in dutch] == [one["id"] for one in english]
    assert [one["title"] for one in dutch] != [one["title"] for one in english]


def test_every_case_that_ships_is_in_order(leefkit):
    for one in leefkit("case", "list", "--json").json:
        ran = leefkit("case", "check", one["id"], "--json")
        assert ran.code == 0
        assert (ran.json["ok"], ran.json["id"]) == (True, one["id"])
        assert ran.json["stakeholders"]
        assert leefkit("case", "check", one["id"]).out.startswith(f"{one['id']}: in order")


def test_every_programme_that_ships_is_in_order(leefkit):
    for one in leefkit("programme", "list", "--json").json:
        ran = leefkit("programme", "check", one["id"], "--json")
        assert (ran.code, ran.json["ok"], ran.json["id"]) == (0, True, one["id"])
        said = leefkit("programme", "check", one["id"]).out
        assert said == f"{one['id']}: in order, {ran.json['steps']} steps\n"


def test_show_tells_other_programs_all_about_the_steps(leefkit):
    shown = leefkit("programme", "show", "design-thinking-kort", "--json").json
    assert shown["steps"]
    for step in shown["steps"]:
        assert step.keys() >= {"id", "phase", "activity", "minutes", "zones", "title", "per", "input"}
        assert step["phase"] in PHASES
        assert step["minutes"] > 0 or step["id"] == "vervolgmeting", "only what is weeks later takes none"
        assert bool(step["zones"]) == (step["activity"] == "canvas")
    steps = {step["id"]: step for step in shown["steps"]}
    assert steps["bedenken"]["zones"] == ["idea"]
    assert steps["casus"]["input"] is False
    assert steps["inleven"]["per"] == "team"
    assert shown["minutes"] == 120


def test_show_tells_people_the_steps_in_order(leefkit):
    shown = leefkit("programme", "show", "design-thinking-kort", "--json").json
    lines = leefkit("programme", "show", "design-thinking-kort", "--lang", "en").out.splitlines()
    assert lines[0] == "Design thinking in two hours (120 min)"
    assert [line.split()[3] for line in lines[1:]] == [step["id"] for step in shown["steps"]]


def test_a_programme_of_your_own_is_checked_and_shown_from_its_file(leefkit, tmp_path):
    file = shutil.copy(paths.programmes_dir() / "design-thinking-kort.yaml", tmp_path / "eigen.yaml")
    assert leefkit("programme", "check", file).code == 0
    assert leefkit("programme", "show", file, "--json").json["id"] == "design-thinking-kort"


def test_a_case_of_your_own_is_checked_from_its_folder(leefkit, tmp_path):
    folder = shutil.copytree(paths.cases_dir() / "zonnehoek", tmp_path / "eigen")
    assert leefkit("case", "check", folder).code == 0
    (folder / "situation.nl.md").unlink()
    ran = leefkit("case", "check", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "situation.nl.md" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("case", "check", "zonnehoec"), "case 'zonnehoec': no such case; did you mean 'zonnehoek'?"),
        (
            ("programme", "check", "design-thinking-kor"),
            "programme 'design-thinking-kor': no such programme; did you mean 'design-thinking-kort'?",
        ),
        (
            ("programme", "show", "design-thinking-krt", "--json"),
            "programme 'design-thinking-krt': no such programme; did you mean 'design-thinking-kort'?",
        ),
    ],
)
def test_a_name_that_is_nearly_right_gets_the_right_one(leefkit, arguments, said):
    ran = leefkit(*arguments)
    assert (ran.code, ran.out, ran.err) == (1, "", f"leefkit: {said}\n")


def test_a_mistake_in_a_file_is_one_line_with_its_place(leefkit, tmp_path):
    text = (paths.programmes_dir() / "design-thinking-kort.yaml").read_text(encoding="utf-8")
    (tmp_path / "eigen.yaml").write_text(
        text.replace("activity: ballot", "activity: balot", 1), encoding="utf-8"
    )
    for command in ("check", "show"):
        ran = leefkit("programme", command, tmp_path / "eigen.yaml")
        assert (ran.code, ran.out) == (1, "")
        assert (
            "eigen.yaml: steps[4] (hkw-kiezen): activity: there is no 'balot'; did you mean 'ballot'?"
            in ran.err
        )
        assert ran.err.count("\n") == 1


@pytest.mark.parametrize("what", ["case", "programme"])
def test_an_unknown_language_is_wrong_usage(leefkit, what):
    ran = leefkit(what, "list", "--lang", "fr")
    assert ran.code == 2
    assert "'fr'" in ran.err
