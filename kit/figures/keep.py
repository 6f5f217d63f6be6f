"""Drawing each figure once: screens ask for the same one again and again."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")

KEPT = 256
"""Figures that are kept: those of a day's steps, in two languages and two shapes, and some more."""


def kept(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return a pure function that remembers what it made of the same arguments; nobody changes that.

    Frames can't be keys, so the arguments are compared by what they hold.
    """
    memory: OrderedDict[bytes, Made] = OrderedDict()
    keeping = Lock()

    @wraps(make)
    def once(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        key = pickle.dumps((args, kwargs), pickle.HIGHEST_PROTOCOL)
        with keeping:
            if key in memory:
                memory.move_to_end(key)
                return memory[key]
        made = make(*args, **kwargs)
        with keeping:
            memory[key] = made
            while len(memory) > KEPT:
                memory.popitem(last=False)
        return made

    return once
