"""Every refusal of the engine: what brings it about, its code, and its sentence in both languages."""

import pytest

from kit.errors import RefusedError
from kit.model.people import Actor
from kit.model.protocol import Hello
from kit.requests import must_speak, parse_command, read_message
from tests._hall import IDEAS_AND_VOTE, step
from tests._refusals import in_code, must_say_why, of_activities

WALL = Actor("wall", "wall:x")
TABLE = Actor("team", "team:x", None, "Tafel 1")
METHODS = ("approval", "ranking", "score", "budget")


@pytest.fixture
def hall(halls):
    """A hall with an open canvas: p1 wrote k1 and k2, p2 wrote k3."""
    hall = halls(
        step("read", "briefing", phase="open"),
        step("ideas", limit=3),
        *IDEAS_AND_VOTE[1:],
        step("secret", anonymous=True),
        step("tables", per="team"),
        *(step(method, "ballot", source="ideas", method=method) for method in METHODS),
    )
    for organisation in ("politie", "school"):
        hall.join(organisation)
    hall.start("ideas")
    for person, text in (("p1", "een"), ("p1", "twee"), ("p2", "drie")):
        hall.card(person, text)
    return hall


def voting(hall, name="vote", **votes):
    hall.start(name)
    hall.vote("p1", name, **votes)


def pricing(hall, cost=3, name="budget", before=()):
    for kind in before:
        hall.trainer(kind, step=name)
    hall.trainer("set_cost", step=name, card="k1", cost=cost)


def after_sealing(hall):
    hall.start("secret")
    hall.card("p1", "van wie?", "secret")
    hall.start("after")
    hall.by("p1", "edit_card", card="k4", text="x")


def merging_what_is_voted_on(hall):
    hall.start("vote")
    hall.trainer("merge_cards", cards=["k1", "k2"])


def taking_a_merged_card_back(hall):
    hall.trainer("merge_cards", cards=["k1", "k2"])
    hall.trainer("withdraw_card", card="k4")


def editing_what_was_taken_back(hall):
    hall.by("p1", "withdraw_card", card="k1")
    hall.by("p1", "edit_card", card="k1", text="x")


def nothing_to_vote_on(hall):
    for person, card in (("p1", "k1"), ("p1", "k2"), ("p2", "k3")):
        hall.by(person, "withdraw_card", card=card)
    hall.trainer("open", step="vote")


def another_command_with_the_same_id(hall):
    hall.by("p1", "ready", "c1", step="ideas")
    hall.by("p1", "ready", "c1", step="ideas", ready=False)


def finishing_twice(hall):
    hall.trainer("close", step="ideas")
    hall.trainer("finish")
    hall.trainer("finish")


def revealing_twice(hall):
    hall.trainer("reveal", step="ideas")
    hall.trainer("reveal", step="ideas")


def undoing_everything(hall):
    for _ in range(20):
        hall.trainer("undo")


def hopping(hall):
    hall.start("tables")
    away = {"Tafel 1": "Tafel 2", "Tafel 2": "Tafel 1"}[hall.room.people["p1"].team]
    hall.by("p1", "set_profile", organisation="politie", team=away)


def paper(hall, by="trainer", **fields):
    hall.workshop.do(
        {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x", "paper": {"id": "1"} | fields},
        Actor(by, by, "p1" if by == "participant" else None),
    )


def closed(hall):
    hall.trainer("close", step="ideas")
    hall.card("p1", "te laat")


ONLY_TRAINER = "Only the trainer can do this."
NOT_THERE = "That card is not there (any more)."

SITUATIONS = [
    ("bad_command", "This is not a command that this workshop knows: {problem}",
     lambda _: parse_command(b'{"kind":"fly"}')),
    ("bad_message", "This is not a message of this workshop: {problem}", lambda _: read_message("hoi")),
    ("bad_message", "This is not a message of this workshop: {problem}",
     lambda _: read_message('{"op":"do","id":"","command":{}}')),
    ("too_large", "This message is too large. Make it shorter.", lambda _: read_message("é" * 8193)),
    ("other_version", "This page is of another version of Leefkit. Load it again.",
     lambda _: must_speak(Hello(v=2))),
    ("id_used", "This id was used for another command. Reload the page.", another_command_with_the_same_id),
    ("unknown_step", "There is no such step or card here.",
     lambda hall: hall.by("p1", "edit_card", card="k99", text="x")),
    ("unknown_step", "There is no step {step} in this programme.",
     lambda hall: hall.trainer("go_to", step="?")),
    ("unknown_participant", "There is no such participant.",
     lambda hall: hall.by("p99", "ready", step="ideas")),
    ("no_team", "Choose your table first.", lambda hall: hall.by(hall.join(None), "ready", step="tables")),
    ("not_allowed", ONLY_TRAINER, lambda hall: hall.by("p1", "go_to", step="vote")),
    ("not_allowed", ONLY_TRAINER, lambda hall: paper(hall, "participant")),
    ("not_allowed", "Only participants have a profile.",
     lambda hall: hall.trainer("set_profile", organisation="politie")),
    ("not_allowed", "This screen only shows; join on a phone to take part.",
     lambda hall: hall.workshop.do({"kind": "add_card", "step": "ideas", "zone": "idea", "text": "x"}, WALL)),
    ("not_allowed", "The trainer doesn't vote. Use paper entry for someone without a phone.",
     lambda hall: (hall.start("vote"), hall.trainer("cast_votes", step="vote", votes={}))),
    ("not_allowed", "Everyone votes alone in this step, on their own phone.",
     lambda hall: (hall.start("vote"), hall.at("Tafel 1", "cast_votes", step="vote", votes={}))),
    ("bad_paper", "Give the sheet a number or a name, in {limit} characters.",
     lambda hall: paper(hall, id=" ")),
    ("team_at_work", "Your table is at work. Ask the trainer if you want to move.", hopping),
    ("unknown_team", "There is no table {team}.", lambda hall: paper(hall, team="Tafel 9")),
    ("bad_organisation", "Choose where you come from, in {limit} characters at most.",
     lambda hall: paper(hall, organisation="x" * 61)),
    ("not_now", "The room is not in this step now.", lambda hall: hall.by("p1", "ready", step="vote")),
    ("already_there", "The room is in this step already.", lambda hall: hall.trainer("go_to", step="ideas")),
    ("nothing_to_open", "This step is only to look at; there is nothing to open.",
     lambda hall: hall.trainer("open", step="read")),
    ("already_open", "This step is open already.", lambda hall: hall.trainer("open", step="ideas")),
    ("not_open", "This step is not open.", lambda hall: hall.trainer("close", step="after")),
    ("already_revealed", "This step is shown to all already.", revealing_twice),
    ("step_finished", "This step was anonymous and is finished: nobody can tell any more who wrote what.",
     after_sealing),
    ("bad_timer", "Say one thing about the timer: seconds, add, pause or resume.",
     lambda hall: hall.trainer("timer")),
    ("bad_timer", "A timer runs from 0 seconds to a day.", lambda hall: hall.trainer("timer", seconds=-5)),
    ("too_long", "This is too long: {length} characters. Use {limit} at most.",
     lambda hall: hall.trainer("message", text="x" * 281)),
    ("too_long", "This is too long: {length} characters. Use {limit} at most.",
     lambda hall: hall.card("p2", "x" * 201)),
    ("bad_teams", "Give 1 to {most} tables, each with its own short name.",
     lambda hall: hall.trainer("set_teams", teams=[])),
    ("already_finished", "The workshop is in that state already.", finishing_twice),
    ("still_open", "Close the step that is still open first.", lambda hall: hall.trainer("finish")),
    ("nothing_to_undo", "There is nothing to take back.", undoing_everything),
    ("step_closed", "This step is closed. Wait for the trainer to open it.", closed),
    ("empty_text", "Write something first.", lambda hall: hall.card("p2", " \u202e \0 ")),
    ("unknown_zone", "There is no field {zone} here.", lambda hall: hall.card("p2", "x", zone="attic")),
    ("unknown_card", NOT_THERE, lambda hall: hall.card("p2", "x", parent="k99")),
    ("unknown_card", NOT_THERE, editing_what_was_taken_back),
    ("unknown_card", NOT_THERE, lambda hall: hall.trainer("merge_cards", cards=["k1", "k99"])),
    ("unknown_card", "That card is not on this ballot.", lambda hall: voting(hall, k99=1)),
    ("too_many_cards", "You have used all {limit} cards of this step.",
     lambda hall: [hall.card("p1", f"{n}") for n in range(2)]),
    ("not_your_card", "This card is someone else's. You can only change your own.",
     lambda hall: hall.by("p2", "edit_card", card="k1", text="x")),
    ("not_your_card", "This card is someone else's. You can only change your own.",
     lambda hall: hall.trainer("withdraw_card", card="k1")),
    ("still_merged", "Take this card apart first: others lie under it.", taking_a_merged_card_back),
    ("too_few_cards", "Choose two cards or more to merge.",
     lambda hall: hall.trainer("merge_cards", cards=["k1", "k1"])),
    ("on_ballot", "People are voting on these cards now. Close the vote first.", merging_what_is_voted_on),
    ("not_merged", "This card was not merged from others.", lambda hall: hall.trainer("unmerge", card="k1")),
    ("unknown_photo", "That photo is not there (any more). Take it again.",
     lambda hall: hall.card("p2", "x", photo="0" * 64)),
    ("no_cards", "There is nothing to vote on yet. Collect cards first.", nothing_to_vote_on),
    ("in_this_step", "The room is in this step now. Go on to another one first.",
     lambda hall: hall.trainer("skip_step", step="ideas")),
    ("unknown_extra", "There is no extra step {name}.",
     lambda hall: hall.trainer("insert_step", after="ideas", extra="feest")),
    ("no_cards", "There is nothing to vote on yet. Collect cards first.",
     lambda hall: hall.trainer("insert_step", after="read", extra="tussenstem")),
    ("bad_step", "This step can't be put in here: {problem}",
     lambda hall: hall.trainer("insert_step", after="ideas", whole={"id": "x"})),
    ("too_many_steps", "A programme has {most} steps at most.",
     lambda hall: [hall.trainer("repeat_step", step="ideas") for _ in range(100)]),
    ("bad_votes", "A card can't have fewer than 0 dots.", lambda hall: voting(hall, k1=-1)),
    ("bad_votes", "Say of each card: I support it, neutral, or I don't support it.",
     lambda hall: voting(hall, "approval", k1=2)),
    ("bad_votes", "Give every place once, from 1 on. You needn't place every card.",
     lambda hall: voting(hall, "ranking", k1=1, k2=3)),
    ("bad_votes", "Give marks from {low} to {high}.", lambda hall: voting(hall, "score", k1=6)),
    ("bad_votes", "Say what you support. You can do that once for each card.",
     lambda hall: voting(hall, "budget", k1=2)),
    ("bad_cost", "A card costs {low} to {high} points.", lambda hall: pricing(hall, 6)),
    ("no_costs", "Cards have a cost only in a vote with a budget.", lambda hall: pricing(hall, name="vote")),
    ("on_ballot", "People are voting on these cards now. Close the vote first.",
     lambda hall: pricing(hall, before=("go_to", "open"))),
    ("too_many_votes", "You have {dots} dots, not more.", lambda hall: voting(hall, k1=2, k2=2)),
    ("too_many_on_card", "Put {most} dots at most on one card.", lambda hall: voting(hall, k1=3)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "situation"), SITUATIONS, ids=[f"{code}-{n}" for n, (code, *_) in enumerate(SITUATIONS)]
)
def test_a_refusal_has_a_code_and_says_why_in_both_languages(hall, code, text, situation):
    must_say_why(situation, hall, code, text)


def test_a_refusal_changes_nothing(hall):
    before, room = hall.workshop.seq, hall.workshop.room
    for bad in ({"card": "k1", "text": ""}, {"card": "k99", "text": "x"}):
        with pytest.raises(RefusedError, match=r"\w"):
            hall.by("p1", "edit_card", **bad)
    assert hall.workshop.seq == before
    hall.workshop.rebuild()
    assert hall.workshop.room == room


def test_every_refusal_of_the_engine_is_among_these():
    ours = {(code, text) for code, text, _ in [*SITUATIONS, *of_activities("SITUATIONS")]}
    assert ours == in_code(but=("server", "widgets", "picture.py"))
