"""What a visitor can reach: the screens of their own roles, and nothing that runs code or shows files."""

import pytest

from kit.server.access import ROLES
from tests.server._voila_host import Host, until

NOWHERE = "00000000-0000-0000-0000-000000000000"


def routes(kernel_id):
    """Yield every route of a kernel, with the method that belongs to it."""
    yield "GET", f"/api/kernels/{kernel_id}"
    yield "GET", f"/voila/alive/{kernel_id}"
    yield "POST", f"/voila/api/shutdown/{kernel_id}"


@pytest.mark.parametrize("role", ROLES)
def test_a_stranger_gets_no_screen_and_starts_no_kernel(voila_host, role):
    answer = voila_host.visitor().ask(f"/voila/render/{role}.ipynb", Accept_Language="nl")
    assert answer.status == 403
    assert '<html lang="nl">' in answer.text
    assert len(voila_host.kernels) == 0


@pytest.mark.parametrize("role", ["trainer", "team", "results"])
def test_a_role_opens_only_its_own_screen(voila_host, role):
    assert voila_host.visitor("wall").ask(f"/voila/render/{role}.ipynb").status == 403
    assert len(voila_host.kernels) == 0


@pytest.mark.parametrize("role", ["team", "results"])
def test_the_trainer_opens_every_screen(voila_host, role):
    assert voila_host.visitor("trainer").ask(f"/voila/render/{role}.ipynb").status == 200


def test_a_kernel_is_closed_to_strangers(voila_host):
    kernel_id = voila_host.kernel("team")
    visitor = voila_host.visitor()
    found = {path: visitor.ask(path, method, Origin=visitor.url).status for method, path in routes(kernel_id)}
    assert set(found.values()) == {403}, found
    assert voila_host.run(visitor.refused(kernel_id)) == 403
    assert voila_host.run(voila_host.kernels.lives(kernel_id))


def test_a_kernel_is_closed_to_other_roles(voila_host):
    kernel_id = voila_host.kernel("team")
    visitor = voila_host.visitor("wall", "results")
    found = {path: visitor.ask(path, method, Origin=visitor.url).status for method, path in routes(kernel_id)}
    assert set(found.values()) == {403}, found
    assert voila_host.run(visitor.refused(kernel_id)) == 403
    assert voila_host.run(voila_host.kernels.lives(kernel_id))


@pytest.mark.parametrize("role", ["team", "trainer"])
def test_a_kernel_is_open_to_its_own_role_and_the_trainer(voila_host, role):
    kernel_id = voila_host.kernel("team")
    visitor = voila_host.visitor(role)
    assert visitor.ask(f"/api/kernels/{kernel_id}").status == 200
    assert visitor.ask(f"/voila/alive/{kernel_id}").status == 204
    voila_host.hang_up(voila_host.run(visitor.socket(kernel_id)))


@pytest.mark.parametrize("method", ["DELETE", "POST", "PUT", "PATCH"])
def test_a_kernel_can_only_be_asked_after(voila_host, method):
    kernel_id = voila_host.kernel("team")
    assert voila_host.visitor("trainer").ask(f"/api/kernels/{kernel_id}", method).status in (403, 405)
    assert voila_host.run(voila_host.kernels.lives(kernel_id))


@pytest.mark.parametrize("path", ["/api/kernels", "/api/kernels/", "/api/sessions", "/api/terminals"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_route_starts_a_kernel_by_itself(voila_host, method, path):
    assert voila_host.visitor("trainer").ask(path, method, Origin=voila_host.url).status == 404
    assert len(voila_host.kernels) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/voila/tree",
        "/voila/tree/",
        "/voila/files/trainer.ipynb",
        "/voila/files/dot.png",
        "/voila/api/contents",
        "/voila/api/contents/trainer.ipynb",
        "/voila/api/themes/x",
        "/voila/templates/leefkit/static/voila.js",
        "/voila/templates/base/static/voila.js",
        "/voila/labextensions/anywidget/package.json",
        f"/voila/execution/{NOWHERE}",
        f"/voila/query/{NOWHERE}",
        "/voila/render/",
        "/voila/render/analysis.ipynb",
        "/voila/render/trainer",
        "/voila/render/../trainer.ipynb",
        "/voila/render/dot.png",
        "/api/contents",
        "/api/contents/trainer.ipynb",
        "/api/kernelspecs",
        "/files/trainer.ipynb",
        "/trainer.ipynb",
        "/notebooks/trainer.ipynb",
        "/login",
        "/logout",
        "/api/status",
        "/metrics",
    ],
)
def test_nothing_else_exists(voila_host, path):
    assert voila_host.visitor(*ROLES).ask(path).status == 404
    assert len(voila_host.kernels) == 0


@pytest.mark.parametrize(
    "name",
    [
        "own/index.html.j2",
        "own/chunks.json",
        "own/../access.py",
        "own/%2e%2e/access.py",
        "own//etc/hostname",
        "core/../../lab/error.html",
        "ext/anywidget/package.json",
        "ext/../package.json",
        "ext/no-such-extension/static/x.js",
        "own/",
        "x",
    ],
)
def test_the_files_of_the_browser_side_are_all_that_is_served(voila_host, name):
    assert voila_host.visitor("trainer").ask(f"{voila_host.voila.assets.base}/{name}").status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "same-origin"},
        {"Origin": "here"},
        {"Origin": "here", "Sec_Fetch_Site": "same-origin"},
    ],
)
def test_a_page_that_goes_ends_its_kernel(voila_host, headers):
    """The beacon of a browser can carry no token (voila#1458)."""
    kernel_id = voila_host.kernel("team")
    process = voila_host.process(kernel_id)
    visitor = voila_host.visitor("team")
    headers = {name: visitor.url if value == "here" else value for name, value in headers.items()}
    assert visitor.ask(f"/voila/api/shutdown/{kernel_id}", "POST", **headers).status == 204
    assert visitor.ask(f"/voila/alive/{kernel_id}").status == 410
    voila_host.run(voila_host.gone(kernel_id))
    assert process.poll() is not None
    assert visitor.ask(f"/voila/api/shutdown/{kernel_id}", "POST", **headers).status == 204


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
    ],
)
def test_another_site_can_not_end_a_kernel(voila_host, headers):
    kernel_id = voila_host.kernel("team")
    answer = voila_host.visitor("team").ask(f"/voila/api/shutdown/{kernel_id}", "POST", **headers)
    assert answer.status == 403
    assert voila_host.run(voila_host.kernels.lives(kernel_id))


def test_the_beacon_passes_where_the_rest_of_the_server_wants_a_token():
    host = Host(settings={"xsrf_cookies": True})
    try:
        visitor = host.visitor("team")
        kernel_id = host.kernel("team")
        assert visitor.ask(f"/voila/api/shutdown/{kernel_id}", "POST", Origin=host.url).status == 204
    finally:
        host.stop()


def test_alive_tells_how_many_screens_are_connected(voila_host):
    kernel_id = voila_host.kernel("team")
    visitor = voila_host.visitor("team")

    def sockets():
        return visitor.ask(f"/voila/alive/{kernel_id}").headers["Leefkit-Sockets"]

    assert sockets() == "0"
    connection = voila_host.run(visitor.socket(kernel_id))
    assert sockets() == "1"
    voila_host.hang_up(connection)
    voila_host.run(until(lambda: voila_host.kernels.sockets(kernel_id) == 0))
    assert sockets() == "0"


def test_a_kernel_that_died_is_not_alive(voila_host):
    kernel_id = voila_host.kernel("team")
    process = voila_host.process(kernel_id)
    process.kill()
    process.wait()
    visitor = voila_host.visitor("team")
    assert visitor.ask(f"/voila/alive/{kernel_id}").status == 410
    voila_host.run(voila_host.gone(kernel_id))


@pytest.mark.parametrize("kernel_id", [NOWHERE, "none"])
def test_a_kernel_of_an_earlier_server_is_not_alive(voila_host, kernel_id):
    assert voila_host.visitor("team").ask(f"/voila/alive/{kernel_id}").status == 410
    assert voila_host.visitor().ask(f"/voila/alive/{kernel_id}").status == 403


def test_a_page_that_starts_hears_which_run_of_the_server_this_is(voila_host):
    answer = voila_host.visitor("team").ask("/voila/alive/starting")
    assert answer.status == 204
    assert (
        f'data-run="{answer.headers["Leefkit-Run"]}"'
        in voila_host.visitor("team").ask("/voila/render/team.ipynb").text
    )
