"""A case with data, in order, to put one mistake in."""

import json

import pytest

from kit.case import Case
from kit.errors import InputError
from tests.model._files import CASE

DATA = """\
sources:
  - id: politie
    title: {nl: Misdrijven, en: Crimes}
    publisher: Politie
    date: "2023-05-23"
  - id: cbs
    title: Wijk- en buurtkaart
    publisher: CBS
areas:
  file: data/areas.csv
  shapes: data/areas.geojson
  source: cbs
  population_source: cbs
tables:
  - id: crime
    file: data/crime.csv
    title: {nl: Misdrijven, en: Crimes}
    unit: {nl: misdrijven, en: crimes}
    source: politie
    kinds:
      total: {nl: Alles, en: All}
      "1.1.1": {nl: Inbraak, en: Burglary}
    limits: {nl: Niet alles wordt gemeld., en: Not all is reported.}
  - id: spare
    file: data/spare.csv
    title: {nl: Over, en: Spare}
    unit: {nl: stuks, en: pieces}
    invented: true
    kinds: {a: {nl: A}}
    limits: {nl: Geen.}
charts:
  - id: trend
    draw: trend
    table: crime
    title: {nl: Steeds minder, en: Ever fewer}
    areas: [BU01]
    against: GM01
    index: true
  - id: kaart
    draw: map
    table: crime
    title: {nl: Waar, en: Where}
    period: "2022"
    per: 1000
  - id: soorten
    draw: kinds
    table: crime
    title: {nl: Wat, en: What}
    kinds: ["1.1.1"]
"""
AREAS = """\
area,name,kind,within,population
GM01,Veldermeer,municipality,,46000
BU01,Zonnehoek,neighbourhood,GM01,5200
BU02,De Kreek,neighbourhood,GM01,
"""
CRIME = """\
area,period,kind,value
GM01,2021,total,2100
GM01,2022,total,1980
BU01,2021,total,240
BU01,2022,total,231.5
BU01,2022,1.1.1,
BU02,2022,total,-3
"""
SQUARE = [[5, 51], [5.1, 51], [5.1, 51.1], [5, 51]]
SHAPES = {
    "type": "FeatureCollection",
    "features": [
        {"properties": {"area": "BU01"}, "geometry": {"type": "Polygon", "coordinates": [SQUARE]}},
        {
            "properties": {"area": "BU02"},
            "geometry": {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]},
        },
    ],
}


def lay_out(folder):
    """Write the case with its data into a folder, and return its `case.yaml`."""
    (folder / "data").mkdir(parents=True)
    (folder / "situation.nl.md").write_text("Er is iets aan de hand.\n", encoding="utf-8")
    (folder / "case.yaml").write_text(CASE + DATA, encoding="utf-8")
    (folder / "data" / "areas.csv").write_text(AREAS, encoding="utf-8")
    (folder / "data" / "crime.csv").write_text(CRIME, encoding="utf-8")
    (folder / "data" / "spare.csv").write_text("area,period,kind,value\nBU01,2022,a,1\n", encoding="utf-8")
    (folder / "data" / "areas.geojson").write_text(json.dumps(SHAPES), encoding="utf-8")
    return CASE + DATA


def said(folder):
    """Return what is said about a case with a mistake, from the name of the file on."""
    with pytest.raises(InputError, match=str(folder)) as refused:
        Case.load(folder)
    message = str(refused.value)
    assert "\n" not in message
    return message.removeprefix(f"{folder}/")
