"""Personal codes, by which somebody goes on as the same unknown person weeks later, on any phone.

Everyone is *shown* a code of their own, made of their pseudonym. Whoever drew a *slip*, a piece of paper with
a random code, may have that one instead: the journal then keeps what the secret makes of it, never the code.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping

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


def kept_as(secret: bytes, typed: str) -> str | None:
    """Return what is kept of the code on a slip: without the secret it tells nothing; None for no code."""
    code = read(typed)
    if len(code) != LENGTH or not set(code) <= set(CODE_LETTERS):
        return None
    return hmac.digest(secret, f"slip {code}".encode(), "sha256").hex()[:32]


def find(secret: bytes, typed: str, names: Iterable[str], slips: Mapping[str, str]) -> str | None:
    """Return whose code was typed, also with one slip of the pen; None when it may be nobody's or several.

    Args:
        secret: The secret of the codes.
        typed: What somebody typed.
        names: Those who were shown a code.
        slips: Who has the slip of which this was kept: see :func:`kept_as`.
    """
    shown = {code_of(secret, name): name for name in names}

    def owners(codes: Iterable[str]) -> set[str | None]:
        found = set[str | None]()
        for code in codes:
            found |= {shown.get(code), slips.get(kept_as(secret, code) or "")}
        return found - {None}

    given = read(typed)
    whose = owners([given]) or owners(near(given))
    return whose.pop() if len(whose) == 1 else None


def read(typed: str) -> str:
    """Return a code as it was meant: capitals, without spaces and dashes."""
    return "".join(letter for letter in typed[: 4 * LENGTH].upper() if letter.isalnum())


def near(given: str) -> set[str]:
    """Return the codes of which ``given`` may be a slip of the pen: some 150, however many people there are.

    A slip is one other letter, one that is missing or too many, or two that changed places.
    """
    places = range(len(given))
    if len(given) == LENGTH:
        other = {given[:i] + letter + given[i + 1 :] for i in places for letter in CODE_LETTERS}
        turned = {given[:i] + given[i + 1] + given[i] + given[i + 2 :] for i in places[:-1]}
        return other | turned
    if len(given) == LENGTH + 1:
        return _shorter(given)
    if len(given) == LENGTH - 1:
        return {given[:i] + letter + given[i:] for i in range(LENGTH) for letter in CODE_LETTERS}
    return set()


def draw(count: int) -> list[str]:
    """Return random codes for slips, of which no two can be taken for each other.

    Whatever somebody makes of one of them with a slip of the pen, it is not what a slip of the pen makes of
    another. They are kept nowhere.

    Args:
        count: How many.
    """
    drawn: list[str] = []
    taken: set[str] = set()
    while len(drawn) < count:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(LENGTH))
        forms = near(code) | _shorter(code)  # two that share a longer form share a shorter one, too
        if taken.isdisjoint(forms):
            drawn.append(code)
            taken |= forms
    return drawn


def _shorter(code: str) -> set[str]:
    return {code[:i] + code[i + 1 :] for i in range(len(code))}
