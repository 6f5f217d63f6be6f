"""What every test can rely on: one Chromium, and a full run that is really full."""

import os
from collections import Counter

import pytest
from hypothesis import settings

from scripts import chromium

FULL = os.environ.get("LEEFKIT_FULL") == "1"
RAN = Counter()

# A shared machine is slow at times; a property that holds does so at any speed. CI gives the same run twice.
settings.register_profile("leefkit", deadline=None, derandomize=FULL)
settings.load_profile("leefkit")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the Chromium that is there, quiet towards the outside."""
    flags = [
        *("--disable-quic", "--disable-gpu", "--disable-sync", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update"),
    ]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    found = chromium.find()
    assert found, "There is no Chromium here; `make test` installs one, or name yours in CHROMIUM."
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "args": [*flags, "--no-sandbox"] if as_root else flags,
    }


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what drives a browser by what it asks for, so that none can be forgotten, and let it come last.

    Playwright keeps an event loop in this thread until the run ends, and no `asyncio.run` works beside it.
    """
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_runtest_logreport(report):
    if report.skipped:
        RAN["not run"] += 1
    elif report.when == "call" and "browser" in report.keywords:
        RAN["browser"] += 1


def _shortcomings(config):
    if RAN["not run"]:
        yield f"{RAN['not run']} tests were skipped or expected to fail; a full run has none of those."
    if not RAN["browser"] and config.option.markexpr != "not browser":  # the other half of the run has them
        yield "No browser test ran; a full run has them."


def pytest_sessionfinish(session):
    if FULL and session.exitstatus == pytest.ExitCode.OK and any(_shortcomings(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    for sentence in _shortcomings(config) if FULL else ():
        terminalreporter.write_line(sentence, red=True)
