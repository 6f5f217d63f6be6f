"""Write the two lock files: everything the project needs, and what `make run` needs of it.

The pins hold for Linux, macOS and Windows and for every Python that pyproject.toml admits. The smaller
file is solved within the larger one, so that both always name the same versions.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = [sys.executable, "-m", "uv", "pip"]
COMPILE = [
    *("compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
    *("--constraints", "scripts/hold-back.txt"),
]
PLATFORMS = [
    *("x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"),
    *("x86_64-apple-darwin", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"),
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


def lock(output: str, *options: str) -> None:
    """Solve pyproject.toml with these options into one lock file."""
    subprocess.run([*UV, *COMPILE, *options, "--output-file", output], cwd=ROOT, check=True)


def check_wheels(name: str) -> None:
    """Check that every platform and Python finds all of a lock file ready made.

    Raises:
        SystemExit: somewhere a package would have to be compiled, which needs tools a trainer lacks.
    """
    with tempfile.TemporaryDirectory() as nowhere:
        trial = ["--quiet", "--dry-run", "--no-deps", "--only-binary", ":all:", "--target", nowhere]
        for platform in PLATFORMS:
            for python in PYTHONS:
                place = ["--python-platform", platform, "--python-version", python]
                command = [*UV, "install", *trial, *place, "--require-hashes", "--requirement", name]
                if subprocess.run(command, cwd=ROOT, check=False).returncode:
                    sys.exit(
                        f"{name} cannot be installed on {platform} with Python {python}, as said above; "
                        "hold the package back in scripts/hold-back.txt."
                    )


def main() -> None:
    """Write both files; arguments, such as `--upgrade`, go to the solver."""
    dev = "requirements-dev.lock"
    lock(dev, "--extra", "all", "--group", "dev", *sys.argv[1:])
    check_wheels(dev)
    lock("requirements.lock", "--extra", "all", "--group", "build", "--constraints", dev)


if __name__ == "__main__":
    main()
