"""Briefing: the case as a text, with the people in it, what they say, and the figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from kit.activities.base import Activity, Settings
from kit.model.base import say
from kit.model.briefing import BriefingShared, FigureView, MomentView, QuoteView, StakeholderView
from kit.model.people import Audience
from kit.room import Room, StepState

Part = Literal["case", "stakeholders", "quotes", "figures"]


class BriefingSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What is read.

    Attributes:
        show: The parts of the case that are on the screens; none for a talk, or a break.
    """

    show: tuple[Part, ...] = ("case", "stakeholders", "quotes", "figures")


class Briefing(Activity[BriefingSettings]):
    """Reads the case to the room. Takes no input."""

    name = "briefing"
    settings = BriefingSettings
    takes_input = False

    def shared(self, room: Room, step: StepState, audience: Audience) -> BriefingShared:
        """Return the case in the audience's language."""
        case, lang = room.case, audience.lang
        show: tuple[Part, ...] = step.settings.show
        quotes = case.quotes if "quotes" in show else []
        timeline = case.timeline if "case" in show else []
        organisations = {one.id: say(one.name, lang) for one in case.organisations}
        return BriefingShared(
            title=say(case.title, lang) if show else "",
            kind=case.kind,
            place=say(case.place, lang) if show else "",
            summary=say(case.summary, lang) if "case" in show else "",
            html=markdown(say(case.situation, lang)) if "case" in show else "",
            stakeholders=[
                StakeholderView(
                    name=say(who.name, lang),
                    organisation=organisations[who.organisation],
                    interest=say(who.interest, lang),
                    concern=say(who.concern, lang),
                    can=say(who.can, lang),
                    cannot=say(who.cannot, lang),
                    blind_spot=say(who.blind_spot, lang) if audience.role == "trainer" else None,
                )
                for who in case.stakeholders
                if "stakeholders" in show
            ],
            quotes=[QuoteView(who=say(one.who, lang), text=say(one.text, lang)) for one in quotes],
            figures=[
                FigureView(
                    value=say(one.value, lang),
                    unit=say(one.unit, lang),
                    label=say(one.label, lang),
                    source=one.source,
                    invented=one.invented,
                )
                for one in case.figures
                if "figures" in show
            ],
            timeline=[MomentView(when=say(one.when, lang), what=say(one.what, lang)) for one in timeline],
        )


@lru_cache(maxsize=64)
def markdown(text: str) -> str:
    """Return Markdown as HTML. Raw HTML comes out as text, and a picture as its description."""
    reader = MarkdownIt("commonmark", {"html": False})
    reader.add_render_rule("image", _as_text)
    return str(reader.render(text))


def _as_text(_reader: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    return escape(tokens[at].content)


ACTIVITY = Briefing()
