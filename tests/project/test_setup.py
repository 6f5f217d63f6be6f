"""The set-up works where something is missing, or says in a sentence what to do."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import chromium, install

ROOT = Path(__file__).parents[2]


def program(folder, name, *lines):
    file = folder / name
    file.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def bin_only(tmp_path):
    """A folder of programs that is the whole path: nothing else is on this machine."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("rm", "id"):
        (folder / tool).symlink_to(shutil.which(tool))
    return folder


def make_environment(path, folder, **env):
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "venv.sh"), str(folder)],
        env={"PATH": str(path), **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_python_it_says_how_to_get_one(bin_only, tmp_path):
    done = make_environment(bin_only, tmp_path / "env")
    assert done.returncode == 1
    assert done.stderr.startswith("No Python 3.11 or newer was found; install one (Debian, Ubuntu: apt-get")


def test_a_python_that_is_too_old_is_passed_over(bin_only, tmp_path):
    program(bin_only, "python3", "exit 1")
    done = make_environment(bin_only, tmp_path / "env")
    assert done.stderr.startswith("No Python 3.11 or newer was found")


def test_a_wrong_python_by_name_is_named(bin_only, tmp_path):
    done = make_environment(bin_only, tmp_path / "env", PYTHON="python2.7")
    assert done.returncode == 1
    assert done.stderr.startswith("PYTHON=python2.7 is not a Python 3.11 or newer")


def test_a_python_without_pip_says_which_package_has_it(bin_only, tmp_path):
    """As on Debian without python3-venv, for someone who may not install packages."""
    program(
        bin_only,
        "python3",
        'case "$*" in *ensurepip*|"-m pip"*) exit 1;; esac',
        f'exec {sys.executable} "$@"',
    )
    done = make_environment(bin_only, tmp_path / "env")
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    assert done.returncode == 1
    assert f"run 'sudo apt-get install {package}' once" in done.stderr
    assert not (tmp_path / "env").exists()


def test_root_on_debian_gets_the_package_that_has_pip(bin_only, tmp_path):
    installed = tmp_path / "installed"
    (bin_only / "id").unlink()
    program(bin_only, "id", "echo 0")
    program(bin_only, "apt-get", f'echo "$@" >> {installed}')
    program(
        bin_only,
        "python3",
        f'case "$*" in *ensurepip*) [ -e {installed} ]; exit;; "-m venv "*) echo made > "$3"; exit;; esac',
        f'exec {sys.executable} "$@"',
    )
    done = make_environment(bin_only, tmp_path / "env")
    assert done.returncode == 0, done.stderr
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    assert installed.read_text(encoding="utf-8").splitlines() == ["update", f"install -y {package}"]
    assert (tmp_path / "env").read_text(encoding="utf-8") == "made\n"


def test_uv_is_installed_as_the_lock_pins_it(monkeypatch):
    seen = []

    def run(command):
        seen.append(Path(command[-1]).read_text(encoding="utf-8"))
        return True

    monkeypatch.setattr(install, "run", run)
    assert install.install_uv(ROOT / "requirements.lock")
    assert re.fullmatch(r"uv==[\d.]+ \\\n( +--hash=sha256:\w{64}( \\)?\n)+", seen[0])


def test_pip_takes_over_where_uv_fails(monkeypatch):
    commands = []

    def run(command):
        commands.append(command)
        return command[2] != "uv"

    monkeypatch.setattr(install, "run", run)
    assert install.install(ROOT / "requirements.lock")
    assert [command[2] for command in commands] == ["pip", "uv", "pip", "pip"]


@pytest.fixture
def browsers(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "PLACES", ())
    return tmp_path


def test_a_browser_that_only_points_elsewhere_is_passed_over(browsers):
    program(browsers, "chromium", "echo 'install the snap' >&2; exit 1")
    assert chromium.find() is None
    chrome = program(browsers, "google-chrome", "echo 'Google Chrome 140.0'")
    assert chromium.find() == str(chrome)


def test_the_browser_that_is_named_goes_first(browsers, monkeypatch):
    program(browsers, "chromium", "echo 'Chromium 140.0'")
    mine = program(browsers, "mine", "echo 'Chromium 141.0'")
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.find() == str(mine)


def test_a_named_browser_that_does_not_start_is_refused(browsers, monkeypatch):
    monkeypatch.setenv("CHROMIUM", str(browsers / "none"))
    with pytest.raises(
        SystemExit, match=r"CHROMIUM=.*none is not a Chromium that starts; name one that does"
    ):
        chromium.find()


def full_run(folder, tests):
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_it.py").write_text(f"import pytest\n{tests}", encoding="utf-8")
    place = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), f"--output={folder}/browser"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *place, str(folder)],
        cwd=ROOT,
        env={**os.environ, "LEEFKIT_FULL": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_full_run_fails_where_tests_did_not_run(tmp_path):
    skipped = "@pytest.mark.skip(reason='later')\ndef test_a(): pass\n"
    failing = "@pytest.mark.xfail(reason='later')\ndef test_b(): assert False\n"
    done = full_run(tmp_path, f"{skipped}{failing}def test_c(): pass\n")
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "2 tests were skipped or expected to fail; a full run has none of those." in done.stdout
    assert "No browser test ran; a full run has them." in done.stdout


@pytest.mark.slow
def test_a_full_run_with_a_browser_test_passes(tmp_path):
    done = full_run(tmp_path, "@pytest.mark.browser\ndef test_a(): pass\n")
    assert done.returncode == pytest.ExitCode.OK, done.stdout
    assert "a full run" not in done.stdout
