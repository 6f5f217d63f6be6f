"""The pictures of a case: made anew for a workshop file, so that nothing but the picture is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from kit.errors import InputError, RefusedError
from kit.picture import remade

if TYPE_CHECKING:
    from kit.case import Case, Picture
    from kit.case.rules import Mistake


def unreadable(case: Case) -> Iterator[Mistake]:
    """Yield every picture that can't be read."""
    for n, one in enumerate(case.pictures):
        try:
            if one.body:
                remade(one.body)
        except RefusedError:
            yield _mistake(n, one)


def _mistake(n: int, picture: Picture) -> Mistake:
    return f"pictures[{n}].file", f"{picture.file} can't be read as JPEG, PNG or WebP; save it anew"


def laid_in(case: Case) -> tuple[Case, dict[str, bytes]]:
    """Return a case whose pictures are named as in a workshop file, and these pictures by name.

    Raises:
        InputError: A picture can't be read; the text begins with its path in ``case.yaml``.
    """
    pictures, bodies = [], {}
    for n, one in enumerate(case.pictures):
        name = one.photo
        if one.body:
            try:
                name, body = remade(one.body)
            except RefusedError as error:
                message = ": ".join(_mistake(n, one))
                raise InputError(message) from error
            bodies[name] = body
        pictures.append(msgspec.structs.replace(one, photo=name, body=b""))
    return msgspec.structs.replace(case, pictures=pictures), bodies
