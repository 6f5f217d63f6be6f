"""What belongs in ``case.yaml`` for the tables that were made, and putting it there beside the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from kit.errors import InputError
from kit.model.base import Text, say
from kit.opendata.catalogue import Family, families
from kit.opendata.gather import Gathered, Made

BOUNDARIES = {
    "id": "wijk-en-buurtkaart",
    "title": {"nl": "Wijk- en buurtkaart", "en": "Map of districts and neighbourhoods"},
    "publisher": "Kadaster / Centraal Bureau voor de Statistiek",
}


class _Dumper(yaml.SafeDumper):
    """Lists stand in from their name, and a text in two languages on one line, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


def _mapping(dumper: _Dumper, told: dict[str, Any]) -> yaml.MappingNode:
    flow = set(told) <= {"nl", "en"} and len(str(told)) < 100
    return dumper.represent_mapping("tag:yaml.org,2002:map", told, flow_style=flow)


def _list(dumper: _Dumper, told: list[Any]) -> yaml.SequenceNode:
    flow = all(isinstance(one, str) for one in told)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", told, flow_style=flow)


_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)


def dump(told: Any) -> str:
    """Return YAML as a trainer would write it."""
    text: str = yaml.dump(told, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=118)
    return text


def blocks(made: Gathered, today: str) -> dict[str, Any]:
    """Return ``sources``, ``areas``, ``tables`` and ``charts`` for ``case.yaml``.

    Args:
        made: What was gathered.
        today: When the figures were looked up.
    """
    sources = [_source(table, today) for table in made.tables]
    charts = [chart for table in made.tables for chart in _charts(table, made)]
    told: dict[str, Any] = {"sources": sources}
    if made.tables or made.shapes:
        told["areas"] = {"file": "data/areas.csv", **_people(made)}
    if made.shapes:
        sources.append({**BOUNDARIES, "date": today})
        told["areas"] |= {"shapes": "data/areas.geojson", "source": BOUNDARIES["id"]}
    told |= {"tables": [_table(table) for table in made.tables], "charts": charts}
    return {name: value for name, value in told.items() if value}


def _people(made: Gathered) -> dict[str, str]:
    """Return the source of the inhabitants: the newest of the tables that count them."""
    counts = [one for one in made.tables if one.family == "people"]
    if not counts or not made.areas["population"].astype(bool).any():
        return {}
    return {"population_source": _source_id(max(counts, key=lambda one: max(one.rows["period"])))}


def _source_id(table: Made) -> str:
    about = families()[table.family]
    return "-".join([about.source.id, *([table.number.lower()] if table.number else table.id.split("-")[1:])])


def _source(table: Made, today: str) -> dict[str, Any]:
    credit = families()[table.family].source
    number = f" ({table.number})" if table.number else ""
    title = {lang: f"{say(credit.title, lang)}{number}" for lang in ("nl", "en")}
    told = {
        "id": _source_id(table),
        "title": title,
        "publisher": credit.publisher,
        "date": today,
        "url": credit.url.format(table=table.number) if table.number or "{table}" not in credit.url else "",
        "licence": credit.licence,
    }
    return {name: value for name, value in told.items() if value}


def _table(table: Made) -> dict[str, Any]:
    about = families()[table.family]
    told = {
        "id": table.id,
        "file": f"data/{table.id}.csv",
        "title": about.title,
        "unit": about.unit,
        "source": _source_id(table),
        "kinds": {kind: _label(table, about, kind) for kind in dict.fromkeys(table.rows["kind"])},
        "limits": about.limits,
    }
    return told if about.adds_up else {**told, "adds_up": False}


def _label(table: Made, about: Family, kind: str) -> Text:
    own = table.labels.get(kind, kind).removeprefix(kind).strip() or kind
    return about.kinds.get(kind) or {"nl": own, "en": own}


def _charts(table: Made, made: Gathered) -> list[dict[str, Any]]:
    """Return charts that begin well: a trainer takes out what the workshop does not need."""
    kinds = list(dict.fromkeys(table.rows["kind"]))
    about = families()[table.family]
    shown = [kind for kind in about.show if kind in kinds]
    main = "afw" if table.family == "liveability" else "total"
    found = []
    if main in kinds and table.rows["period"].nunique() > 1:
        index = {"index": True} if main == "total" else {}
        found.append({"draw": "trend", **_where(table, made, against=True), "kinds": [main], **index})
    if table.family == "liveability" and not table.id.endswith("-pc4"):
        found.append({"draw": "profile", **_where(table, made, against=True), "kinds": shown})
        found += [{"draw": "map", "kinds": [main]}] if made.shapes and main in kinds else []
    elif shown and table.family != "liveability":
        found.append({"draw": "kinds", **_where(table, made, whole=True), "kinds": shown})
    return [_named(table, about, chart) for chart in found if chart["kinds"]]


def _named(table: Made, about: Family, chart: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"{table.id}-{chart['draw']}",
        "draw": chart.pop("draw"),
        "table": table.id,
        "title": about.title,
        **chart,
    }


def _where(table: Made, made: Gathered, *, against: bool = False, whole: bool = False) -> dict[str, Any]:
    """Return which areas a chart shows: the neighbourhoods, or the larger area where one says enough."""
    there = set(table.rows["area"])
    of_case: pd.DataFrame = made.areas[made.areas["area"].isin(there)]
    by_kind = {kind: list(of_case.loc[of_case["kind"] == kind, "area"]) for kind in set(of_case["kind"])}
    larger = [*by_kind.get("district", []), *by_kind.get("municipality", [])]
    if whole and larger:
        return {"areas": larger[:1]}
    if "neighbourhood" not in by_kind:
        return {"areas": sorted(there)}
    return {"against": larger[-1]} if against and larger else {}


def into(path: Path, told: dict[str, Any]) -> tuple[str, list[str]]:
    """Return ``case.yaml`` with the blocks added, and what was in it already.

    Lines are only put in between; what a trainer wrote, comments and order, stays as it is.

    Raises:
        InputError: A list is written on one line, so that nothing can be put under it.
    """
    text = path.read_text(encoding="utf-8-sig")
    text += "" if text.endswith("\n") else "\n"
    there: list[str] = []
    for name, value in told.items():
        old = (yaml.safe_load(text) or {}).get(name)
        if isinstance(value, dict):
            if old is None:
                text += f"\n{dump({name: value})}"
            elif old != value:
                there.append(name)
            continue
        ids = {one.get("id") for one in old or [] if isinstance(one, dict)}
        there += [f"{name}: {one['id']}" for one in value if one["id"] in ids]
        new = [one for one in value if one["id"] not in ids]
        text = _put(text, path, name, new) if new else text
    return text, there


def _put(text: str, path: Path, name: str, new: list[Any]) -> str:
    """Add items at the end of one list at the top of the file, as far in as the others are."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    nodes = {key.value: node for key, node in root.value} if isinstance(root, yaml.MappingNode) else {}
    node = nodes.get(name)
    if node is None:
        return f"{text}\n{dump({name: new})}"
    if isinstance(node, yaml.SequenceNode) and not node.value:
        start, end = node.start_mark.index, node.end_mark.index
        text = f"{text[:start].rstrip(' ')}{text[end:]}"
        lines = text.splitlines(keepends=True)
        return "".join(
            [*lines[: node.start_mark.line + 1], _inset(new, 2), *lines[node.start_mark.line + 1 :]]
        )
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        line = node.start_mark.line + 1
        message = (
            f"{path}:{line}: {name} is written on one line; put each item on a line of its own, with a hyphen"
        )
        raise InputError(message)
    column = node.start_mark.column
    last = node.value[-1].end_mark
    lines = text.splitlines(keepends=True)
    at = last.line if last.column <= column else last.line + 1
    while at > 0 and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
        at -= 1  # a comment after the last item belongs to what follows
    return "".join([*lines[:at], _inset(new, column), *lines[at:]])


def _inset(items: list[Any], column: int) -> str:
    """Return items of a list, as far in as the others are."""
    return "".join(" " * column + line for line in dump(items).splitlines(keepends=True))
