"""A figure of nothing in particular, for tests of what carries figures."""

from kit.figures import Figure
from kit.insight.chart_parts import ChartDrawing, ChartPath, ChartText
from kit.model.figures import FigureView


def made_up(name="dag-figuur", lang="nl", title="Wie sprak wie", value=3.0):
    """Return a figure with a bar, a word and a table of two rows."""
    words = {"nl": ("Politie", "School", "mensen"), "en": ("Police", "School", "people")}[lang]
    view = FigureView(
        id=name,
        title=title,
        unit=words[2],
        says=f"{words[0]}: {value:g}.",
        drawing=ChartDrawing(
            width=600,
            height=60,
            paths=[ChartPath(d="M120 10H400V40H120Z", look="bar")],
            texts=[ChartText(x=110, y=30, text=words[0], look="", anchor="end")],
        ),
        head=["", words[2]],
        rows=[[words[0], value], [words[1], None]],
        digits=0,
        notes=["Een proef."],
        credit=[],
    )
    return Figure(view, lang)
