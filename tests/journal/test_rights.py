"""Files and folders that may only be read, for a person who really has no right to write there."""

import shutil
import tempfile
from pathlib import Path

import pytest

from kit.workshop import Workshop
from tests._hall import Hall
from tests._process import run

OPEN = """
try:
    with Workshop.open(sys.argv[1], read_only=sys.argv[2] == "read") as workshop:
        print(workshop.seq, len(workshop.cards))
except KitError as error:
    print(f"{type(error).__name__}: {error}")
"""


@pytest.fixture
def place():
    """A folder that another user of this machine can look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def hall(place):
    hall = Hall(place / "a.leefkit")
    hall.start("ideas")
    hall.card(hall.join(), "een bankje")
    yield hall
    hall.workshop.close()


def seal(place, *files):
    for file in files:
        file.chmod(0o444)
    place.chmod(0o555)


@pytest.mark.parametrize("how", ["the file", "the folder"])
def test_a_workshop_that_may_not_be_written_says_what_to_do(place, hall, how):
    hall.workshop.close()
    hall.path.chmod(0o444 if how == "the file" else 0o666)
    place.chmod(0o555 if how == "the folder" else 0o777)
    said = run(OPEN, hall.path, "write", nobody=True)
    assert said == (
        f"WorkshopFileError: {hall.path}: this file, or its folder, is read-only; "
        "copy it to a folder where you may write"
    )


def test_it_can_still_be_read(place, hall):
    hall.workshop.close()
    seal(place, hall.path)
    assert run(OPEN, hall.path, "read", nobody=True) == f"{hall.workshop.seq} 1"
    assert [one.name for one in place.iterdir()] == ["a.leefkit"]


def test_a_running_workshop_is_read_with_its_last_minute(place, hall):
    """What is not in the file itself yet lies in its log; without it the newest card would be missing."""
    assert Path(f"{hall.path}-wal").stat().st_size
    seal(place, hall.path, Path(f"{hall.path}-wal"), Path(f"{hall.path}-shm"))
    assert run(OPEN, hall.path, "read", nobody=True) == f"{hall.workshop.seq} 1"


def test_a_copy_that_can_not_be_read_whole_is_not_read_at_all(place, hall):
    hall.trainer("attention")
    other = place / "copy"
    other.mkdir()
    for name in ("a.leefkit", "a.leefkit-wal"):
        shutil.copy(place / name, other / name)
    seal(other, *other.iterdir())
    said = run(OPEN, other / "a.leefkit", "read", nobody=True)
    other.chmod(0o755)
    assert "its last part is still in a.leefkit-wal; copy both to a folder where you may write" in said


def test_a_workshop_is_not_made_where_nobody_may_write(place):
    place.chmod(0o555)
    said = run(
        """
        try:
            Hall(Path(sys.argv[1]))
        except KitError as error:
            print(f"{type(error).__name__}: {error}")
        """,
        place / "new.leefkit",
        nobody=True,
    )
    assert said.startswith(f"WorkshopFileError: {place / 'new.leefkit'}: can't be opened")
    assert said.endswith("check the folder and your rights to it")


def test_who_may_write_sees_the_same(hall):
    with Workshop.open(hall.path) as other:
        assert (other.seq, len(other.cards)) == (hall.workshop.seq, 1)
