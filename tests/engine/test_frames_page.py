"""The page about the frames: every frame and column is on it as it is, and its examples run."""

import re
from pathlib import Path

import pytest

import kit
from kit.frames import COLUMNS
from kit.programme import PHASES
from tests._hall import step

PAGE = (Path(__file__).parents[2] / "docs" / "frames.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def table(section):
    """Return the rows of the table of a section, below its head."""
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_page_has_every_frame_in_order():
    assert [name for name in SECTIONS if name in COLUMNS] == list(COLUMNS)


@pytest.mark.parametrize("frame", COLUMNS)
def test_a_frame_stands_on_the_page_with_its_columns_and_dtypes(frame):
    rows = table(SECTIONS[frame])
    assert {column: dtype for column, dtype, *_ in rows} == COLUMNS[frame]
    assert [column for column, *_ in rows] == list(COLUMNS[frame])
    assert all(meaning and example.startswith("`") for *_, meaning, example in rows)
    assert "One row per" in SECTIONS[frame]
    assert "```python" in SECTIONS[frame]


@pytest.fixture
def workshop(halls, monkeypatch):
    """The workshop that the examples open: one with cards that build on others, and a vote."""
    hall = halls(step("bedenken"), step("stemmen", "ballot", source="bedenken"))
    hall.join("politie", team="Tafel 1")
    hall.join("school", team="Tafel 2")
    hall.start("bedenken")
    hall.card("p1", "een gastheer", name="bedenken")
    hall.card("p2", "twee gastheren", name="bedenken", parent="k1")
    hall.start("stemmen")
    hall.vote("p1", name="stemmen", k2=2)
    hall.vote("p2", name="stemmen", k1=1, k2=1)

    def opened(path, *, read_only):
        assert path.endswith(".leefkit")
        assert read_only
        return hall.workshop

    monkeypatch.setattr(kit.Workshop, "open", opened)
    return hall.workshop


def test_the_examples_run(workshop):
    names = {}
    for example in EXAMPLES:
        exec(example, names)  # noqa: S102 - the page's own words
    assert len(EXAMPLES) == len(COLUMNS) + 1
    assert names["workshop"] is workshop
    assert names["rate"] == 1 / 2
    assert names["written"].to_dict() == {"politie": 1, "school": 1}
    assert names["table"]["card"].tolist() == ["k2", "k1"]
    assert names["per_minute"].sum() == workshop.seq
    assert names["per_organisation"].to_dict() == {"politie": 1, "school": 1}


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_stands_on_the_page(phase):
    assert f"`{phase}`" in SECTIONS["cards"]
