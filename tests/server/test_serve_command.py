"""`leefkit serve` as a person runs it: how it starts, how it ends, and what it says when it can't start."""

import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from kit.cli import main
from kit.locale import translate
from kit.workshop import Workshop
from tests._hall import Hall
from tests.server._served import PATIENCE, ROOT, Serve

GOES_ON = translate("Going on with {file}. Use --new to start afresh.", "nl")
AS_SOMEBODY_ELSE = """
import os, sys
import kit.cli, kit.cli.live, kit.server.app
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.argv[0] = "leefkit"
kit.cli.main()
"""


def leefkit(*arguments, program=("-m", "kit")):
    """Run the command to its end; return the exit code and what it said on stdout and stderr."""
    ran = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def refused(*arguments, run=leefkit, **options):
    """Run `serve` where it can't start; return the code and the one line that it says."""
    code, out, err = run("serve", "--host", "127.0.0.1", "--port", 0, "--no-browser", *arguments, **options)
    assert out == ""
    assert "Traceback" not in err
    (line,) = err.splitlines()
    assert line.startswith("leefkit: ")
    return code, line.removeprefix("leefkit: ")


@pytest.fixture
def here(capsys, monkeypatch):
    """Run the command in this process, which is a lot faster."""
    monkeypatch.delenv("LEEFKIT_DEBUG", raising=False)

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["leefkit", *map(str, arguments)])
        with pytest.raises(SystemExit, match=r"^\d$") as ended:
            main()
        return ended.value.code, *capsys.readouterr()

    return run


@pytest.fixture
def file(tmp_path):
    """A workshop file that nobody has open."""
    hall = Hall(tmp_path / "a.leefkit")
    hall.workshop.close()
    return hall.path


@pytest.mark.slow
def test_it_tells_how_to_get_in_and_ends_when_asked(tmp_path):
    with Serve(tmp_path, "zonnehoek", "--data", tmp_path / "mijn workshops") as serve:
        told = serve.told
        assert told.keys() == {"url", "code", "workshop", "pid", "links"}
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", told["url"])
        assert told["pid"] == serve.pid
        assert re.fullmatch(r"\d{4}-\d\d-\d\d-zonnehoek\.leefkit", Path(told["workshop"]).name)
        assert Path(told["workshop"]).parent == tmp_path / "mijn workshops"
        assert told["links"].keys() == {"trainer", "team", "wall", "results"}
        assert serve.health()["status"] == "ok"
        code, out, err = serve.end(signal.SIGINT)
    assert code == 0
    assert err == ""
    for said in (f"{told['url']}/j/{told['code']}", *told["links"].values(), told["workshop"]):
        assert said in out
    with Workshop.open(told["workshop"]) as workshop:
        assert (workshop.room.lang, workshop.room.programme.id) == ("nl", "design-thinking-kort")
    assert not list(Path(told["workshop"]).parent.glob("*-wal")), "the file is whole"


@pytest.mark.slow
def test_a_termination_signal_ends_it_well_too(tmp_path, file):
    with Serve(tmp_path, "--workshop", file) as serve:
        assert serve.end(signal.SIGTERM)[0] == 0


@pytest.mark.slow
def test_started_again_it_goes_on_with_the_workshop_under_way(tmp_path):
    told = []
    for _ in range(2):
        with Serve(tmp_path, "zonnehoek", "--data", tmp_path / "data") as serve:
            told.append(serve.told)
            _, _, err = serve.end(signal.SIGINT)
    assert " ".join(err.split()) == GOES_ON.format(file=told[0]["workshop"])
    for field in ("workshop", "code"):
        assert told[0][field] == told[1][field]
    keys = [[link.partition("?")[2] for link in one["links"].values()] for one in told]
    assert keys[0] == keys[1], "the links of the roles stay the same"


def test_a_port_in_use_is_named_on_one_line(file):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, said = refused("--workshop", file, "--port", port)
    assert code == 1
    assert said == f"port {port} is in use; close what has it, or choose another: --port {port + 1}"


@pytest.mark.slow
def test_an_address_that_is_not_ours_is_named(file):
    code, said = refused("--workshop", file, "--host", "192.0.2.1")
    assert code == 1
    assert re.fullmatch(r"can't listen at 192\.0\.2\.1:0 \(.*\); check --host and --port", said)


@pytest.mark.slow
def test_the_same_workshop_twice(tmp_path, file):
    with Serve(tmp_path, "--workshop", file) as serve:
        code, said = refused("--workshop", file)
        assert serve.health()["status"] == "ok"
    assert code == 1
    assert said == f"{file}: this workshop is open already in another window; use that one, or close it first"


def test_a_file_that_is_no_workshop(tmp_path, here):
    file = tmp_path / "notulen.docx"
    file.write_bytes(b"PK\3\4" + b"x" * 5000)
    code, said = refused("--workshop", file, run=here)
    assert code == 1
    assert re.fullmatch(
        rf"{file}: this is not a workshop file \(.*\); choose a file that ends in \.leefkit", said
    )


def test_another_database(tmp_path, here):
    file = tmp_path / "a.db"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE events (seq)")
    db.close()
    code, said = refused("--workshop", file, run=here)
    assert code == 1
    assert said == f"{file}: this is a database, but not a workshop file; choose a file that ends in .leefkit"


def test_a_workshop_of_a_newer_version(file, here):
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    code, said = refused("--workshop", file, run=here)
    assert code == 1
    assert said == f"{file}: made by a newer Leefkit (format 99, this one reads 1); update Leefkit"


@pytest.mark.slow
@pytest.mark.parametrize("how", ["the file", "the folder"])
def test_a_workshop_that_may_not_be_written(file, how):
    place = Path(tempfile.mkdtemp())
    sealed = Path(shutil.move(file, place / "a.leefkit"))
    sealed.chmod(0o444 if how == "the file" else 0o666)
    place.chmod(0o555 if how == "the folder" else 0o777)
    try:
        code, said = refused("--workshop", sealed, program=("-c", AS_SOMEBODY_ELSE))
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)
    assert code == 1
    assert (
        said == f"{sealed}: this file, or its folder, is read-only; copy it to a folder where you may write"
    )


@pytest.mark.slow
def test_a_data_folder_that_may_not_be_read():
    place = Path(tempfile.mkdtemp())
    data = place / "van-een-ander"
    data.mkdir()
    place.chmod(0o000)
    try:
        code, said = refused("--data", data, program=("-c", AS_SOMEBODY_ELSE))
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)
    assert code == 1
    assert said == f"{data}: this folder can't be read (Permission denied); choose another with --data"


def test_a_case_that_is_not_there(tmp_path, here):
    code, said = refused("zonehoek", "--data", tmp_path, run=here)
    assert code == 1
    assert "zonehoek" in said
    assert "did you mean 'zonnehoek'?" in said
    assert list(tmp_path.iterdir()) == [], "nothing is made"


def test_a_programme_that_is_not_there(tmp_path, here):
    code, said = refused("--programme", "design-thinking-kor", "--data", tmp_path, run=here)
    assert code == 1
    assert "did you mean 'design-thinking-kort'?" in said
    assert list(tmp_path.iterdir()) == []


def test_a_programme_with_a_mistake(tmp_path, here):
    programme = tmp_path / "mijn.yaml"
    programme.write_text(
        "id: mijn\ntitle: {nl: Mijn}\nsteps:\n  - {id: a, phase: ideate, activity: balot, minutes: 5,\n"
        "     title: {nl: A}, instruction: {nl: B}}\n",
        encoding="utf-8",
    )
    code, said = refused("--programme", programme, "--workshop", tmp_path / "a.leefkit", run=here)
    assert code == 1
    assert str(programme) in said
    assert "balot" in said
    assert "did you mean 'ballot'?" in said
    assert not (tmp_path / "a.leefkit").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--theme", "nergens.css"], "--theme: there is no file nergens.css"),
        (["--certfile", "nergens.pem"], "--certfile: there is no file nergens.pem"),
        (["--port", "70000"], "65535"),
        (["--lang", "de"], "de"),
        (["--journal", "postgresql://x"], "--journal: this version keeps a workshop in one file only"),
        (["--prot", "80"], "--prot"),
    ],
)
def test_wrong_usage(arguments, said, here):
    code, line = refused(*arguments, run=here)
    assert code == 2
    assert said in line
