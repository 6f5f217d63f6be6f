"""A chart as the text of an SVG file: the same layout as on the screens, in colours that print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import msgspec

from kit.figures.colours import PATHS, TEXTS
from kit.insight.chart_parts import ASCENT, LETTER, LINE, ChartDrawing, ChartText, fitted

FONT = "Avenir Next, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif"
MARGIN = 8


def svg(
    drawing: ChartDrawing, title: str, said: str, below: Sequence[str] = (), *, alone: bool = False
) -> str:
    """Return a drawing as an SVG with real text in it.

    Args:
        drawing: The chart.
        title: Its name.
        said: What is to be seen in it, for who can't.
        below: What stands with it wherever it goes: what is counted, what it can't tell, whom to credit.
        alone: The file goes out by itself, so that title and ``below`` are written in it.
    """
    above, under = 0.0, []
    if alone:
        heads = [ChartText(0, 0, one, "strong") for one in fitted(title, drawing.width, most=3, bold=True)]
        lines = [line for one in below for line in fitted(one, drawing.width, most=6)]
        above = len(heads) * LINE + 6
        heads = [
            ChartText(0, round(k * LINE + ASCENT - above, 1), one.text, one.look)
            for k, one in enumerate(heads)
        ]
        start = drawing.height + LINE + 4
        under = [
            *heads,
            *(ChartText(0, round(start + k * LINE, 1), one, "soft") for k, one in enumerate(lines)),
        ]
    high = above + drawing.height + (len(under) and (len(under) * LINE + 8))
    size = f"{-MARGIN} {-MARGIN - above:g} {drawing.width + 2 * MARGIN:g} {high + 2 * MARGIN:g}"
    return "\n".join(
        _lines(msgspec.structs.replace(drawing, texts=[*drawing.texts, *under]), title, said, size)
    )


def _lines(drawing: ChartDrawing, title: str, said: str, size: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="img" '
        f'font-family="{FONT}" font-size="{LETTER:g}" style="background:#fffefb">'
    )
    yield f"<title>{escape(title)}</title><desc>{escape(said)}</desc>"
    for path in drawing.paths:
        yield f'<path d="{path.d}"{_said(look(path.look, PATHS))}/>'
    for text in drawing.texts:
        anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
        looks = _said(look(text.look, TEXTS))
        yield f'<text x="{text.x:g}" y="{text.y:g}"{anchor}{looks}>{escape(text.text)}</text>'
    yield "</svg>"


def _said(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


def look(words: str, known: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the attributes of a look; what a later word says goes before what an earlier one did."""
    found = dict(known[""])
    for word in words.split():
        found |= known.get(word, {})
    return found
