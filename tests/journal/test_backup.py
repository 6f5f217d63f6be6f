"""A copy of a workshop, made while it is in use."""

import sqlite3

import pytest

from kit.errors import StorageError, WorkshopFileError
from kit.journal.sqlite import SqliteJournal
from kit.workshop import Workshop
from tests._hall import step
from tests._process import Another, run


def test_a_copy_is_the_workshop_up_to_a_moment(hall, tmp_path):
    person = hall.join(name="Noor")
    hall.start("ideas")
    hall.card(person, "voor de kopie")
    hall.workshop.journal.backup(tmp_path / "copy.leefkit")
    hall.card(person, "na de kopie")
    with Workshop.open(tmp_path / "copy.leefkit") as copy:
        assert copy.entries == hall.workshop.entries[:-1]
        assert copy.journal.names() == {person: "Noor"}
        assert copy.journal.meta("code") == hall.workshop.journal.meta("code")


def test_copies_made_while_another_process_writes_are_whole(hall, tmp_path):
    person = hall.join()
    hall.start("ideas")
    writer = Another(
        """
        workshop = Workshop.open(sys.argv[1])
        for n in range(60):
            workshop.transact([request(sys.argv[2], "add_card", step="ideas", zone="idea", text=f"idee {n}")])
            print(n)
        workshop.close()
        """,
        hall.path,
        person,
    )
    lengths = []
    for _ in range(5):
        writer.line()
        hall.workshop.journal.backup(tmp_path / "copy.leefkit")
        with Workshop.open(tmp_path / "copy.leefkit", read_only=True) as copy:
            lengths.append(copy.seq)
            assert [entry.seq for entry in copy.entries] == list(range(1, copy.seq + 1))
            assert list(copy.cards["text"]) == [f"idee {n}" for n in range(len(copy.cards))]
    writer.end()
    assert lengths == sorted(lengths)
    assert lengths[-1] > 3


def test_a_copy_is_one_plain_file_that_opens_anywhere(hall, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    hall.workshop.journal.backup(folder / "copy.leefkit")
    assert [one.name for one in folder.iterdir()] == ["copy.leefkit"]
    db = sqlite3.connect(folder / "copy.leefkit")
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    db.close()


def test_a_copy_replaces_an_earlier_one_only_when_it_is_whole(hall, tmp_path):
    copy = tmp_path / "copy.leefkit"
    hall.workshop.journal.backup(copy)
    earlier = copy.read_bytes()
    hall.join()
    out = run(
        """
        journal = SqliteJournal.open(Path(sys.argv[1]), read_only=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
        try:
            journal.backup(Path(sys.argv[2]))
        except KitError as error:
            print(f"{type(error).__name__}: {error}")
        """,
        hall.path,
        copy,
    )
    assert out.startswith(f"{StorageError.__name__}: {copy}: the disk is full or failing")
    assert copy.read_bytes() == earlier
    assert not list(tmp_path.glob("*.part*"))
    hall.workshop.journal.backup(copy)
    assert copy.read_bytes() != earlier


def test_a_copy_never_takes_the_place_of_the_workshop(hall, tmp_path):
    (tmp_path / "link.leefkit").symlink_to(hall.path)
    for target in (hall.path, tmp_path / "link.leefkit"):
        with pytest.raises(WorkshopFileError, match="this is the workshop itself; choose another name"):
            hall.workshop.journal.backup(target)
    assert hall.trainer("attention").seq == 2


def test_a_folder_that_is_not_there_is_named(hall, tmp_path):
    to = tmp_path / "weg" / "copy.leefkit"
    with pytest.raises(
        StorageError, match=r"weg/copy\.leefkit: can't be written .*check the disk and the folder"
    ):
        hall.workshop.journal.backup(to)


def test_a_copy_does_not_tell_who_wrote_what(halls, tmp_path):
    """It may outlive the secret of an anonymous step, and would then undo what destroying that was for."""
    hall = halls(step("ideas", anonymous=True), step("after"))
    person = hall.join()
    hall.start("ideas")
    hall.card(person, "van mij")
    secret = hall.workshop.journal.secret("ideas")
    hall.workshop.journal.backup(tmp_path / "copy.leefkit")
    assert secret in hall.path.read_bytes() + hall.path.with_name(hall.path.name + "-wal").read_bytes()
    assert secret not in (tmp_path / "copy.leefkit").read_bytes()
    journal = SqliteJournal.open(tmp_path / "copy.leefkit", read_only=True)
    assert journal.secret("ideas") is None
    journal.close()
