"""A new activity is its own files and nothing else: a toy laid in a copy of the kit runs on every screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser._served import Served
from tests.browser.conftest import *  # noqa: F403 - phones and screens, with a kit of our own behind them

ROOT = Path(__file__).parents[2]
TOY = Path(__file__).parent / "toy"
PLACES = {
    "_activity.py": "kit/activities/thumbs.py",
    "_messages.py": "kit/model/thumbs.py",
    "_faces.jsx": "kit/front/activities/thumbs.jsx",
}
LEFT = shutil.ignore_patterns("static", "__pycache__")


@pytest.fixture(scope="module")
def kit_with_toy(tmp_path_factory):
    """A copy of the kit with the toy's files in their places, its front end built anew."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "kit", copy / "kit", ignore=LEFT)
    shutil.copytree(ROOT / "kit" / "static", copy / "kit" / "static")
    for name in ("cases", "notebooks", "node_modules"):
        (copy / name).symlink_to(ROOT / name)
    for source, place in PLACES.items():
        shutil.copy(TOY / source, copy / place)
    build = [sys.executable, ROOT / "scripts" / "node.py", "node", copy / "kit" / "front" / "build.mjs"]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    return copy


@pytest.fixture
def served(tmp_path, kit_with_toy):
    server = Served(tmp_path, programme=TOY / "programme.yaml", root=kit_with_toy)
    yield server
    print(server.log)
    server.stop()


def run(kit, *arguments, program=("-m", "kit")):
    """Run a program, the command unless it is another, with that kit."""
    ran = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=kit,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(kit), str(ROOT)])},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


@pytest.mark.parametrize("host", ["voila", "page"])
def test_it_runs_on_every_screen(served, phone, screen, host):
    console, wall, table = (screen(role, host=host) for role in ("trainer", "wall", "team"))
    anna = phone("Anna")
    anna.join(served.join, "Bewoners")
    table.sit(anna.team)
    console.start("De casus")
    console.next("Duim op of neer")
    console.open_step()
    thumb = anna.page.get_by_role("button", name="Duim op")
    thumb.click()
    expect(thumb).to_have_attribute("aria-pressed", "true")
    said = "Doen we dit: 1 op, 0 neer"
    for one in (console, wall, table):
        one.see(said)
    console.close_step()
    results = screen("results", host=host)
    results.see(said)
    results.see("Duim op of neer")
    run(served.root, "export", served.file, "--to", served.folder / "out")
    answers = (served.folder / "out" / "answers.csv").read_text(encoding="utf-8")
    assert "duim,,thumb,p1,bewoners,1.0," in answers


def test_simulated_people_take_part_in_it(kit_with_toy, tmp_path):
    """The crowd does what the activity says; nobody else has to know it."""
    crowd = (str(TOY.parent / "_crowd.py"),)
    told = json.loads(run(kit_with_toy, tmp_path / "a.leefkit", TOY / "programme.yaml", program=crowd))
    assert told["up"] + told["down"] == 6


def test_it_has_a_place_in_the_programme(kit_with_toy):
    shown = json.loads(run(kit_with_toy, "programme", "show", TOY / "programme.yaml", "--json"))
    assert [step["activity"] for step in shown["steps"]] == ["briefing", "thumbs"]
