"""The command's manners: exit codes, one line on stderr, and a traceback only for who asks for it."""

import re
import subprocess
import sys

import pytest

import kit

COMMANDS = ["serve", "demo", "simulate", "frames", "export", "backup", "forget", "case", "programme"]


def run(*arguments):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "kit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def gone(tmp_path):
    return tmp_path / "gone.leefkit"


def test_help_names_every_command(leefkit):
    ran = leefkit("--help")
    assert (ran.code, ran.err) == (0, "")
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", ran.out), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(leefkit, command):
    ran = leefkit(command, "--help")
    assert ran.code == 0
    assert f"leefkit {command}" in ran.out


def test_the_version_is_that_of_the_kit(leefkit):
    assert leefkit("--version").out == f"leefkit {kit.__version__}\n"


def test_done_is_0(leefkit, hall):
    assert leefkit("frames", hall.path).code == 0


def test_what_can_not_be_met_is_1_and_one_line(leefkit, gone):
    ran = leefkit("frames", gone)
    assert (ran.code, ran.out) == (1, "")
    assert re.fullmatch(rf"leefkit: {re.escape(str(gone))}: .*\n", ran.err)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("frame", "x"), "No such command 'frame'."),
        (("frames",), "Missing argument"),
        (("frames", "x", "--anonymus"), "No such option: --anonymus"),
        (("simulate", "http://localhost:1"), "Missing option '--code'."),
        (("serve", "--port", "99999"), "65535"),
        (("serve", "--port", "many"), "'--port'"),
        (("serve", "--lang", "fr"), "'fr' is not one of 'nl', 'en'"),
        (("serve", "--journal", "postgresql://x"), "this version keeps a workshop in one file only"),
        (("serve", "--theme", "gone.css"), "--theme: there is no file gone.css"),
        (("demo", "--participants", "0"), "'--participants'"),
        (("case", "lst"), "No such command 'lst'."),
    ],
)
def test_wrong_usage_is_2_and_one_line_that_says_where_help_is(leefkit, arguments, said):
    ran = leefkit(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.startswith("leefkit: ")
    assert ran.err.count("\n") == 1


def test_wrong_usage_names_the_help_of_its_own_command(leefkit):
    assert leefkit("frames").err.endswith("(see: leefkit frames --help)\n")


def test_a_command_alone_shows_its_help(leefkit):
    for arguments in ((), ("case",), ("programme",)):
        ran = leefkit(*arguments)
        assert ran.code == 2
        assert "Usage: leefkit" in ran.out + ran.err


def test_debug_shows_the_traceback(gone):
    plain, debug = run("frames", gone), run("--debug", "frames", gone)
    assert (plain.returncode, debug.returncode) == (1, 1)
    assert plain.stderr.count("\n") == 1
    assert "Traceback (most recent call last)" in debug.stderr
    assert "WorkshopFileError" in debug.stderr


def test_the_module_is_the_command():
    ran = run("programme", "check", "design-thinking-krt")
    assert ran.returncode == 1
    assert ran.stderr == (
        "leefkit: programme 'design-thinking-krt': no such programme; did you mean 'design-thinking-kort'?\n"
    )


def test_an_error_of_the_system_is_one_line_too(leefkit, tmp_path):
    folder = tmp_path / "folder.leefkit"
    folder.mkdir()
    ran = leefkit("frames", folder)
    assert ran.code == 1
    assert str(folder) in ran.err
    assert ran.err.count("\n") == 1
