"""The command ``leefkit``. An error is one line on stderr; a traceback only with ``--debug``."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer

from kit import __version__
from kit.cli import files, live, shipped
from kit.errors import KitError

USAGE: Any = typer.BadParameter.__mro__[1]
"""Click's ``UsageError``: typer carries its own click and shows only this child of it."""

app = typer.Typer(
    name="leefkit",
    help="Design-thinking workshops on safety and liveability, on one laptop.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
live.register(app)
files.register(app)
shipped.register(app)


def _version(value: bool) -> None:
    if value:
        print(f"leefkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks and the log.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Design-thinking workshops on safety and liveability, on one laptop."""
    del version
    if debug:
        os.environ["LEEFKIT_DEBUG"] = "1"


def main() -> None:
    """Run the command: exit code 0 done, 1 the request could not be met, 2 wrong usage."""
    try:
        ended = app(prog_name="leefkit", standalone_mode=False)
    except typer.Exit as error:
        sys.exit(error.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(1)
    except USAGE as error:
        where = f" (see: {error.ctx.command_path} --help)" if error.ctx else ""
        print(f"leefkit: {error.format_message()}{where}", file=sys.stderr)
        sys.exit(2)
    except (KitError, OSError) as error:
        if os.environ.get("LEEFKIT_DEBUG"):
            raise
        print(f"leefkit: {error}", file=sys.stderr)
        sys.exit(1)
    if ended:  # not standalone, the code of an Exit comes back as if a command returned it
        sys.exit(ended)
