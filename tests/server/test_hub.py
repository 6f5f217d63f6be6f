"""Who is told what, and when: the rounds of news."""

import asyncio
import json
from types import SimpleNamespace

import pytest

from kit.model.people import Viewer
from kit.server import hub as hub_module
from kit.server.hub import Hub


class Screen:
    """A client that keeps what it is sent."""

    def __init__(self, viewer):
        self.viewer, self.seq, self.busy, self.heard = viewer, 0, False, []
        self.hung_up = False

    def send(self, message):
        self.heard.append(json.loads(message))

    def close(self):
        self.hung_up = True

    def news(self):
        """Return the kinds of what came since the last time."""
        kinds, self.heard = [message["op"] for message in self.heard], []
        return kinds


class Room:
    """A hub with a console, and phones; its rounds are run by hand."""

    def __init__(self, hall, phones=3):
        self.hall, self.hub = hall, Hub(hall.workshop)
        self.people = [hall.join() for _ in range(phones)]
        self.phones = [self.enter(Viewer("participant", "nl", one)) for one in self.people]
        self.console = self.enter(Viewer("trainer", "nl"))

    def enter(self, viewer):
        screen = Screen(viewer)
        self.hub.add(screen)
        self.hub.greet(screen)
        assert screen.news() == ["shared", "mine"]
        return screen

    def round(self):
        writer = SimpleNamespace(lock=asyncio.Lock())

        async def both():
            for lane in (self.hub.phones, self.hub.screens):
                if lane.wake.is_set():
                    lane.wake.clear()
                    await self.hub._round(lane, writer)

        asyncio.run(both())
        return [phone.news() for phone in self.phones], self.console.news()


@pytest.fixture
def room(hall):
    return Room(hall)


def test_someone_who_joins_is_news_for_the_console_alone(room):
    room.hall.join("school")
    room.hub.touch(())
    assert room.round() == ([[], [], []], ["shared"])


def test_a_vote_tells_the_voter_and_the_console_and_no_other_phone(room):
    room.hall.start("ideas")
    card = room.hall.card(room.people[0], "Een idee.")
    room.hall.start("vote")
    room.hub.touch()
    room.round()
    room.hall.vote(room.people[1], **{card: 2})
    room.hub.touch([room.people[1]])
    assert room.round() == ([[], ["mine"], []], ["shared"])


def test_a_card_that_all_may_see_is_told_to_all(room):
    room.hall.start("ideas")
    room.hub.touch()
    room.round()
    room.hall.card(room.people[0], "Een idee.")
    room.hub.touch([room.people[0]])
    assert room.round() == ([["shared", "mine"], ["shared"], ["shared"]], ["shared"])


def test_what_did_not_change_is_not_sent(room):
    room.hub.touch()
    assert room.round() == ([[], [], []], [])


def test_a_busy_phone_skips_news_and_gets_the_newest_after_it(room):
    slow = room.phones[0]
    slow.busy = True
    for step in ("ideas", "vote"):
        room.hall.trainer("go_to", step=step)
        room.hub.touch()
        assert room.round()[0][0] == []
    slow.busy = False
    room.hub.drained(slow)
    assert room.hub.phones.wake.is_set()
    room.hub.touch([])
    asyncio.run(room.hub._round(room.hub.phones, SimpleNamespace(lock=asyncio.Lock())))
    assert slow.heard[0]["data"]["step"]["id"] == "vote"
    assert slow.news() == ["shared", "mine"]


def test_nobody_is_sent_a_view_that_is_older_than_what_they_were_told(room):
    ahead = room.phones[0]
    ahead.seq = room.hall.workshop.seq + 5
    room.hall.trainer("go_to", step="ideas")
    room.hub.touch()
    phones, _ = room.round()
    assert phones[0] == []
    assert phones[1] == ["shared", "mine"]
    ahead.seq = 0
    assert room.hub.phones.wake.is_set()
    assert room.round()[0][0] == ["shared", "mine"]


def test_a_second_hello_in_another_role_leaves_the_first(room):
    room.phones[0].viewer = Viewer("wall", "nl")
    room.hub.add(room.phones[0])
    assert room.hub.connected == 2


def test_everybody_is_hung_up_on_at_the_end(room):
    room.hub.close()
    assert all(screen.hung_up for screen in [*room.phones, room.console])


def test_waiting_commands_have_a_turn_within_a_round(hall):
    """The lock that a round and the writer share is let go of after every few phones."""
    room = Room(hall, phones=2 * hub_module.AT_ONCE)
    lock = asyncio.Lock()
    told_when_the_command_came = []

    async def command():
        async with lock:
            told_when_the_command_came.append(sum(bool(phone.heard) for phone in room.phones))

    async def run():
        room.hall.trainer("go_to", step="ideas")
        waiting = []
        first = room.phones[0]
        told = first.send
        first.send = lambda message: (told(message), waiting.append(asyncio.ensure_future(command())))
        await room.hub._round(room.hub.phones, SimpleNamespace(lock=lock))
        await asyncio.gather(*waiting)

    asyncio.run(run())
    assert told_when_the_command_came == [hub_module.AT_ONCE]
    assert all(phone.news() == ["shared"] for phone in room.phones)


def test_a_view_that_breaks_does_not_end_the_news(room, monkeypatch, caplog):
    async def run():
        writer = SimpleNamespace(lock=asyncio.Lock())
        told = asyncio.Event()
        first = room.phones[0]
        first.send = lambda _: told.set()
        broken = asyncio.Event()

        def breaks(_):
            broken.set()
            message = "a view broke"
            raise ZeroDivisionError(message)

        with monkeypatch.context() as patch:
            patch.setattr(room.hall.workshop, "shared", breaks)
            running = asyncio.create_task(room.hub.run(writer))
            room.hub.touch()
            await broken.wait()
        room.hall.trainer("go_to", step="ideas")
        room.hub.touch()
        await told.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    asyncio.run(run())
    assert "A view could not be made" in caplog.text
