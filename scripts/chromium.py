"""Print the path of a Chromium that starts, and get one first when there is none.

Taken in this order: $CHROMIUM, one that is installed, Debian's package (as root on Debian), Playwright's.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)


def starts(path: str) -> bool:
    """Tell whether this is a browser that starts: Ubuntu's `chromium-browser` only points to snap."""
    if os.name == "nt":  # Chrome for Windows opens a window instead of telling its version
        return Path(path).is_file()
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and "Chrom" in said.stdout


def find() -> str | None:
    """Return the path of an installed Chromium that starts, or None.

    Raises:
        SystemExit: $CHROMIUM names something else.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if not starts(named):
            raise SystemExit(
                f"CHROMIUM={named} is not a Chromium that starts; name one that does, or leave it out."
            )
        return named
    found = [path for name in NAMES if (path := shutil.which(name))]
    return next(filter(starts, [*found, *PLACES]), None)


def is_debian() -> bool:
    """Tell whether this is Debian itself; Ubuntu's package of the same name is a snap."""
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def say(*command: str) -> bool:
    """Run a command with its output on stderr, since stdout is for the path."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def install_debian() -> str | None:
    """Install Debian's package and return its path, or None where that cannot be."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and is_debian()):
        return None
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    say("apt-get", "update")
    say("apt-get", "install", "-y", "--no-install-recommends", "chromium")
    return find()


def install_playwright() -> str | None:
    """Let Playwright fetch its own build and return its path, or None where that cannot be."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - needed only here, and slow to load

    with_libraries = ["--with-deps"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    say(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if starts(path) else None


def main() -> None:
    """Print the path, or end with a sentence that says what to do."""
    path = find() or install_debian() or install_playwright()
    if path is None:
        sys.exit(
            "The browser tests need a Chromium and none could be had; install one, or name it in CHROMIUM."
        )
    print(path)


if __name__ == "__main__":
    main()
