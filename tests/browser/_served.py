"""A real `leefkit serve` in a process of its own, that a test may kill and start again."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

from kit.workshop import Workshop

PATIENCE = 120
LOOK_AGAIN = 0.02
"""Seconds between two looks at a condition that nothing tells us about, such as another process's."""
NEVER = threading.Event()
ROOT = Path(__file__).parents[2]


def wait_until(true, what, seconds=PATIENCE, alive=lambda: None):
    """Wait for a condition; fails with the name of what did not come. `alive` raises when it never can."""
    end = time.monotonic() + seconds
    while not (found := true()):
        alive()
        assert time.monotonic() < end, f"{what} did not come within {seconds} s"
        NEVER.wait(LOOK_AGAIN)
    return found


class Served:
    """One workshop file with its server.

    Attributes:
        file: The workshop.
        url: Where it is served; the same after every start.
        root: Where the kit lies that serves it.
    """

    def __init__(self, folder, programme="design-thinking-kort", root=ROOT):
        self.folder = Path(folder)
        self.file = self.folder / "zonnehoek.leefkit"
        self.port = 0
        self._programme, self.root = programme, root
        self._log = self.folder / "server.log"
        self._process = None
        self.start()

    def start(self):
        """Start the server, and return when its ready file is there."""
        ready = self.folder / "ready.json"
        ready.unlink(missing_ok=True)
        options = {
            "--host": "127.0.0.1",
            "--port": self.port,
            "--workshop": self.file,
            "--programme": self._programme,
            "--ready-file": ready,
        }
        said = [str(word) for pair in options.items() for word in pair]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "kit", "serve", "zonnehoek", *said, "--no-browser"],
                cwd=self.root,
                env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONPATH": str(self.root)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until(ready.exists, "the ready file", alive=self.must_run)
        told = json.loads(ready.read_text(encoding="utf-8"))
        self.url, self.code, self.links = told["url"], told["code"], told["links"]
        self.port = int(self.url.rpartition(":")[2])
        assert told["pid"] == self._process.pid
        assert told["workshop"] == str(self.file)

    def must_run(self):
        assert self._process.poll() is None, f"the server ended with {self._process.returncode}:\n{self.log}"

    @property
    def log(self):
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def join(self):
        return f"{self.url}/j/{self.code}"

    def link(self, role, **query):
        """The link of a role, as the trainer gets it printed."""
        return self.links[role] + "".join(f"&{name}={value}" for name, value in query.items())

    def kernels(self, role=None):
        """The processes of the kernels under this server: of one role, or all."""
        found = []
        for child in psutil.Process(self._process.pid).children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
                known = child.environ().get("LEEFKIT_ROLE")
                if known is not None and role in {None, known}:
                    found.append(child)
        return found

    def kill(self):
        """End the server as a crash or a flat battery does."""
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)

    def stop(self):
        """End the server as Ctrl+C does."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(PATIENCE)
        assert self._process.returncode in {0, -signal.SIGKILL}, f"the server ended badly:\n{self.log}"

    def open(self, **options):
        """The workshop itself, while the server runs it or after."""
        return Workshop.open(self.file, **options)

    def do(self, *commands):
        """Do as the trainer: what a test needs done before it begins."""
        with self.open() as workshop:
            for command in commands:
                workshop.do(command)
