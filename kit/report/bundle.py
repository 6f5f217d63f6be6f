"""A whole workshop as files: what ``leefkit export`` writes to a folder, and what the results give."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from kit import gallery
from kit.errors import StorageError
from kit.figures import charts
from kit.report.export import export_files, export_frames, extra_files, must_stay
from kit.room import Room, StepState
from kit.workshop import Workshop


def write(workshop: Workshop, to: Path, formats: Iterable[str], *, anonymous: bool = False) -> list[Path]:
    """Write the frames of a workshop to a folder, the photographs, and what its case and its steps add.

    Args:
        workshop: The workshop, as far as it was folded.
        to: The folder; made if it is not there.
        formats: Those of :data:`kit.report.export.FORMATS`.
        anonymous: Leave out who it was.

    Raises:
        InputError: An unknown format, or a name that leads out of the folder; nothing was written.
        StorageError: The folder can't be written.
    """
    frames, more = workshop.frames(anonymous=anonymous), extra_files(workshop.room)
    more |= _pictures(workshop, frames["cards"]["photo"].dropna().unique())
    must_stay(more)
    made = export_frames(frames, to, formats, stem=_stem(workshop))
    return [*made, *export_files(more, to)]


def pack(workshop: Workshop, to: Path) -> None:
    """Write what the results give as one ZIP: an anonymous export, of what the room may know by now.

    Steps that are still open, or not shown to the room, are not in it, nor are cards that the trainer took
    off the screens. When the workshop is over and all was shown, nothing else is missing.

    Args:
        workshop: The workshop, as far as it was folded.
        to: The file; it is whole when this returns, and of no use when this raises.

    Raises:
        InputError: A name leads out of the folder.
        StorageError: The disk is full or failing.
    """
    room = workshop.room
    known = {one.id for one in room.steps.values() if shown(one)}
    frames = {name: _known(frame, known) for name, frame in workshop.frames(anonymous=True).items()}
    more = extra_files(room, known)
    must_stay(more)
    try:
        with tempfile.TemporaryDirectory(prefix="leefkit-") as folder:
            place = Path(folder)
            made = export_frames(frames, place, ["csv", "xlsx"], stem=_stem(workshop))
            made += export_files(more, place)
            with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as book:
                for path in made:
                    book.write(path, path.relative_to(place).as_posix())
    except OSError as error:
        message = f"the files of the results can't be written ({error}); make room on the disk"
        raise StorageError(message) from error


def shown(step: StepState) -> bool:
    """Return whether a step is closed, and its contributions are not kept from the room."""
    tables = step.settings.per == "team" and step.activity.apart
    return step.status == "closed" and (step.revealed or not (step.settings.hidden or tables))


def drawings(room: Room, lang: str) -> dict[str, bytes]:
    """Return the figures of the workshop and the charts of its case as files, by name."""
    return {**charts.files(room.case, lang), **gallery.files(room, lang)}


def _known(frame: pd.DataFrame, steps: set[str]) -> pd.DataFrame:
    """Return the rows of these steps and of none, without the cards that the trainer took off the screens."""
    kept = pd.Series(data=True, index=frame.index)
    if "step" in frame:
        kept &= frame["step"].isna() | frame["step"].isin(steps)
    if "hidden" in frame:
        kept &= ~frame["hidden"].fillna(value=False).astype(bool)
    return frame[kept]


def _pictures(workshop: Workshop, names: Iterable[str]) -> dict[str, bytes]:
    """Return the photographs of these names as files; one that was forgotten is missing."""
    found = {name: workshop.journal.photo(name) for name in names}
    return {f"photos/{name}.jpg": body for name, body in found.items() if body is not None}


def _stem(workshop: Workshop) -> str:
    return Path(workshop.journal.place).stem
