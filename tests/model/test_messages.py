"""Commands, events and messages: what stands in files and on the wire stays readable."""

import contextlib
import typing

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.activities import REGISTRY
from kit.errors import RefusedError
from kit.model.base import LANGS, say
from kit.model.protocol import MAX_MESSAGE_BYTES, IncomingMessage, language
from kit.requests import parse_command
from tests._refusals import of_activities

# Every name that ever stood in a workshop file. This list may only grow: old files must open.
EVENTS = [
    "workshop_created", "participant_joined", "profile_set", "ready_set", "step_entered",
    "step_opened", "step_closed", "step_revealed", "timer_set", "attention_set", "message_set",
    "teams_set", "participant_moved", "workshop_finished", "step_restored", "step_sealed", "undone",
    "card_added", "card_edited", "card_withdrawn", "card_hidden", "cards_merged", "votes_cast", "cost_set",
    "step_skipped", "step_inserted", "step_removed", "round_begun",
    "seats_planned", "seats_changed", "volunteered", "card_tagged",
    *of_activities("EVENTS"),
]  # fmt: skip
# Every command that a client may rely on.
COMMANDS = [
    "set_profile", "ready", "go_to", "open", "close", "reveal", "timer", "attention", "message",
    "set_teams", "move", "finish", "undo", "add_card", "edit_card", "withdraw_card", "hide_card",
    "restore_card", "merge_cards", "unmerge", "cast_votes", "set_cost",
    "skip_step", "repeat_step", "insert_step", "next_round",
    "plan_seats", "take_seat", "make_host", "volunteer", "tag_card",
    *of_activities("COMMANDS"),
]  # fmt: skip


def test_the_events_of_old_files_are_known():
    assert set(EVENTS) <= set(REGISTRY.event_kinds)
    assert sorted(REGISTRY.event_kinds) == sorted(EVENTS), "add the new name to the list above"


def test_the_commands_are_known():
    assert sorted(REGISTRY.command_kinds) == sorted(COMMANDS)


ANYTHING = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=5)
PLAIN = {
    str: st.text(max_size=9),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    type(None): st.none(),
    typing.Any: ANYTHING,
}


def values(kind):
    """Return any value that an annotation allows."""
    inside = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal:
        return st.sampled_from(inside)
    if typing.get_origin(kind) is dict:
        return st.dictionaries(values(inside[0]), values(inside[1]), max_size=3)
    if typing.get_origin(kind) is list:
        return st.lists(values(inside[0]), max_size=3)
    if typing.get_origin(kind) is typing.Annotated:
        return st.integers(inside[1].ge, inside[1].le)
    if inside:
        return st.one_of([values(one) for one in inside])
    return PLAIN[kind] if kind in PLAIN else made(kind)


def made(kind):
    """Return any struct of this kind."""
    return st.builds(kind, **{field.name: values(field.type) for field in msgspec.structs.fields(kind)})


def structs(kinds):
    return st.one_of([made(kind) for kind in kinds.values()])


@given(structs(REGISTRY.event_kinds))
def test_an_event_is_read_back_as_it_was_written(event):
    written = msgspec.json.encode(event)
    assert REGISTRY.event_decoder.decode(written) == event
    assert msgspec.convert(msgspec.to_builtins(event), REGISTRY.event_union) == event, "as undo keeps it"


@given(structs(REGISTRY.command_kinds))
def test_a_command_is_read_as_it_was_sent(command):
    assert parse_command(msgspec.json.encode(command)) == command


@given(structs(REGISTRY.event_kinds))
def test_an_event_passes_over_what_a_newer_version_adds(event):
    body = msgspec.to_builtins(event) | {"from_the_future": [1, 2]}
    assert REGISTRY.event_decoder.decode(msgspec.json.encode(body)) == event


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b'{"kind":"fly"}', r"Invalid value 'fly' - at `\$.kind`"),
        (b'{"step":"x"}', "missing required field `kind`"),
        (b'{"kind":"open"}', "missing required field `step`"),
        (b'{"kind":"open","step":5}', r"Expected `str`, got `int` - at `\$.step`"),
        (b'{"kind":"open","step":"x","stap":"y"}', "contains unknown field `stap`"),
        (b'{"kind":"cast_votes","step":"x","votes":{"k1":1.5}}', "Expected `int`, got `float`"),
        (b'{"kind":"cast_votes","step":"x","votes":{"k1":"1"}}', "Expected `int`, got `str`"),
        (b"[]", "Expected `object`, got `array`"),
        (b"null", "Expected `object`, got `null`"),
        (b"{", "truncated"),
        (b'{"kind":"open","step":"\xff"}', "UTF-8|utf-8|utf8"),
        (b'{"kind":"open","step":"\\ud800"}', "surrogate|truncated"),
    ],
)
def test_what_is_no_command_is_refused_with_what_is_wrong(raw, problem):
    with pytest.raises(RefusedError, match=problem) as refusal:
        parse_command(raw)
    assert refusal.value.code == "bad_command"


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_nothing_that_is_sent_breaks_the_reader(raw):
    for read in (parse_command, msgspec.json.Decoder(IncomingMessage).decode):
        with contextlib.suppress(RefusedError, msgspec.DecodeError, UnicodeDecodeError):
            read(raw)


def test_a_text_is_said_in_a_language_that_is_there():
    both = {"nl": "Stem", "en": "Vote"}
    assert [say(both, lang) for lang in LANGS] == ["Stem", "Vote"]
    assert say({"nl": "Stem"}, "en") == "Stem"
    assert say({"fr": "Vote"}, "nl") == "Vote"
    assert say({}, "nl") == ""
    assert say("Stem", "en") == "Stem"


def test_a_language_that_is_not_there_is_the_default():
    assert [language(one) for one in ("nl", "en", "fy", None)] == ["nl", "en", "nl", "nl"]
    assert language("fy", "en") == "en"


def test_the_longest_card_fits_in_a_message():
    """Six bytes for a character is the most that JSON can take; a merged card may have four times 280."""
    assert MAX_MESSAGE_BYTES > 4 * 280 * 6 + 500
