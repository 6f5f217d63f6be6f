"""What an agreement may say, and who gets to see it where."""

from functools import partial

import pytest

from kit.activities.agreements import MOST_LIVE
from kit.activities.agreements_rules import MOST
from kit.activities.canvas import Canvas
from kit.model.people import Actor
from kit.model.views import Offer
from tests._hall import code_of, step
from tests._refusals import must_say_why
from tests.activities._agreements import (
    FULL,
    SHEET,
    SITUATIONS,
    UNDONE,
    act,
    dealing,
    one,
    propose,
    refused,
    status,
)  # fmt: skip


@pytest.fixture
def make(halls):
    return partial(dealing, halls)


@pytest.mark.parametrize(("code", "text", "situation"), SITUATIONS)
def test_a_refusal_has_a_code_and_says_why_in_both_languages(make, code, text, situation):
    must_say_why(situation, make(), code, text)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"what": "  "}, "empty_text"),
        ({"what": "x" * 281}, "too_long"),
        ({"lead": "x" * 81}, "too_long"),
        ({"owner": "de buurman"}, "unknown_organisation"),
        ({"owner": "x" * 70}, "unknown_organisation"),
        ({"partners": ["politie", "de buurman"]}, "unknown_organisation"),
        ({"due": "1 april"}, "bad_day"),
        ({"due": "2026-02-30"}, "bad_day"),
        ({"due": "1677-01-01"}, "bad_day"),
        ({"due": "9999-12-31"}, "bad_day"),
        ({"due": "2026-04-02", "look_back": "2026-04-01"}, "bad_day"),
        ({"cards": ["k9"]}, "unknown_card"),
        ({"cards": [f"k{n}" for n in range(21)]}, "too_many_cards"),
    ],
)
def test_what_makes_no_sense_is_refused(make, terms, code):
    hall = make()
    assert code_of(propose, hall, **terms) == code
    propose(hall)
    assert refused(hall, "p3", "edit_agreement", **terms) == code
    assert hall.shared("wall").view["total"] == 1


def test_an_agreement_is_tidied_up(make):
    hall = make()
    propose(
        hall,
        what="  samen\n eten ",
        owner="Politie",
        lead="wijk\nagent",
        partners=["politie", "School", "school", ""],
        due="2026-04-01",
        works=" ",
        cards=["k1", "k1"],
    )
    view = one(hall)
    assert (view["what"], view["owner"], view["lead"]) == ("samen\neten", "politie", "wijk agent")
    assert (view["partners"], view["works"], view["why"]) == (
        ["school"],
        None,
        [{"id": "k1", "name": "een gastheer op het plein"}],
    )


def test_an_organisation_that_somebody_typed_may_own_one(make):
    hall = make("politie", "Buurtbus De Brug")
    parties = {one["id"]: one["here"] for one in hall.shared("participant").view["parties"]}
    assert (parties["Buurtbus De Brug"], parties["politie"], parties["school"]) == (True, True, False)
    propose(hall, "p1", owner="Buurtbus De Brug")
    act(hall, "p2", "confirm_agreement")
    assert status(hall) == "confirmed"
    propose(hall, "p1", owner="school")
    assert status(hall, "a2") == "proposed", "nobody of the school is here to say yes"


def test_what_it_comes_from_is_what_earlier_steps_offer(make):
    hall = make()
    (source,) = hall.shared("participant").view["sources"]
    assert (source["title"], [one["id"] for one in source["offers"]]) == ("Stap ideas", ["k1", "k2"])
    propose(hall, cards=["k1", "k2"])
    hall.trainer("hide_card", card="k1")
    assert [why["id"] for why in one(hall)["why"]] == ["k2"], (
        "what the trainer took off the screens is off here too"
    )
    act(hall, "p3", "edit_agreement", needs="Een sleutel")
    assert code_of(propose, hall, cards=["k1"]) == "unknown_card"
    assert hall.shared("wall").view["sources"] == []
    hall.trainer("close", step="deal")
    assert hall.shared("participant").view["sources"] == []


def test_what_is_no_card_keeps_the_words_it_had(make, monkeypatch):
    """A gap in a bowtie has an id of its own and may be closed when somebody reads it again."""
    offers = [Offer("n7", "geen maatregel tegen vuurwerk")]
    monkeypatch.setattr(Canvas, "offers", lambda *_: offers)
    hall = make()
    propose(hall, cards=["n7"])
    offers.clear()
    act(hall, "p3", "edit_agreement", needs="Een sleutel")
    assert one(hall)["why"] == [{"id": "n7", "name": "geen maatregel tegen vuurwerk"}]
    assert hall.workshop.agreements["cards"].tolist() == ["n7"]
    act(hall, "p3", "edit_agreement", cards=[])
    assert one(hall)["why"] == []


def test_hidden_ideas_come_out_when_agreements_are_made_of_them(halls):
    hall = halls(step("ideas", hidden=True), step("deal", "agreements", sources=["ideas"]))
    hall.join()
    hall.start("ideas")
    hall.card("p1", "geheim")
    hall.trainer("go_to", step="deal")
    assert "geheim" not in hall.bytes_for("team", team="Tafel 1")
    hall.trainer("open", step="deal")
    assert hall.room.steps["ideas"].revealed
    assert "geheim" in hall.bytes_for("team", team="Tafel 1")


def test_alone_everyone_writes_on_their_own_phone(make):
    hall = make()
    assert code_of(hall.at, "Tafel 1", "add_agreement", step="deal", what="samen") == "not_allowed"
    propose(hall, "p3")
    assert hall.mine("p4").view["editable"] == []


def test_a_table_writes_and_its_people_answer(make):
    hall = make(per="team")
    hall.at("Tafel 1", "add_agreement", step="deal", what="samen", **FULL)
    propose(hall, "p2", "nog een")
    assert hall.mine("p1").view["editable"] == ["a1", "a2"], "they sit at table 1, and speak for its owner"
    assert hall.mine("p3").view["editable"] == []
    hall.at("Tafel 1", "edit_agreement", step="deal", agreement="a2", needs="Een sleutel")
    at = {"step": "deal", "agreement": "a1", "what": "iets anders"}
    assert code_of(hall.at, "Tafel 2", "edit_agreement", **at) == "not_your_agreement"
    act(hall, "p1", "confirm_agreement")
    assert status(hall) == "confirmed"
    table = hall.shared("team", team="Tafel 2").view
    assert [view["team"] for view in table["agreements"]] == ["Tafel 1", "Tafel 1"], "all see all"


def test_there_is_an_end_to_what_one_proposes(make):
    hall = make()
    for n in range(MOST):
        propose(hall, what=f"afspraak {n}")
    assert hall.mine("p3").view["left"] == 0
    assert code_of(propose, hall) == "too_many_agreements"
    act(hall, "p3", "withdraw_agreement")
    assert hall.mine("p3").view["left"] == 1


def test_a_phone_is_sent_the_newest_and_its_own(make):
    hall = make("politie", "school", "bewoners", "jongeren", "corporatie")
    propose(hall, "p2", owner="politie")
    for n in range(MOST_LIVE):
        propose(hall, f"p{3 + n % 3}", f"afspraak {n}")
    phone = hall.shared("participant").view
    assert (len(phone["agreements"]), phone["total"]) == (MOST_LIVE, MOST_LIVE + 1)
    assert "a1" not in [view["id"] for view in phone["agreements"]]
    assert [view["id"] for view in hall.mine("p1").view["agreements"]] == ["a1"], "they have to answer it"
    assert [view["id"] for view in hall.mine("p2").view["agreements"]] == ["a1"], "they wrote it"
    assert hall.mine("p3").view["agreements"] == [], "all of theirs are among the newest"
    hall.trainer("close", step="deal")
    assert len(hall.shared("participant").view["agreements"]) == MOST_LIVE + 1
    assert hall.mine("p1").view["agreements"] == []


@pytest.mark.parametrize("role", ["wall", "results"])
def test_a_screen_that_only_shows_writes_nothing(make, role):
    hall = make()
    command = {"kind": "add_agreement", "step": "deal", "what": "samen"}
    assert code_of(hall.workshop.do, command, Actor(role, "x")) == "not_allowed"


@pytest.mark.parametrize("kind", UNDONE)
def test_the_trainer_takes_back_what_the_trainer_did(make, kind):
    hall = make()
    for _ in range(2):
        propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    act(hall, "p2", "rate_agreement", confidence=2)
    before = hall.shared("wall").view["agreements"]
    hall.trainer(kind, step="deal", **UNDONE[kind])
    assert hall.shared("wall").view["agreements"] != before, "it did something"
    hall.trainer("undo")
    assert hall.shared("wall").view["agreements"] == before


def test_a_sheet_that_is_typed_in_anew_is_taken_back_to_what_it_said(make):
    hall = make()
    propose(hall, **FULL)
    for confidence in (2, 5):
        hall.trainer("rate_agreement", step="deal", agreement="a1", confidence=confidence, paper=SHEET)
    hall.trainer("undo")
    assert one(hall)["sure"] == {"politie": 2.0}


def test_an_undo_puts_no_yes_beside_another_owner(make):
    """The trainer fills something in, another owner says yes, and then the trainer takes that back."""
    hall = make()
    propose(hall, "p4", owner="politie")
    hall.trainer("edit_agreement", step="deal", agreement="a1", needs="Een sleutel")
    act(hall, "p4", "edit_agreement", owner="school")
    act(hall, "p3", "confirm_agreement")
    hall.trainer("undo")
    assert (one(hall)["owner"], status(hall)) == ("school", "confirmed"), "what is newer stays"


def test_undoing_a_sheet_gives_no_yes_to_another_owner(make):
    """What was said of other words does not come back beside these."""
    hall = make()
    propose(hall, "p4", **FULL)
    act(hall, "p1", "confirm_agreement")
    sheet = {"id": "7", "organisation": "politie"}
    hall.trainer("decline_agreement", step="deal", agreement="a1", paper=sheet)
    act(hall, "p4", "edit_agreement", owner="school")
    hall.trainer("undo")
    assert (one(hall)["owner"], status(hall)) == ("school", "proposed")


def test_what_was_done_by_one_owner_is_not_done_by_the_next(make):
    hall = make()
    propose(hall, "p4", **FULL)
    act(hall, "p1", "confirm_agreement")
    hall.trainer("settle_agreement", step="deal", agreement="a1", outcome="done")
    hall.trainer("edit_agreement", step="deal", agreement="a1", owner="school")
    assert (one(hall)["owner"], status(hall)) == ("school", "proposed")
    assert not hall.workshop.agreements["complete"].any()


def test_agreements_are_a_frame(make):
    hall = make()
    propose(hall, "p3", partners=["school", "bewoners"], cards=["k1"], look_back="2026-06-10", **FULL)
    propose(hall, "p4")
    act(hall, "p1", "confirm_agreement")
    act(hall, "p3", "rate_agreement", confidence=4)
    full, bare = hall.workshop.agreements.to_dict("records")
    assert (full["owner"], full["with"], full["cards"]) == ("politie", "school, bewoners", "k1")
    assert (str(full["due"]), str(full["look_back"])) == (
        "2026-04-01 00:00:00+00:00",
        "2026-06-10 00:00:00+00:00",
    )
    assert (full["status"], full["complete"], full["confidence"]) == ("confirmed", True, 4.0)
    assert (full["participant"], full["organisation"], full["team"]) == ("p3", "school", "Tafel 2")
    assert (bare["status"], bare["complete"]) == ("proposed", False)
    empty = hall.workshop.agreements.isna().iloc[1]
    assert empty[["owner", "with", "due", "cards", "lead", "confidence", "answered_at"]].all()


def test_what_one_proposed_is_with_what_one_did_before(make):
    hall = make()
    propose(hall)
    hall.trainer("go_to", step="ideas")
    past = {one.step: one.texts for one in hall.mine("p3").past}
    assert past["deal"] == ["Elke week samen een ronde"]
