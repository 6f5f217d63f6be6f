"""What is taken back is what the trainer did, and nothing of what others did since."""

import pytest

from kit.workshop import Workshop
from tests._hall import step


@pytest.fixture
def hall(halls):
    """A step per person and one per table, both open; p1 and p2 sit at table 1. The cards are k1 to k4."""
    hall = halls(step("tables", per="team", canvas="empathy-map", hidden=False), step("ideas"))
    for _ in range(2):
        hall.join(team="Tafel 1")
    hall.start("tables")
    hall.trainer("open", step="ideas")
    for person, text in (("p1", "een bank"), ("p2", "een boom")):
        hall.card(person, text)
    for text in ("de bakker", "de slager"):
        hall.card("p1", text, "tables", "see")
    return hall


def lies(hall):
    """Return the text of every card that lies on the table, and look whether a rebuild says the same."""
    with Workshop.open(hall.path) as other:
        assert other.room == hall.room
    return {name: card.text for name, card in hall.room.cards.items() if card.shown}


def undo(hall):
    hall.trainer("undo")
    return lies(hall)


BEGIN = {"k1": "een bank", "k2": "een boom", "k3": "de bakker", "k4": "de slager"}


def test_an_edit_is_taken_back_while_nobody_wrote_since(hall):
    hall.trainer("edit_card", card="k1", text="een bankje")
    hall.by("p2", "edit_card", card="k2", text="een eik")
    assert undo(hall) == BEGIN | {"k2": "een eik"}


def test_what_its_writer_typed_since_stays(hall):
    hall.trainer("edit_card", card="k1", text="een bankje")
    hall.by("p1", "edit_card", card="k1", text="een bankje bij het water")
    assert undo(hall)["k1"] == "een bankje bij het water"
    assert hall.room.actions[-1].kind != "card_edited", "and what was done before can be taken back next"


def test_also_when_they_typed_the_very_same(hall):
    hall.trainer("edit_card", card="k1", text="een bankje")
    hall.by("p1", "edit_card", card="k1", text="een bankje bij het water")
    hall.by("p1", "edit_card", card="k1", text="een bankje")
    assert undo(hall)["k1"] == "een bankje"


def test_what_was_typed_between_two_edits_comes_back_and_stays(hall):
    hall.trainer("edit_card", card="k1", text="een bankje")
    hall.by("p1", "edit_card", card="k1", text="een bankje bij het water")
    hall.trainer("edit_card", card="k1", text="zitten bij het water")
    assert undo(hall)["k1"] == "een bankje bij het water"
    assert undo(hall)["k1"] == "een bankje bij het water"


def test_how_one_knows_is_looked_at_by_itself(hall):
    for said, left in ((None, None), ("seen", "seen")):
        hall.trainer("edit_card", card="k3", text="brood", evidence="file")
        hall.by("p1", "edit_card", card="k3", text="vers brood", evidence=said)
        undo(hall)
        assert (hall.room.cards["k3"].text, hall.room.cards["k3"].evidence) == ("vers brood", left)


def test_a_card_that_its_writer_took_away_since_stays_away(hall):
    hall.trainer("edit_card", card="k1", text="een bankje")
    hall.trainer("hide_card", card="k1")
    hall.by("p1", "withdraw_card", card="k1")
    for _ in range(2):
        assert "k1" not in undo(hall)


def test_a_hidden_card_comes_back_as_its_writer_left_it(hall):
    hall.trainer("hide_card", card="k1")
    hall.by("p1", "edit_card", card="k1", text="een bankje")
    assert undo(hall)["k1"] == "een bankje"


def test_a_card_of_the_trainer_on_which_a_table_went_on_stays(hall):
    paper = {"id": "7", "team": "Tafel 1"}
    hall.trainer("add_card", step="tables", zone="see", text="de melkboer", paper=paper)
    hall.at("Tafel 1", "edit_card", card="k5", text="de melkboer en de bakker")
    assert undo(hall)["k5"] == "de melkboer en de bakker"


class TestMerging:
    """Merging and taking apart, which a table does with its own cards too."""

    def test_a_merge_is_taken_apart(self, hall):
        hall.trainer("merge_cards", cards=["k3", "k4"])
        assert undo(hall) == BEGIN

    def test_unless_its_table_wrote_on_it_since(self, hall):
        hall.trainer("merge_cards", cards=["k3", "k4"])
        hall.at("Tafel 1", "edit_card", card="k5", text="de winkels")
        assert undo(hall) == {"k1": "een bank", "k2": "een boom", "k5": "de winkels"}

    def test_or_took_it_apart_and_laid_it_together_in_another_way(self, hall):
        hall.card("p2", "de kapper", "tables", "see")
        hall.trainer("merge_cards", cards=["k3", "k4"])
        hall.at("Tafel 1", "unmerge", card="k6")
        hall.at("Tafel 1", "merge_cards", cards=["k4", "k5"], text="vlees en haar")
        now = lies(hall)
        assert undo(hall) == now
        hall.at("Tafel 1", "unmerge", card="k7")
        assert lies(hall) == BEGIN | {"k5": "de kapper"}

    def test_or_laid_it_under_another(self, hall):
        hall.card("p2", "de kapper", "tables", "see")
        hall.trainer("merge_cards", cards=["k3", "k4"])
        hall.at("Tafel 1", "merge_cards", cards=["k6", "k5"], text="winkels")
        now = lies(hall)
        assert undo(hall) == now

    @pytest.mark.parametrize(
        ("kind", "fields"),
        [
            ("edit_card", {"card": "k3", "text": "de warme bakker"}),
            ("withdraw_card", {"card": "k3"}),
            ("merge_cards", {"cards": ["k3", "k5"], "text": "brood en haar"}),
        ],
    )
    def test_what_was_taken_apart_stays_so_when_a_table_went_on(self, hall, kind, fields):
        hall.card("p2", "de kapper", "tables", "see")
        hall.trainer("merge_cards", cards=["k3", "k4"])
        hall.trainer("unmerge", card="k6")
        hall.at("Tafel 1", kind, **fields)
        now = lies(hall)
        assert undo(hall) == now

    def test_else_it_is_laid_together_again(self, hall):
        hall.trainer("merge_cards", cards=["k3", "k4"])
        now = lies(hall)
        hall.trainer("unmerge", card="k5")
        assert undo(hall) == now


class TestTables:
    """Who chose another table since stays there; the trainer's tables go back around them."""

    @pytest.fixture
    def seated(self, halls):
        hall = halls(step("ideas"), teams=4)
        for organisation in ("politie", "school"):
            hall.join(organisation, team="Tafel 1")
        return hall

    def teams(self, hall):
        with Workshop.open(hall.path) as other:
            assert other.room == hall.room
        return [one.team for one in hall.room.people.values()]

    def chooses(self, hall, person, team):
        hall.by(person, "set_profile", organisation=hall.room.people[person].organisation, team=team)

    def test_who_was_moved_goes_back(self, seated):
        seated.trainer("move", participant="p1", team="Tafel 2")
        self.chooses(seated, "p2", "Tafel 3")
        seated.trainer("undo")
        assert self.teams(seated) == ["Tafel 1", "Tafel 3"]

    def test_unless_they_went_elsewhere_themselves(self, seated):
        seated.trainer("move", participant="p1", team="Tafel 2")
        self.chooses(seated, "p1", "Tafel 3")
        seated.trainer("undo")
        assert self.teams(seated) == ["Tafel 3", "Tafel 1"]

    def test_other_tables_are_taken_back_around_who_chose_one_and_who_came_in(self, seated):
        seated.trainer("set_teams", teams=["Tafel 1", "Rood", "Tafel 4"])
        self.chooses(seated, "p1", "Tafel 4")
        seated.join("bewoners", team="Tafel 4")
        seated.trainer("undo")
        assert seated.room.teams == [f"Tafel {n}" for n in range(1, 5)]
        assert self.teams(seated) == ["Tafel 4", "Tafel 1", "Tafel 4"]

    def test_at_a_table_that_is_gone_nobody_stays(self, seated):
        seated.trainer("set_teams", teams=["Rood", "Blauw"])
        for person, team in (("p1", "Rood"), ("p2", "Rood")):
            self.chooses(seated, person, team)
        seated.trainer("undo")
        assert self.teams(seated) == ["Tafel 1", "Tafel 1"]
