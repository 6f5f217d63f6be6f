"""The files of the results: who gets them, what is in them, and what is said when there are none."""

import errno
import io
import tempfile
import zipfile
from contextlib import contextmanager
from http.client import IncompleteRead
from pathlib import Path

import pandas as pd
import pytest

from kit import gallery
from kit.report import bundle
from kit.server import downloads
from tests._hall import step
from tests.figures._made_up import made_up

ZIP = "/results/alles.zip"
SECRET = "Dit mag de zaal nog niet zien"
HIDDEN = "Dit haalde de trainer van het scherm"


@pytest.fixture(autouse=True)
def _figure_of_the_day(monkeypatch):
    monkeypatch.setattr(gallery, "of_day", lambda _room, lang, *_: [made_up(lang=lang)])


@pytest.fixture(autouse=True)
def rests(tmp_path, monkeypatch):
    """The folder for what is made on the way; nothing may stay in it."""
    place = tmp_path / "rests"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return lambda: [one.name for one in place.iterdir()]


@pytest.fixture
def day(halls, serve):
    """A day with a closed vote, a hidden step and one that is open, being served."""
    hall = halls(
        step("ideas"),
        step("vote", "ballot", source="ideas"),
        step("secret", hidden=True),
        step("open"),
    )
    for organisation in ("politie", "school"):
        hall.join(organisation, name="Noor", team="Tafel 1")
    hall.start("ideas")
    hall.card("p1", "Een kas")
    hall.trainer("hide_card", card=hall.card("p2", HIDDEN))
    hall.start("vote")
    hall.vote("p1", k1=1)
    hall.start("secret")
    hall.card("p1", SECRET, "secret")
    hall.start("open")
    hall.card("p2", "Nog bezig", "open")
    return hall, serve(hall)


def book(answer):
    assert answer.status == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.body)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}


def frame(files, name):
    return pd.read_csv(io.BytesIO(files[f"{name}.csv"]))


@pytest.mark.parametrize("path", [ZIP, "/results/dag-figuur.svg", "/results/dag-figuur.csv"])
@pytest.mark.parametrize(
    ("roles", "status"), [((), 403), (("team", "wall"), 403), (("results",), 200), (("trainer",), 200)]
)
def test_it_takes_the_link_of_the_results_or_the_trainers(day, path, roles, status):
    _, room = day
    answer = room.visitor(*roles).ask(path)
    assert answer.status == status
    if status == 403:
        assert "met de eigen link" in answer.text


def test_a_figure_is_a_file_of_its_own_and_stays_nowhere(day):
    _, room = day
    visitor = room.visitor("results")
    drawing, table = (visitor.ask(f"/results/dag-figuur.{ending}") for ending in ("svg", "csv"))
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.text.startswith("<svg")
    assert "Politie" in drawing.text
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Politie,3.0" in table.text
    for answer, name in ((drawing, "dag-figuur.svg"), (table, "dag-figuur.csv")):
        assert f'attachment; filename="{name}"' in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_file_speaks_the_language_of_the_screen(day):
    _, room = day
    visitor = room.visitor("results")
    assert "Police" in visitor.ask("/results/dag-figuur.csv?lang=en").text
    assert "Politie" in visitor.ask("/results/dag-figuur.csv?lang=xx").text


def test_the_charts_of_the_case_are_there_too(day):
    hall, room = day
    chart = hall.room.case.charts[0].id
    answer = room.visitor("results").ask(f"/results/charts/{chart}.csv")
    assert answer.status == 200
    assert answer.text.startswith("# ")


@pytest.mark.parametrize(
    "name",
    ["x.svg", "ideas.svg", "dag-figuur.pdf", "..%2f..%2fcards.csv", "charts/x.csv", "figures/dag-figuur.svg"],
)
def test_a_name_that_there_is_not_is_told_in_words(day, name):
    _, room = day
    answer = room.visitor("results").ask(f"/results/{name}")
    assert answer.status == 404
    assert "<h1>" in answer.text


def test_everything_is_an_anonymous_export_of_what_the_room_may_know(day, tmp_path):
    hall, room = day
    answer = room.visitor("results").ask(ZIP)
    assert answer.headers["Content-Type"] == "application/zip"
    assert f'filename="{hall.path.stem}.zip"' in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    files = book(answer)
    made = bundle.write(hall.workshop, tmp_path / "out", ["csv", "xlsx"], anonymous=True)
    assert set(files) == {path.relative_to(tmp_path / "out").as_posix() for path in made}
    assert frame(files, "cards")["text"].tolist() == ["Een kas"]
    assert frame(files, "votes")["card"].tolist() == ["k1"]
    for name in ("participants", "cards", "votes", "events"):
        told = frame(files, name)
        for column in {"participant", "actor", "team", "photo"} & set(told):
            assert told[column].isna().all(), f"{name}.{column}"
    assert files["figures/dag-figuur.svg"].startswith(b"<svg")


def test_nothing_of_a_hidden_or_open_step_is_in_any_file(day):
    _, room = day
    files = book(room.visitor("results").ask(ZIP))
    workbook = next(body for name, body in files.items() if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(workbook)) as held:
        cells = b"".join(held.read(name) for name in held.namelist())
    for text in (SECRET, HIDDEN, "Nog bezig", "Noor"):
        assert not [name for name, body in files.items() if text.encode() in body]
        assert text.encode() not in cells
    assert not frame(files, "events")["step"].isin(["secret", "open"]).any()


def test_what_is_shown_later_is_in_it_later(day):
    hall, room = day
    visitor = room.visitor("results")
    assert len(frame(book(visitor.ask(ZIP)), "cards")) == 1
    hall.trainer("reveal", step="secret")
    hall.trainer("close", step="open")
    assert frame(book(visitor.ask(ZIP)), "cards")["text"].tolist() == ["Een kas", SECRET, "Nog bezig"]


FULL = OSError(errno.ENOSPC, "No space left on device"), 507, "misschien is de schijf vol"
BUG = ValueError("a bug"), 500, "kon niet gemaakt worden"


@pytest.mark.parametrize("failure", [FULL, BUG])
def test_a_failure_is_told_and_the_next_one_works(day, monkeypatch, rests, caplog, failure):
    (what, status, said), (_, room) = failure, day
    visitor = room.visitor("results")
    whole = bundle.export_files

    def fails(files, to):
        whole(files, to)
        raise what

    monkeypatch.setattr(bundle, "export_files", fails)
    answer = visitor.ask(ZIP)
    assert answer.status == status
    assert said in answer.text
    assert 'http-equiv="refresh"' not in answer.text, "a file does not ask for itself again"
    assert "attachment" not in answer.headers.get("Content-Disposition", "")
    room.wait(lambda: rests() == [] and any(ZIP in one.getMessage() for one in caplog.records))
    caplog.clear()
    monkeypatch.setattr(bundle, "export_files", whole)
    assert book(visitor.ask(ZIP))
    room.wait(lambda: rests() == [])


def test_a_disk_that_fails_on_the_way_never_looks_whole(day, monkeypatch, rests, caplog):
    _, room = day
    monkeypatch.setattr(downloads, "PIECE", 1000)
    really = downloads.Downloads.everything

    @contextmanager
    def once(book):
        pieces = iter([book.read(1000)])

        class Failing:
            fileno = book.fileno

            def read(self, _size):
                for piece in pieces:
                    return piece
                raise OSError(errno.EIO, "Input/output error")

        yield Failing()

    def everything(self):
        return _Both(really(self), once)

    monkeypatch.setattr(downloads.Downloads, "everything", everything)
    with pytest.raises((IncompleteRead, ConnectionError)):
        room.visitor("results").ask(ZIP)
    room.wait(lambda: rests() == [] and caplog.records)
    caplog.clear()


class _Both:
    """The book of a context, read through another."""

    def __init__(self, outer, inner):
        self._outer, self._inner = outer, inner

    async def __aenter__(self):
        self._held = self._inner(await self._outer.__aenter__())
        return self._held.__enter__()

    async def __aexit__(self, *how):
        return await self._outer.__aexit__(*how)


def test_whoever_asks_for_too_much_at_once_hears_to_wait(day, monkeypatch):
    _, room = day
    monkeypatch.setattr(downloads, "MOST_WAITING", 0)
    answer = room.visitor("results").ask(ZIP)
    assert answer.status == 429
    assert "Wacht even" in answer.text


def test_phones_go_on_while_files_are_made(day, monkeypatch):
    """It is made on a thread: the loop answers meanwhile."""
    hall, room = day
    whole, answers = bundle.pack, []

    def slow(workshop, to: Path):
        answers.append(room.get("/healthz").status)
        whole(workshop, to)

    monkeypatch.setattr(bundle, "pack", slow)
    assert book(room.visitor("results").ask(ZIP))
    assert answers == [200]
    assert hall.room.now == "open"
