"""A programme: the ordered steps of a workshop, and the canvases that its steps use."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from kit import paths
from kit.errors import InputError, nearest
from kit.model.base import Per, Phase, Text
from kit.yamlfile import load

PHASES: tuple[Phase, ...] = ("open", "empathise", "define", "ideate", "test", "close")


class Part(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The base of everything that stands in a programme or canvas file."""


class Step(Part):
    """One step: an activity with its settings. ``minutes`` is planned time; ``trainer`` is what to say."""

    id: str
    phase: Phase
    activity: str
    minutes: float
    title: Text
    instruction: Text
    trainer: Text = {}
    settings: dict[str, Any] = {}


class Programme(Part):
    """A programme file. ``minutes`` is the whole day; ``teams`` the number of tables to begin with."""

    id: str
    title: Text
    steps: list[Step]
    summary: Text = {}
    minutes: float = 0
    teams: int = 4

    @classmethod
    def load(cls, where: str | Path) -> Programme:
        """Read a programme: a file, or the name of one that ships with the kit.

        Only what every programme has is checked here; :func:`kit.activities.check_programme` looks at the
        settings of the steps.

        Raises:
            InputError: When there is none, or it has a mistake. The text names file, line, path, and what
                was expected.
        """
        path = find(where)
        programme = load(path, cls)
        programme.check(path)
        return programme

    def check(self, path: Path) -> None:
        """Refuse a programme without steps, two steps of one name, and numbers that make no sense."""
        if not self.steps:
            message = f"{path}: steps is empty; list at least one"
            raise InputError(message)
        _not_negative(path, "", self, "minutes", "teams")
        seen: set[str] = set()
        for n, step in enumerate(self.steps):
            _not_negative(path, f"steps[{n}].", step, "minutes")
            if not step.id:
                message = f"{path}: steps[{n}].id is empty; give each step its own id"
                raise InputError(message)
            if step.id in seen:
                message = f"{path}: steps[{n}].id: {step.id!r} is used twice; give each step its own id"
                raise InputError(message)
            seen.add(step.id)


class Zone(Part):
    """One field of a canvas."""

    id: str
    label: Text
    help: Text = {}
    icon: str = ""


class Canvas(Part):
    """A canvas file: zones that cards go into, and how the canvas is used unless the step says otherwise.

    Attributes:
        limit: Cards per person, or per team; 0 for no limit.
        max_chars: Characters per card.
        hidden: Contributions stay unseen by others until the trainer reveals them.
        source: Whose idea the canvas is.
    """

    id: str
    title: Text
    zones: list[Zone]
    summary: Text = {}
    layout: Literal["grid", "columns", "list"] = "grid"
    source: str = ""
    per: Per = "person"
    hidden: bool = False
    limit: int = 0
    max_chars: int = 280

    @classmethod
    def load(cls, where: str | Path, beside: Path | None = None) -> Canvas:
        """Read a canvas: a file (looked for in ``beside`` too), or the name of one that ships with the kit.

        Raises:
            InputError: When there is none, or it has a mistake.
        """
        own = beside / where if beside is not None else Path(where)
        path = _find(own if own.is_file() else where, paths.canvases_dir(), "canvas")
        canvas = load(path, cls)
        canvas.check(path)
        return canvas

    def check(self, path: Path) -> None:
        """Refuse a canvas without zones, two zones of one name, and numbers that make no sense."""
        if not self.zones:
            message = f"{path}: zones is empty; list at least one"
            raise InputError(message)
        _not_negative(path, "", self, "limit")
        if self.max_chars < 1:
            message = f"{path}: max_chars: {self.max_chars} leaves no room to write; make it 1 or more"
            raise InputError(message)
        ids = [zone.id for zone in self.zones]
        for n, name in enumerate(ids):
            if name in ids[:n]:
                message = f"{path}: zones[{n}].id: {name!r} is used twice; give each zone its own id"
                raise InputError(message)


def _not_negative(path: Path, where: str, part: Part, *fields: str) -> None:
    for name in fields:
        if getattr(part, name) < 0:
            message = (
                f"{path}: {where}{name}: {getattr(part, name):g} is less than nothing; make it 0 or more"
            )
            raise InputError(message)


def names() -> list[str]:
    """Return the names of the programmes that ship with the kit."""
    return sorted(file.stem for file in paths.programmes_dir().glob("*.yaml"))


def find(where: str | Path) -> Path:
    """Return the file of a programme, given its path or the name of a shipped one."""
    return _find(where, paths.programmes_dir(), "programme")


def _find(where: str | Path, folder: Path, what: str) -> Path:
    given = Path(where)
    shipped = folder / f"{given.name}.yaml"
    if given.suffix in {".yaml", ".yml"} and given.is_file():
        return given
    if len(given.parts) == 1 and shipped.is_file():
        return shipped
    valid = sorted(file.stem for file in folder.glob("*.yaml"))
    message = f"{what} {str(where)!r}: no such {what}; {nearest(str(where), valid)}"
    raise InputError(message)
