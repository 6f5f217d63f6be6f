"""Canvas and deck files: those that ship, and what is said about a mistake in one's own."""

import re

import msgspec
import pytest

from kit import paths
from kit.activities import check_programme
from kit.activities.canvas_file import MOST_CHARS, Canvas
from kit.activities.deck_file import Deck
from kit.errors import InputError
from tests._hall import programme, step

CANVASES = sorted(file.stem for file in (paths.programmes_dir() / "canvases").glob("*.yaml"))
DECKS = sorted(file.stem for file in (paths.programmes_dir() / "decks").glob("*.yaml"))
HARD_WORDS = r"\b(?:middels|betreffende|creëren|prioriteit|relevant|verstrekken|hangjongeren|verwarde)\b"


def texts(part, where=""):
    """Yield every text of a data file, with its path."""
    if isinstance(part, dict) and part and part.keys() <= {"nl", "en"}:
        yield where, part
    elif isinstance(part, dict | list):
        for name, one in part.items() if isinstance(part, dict) else enumerate(part):
            yield from texts(one, f"{where}.{name}")


@pytest.mark.parametrize("name", CANVASES)
def test_every_canvas_that_ships_can_be_used(name):
    canvas = Canvas.load(name)
    assert canvas.id == name
    assert check_programme(programme(step("one", canvas=name)), "here")
    assert all(zone.help for zone in (*canvas.zones, *canvas.rows)), "each field says what it is for"


@pytest.mark.parametrize("kind", [*((Canvas, one) for one in CANVASES), *((Deck, one) for one in DECKS)])
def test_every_text_is_there_twice_in_plain_words(kind):
    file, name = kind
    for where, text in texts(msgspec.to_builtins(file.load(name))):
        assert set(text) == {"nl", "en"}, where
        for one in text.values():
            sentences = re.split(r"(?<=[.!?:])\s", one)
            assert max(len(sentence.split()) for sentence in sentences) <= 15, (where, one)
        assert not re.search(HARD_WORDS, text["nl"], re.IGNORECASE), (where, text["nl"])


def test_the_goal_of_the_person_comes_last_on_the_empathy_map():
    assert Canvas.load("empathy-map").zones[-1].id == "need_do"


def test_a_canvas_with_rows_has_a_field_for_each_row_of_each_zone():
    journey = Canvas.load("journey")
    assert len(journey.fields()) == len(journey.zones) * len(journey.rows) == 42
    assert "report.feeling" in journey.fields()
    assert list(Canvas.load("brainwriting").fields()) == ["idea"]


def test_scamper_and_the_analogies_are_in_the_deck():
    deck = Deck.load("think-differently")
    assert "".join(card.sign for card in deck.cards) == "SCAMPER"
    assert len(deck.cards) == 7 + 12


OWN = """
id: eigen
title: {nl: Eigen}
zones:
  - {id: a, label: {nl: A}}
  - {id: b, label: {nl: B}}
"""
ROWS = "rows: [{id: r, label: {nl: R}}]\n"
MISTAKES = {
    "an unknown layout": (
        "layout: ladders",
        "eigen.yaml:6: layout: 'ladders' is not one of the choices; did you mean 'ladder'?",
    ),
    "an unknown key": ("round: 3", "eigen.yaml:6: unknown field `round`; did you mean 'rounds'?"),
    "an unknown check": ("checks: [hwm]", "eigen.yaml:6: checks[0]: 'hwm' is not one of the choices"),
    "quadrants of two": (
        "layout: quadrants",
        "layout: quadrants needs 4 zones (those with aside: true apart), here are 2",
    ),
    "sides without quadrants": (
        "axes: {across: &s {label: {nl: X}, low: {nl: l}, high: {nl: h}}, up: *s}",
        "axes: only layout: quadrants has sides; leave axes out, or choose that layout",
    ),
    "a timeline without rows": (
        "layout: timeline",
        "layout: timeline needs rows; list them, or choose layout: columns",
    ),
    "two rows of one name": (
        "rows: [{id: r, label: {nl: R}}, {id: r, label: {nl: R}}]",
        "rows[1].id: 'r' is used twice; give each row its own id",
    ),
    "a name with a dot": (
        "rows: [{id: r.s, label: {nl: R}}]",
        "rows[0].id: 'r.s' can't be a name; use letters, digits, - or _",
    ),
    "a scale of one number": (
        "rows: [{id: r, label: {nl: R}, scale: [1]}]",
        "rows[0].scale: give the lowest and the highest whole number, such as [-2, 2], at most 10 apart",
    ),
    "a scale upside down": (
        "rows: [{id: r, label: {nl: R}, scale: [2, -2]}]",
        "rows[0].scale: give the lowest",
    ),
    "a feeling without numbers": (
        "rows: [{id: r, label: {nl: R}, line: feeling}]",
        "rows[0].line: feeling is drawn from numbers; give a scale, such as [-2, 2]",
    ),
    "sheets that never move": (
        "pass_on: true",
        "pass_on: sheets move on between rounds, so set rounds to 2 or more",
    ),
    "sheets of tables": (
        "pass_on: true\nrounds: 3\nper: team",
        "pass_on: sheets go from person to person; set per: person, or leave pass_on out",
    ),
    "an ending without a deck": (
        "ending: {nl: Stel}",
        "ending: it stands under the cards of a deck; name one in deck, or leave ending out",
    ),
    "a button that does nothing": (
        "variants: [{id: v, label: {nl: V}}]",
        "variants[0]: does nothing; give it a start, or turn: positive",
    ),
    "a turn that nobody knows": (
        "variants: [{id: v, label: {nl: V}, turn: negative}]",
        "eigen.yaml:6: variants[0].turn: 'negative' is not one of the choices; expected one of: positive",
    ),
    "less than no rounds": ("rounds: -1", "rounds: -1 is less than nothing; make it 0 or more"),
    "cards like books": (
        f"max_chars: {MOST_CHARS + 1}",
        f"max_chars: 2001 is more than a card can hold; make it {MOST_CHARS} or less",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_canvas_is_named(tmp_path, mistake):
    more, said = MISTAKES[mistake]
    file = tmp_path / "eigen.yaml"
    file.write_text(OWN.strip() + "\n" + more + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)) as refused:
        Canvas.load(file)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("id: a,", "id: a, aside: true,"), "zones: aside is for layout quadrants or rings; leave it out"),
        (
            ("id: a,", "id: a, scale: [1, 5], line: feeling,"),
            "zones[0].line: only a row can be drawn along the zones",
        ),
        (("  - {id: b, label: {nl: B}}", "layout: rings"), "layout: rings needs 2 to 5 zones"),
        (("id: a,", "id: '',"), "zones[0].id: '' can't be a name; use letters, digits, - or _"),
        (("id: a,", "id: b,"), "zones[1].id: 'b' is used twice; give each zone its own id"),
    ],
)
def test_a_mistake_in_a_zone_is_named(tmp_path, change, said):
    file = tmp_path / "eigen.yaml"
    file.write_text(OWN.strip().replace(*change), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)):
        Canvas.load(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: x\ntitle: {nl: X}\ncards: []", "cards is empty; list at least one"),
        (
            "id: x\ntitle: {nl: X}\ncards: [&a {id: a, title: {nl: A}, question: {nl: Q}}, *a]",
            "cards[1].id: 'a' is used twice; give each card its own id",
        ),
    ],
)
def test_a_mistake_in_a_deck_is_named(tmp_path, text, said):
    file = tmp_path / "eigen.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)):
        Deck.load(file)


def test_the_workshop_file_holds_the_deck_that_a_canvas_names(halls):
    hall = halls(step("ideas", canvas="inspiration"), step("more", canvas="inspiration"))
    assert set(hall.room.files) == {"canvases/inspiration", "decks/think-differently"}
    hall.workshop.rebuild()
    assert isinstance(hall.room.file(Deck, "think-differently"), Deck)


def test_a_step_may_take_another_deck(tmp_path, halls):
    own = tmp_path / "mijn.yaml"
    own.write_text(
        "id: mijn\ntitle: {nl: Mijn}\ncards: [{id: a, title: {nl: A}, question: {nl: Q}}]", "utf-8"
    )
    hall = halls(step("ideas", canvas="inspiration", deck=str(own)), step("more", canvas="inspiration"))
    assert [one.settings.deck for one in hall.room.steps.values()] == [str(own), "think-differently"]


def test_an_unknown_deck_is_named():
    with pytest.raises(
        InputError, match=r"steps\[0\] \(ideas\): deck 'think': no such deck; .*think-differently"
    ):
        check_programme(programme(step("ideas", canvas="inspiration", deck="think")), "here")
