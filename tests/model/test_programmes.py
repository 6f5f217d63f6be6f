"""The programmes that ship: whole, in plain Dutch, in the order of practice, as their pages say."""

import re
from pathlib import Path

import pytest

from kit.activities import check_programme
from kit.programme import PHASES, Programme, names

PAGES = Path(__file__).parents[2] / "docs" / "programmes"
MOST_WORDS = 15
# What plain Dutch has a shorter word for, or what makes people into a problem.
HARD = re.compile(
    r"\b(middels|betreffende|creëren|prioriteit\w*|relevant\w*|verstrekken|faciliteren|implementeren|stakeholders?"
    r"|u|uw|hangjongeren|verwarde|allochtone?\w*)\b",
    re.IGNORECASE,
)
SECTIONS = {
    "nl": [
        *("Doel", "Voor wie", "Groep, zaal en materiaal", "Vooraf", "Minuten", "Wat je zegt", "Valkuilen"),
        "Wat de zaal verlaat",
    ],
    "en": [
        *(
            "Purpose",
            "For whom",
            "Group, room and materials",
            "Beforehand",
            "Minutes",
            "What to say",
            "Pitfalls",
        ),
        "What leaves the room",
    ],
}
# The order that those who did it describe, by the ids of the steps; pauses and votes lie in between.
ORDERS = {
    "design-thinking-kort": [
        *("voormeting", "casus", "inleven", "hkw", "bedenken", "feedback", "afspraken", "nameting"),
        "vervolgmeting",
    ],
    "design-thinking": [
        *("voormeting", "casus", "inleven", "hkw", "bedenken", "beste-drie", "stemmen", "prototype"),
        *("feedback", "uitproberen", "afspraken", "nameting", "vervolgmeting"),
    ],
    "world-cafe": [
        *("doel", "praktijk-1", "praktijk-2", "praktijk-3", "cafe", "plenair", "vervolgafspraken"),
    ],
    "risicoprofiel": [
        *("projectdefinitie", "inventaris", "scoren", "kiezen", "vlinderdas", "verbanden", "voorrang"),
        "afspraken-plan",
    ],
    "samen-de-krachten-bundelen": [
        *("urgentie", "eigenaarschap", "taal", "visie", "preventie", "afspraken-lessen"),
    ],
    "sparren": ["opening", "inspiratie", "vraag-en-aanbod", "wie-belt-wie"],
}
PAUSES = ("pauze", "oogstpauze", "adempauze", "lunch")
ALONE = {"sparren"}
"""With one to six guests nobody is anonymous: no survey."""

every = pytest.mark.parametrize("name", names())
in_both = pytest.mark.parametrize("lang", ["nl", "en"])


def texts(programme):
    """Yield where a text stands, and the text by language."""
    yield "title", programme.title
    yield "summary", programme.summary
    for step in programme.steps:
        for field in ("title", "instruction", "trainer"):
            yield f"{step.id}.{field}", getattr(step, field)
        yield from within(step.id, step.settings)


def within(place, value):
    """Yield the texts in settings: a mapping of languages, however deep."""
    if isinstance(value, dict) and "nl" in value:
        yield place, value
    elif isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from within(f"{place}.{key}", one)


def sentences(text):
    return re.split(r"(?<=[.?!…])['’)]?\s+", text.strip())


def too_long(text):
    return [one for one in sentences(text) if len(one.split()) > MOST_WORDS]


def page(name, lang):
    return (PAGES / f"{name}{'' if lang == 'nl' else '.en'}.md").read_text(encoding="utf-8")


def rows(markdown):
    """Return start, minutes, title and id of the rows of the table of minutes."""
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in markdown.splitlines()
        if re.match(r"\| \d+:\d\d ", line)
    ]
    return [(start, minutes.strip("*"), title, step.strip("`")) for start, minutes, title, step in cells]


def of_the_day(programme):
    """The steps of the day; a follow-up is weeks later."""
    return [step for step in programme.steps if step.settings.get("moment") != "followup"]


def clock(minutes):
    return f"{int(minutes) // 60}:{int(minutes) % 60:02}"


def test_the_programmes_of_the_kit_are_these():
    assert set(names()) == set(ORDERS)


@every
def test_its_steps_and_files_are_in_order(name):
    programme = Programme.load(name)
    assert programme.id == name
    assert check_programme(programme, name)


@every
def test_every_text_is_there_in_both_languages(name):
    missing = [
        f"{place}.{lang}"
        for place, text in texts(Programme.load(name))
        for lang in ("nl", "en")
        if len(text.get(lang, "")) < 4
    ]
    assert not missing


@every
def test_the_minutes_of_the_steps_are_the_minutes_of_the_day(name):
    programme = Programme.load(name)
    assert sum(step.minutes for step in programme.steps) == programme.minutes
    assert all(step.minutes > 0 for step in of_the_day(programme))
    assert all(step.minutes == 0 for step in programme.steps if step not in of_the_day(programme))


@every
def test_it_is_in_plain_dutch(name):
    found = {place: too_long(text["nl"]) for place, text in texts(Programme.load(name))}
    assert not {place: long for place, long in found.items() if long}
    hard = [
        f"{place}: {HARD.search(text['nl'])[0]}"
        for place, text in texts(Programme.load(name))
        if HARD.search(text["nl"])
    ]
    assert not hard


@every
def test_an_instruction_fits_a_phone(name):
    for step in Programme.load(name).steps:
        for text in step.instruction.values():
            assert len(text) <= 140, step.id
            assert len(sentences(text)) <= 3, step.id


@every
def test_a_trainer_could_run_every_step_from_its_text(name):
    thin = [step.id for step in Programme.load(name).steps if len(sentences(step.trainer["nl"])) < 4]
    assert not thin


@every
def test_it_goes_on_and_never_back_to_an_earlier_phase(name):
    phases = [PHASES.index(step.phase) for step in Programme.load(name).steps]
    assert phases == sorted(phases)


@every
def test_it_ends_with_agreements_and_a_second_look_at_the_collaboration(name):
    steps = Programme.load(name).steps
    surveys = [(n, step.settings["moment"]) for n, step in enumerate(steps) if step.activity == "survey"]
    if name in ALONE:
        assert steps[-1].activity == "agreements"
        assert not surveys
        return
    last = len(steps) - 1
    assert steps[last - 2].activity == "agreements"
    assert surveys == [(0, "before"), (last - 1, "after"), (last, "followup")]
    bank = "collaboration-short" if name == "design-thinking-kort" else "collaboration"
    assert {steps[n].settings["items"] for n, _ in surveys} == {bank}


@every
def test_it_keeps_the_order_of_practice(name):
    steps = [step.id for step in Programme.load(name).steps]
    assert [step for step in steps if step in ORDERS[name]] == ORDERS[name]


def test_the_cafe_has_a_round_on_trust_then_innovation_then_results():
    cafe = next(step for step in Programme.load("world-cafe").steps if step.activity == "cafe")
    assert [theme["id"] for theme in cafe.settings["themes"]] == ["vertrouwen", "innovatie", "resultaten"]
    assert cafe.settings["rounds"] == 3
    rounds = cafe.settings["rounds"] * cafe.settings["round_minutes"]
    assert rounds + (cafe.settings["rounds"] - 1) * cafe.settings["switch_minutes"] <= cafe.minutes


def test_there_are_as_many_tables_as_bowties():
    """Table n draws the n-th risk that was chosen."""
    programme = Programme.load("risicoprofiel")
    chosen = next(step for step in programme.steps if step.id == "kiezen")
    assert chosen.settings["winners"] == programme.teams


def test_a_vote_has_a_list_that_people_can_read():
    """Where sheets are passed on there are hundreds of ideas: each table chooses before all vote."""
    steps = {step.id: step for step in Programme.load("design-thinking").steps}
    chosen = steps["beste-drie"]
    assert steps["stemmen"].settings["source"] == chosen.id
    assert chosen.settings["build_on"] == "bedenken"
    assert (chosen.settings["per"], chosen.settings["limit"]) == ("team", 3)


def test_who_stays_for_hours_gets_a_pause():
    for name in names():
        since = 0.0
        for step in Programme.load(name).steps:
            rests = step.id.startswith(PAUSES)
            since = 0.0 if rests else since + step.minutes
            assert since <= 120, f"{name}: {since:g} minutes without a pause at {step.id}"


@every
@in_both
def test_its_page_has_everything_that_a_trainer_looks_for(name, lang):
    said = page(name, lang)
    assert said.startswith(f"# {Programme.load(name).title[lang]}\n")
    assert re.findall(r"^## (.*)", said, re.MULTILINE) == SECTIONS[lang]
    other = f"{name}.en.md" if lang == "nl" else f"{name}.md"
    assert f"]({other})" in said
    bodies = re.split(r"^##+ .*\n", said, flags=re.MULTILINE)[1:]
    say = SECTIONS[lang].index("Wat je zegt" if lang == "nl" else "What to say")
    assert all(len(body.strip()) > 60 for n, body in enumerate(bodies) if n != say)


@every
@in_both
def test_the_minutes_on_its_page_are_those_of_the_programme(name, lang):
    programme, expected, at = Programme.load(name), [], 0.0
    for step in programme.steps:
        expected.append((clock(at), f"{step.minutes:g}", step.title[lang], step.id))
        at += step.minutes
    expected = expected[: len(of_the_day(programme))]
    told = rows(page(name, lang))
    assert told[:-1] == expected
    assert told[-1][:2] == (clock(programme.minutes), f"{programme.minutes:g}")


@every
@in_both
def test_its_page_says_what_comes_weeks_later(name, lang):
    programme = Programme.load(name)
    later = [step for step in programme.steps if step not in of_the_day(programme)]
    when = {"nl": "na 6 tot 8 weken", "en": "after 6 to 8 weeks"}[lang]
    wanted = [f"| {when} | | {step.title[lang]} | `{step.id}` |" for step in later]
    assert re.findall(rf"^\| {when} .*$", page(name, lang), re.MULTILINE) == wanted
    assert len(wanted) == (name not in ALONE)


@every
def test_the_list_of_pages_has_it_with_its_minutes(name):
    programme = Programme.load(name)
    line = re.search(
        rf"^.*\({name}\.md\).*$", (PAGES / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    cells = [cell.strip() for cell in line[0].strip("|").split("|")]
    assert cells[:2] == [f"[{programme.title['nl']}]({name}.md)", f"{programme.minutes:g}"]
    assert cells[3] == f"[{programme.title['en']}]({name}.en.md)"


@every
@in_both
def test_its_page_says_something_about_every_step(name, lang):
    told = re.findall(r"^### (.*)", page(name, lang), re.MULTILINE)
    assert told == [step.title[lang] for step in Programme.load(name).steps]


@every
def test_its_page_is_in_plain_dutch(name):
    markdown = page(name, "nl").partition("\n## ")[2].replace("**", "")
    lines = [line.removeprefix("> ") for line in markdown.splitlines() if not line.startswith(("|", "#"))]
    prose = "\n".join(f"\n{line}" if line.startswith("- ") else line for line in lines)
    paragraphs = [" ".join(text.split()) for text in re.split(r"\n\s*\n", prose)]
    assert len(paragraphs) > 20
    assert not [long for text in paragraphs for long in too_long(text)]
    assert not HARD.search(markdown)
