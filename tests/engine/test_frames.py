"""The frames are tidy: one row per fact, stable columns and dtypes, ids that match."""

import pandas as pd
import pytest

from kit.frames import COLUMNS, FrameAttributes, to_rows
from kit.workshop import Workshop
from tests._hall import BEGIN, step

PART = ("participant", "organisation", "team")


def records(frame, *columns):
    """Return rows as plain values, None for what is missing."""
    chosen = frame[list(columns)].astype("object")
    return [tuple(row) for row in chosen.where(chosen.notna(), None).itertuples(index=False)]


@pytest.fixture
def full(halls):
    """A workshop in which everything happens that this version has rows for."""
    hall = halls(
        step("begin", phase="define"),
        step("ideas"),
        step("secret", phase="test", anonymous=True),
        step("vote", "ballot", source="ideas", dots=3, most=2),
        step("tables", "ballot", source="ideas", per="team"),
        step("quiet", "ballot", source="secret", anonymous=True),
    )
    hall.join("politie", name="Noor", team="Tafel 1")
    hall.join("school", name="Sam", team="Tafel 2")
    hall.join(None)
    hall.start("begin")
    hall.card("p1", "een vraag", name="begin")
    hall.start("ideas")
    hall.card("p1", "een idee 🌳")
    hall.clock.tick(60)
    hall.card("p2", "bouwt voort", parent="k2")
    hall.card("p2", "toch niet")
    hall.by("p2", "withdraw_card", card="k4")
    hall.at("Tafel 1", "add_card", step="ideas", zone="idea", text="van de tafel")
    hall.trainer("hide_card", card="k5")
    hall.start("secret")
    hall.card("p1", "geheim", name="secret")
    hall.start("vote")
    hall.vote("p1", k2=2, k3=1)
    hall.vote("p2", k2=1)
    hall.vote("p2", k3=2)
    hall.vote("p3", k3=1)
    hall.vote("p3")
    hall.start("tables")
    hall.vote("p1", name="tables", k2=1)
    hall.start("quiet")
    hall.vote("p2", name="quiet", k6=3)
    return hall


def dtypes(frame):
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


def test_an_empty_workshop_has_all_frames_with_their_dtypes(hall):
    frames = hall.workshop.frames()
    assert {name: dtypes(frame) for name, frame in frames.items()} == COLUMNS
    assert {name: len(frame) for name, frame in frames.items() if len(frame)} == {"events": 1}


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_full_workshop_has_the_same_columns_and_dtypes(full, anonymous):
    frames = full.workshop.frames(anonymous=anonymous)
    assert {name: dtypes(frame) for name, frame in frames.items()} == COLUMNS
    counts = {name: len(frame) for name, frame in frames.items() if name != "events" and len(frame)}
    assert counts == {"participants": 3, "cards": 5, "votes": 5}
    assert all(list(frame.index) == list(range(len(frame))) for frame in frames.values())


def test_participants_are_those_who_joined(full):
    assert records(full.workshop.participants, *PART, "lang") == [
        ("p1", "politie", "Tafel 1", "nl"),
        ("p2", "school", "Tafel 2", "nl"),
        ("p3", None, None, "nl"),
    ]


def test_a_card_is_one_row_with_what_it_says_now(full):
    columns = ("card", "step", "phase", "text", "parent", "hidden", *PART, "table")
    assert records(full.workshop.cards, *columns)[:4] == [
        ("k1", "begin", "define", "een vraag", None, False, "p1", "politie", "Tafel 1", "Tafel 1"),
        ("k2", "ideas", "ideate", "een idee 🌳", None, False, "p1", "politie", "Tafel 1", "Tafel 1"),
        ("k3", "ideas", "ideate", "bouwt voort", "k2", False, "p2", "school", "Tafel 2", "Tafel 2"),
        ("k5", "ideas", "ideate", "van de tafel", None, True, "team:Tafel 1", None, "Tafel 1", "Tafel 1"),
    ]


def test_a_vote_is_one_row_per_voter_and_card_as_it_was_last_sent(full):
    votes = full.workshop.votes
    rows = records(votes, "step", "card", *PART, "weight")
    assert rows[:3] == [
        ("vote", "k2", "p1", "politie", "Tafel 1", 2),
        ("vote", "k3", "p1", "politie", "Tafel 1", 1),
        ("vote", "k3", "p2", "school", "Tafel 2", 2),
    ]
    assert rows[3] == ("tables", "k2", "team:Tafel 1", None, "Tafel 1", 1)
    assert not votes.duplicated(["step", "card", "participant"]).any()
    assert set(votes["card"]) <= set(full.workshop.cards["card"])


def test_an_anonymous_step_holds_a_pseudonym_and_no_team(full):
    card, vote = full.workshop.cards.iloc[-1], full.workshop.votes.iloc[-1]
    for row, where in ((card, "secret"), (vote, "quiet")):
        assert row["step"] == where
        assert row["participant"].startswith("~")
        assert pd.isna(row["team"])
        assert pd.isna(row["organisation"]), "of an organisation of one, its name would be a person's"


def test_a_merged_card_and_the_ones_under_it_are_rows(full):
    full.trainer("merge_cards", cards=["k2", "k3"], text="samen")
    cards = full.workshop.cards.set_index("card")
    assert cards.loc[["k2", "k3", "k7"], "hidden"].tolist() == [True, True, False]
    assert cards.loc["k7", "text"] == "samen"
    assert pd.isna(cards.loc["k7", "organisation"])


def test_an_event_is_one_row_and_none_is_missing(full):
    events = full.workshop.events
    assert events["seq"].tolist() == list(range(1, full.workshop.seq + 1))
    assert records(events, "seq", "actor", "step", "kind")[0] == (1, "trainer", None, "workshop_created")
    assert (events["kind"] == "votes_cast").sum() == 7
    assert events["at"].is_monotonic_increasing


def test_times_are_utc_and_those_of_the_clock(full):
    participants, cards = full.workshop.participants, full.workshop.cards.set_index("card")
    assert participants["joined_at"][0] == pd.Timestamp(BEGIN, unit="s", tz="UTC")
    assert cards.loc["k3", "created_at"] - cards.loc["k2", "created_at"] == pd.Timedelta(60, "s")
    for name, columns in COLUMNS.items():
        for column, dtype in columns.items():
            if dtype.startswith("datetime"):
                assert str(getattr(full.workshop, name)[column].dt.tz) == "UTC"


def test_ideas_are_the_cards_of_phase_ideate(full):
    ideas, cards = full.workshop.ideas, full.workshop.cards
    assert ideas["card"].tolist() == ["k2", "k3", "k5"]
    assert dtypes(ideas) == dtypes(cards)
    assert list(ideas.index) == [0, 1, 2]


def test_every_frame_is_an_attribute_too(full):
    for name, frame in full.workshop.frames().items():
        pd.testing.assert_frame_equal(getattr(full.workshop, name), frame)
    offered = {name for name, one in vars(FrameAttributes).items() if isinstance(one, property)}
    assert offered == {*COLUMNS, "ideas"}


def test_frames_follow_what_another_process_writes(full):
    with Workshop.open(full.path) as other:
        before = len(full.workshop.frames()["events"])
        other.do({"kind": "close", "step": "quiet"})
        assert len(full.workshop.frames()["events"]) == before + 1


def test_a_frame_belongs_to_who_asked_for_it(full):
    votes = full.workshop.votes
    votes["weight"] = 99
    assert 99 not in full.workshop.votes["weight"].to_numpy()


def test_anonymous_frames_hold_nobody(full):
    frames = full.workshop.frames(anonymous=True)
    for name, frame in frames.items():
        for column in {"participant", "actor"} & set(frame):
            assert frame[column].isna().all(), f"{name}.{column}"
        for column in {"team", "table"} & set(frame) if {"organisation", "team"} <= set(frame) else ():
            assert frame[column].isna().all(), f"{name}.{column}"
    assert frames["votes"]["organisation"].isna().all(), "every delegation here is of one"
    assert frames["cards"]["text"].tolist() == full.workshop.cards["text"].tolist()
    everything = "".join(frame.to_csv() for frame in frames.values())
    for word in ("p1", "p2", "p3", "~", "Tafel", "Noor", "Sam"):
        assert word not in everything, word


def test_no_frame_holds_a_name(full):
    everything = "".join(frame.to_csv() for frame in full.workshop.frames().values())
    assert "p1" in everything
    assert "Noor" not in everything


def test_rows_for_a_browser_are_plain_values(full):
    first = to_rows(full.workshop.participants)[0]
    assert first == {
        "participant": "p1",
        "organisation": "politie",
        "team": "Tafel 1",
        "joined_at": "2025-11-21T15:46:40.000Z",
        "lang": "nl",
    }
    assert to_rows(full.workshop.answers) == []


def test_an_empty_frame_can_be_worked_with_too(hall):
    assert hall.workshop.ideas.empty
    assert hall.workshop.votes.groupby("organisation", observed=True)["weight"].sum().empty
