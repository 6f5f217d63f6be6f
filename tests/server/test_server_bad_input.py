"""A server that can't start says why in one sentence, and leaves everything as it was."""

import asyncio
import os
import threading

import pytest

from kit.errors import InputError, KitError, WorkshopFileError
from kit.server.app import serving
from kit.server.place import Place, Served, write_ready
from kit.workshop import Workshop
from tests._process import Another
from tests.server._live import LOCAL

SERVE = """
import asyncio
from kit.server.app import serving
from kit.server.place import Place

async def serve():
    try:
        async with serving(Path(sys.argv[1]), Place(host="127.0.0.1", port=0)) as (server, served):
            print("serving", flush=True)
            await asyncio.Event().wait()
    except KitError as error:
        print(f"{type(error).__name__}: {error}")

asyncio.run(serve())
"""


def test_a_certificate_that_is_none_is_named(hall, serve, tmp_path):
    cert = tmp_path / "cert.pem"
    cert.write_text("not a certificate", encoding="utf-8")
    with pytest.raises(
        InputError, match=r"cert\.pem: is no certificate that can be used \(.*\); give PEM files"
    ):
        serve(hall, Place(host="127.0.0.1", port=0, certfile=cert, keyfile=cert))
    room = serve(hall)
    assert room.client().hello(code=room.code)["op"] == "welcome", "the workshop is free again"


def test_a_workshop_is_served_once(hall, serve):
    room = serve(hall)
    with pytest.raises(WorkshopFileError, match="this workshop is open already in another window"):
        serve(hall)
    assert room.client().hello(code=room.code)["op"] == "welcome"


def test_a_workshop_that_another_process_serves_is_refused(hall, serve):
    other = Another(SERVE, hall.path)
    assert other.line() == "serving"
    try:
        with pytest.raises(
            WorkshopFileError, match="open already in another window; use that one, or close it first"
        ):
            serve(hall)
    finally:
        other.kill()
    room = serve(hall)
    assert room.client().hello(code=room.code)["op"] == "welcome", "also after it was killed"


def test_a_workshop_that_is_being_served_can_be_looked_at(hall, serve):
    serve(hall)
    with Workshop.open(hall.path, read_only=True) as workshop:
        assert workshop.room == hall.room


def test_nothing_is_left_beside_the_file(hall, serve):
    hall.workshop.close()
    serve(hall).stop()
    assert [one.name for one in hall.path.parent.iterdir()] == [hall.path.name]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a database at all, but long enough to look at" * 100, "this is not a workshop file"),
        (b"", "this is a database, but not a workshop file"),
    ],
    ids=["text", "nothing"],
)
def test_what_is_no_workshop_is_not_served_and_stays_as_it_is(tmp_path, content, said):
    path = tmp_path / "a.leefkit"
    path.write_bytes(content)
    with pytest.raises(KitError, match=f"a.leefkit: {said}"):
        asyncio.run(_serve(path))
    assert [one.name for one in tmp_path.iterdir()] == ["a.leefkit"]
    assert path.read_bytes() == content


def test_the_ready_file_is_never_half_there(tmp_path):
    file, ended = tmp_path / "ready.json", threading.Event()
    served = Served("http://127.0.0.1:1", "K7QF", "x" * 200_000, os.getpid(), {})
    seen = []

    def look():
        while not ended.is_set():
            if file.exists():
                seen.append(len(file.read_bytes()))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        for _ in range(100):
            write_ready(file, served)
    finally:
        ended.set()
        looking.join()
    assert set(seen) == {file.stat().st_size}
    assert [one.name for one in tmp_path.iterdir()] == ["ready.json"]


async def _serve(path):
    async with serving(path, LOCAL):
        pytest.fail("it was served")
