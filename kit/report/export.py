"""Frames to files: CSV, Excel and Parquet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from kit.errors import InputError, StorageError, nearest

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
        InputError: An unknown format, or pyarrow is missing.
        StorageError: The folder can't be written.
    """
    wanted = [one.strip().lower() for one in formats if one.strip()]
    for one in wanted:
        if one not in FORMATS:
            message = f"--format {one!r}: no such format; {nearest(one, FORMATS)}"
            raise InputError(message)
    made: list[Path] = []
    try:
        to.mkdir(parents=True, exist_ok=True)
        for one in wanted:
            if one == "xlsx":
                made.append(_workbook(frames, to / f"{stem}.xlsx"))
            else:
                made += [_file(frame, to / f"{name}.{one}") for name, frame in frames.items()]
    except OSError as error:
        message = f"{to}: can't be written ({error.strerror or error}); choose another folder with --to"
        raise StorageError(message) from error
    return made


def _file(frame: pd.DataFrame, path: Path) -> Path:
    part = path.with_name(path.name + ".part")
    if path.suffix == ".csv":
        frame.to_csv(part, index=False, encoding="utf-8", date_format="%Y-%m-%dT%H:%M:%S.%fZ")
    else:
        try:
            frame.to_parquet(part, index=False)
        except ImportError as error:
            message = "Parquet needs pyarrow; install it with: pip install 'leefkit[parquet]'"
            raise InputError(message) from error
    part.replace(path)
    return path


def _workbook(frames: dict[str, pd.DataFrame], path: Path) -> Path:
    """Write a workbook; text stays text, also where it begins like a formula."""
    part = path.with_name(path.stem + ".part.xlsx")
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(part, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        for name, frame in frames.items():
            plain = frame.copy()
            for column in plain.select_dtypes("datetimetz"):
                plain[column] = plain[column].dt.tz_localize(None)  # Excel knows no time zones; all is UTC
            plain.to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            sheet = book.sheets[name]
            for n, column in enumerate(plain):
                sheet.set_column(n, n, 60 if column in {"text", "what"} else 18)
    part.replace(path)
    return path
