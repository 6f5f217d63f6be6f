"""A fair set within a budget: what was chosen, who pays for what, and what most votes would have chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pandas as pd

from kit.figures.figure import Figure
from kit.figures.keep import kept
from kit.figures.say import joined, tell
from kit.figures.vote_words import Rule, named, quoted
from kit.insight.chart_parts import WIDE, ChartDrawing, Shape
from kit.insight.fair_drawing import Basket, Block, Idea, Words
from kit.insight.fair_drawing import fair_set as drawing_of
from kit.locale import N_, translate
from kit.model.figures import FigureView

MOST = 5
"""Ideas that are drawn with who pays; the table behind it has them all."""
NAMED = 4
"""Organisations that a sentence names; of more it names the first and counts the others."""

SAME_PURSE = Rule("budget")

Cells = list[list[str | float | None]]


class Budget(msgspec.Struct, frozen=True):
    """How a set came about.

    Attributes:
        points: What there was to spend.
        imagined: The budget of which everyone's purse was a part in the end: see *Add1* in
            :func:`kit.insight.shares.balanced_set`.
        most_votes: The cards that *most votes first* would have chosen.
    """

    points: int
    imagined: int
    most_votes: list[str]


@kept
def fair_set(
    table: pd.DataFrame,
    payers: pd.DataFrame,
    shares: pd.DataFrame,
    budget: Budget,
    lang: str = "nl",
    *,
    shape: Shape = WIDE,
    rule: Rule = SAME_PURSE,
    name: str = "set",
) -> Figure:
    """Return a set within a budget, and who pays for it.

    Args:
        table: The ideas, best first, as :func:`kit.insight.ranking.ranking` returns them, with what each
            costs in a column ``cost``.
        payers: Who pays for what, as :func:`kit.insight.ranking.who_pays` returns it.
        shares: As for :func:`kit.figures.ranking.ranking`: where it tells nothing, no organisation is named.
        budget: How it came about.
        lang: ``"nl"`` or ``"en"``.
        shape: How wide it is drawn.
        rule: What the vote was about; by default a budget in which every organisation has the same purse.
        name: The id of the figure.
    """
    groups = _told(shares, rule)
    ideas = _ideas(table, payers, groups, rule, lang)
    head, rows = _table(table, payers, ideas, groups, budget, lang=lang)
    view = FigureView(
        id=name,
        title=translate(N_("A fair set within the budget"), lang),
        unit=_unit(rule, budget, lang),
        says=_says(table, shares[groups], budget, lang),
        drawing=_drawn(table, ideas, named(groups, lang), budget, rule=rule, lang=lang, shape=shape),
        head=head,
        rows=rows,
        digits=0,
        notes=_notes(budget, rule, lang, told=len(groups) > 0 or shares.empty) if ideas else [],
        credit=[],
    )
    return Figure(view, lang)


def _told(shares: pd.DataFrame, rule: Rule) -> list[str]:
    """Return the organisations of which it may be told what they pay: all, or none."""
    if rule.by == "points" or not bool(shares.notna().to_numpy().any()):
        return []
    return [str(one) for one in shares.columns]


def _voted(table: pd.DataFrame, rule: Rule) -> int:
    """Return how many organisations voted; 0 where every person has a purse of their own."""
    return int(table["organisations"].max()) if len(table) and rule.by == "support" else 0


def _drawn(
    table: pd.DataFrame,
    ideas: Sequence[Idea],
    names: Sequence[str],
    budget: Budget,
    *,
    rule: Rule,
    lang: str,
    shape: Shape,
) -> ChartDrawing | None:
    if not ideas:
        return None
    more, some = _more(len(ideas) - MOST, lang), translate(N_("{n} of {of}"), lang)
    words = Words(budget.points, _voted(table, rule), some, more)
    return drawing_of(ideas[:MOST], _baskets(table, budget, lang), names, shape, words)


def _ideas(
    table: pd.DataFrame, payers: pd.DataFrame, groups: Sequence[str], rule: Rule, lang: str
) -> list[Idea]:
    chosen: list[Any] = list(table[table["chosen"]].itertuples())
    of = _voted(table, rule)
    return [_idea(row, payers, groups, rule, lang=lang, of=of) for row in chosen]


def _more(rest: int, lang: str) -> str:
    if rest < 1:
        return ""
    return translate(N_("and 1 more"), lang) if rest == 1 else tell(N_("and {n} more"), lang, n=rest)


def _idea(row: Any, payers: pd.DataFrame, groups: Sequence[str], rule: Rule, *, lang: str, of: int) -> Idea:
    pays = payers[(payers["card"] == row.card) & payers["organisation"].notna()]
    who = [str(one) for one in pays["organisation"]]
    parts = [
        (groups.index(one), float(part)) for one, part in zip(who, pays["part"], strict=True) if one in groups
    ]
    named_ = named([groups[k] for k, _ in parts], lang)
    if not who and bool(payers.loc[payers["card"] == row.card, "part"].notna().any()):
        said = translate(N_("Those who support it pay for this together."), lang)
    elif not who:
        said = translate(N_("It fits in what was left, and has the most support of what does."), lang)
    elif rule.by == "points":
        people = N_("1 person pays for this.") if row.voters == 1 else N_("{n} people pay for this together.")
        said = tell(people, lang, n=int(row.voters))
    else:
        said = _pays(named_, len(who), of, tables=rule.tables, lang=lang)
    cost = N_("1 point") if row.cost == 1 else N_("{n} points")
    return Idea(
        place=int(row.place),
        text=row.text,
        cost=tell(cost, lang, n=int(row.cost)),
        pays=said[:1].upper() + said[1:],
        brief=_count(len(who), of, tables=rule.tables, lang=lang) if who and of else said,
        shares=parts,
        payers=len(who),
    )


def _pays(names: Sequence[str], many: int, of: int, *, tables: bool, lang: str) -> str:
    """Return one sentence that says who pays for an idea."""
    if len(names) == 1:
        return tell(N_("{name} pays for this alone."), lang, name=names[0])
    if len(names) > NAMED and many < of:
        others = N_("{some} and {n} others pay for this together.")
        return tell(others, lang, some=", ".join(names[: NAMED - 1]), n=len(names) - NAMED + 1)
    if names and many < of:
        return tell(N_("{names} pay for this together."), lang, names=joined(names, lang))
    return _count(many, of, tables=tables, lang=lang)


def _count(many: int, of: int, *, tables: bool, lang: str) -> str:
    if many == 1:
        return translate(
            N_("1 table pays for this.") if tables else N_("1 organisation pays for this."), lang
        )
    if many == of:
        every = N_("All {n} tables pay for this.") if tables else N_("All {n} organisations pay for this.")
        return tell(every, lang, n=of)
    some = (
        N_("{n} tables pay for this together.") if tables else N_("{n} organisations pay for this together.")
    )
    return tell(some, lang, n=many)


def _baskets(table: pd.DataFrame, budget: Budget, lang: str) -> list[Basket]:
    """Return the set, and beside it what most votes first would have chosen."""
    rows: list[Any] = list(table.itertuples())
    every = {row.card: row for row in rows}
    chosen = [card for card, row in every.items() if row.chosen]
    made = []
    same = set(chosen) == set(budget.most_votes)
    for cards, says in (
        (chosen, N_("Fair: {n} of {of} points")),
        (budget.most_votes, N_("Most votes first: {n} of {of} points")),
    )[: 1 if same else 2]:
        of = [every[card] for card in cards if card in every]
        spent = sum(int(row.cost) for row in of)
        blocks = [Block(int(row.place), row.text, int(row.cost), bool(row.chosen)) for row in of]
        said = tell(says, lang, n=spent, of=budget.points)
        made.append(Basket(said, blocks, tell(N_("over: {n}"), lang, n=budget.points - spent)))
    return made


def _unit(rule: Rule, budget: Budget, lang: str) -> str:
    points = tell(N_("1 point") if budget.points == 1 else N_("{n} points"), lang, n=budget.points)
    if rule.by == "points":
        return tell(N_("{points} to spend; every person has the same purse"), lang, points=points)
    if rule.tables:
        return tell(N_("{points} to spend; every table has the same purse"), lang, points=points)
    return tell(N_("{points} to spend; every organisation has the same purse"), lang, points=points)


def _says(table: pd.DataFrame, shares: pd.DataFrame, budget: Budget, lang: str) -> str:
    """Return what was chosen, what most votes would have, and who would have had nothing then."""
    chosen: list[Any] = list(table[table["chosen"]].itertuples())
    if not chosen:
        return translate(N_("Nothing was chosen."), lang)
    spent = sum(int(row.cost) for row in chosen)
    if len(chosen) == 1:
        one = N_("{first} is chosen, for {n} of the {of} points.")
        said = [tell(one, lang, first=quoted(chosen[0].text), n=spent, of=budget.points)]
    else:
        some = N_("{many} ideas are chosen, for {n} of the {of} points.")
        said = [tell(some, lang, many=len(chosen), n=spent, of=budget.points)]
    ours, others = {row.card for row in chosen}, set(budget.most_votes)
    if ours == others:
        return " ".join([*said, translate(N_("Most votes first would give the same set."), lang)])
    texts = dict(zip(table["card"], table["text"], strict=True))
    instead = [quoted(texts[card]) for card in budget.most_votes if card not in ours]
    lost = [quoted(row.text) for row in chosen if row.card not in others]
    if instead and lost:
        swap = N_("Most votes first would give {others} instead of {ours}.")
        said.append(tell(swap, lang, others=_short(instead, lang), ours=_short(lost, lang)))
    nothing = shares.loc[shares.index.isin(budget.most_votes)].max(axis=0)
    something = shares.loc[shares.index.isin(ours)].max(axis=0)
    without = named([str(one) for one in nothing.index[(nothing == 0) & (something > 0)]], lang)
    if without:
        nobody = N_("Then nothing that {names} support would be chosen.")
        said.append(tell(nobody, lang, names=joined(without, lang)))
    return " ".join(said)


def _short(texts: Sequence[str], lang: str) -> str:
    """Return the first of some texts, and how many more there are: a sentence is no list."""
    if len(texts) == 1:
        return texts[0]
    return tell(N_("{first} and {n} more"), lang, first=texts[0], n=len(texts) - 1)


def _notes(budget: Budget, rule: Rule, lang: str, *, told: bool) -> list[str]:
    notes = [translate(N_("Method of Equal Shares: an idea is bought by those who support it."), lang)]
    if budget.imagined > budget.points:
        more = N_("To leave less over, all purses counted as larger in the end: {n} points together.")
        notes.append(tell(more, lang, n=budget.imagined))
    if not told and rule.by == "support" and not rule.tables:
        unsaid = N_("What each organisation voted is not shown: some have fewer than 3 voters.")
        notes.append(translate(unsaid, lang))
    return notes


def _table(
    table: pd.DataFrame,
    payers: pd.DataFrame,
    ideas: Sequence[Idea],
    groups: Sequence[str],
    budget: Budget,
    *,
    lang: str,
) -> tuple[list[str], Cells]:
    """Return the table behind it: every idea, whether it is in which set, and who pays."""
    columns = (N_("Place"), N_("Text"), N_("Cost"), N_("Voters"), N_("Chosen"), N_("With most votes first"))
    head = [*(translate(one, lang) for one in columns), translate(N_("Who pays"), lang)]
    head += [tell(N_("{name} pays, %"), lang, name=one) for one in named(groups, lang)]
    yes, no = translate(N_("yes"), lang), translate(N_("no"), lang)
    pays = {one.place: one.pays for one in ideas}
    part = payers.dropna().set_index(["card", "organisation"])["part"].to_dict()
    every: list[Any] = list(table.itertuples())
    rows: Cells = [
        [
            int(row.place),
            row.text,
            int(row.cost),
            int(row.voters),
            yes if row.chosen else no,
            yes if row.card in budget.most_votes else no,
            pays.get(int(row.place), ""),
            *(round(100 * part.get((row.card, one), 0.0)) if row.chosen else None for one in groups),
        ]
        for row in every
    ]
    return head, rows
