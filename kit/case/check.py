"""Looking at a case from top to bottom: all mistakes at once, and what is worth a second look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from kit.case import FILE, Case, find, mistakes
from kit.case.advice import advice, languages, voices
from kit.case.pictures import unreadable
from kit.case.rules import Mistake
from kit.case.texts import TO_FILL_IN, texts
from kit.insight import plain, privacy, wording
from kit.model.base import Text
from kit.yamlfile import Lines, load

SHOWN: Final = 100
"""Letters of a sentence that is quoted."""
FILL_IN: Final = "fill this in"
DATES: Final = (".when", ".date")
"""Fields that hold dates, which are nobody's birth."""
WATCHED: Final = {
    "bsn": "a citizen service number; leave it out",
    "email": "an e-mail address; leave it out",
    "phone": "a telephone number; leave it out",
    "iban": "a bank account; leave it out",
    "address": "an address; leave it out",
    "birth": "a date of birth; an age is enough",
    "plate": "a number plate; leave it out",
}
REAL: Final = {"name": "the name of a real person; use a role"}
"""What is looked for in a real case too: the people in an invented one may have names."""
REASONS: Final = {
    "long": "{about} words in one sentence; keep to {most}",
    "passive": "passive ({about}); say who does it",
    "hard": "{about!r} is a hard word; write {instead!r}",
}


class Finding(msgspec.Struct, frozen=True, order=True):
    """Something that was found: in which file and line, at which path, and what it is.

    The line is 0 where there is none to name; ``file`` is told from the folder of the case.
    """

    file: str
    line: int
    where: str
    text: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(one for one in (place, self.where, self.text) if one)


def check(
    where: str | Path, more: Callable[[Case], Iterable[Mistake]] = lambda _: ()
) -> tuple[Case, list[Finding]]:
    """Read a case, and return it with all that was found, by file and line.

    Args:
        where: Its folder, or the name of one that ships.
        more: Looks at a case that was read whole, such as :func:`kit.charts.undrawable`.

    Raises:
        InputError: There is no such case, or its ``case.yaml`` can't be read at all.
    """
    folder = find(where)
    case = load(folder / FILE, Case)
    spots = _Spots(folder, case)
    wrong = list(mistakes(case, folder))
    wrong += [] if wrong else more(case)
    wrong += [*unreadable(case), *languages(case), *voices(case)]
    found = [spots.error(*one) for one in wrong]
    found += (spots.warning(*one) for one in advice(case))
    for place, text, _ in texts(case):
        found += _unfilled(spots, place, text)
    for place, one, lang in _written(case):
        found += _second_looks(spots, case, place, one, lang)
    return case, sorted(set(found))


class _Spots:
    """Where in which file a path of the case is."""

    def __init__(self, folder: Path, case: Case) -> None:
        self.folder = folder
        self.files = {
            f"{field}.{lang}": name
            for field in ("situation", "trainer")
            for lang, name in getattr(case, field).items()
        }
        self.lines = Lines.of_file(folder / FILE)

    def error(self, where: str, text: str) -> Finding:
        """Return a mistake; with the path ``""`` its text begins with file and line."""
        if where:
            return Finding(FILE, self.lines.line(where) or 0, where, text)
        place, _, rest = text.partition(": ")
        name, line = re.fullmatch(r"(.*?)(?::(\d+))?", place).groups()  # type: ignore[union-attr]  # any text
        return Finding(Path(name).relative_to(self.folder).as_posix(), int(line or 0), "", rest)

    def warning(self, where: str, text: str) -> Finding:
        return msgspec.structs.replace(self.error(where, text), level="warning")

    def in_files(self, where: str) -> bool:
        """Return whether a text stands in files of its own, one per language."""
        return where in {one.partition(".")[0] for one in self.files}

    def within(self, where: str, line: int) -> tuple[str, int, str]:
        """Return file, line and path of a line of a text, which may be a file of its own."""
        if where in self.files:
            return self.files[where], line, ""
        return FILE, self.lines.line(where) or 0, where


def _written(case: Case) -> Iterator[tuple[str, str, str]]:
    """Yield every text in every language, with its path; a text in no language counts as Dutch."""
    for place, text, _ in texts(case):
        for lang, one in text.items() if isinstance(text, dict) else [("", text)]:
            yield f"{place}{'.' if lang else ''}{lang}", one, lang


def _unfilled(spots: _Spots, place: str, text: Text | str) -> Iterator[Finding]:
    """Yield where somebody must still write: a field once for all its languages, each line of a file."""
    each = text if isinstance(text, dict) else {"": text}
    open_ones = [lang for lang, one in each.items() if TO_FILL_IN.search(one)]
    if not spots.in_files(place):
        which = f" ({', '.join(open_ones)})" if any(open_ones) else ""
        yield from [Finding(*spots.within(place, 1), f"{FILL_IN}{which}")] if open_ones else []
        return
    for lang in open_ones:
        for n, line in enumerate(each[lang].splitlines(), 1):
            if TO_FILL_IN.search(line):
                yield Finding(*spots.within(f"{place}.{lang}", n), FILL_IN)


def _second_looks(spots: _Spots, case: Case, place: str, text: str, lang: str) -> Iterable[Finding]:
    """Look at one text for personal data and for plain language."""
    watched = WATCHED | (REAL if case.kind == "real" else {})
    for mark in privacy.marks(text):
        a_date = mark.kind == "birth" and place.removesuffix(f".{lang}").endswith(DATES)
        if mark.kind in watched and not a_date:
            said = f"{mark.text!r} looks like {watched[mark.kind]}"
            yield Finding(*spots.within(place, text.count("\n", 0, mark.at) + 1), said, "warning")
    if not lang or place.startswith("sources") or TO_FILL_IN.search(text):
        return
    # A how-might-we question has room for a person and what gets better for them.
    most = wording.MOST_WORDS if place.startswith("seeds") else plain.MOST_WORDS
    for hint in plain.hints(text, lang):
        if hint.code == "long" and int(hint.about) <= most:
            continue
        reason = REASONS[hint.code].format(about=hint.about, instead=hint.instead, most=most)
        sentence = hint.sentence.text
        short = sentence if len(sentence) <= SHOWN else f"{sentence[:SHOWN].rstrip()}…"
        yield Finding(*spots.within(place, hint.sentence.line), f"{reason}: “{short}”", "warning")
