"""What a case refers to must be there: sources, tables, areas, kinds and periods."""

import pytest

from kit.case import Case
from tests.model._files import with_mistake
from tests.model._neighbourhood import lay_out, said


@pytest.fixture
def folder(tmp_path):
    lay_out(tmp_path / "eigen")
    return tmp_path / "eigen"


CASE_MISTAKES = {
    "a source of nowhere": (
        "source: politie",
        "source: poltie",
        "tables[0].source: no source 'poltie'; did you",
    ),
    "a table of nobody": ("    source: politie\n", "", "tables[0]: give the id of a source, or say invented"),
    "areas of nobody": ("  source: cbs\n", "", "areas: give the id of a source, or say invented: true"),
    "people of nobody": (
        "  population_source: cbs\n",
        "",
        "charts[1].per: this reckons with inhabitants; name their source: population_source under areas",
    ),
    "people of nowhere": (
        "population_source: cbs",
        "population_source: csb",
        "areas.population_source: no source 'csb'; did you mean 'cbs'?",
    ),
    "both": (
        "source: politie",
        "source: politie\n    invented: true",
        "tables[0]: this has a source and says",
    ),
    "a source twice": ("id: cbs", "id: politie", "sources[1].id: 'politie' is used twice; give each its own"),
    "a chart twice": ("id: kaart", "id: trend", "charts[1].id: 'trend' is used twice"),
    "a chart that leads elsewhere": (
        "id: kaart",
        'id: "../../kaart"',
        "charts[1].id: '../../kaart' is not a short name; use small letters, digits and single hyphens",
    ),
    "a table in capitals": ("id: spare", "id: Spare", "tables[1].id: 'Spare' is not a short name"),
    "a source with a space": ("id: cbs", "id: het cbs", "sources[1].id: 'het cbs' is not a short name"),
    "an organisation with two hyphens": (
        "- id: politie",
        "- id: politie--oost",
        "organisations[0].id: 'politie--oost' is not a short name",
    ),
    "a case that leads elsewhere": ("id: proef", 'id: "../x/proef"', "id: '../x/proef' is not a short name"),
    "a case on two lines": ("id: proef", 'id: "proef\\n"', "id: 'proef\\n' is not a short name"),
    "a case without a name": ("id: proef", 'id: ""', "id: this is empty; give it a short name"),
    "a name without an end": ("id: proef", f"id: {'x' * 81}", "id: this name has 81 letters; keep to 80"),
    "a chart of no table": (
        "table: crime",
        "table: crme",
        "charts[0].table: no table 'crme'; did you mean 'crime'?",
    ),
    "another way to draw": (
        "draw: map",
        "draw: mop",
        "charts[1].draw: 'mop' is not one of the choices; did you",
    ),
    "a kind of nowhere": (
        'kinds: ["1.1.1"]',
        "kinds: [totl]",
        "charts[2].kinds[0]: table 'crime' has no 'totl'",
    ),
    "no total": (
        "      total: {nl: Alles, en: All}\n",
        "",
        "charts[0]: table 'crime' has no kind 'total'; name",
    ),
    "a map of nothing": (
        "  shapes: data/areas.geojson\n",
        "",
        "charts[1].draw: a map needs boundaries; name",
    ),
    "per what": ("per: 1000", "per: 100", "charts[1].per: 100 is neither 0 nor 1000"),
    "an index of a map": ('period: "2022"', "index: true", "charts[1].index: only a trend can begin at 100"),
    "a year that is a number": (
        'period: "2022"',
        "period: 2022",
        "charts[1].period: expected text, got a whole",
    ),
    "another period": (
        'period: "2022"',
        'period: "2032"',
        "charts[1].period: no '2032' in data/crime.csv; did",
    ),
    "a trend of one year": ("index: true", 'period: "2022"', "charts[0].period: a trend shows all periods"),
    "a profile per inhabitant": (
        'draw: map\n    table: crime\n    title: {nl: Waar, en: Where}\n    period: "2022"',
        "draw: profile\n    table: crime\n    title: {nl: Waar, en: Where}",
        "charts[1].per: a score or a share is not per inhabitant; leave this out",
    ),
    "a score per inhabitant": (
        "    kinds:\n      total",
        "    adds_up: false\n    kinds:\n      total",
        "charts[1].per: a score or a share is not per inhabitant; leave this out",
    ),
    "another area": (
        "areas: [BU01]",
        "areas: [BU09]",
        "charts[0].areas[0]: no area 'BU09' in data/crime.csv; did",
    ),
    "against nobody": (
        "against: GM01",
        "against: XX",
        "charts[0].against: no area 'XX' in data/crime.csv; expected",
    ),
    "no such table": (
        "data/crime.csv",
        "data/crme.csv",
        "tables[0].file: 'data/crme.csv': there is no such file; did",
    ),
    "a table elsewhere": (
        "data/crime.csv",
        "../crime.csv",
        "tables[0].file: the file '../crime.csv' lies outside",
    ),
    "rows by hand": (
        "    source: politie\n",
        "    source: politie\n    rows: [[a, b, c, 1]]\n",
        "tables[0].rows: this is read from the file",
    ),
    "a sixth field": ("kind: fictional", "kind: fictional\nfields: [6]", "fields[0]: 6 is not one of 1 to 5"),
    "a fifth level": (
        "kind: fictional",
        "kind: fictional\nprevention: [1, 5]",
        "prevention[1]: 5 is not one of 1 to 4",
    ),
    "a day of no hours": (
        "kind: fictional",
        "kind: fictional\nhours: [0]",
        "hours[0]: 0 is no number of hours",
    ),
    "a tension with nobody": (
        "    blind_spot",
        "    tension_with: [bob]\n    blind_spot",
        "stakeholders[0].tension_with[0]: no stakeholder 'bob'",
    ),
    "an invented voice": (
        "    blind_spot",
        "    voice: boss\n    blind_spot",
        "stakeholders[0].voice: 'boss' is not one of the choices",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "expected"), CASE_MISTAKES.values(), ids=CASE_MISTAKES)
def test_a_mistake_in_the_case_names_its_line(folder, right, wrong, expected):
    file = folder / "case.yaml"
    text = with_mistake(file.read_text(encoding="utf-8"), right, wrong)
    file.write_text(text, encoding="utf-8")
    place, _, rest = said(folder).partition(": ")
    assert rest.startswith(expected)
    name, line = place.split(":")
    assert name == "case.yaml"
    field = expected.split(":")[0].split(".")[-1].split("[")[0]
    shown = text.splitlines()[int(line) - 1]
    assert field in shown or "- id:" in shown


SCORES = "    adds_up: false\n    source: politie\n"


def with_scores(file, right, wrong):
    """Make the table one of scores, and put a mistake in."""
    text = with_mistake(file.read_text(encoding="utf-8"), "    source: politie\n", SCORES)
    text = with_mistake(text, "    per: 1000\n", "")
    file.write_text(text, encoding="utf-8")
    Case.load(file.parent)
    file.write_text(with_mistake(text, right, wrong), encoding="utf-8")


def test_scores_of_two_kinds_make_no_map(folder):
    with_scores(folder / "case.yaml", 'period: "2022"', 'period: "2022"\n    kinds: [total, "1.1.1"]')
    assert "charts[1].kinds: the numbers of table 'crime' have no sum; name one kind" in said(folder)


def test_scores_of_four_areas_are_not_taken_together(folder):
    more = ["BU03", "BU04"]
    for name, rest in (("areas", ",Meer,neighbourhood,GM01,\n"), ("crime", ",2022,total,7\n")):
        file = folder / "data" / f"{name}.csv"
        text = file.read_text(encoding="utf-8") + "".join(f"{one}{rest}" for one in more)
        file.write_text(text, encoding="utf-8")
    three = "    areas: [BU01, BU02, BU03]\n"
    file = folder / "case.yaml"
    text = with_mistake(
        file.read_text(encoding="utf-8"), '    kinds: ["1.1.1"]\n', f'    kinds: ["1.1.1"]\n{three}'
    )
    file.write_text(text, encoding="utf-8")
    with_scores(file, three, "")
    assert "charts[2].areas: the numbers of table 'crime' have no sum; name 3 areas at most" in said(folder)


def test_a_case_has_no_more_charts_than_a_room_looks_at(folder):
    file, one = folder / "case.yaml", "  - {id: c%d, draw: kinds, table: crime, title: {nl: Wat}}\n"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "".join(one % n for n in range(9)), encoding="utf-8")
    assert len(Case.load(folder).charts) == 12
    file.write_text(text + "".join(one % n for n in range(10)), encoding="utf-8")
    assert "charts: there are 13; a case has 12 charts at most" in said(folder)


REAL = {
    "a moment": (
        "timeline:\n  - {when: {nl: Toen}, what: {nl: Iets}}\n",
        "timeline[0]: in a real case, give the id",
    ),
    "a quote": (
        "quotes:\n  - {id: a, who: {nl: Wie}, text: {nl: Wat}}\n",
        "quotes[0]: give the id of a source, or say written",
    ),
}


@pytest.mark.parametrize(("more", "expected"), REAL.values(), ids=REAL)
def test_a_real_case_owes_more_sources(folder, more, expected):
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8") + more
    file.write_text(text, encoding="utf-8")
    Case.load(folder)  # in an invented case, everything is
    file.write_text(with_mistake(text, "kind: fictional", "kind: real"), encoding="utf-8")
    assert expected in said(folder)
    sourced = more.replace("}}", "}, source: politie}")
    text = with_mistake(text, more, sourced)
    file.write_text(with_mistake(text, "kind: fictional", "kind: real"), encoding="utf-8")
    Case.load(folder)


def test_areas_owe_a_source_for_what_is_drawn_or_reckoned_with(folder):
    """Their codes and names alone are nobody's; invented ones owe nothing."""
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8").replace("  source: cbs\n  population_source: cbs\n", "")
    file.write_text(
        text.replace("    per: 1000\n", "")
        .replace("  shapes: data/areas.geojson\n", "")
        .replace("draw: map", "draw: kinds"),
        encoding="utf-8",
    )
    Case.load(folder)
    file.write_text(text.replace("  shapes:", "  invented: true\n  shapes:"), encoding="utf-8")
    Case.load(folder)
