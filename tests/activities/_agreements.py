"""A hall in which people make agreements."""

from kit.activities.agreements_rules import MOST
from tests._hall import code_of, step

FULL = {"owner": "politie", "lead": "wijkagent", "due": "2026-04-01"}


def dealing(halls, *people, **settings):
    """Return a hall in which agreements are open: p1 and p2 of the police, p3 of a school, p4 a resident."""
    settings = {"sources": ["ideas"]} | settings
    hall = halls(step("ideas"), step("deal", "agreements", phase="close", **settings), teams=3)
    for n, organisation in enumerate(people or ("politie", "politie", "school", "bewoners")):
        hall.join(organisation, team=f"Tafel {1 + n // 2}")
    hall.start("ideas")
    hall.card("p1", "een gastheer op het plein")
    hall.card(f"p{len(hall.room.people)}", "samen eten")
    hall.start("deal")
    return hall


def propose(hall, person="p3", what="Elke week samen een ronde", **terms):
    hall.by(person, "add_agreement", step="deal", what=what, **terms)
    return f"a{len(hall.room.steps['deal'].data.all)}"


def act(hall, person, kind, agreement="a1", **fields):
    return hall.by(person, kind, step="deal", agreement=agreement, **fields)


def refused(hall, person, kind, agreement="a1", **fields):
    return code_of(act, hall, person, kind, agreement, **fields)


def one(hall, agreement="a1", role="wall"):
    return next(view for view in hall.shared(role).view["agreements"] if view["id"] == agreement)


def status(hall, agreement="a1"):
    return one(hall, agreement)["status"]


def full(hall):
    for n in range(MOST + 1):
        propose(hall, what=f"afspraak {n}")


def after_a_yes(hall, kind):
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    act(hall, "p3", kind)


# Every name that ever stood in a workshop file, or that a client may rely on: these lists may only grow.
EVENTS = [
    "agreement_added", "agreement_edited", "agreement_withdrawn", "agreement_answered", "agreement_rated",
    "agreement_settled",
]  # fmt: skip
COMMANDS = [
    "add_agreement", "edit_agreement", "withdraw_agreement", "confirm_agreement", "decline_agreement",
    "rate_agreement", "settle_agreement",
]  # fmt: skip

NOT_YOURS = "Only somebody of the owner can say yes or not yet: on their own phone, or on paper."

SITUATIONS = [
    ("unknown_agreement", "That agreement is not there (any more).",
     lambda hall: act(hall, "p1", "confirm_agreement")),
    ("not_allowed", "In this step everyone writes on their own phone.",
     lambda hall: hall.at("Tafel 1", "add_agreement", step="deal", what="samen")),
    ("too_many_agreements", "There are {limit} agreements already. Choose from those.", full),
    ("not_your_agreement", "Only who proposed this and its owner can change it.",
     lambda hall: (propose(hall), act(hall, "p4", "edit_agreement", what="x"))),
    ("not_your_agreement", "Only who proposed this can take it back.",
     lambda hall: (propose(hall), act(hall, "p4", "withdraw_agreement"))),
    ("already_confirmed", "Its owner said yes. They have to take that back first.",
     lambda hall: after_a_yes(hall, "withdraw_agreement")),
    ("not_your_organisation", "Only somebody of the owner can say this.",
     lambda hall: after_a_yes(hall, "settle_agreement")),
    ("not_your_organisation", NOT_YOURS, lambda hall: after_a_yes(hall, "confirm_agreement")),
    ("not_your_organisation", "Only the owner and the partners say how sure they are.",
     lambda hall: (propose(hall), act(hall, "p1", "rate_agreement", confidence=3))),
    ("bad_confidence", "Say how sure you are with a number from 1 to 5.",
     lambda hall: (propose(hall), act(hall, "p1", "rate_agreement", confidence=0))),
    ("no_owner", "Choose an owner first; then that organisation can say yes.",
     lambda hall: (propose(hall), act(hall, "p1", "confirm_agreement"))),
    ("bad_day", "Look back after the first step, not before it.",
     lambda hall: propose(hall, due="2026-04-02", look_back="2026-04-01")),
    ("bad_day", "This is no day. Write it as 2026-04-01.", lambda hall: propose(hall, due="morgen")),
    ("unknown_organisation", "That organisation is not in the list. Choose one from the list.",
     lambda hall: propose(hall, owner="de buurman")),
    ("too_many_cards", "Choose {limit} cards at most for one agreement.",
     lambda hall: propose(hall, cards=[f"k{n}" for n in range(21)])),
]  # fmt: skip

SHEET = {"id": "7", "organisation": "politie"}
UNDONE = {
    "add_agreement": {"what": "van een blad", "paper": SHEET},
    "edit_agreement": {"agreement": "a1", "owner": "school", "needs": "Een sleutel"},
    "withdraw_agreement": {"agreement": "a1"},
    "confirm_agreement": {"agreement": "a2", "paper": SHEET},
    "decline_agreement": {"agreement": "a1", "reason": "Te druk.", "paper": SHEET},
    "rate_agreement": {"agreement": "a1", "confidence": 5, "paper": SHEET},
    "settle_agreement": {"agreement": "a1", "outcome": "done"},
}
"""What the trainer may take back: each command, once a1 has its owner's yes and a2 has not."""
