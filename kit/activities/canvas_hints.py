"""Friendly hints about what somebody wrote on a canvas. They never stop anybody.

With one exception, :func:`must_be_made_up`: a workshop is no place for the data of real people.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from kit.activities.canvas_file import Canvas
from kit.case import Case
from kit.errors import RefusedError
from kit.insight.privacy import FICTIONAL, personal
from kit.insight.wording import Finding, how_might_we, language, point_of_view, positive, tone
from kit.locale import N_, translate
from kit.room import Card, Room, StepState

SENTENCES = {
    "hmw_start": N_("Begin with 'How might we…'."),
    "hmw_short": N_("This is short: {about} words. Say who it is for and what gets better."),
    "hmw_long": N_("This is long: {about} words. Try 20 or fewer."),
    "hmw_solution": N_("There is a solution in this question: {about}. What would it bring?"),
    "hmw_person": N_("Who is it for? Name a person or a group."),
    "hmw_effect": N_("What gets better for them? Say that, too."),
    "hmw_one": N_("Could others than {about} answer this, too?"),
    "pov_form": N_("Write: who needs to do what, because… what did you find out?"),
    "pov_who": N_("Begin with who it is about."),
    "pov_need": N_("Say what this person wants to be able to do."),
    "pov_insight": N_("Why is that? Add 'because' and what you found out."),
    "pov_verb": N_("Name something to do, not a thing: use a verb."),
    "pov_solution": N_("There is a solution in this need: {about}. What should it make possible?"),
    "pov_source": N_("Which earlier card does this rest on? Tap that card."),
    "bsn": N_("This looks like a citizen service number. Leave it out."),
    "email": N_("This looks like an e-mail address. Leave it out."),
    "phone": N_("This looks like a telephone number. Leave it out."),
    "iban": N_("This looks like a bank account. Leave it out."),
    "address": N_("This looks like a real address. Leave it out."),
    "birth": N_("This looks like a date of birth. An age is enough."),
    "plate": N_("This looks like a number plate. Leave it out."),
    "diagnosis": N_("This says what illness someone has. Say what you see instead."),
    "case": N_("This looks like the number of a file. Leave it out."),
    "name": N_("This looks like a real name. Use a role, or a made-up name."),
}
KEEP_ONE_OF_EACH = N_("You ask how to stop something. Also ask for what you do want, and keep both.")


def hints(room: Room, step: StepState, canvas: Canvas, card: Card, lang: str) -> list[str]:
    """Return what is worth a second look in a card, in sentences."""
    found = [
        *_wording(room, step, canvas, card),
        *(Finding(kind) for kind in _personal(card.text, room.case)),
    ]
    return [translate(SENTENCES[one.code], lang).format(about=one.about) for one in found]


def _wording(room: Room, step: StepState, canvas: Canvas, card: Card) -> list[Finding]:
    found: list[Finding] = []
    if "hmw" in canvas.checks:
        found += _question(card.text, room.lang, *_names(room.case))
    if "pov" in canvas.checks:
        cites = None if step.settings.build_on is None else card.parent is not None
        found += _statement(card.text, room.lang, cites)
    return found


@lru_cache(maxsize=2048)
def _question(
    text: str, lang: str, people: tuple[str, ...], organisations: tuple[str, ...]
) -> tuple[Finding, ...]:
    return tuple(how_might_we(text, language(text, lang), people=people, organisations=organisations))


@lru_cache(maxsize=2048)
def _statement(text: str, lang: str, cites: bool | None) -> tuple[Finding, ...]:
    return tuple(point_of_view(text, language(text, lang), cites=cites))


def _names(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = [*(one.name for one in case.stakeholders), *({"": one.name} for one in case.personas)]
    return tuple(name for one in named for name in one.values()), tuple(
        name for one in case.organisations for name in one.name.values()
    )


def _personal(text: str, case: Case) -> list[str]:
    kinds = _kinds(text)
    if "name" in kinds:  # unless it is somebody of the case
        return personal(text, known=_told(case))
    return list(kinds)


@lru_cache(maxsize=4096)
def _kinds(text: str) -> tuple[str, ...]:
    return tuple(personal(text))


def _told(case: Case) -> str:
    """Return all that a case tells, in which its names stand."""
    return msgspec.json.encode(case).decode()


def must_be_made_up(texts: Iterable[str]) -> None:
    """Refuse a made-up person with two or more marks of a real one, over all of its cards together."""
    marks = {kind for text in texts for kind in _kinds(text) if kind in FICTIONAL}
    if len(marks) > 1:
        raise RefusedError(
            "too_real",
            N_("This could be a real person. Leave out addresses, birthdays, illnesses and file numbers."),
        )


def turned(room: Room, canvas: Canvas, text: str) -> str | None:
    """Return a question against something as one for something, where the canvas offers that."""
    if not any(one.turn == "positive" for one in canvas.variants):
        return None
    return _positive(text, room.lang)


@lru_cache(maxsize=2048)
def _positive(text: str, lang: str) -> str | None:
    return positive(text, language(text, lang))


def tips(room: Room, canvas: Canvas, cards: Iterable[Card], lang: str) -> list[str]:
    """Return what is worth thinking of for several cards together: keep one question of each kind."""
    if not any(one.turn == "positive" for one in canvas.variants):
        return []
    tones = {tone(card.text, language(card.text, room.lang)) for card in cards}
    return [translate(KEEP_ONE_OF_EACH, lang)] if "negative" in tones and "positive" not in tones else []
