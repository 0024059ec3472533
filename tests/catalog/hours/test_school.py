"""The calendar of school holidays, as data that somebody adds to once a year."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import holidays as other_hand
import pytest

from catalog.hours.region import Region
from catalog.hours.school import (
    Holidays,
    Season,
    Zone,
    ends_soon,
    holidays,
    is_school_holiday,
    known_until,
    zone_of,
)
from catalog.sources.values.departments import department_of

MAINLAND = (Zone.A, Zone.B, Zone.C)
DAY = timedelta(days=1)


def test_the_holidays_of_a_zone() -> None:
    assert [
        one for one in holidays(Zone.C) if date(2026, 9, 1) <= one.start < date(2027, 9, 1)
    ] == [
        Holidays(date(2026, 10, 17), date(2026, 11, 1), Season.AUTUMN),
        Holidays(date(2026, 12, 19), date(2027, 1, 3), Season.CHRISTMAS),
        Holidays(date(2027, 2, 6), date(2027, 2, 21), Season.WINTER),
        Holidays(date(2027, 4, 3), date(2027, 4, 18), Season.SPRING),
        Holidays(date(2027, 7, 3), date(2027, 8, 31), Season.SUMMER),
    ]


@pytest.mark.parametrize("zone", Zone)
def test_every_line_is_one_that_an_order_can_have(zone: Zone) -> None:
    found = holidays(zone)
    assert all(before.end < after.start for before, after in pairwise(found))
    for one in found:
        days = (one.end - one.start).days + 1
        if one.name is Season.SUMMER:
            assert 55 <= days <= 63
        else:  # two weeks from a Saturday, and a public holiday after them at most
            assert one.start.weekday() == 5
            assert days in (16, 17)
            back = one.end + DAY
            assert back.weekday() == 0 or one.end in other_hand.country_holidays("FR")
    years = [one.start.year for one in found if one.name is Season.AUTUMN]
    assert years == list(range(years[0], years[-1] + 1))


def test_zones_share_but_winter_and_spring() -> None:
    for season in Season:
        of_zones = [{one for one in holidays(zone) if one.name is season} for zone in MAINLAND]
        if season in (Season.WINTER, Season.SPRING):
            assert not of_zones[0] & of_zones[1] & of_zones[2]
        else:
            assert of_zones[0] == of_zones[1] == of_zones[2]


def test_what_no_order_has_set_is_not_known() -> None:
    assert known_until() == min(known_until(zone) for zone in MAINLAND)
    for zone in Zone:
        last = known_until(zone)
        assert is_school_holiday(last, zone) is not None
        assert is_school_holiday(last + DAY, zone) is None
        assert is_school_holiday(date(2024, 7, 14), zone) is None
        assert all(one.end <= last for one in holidays(zone))
    assert is_school_holiday(date(2027, 5, 7), Zone.A) is None  # no class, and no holiday


def test_half_a_year_before_its_end_it_is_time_for_more() -> None:
    assert not ends_soon(known_until() - timedelta(days=183))
    assert ends_soon(known_until() - timedelta(days=182))
    assert ends_soon(known_until() + DAY)


def test_without_a_zone_only_what_all_agree_on() -> None:
    assert is_school_holiday(date(2026, 12, 25), None) is True
    assert is_school_holiday(date(2026, 11, 24), None) is False
    assert is_school_holiday(date(2027, 2, 9), None) is None


def test_every_department_of_the_mainland_and_corsica_has_a_zone() -> None:
    codes = [f"{n:02}" for n in range(1, 96) if n != 20] + ["2A", "2B"]
    assert all(department_of(f"{code}001") == code for code in codes)
    zones = {code: zone_of(code) for code in codes}
    assert None not in zones.values()
    assert [code for code, zone in zones.items() if zone is Zone.CORSICA] == ["2A", "2B"]
    assert zones["81"] is Zone.C
    assert zones["44"] is Zone.B
    assert zones["33"] is Zone.A
    assert zone_of("974") is None
    assert zone_of("20") is None


def test_the_holidays_of_alsace_and_moselle_are_those_of_another_hand() -> None:
    alsace = Region(Zone.B, alsace=True)
    years = range(2020, 2061)
    everywhere = other_hand.country_holidays("FR", years=years)
    there = other_hand.country_holidays("FR", subdiv="57", years=years)
    day = date(2020, 1, 1)
    while day.year <= years[-1]:
        assert alsace.own_public_holiday(day) == (day in there and day not in everywhere), day
        assert not Region(Zone.B).own_public_holiday(day)
        day += DAY
