"""``leefkit case data``: what a trainer downloaded about a neighbourhood becomes the tables of a case."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.case import Case
from kit.cli.together import together
from kit.errors import InputError, KitError, StorageError

if TYPE_CHECKING:
    import pandas as pd

    from kit.opendata.gather import Choice, Gathered
    from kit.opendata.reading import Reading

Areas = Annotated[str, typer.Option(help="Codes of areas, such as BU07580100,BU07580101.")]
District = Annotated[
    str, typer.Option(help="A district with its neighbourhoods and municipality, such as WK075801.")
]
Municipality = Annotated[str, typer.Option(help="A municipality with all in it, such as GM0758.")]
Names = Annotated[Path | None, typer.Option(help="A list with name,area for names that are in no areas.csv.")]


def data(
    folder: Annotated[Path, typer.Argument(help="The folder of the case.")],
    files: Annotated[list[Path] | None, typer.Argument(help="What you downloaded.")] = None,
    areas: Areas = "",
    district: District = "",
    municipality: Municipality = "",
    table: Annotated[str, typer.Option(help="The number of the table, such as 47018NED.")] = "",
    years: Annotated[str, typer.Option(help="2022, or from and up to: 2012-2022.")] = "",
    kinds: Annotated[str, typer.Option(help="Kinds to keep, such as total,1.1.1.")] = "",
    names: Names = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Ask the publisher over the internet.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Put what belongs in case.yaml there.")] = False,
) -> None:
    """Make the tables of a case from downloads of StatLine, the police, the Leefbaarometer and maps."""
    from kit.opendata.areas import Wanted
    from kit.opendata.gather import Choice, gather

    if not folder.is_dir():
        message = f"{folder}: there is no such folder; name the folder of your case"
        raise InputError(message)
    if not files and not fetch:
        message = "name the files that you downloaded, or use --fetch"
        raise typer.BadParameter(message)
    first, last = _years(years)
    wanted = Wanted(codes=_listed(areas), district=district, municipality=municipality)
    choice = Choice(wanted=wanted, first=first, last=last, kinds=_listed(kinds))
    if write:
        Case.load(folder)  # what is out of order now should not look like the work of this command
    readings = _read(files or [], choice, table, names)
    readings += [_fetched(table, choice)] if fetch else []
    made = gather(readings, choice, known_areas(folder), known_names(names))
    _finish(folder, readings, made, write=write)


def _finish(folder: Path, readings: list[Reading], made: Gathered, *, write: bool) -> None:
    """Save what was made and tell what it is; ``case.yaml`` with ``write`` alone."""
    from kit.opendata import blocks

    told = blocks.blocks(made, dt.datetime.now().astimezone().date().isoformat())
    texts = _texts(folder, made)
    there: list[str] = []
    if write:
        texts[folder / "case.yaml"], there = blocks.into(folder / "case.yaml", told)
    _save(folder, texts, check=write)
    _tell(readings, made)
    for one in there:
        print(f"case.yaml has {one} already; it stays as it is")
    if write:
        print("case.yaml: added; look at the credits and the titles")
    else:
        print(f"\n# For case.yaml; look at the credits and the titles:\n{blocks.dump(told)}", end="")


def _years(text: str) -> tuple[str, str]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text) if text else None
    if text and (not found or (found[2] or found[1]) < found[1]):
        message = f"--years: {text!r} is no year and no span; write 2022, or 2012-2022"
        raise typer.BadParameter(message)
    return (found[1], found[2] or found[1]) if found else ("", "")


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.split(",") if one.strip()]


def _read(files: list[Path], choice: Choice, table: str, names: Path | None) -> list[Reading]:
    from kit.opendata.read import read

    period = choice.first if choice.first == choice.last else ""
    return [read(file, table=table, period=period, names=names is not None) for file in files]


def _fetched(table: str, choice: Choice) -> Reading:
    from kit.opendata.fetch import fetch

    return fetch(table, choice.wanted, choice.first, choice.last)


def known_areas(folder: Path) -> pd.DataFrame:
    """Return the areas that the case has so far; none when it has no ``data/areas.csv``.

    Raises:
        InputError: The file has a mistake.
    """
    import pandas as pd

    from kit.case.data import areas_of
    from kit.opendata.areas import COLUMNS

    path = folder / "data" / "areas.csv"
    rows = areas_of(path) if path.is_file() else []
    cells = [
        [one.area, one.name, one.kind, one.within, "" if one.population is None else str(one.population)]
        for one in rows
    ]
    return pd.DataFrame(cells, columns=COLUMNS)


def known_names(path: Path | None) -> pd.DataFrame:
    """Return which code each name has, from a list with the columns ``name`` and ``area``.

    Raises:
        InputError: The list has other columns, or a code that is none.
    """
    import pandas as pd

    from kit.opendata import sheet, values

    if path is None:
        return pd.DataFrame(columns=["area", "name"])
    rows = sheet.rows(sheet.decode(path), path)
    head = [cell.lower() for cell in rows[0].cells]
    if sorted(head) != ["area", "name"]:
        message = f"{path}:{rows[0].line}: the columns must be name,area; they are {','.join(head)}"
        raise InputError(message)
    found = []
    for row in rows[1:]:
        cells = dict(zip(head, row.cells, strict=False))
        code = values.area(cells.get("area", ""))
        if not code:
            message = (
                f"{path}:{row.line}: {cells.get('area', '')!r} is no code of an area, such as BU07580100"
            )
            raise InputError(message)
        found.append([code, cells["name"]])
    return pd.DataFrame(found, columns=["area", "name"])


def _texts(folder: Path, made: Gathered) -> dict[Path, str]:
    """Return what belongs in each file of the case."""
    from kit.opendata import tidy

    place = folder / "data"
    found = {place / f"{table.id}.csv": tidy.written(table.rows) for table in made.tables}
    if made.tables:
        found[place / "areas.csv"] = made.areas.to_csv(index=False, lineterminator="\n")
    if made.shapes:
        found[place / "areas.geojson"] = made.shapes
    return found


def _save(folder: Path, texts: dict[Path, str], *, check: bool) -> None:
    """Write all files or none: with ``check``, all are as before when the case is not in order with them.

    ``case.yaml`` comes last, because it names the others.

    Raises:
        InputError: What is not in order.
        StorageError: The folder can't be written.
    """
    try:
        with together(dict(sorted(texts.items(), key=lambda one: one[0].name == "case.yaml"))):
            if check:
                Case.load(folder)
    except KitError:
        raise
    except OSError as error:
        message = (
            f"{folder}: can't be written ({error.strerror or error}); make room, or look who may write there"
        )
        raise StorageError(message) from error


def _tell(readings: list[Reading], made: Gathered) -> None:
    from kit.opendata.areas import nameless

    for reading in readings:
        print(f"{reading.file}: {reading.form}")
        for file, remark in made.remarks:
            if file == str(reading.file):
                print(f"  - {remark}")
    for table in made.tables:
        areas, kinds = table.rows["area"].nunique(), table.rows["kind"].nunique()
        print(f"data/{table.id}.csv: {len(table.rows)} rows, {areas} areas, {kinds} kinds, {table.periods}")
    if made.tables:
        unknown = int((made.areas["population"] == "").sum())
        print(f"data/areas.csv: {len(made.areas)} areas; of {unknown} the number of inhabitants is not known")
        bare = nameless(made.areas)
        if bare:
            print(f"  - no name is known for {', '.join(bare)}: write it there")
    if made.shapes:
        print(f"data/areas.geojson: {len(made.shapes.encode()) / 1000:.1f} kB")
