"""Photographs in a workshop file: kept once, forgotten for good, and in the copy and the export."""

import sqlite3
from hashlib import sha256

import pytest

from kit import photos
from kit.journal.sqlite import SqliteJournal
from kit.state import MOST_ACTIONS
from kit.workshop import Workshop
from tests._hall import code_of

FIRST, SECOND = b"een krabbel van Willemijn" * 40, b"een schets" * 40


def name_of(body):
    return sha256(body).hexdigest()


def keep(journal, *bodies):
    journal.begin()
    for body in bodies:
        journal.add_photo(name_of(body), body)
    journal.commit()
    return [name_of(body) for body in bodies]


def loose(hall):
    return set(photos.loose(hall.room, hall.workshop.journal))


@pytest.fixture
def sketched(hall):
    """Two people with a card each that has a photograph."""
    keep(hall.workshop.journal, FIRST, SECOND)
    for _ in range(2):
        hall.join()
    hall.start("ideas")
    hall.card("p1", "mijn schets", photo=name_of(FIRST))
    hall.card("p2", "mijn schets", photo=name_of(SECOND))
    return hall


def test_a_photo_is_kept_once(hall):
    journal = hall.workshop.journal
    keep(journal, FIRST, FIRST)
    keep(journal, FIRST)
    assert journal.photos() == {name_of(FIRST): len(FIRST)}
    assert journal.photo(name_of(FIRST)) == FIRST
    assert journal.photo("0" * 64) is None


def test_a_card_names_its_photo(sketched):
    assert sketched.workshop.cards["photo"].tolist() == [name_of(FIRST), name_of(SECOND)]
    assert sketched.workshop.frames(anonymous=True)["cards"]["photo"].isna().all()
    assert [card["photo"] for card in sketched.shared("wall").view["cards"]] == [
        name_of(FIRST),
        name_of(SECOND),
    ]


def test_a_merged_card_shows_the_first_photo_under_it(sketched):
    sketched.card("p1", "zonder")
    sketched.trainer("merge_cards", cards=["k3", "k2"])
    assert sketched.shared("wall").view["cards"][-1]["photo"] == name_of(SECOND)


def test_forgetting_somebody_takes_their_photos_and_leaves_the_words(sketched):
    sketched.workshop.forget("p1")
    assert list(sketched.workshop.journal.photos()) == [name_of(SECOND)]
    disk = b"".join(one.read_bytes() for one in sketched.path.parent.glob(f"{sketched.path.name}*"))
    assert FIRST not in disk
    assert SECOND in disk
    assert sketched.workshop.cards["text"].tolist() == ["mijn schets", "mijn schets"]


def test_a_photo_that_two_people_sent_stays_with_the_other(sketched):
    sketched.card("p2", "ook deze", photo=name_of(FIRST))
    sketched.workshop.forget("p1")
    assert name_of(FIRST) in sketched.workshop.journal.photos()


def test_forgetting_everybody_takes_all_photos(sketched):
    keep(sketched.workshop.journal, b"zonder kaartje")
    sketched.workshop.forget()
    assert sketched.workshop.journal.photos() == {}


def test_photos_without_a_card_are_loose(sketched):
    keep(sketched.workshop.journal, b"nooit verstuurd")
    sketched.by("p2", "withdraw_card", card="k2")
    found = {name_of(b"nooit verstuurd"), name_of(SECOND)}
    assert loose(sketched) == found
    sketched.trainer("hide_card", card="k1")
    assert loose(sketched) == found, "what the trainer hid may come back"


def test_a_photo_that_an_undo_would_bring_back_is_not_loose(sketched):
    name = name_of(b"van het bord")
    keep(sketched.workshop.journal, b"van het bord")
    sketched.trainer("add_card", step="ideas", zone="idea", text="het bord", photo=name)
    sketched.trainer("withdraw_card", card="k3")
    assert loose(sketched) == set()
    sketched.trainer("undo")
    assert sketched.room.cards["k3"].shown
    sketched.trainer("undo")
    assert loose(sketched) == {name}, "that it was ever written is taken back, and can't be done again"


def test_a_photo_goes_when_no_undo_reaches_its_card_any_more(sketched):
    name = name_of(b"van het bord")
    keep(sketched.workshop.journal, b"van het bord")
    sketched.trainer("add_card", step="ideas", zone="idea", text="het bord", photo=name)
    sketched.trainer("withdraw_card", card="k3")
    for n in range(MOST_ACTIONS - 1):
        sketched.trainer("message", text=f"{n}")
        assert loose(sketched) == set()
    sketched.trainer("message", text="de laatste")
    assert loose(sketched) == {name}


def test_forgetting_takes_also_what_an_undo_would_bring_back(sketched):
    sketched.trainer("hide_card", card="k1")
    sketched.by("p1", "withdraw_card", card="k1")
    sketched.workshop.forget("p1")
    assert list(sketched.workshop.journal.photos()) == [name_of(SECOND)]


def test_a_copy_has_the_photos(sketched, tmp_path):
    copy = tmp_path / "copy.leefkit"
    sketched.workshop.journal.backup(copy)
    with Workshop.open(copy) as other:
        assert other.journal.photo(name_of(FIRST)) == FIRST


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_an_older_version_has_none(sketched, read_only):
    sketched.workshop.close()
    with sqlite3.connect(sketched.path) as db:
        db.execute("DROP TABLE blobs")
    db.close()
    journal = SqliteJournal.open(sketched.path, read_only=read_only)
    try:
        assert (journal.photos(), journal.photo(name_of(FIRST))) == ({}, None)
        if not read_only:
            keep(journal, FIRST)
            assert journal.photo(name_of(FIRST)) == FIRST
    finally:
        journal.close()


def test_a_photo_that_was_never_sent_is_refused(hall):
    hall.join(), hall.start("ideas")
    assert code_of(hall.card, "p1", "schets", photo=name_of(FIRST)) == "unknown_photo"
