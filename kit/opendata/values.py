"""What stands in one cell: a number, a period, the code of an area, the name of a kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

MISSING = {"", ".", "..", "-", "x", "na", "n/a", "nan", "null", "none", "nvt", "n.v.t.", "onbekend", "geheim"}
"""Signs for a figure that was not published. A hyphen is no zero: CBS writes 0 where it means 0."""

AREA = re.compile(r"GM\d{4}|WK\d{6}|BU\d{8}")
POSTCODE = re.compile(r"[1-9]\d{3}")
CRIME = re.compile(r"\d\.\d{1,2}\.\d{1,2}(?=\s|$)")
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
ENGLISH = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(?=\.|$)")
NAMES = [
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december", "january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
]
"""Months in Dutch and then in English; short for one are its first letters, three or more of them."""
TOTALS = ("totaal", "total")
NUISANCE = [
    ("noise_venue", r"horeca|catering"),
    ("noise_event", r"evenement|event\b"),
    ("noise_other", r"geluid|noise"),
    ("confused", r"verward|overspannen|confused"),
    ("youth", r"jeugd|jongeren|youth"),
    ("homeless", r"zwerver|drifter|vagrant"),
    ("drunk", r"dronken|intoxication"),
    ("alcohol_drugs", r"alcohol|drug"),
]
"""Kinds of nuisance by a word in their name: the names differ between tables, and these words don't."""


def missing(cell: str) -> bool:
    """Return whether a cell says that there is no figure."""
    return cell.lower() in MISSING


def number(cell: str, *, comma: bool) -> float | None:
    """Return a figure, or None where there is none; ``comma`` where a comma begins the decimals.

    Raises:
        ValueError: It is neither a number nor a sign for a missing one.
    """
    text = cell.rstrip("*").strip()
    if missing(text):
        return None
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    if comma:
        text = text.replace(".", "") if THOUSANDS.match(text) else text
        text = text.replace(",", ".")
    elif ENGLISH.match(text):
        text = text.replace(",", "")
    if not re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", text):
        message = f"{cell!r} is no number"
        raise ValueError(message)
    return float(text)


def is_figure(cell: str) -> bool:
    """Return whether a cell holds a number or a sign for a missing one, however its decimals are written."""
    for comma in (True, False):
        try:
            number(cell, comma=comma)
        except ValueError:
            continue
        return True
    return False


def ambiguous(cell: str) -> bool:
    """Return whether a figure can be two: 1.234 and 1,234 have thousands or decimals."""
    text = cell.rstrip("*").strip()
    return bool(THOUSANDS.fullmatch(text) or ENGLISH.fullmatch(text))


def decimal_comma(cells: Iterable[str]) -> bool | None:
    """Return whether a file writes decimals with a comma; None where 1.234 or 1,234 can mean two things."""
    comma = dot = unclear = False
    for cell in cells:
        if ambiguous(cell):
            unclear = True
        elif re.fullmatch(r"-?[\d. ]*,\d+\*?", cell):
            comma = True
        elif "." in cell and any(one.isdigit() for one in cell):
            dot = True
    return None if unclear and comma == dot else comma


def period(text: str) -> str:
    """Return a year as ``2022`` and a month as ``2022-04``, or an empty text for anything else.

    Known are what people read (``2022*``, ``2022 april``), the keys of OData (``2022JJ00``, ``2022MM04``) and
    ISO. Quarters and other spans are not a period of a case.
    """
    clean = text.strip().rstrip("*").strip().lower()
    if re.fullmatch(r"(19|20)\d\d(jj00)?", clean):
        return clean[:4]
    found = re.fullmatch(r"((?:19|20)\d\d)(?:mm|m|-)(\d\d)", clean)
    if found and 1 <= int(found[2]) <= 12:
        return f"{found[1]}-{found[2]}"
    named = re.fullmatch(r"(?:((?:19|20)\d\d) )?([a-z]+)\.?(?: ((?:19|20)\d\d))?", clean)
    if named and bool(named[1]) != bool(named[3]) and month(named[2]):
        return f"{named[1] or named[3]}-{month(named[2]):02}"
    return ""


def month(text: str) -> int:
    """Return which month of the year a number or a name says, or 0 where it says none."""
    clean = text.strip().rstrip("*").strip().rstrip(".").lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", clean):
        return int(clean)
    if clean == "mrt":
        return 3
    found = (n for n, name in enumerate(NAMES) if len(clean) > 2 and name.startswith(clean))
    return next((n % 12 + 1 for n in found), 0)


def area(text: str) -> str:
    """Return the code of an area without its padding, or an empty text where it is none."""
    clean = text.strip().upper()
    return clean if AREA.fullmatch(clean) else ""


def codes_in(columns: Mapping[str, list[str]]) -> str:
    """Return the name of the column with the codes of the areas themselves, or an empty text.

    A neighbourhood often stands beside the codes of its district and its municipality: the column with
    the most different and the longest codes is its own. A postcode is one only where the name says so.
    """
    found = {}
    for name, cells in columns.items():
        full = [cell.strip() for cell in cells if cell.strip()]
        postcode = "pc" in name.lower() or "postcode" in name.lower()
        if full and all(area(cell) or (postcode and POSTCODE.fullmatch(cell)) for cell in full):
            found[name] = (len(set(full)), len(full[0]))
    return max(found, key=lambda name: found[name], default="")


def base(name: str) -> str:
    """Return one name for a column: ``AantalInwoners_5`` and ``Bevolking/Aantal inwoners (aantal)`` are one.

    The publisher makes its keys from its titles: each word with a capital, no marks, ``k_`` before a digit.
    """
    clean = re.sub(r"\s*\([^)]*\)$", "", re.split(r"[/|]", name)[-1]).strip()
    if re.fullmatch(r"\w+_\d+", clean):
        return clean.rpartition("_")[0]
    if " " not in clean and not clean[:1].isdigit():
        return clean
    plain = unicodedata.normalize("NFKD", clean).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    return f"k_{joined}" if joined[:1].isdigit() else joined


def kind(label: str, family: str) -> str:
    """Return the name of a kind in our tables; the total is ``total`` whatever its source calls it."""
    clean = label.strip()
    crime = CRIME.match(clean)
    if (clean.lower().startswith(TOTALS) and family in {"crime", "nuisance"}) or clean.startswith("0.0.0"):
        return "total"
    if family == "crime":
        return crime[0] if crime else clean
    if family == "nuisance":
        return next((name for name, words in NUISANCE if re.search(words, clean.lower())), base(clean))
    return base(clean)
