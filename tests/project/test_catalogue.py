"""Everything that a person reads has its Dutch, and the Dutch is plain."""

import re

import pytest

from scripts import messages

MOST_WORDS = 15


def entries():
    return [entry for entry in messages.dutch() if entry.id]


def test_every_message_in_the_code_is_translated():
    translated = {entry.id for entry in entries() if entry.string}
    missing = {text: files for text, files in messages.used().items() if text not in translated}
    assert not missing, f"run `make messages` and fill these in: {missing}"


def test_every_translation_is_used():
    stale = {entry.id for entry in entries()} - set(messages.used())
    assert not stale, f"run `make messages`: no code uses {stale}"


def test_no_translation_is_a_guess():
    assert not [entry.id for entry in entries() if entry.fuzzy]


def test_a_translation_fills_in_the_same_values():
    def slots(text):
        return sorted(re.findall(r"\{[^}]*\}", text))

    translated = [entry for entry in entries() if entry.string]
    different = [entry.id for entry in translated if slots(entry.id) != slots(entry.string)]
    assert not different


def test_the_dutch_is_plain():
    """Short sentences, and `je`: people in a hall read while someone talks."""
    sentences = [part for entry in entries() for part in re.split(r"(?<=[.!?:;])\s+|\n", entry.string)]
    long = [sentence for sentence in sentences if len(sentence.split()) > MOST_WORDS]
    assert not long
    formal = [sentence for sentence in sentences if re.search(r"\b(u|uw)\b", sentence, re.IGNORECASE)]
    assert not formal


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('tell(t("1 minute left"));', ["1 minute left"]),
        ('<p title={screen.t(\n  "Close \\"it\\"",\n)}>', ['Close "it"']),
        ("t('say \"yes\"')", ['say "yes"']),
        ('format("no message"); at("nor this")', []),
    ],
)
def test_messages_are_found_in_the_front_end(tmp_path, source, expected):
    file = tmp_path / "a.jsx"
    file.write_text(source, encoding="utf-8")
    assert list(messages.in_javascript(file)) == expected


def test_messages_are_found_in_python(tmp_path):
    file = tmp_path / "a.py"
    file.write_text(
        'A = N_("One." \n" Two.")\nprint(translate("Three", lang), other("four"), translate(SAY["five"]))\n',
        encoding="utf-8",
    )
    assert list(messages.in_python(file)) == ["One. Two.", "Three"]


def test_the_front_end_translates_only_what_can_be_found():
    """A message that is put together at run time would never reach the catalogue."""
    hidden = [
        f"{path.relative_to(messages.ROOT)}: {call}"
        for path in sorted((messages.KIT / "front").rglob("*.js*"))
        for call in re.findall(r"(?<![\w$.])t\(\s*[^\s\"')][^)]*\)", path.read_text(encoding="utf-8"))
    ]
    assert not hidden, 'give each its own t("…"), or mark it with N_("…") where it is made: ' + "; ".join(
        hidden
    )
