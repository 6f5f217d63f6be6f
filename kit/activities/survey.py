"""Survey: the same questions before, after and weeks later, answered anonymously and yet paired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kit.activities.base import Activity, Asking, Before, Row, Settings
from kit.activities.codes import Codes
from kit.activities.guards import must_be_open, must_contribute
from kit.activities.mind import Look, Mind
from kit.activities.survey_codes import come_back, keep, must_be_own_number
from kit.activities.survey_figures import drawn
from kit.activities.survey_items import MOMENTS, SAME_DAY, Items
from kit.activities.survey_mind import goes
from kit.activities.survey_result import compared
from kit.activities.survey_sheet import (
    Box,
    answer_rows,
    home_of,
    kept,
    must_answer,
    must_be_answers,
    outdated,
)  # fmt: skip
from kit.activities.survey_told import rows_for_all
from kit.errors import RefusedError
from kit.figures import Figure, Shape
from kit.locale import N_
from kit.model.base import Command, Event, say
from kit.model.people import Audience, Viewer
from kit.model.survey import (
    Answer,
    AnswersGiven,
    CodeKept,
    CodeUsed,
    KeepCode,
    Moment,
    SurveyMine,
    SurveyResult,
    SurveyShared,
    UseCode,
)
from kit.model.views import Named
from kit.room import Room, StepState


class SurveySettings(Settings, kw_only=True, forbid_unknown_fields=True):
    """What is asked, and when.

    Attributes:
        items: The item bank.
        moment: ``before``, ``after`` (the same day), or ``followup`` (6 to 8 weeks later).
        anonymous: Answers stand under a pseudonym; all moments of one bank must agree on it.
    """

    items: str
    moment: Moment
    anonymous: bool = True


class Survey(Activity[SurveySettings]):
    """Everyone answers on their own phone; only what changed in the group is ever shown."""

    name = "survey"
    settings = SurveySettings
    commands = (Answer, KeepCode, UseCode)
    events = (AnswersGiven, CodeKept, CodeUsed)
    files = {"items": Items}

    def new(self) -> Box:
        """Return an empty box."""
        return Box({}, {}, {}, {})

    def check(self, settings: SurveySettings, earlier: Mapping[str, Before]) -> Iterable[str]:
        """Look for the moments of the same bank before this one."""
        same = {
            name: one.settings
            for name, one in earlier.items()
            if one.activity is self and one.settings.items == settings.items
        }
        if settings.per == "team":
            yield "per: everyone answers a survey alone; leave it out"
        if settings.hidden:
            yield "hidden: the answers of a survey are never shown; leave it out"
        for name, one in same.items():
            again = one.moment == settings.moment != "followup"
            if again or MOMENTS.index(one.moment) > MOMENTS.index(settings.moment):
                problem = f"step {name!r} asks {settings.items!r} at moment {one.moment!r} already"
                yield f"moment: {problem}; open that step again, or choose another moment"
            if one.anonymous != settings.anonymous:
                yield f"anonymous: must be as in step {name!r}, or the answers can't be paired"
        if settings.moment != "before" and "before" not in {one.moment for one in same.values()}:
            yield f"moment: no earlier step asks {settings.items!r} before; add one to compare with"

    def later(self, step: StepState) -> bool:
        """Return whether it asks weeks after the day."""
        return bool(step.settings.moment == "followup")

    def secret(self, step: StepState) -> str:
        """Return one secret for the moments of one day; a follow-up has its own, and pairs by code."""
        if step.settings.moment in SAME_DAY:
            return f"survey/{step.settings.items}"
        return step.id

    def may_seal(self, room: Room, step: StepState) -> bool:
        """Wait until the last moment of the day is in."""
        if step.settings.moment not in SAME_DAY:
            return True
        return all(one.skipped or one.status == "closed" for one in self._moments(room, step, SAME_DAY))

    def codes(self, room: Room, step: StepState) -> Codes | None:
        """Ask for codes in a follow-up; give them on the day when there is one to come."""
        settings: SurveySettings = step.settings
        asked = self.later(step)
        to_come = any(not one.skipped for one in self._moments(room, step, ("followup",)))
        if not settings.anonymous or not (asked or to_come):
            return None
        return Codes(f"codes/{settings.items}", asked=asked)

    def _code(self, room: Room, step: StepState) -> str | None:
        """Return whether a code is given or asked: people are shown theirs at the last moment of the day."""
        codes = self.codes(room, step)
        if codes is None or codes.asked:
            return "asked" if codes else None
        last = self._moments(room, step, ("after",)) or [step]
        return "given" if step in last else None

    def returning(self, room: Room, step: StepState) -> Iterable[str]:
        """Return the pseudonyms of the day."""
        return {
            name
            for one in self._moments(room, step, SAME_DAY)
            for name in one.data.sheets
            if name.startswith("~")
        }

    def slips(self, room: Room, step: StepState) -> Mapping[str, str]:
        """Return who had which slip on the day, on paper too."""
        return {
            kept: name for one in self._moments(room, step, SAME_DAY) for name, kept in one.data.slips.items()
        }

    def _moments(self, room: Room, step: StepState, moments: tuple[Moment, ...]) -> list[StepState]:
        """Return the steps that ask the same at certain moments, in the order of the programme."""
        return [
            one
            for one in room.steps.values()
            if one.activity is self
            and one.settings.items == step.settings.items
            and one.settings.moment in moments
        ]

    def decide(self, room: Room, step: StepState, command: Command, who: Asking) -> list[Event]:
        """Take answers, the code of a slip, or that of somebody who is back; or refuse them."""
        must_contribute(who)
        must_be_open(step)
        if isinstance(command, UseCode):
            return come_back(step.id, step.data, who)
        must_answer(who)
        if isinstance(command, KeepCode):
            if self._code(room, step) != "given":
                raise RefusedError("no_codes", N_("This step takes no codes of slips."))
            return keep(step.id, step.data, who, self.slips(room, step))
        if not isinstance(command, Answer):
            raise NotImplementedError(type(command).__name__)
        must_be_own_number(step.data, who)
        bank = self.bank(room, step)
        must_be_answers(bank, step.settings.moment, self._about(room), command.answers)
        organisation = self._organisation(room, step, who)
        home = home_of(room, who, command)
        answers = kept(bank, command.answers, home, apart=organisation is not None)
        sheet = step.data.sheets.get(who.name)
        return [AnswersGiven(step.id, answers, organisation, outdated(sheet, answers))]

    def _organisation(self, room: Room, step: StepState, who: Asking) -> str | None:
        """Return the organisation that may stand beside these answers.

        On paper the trainer may type anything. At a follow-up people may have come in twice, on two phones:
        counting heads proves nothing then, and what counts is what was known on the day.
        """
        if step.settings.moment == "followup" and step.settings.anonymous:
            name = step.data.known_as(who.name)
            known = [one.data.sheets.get(name) for one in self._moments(room, step, SAME_DAY)]
            return next((one.organisation for one in known if one and one.organisation), None)
        return None if who.on_paper and step.settings.anonymous else who.organisation

    def evolve(self, room: Room, step: StepState, event: Event, by: str, at: float) -> None:
        """Put answers on somebody's sheet, find the sheet they filled in before, or keep their slip."""
        del room
        step.data.take(event, by, at)

    def inverse(self, room: Room, step: StepState, event: Event, by: str) -> list[Event]:
        """Take back answers and codes that the trainer typed in from paper."""
        del room
        if isinstance(event, CodeUsed):
            return [CodeUsed(step.id, step.data.earlier.get(by, ""))]
        if isinstance(event, CodeKept):
            return [CodeKept(step.id, step.data.slips.get(by, ""))]
        if not isinstance(event, AnswersGiven):
            return []
        sheet = step.data.sheets.get(by)
        was = sheet.answers if sheet else {}
        changed = [*event.answers, *event.dropped]
        back = {one: was[one] for one in changed if one in was}
        return [AnswersGiven(step.id, back, event.organisation, [one for one in changed if one not in was])]

    def bank(self, room: Room, step: StepState) -> Items:
        """Return the step's item bank."""
        return room.file(Items, step.settings.items)

    def _about(self, room: Room) -> list[str]:
        """Return the organisations that somebody is from: those of the case in its order, then others."""
        there = {one.organisation for one in room.people.values() if one.organisation}
        of_case = [one.id for one in room.case.organisations if one.id in there]
        return [*of_case, *sorted(there - set(of_case))]

    def _named(self, room: Room, lang: str) -> list[Named]:
        """Return the same with their names."""
        names = room.case.organisation_names(lang)
        return [Named(one, names.get(one, one)) for one in self._about(room)]

    def shared(self, room: Room, step: StepState, audience: Audience) -> SurveyShared:
        """Return the questions, how many are in for those who run the room, and the change once closed."""
        settings, lang, box = step.settings, audience.lang, step.data
        bank = self.bank(room, step)
        counts = audience.role != "participant" or step.status == "closed"
        sheets = box.sheets.values() if counts else ()
        asked = bank.asked(settings.moment)
        needed = {one.id for one in asked if one.per == "person"}
        about = self._named(room, lang) if any(one.per == "organisation" for one in asked) else []
        return SurveyShared(
            moment=settings.moment,
            intro=say(bank.intro.get(settings.moment, {}), lang),
            items=bank.questions(settings.moment, lang),
            choices=bank.choices(settings.moment, lang),
            sets=[Named(one.id, say(one.title, lang)) for one in bank.sets],
            about=about,
            code=self._code(room, step),
            answered=len(sheets) if counts else None,
            complete=sum(needed <= one.answers.keys() for one in sheets) if counts else None,
            recognised=len(box.earlier) if counts else None,
            slips=len(box.slips) if audience.role == "trainer" and self.codes(room, step) else None,
            result=self._result(room, step, audience) if step.status == "closed" else None,
        )

    def _result(self, room: Room, step: StepState, audience: Audience) -> SurveyResult | None:
        """Return what changed since the first moment; to phones the scores alone."""
        first = next((one for one in self._moments(room, step, ("before",)) if one is not step), None)
        if first is None:
            return None
        day = next(iter(self._moments(room, step, ("after",))), first) if self.later(step) else first
        about = self._named(room, audience.lang)
        bank, moment = self.bank(room, step), step.settings.moment
        found = compared(bank, moment, first.data, step.data, about, day=day.data)
        if audience.role != "participant":
            return found
        return SurveyResult(found.people, found.pairs, found.shown, found.measures)

    def figures(self, room: Room, step: StepState, lang: str, shape: Shape) -> list[Figure]:
        """Return what changed, question by question, and the lines between organisations; once closed."""
        found = self._result(room, step, Audience("wall", lang)) if step.status == "closed" else None
        if found is None:
            return []
        return drawn(step.id, self.bank(room, step), step.settings.moment, found, lang=lang, shape=shape)

    def mine(self, room: Room, step: StepState, viewer: Viewer, name: str | None) -> SurveyMine | None:
        """Return the viewer's own answers."""
        del room
        if name is None or viewer.role != "participant":
            return None
        sheet = step.data.sheets.get(name)
        box: Box = step.data
        return SurveyMine(dict(sheet.answers) if sheet else {}, name in box.earlier, name in box.slips)

    def took_part(self, room: Room, step: StepState) -> int:
        """Return how many people answered anything."""
        del room
        return len(step.data.sheets)

    def frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return one row per person and item; *I don't know* has no value."""
        del room
        return {"answers": answer_rows(step.id, step.settings.moment, step.data)}

    def anonymous_frames(self, room: Room, step: StepState) -> dict[str, list[Row]]:
        """Return the rows that are told of enough people, and of no organisation but who it reaches."""
        first = next((one for one in self._moments(room, step, ("before",)) if one is not step), None)
        earlier = self.frames(room, first)["answers"] if first else []
        return {"answers": rows_for_all(self.frames(room, step)["answers"], earlier)}

    def pretend(self, look: Look, mind: Mind) -> Iterator[dict[str, Any]]:
        """Answer in two goes, somewhat better after than before."""
        yield from goes(look, mind)


ACTIVITY = Survey()
