"""The page of a screen: what it shows, in which language, and what it says when its kernel fails."""

import re
import socket

import pytest
from tornado.httpclient import AsyncHTTPClient

from kit.server.screens import SAY
from tests.server._voila_host import Host, until


def test_a_page_shows_its_cells(voila_host):
    answer = voila_host.visitor("team").ask("/voila/render/team.ipynb?team=Tafel%201")
    assert answer.status == 200
    assert "<h1" in answer.text
    assert "<pre>a table" in answer.text
    assert "print(" not in answer.text  # its source stays inside
    assert 'src="data:image/png;base64,' in answer.text
    assert "../../../kit/no.png" in answer.text  # a file outside the notebooks is left as it was written


@pytest.mark.parametrize(("asked", "lang"), [("nl-NL", "nl"), ("en", "en")])
def test_a_page_speaks_the_language_of_its_reader(voila_host, asked, lang):
    text = voila_host.visitor("team").ask("/voila/render/team.ipynb", Accept_Language=asked).text
    assert f'<html lang="{lang}">' in text
    assert '<meta name="viewport"' in text


def test_the_workshops_language_goes_before_the_readers():
    host = Host(settings={"leefkit_lang": "nl", "leefkit_stylesheets": ["/static/theme.css"]})
    try:
        text = host.visitor("team").ask("/voila/render/team.ipynb", Accept_Language="en").text
    finally:
        host.stop()
    assert '<html lang="nl">' in text
    assert '<link rel="stylesheet" href="/static/theme.css">' in text


def test_a_page_names_no_other_machine(voila_host):
    answer = voila_host.visitor("team").ask("/voila/render/team.ipynb")
    assert not re.findall(r"https?://[^\s\"'<]+", answer.text)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self' 'unsafe-inline' blob: data:;" in policy
    assert not re.search(r"\*|https?:", policy)


def test_a_page_sends_its_head_before_the_kernel_runs(voila_host):
    """The reader sees that something happens, and the browser loads its scripts meanwhile."""
    visitor = voila_host.visitor("team")
    kernels_at_first_piece = []

    def piece(_chunk):
        if not kernels_at_first_piece:
            kernels_at_first_piece.append(len(voila_host.kernels))

    async def fetch():
        url = f"{voila_host.url}/voila/render/team.ipynb"
        await AsyncHTTPClient().fetch(url, headers={"Cookie": visitor.cookie}, streaming_callback=piece)

    voila_host.run(fetch())
    assert kernels_at_first_piece == [0]


def test_a_cell_that_fails_says_so_without_its_inside(voila_host):
    answer = voila_host.visitor("wall").ask("/voila/render/wall.ipynb?team=Tafel%201", Accept_Language="en")
    assert SAY["failed"] in answer.text
    assert 'href="/page/wall?team=Tafel%201"' in answer.text
    assert "secret of the inside" not in answer.text
    assert "Traceback" not in answer.text


def test_a_kernel_that_does_not_start_gets_a_second_chance(voila_host, monkeypatch):
    attempts = []
    start = voila_host.kernels.start_for

    async def once_lame(role, env):
        attempts.append(role)
        kernel_id = await start(role, env)
        if len(attempts) == 1:
            voila_host.process(kernel_id).kill()
        return kernel_id

    monkeypatch.setattr(voila_host.kernels, "start_for", once_lame)
    answer = voila_host.visitor("team").ask("/voila/render/team.ipynb")
    assert attempts == ["team", "team"]
    assert "<pre>a table" in answer.text


def test_a_kernel_that_never_starts_is_told(voila_host, monkeypatch, caplog):
    async def lame(_role, _env):
        raise RuntimeError("Kernel died before replying to kernel_info")

    monkeypatch.setattr(voila_host.kernels, "start_for", lame)
    answer = voila_host.visitor("team").ask("/voila/render/team.ipynb", Accept_Language="en")
    assert SAY["failed"] in answer.text
    assert "dataset.kernelId" not in answer.text  # so the page knows that it has to start again
    assert "Kernel died" in caplog.text


def test_a_reader_who_leaves_early_leaves_no_kernel(voila_host):
    visitor = voila_host.visitor("team")
    with socket.create_connection(("127.0.0.1", voila_host.port)) as connection:
        asked = f"GET /voila/render/team.ipynb HTTP/1.1\r\nHost: x\r\nCookie: {visitor.cookie}\r\n\r\n"
        connection.sendall(asked.encode())
        voila_host.run(until(lambda: len(voila_host.kernels) == 1))
    voila_host.run(until(lambda: len(voila_host.kernels) == 0))


def test_a_missing_notebook_is_no_crash(tmp_path, caplog):
    host = Host(notebooks=tmp_path)
    try:
        assert host.visitor("wall").ask("/voila/render/wall.ipynb").status == 404
    finally:
        host.stop()
    assert "put it back, or open /page/wall" in caplog.text
