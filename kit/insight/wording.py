"""Wording: what is worth a second look in a question or a point of view. Hints, never verdicts.

Pure functions on one text. They answer with codes; the sentences that people read are made elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from kit.insight import words

LEAST_WORDS, MOST_WORDS = 8, 20
"""A how-might-we question has 8 to 20 words."""

Tone = Literal["negative", "positive", "neutral"]


class Finding(msgspec.Struct, frozen=True):
    """Something to look at again: what it is, and the words or the number that it is about."""

    code: str
    about: str = ""


def language(text: str, default: str) -> str:
    """Return ``"nl"`` or ``"en"``, whichever a text is likely in; ``default`` where that is not plain."""
    found = {lang: len(pattern.findall(text)) for lang, pattern in words.COMMON.items()}
    if found["nl"] == found["en"]:
        return default if default in found else "nl"
    return max(found, key=lambda lang: found[lang])


def count_words(text: str) -> int:
    """Return the number of words; a lone dash or an ellipsis is none."""
    return sum(any(one.isalnum() for one in word) for word in text.split())


def solutions(text: str, lang: str) -> list[str]:
    """Return the words of a text that name a solution, as they stand there, each once."""
    return list(dict.fromkeys(found.group(0) for found in words.SOLUTION[lang].finditer(text)))


_HMW_START = {
    "nl": re.compile(r"hoe kunnen (?:we|wij)\b", re.IGNORECASE),
    "en": re.compile(r"how (?:might|can|could) we\b", re.IGNORECASE),
}


def how_might_we(
    text: str, lang: str, *, people: Iterable[str] = (), organisations: Iterable[str] = ()
) -> list[Finding]:
    """Look at a how-might-we question.

    It starts with *Hoe kunnen we* (*How might we*), has 8 to 20 words, names a person and what gets better
    for them, contains no solution, and could be answered by more than one organisation.

    Args:
        text: The question.
        lang: ``"nl"`` or ``"en"``.
        people: Names of people and groups of the case, which count as a person.
        organisations: Names of organisations: *als politie* makes it a question for one.

    Returns:
        Findings with the codes ``hmw_start``, ``hmw_short`` and ``hmw_long`` (about: the number of words),
        ``hmw_solution`` (about: the words), ``hmw_person``, ``hmw_effect`` and ``hmw_one`` (about: who).
    """
    found = []
    start = _HMW_START[lang].match(text.strip())
    if not start:
        found.append(Finding("hmw_start"))
    count = count_words(text)
    if count < LEAST_WORDS:
        found.append(Finding("hmw_short", str(count)))
    if count > MOST_WORDS:
        found.append(Finding("hmw_long", str(count)))
    if named := solutions(text, lang):
        found.append(Finding("hmw_solution", ", ".join(named)))
    rest = text.strip()[start.end() :] if start else text.strip()
    if not _names_somebody(rest, lang, people):
        found.append(Finding("hmw_person"))
    elif _says_only_help(rest, lang):
        found.append(Finding("hmw_effect"))
    if one := _of_one_organisation(text, lang, organisations):
        found.append(Finding("hmw_one", one))
    return found


def _names_somebody(rest: str, lang: str, people: Iterable[str]) -> bool:
    if words.PEOPLE[lang].search(rest):
        return True
    if re.search(r"(?<=[^.!?…] )[A-ZÀ-Þ][\w'’-]+", f"a {rest.strip()}"):  # a name in the middle of a sentence
        return True
    low = rest.casefold()
    return any(one.casefold() in low for one in people if len(one) > 2)


def _says_only_help(rest: str, lang: str) -> bool:
    """True for *Hoe kunnen we jongeren helpen?*: somebody is helped, but to what?"""
    helps = words.HELPS_ONLY[lang].search(rest)
    return bool(helps) and not words.AIM[lang].search(rest)


def _of_one_organisation(text: str, lang: str, organisations: Iterable[str]) -> str:
    before = {"nl": r"(?:als|vanuit|door)(?: de| het| een)?", "en": r"(?:as|from|by)(?: the| an?)?"}[lang]
    for name in organisations:
        if re.search(rf"\b{before} {re.escape(name)}\b", text, re.IGNORECASE):
            return name
    return ""


_POV = {
    "nl": re.compile(
        r"(?P<who>.*?)\b(?P<link>heeft nodig|hebben nodig|heeft|hebben|wil|willen|wilt|moet|moeten)\b"
        r"(?P<need>.*?)(?:\b(?:omdat|want)\b(?P<why>.*))?",
        re.IGNORECASE | re.DOTALL,
    ),
    "en": re.compile(
        r"(?P<who>.*?)\b(?P<link>needs|need|wants|want|must|has to|have to)\b"
        r"(?P<need>.*?)(?:\bbecause\b(?P<why>.*))?",
        re.IGNORECASE | re.DOTALL,
    ),
}
_VERB = {
    # The last word of a Dutch phrase, or the one after "te", is an infinitive: it ends in -en mostly.
    "nl": re.compile(
        r"(?:\bte\s+\w+n\b|\b(?:kunnen|mogen|durven)\b|\b(?:\w{2,}en|gaan|staan|slaan|zien|doen|zijn)\W*$)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\bto\s+[a-z]+|^\s*(?:be|have|feel|know|get)\b", re.IGNORECASE),
}


def point_of_view(text: str, lang: str, *, cites: bool | None = None) -> list[Finding]:
    """Look at a point-of-view statement: *wie* wil kunnen *wat doen*, omdat *inzicht*.

    Three parts are filled in; the need is something to do, not a solution; the insight rests on a card of
    the empathy map.

    Args:
        text: The statement.
        lang: ``"nl"`` or ``"en"``.
        cites: Whether it builds on an earlier card; None where there is none to build on.

    Returns:
        Findings with the codes ``pov_form`` (it can't be taken apart at all), ``pov_who``, ``pov_need``,
        ``pov_insight`` (a part is empty), ``pov_verb``, ``pov_solution`` (about: the words) and
        ``pov_source``.
    """
    parts = _POV[lang].fullmatch(text.strip())
    if parts is None:
        return [Finding("pov_form")]
    who, need, why = (count_words(parts[name] or "") for name in ("who", "need", "why"))
    found = [
        Finding(code)
        for code, size in (("pov_who", who), ("pov_need", need), ("pov_insight", why))
        if not size
    ]
    wanted = re.sub(r"\bnodig\b", "", parts["need"], flags=re.IGNORECASE)
    modal = parts["link"].lower() in {"must", "has to", "have to"}
    if need and not modal and not _VERB[lang].search(wanted.strip(" ,.;:")):
        found.append(Finding("pov_verb"))
    if named := solutions(parts["need"], lang):
        found.append(Finding("pov_solution", ", ".join(named)))
    if cites is False:
        found.append(Finding("pov_source"))
    return found


def tone(text: str, lang: str) -> Tone:
    """Return whether a text is about what must go (*negatieve veiligheid*) or about what should be there.

    A text that has both is about what should be there: it names the good.
    """
    if words.FOR[lang].search(text):
        return "positive"
    return "negative" if words.AGAINST[lang].search(text) else "neutral"


_PLACE = {
    "nl": re.compile(r"\b(?:op|in|bij|rond|rondom|langs|achter|tussen|aan)\s+(?P<place>.+)", re.IGNORECASE),
    "en": re.compile(r"\b(?:on|in|at|around|along|behind|between|near)\s+(?P<place>.+)", re.IGNORECASE),
}
_FURTHER = {
    "nl": re.compile(r"\b(?:door|met|voor|zodat|zonder|tijdens|na|te)\b.*", re.IGNORECASE | re.DOTALL),
    "en": re.compile(r"\b(?:by|with|for|so that|without|during|after|to)\b.*", re.IGNORECASE | re.DOTALL),
}
"""What comes after a place and no longer belongs to it."""
_CLAUSE = {"nl": re.compile(r"\bdat\b", re.IGNORECASE), "en": re.compile(r"\b(?:that|from)\b", re.IGNORECASE)}


def positive(text: str, lang: str) -> str | None:
    """Rewrite a question against something as one for something; None where it is not against anything.

    *Hoe voorkomen we overlast op het plein?* becomes *Hoe maken we het plein prettig en vertrouwd?* What
    can't be taken over stays open as an ellipsis.

    Args:
        text: The question.
        lang: ``"nl"`` or ``"en"``.
    """
    if tone(text, lang) != "negative":
        return None
    place = _place(text, lang)
    start = _HMW_START[lang].match(text.strip())
    if lang == "en":
        return f"{start.group(0) if start else 'How do we'} make {place} pleasant and trusted?"
    if start:
        return f"{start.group(0)} {place} prettig en vertrouwd maken?"
    return f"Hoe maken we {place} prettig en vertrouwd?"


def _place(text: str, lang: str) -> str:
    """Return the place that a question is about, or an ellipsis where it can't be told from the rest."""
    found = _PLACE[lang].search(text)
    if found is None or _CLAUSE[lang].search(text, 0, found.start()):
        return "…"
    kept = _FURTHER[lang].sub("", words.AGAINST[lang].sub("", found["place"]))
    return kept.strip(" ?.!,…") or "…"
