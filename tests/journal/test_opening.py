"""A workshop file: making it, opening it, and what is said when that can't be."""

import sqlite3

import pytest

from kit.errors import StorageError, WorkshopFileError
from kit.journal import Line
from kit.journal.file import APPLICATION_ID, VERSION
from kit.journal.sqlite import SqliteJournal
from kit.workshop import Workshop
from tests._hall import case, programme, step

LINE = Line(1, 5.5, "trainer", "message_set", b'{"kind":"message_set","text":"hoi"}')


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.leefkit"


@pytest.fixture
def journal(path):
    made = SqliteJournal.create(path, {"code": "ABCD", "keys": {"wall": "w"}})
    yield made
    made.close()


def write(journal, *lines):
    journal.begin()
    journal.append(lines)
    journal.commit()


def test_what_was_appended_is_read_back_whole(journal):
    second = Line(2, 6.25, "p1", "ready_set", b"{}")
    write(journal, LINE, second)
    assert list(journal.since(0)) == [LINE, second]
    assert list(journal.since(1)) == [second]
    assert list(journal.since(2)) == []


def test_a_file_opens_as_it_was_closed(path, journal):
    write(journal, LINE)
    journal.close()
    again = SqliteJournal.open(path)
    assert list(again.since(0)) == [LINE]
    assert (again.meta("code"), again.meta("keys"), again.meta("nothing")) == ("ABCD", {"wall": "w"}, None)
    again.close()


def test_a_closed_file_is_one_file(path, journal):
    write(journal, LINE)
    journal.close()
    journal.close()
    assert [one.name for one in path.parent.iterdir()] == ["a.leefkit"]


def test_what_is_rolled_back_was_never_there(journal):
    journal.begin()
    journal.append([LINE])
    journal.rollback()
    journal.rollback()
    assert list(journal.since(0)) == []


def test_a_change_by_another_is_noticed_once(path, journal):
    other = SqliteJournal.open(path)
    journal.changed()
    assert not journal.changed()
    write(other, LINE)
    assert journal.changed()
    assert not journal.changed()
    write(journal, Line(2, 7, "p1", "ready_set", b"{}"))
    assert not journal.changed(), "its own change is no news"
    other.close()


def test_a_journal_that_was_closed_says_so(journal):
    journal.close()
    with pytest.raises(StorageError, match=r"a\.leefkit: this workshop was closed; open it again"):
        list(journal.since(0))


def test_a_file_is_not_made_over_another(path, journal):
    with pytest.raises(WorkshopFileError, match="a file of this name already; choose another name"):
        SqliteJournal.create(path, {})
    assert journal.meta("code") == "ABCD"


def test_the_folder_is_made(tmp_path):
    deep = tmp_path / "deze" / "week" / "a.leefkit"
    SqliteJournal.create(deep, {}).close()
    assert deep.is_file()


def test_a_folder_that_can_not_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkshopFileError, match=r"file/week: this folder can't be made .*; choose another"):
        SqliteJournal.create(tmp_path / "file" / "week" / "a.leefkit", {})


def test_nothing_is_left_of_a_file_that_could_not_be_made(path):
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        SqliteJournal.create(path, {}, [LINE, LINE])
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"een gewone tekst, lang genoeg om geen lege database te zijn " * 20, "not a workshop file"),
        (b"", "a database, but not a workshop file"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "not a workshop file"),
    ],
    ids=["a text", "an empty file", "a damaged database"],
)
def test_something_else_is_not_opened(path, content, message):
    path.write_bytes(content)
    with pytest.raises(
        WorkshopFileError, match=rf"a\.leefkit: this is {message}.*choose a file that ends in"
    ):
        Workshop.open(path)
    assert path.read_bytes() == content, "and it is left alone"


def test_another_database_is_not_opened(path):
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recepten (naam TEXT)")
    db.close()
    with pytest.raises(WorkshopFileError, match="this is a database, but not a workshop file"):
        Workshop.open(path)


def test_a_folder_is_not_a_workshop(tmp_path):
    with pytest.raises(WorkshopFileError, match="no such workshop file; check the name"):
        Workshop.open(tmp_path)


def test_a_missing_file_is_not_made(path):
    with pytest.raises(WorkshopFileError, match=r"a\.leefkit: there is no such workshop file"):
        Workshop.open(path)
    assert not path.exists()


def change(path, *statements):
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


@pytest.fixture
def workshop_file(path):
    Workshop.create(path, case(), programme(step("ideas"))).close()
    return path


def test_a_file_of_a_newer_version_is_not_touched(workshop_file):
    change(workshop_file, f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(WorkshopFileError, match=f"newer Leefkit .format {VERSION + 1}, .*update Leefkit"):
        Workshop.open(workshop_file)


def test_a_journal_of_a_newer_version_says_so(workshop_file):
    change(workshop_file, "UPDATE events SET body = replace(body, '\"version\":1', '\"version\":2')")
    with pytest.raises(WorkshopFileError, match=r"newer Leefkit .journal 2, .*update Leefkit"):
        Workshop.open(workshop_file)


def test_an_event_of_a_newer_version_is_named(workshop_file):
    change(
        workshop_file,
        "INSERT INTO events VALUES (2, 0, '?', 'robot_joined', CAST('{\"kind\":\"robot_joined\"}' AS BLOB))",
    )
    with pytest.raises(WorkshopFileError, match=r"event 2 \(robot_joined\) can't be read .*update Leefkit"):
        Workshop.open(workshop_file)


def test_a_workshop_without_events_is_empty(workshop_file):
    change(workshop_file, "DELETE FROM events")
    with pytest.raises(WorkshopFileError, match="this workshop file is empty; start a new workshop"):
        Workshop.open(workshop_file)


def test_a_workshop_without_its_tables_is_not_complete(workshop_file):
    change(workshop_file, "DROP TABLE secrets")
    with pytest.raises(WorkshopFileError, match="not complete; use a copy or its backup"):
        Workshop.open(workshop_file)


def test_a_damaged_file_says_where_to_go_on(workshop_file):
    content = bytearray(workshop_file.read_bytes())
    db = sqlite3.connect(workshop_file)
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()[0]
    size = db.execute("PRAGMA page_size").fetchone()[0]
    db.close()
    content[(root - 1) * size : root * size] = b"\x7f" * size
    workshop_file.write_bytes(content)
    with pytest.raises(StorageError, match=r"a\.leefkit: this file is damaged .*go on with its backup"):
        Workshop.open(workshop_file)


def test_the_file_can_be_told_from_other_databases(workshop_file):
    assert workshop_file.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4) == b"LFKT"


def test_reading_does_not_write(workshop_file):
    before = workshop_file.read_bytes()
    with Workshop.open(workshop_file, read_only=True) as workshop:
        assert workshop.seq == 1
        with pytest.raises(StorageError, match="read-only; copy it to a folder where you may write"):
            workshop.do({"kind": "attention"})
    assert workshop_file.read_bytes() == before
