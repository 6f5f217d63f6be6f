"""The bowties of one step: what is drawn where, what may hang on what, and how much there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kit.activities.guards import MAX_NAME, one_line, organisation_of
from kit.errors import RefusedError
from kit.insight.bowtie import Node
from kit.locale import N_
from kit.model.bowtie import AddNode, EditNode, NodeMarks
from kit.room import Card, Room, StepState

MAX_CHARS = 120
MOST_MEASURES = 3

HANGS = {
    "prev": ("threat",),
    "recov": ("consequence",),
    "escal": ("prev", "recov"),
    "escal_barrier": ("escal",),
}
"""On what an element may hang; one that is not here hangs on nothing."""

FITS: dict[str, set[str]] = {
    "threat": {"domain"},
    "consequence": {"domain"},
    "prev": set(NodeMarks.__struct_fields__),
    "recov": set(NodeMarks.__struct_fields__),
    "escal_barrier": {"organisation", "lead", "status"},
}
"""What can be said of an element besides its text."""

CHAIN = {"prev": {"proactie", "preventie"}, "recov": {"preparatie", "repressie", "nazorg"}}
"""The links of the safety chain on either side of the top event."""

PLACES = {"threat": "prev", "consequence": "recov", "escal": "escal_barrier"}
"""What a card becomes that is put on an element."""


class Drawn(msgspec.Struct):
    """An element as somebody drew it; ``gone`` names the element with which it was taken off."""

    id: str
    element: str
    text: str
    team: str
    by: str
    parent: str | None
    card: str | None
    marks: NodeMarks
    gone: str | None = None

    def node(self) -> Node:
        """Return it as the formulas know it."""
        said = self.marks
        return Node(
            id=self.id,
            kind=self.element,
            text=self.text,
            parent=self.parent,
            organisation=said.organisation or None,
            prevention=str(said.prevention) if said.prevention else None,
            status=said.status or None,
            effect=said.effect or None,
            domain=said.domain or None,
        )


def tie_of(step: StepState, team: str | None) -> list[Drawn]:
    """Return the elements of a table's bowtie, oldest first."""
    return [one for one in step.data.values() if one.team == team and one.gone is None]


def teams(room: Room, step: StepState) -> list[str]:
    """Return all tables, and those of an earlier name whose bowtie is still there."""
    drawn = (one.team for one in step.data.values() if one.gone is None)
    return list(dict.fromkeys([*room.teams, *drawn]))


def below(drawn: Iterable[Drawn], root: str) -> Iterator[Drawn]:
    """Yield an element and all that hangs on it."""
    found = {root}
    for one in drawn:  # what hangs on another was drawn after it
        if one.id == root or one.parent in found:
            found.add(one.id)
            yield one


def topic(room: Room, step: StepState, team: str) -> Card | None:
    """Return the card that a table draws: the first table the first chosen one, and so on, round again."""
    topics = step.frozen.get("topics", ())
    if not topics or team not in room.teams:
        return None
    return room.cards[topics[room.teams.index(team) % len(topics)]]


def must_hang(tie: list[Drawn], element: str, parent: str | None) -> None:
    """Refuse an element that hangs on nothing, or on something else than it should."""
    kinds = HANGS.get(element, ())
    on = next((one for one in tie if one.id == parent), None)
    if parent is not None and on is None:
        raise RefusedError("unknown_parent", N_("What this belongs to is not in the drawing (any more)."))
    if (on.element if on else None) not in (kinds or (None,)):
        raise RefusedError("wrong_parent", N_("This does not belong there. Choose another place."))


def must_have_room(most_lines: int, tie: list[Drawn], element: str, parent: str | None) -> None:
    """Refuse what would make the drawing too full to talk about."""
    alike = sum(one.element == element and one.parent == parent for one in tie)
    if element in {"threat", "consequence"} and alike >= most_lines:
        raise RefusedError(
            "too_many_lines", N_("There is room for {most}. Take one away first."), most=most_lines
        )
    if element in {"prev", "recov"} and alike >= MOST_MEASURES:
        raise RefusedError(
            "too_many_measures",
            N_("There is room for {most} measures on this line. Take one away first."),
            most=MOST_MEASURES,
        )
    if element in {"hazard", "top_event", "escal", "escal_barrier"} and alike:
        raise RefusedError("only_one", N_("There is one here already. Change that one."))


def must_be_new(tie: list[Drawn], element: str, parent: str | None, text: str, but: str = "") -> None:
    """Refuse a text that stands in the same place already: two at one table often type the same."""
    words = text.casefold()
    for one in tie:
        same = (one.element, one.parent, one.text.casefold()) == (element, parent, words)
        if same and one.id != but:
            raise RefusedError("same_text", N_("This is in the drawing already."))


def marked(room: Room, element: str, marks: NodeMarks, command: AddNode | EditNode) -> NodeMarks:
    """Return what is said of an element once a command has changed it; what the command leaves out stays."""
    changes: dict[str, Any] = {}
    for name in NodeMarks.__struct_fields__:
        value = getattr(command, name)
        if value is None:
            continue
        fits = name in FITS.get(element, ())
        if name == "chain" and fits:
            fits = value in CHAIN.get(element, ())
        if value and not fits:
            raise RefusedError("does_not_fit", N_("This can't be said of this part of the drawing."))
        changes[name] = value
    if changes.get("organisation"):
        changes["organisation"] = organisation_of(room, changes["organisation"])
    if "lead" in changes:
        changes["lead"] = _lead(changes["lead"])
    return msgspec.structs.replace(marks, **changes)


def _lead(text: str) -> str:
    lead = one_line(text)
    if len(lead) > MAX_NAME:
        raise RefusedError(
            "too_long",
            N_("This is too long: {length} characters. Use {limit} at most."),
            length=len(lead),
            limit=MAX_NAME,
        )
    return lead


def home(room: Room, step: StepState, card: Card | None) -> str | None:
    """Return the element that a card was written for: its own, or that of the card it builds on."""
    seen: set[str] = set()
    while card is not None and card.id not in seen:
        seen.add(card.id)
        if card.parent in step.data:
            return card.parent
        onward = card.parent or next(iter(card.merged), None)
        card = room.cards.get(onward or "")
    return None


def ideas(room: Room, step: StepState, *, trainer: bool) -> list[tuple[Card, str | None]]:
    """Return the cards that may go on a line, each with the element that it was written for.

    These are what a later step chose, and what was written in a later step for an element of this one, where
    it may be seen.
    """
    names = list(room.steps)
    later = [room.steps[name] for name in names[names.index(step.id) + 1 :]]
    found: dict[str, tuple[Card, str | None]] = {}
    for one in later:
        for card in one.activity.outcome(room, one) if one.activity.chooses else ():
            found[card.id] = card, home(room, step, card)
    for one in later:
        seen = trainer or one.revealed or not (one.settings.hidden or one.settings.per == "team")
        for card in one.activity.cards(room, one) if one.activity.yields_cards and seen else ():
            place = home(room, step, card)
            if place is not None:
                found.setdefault(card.id, (card, place))
    return [pair for pair in found.values() if pair[0].shown]
