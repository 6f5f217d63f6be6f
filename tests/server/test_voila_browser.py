"""A screen in a real browser: light, silent towards the outside, and back by itself after every mishap."""

import re
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from tornado.web import RequestHandler

from tests.server._voila_host import PATIENCE, Host

COUNTER = re.compile(r"^(\d+) in (\d+)$")
LONG = PATIENCE * 1000
MOST_REQUESTS = 15
MOST_BYTES = 1_100_000


@pytest.fixture
def context(browser):
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(LONG)
    context.add_init_script(
        """window.told = [];
        window.addEventListener("leefkit:host", (event) => window.told.push(event.detail.state));"""
    )
    yield context
    context.close()


def enter(context, url, role="trainer"):
    """Open the screen of a role by its link and wait until it works."""
    page = context.new_page()
    page.goto(f"{url}/open/{role}?key=the-key-of-{role}", wait_until="commit")
    expect(counter(page)).to_be_visible(timeout=LONG)
    return page


def counter(page):
    return page.get_by_role("button", name=COUNTER)


def read(page):
    """Return how far the counter is, and the process of the kernel behind it."""
    count, process = COUNTER.match(counter(page).inner_text()).groups()
    return int(count), int(process)


def shows(page, count):
    expect(counter(page)).to_have_text(re.compile(rf"^{count} in "), timeout=LONG)


def bar(page):
    return page.locator("#leefkit-host")


def weigh(context):
    """Return where the addresses and sizes of what a context asks for will be counted."""
    counted = {}
    context.on("request", lambda request: counted.setdefault(request.url, 0))
    context.on("requestfinished", lambda request: counted.update({request.url: received(request)}))
    return counted


def received(request):
    sizes = request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


def test_a_screen_starts_works_and_asks_nothing_of_another_machine(voila_host, context):
    counted = weigh(context)
    errors = []
    context.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    context.on("weberror", lambda web: errors.append(str(web.error)))
    page = enter(context, voila_host.url)
    counter(page).click()
    counter(page).click()
    shows(page, 2)
    expect(page.get_by_text("A label of ipywidgets")).to_be_visible()
    expect(page.get_by_text("The screen is starting")).to_be_hidden()
    expect(bar(page)).to_be_hidden()
    strangers = [
        url for url in counted if urlsplit(url).scheme in ("http", "https") and voila_host.url not in url
    ]
    assert not strangers
    assert not errors


def test_a_screen_is_light(voila_host, context):
    """Voilà as it comes: 99 requests and 5.2 MB."""
    counted = weigh(context)
    page = enter(context, voila_host.url)
    page.wait_for_load_state("networkidle")
    asked = {url: size for url, size in counted.items() if "/voila/alive/" not in url}
    assert len(asked) <= MOST_REQUESTS, "\n".join(asked)
    assert sum(asked.values()) < MOST_BYTES, asked
    loose = [
        url for url in asked if re.search(r"/(core|ext)/.*\d+\.[\w.]*js", url) and "remoteEntry" not in url
    ]
    assert not loose, f"name these in kit/server/share/chunks.json, so that they come along: {loose}"


def test_the_next_screen_takes_everything_from_the_cache(voila_host, context):
    enter(context, voila_host.url).close()
    counted = weigh(context)
    enter(context, voila_host.url).wait_for_load_state("networkidle")
    assert sum(counted.values()) < 15_000, counted


def test_a_reader_sees_at_once_that_the_screen_starts(voila_host, context):
    page = context.new_page()
    page.goto(f"{voila_host.url}/open/trainer?key=the-key-of-trainer", wait_until="commit")
    expect(page.get_by_text("The screen is starting…")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(counter(page)).to_be_visible(timeout=LONG)
    expect(page.get_by_text("The screen is starting…")).to_be_hidden(timeout=LONG)


def test_a_cell_that_fails_is_seen(voila_host, context):
    page = context.new_page()
    page.goto(f"{voila_host.url}/open/wall?key=the-key-of-wall")
    expect(page.get_by_role("alert")).to_contain_text("This screen did not start.")
    expect(page.get_by_role("link", name="Open the simple version")).to_have_attribute("href", "/page/wall")


def test_closing_a_tab_ends_its_kernel(voila_host, context):
    page = enter(context, voila_host.url)
    (kernel_id,) = voila_host.kernels.list_kernel_ids()
    page.close()
    voila_host.run(voila_host.gone(kernel_id))


def test_reloading_a_page_ends_its_kernel_and_starts_another(voila_host, context):
    page = enter(context, voila_host.url)
    (first,) = voila_host.kernels.list_kernel_ids()
    page.reload()
    voila_host.run(voila_host.gone(first))
    expect(counter(page)).to_be_visible(timeout=LONG)
    assert len(voila_host.kernels) == 1


def test_a_download_leaves_the_kernel_alone(context):
    """`beforeunload`, which Voilà takes for the end of a page, comes before a download too."""

    class Report(RequestHandler):
        def get(self):
            self.set_header("Content-Disposition", "attachment; filename=report.txt")
            self.finish("the report")

    host = Host(extra=[("/report", Report)])
    try:
        page = enter(context, host.url)
        process = read(page)[1]
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=/report>Report</a>')")
        with page.expect_download() as download:
            page.get_by_role("link", name="Report").click()
        assert download.value.suggested_filename == "report.txt"
        counter(page).click()
        shows(page, 1)
        assert read(page)[1] == process
    finally:
        host.stop()


def test_a_screen_whose_kernel_died_comes_back(voila_host, context):
    page = enter(context, voila_host.url)
    page.evaluate(
        "history.replaceState(null, '', '?team=Tafel%201#here'); sessionStorage.setItem('mine', 'kept')"
    )
    counter(page).click()
    shows(page, 1)
    (kernel_id,) = voila_host.kernels.list_kernel_ids()
    voila_host.process(kernel_id).kill()
    shows(page, 0)
    assert page.url.endswith("?team=Tafel%201#here")
    assert page.evaluate("sessionStorage.getItem('mine')") == "kept"
    counter(page).click()
    shows(page, 1)


def test_a_cut_is_told_and_costs_nothing(voila_host, context):
    """The page stays as it was, its kernel too, and a click made meanwhile arrives once."""
    page = enter(context, voila_host.url)
    process = read(page)[1]
    page.evaluate("window.same = true")
    context.set_offline(True)
    expect(bar(page)).to_have_text("No connection for a moment, your work is kept", timeout=LONG)
    expect(bar(page)).to_be_visible(timeout=LONG)
    counter(page).click()
    context.set_offline(False)
    expect(bar(page)).to_be_hidden(timeout=LONG)
    shows(page, 1)
    assert read(page)[1] == process
    assert page.evaluate("window.same") is True
    assert page.evaluate("window.told") == ["offline", "online"]


def test_a_socket_that_was_cut_is_made_again(voila_host, context):
    """A cut that the browser has not noticed: the server tells that nobody is connected."""
    page = enter(context, voila_host.url)
    process = read(page)[1]
    page.evaluate("window.same = true")
    (kernel_id,) = voila_host.kernels.list_kernel_ids()
    (screen,) = voila_host.kernels._screens[kernel_id]
    voila_host.kernels.went(kernel_id, screen)
    page.wait_for_function("() => window.told.at(-1) === 'offline'")
    page.wait_for_function("() => window.told.at(-1) === 'online'")
    counter(page).click()
    shows(page, 1)
    assert read(page)[1] == process
    assert page.evaluate("window.same") is True


def test_a_screen_can_tell_of_a_cut_itself(voila_host, context):
    page = enter(context, voila_host.url)
    page.evaluate("window.addEventListener('leefkit:host', (event) => event.preventDefault())")
    context.set_offline(True)
    page.wait_for_function("() => window.told.at(-1) === 'offline'")
    expect(bar(page)).to_be_hidden()


@pytest.fixture
def program():
    """Start the server in a process of its own, on the same port each time; kill it without warning."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = []

    def start():
        command = [sys.executable, "-m", "tests.server._voila_host", str(port)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout.readline() == "listening\n"
        return f"http://127.0.0.1:{port}"

    def kill():
        process = running.pop()
        process.kill()
        process.communicate()

    yield start, kill
    while running:
        kill()


def test_a_screen_outlives_its_server(program, context):
    start, kill = program
    page = enter(context, start())
    page.evaluate("location.hash = 'here'; sessionStorage.setItem('mine', 'kept')")
    first = read(page)[1]
    kill()
    expect(bar(page)).to_be_visible(timeout=LONG)
    counter(page).click()  # by someone impatient; nobody is there to take it
    counter(page).click()
    start()
    expect(counter(page)).not_to_have_text(re.compile(rf" in {first}$"), timeout=LONG)
    shows(page, 0)
    assert page.url.endswith("/voila/render/trainer.ipynb#here")
    assert page.evaluate("sessionStorage.getItem('mine')") == "kept"
    expect(bar(page)).to_be_hidden()
    counter(page).click()
    shows(page, 1)


def test_a_screen_whose_server_went_while_it_started_comes_back(program, context):
    start, kill = program
    url = start()
    page = context.new_page()
    page.goto(f"{url}/open/trainer?key=the-key-of-trainer", wait_until="commit")
    expect(page.get_by_text("The screen is starting…")).to_be_visible()
    kill()
    start()
    expect(counter(page)).to_be_visible(timeout=LONG)
