"""`leefkit case data --write` is stopped in the middle: the case is as it was, wherever that happens."""

import errno
import shutil
from pathlib import Path

import pytest

from tests._cases import without_figures
from tests.opendata.conftest import RAW

SCORES = RAW / "leefbaarometer_buurt_breda_2024.csv"
STEPS = [(Path, "write_text"), (shutil, "copy2"), (Path, "replace")]


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "mijn-casus"
    without_figures(folder)
    return folder


def everything(folder):
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def stop(patch, at, error):
    """Let the step with this number fail, with half of what it writes there; return the steps taken."""
    taken = []

    def step(name, real, *arguments, **options):
        taken.append(name)
        if len(taken) != at:
            return real(*arguments, **options)
        if name != "replace":
            Path(arguments[-1] if name == "copy2" else arguments[0]).write_bytes(b"id: ha")
        raise error

    for owner, name in STEPS:
        real = getattr(owner, name)
        patch.setattr(
            owner, name, lambda *given, _name=name, _real=real, **o: step(_name, _real, *given, **o)
        )
    return taken


def write(leefkit, case):
    return leefkit("case", "data", case, SCORES, "--district", "WK075801", "--write")


# One case.yaml and two tables: three are written, one is kept beside, three get their places.
@pytest.mark.parametrize("at", range(1, 8))
@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")], ids=["ctrl-c", "full"]
)
def test_the_case_is_as_it_was_wherever_it_stops(leefkit, case, monkeypatch, at, error):
    before = everything(case)
    with monkeypatch.context() as patch:
        taken = stop(patch, at, error)
        ran = write(leefkit, case)
    assert len(taken) >= at
    assert ran.code == (1 if isinstance(error, OSError) else 130)
    assert everything(case) == before
    if isinstance(error, OSError):
        assert f"{case}: can't be written (No space left on device); make room" in ran.err
        assert ran.err.count("\n") == 1


def test_there_are_no_more_steps_than_are_tried_and_the_case_comes_last(leefkit, case, monkeypatch):
    placed = []
    real = Path.replace
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda part, to: placed.append(to.name) or real(part, to))
        taken = stop(patch, 0, None)
        assert write(leefkit, case).code == 0
    assert taken == ["write_text"] * 3 + ["copy2"] + ["replace"] * 3
    assert placed == ["liveability.csv", "areas.csv", "case.yaml"]
    assert not [path for path in case.rglob("*") if path.suffix in {".part", ".old"}]


def test_it_stops_while_it_looks_at_the_new_case(leefkit, case, monkeypatch):
    """What was there before comes back, and what was not there goes."""
    plain = (case / "case.yaml").read_bytes()
    assert write(leefkit, case).code == 0
    (case / "data" / "areas.csv").unlink()
    (case / "case.yaml").write_bytes(plain)
    before = everything(case)
    looked = []

    def load(folder):
        looked.append(everything(folder))
        if len(looked) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kit.cli.casedata.Case.load", load)
        assert write(leefkit, case).code == 130
    assert looked[1][case / "case.yaml"] != before[case / "case.yaml"]
    assert everything(case) == before
