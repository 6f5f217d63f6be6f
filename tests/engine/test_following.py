"""One journal, several states: they are equal, however they came about."""

import json

import pytest

from kit.errors import StorageError
from kit.journal.sqlite import SqliteJournal
from kit.model.people import Viewer
from kit.programme import Programme
from kit.workshop import Workshop
from tests._hall import Hall


def a_workshop(hall):
    """The two-hour programme, from the case to the feedback, with everything that can happen on the way."""
    people = [
        hall.join(one, name=f"Naam {one}")
        for one in ("politie", "school", "bewoners", "brandweer", "politie")
    ]
    hall.trainer("go_to", step="casus")
    hall.start("inleven")
    hall.card(people[0], "ziet een leeg plein", "inleven", "see")
    hall.at(hall.room.people[people[0]].team, "add_card", step="inleven", zone="hear", text="lawaai")
    hall.trainer("timer", add=60)
    hall.start("hkw")
    for person in people[:4]:
        hall.card(person, f"Hoe kunnen we {person} helpen?", "hkw", "question")
    hall.trainer("reveal", step="hkw")
    hall.trainer("merge_cards", cards=["k3", "k4"], text="Hoe kunnen we samen helpen?")
    hall.start("hkw-kiezen")
    for person in people:
        hall.vote(person, "hkw-kiezen", k7=1)
    hall.start("bedenken")
    for person in people:
        hall.card(person, f"idee van {person}", "bedenken")
    hall.trainer("hide_card", card="k8")
    hall.trainer("reveal", step="bedenken")
    hall.by(people[1], "edit_card", card="k9", text="beter idee")
    hall.by(people[2], "withdraw_card", card="k10")
    hall.trainer("attention")
    hall.trainer("undo")
    hall.start("stemmen")
    for n, person in enumerate(people):
        hall.vote(person, "stemmen", k9=1 + n % 2, k11=1)
    hall.trainer("cast_votes", step="stemmen", votes={"k12": 2}, paper={"id": "3", "organisation": "school"})
    hall.trainer("set_teams", teams=["Rood", "Blauw"])
    hall.start("feedback")
    hall.card(people[0], "goed", "feedback", "plus")
    hall.trainer("close", step="feedback")
    hall.trainer("finish")
    return hall


@pytest.fixture
def done(halls):
    return a_workshop(halls(of=Programme.load("design-thinking-kort")))


def test_a_rebuilt_state_equals_the_folded_one(done):
    before, entries = done.workshop.room, list(done.workshop.entries)
    done.workshop.rebuild()
    assert done.workshop.room == before
    assert done.workshop.room is not before
    assert done.workshop.entries == entries


def test_the_numbers_of_the_events_are_a_row(done):
    assert [entry.seq for entry in done.workshop.entries] == list(range(1, done.workshop.seq + 1))


def test_another_process_sees_the_same_screens(done):
    with Workshop.open(done.path, read_only=True) as other:
        assert other.room == done.room
        people = [Viewer("participant", "en", person) for person in done.room.people]
        screens = [Viewer(role) for role in ("trainer", "wall", "results")]
        for viewer in (*people, *screens, Viewer("team", "nl", None, "Rood")):
            assert other.shared(other.audience(viewer)) == done.workshop.shared(
                done.workshop.audience(viewer)
            )
            assert other.mine(viewer) == done.workshop.mine(viewer)


def test_a_follower_keeps_up_step_by_step(tmp_path):
    hall = Hall(tmp_path / "a.leefkit", of=Programme.load("design-thinking-kort"))
    with Workshop.open(hall.path) as follower:
        steps = 0

        def followed(method):
            def work(*args, **kwargs):
                nonlocal steps
                answer = method(*args, **kwargs)
                assert follower.catch_up()
                assert not follower.catch_up()
                assert follower.room == hall.room
                steps += 1
                return answer

            return work

        hall.workshop.transact = followed(hall.workshop.transact)
        a_workshop(hall)
    assert steps > 50
    hall.workshop.close()


def test_several_writers_take_over_from_each_other(done):
    with Workshop.open(done.path) as other:
        for n in range(6):
            (other, done.workshop)[n % 2].do({"kind": "message", "text": f"{n}"})
        assert [entry.event.text for entry in other.entries[-5:]] == ["0", "1", "2", "3", "4"]
        other.catch_up()
        assert other.room == done.room


def test_the_file_holds_the_case_and_the_programme(done, tmp_path, monkeypatch):
    """It must open the same when what ships with the kit has changed, or is gone."""
    monkeypatch.setattr("kit.paths.cases_dir", lambda: tmp_path)
    monkeypatch.setattr("kit.paths.programmes_dir", lambda: tmp_path)
    with Workshop.open(done.path) as other:
        assert other.room == done.room
        assert other.shared(other.audience(Viewer("wall"))).title == "Het plein van Zonnehoek"


def test_a_state_that_could_not_be_restored_is_not_used(done, monkeypatch):
    """The commit fails, and so does reading the journal after it: what was folded of it must not stay."""
    workshop, before = done.workshop, done.workshop.seq

    def fails(*_):
        raise StorageError("the disk is gone")

    with monkeypatch.context() as broken:
        broken.setattr(SqliteJournal, "commit", fails)
        broken.setattr(SqliteJournal, "since", fails)
        with pytest.raises(StorageError, match="the disk is gone"):
            workshop.do({"kind": "attention"})
    assert workshop.do({"kind": "message", "text": "verder"}).seq == before + 1
    assert not workshop.room.attention
    assert [line.seq for line in workshop.journal.since(before)] == [before + 1]


def test_what_the_server_says_of_itself_reaches_other_processes(done):
    with Workshop.open(done.path) as other:
        other.catch_up()
        done.workshop.journal.set_host({"url": "http://10.0.0.5:8765", "connected": 3})
        assert other.catch_up()
        assert other.shared(other.audience(Viewer("wall"))).join.url == "http://10.0.0.5:8765"
        assert json.loads(json.dumps(other.host))["connected"] == 3
    assert done.workshop.seq == other.seq, "it is no part of the workshop"
