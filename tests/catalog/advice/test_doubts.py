"""What nobody states is a doubt that is told: never a reason, never a closed door."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.advice.model import Caution
from catalog.advice.profiles import profiles, verdict
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Itinerary, Kind, ListingId, TermId
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_properties import build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
GROUPS = Caution("audience", "unknown", "party:group")
COACH = Caution("amenities", "unknown", "mobility:coach")
LISTINGS = [
    make("inn", "Auberge", kind=Kind.FOOD, concepts=(TermId("restaurant"),)),
    make(
        *("hall", "Relais"),
        kind=Kind.FOOD,
        concepts=(TermId("restaurant"),),
        audience=(TermId("groups"),),
        amenities=(TermId("coach_park"),),
    ),
    make("stop", "Arrêt", kind=Kind.TRANSPORT, concepts=(TermId("bus_stop"),)),
    make("museum", "Musée", kind=Kind.ATTRACTION, concepts=(TermId("museum"),)),
    make("hotel", "Hôtel", kind=Kind.LODGING, concepts=(TermId("hotel"),)),
    make(
        *("camping", "Camping"),
        kind=Kind.LODGING,
        concepts=(TermId("campsite"),),
        audience=(TermId("couples"),),
    ),
    make("pool", "Piscine", kind=Kind.ACTIVITY, concepts=(TermId("swimming_pool"),)),
    make("beach", "Plage", kind=Kind.ACTIVITY, concepts=(TermId("beach"),)),
    make("wetland", "Marais", kind=Kind.ATTRACTION, concepts=(TermId("wetland"),)),
    make(
        *("walk", "Sentier"),
        kind=Kind.ITINERARY,
        concepts=(TermId("walking_route"),),
        itinerary=Itinerary(duration_min=120),
    ),
    make("path", "Boucle", kind=Kind.ITINERARY, concepts=(TermId("walking_route"),)),
]
FOOD, SEE, WALK = Kind.FOOD, Kind.ATTRACTION, Kind.ITINERARY


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("doubts") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as catalogue:
        yield Adviser(catalogue)


@pytest.mark.parametrize(
    ("asked", "first", "doubted", "doubt"),
    [
        ({"types": (FOOD,), "party": ("n:45", "group")}, "hall", "inn", GROUPS),
        ({"types": (FOOD,), "party": ("n:12",)}, "hall", "inn", GROUPS),
        (
            {"types": (FOOD, Kind.TRANSPORT), "party": ("group",), "mobility": ("coach",)},
            *("hall", "inn", COACH),
        ),
        (
            {"types": (FOOD,), "themes": ("quiet_place",)},
            *("", "inn", Caution("lacks", "quiet_place", "themes")),
        ),
        (
            {"types": (Kind.ACTIVITY,), "themes": ("guided_tour",)},
            *("", "museum", Caution("lacks", "guided_tour", "themes")),
        ),
        (
            {"types": (Kind.ACTIVITY,), "themes": ("dog_beach",)},
            *("", "beach", Caution("lacks", "dog_beach", "themes")),
        ),
        (
            {"types": (Kind.ACTIVITY,), "themes": ("swimming_pool",), "weather": "rain"},
            *("pool", "pool", Caution("weather", "unknown", "weather")),
        ),
        (
            {"types": (WALK,), "themes": ("walking_route",), "duration": "3d"},
            *("", "walk", Caution("itinerary.days", "one", "duration")),
        ),
        (
            {"types": (WALK,), "themes": ("walking_route",), "duration": "3d"},
            *("", "path", Caution("itinerary.duration_min", "unknown", "duration")),
        ),
    ],
)
def test_a_doubt_is_told_and_what_is_stated_comes_first(
    adviser: Adviser, asked: dict[str, object], first: str, doubted: str, doubt: Caution
) -> None:
    advice = adviser.advise(Request(**asked), here=HERE, now=NOW)  # type: ignore[arg-type]
    shown = {each.listing.id: each for each in (*advice.proposals, *advice.near_misses)}
    assert doubt in shown[f"test:{doubted}"].cautions  # type: ignore[index]
    assert "test:stop" not in shown
    if first:
        assert advice.proposals[0].listing.id == f"test:{first}"
        if first != doubted:
            said = {caution.field for caution in advice.proposals[0].cautions}
            assert not said & {"audience", "amenities"}


def test_what_may_answer_comes_before_what_is_only_akin(adviser: Adviser) -> None:
    request = Request(types=(Kind.ACTIVITY,), themes=("dog_beach",))
    missed = adviser.advise(request, here=HERE, now=NOW).near_misses
    assert [each.listing.id for each in missed][:1] == ["test:beach"]


def test_three_of_one_sort_leave_room_for_another(tmp_path: Path) -> None:
    """Unless that sort was asked for; where it rains, the last is surely sheltered."""
    sights = [
        *(make(f"g{n}", f"Jardin {n}", concepts=(TermId("garden"),)) for n in range(3)),
        make("view", "Belvédère", concepts=(TermId("viewpoint"),), audience=(TermId("couples"),)),
        make("church", "Église", concepts=(TermId("church"),)),
        *(make(f"p{n}", f"Parc {n}", concepts=(TermId("theme_park"),)) for n in range(3)),
    ]

    with Catalogue.open(build(tmp_path / "sights.sqlite", sights)) as catalogue:
        own = Adviser(catalogue)

        def sorts(**asked: object) -> list[str]:
            request = Request(**asked)  # type: ignore[arg-type]
            found = own.advise(request, here=HERE, now=NOW).proposals
            return [each.listing.concepts[0] for each in found]

        assert len(set(sorts(party=("couple",)))) > 1
        assert sorts(types=(SEE,), themes=("garden",)) == ["garden"] * 3
        assert sorts(party=("kids",), weather="rain")[-1] == "church"


@pytest.mark.parametrize(
    ("month", "asked", "told"),
    [(7, {}, True), (1, {}, False), (10, {}, False), (1, {"themes": ("beach",)}, True)],
)
def test_nobody_is_sent_to_a_beach_in_winter_who_asks_for_none(
    adviser: Adviser, month: int, asked: dict[str, object], told: bool
) -> None:
    request = Request(types=(Kind.ACTIVITY, SEE), **asked)  # type: ignore[arg-type]
    at = NOW.replace(month=month)
    found = adviser.advise(request, here=HERE, now=at, without={ListingId("test:museum")}).proposals
    assert ("test:beach" in [each.listing.id for each in found]) == told


def test_a_bed_is_a_bed_whoever_comes(adviser: Adviser) -> None:
    """That the campsite states couples leaves the hotel in."""
    request = Request(types=(Kind.LODGING,), party=("couple",))
    found = adviser.advise(request, here=HERE, now=NOW).proposals
    assert [each.listing.id for each in found] == ["test:camping", "test:hotel"]


@pytest.mark.parametrize(
    ("concepts", "told"),
    [
        (("castle", "museum", "garden"), ("suits", "museum")),
        (("castle", "garden"), None),
        (("castle", "ruins"), ("avoids", "ruins")),
        (("castle",), None),
        (("village", "church"), None),
    ],
)
def test_a_castle_that_is_a_museum_too_has_a_roof_whatever_its_garden(
    concepts: tuple[str, ...], told: tuple[str, str] | None
) -> None:
    held = make("held", "Château", kind=SEE, concepts=tuple(map(TermId, concepts)))
    assert verdict(held, profiles()["weather_rain"]) == told


OUTINGS_WITH = [
    (("swimming_pool", "playground"), "park", Kind.ATTRACTION),
    (("cycling_route", "ice_cream"), "cafe", Kind.FOOD),
]


@pytest.mark.parametrize(("themes", "concept", "kind"), OUTINGS_WITH)
def test_what_may_do_for_one_wish_is_no_outing_that_was_asked_for(
    tmp_path: Path, themes: tuple[str, ...], concept: str, kind: Kind
) -> None:
    """A park may have a playground, and is no pool with a slide; a café no ride to an ice cream."""
    other = make("other", "Ici", kind=kind, concepts=(TermId(concept),))
    path = build(tmp_path / "catalogue.sqlite", [other])
    with Catalogue.open(path) as opened:
        adviser = Adviser(opened)
        asked = Request(types=(Kind.ACTIVITY, WALK, kind), themes=themes)
        assert not adviser.advise(asked, here=HERE, now=NOW).proposals
        alone = Request(types=(kind,), themes=themes[1:])
        (found,) = adviser.advise(alone, here=HERE, now=NOW).proposals
        assert {caution.value for caution in found.cautions} >= {themes[1]}
