"""What can be done with a workshop file: ``frames``, ``export``, ``codes``, ``backup`` and ``forget``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

import typer
from filelock import FileLock, Timeout

from kit import paths, slips
from kit.errors import InputError, nearest
from kit.frames import ideas
from kit.journal.sqlite import SqliteJournal
from kit.report import bundle
from kit.report.export import FORMATS
from kit.workshop import Workshop

File = Annotated[Path, typer.Argument(help="A workshop file.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(frames)
    app.command()(export)
    app.command()(codes)
    app.command()(backup)
    app.command()(forget)


def frames(
    file: File,
    name: Annotated[str | None, typer.Argument(help="One frame; all of them, in short, without it.")] = None,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Leave out who it was.")] = False,
) -> None:
    """List the frames of a workshop with their rows and columns, or print one as CSV."""
    with Workshop.open(file, read_only=True) as workshop:
        made = workshop.frames(anonymous=anonymous)
    made["ideas"] = ideas(made["cards"])
    if name is None:
        for one, frame in made.items():
            print(f"{one:<14}{len(frame):>6}  {', '.join(frame.columns)}")
        return
    if name not in made:
        message = f"there is no frame {name!r}; {nearest(name, made)}"
        raise InputError(message)
    print(made[name].to_csv(index=False), end="")


def export(
    file: File,
    to: Annotated[Path, typer.Option(help="Folder to write to; made if it is not there.")],
    format: Annotated[str, typer.Option(help=f"One or more of {', '.join(FORMATS)}, with commas.")] = "csv",  # noqa: A002
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Leave out who it was.")] = False,
) -> None:
    """Write the frames to files, and the photos, and what steps add. Works while the workshop runs."""
    with Workshop.open(file, read_only=True) as workshop:
        made = bundle.write(workshop, to, format.split(","), anonymous=anonymous)
    for path in made:
        print(path)


def codes(
    file: Annotated[
        Path | None, typer.Argument(help="The workshop they are for: its title and language.")
    ] = None,
    count: Annotated[
        int, typer.Option(min=1, max=slips.MOST, help="How many; whole sheets of 10.")
    ] = slips.USUAL,
    out: Annotated[Path, typer.Option(help="The page to write, for a browser.")] = Path("slips.html"),
    lang: Annotated[Literal["nl", "en"], typer.Option(help="Language, where no workshop says it.")] = "nl",
) -> None:
    """Make slips with codes, by which people can come back weeks later. They are kept nowhere else."""
    title, spoken = "", str(lang)
    if file is not None:
        with Workshop.open(file, read_only=True) as workshop:
            room = workshop.room
        if not any(one.activity.codes(room, one) for one in room.steps.values()):
            message = f"{file}: no step of this workshop asks for codes later; add one, or print none"
            raise InputError(message)
        title, spoken = room.title, room.lang
    if out.exists():
        message = f"{out}: there is a file of this name already; choose another name with --out"
        raise InputError(message)
    out.write_text(slips.page(count, spoken, title), encoding="utf-8")
    print(f"{out}: print it in a browser, then delete it; the codes are kept nowhere else")


def backup(file: File, to: Annotated[Path, typer.Argument(help="The copy to make.")]) -> None:
    """Make a consistent copy of a workshop, also while it runs."""
    if to.is_dir():
        to = to / file.name
    if to.exists():
        message = f"{to}: there is a file of this name already; choose another name for the copy"
        raise InputError(message)
    journal = SqliteJournal.open(file, read_only=True)
    try:
        journal.backup(to)
    finally:
        journal.close()
    print(to)


def forget(
    file: File,
    person: Annotated[str | None, typer.Option(help="One participant, such as p12.")] = None,
    all: Annotated[bool, typer.Option("--all", help="Everybody.")] = False,  # noqa: A002
) -> None:
    """Remove names, tokens and photos. What was written and voted stays, without anybody's name."""
    if (person is None) == (not all):
        message = "say --person ID, or --all"
        raise typer.BadParameter(message)
    with _alone(file), Workshop.open(file) as workshop:
        if person is not None and person not in workshop.room.people:
            message = f"there is no participant {person!r}; {nearest(person, workshop.room.people)}"
            raise InputError(message)
        before = len(workshop.journal.photos())
        count = workshop.forget(person)
        pictures = before - len(workshop.journal.photos())
    copy = paths.backup_of(file)
    if copy.is_file():
        with Workshop.open(copy) as workshop:
            workshop.forget(person)
    more = f", and {pictures} photo{'s' * (pictures > 1)}" if pictures else ""
    print(f"{file}: {count} forgotten{more}")


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold a workshop that no server runs: a phone that is in it now would come back as somebody new."""
    lock = FileLock(paths.lock_of(file))
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        message = f"{file}: this workshop is running; stop it first, then forget"
        raise InputError(message) from error
    try:
        yield
    finally:
        lock.release()
        paths.lock_of(file).unlink(missing_ok=True)
