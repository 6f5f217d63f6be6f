"""`leefkit codes`: slips to print before the day."""

import re

import pytest

from tests.activities._survey import AFTER, BEFORE, LATER

CODE = re.compile(r'class="code">([A-Z0-9]{3} [A-Z0-9]{3})<')


def test_a_page_of_slips_is_written(leefkit, tmp_path):
    made = tmp_path / "slips.html"
    ran = leefkit("codes", "--count", 12, "--out", made)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{made}: ")
    text = made.read_text(encoding="utf-8")
    assert len(set(CODE.findall(text))) == 20
    assert "Workshop:" in text


def test_for_a_workshop_it_has_its_title_and_language(leefkit, halls, tmp_path):
    hall = halls(BEFORE, AFTER, LATER, lang="en")
    made = tmp_path / "slips.html"
    assert leefkit("codes", hall.path, "--out", made).code == 0
    text = made.read_text(encoding="utf-8")
    assert hall.room.title in text
    assert "Keep this slip." in text
    assert len(hall.workshop.entries) == 1, "nothing of it is in the workshop"


def test_it_says_when_nobody_will_ask_for_a_code(leefkit, halls, tmp_path):
    ran = leefkit("codes", halls(BEFORE, AFTER).path, "--out", tmp_path / "slips.html")
    assert ran.code == 1
    assert "no step of this workshop asks for codes" in ran.err
    assert not (tmp_path / "slips.html").exists()


def test_it_writes_over_nothing(leefkit, tmp_path):
    made = tmp_path / "slips.html"
    made.write_text("van gisteren", encoding="utf-8")
    ran = leefkit("codes", "--out", made)
    assert ran.code == 1
    assert "choose another name" in ran.err
    assert made.read_text(encoding="utf-8") == "van gisteren"


@pytest.mark.parametrize("count", [0, 501, "veel"])
def test_a_number_that_makes_no_sense_is_wrong_usage(leefkit, tmp_path, count):
    assert leefkit("codes", "--count", count, "--out", tmp_path / "slips.html").code == 2
