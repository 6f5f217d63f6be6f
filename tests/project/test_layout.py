"""The size and the shape of the files: what a newcomer can find and read."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
# Files that may be longer, each with the reason.
# Files under tests/ that hold no tests themselves.
HELPERS = ("conftest.py", "__init__.py", "register.mjs")
ELSEWHERE = re.compile(
    r"/work/|/root/|/home/\w|/Users/\w|/opt/|/farm/|[A-Z]:\\Users"  # somebody's machine
    r"|files\.pythonhosted|pypi\.org/simple|registry\.npmjs|--find-links|--index-url"  # somebody's registry
)


def files(*patterns):
    """Return the files that are in the repository or about to be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = sorted({ROOT / name for name in listed.split("\0") if name})
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def name(path):
    return path.relative_to(ROOT).as_posix()


def text(path):
    return path.read_text(encoding="utf-8")


def test_files_are_short_enough_to_read():
    sources = [p for p in files("*.py", "*.js", "*.jsx", "*.mjs", "*.css") if "kit/static/" not in name(p)]
    long = {name(p): n for p in sources if (n := len(text(p).splitlines())) > MOST_LINES}
    assert not long, f"split these: {long}"


def test_functions_are_short_enough_to_read():
    long = [
        f"{name(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in files("kit/*.py", "scripts/*.py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert not long, "\n".join(long)


def test_every_error_has_words():
    """An error class without a message leaves a person with nothing but its name."""
    silent = [
        f"{name(path)}:{node.lineno} raises {node.exc.id} without a word"
        for path in files("kit/*.py", "scripts/*.py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name) and node.exc.id[0].isupper()
    ]
    assert not silent, "\n".join(silent)


def test_every_test_file_is_found_by_a_runner():
    collected = re.compile(r"(test_\w+\.py|[\w.-]+\.test\.(js|jsx|mjs))$")
    code = files("tests/*.py", "tests/*.js", "tests/*.jsx", "tests/*.mjs")
    helpers = {p for p in code if p.name in HELPERS or p.name.startswith("_") or p.stem == "helpers"}
    lost = [name(p) for p in code if p not in helpers and not collected.match(p.name)]
    assert not lost, (
        f"no runner collects these; name them test_….py, ….test.mjs, or _….py for helpers: {lost}"
    )
    javascript = [p for p in code if p not in helpers and p.suffix != ".py"]
    misplaced = [name(p) for p in javascript if not name(p).startswith("tests/front/")]
    assert not misplaced, f"node --test looks in tests/front only: {misplaced}"


def test_every_python_test_file_holds_a_test():
    empty = [
        name(p)
        for p in files("tests/*test_*.py")
        if not re.search(r"^ *(async )?def test_|TestCase", text(p), re.MULTILINE)
    ]
    assert not empty


def test_tests_wait_for_conditions_and_not_for_the_clock():
    sleeping = re.compile(r"(time|asyncio|gen)\.sleep\((?!0\))|wait_for_timeout\(|setTimeout\(resolve")
    found = [
        f"{name(p)}:{number}"
        for p in files("tests/*.py", "tests/*.mjs")
        if p != Path(__file__)
        for number, line in enumerate(text(p).splitlines(), 1)
        if sleeping.search(line)
    ]
    assert not found


def test_no_javascript_test_is_passed_over():
    """For Python the full run itself sees to that."""
    passed_over = re.compile(r"\b(test|it|describe|suite)\.(skip|todo|only)\b|\b(skip|todo|only): *true")
    assert not [name(p) for p in files("tests/front/*") if passed_over.search(text(p))]


def test_no_file_names_a_machine_or_a_registry():
    named = []
    for path in files():
        try:
            lines = text(path).splitlines()
        except UnicodeDecodeError:
            continue
        if path != Path(__file__):
            named += [
                f"{name(path)}:{n}: {line.strip()[:80]}"
                for n, line in enumerate(lines, 1)
                if ELSEWHERE.search(line)
            ]
    assert not named, "\n".join(named)


@pytest.mark.parametrize("folder", ["tests", "scripts", "kit"])
def test_nothing_is_left_for_later(folder):
    mark = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    left = [
        name(p)
        for p in files(f"{folder}/*.py", f"{folder}/*.js*")
        if p != Path(__file__) and mark.search(text(p))
    ]
    assert not left
