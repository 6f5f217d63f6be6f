"""What an activity is: the interface through which the whole kit finds it.

An activity is one module here and one of the same stem in ``kit/front/activities``. The engine, the
console, the wall, the frames and the report know it through this class alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Generic, TypeVar

import msgspec

from kit.activities import told
from kit.activities.codes import Codes
from kit.activities.mind import Look, Mind
from kit.datafile import DataFile
from kit.figures import Figure, Shape
from kit.model.base import Command, Event, Per
from kit.model.people import Actor, Audience, Viewer
from kit.model.views import Keepsake, Offer
from kit.room import Action, Card, Person, Room, StepState

Row = told.Row


class Settings(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The settings that every activity understands.

    Attributes:
        per: Each person contributes alone, or each team together.
        hidden: Contributions stay unseen until the trainer reveals them.
        anonymous: The journal holds a pseudonym of this step alone instead of the participant.
    """

    per: Per = "person"
    hidden: bool = False
    anonymous: bool = False


S = TypeVar("S", bound=Settings)


class Asking(msgspec.Struct, frozen=True):
    """Who asks, as the journal will know them: ``name`` is the actor of the event."""

    actor: Actor
    name: str
    organisation: str | None
    team: str | None
    earlier: str | None = None
    """Who they were in a step before, by the code in the command: see :meth:`Activity.returning`."""
    kept: str | None = None
    """What may be kept of the slip in the command, in a step that gives codes; None when it has no code."""

    @property
    def on_paper(self) -> bool:
        """True when the trainer types in what somebody wrote on paper."""
        return self.name.startswith("paper-")


class Before(msgspec.Struct, frozen=True):
    """A step that comes earlier in the programme, as a later one may refer to it."""

    activity: Activity[Any]
    settings: Any


class Activity(Generic[S]):
    """One kind of step. Subclasses are stateless; their state lies in ``StepState.data``."""

    name: ClassVar[str]
    settings: type[S]
    commands: ClassVar[tuple[type[Command], ...]] = ()
    events: ClassVar[tuple[type[Event], ...]] = ()
    takes_input: ClassVar[bool] = True
    """False for a step that is only looked at: it is never opened."""
    as_team: ClassVar[bool] = False
    """True when, in a step that is done per team, whatever one member says is the whole team's word."""
    apart: ClassVar[bool] = True
    """False when, in a step that is done per team, all tables see one another's work from the start."""
    concerns_others: ClassVar[bool] = False
    """True when what one person does may change what others see as their own (:meth:`mine`)."""
    yields_cards: ClassVar[bool] = False
    """True when a later step, such as a ballot, may take up this one's :meth:`cards`."""
    chooses: ClassVar[bool] = False
    """True when another step may have this one's :meth:`outcome` as its focus."""
    inspires: ClassVar[bool] = False
    """True when another step may build on what this one :meth:`offers`."""
    changes_tables: ClassVar[bool] = False
    """True when people leave their team's table: see :meth:`table`. Nobody is ready on their own then."""
    files: ClassVar[Mapping[str, type[DataFile]]] = {}
    """The settings that name a data file, with the type of that file."""

    def new(self) -> Any:
        """Return the activity's data for a step that has just begun."""
        return None

    def check(self, settings: S, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Yield what is wrong with a step's settings: ``<setting>: <problem>; <nearest valid name>``.

        Args:
            settings: The settings, already of the right type, filled in from their data files.
            earlier: The steps that come before, by id.
        """
        del settings, earlier
        return ()

    def zones(self, settings: S, files: Mapping[str, DataFile]) -> list[str]:
        """Return the ids of the fields that something can be put in; ``files`` are the programme's."""
        del settings, files
        return []

    def secret(self, step: StepState) -> str:
        """Return the name of the secret behind an anonymous step's pseudonyms; steps may share one."""
        return step.id

    def may_seal(self, room: Room, step: StepState) -> bool:
        """Return whether an anonymous step that is closed may be finished: its secret is destroyed then.

        Asked while the workshop goes on; when it is over, every closed one is finished.
        """
        del room, step
        return True

    def table(self, room: Room, step: StepState, person: Person) -> str | None:
        """Return the table whose view a participant shares in this step; None where all see the same."""
        del room
        return person.team if step.settings.per == "team" else None

    def seconds(self, step: StepState) -> int:
        """Return what the timer begins with when a step opens; 0 for no timer yet."""
        return int(step.step.minutes * 60)

    def later(self, step: StepState) -> bool:
        """Return whether a step is held weeks after the day, which ends before it."""
        del step
        return False

    def arrived(self, room: Room, step: StepState, person: Person) -> list[Event]:
        """Return what comes of it that someone said where they come from while this step is open.

        Args:
            room: The room, in which they are not yet as they said.
            step: The step that is open.
            person: Who came, as they said.
        """
        del room, step, person
        return []

    def codes(self, room: Room, step: StepState) -> Codes | None:
        """Return how an anonymous step gives personal codes or asks for them; None where it does neither."""
        del room, step
        return None

    def returning(self, room: Room, step: StepState) -> Iterable[str]:
        """Return the earlier names that a code may lead to, in a step that asks for codes."""
        del room, step
        return ()

    def slips(self, room: Room, step: StepState) -> Mapping[str, str]:
        """Return who had the slip of which this was kept (:attr:`Asking.kept`), by earlier name."""
        del room, step
        return {}

    def freeze(self, room: Room, step: StepState) -> dict[str, Any]:
        """Return what is fixed at the moment a step opens; may refuse to open."""
        del room, step
        return {}

    def shows(self, step: StepState) -> Iterable[str]:
        """Return the steps whose contributions everyone sees once this step is open."""
        del step
        return ()

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Answer a command of this activity with events, or refuse it."""
        raise NotImplementedError(type(command).__name__)

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Fold one event of this activity into the state. Must not fail."""
        del room, step, event, by, at

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Return the events that take back what the trainer did, ``by`` that name; asked before the fold."""
        del room, step, event, by
        return []

    def still(self, room: Room, step: StepState, back: Event, action: Action) -> Event | None:
        """Return what is left of an event that takes an action back: what others did since stays as it is."""
        del room, step, action
        return back

    def shared(self, room: Room, step: StepState, audience: Audience) -> msgspec.Struct:
        """Return what an audience may see of a step."""
        raise NotImplementedError(type(self).__name__)

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> msgspec.Struct | None:
        """Return what one viewer may see besides; ``name`` is the actor they are in this step."""
        del room, step, viewer, name
        return None

    def outcome(self, room: Room, step: StepState) -> list[Card]:
        """Return the cards a step has chosen, best first: what a later step takes as its focus."""
        del room, step
        return []

    def decided(self, room: Room, step: StepState) -> list[Card]:
        """Return what the room itself decided for here, best first: the results show the first of it.

        By default that is the outcome. Where a step only puts things in order, nobody decided for them.
        """
        return self.outcome(room, step)

    def tells(self, room: Room, step: StepState) -> bool:
        """Return whether a step has something to show among the results."""
        del room
        return self.takes_input and step.opened_at is not None

    def cards(self, room: Room, step: StepState) -> list[Card]:
        """Return the cards that a later step may take up; by default those that were chosen."""
        return self.outcome(room, step)

    def offers(self, room: Room, step: StepState, lang: str) -> list[Offer]:
        """Return what a later step may build on: the cards, unless an activity has more to offer."""
        del lang
        return [Offer(card.id, card.text, team=card.team) for card in self.cards(room, step)]

    def costs(self, room: Room, step: StepState) -> dict[str, float]:
        """Return what cards cost, 1 to 5 by card, for a ballot with a budget; for most activities nothing."""
        del room, step
        return {}

    def contributed(self, room: Room, step: StepState, name: str) -> list[str]:
        """Return the texts that somebody added to a step, oldest first; ``name`` is who they were in it."""
        del room, step, name
        return []

    def took_part(self, room: Room, step: StepState) -> int:
        """Return how many voters, or other people whose voice counts once, took part in a step."""
        del room, step
        return 0

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return the rows of a step, by frame."""
        del room, step
        return {}

    def anonymous_frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return the same rows as everyone may have them; who it was is left out of them afterwards.

        By default an organisation that is too small to be named is missing. Where people say what they want,
        as in a vote, that is not enough: see :mod:`kit.insight.small`.
        """
        return {name: told.without_small(room, rows) for name, rows in self.frames(room, step).items()}

    def seats(self, room: Room, step: StepState) -> list[Row]:
        """Return who sat at which table where people leave their team's: rows for the frame *seats*."""
        del room, step
        return []

    def keepsakes(self, room: Room, step: StepState, viewer: Viewer) -> list[Keepsake]:
        """Return the files that somebody may take along when the workshop is finished."""
        del room, step, viewer
        return []

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return the figures of a step that :meth:`tells`, with ids that begin with the step's.

        Everyone may see them, so they show nothing that the wall may not, and nothing about few people.
        """
        del room, step, lang, shape
        return []

    def exports(self, room: Room, step: StepState, lang: str) -> dict[str, bytes]:
        """Return the files, by name, that an export has besides the frames."""
        del room, step, lang
        return {}

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Yield the commands of a simulated participant in an open step; ``step`` is filled in for them.

        An empty command only lets time pass, for whoever waits for the others.

        Args:
            look: Returns what their phone shows now.
            mind: What they are like.
        """
        del look, mind
        yield from ()

    def lead(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Yield the commands of a simulated trainer between the opening and the closing of a step."""
        del look, mind
        yield from ()
