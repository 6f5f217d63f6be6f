"""A code of six letters is a secret: guessing at it gets slower and slower, and typing it wrong does not."""

import pytest

from kit.errors import RefusedError, StorageError
from kit.server.guesses import FIRST_SECONDS, FORGET_SECONDS, FREE, FREE_IN_ALL, LONGEST_IN_ALL, Guesses
from tests.activities._survey import day, weeks_later  # noqa: F401 - fixtures

CODE = "too_many_codes"
WRONG = {"kind": "use_code", "step": "later", "code": "ZZZZZZ"}


class Time:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def guesses(time):
    return Guesses(time)


def wait(guesses, who="p1"):
    """Return how many seconds somebody has to wait; 0 when they may, and then it was wrong."""
    try:
        guesses.begin(who)
    except RefusedError as refusal:
        return refusal.values["seconds"]
    return 0


def test_after_a_few_wrong_ones_each_pause_is_twice_as_long(guesses, time):
    assert [wait(guesses) for _ in range(FREE + 1)] == [0] * FREE + [FIRST_SECONDS]
    for n in range(1, 6):
        time.now += FIRST_SECONDS * 2 ** (n - 1)
        assert wait(guesses) == 0
        assert wait(guesses) == FIRST_SECONDS * 2**n
    assert wait(guesses, "p2") == 0, "another phone is not held up"


def test_who_waits_is_not_made_to_wait_longer_by_trying(guesses, time):
    for _ in range(FREE):
        guesses.begin("p1")
    assert [wait(guesses) for _ in range(9)] == [FIRST_SECONDS] * 9
    time.now += FIRST_SECONDS - 3.5
    assert wait(guesses) == 4


def test_the_right_one_ends_it(guesses):
    for _ in range(FREE):
        guesses.begin("p1")
    guesses.right("p1")
    assert [wait(guesses) for _ in range(FREE + 1)] == [0] * FREE + [FIRST_SECONDS]


def test_what_nobody_could_look_at_does_not_count(guesses):
    for _ in range(3 * FREE):
        guesses.begin("p1")
        guesses.unread("p1")
    assert wait(guesses) == 0


def test_after_a_quiet_hour_a_phone_begins_anew(guesses, time):
    for _ in range(FREE):
        guesses.begin("p1")
    time.now += FORGET_SECONDS + 1
    assert [wait(guesses) for _ in range(FREE)] == [0] * FREE


def test_joining_again_and_again_does_not_help(guesses, time):
    for n in range(FREE_IN_ALL):
        guesses.begin(f"p{n}")
    assert wait(guesses, "new") == FIRST_SECONDS
    tries, began = 0, time.now
    for n in range(1000):
        if not wait(guesses, f"q{n}"):
            tries += 1
        time.now += LONGEST_IN_ALL / 10
    assert tries <= 5 + (time.now - began) / LONGEST_IN_ALL
    time.now += LONGEST_IN_ALL
    assert wait(guesses, "q") == 0, "and nobody is shut out for longer than a minute"


class TestServed:
    """The same over the socket."""

    @pytest.fixture
    def room(self, weeks_later, serve):  # noqa: F811 - the fixture
        return serve(weeks_later)

    def test_a_phone_that_guesses_is_told_to_wait_on_every_connection(self, room, weeks_later):  # noqa: F811
        phone = room.client().joins()
        for _ in range(FREE):
            assert phone.refused(**WRONG)[0] == "unknown_code"
        code, sentence = phone.refused(**WRONG)
        assert (code, sentence) == (
            CODE, "Te veel codes klopten niet. Wacht 15 seconden en probeer het opnieuw."
        )  # fmt: skip
        again = room.client()
        again.hello(token=phone.token)
        mine = {"kind": "use_code", "step": "later", "code": weeks_later.codes["p2"]}
        assert again.refused(**mine)[0] == CODE, "the right one is not looked at either"
        assert phone.do("answer", step="later", answers={"A1": 3}), "all else goes on"
        other = room.client().joins()
        other.do(**mine)

    def test_many_at_once_are_counted_one_by_one(self, room):
        phone = room.client().joins()
        others = [room.client() for _ in range(2 * FREE)]
        for one in others:
            one.hello(token=phone.token)
        with room.held():
            for one in others:
                one.say("do", id="c9", command=WRONG)
            room.wait(lambda: room.submitted >= len(others))
        codes = sorted(one.answer()["error"]["code"] for one in others)
        assert codes == [CODE] * FREE + ["unknown_code"] * FREE

    def test_a_code_that_could_not_be_saved_does_not_count(self, room, weeks_later, monkeypatch, caplog):  # noqa: F811
        phone = room.client().joins()
        journal = room.server.workshop.journal
        mine = {"kind": "use_code", "step": "later", "code": weeks_later.codes["p1"]}

        def full():
            message = "full"
            raise StorageError(message)

        with monkeypatch.context() as patch:
            patch.setattr(journal, "commit", full)
            for _ in range(2 * FREE):
                assert phone.refused(**mine)[0] == "storage"
        caplog.clear()
        phone.do(**mine)
