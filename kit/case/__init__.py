"""A case: the situation a workshop is about, read from a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from kit import paths
from kit.case.data import areas_of, kilobytes, outlines_of, rows_of
from kit.case.parts import (
    Area,
    Areas,
    BowtieSeed,
    Chart,
    Figure,
    Moment,
    Organisation,
    Part,
    Persona,
    Picture,
    Quote,
    Row,
    Source,
    Stakeholder,
    Table,
)
from kit.case.rules import Mistake, broken, untrue, used
from kit.errors import InputError, nearest
from kit.model.base import Text, say
from kit.yamlfile import Lines, inside, load, read_text

__all__ = [
    "Area", "Areas", "BowtieSeed", "Case", "Chart", "Figure", "Moment", "Organisation", "Persona", "Picture",
    "Quote", "Row", "Source", "Stakeholder", "Table", "find", "names",
]  # fmt: skip

FILE = "case.yaml"
MOST_PICTURE = 400_000
"""Bytes of a file with a picture."""


class Case(Part):
    """One case, whole: texts in every language it has. ``situation`` and ``trainer`` are Markdown.

    ``fields`` are the safety fields (1 to 5) that it is about, ``prevention`` the levels (1 to 4) of what can
    be done.
    """

    id: str
    kind: Literal["real", "fictional"]
    title: Text
    summary: Text
    place: Text | str
    situation: Text
    organisations: list[Organisation]
    stakeholders: list[Stakeholder] = []
    quotes: list[Quote] = []
    figures: list[Figure] = []
    timeline: list[Moment] = []
    tensions: list[Text] = []
    unknown: list[Text] = []
    seeds: list[Text] = []
    personas: list[Persona] = []
    bowtie: BowtieSeed | None = None
    trainer: Text = {}
    sensitive: Text | str = ""
    sources: list[Source] = []
    pictures: list[Picture] = []
    areas: Areas | None = None
    tables: list[Table] = []
    charts: list[Chart] = []
    themes: list[Text] = []
    fields: list[int] = []
    prevention: list[int] = []
    level: Literal["easy", "medium", "hard"] = "medium"
    hours: list[float] = []

    @classmethod
    def load(cls, where: str | Path) -> Case:
        """Read a case: a folder, or the name of a case that ships with the kit.

        Of the tables, those come along that a chart uses: a workshop carries all that its case holds.

        Raises:
            InputError: When there is no such case, or it has a mistake. The text names the file, the line,
                the path, and what was expected.
        """
        folder = find(where)
        case = load(folder / FILE, cls)
        for place, text in mistakes(case, folder):
            raise InputError(located(folder, place, text))
        case.tables = used(case)
        return case

    def organisation_names(self, lang: str) -> dict[str, str]:
        """Return the name of every organisation in ``lang``, by id."""
        return {one.id: say(one.name, lang) for one in self.organisations}

    def credit(self, source: str, lang: str) -> str:
        """Return whom to thank for what names a source by its id; nothing where it names none."""
        return next((one.credit(lang) for one in self.sources if one.id == source), "")


def mistakes(case: Case, folder: Path) -> Iterator[Mistake]:
    """Read the files that a case names into it, and yield what is wrong with it and with them.

    A mistake with the path ``""`` names its own file and line.
    """
    for field in ("situation", "trainer"):
        texts: Text = getattr(case, field)
        for lang, name in list(texts.items()):
            yield from _reading(folder, name, f"{field}.{lang}", partial(_text, texts, lang))
    loose = list(broken(case))
    yield from loose
    for n, picture in enumerate(case.pictures):
        yield from _reading(folder, picture.file, f"pictures[{n}].file", partial(_picture, picture))
    if not loose:
        loose = list(_data(case, folder))
        yield from loose
    if not loose:
        yield from untrue(case)


def _reading(folder: Path, name: str, where: str, take: Callable[[Path], None]) -> Iterator[Mistake]:
    """Let a file be read, and yield what is wrong: that there is none, or what stands in it."""
    try:
        path = inside(folder, name)
    except InputError as error:
        yield where, str(error)
        return
    try:
        take(path)
    except InputError as error:
        yield "", str(error)


def _text(texts: Text, lang: str, path: Path) -> None:
    texts[lang] = read_text(path)


def _picture(picture: Picture, path: Path) -> None:
    size = path.stat().st_size
    if size > MOST_PICTURE:
        message = (
            f"{path}: this picture has {kilobytes(size)} kB; make it {kilobytes(MOST_PICTURE)} kB or less"
        )
        raise InputError(message)
    if not size:
        message = f"{path}: this file is empty; save the picture anew"
        raise InputError(message)
    picture.body = path.read_bytes()


def _data(case: Case, folder: Path) -> Iterator[Mistake]:
    if (areas := case.areas) is not None:
        loose = list(_reading(folder, areas.file, "areas.file", partial(_areas, areas)))
        if areas.shapes and not loose:
            loose += _reading(folder, areas.shapes, "areas.shapes", partial(_shapes, areas))
        yield from loose
        if loose:
            return
    codes = [one.area for one in areas.rows] if areas is not None else []
    for n, table in enumerate(case.tables):
        yield from _reading(folder, table.file, f"tables[{n}].file", partial(_table, table, codes))


def _areas(areas: Areas, path: Path) -> None:
    areas.rows = areas_of(path)


def _shapes(areas: Areas, path: Path) -> None:
    areas.outlines = outlines_of(path, [one.area for one in areas.rows])


def _table(table: Table, codes: list[str], path: Path) -> None:
    table.rows = rows_of(path, list(table.kinds), codes)


def located(folder: Path, place: str, text: str) -> str:
    """Return a mistake with the file and the line that it is in."""
    if not place:
        return text
    line = Lines.of_file(folder / FILE).line(place)
    return f"{folder / FILE}{f':{line}' if line else ''}: {place}: {text}"


def names() -> list[str]:
    """Return the names of the cases that ship with the kit."""
    return sorted(file.parent.name for file in paths.cases_dir().glob("*/case.yaml"))


def find(where: str | Path) -> Path:
    """Return the folder of a case, given its path or the name of a shipped one.

    Raises:
        InputError: When there is none.
    """
    given = Path(where)
    for folder in (given, paths.cases_dir() / given.name if len(given.parts) == 1 else given):
        if (folder / "case.yaml").is_file():
            return folder
    if given.is_dir():
        message = f"{given}: there is no case.yaml in this folder; choose the folder of a case"
        raise InputError(message)
    message = f"case {str(where)!r}: no such case; {nearest(str(where), names())}"
    raise InputError(message)
