"""A grid is a text file alone, a mistake in one is named, and simulated people can place cards on any."""

import itertools
import random
import re
from pathlib import Path

import msgspec
import pytest

from kit import paths
from kit.activities import REGISTRY, check_programme
from kit.activities.grid import GridSettings
from kit.activities.grid_file import Axis, Criterion, Grid, Point, Region
from kit.activities.grid_mind import placings
from kit.activities.mind import Mind
from kit.errors import InputError
from kit.insight.grid import priority, region
from kit.model.base import LANGS
from kit.workshop import Workshop
from tests._hall import Hall, programme, step
from tests._refusals import in_code
from tests.activities._grid import score

NAMES = sorted(file.stem for file in (paths.programmes_dir() / "grids").glob("*.yaml"))
PAGE = (Path(__file__).parents[2] / "docs" / "activities" / "grid.md").read_text(encoding="utf-8")
OWN_CODES = {"bad_scores", "nothing_placed", "off_scale", "round_open"}
OWN = """\
id: durf
title: {nl: Durf en draagvlak, en: Courage and support}
x:
  title: {nl: Durf, en: Courage}
  question: {nl: "Hoe spannend is dit?", en: "How daring is this?"}
  points:
    - {label: {nl: saai, en: dull}}
    - {label: {nl: gewoon, en: plain}}
    - {label: {nl: spannend, en: daring}}
y:
  title: {nl: Draagvlak, en: Support}
  question: {nl: "Wie doet er mee?", en: "Who joins in?"}
  points:
    - {sign: "-", label: {nl: niemand, en: nobody}}
    - {sign: "+", label: {nl: iedereen, en: everybody}}
regions:
  - {id: go, title: {nl: Doen, en: Do it}, shape: star, where: [{x: {from: 2}, y: {from: 1.5}}]}
  - {id: wait, title: {nl: Wachten, en: Wait}}
order: [y, -x]
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "durf.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_five_grids_ship():
    assert NAMES == ["assumption-map", "how-now-wow", "impact-effort", "risk-frequent", "risk-rare"]


@pytest.mark.parametrize("name", NAMES)
def test_a_grid_that_ships_says_everything_in_both_languages(name):
    grid = Grid.load(name)
    assert grid.id == name
    assert grid.source
    texts = [grid.title, grid.summary]
    for axis in (grid.x, grid.y):
        assert len(axis.points) == 5
        texts += [axis.title, axis.question]
        texts += [text for point in axis.points for text in (point.label, point.help or point.label)]
        texts += [text for one in axis.criteria for text in (one.title, *one.anchors.values())]
    texts += [text for one in grid.regions for text in (one.title, one.text)]
    assert all(set(text) == set(LANGS) and all(text.values()) for text in texts)


@pytest.mark.parametrize("name", NAMES)
def test_regions_are_told_apart_by_more_than_colour(name):
    shapes = [one.shape for one in Grid.load(name).regions]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("impact-effort", {(5, 1): "quick-win", (3.5, 2.5): "quick-win", (3.5, 3): "project",
                           (3.25, 2.5): "chore", (3, 3): "leave"}),
        ("assumption-map", {(4, 3): "test-first", (3, 2): "test-first", (3, 3): "later", (3, 3.5): "sure"}),
        ("how-now-wow", {(3, 3): "wow", (3, 2.5): "how", (2.5, 3): "now", (1, 1): "later"}),
    ],
)  # fmt: skip
def test_thresholds_are_those_of_the_method(tmp_path, name, places):
    one = step("grid", "grid", source="ideas", grid=name)
    hall = Hall(tmp_path / "a.leefkit", step("ideas"), one)
    with hall.workshop:
        people = [hall.join("politie"), hall.join("school")]
        hall.start("ideas")
        cards = {hall.card("p1", f"{place}"): place for place in places}
        hall.start("grid")
        for card, (x, y) in cards.items():
            for person, up in zip(people, (0.5, -0.5), strict=True):
                x_, y_ = (value + up * (value % 1 == 0.5) for value in (x, y))
                if x % 1 in {0, 0.5} and y % 1 in {0, 0.5}:
                    hall.by(person, "place_card", step="grid", card=card, x=x_, y=y_)
        hall.trainer("close", step="grid")
        rows = hall.shared("wall").view["result"]["rows"]
        assert {cards[row["card"]]: row["region"] for row in rows}.items() <= places.items()


def test_the_assumption_that_matters_most_and_is_known_least_comes_first(halls):
    """Its priority is importance x (6 - evidence)."""
    hall = halls(step("ideas"), step("grid", "grid", source="ideas", grid="assumption-map", winners=2))
    hall.join()
    hall.start("ideas")
    places = {
        hall.card("p1", f"{place}"): place for place in [(3, 1), (5, 3), (5, 1), (4, 1), (2, 1), (2, 5)]
    }
    hall.start("grid")
    for card, (x, y) in places.items():
        hall.by("p1", "place_card", step="grid", card=card, x=x, y=y)
    hall.trainer("close", step="grid")
    rows = hall.shared("wall").view["result"]["rows"]
    priorities = [x * (6 - y) for x, y in (places[row["card"]] for row in rows)]
    assert priorities == sorted(priorities, reverse=True) == [25, 20, 15, 15, 10, 2]


def test_a_grid_of_a_trainers_own_lies_beside_their_programme(tmp_path, file):
    own = tmp_path / "eigen.yaml"
    made = programme(step("ideas"), step("grid", "grid", source="ideas", grid=file.name))
    own.write_bytes(msgspec.json.encode(made))
    hall = Hall(tmp_path / "a.leefkit", of=own)
    with hall.workshop:
        hall.join()
        hall.start("ideas")
        for text in ("een", "twee", "drie"):
            hall.card("p1", text)
        hall.start("grid")
        for card, x in (("k1", 3), ("k2", 2), ("k3", 1)):
            hall.by("p1", "place_card", step="grid", card=card, x=x, y="+")
        hall.trainer("close", step="grid")
        rows = hall.shared("wall").view["result"]["rows"]
    assert [(row["card"], row["region"]) for row in rows] == [("k2", "go"), ("k1", "go"), ("k3", "wait")]
    file.unlink()
    with Workshop.open(hall.path) as again:
        assert again.room.files["grids/durf.yaml"].title["nl"] == "Durf en draagvlak", "it lies in the file"


def test_the_example_on_the_page_is_in_order(tmp_path):
    """The page shows every field that a grid file may have; what it shows can be read."""
    (example,) = re.findall(r"```yaml\n(id: .*?)```", PAGE, re.DOTALL)
    path = tmp_path / "durf.yaml"
    path.write_text(example, encoding="utf-8")
    assert Grid.load(path).differ == 1
    _, table = PAGE.split("## A grid of your own")
    parts = (Grid, Axis, Point, Criterion, Region)
    fields = {field.encode_name for part in parts for field in msgspec.structs.fields(part)}
    assert not {name for name in fields if f"`{name}`" not in table} - {"id", "title", "text"}


def test_every_setting_and_refusal_is_on_the_page():
    for name in GridSettings.__struct_fields__:
        assert f"| `{name}` |" in PAGE or name == "hidden", "cards are hidden until the step is closed"
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE.split("| refusal |")[1], re.MULTILINE))
    assert {code for code, _ in in_code("activities")} & named >= OWN_CODES


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "order: [y, -x]",
            "order: [z]",
            "order[0]: 'z' is not one of the choices; expected one of: -x, -y, x, x*-y, y",
        ),
        (
            "shape: star",
            "shape: ster",
            "regions[0].shape: 'ster' is not one of the choices; did you mean 'star'?",
        ),
        ("id: wait", "id: go", "regions[1].id: 'go' is used twice; give each region its own id"),
        ("{from: 2}", "{form: 2}", "unknown field `form`; did you mean 'from'?"),
        ("order: [y, -x]", "order: []\ndiffer: 0", "differ: 0 would be true of everything"),
        ('    - {sign: "+", label: {nl: iedereen, en: everybody}}\n', "", "y.points: 1 is no choice"),
        ("order: [y, -x]", "order: []\ncost: z", "cost: 'z' is not one of the choices"),
        (
            "  title: {nl: Draagvlak, en: Support}",
            "  title: {nl: x}\n  criteria: [{id: a, title: {nl: x}}]",
            "y.points: criteria add up to a class; list the five points with sign A to E",
        ),
    ],
)
def test_a_mistake_is_named_with_what_was_expected(file, right, wrong, said):
    assert right in OWN
    file.write_text(OWN.replace(right, wrong), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as refused:
        Grid.load(file)
    assert str(refused.value).startswith(str(file))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"grid": "impact-efort"}, "grid 'impact-efort': no such grid; did you mean 'impact-effort'?"),
        ({"source": "idees"}, "source: no earlier step 'idees'; did you mean 'ideas'?"),
        ({"source": "read"}, "source: step 'read' yields no cards"),
        ({"winners": 0}, "winners: must be 1 or more"),
    ],
)
def test_a_mistake_in_a_step_is_named(settings, said):
    settings = {"source": "ideas", "grid": "impact-effort"} | settings
    made = programme(step("read", "briefing"), step("ideas"), step("grid", "grid", **settings))
    with pytest.raises(InputError, match=re.escape(said)):
        check_programme(made, "eigen")


def simulated(view, own, organisation="politie", seed=1):
    return list(placings(view, own, Mind(random.Random(seed), organisation=organisation)))


@pytest.mark.parametrize("grid", NAMES)
def test_simulated_people_place_cards_the_same_way_each_time(grid_hall, grid):
    hall = grid_hall(grid=grid, cards=8)
    view, own = hall.shared("participant").view, hall.mine("p1").view
    made = simulated(view, own)
    assert made == simulated(view, own)
    assert made != simulated(view, own, "school")
    assert len(made) >= 6
    for command in made:
        hall.by("p1", **command, step="grid")
    assert len(hall.mine("p1").view["placed"]) == len(made)


def test_simulated_people_look_again_at_what_the_room_differs_about(grid_hall):
    hall = grid_hall(grid="risk-rare", cards=2)
    for person, x in (("p1", "E"), ("p4", "A"), ("p5", "A")):
        score(hall, person, x=x, letsel="A")
        score(hall, person, "k2", "C", letsel="A")
    activity, leads = REGISTRY.activities["grid"], []
    look = lambda: (hall.shared("trainer").view, {})  # noqa: E731 - as in the simulation
    for command in activity.lead(look, Mind(random.Random(1))):
        leads.append(command["kind"])
        hall.trainer(**command, step="grid")
    assert leads == ["close", "next_round", "open"]
    made = simulated(hall.shared("participant").view, hall.mine("p1").view)
    assert [one["card"] for one in made] == ["k1"]
    assert list(activity.lead(look, Mind(random.Random(1)))) == [], "twice is enough"


def test_a_lead_goes_on_when_the_room_agrees(grid_hall):
    hall = grid_hall()
    look = lambda: (hall.shared("trainer").view, {})  # noqa: E731 - as in the simulation
    leads = []
    for command in REGISTRY.activities["grid"].lead(look, Mind(random.Random(1))):
        leads.append(command["kind"])
        hall.trainer(**command, step="grid")
    assert leads == ["close"]


@pytest.mark.parametrize("name", ["risk-rare", "risk-frequent"])
def test_what_comes_first_in_a_risk_diagram_is_what_the_formula_says(name):
    grid = Grid.load(name)
    boxes = [[area.box for area in one.areas] for one in grid.regions]
    for x, y in itertools.product(range(1, 6), range(6)):
        assert (region(x, y, boxes) == 0) == priority(x, y), (x, y)
