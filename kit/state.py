"""The state of a workshop with the events that it adds up from."""

from __future__ import annotations

import msgspec

from kit import fold, furnish
from kit.activities import REGISTRY
from kit.errors import WorkshopFileError
from kit.journal import Line
from kit.model import events as happened
from kit.model.base import Event
from kit.model.events import Entry
from kit.room import Action, Room, of_trainer

MOST_ACTIONS = 30


class State:
    """What the lines of a journal add up to. :meth:`add` is the only thing that changes it."""

    def __init__(self, place: str) -> None:
        """Begin with nothing; ``place`` names the journal in errors."""
        self.place = place
        self.entries: list[Entry] = []
        self._room: Room | None = None

    @property
    def room(self) -> Room:
        """The room as it is now.

        Raises:
            WorkshopFileError: There is no first event yet.
        """
        if self._room is None:
            message = f"{self.place}: this workshop file is empty; start a new workshop"
            raise WorkshopFileError(message)
        return self._room

    @property
    def seq(self) -> int:
        """The number of the last event."""
        return self.entries[-1].seq if self.entries else 0

    def read(self, line: Line) -> None:
        """Add a line of the journal.

        Raises:
            WorkshopFileError: It is of a newer version, or damaged.
        """
        try:
            event = REGISTRY.event_decoder.decode(line.body)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = f"{self.place}: event {line.seq} ({line.kind}) can't be read ({error}); update Leefkit"
            raise WorkshopFileError(message) from error
        self.add(Entry(line.seq, line.at, line.actor, event))

    def add(self, entry: Entry) -> None:
        """Fold one more event."""
        event, by = entry.event, entry.actor
        if isinstance(event, happened.WorkshopCreated):
            self._room = furnish.furnish(event)
        room = self.room
        back = self._inverse(event, by) if of_trainer(by) else []
        if isinstance(event, happened.Undone):
            room.actions.pop()
            of = self.entries[event.of - 1].actor
            for one in event.restored:
                self._evolve(msgspec.convert(one, REGISTRY.event_union), of, entry.at)
        else:
            self._evolve(event, by, entry.at)
        if back:
            action = Action(entry.seq, str(event.__struct_config__.tag), event, back)
            room.actions = [*room.actions[1 - MOST_ACTIONS :], action]
        room.seq, room.at = entry.seq, entry.at
        self.entries.append(entry)

    def _evolve(self, event: Event, by: str, at: float) -> None:
        fold.acted(self.room, self.room.step_of(event), by)
        if isinstance(event, happened.CORE_EVENTS):
            fold.evolve(self.room, event, by, at)
            return
        step = self.room.step_of(event)
        if step is not None:
            step.activity.evolve(self.room, step, event, by, at)

    def _inverse(self, event: Event, by: str) -> list[Event]:
        """Return the events that take back what the trainer did, ``by`` that name; asked before the fold."""
        if isinstance(event, happened.CORE_EVENTS):
            return fold.inverse(self.room, event)
        step = self.room.step_of(event)
        return step.activity.inverse(self.room, step, event, by) if step is not None else []
