"""Similar cards: which texts may say the same, so that somebody can look whether they do.

No model and no network: words, their stems and their letters, weighted by how rare they are here.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cache, lru_cache
from re import Pattern

import msgspec
import numpy as np
from numpy.typing import NDArray

from kit.insight import similar_words as known
from kit.insight.stems import stem, words_of
from kit.insight.words import COMMON

LEAST = 0.5
"""Texts that score this much are worth a look."""
_STEMS = 0.6
"""How much of the score comes from words; the rest comes from letters."""
_PART = 4
"""A part of a compound has so many letters at least."""
_GRAMS = (3, 4)
"""How many letters in a row are compared."""


class _Read(msgspec.Struct):
    """What a text is about (stems), what it is for and against, and the numbers in it."""

    stems: list[str]
    yes: set[str]
    no: set[str]
    numbers: list[str]


class Alike(msgspec.Struct, frozen=True):
    """Two or three texts that may say the same: their places in the list, and how alike they are, 0 to 1."""

    members: tuple[int, ...]
    score: float


def similar(
    texts: Sequence[str],
    lang: str,
    *,
    fields: Sequence[Hashable] | None = None,
    apart: Iterable[tuple[int, int]] = (),
    least: float = LEAST,
    most: int = 20,
) -> list[Alike]:
    """Return the texts that may say the same; each text stands in one group at most.

    The best pair comes first. It begins a group; a third text joins it when it is alike enough to both.

    Args:
        texts: The texts.
        lang: The language of those in which it is not plain: ``"nl"`` or ``"en"``.
        fields: What each text belongs to; only texts of one field are put together.
        apart: Pairs of places that are never put together.
        least: The lowest score that counts.
        most: How many groups at most.

    Returns:
        Groups of two or three; the score of a group is its lowest.
    """
    score = likeness(texts, lang)
    if fields is not None:
        number = {one: n for n, one in enumerate(dict.fromkeys(fields))}
        of = np.array([number[one] for one in fields], dtype=np.int64)
        score[of[:, None] != of[None, :]] = 0
    for one, other in apart:
        score[one, other] = score[other, one] = 0
    np.fill_diagonal(score, 0)
    return _grouped(score, least)[:most]


def _grouped(score: NDArray[np.float64], least: float) -> list[Alike]:
    found = []
    pairs = np.argwhere(np.triu(score) >= least)
    free = np.ones(len(score), dtype=bool)
    for one, other in pairs[np.argsort(-score[pairs[:, 0], pairs[:, 1]], kind="stable")].tolist():
        if not (free[one] and free[other]):
            continue
        third = np.where(free, np.minimum(score[one], score[other]), 0)
        best = int(third.argmax())
        joins = third[best] >= least
        members = sorted([one, other, best] if joins else [one, other])
        free[members] = False
        found.append(Alike(tuple(members), round(float(third[best] if joins else score[one, other]), 3)))
    return found


def likeness(texts: Sequence[str], lang: str) -> NDArray[np.float64]:
    """Return how alike each text is to each other, 0 to 1; 0 where one negates the other.

    The cosine of two vectors per text, one of stems and one of runs of three and four letters, mixed 6 to 4.
    A feature weighs ``1 + ln((1 + n) / (1 + df))`` with *df* of the *n* texts that have it (tf-idf with
    smoothed document frequency; Salton and Buckley 1988, doi:10.1016/0306-4573(88)90021-0). A compound counts
    for its parts too, where these stand in other texts: *straatverlichting* meets *verlichting*. Words of one
    meaning, from a short list, count as one.

    Limits: other words for the same thing are only seen where the list has them; irony and what somebody
    leaves out are not seen at all. Texts with other numbers in them, and texts of which one has a *no* that
    the other has not, count as different, also where they happen to mean the same: a double that is missed
    costs less than a *no* that is merged into a *yes*.

    Args:
        texts: The texts.
        lang: The language of those in which it is not plain: ``"nl"`` or ``"en"``.

    Returns:
        Texts by texts, symmetric.
    """
    read = [_read(text, _language(text, lang)) for text in texts]
    vocabulary = {one for text in read for one in text.stems}
    words = [Counter(part for one in text.stems for part in _parts(one, vocabulary)) for text in read]
    letters = [Counter(gram for one in text.stems for gram in _grams(one)) for text in read]
    score = _STEMS * _cosine(words) + (1 - _STEMS) * _cosine(letters)
    score[_opposed(read) | _other_numbers(read)] = 0
    return np.clip(score, 0, 1)


def _language(text: str, usual: str) -> str:
    """Return the language of a text; the usual one, unless it has clearly more small words of another."""
    found = {one: len(pattern.findall(text)) for one, pattern in COMMON.items()}
    likely = max(found, key=lambda one: found[one])
    return likely if found[likely] > found[usual] + 1 else usual


def _read(text: str, lang: str) -> _Read:
    words = words_of(text)
    telling = [one for one in words if one not in known.STOP[lang] and not one.isdigit()]
    same = _same(lang)
    # Of a text without a telling word, all words are compared.
    stems = [same.get(root, root) for root in (stem(one, lang) for one in telling or words)]
    numbers = [one for one in words if one.isdigit()]
    if numbers and text.lstrip().startswith(("-", "−")):  # a feeling on a journey: -2 is not 2
        numbers[0] = f"-{numbers[0]}"
    return _Read(stems, *_stand(text, words, lang), numbers)


@cache
def _same(lang: str) -> dict[str, str]:
    """Return by stem the stem that stands for all words of its meaning."""
    return {stem(word, lang): stem(line[0], lang) for line in known.synonyms(lang) for word in line}


def _parts(word: str, vocabulary: set[str]) -> list[str]:
    """Return a stem, with those of other texts that it begins or ends with."""
    cuts = range(_PART, len(word) - _PART + 1)
    found = {part for at in cuts for part in (word[:at], word[at:]) if part in vocabulary}
    return [word, *sorted(found)]


@lru_cache(maxsize=20_000)
def _grams(word: str) -> list[str]:
    """Return the runs of letters in a word, its ends marked."""
    whole = f"_{word}_"
    return [whole[at : at + size] for size in _GRAMS for at in range(len(whole) - size + 1)]


def _cosine(rows: Sequence[Counter[str]]) -> NDArray[np.float64]:
    """Return the cosine of all rows with each other; features weigh by how rare they are."""
    seen = Counter(one for row in rows for one in row)
    weight = {one: 1 + math.log((1 + len(rows)) / (1 + df)) for one, df in seen.items()}
    shared = {one: n for n, one in enumerate(one for one, df in seen.items() if df > 1)}
    vectors = np.zeros((len(rows), max(1, len(shared))), dtype=np.float32)
    for n, row in enumerate(rows):
        weighed = {one: count * weight[one] for one, count in row.items()}
        size = math.hypot(*weighed.values())
        for one, value in weighed.items():
            if one in shared:
                vectors[n, shared[one]] = value / size
    result: NDArray[np.float64] = (vectors @ vectors.T).astype(np.float64)
    return result


def _stand(text: str, words: list[str], lang: str) -> tuple[set[str], set[str]]:
    """Return what a text is for, and what it is against: stems, sides of opposites, and any *no* at all."""
    yes: set[str] = set()
    no: set[str] = set()
    denies = False
    for clause in known.CLAUSE.split(known.NEGATES_NOT.sub(" ", text)):
        negated = known.NEGATES.search(clause) is not None
        denies |= negated
        for word in words_of(clause):
            if word in known.STOP[lang]:
                continue
            (no if negated else yes).add(stem(word, lang))
            for before in known.WITHOUT[lang]:
                if word.startswith(before) and len(word) >= len(before) + _PART:
                    (yes if negated else no).add(stem(word.removeprefix(before), lang))
    for word in words:
        up, down = _sides(word, lang)
        yes |= up
        no |= down
    (no if denies else yes).add("any no")
    return yes - no, no - yes


@lru_cache(maxsize=20_000)
def _sides(word: str, lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the pairs of opposites in which a word stands on the left, and those in which on the right."""
    up, down = (
        frozenset(f"side {n}" for n, both in enumerate(_opposites(lang)) if both[side].fullmatch(word))
        for side in (0, 1)
    )
    return up, down


@cache
def _opposites(lang: str) -> list[tuple[Pattern[str], Pattern[str]]]:
    return [(_any_of(up), _any_of(down)) for up, down in known.OPPOSITES[lang]]


def _any_of(words: str) -> Pattern[str]:
    return re.compile("|".join(words.split()).replace("*", r"\w*"))


def _opposed(read: Sequence[_Read]) -> NDArray[np.bool_]:
    """Return which texts are against what the other is for."""
    both = {one for text in read for one in text.yes} & {one for text in read for one in text.no}
    number = {one: n for n, one in enumerate(both)}
    sides = np.zeros((2, len(read), max(1, len(number))), dtype=np.float32)
    for n, text in enumerate(read):
        for side, found in enumerate((text.yes, text.no)):
            sides[side, n, [number[one] for one in found & both]] = 1
    against = sides[0] @ sides[1].T
    result: NDArray[np.bool_] = (against + against.T) > 0
    return result


def _other_numbers(read: Sequence[_Read]) -> NDArray[np.bool_]:
    """Return which texts have numbers and share none: another hour, another amount, another mood."""
    some = np.array([bool(text.numbers) for text in read], dtype=bool)
    shared = _cosine([Counter(text.numbers) for text in read]) > 0
    result: NDArray[np.bool_] = some[:, None] & some[None, :] & ~shared
    return result
