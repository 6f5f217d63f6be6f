"""A case with figures that a test makes up: as few or as many as it needs."""

from copy import deepcopy

from kit.case import Area, Areas, Chart, Row, Source, Table
from tests._hall import case

PEOPLE = {"GM01": 46000, "BU01": 5200, "BU02": 190, "BU03": None, "BU04": 2000, "BU05": 1000}
NAMES = {
    "GM01": "Veldermeer",
    "BU01": "Zonnehoek",
    "BU02": "De Kreek",
    "BU03": "Ganzedijk",
    "BU04": "Singel",
    "BU05": "Onze-Lieve-Vrouwe-ten-Hemelopneming",
}
KINDS = {"total": ("Alles", "All"), "a": ("Inbraak", "Burglary"), "b": ("Vernieling", "Vandalism")}
LIMITS = "Wat niemand meldt, staat er niet in."


def square(west, south, size=0.02):
    ring = [
        (west, south),
        (west + size, south),
        (west + size, south + size),
        (west, south + size),
        (west, south),
    ]
    return [[ring]]


OUTLINES = {code: square(5 + 0.02 * k, 52) for k, code in enumerate(NAMES) if code not in {"GM01", "BU05"}}


def neighbourhoods(rows, *charts, invented=False, areas=True):
    """Return a case with one table of these rows (area, period, kind, value) and these charts."""
    made = deepcopy(case())
    made.sources = [
        Source(id="cijfers", title={"nl": "Misdrijven", "en": "Crimes"}, publisher="Politie", date="2023",
               licence="CC BY 4.0"),
        Source(id="kaart", title="Wijk- en buurtkaart", publisher="Kadaster"),
    ]  # fmt: skip
    if areas:
        places = [
            Area(code, name, "municipality" if code == "GM01" else "neighbourhood", "", PEOPLE[code])
            for code, name in NAMES.items()
        ]
        made.areas = Areas(file="a.csv", source="kaart", rows=places, outlines=OUTLINES)
    table = Table(
        id="crime",
        file="c.csv",
        title={"nl": "Misdrijven", "en": "Crimes"},
        unit={"nl": "misdrijven", "en": "crimes"},
        kinds={kind: {"nl": nl, "en": en} for kind, (nl, en) in KINDS.items()},
        limits={"nl": LIMITS, "en": "What nobody reports is not in it."},
        source="" if invented else "cijfers",
        invented=invented,
        rows=[Row(*row) for row in rows],
    )
    made.tables, made.charts = [table], list(charts)
    return made


def chart(draw, **fields):
    return Chart(id=draw, draw=draw, table="crime", title={"nl": "Waar?", "en": "Where?"}, **fields)


def years(kind="total", **areas):
    """Return rows from 2020 on: for each area its values, year by year."""
    return [
        (area, str(2020 + k), kind, value) for area, values in areas.items() for k, value in enumerate(values)
    ]
