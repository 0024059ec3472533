"""Planned days over a small country: open on arrival, on time, home again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import hours
from catalog.advice import Adviser
from catalog.advice.dayframe import LAST
from catalog.advice.dayhours import LUNCH
from catalog.advice.planning import plan
from catalog.advice.route import LONGEST_WAIT
from catalog.advice.standing import times_of
from catalog.advice.travel import REACH_KM, Mode, leg, point_of
from catalog.clock import PARIS
from catalog.geo import Point, distance_km
from catalog.model import (
    Access,
    Itinerary,
    Kind,
    Listing,
    ListingId,
    Localized,
    Period,
    Place,
    Price,
    Slot,
    TermId,
)
from catalog.model import Text as Wording
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_properties import LISTINGS, build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.advice.dayplan import DayPlan

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
TABLE = make(
    "table",
    "Auberge du lac",
    kind=Kind.FOOD,
    latitude=44.06,
    longitude=2.17,
    concepts=(TermId("restaurant"),),
    openings=(Period(slots=(Slot(time(12), time(14, 30)),)),),
    prices=(Price(minimum=Decimal(18)),),
)


def place(record: str, commune: str, latitude: float, kind: Kind, concept: str) -> Listing:
    return make(
        record,
        f"{concept} {commune}",
        kind=kind,
        concepts=(TermId(concept),),
        place=Place(latitude, 2.0, commune=commune, insee=f"81{record:0>3}"),
    )


TRAIL = make(
    "trail",
    "Tour des vallées",
    kind=Kind.ITINERARY,
    latitude=44.0,
    longitude=2.0,
    concepts=(TermId("long_distance_path"), TermId("walking_route")),
    itinerary=Itinerary(
        modes=(TermId("walking"),),
        days=3,
        stages=Localized(
            (Wording("fr", "Amontville – Beauval (18 km) – Clairac (21 km) – Amontville"),)
        ),
    ),
)
STAGES = (
    place("901", "Amontville", 44.0, Kind.LODGING, "hotel"),
    place("902", "Beauval", 44.1, Kind.LODGING, "stage_shelter"),
    place("903", "Clairac", 44.2, Kind.ATTRACTION, "church"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = tmp_path_factory.mktemp("plans") / "catalogue.sqlite"
    with Catalogue.open(build(path, [*LISTINGS, TABLE, TRAIL, *STAGES])) as catalogue:
        yield Adviser(catalogue)


requests = st.builds(
    Request,
    when=st.sampled_from(
        [
            None,
            "today",
            "tomorrow",
            "sat",
            "this_weekend",
            "tomorrow:morning",
            "today@15:00+",
            "sun:afternoon",
        ]
    ),
    duration=st.sampled_from(["half_day", "day", "2d", "weekend", "3h"]),
    party=st.sampled_from([(), ("kids",), ("dog",)]),
    mobility=st.sampled_from(
        [(), ("bike",), ("car",), ("public_transport",), ("wheelchair",), ("stroller",)]
    ),
    weather=st.sampled_from([None, "rain"]),
    themes=st.sampled_from([(), ("museum",), ("castle", "lake")]),
)


def check(day: DayPlan, departure: Point, goal: Point | None) -> None:
    at, now = departure, day.start
    for stop in day.stops:
        point = point_of(stop.proposal.listing)
        assert stop.travel_minutes == leg(distance_km(at, point), day.mode)[1]
        assert stop.arrive == now + timedelta(minutes=stop.travel_minutes)
        assert stop.arrive <= stop.begin < stop.leave
        times = times_of(stop.proposal.listing)
        for minute in range((stop.leave - stop.begin) // timedelta(minutes=1)):
            moment = stop.begin + timedelta(minutes=minute)
            state = hours.opening(times.periods, moment.replace(tzinfo=PARIS), times.region).state
            assert state is (hours.State.OPEN if stop.open else hours.State.UNKNOWN)
        if stop.meal:
            assert LUNCH[0] <= stop.begin.hour * 60 + stop.begin.minute <= LUNCH[1]
        if day.mode is not Mode.CAR:
            assert stop.distance_km <= REACH_KM[day.mode] + 0.01
        assert stop.begin - stop.arrive <= timedelta(minutes=LONGEST_WAIT)
        at, now = point, stop.leave
    if day.bed is None:
        assert day.back <= datetime.combine(day.day, time()) + timedelta(minutes=LAST)
    assert day.back == now + timedelta(minutes=day.back_minutes)
    if goal is not None:
        assert day.back_minutes == leg(distance_km(at, goal), day.mode)[1]


@given(requests)
@settings(max_examples=50)
def test_days_hold_together(adviser: Adviser, request: Request) -> None:
    planned = plan(adviser, request, here=HERE, now=NOW)
    if planned is None:
        return
    departure = HERE
    seen: list[str] = []
    eaten: list[str] = []
    for number, day in enumerate(planned.days):
        assert any(not stop.meal for stop in day.stops)
        assert sum(stop.meal for stop in day.stops) <= 1
        bed = day.bed
        goal = point_of(bed.listing) if bed is not None else None
        check(day, departure, goal or (HERE if number == len(planned.days) - 1 else None))
        departure = goal or departure
        seen += [stop.proposal.listing.id for stop in day.stops if not stop.meal]
        eaten += [stop.proposal.listing.id for stop in day.stops if stop.meal]
        assert not any(stop.proposal.against for stop in day.stops)
    assert len(seen) == len(set(seen))
    # Only where there is one table one eats there every day.
    assert len(eaten) == len(set(eaten)) or set(eaten) == {TABLE.id}
    assert [day.day for day in planned.days] == sorted(day.day for day in planned.days)
    if planned.rain is not None:
        check(planned.rain, HERE, None)


@pytest.mark.parametrize(("when", "hour"), [("today", 11), ("tomorrow", 9)])
def test_a_day_elsewhere_begins_when_one_can_be_there(
    adviser: Adviser, when: str, hour: int
) -> None:
    """Half an hour's drive away: today the way there is to be gone first."""
    request = Request(when=when, duration="day", where="Beauval")
    planned = plan(adviser, request, here=HERE, now=NOW)
    assert planned is not None
    start = planned.days[0].start
    assert start.hour == hour
    if when == "today":
        away = distance_km(HERE, Point(44.1, 2.0))
        assert start >= NOW.replace(tzinfo=None) + timedelta(minutes=leg(away, Mode.CAR)[1])


@pytest.mark.parametrize(("today", "first"), [(23, 25), (25, 25), (26, 1)])
def test_a_weekend_without_a_date_is_the_next_whole_one(
    adviser: Adviser, today: int, first: int
) -> None:
    now = NOW.replace(day=today, hour=9)
    planned = plan(adviser, Request(duration="weekend"), here=HERE, now=now)
    assert planned is not None
    assert [day.day.day for day in planned.days] == [first, first + 1]


def test_lunch_is_at_the_table_that_is_open(adviser: Adviser) -> None:
    planned = plan(adviser, Request(when="tomorrow", duration="day"), here=HERE, now=NOW)
    assert planned is not None
    (day,) = planned.days
    (meal,) = (stop for stop in day.stops if stop.meal)
    assert meal.proposal.listing.id == TABLE.id
    assert day.day == date(2026, 7, 24)
    assert day.lunch
    known = [stop for stop in day.stops if stop.proposal.listing.prices]
    assert planned.prices_unknown == len(day.stops) - len(known)
    assert planned.price_known >= 18


def test_the_evening_has_no_lunch_and_late_today_means_tomorrow(adviser: Adviser) -> None:
    late = NOW.replace(hour=17, minute=30)
    planned = plan(adviser, Request(duration="half_day"), here=HERE, now=late)
    assert planned is not None
    assert planned.days[0].day == date(2026, 7, 24)


def test_a_trail_has_a_bed_at_each_stage_where_one_is_known(adviser: Adviser) -> None:
    request = Request(types=(Kind.ITINERARY,), themes=("long_distance_path",), duration="3d")
    planned = plan(adviser, request, here=HERE, now=NOW)
    assert planned is not None
    assert planned.trail is not None
    assert planned.trail.proposal.listing.id == TRAIL.id
    assert [
        (stage.commune, stage.bed and stage.bed.listing.id) for stage in planned.trail.stages
    ] == [("Beauval", "test:902"), ("Clairac", None), ("Amontville", "test:901")]
    assert planned.trail.station is None
    assert not planned.days


def test_each_day_has_another_table_where_there_is_one(tmp_path: Path) -> None:
    second = replace(
        TABLE,
        id=ListingId("test:table-2"),
        name=Localized((Wording("fr", "Auberge du pont"),)),
    )
    path = build(tmp_path / "catalogue.sqlite", (*LISTINGS, TABLE, second))
    with Catalogue.open(path) as catalogue:
        planned = plan(Adviser(catalogue), Request(duration="2d"), here=HERE, now=NOW)
    assert planned is not None
    eaten = [stop.proposal.listing.id for day in planned.days for stop in day.stops if stop.meal]
    assert sorted(eaten) == sorted({TABLE.id, second.id})


@pytest.mark.parametrize("mobility", ["wheelchair", "reduced"])
def test_who_cannot_climb_eats_where_one_surely_gets_in(mobility: str, tmp_path: Path) -> None:
    farther = replace(TABLE.place, latitude=44.09, longitude=2.2)
    level = replace(
        TABLE, id=ListingId("test:level"), place=farther, access=Access(wheelchair=True)
    )
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", (*LISTINGS, TABLE, level))) as opened:
        tables = {}
        for way in (mobility, "car"):
            asked = Request(when="tomorrow", duration="day", mobility=(way,))
            planned = plan(Adviser(opened), asked, here=HERE, now=NOW)
            assert planned is not None
            (day,) = planned.days
            (tables[way],) = (stop.proposal.listing.id for stop in day.stops if stop.meal)
    assert tables == {mobility: level.id, "car": TABLE.id}


def test_who_wants_a_terrace_eats_where_there_is_one(tmp_path: Path) -> None:
    farther = replace(TABLE.place, latitude=44.09, longitude=2.2)
    outside = replace(
        TABLE, id=ListingId("test:outside"), place=farther, amenities=(TermId("terrace"),)
    )
    with Catalogue.open(
        build(tmp_path / "catalogue.sqlite", (*LISTINGS, TABLE, outside))
    ) as opened:
        tables = {}
        for themes in (("terrace",), ()):
            asked = Request(
                when="tomorrow", duration="day", types=(Kind.ATTRACTION, Kind.FOOD), themes=themes
            )
            planned = plan(Adviser(opened), asked, here=HERE, now=NOW)
            assert planned is not None
            (day,) = planned.days
            (tables[themes],) = (stop.proposal.listing.id for stop in day.stops if stop.meal)
    assert tables == {("terrace",): outside.id, (): TABLE.id}


def test_where_no_table_is_known_the_hour_of_lunch_is_left_free(tmp_path: Path) -> None:
    seen = [each for each in LISTINGS if Kind.FOOD not in each.kinds]
    with Catalogue.open(build(tmp_path / "catalogue.sqlite", seen)) as catalogue:
        planned = plan(
            Adviser(catalogue), Request(when="tomorrow", duration="day"), here=HERE, now=NOW
        )
    assert planned is not None
    (day,) = planned.days
    assert day.lunch is False
    assert day.pause is not None
    assert 12 <= day.pause[0].hour <= 13
    assert all(s.leave <= day.pause[0] or s.arrive >= day.pause[1] for s in day.stops)


def test_nobody_eats_where_a_balloon_is_booked(tmp_path: Path) -> None:
    balloon = replace(
        TABLE, kinds=(Kind.ACTIVITY, Kind.FOOD), concepts=(TermId("ballooning"), *TABLE.concepts)
    )
    seen = [each for each in LISTINGS if Kind.FOOD not in each.kinds]
    asked = Request(when="tomorrow", duration="day")
    for table, eats in ((TABLE, True), (balloon, False)):
        path = build(tmp_path / f"{eats}.sqlite", (*seen, table))
        with Catalogue.open(path) as catalogue:
            planned = plan(Adviser(catalogue), asked, here=HERE, now=NOW)
        assert planned is not None
        assert any(stop.meal for stop in planned.days[0].stops) is eats
