"""Tables that draw bowties."""

from tests._hall import step


def maker(halls):
    """Return what makes a hall in which two tables may draw, and something of the first one's is there."""

    def make(*before, after=(), teams=2, drawn=True, **settings):
        hall = halls(*before, step("tie", "bowtie", **settings), *after, teams=teams)
        for organisation, table in (("politie", 1), ("school", 2), ("bewoners", 1)):
            hall.join(organisation, team=f"Tafel {table}")
        if not before:
            hall.start("tie")
        if drawn and not before:
            skeleton(hall)
        return hall

    return make


def skeleton(hall, person="p1"):
    """Draw a hazard (n1), top event (n2), threats (n3, n4), consequence (n5), and measures (n6, n7)."""
    for element, text, parent in (
        ("hazard", "Veel jongeren op een klein plein", None),
        ("top_event", "De sfeer slaat om", None),
        ("threat", "Het vriest en er is geen plek", None),
        ("threat", "Een ruzie van online gaat verder", None),
        ("consequence", "Iemand raakt gewond", None),
        ("prev", "De oude bank is 's avonds open", "n3"),
        ("recov", "De wijkagent is er snel", "n5"),
    ):
        add(hall, person, element, text, parent=parent)


def add(hall, person, element, text, **said):
    """Draw an element. Returns its id."""
    if person == "trainer":
        hall.trainer("add_node", step="tie", element=element, text=text, **said)
    else:
        hall.by(person, "add_node", step="tie", element=element, text=text, **said)
    return list(hall.room.steps["tie"].data)[-1]


def tie(hall, role="team", team="Tafel 1", lang="nl"):
    (found,) = [one for one in hall.shared(role, team, lang, "tie").view["ties"] if one["team"] == team]
    return found


def texts(hall, element, team="Tafel 1"):
    return [one["text"] for one in tie(hall, team=team)["nodes"] if one["element"] == element]


def marks(hall, node):
    (found,) = [one for one in tie(hall)["nodes"] if one["id"] == node]
    return {name: value for name, value in found["marks"].items() if value}


def place(hall, node="n4", card="k1"):
    """The trainer puts a card of a later step on an element of a bowtie."""
    hall.trainer("place_idea", step="tie", card=card, node=node)


def filled(hall, element, times, **said):
    for n in range(times):
        add(hall, "p1", element, f"{element} {n}", **said)


# Every name that ever stood in a workshop file, or that a client may rely on: these lists may only grow.
EVENTS = ["node_added", "node_changed", "node_removed"]
COMMANDS = ["add_node", "edit_node", "remove_node", "restore_node", "place_idea"]

SITUATIONS = [
    ("unknown_node", "That is not in the drawing (any more).",
     lambda hall: hall.by("p1", "remove_node", step="tie", node="n99")),
    ("unknown_parent", "What this belongs to is not in the drawing (any more).",
     lambda hall: add(hall, "p1", "prev", "x", parent="n99")),
    ("wrong_parent", "This does not belong there. Choose another place.",
     lambda hall: add(hall, "p1", "prev", "x", parent="n5")),
    ("wrong_parent", "This does not belong there. Choose another place.",
     lambda hall: place(hall, node="n1")),
    ("only_one", "There is one here already. Change that one.",
     lambda hall: add(hall, "p1", "hazard", "x")),
    ("too_many_lines", "There is room for {most}. Take one away first.",
     lambda hall: filled(hall, "threat", 9)),
    ("too_many_measures", "There is room for {most} measures on this line. Take one away first.",
     lambda hall: filled(hall, "prev", 9, parent="n3")),
    ("same_text", "This is in the drawing already.",
     lambda hall: filled(hall, "threat", 1) or filled(hall, "threat", 1)),
    ("does_not_fit", "This can't be said of this part of the drawing.",
     lambda hall: add(hall, "p1", "threat", "x", organisation="politie")),
    ("other_table", "This is another table's drawing. Change your own.",
     lambda hall: hall.by("p2", "remove_node", step="tie", node="n3")),
    ("other_table", "This is another table's drawing. Change your own.",
     lambda hall: add(hall, "p1", "threat", "x", team="Tafel 2")),
    ("already_placed", "This card is there already.", lambda hall: place(hall) or place(hall)),
    ("unknown_card", "That card is not there (any more).", lambda hall: place(hall, card="k99")),
    ("no_team", "Choose your table first.", lambda hall: add(hall, "trainer", "threat", "x")),
]  # fmt: skip

UNDONE = {
    "add_node": {"element": "threat", "text": "van papier", "team": "Tafel 1"},
    "edit_node": {"node": "n6", "text": "anders", "organisation": "politie", "prevention": 2},
    "remove_node": {"node": "n3"},
    "restore_node": {"node": "n5"},
    "place_idea": {"card": "k1", "node": "n4"},
}
"""What the trainer does, by command, with the fields of each."""
