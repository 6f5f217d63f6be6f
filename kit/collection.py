"""Several workshops of one folder, to be read together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec
import pandas as pd

from kit import frames, paths
from kit.errors import InputError, KitError
from kit.insight.chart_numbers import MONTHS
from kit.workshop import Workshop

ABOUT = {
    "workshop": "str",
    "name": "str",
    "title": "str",
    "case": "str",
    "programme": "str",
    "at": frames.WHEN,
    "people": "int64",
    "finished": "bool",
    "file": "str",
}
LEFT_OUT = {"file": "str", "why": "str"}


class _Read(msgspec.Struct):
    """One workshop as it was read."""

    id: str
    title: str
    lang: str
    case: str
    programme: str
    at: float
    people: int
    finished: bool
    seq: int
    path: Path
    frames: dict[bool, dict[str, pd.DataFrame]]
    """Whether anonymous, and then by name."""

    @property
    def name(self) -> str:
        """Its title with the day it was held."""
        day = dt.datetime.fromtimestamp(self.at).astimezone().date()
        months = MONTHS.get(self.lang, MONTHS["nl"])
        return f"{self.title}, {day.day} {months[day.month - 1]} {day.year}"


class Workshops(frames.FrameAttributes):
    """All workshops of a folder: their frames, with a column ``workshop`` that keeps them apart.

    It reads each file once and lets go of it, also one that a server runs at the moment.

    Attributes:
        about: One row per workshop, the oldest first: its id (``workshop``), a ``name`` for people, its
            ``title``, ``case`` and ``programme``, when the first participant came in (``at``), how many
            ``people`` took part, whether it is ``finished``, and the ``file``.
        left_out: The files that are not in it, and ``why``. The server's own backups are not mentioned.

    Example:
        >>> workshops = Workshops.open("Leefkit")              # doctest: +SKIP
        >>> workshops.answers.groupby("workshop").size()       # doctest: +SKIP
    """

    def __init__(self, read: Iterable[_Read], left_out: Iterable[tuple[Path, str]] = ()) -> None:
        """Use :meth:`open` instead."""
        kept: dict[str, _Read] = {}
        not_here = [(path.name, why) for path, why in left_out]
        for one in read:
            other = kept.get(one.id)
            more, less = (one, other) if other is None or one.seq > other.seq else (other, one)
            kept[one.id] = more
            if less is not None:
                not_here.append((less.path.name, f"a copy of {more.path.name}, which holds as much or more"))
        self._all = sorted(kept.values(), key=lambda one: (one.at, one.id))
        self.left_out = pd.DataFrame(not_here, columns=list(LEFT_OUT)).astype(LEFT_OUT)
        self.about = self._about()

    @classmethod
    def open(cls, folder: str | Path, *, demos: bool = False) -> Self:
        """Read every ``*.leefkit`` of a folder.

        Backups that a server keeps are passed over; of two copies of one workshop the fuller one counts. A
        file that can't be read stands in :attr:`left_out`, with the reason.

        Args:
            folder: The folder; the ones in it are not searched.
            demos: Read what ``leefkit demo`` made as well. Nobody was there: don't mix it with the others.

        Raises:
            InputError: There is no such folder.
        """
        place = Path(folder)
        if not place.is_dir():
            message = f"{place}: there is no such folder; name the one with your workshop files"
            raise InputError(message)
        read: list[_Read] = []
        left_out: list[tuple[Path, str]] = []
        for path in sorted(place.glob("*.leefkit")):
            if paths.is_backup(path):
                continue
            if paths.is_demo(path) and not demos:
                left_out.append((path, "a demonstration: its people are simulated; demos=True reads it"))
                continue
            try:
                read.append(_read(path))
            except (KitError, OSError) as error:
                left_out.append((path, str(error)))
        return cls(read, left_out)

    @property
    def names(self) -> pd.Series[str]:
        """What people call each workshop, by its id: what a figure writes."""
        return self.about.set_index("workshop")["name"]

    def frames(self, *, anonymous: bool = False) -> dict[str, pd.DataFrame]:
        """Return all frames by name, each with the id of the workshop in its first column.

        A participant ``p1`` or a card ``k1`` of one workshop is not that of another: group by ``workshop``.

        Args:
            anonymous: As for one workshop: leave out who it was.
        """
        return {name: self._frame(name, anonymous=anonymous) for name in frames.COLUMNS}

    def _frame(self, name: str, *, anonymous: bool) -> pd.DataFrame:
        columns = {"workshop": frames.KIND, **frames.COLUMNS[name]}
        parts = []
        for one in self._all:
            frame = one.frames[anonymous][name]
            if len(frame):
                parts.append(frame.astype(_plain(frame)).assign(workshop=one.id))
        if not parts:
            return pd.DataFrame(columns=list(columns)).astype(columns)
        return pd.concat(parts, ignore_index=True)[list(columns)].astype(columns)

    def _about(self) -> pd.DataFrame:
        rows = []
        taken: dict[str, int] = {}
        for one in self._all:
            taken[one.name] = taken.get(one.name, 0) + 1
            name = one.name if taken[one.name] == 1 else f"{one.name} ({taken[one.name]})"
            when = pd.Timestamp(one.at, unit="s", tz="UTC")
            rows.append((one.id, name, one.title, one.case, one.programme, when, one.people, one.finished,
                         str(one.path)))  # fmt: skip
        return pd.DataFrame(rows, columns=list(ABOUT)).astype(ABOUT)

    def __len__(self) -> int:
        """Return how many workshops there are."""
        return len(self._all)

    def __repr__(self) -> str:
        """Say how many there are, and how many files are left out."""
        return f"<Workshops: {len(self)} read, {len(self.left_out)} files left out>"


def _read(path: Path) -> _Read:
    with Workshop.open(path, read_only=True) as workshop:
        room, there = workshop.room, workshop.room.of_the_day()
        return _Read(
            id=str(workshop.journal.meta("workshop")),
            title=room.title,
            lang=room.lang,
            case=room.case.id,
            programme=room.programme.id,
            at=there[0].joined_at if there else workshop.entries[0].at,
            people=len(there),
            finished=room.finished,
            seq=workshop.seq,
            path=path,
            frames={anonymous: workshop.frames(anonymous=anonymous) for anonymous in (False, True)},
        )


def _plain(frame: pd.DataFrame) -> dict[str, str]:
    """Return the columns to make text of before frames are joined: categories differ per workshop."""
    return {str(name): "object" for name, dtype in frame.dtypes.items() if dtype == "category"}
