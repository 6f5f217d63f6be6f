"""The page of slips: who gets it, and that nothing of it stays."""

import re

import pytest

from kit.slips import MOST, USUAL

CODE = re.compile(r'class="code">([A-Z0-9]{3} [A-Z0-9]{3})<')


def codes(answer):
    return CODE.findall(answer.text)


@pytest.mark.parametrize("role", ["team", "wall", "results"])
def test_only_the_trainer_gets_it(room, role):
    assert room.get("/slips").status == 403
    assert room.visitor(role).ask("/slips").status == 403


def test_every_page_has_codes_of_its_own_that_are_kept_nowhere(room):
    trainer = room.visitor("trainer")
    one, other = trainer.ask("/slips"), trainer.ask("/slips")
    assert len(codes(one)) == USUAL
    assert not set(codes(one)) & set(codes(other))
    assert one.headers["Cache-Control"] == "no-store"
    held = b"".join(path.read_bytes() for path in room.path.parent.glob(f"{room.path.name}*"))
    assert not [code for code in codes(one) if code.replace(" ", "").encode() in held]


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("1", 10),
        ("21", 30),
        ("0", 10),
        ("99999", MOST),
        ("-5", USUAL),
        ("x", USUAL),
        ("%D9%A3", USUAL),
        ("9" * 99, USUAL),
    ],
)
def test_there_are_whole_sheets_and_never_too_many(room, asked, made):
    assert len(codes(room.visitor("trainer").ask(f"/slips?count={asked}"))) == made


def test_it_is_in_the_language_of_the_console(room):
    trainer = room.visitor("trainer")
    for lang, said in (
        ("nl", "Bewaar dit kaartje."),
        ("en", "Keep this slip."),
        ("xx", "Bewaar dit kaartje."),
    ):
        assert said in trainer.ask(f"/slips?lang={lang}").text


def test_it_may_do_nothing_but_be_printed(room):
    answer = room.visitor("trainer").ask("/slips")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"].startswith("'sha256-")
    assert "unsafe" not in policy["script-src"]
