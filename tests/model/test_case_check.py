"""Checking a case: every mistake and every warning, triggered the way it happens, with file and line."""

import shutil

import pytest

from kit import paths
from kit.case import names
from kit.case.check import check
from kit.charts import undrawable
from kit.charts.draw import DRAW
from tests.model._files import with_mistake
from tests.model._neighbourhood import lay_out


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(paths.cases_dir() / "zonnehoek", tmp_path / "eigen")


@pytest.fixture
def change(folder):
    """Replace one piece of a file of the case, and return what the check says now and did not before."""

    def changed(right, wrong, file="case.yaml"):
        before = {one.text for one in check(folder)[1]}
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(with_mistake(text, right, wrong), encoding="utf-8")
        return [one for one in check(folder)[1] if one.text not in before]

    return changed


def line_of(folder, piece, file="case.yaml"):
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if piece in line)


@pytest.mark.parametrize("name", names())
def test_no_case_that_ships_has_a_mistake(name):
    assert [str(one) for one in check(name)[1] if one.level == "error"] == []


ERRORS = {
    "a language that is missing": (
        'interest:\n      nl: "Slapen, en zonder omweg naar huis lopen."\n',
        "interest:\n",
        "stakeholders[6].interest",
        "nl is missing; add it, or take nl out of the title",
    ),
    "a text that is empty": (
        "Slapen, en zonder omweg naar huis lopen.",
        "",
        "stakeholders[6].interest.nl",
        "this is empty; fill it in",
    ),
    "a language that there is not": (
        '      en: "Know none of the young people by name."',
        '      en: "Know none of the young people by name."\n      ne: "x"',
        "stakeholders[6].blind_spot",
        "'ne' is no language here; expected one of: en, nl",
    ),
    "nobody for the residents": (
        "    voice: resident\n",
        "",
        "stakeholders",
        "nobody speaks for the residents; give one stakeholder `voice: resident`",
    ),
    "something to fill in": (
        "Rust op het plein, en iets dat de gemeenteraad kan zien.",
        "…",
        "stakeholders[0].interest",
        "fill this in (nl)",
    ),
    "something to fill in here": (
        "Rust op het plein",
        "[… wat?]",
        "stakeholders[0].interest",
        "fill this in (nl)",
    ),
    "a figure of nobody": (
        '      en: "to the police in 12 months"\n    invented: true\n',
        '      en: "to the police in 12 months"\n',
        "figures[2]",
        "give the id of a source, or say invented: true",
    ),
    "a figure with another source": (
        '      en: "to the police in 12 months"\n    invented: true\n',
        '      en: "to the police in 12 months"\n    source: politie\n',
        "figures[2].source",
        "no source 'politie'; there are none",
    ),
    "a picture that is not there": (
        "organisations:\n",
        "pictures:\n  - {file: pictures/plein.jpg, alt: {nl: Plein, en: Square}}\norganisations:\n",
        "pictures[0].file",
        "'pictures/plein.jpg': there is no such file; there are none",
    ),
}


@pytest.mark.parametrize("mistake", ERRORS.values(), ids=ERRORS)
def test_a_mistake_is_named_with_its_line(change, folder, mistake):
    right, wrong, where, text = mistake
    found = [one for one in change(right, wrong) if one.level == "error"]
    assert [(one.file, one.where, one.text) for one in found] == [("case.yaml", where, text)]
    shown = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert where.split(".")[-1].split("[")[0] in shown or shown.lstrip().startswith("- value")


def test_all_mistakes_are_named_at_once(change, folder):
    change("organisation: jongerenwerk", "organisation: jeugdwerk")
    change("    voice: resident\n", "")
    (folder / "situation.nl.md").unlink()
    found = [one for one in check(folder)[1] if one.level == "error"]
    assert [one.where for one in found] == ["situation.nl", "stakeholders", "stakeholders[3].organisation"]
    assert found == sorted(found, key=lambda one: one.line)


def test_places_to_fill_in_are_named_line_by_line_in_a_text(change):
    (found,) = change("De winkeliers willen", "[… wie?] De winkeliers willen", "situation.nl.md")
    assert (found.file, found.line, found.text) == ("situation.nl.md", 5, "fill this in")


LOOKS_LIKE = {
    "Een" + " een" * 15 + ".": "16 words in one sentence; keep to 15: “Een een",
    "Ze worden weggestuurd.": "passive (worden weggestuurd); say who does it: “Ze worden weggestuurd.”",
    "Dat is relevant.": "'relevant' is a hard word; write 'belangrijk': “Dat is relevant.”",
    "Bel 111222333.": "'111222333' looks like a citizen service number; leave it out",
    "Bel 06-12345678.": "'06-12345678' looks like a telephone number; leave it out",
    "Mail noor@voorbeeld.nl.": "'noor@voorbeeld.nl' looks like an e-mail address; leave it out",
    "Naar NL91 ABNA 0417 1643 00.": "'NL91 ABNA 0417 1643 00' looks like a bank account; leave it out",
    "Het is 4815 AB 12.": "'4815 AB 12' looks like an address; leave it out",
    "Hij is van 3 maart 2001.": "'3 maart 2001' looks like a date of birth; an age is enough",
    "De auto GL-834-X.": "'GL-834-X' looks like a number plate; leave it out",
}
PLACES = {"case.yaml": "Je belt en niemand belt terug.", "situation.nl.md": "De winkeliers willen"}


@pytest.mark.parametrize("wrong", LOOKS_LIKE)
@pytest.mark.parametrize("file", PLACES)
def test_a_warning_is_given_in_either_kind_of_file(change, folder, file, wrong):
    right = PLACES[file]
    (found,) = [one for one in change(right, f"{wrong} {right}", file) if LOOKS_LIKE[wrong] in one.text]
    assert (found.file, found.level, found.line) == (file, "warning", line_of(folder, right, file))
    assert found.where == ("stakeholders[6].concern.nl" if file == "case.yaml" else "")


def test_a_name_is_of_nobody_in_an_invented_case_alone(change):
    assert not change("Je belt en", "Mevrouw Jansen belt en")
    found = change("kind: fictional", "kind: real")
    assert any(
        one.text == "'Mevrouw Jansen' looks like the name of a real person; use a role" for one in found
    )


def test_a_date_in_the_timeline_is_no_birth(change):
    assert not change('nl: "Afgelopen winter"', 'nl: "3 maart 2001"')
    (found,) = change("Jongeren zoeken warmte", "Op 4 maart 2001 zoeken jongeren warmte")
    assert "looks like a date of birth" in found.text


SECOND_THOUGHTS = {
    "no young": ("    voice: youth\n", "", "nobody speaks for the young; give one stakeholder"),
    "one question": (
        (
            '  - nl: "Wat weten de ouders over de avonden op het plein?"\n'
            '    en: "What do the parents know about the evenings on the square?"\n'
            '  - nl: "Staat de hal van de oude bank leeg, en van wie is die?"\n'
            '    en: "Is the hall of the old bank empty, and who owns it?"\n'
        ),
        "",
        "name three or four things that the group must find out",
    ),
    "an invented figure in a real case": ("kind: fictional", "kind: real", "this is invented, and the case"),
}


@pytest.mark.parametrize(("right", "wrong", "text"), SECOND_THOUGHTS.values(), ids=SECOND_THOUGHTS)
def test_a_second_thought_is_a_warning(change, right, wrong, text):
    assert {one.level for one in change(right, wrong) if one.text.startswith(text)} == {"warning"}


def test_a_question_to_begin_with_may_be_longer(change):
    begin, more = "Hoe kunnen we van het plein", " een" * 10
    assert not change(begin, begin + more[: 4 * 5])
    (found,) = change(begin, begin + more)
    assert found.text.startswith("29 words in one sentence; keep to 20")


def test_a_situation_that_takes_long_to_read_is_said(change, folder):
    text = (folder / "situation.nl.md").read_text(encoding="utf-8")
    found = change(text, text + "\n\n" + "Dit is erbij. " * 20, "situation.nl.md")
    assert [one.text.partition(" ")[2] for one in found] == [
        "words; keep to 150, so that it is read in a minute"
    ]


def test_a_table_that_no_chart_uses_is_said(tmp_path):
    lay_out(tmp_path / "eigen")
    found = [one for one in check(tmp_path / "eigen")[1] if one.where.startswith("tables")]
    assert ("tables[1]", "no chart uses 'spare'; a workshop will not carry it", "warning") in [
        (one.where, one.text, one.level) for one in found
    ]


def test_a_mistake_in_the_data_names_their_file(tmp_path):
    lay_out(tmp_path / "eigen")
    (tmp_path / "eigen" / "data" / "crime.csv").write_text("area,period,kind,value\nBU01,2022,total,x\n")
    (found,) = [one for one in check(tmp_path / "eigen")[1] if one.file.startswith("data")]
    assert (found.file, found.line, found.where) == ("data/crime.csv", 2, "")
    assert found.text.startswith("value 'x' is not a number")


def test_a_case_is_checked_from_its_own_folder(tmp_path, monkeypatch):
    lay_out(tmp_path / "eigen")
    (tmp_path / "eigen" / "data" / "crime.csv").write_text("x\n")
    monkeypatch.chdir(tmp_path / "eigen")
    assert ("data/crime.csv", 1) in [(one.file, one.line) for one in check(".")[1]]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"no picture", "pictures/plein.jpg can't be read as JPEG, PNG or WebP; save it anew"),
        (b"x" * 400_001, "this picture has 401 kB; make it 400 kB or less"),
        (b"", "this file is empty; save the picture anew"),
    ],
)
def test_a_picture_that_is_none_is_said(change, folder, body, text):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "plein.jpg").write_bytes(body)
    picture = "pictures:\n  - {file: pictures/plein.jpg, alt: {nl: Plein, en: Square}}\n"
    found = change("organisations:\n", f"{picture}organisations:\n")
    assert text in [one.text for one in found if one.level == "error"]
    assert "no source; name who made this picture, also when it was you" in [one.text for one in found]


def test_every_picture_that_is_none_is_said(change, folder):
    (folder / "pictures").mkdir()
    told = "pictures:\n"
    for name in ("a.jpg", "b.jpg"):
        (folder / "pictures" / name).write_bytes(b"no picture")
        told += f"  - {{file: pictures/{name}, alt: {{nl: Plein, en: Square}}}}\n"
    found = change("organisations:\n", f"{told}organisations:\n")
    assert [one.where for one in found if "can't be read as" in one.text] == [
        "pictures[0].file", "pictures[1].file"
    ]  # fmt: skip


def test_a_chart_that_cannot_be_drawn_is_a_mistake(tmp_path):
    lay_out(tmp_path / "eigen")
    crime = tmp_path / "eigen" / "data" / "crime.csv"
    assert not [one for one in check(tmp_path / "eigen", undrawable)[1] if one.where.startswith("charts")]
    crime.write_text(crime.read_text().replace("BU01,2021,total,240", "BU01,2021,total,1e-320"))
    (found,) = [one for one in check(tmp_path / "eigen", undrawable)[1] if one.where.startswith("charts")]
    assert (found.file, found.where, found.level) == ("case.yaml", "charts[0]", "error")
    assert found.text.startswith("this can't be drawn")
    assert found.line


def test_whatever_a_drawing_stumbles_over_is_said(tmp_path, monkeypatch):
    lay_out(tmp_path / "eigen")
    monkeypatch.setitem(DRAW, "map", lambda *_: {}["BU01"])
    (found,) = [one for one in check(tmp_path / "eigen", undrawable)[1] if one.where.startswith("charts")]
    assert (found.where, found.text.partition(";")[0]) == (
        "charts[1]",
        "this can't be drawn (KeyError('BU01'))",
    )
