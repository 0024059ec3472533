"""A track file that belongs to a walk of another source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.catalog.refresh.merge.test_merging import record, refreshed

if TYPE_CHECKING:
    from pathlib import Path

GPX = """<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
<trk><name>Trace du 3 mai</name><trkseg>
<trkpt lat="44.0500" lon="2.1600"><ele>250</ele></trkpt>
<trkpt lat="44.0600" lon="2.1600"><ele>330</ele></trkpt>
<trkpt lat="44.0600" lon="2.1700"><ele>300</ele></trkpt>
<trkpt lat="44.0500" lon="2.1601"><ele>250</ele></trkpt>
</trkseg></trk></gpx>
"""
WALK = record(id="verriers", kind="itinerary", concept="walking_route", name="Sentier des verriers")


URL = "https://x.example/traces/sentier-verriers-81.gpx"


def lay(tmp_path: Path, file: str) -> None:
    """A track among the files of every refresh."""
    folder = tmp_path / "data" / "overlay"
    folder.mkdir(parents=True)
    (folder / file).write_text(GPX, encoding="utf-8")


def test_by_the_address_of_its_track(tmp_path: Path) -> None:
    lay(tmp_path, "sentier-verriers-81.gpx")
    walk = WALK + f'[listing.itinerary]\nmodes = ["walking"]\ntrack = "{URL}"\n'
    report, catalogue = refreshed(tmp_path, segala=walk)
    with catalogue:
        assert (report.listings, report.merged) == (1, 1)
        found = catalogue.find("segala:verriers")
        assert found is not None
        assert found.name.texts[0].text == "Sentier des verriers"
        assert found.itinerary is not None
        assert 3000 < (found.itinerary.distance_m or 0) < 3300
        assert found.origin("itinerary.distance_m").name == "track"
        assert found.origin("itinerary.modes").name == "segala"
        assert found.itinerary.track_url == URL


def test_what_the_producer_states_comes_before_what_is_measured(tmp_path: Path) -> None:
    lay(tmp_path, "sentier-verriers-81.gpx")
    report, catalogue = refreshed(
        tmp_path, segala=WALK + f'[listing.itinerary]\nkm = 2.9\ntrack = "{URL}"\n'
    )
    with catalogue:
        assert report.merged == 1
        found = catalogue.find("segala:verriers")
        assert found is not None
        assert found.itinerary is not None
        assert found.itinerary.distance_m == 2900
        assert found.itinerary.ascent_m == 80
        assert found.origin("itinerary.ascent_m").name == "track"


def test_a_track_of_nothing_known_is_a_walk_of_its_own(tmp_path: Path) -> None:
    lay(tmp_path, "autre-trace-2026.gpx")
    report, catalogue = refreshed(tmp_path, segala=WALK)
    catalogue.close()
    assert (report.listings, report.merged) == (2, 0)
