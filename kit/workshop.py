"""The engine: a command becomes events, events become state, state becomes views and frames."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import msgspec
import pandas as pd

from kit import frames, furnish, gallery, identity, photos, rules, views
from kit.case import Case
from kit.errors import RefusedError
from kit.journal import Journal, Line, Seen
from kit.journal.sqlite import SqliteJournal
from kit.locale import N_
from kit.model import events as happened
from kit.model.base import Command, Event
from kit.model.commands import CORE_COMMANDS, SetProfile
from kit.model.events import Entry
from kit.model.people import TRAINER, Actor, Audience, Viewer
from kit.model.views import Mine, Shared
from kit.programme import Programme
from kit.requests import Ack, Join, Request, digest_of, parse_command
from kit.room import Room
from kit.state import State


class Workshop(frames.FrameAttributes, gallery.Gallery):
    """A programme and a case, with the state folded from the journal.

    Several processes may have the same file open; each follows what the others write with :meth:`catch_up`.
    Use as a context manager, or call :meth:`close`.
    """

    def __init__(self, journal: Journal, clock: Callable[[], float] = time.time) -> None:
        """Fold a journal. Most callers want :meth:`open` or :meth:`create`."""
        self.journal = journal
        self.clock = clock
        self.host: dict[str, Any] = {}
        self.others = 0  # moves with events of other processes
        self.revision = 0  # moves with all that may change a view: events, names, what the server says
        self.rebuild()

    @classmethod
    def create(
        cls,
        path: str | Path,
        case: Case | str | Path,
        programme: Programme | str | Path,
        *,
        lang: str = "nl",
        clock: Callable[[], float] = time.time,
    ) -> Self:
        """Start a new workshop in a new file.

        Args:
            path: The file to make; ends in ``.leefkit`` by custom.
            case: A case, its folder, or the name of a shipped one.
            programme: A programme, its file, or the name of a shipped one.
            lang: Language of the room, ``"nl"`` or ``"en"``.
            clock: Returns Unix time.

        Raises:
            InputError: The case or the programme has a mistake.
            WorkshopFileError: The file exists, or can't be made.
        """
        first, pictures = furnish.created(case, programme, lang)
        line = Line(1, clock(), "trainer", _kind(first), msgspec.json.encode(first))
        return cls(SqliteJournal.create(Path(path), furnish.meta(), [line], pictures), clock)

    @classmethod
    def open(
        cls, path: str | Path, *, read_only: bool = False, clock: Callable[[], float] = time.time
    ) -> Self:
        """Open a workshop file, also while a server runs it.

        Raises:
            WorkshopFileError: There is no such file, it is not a workshop, is from a newer version, or can't
                be written although ``read_only`` is false.
        """
        journal = SqliteJournal.open(Path(path), read_only=read_only)
        try:
            return cls(journal, clock)
        except BaseException:
            journal.close()
            raise

    def rebuild(self) -> None:
        """Forget the state and fold the whole journal anew.

        Raises:
            WorkshopFileError: There is nothing in it, or something that this version can't read.
        """
        self.journal.changed()
        state = State(self.journal.place)
        for line in self.journal.since(0):
            state.read(line)
        _ = state.room
        self._state, self._stale = state, False
        self.host = self.journal.host()
        self.revision += 1

    @property
    def room(self) -> Room:
        """The state, as far as it was folded."""
        return self._state.room

    @property
    def seq(self) -> int:
        """The number of the last event that was folded."""
        return self._state.seq

    @property
    def entries(self) -> Sequence[Entry]:
        """All events that were folded, in order."""
        return self._state.entries

    def catch_up(self) -> bool:
        """Fold what other processes wrote. Returns whether they wrote anything, if only a name."""
        if self._stale:  # a transaction failed, and so did reading the journal after it
            self.rebuild()
            return True
        if not self.journal.changed():
            return False
        before = self.seq
        for line in self.journal.since(before):
            self._state.read(line)
        self.host = self.journal.host()
        self.revision += 1
        self.others += self.seq != before
        return True

    def do(self, command: Command | dict[str, Any], actor: Actor = TRAINER, id: str | None = None) -> Ack:  # noqa: A002
        """Do one thing, now, and return when it is on disk.

        Raises:
            RefusedError: It may not be; nothing changed.
            StorageError: The disk is full or failing; nothing changed.
        """
        if isinstance(command, dict):
            command = parse_command(msgspec.json.encode(command))
        (outcome,) = self.transact([Request(actor, command, id)])
        if isinstance(outcome, RefusedError):
            raise outcome
        return outcome

    def transact(self, requests: Iterable[Request]) -> list[Ack | RefusedError]:
        """Decide on several commands in one transaction; all that is accepted is on disk on return."""
        self.journal.begin()
        outcomes = self.decide(requests)
        self.commit()
        return outcomes

    def decide(self, requests: Iterable[Request]) -> list[Ack | RefusedError]:
        """Decide on commands inside a transaction that :meth:`Journal.begin` started.

        The events are folded at once, so that each command sees the one before it; whoever calls this must
        call :meth:`commit` before showing the state to anybody. An error that is no refusal leaves no trace.
        """
        try:
            self.catch_up()
            self._stale = True
            return [self._answer(request) for request in requests]
        except BaseException:
            self.abandon()
            raise

    def commit(self) -> None:
        """Make what was decided durable.

        Raises:
            StorageError: It could not be written. The state is as it was before.
        """
        try:
            self.journal.commit()
        except BaseException:
            self.abandon()
            raise
        self._stale = False
        self.revision += 1

    def abandon(self) -> None:
        """Drop the transaction and every event of it that was folded already."""
        self.journal.rollback()
        if self._stale:
            self.rebuild()

    def _answer(self, request: Request) -> Ack | RefusedError:
        try:
            return self._decide(request)
        except RefusedError as refusal:
            return refusal

    def _decide(self, request: Request) -> Ack:
        room, command, actor = self.room, request.command, request.actor
        if isinstance(command, Join):
            return self._join(command)
        step = room.step_of(command)
        who = identity.asking(room, step, command, actor, self.journal)
        sender, name = identity.remembered(step, who, request.id or "", self.journal)
        digest = digest_of(command)
        if name and (seen := self.journal.seen(sender, name)) is not None:
            if seen.digest != digest:
                raise RefusedError("id_used", N_("This id was used for another command. Reload the page."))
            return Ack(seen.seq)
        photos.must_be_there(command, self.journal)
        if isinstance(command, CORE_COMMANDS):
            events = rules.decide(room, command, who, self.clock())
        elif step is None or type(command) not in step.activity.commands:
            raise RefusedError("unknown_step", N_("There is no such step or card here."))
        else:
            events = step.activity.decide(room, step, command, who)
        if isinstance(command, SetProfile) and actor.participant is not None:
            self.journal.set_name(actor.participant, rules.tidy_name(command.name))
        self._append(events, who.name)
        if name:
            self.journal.remember(sender, name, Seen(self.seq, digest))
        return Ack(self.seq)

    def _join(self, command: Join) -> Ack:
        participant = f"p{self.room.next_person}"
        self.journal.add_person(participant, command.token)
        self._append([happened.ParticipantJoined(participant, command.lang)], participant)
        return Ack(self.seq, participant)

    def _append(self, events: Sequence[Event], by: str) -> None:
        # The clock of a laptop may step back; the journal's may not.
        at = max(self.clock(), self.room.at)
        for event in events:
            entry = Entry(self.seq + 1, at, by, event)
            self.journal.append([Line(entry.seq, at, by, _kind(event), msgspec.json.encode(event))])
            self._state.add(entry)
            if isinstance(event, happened.StepSealed):
                for name in identity.spent(self.room, self.room.steps[event.step]):
                    self.journal.destroy_secret(name)

    def forget(self, participant: str | None = None) -> int:
        """Forget the name and the token of one participant, or of all. Returns how many were known.

        What they wrote stays, as nobody's in particular, but for their photographs: a handwriting or a face
        is somebody's. Their phone can't go on as the same person.
        """
        gone = photos.of_people(self.room, participant, self.journal)
        self.journal.begin()
        try:
            count = self.journal.forget(participant)
            self.journal.drop_photos(gone)
            self.journal.commit()
        finally:
            self.journal.rollback()
        self.journal.scrub()
        return count

    def shared(self, audience: Audience) -> Shared:
        """Return what an audience may see."""
        return views.shared(self.room, audience, self.journal, self.host)

    def mine(self, viewer: Viewer) -> Mine:
        """Return what is for one viewer alone."""
        return views.mine(self.room, viewer, self.journal)

    def audience(self, viewer: Viewer) -> Audience:
        """Return the audience that a viewer belongs to now."""
        return views.audience(self.room, viewer)

    def frames(self, *, anonymous: bool = False) -> dict[str, pd.DataFrame]:
        """Return all frames by name, up to date; ``docs/frames.md`` describes them, and ``anonymous``."""
        self.catch_up()
        return frames.build(self.room, self.entries, anonymous=anonymous)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        self.journal.close()

    def __enter__(self) -> Self:
        """Return the workshop itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Close."""
        self.close()

    def __repr__(self) -> str:
        """Name the workshop and how far it is."""
        room = self.room
        return (
            f"<Workshop {room.title!r}: {len(room.people)} joined, step {room.now or '-'}, event {self.seq}>"
        )


def _kind(event: Event) -> str:
    return str(event.__struct_config__.tag)
