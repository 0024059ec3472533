from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from catalog.model import Kind, Label, Localized, Shape, TermId, Text
from catalog.sources.draft import Rejection
from catalog.sources.geotrek.lists import Lists
from tests.catalog.sources.geotrek.answers import (
    UUID,
    draft,
    kinds,
    lists,
    read,
    texts,
    trek,
)


def said(text: Localized) -> dict[str, str]:
    return {one.lang: one.text for one in text.texts}


def test_a_trek_with_its_lists() -> None:
    found = draft(trek())
    listing = found.listing
    assert listing.id == f"geotrek:{UUID.format(7)}"
    assert listing.kinds == (Kind.ITINERARY,)
    assert said(listing.name) == {"fr": "Nom 7", "en": "Name 7"}
    place = listing.place
    assert (place.latitude, place.longitude) == (44.1, 2.1)
    assert (place.insee, place.department, place.commune) == ("81060", "81", None)
    assert place.street == ("Place du village",)
    way = listing.itinerary
    assert way is not None
    assert way.modes == ("walking",)
    assert (way.distance_m, way.ascent_m, way.descent_m) == (7606, 310, 305)
    assert (way.lowest_m, way.highest_m, way.duration_min, way.days) == (290, 600, 150, None)
    assert (way.difficulty, way.shape) == ("easy", Shape.LOOP)
    assert said(way.marking) == {"fr": "GR", "en": "GR"}
    assert way.track_url == "https://x.org/api/fr/treks/7/boucle.gpx"
    assert listing.concepts == ("walking_route", "long_distance_path")
    assert listing.labels == (Label(TermId("gr")),)
    assert listing.themes == ("geology", "geotrek:theme-contes-et-legendes")
    assert found.terms == (
        (
            TermId("geotrek:theme-contes-et-legendes"),
            Localized((Text("fr", "Contes et légendes"),)),
        ),
    )
    (source,) = listing.sources
    assert (source.creator, source.publisher) == ("Office de Tourisme", "Parc des Causses")
    assert source.updated == date(2026, 5, 17)  # 22:30 UTC is after midnight in Paris
    assert source.url == "https://x.org/api/v2/trek/7/"
    assert listing.same_as == (UUID.format(7),)
    assert found.warnings == ()


def test_only_published_languages_are_kept() -> None:
    raw = trek(
        published={"fr": True, "en": False, "it": True},
        name={"fr": "Boucle", "en": "Loop", "it": ""},
        description={"fr": "<p>Descente &agrave; gauche</p>", "en": "Left", "it": None},
        pdf={"fr": "https://x.org/a.pdf", "en": "https://x.org/b.pdf"},
    )
    listing = draft(raw).listing
    assert said(listing.name) == {"fr": "Boucle"}
    assert said(listing.description) == {"fr": "Descente à gauche"}
    assert "https://x.org/b.pdf" not in {media.url for media in listing.media}


@pytest.mark.parametrize("published", [{"fr": False, "en": False}, {}, False])
def test_what_is_published_nowhere_is_rejected(published: object) -> None:
    assert read(trek(published=published)) == Rejection(
        "geotrek", UUID.format(7), "field published: the record is published in no language"
    )


def test_a_name_that_is_only_in_an_unpublished_language() -> None:
    result = read(trek(name=texts("", "Loop"), published={"fr": True, "en": False}))
    assert isinstance(result, Rejection)
    assert result.reason == "field name: there is no name in a published language"


@pytest.mark.parametrize(
    ("hours", "minutes", "days"), [(24.0, None, 1), (48, None, 2), (1.25, 75, None), (30, None, 2)]
)
def test_durations(hours: float, minutes: int | None, days: int | None) -> None:
    way = draft(trek(duration=hours)).listing.itinerary
    assert way is not None
    assert (way.duration_min, way.days) == (minutes, days)


def test_impossible_figures_are_left_out() -> None:
    found = draft(trek(duration=0, length_2d=9e9, ascent="beaucoup", max_elevation=8848))
    way = found.listing.itinerary
    assert way is not None
    assert (way.duration_min, way.distance_m, way.ascent_m, way.highest_m) == (None,) * 4
    assert {(c.kind, c.field) for c in found.warnings} == {
        ("tour_figure_impossible", "duration"),
        ("tour_figure_impossible", "length_2d"),
        ("tour_figure_unreadable", "ascent"),
        ("tour_figure_impossible", "max_elevation"),
    }


def test_without_lists_the_ids_are_cautioned() -> None:
    found = draft(trek(), joined=Lists())
    way = found.listing.itinerary
    assert way is not None
    assert (way.modes, way.difficulty, way.shape) == ((), None, None)
    fields = {c.field for c in found.warnings if c.kind == "geotrek_id_unresolved"}
    assert fields == {
        *("practice", "difficulty", "route", "networks", "themes", "structure", "source")
    }
    assert way.distance_m == 7606


def test_an_unknown_practice_keeps_its_name() -> None:
    found = draft(trek(practice=9))
    assert found.listing.concepts[0] == "geotrek:practice-cani-rando"
    assert found.listing.itinerary is not None
    assert found.listing.itinerary.modes == ()


def test_stages_of_a_trek_of_several_days() -> None:
    joined = lists()
    joined.add_step((71, UUID.format(71)), {"fr": "Premier jour", "en": "First day"})
    joined.add_step((72, UUID.format(72)), {"fr": "Second jour"})
    found = draft(trek(children=[71, UUID.format(72), 73], duration=72), joined=joined)
    way = found.listing.itinerary
    assert way is not None
    assert said(way.stages) == {
        "fr": "1. Premier jour – 2. Second jour",
        "en": "1. First day – 2. Second jour",
    }
    assert way.days == 3
    assert [c.detail for c in found.warnings if c.kind == "stage_not_in_source"] == ["73"]


def test_texts_for_the_way() -> None:
    found = draft(
        trek(
            arrival=texts("Gare de Carmaux"),
            access=texts("<p>Par la D 91</p>"),
            advised_parking=texts("Parking du stade"),
            public_transport=texts("Bus 702", "Bus 702 to the station"),
            ambiance=texts("<p>Un vallon calme.</p>"),
            description=texts("<ol><li>Partir &agrave; droite</li><li>Tourner</li></ol>"),
            description_teaser=texts("Court"),
            accessibility_covering=texts("Terre battue"),
            disabled_infrastructure=texts("Rampe au départ"),
            accessibilities=[1, 2],
            labels=[1, 3, 5],
            web_links=[{"name": texts("Le refuge"), "url": "http://refuge.example.fr"}],
        )
    )
    listing = found.listing
    practical = said(listing.practical)
    assert practical["fr"].split("\n\n") == [
        "Place du village → Gare de Carmaux",
        "Par la D 91",
        "Parking du stade",
        "Bus 702",
        "Tenez-le en laisse.",
        "Le refuge – http://refuge.example.fr",
    ]
    assert practical["en"] == "Bus 702 to the station"
    assert said(listing.description)["fr"] == "Un vallon calme.\n\n• Partir à droite\n• Tourner"
    assert said(listing.summary) == {"fr": "Court"}
    assert listing.itinerary is not None
    assert said(listing.itinerary.surface) == {"fr": "Terre battue"}
    assert listing.access.wheelchair is True
    assert said(listing.access.note)["fr"] == "Fauteuil roulant\n\nPoussette\n\nRampe au départ"
    assert listing.pets is True
    assert [label.id for label in listing.labels] == [
        "gr",
        "natura2000",
        "geotrek:label-coin-calme",
    ]


def test_words_on_access_are_never_a_yes() -> None:
    found = draft(trek(disabled_infrastructure=texts("Fauteuil roulant : impossible")))
    assert found.listing.access.wheelchair is None


def test_attachments_keep_credit_and_licence() -> None:
    picture = {
        "type": "image",
        "author": "Anne Onyme",
        "license": "CC BY-SA",
        "legend": "Le col",
        "title": "img-1",
        "url": "https://x.org/a.jpg",
    }
    film = {"type": "video", "author": "", "license": None, "legend": "", "url": "https://y.org/v"}
    (sheet, *media) = reversed(draft(trek(attachments=[film, picture])).listing.media)
    assert [one.url for one in reversed(media)][:2] == ["https://y.org/v", "https://x.org/a.jpg"]
    first, second = draft(trek(attachments=[film, picture])).listing.media[:2]
    assert (first.main, second.main) == (False, True)
    assert (second.credit, second.licence, second.mime) == ("Anne Onyme", "CC BY-SA", "image/jpeg")
    assert said(second.title) == {"fr": "Le col"}
    assert sheet.mime == "application/vnd.google-earth.kml+xml"


def test_addresses_without_a_site_are_cautioned_once_a_field() -> None:
    pictures = [{"url": f"/media/{number}.jpg"} for number in range(9)]
    found = draft(trek(pictures=pictures, gpx="/api/trek/trek-7.gpx", kml="", pdf=None))
    assert found.listing.media == ()
    assert found.listing.itinerary is not None
    assert found.listing.itinerary.track_url is None
    fields = [c.field for c in found.warnings if c.kind == "link_without_site"]
    assert sorted(fields) == ["gpx", "pictures"]


def test_a_trek_of_the_first_api() -> None:
    raw = {
        "pk": 903,
        "name": "Le lac",
        "published": True,
        "geometry": {"type": "LineString", "coordinates": [[6.28, 44.84], [6.29, 44.85]]},
        "duration": 5.25,
        "length": 10839.8,
        "ascent": 1038,
        "descent": -1035,
        "difficulty": {"id": 4, "label": "Difficile"},
        "route": {"id": 2, "label": "Aller-retour"},
        "usages": [{"id": 4, "label": "A pied"}, {"id": 1, "label": "VTT"}],
        "networks": [{"id": 2, "name": "PR"}],
        "themes": [{"id": 8, "label": "Lac et glacier"}],
        "cities": [{"code": "05064", "name": "La Chapelle"}],
        "description": "<p>Monter.</p>",
    }
    found = draft(raw, joined=Lists())
    listing = found.listing
    assert listing.id == "geotrek:trek-903"
    way = listing.itinerary
    assert way is not None
    assert way.modes == ("walking", "mountain_biking")
    assert (way.difficulty, way.shape) == ("hard", Shape.THERE_AND_BACK)
    assert (way.distance_m, way.duration_min) == (10840, 315)
    assert said(way.marking) == {"fr": "PR"}
    assert listing.themes == ("lake",)
    assert (listing.place.insee, listing.place.commune) == ("05064", "La Chapelle")
    assert said(listing.description) == {"fr": "Monter."}
    assert found.warnings[-1:] == () or kinds(found) == {"markup_removed"}


def test_communes_by_id_of_newer_versions() -> None:
    joined = lists()
    joined.add("city", {"id": 12, "code": "81060", "name": "Carmaux", "published": True})
    raw = trek(
        departure_city=12, departure_city_code=None, cities=[12, 13], city_codes=["81060", "81170"]
    )
    place = draft(raw, joined=joined).listing.place
    assert (place.insee, place.commune) == ("81060", "Carmaux")
    alone = draft(raw | {"departure_city_code": "81060"}, joined=lists()).listing.place
    assert (alone.insee, alone.commune) == ("81060", None)


def test_of_several_communes_without_departure_the_first() -> None:
    found = draft(trek(departure_city=None))
    assert found.listing.place.insee == "81060"
    assert "several_communes" in kinds(found)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"geometry": None, "departure_geom": None}, "states no coordinates"),
        ({"departure_geom": [650000.0, 6300000.0]}, "metres of a projection"),
        ({"geometry": "SRID=2154;POINT(650000 6300000)", "departure_geom": None}, "EPSG:2154"),
        ({"departure_geom": [-70.0, 10.0]}, "not in France"),
    ],
)
def test_no_place_no_listing(fields: dict[str, Any], reason: str) -> None:
    result = read(trek(**fields))
    assert isinstance(result, Rejection)
    assert reason in result.reason


def test_ids_from_elsewhere() -> None:
    found = draft(trek(external_id="ITIMPY0810000001", second_external_id="4833997"))
    assert found.listing.same_as == (UUID.format(7), "ITIMPY0810000001", "4833997")
