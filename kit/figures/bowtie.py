"""A bowtie as an SVG that stands alone: the same layout as on the screens, with real text in it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kit.insight.bowtie_drawing import Sheet
from kit.insight.bowtie_parts import BOLD, LETTER, LINE, STRIPES, TieBox, TieDrawing

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


def svg(drawing: TieDrawing, title: str) -> str:
    """Return one table's bowtie as the text of an SVG file.

    Args:
        drawing: It, on a :data:`SHEET`.
        title: Whose it is, and of what.
    """
    return "\n".join(_lines(drawing, title))


def _lines(drawing: TieDrawing, title: str) -> Iterator[str]:
    width, height = drawing.width + 8, drawing.height + 8
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {width:g} {height:g}" role="img" '
        f'font-family="{FONT}" font-size="{LETTER:g}" fill="{INK}">'
    )
    yield f"<title>{escape(title)}</title>"
    for wire in drawing.wires:
        look = f'stroke="{BAD}" stroke-dasharray="5 4"' if wire.gap else 'stroke="#7d8683"'
        yield f'<path d="{wire.path}" fill="none" stroke-width="2" {look}/>'
    for box in drawing.boxes:
        yield from _box(box)
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
