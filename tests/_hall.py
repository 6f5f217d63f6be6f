"""A workshop with a clock that stands still, and people in it who can be told what to do."""

from functools import cache

import msgspec
import pytest

from kit.case import Case
from kit.errors import RefusedError
from kit.model.people import TRAINER, Actor, Audience, Viewer
from kit.programme import Programme
from kit.requests import Join, Request, parse_command
from kit.workshop import Workshop

BEGIN = 1_763_740_000.0


class Clock:
    """Unix time that only moves when it is told to."""

    def __init__(self):
        self.now = BEGIN

    def __call__(self):
        return self.now

    def tick(self, seconds):
        self.now += seconds


@cache
def case():
    return Case.load("zonnehoek")


def step(name, activity="canvas", phase="ideate", minutes=5, **settings):
    if activity == "canvas":
        settings = {"canvas": "brainwriting", "hidden": False} | settings
    return {
        "id": name,
        "phase": phase,
        "activity": activity,
        "minutes": minutes,
        "title": {"nl": f"Stap {name}", "en": f"Step {name}"},
        "instruction": {"nl": "Doe mee.", "en": "Join in."},
        "settings": settings,
    }


def programme(*steps, teams=2):
    title = {"nl": "Proef", "en": "Trial"}
    return msgspec.convert({"id": "proef", "title": title, "teams": teams, "steps": list(steps)}, Programme)


IDEAS_AND_VOTE = (
    step("ideas"),
    step("vote", "ballot", source="ideas", dots=3, most=2),
    step("after", phase="test"),
)


class Hall:
    """A workshop file and those who take part."""

    def __init__(self, path, *steps, teams=2, lang="nl", of=None, clock=None):
        self.path, self.clock = path, clock or Clock()
        made = of or programme(*(steps or IDEAS_AND_VOTE), teams=teams)
        self.workshop = Workshop.create(path, case(), made, lang=lang, clock=self.clock)
        self.tokens = 0

    @property
    def room(self):
        return self.workshop.room

    def trainer(self, kind, **fields):
        """The trainer does something; the time moves on a second."""
        self.clock.tick(1)
        return self.workshop.do({"kind": kind, **fields}, TRAINER)

    def start(self, name):
        """Go to a step and open it."""
        self.trainer("go_to", step=name)
        self.trainer("open", step=name)

    def join(self, organisation="politie", name=None, team=None):
        """Someone comes in, and says where from. Returns their id."""
        self.tokens += 1
        request = Request(Actor("participant", "join"), Join(f"token-{self.tokens}"))
        (ack,) = self.workshop.transact([request])
        if organisation:
            self.by(ack.participant, "set_profile", organisation=organisation, name=name, team=team)
        return ack.participant

    def by(self, person, kind, id_=None, **fields):
        return self.workshop.do({"kind": kind, **fields}, participant(person), id_)

    def at(self, team, kind, id_=None, **fields):
        return self.workshop.do({"kind": kind, **fields}, Actor("team", f"table {team}", None, team), id_)

    def card(self, person, text, name="ideas", zone="idea", **fields):
        """Someone adds a card. Returns its id."""
        self.by(person, "add_card", step=name, zone=zone, text=text, **fields)
        return list(self.room.cards)[-1]

    def vote(self, person, name="vote", **votes):
        return self.by(person, "cast_votes", step=name, votes=votes)

    def shared(self, role, team=None, lang="nl", name=None):
        return self.workshop.shared(Audience(role, lang, team, name))

    def mine(self, person, lang="nl", name=None):
        return self.workshop.mine(Viewer("participant", lang, person, None, name))

    def bytes_for(self, role, person=None, team=None):
        """All that a screen gets, as it goes over the wire."""
        viewer = Viewer(role, "nl", person, team)
        shared = self.workshop.shared(self.workshop.audience(viewer))
        return msgspec.json.encode([shared, self.workshop.mine(viewer)]).decode()


def participant(name):
    return Actor("participant", name, name)


def request(person, kind, id_=None, **fields):
    return Request(participant(person), parse_command(msgspec.json.encode({"kind": kind, **fields})), id_)


def code_of(work, *args, **kwargs):
    """Return the code with which something is refused; None when it is not."""
    try:
        work(*args, **kwargs)
    except RefusedError as refusal:
        return refusal.code
    return None


@pytest.fixture
def halls(tmp_path):
    """Make halls, and let go of their files afterwards."""
    made = []

    def make(*steps, **options):
        hall = Hall(tmp_path / f"hall-{len(made)}.leefkit", *steps, **options)
        made.append(hall)
        return hall

    yield make
    for hall in made:
        hall.workshop.close()


@pytest.fixture
def hall(halls):
    """A hall with a canvas *ideas*, a ballot *vote* on it, and a canvas *after*."""
    return halls()
