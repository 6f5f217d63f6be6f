"""What is seen in a chart, in a sentence or two. It says no more than the figures bear out.

Somebody is highest, or rose most, only where nobody else is or did: of figures that look the same as they are
written, none is. Areas are compared over the same periods, and a share of a small number is not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from kit.charts.pick import Pick
from kit.charts.words import NOTHING, profile_words, tell
from kit.insight.chart_numbers import period_name
from kit.insight.chart_parts import Line, Writing
from kit.insight.chart_profile import Dimension, class_of
from kit.locale import N_, translate

FEW = 10
"""Below this a change says little: from 1 to 3 is three times as many, and two more."""
HIGHEST = N_("{name} has the highest figure: {value}.")
LOWEST = N_("{name} has the lowest figure: {value}.")
SHARE_HIGHEST = N_("{n} share the highest figure: {value}.")
SHARE_LOWEST = N_("{n} share the lowest figure: {value}.")
WENT = N_("{name} went from {first} in {start} to {last} in {end}.")
START = 100.0
"""What every line of an index begins at."""

Named = tuple[str, float]


def trend(lines: Sequence[Line], pick: Pick, writing: Writing) -> str:
    """Return what is seen in a trend: of one line from where to where, of several who stands out.

    Several are compared in the periods of which each has a figure; with too few of these nobody stands out.
    """
    own = [one for one in lines if not one.against and _ends(one)]
    if not own:
        return translate(NOTHING, writing.lang)
    if len(own) == 1:
        return " ".join(_went(one, pick, writing) for one in lines if _ends(one))
    whole = [i for i in range(len(pick.periods)) if all(one.values[i] is not None for one in own)]
    if not whole or len(whole) == 1 < len(pick.periods):
        return _went(own[0], pick, writing)
    if pick.chart.index:
        told = [_from_the_start(own, whole[-1], pick, writing)]
    else:
        told = [_top(own, whole[-1], pick, writing), _moved_most(own, (whole[0], whole[-1]), pick, writing)]
    return " ".join(filter(None, told))


def _ends(line: Line) -> list[tuple[int, float]]:
    """Return the first and the last that is known of a line, with where they are."""
    known = [(i, value) for i, value in enumerate(line.values) if value is not None]
    return [known[0], known[-1]] if known else []


def _went(line: Line, pick: Pick, writing: Writing) -> str:
    (a, first), (b, last) = _ends(line)
    values = {
        "name": line.name,
        "start": period_name(pick.periods[a], writing.lang),
        "end": period_name(pick.periods[b], writing.lang),
        "first": writing.number(first),
        "last": writing.number(last),
    }
    return tell(N_("{name} is at {last} in {end}.") if a == b else WENT, writing.lang, **values)


def _at(lines: Sequence[Line], i: int) -> list[Named]:
    return [(one.name, value) for one in lines if (value := one.values[i]) is not None]


def _ranked(named: Sequence[Named], writing: Writing) -> list[str]:
    """Return the numbers as they are written, each once, from the lowest."""
    return list(dict.fromkeys(writing.number(value) for _, value in sorted(named, key=lambda one: one[1])))


def _alone(named: Sequence[Named], said: str, writing: Writing) -> str:
    """Return who has a number as it is written; nothing where several have."""
    found = [name for name, value in named if writing.number(value) == said]
    return found[0] if len(found) == 1 else ""


def _top(own: Sequence[Line], at: int, pick: Pick, writing: Writing) -> str:
    named = _at(own, at)
    last = _ranked(named, writing)[-1]
    name, end = _alone(named, last, writing), period_name(pick.periods[at], writing.lang)
    if not name:
        return _reach(named, end, writing)
    return tell(N_("{name} is highest in {end}: {last}."), writing.lang, name=name, end=end, last=last)


def _reach(named: Sequence[Named], end: str, writing: Writing) -> str:
    """Return between which numbers all are, where nobody stands out."""
    ranked = _ranked(named, writing)
    if len(ranked) == 1:
        return tell(N_("All are at {last} in {end}."), writing.lang, last=ranked[0], end=end)
    sentence = N_("In {end} the figures go from {first} to {last}.")
    return tell(sentence, writing.lang, end=end, first=ranked[0], last=ranked[-1])


def _from_the_start(own: Sequence[Line], at: int, pick: Pick, writing: Writing) -> str:
    """Return who is furthest above where it began, or where nobody is above it furthest below.

    In an index the highest line need not be the area with the most.
    """
    named, end = _at(own, at), period_name(pick.periods[at], writing.lang)
    ranked, start = _ranked(named, writing), writing.number(START)
    values = [value for _, value in named]
    for said, beyond, sentence in (
        (ranked[-1], max(values) > START, N_("{name} is furthest above its start in {end}: {last}.")),
        (ranked[0], min(values) < START, N_("{name} is furthest below its start in {end}: {last}.")),
    ):
        name = _alone(named, said, writing)
        if name and beyond and said != start:
            return tell(sentence, writing.lang, name=name, end=end, last=said)
    return _reach(named, end, writing)


def _moved_most(own: Sequence[Line], span: tuple[int, int], pick: Pick, writing: Writing) -> str:
    """Return what rose most, or where nothing rose what fell most, over a span of which each has figures.

    Who moved by most need not be who moved by the largest share of what it was; then that is said.
    """
    a, b = span
    ends = [(one, one.values[a] or 0.0, one.values[b] or 0.0) for one in own]
    sign = 1 if any(last > first for _, first, last in ends) else -1
    by = [sign * (last - first) for _, first, last in ends]
    shares = [
        step / first if first > 0 and _count(one, a) >= FEW else None
        for step, (one, first, _) in zip(by, ends, strict=True)
    ]
    at = _first_by(shares)
    if at is None:
        return ""
    if by[at] == max(by) and by.count(by[at]) == 1:
        up, down = (
            N_("{name} rose most from {start} to {end}: from {first} to {last}."),
            N_("{name} fell most from {start} to {end}: from {first} to {last}."),
        )
    elif None not in shares:
        up, down = (
            N_("{name} rose most for its size from {start} to {end}: from {first} to {last}."),
            N_("{name} fell most for its size from {start} to {end}: from {first} to {last}."),
        )
    else:
        return ""
    line = ends[at][0]
    first, last = (writing.number(value) for value in ends[at][1:])
    start, end = (period_name(pick.periods[i], writing.lang) for i in span)
    if first == last:
        return ""
    sentence = up if sign > 0 else down
    return tell(sentence, writing.lang, name=line.name, first=first, last=last, start=start, end=end)


def _count(line: Line, at: int) -> float:
    """Return how many a rate was made of; of a number as it was published that number."""
    found = line.published[at] if line.published else line.values[at]
    return found or 0.0


def _first_by(shares: Sequence[float | None]) -> int | None:
    """Return where the largest share is, if one is larger than the others and more than nothing."""
    top = max((one for one in shares if one is not None), default=0.0)
    return shares.index(top) if top > 0 and shares.count(top) == 1 else None


def ranked(named: Sequence[tuple[str, float | None]], writing: Writing, against: str = "") -> str:
    """Return which of several has the highest figure and which the lowest, and what they are held against."""
    known = [(name, value) for name, value in named if value is not None]
    if not known:
        return translate(NOTHING, writing.lang)
    said = _ranked(known, writing)
    if len(known) == 1:
        told = [tell(N_("{name} has the figure {value}."), writing.lang, name=known[0][0], value=said[0])]
    elif len(said) == 1:
        told = [tell(N_("All figures are {value}."), writing.lang, value=said[0])]
    else:
        told = [
            _end(known, said[-1], (HIGHEST, SHARE_HIGHEST), writing),
            _end(known, said[0], (LOWEST, SHARE_LOWEST), writing),
        ]
    return " ".join([*told, *([against] if against else [])])


def _end(known: Sequence[Named], said: str, sentences: tuple[str, str], writing: Writing) -> str:
    """Return who is at an end of the range, or how many are."""
    name = _alone(known, said, writing)
    count = str(sum(writing.number(value) == said for _, value in known))
    return tell(sentences[0] if name else sentences[1], writing.lang, name=name, n=count, value=said)


def kinds(
    named: Sequence[tuple[str, float | None]], area: str, writing: Writing, *, adds_up: bool, lacking: bool
) -> str:
    """Return which kinds come most, of one area or of several together.

    Args:
        named: Kinds with their numbers.
        area: Of which these are; empty for several areas together.
        writing: How numbers are written.
        adds_up: Whether they count something; a mark or a share does not come often.
        lacking: Whether a number is missing from one of the sums.
    """
    known = sorted(((n, v) for n, v in named if v), key=lambda one: -one[1])
    if not known:
        return translate(
            NOTHING if all(v is None for _, v in named) else N_("All figures are 0."), writing.lang
        )
    if not adds_up:
        about = tell(N_("In {area}:"), writing.lang, area=area) if area else ""
        return f"{about} {ranked(named, writing)}".strip()
    said = [writing.number(value) for _, value in known]
    if len(said) > 1 and said[0] == said[1]:
        many = N_("{n} kinds come most, each as often: {value}.")
        return tell(many, writing.lang, n=str(said.count(said[0])), value=said[0])
    first = N_("In {area} “{name}” comes most: {value}.") if area else N_("“{name}” comes most: {value}.")
    if lacking or any(value is None for _, value in named):
        first = N_("“{name}” comes most of what was published: {value}.")
        if area:
            first = N_("In {area} “{name}” comes most of what was published: {value}.")
    told = [tell(first, writing.lang, area=area, name=known[0][0], value=said[0])]
    if len(said) > 1 and said.count(said[1]) == 1:
        told.append(tell(N_("Then comes “{name}”: {value}."), writing.lang, name=known[1][0], value=said[1]))
    return " ".join(told)


def profile(dimensions: Sequence[Dimension], writing: Writing) -> str:
    """Return where an area is lowest and highest beside the national mean; of several areas, which."""
    several = any(len(one.values) > 1 for one in dimensions)
    known = [
        (f"{one.name}, {name}" if several else one.name, value)
        for one in dimensions for name, value in one.values if value is not None
    ]  # fmt: skip
    if not known:
        return translate(NOTHING, writing.lang)
    classes, values = profile_words(writing.lang).classes, [value for _, value in known]
    if len(known) == 1:
        words = classes[class_of(values[0])]
        return tell(N_("{name}: {words}."), writing.lang, name=known[0][0], words=words)
    told = []
    for sentence, value in (
        (N_("Lowest beside the Netherlands: {name} ({words})."), min(values)),
        (N_("Highest: {name} ({words})."), max(values)),
    ):
        name = _alone(known, writing.number(value), writing)
        words = classes[class_of(value)]
        told += [tell(sentence, writing.lang, name=name, words=words)] if name else []
    if told:
        return " ".join(told)
    low, high = (writing.number(value, signed=True) for value in (min(values), max(values)))
    return tell(N_("The differences go from {low} to {high}."), writing.lang, low=low, high=high)
