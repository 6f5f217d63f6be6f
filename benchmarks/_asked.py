"""What is asked of a large workshop: each question with the seconds that it may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

import _crowd
import numpy as np
import pandas as pd

from kit import paths
from kit.figures.forest import forest
from kit.insight.bowtie import Node, indicators, levels
from kit.insight.change import change, overlap
from kit.insight.grid import positions, shift
from kit.insight.meetings import met, met_between
from kit.insight.moments import by_item, by_person
from kit.insight.network import lines, tie_table
from kit.insight.passing import build_on_rate
from kit.insight.perspective import guesses, priorities
from kit.insight.plain import hints
from kit.insight.privacy import personal
from kit.insight.proximity import proximity, proximity_between
from kit.insight.ranking import ranking, who_pays
from kit.insight.seating import advise, choose_hosts, plan, replan
from kit.insight.several import changes, kept, together
from kit.insight.similar import similar
from kit.insight.support import chance_ahead, chance_among, draw
from kit.insight.swaps import AWAY, Company
from kit.insight.wording import tone
from kit.simulation.script import Script

AIM, SEATING, BUDGET = 1.0, 2.0, 12
HALL, CARDS, WORKSHOPS, ROUNDS = 200, 300, 20, 3
Frames = dict[str, pd.DataFrame]
Work = Callable[[], object]
Asked = dict[str, tuple[Work, float]]


def asked(frames: Frames) -> Asked:
    """Return all questions by name: the work, and its limit in seconds."""
    soon = ballots(frames) | people(frames) | several(frames) | texts() | bowties()
    return {name: (work, AIM) for name, work in soon.items()} | {
        name: (work, SEATING) for name, work in seats(frames).items()
    }


def ballots(frames: Frames) -> dict[str, Work]:
    """Return what one asks of votes."""
    cards, there = frames["cards"], frames["participants"]["organisation"]
    votes = frames["votes"]
    given, order = votes[votes["step"] == "vote"], votes[votes["step"] == "order"]
    yes = given[given["weight"] > 0]
    marks = given.assign(weight=given["weight"] + 3)
    placed = given.assign(weight=given.groupby("participant").cumcount() + 1)
    costs = {card: 1 + n % 5 for n, card in enumerate(cards["card"])}
    money = {"costs": costs, "budget": BUDGET}
    picks = yes.groupby("participant").head(3)
    said = picks.assign(about=picks["organisation"].astype("str").iloc[0])[
        ["participant", "organisation", "about", "card"]
    ]
    counts = (
        yes.groupby(["organisation", "card"], observed=True)["participant"].nunique().unstack(fill_value=0)
    )
    voters = given.groupby("organisation", observed=True)["participant"].nunique().reindex(counts.index)

    def rank(rows: pd.DataFrame, method: str, **rules: object) -> Work:
        return partial(ranking, rows, cards, method=method, organisations=there, **rules)

    def chances() -> object:
        drawn = draw(counts.to_numpy(), voters.to_numpy(), seed=1)
        return chance_among(drawn), chance_ahead(drawn, 0, 1)

    return {
        "ranking: approval": rank(given, "approval"),
        "ranking: dots": rank(yes, "dots"),
        "ranking: score": rank(marks, "score"),
        "ranking: Schulze, all ideas": rank(placed, "ranking"),
        "ranking: budget, purse per organisation": rank(yes, "budget", **money),
        "ranking: budget, purse per person": rank(yes, "budget", by="points", **money),
        "who pays for the fair set": partial(who_pays, yes, cards, organisations=there, **money),
        "is the first ahead of the second": chances,
        "proximity, all ideas": partial(proximity, placed),
        "proximity, the last six": lambda: (proximity(order), proximity_between(order)),
        "guess the priority": lambda: guesses(said, priorities(picks)),
        "built on each other": partial(build_on_rate, cards),
    }


def people(frames: Frames) -> dict[str, Work]:
    """Return what one asks of placements, answers and seats."""
    placed, answers, seated = frames["placements"], frames["answers"], frames["seats"]
    items = list(_crowd.AGREE)

    def changed() -> object:
        scores = by_person(answers, items[:8])
        before, after = scores["before"], scores["after"]
        return change(before, after), overlap(before, after)

    return {
        "positions on the grid": partial(positions, placed),
        "shift of the second round": partial(shift, placed),
        "change of the scores": changed,
        "change per item": partial(by_item, answers, items),
        "ties between organisations": lambda: (tie_table(answers, "after", "N2"), lines(answers, "N2")),
        "who met whom": lambda: (met(seated), met_between(seated)),
    }


def several(frames: Frames) -> dict[str, Work]:
    """Return what one asks of several workshops: the crowd, parted over twenty of them."""
    answers = frames["answers"]
    part = answers["participant"].astype("category").cat.codes % WORKSHOPS
    apart = answers.assign(workshop=("w" + part.astype("str")).astype("category"))
    scale = list(_crowd.AGREE)[:8]
    moved, mean = changes(apart, scale), together(apart, scale)
    status = ["proposed", "confirmed", "declined", "done", "dropped"]
    many = WORKSHOPS * 20
    agreed = pd.DataFrame({
        "workshop": [f"w{n % WORKSHOPS}" for n in range(many)],
        "status": [status[n % len(status)] for n in range(many)],
        "complete": pd.array([n % 3 == 0 for n in range(many)], dtype="boolean"),
        "answered_at": pd.to_datetime([n % 4 for n in range(many)], unit="s", utc=True),
    })  # fmt: skip
    return {
        "twenty workshops: change in each": partial(changes, apart, scale),
        "twenty workshops: their mean": partial(together, apart, scale),
        "twenty workshops: forest plot": lambda: forest.__wrapped__(moved, mean, None, "nl"),
        "twenty workshops: agreements kept": partial(kept, agreed, apart),
    }


def seats(frames: Frames) -> dict[str, Work]:
    """Return seats for a hall with the crowd's mix of organisations, and seats that are made again."""
    homes = frames["participants"]["organisation"].cat.codes.to_numpy()
    groups = np.resize(homes, HALL).astype(np.int64)
    tables = advise(HALL, ROUNDS)
    company = Company(groups, np.arange(tables))
    hosts = choose_hosts(groups, tables)
    left = plan(company, hosts, ROUNDS)
    left[1:, [one for one in range(HALL) if one not in hosts][::10]] = AWAY
    return {
        f"seats for {HALL} people, {ROUNDS} rounds": partial(plan, company, hosts, ROUNDS),
        f"seats for {HALL} people, anew when some left": partial(replan, company, hosts, left, 1),
    }


def texts() -> dict[str, Work]:
    """Return what is asked of many cards, with the texts of the cases that ship."""
    known = list(islice(_written(), CARDS))
    said = [known[n % len(known)] for n in range(CARDS)]

    def looked() -> object:
        return [(list(hints(one, "nl")), personal(one), tone(one, "nl")) for one in said]

    return {
        f"similar cards among {CARDS}": partial(similar, said, "nl"),
        f"plain words and privacy of {CARDS} cards": looked,
    }


def _written() -> Iterator[str]:
    for case in sorted(paths.cases_dir().iterdir()):
        script = Script.load(case.name)
        for zones in script.contributions.values():
            for written in zones.values():
                yield from (one.text for one in written)


def bowties() -> dict[str, Work]:
    """Return what is asked of the bowties of sixty tables."""
    drawn = [_bowtie(table) for table in range(60)]
    every = [node for nodes in drawn for node in nodes]
    return {"bowties of sixty tables": lambda: ([indicators(one) for one in drawn], levels(every))}


def _bowtie(table: int) -> list[Node]:
    """Return a bowtie of four causes and four consequences, with three measures on each and a weak spot."""
    top = Node(id=f"{table}-top", kind="top_event", text="Het gaat mis")
    made = [top]
    for n in range(8):
        line = Node(
            id=f"{table}-{n}", kind="threat" if n < 4 else "consequence", parent=top.id, domain="sociaal"
        )
        made.append(line)
        for k in range(n % 4):
            kind = "prev" if n < 4 else "recov"
            owner = f"organisatie {(table + n + k) % 6}"
            one = Node(id=f"{line.id}-{k}", kind=kind, parent=line.id, organisation=owner, prevention="2",
                       effect="matig", domain="veiligheid")  # fmt: skip
            made += [one, Node(id=f"{one.id}-weak", kind="escal", parent=one.id)]
    return made
