"""Running a workshop: ``serve``, ``demo`` and ``simulate``."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import segno
import typer
from rich.console import Console
from rich.logging import RichHandler

from kit import paths
from kit.case import Case
from kit.cli import names
from kit.errors import InputError, KitError
from kit.locale import N_, translate
from kit.programme import Programme
from kit.server.place import Place, Served, write_ready
from kit.workshop import Workshop

if TYPE_CHECKING:
    from kit.server.app import Server

DEFAULT_CASE = "zonnehoek"
DEFAULT_PROGRAMME = "design-thinking-kort"

CaseName = Annotated[str, typer.Argument(help="A case: its folder, or the name of a shipped one.")]
ProgrammeName = Annotated[str, typer.Option(help="A programme: its file, or the name of a shipped one.")]
WorkshopFile = Annotated[Path | None, typer.Option(help="The workshop file to resume, or to make.")]
DataFolder = Annotated[Path | None, typer.Option(help="Folder for workshop files. [default: ~/Leefkit]")]
Host = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 for any that is free.")]
Language = Annotated[Literal["nl", "en"], typer.Option(help="Language of the room.")]
Theme = Annotated[Path | None, typer.Option(help="A style sheet with your own design tokens.")]
Cert = Annotated[Path | None, typer.Option(help="Certificate (PEM), for https.")]
Key = Annotated[Path | None, typer.Option(help="Key of the certificate (PEM).")]
JournalUrl = Annotated[str | None, typer.Option(help="A journal elsewhere (not in this version).")]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Don't open the trainer's console.")]
ReadyFile = Annotated[Path | None, typer.Option(help="Gets the addresses as JSON once the port listens.")]
Fresh = Annotated[bool, typer.Option("--new", help="Start a new workshop, also when one was under way.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(serve)
    app.command()(demo)
    app.command()(simulate)


def serve(
    case: CaseName = DEFAULT_CASE,
    programme: ProgrammeName = DEFAULT_PROGRAMME,
    workshop: WorkshopFile = None,
    data: DataFolder = None,
    host: Host = "0.0.0.0",  # noqa: S104 - phones must be able to reach the laptop
    port: Port = 8765,
    lang: Language = "nl",
    theme: Theme = None,
    certfile: Cert = None,
    keyfile: Key = None,
    journal: JournalUrl = None,
    no_browser: NoBrowser = False,
    ready_file: ReadyFile = None,
    new: Fresh = False,
) -> None:
    """Start or resume a workshop; prints the join address, a QR code and the links of the roles."""
    if journal is not None:
        message = (
            "--journal: this version keeps a workshop in one file only; use --workshop FILE or --data DIR"
        )
        raise typer.BadParameter(message)
    _must_be_there({"--theme": theme, "--certfile": certfile, "--keyfile": keyfile})
    _log()
    folder = data or Path.home() / "Leefkit"
    there = set(workshops_in(folder) if workshop is None else [workshop] if workshop.exists() else [])
    path = choose(workshop, folder, case, programme, lang, new=new)
    place = Place(host, port, certfile, keyfile, theme)
    try:
        _open_doors(path.absolute(), place, lang, ready_file, no_browser=no_browser)
    except InputError:  # it never listened: leave nothing behind that the next start would offer
        if path not in there:
            path.unlink(missing_ok=True)
        raise


def demo(
    participants: Annotated[int, typer.Option(min=1, max=500, help="How many people take part.")] = 20,
    case: CaseName = DEFAULT_CASE,
    programme: ProgrammeName = DEFAULT_PROGRAMME,
    data: DataFolder = None,
    host: Host = "0.0.0.0",  # noqa: S104 - phones must be able to reach the laptop
    port: Port = 8765,
    lang: Language = "nl",
    no_browser: NoBrowser = False,
    ready_file: ReadyFile = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same room.")] = 1,
) -> None:
    """Serve a new workshop with simulated participants, so that you see a living room."""
    from kit.simulation import demonstrate

    _log()
    path = free_name(data or Path.home() / "Leefkit", f"{Case.load(case).id}{paths.DEMO}").absolute()
    Workshop.create(path, case, programme, lang=lang).close()

    def come_in(running: Server, served: Served) -> None:
        key = running.keys["trainer"]
        crowd = demonstrate(running.local_url, served.code, case, participants, seed, trainer_key=key)
        running.background(crowd)

    _open_doors(path, Place(host, port), lang, ready_file, come_in, no_browser=no_browser)


def simulate(
    url: Annotated[str, typer.Argument(help="Address of a running server.")],
    code: Annotated[str, typer.Option(help="The join code.")],
    participants: Annotated[int, typer.Option(min=1, max=2000, help="How many people take part.")] = 20,
    seed: Annotated[int, typer.Option(help="The same seed gives the same room.")] = 1,
    case: Annotated[str, typer.Option(help="The case whose texts they write.")] = DEFAULT_CASE,
) -> None:
    """Let simulated participants of several organisations take part in a running workshop."""
    from kit.simulation import demonstrate

    asyncio.run(demonstrate(url, code, case, participants, seed))


def _open_doors(
    path: Path,
    place: Place,
    lang: str,
    ready_file: Path | None,
    also: Callable[[Server, Served], None] | None = None,
    *,
    no_browser: bool,
) -> None:
    """Serve until asked to stop; say how to get in once the port listens, and ``also`` do this."""
    from kit.server.app import serve as serve_for_ever  # Voilà takes a second to import

    def ready(running: Server, served: Served) -> None:
        tell(served, lang, leads_itself=also is not None)
        if ready_file is not None:
            write_ready(ready_file, served)
        if not no_browser:
            threading.Thread(target=webbrowser.open, args=[served.links["trainer"]], daemon=True).start()
        if also is not None:
            also(running, served)

    asyncio.run(serve_for_ever(path, place, ready))
    stopped = translate(N_("Stopped. Everything is saved in {file}."), lang).format(file=path)
    Console(highlight=False, soft_wrap=True).print(stopped, markup=False)


def _must_be_there(given: dict[str, Path | None]) -> None:
    for name, file in given.items():
        if file is not None and not file.is_file():
            message = f"{name}: there is no file {file}"
            raise typer.BadParameter(message)


def choose(workshop: Path | None, data: Path, case: str, programme: str, lang: str, *, new: bool) -> Path:
    """Return the workshop file to serve: the one that was asked for, the one under way, or a new one."""
    if workshop is not None:
        if not workshop.exists():
            Workshop.create(workshop, case, programme, lang=lang).close()
        return workshop
    for file in names.overdue(data):
        message = N_("{file} still holds names after 30 days. Remove them: leefkit forget {file} --all")
        Console(stderr=True, soft_wrap=True).print(translate(message, lang).format(file=file))
    wanted = (Case.load(case).id, Programme.load(programme).id)
    under_way = None if new else find(data, *wanted)
    if under_way is not None and _goes_on(under_way, lang):
        return under_way
    path = free_name(data, wanted[0])
    Workshop.create(path, case, programme, lang=lang).close()
    return path


def workshops_in(data: Path) -> list[Path]:
    """Return the workshop files of a folder; none where there is no such folder yet.

    Raises:
        InputError: You may not look into it.
    """
    try:
        return sorted(data.glob("*.leefkit"))
    except OSError as error:
        message = f"{data}: this folder can't be read ({error.strerror}); choose another with --data"
        raise InputError(message) from error


def find(data: Path, case: str, programme: str) -> Path | None:
    """Return the newest unfinished workshop of this case and programme in a folder."""
    # Nobody is ever offered to go on with invented people.
    files = [file for file in workshops_in(data) if not (paths.is_backup(file) or paths.is_demo(file))]
    for file in sorted(files, key=lambda one: one.stat().st_mtime, reverse=True):
        try:
            with Workshop.open(file) as workshop:
                room = workshop.room
        except KitError:
            continue
        if not room.finished and (room.case.id, room.programme.id) == (case, programme):
            return file
    return None


def free_name(data: Path, case: str) -> Path:
    """Return ``<date>-<case>.leefkit`` in a folder, with a number when that is taken."""
    stem = f"{dt.datetime.now().astimezone().date()}-{case}"
    for n in range(1, 10_000):
        path = data / (f"{stem}.leefkit" if n == 1 else f"{stem}-{n}.leefkit")
        if not path.exists():
            return path
    message = f"{data}: there are too many workshops of today; choose a file with --workshop"
    raise typer.BadParameter(message)


def _goes_on(path: Path, lang: str) -> bool:
    """Offer the workshop that was under way; without anybody to ask, it goes on."""
    out = Console(stderr=True)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        out.print(translate(N_("Going on with {file}. Use --new to start afresh."), lang).format(file=path))
        return True
    question = translate(N_("A workshop is under way: {file}. Go on with it?"), lang).format(file=path.name)
    return typer.confirm(question, default=True, err=True)


def tell(served: Served, lang: str, *, leads_itself: bool = False) -> None:
    """Print how to get in: address, QR code, join code, the links of the roles; and who leads."""
    out = Console(highlight=False, soft_wrap=True)
    titles = {
        "trainer": N_("Trainer's console"),
        "team": N_("Team table"),
        "wall": N_("Wall"),
        "results": N_("Results"),
    }
    address = f"{served.url}/j/{served.code}"
    out.print()
    segno.make(address, error="m", micro=False).terminal(compact=True, border=2)
    out.print(f"[bold]{translate(N_('Join at'), lang)}[/]  {address}")
    out.print(f"[bold]{translate(N_('Join code'), lang)}[/]  {served.code}")
    out.print()
    width = max(len(translate(name, lang)) for name in titles.values())
    for role, name in titles.items():
        out.print(f"{translate(name, lang):<{width}}  {served.links[role]}")
    out.print()
    out.print(translate(N_("Everything is saved in {file}."), lang).format(file=served.workshop))
    if leads_itself:
        out.print(translate(N_("The demo leads itself. Touch the console, and you lead."), lang))
    else:
        out.print(translate(N_("Stop with Ctrl+C. Start again to go on where you were."), lang))


def _log() -> None:
    debug = bool(os.environ.get("LEEFKIT_DEBUG"))
    handler = RichHandler(console=Console(stderr=True), show_path=False, rich_tracebacks=False)
    logging.basicConfig(
        level=logging.INFO if debug else logging.ERROR, format="%(message)s", handlers=[handler]
    )
