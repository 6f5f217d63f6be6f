"""The halls that these tests are held in."""

from tests._hall import halls  # noqa: F401 - a fixture
