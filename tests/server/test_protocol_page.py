"""The page about the protocol: every message, command and refusal is on it, and its examples happen."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from kit import picture
from kit.activities import REGISTRY
from kit.model import protocol
from kit.model.base import Role
from kit.model.commands import Paper
from kit.server import live, session
from tests._hall import step
from tests._refusals import in_code

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
BLOCKS = re.findall(r"```(live [a-z ]+|poll)\n(.*?)```", PAGE, re.DOTALL)
CODE, KEY = "K7QF", "the-key-of-the-trainer"
# These differ from run to run: what counts is that they are there, and of the same type.
OWN = {"seq", "time", "token", "participant", "session"}


def table(section):
    """Return the rows of the table of a section by their first cell, without the back quotes."""
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("| `")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert len({row[0] for row in rows}) == len(rows), "each stands there once"
    return {row[0].strip("`"): row[1:] for row in rows}


def fields(struct):
    return [
        f"`{field.encode_name}`" if field.required else f"`{field.encode_name}?`"
        for field in msgspec.structs.fields(struct)
    ]


def listed(cell):
    return [one for one in cell.split(", ") if one]


@pytest.mark.parametrize(
    ("section", "kinds"),
    [
        ("Messages to the server", protocol.Incoming.__subclasses__()),
        ("Messages from the server", protocol.Outgoing.__subclasses__()),
    ],
)
def test_every_message_is_there_with_its_fields(section, kinds):
    rows = table(section)
    assert list(rows) == [kind.__struct_config__.tag for kind in kinds]
    for kind in kinds:
        names = [name.replace("?", "") if kind is protocol.Welcome else name for name in fields(kind)]
        assert listed(rows[kind.__struct_config__.tag][0]) == names


def test_every_command_is_there_with_its_fields():
    rows = table("Commands")
    assert set(rows) == set(REGISTRY.command_kinds)
    for name, kind in REGISTRY.command_kinds.items():
        assert listed(rows[name][0]) == fields(kind), name
    assert all(re.search(r"trainer|participants|contributors|writer", who) for _, who, _ in rows.values())
    (paper,) = re.findall(r"^`paper` has (.*)\.$", SECTIONS["Commands"], re.MULTILINE)
    assert re.findall(r"`\w+\??`", paper) == fields(Paper)


def test_every_role_is_there():
    assert set(table("Who is who")) == set(Role.__args__)


def test_every_refusal_is_there_once_and_no_other():
    codes = {code for code, _ in in_code()}
    assert list(table("Refusals")) == sorted(codes)


def test_the_numbers_are_those_of_the_code():
    said = PAGE.replace("\n", " ")
    assert f"at most {protocol.MAX_MESSAGE_BYTES:,} bytes" in said
    assert f"1 to {protocol.MAX_ID_CHARS} characters" in said
    assert f"at most {live.MOST_MESSAGES} messages" in said
    assert f"at most {picture.MOST_BYTES:,} bytes and {picture.MOST_PIXELS:,} pixels" in said
    assert f"after {live.POLL_SECONDS:g} seconds" in said
    assert (live.GONE_SECONDS, session.FREE_TRIES, live.HARD_LIMIT) == (60, 5, 2**20)
    assert f"at most after {session.SLOWEST_SECONDS:g} seconds" in said


def same(expected, actual, name=""):
    """Tell whether an answer is as the page says it is."""
    if expected == {"…": "…"}:
        return isinstance(actual, dict) and len(actual) > 3
    if isinstance(expected, dict) and isinstance(actual, dict):
        keys = expected.keys() == actual.keys()
        return keys and all(same(value, actual[key], key) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(same, expected, actual))
    if name in OWN:
        return type(expected) is type(actual)
    if isinstance(expected, str) and expected.endswith("…"):
        return actual.startswith(expected[:-1])
    return expected == actual


@pytest.fixture
def served(halls, serve):
    """The room in which the examples happen: a vote on two cards is open."""
    hall = halls(
        step("bedenken"),
        step("stemmen", "ballot", source="bedenken", dots=5),
        step("feedback", canvas="feedback-grid", phase="test"),
    )
    hall.join("politie")
    hall.start("bedenken")
    hall.card("p1", "een bankje", name="bedenken"), hall.card("p1", "een lamp", name="bedenken")
    hall.start("stemmen")
    return serve(hall)


class Reader:
    """Whoever acts out the examples: what the page calls by a made-up name has its own name in this room."""

    def __init__(self, served):
        self.served = served
        self.names = {CODE: served.code, KEY: served.server.keys["trainer"]}
        self.sockets = {}

    def real(self, text):
        for made_up, real in self.names.items():
            text = text.replace(made_up, real)
        return text

    def socket(self, who):
        if who not in self.sockets:
            self.sockets[who] = self.served.client()
        return self.sockets[who]

    def hears(self, expected, actual):
        assert same(expected, actual), (expected, actual)
        for name in ("token", "session"):
            if name in expected and expected[name] != "…":
                assert self.names.setdefault(expected[name], actual[name]) == actual[name]

    def act(self, who, lines):
        socket = self.socket(who)
        for way, text in lines:
            if way == "→":
                socket.send(self.real(text))
            else:
                expected = json.loads(text)
                news = expected["op"] in {"shared", "mine"}
                self.hears(expected, socket.hear() if news else socket.answer())

    def poll(self, lines):
        for way, text in lines:
            if way == "→":
                answer = self.served.post("/live/poll", self.real(text).encode())
            else:
                expected, actual = json.loads(text), json.loads(answer.body)
                said = {message["op"] for message in expected["messages"]}
                # News may come along with any answer.
                actual["messages"] = [one for one in actual["messages"] if one["op"] in said]
                self.hears(expected, actual)


def test_the_examples_happen(served):
    reader = Reader(served)
    for kind, block in BLOCKS:
        lines = [(line[0], line[2:]) for line in block.splitlines()]
        assert {way for way, _ in lines} == {"→", "←"}
        if kind == "poll":
            reader.poll(lines)
        else:
            reader.act(kind.removeprefix("live "), lines)
    assert [kind for kind, _ in BLOCKS] == [
        "live phone", "live phone again", "live trainer", "live phone again", "poll"
    ]  # fmt: skip
    assert len(PAGE.split("```")) == 2 * len(BLOCKS) + 1, "no example is passed over"
