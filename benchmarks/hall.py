"""Measure a hall full of phones: `make bench`, or `python benchmarks/hall.py --help`.

Starts a real server and a bare Tornado beside it, and lets the same phones loose on both. Everything stays on
this machine, on 127.0.0.1. `docs/benchmark.md` says how to read what it prints.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

HERE = Path(__file__).parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from kit.workshop import Workshop  # noqa: E402 - the checkout's own kit, installed or not

START_SECONDS = 60
LONGEST_SECONDS = 300
FEWEST = 5
QUANTILES = (("p50", 0.50), ("p95", 0.95), ("max", 1.0))

# What is printed, in this order: key, text, unit, and what issue 2 asks of the p95 (or of the number itself).
TIMES = [
    ("page_ms", "page: all requests", None),
    ("join_ms", "join: hello to welcome and view", 100),
    ("profile_ms", "profile acknowledged", None),
    ("card_ms", "card acknowledged", None),
    ("card_on_trainer_ms", "card on the console", None),
    ("card_on_wall_ms", "card on the wall", 500),
    ("card_in_kernel_ms", "card in a second process", 500),
    ("vote_ms", "vote acknowledged", 100),
    ("vote_on_trainer_ms", "vote on the console", None),
    ("vote_on_wall_ms", "vote on the wall", 500),
    ("vote_in_kernel_ms", "vote in a second process", 500),
    ("return_ms", "back after a cut", 100),
    ("steady_ms", "vote, at the steady rate", 100),
    ("peak_ms", "vote, at the highest rate", None),
]
NUMBERS = [
    ("cpu_ms_per_join", "server CPU per join (ms)", ("<=", 10)),
    ("kb_per_phone", "server memory per phone (kB)", ("<=", 100)),
    ("cpu_ms_per_card", "server CPU per card (ms)", None),
    ("cpu_ms_per_vote", "server CPU per vote (ms)", None),
    ("steady_per_s", "durable votes/s, steady", (">=", 0.98)),
    ("steady_cpu_share", "server CPU at that rate (cores)", None),
    ("peak_per_s", "durable votes/s, highest", (">=", 500)),
    ("load_cpu_share", "load generator CPU at that rate (cores)", None),
    ("page_bytes", "first load, compressed (bytes)", ("<=", 60_000)),
    ("page_requests", "first load, requests", ("<=", 4)),
    ("refused", "refused", ("<=", 0)),
    ("lost", "acknowledged but lost", ("<=", 0)),
    ("double", "double", ("<=", 0)),
]


@contextlib.contextmanager
def running(*command: str) -> Iterator[tuple[int, IO[str], IO[str]]]:
    """Run a program for as long as the block lasts; yield its process id, its input and its output."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, *command], env=env, text=True, stdin=pipe, stdout=pipe) as process:
        try:
            yield process.pid, cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
        finally:
            process.terminate()


def measure(asked: dict[str, Any], folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Measure Leefkit and the bare server, with the same phones; return both."""
    file = folder / "hall.leefkit"
    with (
        floor(folder) as bare,
        leefkit(file) as served,
        running(str(HERE / "_follow.py"), str(file)) as second,
    ):
        _, its_input, its_output = second
        its_output.readline()  # it is there
        halls = [asked | bare, asked | served]
        command = [sys.executable, str(HERE / "_load.py"), json.dumps(halls)]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=False, timeout=LONGEST_SECONDS
        )
        if done.returncode:
            sys.exit("hall.py: the phones gave up; what stopped them stands above")
        below, ours = json.loads(done.stdout)
        its_input.close()  # which ends it
        seen = [line.split() for line in its_output]
    in_kernel(ours, [(float(at), int(seq)) for at, seq in seen])
    check(ours, file)
    return summary(ours), summary(below)


@contextlib.contextmanager
def floor(folder: Path) -> Iterator[dict[str, Any]]:
    """Serve the bare page, echo and insert."""
    with running(str(HERE / "_floor.py"), str(folder / "floor.sqlite")) as (pid, _, output):
        yield {"url": json.loads(output.readline())["url"], "pid": pid}


@contextlib.contextmanager
def leefkit(file: Path) -> Iterator[dict[str, Any]]:
    """Serve a new workshop."""
    ready = file.with_name("ready.json")
    place = ["--host", "127.0.0.1", "--port", "0", "--no-browser"]
    with running("-m", "kit", "serve", "--workshop", str(file), *place, "--ready-file", str(ready)) as (
        pid,
        _,
        _,
    ):
        told = wait_for(ready)
        with Workshop.open(file, read_only=True) as workshop:
            keys = workshop.journal.meta("keys")
        keys = {role: keys[role] for role in ("trainer", "wall")}
        yield {"url": told["url"], "code": told["code"], "pid": pid, "keys": keys}


def wait_for(ready: Path) -> dict[str, Any]:
    """Return what the ready file says, as soon as it is there."""
    until = time.monotonic() + START_SECONDS
    while not ready.exists():
        if time.monotonic() > until:
            sys.exit("hall.py: the server did not start; try: python -m kit serve --no-browser")
        time.sleep(0.05)
    return dict(json.loads(ready.read_text(encoding="utf-8")))


def in_kernel(measured: dict[str, Any], seen: list[tuple[float, int]]) -> None:
    """Add how long it took until the second process showed each command."""
    numbers = [seq for _, seq in seen]
    cards = len(measured["card_ms"])
    for name, sent in (("card", measured["sent"][:cards]), ("vote", measured["sent"][cards:])):
        places = [(at, bisect_left(numbers, seq)) for at, seq in sent]
        late = [1000 * (seen[place][0] - at) for at, place in places if place < len(seen)]
        measured[f"{name}_in_kernel_ms"] = late
    del measured["sent"]


def check(measured: dict[str, Any], file: Path) -> None:
    """Compare what was acknowledged with what is in the file."""
    with Workshop.open(file, read_only=True) as workshop:
        frames = workshop.frames()
    texts = frames["cards"]["text"].value_counts().to_dict()
    wrong = [text for text in measured["cards"] if texts.get(text, 0) == 0]
    double = sum(count - 1 for count in texts.values())
    votes: dict[str, dict[str, int]] = {}
    rows = frames["votes"]
    for who, card, weight in zip(rows["participant"], rows["card"], rows["weight"], strict=True):
        double += card in votes.setdefault(str(who), {})
        votes[str(who)][str(card)] = int(weight)
    lost = [who for who, ballot in measured["votes"].items() if votes.get(who) != ballot]
    measured["lost"], measured["double"] = len(wrong) + len(lost), int(double)
    del measured["cards"], measured["votes"]


def summary(measured: dict[str, Any]) -> dict[str, Any]:
    """Return the numbers: p50, p95 and max of samples, and how many commands were refused."""
    short: dict[str, Any] = {"refused": len(measured["refused"])}
    for key, value in measured.items():
        if isinstance(value, list) and key.endswith("_ms"):
            short[key] = {name: quantile(value, q) for name, q in QUANTILES}
        elif isinstance(value, int | float):
            short[key] = value
    return short


def quantile(values: list[float], q: float) -> float:
    """Return a quantile of what was measured; not a number when nothing was."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(q * len(ordered)))] if ordered else float("nan")


def middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the median over several runs, number by number; the worst where the aim is none at all."""
    first = runs[0]
    merged: dict[str, Any] = {}
    for key, value in first.items():
        if isinstance(value, dict):
            merged[key] = {name: statistics.median(run[key][name] for run in runs) for name in value}
        elif key in {"refused", "lost", "double"}:
            merged[key] = max(run[key] for run in runs)
        elif isinstance(value, int | float):
            merged[key] = statistics.median(run[key] for run in runs)
    return merged


def verdict(value: float, target: tuple[str, float] | None) -> str:
    """Say whether a number is as it should be."""
    if target is None:
        return ""
    sign, bound = target
    good = value <= bound if sign == "<=" else value >= bound
    return f"{sign} {bound:g} {'ok' if good else 'MISSED'}"


def show(kit: dict[str, Any], floor: dict[str, Any], rate: int) -> None:
    """Print the table."""
    print(
        f"\n{'milliseconds':40}{'p50':>8}{'p95':>8}{'max':>8}   floor:{'p50':>7}{'p95':>8}   p95 ratio   aim"
    )
    for key, text, most in TIMES:
        ours, bare = kit[key], floor.get(key)
        line = f"{text:40}" + "".join(f"{ours[name]:8.1f}" for name, _ in QUANTILES)
        beside = (
            f"         {bare['p50']:7.1f}{bare['p95']:8.1f}{ours['p95'] / bare['p95']:10.1f} x"
            if bare
            else " " * 36
        )
        print(f"{line}{beside}   {verdict(ours['p95'], ('<=', most) if most else None)}".rstrip())
    print(f"\n{'':40}{'Leefkit':>12}{'floor':>12}{'ratio':>9}   aim")
    for key, text, target in NUMBERS:
        ours, bare = kit[key], floor.get(key)
        aim = (target[0], target[1] * rate) if target and key == "steady_per_s" else target
        known = isinstance(bare, int | float) and key != "refused"
        beside = f"{bare:12,.2f}{ours / bare if bare else float('nan'):8.1f}x" if known else " " * 21
        print(f"{text:40}{ours:12,.2f}{beside}   {verdict(ours, aim)}".rstrip())


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description="Measure a hall full of phones, beside a bare Tornado server."
    )
    parser.add_argument("--phones", type=int, default=500, help="how many take part [500]")
    parser.add_argument("--rate", type=int, default=500, help="votes per second at the steady rate [500]")
    parser.add_argument("--repeat", type=int, default=1, help="run so often, and show the median [1]")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same votes [1]")
    parser.add_argument("--brief", action="store_true", help="a tenth of the time: only to see that it works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers here too")
    given = parser.parse_args()
    if given.phones < FEWEST:
        parser.error(f"--phones: {FEWEST} or more, so that there is something to vote on")
    return given


def allow_many_files() -> None:
    """Raise the limit of open files: a socket is one."""
    if resource is not None:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = 65_536 if hard == resource.RLIM_INFINITY else hard
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(65_536, most)), hard))


def main() -> None:
    """Measure, and print."""
    given = options()
    allow_many_files()
    asked = {"phones": given.phones, "rate": given.rate, "seed": given.seed}
    asked["scale"] = 0.1 if given.brief else 1.0
    runs: dict[str, list[dict[str, Any]]] = {"leefkit": [], "floor": []}
    for n in range(given.repeat):
        print(f"run {n + 1} of {given.repeat}: {given.phones} phones", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="leefkit-bench-", ignore_cleanup_errors=True) as folder:
            ours, below = measure(asked, Path(folder))
        runs["leefkit"].append(ours)
        runs["floor"].append(below)
    ours, below = middle(runs["leefkit"]), middle(runs["floor"])
    show(ours, below, given.rate)
    if given.json:
        found = {"asked": asked, "cores": os.cpu_count(), "leefkit": ours, "floor": below, "runs": runs}
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
