"""The passive in Dutch and English, told by the look of words: it would rather miss some than be wrong.

Dutch has it as *worden* with a participle, and as *zijn* with one of a verb that somebody does to somebody;
English as *to be* with a participle. A perfect tense (*zijn gekomen*, *hebben gebeld*) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kit.insight.participles import acted, english, moved, participle, words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What ends a part of a sentence with one verb.
_PAUSE = re.compile(r"[.,:;!?…()\"“”„«»]|\s[-–—]\s")
_JOINTS = words("maar want omdat dat die als toen zodat terwijl doordat nadat voordat totdat hoewel")
_BECOME = words("word wordt worden werd werden")
_BE = words("ben bent is zijn was waren")
_HAVE = words("heb hebt heeft hebben had hadden")
_PEOPLE = words("ik je jij u hij ze zij we wij jullie er het dat dan daarna toen niemand iedereen")
_FARTHEST: Final = 10
"""Words between a verb and its participle."""
_ENGLISH_BE = words("am is are was were be been being")
_ENGLISH_BETWEEN = words("not never always often also still just only then now soon already usually")


def passive(sentence: str, lang: str = "nl") -> str:
    """Return the words that make a sentence passive, a verb and its participle; ``""`` without any.

    Args:
        sentence: Without marks.
        lang: ``"nl"`` or ``"en"``.
    """
    for part in _PAUSE.split(sentence):
        found_words = _WORD.findall(part)
        for clause in _clauses(found_words) if lang == "nl" else [found_words]:
            if found := _dutch(clause) if lang == "nl" else _english(clause):
                return found
    return ""


def _clauses(line: Sequence[str]) -> Iterator[list[str]]:
    """Yield a part of a sentence in pieces: *en* begins one before a verb or a person."""
    clause: list[str] = []
    for word, after in pairwise([*line, ""]):
        low = word.casefold()
        begins = low == "en" and (participle(after) or after.casefold() in _PEOPLE)
        if low in _JOINTS or begins:
            yield clause
            clause = []
        clause.append(word)
    yield clause


def _dutch(clause: Sequence[str]) -> str:
    low = [one.casefold() for one in clause]
    for at, word in enumerate(low):
        if word in _BECOME and (found := _become(clause, at)):
            return found
        if word in _BE and not _HAVE.intersection(low) and (found := _be(clause, at)):
            return found
    return ""


def _become(clause: Sequence[str], at: int) -> str:
    """Return *wordt … gebeld* or *gebeld wordt*, for the verb at a place in a clause."""
    for n, word in enumerate(clause[at + 1 : at + 1 + _FARTHEST]):
        if word.casefold() in _BE | _HAVE and word.casefold() != "zijn":  # which may be "his"
            break
        if participle(word):
            return _quoted(clause[at], n, word)
    if at and participle(clause[at - 1]):
        return f"{clause[at - 1]} {clause[at]}"
    return ""


def _be(clause: Sequence[str], at: int) -> str:
    """Return *zijn … weggestuurd*: of a deed, or of any verb with *door* beside it."""
    by = "door" in (one.casefold() for one in clause)
    for n, word in enumerate(clause[at + 1 : at + 1 + _FARTHEST]):
        if acted(word) or (by and participle(word) and not moved(word)):
            return _quoted(clause[at], n, word)
    return f"{clause[at - 1]} {clause[at]}" if at and acted(clause[at - 1]) else ""


def _english(clause: Sequence[str]) -> str:
    low = [one.casefold() for one in clause]
    for at, word in enumerate(low):
        if word not in _ENGLISH_BE:
            continue
        n = 0
        while at + n + 1 < len(low) and _between(low[at + n + 1]):
            n += 1
        after = low[at + n + 1 : at + n + 2]
        if after and english(after[0], by="by" in low[at + n + 2 : at + n + 6]):
            return _quoted(clause[at], n, clause[at + n + 1])
    return ""


def _between(word: str) -> bool:
    return word in _ENGLISH_BETWEEN or word in _ENGLISH_BE or (word.endswith("ly") and len(word) > 4)


def _quoted(verb: str, between: int, word: str) -> str:
    return f"{verb}{' …' if between else ''} {word}"
