"""The errors of the kit. Each says what is wrong, with which value, and what to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from kit.locale import translate


class KitError(Exception):
    """The base of every error that the kit raises on purpose.

    Attributes:
        code: Stable name of the error, for programs.
    """

    code = "error"


class InputError(KitError, ValueError):
    """A file or an argument does not say what it should; the text names the place and what was expected."""

    code = "bad_input"


class WorkshopFileError(KitError, OSError):
    """A workshop file can't be used as it is: not one, too new, read-only, or gone."""

    code = "workshop_file"


class StorageError(KitError, OSError):
    """The journal could not be written: the disk is full, or the file went away. Nothing was acknowledged."""

    code = "storage"


class RefusedError(KitError):
    """A command was refused. It changed nothing.

    Attributes:
        code: Stable, for programs; ``docs/protocol.md`` lists them.
        text: The English sentence, with ``{names}`` for values: the key of the catalogue.
        values: What the names stand for.
    """

    def __init__(self, code: str, text: str, **values: Any) -> None:
        """Keep the pieces, so that the sentence can be told in any language."""
        self.code = code
        self.text = text
        self.values = values
        super().__init__(self.say("en"))

    def say(self, lang: str) -> str:
        """Return the sentence in ``lang``."""
        return translate(self.text, lang).format(**self.values)


def nearest(wrong: str, valid: Iterable[str]) -> str:
    """Return a clause that names the nearest valid name, or all of them when none is near."""
    names = sorted(valid)
    close = difflib.get_close_matches(wrong, names, n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return "expected one of: " + ", ".join(names) if names else "there are none"
