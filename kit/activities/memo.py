"""Remembering what was reckoned, next to the state that it was reckoned from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Memo(dict[Any, Any]):
    """What was reckoned since the last change. It is no state: two states differ in nothing by it.

    Whoever changes the state beside it calls ``clear``.
    """

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Return what ``make`` returns; it is asked once until something changes."""
        if key not in self:
            self[key] = make()
        found: T = self[key]
        return found

    def __eq__(self, other: object) -> bool:
        """Return True beside any other."""
        return isinstance(other, Memo)

    __hash__ = None
