"""Every programme that ships, from welcome to agreements: real sockets, and people who do what is asked."""

import asyncio

import pytest

from kit.model.people import Audience
from kit.programme import names
from kit.workshop import Workshop
from tests.simulation import _room

pytestmark = pytest.mark.slow

PEOPLE = 10
# What each kind of step leaves, in which frame; a step of another kind leaves nothing but its place.
LEAVES = {
    "canvas": "cards",
    "cafe": "cards",
    "ballot": "votes",
    "grid": "placements",
    "survey": "answers",
    "bowtie": "bowtie",
}


async def run(path, programme):
    Workshop.create(path, "zonnehoek", programme).close()
    async with _room.served(path) as (server, told), _room.watching(server, told) as trainer:
        async with _room.crowd(server, told, PEOPLE) as crowd:
            await trainer.until(_room.over)
            await trainer.do("finish")
            async with asyncio.timeout(_room.PATIENCE):
                await crowd
        return server.workshop.room


@pytest.fixture(scope="module", params=names())
def done(request, tmp_path_factory):
    """Return the workshop of one programme after its end, and the room as the server had it."""
    path = tmp_path_factory.mktemp(request.param) / "a.leefkit"
    room = asyncio.run(run(path, request.param))
    with Workshop.open(path, read_only=True) as workshop:
        yield workshop, room


@pytest.fixture
def workshop(done):
    return done[0]


def test_every_step_was_open_and_is_closed(workshop):
    steps = [one for one in workshop.room.steps.values() if one.activity.takes_input]
    assert steps
    assert {one.id: one.status for one in steps} == dict.fromkeys((one.id for one in steps), "closed")
    assert all(one.opened_at is not None for one in steps)


def test_every_step_left_what_it_is_for(workshop):
    frames = workshop.frames()
    empty = [
        step.id
        for step in workshop.room.steps.values()
        if (frame := LEAVES.get(step.step.activity)) and step.id not in set(frames[frame]["step"])
    ]
    assert empty == []


def test_it_ends_in_agreements_that_somebody_owns(workshop):
    agreed = workshop.agreements
    known = {one.id for one in workshop.room.case.organisations}
    assert len(agreed) >= 3
    assert set(agreed["owner"].dropna()) <= known
    confirmed = agreed[agreed["status"] == "confirmed"]
    assert len(confirmed) >= 1
    assert confirmed["owner"].notna().all()
    assert confirmed["due"].notna().all()


def test_who_typed_their_code_is_compared_with_the_day(workshop):
    surveys = [one.id for one in workshop.room.steps.values() if one.step.activity == "survey"]
    if not surveys:
        return
    view = workshop.shared(Audience("trainer", step=surveys[-1])).view
    assert view["moment"] == "followup"
    assert 5 <= view["recognised"] <= PEOPLE
    answers = workshop.answers
    known = set(answers.loc[answers["moment"] == "before", "participant"])
    back = set(answers.loc[answers["moment"] == "followup", "participant"])
    assert 5 <= len(known & back) <= view["recognised"]
    assert {one["shown"] for one in view["result"]["measures"]} & {"counts", "numbers"}


def test_each_table_chose_at_most_three_of_its_own_ideas(workshop):
    cards = workshop.cards.set_index("card")
    chosen = cards[cards["step"] == "beste-drie"]
    if workshop.room.programme.id != "design-thinking":
        assert chosen.empty
        return
    first = cards.loc[chosen["parent"]]
    assert set(first["step"]) == {"bedenken"}
    assert chosen["team"].astype(str).tolist() == first["team"].astype(str).tolist()
    assert chosen["organisation"].astype(str).tolist() == first["organisation"].astype(str).tolist()
    assert chosen.groupby("team", observed=True).size().between(1, 3).all()
    assert set(workshop.votes.loc[workshop.votes["step"] == "stemmen", "card"]) <= set(chosen.index)


def test_everyone_took_part(workshop):
    wrote = set(workshop.cards["participant"]) | set(workshop.votes["participant"])
    assert len(workshop.participants) == PEOPLE
    assert len({who for who in wrote if who.startswith("p")}) >= PEOPLE - 2


def test_the_file_tells_the_same_as_the_server_knew(done):
    workshop, room = done
    assert workshop.room == room


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_screen_can_show_the_end(workshop, lang):
    for role in ("participant", "team", "trainer", "wall", "results"):
        team = workshop.room.teams[0] if role == "team" else None
        shared = workshop.shared(Audience(role, lang, team))
        assert shared.state == "finished"
    results = workshop.shared(Audience("results", lang)).results
    steps = workshop.room.steps.values()
    drawn = [one.id for one in steps if {"figures", "charts"} & {*getattr(one.settings, "show", ())}]
    asked = {one.id for one in steps if one.activity.takes_input}
    assert {one["id"] for one in results["steps"]} == asked | {*drawn[:1]}
