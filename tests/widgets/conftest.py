"""The halls that these tests are held in."""

from tests._hall import hall, halls  # noqa: F401 - fixtures
