"""The lists of dependencies say the same: pyproject.toml, environment.yml and the two lock files."""

import json
import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What only conda needs to be told: pip and the project come with the environment.
CONDA_ONLY = {"python", "pip"}


def ranges(lines):
    """Return the range of each requirement under its canonical name."""
    requirements = [Requirement(line) for line in lines]
    return {canonicalize_name(r.name): str(r.specifier) for r in requirements}


def group(name):
    lines = []
    for entry in PYPROJECT["dependency-groups"][name]:
        lines += group(entry["include-group"]) if isinstance(entry, dict) else [entry]
    return lines


def declared(*, dev):
    project = PYPROJECT["project"]
    extras = [line for line in chain(*project["optional-dependencies"].values()) if "leefkit" not in line]
    return ranges([*project["dependencies"], *extras, *group("dev" if dev else "build")])


def conda():
    lines = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    by_pip = [line for part in lines if isinstance(part, dict) for line in part["pip"]]
    return [line for line in lines if isinstance(line, str)], by_pip


def pins(name):
    """Return the versions that a lock file pins; a package has several where Pythons differ."""
    text = (ROOT / name).read_text(encoding="utf-8")
    result = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE):
        result.setdefault(canonicalize_name(package), set()).add(version)
    return result


def test_conda_installs_what_pyproject_declares():
    by_conda, by_pip = conda()
    packages = ranges([*by_conda, *by_pip[:-1]])
    assert {name: spec for name, spec in packages.items() if name not in CONDA_ONLY} == declared(dev=True)


def test_nothing_is_named_twice():
    by_conda, by_pip = conda()
    for lines in (PYPROJECT["project"]["dependencies"], group("dev"), [*by_conda, *by_pip[:-1]]):
        assert len(ranges(lines)) == len(lines), lines


def test_conda_installs_the_project_itself_and_the_same_python():
    by_conda, by_pip = conda()
    assert by_pip[-1] == "--editable ."
    assert f"python{PYPROJECT['project']['requires-python']}" in by_conda


@pytest.mark.parametrize(("lock", "dev"), [("requirements.lock", False), ("requirements-dev.lock", True)])
def test_a_lock_pins_every_requirement_within_its_range(lock, dev):
    locked = pins(lock)
    for name, spec in declared(dev=dev).items():
        assert name in locked, f"{lock} lacks {name}; run `make lock`"
        outside = [version for version in locked[name] if version not in Requirement(f"x{spec}").specifier]
        assert not outside, f"{lock} pins {name} {outside}, not {spec}; run `make lock`"


def test_both_locks_pin_the_same_versions():
    dev = pins("requirements-dev.lock")
    small = pins("requirements.lock")
    assert small.items() <= dev.items()
    assert "pytest" not in small


def test_every_pin_has_a_hash():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        unhashed = re.findall(r"^([\w.-]+==\S+).*(?<!\\)$", text, re.MULTILINE)
        assert not unhashed, f"{name} has no hash for {unhashed}"


def test_the_lock_of_node_serves_every_platform_and_registry():
    """A lock made where a registry lacked some platform's part cannot be installed anywhere else."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name.rpartition("node_modules/")[2] for name in packages}
    parts = {part for package in packages.values() for part in package.get("optionalDependencies", ())}
    assert {"@biomejs/cli-darwin-arm64", "@esbuild/win32-x64"} <= parts
    assert not parts - locked
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if name and "integrity" not in package]


def test_node_packages_are_pinned_exactly():
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert not [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]
