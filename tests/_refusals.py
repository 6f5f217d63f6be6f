"""The refusals that stand in the code: the code and the sentence of each."""

import ast
import importlib
from pathlib import Path

import pytest

from kit.errors import RefusedError

KIT = Path(__file__).parents[1] / "kit"


def _sentence(node):
    """Return the English sentence where it stands in the call itself, marked for the catalogue."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
        return ast.literal_eval(node.args[0])
    return None


def in_code(*parts, but=()):
    """Return every (code, sentence) with which the modules of these parts of kit refuse something."""
    found = set()
    for path in sorted(KIT.rglob("*.py")):
        part = path.relative_to(KIT).parts[0]
        if part in but or (parts and part not in parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RefusedError":
                found.add((ast.literal_eval(node.args[0]), _sentence(node.args[1])))
    return found


def of_activities(name):
    """Return what the tests of each activity list under a name in their helpers, all together."""
    helpers = sorted((Path(__file__).parent / "activities").glob("_*.py"))
    modules = [importlib.import_module(f"tests.activities.{path.stem}") for path in helpers]
    return [one for module in modules for one in getattr(module, name, ())]


def must_say_why(situation, hall, code, text):
    """Check that a situation is refused with this code, and with a sentence in both languages."""
    with pytest.raises(RefusedError, match=r".{15}") as caught:
        situation(hall)
    refusal = caught.value
    assert (refusal.code, refusal.text) == (code, text)
    dutch, english = refusal.say("nl"), refusal.say("en")
    assert dutch != english
    for said in (dutch, english):
        assert said == str(said).strip()
        assert "{" not in said
        assert said[0].isupper()
