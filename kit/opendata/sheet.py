"""A text file as rows of cells, whatever program saved it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import msgspec

from kit.errors import InputError

BINARY = {
    b"PK\x03\x04": "a zip or Excel file; unpack it, or choose the CSV download instead",
    b"\xd0\xcf\x11\xe0": "an old Excel file; choose the CSV download instead",
    b"%PDF": "a PDF; choose the CSV download instead",
}


class Row(msgspec.Struct):
    """One row and the line of the file that it ends on."""

    line: int
    cells: list[str]


def decode(path: Path) -> str:
    """Return the text of a file: UTF-8 with or without a mark, UTF-16 with one, or else Windows' cp1252.

    Raises:
        InputError: It can't be read, or is no text. The sentence says what to do.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror}"
        raise InputError(message) from error
    for start, what in BINARY.items():
        if data.startswith(start):
            message = f"{path}: this is {what}"
            raise InputError(message)
    coding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        message = f"{path}: this is not a text file; choose the CSV download"
        raise InputError(message)
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        message = f"{path}: this is a web page; use the download button of the site and choose CSV"
        raise InputError(message)
    return text


def rows(text: str, path: Path) -> list[Row]:
    """Split CSV into rows with clean cells; empty rows are gone.

    Raises:
        InputError: Nothing is in it, or a quote is never closed.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    found = []
    try:
        for cells in reader:
            clean = [_clean(cell) for cell in cells]
            if any(clean):
                found.append(Row(reader.line_num, clean))
    except csv.Error as error:
        message = (
            f"{path}:{reader.line_num}: this line can't be read as CSV ({error}); download the file again"
        )
        raise InputError(message) from error
    if not found:
        message = f"{path}: this file is empty; download it again"
        raise InputError(message)
    return found


def delimiter(text: str) -> str:
    """Return what stands between the cells: of ``;``, tab and ``,`` the one that most lines agree on.

    A title may hold semicolons and a number a comma, so the lines are counted, not the marks; what stands
    between quotes does not count.
    """
    best, most = ";", 0
    lines = [line for line in text.splitlines() if line.strip()][:60]
    for mark in (";", "\t", ","):
        counts = [sum(part.count(mark) for part in line.split('"')[::2]) for line in lines]
        common = max(set(counts) - {0}, key=counts.count, default=0)
        agree = counts.count(common) if common else 0
        if agree > most:
            best, most = mark, agree
    return best


def _clean(cell: str) -> str:
    """Drop padding, and the marks without width that translating programs put into names."""
    return " ".join(cell.replace("\u200b", "").replace("\ufeff", "").split())
