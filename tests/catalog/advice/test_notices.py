"""The staff's word beside the days that were asked for: some shut, all shut, none."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.advice.fitting import fit
from catalog.advice.standing import left_open, standing
from catalog.advice.timing import Asked, asked_time
from catalog.clock import PARIS
from catalog.journal import Notice, NoticeKind
from catalog.model import Day, Kind, ListingId, Period, Slot
from catalog.request import Request
from tests.catalog.making import make

NOW = datetime(2026, 7, 22, 10, 40, tzinfo=PARIS)  # a Wednesday
EVERY_DAY = (Period(slots=(Slot(time(10), time(19)),)),)
SATURDAYS = (Period(days=(Day.SA,), slots=(Slot(time(10), time(19)),)),)
FAIR = (Period(start=date(2026, 7, 25), end=date(2026, 7, 26), slots=(Slot(time(18), time(22)),)),)


def notice(first: int, last: int, kind: NoticeKind = NoticeKind.CLOSED, month: int = 7) -> Notice:
    since, until = date(2026, month, first), date(2026, month, last)
    return Notice(listing=ListingId("test:1"), kind=kind, since=since, until=until, initials="LD")


SATURDAY, SUNDAY = notice(25, 25), notice(26, 26)


@pytest.mark.parametrize(
    ("openings", "when", "notices", "opens", "told"),
    [
        # One of two days: the other is offered, and the closure is told beside it.
        (EVERY_DAY, "this_weekend", (SATURDAY,), date(2026, 7, 26), "beside"),
        (EVERY_DAY, "this_weekend", (SUNDAY,), date(2026, 7, 25), "beside"),
        (EVERY_DAY, "this_weekend", (SATURDAY, SUNDAY), None, "against"),
        (EVERY_DAY, "this_weekend", (notice(20, 31),), None, "against"),
        (EVERY_DAY, "this_weekend", (notice(27, 31),), date(2026, 7, 25), ""),
        (EVERY_DAY, "this_weekend:morning", (SATURDAY,), date(2026, 7, 26), "beside"),
        (EVERY_DAY, "sat", (SATURDAY,), None, "against"),
        (EVERY_DAY, "now", (SATURDAY,), date(2026, 7, 22), ""),
        (EVERY_DAY, "now", (notice(22, 22),), None, "against"),
        (EVERY_DAY, None, (notice(22, 22),), None, "against"),
        (EVERY_DAY, None, (notice(23, 31),), date(2026, 7, 22), ""),
        # The only day it opens is the one that is shut.
        (SATURDAYS, "this_weekend", (SATURDAY,), None, "against"),
        # Many days: those that are left count, wherever the hole is.
        (EVERY_DAY, "this_month", (notice(22, 30),), date(2026, 7, 31), "beside"),
        (EVERY_DAY, "this_month", (notice(23, 31),), date(2026, 7, 22), "beside"),
        (EVERY_DAY, "this_month", (notice(22, 31),), None, "against"),
        (SATURDAYS, "month:08", (notice(1, 14, month=8),), date(2026, 8, 15), "beside"),
    ],
)
def test_the_days_left_by_closures_answer(
    openings: tuple[Period, ...],
    when: str | None,
    notices: tuple[Notice, ...],
    opens: date | None,
    told: str,
) -> None:
    found = fit(make(openings=openings), Request(when=when), asked_time(when, NOW), NOW,
                notices=notices)  # fmt: skip
    against = [caution for caution in found.against if caution.field == "notice"]
    beside = [
        each for each in found.cautions if each.field == "notice" and each not in found.against
    ]
    assert found.open is (opens is not None)
    assert found.standing.day == opens or opens is None
    assert bool(against) == (told == "against")
    assert bool(beside) == (told == "beside")
    assert all(day.month in {7, 8} for each in found.notices for day in (each.since, each.until))


def test_an_occasion_is_offered_on_the_dates_that_are_left() -> None:
    """Nobody asked for a day: a fair that is called off on its first day is on the second, and
    one that is called off altogether is no proposal, before it begins."""
    fair = make(kind=Kind.EVENT, dates=FAIR)
    off = notice(25, 25, NoticeKind.CANCELLED)
    found = fit(fair, Request(), None, NOW, notices=(off,))
    assert (found.open, found.standing.day) == (True, date(2026, 7, 26))
    assert [each.value for each in found.cautions] == ["cancelled"]
    gone = fit(fair, Request(), None, NOW, notices=(notice(24, 31, NoticeKind.CANCELLED),))
    assert gone.open is False
    assert [each.field for each in gone.against][:1] == ["notice"]


def test_a_warning_shuts_nothing() -> None:
    found = fit(make(openings=EVERY_DAY), Request(when="today"), asked_time("today", NOW), NOW,
                notices=(notice(22, 22, NoticeKind.WARNING),))  # fmt: skip
    assert found.open is True
    assert [each.value for each in found.cautions] == ["warning"]
    assert found.against == ()


spans = st.tuples(st.integers(1, 31), st.integers(0, 9)).map(
    lambda pair: notice(pair[0], min(31, pair[0] + pair[1]))
)
weeks = st.sets(st.sampled_from(list(Day)[:7]), min_size=1).map(
    lambda days: (Period(days=tuple(sorted(days)), slots=(Slot(time(10), time(19)),)),)
)


@given(
    st.lists(spans, min_size=1, max_size=3),
    weeks,
    st.integers(0, 3),
    st.integers(1, 12),
    st.sampled_from([(None, None), (time(8), time(12)), (time(15), time(15))]),
)
@settings(max_examples=150)
def test_open_on_a_day_that_is_left_and_on_no_other(
    notices: list[Notice],
    openings: tuple[Period, ...],
    ahead: int,
    count: int,
    clock: tuple[time | None, time | None],
) -> None:
    """Beside the slow way: each day by itself, the shut ones never asked."""
    place = make(openings=openings)
    days = tuple(date(2026, 7, 22) + timedelta(days=ahead + n) for n in range(count))
    stood, shut, _ = left_open(place, Asked(days, *clock), NOW, notices)
    alone = [
        day
        for day in days
        if not any(each.since <= day <= each.until for each in notices)
        and standing(place, Asked((day,), *clock), NOW).open
    ]
    assert (stood.open is True and not shut) == bool(alone)
    if alone:
        assert stood.day == alone[0]
