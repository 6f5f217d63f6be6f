"""A rehearsal: simulated people go through a whole programme at once, without a server."""

import pytest

from kit import Workshop, Workshops
from kit.errors import InputError, WorkshopFileError
from kit.simulation.rehearsal import rehearse

BEGIN = 1_770_000_000.0


def contents(path):
    """Return what was written, voted and agreed, without pseudonyms."""
    with Workshop.open(path, read_only=True) as workshop:
        frames = workshop.frames()
    cards = frames["cards"][["step", "zone", "text", "created_at"]].astype(object)
    votes = frames["votes"][["step", "card", "weight"]].astype(object)
    agreed = frames["agreements"][["what", "owner", "status"]].astype(object)
    return [one.to_numpy().tolist() for one in (cards, votes, agreed)]


def test_a_short_day_is_held_from_beginning_to_end(tmp_path):
    path = rehearse(tmp_path / "day.leefkit", participants=9, begin=BEGIN)
    with Workshop.open(path, read_only=True) as workshop:
        frames, room = workshop.frames(), workshop.room
        assert room.finished
        assert len(room.of_the_day()) == 9
        for name in ("cards", "votes", "answers", "agreements"):
            assert len(frames[name]), name
        assert set(frames["answers"]["moment"]) == {"before", "after", "followup"}
        later = frames["answers"].query("moment == 'followup'")["at"].min()
        assert (later - frames["events"]["at"].min()).days == 49
        known = set(frames["answers"].query("moment == 'before'")["participant"])
        back = set(frames["answers"].query("moment == 'followup'")["participant"])
        assert len(known & back) > len(back) / 2, "they came back with their codes"


def test_rounds_tables_and_a_grid_are_held_too(tmp_path):
    cafe = rehearse(tmp_path / "cafe.leefkit", "zonnehoek", "world-cafe", 12, begin=BEGIN)
    risks = rehearse(tmp_path / "risks.leefkit", "zonnehoek", "risicoprofiel", 10, begin=BEGIN)
    held = Workshops.open(tmp_path)
    assert [str(cafe), str(risks)] == sorted(held.about["file"])
    frames = held.frames()
    assert len(frames["seats"]) == 12 * 3
    for name in ("placements", "bowtie"):
        assert len(frames[name]), name


def test_the_same_seed_gives_the_same_workshop(tmp_path):
    made = {
        name: contents(rehearse(tmp_path / f"{name}.leefkit", participants=6, seed=seed, begin=BEGIN))
        for name, seed in (("one", 1), ("again", 1), ("other", 2))
    }
    assert made["one"][:2] == made["again"][:2]
    assert made["one"] != made["other"]


def test_a_mistake_in_a_name_is_told(tmp_path):
    with pytest.raises(InputError, match="zonnehok"):
        rehearse(tmp_path / "a.leefkit", "zonnehok")
    rehearse(tmp_path / "b.leefkit", programme="sparren", participants=3)
    with pytest.raises(WorkshopFileError, match="there is a file of this name already"):
        rehearse(tmp_path / "b.leefkit", programme="sparren")
