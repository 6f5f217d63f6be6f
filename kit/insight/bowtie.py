"""What a bowtie tells: gaps, ownership, dependence on one partner, links between domains, balance.

A bowtie has a hazard, the top event (the moment that control is lost), threats before it and consequences
after it. A threat or a consequence is a *line*; preventive (``prev``) and recovery (``recov``) barriers lie
on it, and are called *measures* here. A weak spot (``escal``, the escalation factor) hangs on a measure,
extra support (``escal_barrier``) on a weak spot. The elements and the building order follow CGE's and the
CAA's bowtie guidance; the indicators are this kit's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import pandas as pd

LINES = {"threat": "prev", "consequence": "recov"}
"""The kinds of lines, with the kind of measure that lies on each."""

MEASURES = ("prev", "recov")
LEVELS = ("1", "2", "3", "4")
"""Prevention: 1 for everyone, 2 for groups at risk, 3 at first signs, 4 when it goes wrong."""

LEANS = 0.5
"""A bowtie leans on one organisation that owns more than this share of its measures."""

CARE = {"zorg", "sociaal"}
SAFETY = {"veiligheid"}


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One element of a bowtie; None where nothing was said.

    Attributes:
        id: Its name, unique among the nodes that are looked at together.
        kind: ``hazard``, ``top_event``, ``threat``, ``consequence``, ``prev``, ``recov``, ``escal`` or
            ``escal_barrier``.
        parent: The node that it hangs on.
        organisation: The owner of a measure.
        prevention: Level of prevention of a measure, ``"1"`` to ``"4"``.
        status: ``bestaat``, ``nieuw`` or ``idee``.
        effect: ``goed``, ``matig``, ``zwak`` or ``onbekend``.
        domain: ``zorg``, ``veiligheid``, ``fysiek``, ``digitaal`` or ``sociaal``: of a line, the domain that
            it belongs to; of a measure, the domain of its owner in this.
    """

    id: str
    kind: str
    text: str = ""
    parent: str | None = None
    organisation: str | None = None
    prevention: str | None = None
    status: str | None = None
    effect: str | None = None
    domain: str | None = None


class TieLink(msgspec.Struct, frozen=True):
    """A line of one domain that a measure from another domain lies on.

    ``care`` marks those between care (or the social domain) and safety.
    """

    line: str
    measure: str
    of: str
    by: str
    care: bool


class TieIndicators(msgspec.Struct, frozen=True):
    """What one bowtie tells.

    Attributes:
        threats: Number of threats.
        consequences: Number of consequences.
        left: Measures before the top event.
        right: Measures after it; with ``left`` the balance.
        gaps: The lines without a measure.
        weak: The measures with a weak effect.
        bare: The weak spots without extra support.
        owned: Measures with an owner.
        ownership: ``owned`` as a share of all measures, 0 to 1; None without measures.
        largest: The organisation that owns most measures, the first by name where several do.
        dependence: Its share of all measures, 0 to 1; None without measures.
        leans: ``dependence`` is more than one half.
        links: Measures from another domain than that of their line.
    """

    threats: int
    consequences: int
    left: int
    right: int
    gaps: list[str]
    weak: list[str]
    bare: list[str]
    owned: int
    ownership: float | None
    largest: str | None
    dependence: float | None
    leans: bool
    links: list[TieLink]


def indicators(nodes: Iterable[Node]) -> TieIndicators:
    """Return what the nodes of one bowtie tell; their order is kept."""
    nodes = list(nodes)
    lines = [one for one in nodes if one.kind in LINES]
    measures = [one for one in nodes if one.kind in MEASURES]
    busy = {one.parent for one in nodes}
    owners = Counter(one.organisation for one in measures if one.organisation)
    largest = min(owners, key=lambda name: (-owners[name], name), default=None)
    share = owners[largest] / len(measures) if largest else 0.0
    return TieIndicators(
        threats=sum(one.kind == "threat" for one in lines),
        consequences=sum(one.kind == "consequence" for one in lines),
        left=sum(one.kind == "prev" for one in measures),
        right=sum(one.kind == "recov" for one in measures),
        gaps=[one.id for one in lines if one.id not in busy],
        weak=[one.id for one in measures if one.effect == "zwak"],
        bare=[one.id for one in nodes if one.kind == "escal" and one.id not in busy],
        owned=owners.total(),
        ownership=owners.total() / len(measures) if measures else None,
        largest=largest,
        dependence=share if measures else None,
        leans=share > LEANS,
        links=_links(lines, measures),
    )


def _links(lines: list[Node], measures: list[Node]) -> list[TieLink]:
    """Return the measures whose owner's domain is not that of their line, where both are known.

    An organisation has no domain of its own in a case: a youth worker and a mayor's office of one
    municipality differ. So people say of each measure from which domain it is done.
    """
    of = {one.id: one.domain for one in lines}
    found = []
    for one in measures:
        domain = of.get(one.parent or "")
        if domain and one.domain and domain != one.domain:
            ends = {domain, one.domain}
            care = bool(ends & CARE) and bool(ends & SAFETY)
            found.append(TieLink(one.parent or "", one.id, domain, one.domain, care))
    return found


def levels(nodes: Iterable[Node], organisations: Iterable[str] = ()) -> dict[str, list[int]]:
    """Return who does what at which level: for each organisation its measures at levels 1 to 4.

    A measure of no level is in none of the four. What nobody owns comes last, under an empty name.

    Args:
        nodes: The nodes of one or more bowties.
        organisations: Those to name first, also when they own nothing; other owners follow by name.
    """
    measures = [(one.organisation or "", one.prevention) for one in nodes if one.kind in MEASURES]
    counts, owners = Counter(measures), {owner for owner, _ in measures}
    names = dict.fromkeys([*organisations, *sorted(owners - {""}), *sorted(owners & {""})])
    return {name: [counts[name, level] for level in LEVELS] for name in names}


def nodes(frame: pd.DataFrame) -> list[Node]:
    """Return the rows of the frame *bowtie* as nodes.

    Args:
        frame: With the columns ``node``, ``kind``, ``text``, ``parent``, ``organisation``, ``prevention``,
            ``status``, ``effect`` and ``domain``; missing values are None.

    Raises:
        KeyError: A column is not there.
    """
    columns = ["node", *Node.__struct_fields__[1:]]
    known = frame[columns].astype("object").where(frame[columns].notna(), None)
    return [msgspec.convert(row, Node) for row in known.rename(columns={"node": "id"}).to_dict("records")]
