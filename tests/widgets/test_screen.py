"""A screen as a widget: it shows what its viewer may see, answers in the protocol, and follows along."""

import asyncio
import json

import pytest

from kit.errors import InputError, StorageError
from kit.journal.sqlite import SqliteJournal
from kit.widgets import Workshop, screen
from kit.widgets.screen import Screen, missing

PATIENCE = 60
CARD = {"kind": "add_card", "step": "ideas", "zone": "idea", "text": "een bankje"}


@pytest.fixture
def said(monkeypatch):
    """What any screen sends to its browser."""
    messages = []
    monkeypatch.setattr(Screen, "send", lambda _self, content, _buffers=None: messages.append(content))
    return messages


@pytest.fixture
def workshop(hall):
    """The workshop as a notebook opens it, with its canvas open and one card on it."""
    hall.start("ideas")
    hall.card(hall.join("school"), "een lamp")
    with Workshop.open(hall.path) as opened:
        yield opened


def hear(widget, **message):
    """Let a widget hear a message from its browser, the way Jupyter brings it."""
    widget._handle_msg({"content": {"data": {"method": "custom", "content": message}}, "buffers": []})


def texts(widget):
    return [card["text"] for card in widget.shared["view"]["cards"]]


@pytest.mark.parametrize("role", ["trainer", "wall", "results", "team"])
def test_a_screen_shows_what_its_role_may_see(workshop, role):
    widget = workshop.widget(role)
    assert (widget.screen, widget.shared["role"], widget.seq) == (role, role, workshop.seq)
    assert json.loads(json.dumps(widget.shared)) == widget.shared, "it goes over the wire"
    assert (widget.shared["console"] is not None) == (role == "trainer")
    widget.close()


def test_a_step_stands_alone_with_a_participant_of_its_own(workshop, said):
    widget = workshop.widget("ideas")
    assert (widget.screen, widget.mine["me"]["organisation"]) == ("step", "gemeente-veiligheid")
    hear(widget, op="do", id="c1", command=CARD)
    assert [message["op"] for message in said] == ["done"]
    assert texts(widget) == ["een lamp", "een bankje"]
    assert list(workshop.ideas["organisation"]) == ["school", "gemeente-veiligheid"]


def test_a_notebook_is_one_participant(workshop):
    first, second = workshop.widget("ideas", organisation="politie"), workshop.widget("vote", team="Tafel 2")
    assert first.mine["me"]["id"] == second.mine["me"]["id"]
    assert (second.mine["me"]["organisation"], second.mine["me"]["team"]) == ("politie", "Tafel 2")
    assert second.shared["step"]["id"] == "vote", "whatever step the room is in"
    assert len(workshop.participants) == 2


def test_what_is_neither_a_screen_nor_a_step_names_the_nearest(workshop):
    with pytest.raises(InputError, match="'walll' is no screen and no step; did you mean 'wall'"):
        workshop.widget("walll")
    assert len(workshop.participants) == 1, "and nobody joined"


def test_what_is_asked_is_done_once_and_is_on_disk(workshop, said):
    widget = workshop.widget("trainer")
    for _ in range(2):
        hear(widget, op="do", id="c1", command={"kind": "attention"})
    assert said == [{"op": "done", "id": "c1", "seq": workshop.seq}] * 2
    assert widget.shared["attention"]
    with Workshop.open(workshop.journal.place) as other:
        assert list(other.events["kind"]).count("attention_set") == 1


def test_a_refusal_says_why_in_the_language_of_the_screen(workshop, said):
    widget = workshop.widget("wall")
    hear(widget, op="do", id="c1", command={"kind": "attention"})
    hear(widget, op="hello", lang="en")
    hear(widget, op="do", id="c2", command={"kind": "attention"})
    errors = [message["error"] for message in said if message["op"] == "refused"]
    assert [error["code"] for error in errors] == ["not_allowed"] * 2
    assert [error["message"] for error in errors] == [
        "Alleen de trainer kan dit doen.", "Only the trainer can do this."
    ]  # fmt: skip
    assert widget.shared["lang"] == "en"


def test_hello_gives_a_token_and_takes_one_back(workshop, said):
    widget = workshop.widget("trainer")
    hear(widget, op="hello", v=1)
    (welcome,) = said
    assert (welcome["op"], welcome["role"], welcome["participant"]) == ("welcome", "trainer", None)
    hear(widget, op="do", id="c1", command={"kind": "attention"})
    other = workshop.widget("trainer")
    hear(other, op="hello", token=welcome["token"])
    hear(other, op="do", id="c1", command={"kind": "attention"})
    assert list(workshop.events["kind"]).count("attention_set") == 1, "it is the same client, after a reload"


def test_a_table_takes_its_team_and_keeps_it(workshop, said):
    widget = workshop.widget("team", team="Tafel 1")
    for asked, sits in ((None, "Tafel 1"), ("Tafel 2", "Tafel 2"), ("Tafel 9", "Tafel 2")):
        hear(widget, op="hello", team=asked)
        assert widget.shared["team"] == sits
    hear(widget, op="do", id="c1", command=CARD)
    assert said[-1]["op"] == "done"
    assert list(workshop.ideas["team"]) == ["Tafel 1", "Tafel 2"]


def test_another_screen_takes_no_team(workshop):
    widget = workshop.widget("wall")
    hear(widget, op="hello", team="Tafel 1")
    assert widget.shared["team"] is None


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({}, "bad_message"),
        ({"op": "fly"}, "bad_message"),
        ({"op": "do", "command": {}}, "bad_message"),
        ({"op": "do", "id": "", "command": {}}, "bad_message"),
        ({"op": "do", "id": "x" * 65, "command": {}}, "bad_message"),
        ({"op": "do", "id": 5, "command": {}}, "bad_message"),
        ({"op": "hello", "v": 99}, "other_version"),
        ({"op": "do", "id": "c1", "command": {"kind": "fly"}}, "bad_command"),
        ({"op": "do", "id": "c1", "command": CARD | {"text": "x" * 20_000}}, "too_large"),
    ],
)
def test_what_is_no_message_is_refused_and_the_screen_goes_on(workshop, said, message, code):
    widget = workshop.widget("trainer")
    hear(widget, **message)
    assert [(one["op"], one["error"]["code"]) for one in said] == [("refused", code)]
    hear(widget, op="ping")
    assert said[-1]["op"] == "pong"


def test_a_full_disk_is_told_and_nothing_changes(workshop, said, monkeypatch):
    def full(_self):
        message = "a.leefkit: the disk is full"
        raise StorageError(message)

    widget = workshop.widget("trainer")
    with monkeypatch.context() as broken:
        broken.setattr(SqliteJournal, "begin", full)
        hear(widget, op="do", id="c1", command={"kind": "attention"})
    assert said[-1]["error"]["code"] == "storage"
    assert not widget.shared["attention"]
    hear(widget, op="do", id="c1", command={"kind": "attention"})
    assert said[-1]["op"] == "done"


def test_a_mistake_of_ours_is_answered_too(workshop, said, monkeypatch):
    widget = workshop.widget("trainer")
    with monkeypatch.context() as broken:
        broken.setattr("kit.rules.decide", lambda *_: 1 / 0)
        hear(widget, op="do", id="c1", command={"kind": "attention"})
    assert (said[-1]["op"], said[-1]["error"]["code"]) == ("refused", "internal")
    hear(widget, op="do", id="c2", command={"kind": "attention"})
    assert said[-1]["op"] == "done"


def follows(make, change, true):
    """Make screens while a loop runs, change something, and wait until all of them show it."""

    async def watch():
        widgets = make()
        shown = asyncio.Event()
        for widget in widgets:
            widget.observe(lambda _: shown.set(), "shared")
        change(widgets)
        while not all(map(true, widgets)):
            shown.clear()
            await asyncio.wait_for(shown.wait(), PATIENCE)
        for widget in widgets:
            widget.close()

    asyncio.run(watch())


def test_it_follows_what_another_process_does(workshop, hall):
    follows(
        lambda: [workshop.widget("wall")],
        lambda _: hall.card("p1", "van een ander"),
        lambda widget: "van een ander" in texts(widget),
    )


def test_two_screens_of_one_notebook_both_follow(workshop, hall):
    follows(
        lambda: [workshop.widget("wall"), workshop.widget("trainer")],
        lambda _: hall.card("p1", "van een ander"),
        lambda widget: "van een ander" in texts(widget),
    )


def test_a_screen_follows_what_its_neighbour_does(workshop, said):
    follows(
        lambda: [workshop.widget("trainer"), workshop.widget("wall")],
        lambda widgets: hear(widgets[0], op="do", id="c1", command={"kind": "attention"}),
        lambda widget: widget.shared["attention"],
    )
    assert said[-1]["op"] == "done"


def test_without_a_loop_a_screen_shows_what_is_new_when_asked(workshop, hall):
    widget = workshop.widget("wall")
    hall.card("p1", "van een ander")
    assert texts(widget) == ["een lamp"]
    widget.refresh()
    assert texts(widget) == ["een lamp", "van een ander"]


@pytest.fixture
def kernel(monkeypatch, hall):
    """The environment that the server gives a kernel."""

    def started(**environment):
        for name, value in {"LEEFKIT_WORKSHOP": str(hall.path), **environment}.items():
            monkeypatch.setenv(name, value)
        return screen()

    return started


def test_a_kernel_shows_the_screen_that_it_was_started_for(kernel):
    widget = kernel(LEEFKIT_ROLE="team", LEEFKIT_TEAM="Tafel 2", LEEFKIT_LANG="en")
    assert (widget.screen, widget.shared["team"], widget.shared["lang"]) == ("team", "Tafel 2", "en")
    widget.workshop.close()


def test_a_table_that_is_not_there_is_left_open(kernel):
    widget = kernel(LEEFKIT_ROLE="team", LEEFKIT_TEAM="Tafel 99")
    assert widget.shared["team"] is None
    widget.workshop.close()


@pytest.mark.parametrize("role", ["participant", "nobody", ""])
def test_a_kernel_without_a_screen_says_how_to_start(kernel, role):
    label = kernel(LEEFKIT_ROLE=role, LEEFKIT_LANG="en")
    assert label.value == missing("en")
    assert "leefkit serve" in label.value
