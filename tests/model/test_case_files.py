"""A case with a mistake: what is said names the file, the line or the path, and what was expected."""

import pytest

from kit import paths
from kit.case import Case, names
from kit.errors import InputError
from tests.model._files import CASE, with_mistake


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "eigen"
    made.mkdir()
    (made / "situation.nl.md").write_text("  Er is *iets* aan de hand.\n", encoding="utf-8")
    (made / "case.yaml").write_text(CASE, encoding="utf-8")
    return made


def said(folder, text):
    """Write `case.yaml`, and return what is said about it, from the name of the file on."""
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"case\.yaml") as refused:
        Case.load(folder)
    message = str(refused.value)
    assert "\n" not in message
    assert message.startswith(str(folder))
    return message.removeprefix(f"{folder}/")


def test_a_case_in_order_is_read_with_its_texts(folder):
    case = Case.load(folder)
    assert (case.id, case.title["en"], case.level) == ("proef", "Trial", "medium")
    assert case.situation == {"nl": "Er is *iets* aan de hand."}
    assert [one.organisation for one in case.stakeholders] == ["politie"]


@pytest.mark.parametrize("name", names())
def test_every_case_that_ships_is_in_order(name):
    case = Case.load(name)
    assert case.id == name
    assert all({"nl", "en"} <= text.keys() for text in (case.title, case.summary, case.situation))
    assert Case.load(paths.cases_dir() / name) == case


MISTAKES = {
    "a bracket that stays open": (
        "id: proef",
        "id: [proef",
        "case.yaml:2: this is not valid YAML: expected ',' or ']', but got ':'",
    ),
    "a tab": ("title: {", "title:\t{", "case.yaml:3: this is not valid YAML: found character '\\t'"),
    "a name that is there twice": (
        "place: Hier",
        "place: Hier\nid: nog een",
        "case.yaml:6: this is not valid YAML: 'id' is here twice; remove one",
    ),
    "a second document": ("kind:", "---\nkind:", "case.yaml:2: this is not valid YAML"),
    "an object of a programming language": (
        "proef",
        "!!python/object/apply:os.getcwd []",
        "case.yaml:1: this is not valid YAML: could not determine a constructor",
    ),
    "a character that no one sees": (
        "Kort",
        "Ko\x07rt",
        "case.yaml:4: the character U+0007 may not be here; remove it",
    ),
    "brackets without an end": (
        "proef",
        "[" * 5000,
        "case.yaml: this is not valid YAML: lists or mappings stand",
    ),
    "nothing at all": (CASE, "", "case.yaml: expected a mapping (name: value), got nothing"),
    "a list": (CASE, "- a\n- b\n", "case.yaml: expected a mapping (name: value), got a list"),
    "a typing error in a field": (
        "summary:",
        "sumary:",
        "case.yaml:4: unknown field `sumary`; did you mean 'summary'?",
    ),
    "a field of nobody's": (
        "place: Hier",
        "xyzzy: 1",
        "case.yaml:5: unknown field `xyzzy`; expected one of: areas, ",
    ),
    "a typing error deeper": (
        "    concern: {",
        "    concerns: {",
        "case.yaml:16: stakeholders[0]: unknown field `concerns`; did you mean 'concern'?",
    ),
    "a missing field": ("place: Hier\n", "", "case.yaml: the field `place` is missing"),
    "a missing field deeper": (
        "    can: {nl: praten}\n",
        "",
        "case.yaml:12: stakeholders[0]: the field `can` is missing",
    ),
    "a typing error in a choice": (
        "fictional",
        "fictonal",
        "case.yaml:2: kind: 'fictonal' is not one of the choices; did you mean 'fictional'?",
    ),
    "a wrong choice": (
        "kind: fictional",
        "kind: 2026",
        "case.yaml:2: kind: expected text, got a whole number; put it between quotes",
    ),
    "one language where all belong": (
        "title: {nl: Proef, en: Trial}",
        "title: Proef",
        "case.yaml:3: title: expected a mapping (name: value), got text",
    ),
    "a number that should be text": (
        'value: "3"',
        "value: 3",
        "case.yaml:21: figures[0].value: expected text or a mapping (name: value), got a whole number",
    ),
    "a date that should be text": (
        "place: Hier",
        "place: 2026-01-01",
        "case.yaml:5: place: expected text or a mapping (name: value), got a date; put it between quotes",
    ),
    "text that should be true or false": (
        "invented: true",
        "invented: maybe",
        "case.yaml:23: figures[0].invented: expected true or false, got text",
    ),
    "a list that should be text": (
        "nl: situation.nl.md",
        "nl: [a]",
        "case.yaml:6: situation: expected text, got a list",
    ),
    "a stakeholder of nowhere": (
        "organisation: politie",
        "organisation: poltie",
        "case.yaml:13: stakeholders[0].organisation: no organisation 'poltie'; did you mean 'politie'?",
    ),
    "no organisations": (
        "organisations:\n  - id: politie\n    name: {nl: Politie}",
        "organisations: []",
        "case.yaml:8: organisations: this is empty; list at least one",
    ),
    "a figure that nobody vouches for": (
        "    invented: true\n",
        "",
        "case.yaml:21: figures[0]: give the id of a source, or say invented: true",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place(folder, right, wrong, expected):
    assert said(folder, with_mistake(CASE, right, wrong)).startswith(expected)


def test_a_text_that_is_not_there_names_the_nearest(folder):
    (folder / "situation.nl.md").rename(folder / "situatie.nl.md")
    with pytest.raises(
        InputError,
        match=r"case\.yaml:7: situation\.nl: .*: there is no such file; did you mean 'situatie.nl.md'\?",
    ):
        Case.load(folder)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('""', "this is empty; give the name of a file in this folder"),
        ("a" * 300 + ".md", f"{'a' * 80!r}: a file can't have this name; give the name of one"),
        ('"a\\0b.md"', r"'a\x00b.md': a file can't have this name; give the name of one in this folder"),
        ("texts.md", "'texts.md' is a folder; give the name of a file in it"),
        (".", "'.' is a folder; give the name of a file in it"),
        ("loose.md", "'loose.md': there is no such file; expected one of: situation.nl.md"),
        ("'x.**'", "'x.**': there is no such file; there are none"),
    ],
)
def test_a_name_that_no_text_has_is_said_with_its_line(folder, name, expected):
    (folder / "texts.md").mkdir()
    (folder / "loose.md").symlink_to(folder / "gone.md")
    text = with_mistake(CASE, "situation.nl.md", name)
    assert said(folder, text).startswith(f"case.yaml:7: situation.nl: {expected}")


@pytest.mark.parametrize("outside", ["../geheim.md", "/etc/hostname"])
def test_a_case_of_somebody_else_reads_nothing_outside_its_folder(folder, outside):
    (folder.parent / "geheim.md").write_text("geheim")
    (folder / "case.yaml").write_text(with_mistake(CASE, "situation.nl.md", outside))
    with pytest.raises(
        InputError,
        match=rf"case.yaml:7: situation\.nl: the file '{outside}' lies outside this folder; put it inside",
    ):
        Case.load(folder)


@pytest.mark.parametrize("name", ["case.yaml", "situation.nl.md"])
def test_a_file_that_is_not_utf8_is_said(folder, name):
    (folder / name).write_bytes("één".encode("latin-1"))
    with pytest.raises(InputError, match=rf"{name}: is not UTF-8 text \(byte 0\); save it as UTF-8"):
        Case.load(folder)


def test_a_file_with_the_mark_that_windows_puts_first_is_read(folder):
    (folder / "case.yaml").write_text(CASE, encoding="utf-8-sig")
    (folder / "situation.nl.md").write_text("Tekst", encoding="utf-8-sig")
    assert Case.load(folder).situation == {"nl": "Tekst"}


def test_a_folder_without_a_case_is_said(tmp_path):
    with pytest.raises(InputError, match=r"there is no case\.yaml in this folder"):
        Case.load(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("zonehoek", "case 'zonehoek': no such case; did you mean 'zonnehoek'?"),
        ("x/y", "case 'x/y': no such case"),
    ],
)
def test_a_case_that_is_not_there_names_the_nearest(wrong, expected):
    with pytest.raises(InputError, match="no such case") as refused:
        Case.load(wrong)
    assert str(refused.value).startswith(expected)
