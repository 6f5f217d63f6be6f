"""Briefing: the case as a text, with its people, quotes and figures, and whose eyes to look with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, Literal
from zlib import crc32

import msgspec
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from kit.activities.base import Activity, Settings
from kit.activities.memo import Memo
from kit.case import Case
from kit.charts import NARROW, WIDE, chart_views, credit_line
from kit.insight.roles import deal
from kit.model.base import say
from kit.model.briefing import (
    BriefingMine,
    BriefingShared,
    FactView,
    MomentView,
    PictureView,
    QuoteView,
    StakeholderView,
)
from kit.model.figures import FigureView
from kit.model.people import Audience, Viewer
from kit.room import Person, Room, StepState

Part = Literal["case", "stakeholders", "quotes", "figures", "charts"]


class BriefingSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What is read.

    Attributes:
        show: The parts of the case that are on the screens; none for a talk, or a break. With ``figures``
            come the charts; ``charts`` alone leaves the other figures out.
        roles: Everyone looks with the eyes of a stakeholder of another organisation than their own.
    """

    show: tuple[Part, ...] = ("case", "stakeholders", "quotes", "figures")
    roles: bool = False


class Briefing(Activity[BriefingSettings]):
    """Reads the case to the room. Takes no input."""

    name = "briefing"
    settings = BriefingSettings
    takes_input = False

    def new(self) -> Memo:
        """Return where a step keeps the charts that it shows: the case of a workshop never changes."""
        return Memo()

    def shared(self, room: Room, step: StepState, audience: Audience) -> BriefingShared:
        """Return the case in the audience's language."""
        case, lang = room.case, audience.lang
        show: tuple[Part, ...] = step.settings.show
        return BriefingShared(
            title=say(case.title, lang) if show else "",
            kind=case.kind,
            place=say(case.place, lang) if show else "",
            summary=say(case.summary, lang) if "case" in show else "",
            html=markdown(say(case.situation, lang)) if "case" in show else "",
            stakeholders=self._stakeholders(room, step, audience),
            quotes=_quotes(case, lang) if "quotes" in show else [],
            figures=_figures(case, lang) if "figures" in show else [],
            timeline=_timeline(case, lang) if "case" in show else [],
            pictures=_pictures(case, lang) if "case" in show else [],
            charts=self._charts(room, step, audience) if _draws(step) else [],
            roles=step.settings.roles and bool(case.stakeholders),
        )

    def tells(self, room: Room, step: StepState) -> bool:
        """Return whether it is here that the room saw the charts of the case first."""
        seen = (one for one in room.steps.values() if one.activity is self and one.entered_at is not None)
        return step is next((one for one in seen if room.case.charts and _draws(one)), None)

    def _charts(self, room: Room, step: StepState, audience: Audience) -> list[FigureView]:
        """Return the charts of the case in the shape of a screen, each drawn once."""
        shape = NARROW if audience.role == "participant" else WIDE
        memo: Memo = step.data
        drawn: list[FigureView] = memo.once(
            (audience.lang, shape.name), lambda: chart_views(room.case, audience.lang, shape)
        )
        if audience.role != "trainer":
            return drawn
        return [msgspec.structs.replace(one, drawing=None, head=[], rows=[]) for one in drawn]

    def _stakeholders(self, room: Room, step: StepState, audience: Audience) -> list[StakeholderView]:
        if "stakeholders" not in step.settings.show and not step.settings.roles:
            return []
        seen = [self._stakeholder(room, n, audience.lang) for n in range(len(room.case.stakeholders))]
        counts = self._spread(room, step, audience)
        for n, (view, who) in enumerate(zip(seen, room.case.stakeholders, strict=True)):
            view.blind_spot = say(who.blind_spot, audience.lang) if audience.role == "trainer" else None
            view.people = None if counts is None else counts[n]
        return seen

    def _stakeholder(self, room: Room, n: int, lang: str) -> StakeholderView:
        """Return one stakeholder as everyone may know them."""
        who = room.case.stakeholders[n]
        names = room.case.organisation_names(lang)
        return StakeholderView(
            name=say(who.name, lang),
            organisation=names[who.organisation],
            interest=say(who.interest, lang),
            concern=say(who.concern, lang),
            can=say(who.can, lang),
            cannot=say(who.cannot, lang),
        )

    def _spread(self, room: Room, step: StepState, audience: Audience) -> Counter[int | None] | None:
        """Count who looks with whose eyes. Not for phones: to all of them each newcomer would be news."""
        if not step.settings.roles or audience.role not in {"trainer", "team"}:
            return None
        people = room.people.values() if audience.role == "trainer" else room.members(audience.team or "")
        return Counter(self.role(room, step, one) for one in people)

    def role(self, room: Room, step: StepState, person: Person) -> int | None:
        """Return the place in the case's list of the stakeholder whose eyes someone looks with, or None.

        It follows from the person's number alone, so it is the same after a reload, for who comes late, and
        when others join; another step deals the roles out from another start.
        """
        if not step.settings.roles or person.organisation is None:
            return None
        owners = [one.organisation for one in room.case.stakeholders]
        return deal(int(person.id[1:]), owners, person.organisation, crc32(step.id.encode()))

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> BriefingMine | None:
        """Return whose eyes the viewer looks with."""
        del name
        person = room.people.get(viewer.participant or "")
        if not step.settings.roles or person is None:
            return None
        n = self.role(room, step, person)
        return BriefingMine(role=None if n is None else self._stakeholder(room, n, viewer.lang))


def _quotes(case: Case, lang: str) -> list[QuoteView]:
    return [
        QuoteView(say(one.who, lang), say(one.text, lang), one.written, credit_line(case, one.source, lang))
        for one in case.quotes
    ]


def _figures(case: Case, lang: str) -> list[FactView]:
    return [
        FactView(
            value=say(one.value, lang),
            unit=say(one.unit, lang),
            label=say(one.label, lang),
            source=credit_line(case, one.source, lang),
            invented=one.invented,
            date=say(one.date, lang),
        )
        for one in case.figures
    ]


def _timeline(case: Case, lang: str) -> list[MomentView]:
    return [
        MomentView(say(one.when, lang), say(one.what, lang), credit_line(case, one.source, lang))
        for one in case.timeline
    ]


def _pictures(case: Case, lang: str) -> list[PictureView]:
    return [
        PictureView(
            one.photo, say(one.alt, lang), say(one.caption, lang), credit_line(case, one.source, lang)
        )
        for one in case.pictures
        if one.photo
    ]


def _draws(step: StepState) -> bool:
    return not {"figures", "charts"}.isdisjoint(step.settings.show)


@lru_cache(maxsize=64)
def markdown(text: str) -> str:
    """Return Markdown as HTML. Raw HTML comes out as text, and a picture as its description."""
    reader = MarkdownIt("commonmark", {"html": False})
    reader.add_render_rule("image", _as_text)
    return str(reader.render(text))


def _as_text(_reader: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return escape(tokens[at].content)


ACTIVITY = Briefing()
