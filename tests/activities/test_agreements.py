"""Who does what with whom and by when; and nobody owns anything without saying yes to it."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.activities.agreements_terms import same_promise
from kit.errors import InputError
from kit.model.agreements import Terms
from tests._hall import code_of, programme, step
from tests.activities._agreements import FULL, act, dealing, one, propose, refused, status


@pytest.fixture
def make(halls):
    return partial(dealing, halls)


def test_somebody_of_the_owner_says_yes_on_their_own_phone(make):
    hall = make()
    propose(hall, **FULL)
    assert status(hall) == "proposed"
    assert hall.mine("p1").view["asked"] == hall.mine("p2").view["asked"] == ["a1"]
    assert hall.mine("p3").view["asked"] == hall.mine("p4").view["asked"] == []
    act(hall, "p2", "confirm_agreement")
    assert status(hall) == "confirmed"
    assert hall.mine("p1").view["asked"] == []


@pytest.mark.parametrize("kind", ["confirm_agreement", "decline_agreement"])
def test_nobody_else_can_say_it_for_them(make, kind):
    hall = make()
    propose(hall, **FULL)
    assert refused(hall, "p3", kind) == refused(hall, "p4", kind) == "not_your_organisation"
    assert code_of(hall.trainer, kind, step="deal", agreement="a1") == "not_your_organisation"
    assert code_of(hall.at, "Tafel 1", kind, step="deal", agreement="a1") == "not_your_organisation"
    sheet = {"id": "7", "organisation": "school"}
    assert code_of(hall.trainer, kind, step="deal", agreement="a1", paper=sheet) == "not_your_organisation"
    assert (
        code_of(hall.trainer, kind, step="deal", agreement="a1", paper={"id": "7"}) == "not_your_organisation"
    )
    assert status(hall) == "proposed"


def test_who_proposes_for_their_own_organisation_still_says_yes(make):
    hall = make()
    propose(hall, "p1", **FULL)
    assert status(hall) == "proposed"
    act(hall, "p1", "confirm_agreement")
    assert status(hall) == "confirmed"


def test_a_person_without_a_phone_says_yes_on_paper_and_it_shows(make):
    hall = make()
    propose(hall, owner="bewoners")
    hall.trainer(
        "confirm_agreement", step="deal", agreement="a1", paper={"id": "7", "organisation": "Bewoners"}
    )
    assert (status(hall), one(hall)["paper"]) == ("confirmed", True)
    hall.trainer("undo")
    assert (status(hall), one(hall)["paper"]) == ("proposed", False)


def test_an_owner_may_say_not_yet_with_a_reason_and_change_their_mind(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "decline_agreement", reason="Eerst overleg met de chef.")
    assert (status(hall), one(hall)["reason"]) == ("declined", "Eerst overleg met de chef.")
    act(hall, "p2", "confirm_agreement")
    assert (status(hall), one(hall)["reason"]) == ("confirmed", None)
    act(hall, "p1", "decline_agreement")
    assert (status(hall), one(hall)["reason"]) == ("declined", None)


def test_saying_the_same_again_changes_nothing(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    seq = hall.workshop.seq
    act(hall, "p2", "confirm_agreement")
    act(hall, "p1", "edit_agreement", what="Elke week samen een ronde")
    assert hall.workshop.seq == seq


def test_another_owner_has_to_say_yes_again(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    act(hall, "p1", "edit_agreement", owner="school")
    assert (status(hall), one(hall)["owner"], one(hall)["again"]) == ("proposed", "school", False)
    assert hall.mine("p3").view["asked"] == ["a1"]
    act(hall, "p3", "edit_agreement", owner="")
    assert (one(hall)["owner"], one(hall)["missing"]) == (None, ["owner"])
    assert refused(hall, "p3", "confirm_agreement") == "no_owner"


@pytest.mark.parametrize(
    "change",
    [
        {"what": "Elke dag samen een ronde"},
        {"lead": "de chef"},
        {"due": "2026-03-20"},
        {"due": ""},
        {"first_step": "Morgen beginnen"},
    ],
)
def test_a_yes_is_to_what_was_promised(make, change):
    """Else somebody could be made owner of something they never said yes to."""
    hall = make()
    propose(hall, first_step="Rooster maken", **FULL)
    act(hall, "p1", "confirm_agreement")
    act(hall, "p3", "edit_agreement", **change)
    assert (status(hall), one(hall)["again"]) == ("proposed", True)
    act(hall, "p2", "confirm_agreement")
    assert (status(hall), one(hall)["again"]) == ("confirmed", False)


@pytest.mark.parametrize(
    "change",
    [
        {"lead": "wijkagent"},
        {"due": "2026-04-01", "first_step": "Rooster maken"},
        {"works": "Minder meldingen", "needs": "Twee uur per week", "look_back": "2026-06-01"},
        {"partners": ["school"], "cards": ["k2"]},
    ],
)
def test_filling_in_what_was_open_keeps_the_yes(make, change):
    hall = make()
    propose(hall, owner="politie")
    act(hall, "p1", "confirm_agreement")
    act(hall, "p3", "edit_agreement", **change)
    assert status(hall) == "confirmed"


def test_the_owner_may_change_it_and_that_is_their_word(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    act(hall, "p2", "edit_agreement", what="Elke maand samen een ronde", due="2026-05-01")
    assert (status(hall), one(hall)["due"]) == ("confirmed", "2026-05-01")


def test_what_was_turned_down_is_asked_again_once_it_is_another(make):
    hall = make()
    propose(hall, owner="politie")
    act(hall, "p1", "decline_agreement", reason="Wanneer dan?")
    act(hall, "p3", "edit_agreement", due="2026-04-01")
    assert (status(hall), hall.mine("p1").view["asked"]) == ("proposed", ["a1"])


TEXT = st.sampled_from([None, "een", "twee"])
TERMS = st.builds(
    Terms, what=st.sampled_from("ab"), owner=TEXT, lead=TEXT, first_step=TEXT, due=TEXT, needs=TEXT
)


@given(TERMS, TERMS)
def test_the_same_promise_has_the_same_owner_and_nothing_that_was_there_is_another(before, after):
    if same_promise(before, after):
        assert (before.what, before.owner) == (after.what, after.owner)
        for name in ("lead", "first_step", "due"):
            assert getattr(before, name) in {None, getattr(after, name)}
    assert same_promise(before, before)


def test_without_owner_lead_or_day_it_is_no_agreement_yet(make):
    hall = make()
    propose(hall)
    assert one(hall)["missing"] == ["owner", "lead", "due"]
    act(hall, "p3", "edit_agreement", owner="politie", lead="wijkagent")
    assert one(hall)["missing"] == ["due"]
    act(hall, "p1", "confirm_agreement")
    assert hall.workshop.agreements["complete"].tolist() == [False]
    act(hall, "p1", "edit_agreement", due="2026-04-01")
    assert hall.workshop.agreements["complete"].tolist() == [True]


def test_only_who_proposed_it_and_its_owner_can_change_it(make):
    hall = make()
    propose(hall, "p3", **FULL)
    assert refused(hall, "p4", "edit_agreement", what="iets anders") == "not_your_agreement"
    assert refused(hall, "p4", "withdraw_agreement") == "not_your_agreement"
    assert refused(hall, "p1", "withdraw_agreement") == "not_your_agreement"
    assert [hall.mine(person).view["editable"] for person in ("p1", "p2", "p3", "p4")] == [["a1"]] * 3 + [[]]
    hall.trainer("edit_agreement", step="deal", agreement="a1", needs="Een sleutel")
    assert one(hall)["needs"] == "Een sleutel"


def test_a_proposal_can_be_taken_back_until_its_owner_said_yes(make):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    assert refused(hall, "p3", "withdraw_agreement") == "already_confirmed"
    act(hall, "p1", "decline_agreement")
    act(hall, "p3", "withdraw_agreement")
    assert hall.shared("wall").view["agreements"] == []
    assert refused(hall, "p1", "confirm_agreement") == "unknown_agreement"
    assert hall.workshop.agreements.empty
    assert propose(hall) == "a2", "a number is used once"


def test_partners_say_how_sure_they_are_and_every_organisation_counts_the_same(make):
    hall = make("politie", "politie", "politie", "school", "bewoners")
    propose(hall, "p4", owner="politie", partners=["school"])
    for person, confidence in (("p1", 2), ("p2", 4), ("p3", 5), ("p4", 1)):
        act(hall, person, "rate_agreement", confidence=confidence)
    assert one(hall)["sure"] == {"politie": 4.0, "school": 1.0}
    assert one(hall)["confidence"] == 2.5
    assert hall.mine("p4").view["rates"] == {"a1": 1}
    assert refused(hall, "p5", "rate_agreement", confidence=5) == "not_your_organisation"
    assert refused(hall, "p1", "rate_agreement", confidence=6) == "bad_confidence"
    act(hall, "p4", "rate_agreement")
    assert (one(hall)["sure"], hall.mine("p4").view["rates"]) == ({"politie": 4.0}, {})
    act(hall, "p4", "edit_agreement", owner="school", partners=[])
    assert one(hall)["confidence"] is None, "the police have no part in it any more"


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_its_owner_or_the_trainer_says_later_what_became_of_it(make, outcome):
    hall = make()
    propose(hall, **FULL)
    act(hall, "p1", "confirm_agreement")
    assert refused(hall, "p3", "settle_agreement", outcome=outcome) == "not_your_organisation"
    act(hall, "p1", "settle_agreement", outcome=outcome)
    assert status(hall) == outcome
    hall.trainer("close", step="deal")
    hall.trainer("settle_agreement", step="deal", agreement="a1")
    assert status(hall) == "confirmed"
    hall.trainer("undo")
    assert status(hall) == outcome


def test_a_closed_step_takes_no_word_of_anybody_but_the_trainer(make):
    hall = make()
    propose(hall, **FULL)
    hall.trainer("close", step="deal")
    assert code_of(propose, hall) == "step_closed"
    for kind in ("confirm_agreement", "decline_agreement", "edit_agreement", "withdraw_agreement"):
        assert refused(hall, "p1", kind) == "step_closed"
    assert hall.mine("p1").view["asked"] == hall.mine("p1").view["editable"] == []
    hall.trainer("edit_agreement", step="deal", agreement="a1", needs="Een sleutel")
    sheet = {"id": "7", "organisation": "politie"}
    assert (
        code_of(hall.trainer, "confirm_agreement", step="deal", agreement="a1", paper=sheet) == "step_closed"
    )


def test_within_one_organisation_nobody_need_be_asked(make):
    hall = make(need_confirmation=False)
    propose(hall, **FULL)
    propose(hall)
    assert (status(hall), status(hall, "a2")) == ("confirmed", "proposed")
    assert hall.mine("p1").view["asked"] == []
    act(hall, "p1", "decline_agreement")
    assert status(hall) == "declined"


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"sources": ["idees"]}, r"sources\[0\]: no earlier step 'idees'; .*ideas"),
        ({"sources": ["ideas", "read"]}, r"sources\[1\]: step 'read' offers nothing to build on; .*ideas"),
        ({"hidden": True}, "hidden: agreements are everybody's to see"),
        ({"anonymous": True}, "anonymous: agreements are everybody's to see"),
        ({"owner": "politie"}, "settings: .*owner"),
    ],
)
def test_a_mistake_in_the_settings_is_named(halls, settings, problem):
    steps = step("read", "briefing"), step("ideas"), step("deal", "agreements", **settings)
    with pytest.raises(InputError, match=problem):
        halls(of=programme(*steps))
