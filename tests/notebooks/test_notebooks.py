"""Every shipped notebook runs from top to bottom on a workshop with something in it."""

import json
import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kit import paths
from kit.case import Case
from kit.model.people import Actor
from kit.requests import Join, Request
from kit.simulation.rehearsal import rehearse
from kit.workshop import Workshop

pytestmark = pytest.mark.notebook

VIEW = "application/vnd.jupyter.widget-view+json"
SCREENS = ("trainer", "team", "wall", "results")
IDEAS = ["Een buurtfeest op het plein", "Betere lampen bij de trap", "Een tafeltennistafel"]
HELD = [("zonnehoek", "world-cafe"), ("de-keet", "design-thinking"), ("meneer-vos", "risicoprofiel")]
ORGANISATIONS = ["politie", "bewoners", "school", "bewoners"]


@pytest.fixture(scope="module")
def workshop_file(tmp_path_factory):
    """A workshop in which four people of three organisations wrote and voted."""
    path = tmp_path_factory.mktemp("workshop") / "zonnehoek.leefkit"
    with Workshop.create(path, "zonnehoek", "design-thinking-kort") as workshop:
        people = [joined(workshop, n, organisation) for n, organisation in enumerate(ORGANISATIONS)]
        workshop.do({"kind": "go_to", "step": "bedenken"})
        workshop.do({"kind": "open", "step": "bedenken"})
        for text, person in zip(IDEAS, people, strict=False):
            workshop.do({"kind": "add_card", "step": "bedenken", "zone": "idea", "text": text}, person)
        more = {"kind": "add_card", "step": "bedenken", "zone": "idea", "text": "Met muziek", "parent": "k1"}
        workshop.do(more, people[3])
        for kind in ("close", "reveal"):
            workshop.do({"kind": kind, "step": "bedenken"})
        workshop.do({"kind": "go_to", "step": "stemmen"})
        workshop.do({"kind": "open", "step": "stemmen"})
        for n, person in enumerate(people):
            votes = {"k1": 2, f"k{n % 3 + 2}": 1}
            workshop.do({"kind": "cast_votes", "step": "stemmen", "votes": votes}, person)
        workshop.do({"kind": "close", "step": "stemmen"})
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of three workshops that went through a whole programme, and a file that is none."""
    place = tmp_path_factory.mktemp("folder")
    for seed, (case, programme) in enumerate(HELD, start=1):
        rehearse(place / f"{seed}.leefkit", case, programme, 12, seed=seed, begin=1.77e9 + seed * 864_000)
    (place / "brief.leefkit").write_text("Geachte heer", encoding="utf-8")
    return place


def joined(workshop, n, organisation):
    (ack,) = workshop.transact([Request(Actor("participant", "join"), Join(f"token {n}", "nl"))])
    person = Actor("participant", ack.participant, ack.participant)
    workshop.do({"kind": "set_profile", "organisation": organisation}, person)
    return person


@pytest.fixture
def run(workshop_file, tmp_path, monkeypatch):
    """Run a notebook as the server or a trainer would, apart from the Jupyter of whoever runs the tests."""
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("LEEFKIT_WORKSHOP", str(workshop_file))
    # The kernel works in the folder of the notebooks, and a checkout need not be installed.
    root = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])))

    def run_one(name):
        path = paths.notebooks_dir() / f"{name}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        nbformat.validate(notebook)
        client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}})
        client.execute()
        return notebook, client

    return run_one


def outputs(notebook):
    return [one for cell in notebook.cells if cell.cell_type == "code" for one in cell.outputs]


def shown(notebook, kind):
    """Everything that a notebook shows in one MIME type."""
    return [one.data[kind] for one in outputs(notebook) if kind in one.get("data", {})]


def complaints(notebook):
    return [one for one in outputs(notebook) if one.output_type in {"error", "stream"}]


@pytest.mark.parametrize("role", SCREENS)
def test_the_notebook_of_a_screen_shows_that_screen(run, monkeypatch, role):
    monkeypatch.setenv("LEEFKIT_ROLE", role)
    notebook, client = run(role)
    (view,) = shown(notebook, VIEW)
    state = client.widget_state[view["model_id"]]
    assert state["screen"] == role
    assert state["shared"]["role"] == role
    assert state["shared"]["title"] == "Het plein van Zonnehoek"
    assert complaints(notebook) == []


def test_the_analysis_shows_tables_with_the_workshop_in_them(run):
    notebook, client = run("analysis")
    assert complaints(notebook) == []
    tables = shown(notebook, "text/html")
    assert sum("<figure" in one for one in tables) > len(Case.load("zonnehoek").charts)
    assert all("<td" in table for table in tables), "a table is empty"
    everything = "\n".join(tables)
    for text in [*IDEAS, *ORGANISATIONS]:
        assert text in everything
    # There is one workshop in this folder, and so the rest is about simulated ones, which it says.
    assert any("three with simulated participants" in one for one in shown(notebook, "text/markdown"))
    assert sum("Gemiddelde van 3 workshops" in one for one in tables) == 2, "after the day, and weeks later"
    (view,) = shown(notebook, VIEW)
    assert client.widget_state[view["model_id"]]["screen"] == "results"


def test_an_analysis_of_a_workshop_that_has_not_begun_says_what_is_missing(
    run, folder, tmp_path, monkeypatch
):
    path = tmp_path / "new" / "zonnehoek.leefkit"
    Workshop.create(path, "zonnehoek", "sparren").close()
    monkeypatch.setenv("LEEFKIT_WORKSHOP", str(path))
    monkeypatch.setenv("LEEFKIT_FOLDER", str(folder))
    notebook, _ = run("analysis")
    assert complaints(notebook) == []
    said = " ".join(shown(notebook, "text/markdown"))
    for words in ("No vote was held", "Nobody changed tables", "The same was not asked twice", "no such vote"):
        assert words in said


def test_an_analysis_of_a_folder_keeps_its_workshops_apart(run, folder, monkeypatch):
    monkeypatch.setenv("LEEFKIT_WORKSHOP", str(folder / "1.leefkit"))
    notebook, _ = run("analysis")
    assert complaints(notebook) == []
    tables = shown(notebook, "text/html")
    everything = "\n".join(tables)
    for words in ("De keet van Ganzedijk, ", "Meneer Vos belt om drie uur, ", "brief.leefkit", "density"):
        assert words in everything
    assert any("Gemiddelde van 3 workshops" in one and "<svg" in one for one in tables)
    assert not any("simulated" in one for one in shown(notebook, "text/markdown"))


def test_no_other_notebook_is_shipped_untested():
    shipped = {path.stem for path in paths.notebooks_dir().glob("*.ipynb")}
    assert shipped == {*SCREENS, "analysis"}


def test_notebooks_are_shipped_without_what_a_run_left_in_them():
    for path in sorted(paths.notebooks_dir().glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        assert code, f"{path.name} does nothing"
        assert not any(cell["outputs"] or cell["execution_count"] for cell in code), path.name
