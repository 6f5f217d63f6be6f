"""The page about the canvas: its settings, keys and canvases are those of the code, and its examples work."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

import kit
from kit import paths
from kit.activities.canvas_file import MOST_CHARS, Canvas, CheckName, Layout
from kit.activities.canvas_settings import CanvasSettings
from kit.picture import LONGEST_SIDE
from tests._hall import step
from tests.activities._canvas import SITUATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "activities" / "canvas.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def names(text):
    """Return what stands between back quotes in the first cells of a table."""
    cells = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_every_canvas_that_ships_is_there():
    shipped = {file.stem for file in (paths.programmes_dir() / "canvases").glob("*.yaml")}
    assert set(re.findall(r"`([a-z0-9-]+)`", PAGE.split("**Let no group")[0])) == shipped


def test_every_setting_and_every_key_is_there():
    assert set(names(SECTIONS["Settings"])) == set(CanvasSettings.__struct_fields__)
    assert set(names(SECTIONS["A canvas of your own"])) == set(Canvas.__struct_fields__)


def test_every_layout_and_every_check_is_there():
    for layout in Layout.__args__:
        assert f"`{layout}`" in SECTIONS["A canvas of your own"]
    assert names(SECTIONS["Hints"]) == list(CheckName.__args__)


def test_the_numbers_are_those_of_the_code():
    assert f"{MOST_CHARS} at most" in SECTIONS["A canvas of your own"]
    assert f"{LONGEST_SIDE} pixels at most" in SECTIONS["Photographs"]


def test_its_own_refusals_are_there():
    assert {code for code, *_ in SITUATIONS} <= set(names(SECTIONS["Messages"]))


def test_the_canvas_to_copy_works_as_it_stands(tmp_path, halls):
    (text,) = re.findall(r"```yaml\n(.*?)```", SECTIONS["A canvas of your own"], re.DOTALL)
    file = tmp_path / "mijn-canvas.yaml"
    file.write_text(text, encoding="utf-8")
    hall = halls(step("avond", canvas=str(file)))
    hall.join(), hall.start("avond")
    hall.card("p1", "-1 donker", "avond", "late.feeling")
    assert hall.shared("team", "Tafel 1").view["journey"]["feeling"] in ([None, -1], [None, None])
    assert hall.shared("trainer").view["journey"]["feeling"] == [None, -1]


@pytest.fixture
def hall(halls):
    (settings,) = re.findall(r"```yaml\n(.*?)```", SECTIONS["Settings"], re.DOTALL)
    (question,) = yaml.safe_load(settings)
    hall = halls(step("inleven", canvas="empathy-map", phase="empathise"), question, step("bedenken"))
    hall.join("politie"), hall.join("school")
    hall.start("inleven")
    hall.card("p1", "ziet niemand", "inleven", "see", evidence="assumption")
    hall.start("hkw")
    hall.start("bedenken")
    hall.card("p1", "een lamp", "bedenken")
    hall.card("p2", "een lamp die zingt", "bedenken", parent="k2")
    return hall


def test_the_examples_work(hall, monkeypatch):
    monkeypatch.setattr(kit.Workshop, "open", lambda *_, **__: hall.workshop)
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    known = {}
    exec(example, known)  # noqa: S102 - the page's own words
    assert (len(known["assumed"]), known["rate"]) == (1, 1 / 2)
    hall.trainer("reveal", step="inleven")
    assert [one["text"] for one in hall.shared("wall", name="hkw").view["offers"]] == ["ziet niemand"]
    assert msgspec.to_builtins(hall.room.steps["hkw"].settings)["limit"] == 2
