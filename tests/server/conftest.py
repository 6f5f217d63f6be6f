"""What the tests of the server share."""

import pytest

from tests._hall import hall, halls  # noqa: F401 - fixtures
from tests.server._live import room, serve  # noqa: F401 - fixtures
from tests.server._photos import drawing  # noqa: F401 - a fixture
from tests.server._voila_host import Host


@pytest.fixture(scope="session")
def _voila_listening():
    host = Host()
    yield host
    host.stop()


@pytest.fixture
def voila_host(_voila_listening):
    """A Voilà application that listens, without kernels before and after the test."""
    yield _voila_listening
    _voila_listening.run(_voila_listening.no_kernels())
