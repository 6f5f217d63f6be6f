"""Tables of numbers as drawings: every name and number has its place, whatever they are."""

import pytest

from kit.insight.chart_parts import NARROW, WIDE
from kit.insight.matrix_drawing import SHADES, Field, Matrix, matrix, shade
from tests.insight.test_charts import overlaps

LONG = "Gemeente Zonnehoek, afdeling Integrale Veiligheid en Leefbaarheid in Wijken en Dorpen (IVL)"
NAMES = [
    LONG,
    "Politie",
    "Woningcorporatie De Goede Woning, afdeling Wijkbeheer",
    "Bewoners",
    *(f"School {n}" for n in range(8)),
]


def square(size, number=128):
    keys = [chr(65 + n) for n in range(size)]
    fields = [[Field(str(number), None if a == b else 3) for b in range(size)] for a in range(size)]
    return Matrix(NAMES[:size], keys, fields, keys)


def texts(drawing):
    return [one.text for one in drawing.texts]


@pytest.mark.parametrize("shape", [NARROW, WIDE])
@pytest.mark.parametrize("size", [1, 2, 3, 6, 12])
def test_names_and_numbers_lie_on_nothing_and_stay_on_the_sheet(size, shape):
    drawn = matrix(square(size), shape)
    assert overlaps(drawn) == []
    assert texts(drawn).count("128") == size * size
    assert drawn.width == shape.width
    assert shape is NARROW or drawn.height <= 1.25 * shape.height, "it can be seen from the back row"


@pytest.mark.parametrize("shape", [NARROW, WIDE])
@pytest.mark.parametrize(("rows", "rounds"), [(1, 1), (5, 3), (14, 3), (14, 8)])
def test_what_stands_below_the_columns_has_room_too(rows, rounds, shape):
    feet = [
        ("Tweetallen die al samen zaten (%)", ["100"] * rounds),
        ("Opnieuw samen (keren)", ["12"] * rounds),
    ]
    names = [f"Tafel {n}" for n in range(rows)]
    heads = [f"Ronde {n}" for n in range(1, 4)] if rounds == 3 else [str(n) for n in range(1, rounds + 1)]
    drawn = matrix(Matrix(names, heads, [[Field("4", 2)] * rounds] * rows, [], feet), shape)
    assert overlaps(drawn) == []
    assert texts(drawn).count("100") == rounds


def test_on_a_narrow_sheet_many_names_stand_below_with_their_letters():
    narrow, wide = (texts(matrix(square(12), shape)) for shape in (NARROW, WIDE))
    assert narrow.index("Politie") > max(n for n, one in enumerate(narrow) if one == "128")
    assert wide.index("Politie") < max(n for n, one in enumerate(wide) if one == "128")
    assert narrow.count("A") == 3, "above its column, beside its row and beside its name"


def test_only_a_field_has_a_shade_and_nothing_looks_like_nothing():
    fields = [[Field("0", "none"), Field("3", None), Field("9", 4)]]
    drawn = matrix(Matrix(["Tafel 1"], ["1", "2", "3"], fields), WIDE)
    assert [one.look for one in drawn.paths] == ["area area-none", "area area-4"]
    assert [one.look for one in drawn.texts][-3:] == ["on-none", "soft", "on-4"]


def test_more_is_never_lighter_and_only_nothing_has_no_shade():
    found = [shade(value, 7) for value in range(1, 8)]
    assert found == sorted(found)
    assert found[-1] == SHADES - 1
    assert shade(0, 7) == "none"
    assert shade(1, 1) == SHADES - 1
