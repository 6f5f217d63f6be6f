"""No activity is named outside its own files: whoever adds one touches nothing else."""

import re
from pathlib import Path

import pytest

from kit.activities import REGISTRY

ROOT = Path(__file__).parents[2]
SOURCES = {".py", ".js", ".jsx", ".mjs"}
# Words that are no activity there, each with the reason.
OTHERWISE = {
    ("kit/frames.py", "agreements"): "a frame of that name is part of the contract",
    ("kit/frames.py", "bowtie"): "a frame of that name is part of the contract",
    ("kit/activities/canvas_file.py", "grid"): "a way to lay out zones",
    ("kit/front/host/photos.js", "canvas"): "a browser's element to draw on",
}


def own(path, stem):
    """Return whether a file is of the activity: by its name or by its folder."""
    return path.stem == stem or path.stem.startswith(f"{stem}_") or stem in path.parts


def named(stem):
    """Return the files that name an activity though they are not its own."""
    mark = re.compile(
        rf"""["']{stem}["']|(activities|model)[./]{stem}\b|\bimport {stem}\b"""
        rf"""|\bfrom ["']\.{{1,2}}/{stem}[/.]"""
    )
    for path in sorted((ROOT / "kit").rglob("*")):
        inside = path.relative_to(ROOT)
        if path.suffix not in SOURCES or {"static", "generated"} & set(inside.parts) or own(inside, stem):
            continue
        if mark.search(path.read_text(encoding="utf-8")) and (inside.as_posix(), stem) not in OTHERWISE:
            yield inside.as_posix()


@pytest.mark.parametrize("stem", REGISTRY.activities)
def test_an_activity_is_named_in_its_own_files_alone(stem):
    assert list(named(stem)) == []


@pytest.mark.parametrize("stem", REGISTRY.activities)
def test_no_stylesheet_dresses_what_an_activity_made(stem):
    sheets = [one for one in (ROOT / "kit/front").rglob("*.css") if not own(one, stem)]
    assert [one.relative_to(ROOT).as_posix() for one in sheets if f".{stem}-" in one.read_text()] == []


@pytest.mark.parametrize(("file", "stem"), OTHERWISE)
def test_the_exceptions_are_still_needed(file, stem):
    assert re.search(rf"""["']{stem}["']""", (ROOT / file).read_text(encoding="utf-8"))


@pytest.mark.parametrize("stem", REGISTRY.activities)
def test_an_activity_has_its_messages_its_faces_its_page_and_its_tests(stem):
    for place in (
        f"kit/activities/{stem}.py",
        f"kit/model/{stem}.py",
        f"kit/front/activities/{stem}.jsx",
        f"docs/activities/{stem}.md",
        f"tests/activities/test_{stem}.py",
    ):
        assert (ROOT / place).is_file(), place
