"""How a chart looks in a file, by what its parts mean.

``kit/front/activities/parts/chart.css`` says the same for screens, light and dark.

Lines differ in dash and mark as well as in colour. The four colours are far apart for people who see no red
or no green, and dark enough to write in: at least 4.5 to 1 on the sheet.
"""

from __future__ import annotations

SHEET, INK, SOFT, LINE = "#fffefb", "#0f2f38", "#46606a", "#d9cfbd"
LINES = {"1": "#0b5563", "2": "#a84300", "3": "#7a2f7d", "4": "#1f5fae"}
DASHES = {"2": "9 3", "3": "3 3", "4": "12 3 3 3", "against": "7 5"}
SHADES = ("#e3eff0", "#b5d5d9", "#6fa9b2", "#2b7885", "#073f4a")
ON_SHADE = (INK, INK, INK, "#ffffff", "#ffffff")
BY_PHASE = {
    "open": "#1d5f8e",
    "empathise": "#8c2f68",
    "define": "#a23c18",
    "ideate": "#765600",
    "test": "#23693f",
    "close": "#0b5563",
}
FIELDS = ("#fff1d3", "#e1edf6", "#e0f0e4", "#f1eadd")
"""Parts of a plane; each has its name in it, with a shape of its own."""
CHOSEN = "#ffb01f"
FREE = {"stroke": SHEET, "stroke-width": "3", "paint-order": "stroke"}
NOTHING = {"fill": "none"}


def _line(colour: str, width: str, dash: str = "") -> dict[str, str]:
    found = {"fill": "none", "stroke": colour, "stroke-width": width, "stroke-linejoin": "round"}
    return found | ({"stroke-dasharray": dash} if dash else {})


PATHS: dict[str, dict[str, str]] = {
    "": {},
    "ruler": _line(LINE, "1"),
    "zero": _line(INK, "1.4"),
    "thread": _line("#7d8683", "1"),
    **{f"line-{key}": _line(colour, "2.6", DASHES.get(key, "")) for key, colour in LINES.items()},
    "line-other": _line("#7d8683", "1.2"),
    "line-against": _line(SOFT, "2.2", DASHES["against"]),
    **{f"mark-{key}": {"fill": colour} for key, colour in LINES.items()},
    "mark-other": {"fill": "#7d8683"},
    "mark-against": {"fill": SOFT},
    "bar": {"fill": LINES["1"]},
    "bar-against": {"fill": SHEET, "stroke": SOFT, "stroke-width": "1.6"},
    "bar-over": {"fill": LINES["1"]},
    "bar-under": {"fill": LINES["2"]},
    "dot": {"fill": SHEET, "stroke": SOFT, "stroke-width": "1.6"},
    "dot-end": {"fill": LINES["1"]},
    "diamond": {"fill": SHEET, "stroke": INK, "stroke-width": "2"},
    "area": {"stroke": INK, "stroke-width": "1", "stroke-linejoin": "round"},
    **{f"area-{k}": {"fill": shade} for k, shade in enumerate(SHADES)},
    "area-none": {"fill": SHEET, "stroke-dasharray": "3 3"},
    "north": {"fill": SOFT},
    **{f"bar-{phase}": {"fill": colour} for phase, colour in BY_PHASE.items()},
    "faint": {"fill-opacity": ".45"},
    "field": {"stroke": LINE, "stroke-width": "1"},
    **{f"field-{k}": {"fill": shade} for k, shade in enumerate(FIELDS)},
    "pin": {"fill": LINES["1"], "stroke": SHEET, "stroke-width": "1.2"},
    "pin-chosen": {"fill": CHOSEN, "stroke": INK},
}
TEXTS: dict[str, dict[str, str]] = {
    "": {"fill": INK},
    "axis": {"fill": SOFT},
    "soft": {"fill": SOFT},
    "strong": {"font-weight": "700"},
    **{f"name-{key}": {"fill": colour} for key, colour in LINES.items()},
    "name-other": {"fill": SOFT},
    "name-against": {"fill": SOFT},
    **{f"on-{k}": {"fill": colour} for k, colour in enumerate(ON_SHADE)},
    "on-none": {"fill": INK},
    "on-free": {"fill": INK, **FREE},
    "on-pin": {"fill": "#ffffff"},
    "on-chosen": {"fill": INK},
}
