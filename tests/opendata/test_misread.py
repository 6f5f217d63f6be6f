"""What could be told wrongly: it is read as it is meant, or refused, and never stored as something else."""

import pytest

from kit.errors import InputError
from kit.opendata.read import read

NAMES = '"Wijken en buurten";"Perioden";"Soort misdrijf";'
COUNTS = f'{NAMES}"Geregistreerde misdrijven (aantal)"\n'
ROW = '"BU07580100";"2022";"Totaal misdrijven";"5"\n'


def facts(reading, *columns):
    return list(reading.rows[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize("line", ["Bron: Politie\n", '"Bron: CBS";"";"";""\n', "Titel\nBron: Politie\n"])
def test_the_line_of_the_source_may_stand_first(saved, line):
    assert facts(read(saved(line + COUNTS + ROW + "Bron: Politie\n")), "kind", "value") == [("total", 5)]


def test_a_file_of_a_source_alone_is_refused(saved):
    with pytest.raises(InputError, match=r":1: no column with areas such as"):
        read(saved("Bron: Politie\n"))
