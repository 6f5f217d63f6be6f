"""Data files: what a trainer can add without code, such as a programme or a canvas."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Self

import msgspec

from kit import paths
from kit.errors import InputError, nearest
from kit.model.base import Text
from kit.yamlfile import load


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The base of everything that stands in a data file."""


class DataFile(Part, kw_only=True):
    """A file that a step names in its settings. The workshop's first event holds each one whole.

    Attributes:
        folder: Where the shipped ones lie, under ``kit/programmes``.
        what: What errors call such a file.
        source: Whose idea it is.
    """

    folder: ClassVar[str]
    what: ClassVar[str]

    id: str
    title: Text
    source: str = ""

    @classmethod
    def load(cls, where: str | Path, beside: Path | None = None) -> Self:
        """Read a file (looked for in ``beside`` too), or the one of that name that ships with the kit.

        Raises:
            InputError: When there is none, or it has a mistake. The text names file, line, path, and what
                was expected.
        """
        own = beside / where if beside is not None else Path(where)
        path = find(own if own.is_file() else where, paths.programmes_dir() / cls.folder, cls.what)
        read = load(path, cls)
        read.check(path)
        return read

    @classmethod
    def among(cls, files: Mapping[str, DataFile], name: str) -> Self:
        """Return the file of this kind that a step names; ``files`` go by folder and name."""
        found = files[f"{cls.folder}/{name}"]
        assert isinstance(found, cls)  # noqa: S101 - the folder says so; this tells the type checker
        return found

    def check(self, path: Path) -> None:
        """Refuse what can be read but makes no sense; errors begin with ``path``."""
        del path


def find(where: str | Path, folder: Path, what: str) -> Path:
    """Return a file, given its path or the name of one that lies in ``folder``.

    Raises:
        InputError: There is none; the text names the nearest.
    """
    given = Path(where)
    shipped = folder / f"{given.name}.yaml"
    if given.suffix in {".yaml", ".yml"} and given.is_file():
        return given
    if len(given.parts) == 1 and shipped.is_file():
        return shipped
    valid = sorted(file.stem for file in folder.glob("*.yaml"))
    message = f"{what} {str(where)!r}: no such {what}; {nearest(str(where), valid)}"
    raise InputError(message)


def not_negative(path: Path, where: str, part: Part, *fields: str) -> None:
    """Refuse numbers below zero in these fields.

    Raises:
        InputError: With ``<path>: <where><field>``.
    """
    for name in fields:
        if getattr(part, name) < 0:
            message = (
                f"{path}: {where}{name}: {getattr(part, name):g} is less than nothing; make it 0 or more"
            )
            raise InputError(message)


def unlike(path: Path, what: str, ids: list[str]) -> None:
    """Refuse two parts of one name.

    Raises:
        InputError: With ``<path>: <what>s[<n>].id``.
    """
    for n, name in enumerate(ids):
        if name in ids[:n]:
            message = f"{path}: {what}s[{n}].id: {name!r} is used twice; give each {what} its own id"
            raise InputError(message)
