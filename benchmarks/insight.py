"""Measure the insights on a large workshop: `python benchmarks/insight.py`, or `--help`.

Makes a workshop file with the commands of a real one, and asks it everything. Ends with 1 when something
takes longer than it may. `docs/benchmark.md` has what it found.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))
# Threads of a matrix product wait by counting: on a busy machine that looks like work.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import _asked  # noqa: E402 - the checkout's own kit, installed or not
import _crowd  # noqa: E402

from kit.figures import NARROW, WIDE  # noqa: E402
from kit.simulation.rehearsal import rehearse  # noqa: E402
from kit.workshop import Workshop  # noqa: E402

FEWEST = 10
SHEETS = [(lang, shape) for lang in ("nl", "en") for shape in (WIDE, NARROW)]
REHEARSED, GUESTS = ("risicoprofiel", "world-cafe"), 24
Row = tuple[float, float]
"""Seconds of work, and how many it may be."""


def seconds(works: list[Callable[[], object]]) -> float:
    """Return the median time that the processor works on each.

    Not the time on the clock, which on a busy machine says more about the others; all this runs on one core.
    """
    took = []
    for work in works:
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return statistics.median(took)


def figures(workshop: Workshop, said: str) -> Iterator[tuple[str, Row]]:
    """Yield what the figures of each step take, where it has any, on sheets that were not drawn before."""
    for step in workshop.room.steps:
        drawn = seconds([lambda s=sheet, n=step: workshop.figures(n, *s) for sheet in SHEETS])  # type: ignore[misc]
        if count := len(workshop.figures(step)):
            yield f"{count} figures of {step}, {said}", (drawn, _asked.AIM)


def rehearsed(folder: Path, guests: int) -> Iterator[tuple[str, Row]]:
    """Yield the figures of days with everything in them, as large as they usually are."""
    for programme in REHEARSED:
        path = rehearse(folder / f"{programme}.leefkit", programme=programme, participants=guests)
        with Workshop.open(path, read_only=True) as workshop:
            yield from figures(workshop, f"{programme} with {guests}")


def measure(participants: int, repeat: int, seed: int) -> tuple[dict[str, float], dict[str, Row]]:
    """Make a workshop and measure; return rows of each frame, and what each question took and may take."""
    with tempfile.TemporaryDirectory(prefix="leefkit-bench-") as folder:
        workshop = _crowd.make(Path(folder) / "crowd.leefkit", participants, seed)
        frames = workshop.frames()
        rows = {name: float(len(frame)) for name, frame in frames.items() if len(frame)}
        took: dict[str, Row] = {"all frames": (seconds([workshop.frames] * repeat), _asked.AIM)}
        for name, (work, limit) in _asked.asked(frames).items():
            took[name] = seconds([work] * repeat), limit
        took |= dict(figures(workshop, f"{participants:,} people"))
        workshop.close()
        took |= dict(rehearsed(Path(folder), min(GUESTS, participants)))
    return rows, took


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the insights on a large workshop.")
    parser.add_argument("--participants", type=int, default=2000, help="how many took part [2000]")
    parser.add_argument("--repeat", type=int, default=5, help="time each so often, and show the median [5]")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same workshop [1]")
    parser.add_argument("--slower", type=float, default=1.0, help="allow so many times as long [1]")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers here too")
    given = parser.parse_args()
    if given.participants < FEWEST:
        parser.error(f"--participants: {FEWEST} or more, so that there is something to ask")
    return given


def main() -> int:
    """Measure, and print; return 1 when something took longer than it may."""
    given = options()
    rows, took = measure(given.participants, given.repeat, given.seed)
    print("rows: " + ", ".join(f"{name} {count:,.0f}" for name, count in rows.items()))
    over = 0
    for name, (spent, limit) in took.items():
        missed = spent > limit * given.slower
        over += missed
        print(f"{name:52}{spent:8.3f} s   <= {limit * given.slower:g} {'MISSED' if missed else 'ok'}")
    print(f"{len(took) - over} of {len(took)} within their limit")
    if given.json:
        asked = {"participants": given.participants, "cores": float(os.cpu_count() or 0)}
        spent = {name: one for name, (one, _) in took.items()}
        limits = {name: one for name, (_, one) in took.items()}
        found = {"rows": rows, "seconds": spent, "limits": limits, "asked": asked}
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
