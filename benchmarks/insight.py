"""Measure the insights on a large workshop: `python benchmarks/insight.py`, or `--help`.

Makes a workshop file with the commands of a real one, and asks it everything. `docs/benchmark.md` has what it
found.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import _crowd  # noqa: E402 - the checkout's own kit, installed or not

from kit.insight.change import change  # noqa: E402
from kit.insight.grid import positions, shift  # noqa: E402
from kit.insight.meetings import met, met_between  # noqa: E402
from kit.insight.moments import by_item, by_person  # noqa: E402
from kit.insight.network import lines, tie_table  # noqa: E402
from kit.insight.passing import build_on_rate  # noqa: E402
from kit.insight.perspective import guesses, priorities  # noqa: E402
from kit.insight.proximity import proximity, proximity_between  # noqa: E402
from kit.insight.ranking import ranking, who_pays  # noqa: E402

FEWEST, AIM, BUDGET = 10, 1.0, 12
Asked = dict[str, Callable[[], object]]


def ballots(frames: dict[str, pd.DataFrame]) -> Asked:
    """Return what one asks of votes."""
    cards, there = frames["cards"], frames["participants"]["organisation"]
    votes = frames["votes"]
    given, order = votes[votes["step"] == "vote"], votes[votes["step"] == "order"]
    yes = given[given["weight"] > 0]
    marks = given.assign(weight=given["weight"] + 3)
    places = given.assign(weight=given.groupby("participant").cumcount() + 1)
    costs = {card: 1 + n % 5 for n, card in enumerate(cards["card"])}
    money = {"costs": costs, "budget": BUDGET}
    picks = yes.groupby("participant").head(3)
    said = picks.assign(about=picks["organisation"].astype("str").iloc[0])[
        ["participant", "organisation", "about", "card"]
    ]

    def rank(rows: pd.DataFrame, method: str, **rules: object) -> Callable[[], object]:
        return lambda: ranking(rows, cards, method=method, organisations=there, **rules)

    return {
        "ranking: approval": rank(given, "approval"),
        "ranking: dots": rank(yes, "dots"),
        "ranking: score": rank(marks, "score"),
        "ranking: Schulze, all ideas": rank(places, "ranking"),
        "ranking: budget, purse per organisation": rank(yes, "budget", **money),
        "ranking: budget, purse per person": rank(yes, "budget", by="points", **money),
        "who pays for the fair set": lambda: who_pays(yes, cards, organisations=there, **money),
        "proximity, all ideas": lambda: proximity(places),
        "proximity, the last six": lambda: (proximity(order), proximity_between(order)),
        "guess the priority": lambda: guesses(said, priorities(picks)),
        "built on each other": lambda: build_on_rate(cards),
    }


def people(frames: dict[str, pd.DataFrame]) -> Asked:
    """Return what one asks of placements, answers and seats."""
    placed, answers, seats = frames["placements"], frames["answers"], frames["seats"]
    items = list(_crowd.AGREE)

    def changed() -> object:
        scores = by_person(answers, items[:8])
        return change(scores["before"], scores["after"])

    return {
        "positions on the grid": lambda: positions(placed),
        "shift of the second round": lambda: shift(placed),
        "change of the scores": changed,
        "change per item": lambda: by_item(answers, items),
        "ties between organisations": lambda: (tie_table(answers, "after", "N2"), lines(answers, "N2")),
        "who met whom": lambda: (met(seats), met_between(seats)),
    }


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Return the median time that something takes."""
    took = []
    for _ in range(repeat):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def measure(participants: int, repeat: int, seed: int) -> dict[str, dict[str, float]]:
    """Make a workshop and measure; return rows of each frame, and seconds of each insight."""
    with tempfile.TemporaryDirectory(prefix="leefkit-bench-") as folder:
        workshop = _crowd.make(Path(folder) / "crowd.leefkit", participants, seed)
        frames = workshop.frames()
        rows = {name: float(len(frame)) for name, frame in frames.items() if len(frame)}
        took = {"all frames": seconds(workshop.frames, repeat)}
        workshop.close()
    for name, work in (ballots(frames) | people(frames)).items():
        took[name] = seconds(work, repeat)
    return {"rows": rows, "seconds": took}


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the insights on a large workshop.")
    parser.add_argument("--participants", type=int, default=2000, help="how many took part [2000]")
    parser.add_argument("--repeat", type=int, default=5, help="time each so often, and show the median [5]")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same workshop [1]")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers here too")
    given = parser.parse_args()
    if given.participants < FEWEST:
        parser.error(f"--participants: {FEWEST} or more, so that there is something to ask")
    return given


def main() -> None:
    """Measure, and print."""
    given = options()
    found = measure(given.participants, given.repeat, given.seed)
    print("rows: " + ", ".join(f"{name} {count:,.0f}" for name, count in found["rows"].items()))
    for name, took in found["seconds"].items():
        print(f"{name:44}{took:8.3f} s   <= {AIM:g} {'ok' if took <= AIM else 'MISSED'}")
    if given.json:
        found["asked"] = {"participants": given.participants, "cores": float(os.cpu_count() or 0)}
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
