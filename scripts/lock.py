"""Write the two lock files: everything the project needs, and what `make run` needs of it.

The pins hold for Linux, macOS and Windows and for every Python that pyproject.toml admits. The smaller
file is solved within the larger one, so that both always name the same versions.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-config"),
    *("--custom-compile-command", "make lock"),
]


def lock(output: str, *options: str) -> None:
    """Solve pyproject.toml with these options into one lock file."""
    subprocess.run([*COMPILE, *options, "--output-file", output], cwd=ROOT, check=True)


def main() -> None:
    """Write both files; arguments, such as `--upgrade`, go to the solver."""
    dev = "requirements-dev.lock"
    lock(dev, "--extra", "all", "--group", "dev", *sys.argv[1:])
    lock("requirements.lock", "--extra", "all", "--group", "build", "--constraints", dev)


if __name__ == "__main__":
    main()
