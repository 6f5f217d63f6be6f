"""The server: Voilà for the screens, a light page and one socket for the phones, all in one process."""

from __future__ import annotations

import importlib
import sys
from typing import Any


def _load_jsonschema() -> None:
    """Load what Jupyter checks JSON with, but not its check of addresses of the kind *iri*.

    For that one it compiles a grammar whenever it is loaded: more than half of the time in which a server
    starts, for a format that nothing in Jupyter asks for.
    """
    modules: dict[str, Any] = sys.modules
    unused = "rfc3987_syntax"
    if unused in modules or "jsonschema" in modules:
        return
    modules[unused] = None  # Python takes this for a package that is not installed; jsonschema does without
    try:
        importlib.import_module("jsonschema")
    finally:
        del modules[unused]


_load_jsonschema()
