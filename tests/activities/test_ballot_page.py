"""The page about the ballot: its settings and methods are those of the code, and its examples work."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

import kit
from kit.activities.ballot import BallotSettings
from kit.insight.support import BROAD_SCALE, DIVIDING_RANGE, DRAWS, PANEL, SURE
from kit.insight.voting import METHODS
from tests._hall import step

PAGE = (Path(__file__).parents[2] / "docs" / "activities" / "ballot.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def rows(text):
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return {line.strip("| ").split(" | ")[0].strip("`"): line for line in lines}


def test_every_setting_is_there_with_its_default():
    """Hiding is not among them: a vote is always hidden until it is closed."""
    listed = rows(SECTIONS["Settings"])
    fields = {field.name: field for field in msgspec.structs.fields(BallotSettings)}
    assert set(listed) == set(fields) - {"hidden"}
    for name, line in listed.items():
        default = fields[name].default
        said = line.split("|")[2].strip().strip("`")
        assert said == (
            "" if default in {None, msgspec.NODEFAULT} else str(default).replace("False", "false")
        )


def test_every_method_is_there_with_its_rule():
    assert tuple(rows(PAGE.split("## ")[0])) == METHODS
    assert set(re.findall(r"`(\w+)`", SECTIONS["Which one when"])) >= set(METHODS)


def test_the_numbers_are_those_of_the_code():
    rules = SECTIONS["The rules"].replace("\n", " ")
    assert f"`({PANEL:g} r + 1) / {PANEL + 2:g}`" in rules
    assert f"{BROAD_SCALE:g} or more" in rules
    assert f"{100 * DIVIDING_RANGE:g} % apart" in rules
    assert f"drawn {DRAWS} times" in rules
    assert f"below {100 * SURE:g} %" in rules


@pytest.fixture
def hall(halls):
    (settings,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (vote,) = yaml.safe_load(settings)
    hall = halls(step("bedenken"), vote)
    for organisation in ("politie", "school"):
        hall.join(organisation)
    hall.start("bedenken")
    for text in ("een", "twee"):
        hall.card("p1", text, name="bedenken")
    hall.start("stemmen")
    hall.vote("p1", "stemmen", k1=0, k2=1)
    hall.vote("p2", "stemmen", k2=1)
    return hall


def test_the_examples_work(hall, monkeypatch):
    monkeypatch.setattr(kit.Workshop, "open", lambda *_, **__: hall.workshop)
    (example,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names = {}
    exec(example, names)  # noqa: S102 - the page's own words
    assert names["first"] == "twee"
    hall.trainer("close", step="stemmen")
    assert [row["card"] for row in hall.shared("wall").view["result"]["rows"]] == names["table"][
        "card"
    ].tolist()
