"""A code of six letters is a secret: guessing at it gets slower and slower, and typing it wrong does not."""

import asyncio

import pytest

from kit.errors import RefusedError, StorageError
from kit.server.guesses import (
    FIRST_SECONDS,
    FORGET_SECONDS,
    FREE,
    LONGEST_SECONDS,
    MANY,
    NEW_SECONDS,
    UNKNOWN,
    Guesses,
)
from tests.activities._survey import day, weeks_later  # noqa: F401 - fixtures
from tests.server._voila_host import PATIENCE

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


async def gives(guesses, who, right=False, refusal=UNKNOWN):
    """Give a code. Returns how many seconds to wait for it; 0 when it was looked at."""
    try:
        async with guesses.one(who):
            await asyncio.sleep(0)  # others are at it meanwhile
            if not right:
                raise RefusedError(refusal, "")
    except RefusedError as refused:
        return refused.values["seconds"] if refused.code == CODE else 0
    return 0


def wait(guesses, who="p1", **how):
    """The same, of one who is alone at it: no loop is needed, and thousands of tries are quick."""
    work = gives(guesses, who, **how)
    while True:
        try:
            work.send(None)
        except StopIteration as done:
            return done.value


def test_after_a_few_wrong_ones_each_pause_is_twice_as_long(guesses, time):
    assert [wait(guesses) for _ in range(FREE + 1)] == [0] * FREE + [FIRST_SECONDS]
    for n in range(1, 12):
        time.now += min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (n - 1))
        assert wait(guesses) == 0
        assert wait(guesses) == min(LONGEST_SECONDS, FIRST_SECONDS * 2**n)
    assert wait(guesses, "p2") == 0, "another phone is not held up"


def test_who_waits_is_not_made_to_wait_longer_by_trying(guesses, time):
    for _ in range(FREE):
        wait(guesses)
    assert [wait(guesses) for _ in range(9)] == [FIRST_SECONDS] * 9
    time.now += FIRST_SECONDS - 3.5
    assert wait(guesses) == 4


def test_right_ones_buy_no_more_wrong_ones(guesses):
    """One's own code, sent again under the same id, is answered each time as it was at first."""
    for _ in range(FREE):
        assert wait(guesses, right=True) == 0
        assert wait(guesses) == 0
    assert wait(guesses, right=True) == FIRST_SECONDS


@pytest.mark.parametrize("code", ["storage", "internal", "step_closed", "code_used", "code_of_paper"])
def test_a_refusal_that_is_not_of_the_code_does_not_count(guesses, code):
    assert [wait(guesses, refusal=code) for _ in range(3 * FREE)] == [0] * 3 * FREE
    assert wait(guesses) == 0


def test_after_a_quiet_hour_a_phone_begins_anew(guesses, time):
    for _ in range(FREE):
        wait(guesses)
    time.now += FORGET_SECONDS + 1
    assert [wait(guesses) for _ in range(FREE)] == [0] * FREE


def test_nobody_waits_where_all_give_the_right_one_at_once(guesses):
    async def all_at_once():
        return await asyncio.gather(*(gives(guesses, f"p{n}", right=True) for n in range(500)))

    assert asyncio.run(all_at_once()) == [0] * 500


def test_one_phone_has_one_code_looked_at_at_a_time(guesses):
    async def at_once():
        return await asyncio.gather(*(gives(guesses, "p1") for _ in range(100)))

    assert asyncio.run(at_once()) == [0] * FREE + [FIRST_SECONDS] * (100 - FREE)


def test_a_code_that_is_being_looked_at_holds_up_nobody_else(guesses):
    async def meanwhile():
        async with guesses.one("p1"):
            return await asyncio.wait_for(gives(guesses, "p2", right=True), PATIENCE)

    assert asyncio.run(meanwhile()) == 0


def test_a_hundred_wrong_ones_are_many(guesses):
    for n in range(MANY):
        guesses.came(f"new {n}")
        assert wait(guesses, f"new {n}") == 0
    guesses.came("late")
    assert wait(guesses, "late") == NEW_SECONDS


def test_nobody_waits_where_one_in_eight_slips(guesses, time):
    """Five hundred people in 25 minutes, also those who come in late."""
    waited = 0
    for n in range(500):
        time.now += 3
        guesses.came(f"p{n}")
        if n % 8 == 0:
            waited += wait(guesses, f"p{n}")
        waited += wait(guesses, f"p{n}", right=True)
    assert waited == 0


class TestAgain:
    """Somebody guesses for an hour, and joins anew each second."""

    @pytest.fixture
    def looked_at(self, guesses, time):
        """How many of their codes were looked at."""
        count = 0
        for n in range(3600):
            guesses.came(f"g{n}")
            for who in (n, n - NEW_SECONDS):
                while who >= 0 and wait(guesses, f"g{who:.0f}") == 0:
                    count += 1
            time.now += 1
        return count

    def test_each_join_is_good_for_one_guess(self, looked_at):
        assert MANY < looked_at < MANY + 3600

    def test_who_was_in_notices_nothing(self, guesses, looked_at):
        del looked_at
        for n in range(348):
            assert [wait(guesses, f"h{n}") for _ in range(FREE)] == [0] * FREE
            assert wait(guesses, f"i{n}", right=True) == 0

    def test_who_comes_in_waits_half_a_minute_once(self, guesses, time, looked_at):
        del looked_at
        for n in range(348):
            guesses.came(f"h{n}")
            assert wait(guesses, f"h{n}", right=True) == NEW_SECONDS
        for n in range(348):  # the guessing goes on
            guesses.came(f"more {n}")
        time.now += NEW_SECONDS
        assert [wait(guesses, f"h{n}", right=True) for n in range(348)] == [0] * 348
        assert [wait(guesses, "more 0"), wait(guesses, "more 0")] == [0, FIRST_SECONDS]

    def test_a_quiet_hour_ends_it(self, guesses, time, looked_at):
        del looked_at
        time.now += FORGET_SECONDS + 1
        assert wait(guesses, "someone") == 0, "and with it the count of all begins anew"
        guesses.came("h")
        assert wait(guesses, "h") == 0


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

    def test_a_right_code_that_comes_too_soon_does_not_count(self, day, serve):  # noqa: F811
        mine = {"kind": "use_code", "step": "later", "code": day.mine("p1").code}
        day.trainer("close", step="na")
        day.trainer("finish")
        day.trainer("finish", finished=False)
        day.trainer("go_to", step="later")
        phone = serve(day).client().joins()
        assert [phone.refused(**mine)[0] for _ in range(FREE + 2)] == ["step_closed"] * (FREE + 2)

    def test_a_right_code_sent_again_buys_no_guesses(self, room, weeks_later):  # noqa: F811
        phone = room.client().joins()
        mine = {"kind": "use_code", "step": "later", "code": weeks_later.codes["p1"]}
        for _ in range(FREE):
            assert phone.tries(id_="mine", **mine)["op"] == "done"
            assert phone.refused(**WRONG)[0] == "unknown_code"
        assert phone.refused(**WRONG)[0] == CODE

    def test_who_comes_in_after_many_wrong_ones_waits(self, room, weeks_later):  # noqa: F811
        early = room.client().joins()
        for _ in range(MANY // FREE):
            phone = room.client().joins()
            assert [phone.refused(**WRONG)[0] for _ in range(FREE)] == ["unknown_code"] * FREE
        late = room.client().joins()
        mine = {"kind": "use_code", "step": "later", "code": weeks_later.codes["p1"]}
        assert late.refused(**mine)[0] == CODE
        early.do(**mine)
