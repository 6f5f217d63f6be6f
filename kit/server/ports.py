"""TCP ports for the kernels, where a system has no socket files."""

from __future__ import annotations

import itertools
import random
import socket


class Ports:
    """Hands out TCP ports that neither a second kernel nor an outgoing connection can take.

    The ports stem from below the ranges that systems give to outgoing connections (32768 and up on Linux,
    49152 and up elsewhere), and none is handed out twice before all others had their turn. The usual way,
    asking the system for a free port and closing it again, leaves it free to others until the kernel runs.
    """

    def __init__(self, first: int = 20000, last: int = 32000) -> None:
        start = random.randrange(first, last)  # noqa: S311 - only keeps two servers apart
        self._turn = itertools.cycle([*range(start, last), *range(first, start)])
        self._round = last - first

    def take(self, count: int, ip: str) -> list[int]:
        """Return ``count`` ports that are free on ``ip``.

        Raises:
            OSError: There are not so many.
        """
        taken: list[int] = []
        for port in itertools.islice(self._turn, self._round):
            if _is_free(ip, port):
                taken.append(port)
            if len(taken) == count:
                return taken
        message = f"no {count} free ports on {ip} for a kernel; close other programs and try again"
        raise OSError(message)


def _is_free(ip: str, port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((ip, port))
        except OSError:
            return False
    return True
