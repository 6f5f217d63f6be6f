"""Install a lock file and the project itself into the environment that runs this script.

Only the standard library is there when this starts. pip, which is always at hand and knows how this
machine reaches its registry, installs uv at the locked version; uv installs the rest ten times faster.
Where uv cannot reach the registry in pip's way, pip does it all.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
UV = [sys.executable, "-m", "uv", "pip"]
LOCKED = ["--quiet", "--no-deps", "--require-hashes", "--requirement"]
EDITABLE = ["--quiet", "--no-deps", "--no-build-isolation", "--editable", "."]


def run(command: list[str]) -> bool:
    """Run a command in the checkout and tell whether it went well."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def install_uv(lock: Path) -> bool:
    """Install uv as this lock file pins it."""
    pin = re.search(r"^uv==.*\n(?: +--hash=.*\n)+", lock.read_text(encoding="utf-8"), re.MULTILINE)
    if pin is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        only_uv = Path(folder) / "uv.lock"
        only_uv.write_text(pin[0], encoding="utf-8")
        return run([*PIP, "install", *LOCKED, str(only_uv)])


def install(lock: Path) -> bool:
    """Install everything that this lock file names, and then the checkout."""
    if install_uv(lock):
        python = ["--python", sys.executable]
        if run([*UV, "install", *python, *LOCKED, str(lock)]):
            return run([*UV, "install", *python, *EDITABLE])
        print("uv could not install it; pip takes over, which takes a minute or two.", file=sys.stderr)
    return run([*PIP, "install", *LOCKED, str(lock)]) and run([*PIP, "install", *EDITABLE])


def main() -> None:
    """Install the lock file that is the argument."""
    lock = ROOT / sys.argv[1]
    print(f"Installing what {lock.name} names ...", file=sys.stderr)
    if not install(lock):
        sys.exit(
            f"{lock.name} could not be installed; the reason is above. Without a network, try again later."
        )


if __name__ == "__main__":
    main()
