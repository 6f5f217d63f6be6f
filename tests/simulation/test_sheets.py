"""Simulated people in a brainwriting: sheets go round, and some ideas are built on."""

import asyncio

import msgspec

from kit.workshop import Workshop
from tests._hall import programme, step
from tests.simulation import _room


async def led(file):
    async with (
        _room.served(file) as (server, told),
        _room.watching(server, told) as trainer,
        _room.crowd(server, told, case="zonnehoek") as task,
    ):
        await trainer.until(_room.over)
        await trainer.do("finish")
        async with asyncio.timeout(_room.PATIENCE):
            await task


def test_a_simulated_room_passes_its_sheets_on(tmp_path):
    of = tmp_path / "vellen.yaml"
    of.write_bytes(
        msgspec.json.encode(programme(step("bedenken", canvas="brainwriting-635", hidden=True), teams=3))
    )
    file = tmp_path / "vellen.leefkit"
    Workshop.create(file, "zonnehoek", str(of)).close()
    asyncio.run(led(file))
    with Workshop.open(file, read_only=True) as workshop:
        cards = workshop.cards
        assert set(cards["round"]) == {1, 2, 3, 4}
        built = cards.dropna(subset="parent")
        assert set(built["round"]) <= {2, 3, 4}
        assert len(built) > 0
        rounds = cards.set_index("card")["round"]
        assert (built["round"].to_numpy() > rounds[built["parent"]].to_numpy()).all()
