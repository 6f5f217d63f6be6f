"""The activities, and how the kit finds them: every module here that offers an ``ACTIVITY``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from kit.activities.base import Activity, Before, Settings
from kit.datafile import DataFile
from kit.errors import InputError, nearest
from kit.model.base import Command, Event
from kit.model.commands import CORE_COMMANDS
from kit.model.events import CORE_EVENTS
from kit.programme import Programme, Step
from kit.yamlfile import explain


class Registry:
    """All activities by name, and the codecs of all commands and events."""

    def __init__(self) -> None:
        """Find the activities of the kit."""
        self.activities: dict[str, Activity[Any]] = {}
        for module in pkgutil.iter_modules(__path__):
            found = importlib.import_module(f"{__name__}.{module.name}")
            if hasattr(found, "ACTIVITY"):
                self.add(found.ACTIVITY)

    def add(self, activity: Activity[Any]) -> None:
        """Make an activity known."""
        self.activities[activity.name] = activity
        commands: tuple[type[Command], ...] = (*CORE_COMMANDS, *self._all("commands"))
        events: tuple[type[Event], ...] = (*CORE_EVENTS, *self._all("events"))
        self.command_kinds = {kind.__struct_config__.tag: kind for kind in commands}
        self.event_kinds = {kind.__struct_config__.tag: kind for kind in events}
        self.command_decoder = msgspec.json.Decoder(_union(commands))
        self.event_decoder = msgspec.json.Decoder(_union(events))
        self.event_union: Any = _union(events)

    def _all(self, what: str) -> Iterator[Any]:
        """Yield every message of the activities once: some share a vocabulary."""
        yield from dict.fromkeys(kind for one in self.activities.values() for kind in getattr(one, what))


def _union(types: tuple[type, ...]) -> Any:
    union: Any = types[0]
    for one in types[1:]:
        union = union | one
    return union


REGISTRY = Registry()


def parse_settings(step: Step) -> Settings:
    """Return a step's settings as its activity's own type.

    Raises:
        InputError: ``activity`` or ``settings`` has a mistake; the text names it and what is valid.
    """
    activity = REGISTRY.activities.get(step.activity)
    if activity is None:
        message = f"activity: there is no {step.activity!r}; {nearest(step.activity, REGISTRY.activities)}"
        raise InputError(message)
    try:
        settings: Settings = msgspec.convert(step.settings, activity.settings)
    except msgspec.ValidationError as error:
        raise InputError(explain(error, activity.settings, "settings")) from error
    return settings


def needs(activity: Activity[Any], settings: Settings) -> dict[str, type[DataFile]]:
    """Return the data files that a step names, by folder and name, with the type of each."""
    named = {name: getattr(settings, name) for name in activity.files}
    return {f"{kind.folder}/{named[name]}": kind for name, kind in activity.files.items() if named[name]}


def gather(
    step: Step, files: dict[str, DataFile], load: Callable[[type[DataFile], str], DataFile]
) -> Settings:
    """Return a step's settings, filled in, and add to ``files`` what it needs.

    A file may itself fill in the name of another: a canvas names its deck.
    """
    settings, activity = parse_settings(step), REGISTRY.activities[step.activity]
    while True:
        for key, kind in needs(activity, settings).items():
            if key not in files:
                files[key] = load(kind, key.removeprefix(f"{kind.folder}/"))
        settings = fill(activity, settings, files)
        if needs(activity, settings).keys() <= files.keys():
            return settings


def fill(activity: Activity[Any], settings: Settings, files: Mapping[str, DataFile]) -> Settings:
    """Give the settings that a step left out (None) the value that its data file has for them."""
    for file in (files[key] for key in needs(activity, settings)):
        for name in settings.__struct_fields__:
            if getattr(settings, name) is None and hasattr(file, name):
                setattr(settings, name, getattr(file, name))
    return settings


def check_programme(programme: Programme, place: str, folder: Path | None = None) -> dict[str, DataFile]:
    """Check every step with its activity, and return the data files that the programme uses.

    Args:
        programme: What to check.
        place: What errors begin with.
        folder: Where the programme's own file lies: its own data files may lie there too.

    Returns:
        The files by folder and name, such as ``"canvases/empathy-map"``.

    Raises:
        InputError: With ``<place>: steps[<n>] (<id>): <problem>``.
    """
    files: dict[str, DataFile] = {}
    earlier: dict[str, Before] = {}
    for n, step in enumerate(programme.steps):
        later = [one.id for one in programme.steps[n:]]
        try:
            earlier[step.id] = check_step(step, earlier, files, folder, later)
        except InputError as error:
            message = f"{place}: steps[{n}] ({step.id}): {error}"
            raise InputError(message) from error
    return files


def check_step(
    step: Step,
    earlier: Mapping[str, Before],
    files: dict[str, DataFile],
    folder: Path | None = None,
    later: Sequence[str] = (),
) -> Before:
    """Check one step, and add the data files that it names to ``files``.

    Args:
        step: What to check.
        earlier: The steps before it, by id.
        files: The data files of those, by folder and name.
        folder: Where other data files may lie than the shipped ones.
        later: The ids of this step and of those after it.

    Raises:
        InputError: With ``<setting>: <problem>``.
    """
    settings = gather(step, files, lambda kind, name: kind.load(name, folder))
    activity = REGISTRY.activities[step.activity]
    for problem in activity.check(settings, earlier):
        setting, *_ = problem.split(":")
        named = step.settings.get(setting)
        message = problem
        if named in later:
            message = f"{setting}: {named!r} comes later, or is this step: a loop; name an earlier step"
        raise InputError(message)
    return Before(activity, settings)
