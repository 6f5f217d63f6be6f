"""Another process with an engine of its own, forked from one that has all it needs: it starts at once."""

import io
import json
import os
import resource
import sqlite3
import sys
import textwrap
import traceback
from multiprocessing import get_context
from pathlib import Path

from kit.errors import KitError, RefusedError
from kit.journal.sqlite import SqliteJournal
from kit.workshop import Workshop
from tests._hall import Hall, case, participant, request

PATIENCE = 120
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["tests._process", "encodings.idna"])


class Another:
    """A process that runs a piece of Python. What it prints can be read while it runs."""

    def __init__(self, code, *arguments, nobody=False):
        here, there = _FORKS.Pipe()
        program = textwrap.dedent(code)
        self._process = _FORKS.Process(
            target=_child, args=(program, list(map(str, arguments)), nobody, there)
        )
        self._process.start()
        there.close()
        self._out = os.fdopen(os.dup(here.fileno()), encoding="utf-8")
        here.close()

    def line(self):
        """Return the next line that it prints."""
        return self._out.readline().strip()

    def end(self):
        """Return the rest of what it prints, once it has ended well."""
        with self._out:
            said = self._out.read().strip()
        self._process.join(PATIENCE)
        code = self._process.exitcode
        self._process.close()
        assert code == 0, said
        return said

    def kill(self):
        """End it in the middle of whatever it does, as the system would."""
        self._process.kill()
        self._process.join(PATIENCE)
        self._process.close()
        self._out.close()


def run(code, *arguments, nobody=False):
    """Run Python in a process of its own and return what it printed."""
    return Another(code, *arguments, nobody=nobody).end()


def _child(program, arguments, nobody, there):
    case()  # read while it may be
    if nobody and os.geteuid() == 0:  # root may write everything; from here on it is somebody else
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    known = {one.__name__: one for one in (Hall, KitError, Path, RefusedError, SqliteJournal, Workshop)}
    known |= {one.__name__: one for one in (json, os, participant, request, resource, sqlite3, sys)}
    sys.stdout = io.TextIOWrapper(
        os.fdopen(os.dup(there.fileno()), "wb"), encoding="utf-8", line_buffering=True
    )
    sys.stdin = os.fdopen(os.dup(there.fileno()), encoding="utf-8")
    sys.argv = ["", *arguments]
    try:
        exec(program, known)  # noqa: S102 - the test's own words
    except BaseException:  # noqa: BLE001 - told, and it ends
        traceback.print_exc(file=sys.stdout)
        sys.stdout.flush()
        os._exit(1)
    sys.stdout.flush()
