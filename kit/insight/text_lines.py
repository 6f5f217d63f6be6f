"""Breaking a text into lines for a drawing, where no browser does it.

Which font a screen or a report has is not known, so a letter counts as wide as in a wide sans serif (DejaVu
Sans): in any other one the lines are a little short, never too long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import east_asian_width

WIDTHS = {
    **dict.fromkeys("il'|I.,:;!j", 0.31),
    **dict.fromkeys("ftr()[]-‘’ /", 0.39),
    **dict.fromkeys("csz?\"“”", 0.54),
    **dict.fromkeys("mwMWQO@%…", 0.93),
}  # fmt: skip
OTHER, CAPITAL, BROAD, BOLD = 0.62, 0.7, 1.25, 1.1
SPACE = re.compile(r"[^\S\u00a0]+")
"""Where a text may be broken: at white space, but for a no-break space."""

LEAST = 3
"""Letters of a divided word that stay together."""


@lru_cache(maxsize=8192)
def width_of(text: str, *, bold: bool = False) -> float:
    """Return how wide a text is at most, where the height of a letter is 1."""
    width = sum(WIDTHS.get(one) or _width(one) for one in text)
    return width * BOLD if bold else width


def _width(letter: str) -> float:
    if east_asian_width(letter) in {"W", "F"}:  # pictures too
        return BROAD
    return CAPITAL if letter.isupper() else OTHER


def lines_of(text: str, width: float, most: int, *, bold: bool = False) -> list[str]:
    """Return a text in lines of at most this width; a word that is too long for one is divided.

    Args:
        text: What to break; white space is a place to do so, but for a no-break space.
        width: Of a line, where the height of a letter is 1.
        most: Lines at most; the last one then ends in an ellipsis.
        bold: The letters are bold.
    """
    lines: list[str] = []
    used, space = 0.0, width_of(" ", bold=bold)
    for word in SPACE.split(text.strip()) if text.strip() else ():
        wide = width_of(word, bold=bold)
        if lines and used + space + wide <= width:
            lines[-1] += f" {word}"
            used += space + wide
            continue
        *whole, rest = _divided(word, width, bold=bold) if wide > width else [word]
        lines += [*whole, rest]
        used = width_of(rest, bold=bold)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].removesuffix("-")
    while last and width_of(f"{last}…", bold=bold) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], f"{last}…"]


def _divided(word: str, width: float, *, bold: bool) -> list[str]:
    """Return a word in pieces that fit, all but the last with a hyphen: one of its own where it has one."""
    pieces = []
    while width_of(word, bold=bold) > width and len(word) >= 2 * LEAST:
        fits = LEAST
        while fits < len(word) - LEAST and width_of(f"{word[: fits + 1]}-", bold=bold) <= width:
            fits += 1
        own = word.rfind("-", LEAST, fits + 1)
        pieces.append(word[: own + 1] if own > 0 else f"{word[:fits]}-")
        word = word[own + 1 if own > 0 else fits :]
    return [*pieces, word]
