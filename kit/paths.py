"""Where the data files lie: in a checkout, in an editable install and in a wheel.

Cases and notebooks stand at the top of the repository, where a trainer looks for them; a wheel
carries them inside the package, in `kit/_data`. Whoever needs one asks here.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
DEMO = "-demo"
"""In the name of a demonstration: its people are invented."""


def _shipped(name: str) -> Path:
    packed = PACKAGE / "_data" / name
    return packed if packed.is_dir() else PACKAGE.parent / name


def cases_dir() -> Path:
    """Return the folder with one folder per shipped case."""
    return _shipped("cases")


def notebooks_dir() -> Path:
    """Return the folder with the notebooks of the screens and of the analysis."""
    return _shipped("notebooks")


def programmes_dir() -> Path:
    """Return the folder with the shipped programme files."""
    return PACKAGE / "programmes"


def locale_dir() -> Path:
    """Return the folder with the gettext catalogues."""
    return PACKAGE / "locale"


def static_dir() -> Path:
    """Return the folder with the built front end."""
    return PACKAGE / "static"


def backup_of(workshop: Path) -> Path:
    """Return where the server keeps the copy of a workshop file."""
    return workshop.with_name(f"{workshop.stem}.backup.leefkit")


def is_backup(file: Path) -> bool:
    """Return whether a file is such a copy."""
    return file.name.endswith(".backup.leefkit")


def is_demo(file: Path) -> bool:
    """Return whether a file is that of a demonstration."""
    return DEMO in file.stem


def lock_of(path: Path) -> Path:
    """Return the lock of a workshop file, the same by whatever name the file is found."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")
