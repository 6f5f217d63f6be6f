"""Six weeks later, as it happens: the day is over and its server gone; another one opens the same file."""

import asyncio
import contextlib

from kit.model.people import Audience
from kit.simulation import live_address
from kit.simulation.phone import Phone
from kit.workshop import Workshop
from tests.simulation import _room

PEOPLE = 6
ITEMS = ("A1", "A4", "A6", "A7", "L1", "L2", "L3", "L4")
ORGANISATIONS = ("politie", "school", "bewoners")


@contextlib.asynccontextmanager
async def phones(told):
    """New phones come in, of three organisations."""
    made = [Phone(live_address(told.url), code=told.code) for _ in range(PEOPLE)]
    try:
        for n, phone in enumerate(made):
            await phone.join()
            await done(phone, "set_profile", organisation=ORGANISATIONS[n % 3])
        yield made
    finally:
        for phone in made:
            await phone.close()


async def done(phone, kind, **more):
    outcome = await phone.do({"kind": kind, **more})
    assert not outcome.code, outcome.code


async def hold(trainer, step, work):
    """Go to a step, open it, let everyone do something, and close it."""
    await trainer.do("go_to", step=step)
    await trainer.do("open", step=step)
    await work()
    await trainer.do("close", step=step)


async def answer(people, step, value):
    for n, phone in enumerate(people):
        answers = {item: min(5, value + n % 2) for item in ITEMS}
        await done(phone, "answer", step=step, answers=answers)


async def day(path):
    """Hold the surveys of the day, and end it; return the codes that people wrote down."""
    async with (
        _room.served(path) as (server, told),
        _room.watching(server, told) as trainer,
        phones(told) as people,
    ):
        await hold(trainer, "voormeting", lambda: answer(people, "voormeting", 2))
        await hold(trainer, "nameting", lambda: answer(people, "nameting", 3))
        codes = await written_down(people)
        await trainer.do("finish")
        return codes


async def written_down(people):
    """Wait until every phone shows a code."""
    news = asyncio.Event()
    for phone in people:
        phone.on_news = news.set
    async with asyncio.timeout(_room.PATIENCE):
        while not all(phone.mine.get("code") for phone in people):
            news.clear()
            await news.wait()
    return [phone.mine["code"] for phone in people]


async def weeks_later(path, codes):
    """Other phones at another server: all but one type their code, with a slip of the pen here and there."""
    async with (
        _room.served(path) as (server, told),
        _room.watching(server, told) as trainer,
        phones(told) as people,
    ):
        await trainer.do("finish", finished=False)

        async def work():
            for phone, code in zip(people[1:], codes[1:], strict=True):
                await done(phone, "use_code", step="vervolgmeting", code=f" {code[:3]}-{code[3:].lower()}")
            await answer(people, "vervolgmeting", 4)

        await hold(trainer, "vervolgmeting", work)
        await trainer.do("finish")


def test_codes_of_the_day_pair_the_answers_of_weeks_later(tmp_path):
    path = tmp_path / "a.leefkit"
    codes = asyncio.run(day(path))
    assert len(set(codes)) == PEOPLE
    asyncio.run(weeks_later(path, codes))
    with Workshop.open(path, read_only=True) as workshop:
        view = workshop.shared(Audience("trainer", step="vervolgmeting")).view
        assert (view["recognised"], view["result"]["people"], view["result"]["pairs"]) == (5, 6, 5)
        (a, b) = view["result"]["measures"]
        assert [(one["n"], one["up"], one["down"]) for one in (a, b)] == [(5, 5, 0)] * 2
        moments = workshop.answers.groupby("moment", observed=True)["participant"].agg(set)
        assert len(moments["before"] & moments["followup"]) == 5
        results = workshop.shared(Audience("results")).results
        assert sum(results["joined"].values()) == PEOPLE, "who came back was there once"
        assert [one["id"] for one in results["steps"]] == ["voormeting", "nameting", "vervolgmeting"]
        secrets = workshop.journal._db.execute("SELECT count(*) FROM secrets").fetchone()[0]
        assert secrets == 0
