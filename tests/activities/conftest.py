"""The halls that these tests are held in."""

from tests._hall import hall, halls  # noqa: F401 - fixtures
from tests.activities._grid import grid_hall  # noqa: F401 - a fixture
from tests.activities._survey import day, weeks_later  # noqa: F401 - fixtures
from tests.server._live import serve  # noqa: F401 - a fixture
