"""Bowtie: what can go wrong, why, with what consequences, and who does what about it, one per table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from kit.activities import bowtie_mind, bowtie_view
from kit.activities.base import Activity, Asking, Before, Row, Settings
from kit.activities.bowtie_tie import (
    MAX_CHARS,
    PLACES,
    Drawn,
    below,
    ideas,
    marked,
    must_be_new,
    must_hang,
    must_have_room,
    tie_of,
    topic,
)  # fmt: skip
from kit.activities.guards import clean, must_be_open, must_be_team, must_contribute
from kit.activities.mind import Look, Mind
from kit.datafile import DataFile
from kit.errors import RefusedError, nearest
from kit.figures import Figure, Shape
from kit.locale import N_
from kit.model.base import Command, Event, Per
from kit.model.bowtie import (
    AddNode,
    BowtieShared,
    EditNode,
    NodeAdded,
    NodeChanged,
    NodeMarks,
    NodeRemoved,
    PlaceIdea,
    RemoveNode,
    RestoreNode,
)
from kit.model.people import Audience
from kit.model.views import Offer
from kit.room import Action, Room, StepState

MOST_LINES = 7
"""More causes, or more consequences, than this are no drawing any more, whatever a programme says."""

ELEMENTS = ("hazard", "top_event", "threat", "consequence", "prev", "recov", "escal", "escal_barrier")


class BowtieSettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """How tables draw their bowties.

    Attributes:
        focus: Step that chooses. The first table draws the first chosen card, the second the second.
        most_lines: Causes at most, and consequences at most.
    """

    per: Per = "team"
    focus: str | None = None
    most_lines: int = 5


class Bowtie(Activity[BowtieSettings]):
    """Each table draws one bowtie together; the trainer shows them to the room."""

    name = "bowtie"
    settings = BowtieSettings
    commands = (AddNode, EditNode, RemoveNode, RestoreNode, PlaceIdea)
    events = (NodeAdded, NodeChanged, NodeRemoved)
    inspires = True

    def new(self) -> dict[str, Drawn]:
        """Return an empty drawing: elements by id, oldest first, of all tables."""
        return {}

    def check(self, settings: BowtieSettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the focus, and for settings that make no sense for a drawing."""
        if settings.per != "team":
            yield "per: a table draws its bowtie together; leave this out, or say team"
        if settings.hidden:
            yield "hidden: a table must see its own drawing, others see it when you show it; leave this out"
        if settings.anonymous:
            yield "anonymous: a drawing is a whole table's, so nobody's name is on it; leave this out"
        if not 1 <= settings.most_lines <= MOST_LINES:
            yield f"most_lines: must be 1 to {MOST_LINES}"
        chooses = [name for name, one in earlier.items() if one.activity.chooses]
        if settings.focus is not None and settings.focus not in chooses:
            near = nearest(settings.focus, chooses)
            yield f"focus: no earlier step {settings.focus!r} that chooses; {near}"

    def zones(self, settings: BowtieSettings, files: Mapping[str, DataFile]) -> list[str]:
        """Return the elements, in the order in which a bowtie is built."""
        del settings, files
        return list(ELEMENTS)

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Fix which cards are drawn."""
        if step.settings.focus is None:
            return {}
        source = room.steps[step.settings.focus]
        return {"topics": [card.id for card in source.activity.outcome(room, source)]}

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Draw, change, take off, put back, or place a card; or refuse it."""
        must_contribute(who)
        if isinstance(command, AddNode):
            return [self._add(room, step, command, who)]
        if isinstance(command, PlaceIdea):
            return [self._place(room, step, command, who)]
        if isinstance(command, EditNode):
            return self._edit(room, step, command, who)
        if isinstance(command, RemoveNode):
            return [NodeRemoved(step.id, _own(step, command.node, who).id)]
        if isinstance(command, RestoreNode):
            return [self._restore(step, command, who)]
        raise NotImplementedError(type(command).__name__)

    def _add(self, room: Room, step: StepState, command: AddNode, who: Asking) -> Event:
        must_be_open(step)
        team = _team(room, command, who)
        text = clean(command.text, MAX_CHARS)
        marks = marked(room, command.element, NodeMarks(), command)
        subject = topic(room, step, team) if command.element == "top_event" else None
        card = subject.id if subject else None
        return self._new(room, step, NodeAdded(
            step.id, "", command.element, text, team, command.parent, card, marks,
        ))  # fmt: skip

    def _place(self, room: Room, step: StepState, command: PlaceIdea, who: Asking) -> Event:
        on = _own(step, command.node, who)
        card = room.cards.get(command.card)
        trainer = who.actor.role == "trainer"
        known = trainer or any(one is card for one, _ in ideas(room, step, trainer=False))
        if card is None or not card.shown or not known:
            raise RefusedError("unknown_card", N_("That card is not there (any more)."))
        if on.element in {"prev", "recov"} and on.parent is not None:
            on = step.data[on.parent]
        if on.element not in PLACES:
            raise RefusedError("wrong_parent", N_("This does not belong there. Choose another place."))
        if any((one.card, one.parent) == (card.id, on.id) for one in tie_of(step, on.team)):
            raise RefusedError("already_placed", N_("This card is there already."))
        element: Any = PLACES[on.element]
        return self._new(room, step, NodeAdded(
            step.id, "", element, card.text, on.team, on.id, card.id, NodeMarks(status="idee"),
        ))  # fmt: skip

    def _new(self, room: Room, step: StepState, event: NodeAdded) -> Event:
        """Return the event with an id of its own, where there is room for it."""
        tie = tie_of(step, event.team)
        must_hang(tie, event.element, event.parent)
        must_have_room(step.settings.most_lines, tie, event.element, event.parent)
        must_be_new(tie, event.element, event.parent, event.text)
        drawn = sum(len(one.data) for one in room.steps.values() if one.activity is self)
        return NodeAdded(
            event.step, f"n{drawn + 1}", event.element, event.text, event.team, event.parent, event.card,
            event.marks,
        )  # fmt: skip

    def _edit(self, room: Room, step: StepState, command: EditNode, who: Asking) -> list[Event]:
        one = _own(step, command.node, who)
        text = one.text
        if command.text is not None:
            text = clean(command.text, max(MAX_CHARS, len(one.text)))
            must_be_new(tie_of(step, one.team), one.element, one.parent, text, but=one.id)
        marks = marked(room, one.element, one.marks, command)
        return [NodeChanged(step.id, one.id, text, marks)] if (text, marks) != (one.text, one.marks) else []

    def _restore(self, step: StepState, command: RestoreNode, who: Asking) -> Event:
        one = _own(step, command.node, who, gone=True)
        tie = tie_of(step, one.team)
        must_hang(tie, one.element, one.parent)
        must_have_room(step.settings.most_lines, tie, one.element, one.parent)
        must_be_new(tie, one.element, one.parent, one.text)
        return NodeRemoved(step.id, one.id, removed=False)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold an element's event."""
        del room, at
        if isinstance(event, NodeAdded):
            step.data[event.node] = Drawn(
                event.node, event.element, event.text, event.team, by, event.parent, event.card, event.marks
            )
        elif isinstance(event, NodeChanged):
            step.data[event.node].text, step.data[event.node].marks = event.text, event.marks
        elif isinstance(event, NodeRemoved):
            was, becomes = (None, event.node) if event.removed else (event.node, None)
            for one in list(below(step.data.values(), event.node)):
                if one.gone == was:
                    one.gone = becomes

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back what the trainer drew, changed, took off, put back or placed."""
        del room, by
        if isinstance(event, NodeAdded):
            return [NodeRemoved(event.step, event.node)]
        if isinstance(event, NodeChanged):
            before = step.data[event.node]
            return [NodeChanged(event.step, event.node, before.text, before.marks)]
        if isinstance(event, NodeRemoved):
            return [NodeRemoved(event.step, event.node, removed=not event.removed)]
        return []

    def still(self, room: Room, step: StepState, back: Event, action: Action) -> Event | None:
        """Leave what its table said of an element since, and an element on which it hung something."""
        del room
        done = action.done
        if isinstance(done, NodeAdded):
            one = step.data[done.node]
            alone = all(other is one or other.gone for other in below(step.data.values(), one.id))
            return back if alone and (one.text, one.marks) == (done.text, done.marks) else None
        if not isinstance(back, NodeChanged) or not isinstance(done, NodeChanged):
            return back
        now = step.data[back.node]
        marks = {
            name: getattr(back.marks if getattr(now.marks, name) == said else now.marks, name)
            for name, said in msgspec.structs.asdict(done.marks).items()
        }
        text = back.text if now.text == done.text else now.text
        return NodeChanged(back.step, back.node, text, NodeMarks(**marks))

    def shared(self, room: Room, step: StepState, audience: Audience) -> BowtieShared:
        """Return a table its own bowtie, the trainer all, and the room all once they are revealed."""
        return bowtie_view.shared(room, step, audience)

    def offers(self, room: Room, step: StepState, lang: str) -> list[Offer]:
        """Return every gap and weak spot as a question; its id is that of the element to put an idea on."""
        return bowtie_view.offers(room, step, lang)

    def contributed(self, room: Room, step: StepState, name: str) -> list[str]:
        """Return what somebody drew that is still there."""
        del room
        return [one.text for one in step.data.values() if one.by == name and one.gone is None]

    def took_part(self, room: Room, step: StepState) -> int:
        """Return how many people, and tables at their own screen, drew something."""
        del room
        return len({one.by for one in step.data.values()})

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per element that is in a drawing."""
        return {"bowtie": bowtie_view.rows(room, step)}

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return the bowties that were shown to the room."""
        del shape
        return bowtie_view.figures(room, step, lang)

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Draw what the case's script has, element by element, and own some measures."""
        yield from bowtie_mind.draw(look, mind)


def _team(room: Room, command: AddNode, who: Asking) -> str:
    """Return the table in whose bowtie somebody draws."""
    team = command.team if who.actor.role == "trainer" else who.team
    if team is None:
        raise RefusedError("no_team", N_("Choose your table first."))
    must_be_team(room, team)
    if command.team not in {None, team}:
        raise RefusedError("other_table", N_("This is another table's drawing. Change your own."))
    return team


def _own(step: StepState, name: str, who: Asking, *, gone: bool = False) -> Drawn:
    """Return an element that somebody may change now: the trainer any, others those of their table."""
    one: Drawn | None = step.data.get(name)
    if one is None or (one.gone is not None) is not gone or (gone and one.gone != one.id):
        raise RefusedError("unknown_node", N_("That is not in the drawing (any more)."))
    if who.actor.role != "trainer":
        if one.team != who.team:
            raise RefusedError("other_table", N_("This is another table's drawing. Change your own."))
        must_be_open(step)
    return one


ACTIVITY = Bowtie()
