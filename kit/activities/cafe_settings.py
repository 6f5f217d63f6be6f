"""What a programme may say about a world café, and what of it makes no sense."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from kit.activities.base import Settings
from kit.datafile import Part
from kit.model.base import Text

Variant = Literal["theme_per_round", "theme_per_table"]

MOST_TABLES = 60
MOST_ROUNDS = 12


class Theme(Part):
    """What people talk about."""

    id: str
    title: Text
    question: Text


class CafeSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How the café goes.

    Attributes:
        variant: All tables talk about the same, each round about something else; or each table has a theme
            of its own, and nobody comes to a theme twice.
        themes: The themes, in the order of the rounds or of the tables. In a café with fewer themes than
            rounds the last one goes on; one with fewer themes than tables puts each on several.
        rounds: How many rounds.
        round_minutes: How long people talk.
        switch_minutes: How long they have to find their table, before each round.
        tables: How many tables; 0 for as many as there are teams.
        insights: How many insights a table may keep from one round.
        questions: How many questions a table may keep from one round.
    """

    themes: list[Theme]
    variant: Variant = "theme_per_round"
    rounds: int = 3
    round_minutes: float = 20
    switch_minutes: float = 3
    tables: int = 0
    insights: int = 3
    questions: int = 1


def problems(settings: CafeSettings) -> Iterator[str]:
    """Yield what makes no sense: ``<setting>: <problem>``."""
    if settings.anonymous:
        yield "anonymous: people are seated by who they are, so a cafe can't be anonymous; leave it out"
    if settings.per != "person":
        yield "per: people change tables, so a cafe is done per person; leave it out"
    if settings.hidden:
        yield "hidden: a table sees its own cards until the step is closed; leave it out"
    yield from _numbers(settings)
    yield from _themes(settings)


def _numbers(settings: CafeSettings) -> Iterator[str]:
    if not 1 <= settings.rounds <= MOST_ROUNDS:
        yield f"rounds: {settings.rounds}; make it 1 to {MOST_ROUNDS}"
    if settings.round_minutes <= 0:
        yield "round_minutes: must be more than 0"
    if not 0 <= settings.tables <= MOST_TABLES:
        yield f"tables: {settings.tables}; make it 0 (as many as there are teams) to {MOST_TABLES}"
    for name in ("switch_minutes", "insights", "questions"):
        if getattr(settings, name) < 0:
            yield f"{name}: must be 0 or more"
    if settings.insights + settings.questions < 1:
        yield "insights: a cafe without insights and questions has no harvest; make it 1 or more"


def _themes(settings: CafeSettings) -> Iterator[str]:
    names = [theme.id for theme in settings.themes]
    many = len(names)
    if not names:
        yield "themes: there are none; give at least one, with id, title and question"
    for name, times in Counter(names).items():
        if times > 1:
            yield f"themes: the id {name!r} is used twice; give each theme its own"
    if settings.variant == "theme_per_round" and many > settings.rounds:
        yield f"themes: {many} for {settings.rounds} rounds; leave some out, or give each a round"
    if settings.variant == "theme_per_table":
        if settings.rounds > many:
            yield f"rounds: {settings.rounds} for {many} themes; nobody comes to a theme twice"
        if 0 < settings.tables < many:
            yield f"tables: {settings.tables} for {many} themes; each theme needs a table"
