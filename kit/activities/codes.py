"""Personal codes, by which somebody goes on as the same unknown person weeks later, on any phone."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

import msgspec

from kit.model.base import CODE_LETTERS

LENGTH = 6
"""Letters of a code: 191 million codes, so that a slip of the pen leads to nobody else's."""


class Codes(msgspec.Struct, frozen=True):
    """How a step deals with codes.

    A code is made of a pseudonym and a secret of the codes alone, which outlives that of the pseudonyms: who
    holds the file in between can tell from a code whose answers they are, but not from a person.

    Attributes:
        secret: The name of that secret; it goes when the last step that knows it is finished.
        asked: The step asks for codes; otherwise it gives them.
    """

    secret: str
    asked: bool


def code_of(secret: bytes, name: str) -> str:
    """Return the code of whoever has this pseudonym."""
    number = int.from_bytes(hmac.digest(secret, f"code {name}".encode(), "sha256"), "big")
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[letter])
    return "".join(letters)


def find(secret: bytes, typed: str, names: Iterable[str]) -> str | None:
    """Return whose code was typed, also with one slip of the pen; None when it may be nobody's or several."""
    given = "".join(letter for letter in typed[: 4 * LENGTH].upper() if letter.isalnum())
    known = {code_of(secret, name): name for name in names}
    close = [given] if given in known else [one for one in known if one_slip(one, given)]
    return known[close[0]] if len(close) == 1 else None


def one_slip(one: str, other: str) -> bool:
    """Return whether two codes differ in one letter, one that is missing, or two that changed places."""
    if len(one) == len(other):
        unlike = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(unlike) == 2:
            i, j = unlike
            return j == i + 1 and one[i] == other[j] and one[j] == other[i]
        return len(unlike) <= 1
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
