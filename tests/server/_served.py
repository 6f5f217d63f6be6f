"""`leefkit serve` in a process of its own: started, asked, ended or killed."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.server._voila_host import Visitor

PATIENCE = 120
ROOT = Path(__file__).parents[2]
WIDE = {"COLUMNS": "1000", "PYTHONUNBUFFERED": "1"}


class Serve:
    """A server process. Use with `with`: at the end it is gone, however the test ended.

    Attributes:
        told: What stood in its ready file.
        pid: Its process.
    """

    def __init__(self, folder, *arguments, port=0):
        self._ready = Path(folder) / "ready.json"
        self._ready.unlink(missing_ok=True)
        options = ["--host", "127.0.0.1", "--port", port, "--no-browser", "--ready-file", self._ready]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kit", "serve", *map(str, [*arguments, *options])],
            cwd=ROOT,
            env=os.environ | WIDE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.pid = self._process.pid
        self.told = self._wait()
        self.url, self.code = self.told["url"], self.told["code"]

    def _wait(self):
        """Wait for the ready file: the process says how to get in, last of all that it is in the file."""
        waiting = threading.Event()
        for _ in range(PATIENCE * 50):
            if self._ready.exists():
                return json.loads(self._ready.read_text(encoding="utf-8"))
            if self._process.poll() is not None:
                pytest.fail(f"it ended with {self._process.returncode}: {self._process.communicate()}")
            waiting.wait(0.02)
        self.kill()
        return pytest.fail("it never was ready")

    def health(self):
        return json.loads(Visitor(self.url).ask("/healthz").body)

    def signal(self, signal):
        """Send it a signal, as long as it runs."""
        self._process.send_signal(signal)

    def end(self, signal):
        """Ask it to end; return the exit code and what it said."""
        self._process.send_signal(signal)
        out, err = self._process.communicate(timeout=PATIENCE)
        return self._process.returncode, out, err

    def kill(self):
        """End it as a crash or a flat battery does."""
        self._process.kill()
        self._process.communicate(timeout=PATIENCE)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self.kill()
