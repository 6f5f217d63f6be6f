"""Whatever several writers send to one file, in whatever order: limits hold, and all states are the same."""

import shutil
import tempfile
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kit.errors import RefusedError
from kit.model.people import TRAINER, Actor
from kit.requests import Ack, Join, Request, parse_command
from kit.workshop import Workshop
from tests._hall import Hall, participant, step

STEPS = ("ideas", "secret", "tables")
ORGANISATIONS = st.sampled_from(["politie", "school", "bewoners", "Bakker Jansen"])
TEXTS = st.text(min_size=1, max_size=8)
CARDS = st.integers(1, 9).map(lambda n: f"k{n}")
DOTS, MOST, OWN, SECRET, TABLE = 3, 2, 3, 2, 4
PROGRAMME = (
    step("ideas", limit=OWN),
    step("secret", anonymous=True, hidden=True, limit=SECRET),
    step("tables", per="team", limit=TABLE),
    step("vote", "ballot", source="ideas", dots=DOTS, most=MOST),
)
VOTES = st.one_of(
    st.dictionaries(st.sampled_from(["k1", "k2", "k3"]), st.integers(1, MOST), min_size=1),
    st.dictionaries(CARDS, st.integers(-1, MOST + 1), max_size=4),
)
CONTRIBUTIONS = st.one_of(
    *[st.fixed_dictionaries({"kind": st.just("add_card"), "step": st.sampled_from(STEPS),
                             "zone": st.just("idea"), "text": TEXTS})] * 4,
    st.fixed_dictionaries({"kind": st.just("edit_card"), "card": CARDS, "text": TEXTS}),
    st.fixed_dictionaries({"kind": st.just("withdraw_card"), "card": CARDS}),
    st.fixed_dictionaries({"kind": st.just("cast_votes"), "step": st.just("vote"), "votes": VOTES}),
    st.fixed_dictionaries({"kind": st.just("ready"), "step": st.sampled_from(STEPS), "ready": st.booleans()}),
    st.fixed_dictionaries({"kind": st.just("set_profile"), "organisation": ORGANISATIONS}),
)  # fmt: skip
ALL_STEPS = st.sampled_from([*STEPS, "vote"])
ACTIONS = st.one_of(
    *(st.fixed_dictionaries({"kind": st.just(kind), "step": ALL_STEPS})
      for kind in ("go_to", "open", "open", "close", "reveal")),
    *(st.fixed_dictionaries({"kind": st.just(kind), "card": CARDS})
      for kind in ("hide_card", "restore_card", "unmerge")),
    st.fixed_dictionaries({"kind": st.just("merge_cards"), "cards": st.lists(CARDS, max_size=3)}),
    st.fixed_dictionaries({"kind": st.just("set_teams"),
                           "teams": st.lists(st.sampled_from(["Rood", "Groen", "Blauw"]), max_size=3)}),
    st.fixed_dictionaries({"kind": st.just("timer"), "add": st.integers(-60, 60)}),
    st.fixed_dictionaries({"kind": st.just("finish"), "finished": st.booleans()}),
    *[st.just({"kind": "undo"})] * 4,
)  # fmt: skip
WRITERS = st.integers(0, 2)
SEVERAL = st.lists(st.tuples(st.integers(0, 2), CONTRIBUTIONS), min_size=1, max_size=8)


class Room(RuleBasedStateMachine):
    """Three engines on one file, and beside them what one would count on one's fingers."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.hall = Hall(self.folder / "a.leefkit", *PROGRAMME)
        self.writers = [self.hall.workshop, *(self.another() for _ in range(2))]
        self.people, self.sent, self.ballots = [], [], {}
        self.do(0, TRAINER, {"kind": "open", "step": "ideas"})
        for organisation in ("politie", "school"):
            self.join(0, organisation)
        self.do(0, TRAINER, {"kind": "go_to", "step": "ideas"})
        self.contribute(
            0, [(n, {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x"}) for n in range(3)]
        )
        for name in ("vote", "tables", "secret"):
            self.do(0, TRAINER, {"kind": "open", "step": name})

    def another(self):
        return Workshop.open(self.hall.path, clock=self.hall.clock)

    def do(self, writer, actor, command, id_=None):
        (outcome,) = self.writers[writer].transact([self.request(actor, command, id_)])
        self.note(actor, command, outcome)
        return outcome

    def request(self, actor, command, id_=None):
        self.hall.clock.tick(1)
        return Request(actor, parse_command(msgspec.json.encode(command)), id_)

    def note(self, actor, command, outcome):
        if isinstance(outcome, Ack) and command["kind"] == "cast_votes":
            self.ballots[actor.participant] = {card: n for card, n in command["votes"].items() if n}

    @rule(writer=WRITERS, organisation=ORGANISATIONS)
    def join(self, writer, organisation):
        if len(self.people) == 5:
            return
        token = f"token-{len(self.people)}"
        (ack,) = self.writers[writer].transact([Request(Actor("participant", "join"), Join(token))])
        assert ack.participant not in self.people
        self.people.append(ack.participant)
        self.do(writer, participant(ack.participant), {"kind": "set_profile", "organisation": organisation})

    @rule(writer=WRITERS, commands=SEVERAL)
    def contribute(self, writer, commands):
        """Several people do something, each through the next process."""
        for n, (who, command) in enumerate(commands):
            actor = participant(self.people[who % len(self.people)])
            id_ = f"c{len(self.sent)}"
            self.sent.append((actor, command, id_, self.do((writer + n) % 3, actor, command, id_)))

    @precondition(lambda self: any(isinstance(outcome, Ack) for *_, outcome in self.sent))
    @rule(writer=WRITERS, data=st.data())
    def send_again(self, writer, data):
        """What was acknowledged is acknowledged again and changes nothing, whoever it is sent to."""
        accepted = [one for one in self.sent if isinstance(one[3], Ack)]
        actor, command, id_, first = data.draw(st.sampled_from(accepted))
        before = self.newest().seq
        (outcome,) = self.writers[writer].transact([self.request(actor, command, id_)])
        sealed = isinstance(outcome, RefusedError) and outcome.code == "step_finished"
        assert outcome == first or sealed
        assert self.newest().seq == before

    @rule(writer=WRITERS, action=ACTIONS)
    def manage(self, writer, action):
        self.do(writer, TRAINER, action)

    @rule(writer=WRITERS, commands=SEVERAL)
    def together(self, writer, commands):
        """Several commands share one transaction."""
        asked = [(participant(self.people[who % len(self.people)]), command) for who, command in commands]
        outcomes = self.writers[writer].transact([self.request(*one) for one in asked])
        for (actor, command), outcome in zip(asked, outcomes, strict=True):
            self.note(actor, command, outcome)

    @rule(writer=WRITERS)
    def rebuild(self, writer):
        self.writers[writer].rebuild()

    @rule(writer=st.integers(1, 2))
    def close_and_open(self, writer):
        self.writers[writer].close()
        self.writers[writer] = self.another()

    def newest(self):
        self.writers[0].catch_up()
        return self.writers[0]

    @invariant()
    def limits_hold(self):
        room = self.newest().room
        lying = [card for card in room.cards.values() if not card.withdrawn and not card.merged]
        own = Counter((card.step, card.by) for card in lying)
        assert all(n <= {"ideas": OWN, "secret": SECRET}.get(name, TABLE) for (name, _), n in own.items())
        assert all(n <= TABLE for n in Counter(card.team for card in lying if card.step == "tables").values())
        for cast in room.steps["vote"].data.values():
            assert sum(cast.votes.values()) <= DOTS
            assert all(0 < weight <= MOST for weight in cast.votes.values())

    @invariant()
    def every_ballot_is_the_last_one_of_its_voter(self):
        box = self.newest().room.steps["vote"].data
        assert {voter: cast.votes for voter, cast in box.items()} == self.ballots

    @rule()
    def count(self):
        frame = self.newest().votes
        counted = {}
        for row in frame.itertuples():
            counted.setdefault(row.participant, {})[row.card] = row.weight
        assert counted == {person: votes for person, votes in self.ballots.items() if votes}

    @invariant()
    def the_open_are_not_sealed_and_the_sealed_have_no_secret(self):
        workshop = self.newest()
        secret = workshop.room.steps["secret"]
        assert not (secret.sealed and secret.status == "open")
        assert not (secret.sealed and workshop.journal.secret("secret"))

    def teardown(self):
        self.count()
        for writer in self.writers[1:]:
            writer.catch_up()
            assert writer.room == self.newest().room
        folded = self.writers[0].room
        self.writers[0].rebuild()
        assert self.writers[0].room == folded
        fresh = self.another()
        assert fresh.room == folded
        for writer in (*self.writers, fresh):
            writer.close()
        shutil.rmtree(self.folder)


def case(examples):
    """Return the property as a test, tried so many times."""
    made = type("Tried", (Room.TestCase,), {})
    made.settings = settings(
        max_examples=examples, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow]
    )
    return made


TestRoom = case(8)
TestRoomAtLength = pytest.mark.slow(case(60))
