"""The halls that these tests are held in, and the command that they run."""

from tests._hall import hall, halls  # noqa: F401 - fixtures
from tests.cli._leefkit import leefkit  # noqa: F401 - a fixture
