"""What the project says about itself is true: versions, commands, licence and documents."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import kit

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DOCUMENTS = [
    *("README.md", "CHANGELOG.md", "LICENSE", "publiccode.yml"),
    *("docs/architecture.md", "docs/protocol.md", "docs/frames.md"),
]


def text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def pages():
    return ["README.md", *(f"docs/{p.name}" for p in sorted((ROOT / "docs").glob("*.md")))]


def targets():
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_is_there_and_says_something(document):
    assert len(text(document)) > 200


def test_the_version_is_that_of_the_changelog():
    newest = re.search(r"^## \[?v?(\d+\.\d+\.\d+)", text("CHANGELOG.md"), re.MULTILINE)
    assert newest, "CHANGELOG.md has no heading with a version, such as `## 0.1.0 - 2026-01-31`"
    assert newest[1] == kit.__version__


def test_the_version_stands_in_no_page_by_hand():
    assert not [
        name for name in pages() if re.search(rf"(?<![\d.]){re.escape(kit.__version__)}(?![\d.])", text(name))
    ]


def test_the_pages_name_only_commands_of_make_that_exist():
    named = {
        (page, target) for page in pages() for target in re.findall(r"`?make ([a-z]+)", code(text(page)))
    }
    assert not {(page, target) for page, target in named if target not in targets()}


def code(markdown):
    """Return what a page shows as code: its blocks and what stands between back quotes."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", markdown, re.DOTALL))


def test_the_readme_shows_the_two_commands():
    shown = code(text("README.md"))
    assert "make run" in shown
    assert "make test" in shown


def test_links_between_the_pages_lead_somewhere():
    broken = [
        f"{page}: {link}"
        for page in [*pages(), "CHANGELOG.md"]
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text(page))
        if not re.match(r"[a-z]+:", link) and not (ROOT / page).parent.joinpath(link).exists()
    ]
    assert not broken


def test_make_help_names_every_target_for_people():
    described = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))
    assert targets() - described == {"help", "lint"} - described
    phony = re.search(r"^\.PHONY: (.*)", text("Makefile"), re.MULTILINE)[1]
    assert set(phony.split()) == targets()


def test_ci_runs_what_a_person_runs():
    assert text(".ci/run").splitlines()[-1] == "make test"


def test_the_licence_is_the_same_everywhere():
    public = yaml.safe_load(text("publiccode.yml"))
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text("LICENSE")
    assert PYPROJECT["project"]["license"] == public["legal"]["license"] == "EUPL-1.2"
    assert '"license": "EUPL-1.2"' in text("package.json")


def test_publiccode_is_complete_and_up_to_date():
    """The keys that version 0.4 of the standard asks for, within its bounds."""
    public = yaml.safe_load(text("publiccode.yml"))
    required = {
        *("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"),
        *("description", "legal", "maintenance", "localisation"),
    }
    assert required <= public.keys()
    assert public["publiccodeYmlVersion"] == "0.4"
    assert public["softwareVersion"] == kit.__version__
    assert public["maintenance"]["type"] == "community"
    assert public["maintenance"]["contacts"]
    assert set(public["localisation"]["availableLanguages"]) == set(public["description"]) == {"nl", "en"}
    for said in public["description"].values():
        assert 0 < len(said["shortDescription"]) <= 150
        assert 150 <= len(said["longDescription"]) <= 10000
        assert said["features"]


def test_the_public_names_are_few_and_explained():
    assert kit.__all__ == ["Case", "Programme", "Workshop", "Workshops", "__version__"]
    for name in kit.__all__[:-1]:
        assert getattr(kit, name).__doc__, f"kit.{name} has no docstring"
        assert any(name in text(page) for page in pages()), f"no page mentions kit.{name}"


def test_the_public_names_type_checkers_see_are_those_that_load():
    """The imports for type checkers and the table for the interpreter are written twice."""
    imported = {
        alias.name: node.module
        for node in ast.walk(ast.parse(text("kit/__init__.py")))
        if isinstance(node, ast.ImportFrom) and node.module.startswith("kit.")
        for alias in node.names
    }
    assert imported == kit._HOME


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match="module 'kit' has no attribute 'Wrkshop'; it offers Case"):
        getattr(kit, "Wrkshop")  # noqa: B009 - an attribute that is not there is the point
