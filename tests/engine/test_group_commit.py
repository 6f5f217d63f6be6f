"""Commands that wait share one transaction, and each is decided on what those before it did."""

from kit.errors import RefusedError
from kit.model.people import TRAINER
from kit.requests import Ack, Join, Request, parse_command
from kit.workshop import Workshop
from tests._hall import Actor, request, step


def add(person, text, id_=None):
    return request(person, "add_card", id_, step="ideas", zone="idea", text=text)


def codes(outcomes):
    return [one.code if isinstance(one, RefusedError) else one.seq for one in outcomes]


def test_the_accepted_go_in_and_the_refused_do_not(hall):
    person = hall.join()
    hall.start("ideas")
    at = hall.workshop.seq
    outcomes = hall.workshop.transact(
        [add(person, "een"), add("p9", "wie?"), add(person, " "), add(person, "twee"), add(person, "x" * 500)]
    )
    assert codes(outcomes) == [at + 1, "unknown_participant", "empty_text", at + 2, "too_long"]
    with Workshop.open(hall.path) as other:
        assert list(other.cards["text"]) == ["een", "twee"]


def test_a_batch_is_one_transaction(hall):
    person = hall.join()
    hall.start("ideas")
    with Workshop.open(hall.path) as other:
        hall.workshop.journal.begin()
        outcomes = hall.workshop.decide([add(person, "een"), add(person, "twee")])
        assert [type(one) for one in outcomes] == [Ack, Ack]
        assert not other.catch_up(), "nobody sees anything of it before it is on disk"
        hall.workshop.commit()
        assert other.catch_up()
        assert len(other.cards) == 2


def test_each_sees_what_came_before_it(halls):
    hall = halls(step("ideas", limit=2))
    person = hall.join()
    hall.start("ideas")
    at = hall.workshop.seq
    outcomes = hall.workshop.transact([add(person, f"{n}") for n in range(4)])
    assert codes(outcomes) == [at + 1, at + 2, "too_many_cards", "too_many_cards"]


def test_the_same_id_twice_in_one_batch_is_one_command(hall):
    person = hall.join()
    hall.start("ideas")
    outcomes = hall.workshop.transact(
        [add(person, "een", "c1"), add(person, "een", "c1"), add(person, "x", "c1")]
    )
    assert outcomes[0] == outcomes[1]
    assert codes(outcomes)[2] == "id_used"
    assert len(hall.workshop.cards) == 1


def test_the_trainer_may_close_in_the_middle_of_a_batch(hall):
    person = hall.join()
    hall.start("ideas")
    close = Request(TRAINER, parse_command(b'{"kind":"close","step":"ideas"}'))
    assert codes(hall.workshop.transact([add(person, "net op tijd"), close, add(person, "te laat")]))[2] == (
        "step_closed"
    )


def test_people_who_join_together_are_different_people(hall):
    outcomes = hall.workshop.transact(
        [Request(Actor("participant", "join"), Join(f"secret-{n}")) for n in range(3)]
    )
    assert [one.participant for one in outcomes] == ["p1", "p2", "p3"]
    assert [hall.workshop.journal.person_of(f"secret-{n}") for n in range(4)] == ["p1", "p2", "p3", None]


def test_a_command_that_breaks_the_engine_leaves_no_trace(hall, monkeypatch):
    """Whatever goes wrong inside, the state is what the journal says, and the next command is decided."""
    person = hall.join()
    hall.start("ideas")
    home = hall.room.steps["ideas"].activity
    decide = type(home).decide

    def broken(self, room, step, command, who):
        if getattr(command, "text", "") == "kapot":
            raise KeyError("a mistake of ours")
        return decide(self, room, step, command, who)

    monkeypatch.setattr(type(home), "decide", broken)
    before = hall.workshop.seq
    try:
        hall.workshop.transact([add(person, "goed"), add(person, "kapot")])
    except KeyError:
        assert hall.workshop.seq == before
    assert list(hall.workshop.cards["text"]) == []
    assert codes(hall.workshop.transact([add(person, "goed")])) == [before + 1]
