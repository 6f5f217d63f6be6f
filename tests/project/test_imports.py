"""Imports of `kit` run downward only, as docs/architecture.md draws it."""

import ast
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
KIT = ROOT / "kit"
# What comes along with a declared dependency, as part of what that one offers.
COMES_WITH = {
    "jupyter-client": "jupyter-server",
    "jupyter-core": "jupyter-server",
    "nbformat": "jupyter-server",
    "pyzmq": "jupyter-server",
    "traitlets": "jupyter-server",
    "numpy": "pandas",
}

# From the ground up: a part may import what stands in a row below its own.
LAYERS = [
    {"insight", "locale", "paths"},
    {"errors"},
    {"model", "picture", "yamlfile"},
    {"datafile", "journal"},
    {"case", "programme"},
    {"charts"},
    {"figures"},
    {"opendata", "room"},
    {"activities"},
    {"furnish"},
    {"changes", "gallery", "tables"},
    {"fold", "identity", "photos", "requests", "results", "rules"},
    {"frames", "slips", "state", "views"},
    {"workshop"},
    {"collection", "report"},
    {"server", "simulation", "widgets"},
    {"cli"},
    {"__main__"},
]
# Closer than the row says: a journal keeps what the model is made of, whatever case or programme that is.
ONLY = {"insight": set(), "journal": {"model", "errors", "locale"}}
# kit/__init__.py names its three public parts without importing them, and its version is for everyone.
PUBLIC = "__init__"


def part_of(path):
    return path.relative_to(KIT).parts[0].removesuffix(".py")


def imported(tree):
    """Yield the full names that a module imports, wherever in the module it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules():
    for path in sorted(KIT.rglob("*.py")):
        yield path, list(imported(ast.parse(path.read_text(encoding="utf-8"))))


def imports():
    """Return (part, the part that it imports) for every import between parts."""
    found = {}
    for path, names in modules():
        part = part_of(path)
        for other in (name.split(".")[1] for name in names if name.startswith("kit.")):
            if part != PUBLIC and other not in (part, "__version__"):
                found.setdefault((part, other), path.relative_to(ROOT))
    return found


def height(part):
    return next((i for i, layer in enumerate(LAYERS) if part in layer), None)


def test_every_part_of_kit_has_a_place():
    parts = {part_of(path) for path in KIT.rglob("*.py")} - {PUBLIC}
    unplaced = sorted(part for part in parts if height(part) is None)
    assert not unplaced, f"kit has {unplaced}; give each its row in LAYERS and in docs/architecture.md"


def test_imports_run_downward():
    upward = [
        f"{path}: kit.{part} imports kit.{other}"
        for (part, other), path in imports().items()
        if height(part) is not None and height(other) is not None and height(other) >= height(part)
    ]
    assert not upward, "\n".join(upward)


@pytest.mark.parametrize("part", ONLY)
def test_a_part_keeps_to_itself(part):
    others = {other for (who, other) in imports() if who == part}
    assert others <= ONLY[part]


def test_only_the_command_knows_what_can_be_downloaded():
    """A workshop must never need, or be able, to ask the internet for figures."""
    assert {who for (who, other) in imports() if other == "opendata"} == {"cli"}


def test_relative_imports_are_not_used():
    relative = [
        str(path.relative_to(ROOT))
        for path in KIT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative, f"write `from kit.…`, so that the direction can be read: {relative}"


def test_an_extra_is_imported_only_where_it_is_used():
    """Whoever did not ask for it has no such library, and must be able to load everything else."""
    early = [
        f"{path.relative_to(ROOT)}: {ast.unparse(node)}"
        for path in KIT.rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        and any(extra in ast.unparse(node) for extra in ("cbsodata", "pyarrow"))
    ]
    assert not early


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("kit", {"kit.workshop", "pandas", "tornado", "ipywidgets"}),
        ("kit.model", {"pandas", "tornado", "ipywidgets", "sqlite3", "jupyter_server"}),
        ("kit.workshop", {"tornado", "ipywidgets", "jupyter_server", "IPython"}),
    ],
)
def test_a_lower_part_loads_nothing_of_a_higher_one(module, heavy):
    code = f"import sys, {module}; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not heavy & set(loaded.split())


def test_every_library_that_is_imported_is_declared():
    """The wheel would else lean on what happens to come along, until it does not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    declared = {canonicalize_name(Requirement(line).name) for line in [*project["dependencies"], *extras]}
    known = packages_distributions()
    undeclared = {}
    for path, names in modules():
        for module in {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"kit"}:
            packages = {canonicalize_name(name) for name in known.get(module, [module])}
            if not declared & (packages | {COMES_WITH.get(name) for name in packages}):
                undeclared[module] = str(path.relative_to(ROOT))
    assert not undeclared
