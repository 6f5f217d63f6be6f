"""Tables of StatLine and of the police as their sites give them: as on the screen, or a row per figure."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from kit.errors import InputError
from kit.opendata import columns, values
from kit.opendata.catalogue import families
from kit.opendata.reading import Fact
from kit.opendata.sheet import Row

FOOTER = re.compile(r"^(bron|source|©)\b", re.IGNORECASE)


class Table(msgspec.Struct, kw_only=True):
    """What stands in such a file, before anything is chosen.

    Attributes:
        title: What stands above it; empty where nothing does.
        facts: One per figure.
        kinds: Whether its kinds are a dimension of their own, and not the names of its figures.
        towns: Whether its areas are towns, which are no area of a case.
        translated: Whether a browser translated it; ``line`` is where that shows.
        left_out: Columns that hold no figures.
    """

    title: str = ""
    facts: list[Fact] = []
    kinds: bool = False
    towns: bool = False
    translated: bool = False
    line: int = 1
    left_out: list[str] = []


def parse(rows: list[Row], path: Path) -> Table:
    """Read a table in either form.

    Raises:
        InputError: It has no column with areas, or no figures.
    """
    rows = _without_footer(rows)
    head = next((row for row in rows if _is_header(row)), None)
    if head is not None and _is_flat(rows, head):
        return flat(head, rows[rows.index(head) + 1 :], path, title=_title(rows, head))
    return laid_out(rows, path)


def _without_footer(rows: list[Row]) -> list[Row]:
    """Return rows without the line of the source; under the figures nothing but notes comes after it."""
    kept: list[Row] = []
    begun = False
    for row in rows:
        if FOOTER.match(row.cells[0]) and not any(row.cells[1:]):
            if begun:
                break
            continue
        begun = begun or _is_header(row)
        kept.append(row)
    return kept or rows


def _is_header(row: Row) -> bool:
    """Return whether a row names a column with areas, and other columns."""
    roles = {columns.role(cell) for cell in row.cells}
    return len(row.cells) > 1 and bool(roles & {"area", "town"} or ("code" in roles and row.cells[0]))


def _is_flat(rows: list[Row], head: Row) -> bool:
    """Return whether the row of names is the only one: in the screen's form it has units, and names above."""
    others = [cell for cell in head.cells if cell and not columns.role(cell)]
    above = [row for row in rows[: rows.index(head)] if sum(map(bool, row.cells)) > 1]
    return not above and not (others and all(columns.is_unit(cell) for cell in others))


def _title(rows: list[Row], head: Row | None) -> str:
    first = rows[0]
    return first.cells[0] if first is not head and sum(map(bool, first.cells)) == 1 else ""


def flat(head: Row, body: list[Row], path: Path, *, title: str = "") -> Table:
    """Read the form with one row of names, and every dimension in a column.

    Raises:
        InputError: A row has another number of cells than the names.
    """
    names = head.cells
    roles = [columns.role(name) for name in names]
    figures = [n for n, what in enumerate(roles) if not what and _holds_figures(body, n)]
    table = Table(title=title, kinds="kind" in roles, towns="town" in roles, line=head.line)
    table.translated = any(columns.translated(name) for name in names)
    table.left_out = [name for n, name in enumerate(names) if name and not roles[n] and n not in figures]
    if "value" in roles:
        figures = [roles.index("value")]
    for row in body:
        if len(row.cells) != len(names):
            raise InputError(_ragged(path, row, head))
        found = {what: cell for what, cell in zip(roles, row.cells, strict=True) if what}
        found["period"] = _period(names, roles, row.cells, f"{path}:{row.line}")
        topic = found.get("measure", "")
        for n in figures:
            found["unit"] = columns.unit(names[n])
            table.facts.append(_fact(row.line, row.cells[n], found, topic or names[n]))
    return _checked(table, path)


def _ragged(path: Path, row: Row, head: Row) -> str:
    return f"{path}:{row.line}: {len(row.cells)} cells, but {len(head.cells)} names; download the file again"


def _period(names: list[str], roles: list[str], cells: list[str], place: str) -> str:
    """Return the period of a row; a year and a month may stand in two columns.

    Raises:
        InputError: The month can't be read: the row would count for its year.
    """
    found = {
        name.lower(): cell for name, what, cell in zip(names, roles, cells, strict=True) if what == "period"
    }
    if len(found) == 1 or "maand" not in found:
        odd = (cell for cell in found.values() if not values.period(cell))
        return next(odd, max(found.values(), key=lambda cell: len(values.period(cell)), default=""))
    named = found.pop("maand")
    around = next(iter(found.values()))
    year, month, whole = values.period(around), values.month(named), values.period(named)
    if whole.startswith(f"{year[:4]}-") and year in {whole, whole[:4]}:
        return named
    if len(year) != 4 or not month:
        message = (
            f"{place}: {around!r} and {named!r} are no year and month; "
            "write them as 2022 and april, or 2022 and 4"
        )
        raise InputError(message)
    return f"{year}-{month:02}{'*' if '*' in around + named else ''}"


def _holds_figures(body: list[Row], column: int) -> bool:
    cells = [row.cells[column] for row in body if column < len(row.cells)]
    return any(values.is_figure(cell) and not values.missing(cell) for cell in cells)


def laid_out(rows: list[Row], path: Path) -> Table:
    """Read the form of the screen: a title, what holds for all of it, rows of names, a row of units, figures.

    Raises:
        InputError: No row names the areas, or there are no figures.
    """
    units = next((n for n, row in enumerate(rows) if _is_header(row)), None)
    if units is None:
        message = (
            f"{path}:{rows[0].line}: no column with areas such as 'Wijken en buurten'; "
            "choose areas on the site and download again"
        )
        raise InputError(message)
    head, body = rows[units], rows[units + 1 :]
    ends = (n for n, name in enumerate(head.cells) if columns.is_unit(name) or not columns.role(name))
    sides = next(ends, len(head.cells))
    table = Table(title=_title(rows, head), line=head.line)
    fixed = _fixed(rows[:units])
    above = _names_above(rows[:units], sides, len(head.cells))
    roles = [columns.role(name) for name in head.cells[:sides]]
    if "period" in roles and "period" in above:
        message = f"{path}:{head.line}: periods stand above and beside the figures; choose one place for them"
        raise InputError(message)
    everything = {*roles, *fixed, *above}
    table.kinds, table.towns = "kind" in everything, "town" in everything
    table.translated = any(columns.translated(cell) for row in rows[: units + 1] for cell in row.cells)
    told = [""] * sides  # a name may stand once, above the rows that it holds for
    for row in body:
        if len(row.cells) != len(head.cells):
            raise InputError(_ragged(path, row, head))
        told = [cell or before for cell, before in zip(row.cells[:sides], told, strict=True)]
        side = dict(zip(roles, told, strict=True))
        if "period" in roles:
            side["period"] = _period(head.cells[:sides], roles, told, f"{path}:{row.line}")
        for n in range(sides, len(head.cells)):
            found = {**fixed, **side, **{what: names[n] for what, names in above.items()}}
            found["unit"] = head.cells[n]
            table.facts.append(_fact(row.line, row.cells[n], found, found.get("topic", "")))
    _drop_words(table)
    return _checked(table, path)


def _fixed(rows: list[Row]) -> dict[str, str]:
    """Return what holds for the whole table: lines such as ``Soort misdrijf: Totaal misdrijven``."""
    found = {}
    for row in rows:
        name, mark, value = row.cells[0].partition(":")
        if mark and not any(row.cells[1:]) and columns.role(name):
            found[columns.role(name)] = value.strip().lstrip("|").strip()
    return found


def _names_above(rows: list[Row], sides: int, width: int) -> dict[str, list[str]]:
    """Return the names above the columns, by what they are; a row may say so or leave it to its names."""
    found: dict[str, list[str]] = {}
    announced = ""
    for row in rows:
        cells = row.cells
        alone = [columns.role(cell) for cell in cells if cell]
        if len(alone) == 1 and alone[0]:
            announced = alone[0]
            continue
        if len(cells) != width or not any(cells[sides:]):
            continue
        said = next((columns.role(cell) for cell in cells[:sides] if columns.role(cell)), "")
        found[said or announced or _guess(cells[sides:])] = cells
        announced = ""
    return found


def _guess(names: list[str]) -> str:
    if all(values.period(name) for name in names):
        return "period"
    return (
        "kind"
        if all(values.CRIME.match(name) or name.lower().startswith("totaal") for name in names)
        else "topic"
    )


def _fact(line: int, value: str, found: dict[str, str], topic: str) -> Fact:
    around = found.get("area", "")
    return Fact(
        line=line,
        value=value,
        area=values.area(found.get("code", "")) or values.area(around),
        name=found.get("name") or found.get("town") or ("" if values.area(around) else around),
        region=found.get("region", ""),
        period=found.get("period", ""),
        label=found.get("kind") or topic,
        topic=topic,
        unit=found.get("unit", ""),
    )


def _drop_words(table: Table) -> None:
    """Leave out what is no figure, such as a name in a column of names; codes of areas are used first."""
    words = {fact.label for fact in table.facts if not values.is_figure(fact.value)}
    codes = {fact.line: fact.value for fact in table.facts if columns.role(fact.label) == "code"}
    regions = {fact.line: fact.value for fact in table.facts if columns.role(fact.label) == "region"}
    kept = [
        fact for fact in table.facts if fact.label not in words or not words_only(table.facts, fact.label)
    ]
    for fact in kept:
        fact.area = fact.area or values.area(codes.get(fact.line, ""))
        fact.region = fact.region or regions.get(fact.line, "")
    table.facts = kept
    table.left_out = sorted(words - {fact.label for fact in kept})


def words_only(facts: list[Fact], label: str) -> bool:
    """Return whether no cell under a name is a number: a column of words then, and no damaged figure."""
    return not any(
        values.is_figure(fact.value) and not values.missing(fact.value)
        for fact in facts
        if fact.label == label
    )


def _checked(table: Table, path: Path) -> Table:
    if not table.facts:
        message = f"{path}:{table.line}: no figures under the names; choose a subject and download again"
        raise InputError(message)
    return table


def family(table: Table) -> str:
    """Return which figures a table holds, by its title and its names; empty where that is not known."""
    labels = {fact.label for fact in table.facts}
    text = " ".join([table.title, *sorted(labels)]).lower()
    if re.search(r"misdrijven|felonies|recorded crimes", text) or any(
        values.CRIME.match(one) for one in labels
    ):
        return "crime"
    if re.search(r"overlast|nuisance", text):
        return "nuisance"
    known = families()["people"].kinds
    return "people" if any(values.kind(one, "people") in known for one in labels) else ""
