"""The copy that the server keeps beside a workshop file."""

import sqlite3
from contextlib import closing

import pytest

from kit import paths
from kit.server import app
from kit.workshop import Workshop
from tests._hall import step


@pytest.fixture
def room(serve, halls, monkeypatch):
    monkeypatch.setattr(app, "BACKUP_SECONDS", 0.01)
    return serve(halls(step("ideas", anonymous=True)))


def test_what_happened_is_in_the_copy_and_nothing_that_tells_who_it_was(room):
    copy = paths.backup_of(room.path)
    trainer, phone = room.client().enters("trainer"), room.client().joins()
    trainer.do("go_to", step="ideas")
    trainer.do("open", step="ideas")
    seq = phone.do("add_card", step="ideas", zone="idea", text="Een huiskamer in de oude bank")["seq"]

    def holds_it():
        if not copy.is_file():
            return False
        with Workshop.open(copy, read_only=True) as kept:
            return kept.seq >= seq

    room.wait(holds_it)
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as db:
        assert db.execute("SELECT count(*) FROM secrets").fetchone() == (0,)
    trainer.sees(lambda screen: screen.shared["console"]["health"]["backup_at"])
