"""Which proposals stand beside each other, and what is no near miss, on small made catalogues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import (
    Access,
    Itinerary,
    Kind,
    Listing,
    ListingId,
    Period,
    Place,
    Price,
    Slot,
    TermId,
)
from catalog.request import Request
from catalog.request.model import Span
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_properties import build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.advice import Advice


HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
TODAY = NOW.date()
SHUT = Period(closed=True)


def at(km: float, id: str, name: str, concept: str, **fields: Any) -> Listing:
    """A listing so many kilometres north of here."""
    made = make(id, name, concepts=(TermId(concept),), **fields)
    place = Place(HERE.latitude + km / 111.2, HERE.longitude, commune=f"C{km:g}")
    return replace(made, place=place)


LISTINGS = [
    at(0.1, "wc-near", "Toilettes du centre", "toilets", kind=Kind.SERVICE),
    at(0.9, "wc-next", "Toilettes de la gare", "toilets", kind=Kind.SERVICE),
    at(9, "wc-far", "Toilettes du col", "toilets", kind=Kind.SERVICE),
    at(0.2, "pharmacy", "Pharmacie du bourg", "pharmacy", kind=Kind.HEALTH),
    at(
        *(8, "pharmacy-open", "Pharmacie de la plaine", "pharmacy"),
        kind=Kind.HEALTH,
        openings=(Period(slots=(Slot(time(9), time(19)),)),),
    ),
    at(5, "lake", "Lac Bleu", "lake"),
    at(2, "leisure", "Base du Lac", "leisure_park", themes=(TermId("lake"),)),
    at(1, "path", "Voie verte en projet", "greenway", kind=Kind.ITINERARY, openings=(SHUT,)),
    at(3, "greenway", "Voie verte ouverte", "greenway", kind=Kind.ITINERARY),
    at(
        *(1, "summer", "Concert de mai", "concert"),
        kind=Kind.EVENT,
        dates=(Period(start=date(2027, 5, 1), end=date(2027, 5, 1)),),
    ),
    at(6, "glass", "Zibeline", "museum", prices=(Price(minimum=None, free=True),)),
    at(0.3, "other", "Musée d'à côté", "museum"),
    at(4, "inn", "Auberge", "restaurant", kind=Kind.FOOD),
    at(1, "house", "Maison d'hôtes du pont", "guesthouse", kind=Kind.LODGING),
    at(
        *(11, "ramp", "Maison d'hôtes de la rampe", "guesthouse"),
        kind=Kind.LODGING,
        access=Access(wheelchair=True),
    ),
    at(4.2, "tour", "Visite du bourg", "guided_tour", kind=Kind.ACTIVITY),
    at(
        *(7, "late", "Salle du soir", "theatre"),
        openings=(Period(slots=(Slot(time(10), time(19)),)),),
    ),
    at(
        *(6, "dance", "Bal du jeudi", "dance"),
        kind=Kind.EVENT,
        dates=(Period(start=TODAY, end=TODAY, slots=(Slot(time(20), time(23)),)),),
    ),
    at(
        *(2, "long", "Tour du pays", "long_distance_path"),
        kind=Kind.ITINERARY,
        itinerary=Itinerary(modes=(TermId("horse_riding"),), days=3),
    ),
    at(
        *(1, "short", "Petit tour à cheval", "horse_route"),
        kind=Kind.ITINERARY,
        itinerary=Itinerary(modes=(TermId("horse_riding"),)),
    ),
    at(3, "karts", "Karting", "karting", kind=Kind.ACTIVITY),
]


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("choosing") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def answer(adviser: Adviser, **asked: Any) -> Advice:
    return adviser.advise(Request(**asked), here=HERE, now=NOW)


def ids(advice: Advice) -> list[str]:
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


def test_toilets_are_the_nearest_and_those_hardly_farther(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.SERVICE,), themes=("toilets",))
    assert ids(found) == ["wc-near", "wc-next"]


def test_an_open_pharmacy_stands_beside_a_nearer_one_of_unknown_hours(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.HEALTH,), themes=("pharmacy",), when="now")
    assert ids(found) == ["pharmacy", "pharmacy-open"]


def test_what_is_a_lake_first_of_all_comes_before_what_has_one(adviser: Adviser) -> None:
    assert ids(answer(adviser, types=(Kind.ATTRACTION,), themes=("lake",)))[0] == "lake"


def test_a_path_that_is_never_open_is_neither_proposed_nor_a_near_miss(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.ITINERARY,), themes=("greenway",))
    assert ids(found) == ["greenway"]
    assert not found.near_misses


def test_next_year_is_no_near_miss_of_tonight(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.EVENT,), themes=("concert",), when="today:evening")
    assert not found.proposals
    assert not found.near_misses
    assert found.unanswered is not None


def test_a_lake_shut_by_the_staff_is_told_first_to_who_asks_for_its_state(adviser: Adviser) -> None:
    notice = Notice(
        listing=ListingId("test:lake"),
        kind=NoticeKind.CLOSED,
        since=date(2026, 7, 22),
        until=date(2026, 7, 31),
        initials="LD",
    )
    adviser.notices = (notice,)
    asked = answer(adviser, types=(Kind.ATTRACTION,), themes=("lake",), when="now")
    swim = answer(adviser, types=(Kind.ATTRACTION,), themes=("lake",), when="tomorrow")
    adviser.notices = ()
    assert asked.about is not None
    assert asked.about == asked.near_misses[0]
    assert asked.about.against[0].field == "notice"
    assert swim.about is None


def test_words_that_are_a_name_are_about_that_place_alone(adviser: Adviser) -> None:
    spans = (Span(key="when", value="now", start=0, end=3),)
    found = answer(adviser, when="now", rest="zibeline", spans=spans)
    assert ids(found) == ["glass"]
    assert ("prices", "free") in [(each.field, each.value) for each in found.proposals[0].reasons]


def test_who_walks_is_sent_to_the_near_one_first(adviser: Adviser) -> None:
    found = answer(
        adviser, types=(Kind.ATTRACTION,), themes=("museum",), mobility=("public_transport",)
    )
    assert ids(found) == ["other"]


def test_two_readings_of_the_same_words_are_one_wish(adviser: Adviser) -> None:
    spans = tuple(
        Span(key="themes", value=theme, start=0, end=8) for theme in ("museum", "gallery")
    )
    found = answer(adviser, types=(Kind.ATTRACTION,), themes=("museum", "gallery"), spans=spans)
    assert ids(found)[0] == "other"
    assert not [c for c in found.proposals[0].cautions if c.field == "lacks"]


def test_a_kind_that_no_theme_is_of_is_a_wish_of_its_own(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.FOOD,), themes=("guided_tour",))
    assert ids(found) == ["tour", "inn"]
    assert not {each.listing.id for each in found.near_misses} & {"test:tour", "test:inn"}
    # What one place is is asked of one place.
    assert ids(answer(adviser, types=(Kind.ATTRACTION,), themes=("museum",)))[:1] == ["other"]


def test_nobody_is_sent_to_what_closes_as_the_evening_begins(adviser: Adviser) -> None:
    evening = answer(adviser, types=(Kind.ATTRACTION,), themes=("theatre",), when="today:evening")
    assert not evening.proposals
    assert [each.value for each in evening.near_misses[0].against] == ["soon"]
    day = answer(adviser, types=(Kind.ATTRACTION,), themes=("theatre",), when="today")
    assert ids(day) == ["late"]


def test_who_asks_what_there_is_to_do_on_a_day_is_told_what_is_on(adviser: Adviser) -> None:
    kinds = (Kind.ACTIVITY, Kind.ATTRACTION)
    assert "dance" in ids(answer(adviser, types=kinds, when="today:evening"))
    assert "dance" not in ids(answer(adviser, types=kinds, when="tomorrow:evening"))
    assert "dance" not in ids(answer(adviser, types=kinds))


def test_a_journey_of_days_is_no_afternoon(adviser: Adviser) -> None:
    asked: dict[str, Any] = {"types": (Kind.ITINERARY,), "themes": ("horse_riding",)}
    assert ids(answer(adviser, **asked, duration="3d")) == ["long"]
    assert ids(answer(adviser, **asked, duration="2h"))[0] == "short"


def test_what_does_not_suit_who_comes_is_named_where_nothing_else_is(adviser: Adviser) -> None:
    asked: dict[str, Any] = {"types": (Kind.ACTIVITY,), "party": ("seniors",)}
    assert "karts" not in ids(answer(adviser, **asked))
    assert ids(answer(adviser, **asked, themes=("karting",))) == ["karts"]


def test_where_only_the_weather_is_against_it_something_sheltered_is_told(
    adviser: Adviser,
) -> None:
    found = answer(adviser, types=(Kind.ITINERARY,), themes=("walking",), weather="rain")
    assert ids(found)[0] == "late"  # under a roof, and open
    assert all(each.against for each in found.near_misses)


def test_a_journey_of_days_is_no_short_walk_though_its_length_is_not_stated(
    adviser: Adviser,
) -> None:
    asked: dict[str, Any] = {"types": (Kind.ITINERARY,), "themes": ("horse_riding",)}
    found = answer(adviser, **asked, max_km=6.0)
    assert ids(found) == ["short"]
    assert not found.near_misses


def test_a_bed_known_to_be_accessible_comes_before_a_nearer_one_that_may_be(
    adviser: Adviser,
) -> None:
    asked = {"types": (Kind.LODGING,), "themes": ("guesthouse",)}
    assert ids(answer(adviser, **asked))[0] == "house"
    assert ids(answer(adviser, **asked, mobility=("wheelchair",))) == ["ramp", "house"]


def test_a_label_that_no_bed_around_bears_leaves_the_bed(adviser: Adviser) -> None:
    found = answer(adviser, types=(Kind.LODGING,), labels=("accueil_velo",))
    assert ids(found)[0] == "house"
    lacks = [each.value for each in found.proposals[0].cautions if each.field == "lacks"]
    assert lacks == ["accueil_velo"]
