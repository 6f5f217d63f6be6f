"""Stems: what Dutch and English words have in common with their plurals, diminutives and verb forms.

A light stemmer, not a grammar: *lampen*, *lampje* and *lamp* become the same; what it cuts too much or too
little, the letters of the words make good where :mod:`kit.insight.similar` compares them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SAID = re.compile(r"['’‘`´]s\b|['’‘`´]")
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = re.compile(r"([bdfgklmnprst])\1$")
_LONG = re.compile(r"([aeou])\1")

_SHORTEST = 3
"""So many letters are left of a word at least."""

_ENDINGS = {
    "nl": (
        ("heden", "heid"), ("aatjes", "aat"), ("aatje", "aat"), ("stjes", "st"), ("stje", "st"),
        ("chtjes", "cht"), ("chtje", "cht"), ("etjes", ""), ("etje", ""), ("tjes", ""), ("tje", ""),
        ("jes", ""), ("je", ""), ("ingen", ""), ("ing", ""), ("ende", ""), ("end", ""), ("eren", "eer"),
        ("aars", "aar"), ("arns", "arn"), ("els", "el"), ("ers", "er"), ("ens", ""), ("ems", "em"),
        ("ies", "ie"), ("pps", "p"), ("ms", "m"), ("en", ""), ("e", ""),
    ),
    "en": (
        ("sses", "ss"), ("ies", "y"), ("ied", "y"), ("ations", "at"), ("ation", "at"), ("ness", ""),
        ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("ly", ""), ("shes", "sh"), ("ches", "ch"),
        ("ss", "ss"), ("us", "us"), ("s", ""), ("e", ""),
    ),
}  # fmt: skip
"""By language what a word may end in, with what stands there instead; the first that fits, goes."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without accents; *camera's* counts as *camera*."""
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(one for one in parts if not unicodedata.combining(one))
    return _WORD.findall(_SAID.sub("", plain))


@lru_cache(maxsize=20_000)
def stem(word: str, lang: str) -> str:
    """Return the stem of a word.

    Args:
        word: One word as :func:`words_of` gives it.
        lang: ``"nl"`` or ``"en"``.
    """
    if word.isdigit():
        return word
    for ending, instead in _ENDINGS[lang]:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending) + instead
            break
    if lang == "en":
        word = word.removesuffix("e") if len(word) > _SHORTEST + 1 else word
        word = f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word
        return _DOUBLE.sub(r"\1", word)
    word = _LONG.sub(r"\1", _DOUBLE.sub(r"\1", word))  # plekk(en), straat: plek, strat
    if word[-1] in "vz":  # brieven, huizen
        word = word[:-1] + {"v": "f", "z": "s"}[word[-1]]
    return word
