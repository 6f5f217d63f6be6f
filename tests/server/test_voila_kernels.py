"""The life of the kernels: apart from the user's Jupyter, each on its own ports, gone when nobody looks."""

import asyncio
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import jupyter_client.connect
import pytest

from kit.server import kernels
from kit.server.kernels import ORPHAN_SECONDS, Ports, ScreenKernel, ScreenKernels, kernel_env
from kit.server.voila_app import _own_address
from tests.server._voila_host import Host, until

FIVE = 5


class StubbornSockets:
    """A system that offers the same free ports to everyone who asks at the same time."""

    def __init__(self):
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            self._port = first.getsockname()[1]

    def __call__(self):
        return SimpleNamespace(
            setsockopt=lambda *_: None,
            bind=lambda _address: None,
            getsockname=lambda: ("127.0.0.1", self._port),
            close=lambda: None,
        )


async def ready(km):
    """Wait until a kernel answers; it never does when its ports were taken."""
    client = km.client()
    client.start_channels()
    try:
        await client.wait_for_ready(timeout=30)
    finally:
        client.stop_channels()


@pytest.mark.parametrize("transport", ["ipc", "tcp"])
def test_kernels_that_start_together_do_not_take_each_others_ports(voila_host, monkeypatch, transport):
    """A port that is found free and let go can be taken until the kernel runs (jupyter_client#487)."""
    fake = SimpleNamespace(**{name: getattr(socket, name) for name in ("SOL_SOCKET", "SO_LINGER")})
    fake.socket = StubbornSockets()
    monkeypatch.setattr(jupyter_client.connect, "socket", fake)
    monkeypatch.setattr(kernels.zmq, "has", lambda _what: transport == "ipc")

    async def together():
        env = kernel_env(Path(voila_host.voila.connection_dir))
        ids = await asyncio.gather(*(voila_host.kernels.start_for("team", env) for _ in range(6)))
        managers = [voila_host.kernels.get_kernel(one) for one in ids]
        await asyncio.gather(*(ready(km) for km in managers))
        return [(km.transport, f"{km.ip}:{port}") for km in managers for port in km.ports]

    places = voila_host.run(together())
    assert {used for used, _place in places} == {transport}
    assert len({place for _used, place in places}) == 6 * FIVE


def test_ports_are_not_handed_out_twice_until_all_had_their_turn():
    ports = Ports(28000, 28100)
    given = [port for _ in range(10) for port in ports.take(FIVE, "127.0.0.1")]
    assert len(set(given)) == len(given)


def test_a_port_that_is_in_use_is_passed_over():
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert Ports(port, port + 20).take(1, "127.0.0.1") != [port]


def test_too_few_ports_is_said():
    with pytest.raises(OSError, match=r"no 5 free ports on 127\.0\.0\.1 for a kernel; close other programs"):
        Ports(28000, 28004).take(FIVE, "127.0.0.1")


def test_ports_lie_where_no_outgoing_connection_can_be():
    assert max(Ports().take(FIVE, "127.0.0.1")) < 32768


def test_a_long_path_is_not_tried_as_a_socket_file(tmp_path):
    deep = tmp_path / ("x" * 100) / "kernel-1.json"
    assert ScreenKernel(connection_file=str(deep)).transport == "tcp"
    assert ScreenKernel(connection_file=str(Path("/t/kernel-1.json"))).transport == "ipc"


def page_of(host, role):
    return host.visitor(role).ask(f"/voila/render/{role}.ipynb?team=Tafel%201").text


def test_a_kernel_knows_its_workshop_and_nothing_of_the_users_own_jupyter(tmp_path, monkeypatch):
    for place in ("ipython", ".ipython"):
        startup = tmp_path / place / "profile_default" / "startup"
        startup.mkdir(parents=True)
        (startup / "00-mine.py").write_text("planted = 'the user himself'")
    monkeypatch.setenv("HOME", str(tmp_path))
    own_kernel = tmp_path / "data" / "kernels" / "python3"
    own_kernel.mkdir(parents=True)
    (own_kernel / "kernel.json").write_text(
        '{"argv": ["false"], "display_name": "Lame", "language": "python"}'
    )
    for name, folder in {"IPYTHONDIR": "ipython", "JUPYTER_DATA_DIR": "data", "JUPYTER_PATH": "data"}.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "config"))
    host = Host(env={"LEEFKIT_EXTRA": "more"})
    try:
        text = page_of(host, "results")
    finally:
        host.stop()
    told = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
    assert told["LEEFKIT_WORKSHOP"] == "/somewhere/plein.leefkit"
    assert told["LEEFKIT_ROLE"] == "results"
    assert told["LEEFKIT_URL"] == host.url
    assert told["LEEFKIT_TEAM"] == "Tafel 1"
    assert told["LEEFKIT_LANG"] == "nl"
    assert told["LEEFKIT_EXTRA"] == "more"
    assert "JUPYTER_PATH" not in told
    assert f"python is {sys.executable}" in text
    assert "started with nothing of the user&#39;s" in text.replace("'", "&#39;")
    assert "history False" in text


def test_the_server_does_not_read_the_users_own_configuration(tmp_path, monkeypatch):
    (tmp_path / "voila.json").write_text('{"VoilaConfiguration": {"show_tracebacks": true}}')
    (tmp_path / "labconfig").mkdir()
    (tmp_path / "labconfig" / "page_config.json").write_text('{"disabledExtensions": {"anywidget": true}}')
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    host = Host()
    try:
        text = page_of(host, "wall")
    finally:
        host.stop()
    assert "secret of the inside" not in text
    assert "disabledExtensions" not in text


@pytest.mark.parametrize(
    ("listens_on", "address"),
    [
        ("0.0.0.0", "127.0.0.1"),  # noqa: S104 - what a trainer's laptop listens on
        ("", "127.0.0.1"),
        ("::", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1"),
        ("192.168.1.5", "192.168.1.5"),
        ("fe80::1", "[fe80::1]"),
        ("laptop.local", "laptop.local"),
    ],
)
def test_a_kernel_finds_the_server_where_it_listens(listens_on, address):
    assert _own_address(listens_on) == address


@pytest.mark.parametrize("settings", [{"https": True}, {"ssl_options": {"certfile": "x"}}])
def test_a_kernel_finds_a_server_with_tls(settings):
    host = Host(settings=settings)
    try:
        assert host.voila.url == f"https://127.0.0.1:{host.port}"
    finally:
        host.stop()


@pytest.fixture
def clock(monkeypatch):
    time = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(ScreenKernels, "clock", staticmethod(lambda: time.now))
    return time


def reaped(host, kernel_id):
    host.run(host.kernels.reap())
    return not host.run(host.kernels.lives(kernel_id))


def test_a_kernel_that_no_screen_ever_came_for_goes(voila_host, clock):
    kernel_id = voila_host.kernel("wall")
    clock.now += ORPHAN_SECONDS
    assert not reaped(voila_host, kernel_id)
    clock.now += 1
    assert reaped(voila_host, kernel_id)


def test_a_kernel_whose_screen_went_goes_however_busy_it_is(voila_host, clock):
    """To Jupyter's own culling a message is a sign of use, and a screen's kernel sends one at every vote."""
    kernel_id = voila_host.kernel("wall")
    visitor = voila_host.visitor("wall")
    connection = voila_host.run(visitor.socket(kernel_id))
    clock.now += 10 * ORPHAN_SECONDS
    assert not reaped(voila_host, kernel_id)
    voila_host.hang_up(connection)
    voila_host.run(until(lambda: voila_host.kernels.sockets(kernel_id) == 0))
    voila_host.kernels.get_kernel(kernel_id).execution_state = "busy"
    clock.now += ORPHAN_SECONDS
    assert not reaped(voila_host, kernel_id)
    clock.now += 1
    assert reaped(voila_host, kernel_id)


def test_a_screen_that_comes_back_in_time_keeps_its_kernel(voila_host, clock):
    kernel_id = voila_host.kernel("team")
    visitor = voila_host.visitor("team")
    voila_host.hang_up(voila_host.run(visitor.socket(kernel_id)))
    voila_host.run(until(lambda: voila_host.kernels.sockets(kernel_id) == 0))
    clock.now += ORPHAN_SECONDS / 2
    connection = voila_host.run(visitor.socket(kernel_id))
    clock.now += ORPHAN_SECONDS
    assert not reaped(voila_host, kernel_id)
    voila_host.hang_up(connection)


def test_the_reaper_comes_by_itself(clock, monkeypatch):
    monkeypatch.setattr(kernels, "REAP_EVERY_SECONDS", 0.01)
    host = Host()
    try:
        kernel_id = host.kernel("wall")
        clock.now += ORPHAN_SECONDS + 1
        host.run(host.gone(kernel_id))
    finally:
        host.stop()


def test_a_kernel_that_died_is_not_started_again(voila_host):
    """An empty kernel under the same id would look alive, and its screen would stay dead."""
    kernel_id = voila_host.kernel("team")
    assert voila_host.kernels.get_kernel(kernel_id)._restarter is None
    process = voila_host.process(kernel_id)
    process.kill()
    process.wait()
    assert reaped(voila_host, kernel_id)
    voila_host.run(voila_host.gone(kernel_id))


def test_shutdown_leaves_nothing_behind():
    host = Host()
    private = Path(host.voila.connection_dir)
    visitor = host.visitor("team")
    kernel_ids = [host.kernel("team"), host.kernel("team")]
    processes = [host.process(one) for one in kernel_ids]
    connection = host.run(visitor.socket(kernel_ids[0]))
    host.stop(connection)
    assert all(process.poll() is not None for process in processes)
    assert not private.exists()
