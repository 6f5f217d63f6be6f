"""Frames as files: what is read back is what was there."""

import datetime as dt
import importlib.util

import msgspec
import pandas as pd
import pytest
from openpyxl import load_workbook

from kit.errors import InputError, StorageError
from kit.frames import COLUMNS, build
from kit.report.export import export_files, export_frames, extra_files, must_stay
from kit.workshop import Workshop
from tests._hall import programme, step
from tests.charts._neighbourhoods import chart, neighbourhoods, years

TEXTS = [
    "=1+1",
    "+31612345678",
    "-2 graden",
    "@gemeente",
    "\t=cmd",
    "één idee voor Zoë, Jürgen en Šárka 🌳👩‍👩‍👧",
    'komma, "aanhaling"; en\neen tweede regel',
    "https://example.org/a b",
    "007",
    "NULL",
    "NA",
    "{=SUM(A1)}",
]
WRITTEN = [text.strip() for text in TEXTS]  # a card has no white space around it


@pytest.fixture
def full(halls):
    hall = halls(step("ideas"), step("vote", "ballot", source="ideas", dots=5))
    hall.join("politie", team="Tafel 1")
    hall.join("=gemeente", name="Noor")
    hall.start("ideas")
    for text in TEXTS:
        hall.card("p1", text)
        hall.clock.tick(1.25)
    hall.start("vote")
    hall.vote("p1", k1=2, k3=1)
    hall.vote("p2", k1=1)
    return hall


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def frames(full):
    return full.workshop.frames()


def read_csv(folder, name):
    """Read a CSV with the dtypes of its frame."""
    times = [column for column, dtype in COLUMNS[name].items() if dtype.startswith("datetime")]
    kinds = {column: dtype for column, dtype in COLUMNS[name].items() if column not in times}
    frame = pd.read_csv(folder / f"{name}.csv", dtype=kinds, keep_default_na=False, na_values=[""])
    for column in times:
        frame[column] = pd.to_datetime(frame[column], utc=True).astype("datetime64[ns, UTC]")
    return frame


def sheets(path):
    """Return the rows of each sheet, with the type that the program for spreadsheets sees."""
    book = load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows()] for sheet in book}


def test_csv_comes_back_as_it_was(frames, folder):
    made = export_frames(frames, folder, ["csv"], stem="a")
    assert sorted(one.name for one in made) == sorted(f"{name}.csv" for name in COLUMNS)
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(read_csv(folder, name), frame, check_categorical=False)
    assert read_csv(folder, "cards")["text"].tolist() == WRITTEN


def test_csv_is_utf8_with_times_that_say_their_zone(frames, folder):
    export_frames(frames, folder, ["csv"], stem="a")
    lines = (folder / "cards.csv").read_bytes().decode("utf-8").splitlines()
    assert lines[0] == ",".join(COLUMNS["cards"])
    assert "2025-11-21T15:46:42.000000Z" in lines[1]
    assert "2025-11-21T15:46:43.250000Z" in lines[2]
    assert "🌳" in "".join(lines)


@pytest.mark.parametrize("anonymous", [False, True])
def test_parquet_keeps_every_dtype(full, folder, anonymous):
    frames = full.workshop.frames(anonymous=anonymous)
    made = export_frames(frames, folder, ["parquet"], stem="a")
    assert len(made) == len(COLUMNS)
    for name, frame in frames.items():
        read = pd.read_parquet(folder / f"{name}.parquet")
        pd.testing.assert_frame_equal(read, frame, check_categorical=False)
        assert {column: str(dtype) for column, dtype in read.dtypes.items()} == COLUMNS[name]


def test_a_workbook_has_a_sheet_per_frame_with_the_same_cells(frames, folder):
    (path,) = export_frames(frames, folder, ["xlsx"], stem="2026-03-12-plein")
    assert path.name == "2026-03-12-plein.xlsx"
    read = sheets(path)
    assert list(read) == list(COLUMNS)
    for name, columns in COLUMNS.items():
        assert [cell.value for cell in read[name][0]] == list(columns)
        assert len(read[name]) == len(frames[name]) + 1
    votes = [[cell.value for cell in row] for row in read["votes"][1:]]
    assert [row[1:6] for row in votes] == [
        ["k1", "p1", "politie", "Tafel 1", 2],
        ["k3", "p1", "politie", "Tafel 1", 1],
        ["k1", "p2", "=gemeente", "Tafel 2", 1],
    ]


def test_text_in_a_workbook_is_text_also_where_it_looks_like_more(frames, folder):
    (path,) = export_frames(frames, folder, ["xlsx"], stem="a")
    column = list(COLUMNS["cards"]).index("text")
    cells = [row[column] for row in sheets(path)["cards"][1:]]
    assert [cell.value for cell in cells] == WRITTEN
    assert {cell.data_type for cell in cells} == {"s"}, "no formula, no number, no date"
    assert not any(cell.hyperlink for cell in cells)


def test_times_in_a_workbook_are_dates_in_utc(frames, folder):
    (path,) = export_frames(frames, folder, ["xlsx"], stem="a")
    column = list(COLUMNS["cards"]).index("created_at")
    cell = sheets(path)["cards"][2][column]
    assert cell.is_date
    assert cell.value == dt.datetime(2025, 11, 21, 15, 46, 43, 250_000)  # noqa: DTZ001 - Excel knows no zones


def test_truth_in_a_workbook_is_truth(frames, folder):
    (path,) = export_frames(frames, folder, ["xlsx"], stem="a")
    column = list(COLUMNS["cards"]).index("hidden")
    assert {row[column].value for row in sheets(path)["cards"][1:]} == {False}


def test_an_empty_workshop_gives_files_with_their_columns(hall, folder):
    made = export_frames(hall.workshop.frames(), folder, ["csv", "xlsx", "parquet"], stem="a")
    assert len(made) == 2 * len(COLUMNS) + 1
    assert (folder / "votes.csv").read_text(encoding="utf-8").split() == [",".join(COLUMNS["votes"])]
    assert len(sheets(folder / "a.xlsx")["votes"]) == 1
    assert pd.read_parquet(folder / "votes.parquet")["weight"].dtype == "Int64"


def test_an_anonymous_export_has_nobody_in_any_format(full, folder):
    frames = full.workshop.frames(anonymous=True)
    export_frames(frames, folder, ["csv", "xlsx", "parquet"], stem="a")
    assert read_csv(folder, "votes")["participant"].isna().all()
    assert pd.read_parquet(folder / "cards.parquet")["team"].isna().all()
    cells = [cell.value for rows in sheets(folder / "a.xlsx").values() for row in rows for cell in row]
    assert "politie" not in cells, "a delegation of one is that one"
    assert not {"p1", "p2", "Tafel 1", "Noor"} & set(cells)


def test_frames_are_not_changed_by_writing_them(full, frames, folder):
    export_frames(frames, folder, ["csv", "xlsx"], stem="a")
    for name, frame in full.workshop.frames().items():
        pd.testing.assert_frame_equal(frames[name], frame)


def test_formats_are_taken_as_people_type_them(frames, folder):
    made = export_frames(frames, folder / "new" / "deeper", [" CSV", "", "xlsx "], stem="a")
    assert {one.suffix for one in made} == {".csv", ".xlsx"}
    assert all(one.is_file() for one in made)


def test_a_format_asked_for_twice_is_written_once(frames, folder):
    made = export_frames(frames, folder, ["csv", "CSV"], stem="a")
    assert len(made) == len(COLUMNS)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("xls", "'xls': no such format; did you mean 'xlsx'"),
        ("parket", "did you mean 'parquet'"),
        ("json", "expected one of: csv, parquet, xlsx"),
    ],
)
def test_an_unknown_format_names_the_nearest_and_nothing_is_written(frames, folder, wrong, said):
    with pytest.raises(InputError, match=said):
        export_frames(frames, folder, ["csv", wrong], stem="a")
    assert not folder.exists()


@pytest.mark.parametrize("formats", [[], [""], ["", " "]])
def test_no_format_at_all_is_said(frames, folder, formats):
    with pytest.raises(InputError, match="name at least one of csv, xlsx, parquet"):
        export_frames(frames, folder, formats, stem="a")


def test_a_file_where_the_folder_should_be_is_said(frames, folder):
    folder.write_text("in the way")
    with pytest.raises(StorageError, match=r"out: can't be written \(.*\); choose another folder with --to"):
        export_frames(frames, folder, ["csv"], stem="a")
    with pytest.raises(StorageError, match="can't be written"):
        export_frames(frames, folder / "deeper", ["csv"], stem="a")


@pytest.mark.parametrize("format_", ["csv", "xlsx", "parquet"])
def test_a_file_that_can_not_be_replaced_is_said_and_leaves_no_rest(frames, folder, format_):
    name = "a.xlsx" if format_ == "xlsx" else f"participants.{format_}"
    (folder / name).mkdir(parents=True)
    with pytest.raises(StorageError, match="can't be written"):
        export_frames(frames, folder, [format_], stem="a")
    assert [one.name for one in folder.iterdir()] == [name]


def test_an_export_replaces_an_earlier_one(full, frames, folder):
    export_frames(frames, folder, ["csv", "xlsx"], stem="a")
    full.vote("p2", k2=5)
    again = full.workshop.frames()
    export_frames(again, folder, ["csv", "xlsx"], stem="a")
    assert read_csv(folder, "votes")["weight"].tolist() == again["votes"]["weight"].tolist()
    assert len(list(folder.iterdir())) == len(COLUMNS) + 1


def test_without_pyarrow_the_way_to_install_it_is_said(frames, folder, monkeypatch):
    really = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pyarrow" else really(name))
    with pytest.raises(InputError, match=r"Parquet needs pyarrow.*pip install 'leefkit\[parquet\]'"):
        export_frames(frames, folder, ["csv", "parquet"], stem="a")
    assert not folder.exists(), "what can't be whole is not begun"


def test_a_workshop_that_another_has_open_can_be_exported(full, folder):
    with Workshop.open(full.path, read_only=True) as reader:
        before = len(reader.votes)
        full.vote("p2", k2=5)
        export_frames(reader.frames(), folder, ["csv"], stem="a")
        assert len(read_csv(folder, "votes")) == len(full.workshop.votes) == before


def test_what_is_exported_is_what_was_folded(full, folder):
    frames = build(full.workshop.room, full.workshop.entries)
    export_frames(frames, folder, ["csv"], stem="a")
    assert len(read_csv(folder, "events")) == full.workshop.seq


def test_what_leaves_the_room_credits_its_sources(tmp_path):
    case = neighbourhoods(years(BU01=[52, 26]), chart("trend"))
    case.sources[0].url = "https://data.politie.nl"
    with Workshop.create(tmp_path / "a.leefkit", case, programme(step("ideas"))) as workshop:
        made = extra_files(workshop.room)
    assert b"Bron: Politie, Misdrijven, 2023, CC BY 4.0" in made["charts/trend.svg"]
    assert b"# Bron: Politie, Misdrijven, 2023, CC BY 4.0" in made["charts/trend.csv"]
    first, second = made["sources.txt"].decode().splitlines()
    assert first == "Politie, Misdrijven, 2023, CC BY 4.0 https://data.politie.nl"
    assert second == "Kadaster, Wijk- en buurtkaart"


def test_a_case_without_sources_adds_no_files(halls):
    room = halls().room
    room.case = msgspec.structs.replace(room.case, charts=[], tables=[])
    assert extra_files(room) == {}


@pytest.mark.parametrize(
    "name",
    ["../pwned.svg", "charts/../../pwned.svg", "/tmp/pwned.svg", "..\\pwned.svg", "C:pwned.svg", "a\0b"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused_and_nothing_is_written(folder, name):
    with pytest.raises(InputError, match="this workshop names a file outside the folder; nothing was exp"):
        export_files({"a.csv": b"a", name: b"x"}, folder)
    assert not folder.exists()
    must_stay(["charts/een grafiek.svg", "photos/0.jpg", "a..b.csv"])
