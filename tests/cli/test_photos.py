"""Photographs of a workshop: written by export, left out when nobody may be known, and forgotten."""

import pytest

from tests._hall import step

NAME, SKETCH = "f0" * 32, b"een schets"


@pytest.fixture
def sketched(halls):
    """A workshop with a photograph on a card, and one that no card shows."""
    hall = halls(step("ideas"))
    hall.join("politie", name="Noor"), hall.join("school")
    journal = hall.workshop.journal
    journal.begin()
    journal.add_photo(NAME, SKETCH)
    journal.add_photo("0" * 64, b"zonder kaartje")
    journal.commit()
    hall.start("ideas")
    hall.card("p1", "zo ziet het eruit", photo=NAME)
    return hall


def test_export_writes_the_photos_of_the_cards(leefkit, sketched, tmp_path):
    ran = leefkit("export", sketched.path, "--to", tmp_path / "out")
    assert (ran.code, ran.err) == (0, "")
    assert [file.name for file in (tmp_path / "out" / "photos").iterdir()] == [f"{NAME}.jpg"]
    assert (tmp_path / "out" / "photos" / f"{NAME}.jpg").read_bytes() == SKETCH
    assert str(tmp_path / "out" / "photos" / f"{NAME}.jpg") in ran.out.splitlines()
    assert NAME in (tmp_path / "out" / "cards.csv").read_text(encoding="utf-8")


def test_an_anonymous_export_has_no_photos(leefkit, sketched, tmp_path):
    assert leefkit("export", sketched.path, "--to", tmp_path / "out", "--anonymous").code == 0
    assert not (tmp_path / "out" / "photos").exists()
    assert NAME not in (tmp_path / "out" / "cards.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("whom", "said", "left"),
    [(("--person", "p1"), "1 forgotten, and 1 photo", 1), (("--all",), "2 forgotten, and 2 photos", 0)],
)
def test_forgetting_takes_the_photos(leefkit, sketched, whom, said, left):
    ran = leefkit("forget", sketched.path, *whom)
    assert (ran.code, ran.out.strip()) == (0, f"{sketched.path}: {said}")
    assert len(sketched.workshop.journal.photos()) == left
    assert NAME not in sketched.workshop.journal.photos()


def test_a_photo_that_was_forgotten_is_no_trouble_to_export(leefkit, sketched, tmp_path):
    assert leefkit("forget", sketched.path, "--all").code == 0
    assert leefkit("export", sketched.path, "--to", tmp_path / "out").code == 0
    assert not (tmp_path / "out" / "photos").exists()


def test_a_photo_under_a_merged_card_is_forgotten_too(leefkit, sketched):
    """A merged card only shows it: it is still its sender's."""
    sketched.card("p2", "zo ook")
    sketched.trainer("merge_cards", cards=["k1", "k2"])
    assert leefkit("forget", sketched.path, "--person", "p1").code == 0
    assert NAME not in sketched.workshop.journal.photos()
