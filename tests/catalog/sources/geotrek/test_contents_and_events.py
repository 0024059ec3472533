from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from catalog.model import Handicap, Kind, Period, Slot, TermId
from catalog.sources.draft import Rejection
from catalog.sources.geotrek.lists import Family
from tests.catalog.sources.geotrek.answers import (
    content,
    draft,
    event,
    kinds,
    lists,
    read,
    record,
    texts,
)


def test_a_content_is_what_its_category_and_types_say() -> None:
    found = draft(content(), Family.CONTENT)
    assert found.listing.kinds == (Kind.LODGING,)
    assert found.listing.concepts == ("stage_shelter",)
    (contact,) = found.listing.contacts
    assert contact.emails == ("Gite@example.fr",)
    assert contact.websites == ("http://www.gite.example.fr",)
    assert contact.phones == ()


def test_free_text_contacts_are_never_read() -> None:
    found = draft(content(), Family.CONTENT)
    assert "Dupont" not in repr(found)
    assert "06 12" not in repr(found)
    assert "contact_in_free_text" in kinds(found)


def test_a_content_of_unknown_category() -> None:
    found = draft(content(category=99, types={"9901": [5]}), Family.CONTENT)
    assert found.listing.kinds == (Kind.ATTRACTION,)
    assert {"class_unknown", "geotrek_id_unresolved"} <= kinds(found)


def test_published_as_a_single_word() -> None:
    assert isinstance(read(content(published=False), Family.CONTENT), Rejection)


def test_the_label_of_accessibility() -> None:
    joined = lists()
    joined.add(
        "label_accessibility", {"id": 3, "label": texts("Tourisme et Handicap moteur et visuel")}
    )
    found = draft(content(label_accessibility=3), Family.CONTENT, joined)
    assert [label.id for label in found.listing.labels] == ["tourisme_handicap"]
    assert found.listing.access.marks == (Handicap.MOTOR, Handicap.VISUAL)
    assert found.listing.access.wheelchair is None


def test_a_poi_is_a_place_or_tells_of_something() -> None:
    lake = record(40, type=6, type_label=texts("Lac", "Lake"), description=texts("<b>Bleu</b>"))
    assert draft(lake, Family.POI).listing.concepts == ("lake",)
    fauna = draft(record(41, type=3, type_label=texts("Faune", "Fauna")), Family.POI).listing
    assert (fauna.kinds, fauna.concepts, fauna.themes) == ((Kind.ATTRACTION,), (), ("nature",))
    refuge = draft(record(42, type=5, type_label=texts("Refuge")), Family.POI).listing
    assert refuge.kinds == (Kind.LODGING,)
    own = draft(record(43, type=9, type_label=texts("Légende")), Family.POI)
    assert own.listing.themes == ("geotrek:poi-legende",)


def test_a_service_is_named_by_its_type() -> None:
    joined = lists()
    types = [("Eau potable", "Drinking water"), ("Descente pentue", "Steep descent"), ("Four", "")]
    for number, names in enumerate(types, start=1):
        joined.add("service_type", {"id": number, "name": texts(*names), "practices": []})
    raw = {"id": 5, "eid": None, "geometry": record(1)["geometry"], "structure": 1, "type": 1}
    raw["uuid"] = record(50)["uuid"]
    water = draft(raw, Family.SERVICE, joined).listing
    assert (water.kinds, water.concepts) == ((Kind.SERVICE,), ("drinking_water",))
    assert [(text.lang, text.text) for text in water.name.texts] == [
        ("fr", "Eau potable"),
        ("en", "Drinking water"),
    ]
    steep = read(raw | {"type": 2}, Family.SERVICE, joined)
    assert isinstance(steep, Rejection)
    assert "no place to go to" in steep.reason
    oven = draft(raw | {"type": 3}, Family.SERVICE, joined)
    assert oven.listing.concepts == ("geotrek:service-four",)
    nameless = read(raw, Family.SERVICE, None)
    assert isinstance(nameless, Rejection)
    assert nameless.reason == "field type: there is no name in a published language"


def desk(**fields: Any) -> dict[str, Any]:
    return {
        "id": 60,
        "uuid": record(60)["uuid"],
        "name": texts("Office de tourisme de Carmaux"),
        "latitude": 44.05,
        "longitude": 2.16,
        "street": "33 place  Gambetta",
        "postal_code": "81400",
        "municipality": "Carmaux",
        "phone": "05 63 76 76 67",
        "website": "https://maps.example.org/@44.05,2.16,15z",
        "email": None,
        "photo_url": "https://x.org/desk.jpg",
        "type": {"id": 3, "label": texts("Office du tourisme")},
        "description": texts("Ouvert."),
    } | fields


def test_an_information_desk() -> None:
    listing = draft(desk(), Family.DESK).listing
    assert (listing.kinds, listing.concepts) == ((Kind.OFFICE,), ("tourist_office",))
    assert listing.place.street == ("33 place Gambetta",)
    assert (listing.place.postcode, listing.place.commune) == ("81400", "Carmaux")
    (contact,) = listing.contacts
    assert contact.phones == ("+33563767667",)
    assert contact.websites == ("https://maps.example.org/@44.05%2C2.16%2C15z",)
    assert listing.media[0].main


def test_a_desk_without_coordinates() -> None:
    result = read(desk(latitude=None, longitude=None), Family.DESK)
    assert isinstance(result, Rejection)
    assert result.reason == "field latitude: the record states no coordinates"


def test_an_event() -> None:
    found = draft(event(), Family.EVENT)
    listing = found.listing
    assert (listing.kinds, listing.concepts) == ((Kind.EVENT,), ("concert",))
    assert listing.dates == (
        Period(
            start=date(2026, 7, 1),
            end=date(2026, 7, 3),
            slots=(Slot(time(15, 45), time(16, 45)),),
        ),
    )
    assert listing.audience == ("families", "kids")
    assert listing.practical.texts[0].text == "Devant la mairie\n\nFamilles et enfants"
    assert not listing.cancelled
    assert "Exemple" not in repr(found)


@pytest.mark.parametrize(
    ("fields", "dates", "kind"),
    [
        ({"end_date": None}, (date(2026, 7, 1), date(2026, 7, 1)), None),
        ({"begin_date": "2026-02-30"}, (None, date(2026, 7, 3)), "impossible_date"),
        ({"end_date": "2026-06-01"}, (date(2026, 7, 1), date(2026, 7, 1)), "period_reversed"),
        ({"start_time": "25:00"}, (date(2026, 7, 1), date(2026, 7, 3)), "impossible_hour"),
        ({"start_time": None}, (date(2026, 7, 1), date(2026, 7, 3)), "closing_without_opening"),
    ],
)
def test_odd_dates(
    fields: dict[str, Any], dates: tuple[date | None, date], kind: str | None
) -> None:
    found = draft(event(**fields), Family.EVENT)
    (period,) = found.listing.dates
    assert (period.start, period.end) == dates
    assert kind is None or kind in kinds(found)
    assert len(period.slots) == (0 if "start_time" in fields else 1)


def test_a_cancelled_event_and_its_price_in_words() -> None:
    listing = draft(
        event(cancelled=True, cancellation_reason=texts("Météo"), price="Gratuit pour tous"),
        Family.EVENT,
    ).listing
    assert listing.cancelled
    assert listing.practical.texts[0].text.startswith("Météo")
    (price,) = listing.prices
    assert not price.free
    assert price.minimum is None
    assert price.note.texts[0].text == "Gratuit pour tous"


def site(**fields: Any) -> dict[str, Any]:
    square = [[[2.0, 44.0], [2.2, 44.0], [2.2, 44.2], [2.0, 44.0]]]
    return record(
        70,
        **{
            "geometry": {
                "type": "GeometryCollection",
                "geometries": [{"type": "Polygon", "coordinates": square}],
            },
            "orientation": ["S"],
            "wind": [],
            "practice": 1,
            "period": texts("De mars à octobre"),
            "ratings": [35],
        }
        | fields,
    )


def test_an_outdoor_site() -> None:
    joined = lists()
    joined.add("outdoor_practice", {"id": 1, "name": texts("Escalade", "Climbing"), "sector": 2})
    joined.add("rating", {"id": 35, "name": texts("4a", "4a"), "scale": 6})
    joined.add("rating_scale", {"id": 6, "name": texts("Cotation"), "practice": 1})
    found = draft(site(), Family.SITE, joined)
    assert (found.listing.kinds, found.listing.concepts) == ((Kind.ACTIVITY,), ("climbing",))
    assert (found.listing.place.latitude, found.listing.place.longitude) == (44.1, 2.1)
    assert "place_is_middle_of_area" in kinds(found)
    texts_of = {text.lang: text.text for text in found.listing.practical.texts}
    assert texts_of == {"fr": "Cotation 4a\n\nDe mars à octobre", "en": "4a"}


def test_the_zeros_of_a_course_without_a_line_are_not_read() -> None:
    point = record(
        71,
        equipment=texts(""),
        height=100,
        length=0.0,
        min_elevation=0,
        max_elevation=0,
        duration=3,
    )
    found = draft(point, Family.COURSE)
    way = found.listing.itinerary
    assert way is not None
    assert (way.distance_m, way.lowest_m, way.duration_min) == (None, None, 180)
    assert not kinds(found)
    line = {"type": "LineString", "coordinates": [[2.1, 44.1], [2.2, 44.2]]}
    drawn = draft(point | {"geometry": line, "length": 2500.4}, Family.COURSE).listing.itinerary
    assert drawn is not None
    assert drawn.distance_m == 2500


def test_a_course_has_the_practice_of_its_type() -> None:
    joined = lists()
    joined.add("course_type", {"id": 2, "name": texts("Voie"), "practice": 1})
    joined.add("outdoor_practice", {"id": 1, "name": texts("Canyoning"), "sector": 2})
    raw = record(72, equipment=texts(""), height=None, type=2)
    assert draft(raw, Family.COURSE, joined).listing.concepts == (TermId("canyoning"),)
