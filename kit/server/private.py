"""The folder of one run of the server: the kernels' keys and sockets, and what IPython wants to write."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from kit.server.kernels import SOCKET_PATH_MAX

_PREFIX: Final = "leefkit-"
_LOCK: Final = "in-use"
_YOUNG_SECONDS: Final = 600.0


class PrivateDir:
    """A temporary folder that goes with the server; one that a killed server left goes with the next.

    Attributes:
        path: The folder. Its name is short enough for socket files.
    """

    def __init__(self) -> None:
        root = _root()
        _clean(root)
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
        self._lock = FileLock(self.path / _LOCK)
        self._lock.acquire()

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def _root() -> Path:
    usual = tempfile.gettempdir()
    short = "/tmp"  # noqa: S108 - mkdtemp makes a folder that only this user can enter
    name = f"{usual}/{_PREFIX}12345678/kernel-{'0' * 36}"
    if len(os.fsencode(name)) > SOCKET_PATH_MAX and os.name == "posix" and os.access(short, os.W_OK):
        return Path(short)
    return Path(usual)


def _clean(root: Path) -> None:
    """Remove what killed servers left. A lock ends with its process, however that ended."""
    for left in root.glob(f"{_PREFIX}*/{_LOCK}"):
        try:
            if time.time() - left.stat().st_mtime < _YOUNG_SECONDS:
                continue  # perhaps of a server that is only just starting
            with FileLock(left, blocking=False):
                pass
        except (Timeout, OSError):  # in use, or somebody else's
            continue
        shutil.rmtree(left.parent, ignore_errors=True)
