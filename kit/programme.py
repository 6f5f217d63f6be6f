"""A programme: the ordered steps of a workshop."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from kit import datafile, paths
from kit.datafile import Part, not_negative
from kit.errors import InputError
from kit.model.base import Phase, Text
from kit.yamlfile import load

PHASES: tuple[Phase, ...] = ("open", "empathise", "define", "ideate", "test", "close")


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

    def warnings(self) -> Iterator[str]:
        """Yield what is no mistake but may not be meant: minutes that don't fit the day."""
        planned = sum(step.minutes for step in self.steps)
        if self.minutes and planned > self.minutes:
            yield (
                f"minutes: the steps take {planned:g} minutes together and the day has {self.minutes:g}; "
                f"shorten steps or give the day {planned - self.minutes:g} more"
            )

    def check(self, path: Path) -> None:
        """Refuse a programme without steps, two steps of one name, and numbers that make no sense."""
        if not self.steps:
            message = f"{path}: steps is empty; list at least one"
            raise InputError(message)
        not_negative(path, "", self, "minutes", "teams")
        seen: set[str] = set()
        for n, step in enumerate(self.steps):
            not_negative(path, f"steps[{n}].", step, "minutes")
            if not step.id:
                message = f"{path}: steps[{n}].id is empty; give each step its own id"
                raise InputError(message)
            if step.id in seen:
                message = f"{path}: steps[{n}].id: {step.id!r} is used twice; give each step its own id"
                raise InputError(message)
            seen.add(step.id)


def extras() -> list[Step]:
    """Return the steps that a trainer can put in while a workshop runs: ``extra/steps.yaml``.

    A setting ``"@here"`` stands for the last step before it that fits.
    """
    return _extras(paths.programmes_dir() / "extra" / "steps.yaml")


@lru_cache(maxsize=1)
def _extras(path: Path) -> list[Step]:
    return load(path, list[Step])


def names() -> list[str]:
    """Return the names of the programmes that ship with the kit."""
    return sorted(file.stem for file in paths.programmes_dir().glob("*.yaml"))


def find(where: str | Path) -> Path:
    """Return the file of a programme, given its path or the name of a shipped one."""
    return datafile.find(where, paths.programmes_dir(), "programme")
