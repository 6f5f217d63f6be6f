"""The pictures of a case: in the workshop file, without the notes of a camera, and nobody's to forget."""

import io
import shutil

import msgspec
import pytest
from PIL import Image

from kit import paths, photos
from kit.case import Case
from kit.case.pictures import laid_in
from kit.server.photos import sweep
from kit.workshop import Workshop
from tests._hall import programme, step

PLACE = b"GPS 51.6 N"


@pytest.fixture
def folder(tmp_path):
    """A case with one picture of a place, in which a camera wrote where that is."""
    made = shutil.copytree(paths.cases_dir() / "zonnehoek", tmp_path / "zonnehoek")
    (made / "pictures").mkdir()
    notes = Image.Exif()
    notes[0x010E] = PLACE.decode()
    Image.new("RGB", (640, 480), "seagreen").save(made / "pictures" / "plein.png", exif=notes)
    more = (
        "pictures:\n"
        "  - file: pictures/plein.png\n"
        "    alt: {nl: Een plein met een bank, en: A square with a bench}\n"
    )
    text = (made / "case.yaml").read_text(encoding="utf-8")
    (made / "case.yaml").write_text(text + more, encoding="utf-8")
    return made


@pytest.fixture
def workshop(folder, tmp_path):
    with Workshop.create(tmp_path / "w.leefkit", folder, programme(step("ideas"))) as made:
        yield made


def test_a_picture_lies_in_the_file_made_anew(folder, workshop):
    assert PLACE in (folder / "pictures" / "plein.png").read_bytes()
    (picture,) = workshop.room.case.pictures
    body = workshop.journal.photo(picture.photo)
    assert PLACE not in body
    with Image.open(io.BytesIO(body)) as seen:
        assert (seen.format, seen.size) == ("JPEG", (640, 480))
    assert picture.alt["en"] == "A square with a bench"


def test_a_workshop_needs_its_folder_no_more(folder, workshop):
    shutil.rmtree(folder)
    with Workshop.open(workshop.journal.path, read_only=True) as again:
        assert again.room.case == workshop.room.case
        assert again.journal.photo(again.room.case.pictures[0].photo)


def test_the_first_event_names_pictures_and_does_not_hold_them(workshop):
    (line,) = workshop.journal.since(0)
    (told,) = msgspec.json.decode(line.body)["case"]["pictures"]
    assert told.keys() == {"file", "alt", "photo"}
    assert len(line.body) < 100_000


def test_a_case_that_was_read_once_makes_many_workshops(folder, tmp_path):
    case = Case.load(folder)
    names = set()
    for n in range(2):
        with Workshop.create(tmp_path / f"{n}.leefkit", case, programme(step("ideas"))) as made:
            (picture,) = made.room.case.pictures
            assert made.journal.photo(picture.photo)
            names.add(picture.photo)
    assert len(names) == 1
    assert case.pictures[0].photo == ""
    again, bodies = laid_in(made.room.case)
    assert (again, bodies) == (made.room.case, {})


def test_neither_forgetting_nor_sweeping_takes_the_pictures_of_a_case(workshop):
    (name,) = (one.photo for one in workshop.room.case.pictures)
    journal = workshop.journal
    journal.begin()
    journal.add_photo("0" * 64, b"of somebody")
    journal.add_photo("1" * 64, b"of a card that never came")
    journal.commit()
    assert photos.of_people(workshop.room, None, journal) == {"0" * 64, "1" * 64}
    sweep(workshop)
    assert set(journal.photos()) == {name}
    workshop.forget()
    assert set(journal.photos()) == {name}


def test_a_person_who_put_it_on_a_card_does_not_take_it_along(halls, folder, tmp_path):
    hall = halls(step("ideas"))
    hall.workshop.close()
    hall.workshop = Workshop.create(
        tmp_path / "own.leefkit", folder, programme(step("ideas")), clock=hall.clock
    )
    hall.join("politie")
    hall.start("ideas")
    (name,) = (one.photo for one in hall.room.case.pictures)
    hall.card("p1", "kijk", photo=name)
    hall.workshop.forget("p1")
    assert hall.workshop.journal.photo(name)
