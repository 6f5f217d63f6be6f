"""What a case needs to work in a room: its languages, the voices that matter, something to find out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from kit.case.rules import Mistake, used
from kit.case.texts import texts
from kit.errors import nearest
from kit.insight.wording import count_words
from kit.model.base import LANGS, Text

if TYPE_CHECKING:
    from kit.case import Case

MOST_WORDS: Final = 150
"""Of a situation: it is read in a minute."""
LEAST_UNKNOWN: Final = 3


def languages(case: Case) -> Iterator[Mistake]:
    """Yield texts that lack a language which the title has, or are in one that there is not."""
    spoken = [one for one in LANGS if one in case.title]
    if not spoken:
        yield "title", "give it in Dutch at least: nl"
    for place, text, needed in texts(case):
        if isinstance(text, dict):
            if text or needed:
                yield from _spoken(place, text, spoken)
        elif needed and not text.strip():
            yield place, "this is empty; fill it in"
    if isinstance(case.sensitive, str) and case.sensitive and len(spoken) > 1:
        yield "sensitive", f"give this in all languages of the case: {', '.join(spoken)}"


def _spoken(place: str, text: Text, spoken: Sequence[str]) -> Iterator[Mistake]:
    for lang in text:
        if lang not in LANGS:
            yield place, f"{lang!r} is no language here; {nearest(lang, LANGS)}"
    for lang in spoken:
        if lang not in text:
            yield place, f"{lang} is missing; add it, or take {lang} out of the title"
        elif not text[lang].strip():
            yield f"{place}.{lang}", "this is empty; fill it in"


def voices(case: Case) -> Iterator[Mistake]:
    """Yield that nobody speaks for the residents."""
    if not any(one.voice == "resident" for one in case.stakeholders):
        yield "stakeholders", "nobody speaks for the residents; give one stakeholder `voice: resident`"


def advice(case: Case) -> Iterator[Mistake]:
    """Yield what is no mistake but worth a thought."""
    if not any(one.voice == "youth" for one in case.stakeholders):
        yield "stakeholders", "nobody speaks for the young; give one stakeholder `voice: youth`"
    if len(case.unknown) < LEAST_UNKNOWN:
        yield "unknown", "name three or four things that the group must find out"
    for lang, text in case.situation.items():
        if (count := count_words(text)) > MOST_WORDS:
            yield f"situation.{lang}", f"{count} words; keep to {MOST_WORDS}, so that it is read in a minute"
    yield from _sourced(case)


def _sourced(case: Case) -> Iterator[Mistake]:
    named = {one.id for one in used(case)}
    for n, table in enumerate(case.tables):
        if table.id not in named:
            yield f"tables[{n}]", f"no chart uses {table.id!r}; a workshop will not carry it"
    for n, picture in enumerate(case.pictures):
        if not picture.source:
            yield f"pictures[{n}]", "no source; name who made this picture, also when it was you"
    for part in ("figures", "tables") if case.kind == "real" else ():
        for n, one in enumerate(getattr(case, part)):
            if one.invented:
                yield f"{part}[{n}]", "this is invented, and the case is real; find a source or leave it out"
