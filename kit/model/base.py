"""The few types that every other struct is made of."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["participant", "team", "trainer", "wall", "results"]
Lang = Literal["nl", "en"]
Phase = Literal["open", "empathise", "define", "ideate", "test", "close"]
Status = Literal["waiting", "open", "closed"]
Per = Literal["person", "team"]

Text = dict[str, str]
"""One text in several languages: ``{"nl": "Stem", "en": "Vote"}``."""

LANGS: tuple[Lang, ...] = ("nl", "en")

CODE_LETTERS = "ACDEFHJKLMNPQRTUVWXY3479"
"""For codes that people read and type: no letters and digits that look alike on a projector."""


def say(text: Text | str, lang: str) -> str:
    """Return ``text`` in ``lang``; Dutch, then whatever there is, where that language is missing."""
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get("nl") or next(iter(text.values()), "")


class Command(msgspec.Struct, frozen=True, tag_field="kind", forbid_unknown_fields=True, omit_defaults=True):
    """What someone asks. It may be refused. The tag ``kind`` names it on the wire."""


class Event(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True):
    """What happened. Never refused and never changed; unknown fields of a newer version are passed over."""


class Struct(msgspec.Struct):
    """A part of a view, on its way to a screen as JSON."""
