"""Who met whom in a World Café: as counts, never as names."""

from __future__ import annotations

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd

from kit.insight.swaps import AWAY, Ints, together

MET = ["round", "tables", "people", "pairs", "again", "others"]
TABLES = ["round", "table", "people", "organisations", "mixed"]


class Meetings(msgspec.Struct, frozen=True):
    """What the rounds brought about.

    Attributes:
        pairs: Share of all pairs of people that sat at one table, 0 to 1.
        others: Mean number of other organisations that a person sat with.
        again: How often two people met again, over all pairs.
        between: Pairs that sat at one table, by the organisations they come from; symmetric, shape
            (organisations, organisations). On the diagonal: pairs of colleagues.
    """

    pairs: float
    others: float
    again: int
    between: Ints


class Encounters(msgspec.Struct, frozen=True):
    """Who met whom, with the names of the organisations.

    Attributes:
        organisations: Their names, in the order of ``met.between``.
        people: How many of each there were.
        met: What it brought about. People without an organisation count as being of one together, which
            comes last there and has no name.
    """

    organisations: list[str]
    people: list[int]
    met: Meetings


def meetings(seats: npt.ArrayLike, groups: npt.ArrayLike) -> Meetings:
    """Count who sat together.

    Args:
        seats: Tables from 0, shape (rounds, people); ``AWAY`` for who was not there. Who was never there does
            not count.
        groups: Organisation of each person, as a number from 0; shape (people,).

    Raises:
        ValueError: The shapes don't agree.
    """
    at, of = np.asarray(seats, dtype=np.int64), np.asarray(groups, dtype=np.int64)
    if at.ndim != 2 or of.shape != at.shape[1:]:
        message = f"shapes {at.shape} and {of.shape}; expected (rounds, people) and (people,)"
        raise ValueError(message)
    there = (at != AWAY).any(axis=0)
    often = np.zeros((int(there.sum()),) * 2, dtype=np.int16)
    for seat in at[:, there]:  # one round at a time: all of a large hall would not fit in a cache
        often += together(seat[None])[0]
    return _told(often, of[there])


def _told(often: npt.NDArray[np.int16], of: Ints) -> Meetings:
    """Return what it means that people sat together so often, shape (people, people)."""
    people, size = len(of), int(of.max(initial=-1)) + 1
    met = often > 0
    one = np.eye(size, dtype=np.bool_)[of]
    by = np.argsort(of, kind="stable")
    used, starts = np.unique(of[by], return_index=True)
    seen = np.zeros((people, size), dtype=np.int64)
    between = np.zeros((size, size), dtype=np.int64)
    if people:  # sums by organisation; a product of matrices would wait for the other work of a laptop
        seen[:, used] = np.add.reduceat(met[:, by], starts, axis=1, dtype=np.int64)
        between[used] = np.add.reduceat(seen[by], starts, axis=0)
    between -= np.diag(np.diag(between) // 2)  # every pair of colleagues was counted from both sides
    others = (seen > 0) & ~one
    possible = people * (people - 1) / 2
    return Meetings(
        pairs=float(met.sum() / 2 / possible) if possible else 0.0,
        others=float(others.sum() / people) if people else 0.0,
        again=int((often.sum(dtype=np.int64) - met.sum()) // 2),
        between=between,
    )


def met(seats: pd.DataFrame) -> pd.DataFrame:
    """Return what each round added to who met whom, from the frame *seats*.

    Args:
        seats: Rows of one World Café from the frame *seats*. People without an organisation count as being
            of one together.

    Returns:
        One row per round, with all until then: ``pairs``, the share of all pairs of the people so far that
        sat at one table (0 to 1); ``again``, how often two people met again; ``others``, the mean number of
        other organisations that a person sat with.

    Raises:
        ValueError: The rows are of more than one World Café, or don't say who sat where.
    """
    _one_cafe(seats)
    at, of, _ = _arrays(seats)
    found, been = [], np.zeros(len(of), dtype=np.bool_)
    often = np.zeros((len(of), len(of)), dtype=np.int16)
    for number, table in zip(sorted(seats["round"].unique()), at, strict=True):
        here = table != AWAY
        been |= here
        often += together(table[None])[0]
        so_far = _told(often if been.all() else often[np.ix_(been, been)], of[been])
        tables, people = len(np.unique(table[here])), int(here.sum())
        found.append([int(number), tables, people, so_far.pairs, so_far.again, so_far.others])
    return pd.DataFrame(found, columns=MET)


def met_between(seats: pd.DataFrame) -> pd.DataFrame:
    """Return how many pairs of people met, by the organisations they come from; symmetric.

    Args:
        seats: As for :func:`met`.

    Raises:
        ValueError: As :func:`met`.
    """
    _one_cafe(seats)
    found = who_met(seats)
    size = len(found.organisations)
    index = pd.Index(found.organisations, dtype="str", name="organisation")
    return pd.DataFrame(found.met.between[:size, :size], index=index, columns=index.rename("other"))


def who_met(seats: pd.DataFrame) -> Encounters:
    """Return who met whom at all the tables of a day: of teams, of one World Café or of several.

    Args:
        seats: Rows like those of the frame *seats*; a table is that of its step and its round.

    Raises:
        ValueError: The rows don't say who sat where.
    """
    at, of, names = _arrays(seats)
    people = np.bincount(of, minlength=len(names))[: len(names)]
    return Encounters(names, people.tolist(), meetings(at, of))


def tables(seats: pd.DataFrame) -> pd.DataFrame:
    """Return how mixed each table was.

    Args:
        seats: As for :func:`met`; nobody needs to be known by name.

    Returns:
        One row per round and table: its people, their organisations, and ``mixed``, the share of all pairs
        at it that came from different ones (0 to 1; missing for who sat alone).

    Raises:
        ValueError: The rows are of more than one World Café.
    """
    _one_cafe(seats)
    plain = seats[["round", "table"]].astype({"table": "str"}).assign(of=seats["organisation"].astype("str"))
    each = plain.groupby(["round", "table", "of"], sort=False, dropna=False).size().rename("n").reset_index()
    each["alike"] = each["n"] * (each["n"] - 1) / 2
    by = each.groupby(["round", "table"], sort=False)
    made = by.agg(people=("n", "sum"), organisations=("n", "size"), alike=("alike", "sum")).reset_index()
    pairs = made["people"] * (made["people"] - 1) / 2
    made["mixed"] = 1 - made["alike"] / pairs.where(pairs > 0)
    return made[TABLES]


def _one_cafe(seats: pd.DataFrame) -> None:
    if seats["step"].nunique() > 1:
        message = f"seats of {seats['step'].nunique()} cafés; choose one: seats[seats['step'] == 'x']"
        raise ValueError(message)


def _arrays(seats: pd.DataFrame) -> tuple[Ints, Ints, list[str]]:
    """Return tables of shape (rounds, people), organisations of shape (people,), and their names.

    Who is of no known one gets the number after the last name.
    """
    if len(seats) and seats["participant"].isna().any():
        message = "these seats don't say whose they are; take frames() without anonymous=True"
        raise ValueError(message)
    who, people = pd.factorize(seats["participant"])
    table, _ = pd.factorize(seats["table"])
    step, _ = pd.factorize(seats["step"])
    rounds = seats["round"].to_numpy(dtype=np.int64)
    sitting, times = pd.factorize(step * (rounds.max(initial=0) + 1) + rounds, sort=True)
    at = np.full((len(times), len(people)), AWAY, dtype=np.int64)
    at[sitting, who] = table
    home = seats["organisation"].astype("str")
    code, names = pd.factorize(home, sort=True)
    of = np.zeros(len(people), dtype=np.int64)
    of[who] = np.where(code < 0, len(names), code)
    return at, of, [str(one) for one in names]
