"""Attempts to find out what a delegation of one or two wants, from all that others get to see."""

import itertools

import pandas as pd
import pytest

from kit.errors import InputError
from tests._hall import step
from tests._others import ROLES, everything
from tests.activities._survey import BEFORE, IDEAS, answer

POLICE = ("politie",) * 4
ROOM = (*POLICE, "school", "bewoners")
"""p5 and p6 are each the only one of theirs."""
WISHES = {"dots": (1, 2), "approval": (-1, 1), "ranking": (1, 1), "score": (1, 5), "budget": (1, 1)}


def held(halls, activity, *people, name="it", opened=True, **settings):
    """A hall with three cards and an open step about them."""
    hall = halls(step("ideas"), step(name, activity, source="ideas", **settings), step("after"))
    for organisation in people or ROOM:
        hall.join(organisation, team="Tafel 1")
    hall.start("ideas")
    for n in range(3):
        hall.card("p1", f"idee {n}")
    if opened:
        hall.start(name)
    return hall


def swapped(halls, folder, act, *settings, name="it", **fields):
    """What others see when p5 does one thing and p6 another, and when it is the other way round."""
    for wishes in ((0, 1), (1, 0)):
        hall = held(halls, *settings, name=name, **fields)
        for person, wish in zip(("p5", "p6"), wishes, strict=True):
            act(hall, person, wish)
        for n in range(1, 5):
            act(hall, f"p{n}", n % 2)
        hall.trainer("close", step=name)
        yield everything(hall, name, folder)


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize("method", WISHES)
def test_which_of_two_single_delegates_voted_what_shows_nowhere(halls, tmp_path, method, anonymous):
    cards = ("k1", "k2")

    def act(hall, person, wish):
        weights = WISHES[method]
        votes = {cards[wish]: weights[1]} | ({cards[1 - wish]: weights[0]} if method == "score" else {})
        hall.vote(person, name="it", **votes)

    one, other = swapped(halls, tmp_path, act, "ballot", method=method, anonymous=anonymous)
    assert one == other


@pytest.mark.parametrize("anonymous", [False, True])
def test_which_of_two_single_delegates_placed_a_card_where_shows_nowhere(halls, tmp_path, anonymous):
    def act(hall, person, wish):
        hall.by(person, "place_card", step="it", card="k1", x=(1, 5)[wish], y=3)

    one, other = swapped(halls, tmp_path, act, "grid", grid="impact-effort", anonymous=anonymous)
    assert one == other


def test_an_open_vote_is_told(halls, tmp_path):
    def act(hall, person, wish):
        hall.vote(person, name="it", **{("k1", "k2")[wish]: 1})

    (_, one, _), (_, other, _) = swapped(halls, tmp_path, act, "ballot", method="approval", open_vote=True)
    assert b"school" in one["votes.csv"]
    assert one["votes.csv"] != other["votes.csv"]


def voted(halls, *people, **settings):
    """A ballot in which everyone supports the first card, and everyone but the first of all the second."""
    hall = held(halls, "ballot", *people, method="approval", **settings)
    for n in range(1, len(people) + 1):
        hall.clock.tick(10)
        hall.vote(f"p{n}", name="it", k1=1, k2=-1 if n == 1 else 1)
    return hall


def homes(frame):
    return set(frame["organisation"].dropna())


def test_the_total_less_what_is_told_leaves_nobody(halls):
    """With the police told apart, what is left of the total would be the school."""
    hall = voted(halls, *POLICE, "school")
    votes = hall.workshop.frames(anonymous=True)["votes"]
    assert homes(votes) == set()
    assert len(votes) == 10, "what was voted stays"


def test_large_delegations_alone_are_told(halls):
    votes = voted(halls, *POLICE, *["school"] * 3).workshop.frames(anonymous=True)["votes"]
    assert homes(votes) == {"politie", "school"}


@pytest.mark.parametrize("activity", ["ballot", "grid"])
def test_a_rest_of_small_ones_in_an_anonymous_step_is_no_organisation(halls, activity):
    """Three single delegates who all say the same: with the police told apart, it would be known of each."""
    hall = held(halls, activity, *POLICE, "school", "bewoners", "gemeente-veiligheid", anonymous=True,
                **({"grid": "impact-effort"} if activity == "grid" else {}))  # fmt: skip
    for n in range(1, 8):
        if activity == "grid":
            hall.by(f"p{n}", "place_card", step="it", card="k1", x=1, y=3)
        else:
            hall.vote(f"p{n}", name="it", k1=1)
    frames = hall.workshop.frames(anonymous=True)
    assert homes(frames["votes"]) == homes(frames["placements"]) == set()
    assert homes(hall.workshop.votes) | homes(hall.workshop.placements) == {"politie"}


def test_what_two_people_answered_is_not_their_organisations(halls):
    hall = voted(halls, *POLICE, *["school"] * 3)
    hall.vote("p7", name="it", k1=1)
    votes = hall.workshop.frames(anonymous=True)["votes"]
    assert homes(votes[votes["card"] == "k1"]) == {"politie", "school"}
    assert homes(votes[votes["card"] == "k2"]) == set(), "two of the school spoke of it"


def test_a_card_that_was_hidden_since_is_still_a_vote(halls):
    hall = voted(halls, *POLICE, "school")
    hall.trainer("close", step="it")
    hall.trainer("hide_card", card="k1")
    assert homes(hall.workshop.frames(anonymous=True)["votes"]) == set()


def test_a_card_that_was_hidden_since_is_told_like_the_others(halls):
    hall = voted(halls, *POLICE, *["school"] * 3)
    hall.trainer("close", step="it")
    hall.trainer("hide_card", card="k1")
    votes = hall.workshop.frames(anonymous=True)["votes"]
    assert homes(votes[votes["card"] == "k1"]) == {"politie", "school"}


def test_no_time_and_no_order_puts_the_votes_of_one_person_together(halls):
    """An event stands in the journal at its time, and who voted last was seen to."""
    made = []
    for order in itertools.islice(itertools.permutations(range(1, 7)), 0, None, 181):
        hall = held(halls, "ballot", *["politie", "school"] * 3, method="approval")
        for n in order:
            hall.clock.tick(10)
            hall.vote(f"p{n}", name="it", k1=n % 3 - 1, k2=-(n % 2))
        made.append(hall.workshop.frames(anonymous=True)["votes"])
    for votes in made:
        pd.testing.assert_frame_equal(votes, made[0])
        assert votes[["participant", "team", "at"]].isna().all(axis=None)


@pytest.mark.parametrize("name", ["votes", "placements", "answers"])
def test_frames_of_what_people_want_join_with_no_other_frame(halls, name):
    """Of people: nothing in these frames is in the frames of who is there, or of what happened when."""
    hall = halls(BEFORE, IDEAS, step("it", "ballot", source="ideas"), step("grid", "grid", source="ideas",
                 grid="impact-effort"))  # fmt: skip
    for n in range(6):
        hall.join("politie")
        hall.start("voor") if not n else None
        answer(hall, f"p{n + 1}", A1=4)
    hall.start("ideas")
    hall.card("p1", "idee")
    hall.start("it")
    hall.vote("p1", name="it", k1=1)
    hall.start("grid")
    hall.by("p1", "place_card", step="grid", card="k1", x=3, y=3)
    frames = hall.workshop.frames(anonymous=True)
    assert len(frames[name])
    for other in ("participants", "events", "seats", "agreements"):
        shared = (set(frames[name]) & set(frames[other])) - {"step", "organisation", "round"}
        assert all(frames[name][column].isna().all() for column in shared), other


def test_two_votes_of_the_same_people_do_not_tell_of_one_another(halls):
    """In the second only one of the school votes; the first one knows all by organisation."""
    hall = halls(step("ideas"), *(step(name, "ballot", source="ideas") for name in ("one", "two")))
    for organisation in (*POLICE, *["school"] * 3):
        hall.join(organisation)
    hall.start("ideas")
    hall.card("p1", "idee")
    for name, people in (("one", 7), ("two", 5)):
        hall.start(name)
        for n in range(1, people + 1):
            hall.vote(f"p{n}", name=name, k1=1)
    votes = hall.workshop.frames(anonymous=True)["votes"]
    assert homes(votes[votes["step"] == "one"]) == {"politie", "school"}
    assert homes(votes[votes["step"] == "two"]) == set()


def test_cards_seats_and_who_was_there_name_no_small_organisation(halls):
    hall = halls(step("ideas"))
    for organisation in (*POLICE, *["gemeente-veiligheid"] * 3, "school"):
        hall.join(organisation)
    hall.start("ideas")
    for n in (1, 5, 8):
        hall.card(f"p{n}", f"van p{n}")
    frames = hall.workshop.frames(anonymous=True)
    assert homes(frames["participants"]) == homes(frames["cards"]) == {"politie"}, (
        "with the municipality told, the one without a name would be the school"
    )
    assert homes(hall.workshop.cards) == {"politie", "gemeente-veiligheid", "school"}


class TestOpenVote:
    """A vote that is announced as open."""

    def test_it_is_announced_before_and_while_people_vote(self, halls):
        hall = held(halls, "ballot", opened=False, open_vote=True)
        hall.trainer("go_to", step="it")
        for role in ROLES:
            assert hall.shared(role, team="Tafel 1").view["open_vote"] is True
        hall.trainer("open", step="it")
        for role in ROLES:
            assert hall.shared(role, team="Tafel 1").view["open_vote"] is True
        assert hall.room.steps["it"].frozen["open_vote"] is True

    def test_what_people_were_told_when_it_opened_holds(self, halls):
        """The file of the programme says otherwise since: those who voted had not been told so."""
        hall = voted(halls, *POLICE, "school")
        hall.room.steps["it"].settings.open_vote = True
        assert hall.shared("wall", name="it").view["open_vote"] is False
        assert homes(hall.workshop.frames(anonymous=True)["votes"]) == set()

    @pytest.mark.parametrize(("other", "problem"), [
        ({"anonymous": True}, "an anonymous vote can't be open"),
        ({"per": "team"}, "tables vote, and no organisation"),
    ])  # fmt: skip
    def test_it_goes_with_nothing_that_hides_who_voted(self, halls, other, problem):
        with pytest.raises(InputError, match=problem):
            held(halls, "ballot", open_vote=True, **other)
