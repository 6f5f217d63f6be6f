"""Ties as a drawing: names beside their marks, and lines that differ in dash and mark."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.ties_drawing import NODE, ROUND, SIGNS, Between, Words, places, ties
from tests.insight.test_charts import looks, overlaps, texts

NAMES = [
    "Gemeente Zonnehoek, team Openbare orde en veiligheid", "Politie", "Woningcorporatie Vechtstromen",
    "Sociaal werk", "Bewoners", "Veiligheidsregio Twente", "Brandweer", "Openbaar Ministerie",
    "Zorg- en Veiligheidshuis", "Boa’s, toezicht en handhaving in de openbare ruimte", "School", "GGD Twente",
]  # fmt: skip
WORDS = Words(
    "lijn, van beide kanten", "nieuwe lijn sinds het begin", "van één kant, of te weinig", "nog geen lijn",
    "niet getoond", "minder dan 3 antwoorden: niet getoond",
)  # fmt: skip


def drawn(count, *statuses, shape=WIDE, small=()):
    pairs = list(combinations(range(count), 2))
    given = [Between(g, h, statuses[k % len(statuses)]) for k, (g, h) in enumerate(pairs)]
    return ties(NAMES[:count], [k not in small for k in range(count)], given, shape, WORDS)


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from([*NAMES, "W" * 90, "Een naam van negentig tekens " * 3]), min_size=1, max_size=12
    ),
    st.sampled_from([WIDE, NARROW]),
    st.data(),
)
def test_names_never_overlap(names, shape, data):
    pairs = combinations(range(len(names)), 2)
    between = [Between(g, h, data.draw(st.sampled_from(SIGNS))) for g, h in pairs]
    made = ties(
        names,
        data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names))),
        between,
        shape,
        WORDS,
    )
    assert overlaps(made) == []
    assert made.height <= shape.height if shape is WIDE else made.height <= 1000


@pytest.mark.parametrize("count", range(2, ROUND + 1))
def test_marks_stand_apart_and_their_names_outside(count):
    at = places(count, WIDE.width)
    assert all(abs(a - c) + abs(b - d) > 3 * NODE for (a, b), (c, d) in combinations(at, 2))
    made = drawn(count, "confirmed")
    assert len(looks(made, "dot-end")) == count
    left, right = min(x for x, _ in at), max(x for x, _ in at)
    for one in made.texts[:-1]:
        assert one.box[2] < 300 or one.box[0] > 300, "no name lies on the lines"
        assert one.anchor == ("end" if one.x < 300 else "start")
    assert left < 300 < right


def test_a_new_line_has_another_dash_and_a_mark():
    made = drawn(4, "confirmed", "new", "weak", "missing")
    assert len(looks(made, "line-1")) == 2 + 1, "two of six pairs, and the legend"
    assert len(looks(made, "line-2")) == len(looks(made, "mark-2")) == 2 + 1
    assert "nieuwe lijn sinds het begin" in texts(made)
    assert "nog geen lijn" not in texts(made), "what is missing is told in words"


def test_an_organisation_too_small_to_tell_of_is_open():
    made = drawn(4, "confirmed", small={2})
    assert len(looks(made, "dot-end")) == 3
    assert len(looks(made, "dot")) == 1 + 1
    assert "minder dan 3 antwoorden: niet getoond" in texts(made)


def test_many_organisations_stand_in_a_table_of_signs():
    made = drawn(12, "confirmed", "new", "missing", "weak", "unknown")
    assert looks(made, "line") == []
    assert len(looks(made, "ruler")) == 12
    pairs = 66
    signs = sum(len(looks(made, one)) for one in ("dot-end", "mark-2", "dot", "mark-other", "thread"))
    assert signs == 2 * pairs + 5, "each on both rows, and in the legend"
    assert [one for one in texts(made) if one == "L"] == ["L", "L"], "above its column and before its row"
