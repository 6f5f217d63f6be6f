"""How simulated people follow the room, the trainer and the network."""

import asyncio
import json
import shutil

import pytest

from kit import paths
from kit.errors import InputError
from kit.simulation import demonstrate, live_address, phone
from kit.workshop import Workshop
from tests._hall import step
from tests.simulation import _room


def test_a_person_who_touches_the_console_takes_over(tmp_path):
    async def run():
        async with (
            _room.served(tmp_path / "a.leefkit") as (server, told),
            _room.watching(server, told) as trainer,
            _room.crowd(server, told, 6) as _,
        ):
            await trainer.until(lambda room: room["step"] and room["step"]["id"] == "inleven")
            await trainer.do("go_to", step="bedenken")
            await trainer.do("open", step="bedenken")
            # Work goes on for whoever leads now, and nobody else moves the room.
            await trainer.until(lambda room: room["view"]["total"] >= 10)
            await trainer.until(lambda room: room["counts"]["ready"] > 0)
            return server.workshop.room

    room = asyncio.run(run())
    assert room.now == "bedenken"
    assert room.steps["bedenken"].status == "open"
    assert not room.steps["bedenken"].revealed


def test_the_lead_goes_past_a_vote_on_nothing(tmp_path):
    """People of a case without a script write no cards, so there is nothing to vote on; the rest goes on."""
    case = tmp_path / "zonnehoek"
    shutil.copytree(paths.cases_dir() / "zonnehoek", case, ignore=shutil.ignore_patterns("simulation.yaml"))
    programme = tmp_path / "kort.yaml"
    steps = [step("ideas"), step("vote", "ballot", source="ideas"), step("last")]
    programme.write_text(json.dumps({"id": "kort", "title": {"nl": "Kort"}, "teams": 2, "steps": steps}))
    Workshop.create(tmp_path / "a.leefkit", str(case), str(programme)).close()

    async def run():
        async with (
            _room.served(tmp_path / "a.leefkit") as (server, told),
            _room.watching(server, told) as trainer,
            _room.crowd(server, told, 4, case=str(case)) as _,
        ):
            await trainer.until(_room.over)
            return {one["id"]: one["status"] for one in trainer.room["steps"]}

    assert asyncio.run(run()) == {"ideas": "closed", "vote": "waiting", "last": "closed"}


def test_without_a_trainers_key_nobody_leads(tmp_path):
    async def run():
        async with (
            _room.served(tmp_path / "a.leefkit") as (server, told),
            _room.watching(server, told) as trainer,
            _room.crowd(server, told, 6, led=False),
        ):
            await trainer.until(lambda room: room["counts"]["joined"] == 6)
            return server.workshop.room

    assert asyncio.run(run()).now is None


def test_they_come_back_as_themselves_after_the_server_was_away(tmp_path):
    file = tmp_path / "a.leefkit"

    async def run():
        async with _room.served(file) as (first, told), _room.watching(first, told) as trainer:
            port = int(told.url.rpartition(":")[2])
            simulated = asyncio.create_task(
                demonstrate(told.url, told.code, "zonnehoek", 6, 1, pace=_room.FAST)
            )
            await trainer.until(lambda room: room["counts"]["joined"] == 6)
        try:
            async with _room.served(file, port) as (second, told), _room.watching(second, told) as trainer:
                await trainer.do("go_to", step="bedenken")
                await trainer.do("open", step="bedenken")
                await trainer.until(lambda room: room["counts"]["connected"] == 6)
                await trainer.until(lambda room: room["view"]["total"] >= 10)
        finally:
            simulated.cancel()
            await asyncio.gather(simulated, return_exceptions=True)

    asyncio.run(run())
    with Workshop.open(file, read_only=True) as workshop:
        assert len(workshop.room.people) == 6
        assert not workshop.cards.duplicated(["step", "text"]).any()


def test_a_command_that_was_cut_off_is_sent_again_and_counts_once(tmp_path):
    async def run():
        async with (
            _room.served(tmp_path / "a.leefkit") as (server, told),
            _room.watching(server, told) as trainer,
        ):
            await trainer.do("go_to", step="bedenken")
            await trainer.do("open", step="bedenken")
            one = phone.Phone(live_address(told.url), code=told.code)
            await one.join()
            await one.do({"kind": "set_profile", "organisation": "school"})
            command = {"kind": "add_card", "step": "bedenken", "zone": "idea", "text": "Een keer."}
            outcome = await one.do(command, lose=0.01)
            await one.close()
            return outcome, server.workshop.frames()

    outcome, frames = asyncio.run(run())
    assert outcome.seq
    assert frames["cards"]["text"].tolist() == ["Een keer."]
    assert len(frames["participants"]) == 1


def test_a_server_that_stays_away_ends_the_simulation_with_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(phone, "PATIENCE", 0.0)

    async def run():
        async with (
            _room.served(tmp_path / "a.leefkit") as (server, told),
            _room.watching(server, told) as trainer,
        ):
            simulated = asyncio.create_task(
                demonstrate(told.url, told.code, "zonnehoek", 3, 1, pace=_room.FAST)
            )
            await trainer.until(lambda room: room["counts"]["joined"] == 3)
        async with asyncio.timeout(_room.PATIENCE):
            await simulated

    with pytest.raises(InputError, match=r"http://127\.0\.0\.1:\d+: the server is gone; start it again"):
        asyncio.run(run())


def test_a_wrong_code_is_named(tmp_path):
    async def run():
        async with _room.served(tmp_path / "a.leefkit") as (_, told):
            await demonstrate(told.url, "XXXX", "zonnehoek", 3, 1)

    with pytest.raises(InputError, match="the join code is not right; look at the wall"):
        asyncio.run(run())


@pytest.mark.parametrize("url", ["ftp://somewhere/", "http://", "what is this"])
def test_an_address_that_is_none_is_named(url):
    with pytest.raises(InputError, match=r"this is no address of a workshop|no workshop answers there"):
        asyncio.run(demonstrate(url, "ABCD", "zonnehoek", 3, 1))


def test_an_address_where_nothing_listens_is_named(unused_port):
    with pytest.raises(InputError, match=r"no workshop answers there .*; check the address"):
        asyncio.run(demonstrate(f"http://127.0.0.1:{unused_port}", "ABCD", "zonnehoek", 3, 1))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://10.0.0.5:8765", "ws://10.0.0.5:8765/live"),
        ("http://10.0.0.5:8765/j/K7QF", "ws://10.0.0.5:8765/live"),
        ("https://plein.example", "wss://plein.example/live"),
        ("10.0.0.5:8765", "ws://10.0.0.5:8765/live"),
    ],
)
def test_a_join_address_will_do(url, expected):
    assert live_address(url) == expected
