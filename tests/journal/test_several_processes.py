"""Several processes on one file: every one decides on the newest state, and all see the same in the end."""

from collections import Counter

import pytest

from kit.errors import StorageError
from kit.journal import file
from kit.workshop import Workshop
from tests._hall import code_of, step
from tests._process import Another, run

CARDS = 30
WRITE = """
workshop = Workshop.open(sys.argv[1])
who = participant(sys.argv[2])
for n in range(int(sys.argv[3])):
    add = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": f"{sys.argv[2]} {n}"}
    try:
        print(workshop.do(add, who, f"c{n}").seq)
    except RefusedError as refusal:
        print(refusal.code)
workshop.close()
"""


def test_processes_that_write_at_once_lose_nothing(hall):
    people = [hall.join() for _ in range(3)]
    hall.start("ideas")
    others = [Another(WRITE, hall.path, person, CARDS) for person in people[1:]]
    mine = [
        hall.by(people[0], "add_card", step="ideas", zone="idea", text=f"p1 {n}").seq for n in range(CARDS)
    ]
    acknowledged = [mine, *([int(one) for one in other.end().split()] for other in others)]

    hall.workshop.catch_up()
    assert [entry.seq for entry in hall.workshop.entries] == list(range(1, hall.workshop.seq + 1))
    assert Counter(hall.workshop.cards["participant"]) == Counter(dict.fromkeys(people, CARDS))
    for person, seqs in zip(people, acknowledged, strict=True):
        texts = [hall.workshop.entries[seq - 1].event.text for seq in seqs]
        assert texts == [f"{person} {n}" for n in range(CARDS)]


def test_what_was_decided_by_one_counts_for_the_other(halls):
    """The limit holds for a team although its members' cards come in through two processes."""
    hall = halls(step("ideas", per="team", limit=7))
    first, second = hall.join(team="Tafel 1"), hall.join(team="Tafel 1")
    hall.start("ideas")
    other = Another(WRITE, hall.path, second, 10)
    mine = [code_of(hall.by, first, "add_card", step="ideas", zone="idea", text=f"{n}") for n in range(10)]
    outcomes = [*mine, *other.end().split()]
    assert len([one for one in outcomes if one != "too_many_cards"]) == 7
    hall.workshop.catch_up()
    assert len(hall.workshop.cards) == 7


def test_another_process_that_keeps_the_file_is_named(hall, monkeypatch):
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    hall.workshop.journal.begin()
    with Workshop.open(hall.path) as other:
        with pytest.raises(StorageError, match="another program holds this file; close it and try again"):
            other.do({"kind": "attention"})
        hall.workshop.journal.rollback()
        assert other.do({"kind": "attention"}).seq == 2, "and then it goes on"


def test_one_that_died_in_the_middle_leaves_nothing(hall):
    """A process that is killed inside its transaction holds up nobody and leaves no trace."""
    person = hall.join()
    hall.start("ideas")
    before = hall.workshop.seq
    killed = Another(
        """
        workshop = Workshop.open(sys.argv[1])
        workshop.journal.begin()
        workshop.decide([request(sys.argv[2], "add_card", step="ideas", zone="idea", text="half")])
        print(workshop.seq, flush=True)
        sys.stdin.read()
        """,
        hall.path,
        person,
    )
    assert int(killed.line()) == before + 1
    killed.kill()
    assert hall.card(person, "whole") == "k1"
    assert list(hall.workshop.cards["text"]) == ["whole"]


def test_a_reader_needs_no_turn(hall):
    """Frames can be read while another process is in the middle of writing."""
    hall.workshop.journal.begin()
    assert run("print(len(Workshop.open(sys.argv[1], read_only=True).participants))", hall.path) == "0"
    hall.workshop.journal.rollback()
