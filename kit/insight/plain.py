"""Plain language: what makes a text hard to read. Hints, never verdicts: no program can certify B1.

Dutch and English are looked at for long sentences and the passive, Dutch also for words that few people know.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from kit.insight.passive import passive
from kit.insight.wording import count_words

MOST_WORDS: Final = 15
"""Of a sentence."""
HARD_WORDS: Final = Path(__file__).with_name("hard_words.nl.csv")

Code = Literal["long", "passive", "hard"]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence without its marks, and the line of the text that it begins on, from 1."""

    text: str
    line: int


class Hint(msgspec.Struct, frozen=True):
    """Something to look at again.

    Attributes:
        code: ``long``, ``passive`` or ``hard``.
        about: The number of words, the words that make it passive, or the hard word.
        instead: A plainer word, for a hard one.
        sentence: Where it stands.
    """

    code: Code
    about: str
    sentence: Sentence
    instead: str = ""


_SHORT = (
    "bijv bv d.w.z i.p.v i.v.m m.b.t t.o.v t.a.v o.a m.n n.a.v o.l.v z.g z.s.m n.v.t a.u.b ca nr nrs mr dr "
    "drs ir ing prof mevr mw dhr fam incl excl art blz p jl a.s max min vgl resp gem tel st vs afd sr jr "
    "e.g i.e approx no fig mrs ms dept"
)
SHORT: Final = frozenset(_SHORT.split())
"""Abbreviations that a sentence goes on after; behind ``enz.`` it may well end."""
# An end, its closing quotes, and what begins the next sentence: a capital, a digit, or 's and 't.
_END = re.compile(r"""(?P<dots>[.!?…]+)["'”’»)\]]*\s+(?=["'“‘„«(\[]*[A-ZÀ-ÖØ-Þ0-9]|['’][snt]\s)""")
_BLOCK = re.compile(r"\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,3}[.)]\s+|>\s?|\|)")
_MARKS = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`)(.+?)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"https?://\S+"), "link"),
)


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a plain text or of Markdown.

    Headings and items of a list stand by themselves. A full stop ends no sentence in a number (22.00), behind
    an abbreviation or an initial, or before a small letter.
    """
    for first, block in _blocks(text):
        joined = " ".join(block)
        begins, starts = [0], 0
        for line in block:
            starts += len(line) + 1
            begins.append(starts)
        at = 0
        for end in [*_ends(joined), len(joined)]:
            if plain := _plain(joined[at:end]):
                within = at + len(joined[at:end]) - len(joined[at:end].lstrip())
                yield Sentence(plain, first + sum(one <= within for one in begins) - 1)
            at = end


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the paragraphs, headings and items of a text, each with the number of its first line."""
    block: list[str] = []
    first = 1
    for n, line in enumerate(text.splitlines(), 1):
        mark = _BLOCK.match(line)
        if block and (mark or not line.strip()):
            yield first, block
            block = []
        if not line.strip():
            continue
        if not block:
            first = n
        block.append(line[mark.end() :].strip() if mark else line.strip())
        if mark and mark.group().strip().startswith("#"):
            yield first, block
            block = []
    if block:
        yield first, block


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        word = text[: found.start()].split()[-1:] or [""]
        bare = word[0].lstrip("(\"'“‘„«[*_")
        if found["dots"] == "." and (bare.casefold() in SHORT or re.fullmatch(r"[A-Z](\.[A-Z])*", bare)):
            continue
        yield found.end()


def _plain(text: str) -> str:
    for pattern, kept in _MARKS:
        text = pattern.sub(kept, text)
    return " ".join(text.split())


def hints(text: str, lang: str) -> Iterator[Hint]:
    """Yield what makes a text hard to read.

    Args:
        text: Plain, or Markdown.
        lang: ``"nl"`` or ``"en"``.
    """
    for sentence in sentences(text):
        if (count := count_words(sentence.text)) > MOST_WORDS:
            yield Hint("long", str(count), sentence)
        if words := passive(sentence.text, lang):
            yield Hint("passive", words, sentence)
        if lang == "nl":
            for word, instead in hard(sentence.text, _hard_words()):
                yield Hint("hard", word, sentence, instead)


def hard(sentence: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the hard words of a sentence, each once, with a plainer one."""
    low = " ".join(re.findall(r"[\w’-]+", sentence.casefold()))
    for word, instead in words.items():
        if f" {word} " in f" {low} ":
            yield word, instead


@lru_cache(maxsize=1)
def _hard_words() -> dict[str, str]:
    """Return the hard words with plainer ones: ``word,instead`` in a file, so that a trainer can add some."""
    with HARD_WORDS.open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["instead"] for row in csv.DictReader(file)}
