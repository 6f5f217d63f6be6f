"""A hall that is asked the same before, after and weeks later."""

import pytest

from tests._hall import step

AGREE = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "L1", "L2", "L3", "L4")
SHORT = ("A1", "A4", "A6", "A7", "L1", "L2", "L3", "L4")


def survey(name, moment, items="collaboration", **settings):
    phase = "open" if moment == "before" else "close"
    return step(name, "survey", phase=phase, items=items, moment=moment, **settings)


IDEAS = step("ideas")
BEFORE, AFTER, LATER = survey("voor", "before"), survey("na", "after"), survey("later", "followup")


def answer(hall, person, name="voor", **answers):
    return hall.by(person, "answer", step=name, answers=answers)


def same(value, items=AGREE):
    """The same answer to every sentence."""
    return dict.fromkeys(items, value)


def about(item, **values):
    """Answers about organisations, which have a dash in their names at times."""
    return {f"{item}:{name.replace('_', '-')}": value for name, value in values.items()}


def view(hall, name, role="trainer", lang="nl"):
    return hall.shared(role, name=name, lang=lang).view


def rows(hall, **where):
    """The answers frame, as far as it is so."""
    found = hall.workshop.answers.astype(object).to_dict("records")
    return [row for row in found if all(row[column] == value for column, value in where.items())]


def secrets(hall):
    return {name for (name,) in hall.workshop.journal._db.execute("SELECT step FROM secrets")}


def people(hall, *organisations):
    return [hall.join(one) for one in organisations or ("politie", "school", "bewoners")]


@pytest.fixture
def day(halls):
    """A day with a survey at both ends and one weeks later; everyone has answered on the day."""
    hall = halls(BEFORE, IDEAS, AFTER, LATER)
    people(hall)
    for name, value in (("voor", 3), ("na", 4)):
        hall.start(name)
        for person in ("p1", "p2", "p3"):
            answer(hall, person, name, A1=value)
    return hall


@pytest.fixture
def weeks_later(day):
    """The same file is served again; who comes in comes in with another phone."""
    codes = {person: day.mine(person).code for person in ("p1", "p2", "p3")}
    day.trainer("close", step="na")
    day.trainer("finish")
    day.clock.tick(7 * 7 * 86_400)
    day.trainer("finish", finished=False)
    day.start("later")
    day.codes = codes
    return day


def asked(halls):
    """A hall with a survey that is open, and with p1 and p2 who answered; p1 knows a code for a follow-up."""
    hall = halls(BEFORE, LATER)
    people(hall, "politie", "school", "bewoners")
    hall.start("voor")
    for person in ("p1", "p2"):
        answer(hall, person, A1=3)
    hall.code = hall.mine("p1").code
    return hall


def coming_back(hall, *who, code=None):
    hall.start("later")
    for person in who:
        hall.by(person, "use_code", step="later", code=code or hall.code)


def slip(hall, person, code="ACD EFH", name="na"):
    """Somebody types the code of the slip that they drew."""
    return hall.by(person, "keep_code", step=name, slip=code)


def on_paper(hall, kind, name, sheet="7", **fields):
    """The trainer types in what is on a sheet."""
    return hall.trainer(kind, step=name, paper={"id": sheet}, **fields)


def later(hall):
    """The day is over, and the follow-up is open."""
    hall.trainer("close", step=hall.room.now)
    hall.trainer("finish")
    hall.clock.tick(7 * 7 * 86_400)
    hall.trainer("finish", finished=False)
    hall.start("later")
    return hall


def slip_of_paper_on_a_phone(hall):
    on_paper(hall, "keep_code", "voor", slip="ACDEFH")
    coming_back(hall, "p1", code="ACDEFH")


def code_of_a_phone_on_paper(hall):
    hall.start("later")
    on_paper(hall, "use_code", "later", code=hall.code)


def number_of_another_sheet(hall):
    on_paper(hall, "keep_code", "voor", "7", slip="ACDEFH")
    hall.start("later")
    on_paper(hall, "use_code", "later", "1", code="ACDEFH")
    on_paper(hall, "answer", "later", "7", answers={"A1": 3})


def without_secrets(hall):
    hall.start("later")
    hall.workshop.journal._db.execute("DELETE FROM secrets WHERE step LIKE 'codes/%'")
    hall.by("p1", "use_code", step="later", code=hall.code)


# Every name that ever stood in a workshop file, or that a client may rely on: these lists may only grow.
EVENTS = ["answers_given", "code_used", "code_kept"]
COMMANDS = ["answer", "use_code", "keep_code"]

SITUATIONS = [
    ("not_allowed", "Everyone answers alone in this step, on their own phone.",
     lambda hall: hall.at("Tafel 1", "answer", step="voor", answers={"A1": 3})),
    ("not_allowed", "The trainer doesn't answer. Use paper entry for someone without a phone.",
     lambda hall: hall.trainer("answer", step="voor", answers={"A1": 3})),
    ("no_answers", "Answer one question at least.", lambda hall: answer(hall, "p1")),
    ("unknown_item", "There is no question {item} in this survey.", lambda hall: answer(hall, "p1", B1=1)),
    ("bad_value", "That is none of the answers to question {item}.", lambda hall: answer(hall, "p1", A1=9)),
    ("no_codes", "This step asks for no code.",
     lambda hall: hall.by("p1", "use_code", step="voor", code=hall.code)),
    ("code_used", "This code was used already. Go on with the questions.",
     lambda hall: coming_back(hall, "p1", "p2")),
    ("unknown_code", "We don't know this code. Look at it once more, or go on without it.",
     lambda hall: coming_back(hall, "p1", code="ZZZZZZ")),
    ("no_codes", "This copy of the workshop knows no codes. Go on without one.", without_secrets),
    ("bad_code", "A slip has a code of 6 letters and digits. Look at it once more.",
     lambda hall: slip(hall, "p1", "ACDEF0", "voor")),
    ("slip_used", "Somebody has this slip already. Look at it once more, or draw another one.",
     lambda hall: [slip(hall, person, name="voor") for person in ("p1", "p2")]),
    ("too_many_slips", "You have typed {most} slips. The last one counts.",
     lambda hall: [slip(hall, "p1", f"ACDEF{letter}", "voor") for letter in "ACDEFHJKLMN"]),
    ("no_codes", "This step takes no codes of slips.",
     lambda hall: (hall.start("later"), slip(hall, "p1", name="later"))),
    ("code_of_paper", "This slip is of answers on paper. Ask for paper, or go on without it.",
     slip_of_paper_on_a_phone),
    ("code_of_phone", "This code is of answers on a phone. Let them answer on a phone again.",
     code_of_a_phone_on_paper),
    ("number_used", "Another sheet came back under this number. Give this sheet a number of its own.",
     number_of_another_sheet),
]  # fmt: skip

UNDONE = {
    "answer": {"answers": {"A1": 5}, "paper": {"id": "7"}},
    "keep_code": {"slip": "ACDEFH", "paper": {"id": "7"}},
    "use_code": {"code": "ACDEFH", "paper": {"id": "7"}},
}
"""What the trainer may take back: what is typed in from paper."""
