"""What an audience may not see is not sent to it: not as a card, not as a number that gives it away."""

import pytest

from tests._hall import step

WORDS = "een kas op het dak"
SCREENS = [("participant", "p2", None), ("team", None, "Tafel 1"), ("team", None, "Tafel 2"),
           ("wall", None, None), ("results", None, None)]  # fmt: skip


def seen(hall, words=WORDS):
    """Return the screens, other than the trainer's and the writer's, to which words are sent."""
    return [(role, person or team) for role, person, team in SCREENS
            if words in hall.bytes_for(role, person, team)]  # fmt: skip


@pytest.fixture
def make(halls):
    def make(*steps):
        hall = halls(*steps)
        hall.join("politie", team="Tafel 1")
        hall.join("school", team="Tafel 2")
        return hall

    return make


def test_a_card_in_an_open_step_is_seen_by_all(make):
    hall = make(step("ideas"))
    hall.start("ideas")
    hall.card("p1", WORDS)
    assert len(seen(hall)) == len(SCREENS), "this is how a leak would look"


def test_a_hidden_step_is_seen_by_its_writer_and_the_trainer_alone(make):
    hall = make(step("ideas", hidden=True), step("after"))
    hall.start("ideas")
    hall.card("p1", WORDS)
    assert seen(hall) == []
    assert WORDS in hall.bytes_for("participant", "p1")
    assert WORDS in hall.bytes_for("trainer")
    assert WORDS not in str(hall.shared("trainer").room), "the console's picture of the wall is the wall's"
    hall.trainer("close", step="ideas")
    assert seen(hall) == [], "closing is not revealing"
    hall.start("after")
    assert seen(hall) == []
    hall.trainer("close", step="after")
    hall.trainer("finish")
    assert seen(hall) == [], "nor is the end"


def test_revealing_shows_it_and_taking_that_back_hides_it(make):
    hall = make(step("ideas", hidden=True))
    hall.start("ideas")
    hall.card("p1", WORDS)
    hall.trainer("reveal", step="ideas")
    assert len(seen(hall)) == len(SCREENS)
    hall.trainer("undo")
    assert seen(hall) == []


def test_phones_are_not_told_how_many_cards_are_hidden(make):
    """A count that moves would tell who is writing; the wall shows that people are busy."""
    hall = make(step("ideas", hidden=True))
    hall.start("ideas")
    before = hall.bytes_for("participant", "p2")
    hall.card("p1", WORDS)
    assert hall.bytes_for("participant", "p2") == before
    assert hall.shared("wall").view["total"] == 1


def test_a_step_per_table_is_seen_at_that_table(make):
    hall = make(step("ideas", per="team"))
    hall.start("ideas")
    hall.card("p1", WORDS)
    assert seen(hall) == [("team", "Tafel 1")]
    mate = hall.join(team="Tafel 1")
    assert WORDS in hall.bytes_for("participant", mate)
    hall.trainer("reveal", step="ideas")
    assert len(seen(hall)) == len(SCREENS)


def test_a_card_that_was_taken_off_is_off_every_screen(make):
    hall = make(step("ideas"))
    hall.start("ideas")
    card = hall.card("p1", WORDS)
    hall.trainer("hide_card", card=card)
    assert seen(hall) == []
    assert WORDS in hall.bytes_for("trainer")
    hall.trainer("restore_card", card=card)
    assert len(seen(hall)) == len(SCREENS)


def test_a_card_that_was_taken_back_is_nowhere(make):
    hall = make(step("ideas"))
    hall.start("ideas")
    hall.by("p1", "withdraw_card", card=hall.card("p1", WORDS))
    assert seen(hall) == []
    assert WORDS not in hall.bytes_for("participant", "p1")
    assert WORDS not in hall.bytes_for("trainer")


def test_a_hidden_original_is_not_shown_under_a_merged_card(make):
    hall = make(step("ideas"), step("vote", "ballot", source="ideas"))
    hall.start("ideas")
    first, other = hall.card("p1", WORDS), hall.card("p1", "een bankje")
    hall.trainer("merge_cards", cards=[other, first])
    assert len(seen(hall)) == len(SCREENS)
    hall.trainer("hide_card", card=first)
    assert seen(hall) == []
    hall.start("vote")
    assert seen(hall) == []
    assert len(seen(hall, "een bankje")) == len(SCREENS)


@pytest.mark.parametrize("moment", ["before", "during", "after"])
def test_a_card_that_was_taken_off_is_off_the_ballot(make, moment):
    hall = make(step("ideas"), step("vote", "ballot", source="ideas"), step("after", focus="vote"))
    hall.start("ideas")
    card, other = hall.card("p1", WORDS), hall.card("p1", "een bankje")
    if moment == "before":
        hall.trainer("hide_card", card=card)
    hall.start("vote")
    hall.vote("p1", **{card if moment != "before" else other: 3})
    if moment == "during":
        assert len(seen(hall)) == len(SCREENS)
        hall.trainer("hide_card", card=card)
    hall.trainer("close", step="vote")
    if moment == "after":
        assert len(seen(hall)) == len(SCREENS)
        hall.trainer("hide_card", card=card)
    assert seen(hall) == []
    hall.start("after")
    assert seen(hall) == [], "and it is not the winner that the next step is about"


@pytest.mark.parametrize("role", ["participant", "team", "trainer", "wall", "results"])
def test_nobody_gets_a_result_while_the_vote_runs(make, role):
    hall = make(step("ideas"), step("vote", "ballot", source="ideas", dots=97))
    hall.start("ideas")
    card = hall.card("p1", WORDS)
    hall.start("vote")
    viewer = {"participant": ("p2", None), "team": (None, "Tafel 2")}.get(role, (None, None))
    before = hall.bytes_for(role, *viewer)
    hall.vote("p1", **{card: 83})
    after = hall.bytes_for(role, *viewer)
    assert "83" not in after
    assert '"result":{' not in after
    if role == "participant":
        assert after == before, "not even that somebody voted"
    hall.trainer("close", step="vote")
    assert '"points":83' in hall.bytes_for(role, *viewer)


def test_blind_spots_and_what_the_trainer_says_are_the_trainers(halls):
    hall = halls(step("read", "briefing", phase="open"), step("ideas"))
    hall.join("politie", team="Tafel 1")
    hall.join("school", team="Tafel 2")
    hall.trainer("go_to", step="read")
    secret = hall.room.case.stakeholders[0].blind_spot["nl"]
    assert secret in hall.bytes_for("trainer")
    assert seen(hall, secret) == []
    tips = hall.room.case.trainer["nl"].splitlines()[0]
    assert seen(hall, tips) == []


def test_names_are_for_the_trainer_and_their_owner(make):
    hall = make(step("ideas"))
    hall.by("p1", "set_profile", organisation="politie", name="Noor de Wit")
    hall.start("ideas")
    hall.card("p1", WORDS)
    assert seen(hall, "Noor de Wit") == []
    assert "Noor de Wit" in hall.bytes_for("participant", "p1")
    assert "Noor de Wit" in hall.bytes_for("trainer")


def test_only_those_who_show_it_get_the_way_in(make):
    hall = make(step("ideas"))
    hall.workshop.host = {"url": "http://10.0.0.5:8765"}
    roles = ("participant", "team", "trainer", "wall", "results")
    assert [role for role in roles if hall.shared(role).join] == ["trainer", "wall"]


@pytest.mark.parametrize("source", [{"hidden": True}, {"hidden": True, "anonymous": True}, {"per": "team"}])
@pytest.mark.parametrize("per", ["person", "team"])
def test_what_is_built_on_stays_hidden_until_that_step_is_opened(halls, source, per):
    """Prompts are no way round hiding: opening the step reveals their source, or tables keep their own."""
    hall = halls(step("ideas", **source), step("more", phase="test", build_on="ideas", per=per))
    hall.join("politie", team="Tafel 1")
    hall.join("school", team="Tafel 2")
    hall.start("ideas")
    hall.card("p1", "nog van niemand anders")
    hall.trainer("go_to", step="more")

    def seen():
        screens = [("participant", "p2", None), ("team", None, "Tafel 2"), ("wall", None, None)]
        return ["nog van niemand anders" in hall.bytes_for(*screen) for screen in screens]

    assert not any(seen())
    hall.trainer("open", step="more")
    assert hall.room.steps["ideas"].revealed == (per == "person")
    assert all(seen()) if per == "person" else not any(seen())
