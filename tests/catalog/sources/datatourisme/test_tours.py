from __future__ import annotations

from typing import Any

import pytest

from catalog.model import Itinerary, Shape
from tests.catalog.sources.datatourisme.objects import listing, ref, thing, warned

GPX = "https://example.org/boucle.gpx"


def tour(*classes: str, **fields: Any) -> dict[str, Any]:
    return thing(**fields) | {"@type": ["PointOfInterest", "Tour", *(classes or ("WalkingTour",))]}


def route(obj: object) -> Itinerary:
    found = listing(obj).itinerary
    assert found is not None
    return found


def test_version_2() -> None:
    obj = tour(
        tourDistance="14600.0",
        highDifference="120.0",
        hasTourType=[ref("Loop", "TourType", fr="En boucle")],
        hasRepresentation=[
            {
                "ebucore:hasRelatedResource": [
                    {
                        "ebucore:locator": [GPX],
                        "ebucore:hasMimeType": [ref("GPX", "ebucore:MimeType")],
                    }
                ]
            }
        ],
    )
    assert route(obj) == Itinerary(
        modes=("walking",),  # type: ignore[arg-type]
        distance_m=14600,
        ascent_m=120,
        shape=Shape.LOOP,
        track_url=GPX,
    )
    assert warned(obj) == set()


def test_version_3() -> None:
    obj = tour(
        "CyclingTour",
        tourDistance="24000",
        positiveCumulDifference=320,
        negativeCumulDifference="-310.4",
        minAltitude="180",
        maxAltitude="465",
        durationDays="2",
        duration="150",
        hasDifficultyLevel=[ref("Level3", fr="Difficile")],
        hasTheme=[ref("ATV")],
        isEquippedWith=[ref("PicnicTables")],
        practicalTips={"fr": ["Emporter de l'eau"]},
        hasPracticeCondition=[ref("DryWeather", fr="Par temps sec")],
    )
    assert route(obj) == Itinerary(
        modes=("cycling", "mountain_biking"),  # type: ignore[arg-type]
        distance_m=24000,
        ascent_m=320,
        descent_m=310,
        lowest_m=180,
        highest_m=465,
        days=2,
        difficulty="hard",
    )
    assert listing(obj).amenities == ("picnic_tables",)
    assert listing(obj).practical.texts[0].text == "Emporter de l'eau\n\nPar temps sec"
    assert warned(obj) == {"duration_without_unit"}


@pytest.mark.parametrize(
    ("fields", "caution"),
    [
        ({"tourDistance": "douze"}, "tour_figure_unreadable"),
        ({"tourDistance": "14.6"}, "tour_figure_impossible"),
        ({"tourDistance": "nan"}, "tour_figure_unreadable"),
        ({"tourDistance": "inf"}, "tour_figure_unreadable"),
        ({"maxAltitude": "9000"}, "tour_figure_impossible"),
        ({"hasTourType": ref("Figure8")}, "tour_type_unknown"),
        ({"hasDifficultyLevel": ref("Purple")}, "difficulty_unknown"),
    ],
)
def test_what_cannot_be_read_is_left_out(fields: dict[str, Any], caution: str) -> None:
    obj = tour(**fields)
    assert route(obj) == Itinerary(modes=("walking",))  # type: ignore[arg-type]
    assert warned(obj) == {caution}


def test_a_museum_has_no_itinerary() -> None:
    assert listing(thing()).itinerary is None
