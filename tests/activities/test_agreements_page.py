"""The pages about agreements and briefings: their settings are those of the code, and their examples work."""

import re
from pathlib import Path

import msgspec
import pytest
import yaml

from kit.activities import parse_settings
from kit.activities.agreements import MOST_LIVE, AgreementsSettings
from kit.activities.agreements_mind import DETAILS
from kit.activities.agreements_rules import MOST
from kit.activities.briefing import BriefingSettings
from kit.programme import Step

PAGES = {
    name: (Path(__file__).parents[2] / "docs" / "activities" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("agreements", "briefing")
}
# Settings that every activity has and that mean nothing here.
NOT_HERE = {"agreements": {"hidden", "anonymous"}, "briefing": {"hidden", "anonymous", "per"}}


@pytest.mark.parametrize(
    ("name", "kind"), [("agreements", AgreementsSettings), ("briefing", BriefingSettings)]
)
def test_every_setting_is_there(name, kind):
    section = PAGES[name].partition("## Settings")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE))
    assert listed == {field.name for field in msgspec.structs.fields(kind)} - NOT_HERE[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_example_can_be_read(name):
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGES[name], re.DOTALL)
    (step,) = msgspec.convert(yaml.safe_load(example), list[Step])
    assert step.activity == name
    parse_settings(step)


def test_the_numbers_and_zones_are_those_of_the_code():
    said = " ".join(PAGES["agreements"].split())
    assert f"proposes {MOST} agreements at most" in said
    assert f"the {MOST_LIVE} newest" in said
    zones = re.search(r"in the zones (.*?)\(why", said)[1]
    assert re.findall(r"`(\w+)`", zones) == ["what", *DETAILS, "reason"]
