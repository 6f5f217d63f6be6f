"""Leefkit: design-thinking workshops on safety and liveability, on one laptop.

The public API is four names. They are loaded when they are first used, so that
`import kit` costs nothing and each part can be used without the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.case import Case
    from kit.collection import Workshops
    from kit.programme import Programme
    from kit.widgets import Workshop

__version__ = "0.1.0"
__all__ = ["Case", "Programme", "Workshop", "Workshops", "__version__"]

_HOME = {
    "Case": "kit.case",
    "Programme": "kit.programme",
    "Workshop": "kit.widgets",
    "Workshops": "kit.collection",
}


def __getattr__(name: str) -> object:
    """Load a public name from the module that defines it."""
    if name not in _HOME:
        raise AttributeError(f"module 'kit' has no attribute {name!r}; it offers {', '.join(sorted(_HOME))}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    """List the public names, also those that are not loaded yet."""
    return sorted({*globals(), *_HOME})
