"""A world café in a hall: people of several organisations, three rounds."""

from tests._hall import Hall, step

ORGANISATIONS = ["politie", "school", "corporatie", "jongerenwerk", "bewoners", "gemeente-veiligheid"]


def theme(name):
    return {
        "id": name,
        "title": {"nl": name.capitalize(), "en": name.capitalize()},
        "question": {"nl": f"Wat is {name}?", "en": f"What is {name}?"},
    }


THEMES = [theme(name) for name in ("vertrouwen", "innovatie", "resultaten")]
PER_TABLE = [theme(f"thema-{n}") for n in range(1, 6)]


def cafe(name="cafe", **settings):
    return step(name, "cafe", **({"themes": THEMES, "round_minutes": 20, "switch_minutes": 3} | settings))


def filled(halls, *more, people=15, teams=5, **settings) -> Hall:
    """A hall with an open café in which so many people are, one after another of each organisation."""
    hall = halls(cafe(**settings), *more, teams=teams)
    for n in range(people):
        hall.join(ORGANISATIONS[n % len(ORGANISATIONS)])
    hall.start("cafe")
    return hall


def table(hall, person):
    """Where somebody sits now, as their phone says."""
    return hall.mine(person).view["table"]


def at(hall, name):
    """Who sits at a table now."""
    return [one for one in hall.room.people if hall.mine(one).view["table"] == name]


def note(hall, person, text, zone="insight"):
    return hall.card(person, text, name="cafe", zone=zone)


def host_of(hall, name):
    return next(one for one in at(hall, name) if hall.mine(one).view["host"])


def begun(halls, **settings):
    """A café of fifteen people at five tables, in its first round."""
    hall = filled(halls, **settings)
    hall.trainer("next_round", step="cafe")
    return hall


def seat_of(hall):
    """Return the table by participant and round, by the frame."""
    return hall.workshop.seats.set_index(["participant", "round"])["table"].astype("str").to_dict()


def meet(hall):
    """Return how often each pair sat together so far, by the frame."""
    seats = hall.workshop.seats
    both = seats.merge(seats, on=["round", "table"])
    both = both[both["participant_x"] < both["participant_y"]]
    return both.groupby(["participant_x", "participant_y"]).size()


def moving_a_host(hall):
    hall.trainer("take_seat", step="cafe", participant=host_of(hall, "Tafel 1"), table="Tafel 2")


def making_a_host_of_who_left(hall):
    gone = next(one for one in at(hall, "Tafel 3") if not hall.mine(one).view["host"])
    hall.trainer("take_seat", step="cafe", participant=gone)
    hall.trainer("next_round", step="cafe")
    hall.trainer("make_host", step="cafe", participant=gone)


def keeping_too_much(hall):
    for n in range(4):
        note(hall, "p1", f"Inzicht {n}")


def rounds_too_many(hall):
    for _ in range(3):
        hall.trainer("next_round", step="cafe")


def early(work):
    """Do something before the first round."""

    def situation(hall):
        hall.trainer("undo")
        work(hall)

    return situation


def nobody(hall):
    early(lambda hall: hall.room.people.clear())(hall)
    hall.trainer("next_round", step="cafe")


NOT_THERE = "That card is not there (any more)."
HOST = "This person is a host. Make someone else the host of that table first."
SITUATIONS = [
    ("last_round", "This was the last round. Close the step when the tables are done.", rounds_too_many),
    ("nobody_here", "Nobody has joined yet. Wait for the first people.", nobody),
    ("bad_tables", "Give 1 to {most} tables.",
     early(lambda hall: hall.trainer("plan_seats", step="cafe", tables=61))),
    ("round_begun", "The rounds have begun. Who comes in now gets a seat at once.",
     lambda hall: hall.by("p1", "volunteer", step="cafe")),
    ("not_allowed", "Only participants can be a host.",
     lambda hall: hall.at("Tafel 1", "volunteer", step="cafe")),
    ("unknown_team", "There is no table {team}.",
     lambda hall: hall.trainer("take_seat", step="cafe", participant="p1", table="Bar")),
    ("host_stays", HOST, moving_a_host),
    ("no_seat", "This person has no table now. Give them one first.", making_a_host_of_who_left),
    ("no_seats", "Nobody has a seat yet. Plan the seats first.",
     early(lambda hall: hall.trainer("make_host", step="cafe", participant="p1"))),
    ("unknown_participant", "There is no such participant.",
     lambda hall: hall.trainer("make_host", step="cafe", participant="p99")),
    ("unknown_card", NOT_THERE, lambda hall: hall.trainer("tag_card", step="cafe", card="k99", tags=[])),
    ("unknown_tag", "There is no lesson {tag}.",
     lambda hall: hall.trainer("tag_card", step="cafe", card=note(hall, "p1", "x"), tags=["moed"])),
    ("no_round", "The first round has not begun yet.", early(lambda hall: note(hall, "p1", "te vroeg"))),
    ("no_seat", "You have no table in this round. Ask the trainer for one.",
     lambda hall: note(hall, hall.join(organisation=None), "nog nergens vandaan")),
    ("too_many_cards", "Your table has kept all {limit} for this round.", keeping_too_much),
]  # fmt: skip
"""Every refusal of the café: its code, its sentence, and what brings it about in the first round."""

UNDONE = ["next_round", "plan_seats", "take_seat", "make_host", "tag_card", "volunteer"]
"""Commands whose undoing is tested with the café; an offer to be a host is a participant's."""
