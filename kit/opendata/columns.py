"""The names that columns have in downloads: as titles, as keys, and as a browser translates them."""

from __future__ import annotations

import re

ROLES = {
    "area": [
        *("wijkenenbuurten", "wijken en buurten", "regio's", "regios", "regio", "gemeenten", "buurten"),
        *("gebied", "gebied_code", "buurtcode", "area"),
    ],
    "town": ["plaatsen", "plaats"],
    "period": ["perioden", "periode", "jaar", "maand", "period"],
    "kind": ["soortmisdrijf", "soort misdrijf", "overlast", "soort overlast", "misdrijf"],
    "code": ["codering", "regioaanduiding/codering", "codering (code)"],
    "region": ["soortregio", "soort regio"],
    "name": ["naam", "gebied_naam", "buurtnaam", "wijknaam"],
    "topic": ["onderwerp"],
    "measure": ["measure"],
    "value": ["value"],
    "nothing": ["id", "gemeentenaam", "valueattribute", "stringvalue", "indelingswijzigingwijkenenbuurten"],
}
TRANSLATED = {
    "area": [
        "districts and neighbourhoods",
        "districts and neighborhoods",
        "neighborhoods and districts",
        "regions",
    ],
    "period": ["periods"],
    "kind": ["type of crime", "type of offense", "type of offence"],
    "topic": ["subject"],
}
"""What a browser makes of the names when it translates the page before the download."""

UNITS = {
    *("aantal", "%", "naam", "code", "omschrijving", "number", "getal", "km", "km²", "ha", "euro", "x 1 000"),
    *("per km²", "per 1 000 inwoners", "1 000 euro", "x 1 000 euro", "kwh", "m³"),
}

THOUSANDS = re.compile(r"(?:x ?1[ .,]?000|x? ?duizend(?:en|tal|tallen)?)")
MILLIONS = re.compile(r"(?:x ?1[ .,]?000[ .,]?000|x? ?(?:mln|miljoen))")
RATE = re.compile(r"per\s*(?:1[0 .,]*00|km|inw|capita)|relatie[fv]|percent|promille|%", re.IGNORECASE)


def role(name: str) -> str:
    """Return what a column holds by its name, or an empty text: then it holds figures."""
    clean = re.sub(
        r"_\d+$", "", re.sub(r"\s*\((?:aantal|naam|code|omschrijving)\)$", "", name.strip().lower())
    )
    last = re.split(r"[/|]", clean)[-1]
    for roles in (ROLES, TRANSLATED):
        for what, names in roles.items():
            if clean in names or last in names:
                return what
    return ""


def translated(name: str) -> bool:
    """Return whether a name is one that only a translating browser writes."""
    return any(name.partition(":")[0].strip().lower() in names for names in TRANSLATED.values())


def is_unit(text: str) -> bool:
    """Return whether a cell is the unit of a column."""
    return text.strip().lower() in UNITS or times(text) > 1


def unit(name: str) -> str:
    """Return the unit that stands behind a name, such as ``Aantal inwoners (x 1 000)``."""
    found = re.search(r"\(([^()]*)\)$", name.strip())
    return found[1] if found else ""


def times(text: str) -> int:
    """Return how much one is in a unit: a thousand in ``x 1 000``."""
    clean = re.sub(r"^in ", "", text.strip().lower())
    if MILLIONS.fullmatch(clean):
        return 1_000_000
    return 1_000 if THOUSANDS.fullmatch(clean) else 1


def is_rate(*texts: str) -> bool:
    """Return whether a name or a unit says that figures are no counts: per 1 000 people, a percentage."""
    return any(RATE.search(text) for text in texts)
