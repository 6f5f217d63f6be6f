"""A bowtie on sheets: on one where its letters stay readable, else a sheet for each side, or more."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from kit.insight.bowtie import Node
from kit.insight.bowtie_layout import lay
from kit.insight.bowtie_parts import Row, Tie, TieDrawing, Words, sort_out

NARROWEST, STEP = 520, 20
BRIEF = (7, 4, 3, 2)
"""Lines of text that a cause or a consequence has in an overview: as many as fit."""


class Sheet(msgspec.Struct, frozen=True):
    """How large a drawing may be. What does not fit goes on more sheets (``split``), or else makes it higher.

    With ``overview`` the first of several sheets shows it whole, without the texts of the measures.
    """

    width: float
    height: float
    split: bool = True
    overview: bool = False


@lru_cache(maxsize=512)
def draw(nodes: tuple[Node, ...], notes: tuple[str, ...], words: Words, sheet: Sheet) -> list[TieDrawing]:
    """Return the sheets that a bowtie needs, with letters as large as they can be.

    Args:
        nodes: The nodes of one bowtie, in the order in which they came.
        notes: For each node what stands under its text, or nothing.
        words: What stands where there is nothing yet.
        sheet: How large a drawing may be.
    """
    tie = sort_out(nodes, notes, words)
    whole = _largest(tie, sheet, "whole")
    if whole is not None:
        return [whole]
    if not sheet.split:
        return [lay(tie, sheet.width, "whole")]
    sides = [page for part in ("left", "right") if getattr(tie, part) for page in _pages(tie, sheet, part)]
    return [*(_overview(tie, sheet) if sheet.overview else ()), *sides]


def _overview(tie: Tie, sheet: Sheet) -> list[TieDrawing]:
    """Return the whole without the texts of its measures, with as much of the others as fits; or nothing."""
    for most in BRIEF:
        found = _largest(msgspec.structs.replace(tie, brief=True, most=most), sheet, "overview")
        if found is not None:
            return [found]
    return []


def _largest(tie: Tie, sheet: Sheet, part: str) -> TieDrawing | None:
    """Return the drawing on the narrowest sheet of this shape that it fits: there its letters are largest."""
    best = lay(tie, sheet.width, part)
    if best.height > sheet.height:
        return None
    low, high = NARROWEST // STEP, int(sheet.width) // STEP - 1
    while low <= high:
        middle = (low + high) // 2
        drawing = lay(tie, float(middle * STEP), part)
        if drawing.height <= drawing.width * sheet.height / sheet.width and not _divides(drawing):
            best, high = drawing, middle - 1
        else:
            low = middle + 1
    return best


def _divides(drawing: TieDrawing) -> bool:
    """Return whether a word is divided: then smaller letters read better."""
    return any(line.endswith("-") for box in drawing.boxes for line in (*box.lines, *box.note))


def _pages(tie: Tie, sheet: Sheet, part: str) -> list[TieDrawing]:
    """Return one side on as few sheets as it takes."""
    found = _largest(tie, sheet, part)
    if found is not None:
        return [found]
    chunks: list[list[Row]] = []
    pages: list[TieDrawing] = []
    for row in getattr(tie, part):
        longer = [*chunks[-1], row] if chunks else [row]
        page = lay(msgspec.structs.replace(tie, **{part: longer}), sheet.width, part)
        if chunks and page.height <= sheet.height:
            chunks[-1], pages[-1] = longer, page
        else:
            chunks.append([row])
            pages.append(lay(msgspec.structs.replace(tie, **{part: [row]}), sheet.width, part))
    return [msgspec.structs.replace(one, page=n, pages=len(pages)) for n, one in enumerate(pages, 1)]
