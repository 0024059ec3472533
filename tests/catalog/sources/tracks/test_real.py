"""The real tracks, compared with another hand's reading (gpxpy) and with a naive count."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from catalog.errors import Unreadable
from catalog.geo import Point
from catalog.model import Shape
from catalog.sources.draft import Draft, Rejection
from catalog.sources.tracks.measure import Vertex, measure
from tests.catalog.sources.tracks.making import cautions, drafts, results

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA: Final = Path(__file__).resolve().parents[5] / "shared" / "data" / "itineraries"
RECORDED: Final = sorted((DATA / "gpx").rglob("*.gpx"))
CASES: Final = DATA / "geotrek-admin-fixtures" / "geotrek" / "trekking" / "tests" / "data"

pytestmark = pytest.mark.skipif(
    not (RECORDED and CASES.exists()), reason="the real tracks are not in ../shared/data"
)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recorded_tracks(path: Path) -> None:
    import gpxpy

    text = path.read_text(encoding="utf-8")
    (other,) = gpxpy.parse(text).tracks
    (draft,) = drafts(path)
    facts = draft.listing.itinerary
    assert facts is not None
    assert facts.distance_m == pytest.approx(other.length_2d(), rel=0.002)
    heights = [float(raw) for raw in re.findall(r"<ele>(.*?)</ele>", text)]
    assert len(heights) == text.count("<trkpt ")
    assert (facts.lowest_m, facts.highest_m) == (round(min(heights)), round(max(heights)))
    rises = sum(max(0.0, after - before) for before, after in pairwise(heights))
    assert facts.ascent_m is not None
    assert facts.descent_m is not None
    assert 0.7 * rises < facts.ascent_m <= rises
    net = heights[-1] - heights[0]
    assert facts.ascent_m - (facts.descent_m or 0) == pytest.approx(net, abs=10)
    assert draft.listing.name.texts[0].text in path.stem
    assert facts.modes[0] in ("cycling", "mountain_biking")
    apart = other.segments[0].points[0].distance_2d(other.segments[0].points[-1])
    assert (facts.shape is Shape.LOOP) == (apart is not None and apart < 100)
    assert cautions(draft) == []


EXPECTED: Final = {
    "apidae_test_trek.gpx": (1, 0, []),
    "trace_with_multiple_continuous_features.gpx": (1, 0, []),
    "trace_with_multiple_continuous_features_and_one_empty.gpx": (1, 1, []),
    "trace_with_multiple_not_continuous_features.gpx": (2, 0, []),
    "trace_with_no_feature.gpx": (0, 1, []),
    "trace_with_not_continuous_segments.gpx": (
        1,
        0,
        ["track_points_left_out", "track_with_gaps"],
    ),
    "trace_with_only_two_duplicate_track_points.gpx": (0, 1, []),
    "trace_with_route_points.gpx": (1, 0, []),
    "trace_with_single_point_segment.gpx": (1, 0, []),
    "trace.kml": (1, 0, []),
    "trace_with_no_line.kml": (0, 1, []),
    "trace_with_only_two_duplicate_coordinates.kml": (0, 1, []),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_broken_cases(name: str) -> None:
    read, rejected, told = EXPECTED[name]
    found = results(CASES / "apidae_trek_parser" / name)
    assert sum(isinstance(item, Draft) for item in found) == read
    assert sum(isinstance(item, Rejection) for item in found) == rejected
    warned = {kind for item in found if isinstance(item, Draft) for kind in cautions(item)}
    assert warned - {"name_from_file"} == set(told)


def test_files_that_are_not_well_formed() -> None:
    for name in ("file_bad_encoding.kml", "file_good_encoding.kml"):  # both hold a bare "&"
        with pytest.raises(Unreadable, match="line 5"):
            results(CASES / name)


def lines(path: Path) -> Iterator[tuple[dict[str, Any], list[Vertex]]]:
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        spots = feature["geometry"]["coordinates"]
        yield feature["properties"], [Vertex(Point(spot[1], spot[0])) for spot in spots]


def test_lengths_and_shapes_that_producers_state() -> None:
    """Eight hikes of the Cévennes and 58 of the Écrins: the lines with what is said of them."""
    for stated, leg in lines(DATA / "schema_randonnee" / "exemple-valide.json"):
        facts = measure([leg])
        assert facts.distance_m == pytest.approx(stated["longueur"], rel=0.025)
        assert facts.shape in (Shape.LOOP, None)
    said = {"Boucle": Shape.LOOP, "Aller-retour": Shape.THERE_AND_BACK, "Traversée": Shape.ONE_WAY}
    same = different = 0
    for stated, leg in lines(DATA / "geotrek-ecrins" / "trek.geojson"):
        facts = measure([leg])
        assert facts.distance_m == pytest.approx(stated["length"], rel=0.15)
        expected = said.get(stated["route"]["label"])
        same += facts.shape is expected
        different += facts.shape not in (expected, None)
    assert same >= 50
    assert different <= 6
