"""What holds for every catalogue and every request."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import hours
from catalog.advice import Adviser, weights
from catalog.advice.exposure import exposure
from catalog.advice.holding import called
from catalog.advice.standing import times_of
from catalog.advice.tariffs import lowest_price
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import (
    Access,
    Day,
    Itinerary,
    Kind,
    Label,
    Listing,
    ListingId,
    Period,
    Place,
    Price,
    Slot,
    TermId,
)
from catalog.request import Request
from catalog.store.reader import Catalogue
from catalog.store.writer import CatalogueWriter
from tests.catalog.making import VERSION, make, write_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalog.advice import Advice, Proposal, Reason

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
TERMS = ("museum", "castle", "lake", "swimming", "walking_route", "restaurant", "cave")
KINDS = (Kind.ATTRACTION, Kind.ACTIVITY, Kind.ITINERARY, Kind.EVENT, Kind.FOOD)
MANY = settings(max_examples=60)


def listing(number: int, random: Random) -> Listing:
    """Any listing: every field that a request can ask about is stated or not, this way or that."""
    kind = random.choice(KINDS)
    opens = random.randint(7, 20)
    slot = Slot(time(opens), time(min(23, opens + random.randint(1, 8))))
    days = tuple(random.sample(list(Day)[:7], random.randint(0, 4)))
    season = random.choice([(None, None), (date(2026, 7, 1), date(2026, 8, 31))])
    period = Period(start=season[0], end=season[1], days=days, slots=(slot,))
    more: dict[str, Any] = {
        "openings": random.choice([(), (period,)]),
        "pets": random.choice([None, True, False]),
        "access": Access(wheelchair=random.choice([None, True, False])),
        "prices": random.choice([(), (Price(free=True),), (Price(minimum=Decimal(9)),)]),
        "audience": random.choice([(), (TermId("families"),), (TermId("teens"),)]),
        "amenities": random.choice([(), (TermId("shade"),), (TermId("terrace"),)]),
        "labels": random.choice([(), (Label(TermId("unesco")),)]),
        "cancelled": random.random() < 0.1,
    }
    if kind is Kind.EVENT:
        first = date(2026, 7, 20) + timedelta(days=random.randint(0, 40))
        more["dates"] = (Period(start=first, end=first, slots=(Slot(time(18), time(22)),)),)
    if kind is Kind.ITINERARY:
        more["itinerary"] = Itinerary(
            modes=(TermId("walking"),),
            distance_m=random.choice([None, 3000, 12_000]),
            difficulty=random.choice([None, "easy", "hard"]),
            duration_min=random.choice([None, 60, 300]),
        )
    return make(
        str(number),
        random.choice(["Le Lac", "La Grotte", "Musée", "Auberge"]),
        kind=kind,
        latitude=44.05 + random.uniform(-0.3, 0.3),
        longitude=2.16 + random.uniform(-0.3, 0.3),
        concepts=(TermId(random.choice(TERMS)),),
        **more,
    )


RANDOM = Random(7)
LISTINGS = [listing(number, RANDOM) for number in range(120)]
STRANGER = make(
    "stranger",
    "Zyx",
    kind=Kind.HEALTH,
    latitude=46.0,
    longitude=0.2,
    concepts=(TermId("doctor"),),
)

requests = st.builds(
    Request,
    types=st.sampled_from(
        [(), (Kind.ATTRACTION,), (Kind.FOOD,), (Kind.EVENT,), (Kind.FOOD, Kind.ATTRACTION)]
    ),
    themes=st.lists(st.sampled_from([*TERMS, "-museum", "terrace"]), unique=True, max_size=2).map(
        tuple
    ),
    when=st.sampled_from(
        [
            *(None, "now", "today", "tomorrow:morning", "sat:evening", "this_weekend"),
            *("month:08", "any@19:30+", "date:08-15", "today:afternoon@16:00-"),
        ]
    ),
    radius_km=st.sampled_from([None, 5.0, 30.0]),
    duration=st.sampled_from([None, "45min", "2h", "half_day", "day", "weekend"]),
    party=st.sampled_from([(), ("kids",), ("dog",), ("couple", "dog"), ("age:2",)]),
    weather=st.sampled_from([None, "rain", "hot"]),
    mobility=st.sampled_from([(), ("wheelchair",), ("public_transport",), ("bike",)]),
    max_price=st.sampled_from([None, 0.0, 5.0, "low"]),
    difficulty=st.sampled_from([None, "easy"]),
    max_km=st.sampled_from([None, 8.0]),
    labels=st.sampled_from([(), (TermId("unesco"),)]),
    renown=st.sampled_from(["", "", "best", "little"]),
)


def build(path: Path, listings: Sequence[Listing]) -> Path:
    path.write_bytes(_written(tuple(listings)))
    return path


@lru_cache(maxsize=8)
def _written(listings: tuple[Listing, ...]) -> bytes:
    """The file, of which each question of a test has a copy: it is the same whatever is asked."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        with CatalogueWriter(path) as writer:
            write_index(writer.connection, [(writer.add(each), each) for each in listings])
            writer.finish(version=VERSION, built=NOW)
        return path.read_bytes()


@pytest.fixture(scope="module")
def advisers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Adviser]]:
    """The same listings, in two orders, and with one that has nothing to do with anything."""
    folder = tmp_path_factory.mktemp("properties")
    with ExitStack() as stack:
        yield {
            name: Adviser(
                stack.enter_context(Catalogue.open(build(folder / f"{name}.sqlite", found)))
            )
            for name, found in (
                ("plain", LISTINGS),
                ("turned", LISTINGS[::-1]),
                ("stranger", [*LISTINGS, STRANGER]),
            )
        }


def advise(adviser: Adviser, request: Request) -> Advice:
    return adviser.advise(request, here=HERE, now=NOW)


def everyone(advice: Advice) -> Iterator[Proposal]:
    yield from advice.proposals
    yield from advice.near_misses
    if advice.fallback is not None:
        yield advice.fallback.proposal
    if advice.on_the_way is not None:
        yield advice.on_the_way.proposal


def stated(listing: Listing, reason: Reason) -> bool:
    """Whether the listing's own field says what the reason says."""
    value: Any = listing
    for part in reason.field.split("."):
        value = getattr(value, part)
    match reason.field:
        case "concepts" | "themes" | "amenities" | "audience" | "itinerary.modes" | "spoken":
            return reason.value in value
        case "name":
            return called(listing, TermId(reason.value))
        case "access.marks":
            return reason.value in [mark.value for mark in value]
        case "labels":
            return reason.value in [label.id for label in value]
        case "prices" if reason.value == "free":
            return any(price.free for price in value)
        case "prices":
            return reason.value in [str(price.minimum) for price in value]
        case "openings" | "dates":
            begins = reason.value.partition("/")[0]
            plan = hours.on_day(value, date.fromisoformat(begins[:10]))
            return "T" not in begins or time.fromisoformat(begins[11:]) in [
                slot.opens for slot in plan.slots
            ]
        case "pets" | "access.wheelchair":
            return value is True
        case "place":
            return reason.value.endswith(" km")
    return str(value) == reason.value


@given(requests)
@MANY
def test_reasons_are_in_the_fields_and_parts_within_their_weights(
    advisers: dict[str, Adviser], request: Request
) -> None:
    advice = advise(advisers["plain"], request)
    for proposal in everyone(advice):
        for reason in proposal.reasons:
            assert stated(proposal.listing, reason), reason
            assert reason.confirmed == proposal.listing.confirmed
            assert reason.source == "test"
        for name, value in proposal.parts:
            assert 0 <= value <= weights.TABLE[name] + 1e-9
        assert set(proposal.against) <= set(proposal.cautions)
    assert all(not proposal.against for proposal in advice.proposals)
    assert all(proposal.against for proposal in advice.near_misses)
    shown = [proposal.listing.id for proposal in (*advice.proposals, *advice.near_misses)]
    assert len(shown) == len(set(shown))


@given(requests, st.sampled_from([5.0, 12.0]), st.sampled_from([3.0, 8.0]))
@MANY
def test_what_states_a_figure_comes_before_what_states_none(
    advisers: dict[str, Adviser], request: Request, price: float, km: float
) -> None:
    """And what states none is never taken to keep the limit."""
    limited = replace(request, max_price=price, max_km=km, mobility=(), themes=())
    advice = advise(advisers["plain"], limited)
    both = {Kind.FOOD, Kind.ATTRACTION} <= {*limited.types}  # the meal comes behind the visit
    seen = [each for each in advice.proposals if not (both and each.listing.kind is Kind.FOOD)]
    doubts = [bool(each.unsure) for each in seen]
    assert doubts == sorted(doubts)
    for each in advice.proposals:
        route, prices = each.listing.itinerary, each.listing.prices
        if route is not None:
            assert ("max_km" in each.unsure) == (route.distance_m is None)
        stated = lowest_price(each.listing) is not None
        assert ("max_price" in each.unsure) == (not stated), prices
        assert not stated or "max_price" not in advice.unsure


@given(requests, st.sampled_from(["now", "any@15:00", "wed:night@22:00"]))
@MANY
def test_what_is_closed_at_the_asked_moment_is_never_proposed(
    advisers: dict[str, Adviser], request: Request, when: str
) -> None:
    moment = {
        "now": NOW,
        "any@15:00": datetime(2026, 7, 23, 15, tzinfo=PARIS),
        "wed:night@22:00": datetime(2026, 7, 29, 22, tzinfo=PARIS),
    }[when]
    for proposal in advise(advisers["plain"], replace(request, when=when)).proposals:
        times = times_of(proposal.listing)
        state = hours.opening(times.periods, moment, times.region).state
        assert state is not hours.State.CLOSED
        assert (proposal.open is True) == (state is hours.State.OPEN)
        assert not proposal.listing.cancelled


@given(requests)
@MANY
def test_neither_order_nor_strangers_change_an_answer(
    advisers: dict[str, Adviser], request: Request
) -> None:
    plain = advise(advisers["plain"], request)
    assert advise(advisers["turned"], request) == plain
    beside = advise(advisers["stranger"], request)
    reasons = {each.listing.id: each.reasons for each in plain.proposals}
    assert {each.listing.id: each.reasons for each in beside.proposals} == reasons


@given(requests)
@MANY
def test_a_notice_of_closure_outranks_everything(
    advisers: dict[str, Adviser], request: Request
) -> None:
    """The best proposal, shut by the staff: gone from the proposals, first among the why-nots."""
    adviser = advisers["plain"]
    free = advise(adviser, request)
    if not free.proposals:
        return
    best = free.proposals[0].listing
    notice = Notice(
        listing=best.id,
        kind=NoticeKind.CLOSED,
        since=date(2026, 7, 22),
        until=date(2027, 12, 31),
        initials="LD",
    )
    adviser.notices = (notice,)
    shut = advise(adviser, request)
    adviser.notices = ()
    assert best.id not in [each.listing.id for each in shut.proposals]
    miss = shut.near_misses[0]
    assert miss.listing.id == best.id
    assert miss.open is False
    assert miss.against[0].field == "notice"
    assert miss.against[0].since == notice.since


def test_the_weights_make_a_hundred() -> None:
    assert sum(weights.TABLE.values()) == pytest.approx(100)


def twins() -> list[Listing]:
    """Three castles alike in three communes, as far from here as each other."""
    return [
        replace(
            make(str(n), f"Château {n}", concepts=(TermId("castle"),)),
            place=Place(HERE.latitude, HERE.longitude, commune=f"C{n}", insee=f"8100{n}"),
        )
        for n in range(3)
    ]


def test_equals_take_turns_over_the_day_and_over_the_days(tmp_path: Path) -> None:
    request = Request(types=(Kind.ATTRACTION,), themes=("castle",))
    with Catalogue.open(build(tmp_path / "twins.sqlite", twins())) as catalogue:
        adviser = Adviser(catalogue)
        shown: dict[ListingId, int] = {}
        for _ in range(30):
            adviser.shown = shown
            first = adviser.advise(request, here=HERE, now=NOW).proposals[0].listing.id
            shown[first] = shown.get(first, 0) + 1
        assert sorted(shown.values()) == [10, 10, 10]
        report = exposure(catalogue, {**shown, ListingId("gone:1"): 7})
        communes = report.communes
        assert {row.commune: row.shown for row in communes} == {"C0": 10, "C1": 10, "C2": 10}
        assert sum(row.share_of_shown for row in communes) == pytest.approx(1)
        adviser.shown = {}
        firsts = {
            adviser.advise(request, here=HERE, now=NOW.replace(day=day)).proposals[0].listing.id
            for day in range(1, 29)
        }
        assert len(firsts) == 3
