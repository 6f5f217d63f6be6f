"""What the browser tests share: a served workshop, phones, screens, and a watch on all of their traffic."""

import pytest
from playwright.sync_api import expect

from tests.browser._people import Phone
from tests.browser._screens import Console, Screen, TeamTable
from tests.browser._served import Served
from tests.browser._watch import Watch

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LAPTOP = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1920, "height": 1080}
DUTCH = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}
SCREENS = {"trainer": Console, "team": TeamTable}

# Two cores are shared by a server, kernels and browsers.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def base_url():
    """In the place of pytest-base-url's own, which warns; every test has a server and a port of its own."""
    return


@pytest.fixture
def served(tmp_path):
    """A workshop of the shipped case, really served."""
    server = Served(tmp_path)
    yield server
    print(server.log)
    server.stop()


@pytest.fixture
def watch():
    """All traffic of all pages. The test fails when any of it leaves the machine or a page complains."""
    watch = Watch()
    watch.allow(r"/voila/alive/none", because="a page without a kernel yet asks whether the server is there")
    yield watch
    assert watch.outside() == []
    assert watch.complaints() == []


@pytest.fixture
def open_context(new_context, watch):
    """Open a browser of one person's own, Dutch, and watched."""

    def open_one(name, **options):
        context = new_context(**DUTCH, **options)
        watch.follow(context, name)
        return context

    return open_one


@pytest.fixture
def phone(served, watch, open_context):
    """Take a phone out of somebody's pocket."""
    watch.at_home(served.url)

    def take(name, **options):
        return Phone(open_context(name, **(PHONE | options)).new_page(), name)

    return take


@pytest.fixture
def screen(served, watch, open_context):
    """Open the screen of a role by its link: in Voilà, or without a kernel (`host="page"`)."""
    watch.at_home(served.url)

    def show(role, host="voila", viewport=None, **query):
        viewport = viewport or (PROJECTOR if role == "wall" else LAPTOP)
        page = open_context(role, viewport=viewport).new_page()
        page.goto(served.link(role, **{"in": host}, **query))
        made = SCREENS.get(role, Screen)(page)
        made.is_there(host)
        return made

    return show
