"""The front end's types say what the structs in Python say."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "typescript.py"


@pytest.fixture(scope="module")
def script():
    return runpy.run_path(str(SCRIPT))


def test_the_committed_types_are_fresh(script):
    assert script["TARGET"].read_text(encoding="utf-8") == script["source"](), "run `make front`"


def test_a_view_has_all_its_fields(script):
    """A screen need not ask whether a field is there: views are written whole."""
    assert "\n  hidden: boolean;\n" in interface(script, "CardView")


def test_a_command_may_leave_out_what_has_a_default(script):
    text = interface(script, "AddCard")
    assert '\n  kind: "add_card";\n' in text
    assert "\n  parent?: string | null;\n" in text


def test_every_activity_has_its_views(script):
    activities = script["REGISTRY"].activities
    assert activities
    for name in activities:
        assert f'activity: "{name}";' in script["source"](), name


def test_every_command_can_be_sent(script):
    union = script["source"]().split("export type AnyCommand =")[1]
    sent = union.strip(" |;\n").split("\n  | ")
    missing = {kind.__name__ for kind in script["REGISTRY"].command_kinds.values()} - set(sent)
    assert not missing


def interface(script, name):
    return script["source"]().split(f"export interface {name} {{")[1].split("}")[0]
