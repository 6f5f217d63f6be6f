"""What a canvas looks like: the parts of its view that don't hang on who looks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kit.activities.canvas_file import Axis, Canvas, Zone
from kit.activities.deck_file import Deck
from kit.activities.pile import view_card
from kit.insight.journey import dip, feelings, handovers, number
from kit.model.base import say
from kit.model.canvas import (
    AxisView,
    CanvasCard,
    DeckCardView,
    JourneyView,
    VariantView,
    ZoneView,
)
from kit.model.people import Audience
from kit.model.views import Offer
from kit.room import Card, Room, StepState

MOST_OFFERS = 24
"""More prompts than this are no prompts: nobody reads them, and every phone would have to carry them."""
MOST_TO_CHOOSE = 120
"""To choose from, a table gets all of its own: ten people with three ideas in each of four rounds."""


def zone_view(zone: Zone, lang: str) -> ZoneView:
    """Return a zone, or a row, in one language."""
    return ZoneView(
        id=zone.id,
        label=say(zone.label, lang),
        help=say(zone.help, lang),
        icon=zone.icon,
        scale=zone.scale,
        aside=zone.aside,
        evidence=zone.evidence,
    )


def _axis(axis: Axis | None, lang: str) -> AxisView | None:
    return AxisView(say(axis.label, lang), say(axis.low, lang), say(axis.high, lang)) if axis else None


def of_file(canvas: Canvas, lang: str) -> dict[str, Any]:
    """Return the fields of a canvas's view that stand in its file, in one language."""
    return {
        "canvas": canvas.id,
        "title": say(canvas.title, lang),
        "layout": canvas.layout,
        "zones": [zone_view(zone, lang) for zone in canvas.zones],
        "rows": [zone_view(row, lang) for row in canvas.rows],
        "across": _axis(canvas.axes.across if canvas.axes else None, lang),
        "up": _axis(canvas.axes.up if canvas.axes else None, lang),
        "max_chars": canvas.max_chars,
        "evidence": canvas.evidence,
        "photo": canvas.photo,
        # What turns a card that is there stands at that card.
        "variants": [
            VariantView(one.id, say(one.label, lang), say(one.help, lang), say(one.start, lang))
            for one in canvas.variants
            if one.start
        ],
        "ending": say(canvas.ending, lang),
        "round_minutes": canvas.round_minutes,
    }


def deck_views(room: Room, step: StepState, lang: str) -> list[DeckCardView]:
    """Return the cards to draw."""
    if not step.settings.deck:
        return []
    return [
        DeckCardView(one.id, one.sign, say(one.title, lang), say(one.text, lang), say(one.question, lang))
        for one in room.file(Deck, step.settings.deck).cards
    ]


def canvas_card(
    room: Room,
    step: StepState,
    card: Card,
    lang: str,
    *,
    editable: bool = False,
    hints: list[str] | None = None,
    turned: str | None = None,
) -> CanvasCard:
    """Return a card as a screen may show it."""
    view = view_card(room, step, card, lang, editable=editable)
    fields = {name: getattr(view, name) for name in view.__struct_fields__}
    return CanvasCard(**fields, hints=hints or [], turned=turned)


def offers(room: Room, step: StepState, canvas: Canvas, who: Audience) -> list[Offer]:
    """Return what the step that this one builds on has to offer; to a team its own, where there is any.

    What its writers could keep to themselves stays so until this step is opened, which reveals it.
    """
    if step.settings.build_on is None:
        return []
    source = room.steps[step.settings.build_on]
    tables, chosen = source.settings.per == "team", source.activity.chooses
    apart = (source.settings.hidden or tables) and not (source.revealed or chosen)
    if apart and (who.team is None or not tables):
        return []
    found: list[Offer] = source.activity.offers(room, source, who.lang)
    if canvas.offers == "assumptions":
        found = _those(found, {one.id for one in room.cards.values() if one.evidence == "assumption"})
    if who.team is not None:
        own = [one for one in found if one.team == who.team]
        found = own if apart else own or found
    most = MOST_TO_CHOOSE if step.settings.take_over and who.team is not None else MOST_OFFERS
    return found[-most:]


def _those(found: list[Offer], wanted: set[str]) -> list[Offer]:
    """Return the offers that are wanted; all of them where none is."""
    return [one for one in found if one.id in wanted] or found


def journey(room: Room, canvas: Canvas, cards: Iterable[Card]) -> JourneyView | None:
    """Return what is drawn along the zones: feelings, the deepest dip, and who hands over to whom."""
    feeling = next((row for row in canvas.rows if row.line == "feeling"), None)
    contact = next((row for row in canvas.rows if row.line == "contact"), None)
    if feeling is None and contact is None:
        return None
    texts: dict[str, list[str]] = {}
    for card in cards:
        texts.setdefault(card.zone, []).append(card.text)
    low, high = feeling.scale if feeling else (0, 0)
    numbers = [
        [
            value
            for text in texts.get(f"{zone.id}.{feeling.id}", ())
            if (value := number(text, low, high)) is not None
        ]
        if feeling
        else []
        for zone in canvas.zones
    ]
    contacts = [
        {one for text in texts.get(f"{zone.id}.{contact.id}", ()) for one in _named(room, text)}
        if contact
        else set()
        for zone in canvas.zones
    ]
    means = feelings(numbers)
    return JourneyView(means, low, high, dip(means), handovers(contacts), contact.id if contact else "")


def _named(room: Room, text: str) -> set[str]:
    """Return the organisations that a text names; where it names none of the case, the text itself."""
    low = text.casefold()
    known = {
        one.id
        for one in room.case.organisations
        if any(name.casefold() in low for name in (one.id, *one.name.values()))
    }
    return known or {low}
