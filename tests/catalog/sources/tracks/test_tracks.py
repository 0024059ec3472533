from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind, Shape
from catalog.sources.draft import Draft, Rejection
from catalog.sources.formats import open_source
from catalog.sources.tracks.modes import MODES, ROUTES
from catalog.vocabulary import concepts
from tests.catalog.sources.tracks.making import (
    WAY,
    Spot,
    cautions,
    drafts,
    gpx,
    kml,
    placemark,
    results,
    track,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path


def shifted(north: float, spots: tuple[Spot, ...] = tuple(WAY)) -> list[Spot]:
    return [(spot[0] + north, *spot[1:]) for spot in spots]


def test_a_track(tmp_path: Path) -> None:
    inside = (
        "<name>  Le sentier des <![CDATA[<b>meules</b>]]> </name><desc>Suivre le jaune.</desc>"
        '<link href="https://rando.example/traces/meules.gpx"><text>Jean Martin</text></link>'
        "<type>Hiking</type><extensions><name>no</name></extensions>"
    )
    meta = (
        "<metadata><name>Fichier</name><author><name>Jean Martin</name>"
        '<link href="https://x.example/user/jean"/></author><copyright author="Jean Martin">'
        "<license>https://creativecommons.org/licenses/by/4.0/</license></copyright>"
        '<link href="https://www.komoot.de"/></metadata>'
        '<wpt lat="44.0" lon="2.0"><name>Jean</name></wpt>'
    )
    path = written(tmp_path / "meules 2.gpx", gpx(meta, track(WAY, inside=inside)))
    (draft,) = drafts(path)
    listing = draft.listing
    assert listing.kinds == (Kind.ITINERARY,)
    assert [text.text for text in listing.name.texts] == ["Le sentier des meules"]
    assert (listing.place.latitude, listing.place.longitude) == (44.05, 2.15)
    assert listing.concepts == ("walking_route",)
    assert listing.description.texts[0].text == "Suivre le jaune."
    facts = listing.itinerary
    assert facts is not None
    assert facts.modes == ("walking",)
    assert facts.distance_m == 1911
    assert (facts.ascent_m, facts.descent_m) == (50, 20)
    assert (facts.lowest_m, facts.highest_m, facts.shape) == (250, 300, Shape.ONE_WAY)
    assert facts.duration_min is None
    assert listing.same_as == (
        "meules 2",
        "meules 2.gpx",
        "https://rando.example/traces/meules.gpx",
        "meules.gpx",
    )
    assert listing.sources[0].licence == "https://creativecommons.org/licenses/by/4.0/"
    assert "Jean" not in repr(draft)
    assert "Dupont" not in repr(draft)
    assert "komoot" not in repr(draft)
    assert "2026-07-30" not in repr(draft)
    assert listing.id.startswith("track:meules-2-")
    assert open_source(path).label == "track file (gpx)"


def test_gpx_1_0_routes_and_prefixes(tmp_path: Path) -> None:
    points = "".join(f'<rtept lat="{spot[0]}" lon="{spot[1]}"/>' for spot in WAY)
    text = gpx("<name>Ancien</name><author>M. X</author>", f"<rte>{points}</rte>", version="1/0")
    (draft,) = drafts(written(tmp_path / "a.gpx", text))
    assert draft.listing.name.texts[0].text == "Ancien"
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.distance_m == 1911
    assert draft.listing.itinerary.ascent_m is None
    prefixed = gpx(track(WAY)).replace("<", "<g:").replace("<g:/", "</g:").replace("<g:?", "<?")
    path = written(tmp_path / "b.gpx", prefixed.replace("xmlns=", "xmlns:g="))
    assert len(drafts(path)) == 1


def test_the_id_of_another_source_in_names_and_links(tmp_path: Path) -> None:
    uuid = "23aa12bc-0c1d-4e5f-8a9b-0123456789ab"
    text = gpx(
        track(
            WAY,
            inside=f'<name>SITRA2_EQU_123456</name><desc>x</desc><link href="https://x.fr/{uuid}"/>',
        )
    )
    (draft,) = drafts(written(tmp_path / "circuit_ITILAR034V50ABCD.gpx", text))
    assert draft.listing.same_as[:3] == ("SITRA2_EQU_123456", uuid, "ITILAR034V50ABCD")
    assert not draft.listing.description


def test_several_tracks_in_a_file(tmp_path: Path) -> None:
    names = "<name>Un</name>", "<name>Deux</name>"
    text = gpx(track(WAY, inside=names[0]), track(shifted(0.1), inside=names[1]))
    first, second = drafts(written(tmp_path / "a.gpx", text))
    assert [draft.listing.name.texts[0].text for draft in (first, second)] == ["Un", "Deux"]
    assert second.listing.id.endswith(".2")
    assert first.listing.same_as == second.listing.same_as == ()


def test_tracks_that_go_on_are_one(tmp_path: Path) -> None:
    middle = WAY[1]
    parts = track(WAY[:2]), "<trk></trk>", track([middle, WAY[2]])
    empty, whole = results(written(tmp_path / "a.gpx", gpx(*parts)))
    assert isinstance(empty, Rejection)
    assert empty.id == "a, track 2"
    assert isinstance(whole, Draft)
    assert whole.listing.itinerary is not None
    assert whole.listing.itinerary.distance_m == 1911
    named = track(WAY[:2], inside="<name>Un</name>"), track(WAY[1:], inside="<name>Deux</name>")
    assert len(drafts(written(tmp_path / "b.gpx", gpx(*named)))) == 2
    loops = track([*WAY, WAY[0]]), track([WAY[0], *shifted(-0.01), WAY[0]])
    assert len(drafts(written(tmp_path / "c.gpx", gpx(*loops)))) == 2


def test_gaps_are_not_counted(tmp_path: Path) -> None:
    text = gpx(track(WAY, shifted(0.05), [WAY[0]]))
    (draft,) = drafts(written(tmp_path / "a.gpx", text))
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.distance_m in (3821, 3822)
    assert draft.listing.itinerary.ascent_m == 100
    assert cautions(draft) == ["name_from_file", "track_with_gaps"]
    assert draft.warnings[1].detail == "1"
    close = gpx(track(WAY[:2], WAY[1:]))
    (draft,) = drafts(written(tmp_path / "b.gpx", close))
    assert draft.listing.itinerary is not None
    assert (draft.listing.itinerary.distance_m, cautions(draft)) == (1911, ["name_from_file"])


@pytest.mark.parametrize("wild", [(4.406, 2.155), (44.06, 0.2155), (89.0, 179.0)])
def test_a_point_that_leaps_away_is_left_out(tmp_path: Path, wild: Spot) -> None:
    spots = [*WAY[:2], wild, WAY[2]]
    (draft,) = drafts(written(tmp_path / "a.gpx", gpx(track(spots))))
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.distance_m == 1911
    assert cautions(draft) == ["name_from_file", "track_points_left_out"]


def test_points_and_heights_that_are_none(tmp_path: Path) -> None:
    text = gpx(track([*WAY, (44.07, 2.16, 99_999.0)])).replace('lat="44.06" lon="2.16"', 'lat="x"')
    (draft,) = drafts(written(tmp_path / "a.gpx", text))
    assert cautions(draft) == ["name_from_file", "track_points_left_out", "track_heights_left_out"]
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.highest_m is None  # one in three has no height


def test_heights_of_zero_are_no_heights(tmp_path: Path) -> None:
    flat: list[Spot] = [(spot[0], spot[1], 0.0) for spot in WAY]
    (draft,) = drafts(written(tmp_path / "a.kml", kml(placemark(flat, "Canal"))))
    assert draft.listing.itinerary is not None
    assert (draft.listing.itinerary.ascent_m, draft.listing.itinerary.lowest_m) == (None, None)
    assert draft.listing.itinerary.distance_m == 1911


def test_exchanged_coordinates(tmp_path: Path) -> None:
    spots: list[Spot] = [(spot[1], spot[0]) for spot in WAY]
    (draft,) = drafts(written(tmp_path / "a.gpx", gpx(track(spots))))
    assert draft.listing.place.latitude == 44.05
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.distance_m == 1911
    assert "coordinates_exchanged" in cautions(draft)


def test_outside_france(tmp_path: Path) -> None:
    spots: list[Spot] = [(-33.0, 151.0), (-33.01, 151.0)]
    (rejection,) = results(written(tmp_path / "a.gpx", gpx(track(spots))))
    assert isinstance(rejection, Rejection)
    assert "is not in France" in rejection.reason


@pytest.mark.parametrize(
    "inside",
    [
        *("", "<trk/>", "<trk><trkseg/></trk>", "<rte/>", '<wpt lat="44" lon="2"/>'),
        *(track([WAY[0]]), track([WAY[0], WAY[0]]), track([WAY[0]], [WAY[1]])),
    ],
)
def test_no_track(tmp_path: Path, inside: str) -> None:
    (rejection,) = results(written(tmp_path / "a.gpx", gpx(inside)))
    assert isinstance(rejection, Rejection)
    assert rejection.id == "a"


def test_kml(tmp_path: Path) -> None:
    area = placemark([*WAY, WAY[0]], "Zone", "LinearRing")
    gx = "".join(f"<gx:coord>{spot[1]} {spot[0]} {spot[2]}</gx:coord>" for spot in WAY)  # type: ignore[misc]
    text = kml(
        placemark([WAY[0]], "Départ", "Point"),
        placemark(WAY, "Un"),
        f"<Folder><name>x</name><Placemark><name>Deux</name><gx:Track>{gx}</gx:Track></Placemark>"
        "</Folder>",
        area,
        "<NetworkLink><Link><href>http://127.0.0.1:1/x.kml</href></Link></NetworkLink>",
    )
    first, second = drafts(written(tmp_path / "a.kml", text))
    assert [draft.listing.name.texts[0].text for draft in (first, second)] == ["Un", "Deux"]
    for draft in (first, second):
        assert draft.listing.itinerary is not None
        assert (draft.listing.itinerary.distance_m, draft.listing.itinerary.ascent_m) == (1911, 50)


def test_long_coordinates_come_in_pieces(tmp_path: Path) -> None:
    spots: list[Spot] = [(44.0 + n * 1e-5, 2.0, 100.0) for n in range(20_000)]
    (draft,) = drafts(written(tmp_path / "a.kml", kml(placemark(spots, "Long"))))
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.distance_m == pytest.approx(19_999 * 1.11195, abs=2)
    assert cautions(draft) == []


def test_kmz_and_zip(tmp_path: Path) -> None:
    path = tmp_path / "boucle.kmz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("doc.kml", kml(placemark(WAY, "Un")))
        archive.writestr("files/a.png", b"x")
    (draft,) = drafts(path)
    assert draft.listing.same_as == ("boucle", "boucle.kmz")
    path = tmp_path / "traces.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/un.gpx", gpx(track(WAY)))
        archive.writestr("b/deux.gpx", gpx(track(WAY)))
        archive.writestr("b/trois.gpx", gpx("<trk>"))
        archive.writestr("../quatre.gpx", gpx(track(WAY)))
    found = results(path)
    ids = [item.id if isinstance(item, Rejection) else item.listing.id for item in found]
    assert [id.partition("-")[0] for id in ids] == ["track:un", "track:deux", "b/trois.gpx"]


def test_ids_are_stable_and_apart(tmp_path: Path) -> None:
    ids = set()
    for folder, north in (("a", 0.0), ("b", 1.0)):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "trace.gpx"
        (draft,) = drafts(written(path, gpx(track(shifted(north)))))
        (again,) = drafts(written(path, gpx(track(shifted(north), inside="<name>x</name>"))))
        assert again.listing.id == draft.listing.id
        ids.add(draft.listing.id)
    assert len(ids) == 2


def test_an_unknown_way_of_moving_is_told(tmp_path: Path) -> None:
    text = gpx(track(WAY, inside="<type>snowshoe</type>"))
    (draft,) = drafts(written(tmp_path / "a.gpx", text))
    assert draft.listing.itinerary is not None
    assert draft.listing.itinerary.modes == draft.listing.concepts == ()
    assert ("unknown_term", "snowshoe") in [(c.kind, c.detail) for c in draft.warnings]


def test_modes_are_concepts() -> None:
    assert {*MODES.values(), *ROUTES, *ROUTES.values()} <= set(concepts())


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = gpx(track(WAY, inside="<name>Été</name>"))
    if encoding == "iso-8859-1":
        text = text.replace("UTF-8", encoding)
    elif encoding == "utf-16":
        text = text.replace("UTF-8", "UTF-16")
    (draft,) = drafts(written(tmp_path / "a.gpx", text.encode(encoding)))
    assert draft.listing.name.texts[0].text == "Été"
    assert cautions(draft) == (["encoding_repaired"] if encoding == "cp1252" else [])
