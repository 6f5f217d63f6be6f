"""Several workshops of one folder: all of them, each once, and a reason for what is left out."""

import shutil
import sqlite3

import pytest

from kit import Workshops
from kit.errors import InputError
from kit.frames import COLUMNS
from kit.insight.several import changes, kept, together
from tests._hall import step
from tests.activities._agreements import FULL
from tests.activities._survey import answer, same, survey

SCALE = [f"A{n}" for n in range(1, 9)]


def day(halls, people, after=4, agree=True):
    """A hall in which everyone answered before and after, and the police agreed on something."""
    made = [
        survey("voor", "before"),
        survey("na", "after"),
        step("deal", "agreements", phase="close", sources=[]),
    ]
    hall = halls(*made)
    for _ in range(people):
        hall.join("politie")
    for name, value in (("voor", 3), ("na", after)):
        hall.start(name)
        for n, person in enumerate(hall.room.people):
            answer(hall, person, name, **same(min(5, value + n % 2) if name == "na" else value))
        hall.trainer("close", step=name)
    hall.start("deal")
    hall.by("p1", "add_agreement", step="deal", what="Elke week samen een ronde", **FULL)
    if agree:
        hall.by("p1", "confirm_agreement", step="deal", agreement="a1")
    return hall


def test_frames_hold_all_workshops_apart(halls, tmp_path):
    one, other = day(halls, 6), day(halls, 5, agree=False)
    other.clock.tick(86_400)
    workshops = Workshops.open(tmp_path)
    assert len(workshops) == 2
    assert repr(workshops) == "<Workshops: 2 read, 0 files left out>"
    ids = [hall.workshop.journal.meta("workshop") for hall in (one, other)]
    assert sorted(workshops.about["workshop"]) == sorted(ids)
    assert workshops.about.set_index("workshop").loc[ids, "people"].tolist() == [6, 5]
    assert workshops.names[ids[0]].startswith("Het plein van Zonnehoek, 21 nov 2025")
    assert workshops.names.is_unique, "two on one day have a number behind them"
    for name, frame in workshops.frames().items():
        assert list(frame) == ["workshop", *COLUMNS[name]]
        assert {column: str(frame[column].dtype) for column in COLUMNS[name]} == COLUMNS[name]
    assert (workshops.participants.groupby("workshop", observed=True).size()[ids] == [6, 5]).all()
    alone = one.workshop.answers.astype(object)
    mine = workshops.answers[workshops.answers["workshop"] == ids[0]].drop(columns="workshop").astype(object)
    assert alone.equals(mine.reset_index(drop=True))


def test_what_insight_says_of_them(halls, tmp_path):
    one, other = day(halls, 6), day(halls, 12, agree=False)
    workshops = Workshops.open(tmp_path)
    ids = [hall.workshop.journal.meta("workshop") for hall in (one, other)]
    table = changes(workshops.answers, SCALE).set_index("workshop").loc[ids]
    assert table["n"].tolist() == [6, 12]
    assert table["shown"].tolist() == ["counts", "numbers"]
    assert table["mean"].iloc[1] == pytest.approx(1.5)
    assert together(workshops.answers, SCALE).mean == pytest.approx(1.5)
    register = kept(workshops.agreements, workshops.answers).set_index("workshop").loc[ids]
    assert register[["made", "owned"]].to_numpy().tolist() == [[1, 1], [1, 0]]


def test_backups_are_passed_over_and_the_rest_has_its_reason(halls, tmp_path):
    hall = day(halls, 5)
    hall.workshop.close()
    shutil.copy(hall.path, tmp_path / "hall-0.backup.leefkit")
    shutil.copy(hall.path, tmp_path / "2026-03-12-zonnehoek-demo.leefkit")
    shutil.copy(hall.path, tmp_path / "kopie.leefkit")
    (tmp_path / "brief.leefkit").write_text("Geachte heer", encoding="utf-8")
    with sqlite3.connect(tmp_path / "adressen.leefkit") as db:
        db.execute("CREATE TABLE people (name TEXT)")
    (tmp_path / "map.leefkit").mkdir()
    (tmp_path / "notities.txt").write_text("geen workshop", encoding="utf-8")
    workshops = Workshops.open(tmp_path)
    assert len(workshops) == 1
    why = workshops.left_out.set_index("file")["why"]
    assert set(why.index) == {
        "2026-03-12-zonnehoek-demo.leefkit",
        *("adressen.leefkit", "brief.leefkit", "kopie.leefkit", "map.leefkit"),
    }
    assert "simulated" in why["2026-03-12-zonnehoek-demo.leefkit"]
    assert "not a workshop file" in why["brief.leefkit"]
    assert "not a workshop file" in why["adressen.leefkit"]
    assert why["kopie.leefkit"] == "a copy of hall-0.leefkit, which holds as much or more"
    assert len(Workshops.open(tmp_path, demos=True)) == 1, "the demonstration is a copy too, here"


def test_of_two_copies_the_fuller_one_counts(halls, tmp_path):
    hall = day(halls, 5)
    hall.workshop.close()
    shutil.copy(hall.path, tmp_path / "a-eerder.leefkit")
    hall.workshop = type(hall.workshop).open(hall.path, clock=hall.clock)
    hall.join("school")
    workshops = Workshops.open(tmp_path)
    assert workshops.left_out["file"].tolist() == ["a-eerder.leefkit"]
    assert workshops.about["people"].tolist() == [6]


def test_a_running_workshop_is_read_and_not_written(halls, tmp_path):
    hall = day(halls, 5)
    before = hall.workshop.seq
    workshops = Workshops.open(tmp_path)
    assert workshops.about["finished"].tolist() == [False]
    hall.join("school")
    assert hall.workshop.seq == before + 2
    assert len(workshops.participants) == 5, "it was read once"


def test_anonymous_frames_name_nobody(halls, tmp_path):
    day(halls, 5)
    frames = Workshops.open(tmp_path).frames(anonymous=True)
    assert frames["answers"]["participant"].isna().all()
    assert frames["agreements"]["team"].isna().all()
    assert frames["answers"]["workshop"].notna().all()


def test_an_empty_folder_has_frames_without_rows(tmp_path):
    workshops = Workshops.open(tmp_path)
    assert len(workshops) == 0
    for name, frame in workshops.frames().items():
        assert len(frame) == 0
        assert {column: str(frame[column].dtype) for column in COLUMNS[name]} == COLUMNS[name]
    assert changes(workshops.answers, SCALE).empty


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match="weg: there is no such folder"):
        Workshops.open(tmp_path / "weg")
