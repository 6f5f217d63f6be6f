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

_YEAR = r"(?:19|20)\d\d\b"
_SMALL_WORDS = (
    "al an as at be by cm da de do dm dr er en eu go ha he hm if ik in is it ja je kg km la ma me ml mm mr "
    "my na nl no nr nu of om on op or pc pk pm re so st te to tv uk up us uw we wo xl ze zo"
)
# The letters of a postcode in small ones are none where they are a word: "4800 of 5".
_LETTERS = rf"(?:(?!S[ADS])[A-Z]{{2}}|(?!(?:{'|'.join(_SMALL_WORDS.split())})\b)[a-z]{{2}})\b"
_HOUSE = rf"(?!{_YEAR})\d{{1,4}}(?: ?[a-zA-Z])?\b"
# "Op de Markt 3 kramen" counts: behind an address comes no noun, but the end, or one of these.
_THEN = (
    r"(?! (?!(?:aan|and|at|bij|en|for|has|heeft|in|is|kwam|komt|ligt|met|naast|near|of|on|op|or|staat|te|to"
    r"|tot|tegenover|waar|was|where|who|with|wonen|woont|zit)\b)[a-z])"
)
_STREET = r"(?:Markt|Singel|Plein|Gracht|Kade|Dijk|Laan|Dam|Haven|Brink|Hof|Steeg|Weg|Wal|Baan)"
_PLATE_WORD = r"(?:kenteken\w*|nummer(?:bord|plaat)\w*|(?:number ?|licen[cs]e )?plates?)"


def _plates(letter: str, gap: str, plates: str = PLATES) -> str:
    """Return the pattern of number plates, with what a letter is and what stands between their parts."""
    parts = {"L": letter, "9": r"\d", "-": gap, " ": "|"}
    return "".join(parts[one] for one in plates)


# In small letters "12-en-13" and "op-10-12" are no plates.
_DASHED = f"{_plates('[A-Z]', '-')}|{_plates('[a-z]', '-', PLATES.partition('99-LL-99 ')[2])}"
# With or without dashes: to be read only where somebody says that it is one.
_LOOSE = f"{_plates('[A-Z]', '[- ]?')}|{_plates('[a-z]', '-?')}"
_BORN = r"(?:geboren|geb\.?(?: ?datum)?|geboorte(?:datum|dag)|verjaardag|jarig|born|birth(?:day|date)?|dob)"
_ISO = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"

PATTERNS: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w"),
    # A decimal fraction has digits before its point or comma; a date may go on with a time. With full stops
    # or a stroke it is told by all of its ten digits, as "09.30 10.15" are times.
    "phone": re.compile(
        r"(?<![\w+])(?<!\d[.,])(?!\d\d([-/. ])\d\d\1(?:19|20)\d\d(?!\d))(?:"
        r"\(?0[ -]?(?:\(0\)[ -]?)?[1-9](?:(?: [-–] |\) ?|[ -])?\d){8}"
        r"|(?:\+31|0031)[ ./-]?(?:\(0\)[ -]?)?[1-9](?:(?: [-–] |[ ./-])?\d){8}"
        r"|(?=0(?:\.?\d){9}(?!\.?\d))0[1-9]\d{0,2}(?:\.\d{2,8})+"
        r"|(?=0(?:[/ -]{0,2}\d){9}(?!\d))0[1-9]\d{0,2} ?/ ?\d(?:[ -]?\d){5,7}"
        r")(?!\d)"
    ),
    "iban": re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}(?:[ ]?\d){10}\b"),
    "address": re.compile(
        # A year is followed by words too: "2022 NL 5".
        rf"\b(?!{_YEAR})[1-9]\d{{3}} ?{_LETTERS}[\s,]*{_HOUSE}"
        rf"|\b\d{{1,4}} ?[a-zA-Z]?(?:-\d+)?,\s*[1-9]\d{{3}} ?{_LETTERS}"
        r"|\b[A-Z][\w'’-]*(?:straat|laan|weg|plein|dijk|hof|kade|singel|steeg|gracht|pad|dreef|plantsoen)"
        rf"(?:,? (?:huis)?(?:nummer|nr\.?))? {_HOUSE}"
        rf"|\b(?:[A-Z][\w'’-]+ )?{_STREET} {_HOUSE}{_THEN}"
        rf"|\b{_STREET} (?:(?:van|der|den|de|het|ten|ter|aan|op|’t|'t) )+[A-Z][\w'’-]+ {_HOUSE}{_THEN}"
        rf"|\b(?!{_YEAR})\d{{1,4}} (?!(?:Grote|Kleine|Nieuwe|Oude|Lange|Korte|Mooie)\b)[A-Z][\w'’-]*"
        rf" (?:Street|Road|Lane|Avenue|Square)\b{_THEN}"
    ),
    # A later year is the date of a meeting or a test, not of a birth; the first and the last day of a year
    # are those of statistics. The year comes first in the dates of tables: only a word makes that a birth.
    "birth": re.compile(
        rf"\b{_BORN}(?!\w)\D{{0,20}}\b{_ISO}\b|\b{_ISO}\b\D{{0,12}}\b{_BORN}(?!\w)"
        rf"|\b{_BORN}(?!\w)\D{{0,20}}"
        r"\b\d{1,2}(?:[-/. ]\d{1,2}[-/. ]| [a-z]{3,9}\.? )(?:19|20)\d\d\b"
        r"|\b(?!0?1(?:[-/. ]0?1[-/. ]| jan)|31(?:[-/. ]12[-/. ]| de[ck]))(?:0?[1-9]|[12]\d|3[01])"
        r"(?:[-/. ](?:0?[1-9]|1[0-2])[-/. ]"
        r"| (?:jan|feb|m(?:aa)?rt|mar|apr|mei|may|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z.]* )"
        r"(?:19\d\d|20[01]\d)\b",
        re.IGNORECASE,
    ),
    "plate": re.compile(
        rf"(?<![\w-])(?:{_DASHED})(?![\w-])"
        rf"|\b(?i:{_PLATE_WORD})\W[^\d.!?]{{0,12}}?(?<![\w-])(?:{_LOOSE})(?![\w-])"
        rf"|(?<![\w-])(?:{_LOOSE})(?![\w-])[^\d.!?]{{1,12}}?\b(?i:{_PLATE_WORD})\b"
        rf"|\b(?i:auto|busje|scooter|brommer|car|moped)\b(?: (?:is|heeft|has|met|with|was|de|the))?:? "
        rf"(?:{_plates('[A-Z]', '')})(?![\w-])"
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
# Nine digits at a stretch or in groups; not behind letters (the code of an area), a decimal point or as an
# amount of money.
_NINE = re.compile(
    r"(?<![\d-])(?:(?<![A-Z])|(?<=BSN))(?<!\d[.,])(?<!€)(?<!€\s)(?<!EUR\s)"
    r"(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d\d\2\d{3})(?![\d-])(?!\s?(?:€|eur))",
    re.ASCII,
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
