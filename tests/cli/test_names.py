"""Who starts the kit is told which old workshops still hold names, and forgetting reaches the backup too."""

import os
import shutil
import time

import pytest

from kit import paths
from kit.cli import names
from kit.cli.files import forget
from kit.model.people import Actor
from kit.requests import Join, Request
from kit.workshop import Workshop

DAY = 86_400


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "2026-01-02-zonnehoek.leefkit"
    with Workshop.create(path, "zonnehoek", "design-thinking-kort") as workshop:
        (ack,) = workshop.transact([Request(Actor("participant", "join"), Join("a token"))])
        me = Actor("participant", ack.participant, ack.participant)
        workshop.do({"kind": "set_profile", "organisation": "politie", "name": "Sanne Voorbeeld"}, me)
    return path


def test_an_old_file_with_names_is_overdue_and_a_forgotten_one_is_not(file, tmp_path):
    later = time.time() + 31 * DAY
    assert names.overdue(tmp_path, later) == [file]
    assert names.overdue(tmp_path, later - 2 * DAY) == []

    forget(file, all=True)

    os.utime(file, (0, 0))
    assert names.overdue(tmp_path, later) == []


def test_a_file_that_is_no_workshop_is_left_to_others(tmp_path):
    stray = tmp_path / "stray.leefkit"
    stray.write_text("not a database")
    assert names.overdue(tmp_path, time.time() + 31 * DAY) == []


def test_forgetting_reaches_the_backup(file):
    copy = paths.backup_of(file)
    shutil.copy(file, copy)
    assert b"Sanne Voorbeeld" in copy.read_bytes()

    forget(file, all=True)

    assert b"Sanne Voorbeeld" not in copy.read_bytes()
    assert b"Sanne Voorbeeld" not in file.read_bytes()
