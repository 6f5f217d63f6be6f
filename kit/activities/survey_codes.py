"""What a survey does with a code that somebody typed: a slip that is theirs now, or the way back."""

from __future__ import annotations

from collections.abc import Mapping

from kit.activities.base import Asking
from kit.activities.survey_sheet import Box
from kit.errors import RefusedError
from kit.locale import N_
from kit.model.base import Event
from kit.model.survey import CodeKept, CodeUsed

MOST_SLIPS = 10
"""A person who types more is trying out whether there is such a slip."""


def keep(name: str, box: Box, who: Asking, slips: Mapping[str, str]) -> list[Event]:
    """Take the code of a slip that somebody drew, in the place of one they gave before.

    Args:
        name: The step.
        box: What was answered in it.
        who: Who has the slip.
        slips: Who has the slip of which this was kept.
    """
    if who.kept is None:
        raise RefusedError("bad_code", N_("A slip has a code of 6 letters and digits. Look at it once more."))
    if box.slips.get(who.name) == who.kept:
        return []
    if box.typed.get(who.name, 0) >= MOST_SLIPS:
        raise RefusedError(
            "too_many_slips",
            N_("You have typed {most} slips. The last one counts."),
            most=MOST_SLIPS,
        )
    if slips.get(who.kept, who.name) != who.name:
        raise RefusedError(
            "slip_used", N_("Somebody has this slip already. Look at it once more, or draw another one.")
        )
    return [CodeKept(name, who.kept)]


def come_back(name: str, box: Box, who: Asking) -> list[Event]:
    """Recognise somebody by their code, or say why not.

    Paper goes with paper and a phone with a phone: the trainer has had a sheet in hand, and would otherwise
    know whose answers they are that somebody gave unseen.
    """
    if who.earlier is None:
        raise RefusedError("no_codes", N_("This step asks for no code."))
    if who.on_paper != on_paper(who.earlier):
        if who.on_paper:
            raise RefusedError(
                "code_of_phone", N_("This code is of answers on a phone. Let them answer on a phone again.")
            )
        raise RefusedError(
            "code_of_paper", N_("This slip is of answers on paper. Ask for paper, or go on without it.")
        )
    if box.earlier.get(who.name) == who.earlier and who.on_paper:
        return []
    taken = {box.known_as(one) for one in (*box.sheets, *box.earlier) if one != who.name}
    if who.name in box.earlier or who.earlier in taken:
        raise RefusedError("code_used", N_("This code was used already. Go on with the questions."))
    return [CodeUsed(name, who.earlier)]


def must_be_own_number(box: Box, who: Asking) -> None:
    """Refuse a sheet without a code under the number of one that came back under another number.

    On paper the number pairs; both sheets would be the same person's.
    """
    if who.on_paper and who.name not in box.earlier and who.name in box.earlier.values():
        raise RefusedError(
            "number_used",
            N_("Another sheet came back under this number. Give this sheet a number of its own."),
        )


def on_paper(name: str) -> bool:
    """Return whether this is the name of a sheet of paper."""
    return not name.startswith("~")
