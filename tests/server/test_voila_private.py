"""The folder of one run of the server: short enough, its own, and gone in the end however that came."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.server import private
from kit.server.kernels import ScreenKernel
from kit.server.private import PrivateDir

ANOTHER = """
import os, sys, tempfile
from kit.server import private
tempfile.tempdir, private.SOCKET_PATH_MAX = sys.argv[1], 10_000
folder = private.PrivateDir()
print(folder.path, flush=True)
input()
os._exit(9)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(private.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(private, "SOCKET_PATH_MAX", 10_000)
    return tmp_path


@pytest.fixture
def another(temporary):
    """A server that runs for an hour, until it is killed by a word on its standard input."""
    command = [sys.executable, "-c", ANOTHER, str(temporary)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as process:
        process.folder = Path(process.stdout.readline().strip())
        os.utime(process.folder / "in-use", (0, 0))
        yield process
        if process.poll() is None:
            process.communicate("now\n")


def test_it_goes_when_the_server_ends(temporary):
    folder = PrivateDir()
    assert list(temporary.iterdir()) == [folder.path]
    folder.close()
    assert not list(temporary.iterdir())


def test_what_a_killed_server_left_goes_with_the_next(temporary, another):
    another.communicate("now\n")
    assert another.folder.exists()
    PrivateDir().close()
    assert not list(temporary.iterdir())


def test_the_folder_of_a_server_that_runs_stays(temporary, another):
    PrivateDir().close()
    assert list(temporary.iterdir()) == [another.folder]


def test_the_folder_of_a_server_that_is_only_just_starting_stays(temporary, another):
    os.utime(another.folder / "in-use")
    another.communicate("now\n")
    PrivateDir().close()
    assert list(temporary.iterdir()) == [another.folder]


def test_socket_files_fit_where_temporary_folders_have_long_names(monkeypatch):
    monkeypatch.setattr(private.tempfile, "gettempdir", lambda: "/var/folders/zz/" + "z" * 40 + "/T")
    folder = PrivateDir()
    try:
        file = folder.path / f"kernel-{'0' * 36}.json"
        assert ScreenKernel(connection_file=str(file)).transport == "ipc"
    finally:
        folder.close()
