"""Write kit/front/generated/messages.d.ts: what the screens get and send, from the structs in Python.

``python scripts/typescript.py`` writes it; with ``--check`` it writes nothing and fails when it is stale.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from kit.activities import REGISTRY
from kit.model import protocol, views
from kit.model.base import Command

TARGET = Path(__file__).parents[1] / "kit" / "front" / "generated" / "messages.d.ts"
HEAD = """// Made by scripts/typescript.py from the structs in kit/model and kit/activities, in `make front`.
// biome-ignore-all lint/suspicious/noExplicitAny: what differs by activity has its own interface below
// biome-ignore-all format: made by a program
"""
PLAIN = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}


def view_types() -> list[type]:
    """Return what screens get: the views, each activity's own ones, and what comes over the wire."""
    own = [getattr(one, part) for one in REGISTRY.activities.values() for part in ("shared", "mine")]
    hints = [get_type_hints(method)["return"] for method in own]
    activity = [kind for hint in hints for kind in (get_args(hint) or (hint,)) if _is_view(kind)]
    outgoing = [kind for kind in vars(protocol).values() if _is_a(kind, protocol.Outgoing)]
    return [views.Shared, views.Mine, views.ResultsView, views.CardView, *activity, *outgoing]


def command_types() -> list[type]:
    """Return what screens send."""
    incoming = [kind for kind in vars(protocol).values() if _is_a(kind, protocol.Incoming)]
    return [*REGISTRY.command_kinds.values(), *incoming]


def _is_a(kind: object, base: type) -> bool:
    return inspect.isclass(kind) and issubclass(kind, base) and kind is not base


def _is_view(kind: object) -> bool:
    return _is_a(kind, msgspec.Struct)


def source() -> str:
    """Return the text of the file."""
    parts = [HEAD]
    _, seen = msgspec.json.schema_components(view_types(), ref_template="{name}")
    _, sent = msgspec.json.schema_components(command_types(), ref_template="{name}")
    # A view has all its fields; a command may leave out what has a default.
    parts += [interface(name, schema, whole=True) for name, schema in seen.items()]
    parts += [interface(name, schema, whole=False) for name, schema in sent.items()]
    commands = [kind.__name__ for kind in command_types() if issubclass(kind, Command)]
    parts.append("export type AnyCommand =\n  | " + "\n  | ".join(commands) + ";\n")
    return "\n".join(parts)


def interface(name: str, schema: dict[str, Any], *, whole: bool) -> str:
    """Return one struct as a TypeScript interface, its docstring included."""
    required = set(schema.get("required", ()))
    lines = [
        f"  {key}{'' if whole or key in required else '?'}: {kind(value)};"
        for key, value in schema["properties"].items()
    ]
    first, *_ = str(schema.get("description", "")).split("\n\n")
    doc = f"/** {' '.join(first.split())} */\n" if first else ""
    return f"{doc}export interface {name} {{\n" + "\n".join(lines) + "\n}\n"


def kind(schema: dict[str, Any]) -> str:
    """Return the TypeScript type of a JSON schema."""
    if "$ref" in schema:
        return str(schema["$ref"])
    if "anyOf" in schema:
        return " | ".join(kind(one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        choices = schema.get("enum", [schema.get("const")])
        return " | ".join(msgspec.json.encode(choice).decode() for choice in choices)
    if schema.get("type") == "array":
        inner = kind(schema["items"]) if "items" in schema else "any"
        return f"({inner})[]" if " " in inner else f"{inner}[]"
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        return f"Record<string, {kind(values) if isinstance(values, dict) else 'any'}>"
    return PLAIN.get(schema.get("type", ""), "any")


def main() -> None:
    """Write the file, or check it."""
    text = source()
    fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text
    if "--check" in sys.argv[1:]:
        if not fresh:
            sys.exit(f"{TARGET.name} does not match the structs in Python; run `make front` and commit it.")
    elif not fresh:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
