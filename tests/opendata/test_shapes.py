"""Boundaries: in degrees, small, and of the asked areas alone."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.case.data import outlines_of
from kit.errors import InputError
from kit.opendata import shapes
from kit.opendata.read import read

SQUARE = [[4.77, 51.59], [4.78, 51.59], [4.78, 51.60], [4.77, 51.60], [4.77, 51.59]]


def collection(*rings, code="BU07580100", key="buurtcode", form="Polygon"):
    coordinates = [list(rings)] if form == "MultiPolygon" else list(rings)
    feature = {
        "type": "Feature",
        "properties": {"naam": "Belcrum", key: code},
        "geometry": {"type": form, "coordinates": coordinates},
    }
    return {"type": "FeatureCollection", "features": [feature]}


def circle(points, radius=0.01):
    turns = [2 * math.pi * n / points for n in range(points)]
    ring = [(4.77 + radius * math.cos(turn), 51.59 + radius * math.sin(turn)) for turn in turns]
    return [*ring, ring[0]]


@pytest.mark.parametrize(
    ("x", "y", "east", "north"),
    [
        (155_000, 463_000, 5.38720621, 52.15517440),  # Amersfoort, where the grid begins
        (120_700.723, 487_525.501, 4.88352559, 52.37453253),  # Westertoren, Amsterdam
        (233_883.131, 582_065.167, 6.56820053, 53.21938317),  # Martinitoren, Groningen
    ],
)
def test_metres_of_the_dutch_grid_become_degrees(x, y, east, north):
    """The towers are the examples of the paper that the factors come from."""
    assert shapes.to_degrees(x, y) == pytest.approx((east, north), abs=1e-7)


@pytest.mark.parametrize("form", ["Polygon", "MultiPolygon"])
@pytest.mark.parametrize("key", ["buurtcode", "area", "BU_CODE", "statcode"])
def test_the_code_is_found_by_what_it_looks_like(saved, form, key):
    told = collection(SQUARE, key=key, form=form)
    reading = read(saved(json.dumps(told), "grenzen.geojson"))
    assert reading.form == "boundaries of 1 areas"
    assert list(reading.shapes) == ["BU07580100"]


def test_the_code_of_the_area_itself_is_taken_and_not_of_what_it_lies_in(saved):
    """A map of neighbourhoods names the municipality and the district of each, and often first."""
    told = collection(SQUARE, key="buurtcode")
    told["features"][0]["properties"] = {
        "gemeentecode": "GM0758",
        "buurtcode": "BU07580100",
        "wijkcode": "WK075801",
    }
    assert list(read(saved(json.dumps(told), "grenzen.geojson")).shapes) == ["BU07580100"]


def test_boundaries_in_metres_are_turned(saved):
    ring = [[112_000, 401_000], [113_000, 401_000], [113_000, 402_000], [112_000, 401_000]]
    reading = read(saved(json.dumps(collection(ring)), "rd.geojson"))
    east, north = reading.shapes["BU07580100"][0][0][0]
    assert (east, north) == pytest.approx((4.7627, 51.5961), abs=0.01)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (collection([[51.59, 4.77]] * 4), r"features\[0\]: .*north stands before east; download .* WGS 84"),
        (collection([[500_000, 6_700_000]] * 4), r"is not in the Netherlands; download .*RD \(EPSG:28992\)"),
        (collection(SQUARE, code="Belcrum"), "no property holds the code of every area"),
        (collection("here"), r"features\[0\]: expected a Polygon or a MultiPolygon"),
        ({"type": "FeatureCollection", "features": []}, "no property holds the code"),
    ],
)
def test_what_can_not_be_drawn_is_refused_with_what_to_do(saved, told, said):
    with pytest.raises(InputError, match=said):
        read(saved(json.dumps(told), "grenzen.geojson"))


@pytest.mark.parametrize("properties", [None, {}, [], {"buurtcode": " "}])
def test_a_boundary_without_a_code_is_refused_with_its_number(saved, properties):
    told = collection(SQUARE)
    told["features"].append({**told["features"][0], "properties": properties})
    with pytest.raises(InputError, match=r"features\[1\]: no code under 'buurtcode'; download"):
        read(saved(json.dumps(told), "grenzen.geojson"))


@pytest.mark.parametrize("features", [None, 3, {"a": 1}, [None], ["a"], [{"properties": None}]])
def test_a_collection_of_nothing_is_refused(saved, features):
    with pytest.raises(InputError, match="no property holds the code of every area"):
        read(saved(json.dumps({"type": "FeatureCollection", "features": features}), "grenzen.geojson"))


def test_only_the_asked_areas_stay_and_a_case_reads_them(tmp_path):
    found = {"BU07580100": [[circle(40)]], "BU07580101": [[circle(40)]]}
    path = tmp_path / "areas.geojson"
    path.write_text(shapes.small(found, ["BU07580100"]), encoding="utf-8")
    assert list(outlines_of(path, ["BU07580100"])) == ["BU07580100"]
    points = json.loads(path.read_text(encoding="utf-8"))["features"][0]["geometry"]["coordinates"][0]
    assert all(round(value, 5) == value for point in points for value in point)


def test_boundaries_get_simpler_until_they_are_small_enough():
    found = {f"BU0758{n:04}": [[circle(2000)]] for n in range(5)}
    text = shapes.small(found, found, most=5_000)
    assert 500 < len(text) <= 5_000
    assert len(json.loads(text)["features"]) == 5


def test_a_hole_that_nobody_sees_goes_but_an_outline_stays():
    found = {"BU07580100": [[circle(50), circle(50, radius=0.000001)]]}
    assert len(json.loads(shapes.small(found, found))["features"][0]["geometry"]["coordinates"]) == 1
    tiny = {"BU07580100": [[circle(8, radius=0.000001)]]}
    assert json.loads(shapes.small(tiny, tiny))["features"][0]["geometry"]["coordinates"]


def test_many_small_areas_end_with_an_error_and_not_never():
    found = {f"BU{n:08}": [[circle(4)]] for n in range(50)}
    with pytest.raises(InputError, match="choose fewer areas"):
        shapes.small(found, found, most=1_000)


@given(st.lists(st.tuples(st.floats(4, 5), st.floats(51, 52)), min_size=3, max_size=40), st.floats(0, 0.1))
def test_a_simpler_ring_is_closed_and_has_points_of_the_old_one(points, tolerance):
    ring = [*points, points[0]]
    simple = shapes.simpler(ring, tolerance)
    assert simple[0] == simple[-1] == ring[0]
    assert set(simple) <= set(ring)


def test_a_point_that_lies_off_the_line_stays():
    ring = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (2.0, 1.0), (1.0, 1.5), (0.0, 1.0), (0.0, 0.0)]
    simple = shapes.simpler(ring, 0.01)
    assert (1.0, 0.001) not in simple
    assert (1.0, 1.5) in simple
