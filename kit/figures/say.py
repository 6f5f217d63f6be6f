"""Words around a figure: sentences filled in, names in a row, and numbers with their sign."""

from __future__ import annotations

from collections.abc import Sequence

from kit.insight.chart_numbers import number
from kit.insight.chart_parts import Writing
from kit.locale import N_, translate


def tell(sentence: str, lang: str, **values: object) -> str:
    """Return a sentence in a language, filled in."""
    return translate(sentence, lang).format(**values)


def listed(names: Sequence[str], lang: str, most: int) -> str:
    """Return as many names with a semicolon between them, because they have commas, and how many more."""
    if len(names) > most:
        return tell(N_("{names} and {n} more"), lang, names="; ".join(names[:most]), n=len(names) - most)
    return "; ".join(names)


def joined(names: Sequence[str], lang: str) -> str:
    """Return names in a row: *a, b and c*."""
    if len(names) < 2:
        return "".join(names)
    return tell(N_("{names} and {last}"), lang, names=", ".join(names[:-1]), last=names[-1])


def signed(value: float, writing: Writing, *, share: bool = False) -> str:
    """Return a change with a plus or a minus; that of a share in points of a hundred."""
    return number(value * 100, writing.lang, 0, signed=True) if share else writing.number(value, signed=True)


def moved(value: float, writing: Writing, *, share: bool = False) -> str:
    """Return the same with the word *points* where it is of a share: from 40% to 50% is no change of 10%."""
    said = signed(value, writing, share=share)
    return tell(N_("{n} points"), writing.lang, n=said) if share else said
