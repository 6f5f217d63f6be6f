"""The refusals that stand in the code: the code and the sentence of each."""

import ast
from pathlib import Path

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
