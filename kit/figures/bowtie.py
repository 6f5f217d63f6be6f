"""A bowtie as a figure: what it lacks in a sentence, its elements as a table, and a drawing for files.

The layout is that of the screens, which draw it themselves: there its boxes can be tapped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.insight.bowtie import LINES, MEASURES, Node, indicators
from kit.insight.bowtie_drawing import Sheet
from kit.insight.bowtie_parts import BOLD, LETTER, LINE, STRIPES, TieBox, TieDrawing
from kit.insight.text_lines import lines_of
from kit.locale import N_, translate
from kit.model.figures import FigureView

SHEET = Sheet(920, 600, split=False)
INK, SOFT, BAD = "#0f2f38", "#46606a", "#a8261b"
COLOURS = {
    "hazard": ("#fff1d3", "#b86e00"),
    "top_event": ("#ffb01f", "#b86e00"),
    "threat": ("#e1edf6", "#1d5f8e"),
    "consequence": ("#fbe5e1", BAD),
    "escal": ("#fbe7de", "#a23c18"),
    "escal_barrier": ("#dff0e4", "#1c6b43"),
    "gap": ("#ffffff", BAD),
}
MEASURE = ("#fffefb", "#0b5563")
FONT = "Avenir Next, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif"


SIDES = {
    "hazard": N_("Middle"),
    "top_event": N_("Middle"),
    "threat": N_("Before"),
    "prev": N_("Before"),
    "consequence": N_("After"),
    "recov": N_("After"),
}
PARTS = {
    "hazard": N_("Hazard or situation"),
    "top_event": N_("The moment that it goes wrong"),
    "threat": N_("Cause"),
    "consequence": N_("Consequence"),
    "prev": N_("Measure before"),
    "recov": N_("Measure after"),
    "escal": N_("Weak spot"),
    "escal_barrier": N_("Extra support"),
}
STATUS = {"bestaat": N_("is there already"), "nieuw": N_("is new"), "idee": N_("is an idea")}
EFFECTS = {
    "goed": N_("works well"),
    "matig": N_("works a little"),
    "zwak": N_("works badly"),
    "onbekend": N_("not known"),
}
NOTES = (
    N_("A dashed edge is an idea or a gap; a red dashed side is a measure that works badly."),
    N_("How well a measure works is a guess of the people at the table."),
)
MOST = 4
"""Owners that a sentence names; the table has all."""


class TieFigure(Figure):
    """A bowtie. Screens have a drawing of their own; this one is for notebooks, files and a report."""

    def __init__(self, view: FigureView, lang: str, drawing: TieDrawing) -> None:
        super().__init__(view, lang)
        self.drawing = drawing

    def _draw(self, *, alone: bool) -> str:
        below = [self.view.says, *self.lines()] if alone else []
        return svg(self.drawing, self.view.title, self.view.says, below, alone=alone)


@kept
def bowtie(
    id: str,  # noqa: A002 - what it is called in a view
    title: str,
    nodes: Sequence[Node],
    drawing: TieDrawing,
    *,
    owners: dict[str, str],
    lang: str,
) -> TieFigure:
    """Return one table's bowtie: how many lines lack a measure, who owns the measures, and all its parts.

    Args:
        id: Of the figure, unique in a workshop.
        title: Whose it is, and of what.
        nodes: Its elements, in the order in which they came.
        drawing: Its drawing, on a :data:`SHEET`.
        owners: The names of organisations by id; another owner is its own name.
        lang: ``"nl"`` or ``"en"``.
    """
    head = [N_("Side"), N_("Part"), N_("Text"), N_("Belongs to"), N_("Owner"), N_("Strength"), N_("Status")]
    view = FigureView(
        id=id,
        title=title,
        unit="",
        says=" ".join(_says(nodes, owners, lang)),
        drawing=None,
        head=[translate(one, lang) for one in head],
        rows=_rows(nodes, owners, lang),
        digits=0,
        notes=[translate(one, lang) for one in NOTES],
        credit=[],
    )
    return TieFigure(view, lang, drawing)


def _says(nodes: Sequence[Node], owners: dict[str, str], lang: str) -> Iterator[str]:
    """Yield how many lines have no measure, who owns the measures, and on whom it leans."""

    def say(sentence: str, **values: object) -> str:
        return translate(sentence, lang).format(**values)

    told = indicators(nodes)
    lines, measures = told.threats + told.consequences, told.left + told.right
    if not lines:
        yield say(N_("There are no causes and no consequences in it yet."))
        return
    gaps = N_("Without a measure: {n} of {of} causes and consequences.")
    yield say(gaps, n=len(told.gaps), of=lines) if told.gaps else say(N_("Every line has a measure."))
    counts = Counter(one.organisation for one in nodes if one.kind in MEASURES and one.organisation)
    most = sorted(counts.items(), key=lambda pair: (-pair[1], owners.get(pair[0], pair[0])))
    names = ", ".join(f"{owners.get(name, name)} ({count})" for name, count in most[:MOST])
    if names:
        rest = len(most) - MOST
        names += say(N_(" and {n} more"), n=rest) if rest > 0 else ""
        yield say(N_("Owners of measures: {names}."), names=names)
    if told.owned < measures:
        yield say(N_("Without an owner: {n} of {of} measures."), n=measures - told.owned, of=measures)
    if told.leans and told.largest:
        name = owners.get(told.largest, told.largest)
        yield say(N_("It leans on {name}: that is more than half of the measures."), name=name)


def _rows(nodes: Sequence[Node], owners: dict[str, str], lang: str) -> list[list[str | float | None]]:
    """Return the elements as one reads them: a line, its measures, and what hangs on those."""
    above = {one.id: one for one in nodes}
    found: list[list[str | float | None]] = []
    for one in _in_order(nodes):
        on, side = above.get(one.parent or ""), one
        while side.kind not in SIDES and side.parent in above:
            side = above[side.parent]
        owner = owners.get(one.organisation or "", one.organisation or "")
        words = [SIDES.get(side.kind, ""), PARTS[one.kind], EFFECTS.get(one.effect or "", ""),
                 STATUS.get(one.status or "", "")]  # fmt: skip
        where, part, effect, status = (translate(word, lang) if word else "" for word in words)
        found.append([where, part, one.text, on.text if on else "", owner, effect, status])
    return found


def _in_order(nodes: Sequence[Node]) -> Iterator[Node]:
    rank = ("hazard", "top_event", *LINES)

    def with_below(one: Node) -> Iterator[Node]:
        yield one
        for other in nodes:
            if other.parent == one.id:
                yield from with_below(other)

    roots = sorted((one for one in nodes if one.kind in rank), key=lambda one: rank.index(one.kind))
    return (below for one in roots for below in with_below(one))


def svg(
    drawing: TieDrawing, title: str, said: str = "", below: Sequence[str] = (), *, alone: bool = False
) -> str:
    """Return one table's bowtie as the text of an SVG file.

    Args:
        drawing: It, on a :data:`SHEET`.
        title: Whose it is, and of what.
        said: What is to be seen in it, for who can't.
        below: What stands with it wherever it goes.
        alone: The file goes out by itself, so that title and ``below`` are written in it.
    """
    across = drawing.width / LETTER
    heads = lines_of(title, across, 3, bold=True) if alone else []
    under = [line for one in below for line in lines_of(one, across, 6)]
    above = len(heads) * LINE + (LINE / 2 if heads else 0)
    texts = [_text(one, LINE * k + LETTER - above, ' font-weight="700"') for k, one in enumerate(heads)]
    first = drawing.height + 1.5 * LINE
    texts += [_text(one, first + LINE * k, f' fill="{SOFT}"') for k, one in enumerate(under)]
    high = above + drawing.height + (len(under) + 1) * LINE * bool(under)
    return "\n".join(_lines(drawing, title, said, (-4 - above, high + 8), texts))


def _text(text: str, y: float, look: str) -> str:
    return f'<text x="0" y="{y:g}"{look}>{escape(text)}</text>'


def _lines(
    drawing: TieDrawing, title: str, said: str, span: tuple[float, float], texts: list[str]
) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 {span[0]:g} {drawing.width + 8:g} {span[1]:g}" '
        f'role="img" font-family="{FONT}" font-size="{LETTER:g}" fill="{INK}" style="background:#fffefb">'
    )
    yield f"<title>{escape(title)}</title><desc>{escape(said)}</desc>"
    for wire in drawing.wires:
        look = f'stroke="{BAD}" stroke-dasharray="5 4"' if wire.gap else 'stroke="#7d8683"'
        yield f'<path d="{wire.path}" fill="none" stroke-width="2" {look}/>'
    for box in drawing.boxes:
        yield from _box(box)
    yield from texts
    yield "</svg>"


def _box(box: TieBox) -> Iterator[str]:
    fill, stroke = COLOURS.get(box.kind, MEASURE)
    if box.node is None or box.kind == "gap":
        fill = "#ffffff"
    elif box.status == "idee":
        fill = "#fff1d3"
    dashed = box.node is None or box.kind == "gap" or box.status == "idee"
    dashes = ' stroke-dasharray="5 3"' if dashed else ""
    place = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}"'
    yield f'<rect {place} rx="4" fill="{fill}" stroke="{stroke}" stroke-width="1.2"{dashes}/>'
    if box.weak:
        crack = f"M{box.x:g} {box.y + 3:g}v{box.height - 6:g}"
        yield f'<path d="{crack}" stroke="{BAD}" stroke-width="4" stroke-dasharray="5 3"/>'
    yield from _sign(box, stroke)
    for n, line in enumerate([*box.lines, *box.note]):
        colour = f' fill="{SOFT}"' if n >= len(box.lines) else ""
        weight = ' font-weight="700"' if n < len(box.lines) and box.kind in BOLD else ""
        at = f'x="{box.left:g}" y="{box.base + n * LINE:g}"'
        yield f"<text {at}{colour}{weight}>{escape(line)}</text>"


def _sign(box: TieBox, colour: str) -> Iterator[str]:
    """Yield what tells a hazard, a weak spot, a gap and extra support apart without colour."""
    x, y = box.left - 12.5, box.base - 8.6
    path = {
        "hazard": f"M{box.x + 2:g} {box.y + STRIPES / 2:g}h{box.width - 4:g}",
        "escal": f"M{x + 5:g} {y:g}l5.4 9.6h-10.8zM{x + 5:g} {y + 3.6:g}v2.6M{x + 5:g} {y + 7.6:g}v.2",
        "escal_barrier": f"M{x + 5:g} {y:g}v10M{x:g} {y + 5:g}h10",
    }
    found = path.get("escal" if box.kind == "gap" else box.kind)
    if found:
        width, dashes = (STRIPES - 2, ' stroke-dasharray="6 5"') if box.kind == "hazard" else (1.3, "")
        yield f'<path d="{found}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}/>'
