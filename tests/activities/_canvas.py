"""What the tests of the canvas share: how each of its refusals comes about."""

import pytest

from kit.activities.canvas_file import Canvas
from tests._hall import step


@pytest.fixture
def canvas_hall(halls):
    """A hall with an open canvas without rounds, one with sheets, and a made-up person."""
    hall = halls(step("ideas"), step("sheets", canvas="brainwriting-635"), step("persona", canvas="persona"))
    hall.join(), hall.start("ideas")
    return hall


def after_the_last_round(hall):
    hall.start("sheets")
    for _ in range(4):
        hall.trainer("next_round", step="sheets")


def a_real_person(hall):
    hall.start("persona")
    for text in ("Kerkstraat 12", "geboren op 3 maart 2001"):
        hall.card("p1", text, "persona", "home")


def a_photo_where_none_may_be(hall):
    hall.room.file(Canvas, "brainwriting").photo = False
    journal = hall.workshop.journal
    journal.begin()
    journal.add_photo("0" * 64, b"x")
    journal.commit()
    hall.card("p1", "x", photo="0" * 64)


SITUATIONS = [
    ("no_rounds", "This step has no rounds.", lambda hall: hall.trainer("next_round", step="ideas")),
    ("last_round", "This was the last round. Close the step.", after_the_last_round),
    ("too_real", "This could be a real person. Leave out addresses, birthdays, illnesses and file numbers.",
     a_real_person),
    ("no_photos", "This step takes no photos. Write it down instead.", a_photo_where_none_may_be),
]  # fmt: skip
