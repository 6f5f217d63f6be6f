"""The catalogue: English sentences are the keys, ``nl/LC_MESSAGES/leefkit.po`` holds the Dutch ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

HERE = Path(__file__).parent


@cache
def catalogue(lang: str) -> dict[str, str]:
    """Return the sentences of one language; empty for English, which is the source."""
    path = HERE / lang / "LC_MESSAGES" / "leefkit.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        entries = read_po(file, locale=lang)
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}


def translate(text: str, lang: str) -> str:
    """Return ``text`` in ``lang``, or as it is when the catalogue has no such sentence."""
    return catalogue(lang).get(text, text)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark ``text`` for the catalogue without translating it here."""
    return text
