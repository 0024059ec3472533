"""Open when: the asked window against what is stated, and the profiles' data."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from catalog.advice.profiles import DATA, load, of_party, verdict
from catalog.advice.standing import standing
from catalog.advice.timing import asked_time
from catalog.clock import PARIS
from catalog.model import Day, Kind, Period, Slot, TermId
from catalog.request import Request
from catalog.vocabulary import concepts
from tests.catalog.making import make

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)  # a Thursday
TEN_TO_SEVEN = (Period(slots=(Slot(time(10), time(19)),)),)
FRIDAYS = (Period(days=(Day.FR,)),)
SPRING = (Period(start=date(2027, 4, 1), end=date(2027, 6, 30), slots=(Slot(time(10), time(18)),)),)
NIGHT = (Period(days=(Day.TH,), slots=(Slot(time(22), time(3)),)),)
EVENING = (Period(start=date(2026, 7, 25), end=date(2026, 7, 25), slots=(Slot(time(20), None),)),)


@pytest.mark.parametrize(
    ("openings", "when", "found", "why", "day"),
    [
        (TEN_TO_SEVEN, "now", True, "", date(2026, 7, 23)),
        (TEN_TO_SEVEN, "today:evening", True, "", date(2026, 7, 23)),
        (TEN_TO_SEVEN, "any@19:30", False, "closed", date(2026, 7, 24)),
        (TEN_TO_SEVEN, "any@19:30+", False, "closed", date(2026, 7, 24)),
        (TEN_TO_SEVEN, "any:evening@18:45-", True, "", date(2026, 7, 23)),
        (TEN_TO_SEVEN, "month:08", True, "", date(2026, 8, 1)),
        (TEN_TO_SEVEN, "date:12-25", True, "", date(2026, 12, 25)),
        (FRIDAYS, "tomorrow", True, "hours", date(2026, 7, 24)),
        (FRIDAYS, "tomorrow:morning", None, "hours", date(2026, 7, 24)),
        (FRIDAYS, "sat", False, "closed", date(2026, 7, 31)),
        (FRIDAYS, "this_weekend", False, "closed", date(2026, 7, 31)),
        (SPRING, "today", False, "season", date(2027, 4, 1)),
        (NIGHT, "fri@01:00", True, "", date(2026, 7, 24)),
        (NIGHT, "fri@04:00", False, "closed", date(2026, 7, 30)),
        ((), "today", None, "unknown", None),
    ],
)
def test_a_place_in_the_asked_time(
    openings: tuple[Period, ...], when: str, found: bool | None, why: str, day: date | None
) -> None:
    stood = standing(make(openings=openings), asked_time(when, NOW), NOW)
    assert (stood.open, stood.why, stood.day) == (found, why, day)


def test_what_closes_soon_says_so_and_what_opens_later_today_is_open_today() -> None:
    late = NOW.replace(hour=18, minute=20)
    place = make(openings=TEN_TO_SEVEN)
    assert standing(place, asked_time("now", late), late).soon
    assert not standing(place, asked_time("now", NOW), NOW).soon
    early = NOW.replace(hour=8)
    stood = standing(place, asked_time("today", early), early)
    assert stood.open
    assert stood.start == NOW.replace(hour=10, minute=0, tzinfo=None)
    assert standing(
        place, asked_time("today", late.replace(hour=20)), late.replace(hour=20)
    ).open is (False)


def test_an_event_takes_place_within_the_window_or_is_over() -> None:
    event = make(kind=Kind.EVENT, dates=EVENING)
    assert standing(event, asked_time("this_weekend", NOW), NOW).day == date(2026, 7, 25)
    assert standing(event, asked_time("sun", NOW), NOW).open is False
    assert standing(event, None, NOW).open
    after = NOW.replace(day=27)
    for when in (None, "today", "month:08", "this_week"):
        stood = standing(event, asked_time(when, after), after)
        assert (stood.open, stood.why) == (False, "past")


def test_every_term_of_the_profiles_is_a_concept_and_none_contradicts_itself() -> None:
    for name, profile in load(DATA).items():
        for terms in (profile.audience, profile.suits, profile.amenities, profile.depends):
            assert set(terms) <= set(concepts()), name
        assert {*profile.stops, *profile.avoids} <= set(concepts()), name
        assert not set(profile.suits) & {*profile.stops, *profile.avoids, *profile.depends}, name


@pytest.mark.parametrize(
    ("party", "named"),
    [
        (("age:2",), ["toddler"]),
        (("age:6", "age:10"), ["kids"]),
        (("age:15", "age:70"), ["teens", "seniors"]),
        (("n:24",), ["group"]),
        (("n:4",), []),
        (("nobody", "age:x", "n:"), []),
    ],
)
def test_ages_and_numbers_are_profiles(party: tuple[str, ...], named: list[str]) -> None:
    assert [name for name, _ in of_party(Request(party=party))] == named


def test_the_most_precise_concept_decides() -> None:
    rain = load(DATA)["weather_rain"]
    assert verdict(make(concepts=(TermId("cave"),)), rain) == ("suits", "cave")
    assert verdict(make(concepts=(TermId("gorge"),)), rain) == ("avoids", "gorge")
    assert verdict(make(concepts=(TermId("swimming_pool"),)), rain) is None
    assert verdict(make(concepts=(TermId("village"),)), rain) is None
