"""Where each limit of advice lies: on it, just before it, just behind it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import hours
from catalog.advice import Adviser, weights
from catalog.advice.standing import standing
from catalog.advice.timing import Asked
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.journal import Notice, NoticeKind
from catalog.model import Day, Itinerary, Kind, Listing, ListingId, Period, Place, Slot, TermId
from catalog.request import Request
from catalog.request.model import Span
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_properties import build
from tests.catalog.making import make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
TEN_TO_SEVEN = (Period(slots=(Slot(time(10), time(19)),)),)
SHUT_TODAY = (Period(days=(Day.MO, Day.TU), slots=(Slot(time(10), time(19)),)),)
KM_PER_DEGREE = 111.195


def at(km: float, id: str, concept: str, name: str = "", **fields: Any) -> Listing:
    """A listing so many straight kilometres north of here."""
    made = make(id, name or id, concepts=(TermId(concept),), **fields)
    north = HERE.latitude + km / KM_PER_DEGREE
    return replace(made, place=Place(north, HERE.longitude, commune=f"C{id}", insee=f"i{id}"))


@contextmanager
def advising(path: Path, *listings: Listing) -> Iterator[Adviser]:
    file = path / f"catalogue-{len(list(path.iterdir()))}.sqlite"
    with Catalogue.open(build(file, listings)) as opened:
        yield Adviser(opened)


def proposed(adviser: Adviser, now: datetime = NOW, **asked: Any) -> list[str]:
    found = adviser.advise(Request(**asked), here=HERE, now=now)
    return [each.listing.id.removeprefix("test:") for each in found.proposals]


SIGHTS = (Kind.ATTRACTION,)


@pytest.mark.parametrize(("km", "fits"), [(11.9, True), (12.1, False)])
def test_a_fifth_more_than_the_distance_said_still_answers(
    tmp_path: Path, km: float, fits: bool
) -> None:
    with advising(tmp_path, at(km, "mill", "museum")) as adviser:
        found = proposed(adviser, types=SIGHTS, themes=("museum",), radius_km=10.0)
        assert found == (["mill"] if fits else [])


@pytest.mark.parametrize(("metres", "fits"), [(9500, True), (9700, False)])
def test_a_fifth_more_than_the_length_said_still_answers(
    tmp_path: Path, metres: int, fits: bool
) -> None:
    route = Itinerary(modes=(TermId("walking"),), distance_m=metres)
    walk = at(1, "walk", "walking_route", kind=Kind.ITINERARY, itinerary=route)
    with advising(tmp_path, walk) as adviser:
        found = proposed(adviser, types=(Kind.ITINERARY,), max_km=8.0)
        assert found == (["walk"] if fits else [])


@pytest.mark.parametrize(("km", "fits"), [(79, True), (81, False)])
def test_eighty_kilometres_are_too_far_for_who_named_no_distance(
    tmp_path: Path, km: float, fits: bool
) -> None:
    with advising(tmp_path, at(km, "far", "museum")) as adviser:
        assert proposed(adviser, types=SIGHTS, themes=("museum",)) == (["far"] if fits else [])


@pytest.mark.parametrize(("km", "open_one"), [(18.9, True), (19.1, False)])
def test_an_open_office_is_named_before_a_nearer_one_within_reach(
    tmp_path: Path, km: float, open_one: bool
) -> None:
    """Twice as far and fifteen kilometres more is the farthest."""
    near = at(2, "near", "tourist_office", kind=Kind.OFFICE, openings=SHUT_TODAY)
    far = at(km, "far", "tourist_office", kind=Kind.OFFICE, openings=TEN_TO_SEVEN)
    with advising(tmp_path, near, far) as adviser:
        found = adviser.advise(Request(), here=HERE, now=NOW).office
        assert found is not None
        assert found.id == ("test:far" if open_one else "test:near")


def _lake(**more: Any) -> Listing:
    return at(3, "lake", "lake", openings=TEN_TO_SEVEN, **more)


def test_the_way_out_of_the_rain_is_open(tmp_path: Path) -> None:
    shut = at(3.1, "shut", "museum", openings=SHUT_TODAY)
    opens = at(9, "open", "museum", openings=TEN_TO_SEVEN)
    asked = Request(types=SIGHTS, themes=("lake",), when="today")
    with advising(tmp_path, _lake(), shut, opens) as adviser:
        fallback = adviser.advise(asked, here=HERE, now=NOW).fallback
        assert fallback is not None
        assert fallback.situation == "rain"
        assert fallback.proposal.listing.id == "test:open"
    with advising(tmp_path, _lake(), shut) as adviser:
        for when in ("today", None):
            advice = adviser.advise(replace(asked, when=when), here=HERE, now=NOW)
            assert advice.fallback is None


def test_what_is_on_the_way_is_open_and_another_one_each_time(tmp_path: Path) -> None:
    def farm(id: str, **more: Any) -> Listing:
        return at(2, id, "farm", kind=Kind.PRODUCER, **more)

    asked = Request(types=SIGHTS, themes=("lake",))
    shut = farm("shut", openings=SHUT_TODAY)
    with advising(tmp_path, _lake(), shut) as adviser:
        assert adviser.advise(asked, here=HERE, now=NOW).on_the_way is None
    pair = (farm("one", openings=TEN_TO_SEVEN), farm("two", openings=TEN_TO_SEVEN))
    with advising(tmp_path, _lake(), shut, *pair) as adviser:
        taken: list[str] = []
        for _ in range(4):
            adviser.shown = {ListingId(f"test:{id}"): taken.count(id) for id in ("one", "two")}
            beside = adviser.advise(asked, here=HERE, now=NOW).on_the_way
            assert beside is not None
            taken.append(beside.proposal.listing.id.removeprefix("test:"))
        assert sorted(taken) == ["one", "one", "two", "two"]


def test_an_advisers_favourite_comes_first_of_two_alike(tmp_path: Path) -> None:
    ids = ("one", "two")
    with advising(tmp_path, *(at(3, id, "castle") for id in ids)) as adviser:
        for best in ids:
            adviser.notices = (
                Notice(
                    listing=ListingId(f"test:{best}"),
                    kind=NoticeKind.FAVOURITE,
                    since=date(2026, 7, 1),
                    until=date(2026, 8, 31),
                    initials="LD",
                ),
            )
            for day in range(1, 15):  # whose turn it is is no matter
                now = NOW.replace(month=8, day=day)
                assert proposed(adviser, now, types=SIGHTS, themes=("castle",))[0] == best


@pytest.mark.parametrize(("days", "fresh"), [(365, True), (366, False)])
def test_what_was_confirmed_within_a_year_comes_first_of_two_alike(
    tmp_path: Path, days: int, fresh: bool
) -> None:
    """Five pairs, so that it is the turn of either; each pair alone in its own valley."""
    today = date(2026, 8, 1)
    dates = {"new": today - timedelta(days=days), "old": date(2020, 1, 1)}
    pairs = [
        at(300 * n, f"{id}{n}", "castle", updated=updated)
        for n in range(5)
        for id, updated in dates.items()
    ]
    now = datetime.combine(today, time(10), PARIS)
    asked = Request(types=SIGHTS, themes=("castle",))
    firsts = set()
    with advising(tmp_path, *pairs) as adviser:
        for n in range(5):
            here = Point(HERE.latitude + 300 * n / KM_PER_DEGREE, HERE.longitude)
            first = adviser.advise(asked, here=here, now=now).proposals[0]
            firsts.add(first.listing.id.removeprefix("test:")[:3])
    assert firsts == ({"new"} if fresh else {"new", "old"})


def test_the_words_of_a_name_weigh_more_than_company_and_less_than_the_thing(
    tmp_path: Path,
) -> None:
    """ "The glass museum, with children": the one so called before one that is for children, and
    a museum before a farm that is so called."""
    called = at(3, "called", "museum", "Musée Zibeline")
    suits = at(3, "suits", "museum", audience=(TermId("kids"),))
    farm = at(3, "farm", "farm", "Ferme Zibeline")
    asked: dict[str, Any] = {
        "types": SIGHTS,
        "themes": ("museum",),
        "party": ("kids",),
        "rest": "zibeline",
        "spans": (Span(key="themes", value="museum", start=0, end=5),),
    }
    with advising(tmp_path, called, suits, farm) as adviser:
        assert proposed(adviser, **asked) == ["called", "suits"]


@pytest.mark.parametrize(("step", "ties"), [(0.2, True), (12.0, False)])
def test_only_scores_hardly_apart_take_turns(tmp_path: Path, step: float, ties: bool) -> None:
    with advising(tmp_path, at(3, "near", "castle"), at(3 + step, "off", "castle")) as adviser:
        firsts = {
            proposed(adviser, NOW.replace(month=8, day=day), types=SIGHTS, themes=("castle",))[0]
            for day in range(1, 29)
        }
    assert weights.TIE < 1
    assert (firsts == {"near", "off"}) is ties


stretches = st.tuples(st.integers(0, 23), st.integers(1, 12)).map(
    lambda pair: (time(pair[0]), time((pair[0] + pair[1]) % 24))
)


@given(stretches, st.integers(0, 23), st.sampled_from([0, 30]), st.integers(0, 6))
@settings(max_examples=300)
def test_open_in_a_window_is_open_in_one_of_its_minutes(
    slot: tuple[time, time], hour: int, minute: int, length: int
) -> None:
    """Beside the slow way: each minute of the window asked of the hours, the closing minute not
    open; a window that is a moment is its minute."""
    place = make(openings=(Period(slots=(Slot(*slot),)),))
    day = date(2026, 7, 24)
    start = time(hour, minute)
    end = (datetime.combine(day, start) + timedelta(hours=length)).time()
    stood = standing(place, Asked((day,), start, end), NOW)
    begins = datetime.combine(day, start, PARIS)
    minutes = range(60 * length) if length else (0,)
    opens = any(
        hours.opening(place.openings, begins + timedelta(minutes=n)).state is hours.State.OPEN
        for n in minutes
    )
    assert (stood.open is True) == opens


@pytest.mark.parametrize(
    ("now", "soon"), [(time(18), False), (time(18, 1), True), (time(17, 59), False)]
)
def test_closing_within_the_hour_is_soon(now: time, soon: bool) -> None:
    moment = datetime.combine(date(2026, 7, 23), now, PARIS)
    asked = Asked((moment.date(),), now, now)
    assert standing(make(openings=TEN_TO_SEVEN), asked, moment).soon is soon


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), min_size=1, max_size=3),
    st.integers(0, 75),
)
def test_an_event_is_over_the_day_after_its_last(spans: list[tuple[int, int]], ahead: int) -> None:
    first, today = date(2026, 6, 1), date(2026, 6, 1) + timedelta(days=ahead)
    dates = tuple(
        Period(start=first + timedelta(days=n), end=first + timedelta(days=n + length))
        for n, length in spans
    )
    last = max(first + timedelta(days=n + length) for n, length in spans)
    assert hours.over(dates, today) == (today > last)
    now = datetime.combine(today, time(23, 59), PARIS)
    stood = standing(make(kind=Kind.EVENT, dates=dates), None, now)
    assert (stood.why == "past") == (today > last)
