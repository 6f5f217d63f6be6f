"""What is to be forgotten can't be read back from the file or its log, byte by byte."""

import pytest

from kit.errors import StorageError
from kit.journal import file
from kit.model.people import Viewer
from kit.workshop import Workshop
from tests._hall import step

NAME = "Willemijn van Zonnehoek"
OTHER = "Abdelkarim ter Velde"


def bytes_of(hall):
    """All that lies on the disk of a workshop: the file, its log, and the index of that."""
    return b"".join(one.read_bytes() for one in sorted(hall.path.parent.glob(f"{hall.path.name}*")))


def in_events(hall, text):
    rows = hall.workshop.journal._db.execute("SELECT actor, kind, body FROM events").fetchall()
    return any(text.encode() in bytes(str(row[:2]), "utf-8") + row[2] for row in rows)


@pytest.fixture
def named(hall):
    """A hall with two people of whom the names are known."""
    people = hall.join(name=NAME), hall.join(name=OTHER)
    return hall, *people


def test_a_name_stands_in_its_own_table_alone(named):
    hall, first, second = named
    assert hall.workshop.journal.names() == {first: NAME, second: OTHER}
    assert NAME.encode() in bytes_of(hall)
    assert not in_events(hall, NAME)
    assert in_events(hall, "politie"), "this is how it would be found"


def test_a_forgotten_name_is_gone_from_the_disk(named):
    hall, first, second = named
    hall.start("ideas")
    hall.card(first, "mijn kaartje")
    assert hall.workshop.forget(first) == 1
    assert NAME.encode() not in bytes_of(hall)
    assert hall.workshop.journal.names() == {second: OTHER}
    assert OTHER.encode() in bytes_of(hall)
    assert list(hall.workshop.cards["text"]) == ["mijn kaartje"], "what was written stays"


def test_everybody_is_forgotten_with_their_phones(named):
    hall, first, _ = named
    assert hall.workshop.journal.person_of("token-1") == first
    assert hall.workshop.forget() == 2
    assert [name for name in (NAME, OTHER) if name.encode() in bytes_of(hall)] == []
    assert (hall.workshop.journal.names(), hall.workshop.journal.person_of("token-1")) == ({}, None)
    assert hall.workshop.forget() == 0


def test_nothing_tells_whether_a_guess_at_a_name_is_right(named):
    """The digest that tells repeated commands apart must not confirm a name to somebody who guesses it."""
    hall, first, _ = named
    fields = {"organisation": "politie", "team": "Tafel 1"}
    one = hall.by(first, "set_profile", id_="c1", name="Piet", **fields)
    other = hall.by(first, "set_profile", id_="c1", name="Klaas", **fields)
    assert one == other
    digests = hall.workshop.journal._db.execute("SELECT digest FROM commands WHERE id = 'c1'").fetchall()
    hall.by(first, "set_profile", id_="c2", name=None, **fields)
    assert (
        hall.workshop.journal._db.execute("SELECT digest FROM commands WHERE id = 'c2'").fetchall() == digests
    )


def test_many_names_that_came_and_changed_are_all_gone(hall):
    """Rows that move to other pages must leave nothing behind."""
    names = []
    for n in range(60):
        person = hall.join()
        for again in range(2):
            names.append(f"Naam-{n:03}-{again}-{'x' * (n % 40)}!")
            hall.by(person, "set_profile", organisation="school", name=names[-1])
    assert sum(name.encode() in bytes_of(hall) for name in names) > 60
    hall.workshop.forget()
    assert [name for name in names if name.encode() in bytes_of(hall)] == []


def test_others_see_at_once_that_a_name_is_gone(named):
    hall, first, _ = named
    with Workshop.open(hall.path) as other:
        assert not other.catch_up()
        hall.workshop.forget(first)
        assert other.catch_up(), "there is no event, but there is news"
        assert NAME not in str(other.shared(other.audience(Viewer("trainer"))))


def test_forgetting_that_is_not_complete_says_so(named, monkeypatch):
    """While another process reads, old pages can stay in the log: that must not pass for forgotten."""
    hall, first, _ = named
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    with Workshop.open(hall.path) as mine, Workshop.open(hall.path) as reader:
        lines = reader.journal.since(0)
        next(lines)
        with pytest.raises(StorageError, match="another program holds this file; close it and try again"):
            mine.forget(first)
        lines.close()
        mine.forget(first)
        assert NAME.encode() not in bytes_of(hall)


@pytest.fixture
def anonymous(halls):
    hall = halls(step("ideas", anonymous=True), step("after"))
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "van mij")
    secret = hall.workshop.journal.secret("ideas")
    assert secret in bytes_of(hall)
    return hall, secret


@pytest.mark.parametrize("how", ["the next step", "the end"])
def test_a_secret_that_was_destroyed_is_gone_from_the_disk(anonymous, how):
    hall, secret = anonymous
    hall.trainer("close", step="ideas")
    assert secret in bytes_of(hall)
    if how == "the end":
        hall.trainer("finish")
    else:
        hall.start("after")
    assert secret not in bytes_of(hall)
    assert hall.workshop.journal.secret("ideas") is None


def test_a_secret_goes_as_soon_as_a_reader_is_out_of_the_way(anonymous, monkeypatch):
    hall, secret = anonymous
    hall.trainer("close", step="ideas")
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    with Workshop.open(hall.path) as mine, Workshop.open(hall.path) as reader:
        lines = reader.journal.since(0)
        next(lines)
        mine.do({"kind": "go_to", "step": "after"})
        mine.do({"kind": "open", "step": "after"})
        assert secret in bytes_of(hall), "nothing can be done about it while somebody reads"
        lines.close()
        mine.do({"kind": "attention"})
        assert secret not in bytes_of(hall)
