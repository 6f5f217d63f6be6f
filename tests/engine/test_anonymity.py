"""An anonymous step: limits and changing one's mind work while it runs; afterwards nobody can tell."""

import pytest

from kit.errors import RefusedError
from kit.identity import pseudonym
from kit.workshop import Workshop
from tests._hall import code_of, step


@pytest.fixture
def hall(halls):
    hall = halls(
        step("ideas", anonymous=True, limit=2),
        step("more", anonymous=True, limit=2),
        step("vote", "ballot", source="ideas", anonymous=True, dots=2),
        step("after"),
    )
    for organisation in ("politie", "politie", "school"):
        hall.join(organisation, team="Tafel 1")
    hall.start("ideas")
    return hall


def actors(hall, kind):
    return [entry.actor for entry in hall.workshop.entries if type(entry.event).__name__ == kind]


def test_the_journal_knows_a_pseudonym(hall):
    hall.card("p1", "een")
    hall.card("p1", "twee")
    hall.card("p2", "drie")
    first, again, other = actors(hall, "CardAdded")
    assert first == again == pseudonym(hall.workshop.journal.secret("ideas"), "p1")
    assert other != first
    assert first.startswith("~")


def test_limits_hold_and_own_cards_can_be_changed(hall):
    card = hall.card("p1", "een")
    hall.card("p1", "twee")
    assert code_of(hall.card, "p1", "drie") == "too_many_cards"
    assert code_of(hall.by, "p2", "edit_card", card=card, text="van mij") == "not_your_card"
    hall.by("p1", "edit_card", card=card, text="beter")
    assert [one["text"] for one in hall.mine("p1").view["cards"]] == ["twee", "beter"]
    hall.by("p1", "withdraw_card", card=card)
    assert code_of(hall.card, "p1", "drie") is None


def test_a_vote_can_be_changed_until_it_is_closed(hall):
    card = hall.card("p1", "een")
    hall.start("vote")
    hall.vote("p2", **{card: 1})
    hall.vote("p2", **{card: 2})
    assert list(hall.workshop.votes["weight"]) == [2]
    assert hall.mine("p2").view["votes"] == {card: 2}


def test_every_step_has_its_own_pseudonyms(hall):
    hall.card("p1", "een")
    hall.start("more")
    hall.card("p1", "twee", "more")
    first, second = actors(hall, "CardAdded")
    assert first != second


def test_nobody_sees_where_a_card_comes_from(hall):
    hall.card("p1", "een")
    assert [(card["organisation"], card["team"]) for card in hall.shared("trainer").view["cards"]] == [
        (None, None)
    ]
    cards = hall.workshop.cards
    assert cards["team"].isna().all(), "team and organisation together would point at one person"
    assert cards["organisation"].isna().all(), "of an organisation of two, its name would point at one person"


def test_an_organisation_is_kept_when_there_are_enough_people_to_hide_among(hall):
    there = sum(one.organisation == "politie" for one in hall.room.people.values())
    for _ in range(3 - there):
        person = hall.join("politie")
    hall.card(person, "een")
    assert list(hall.workshop.cards["organisation"]) == ["politie"]


def test_who_is_ready_is_a_number(hall):
    hall.by("p1", "ready", step="ideas")
    console = hall.shared("trainer")
    assert console.counts.ready == 1
    assert [person.ready for person in console.console.people] == [False] * 3
    assert hall.mine("p1").ready
    assert not hall.mine("p2").ready


def sealed(hall):
    """Someone writes and another too; then the next step begins."""
    cards = hall.card("p1", "een"), hall.card("p2", "twee")
    hall.start("more")
    return cards


def test_the_secret_lives_until_the_next_step_is_opened(hall):
    hall.card("p1", "een")
    hall.trainer("close", step="ideas")
    assert hall.workshop.journal.secret("ideas") is not None
    hall.trainer("go_to", step="more")
    assert hall.workshop.journal.secret("ideas") is not None
    hall.trainer("open", step="more")
    assert hall.workshop.journal.secret("ideas") is None
    assert hall.room.steps["ideas"].sealed
    assert not hall.room.steps["more"].sealed


def test_a_step_can_be_reopened_until_it_is_sealed(hall):
    card = hall.card("p1", "een")
    hall.trainer("close", step="ideas")
    hall.trainer("open", step="ideas")
    hall.by("p1", "edit_card", card=card, text="beter")
    assert hall.room.cards[card].text == "beter"


def test_afterwards_not_even_the_server_can_tell(hall):
    first, _ = sealed(hall)
    for person in ("p1", "p2", "p3"):
        mine = hall.mine(person, name="ideas")
        assert mine.view is None
        assert mine.past == []
        for kind, fields in (("edit_card", {"text": "x"}), ("withdraw_card", {})):
            with pytest.raises(RefusedError, match="nobody can tell any more who wrote what") as refusal:
                hall.by(person, kind, card=first, **fields)
            assert refusal.value.code == "step_finished"
    assert code_of(hall.trainer, "open", step="ideas") == "step_finished"


def test_nothing_in_the_file_leads_from_a_pseudonym_to_a_person(hall):
    """Ids of commands count on through all steps of a phone; kept as they are, they would tell."""
    for n, person in enumerate(("p1", "p2")):
        hall.by(person, "set_profile", f"phone{n}-1", organisation="politie")
        hall.by(person, "add_card", f"phone{n}-2", step="ideas", zone="idea", text=f"van {n}")
        hall.by(person, "ready", f"phone{n}-3", step="ideas")
    hall.start("more")
    hall.by("p1", "add_card", "phone0-4", step="more", zone="idea", text="later")
    rows = hall.workshop.journal._db.execute("SELECT actor, id FROM commands").fetchall()
    known = {actor: {one for other, one in rows if other == actor} for actor, _ in rows}
    assert known["p1"] == {"phone0-1"}
    assert known["p2"] == {"phone1-1"}
    pseudonyms = [actor for actor in known if actor.startswith("~")]
    assert len(pseudonyms) == 3
    assert not [one for actor in pseudonyms for one in known[actor] if "phone" in one]


def test_the_trainer_can_still_tidy_up(hall):
    first, second = sealed(hall)
    hall.trainer("hide_card", card=first)
    hall.trainer("restore_card", card=first)
    hall.trainer("merge_cards", cards=[first, second])
    assert [card.text for card in hall.room.cards.values() if card.shown] == ["een"]


def test_moving_on_can_not_be_undone_into_a_sealed_step(hall):
    sealed(hall)
    hall.trainer("undo")
    assert code_of(hall.trainer, "undo") == "step_finished"


def test_a_sealed_step_stays_sealed_for_others_and_after_a_rebuild(hall):
    sealed(hall)
    with Workshop.open(hall.path) as other:
        assert other.room == hall.room
        assert other.room.steps["ideas"].sealed


def test_paper_in_an_anonymous_step_has_no_table_beside_its_organisation(hall):
    paper = {"id": "12", "organisation": "School", "team": "Tafel 2"}
    hall.trainer("add_card", step="ideas", zone="idea", text="van papier", paper=paper)
    (row,) = hall.workshop.cards.to_dict("records")
    assert (row["participant"], row["organisation"]) == ("paper-12", "school")
    assert hall.room.cards["k1"].team is None
