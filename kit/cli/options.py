"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

from kit.model.base import Lang

Json = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]
Language = Annotated[Lang, typer.Option(help="Language of the texts.")]
