"""A programme or a canvas with a mistake: file, line or path, what was expected, the nearest valid name."""

import pytest

from kit.activities import check_programme
from kit.activities.canvas_file import Canvas
from kit.errors import InputError
from kit.programme import Programme
from kit.workshop import Workshop
from tests.model._files import CANVAS, PROGRAMME, with_mistake


@pytest.fixture
def file(tmp_path):
    return tmp_path / "eigen.yaml"


def said(file, text, load):
    """Write a file and return what is said about it, after the name of its folder."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"eigen\.yaml") as refused:
        load(file)
    message = str(refused.value)
    assert "\n" not in message
    return message.removeprefix(f"{file.parent}/")


def check(file):
    return check_programme(Programme.load(file), str(file))


def test_a_programme_in_order_is_read_with_its_canvases(file):
    file.write_text(PROGRAMME, encoding="utf-8")
    programme = Programme.load(file)
    assert [step.id for step in programme.steps] == ["ideas", "brief", "vote", "last"]
    assert set(check(file)) == {"canvases/brainwriting", "canvases/feedback-grid"}


SETTINGS = "    settings:\n      canvas: brainwriting\n"
MISTAKES = {
    "not YAML": ("id: proef", "id: [proef", "eigen.yaml:2: this is not valid YAML"),
    "a setting that is there twice": (
        "dots: 3",
        "dots: 3\n      dots: 5",
        "eigen.yaml:27: this is not valid YAML: 'dots' is here twice; remove one",
    ),
    "no steps": (
        PROGRAMME,
        "id: x\ntitle: {nl: x}\nsteps: []",
        "eigen.yaml: steps is empty; list at least one",
    ),
    "an unknown phase": (
        "phase: open",
        "phase: opn",
        "eigen.yaml:13: steps[1].phase: 'opn' is not one of the choices; did you mean 'open'?",
    ),
    "an unknown field": (
        "    minutes: 5",
        "    minuts: 5",
        "eigen.yaml:7: steps[0]: unknown field `minuts`; did you mean 'minutes'?",
    ),
    "a missing field": (
        "    title: {nl: Stemmen}\n",
        "",
        "eigen.yaml:18: steps[2]: the field `title` is missing",
    ),
    "minutes in words": (
        "minutes: 5",
        "minutes: vijf",
        "eigen.yaml:7: steps[0].minutes: expected a number, got text",
    ),
    "less than no time": (
        "minutes: 5",
        "minutes: -5",
        "eigen.yaml: steps[0].minutes: -5 is less than nothing; make it 0 or more",
    ),
    "fewer than no teams": (
        "title: {nl: Proef}",
        "title: {nl: Proef}\nteams: -1",
        "eigen.yaml: teams: -1 is less than nothing; make it 0 or more",
    ),
    "settings that are a word": (
        SETTINGS,
        "    settings: brainwriting\n",
        "eigen.yaml:10: steps[0].settings: expected a mapping (name: value), got text",
    ),
    "a step that is there twice": (
        "  - id: vote",
        "  - id: ideas",
        "eigen.yaml: steps[2].id: 'ideas' is used twice; give each step its own id",
    ),
    "a step without an id": (
        "  - id: vote",
        "  - id: ''",
        "eigen.yaml: steps[2].id is empty; give each step",
    ),
    "an unknown activity": (
        "activity: canvas",
        "activity: canvass",
        "eigen.yaml: steps[0] (ideas): activity: there is no 'canvass'; did you mean 'canvas'?",
    ),
    "an unknown canvas": (
        "canvas: brainwriting",
        "canvas: brainwritng",
        "eigen.yaml: steps[0] (ideas): canvas 'brainwritng': no such canvas; did you mean 'brainwriting'?",
    ),
    "no canvas": (SETTINGS, "", "eigen.yaml: steps[0] (ideas): settings: the field `canvas` is missing"),
    "an unknown setting": (
        "canvas: brainwriting",
        "canvs: brainwriting",
        "eigen.yaml: steps[0] (ideas): settings: unknown field `canvs`; did you mean 'canvas'?",
    ),
    "a setting of another activity": (
        "    instruction: {nl: Lees.}",
        "    instruction: {nl: Lees.}\n    settings: {dots: 3}",
        "eigen.yaml: steps[1] (brief): settings: unknown field `dots`; expected one of: anonymous, hidden",
    ),
    "a negative limit": (
        "canvas: brainwriting",
        "canvas: brainwriting\n      limit: -1",
        "eigen.yaml: steps[0] (ideas): limit: must be 0 (no limit) or more",
    ),
    "an unknown source": (
        "source: ideas",
        "source: idea",
        "eigen.yaml: steps[2] (vote): source: no earlier step 'idea'; did you mean 'ideas'?",
    ),
    "a source that comes later": (
        "source: ideas",
        "source: last",
        "eigen.yaml: steps[2] (vote): source: 'last' comes later, or is this step: a loop",
    ),
    "a source without cards": (
        "source: ideas",
        "source: brief",
        "eigen.yaml: steps[2] (vote): source: step 'brief' yields no cards; expected one of: ideas",
    ),
    "no source": (
        "      source: ideas\n",
        "",
        "eigen.yaml: steps[2] (vote): settings: the field `source` is missing",
    ),
    "no dots": ("dots: 3", "dots: 0", "eigen.yaml: steps[2] (vote): dots: must be 1 or more"),
    "dots in words": (
        "dots: 3",
        "dots: drie",
        "eigen.yaml: steps[2] (vote): settings: dots: expected a whole number, got text",
    ),
    "no winners": (
        "dots: 3",
        "dots: 3\n      winners: 0",
        "eigen.yaml: steps[2] (vote): winners: must be 1 or more",
    ),
    "fewer than no dots on a card": (
        "dots: 3",
        "dots: 3\n      most: -1",
        "eigen.yaml: steps[2] (vote): most: must be 0 (no limit) or more",
    ),
    "an unknown way to vote": (
        "dots: 3",
        "method: dot",
        "eigen.yaml: steps[2] (vote): settings: method: 'dot' is not one of the choices; did you mean",
    ),
    "an unknown per": (
        "dots: 3",
        "per: persn",
        "eigen.yaml: steps[2] (vote): settings: per: 'persn' is not one of the choices; did you mean",
    ),
    "a focus that is no ballot": (
        "focus: vote",
        "focus: ideas",
        "eigen.yaml: steps[3] (last): focus: no earlier step 'ideas' that chooses; expected one of: vote",
    ),
    "an unknown focus": (
        "focus: vote",
        "focus: vot",
        "eigen.yaml: steps[3] (last): focus: no earlier step 'vot' that chooses; did you mean 'vote'?",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_place(file, right, wrong, expected):
    assert said(file, with_mistake(PROGRAMME, right, wrong), check).startswith(expected)


def test_a_workshop_does_not_begin_with_a_mistake_and_leaves_no_file(file, tmp_path):
    file.write_text(with_mistake(PROGRAMME, "dots: 3", "dots: 0"), encoding="utf-8")
    with pytest.raises(InputError, match=r"eigen\.yaml.*steps\[2\] \(vote\): dots: must be 1 or more"):
        Workshop.create(tmp_path / "a.leefkit", "zonnehoek", str(file))
    assert not (tmp_path / "a.leefkit").exists()


CANVAS_MISTAKES = {
    "no zones": (CANVAS, "id: x\ntitle: {nl: x}\nzones: []", "eigen.yaml: zones is empty; list at least one"),
    "a zone that is there twice": (
        "id: delta",
        "id: plus",
        "eigen.yaml: zones[1].id: 'plus' is used twice; give each zone its own id",
    ),
    "an unknown layout": (
        "zones:",
        "layout: colums\nzones:",
        "eigen.yaml:3: layout: 'colums' is not one of the choices; did you mean 'columns'?",
    ),
    "a zone without a label": (
        "    label: {nl: Beter}\n",
        "",
        "eigen.yaml:6: zones[1]: the field `label` is missing",
    ),
    "a negative limit": (
        "zones:",
        "limit: -1\nzones:",
        "eigen.yaml: limit: -1 is less than nothing; make it 0",
    ),
    "no room to write": (
        "zones:",
        "max_chars: 0\nzones:",
        "eigen.yaml: max_chars: 0 leaves no room to write",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), CANVAS_MISTAKES.values(), ids=CANVAS_MISTAKES)
def test_a_mistake_in_a_canvas_is_named_with_its_place(file, right, wrong, expected):
    assert said(file, with_mistake(CANVAS, right, wrong), Canvas.load).startswith(expected)


def test_a_canvas_in_order_is_read(file):
    file.write_text(CANVAS, encoding="utf-8")
    assert [zone.id for zone in Canvas.load(file).zones] == ["plus", "delta"]


def test_a_programme_of_your_own_finds_its_canvas_beside_it(tmp_path, monkeypatch):
    """From whatever folder it is started; and the workshop holds both, so they may go away afterwards."""
    folder = tmp_path / "eigen"
    folder.mkdir()
    own = folder / "programma.yaml"
    own.write_text(with_mistake(PROGRAMME, "canvas: brainwriting", "canvas: vakken.yaml"), encoding="utf-8")
    (folder / "vakken.yaml").write_text(CANVAS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for given in (own, "eigen/programma.yaml"):
        path = tmp_path / f"{type(given).__name__}.leefkit"
        Workshop.create(path, "zonnehoek", given).close()
    for file in (own, folder / "vakken.yaml"):
        file.unlink()
    with Workshop.open(path) as workshop:
        assert [zone.id for zone in workshop.room.file(Canvas, "vakken.yaml").zones] == ["plus", "delta"]


def test_a_file_that_is_not_utf8_is_said(file):
    file.write_bytes(PROGRAMME.encode("latin-1"))
    with pytest.raises(InputError, match=r"eigen\.yaml: is not UTF-8 text \(byte \d+\); save it as UTF-8"):
        Programme.load(file)


@pytest.mark.parametrize(
    "wrong", ["design-thinking-krt", "design-thinking-kort.yml", "map/design-thinking-kort"]
)
def test_a_programme_that_is_not_there_names_the_nearest(wrong):
    with pytest.raises(
        InputError, match=f"programme '{wrong}': no such programme; did you mean 'design-thinking-kort'"
    ):
        Programme.load(wrong)
