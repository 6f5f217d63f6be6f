"""A case to fill in: a folder in which comments say what goes where."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Literal

from kit import paths
from kit.errors import InputError

Kind = Literal["fictional", "real"]
TEMPLATE = Path(__file__).with_name("skeleton")


def make(folder: Path, kind: Kind) -> None:
    """Write the folder of a new case. Its name becomes the id of the case.

    It gets a ``.gitignore`` that keeps all of it out of any repository, until somebody takes that away.

    Raises:
        InputError: There is something in that folder, it lies among the cases of the kit, or its name gives
            no id.
    """
    real = folder.resolve()
    if real.is_relative_to(paths.cases_dir().resolve()):
        message = f"{folder}: this is where the cases of the kit are; choose a folder of your own"
        raise InputError(message)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder}: there is something here already; choose another folder"
        raise InputError(message)
    plain = unicodedata.normalize("NFKD", real.name).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if not name:
        message = f"{folder}: give the folder a name with letters, such as mijn-wijk"
        raise InputError(message)
    try:
        for part in ("pictures", "data"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        for template in sorted(TEMPLATE.iterdir()):
            text = _of_kind(template.read_text(encoding="utf-8"), kind).replace("«id»", name)
            target = ".gitignore" if template.name == "gitignore" else template.name
            (folder / target).write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{folder}: can't be written ({error.strerror}); choose another folder"
        raise InputError(message) from error


def _of_kind(text: str, kind: Kind) -> str:
    """Keep the lines for all kinds and those that begin with ``%kind``."""
    lines = []
    for line in text.splitlines():
        mark = re.match(r"%(fictional|real) ?", line)
        if mark is None or mark[1] == kind:
            lines.append(line[mark.end() :] if mark else line)
    return "\n".join(lines) + "\n"
