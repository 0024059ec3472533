from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Slot
from catalog.sources.values.notes import Notes
from catalog.sources.values.occurrences import clock_at, on_days, on_the_wall, taking_place, zone
from catalog.sources.values.periods import Statement
from tests.catalog.sources.days import days_of

CARMAUX = Point(44.05, 2.16)
FORT_DE_FRANCE = Point(14.6, -61.07)
WALLS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(second=0, microsecond=0)
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 7, day, hour, minute)  # noqa: DTZ001


def said(begins: datetime, ends: datetime | None) -> tuple[list[Statement], list[str]]:
    notes = Notes("x")
    return taking_place(begins, ends, notes, "f"), [caution.kind for caution in notes.cautions]


def one(day: int, opens: time, closes: time | None = None) -> Statement:
    return Statement(date(2026, 7, day), date(2026, 7, day), slot=Slot(opens, closes))


@pytest.mark.parametrize(
    ("begins", "ends", "expected", "kinds"),
    [
        (at(3, 20), at(3, 22), [one(3, time(20), time(22))], []),
        (at(3, 22), at(4, 2), [one(3, time(22), time(2))], []),
        (at(3, 20), at(4, 0), [one(3, time(20), time(0))], []),
        (at(3, 8), at(4, 8), [one(3, time(8), time(8))], []),
        (at(3, 20), None, [one(3, time(20))], []),
        (at(3, 20), at(3, 20), [one(3, time(20))], ["opening_equals_closing"]),
        (at(3, 20), at(3, 19), [one(3, time(20))], ["period_reversed"]),
        (at(3, 0), at(4, 0), [Statement(date(2026, 7, 3), date(2026, 7, 3))], []),
        (at(3, 0), at(6, 0), [Statement(date(2026, 7, 3), date(2026, 7, 5))], []),
        (
            at(3, 18),
            at(5, 20),
            [one(3, time(18)), Statement(date(2026, 7, 4), date(2026, 7, 5))],
            ["occurrence_of_days"],
        ),
    ],
)
def test_one_occurrence(
    begins: datetime, ends: datetime | None, expected: list[Statement], kinds: list[str]
) -> None:
    assert said(begins, ends) == (expected, kinds)


@given(WALLS, st.integers(1, 20 * 24 * 60))
def test_every_day_that_is_touched_is_kept_and_no_other(begins: datetime, minutes: int) -> None:
    ends = begins + timedelta(minutes=minutes)
    kept = {day for day, _ in days_of(said(begins, ends)[0])}
    touched = {begins.date()}
    if minutes > 24 * 60:  # until then it belongs to the evening on which it began
        step = begins
        while step < ends:
            touched.add(step.date())
            step += timedelta(minutes=1 if minutes < 3000 else 60)
        touched.add((ends - timedelta(minutes=1)).date())
    assert kept == touched


@given(WALLS, st.integers(1, 24 * 60))
def test_the_hours_are_those_given(begins: datetime, minutes: int) -> None:
    ends = begins + timedelta(minutes=minutes)
    (statement,) = said(begins, ends)[0]
    if statement.slot is None:
        assert (begins.time(), ends.time()) == (time(0), time(0))
    else:
        assert statement.slot == Slot(begins.time(), ends.time())


@pytest.mark.parametrize("year", [1899, 2050, 9999])
def test_years_that_no_agenda_means(year: int) -> None:
    notes = Notes("x")
    assert taking_place(datetime(year, 1, 1, 9), None, notes, "f") == []  # noqa: DTZ001
    assert on_days(date(year, 1, 1), None, notes, "f") == []
    assert {caution.kind for caution in notes.cautions} == {"period_never"}


def test_days_without_end() -> None:
    notes = Notes("x")
    assert on_days(date(2026, 7, 1), date(2099, 12, 31), notes, "f") == [
        Statement(date(2026, 7, 1), None)
    ]
    assert notes.cautions[0].kind == "date_without_end"


def test_days_in_reverse_keep_the_first() -> None:
    notes = Notes("x")
    assert on_days(date(2026, 7, 5), date(2026, 7, 1), notes, "f") == [
        Statement(date(2026, 7, 5), date(2026, 7, 5))
    ]
    assert notes.cautions[0].kind == "period_reversed"


def test_the_clock_of_paris_in_metropolitan_france_whatever_is_said() -> None:
    assert clock_at(CARMAUX, "America/Martinique") is PARIS
    assert clock_at(CARMAUX) is PARIS
    assert clock_at(FORT_DE_FRANCE, "America/Martinique") == zone("America/Martinique")
    assert clock_at(FORT_DE_FRANCE) is None


def test_the_wall_overseas() -> None:
    stated = datetime(2026, 7, 3, 19, 30, tzinfo=timezone(timedelta(hours=-4)))
    assert on_the_wall(stated, clock_at(FORT_DE_FRANCE)) == at(3, 19, 30)
    assert on_the_wall(stated.astimezone(UTC), clock_at(FORT_DE_FRANCE, "America/Martinique")) == (
        at(3, 19, 30)
    )
    assert on_the_wall(stated, PARIS) == at(4, 1, 30)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_summer_and_winter_time(moment: datetime) -> None:
    wall = on_the_wall(moment, PARIS)
    bare = moment.replace(tzinfo=None, second=0, microsecond=0)
    last = [
        max(d for n in range(25, 32) if (d := date(moment.year, month, n)).weekday() == 6)
        for month in (3, 10)
    ]
    summer = datetime.combine(last[0], time(1)) <= bare < datetime.combine(last[1], time(1))
    assert wall - bare == timedelta(hours=2 if summer else 1)


@pytest.mark.parametrize("name", ["", "x", "../etc/passwd", "/etc", "Europe", "é", "a" * 99, "\0"])
def test_no_zone(name: str) -> None:
    assert zone(name) is None
