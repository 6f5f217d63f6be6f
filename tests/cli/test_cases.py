"""The commands about cases: a list, a case to fill in, and the check."""

import shutil

import pytest
import yaml

from kit import paths
from kit.case import Case
from kit.case.check import check
from kit.errors import InputError


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(paths.cases_dir() / "zonnehoek", tmp_path / "eigen")


def test_a_list_fits_on_a_terminal_and_tells_programs_more(leefkit, folder):
    (folder.parent / "stuk").mkdir()
    (folder.parent / "stuk" / "case.yaml").write_text("id: [", encoding="utf-8")
    ran = leefkit("case", "list", "--in", folder.parent)
    lines = ran.out.splitlines()
    assert lines[0].split() == ["id", "kind", "level", "hours", "title"]
    assert max(map(len, lines)) <= 100
    assert sum(line.startswith("zonnehoek ") for line in lines) == 2
    assert ran.code == 0
    assert f"{folder.parent / 'stuk'}: " in ran.err
    told = leefkit("case", "list", "--in", folder.parent, "--json").json
    own = {one["folder"]: one for one in told}[str(folder)]
    assert own == {
        "id": "zonnehoek", "kind": "fictional", "level": "easy", "hours": [2, 6], "mistake": "",
        "title": "Het plein van Zonnehoek", "summary": own["summary"], "place": own["place"],
        "themes": own["themes"], "fields": [3, 1, 2], "prevention": [1, 2, 3], "languages": ["en", "nl"],
        "stakeholders": 10, "charts": 1, "folder": str(folder),
    }  # fmt: skip
    assert "case.yaml:1" in next(one["mistake"] for one in told if one["folder"].endswith("stuk"))


def test_a_list_of_a_folder_that_is_not_there_is_refused(leefkit, tmp_path):
    ran = leefkit("case", "list", "--in", tmp_path / "x")
    assert (ran.code, ran.out) == (1, "")
    assert "there is no such folder" in ran.err


def test_the_check_names_every_mistake_and_warning_on_a_line_of_its_own(leefkit, folder):
    file = folder / "case.yaml"
    text = (
        file.read_text(encoding="utf-8").replace("    voice: resident\n", "").replace("[3, 1, 2]", "[3, 9]")
    )
    file.write_text(text, encoding="utf-8")
    ran = leefkit("case", "check", folder)
    assert (ran.code, ran.out) == (1, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith(f"{file}:")
    assert lines[0].endswith("fields[1]: 9 is not one of 1 to 5")
    assert lines[1].endswith(
        "stakeholders: nobody speaks for the residents; give one stakeholder `voice: resident`"
    )
    assert all(": warning: " in line for line in lines[2:-1])
    assert lines[-1].startswith("leefkit: zonnehoek: 2 mistakes to mend")


def test_the_check_tells_programs_all(leefkit, folder):
    (folder / "situation.nl.md").write_text("De wijk wordt gebeld door 06-12345678.\n", encoding="utf-8")
    told = leefkit("case", "check", folder, "--json").json
    assert (told["ok"], told["id"], told["errors"]) == (True, "zonnehoek", [])
    found = [one for one in told["warnings"] if one["file"] == "situation.nl.md"]
    assert [(one["line"], one["level"]) for one in found] == [(1, "warning")] * 2
    assert {one["text"].partition(" ")[0] for one in found} == {"passive", "'06-12345678'"}


def test_warnings_are_mistakes_when_asked_for(leefkit, folder):
    (folder / "situation.nl.md").write_text("De wijk wordt gebeld.\n", encoding="utf-8")
    ran = leefkit("case", "check", folder)
    assert (ran.code, ran.out.startswith("zonnehoek: in order, ")) == (0, True)
    assert f"{folder / 'situation.nl.md'}:1: warning: passive (wordt gebeld)" in ran.err
    strict = leefkit("case", "check", folder, "--strict")
    assert (strict.code, strict.out) == (1, "")
    assert f"{folder / 'situation.nl.md'}:1: passive (wordt gebeld)" in strict.err
    told = leefkit("case", "check", folder, "--strict", "--json")
    assert (told.code, told.json["ok"]) == (1, False)


@pytest.mark.parametrize("kind", ["fictional", "real"])
def test_a_new_case_says_what_must_be_filled_in_and_nothing_else(leefkit, tmp_path, kind):
    folder = tmp_path / "Mijn Wijk"
    ran = leefkit("case", "new", folder, "--kind", kind)
    assert (ran.code, ran.err) == (0, "")
    assert f"leefkit case check {folder}" in ran.out
    case, found = check(folder)
    assert (case.id, case.kind) == ("mijn-wijk", kind)
    assert Case.load(folder).id == "mijn-wijk"
    assert {one.text.partition(" (")[0] for one in found} == {"fill this in"}
    assert {one.level for one in found} == {"error"}
    assert {one.file for one in found} == {
        *("case.yaml", "situation.nl.md", "situation.en.md", "trainer.nl.md", "trainer.en.md")
    }
    said = leefkit("case", "check", folder)
    assert said.code == 1
    assert said.err.splitlines()[-1] == f"leefkit: mijn-wijk: {len(found)} places to fill in"


def filled_in(part):
    if isinstance(part, dict):
        return {name: filled_in(one) for name, one in part.items()}
    if isinstance(part, list):
        return [filled_in(one) for one in part]
    return "Tekst." if isinstance(part, str) and "…" in part else part


@pytest.mark.parametrize("kind", ["fictional", "real"])
def test_a_new_case_that_is_filled_in_is_in_order(leefkit, tmp_path, kind):
    folder = tmp_path / "wijk"
    leefkit("case", "new", folder, "--kind", kind)
    told = filled_in(yaml.safe_load((folder / "case.yaml").read_text(encoding="utf-8")))
    (folder / "case.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    for file in folder.glob("*.md"):
        file.write_text("Tekst.\n", encoding="utf-8")
    ran = leefkit("case", "check", folder)
    assert (ran.code, ran.out, ran.err) == (0, "wijk: in order\n", "")


def test_a_new_case_enters_no_repository_by_itself(leefkit, tmp_path):
    leefkit("case", "new", tmp_path / "geheim")
    assert "*" in (tmp_path / "geheim" / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_a_new_case_takes_the_place_of_nothing(leefkit, folder, tmp_path):
    ran = leefkit("case", "new", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "there is something here already; choose another folder" in ran.err
    ran = leefkit("case", "new", paths.cases_dir() / "mijn-wijk")
    assert ran.code == 1
    assert "this is where the cases of the kit are; choose a folder of your own" in ran.err
    assert not (paths.cases_dir() / "mijn-wijk").exists()
    ran = leefkit("case", "new", tmp_path / "…")
    assert "give the folder a name with letters, such as mijn-wijk" in ran.err
    (tmp_path / "bestand").write_text("x")
    assert "there is something here already" in leefkit("case", "new", tmp_path / "bestand").err
    assert "can't be written" in leefkit("case", "new", tmp_path / "bestand" / "in").err


def test_a_case_that_loads_may_still_be_unfinished(folder):
    """What would be untrue on a screen stops a workshop; what is only missing does not."""
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    (folder / "case.yaml").write_text(text.replace("    voice: resident\n", ""), encoding="utf-8")
    Case.load(folder)
    (folder / "case.yaml").write_text(text.replace("    invented: true\n", "", 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"figures\[0\]: give the id of a source, or say invented: true"):
        Case.load(folder)
