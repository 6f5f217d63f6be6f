"""What can be done with a workshop file: frames, export, backup and forget."""

import csv
import io

import pandas as pd
import pytest

from kit.frames import COLUMNS
from kit.workshop import Workshop
from tests._hall import participant, programme, step
from tests.charts._neighbourhoods import chart, neighbourhoods, years


@pytest.fixture
def full(halls):
    """A workshop that is open, as a running server has it."""
    hall = halls(step("begin", phase="define"), step("ideas"), step("vote", "ballot", source="ideas"))
    hall.join("politie", name="Noor", team="Tafel 1")
    hall.join("school", name="Sam", team="Tafel 2")
    hall.start("begin")
    hall.card("p1", "geen idee maar een vraag", name="begin")
    hall.start("ideas")
    hall.card("p1", "=1+1, zei Jürgen 🌳")
    hall.start("vote")
    hall.vote("p2", k2=3)
    return hall


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_frames_lists_all_of_them_with_their_size_and_columns(leefkit, full):
    ran = leefkit("frames", full.path)
    assert (ran.code, ran.err) == (0, "")
    lines = {name: rest for name, *rest in map(str.split, ran.out.splitlines())}
    assert list(lines) == [*COLUMNS, "ideas"]
    assert {name: lines[name][0] for name in ("participants", "cards", "ideas", "votes", "seats")} == {
        "participants": "2", "cards": "2", "ideas": "1", "votes": "1", "seats": "0"
    }  # fmt: skip
    for name, columns in COLUMNS.items():
        assert " ".join(lines[name][1:]) == ", ".join(columns)


def test_one_frame_is_printed_as_csv(leefkit, full):
    ran = leefkit("frames", full.path, "votes")
    assert ran.code == 0
    (row,) = rows(ran.out)
    assert list(row) == list(COLUMNS["votes"])
    assert (row["card"], row["participant"], row["weight"]) == ("k2", "p2", "3")


def test_ideas_can_be_asked_for_by_name(leefkit, full):
    (row,) = rows(leefkit("frames", full.path, "ideas").out)
    assert (row["card"], row["text"]) == ("k2", "=1+1, zei Jürgen 🌳")


def test_frames_can_leave_out_who_it_was(leefkit, full):
    (row,) = rows(leefkit("frames", full.path, "votes", "--anonymous").out)
    gone = ("participant", "team", "organisation")  # one of the school voted: that is too few to tell
    assert [row[name] for name in gone] == ["", "", ""]
    assert row["card"] == "k2"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("vote", "there is no frame 'vote'; did you mean 'votes'?"), ("xyzzy", "expected one of: agreements, ")],
)
def test_an_unknown_frame_names_the_nearest(leefkit, full, wrong, said):
    ran = leefkit("frames", full.path, wrong)
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_export_writes_the_files_and_names_them(leefkit, full, tmp_path):
    to = tmp_path / "out"
    ran = leefkit("export", full.path, "--to", to, "--format", "csv,xlsx,parquet")
    assert (ran.code, ran.err) == (0, "")
    assert sorted(ran.out.split()) == sorted(str(one) for one in to.rglob("*") if one.is_file())
    assert {one.name for one in to.iterdir() if one.is_file()} == {
        *(f"{name}.{ending}" for name in COLUMNS for ending in ("csv", "parquet")),
        "hall-0.xlsx",
    }
    assert rows((to / "votes.csv").read_text(encoding="utf-8"))[0]["participant"] == "p2"


def test_export_is_csv_unless_said_and_follows_the_running_workshop(leefkit, full, tmp_path):
    assert leefkit("export", full.path, "--to", tmp_path / "out").code == 0
    assert len(rows((tmp_path / "out" / "votes.csv").read_text(encoding="utf-8"))) == 1
    full.vote("p1", k2=1)
    assert leefkit("export", full.path, "--to", tmp_path / "out").code == 0
    assert len(rows((tmp_path / "out" / "votes.csv").read_text(encoding="utf-8"))) == 2
    full.vote("p1", k2=2)
    assert len(full.workshop.votes) == 2, "and the running one goes on"


def test_an_anonymous_export_has_nobody(leefkit, full, tmp_path):
    leefkit("export", full.path, "--to", tmp_path, "--format", "parquet", "--anonymous")
    votes = pd.read_parquet(tmp_path / "votes.parquet")
    assert votes["participant"].isna().all()
    assert votes["organisation"].isna().tolist() == [True], "one of the school voted: that is too few to tell"


def test_export_wants_to_know_where_to(leefkit, full):
    ran = leefkit("export", full.path)
    assert ran.code == 2
    assert ran.err == "leefkit: Missing option '--to'. (see: leefkit export --help)\n"


def test_an_unknown_format_is_said_and_nothing_is_written(leefkit, full, tmp_path):
    ran = leefkit("export", full.path, "--to", tmp_path / "out", "--format", "csv,xls")
    assert ran.code == 1
    assert ran.err == "leefkit: --format 'xls': no such format; did you mean 'xlsx'?\n"
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_is_said(leefkit, full, tmp_path):
    (tmp_path / "out").write_text("in the way")
    ran = leefkit("export", full.path, "--to", tmp_path / "out")
    assert ran.code == 1
    assert ran.err.startswith(f"leefkit: {tmp_path / 'out'}: can't be written")
    assert ran.err.endswith("choose another folder with --to\n")


def test_a_backup_opens_and_holds_all_that_was_there(leefkit, full, tmp_path):
    to = tmp_path / "copy.leefkit"
    ran = leefkit("backup", full.path, to)
    assert (ran.code, ran.out, ran.err) == (0, f"{to}\n", "")
    full.vote("p1", k2=1)
    with Workshop.open(to) as copy:
        assert len(copy.votes) == 1
        assert copy.seq == full.workshop.seq - 1
        copy.do({"kind": "cast_votes", "step": "vote", "votes": {"k2": 2}}, participant("p1"))
    assert full.workshop.votes["weight"].tolist() == [3, 1], "the two go their own ways"


def test_a_backup_into_a_folder_keeps_its_name(leefkit, full, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    ran = leefkit("backup", full.path, folder)
    assert ran.out == f"{folder / full.path.name}\n"
    with Workshop.open(folder / full.path.name, read_only=True) as copy:
        assert copy.seq == full.workshop.seq


def test_a_backup_where_there_is_no_folder_is_said(leefkit, full, tmp_path):
    ran = leefkit("backup", full.path, tmp_path / "gone" / "copy.leefkit")
    assert (ran.code, ran.out) == (1, "")
    assert "gone" in ran.err
    assert ran.err.count("\n") == 1


def names(hall):
    return {name for name in map(hall.workshop.journal.name_of, ("p1", "p2")) if name}


def test_one_person_can_be_forgotten(leefkit, full):
    assert names(full) == {"Noor", "Sam"}
    ran = leefkit("forget", full.path, "--person", "p1")
    assert (ran.code, ran.out, ran.err) == (0, f"{full.path}: 1 forgotten\n", "")
    assert names(full) == {"Sam"}
    assert len(full.workshop.ideas) == 1, "what was written stays"


def test_everybody_can_be_forgotten(leefkit, full):
    ran = leefkit("forget", full.path, "--all")
    assert (ran.code, ran.out) == (0, f"{full.path}: 2 forgotten\n")
    assert names(full) == set()
    assert b"Noor" not in full.path.read_bytes()
    assert leefkit("forget", full.path, "--all").out == f"{full.path}: 0 forgotten\n"


@pytest.mark.parametrize("arguments", [(), ("--all", "--person", "p1")])
def test_forgetting_wants_to_know_whom(leefkit, full, arguments):
    ran = leefkit("forget", full.path, *arguments)
    assert ran.code == 2
    assert "say --person ID, or --all" in ran.err
    assert ran.err.count("\n") == 1
    assert names(full) == {"Noor", "Sam"}


def test_forgetting_nobody_we_know_names_the_nearest(leefkit, full):
    ran = leefkit("forget", full.path, "--person", "p22")
    assert ran.code == 1
    assert ran.err == "leefkit: there is no participant 'p22'; did you mean 'p2'?\n"


@pytest.mark.parametrize(
    "arguments",
    [("frames",), ("export", "--to", "out"), ("backup", "copy.leefkit"), ("forget", "--all")],
)
def test_a_file_that_is_not_there_or_is_no_workshop_is_said_in_one_line(
    leefkit, tmp_path, monkeypatch, arguments
):
    monkeypatch.chdir(tmp_path)
    command, *more = arguments
    (tmp_path / "wrong.leefkit").write_text("geen workshop")
    for name in ("gone.leefkit", "wrong.leefkit"):
        ran = leefkit(command, name, *more)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.startswith("leefkit: ")
        assert name in ran.err
        assert ran.err.count("\n") == 1
    assert [one.name for one in tmp_path.iterdir()] == ["wrong.leefkit"]


def test_a_workshop_of_others_writes_nothing_elsewhere(leefkit, tmp_path):
    """Its first event may hold what no case that is read may: a chart with a name that climbs."""
    case = neighbourhoods(years(BU01=[1, 2]), chart("trend", per=1000))
    case.charts[0].id = "../../pwned"
    path = tmp_path / "a" / "b.leefkit"
    path.parent.mkdir()
    Workshop.create(path, case, programme(step("ideas"))).close()
    to = tmp_path / "a" / "out"
    ran = leefkit("export", path, "--to", to)
    assert ran.code == 1
    assert ran.err.startswith("leefkit: 'charts/../../pwned.svg': this workshop names a file outside")
    assert not to.exists()
    assert not list(tmp_path.rglob("pwned*"))
