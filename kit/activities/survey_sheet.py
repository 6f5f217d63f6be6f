"""What one person answered, and how much of it is kept."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from kit.activities.base import Asking
from kit.activities.memo import Memo
from kit.activities.survey_items import Item, Items
from kit.errors import RefusedError
from kit.insight.network import reach
from kit.locale import N_
from kit.model.base import Event
from kit.model.survey import Answer, AnswersGiven, CodeKept, CodeUsed, Moment
from kit.room import Room

Answers = Mapping[str, float | None]


class Sheet(msgspec.Struct):
    """The answers of one person at one moment, by item; None is *I don't know*."""

    answers: dict[str, float | None]
    times: dict[str, float]
    organisation: str | None = None

    def take(self, event: AnswersGiven, at: float) -> None:
        """Write down new answers, and strike out those that no longer hold."""
        for item in event.dropped:
            self.answers.pop(item, None)
            self.times.pop(item, None)
        self.answers |= event.answers
        self.times |= dict.fromkeys(event.answers, at)
        self.organisation = event.organisation or self.organisation

    def reach(self, item: str) -> float:
        """Return the share of the other organisations for which the answer was yes; NaN where unknown."""
        if item in self.answers:
            share = self.answers[item]
            return math.nan if share is None else share
        return reach(list(about(self.answers, item).values()))


class Box(msgspec.Struct):
    """All answers of one moment by who gave them.

    Attributes:
        sheets: Their sheets, by name.
        earlier: The name that somebody had before, by the one they have now.
        slips: What is kept of the code on somebody's slip, by name.
        typed: How many slips somebody typed, by name.
        memo: What was reckoned since the last change; no state.
    """

    sheets: dict[str, Sheet]
    earlier: dict[str, str]
    slips: dict[str, str]
    typed: dict[str, int]
    memo: Memo = msgspec.field(default_factory=Memo)

    @property
    def mark(self) -> object:
        """Something that is another thing after each change: what is kept beside it was reckoned since."""
        return self.memo.once("mark", object)

    def take(self, event: Event, by: str, at: float) -> None:
        """Put answers on somebody's sheet, find the sheet they filled in before, or keep their slip."""
        self.memo.clear()
        if isinstance(event, CodeUsed):
            _put(self.earlier, by, event.earlier)
        elif isinstance(event, CodeKept):
            _put(self.slips, by, event.kept)
            self.typed[by] = self.typed.get(by, 0) + 1
        elif isinstance(event, AnswersGiven):
            sheet = self.sheets.setdefault(by, Sheet({}, {}))
            sheet.take(event, at)
            if not sheet.answers:
                del self.sheets[by]

    def known_as(self, name: str) -> str:
        """Return the name somebody had at the first moment, as far as is known."""
        return self.earlier.get(name, name)


def _put(kept: dict[str, str], by: str, value: str) -> None:
    """Write something down under a name, or strike it out where it is empty."""
    if value:
        kept[by] = value
    else:
        kept.pop(by, None)


def item_of(key: str) -> str:
    """Return the item that an answer is to, without the organisation it is about."""
    return key.partition(":")[0]


def about(answers: Answers, item: str) -> dict[str, float | None]:
    """Return the answers to an item by the organisation that they are about."""
    return {key.partition(":")[2]: value for key, value in answers.items() if key.startswith(f"{item}:")}


def home_of(room: Room, who: Asking, command: Answer) -> str | None:
    """Return where somebody comes from, so that they aren't asked about their own organisation."""
    if command.paper is not None:
        return who.organisation
    person = room.people.get(who.actor.participant or "")
    return person.organisation if person else None


def must_answer(who: Asking) -> None:
    """Refuse answers that are nobody's own, and those of the trainer that are on no paper."""
    if who.actor.role == "team":
        raise RefusedError("not_allowed", N_("Everyone answers alone in this step, on their own phone."))
    if who.actor.role == "trainer" and not who.on_paper:
        raise RefusedError(
            "not_allowed", N_("The trainer doesn't answer. Use paper entry for someone without a phone.")
        )


def must_be_answers(bank: Items, moment: Moment, organisations: Iterable[str], given: Answers) -> None:
    """Refuse answers to questions that aren't asked, and answers that can't be chosen.

    Raises:
        RefusedError: With ``unknown_item``, ``bad_value``, or ``no_answers`` where there are none.
    """
    if not given:
        raise RefusedError("no_answers", N_("Answer one question at least."))
    there = set(organisations)
    for key, value in given.items():
        item = bank.item(item_of(key))
        if item is None or moment not in item.moments or not _names(item, key, there):
            raise RefusedError("unknown_item", N_("There is no question {item} in this survey."), item=key)
        if value is not None and value not in bank.scales[item.scale].values:
            raise RefusedError("bad_value", N_("That is none of the answers to question {item}."), item=key)


def _names(item: Item, key: str, organisations: set[str]) -> bool:
    _, colon, organisation = key.partition(":")
    return organisation in organisations if item.per == "organisation" else not colon


def kept(bank: Items, given: Answers, home: str | None, *, apart: bool) -> dict[str, float | None]:
    """Return answers as the journal keeps them.

    Which organisations somebody answers about tells which one is theirs: all but one. Where that may not be
    told, only the share of the others for which the answer was yes is kept, whoever they were.

    Args:
        bank: The items.
        given: Answers by item.
        home: The organisation that the person is from; about that one nobody is asked.
        apart: The journal may know which organisation that is.
    """
    answers: dict[str, float | None] = {}
    for name in dict.fromkeys(item_of(key) for key in given):
        item = bank.item(name)
        if item is None or item.per == "person":
            answers[name] = given[name]
            continue
        others = {one: value for one, value in about(given, name).items() if one != home}
        if apart:
            answers |= {f"{name}:{one}": value for one, value in others.items()}
        elif others:
            share = reach(list(others.values()))
            answers[name] = None if math.isnan(share) else share
    return answers


def answer_rows(step: str, moment: Moment, box: Box) -> list[dict[str, Any]]:
    """Return one row per person and item of a step; *I don't know* has no value."""
    return [
        {
            "step": step,
            "moment": moment,
            "item": item,
            "participant": box.known_as(name),
            "organisation": sheet.organisation,
            "value": value,
            "at": sheet.times[item],
        }
        for name, sheet in box.sheets.items()
        for item, value in sheet.answers.items()
    ]


def outdated(sheet: Sheet | None, answers: Answers) -> list[str]:
    """Return what somebody answered before to the same items about organisations and did not repeat."""
    items = {item_of(key) for key in answers}
    earlier = sheet.answers if sheet else ()
    return [key for key in earlier if item_of(key) in items and key not in answers]
