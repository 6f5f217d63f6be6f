"""A table chooses from its own ideas what goes on; an idea stays with who thought of it."""

import random

import pytest

from kit.activities.canvas_mind import choose
from kit.activities.mind import Mind
from kit.insight.passing import build_on_rate
from tests._hall import code_of, step

WRITE = step("write", hidden=True)
CHOOSE = step("choose", canvas="best-ideas", build_on="write", hidden=None)
VOTE = step("vote", "ballot", source="choose", dots=3, most=2)


@pytest.fixture
def hall(halls):
    """Two tables; at the first police and school wrote, at the second residents."""
    hall = halls(WRITE, CHOOSE, VOTE)
    for organisation, team in (("politie", "Tafel 1"), ("school", "Tafel 1"), ("bewoners", "Tafel 2")):
        hall.join(organisation, team=team)
    hall.start("write")
    for person, text in (("p1", "Een bank"), ("p2", "Een toernooi"), ("p3", "Een feest")):
        hall.card(person, text, "write")
    hall.trainer("close", step="write")
    return hall


def offers(hall, team, role="participant"):
    return [one["text"] for one in hall.shared(role, team, name="choose").view["offers"]]


def test_opening_it_shows_every_table_its_own_ideas(hall):
    assert not hall.room.steps["write"].revealed
    hall.start("choose")
    assert hall.room.steps["write"].revealed
    for role in ("participant", "team"):
        assert offers(hall, "Tafel 1", role) == ["Een bank", "Een toernooi"]
        assert offers(hall, "Tafel 2", role) == ["Een feest"]
    assert hall.shared("participant", "Tafel 1", name="choose").view["take_over"]


def test_a_table_gets_all_of_its_ideas_to_choose_from(halls):
    hall = halls(WRITE, CHOOSE)
    hall.join()
    hall.start("write")
    texts = [hall.card("p1", f"Idee {n}", "write") and f"Idee {n}" for n in range(60)]
    hall.start("choose")
    assert offers(hall, "Tafel 1") == texts
    assert len(offers(hall, None, "trainer")) == 24


@pytest.mark.parametrize("tap", ["on a phone", "at the table"])
def test_an_idea_stays_with_the_organisation_that_thought_of_it(hall, tap):
    hall.start("choose")
    said = {"step": "choose", "zone": "idea", "text": "Een groot toernooi", "parent": "k2"}
    if tap == "on a phone":
        hall.by("p1", "add_card", **said)
    else:
        hall.at("Tafel 1", "add_card", **said)
    frame = hall.workshop.cards.set_index("text").loc["Een groot toernooi"]
    assert (frame["parent"], frame["organisation"], frame["team"]) == ("k2", "school", "Tafel 1")
    hall.start("vote")
    assert [one["text"] for one in hall.shared("wall", name="vote").view["options"]] == ["Een groot toernooi"]


def test_an_idea_of_the_moment_is_its_writers_own(hall):
    hall.start("choose")
    card = hall.card("p1", "Nog iets heel anders", "choose")
    assert hall.room.cards[card].organisation == "politie"


def test_in_a_step_that_only_builds_on_ideas_a_card_is_its_writers(halls):
    hall = halls(WRITE, step("more", build_on="write"))
    hall.join("politie")
    hall.join("school")
    hall.start("write")
    hall.card("p2", "Een toernooi", "write")
    hall.start("more")
    assert hall.room.cards[hall.card("p1", "Elke maand", "more", parent="k1")].organisation == "politie"


def test_it_is_three_per_table(hall):
    hall.start("choose")
    for parent in ("k1", "k2", "k1"):
        hall.card("p1", "Goed", "choose", parent=parent)
    assert code_of(hall.card, "p2", "Nog een", "choose") == "too_many_cards"
    assert code_of(hall.card, "p3", "Een feest", "choose", parent="k3") is None


def test_without_a_step_to_choose_from_it_is_a_canvas_like_any_other(halls):
    hall = halls(step("choose", canvas="best-ideas", hidden=None))
    hall.join("politie")
    hall.start("choose")
    assert offers(hall, "Tafel 1") == []
    assert hall.room.cards[hall.card("p1", "Een bank", "choose")].organisation == "politie"


def test_one_at_each_simulated_table_chooses_what_it_likes(hall):
    hall.start("choose")
    view = hall.shared("participant", "Tafel 1", name="choose").view
    mind = {"rng": random.Random(1), "taste": ["toernooi", "bank"]}

    def told(first, left):
        return [
            (one["text"], one["parent"])
            for one in choose(lambda: (view, {"left": left}), Mind(first_at_table=first, **mind))
        ]

    assert told(first=True, left=3) == [("Een toernooi", "k2"), ("Een bank", "k1")]
    assert told(first=True, left=1) == [("Een toernooi", "k2")]
    assert told(first=False, left=3) == []


class TestOrigin:
    """Where a chosen idea came from: never more than its writer could see."""

    @pytest.fixture
    def apart(self, halls):
        """The card k1 is in a step that stays hidden, k2 is an idea of the second table, k3 of the first."""
        hall = halls(step("secret", hidden=True), WRITE, CHOOSE)
        for organisation, team in (("politie", "Tafel 1"), ("school", "Tafel 2"), ("bewoners", "Tafel 1")):
            hall.join(organisation, team=team)
        for name, writes in (
            ("secret", (("p2", "geheim"),)),
            ("write", (("p2", "Een feest"), ("p3", "Bank"))),
        ):
            hall.start(name)
            for person, text in writes:
                hall.card(person, text, name)
            hall.trainer("close", step=name)
        hall.start("choose")
        return hall

    @pytest.mark.parametrize("parent", ["k1", "k2", "k99"])
    def test_what_a_table_is_not_offered_it_can_not_take_over(self, apart, parent):
        """The card would say of which organisation a card is that nobody at this table may see."""
        assert code_of(apart.card, "p1", "Wat staat daar?", "choose", parent=parent) == "unknown_card"
        said = {"step": "choose", "zone": "idea", "text": "Wat staat daar?", "parent": parent}
        assert code_of(apart.at, "Tafel 1", "add_card", **said) == "unknown_card"
        paper = {"id": "7", "team": "Tafel 1"}
        assert code_of(apart.trainer, "add_card", **said, paper=paper) == "unknown_card"

    def test_what_it_is_offered_it_can(self, apart):
        assert apart.room.cards[apart.card("p1", "Bank", "choose", parent="k3")].organisation == "bewoners"
        assert apart.room.cards[apart.card("p2", "Feest", "choose", parent="k2")].organisation == "school"

    def test_one_may_build_on_what_the_table_chose_itself(self, apart):
        chosen = apart.card("p1", "Bank", "choose", parent="k3")
        more = apart.room.cards[apart.card("p1", "Bank met dak", "choose", parent=chosen)]
        assert (more.organisation, more.taken_over) == ("politie", False)
        assert code_of(apart.card, "p2", "Bank", "choose", parent=chosen) == "unknown_card", (
            "it is not theirs"
        )

    def test_an_idea_without_a_name_gets_none(self, halls):
        """Not even of an organisation that is large enough to hide in, nor that of who chose it."""
        hall = halls(step("write", hidden=True, anonymous=True), CHOOSE)
        for organisation in ("school", "school", "school", "politie"):
            hall.join(organisation, team="Tafel 1")
        hall.start("write")
        hall.card("p1", "Een bank", "write")
        hall.card("p4", "Een boom", "write")
        assert [card.organisation for card in hall.room.cards.values()] == ["school", None]
        hall.trainer("close", step="write")
        hall.start("choose")
        for parent in ("k1", "k2"):
            assert hall.room.cards[hall.card("p4", "Gekozen", "choose", parent=parent)].organisation is None


class TestCounting:
    """An idea counts once, however often it was chosen."""

    @pytest.fixture
    def chosen(self, halls):
        """A bank, a bank with a roof that builds on it, and both of them chosen."""
        hall = halls(step("write"), CHOOSE)
        for organisation in ("politie", "school"):
            hall.join(organisation, team="Tafel 1")
        hall.start("write")
        hall.card("p1", "Een bank", "write")
        hall.card("p2", "Een bank met dak", "write", parent="k1")
        hall.trainer("close", step="write")
        hall.start("choose")
        self.before = self.counts(hall)
        for parent in ("k1", "k2"):
            hall.card("p1", "Gekozen", "choose", parent=parent)
        return hall

    def counts(self, hall):
        ideas = hall.workshop.ideas
        number = hall.shared("results").results["contributions"]
        return list(ideas["card"]), build_on_rate(ideas, hall.workshop.cards), number

    def test_choosing_changes_no_number(self, chosen):
        assert self.counts(chosen) == self.before == (["k1", "k2"], 0.5, 2)
        assert chosen.shared("trainer", name="choose").view["built_on"] is None

    def test_nor_does_merging_what_was_chosen(self, chosen):
        chosen.trainer("merge_cards", cards=["k3", "k4"], text="Een bank, met of zonder dak")
        assert self.counts(chosen) == self.before

    def test_what_was_chosen_is_a_card_that_says_so(self, chosen):
        cards = chosen.workshop.cards.set_index("card")
        assert cards["taken_over"].tolist() == [False, False, True, True]
        assert cards.loc["k3", "parent"] == "k1"

    def test_an_idea_of_the_moment_counts(self, chosen):
        card = chosen.card("p2", "Nog iets heel anders", "choose")
        assert self.counts(chosen)[0] == ["k1", "k2", card]
        chosen.trainer("merge_cards", cards=["k3", card], text="Samen")
        assert self.counts(chosen)[0] == ["k1", "k2", card, "k6"]

    def test_what_one_took_over_is_not_among_what_one_said(self, chosen):
        room, choose = chosen.room, chosen.room.steps["choose"]
        assert choose.activity.contributed(room, choose, "p1") == []
