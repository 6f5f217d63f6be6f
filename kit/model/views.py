"""What screens get to see: the *shared* part (once per audience) and the *mine* part (one viewer).

These structs are the contract with the front end; its TypeScript types are generated from them.
Times are Unix seconds, UTC. Texts are already in the viewer's language.
"""

from __future__ import annotations

from typing import Any

from kit.model.base import Struct
from kit.model.figures import FigureView


class JoinInfo(Struct):
    """How to get in. ``qr`` is the path data of an SVG that is ``size`` units wide, quiet zone included."""

    url: str
    code: str
    qr: str
    size: int


class TimerView(Struct):
    """``ends`` while it runs, ``left`` (seconds) while it is paused; both None when there is no timer."""

    total: float = 0
    ends: float | None = None
    left: float | None = None


class StepLine(Struct):
    """One line of the programme."""

    id: str
    title: str
    phase: str
    activity: str
    minutes: float
    status: str
    now: bool
    input: bool
    """False for a step that is only looked at: it is never opened."""
    skipped: bool = False
    """True for a step that the trainer left out."""
    later: bool = False
    """True for a step that is held weeks after the day: the day ends before it."""
    revealed: bool = False
    opened_at: float | None = None
    closed_at: float | None = None
    planned_at: float | None = None
    """Unix time at which this step should begin, reckoned from the first step that was entered."""


class StepView(Struct):
    """The step the room is in."""

    id: str
    title: str
    phase: str
    activity: str
    minutes: float
    instruction: str
    status: str
    per: str
    hidden: bool
    """True while contributions are kept from others: a hidden step that is not revealed yet."""
    revealed: bool
    anonymous: bool
    timer: TimerView
    input: bool = True
    """False for a step that is only looked at: it is never opened."""
    can_hide: bool = False
    """True for a step that starts hidden, so that *reveal* means something."""


class Counts(Struct):
    """Three different numbers. ``connected`` is None where no server runs."""

    joined: int
    ready: int
    connected: int | None = None
    ready_of: int = 0


class Named(Struct):
    """An id with its name in the viewer's language."""

    id: str
    name: str


class TeamView(Struct):
    """One team; organisations maps organisation id to the number of its people here."""

    name: str
    people: int
    organisations: dict[str, int]
    ready: bool = False


class PersonView(Struct):
    """For the trainer alone."""

    id: str
    organisation: str | None
    team: str | None
    name: str | None
    ready: bool


class Check(Struct):
    """One line of the checklist before the start. ``state``: ok, warn or fail."""

    id: str
    state: str
    text: str


class Health(Struct):
    """What the trainer should know of the system."""

    seq: int
    saved_at: float | None
    backup_at: float | None
    file: str
    disk_free_mb: int | None


class Console(Struct):
    """What only the trainer sees."""

    trainer_text: str
    people: list[PersonView]
    undo: str | None
    """The kind of event that *undo* would take back, None when there is nothing to undo."""
    checks: list[Check]
    health: Health
    started_at: float | None
    ahead_seconds: float | None
    """Positive: ahead of the plan; negative: behind."""
    extras: list[Named]
    """Steps that can be put in after any other."""
    case_text: str
    case_hints: list[str]


class Shared(Struct):
    """What one audience may see."""

    role: str
    lang: str
    langs: list[str]
    title: str
    case: str
    kind: str
    programme: str
    state: str
    """``waiting`` before the first step, ``running``, ``finished``."""
    steps: list[StepLine]
    step: StepView | None
    view: dict[str, Any] | None
    """The activity's own view of the step; its key ``activity`` says which."""
    counts: Counts
    organisations: list[Named]
    teams: list[TeamView]
    team: str | None
    attention: bool
    message: str
    join: JoinInfo | None = None
    console: Console | None = None
    room: dict[str, Any] | None = None
    """For the trainer: the wall's own *shared*, so that the console can show what the room sees."""
    results: dict[str, Any] | None = None
    """For the role results (and the finished wall): see ResultsView."""
    figures: list[FigureView] = []
    """Of the step that the room is in, for the wall."""


class Me(Struct):
    """The participant who looks."""

    id: str
    organisation: str | None
    organisation_name: str | None
    team: str | None
    name: str | None
    lang: str


class Past(Struct):
    """What this viewer contributed to an earlier step."""

    step: str
    title: str
    texts: list[str]


class Keepsake(Struct):
    """A file that somebody may take along on their phone, such as dates for their calendar."""

    name: str
    """Of the file, with its ending."""
    label: str
    """What it is, in the viewer's language."""
    type: str
    """Its MIME type."""
    text: str


class Mine(Struct):
    """What is for one viewer alone."""

    me: Me | None
    step: str | None
    """The step that ``view`` is about: *shared* and *mine* come one after the other."""
    ready: bool
    view: dict[str, Any] | None
    """The activity's own view for this viewer."""
    past: list[Past]
    code: str | None = None
    """With this they can come back in a later step as the same unknown person; None without such a step."""
    keepsakes: list[Keepsake] = []
    """What they may take along; nothing before the workshop is finished."""


class CardView(Struct):
    """One card as others may see it."""

    id: str
    zone: str
    text: str
    team: str | None = None
    organisation: str | None = None
    """Name of the organisation; None in anonymous steps."""
    hidden: bool = False
    """Taken off the screens by the trainer; only the trainer gets such cards."""
    parent: str | None = None
    merged: list[str] = []
    """Texts of the originals, where this card was merged from others."""
    editable: bool = False
    paper: bool = False
    evidence: str | None = None
    photo: str | None = None
    round: int | None = None
    table: str | None = None
    tags: list[str] = []


class Offer(Struct):
    """Something that an earlier step found and a later one may build on: a card, or a gap in a bowtie."""

    id: str
    text: str
    organisation: str | None = None
    """Name of the organisation it is about or comes from, where that may be told."""
    team: str | None = None
    """The table that found it."""


class ResultStep(Struct):
    """One step in the results: its cards by zone, or its ranking."""

    id: str
    title: str
    phase: str
    activity: str
    view: dict[str, Any]
    figures: list[FigureView] = []


class ResultsView(Struct):
    """The results of the whole workshop, collaboration first."""

    organisations: list[Named]
    joined: dict[str, int]
    """People per organisation."""
    tables_mixed: float | None
    """Share of pairs at one table that come from different organisations, 0 to 1; None without tables."""
    contributions: int
    voters: int
    winner: str | None
    question: str | None
    steps: list[ResultStep]
    figures: list[FigureView] = []
    """Those of the whole workshop, about working together first."""
    place: str = ""
    """Where the case plays."""
    began: float | None = None
    """When the first step was entered, in Unix time; None before that."""
    sources: list[str] = []
    """Whom the case credits, a line each."""
