"""What a bowtie tells, worked out by hand on the square of Zonnehoek."""

import pandas as pd
import pytest

from kit.frames import COLUMNS
from kit.insight.bowtie import LEANS, LEVELS, Node, indicators, levels, nodes


def node(id_, kind, parent=None, **said):
    return Node(id=id_, kind=kind, parent=parent, text=f"tekst {id_}", **said)


SQUARE = [
    node("n1", "hazard"),
    node("n2", "top_event"),
    node("n3", "threat", domain="sociaal"),
    node("n4", "threat", domain="veiligheid"),
    node("n5", "threat"),
    node("n6", "consequence", domain="zorg"),
    node("n7", "consequence", domain="fysiek"),
    node("n8", "prev", "n3", organisation="politie", prevention="3", effect="zwak", domain="veiligheid"),
    node("n9", "prev", "n3", organisation="jongerenwerk", prevention="2", effect="goed", domain="sociaal"),
    node("n10", "prev", "n4", organisation="politie", prevention="4", domain="veiligheid"),
    node("n11", "recov", "n6", organisation="politie", prevention="4", domain="veiligheid", status="idee"),
    node("n12", "recov", "n6", prevention="1", domain="sociaal"),
    node("n13", "escal", "n8"),
    node("n14", "escal", "n10"),
    node("n15", "escal_barrier", "n14", organisation="school"),
]


def test_a_line_without_a_measure_is_a_gap():
    assert indicators(SQUARE).gaps == ["n5", "n7"]


def test_a_measure_of_little_effect_and_a_weak_spot_without_support_are_weak():
    told = indicators(SQUARE)
    assert (told.weak, told.bare) == (["n8"], ["n13"])


def test_ownership_is_the_share_of_measures_with_an_owner():
    """Four of five. Extra support has an owner too, but it is no measure on a line."""
    told = indicators(SQUARE)
    assert (told.owned, told.ownership) == (4, 0.8)


def test_a_bowtie_leans_on_who_owns_more_than_half_of_it():
    told = indicators(SQUARE)
    assert (told.largest, told.dependence, told.leans) == ("politie", 0.6, True)


@pytest.mark.parametrize(
    ("owners", "largest", "share", "leans"),
    [
        (["a", "b"], "a", 0.5, False),
        (["b", "a", "b"], "b", 2 / 3, True),
        (["b", "b", None, None], "b", 0.5, False),
        ([None], None, 0.0, False),
        (["c", "b", "a"], "a", 1 / 3, False),
    ],
)
def test_half_is_not_more_than_half(owners, largest, share, leans):
    drawn = [
        node("n1", "threat"),
        *(node(f"m{i}", "prev", "n1", organisation=one) for i, one in enumerate(owners)),
    ]
    told = indicators(drawn)
    assert (told.largest, told.leans) == (largest, leans)
    assert told.dependence == pytest.approx(share)
    assert LEANS == 0.5


def test_a_link_is_a_measure_from_another_domain_than_its_line():
    links = [(one.line, one.measure, one.of, one.by, one.care) for one in indicators(SQUARE).links]
    assert links == [
        ("n3", "n8", "sociaal", "veiligheid", True),
        ("n6", "n11", "zorg", "veiligheid", True),
        ("n6", "n12", "zorg", "sociaal", False),
    ]


def test_what_domain_is_not_known_is_no_link():
    drawn = [
        node("n1", "threat"),
        node("n2", "prev", "n1", domain="zorg"),
        node("n3", "threat", domain="zorg"),
    ]
    assert indicators([*drawn, node("n4", "prev", "n3")]).links == []


def test_balance_is_what_lies_before_and_after():
    told = indicators(SQUARE)
    assert (told.threats, told.consequences, told.left, told.right) == (3, 2, 3, 2)


def test_an_empty_bowtie_tells_nothing():
    told = indicators([])
    assert (told.gaps, told.weak, told.bare, told.links) == ([], [], [], [])
    assert (told.ownership, told.dependence, told.largest, told.leans) == (None, None, None, False)


def test_who_does_what_at_which_level():
    assert levels(SQUARE, ["school", "politie"]) == {
        "school": [0, 0, 0, 0],
        "politie": [0, 0, 1, 2],
        "jongerenwerk": [0, 1, 0, 0],
        "": [1, 0, 0, 0],
    }
    assert len(LEVELS) == 4


def test_a_measure_of_no_level_is_in_none_of_them():
    drawn = [node("n1", "threat"), node("n2", "prev", "n1", organisation="ggz")]
    assert levels(drawn) == {"ggz": [0, 0, 0, 0]}


def test_the_frame_tells_the_same():
    """An analyst works with the frame, in which a line hangs on the top event."""
    over = {"threat": "n2", "consequence": "n2", "top_event": "n1"}
    rows = [
        {"step": "tekenen", "node": one.id, "kind": one.kind, "text": one.text,
         "parent": one.parent or over.get(one.kind), "organisation": one.organisation,
         "prevention": one.prevention, "status": one.status, "effect": one.effect, "domain": one.domain}
        for one in SQUARE
    ]  # fmt: skip
    frame = pd.DataFrame.from_records(rows, columns=list(COLUMNS["bowtie"])).astype(COLUMNS["bowtie"])
    assert indicators(nodes(frame)) == indicators(SQUARE)
    assert levels(nodes(frame)) == levels(SQUARE)
    assert nodes(frame.head(0)) == []


def test_a_frame_without_a_column_is_refused():
    with pytest.raises(KeyError, match="domain"):
        nodes(pd.DataFrame({"node": ["n1"], "kind": ["threat"]}))
