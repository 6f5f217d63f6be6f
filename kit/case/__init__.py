"""A case: the situation a workshop is about, read from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from kit import paths
from kit.case.data import areas_of, outlines_of, rows_of
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
            try:
                texts[lang] = read_text(inside(folder, name))
            except InputError as error:
                yield _of(error, folder, f"{field}.{lang}")
    loose = list(broken(case))
    yield from loose
    yield from _pictures(case, folder)
    if not loose:
        whole = True
        for mistake in _data(case, folder):
            whole = False
            yield mistake
        if whole:
            yield from untrue(case)


def _pictures(case: Case, folder: Path) -> Iterator[Mistake]:
    for n, picture in enumerate(case.pictures):
        place = f"pictures[{n}].file"
        try:
            path = inside(folder, picture.file)
        except InputError as error:
            yield place, str(error)
            continue
        if (size := path.stat().st_size) > MOST_PICTURE:
            most = f"{MOST_PICTURE // 1000} kB"
            yield place, f"{picture.file} has {size / 1000:,.0f} kB; make it smaller than {most}"
        else:
            picture.body = path.read_bytes()


def _data(case: Case, folder: Path) -> Iterator[Mistake]:
    codes: list[str] = []
    if case.areas:
        field = "file"
        try:
            case.areas.rows = areas_of(inside(folder, case.areas.file))
            codes = [one.area for one in case.areas.rows]
            field = "shapes"
            if case.areas.shapes:
                case.areas.outlines = outlines_of(inside(folder, case.areas.shapes), codes)
        except InputError as error:
            yield _of(error, folder, f"areas.{field}")
            return
    for n, table in enumerate(case.tables):
        try:
            table.rows = rows_of(inside(folder, table.file), list(table.kinds), codes)
        except InputError as error:
            yield _of(error, folder, f"tables[{n}].file")


def _of(error: InputError, folder: Path, place: str) -> Mistake:
    """Return an error as a mistake: one about what stands in a file names that itself."""
    text = str(error)
    return ("", text) if text.startswith(f"{folder}/") else (place, text)


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
