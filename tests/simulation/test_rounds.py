"""Simulated people in a step of several rounds: they take part in each anew, and write in all of them."""

import asyncio
import shutil

import pytest
import yaml

from kit import paths
from kit.workshop import Workshop
from tests.activities._cafe import cafe
from tests.simulation import _room

TEXTS = {
    "idea": ["Een dag ruilen", "Samen een ronde lopen", "Eén lijst met namen"],
    "concern": ["Niemand belt terug", "Er is geen tijd", "Het geld is op"],
    "insight": ["Elkaar kennen helpt", "Klein beginnen kan morgen", "We willen hetzelfde"],
    "question": ["Wie begint?", "Wie durft?", "Wie is de baas?"],
}


@pytest.fixture
def case(tmp_path):
    """A copy of the case whose people have something to say in the café."""
    folder = tmp_path / "zonnehoek"
    shutil.copytree(paths.cases_dir() / "zonnehoek", folder)
    file = folder / "simulation.yaml"
    script = yaml.safe_load(file.read_text(encoding="utf-8"))
    lines = {zone: [{"organisation": "any", "text": one} for one in texts] for zone, texts in TEXTS.items()}
    script["contributions"]["cafe"] = lines
    file.write_text(yaml.safe_dump(script, allow_unicode=True), encoding="utf-8")
    return folder


async def led(file, case):
    async with (
        _room.served(file) as (server, told),
        _room.watching(server, told) as trainer,
        _room.crowd(server, told, case=str(case)) as task,
    ):
        await trainer.until(_room.over)
        await trainer.do("finish")
        async with asyncio.timeout(_room.PATIENCE):
            await task


def test_a_simulated_room_goes_through_all_rounds(tmp_path, case):
    title = {"nl": "Café", "en": "Café"}
    programme = tmp_path / "cafe.yaml"
    programme.write_text(
        yaml.safe_dump({"id": "cafe", "title": title, "teams": 4, "steps": [cafe()]}), encoding="utf-8"
    )
    file = tmp_path / "cafe.leefkit"
    Workshop.create(file, str(case), str(programme)).close()
    asyncio.run(led(file, case))
    with Workshop.open(file, read_only=True) as workshop:
        seats, cards = workshop.seats, workshop.cards
        assert seats.groupby("round")["participant"].nunique().tolist() == [12, 12, 12]
        assert cards.groupby("round")["card"].count().tolist() == [4, 4, 4]
        assert set(cards["text"]) == {text for texts in TEXTS.values() for text in texts}
        where = cards.merge(seats, on=["round", "participant"], suffixes=("", "_seat"))
        assert (where["table"].astype("str") == where["table_seat"].astype("str")).all()
        assert any(card.tags for card in workshop.room.cards.values())
