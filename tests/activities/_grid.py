"""A hall with cards and an open grid, and ways to place cards on it."""

import pytest

from tests._hall import step

ROOM = ("politie", "politie", "politie", "school", "bewoners")


@pytest.fixture
def grid_hall(halls):
    """A hall with three cards and an open grid."""

    def make(*people, grid="impact-effort", cards=3, **settings):
        settings = {"source": "ideas", "grid": grid, "winners": 1} | settings
        hall = halls(step("ideas"), step("grid", "grid", **settings), step("after", focus="grid"))
        for organisation in people or ROOM:
            hall.join(organisation, team="Tafel 1" if organisation == "politie" else "Tafel 2")
        hall.start("ideas")
        for n in range(1, cards + 1):
            hall.card("p1", f"idee {n}")
        hall.start("grid")
        return hall

    return make


def place(hall, person, card="k1", x=3, y=3, **fields):
    return hall.by(person, "place_card", step="grid", card=card, x=x, y=y, **fields)


def score(hall, person, card="k1", x="C", **scores):
    return hall.by(person, "place_card", step="grid", card=card, x=x, scores=scores)


def close(hall, role="wall"):
    hall.trainer("close", step="grid")
    return hall.shared(role).view["result"]


def again(hall):
    """Look at the outcome, and begin another round."""
    hall.trainer("close", step="grid")
    hall.trainer("next_round", step="grid")
    hall.trainer("open", step="grid")


# Every name that ever stood in a workshop file, or that a client may rely on: these lists may only grow.
EVENTS = ["card_placed", "card_unplaced"]
COMMANDS = ["place_card", "unplace_card"]

SITUATIONS = [
    ("no_cards", "There is nothing to place yet. Collect cards first.",
     lambda hall: (hall.trainer("hide_card", card="k1"), hall.trainer("close", step="grid"),
                   hall.trainer("open", step="grid"))),
    ("not_allowed", "The trainer places no cards. Use paper entry for someone without a phone.",
     lambda hall: hall.trainer("place_card", step="grid", card="k1", x=3, y=3)),
    ("not_allowed", "Everyone places the cards alone in this step, on their own phone.",
     lambda hall: hall.at("Tafel 1", "place_card", step="grid", card="k1", x=3, y=3)),
    ("unknown_card", "That card is not on this grid.", lambda hall: place(hall, "p1", "k9")),
    ("nothing_placed", "You have not placed this card in this round.",
     lambda hall: hall.by("p1", "unplace_card", step="grid", card="k1")),
    ("nothing_placed", "Nobody has placed a card in this round yet.", again),
    ("round_open", "Close the step first: then everyone sees where you differ.",
     lambda hall: hall.trainer("next_round", step="grid")),
    ("bad_scores", "Give at least one line a class: 0, or A to E.",
     lambda hall: place(hall, "p1", scores={"letsel": "F"})),
    ("off_scale", "Choose a point on the scale.", lambda hall: place(hall, "p1", x=6)),
]  # fmt: skip

UNDONE = {
    "place_card": {"card": "k1", "x": 1, "y": 1, "paper": {"id": "7"}},
    "unplace_card": {"card": "k1", "paper": {"id": "7"}},
    "next_round": {},
}
"""What the trainer may take back: each command, once sheet 7 has placed the only card."""
