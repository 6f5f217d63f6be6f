"""What a survey gave, as figures: only what its result tells already."""

from __future__ import annotations

import numpy as np

from kit.activities.survey_items import Items
from kit.figures import Figure, Shape
from kit.figures.change import Group, Moved, scores
from kit.figures.network import ties
from kit.figures.questions import Asked, questions
from kit.insight.network import of_shares
from kit.model.base import say
from kit.model.survey import ItemResult, MeasureView, Moment, SurveyResult, TiesView


def drawn(
    step: str, bank: Items, moment: Moment, found: SurveyResult, *, lang: str, shape: Shape
) -> list[Figure]:
    """Return the scores, the questions and the ties of a survey that was held twice.

    Args:
        step: The id of the step.
        bank: What was asked.
        moment: The later moment.
        found: What may be told of it.
        lang: The language.
        shape: How wide they are drawn.
    """
    group = Group(found.pairs, moment == "followup")
    made = [
        scores(
            f"{step}-change", [_score(bank, one, found, lang) for one in found.measures], group, lang, shape
        ),
        questions(
            f"{step}-questions", [_question(bank, one, lang) for one in found.items], group, lang, shape
        ),
    ]
    if found.ties:
        made.append(_ties(f"{step}-ties", bank, found.ties, lang, shape))
    return made


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _score(bank: Items, one: MeasureView, found: SurveyResult, lang: str) -> Moved:
    item, group = bank.item(one.id), next((some for some in bank.sets if some.id == one.id), None)
    name = say(group.title, lang) if group else say(item.construct, lang) if item else ""
    memory = next((asked.mean for asked in found.once if asked.memory == one.id), None)
    return Moved(
        name=_capital(name or one.id),
        n=one.n,
        bottom=one.bottom,
        top=one.top,
        counts=None if one.up is None else (one.up, one.same or 0, one.down or 0),
        median=one.median,
        before=one.before,
        after=one.after,
        mean=one.mean,
        low=one.low,
        high=one.high,
        verdict=one.verdict,
        effect=one.effect,
        together=one.together,
        memory=None if one.before is None else memory,
        day=one.day,
    )


def _question(bank: Items, one: ItemResult, lang: str) -> Asked:
    item = bank.item(one.id)
    text = say(item.text, lang) if item else one.id
    return Asked(
        name=_capital(say(item.construct, lang) if item else "") or text,
        text=text,
        n=one.n,
        counts=None if one.up is None else (one.up, one.same or 0, one.down or 0),
        before=one.agree_before,
        after=one.agree_after,
    )


def _ties(name: str, bank: Items, view: TiesView, lang: str, shape: Shape) -> Figure:
    item = bank.item(view.item)
    names = [one.name for one in view.organisations]
    before, after = (of_shares(np.array(one, dtype=np.float64)) for one in (view.before, view.after))
    return ties(name, names, (before, after), lang, shape, question=say(item.text, lang) if item else "")
