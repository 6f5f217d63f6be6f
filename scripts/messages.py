"""Bring the Dutch catalogue up to date with the messages in the code: `make messages`.

Messages that are new come in untranslated, for someone to fill in; those that no code uses go out. Python
marks a message with `N_("…")`, or translates it on the spot; the front end does so with `t("…")`.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "kit"
DUTCH = KIT / "locale" / "nl" / "LC_MESSAGES" / "leefkit.po"
# Without dates and names, so that the file changes only when a message does.
HEADER = r"""# The Dutch of Leefkit; `make messages` keeps it in step with the code.
msgid ""
msgstr ""
"Language: nl\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""
PYTHON = ("N_", "_", "translate")
# Biome writes a string in double quotes unless it holds one itself.
JAVASCRIPT = re.compile(r"""(?<![\w$])(?:t|N_)\(\s*(?:("(?:[^"\\\n]|\\.)*")|'((?:[^'\\\n]|\\.)*)')""")


def in_python(path: Path) -> Iterator[str]:
    """Yield the messages of one Python file."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(message)), *_]) if (
                name in PYTHON
            ):
                yield message


def in_javascript(path: Path) -> Iterator[str]:
    """Yield the messages of one file of the front end."""
    for double, single in JAVASCRIPT.findall(path.read_text(encoding="utf-8")):
        yield json.loads(double) if double else single.replace("\\'", "'")


def used() -> dict[str, list[str]]:
    """Return every message in the code with the files that use it."""
    found: dict[str, list[str]] = {}
    readers = {".py": in_python, ".js": in_javascript, ".jsx": in_javascript}
    for path in sorted(KIT.rglob("*")):
        if path.suffix in readers and KIT / "static" not in path.parents:
            for message in readers[path.suffix](path):
                places = found.setdefault(message, [])
                name = path.relative_to(ROOT).as_posix()
                if name not in places:
                    places.append(name)
    return found


def dutch() -> Catalog:
    """Return the catalogue as it is."""
    if not DUTCH.is_file():
        return Catalog(locale="nl")
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl")


def main() -> None:
    """Write the catalogue anew, in the order of the files, and say what is missing."""
    old, new = dutch(), Catalog(locale="nl")
    for message, places in used().items():
        known = old.get(message)
        new.add(message, known.string if known else "", locations=[(place, 0) for place in places])
    DUTCH.parent.mkdir(parents=True, exist_ok=True)
    with DUTCH.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, new, width=100, include_lineno=False, omit_header=True)
    missing = [str(message.id) for message in new if message.id and not message.string]
    print(f"{len(new)} messages, {len(missing)} without a translation.", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
