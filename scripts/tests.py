"""Run all tests: those that drive a browser beside the others, because each half waits much of its time.

Both are runs of pytest of their own: Playwright keeps an event loop in its thread, beside which no other test
can have one. What the browser tests said is printed when the others are done.

Usage: python scripts/tests.py [arguments of pytest]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile

NOTHING_RAN = 5
"""Pytest's exit status when its arguments leave no test; fine for one of the halves."""


def main(arguments: list[str]) -> int:
    """Run both halves and return the exit status: 0 when both are green."""
    pytest = [sys.executable, "-m", "pytest", *arguments, "-m"]
    with tempfile.TemporaryFile() as said:
        browser = subprocess.Popen([*pytest, "browser"], stdout=said, stderr=subprocess.STDOUT)
        try:
            others = subprocess.run([*pytest, "not browser"], check=False).returncode
            browser.wait()
        finally:
            if browser.poll() is None:
                browser.terminate()
                browser.wait()
            said.seek(0)
            sys.stdout.flush()
            sys.stdout.buffer.write(said.read())
            sys.stdout.flush()
    ended: set[int] = {others, browser.returncode}
    return max(abs(one) for one in ended if one != NOTHING_RAN or len(ended) == 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
