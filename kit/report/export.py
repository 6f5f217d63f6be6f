"""Frames to files: CSV, Excel and Parquet."""

from __future__ import annotations

import importlib.util
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

import pandas as pd

from kit import gallery
from kit.charts.words import sources
from kit.errors import InputError, StorageError, nearest
from kit.figures import charts
from kit.room import Room

FORMATS = ("csv", "xlsx", "parquet")


def export_frames(
    frames: dict[str, pd.DataFrame], to: Path, formats: Iterable[str], *, stem: str
) -> list[Path]:
    """Write frames to a folder and return the files, each whole or not there.

    Args:
        frames: Frames by name.
        to: The folder; made if it is not there.
        formats: Of ``csv`` (one file per frame, UTF-8), ``xlsx`` (one workbook, a sheet per frame) and
            ``parquet`` (one file per frame; needs pyarrow).
        stem: Name of the workbook, without its ending.

    Raises:
        InputError: An unknown format or none, or pyarrow is missing; nothing was written.
        StorageError: The folder can't be written.
    """
    wanted = _wanted(formats)
    made: list[Path] = []
    try:
        to.mkdir(parents=True, exist_ok=True)
        for one in wanted:
            if one == "xlsx":
                made.append(_workbook(frames, to / f"{stem}.xlsx"))
            else:
                made += [_file(frame, to / f"{name}.{one}") for name, frame in frames.items()]
    except OSError as error:
        raise _unwritable(to, error) from error
    return made


def extra_files(room: Room, steps: Collection[str] | None = None) -> dict[str, bytes]:
    """Return the files, by name, that go with the frames, in the language of the room.

    They are the charts of the case, whom to credit, the figures, and what ``steps`` add: by default all.
    """
    made = {**charts.files(room.case, room.lang), **_sources(room), **gallery.files(room, room.lang)}
    for step in room.steps.values():
        if steps is not None and step.id not in steps:
            continue
        for name, content in step.activity.exports(room, step, room.lang).items():
            made[f"{step.id}-{name}" if name in made else name] = content
    return made


def _sources(room: Room) -> dict[str, bytes]:
    """Return a file with all sources of the case: who passes its figures on must credit them."""
    lines = sources(room.case, room.lang)
    return {"sources.txt": "".join(f"{line}\n" for line in lines).encode()} if lines else {}


def export_files(files: dict[str, bytes], to: Path) -> list[Path]:
    """Write files as they are to a folder and return them, each whole or not there.

    Raises:
        InputError: A name leads out of the folder; nothing was written.
        StorageError: The folder can't be written.
    """
    must_stay(files)
    made = []
    try:
        for name, content in files.items():
            path, part = to / name, to / f"{name}.part"
            path.parent.mkdir(parents=True, exist_ok=True)
            with _whole(path, part):
                part.write_bytes(content)
            made.append(path)
    except OSError as error:
        raise _unwritable(to, error) from error
    return made


def must_stay(names: Iterable[str]) -> None:
    """Refuse names that lead out of the folder, here or on Windows: a workshop file of others chose them.

    Raises:
        InputError: One of them does.
    """
    for name in names:
        ways = (PurePosixPath(name), PureWindowsPath(name))
        if "\0" in name or any(way.anchor or ".." in way.parts for way in ways):
            message = f"{name!r}: this workshop names a file outside the folder; nothing was exported"
            raise InputError(message)


def _unwritable(to: Path, error: OSError) -> StorageError:
    message = f"{to}: can't be written ({error.strerror or error}); choose another folder with --to"
    return StorageError(message)


def _wanted(formats: Iterable[str]) -> list[str]:
    """Return the formats as they are named here, each once, and only when all of them can be written."""
    wanted = list(dict.fromkeys(one.strip().lower() for one in formats if one.strip()))
    if not wanted:
        message = f"--format: name at least one of {', '.join(FORMATS)}"
        raise InputError(message)
    for one in wanted:
        if one not in FORMATS:
            message = f"--format {one!r}: no such format; {nearest(one, FORMATS)}"
            raise InputError(message)
    if "parquet" in wanted and importlib.util.find_spec("pyarrow") is None:
        message = "Parquet needs pyarrow; install it with: pip install 'leefkit[parquet]'"
        raise InputError(message)
    return wanted


@contextmanager
def _whole(path: Path, part: Path) -> Iterator[None]:
    """Put ``part`` in the place of ``path`` once it is written; leave no rest of it when that fails."""
    try:
        yield
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _file(frame: pd.DataFrame, path: Path) -> Path:
    part = path.with_name(path.name + ".part")
    with _whole(path, part):
        if path.suffix == ".csv":
            frame.to_csv(part, index=False, encoding="utf-8", date_format="%Y-%m-%dT%H:%M:%S.%fZ")
        else:
            _parquet(frame, part)
    return path


def _parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write Parquet; a category without any value keeps its dtype too, which pandas would not see to."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    table = pa.Table.from_pandas(frame, preserve_index=False)
    kind = pa.dictionary(pa.int32(), pa.string())
    for n, (name, column) in enumerate(frame.items()):
        if column.dtype == "category" and column.cat.categories.empty:
            table = table.set_column(n, pa.field(name, kind), pa.nulls(len(table), kind))
    pq.write_table(table, path)


def _workbook(frames: dict[str, pd.DataFrame], path: Path) -> Path:
    """Write a workbook; text stays text, also where it begins like a formula."""
    part = path.with_name(path.stem + ".part.xlsx")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with (
        _whole(path, part),
        pd.ExcelWriter(part, engine="xlsxwriter", engine_kwargs={"options": options}) as book,
    ):
        for name, frame in frames.items():
            plain = frame.copy()
            for column in plain.select_dtypes("datetimetz"):
                plain[column] = plain[column].dt.tz_localize(None)  # Excel knows no time zones; all is UTC
            plain.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            sheet = book.sheets[name]
            for n, column in enumerate(plain):
                sheet.set_column(n, n, 60 if column in {"text", "what"} else 18)
    return path
