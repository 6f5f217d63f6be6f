"""Numbers on a chart: how they are written, where an axis has its marks, rates and indices, periods."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

FEWEST = 1000
"""Fewer inhabitants than this get no rate: with 190 people, three more burglaries double it."""
YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
MINUS = "\N{MINUS SIGN}"
MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def number(value: float, lang: str, digits: int = 0, *, signed: bool = False) -> str:
    """Return a number as people write it: ``12.345,6`` in Dutch, ``12,345.6`` in English.

    Args:
        value: The number.
        lang: ``"nl"`` or ``"en"``.
        digits: Decimals, always all of them, so that numbers in a column compare.
        signed: Put a plus before what is above zero.
    """
    text = f"{abs(value):,.{digits}f}"
    if lang != "en":
        text = text.translate({ord(","): ".", ord("."): ","})
    if not any(one in "123456789" for one in text):
        return text
    return f"{MINUS if value < 0 else '+' if signed else ''}{text}"


def digits_for(values: Iterable[float | None], most: int = 2) -> int:
    """Return how many decimals numbers need beside one another: none for counts, else two figures or so."""
    known = [abs(one) for one in values if one is not None]
    if all(float(one).is_integer() for one in known):
        return 0
    largest = max(known)
    return 0 if largest >= 100 else min(most, 1 if largest >= 1 else 2)


def rate(value: float | None, people: int | None, per: int) -> float | None:
    """Return a number per so many inhabitants; None where it would mislead or can't be reckoned.

    Args:
        value: A count; None where it was not published.
        people: Inhabitants; None where that is not known.
        per: 1000 for a rate per 1,000 inhabitants.
    """
    if value is None or people is None or people < FEWEST:
        return None
    return value / people * per


def indexed(values: Sequence[float | None]) -> list[float | None]:
    """Return numbers with the first as 100; all None where the first is missing, or is not above 0."""
    first = values[0] if values else None
    if first is None or first <= 0:
        return [None] * len(values)
    return [None if one is None else one / first * 100 for one in values]


def together(values: Iterable[float | None]) -> float | None:
    """Return the sum of what is known; None where nothing is."""
    known = [one for one in values if one is not None]
    return math.fsum(known) if known else None


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers from at or below ``low`` to at or above ``high``: steps of 1, 2 or 5."""
    if high <= low:
        high = low + 1
    rough = (high - low) / max(1, most - 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(one * size for one in (1, 2, 5, 10) if one * size >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def moment(period: str) -> float | None:
    """Return when a period is, in years; None for what is no year or month."""
    found = YEAR_OR_MONTH.fullmatch(period)
    if not found:
        return None
    return int(found[1]) + (int(found[2]) - 1) / 12 if found[2] else float(found[1])


def period_name(period: str, lang: str) -> str:
    """Return a period as people say it: ``2022``, ``apr 2022``."""
    found = YEAR_OR_MONTH.fullmatch(period)
    if not found or not found[2] or not 1 <= int(found[2]) <= 12:
        return period
    return f"{MONTHS.get(lang, MONTHS['nl'])[int(found[2]) - 1]} {found[1]}"
