"""Several files of one folder, written all or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def together(texts: Mapping[Path, str]) -> Iterator[None]:
    """Put texts in the places of files, in the order given, each whole; look at them in the body.

    What takes room on the disk comes first, beside the files. From then on there is only renaming, which is
    undone when anything goes wrong, in the body too: an error, a full disk, Ctrl-C. Killed at once, a
    file is either the old one or the new one, and its ``.old`` stands beside it.

    Raises:
        OSError: A file can't be written; all are as before.
    """
    old = {path: _beside(path, ".old") for path in texts if path.exists()}
    new = [folder for folder in dict.fromkeys(path.parent for path in texts) if not folder.exists()]
    begun = False
    try:
        for folder in new:
            folder.mkdir()
        for path, text in texts.items():
            _beside(path, ".part").write_text(text, encoding="utf-8", newline="\n")
        for path, copy in old.items():
            shutil.copy2(path, copy)
        begun = True
        for path in texts:
            _beside(path, ".part").replace(path)
        yield
    except BaseException:  # Ctrl-C is none of the usual errors
        for path in texts if begun else ():
            old[path].replace(path) if path in old else path.unlink(missing_ok=True)
        raise
    finally:
        for path in texts:
            _beside(path, ".part").unlink(missing_ok=True)
            _beside(path, ".old").unlink(missing_ok=True)
        for folder in new:
            if folder.exists() and not any(folder.iterdir()):
                folder.rmdir()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
