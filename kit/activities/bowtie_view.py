"""What screens, later steps and frames get of the bowties of a step."""

from __future__ import annotations

from typing import Any

from kit.activities.base import Row
from kit.activities.bowtie_tie import MAX_CHARS, MOST_MEASURES, Drawn, ideas, teams, tie_of, topic
from kit.case import BowtieSeed
from kit.figures import Figure
from kit.figures.bowtie import SHEET, bowtie
from kit.insight.bowtie import TieIndicators, indicators, levels
from kit.insight.bowtie_drawing import Sheet, draw
from kit.insight.bowtie_parts import TieDrawing, Words
from kit.locale import N_, translate
from kit.model.base import say
from kit.model.bowtie import BowtieShared, IdeaView, LevelRow, NodeView, SeedView, TallyView, TieView
from kit.model.people import Audience
from kit.model.views import Offer
from kit.room import Card, Room, StepState

SHEETS = {
    "team": Sheet(1000, 350, split=False),
    "trainer": Sheet(540, 300),
    "wall": Sheet(640, 214, overview=True),
}
"""How large each screen may draw: a wall letter is at least 1/40 of its height, so it turns pages instead."""

WHOLE = {"wall": Sheet(920, 330, split=False)}
"""For the results, which are made of what the wall may see."""

NAMED = {"nieuw": N_("new"), "idee": N_("idea")}


def shared(room: Room, step: StepState, audience: Audience) -> BowtieShared:
    """Return what an audience may see of the bowties of a step."""
    phone = audience.role == "participant"
    seen = _seen(room, step, audience)
    found = [] if phone else ideas(room, step, trainer=audience.role == "trainer")
    return BowtieShared(
        most_lines=step.settings.most_lines,
        most_measures=MOST_MEASURES,
        max_chars=MAX_CHARS,
        ties=[_tie(room, step, team, audience, found) for team in seen],
        tally=[] if phone else [_tally(step, team) for team in teams(room, step)],
        levels=[] if phone else _levels(room, step, seen, audience.lang),
        seed=_seed(room.case.bowtie, audience.lang) if audience.role == "trainer" else None,
    )


def _seen(room: Room, step: StepState, audience: Audience) -> list[str]:
    """Return the tables whose bowties an audience may see, its own first."""
    own = [audience.team] if audience.team else []
    if audience.role == "trainer":
        return teams(room, step)
    if audience.role == "participant" or not step.revealed:
        return own
    return list(dict.fromkeys([*own, *(team for team in teams(room, step) if tie_of(step, team))]))


def _tie(
    room: Room, step: StepState, team: str, audience: Audience, found: list[tuple[Card, str | None]]
) -> TieView:
    tie = tie_of(step, team)
    subject = topic(room, step, team)
    return TieView(
        team=team,
        topic=subject.text if subject else "",
        nodes=[
            NodeView(one.id, one.element, one.text, one.parent, one.card, one.marks)  # type: ignore[arg-type]
            for one in tie
        ],
        tells=tells(tie),
        drawings=drawings(room, tie, SHEETS.get(audience.role), audience.lang),
        whole=next(iter(drawings(room, tie, WHOLE.get(audience.role), audience.lang)), None),
        ideas=_ideas(step, tie, team, found),
    )


def tells(tie: list[Drawn]) -> TieIndicators:
    """Return what one bowtie tells."""
    return indicators(one.node() for one in tie)


def drawings(room: Room, tie: list[Drawn], sheet: Sheet | None, lang: str) -> list[TieDrawing]:
    """Return one bowtie as drawings on sheets of a size; none where that is not given, or nothing to page."""
    if sheet is None or (sheet.split and not tie):
        return []
    names = room.case.organisation_names(lang)
    words = Words(
        hazard=translate(N_("No hazard yet"), lang),
        top_event=translate(N_("No moment that it goes wrong yet"), lang),
        threat=translate(N_("No causes yet"), lang),
        consequence=translate(N_("No consequences yet"), lang),
        gap=translate(N_("Gap: no measure yet"), lang),
    )
    notes = tuple(_note(one, names, lang) for one in tie)
    return draw(tuple(one.node() for one in tie), notes, words, sheet)


def figures(room: Room, step: StepState, lang: str) -> list[Figure]:
    """Return the bowtie of every table that drew one, once they are shown to the room."""
    found: list[Figure] = []
    for number, team in enumerate(teams(room, step) if step.revealed else (), 1):
        tie = tie_of(step, team)
        if tie:
            (drawing,) = drawings(room, tie, SHEET, lang)
            nodes, owners = [one.node() for one in tie], room.case.organisation_names(lang)
            subject = next((one.text for one in tie if one.element == "top_event"), "")
            title = f"{team}: {subject}" if subject else team
            found.append(
                bowtie(f"{step.id}-bowtie-{number}", title, nodes, drawing, owners=owners, lang=lang)
            )
    return found


def _note(one: Drawn, names: dict[str, str], lang: str) -> str:
    """Return what stands under an element: who owns it, and what stands out about it."""
    marks = one.marks
    parts = [names.get(marks.organisation, marks.organisation)]
    if one.element in {"prev", "recov"}:
        parts = [parts[0] or translate(N_("no owner yet"), lang)]
        parts += [translate(N_("weak"), lang)] if marks.effect == "zwak" else []
    parts += [translate(NAMED[marks.status], lang)] if marks.status in NAMED else []
    return " ·\u00a0".join(part for part in parts if part)


def _ideas(
    step: StepState, tie: list[Drawn], team: str, found: list[tuple[Card, str | None]]
) -> list[IdeaView]:
    """Return the cards that are not in this bowtie yet, without those written for another table's."""
    there = {one.card for one in tie}
    return [
        IdeaView(card.id, card.text, node if node in step.data and step.data[node].gone is None else None)
        for card, node in found
        if card.id not in there and (node is None or step.data[node].team == team)
    ]


def _tally(step: StepState, team: str) -> TallyView:
    told = tells(tie_of(step, team))
    return TallyView(team, told.threats + told.consequences, told.left + told.right, len(told.gaps))


def _levels(room: Room, step: StepState, seen: list[str], lang: str) -> list[LevelRow]:
    """Return who does what at which level, also those in the room who do nothing yet."""
    names = room.case.organisation_names(lang)
    here = {one.organisation for one in room.people.values()}
    drawn = [one.node() for team in seen for one in tie_of(step, team)]
    found = levels(drawn, [name for name in names if name in here])
    return [LevelRow(names.get(name, name), counts) for name, counts in found.items()]


def _seed(seed: BowtieSeed | None, lang: str) -> SeedView | None:
    if seed is None:
        return None
    lists = [[say(one, lang) for one in part] for part in (seed.threats, seed.consequences, seed.measures)]
    return SeedView(say(seed.hazard, lang), say(seed.top_event, lang), *lists)


def offers(room: Room, step: StepState, lang: str) -> list[Offer]:
    """Return every gap, weak measure and bare weak spot of all bowties as a question to find ideas for."""
    names, found = room.case.organisation_names(lang), []
    for team in teams(room, step):
        tie = tie_of(step, team)
        told = tells(tie)
        asked = {*told.gaps, *told.weak, *told.bare}
        for one in tie:
            if one.id in asked:
                owner = one.marks.organisation
                found.append(Offer(one.id, _question(step, one, lang), names.get(owner, owner) or None, team))
    return found


def _question(step: StepState, one: Drawn, lang: str) -> str:
    asks = {
        "threat": N_("How might we keep things going well, even when this happens: ‘{text}’?"),
        "consequence": N_("How might we make this consequence smaller: ‘{text}’?"),
        "escal": N_("How might we keep ‘{measure}’ working, even with this weak spot: ‘{text}’?"),
    }
    ask = asks.get(one.element, N_("How might we make this measure stronger: ‘{text}’?"))
    above = step.data.get(one.parent)
    return translate(ask, lang).format(text=_bare(one.text), measure=_bare(above.text) if above else "")


def _bare(text: str) -> str:
    return text.rstrip(" .")


def rows(room: Room, step: StepState) -> list[Row]:
    """Return the elements as rows of the frame; there lines hang on the top event, and that on the hazard."""
    return [row for team in teams(room, step) for row in _rows(step, tie_of(step, team))]


def _rows(step: StepState, tie: list[Drawn]) -> list[Row]:
    one_of: dict[str, Any] = {one.element: one.id for one in tie}
    above = {"top_event": "hazard", "threat": "top_event", "consequence": "top_event"}
    return [
        {
            "step": step.id,
            "node": one.id,
            "kind": one.element,
            "text": one.text,
            "parent": one.parent or one_of.get(above.get(one.element, "")),
            "organisation": one.marks.organisation or None,
            "prevention": str(one.marks.prevention) if one.marks.prevention else None,
            "card": one.card,
            "team": one.team,
            "status": one.marks.status or None,
            "effect": one.marks.effect or None,
            "lead": one.marks.lead or None,
            "chain": one.marks.chain or None,
            "domain": one.marks.domain or None,
        }
        for one in tie
    ]
