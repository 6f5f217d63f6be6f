"""What in a text may point at a real person: patterns, not certainty.

A workshop is no place to exchange personal data. These functions find what looks like it, so that the writer
can be asked to leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import msgspec

PLATES = (
    "LL-99-99 99-99-LL 99-LL-99 LL-99-LL LL-LL-99 99-LL-LL 99-LLL-9 9-LLL-99 LL-999-L L-999-LL LLL-99-L "
    "L-99-LLL 9-LL-999 999-LL-9"
)
"""How Dutch number plates are built: L a letter, 9 a digit."""

PATTERNS: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    # A decimal fraction has digits before its point or comma.
    "phone": re.compile(
        r"(?<![\w+])(?<!\d[.,])(?:\+31|0031|\(?0)[ -]?(?:\(0\)[ -]?)?[1-9]"
        r"(?:(?: [-–] |\) ?|[ -])?\d){8}(?!\d)"
    ),
    "iban": re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){10}\b"),
    "address": re.compile(
        r"\b[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}\b[\s,]*\d+"
        r"|\b\d{1,4} ?[a-zA-Z]?(?:-\d+)?,\s*[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}\b"
        r"|\b[A-Z][\w'’-]*(?:straat|laan|weg|plein|dijk|hof|kade|singel|steeg|gracht|pad|dreef|plantsoen)"
        r" \d{1,4} ?[a-zA-Z]?\b"
        r"|\b\d{1,4} [A-Z][\w'’-]* (?:Street|Road|Lane|Avenue|Square)\b"
    ),
    # A later year is the date of a meeting or a test, not of a birth; the first and the last day of a year
    # are those of statistics.
    "birth": re.compile(
        r"\b(?:geboren|geb\.?|geboortedatum|born|dob)(?!\w)\D{0,20}"
        r"\b\d{1,2}(?:[-/. ]\d{1,2}[-/. ]| [a-z]{3,9}\.? )(?:19|20)\d\d\b"
        r"|\b(?!0?1(?:[-/. ]0?1[-/. ]| jan)|31(?:[-/. ]12[-/. ]| de[ck]))(?:0?[1-9]|[12]\d|3[01])"
        r"(?:[-/. ](?:0?[1-9]|1[0-2])[-/. ]"
        r"| (?:jan|feb|m(?:aa)?rt|mar|apr|mei|may|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z.]* )"
        r"(?:19\d\d|20[01]\d)\b",
        re.IGNORECASE,
    ),
    "plate": re.compile(
        r"(?<![\w-])(?:" + PLATES.replace("L", "[A-Z]").replace("9", r"\d").replace(" ", "|") + r")(?![\w-])"
    ),
    "diagnosis": re.compile(
        r"\b(?:adhd|autis\w*|asperger|ptss|ptsd|borderline|schizofren\w*|schizophren\w*|psychos\w*|psychot\w*"
        r"|bipola\w*|depressi\w*|dement\w*|alzheimer|verslaafd|verslaving|addict\w*|diagnos\w*|lvb)\b",
        re.IGNORECASE,
    ),
    "case": re.compile(
        r"\b(?:zaak|dossier|casus|mutatie|meldings?|proces-verbaal|pv|case|file)"
        r"[- ]?(?:nummer|number|nr\.?|no\.?)?[ :#]*[A-Z]{0,4}-?\d{3,}",
        re.IGNORECASE,
    ),
}
_TITLE = re.compile(
    r"\b(?:meneer|mevrouw|dhr\.?|mevr\.?|mw\.?|mr\.?|mrs\.?|ms\.?)\s+"
    r"(?:van der |van den |van de |van |de |den )?(?P<name>[A-ZÀ-Þ][\w'’-]+)",
)
# Nine digits at a stretch or in groups; not behind letters (the code of an area) or a decimal point.
_NINE = re.compile(
    r"(?<![\d-])(?<![A-Z])(?<!\d[.,])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}([ .])\d\d\2\d{3})(?![\d-])"
)
FICTIONAL = ("address", "birth", "diagnosis", "case")
"""What a made-up person may have one of; two together make a real one recognisable."""


class Mark(msgspec.Struct, frozen=True):
    """What looks like personal data: of which kind, the text itself, and where in the whole it begins."""

    kind: str
    text: str
    at: int


def personal(text: str, known: Container[str] = ()) -> list[str]:
    """Return the kinds of personal data that a text seems to hold, each once.

    Args:
        text: What somebody wrote.
        known: Surnames that may stand there, such as those of the people in a made-up case.

    Returns:
        Some of ``bsn`` (nine digits that pass the test of eleven), ``email``, ``phone``, ``iban``,
        ``address``, ``birth``, ``plate`` (of a car), ``diagnosis``, ``case`` (a number of a file) and
        ``name`` (*meneer* or *mevrouw* with a surname).
    """
    return list(dict.fromkeys(mark.kind for mark in marks(text, known)))


def marks(text: str, known: Container[str] = ()) -> Iterator[Mark]:
    """Yield all that looks like personal data, by kind; see :func:`personal`."""
    for nine in _NINE.finditer(text):
        if is_bsn("".join(filter(str.isdigit, nine.group()))):
            yield Mark("bsn", nine.group(), nine.start())
    # The digits of a bank account look like those of a telephone.
    without = PATTERNS["iban"].sub(lambda found: "#" * len(found.group()), text)
    for kind, pattern in PATTERNS.items():
        for found in pattern.finditer(text if kind == "iban" else without):
            yield Mark(kind, found.group(), found.start())
    for found in _titled(text):
        if found["name"] not in known:
            yield Mark("name", text[found.start() : found.end()], found.start())


def _titled(text: str) -> Iterator[re.Match[str]]:
    # "Mevrouw" may begin a sentence, but a surname always has its capital: so no IGNORECASE for the whole.
    yield from _TITLE.finditer(re.sub(r"\b(Meneer|Mevrouw|Dhr|Mevr|Mw|Mr|Mrs|Ms)\b", _small, text))


def _small(found: re.Match[str]) -> str:
    return found.group().lower()


def is_bsn(digits: str) -> bool:
    """Return whether nine digits pass the test of eleven for a citizen service number.

    The digits are weighed 9, 8, 7, 6, 5, 4, 3, 2 and -1; the sum is a multiple of 11, and not 0.
    """
    if len(digits) != 9:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and total != 0
