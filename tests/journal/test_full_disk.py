"""A full disk: nothing that was acknowledged is lost, nothing else stays, and it goes on afterwards."""

import json
import re

import pytest

from kit.errors import RefusedError, StorageError
from kit.workshop import Workshop
from tests._hall import request
from tests._process import run

FULL = re.compile(r": the disk is full or failing \(.*\); make room, nothing that was confirmed is lost$")
LONG = "een lange zin over een bankje in de zon " * 5


def texts(workshop):
    return list(workshop.cards["text"])


@pytest.fixture
def full(hall):
    """A hall whose file may grow by three pages, with a person who writes."""
    person = hall.join()
    hall.start("ideas")
    db = hall.workshop.journal._db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 3}")
    return hall, person


def until_full(work):
    """Do ``work(0)``, ``work(1)``, … until the disk is full; return how many were acknowledged."""
    for n in range(1000):
        try:
            work(n)
        except StorageError as error:
            if not FULL.search(str(error)):
                raise
            return n
    return pytest.fail("the disk never got full")


def fill(hall, person):
    """Write until the disk is full; return what was acknowledged."""

    def text(n):
        return f"{n} {LONG[:150]}".strip()

    return [text(n) for n in range(until_full(lambda n: hall.card(person, text(n))))]


def make_room(hall):
    hall.workshop.journal._db.execute("PRAGMA max_page_count = 1000000")


def test_what_was_acknowledged_stays_and_nothing_else(full):
    hall, person = full
    told = fill(hall, person)
    assert len(told) > 3
    assert texts(hall.workshop) == told
    with Workshop.open(hall.path, read_only=True) as other:
        assert texts(other) == told
        assert other.room == hall.room


def test_it_goes_on_when_there_is_room_again(full):
    hall, person = full
    told = fill(hall, person)
    make_room(hall)
    assert hall.card(person, "en verder") == f"k{len(told) + 1}"
    hall.workshop.rebuild()
    assert texts(hall.workshop) == [*told, "en verder"]


def test_a_command_that_did_not_fit_can_be_sent_again(full):
    hall, person = full
    told = fill(hall, person)
    again = {"step": "ideas", "zone": "idea", "text": LONG[:190]}
    for _ in range(2):
        with pytest.raises(StorageError, match="full"):
            hall.by(person, "add_card", id_="c1", **again)
    make_room(hall)
    first = hall.by(person, "add_card", id_="c1", **again)
    assert hall.by(person, "add_card", id_="c1", **again) == first
    assert len(texts(hall.workshop)) == len(told) + 1


def test_a_batch_that_does_not_fit_leaves_none_of_it(full):
    hall, person = full
    before = hall.workshop.seq
    batch = [
        request(person, "add_card", step="ideas", zone="idea", text=f"{n} {LONG[:150]}") for n in range(200)
    ]
    with pytest.raises(StorageError, match="full"):
        hall.workshop.transact(batch)
    assert hall.workshop.seq == before
    assert texts(hall.workshop) == []
    (outcome,) = hall.workshop.transact([request(person, "add_card", step="ideas", zone="?", text="x")])
    assert isinstance(outcome, RefusedError), "it still decides"


def test_a_name_is_not_kept_without_its_profile(full):
    hall, _ = full
    other = hall.join("school")

    def rename(n):
        hall.by(other, "set_profile", organisation=f"school {n} {LONG[:40]}", name=f"{n} {'N' * 50}")

    last = until_full(rename) - 1
    assert last > 3
    assert hall.room.people[other].organisation.startswith(f"school {last} ")
    assert hall.workshop.journal.name_of(other).startswith(f"{last} ")


def test_a_real_limit_of_the_system(tmp_path):
    """The system itself refuses to let the files grow; then the limit is lifted."""
    out = run(
        """
        hall = Hall(Path(sys.argv[1]))
        person = hall.join()
        hall.start("ideas")
        log = Path(sys.argv[1] + "-wal").stat().st_size
        told = []
        resource.setrlimit(resource.RLIMIT_FSIZE, (log + 40_000, resource.RLIM_INFINITY))
        try:
            for n in range(1000):
                hall.card(person, f"idee {n}")
                told.append(f"idee {n}")
        except KitError as error:
            said = str(error)
        kept = list(hall.workshop.cards["text"])
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        hall.card(person, "en verder")
        hall.workshop.rebuild()
        print(json.dumps([told, said, kept, list(hall.workshop.cards["text"])]))
        os._exit(0)  # without closing: the file is as the trouble left it
        """,
        tmp_path / "a.leefkit",
    )
    told, said, kept, after = json.loads(out) if out else pytest.fail("nothing was said")
    assert 0 < len(told) < 1000
    assert kept == told
    assert after == [*told, "en verder"]
    assert said.startswith(f"{tmp_path / 'a.leefkit'}: the disk is full or failing")
    with Workshop.open(tmp_path / "a.leefkit") as workshop:
        assert texts(workshop) == after


def test_a_workshop_that_does_not_fit_is_not_made(tmp_path):
    out = run(
        """
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            Hall(Path(sys.argv[1]))
        except KitError as error:
            print(error)
        """,
        tmp_path / "a.leefkit",
    )
    assert "the disk is full or failing" in out
    assert list(tmp_path.iterdir()) == []
