"""Whether a listing is open, or takes place, in the time that was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from catalog import hours
from catalog.advice.timing import Asked, Window, wall
from catalog.clock import PARIS
from catalog.hours.schedule import Span, spans
from catalog.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.journal import Notice
    from catalog.model import Listing

Why = Literal[
    "",
    "unknown",  # nothing is stated for that day
    "hours",  # open that day, at hours that are not stated
    "closed",
    "season",  # closed for weeks
    "past",  # an event that is over
]

SOON: Final = timedelta(minutes=60)
"""Closing within this time of the beginning is worth a word."""
SEASON_DAYS: Final = 21
"""Closed for longer than this is a season, not a day off."""
_FEW_DAYS: Final = 8
"""Up to so many days are looked at one by one; more are asked of the schedule at once."""
_MANY_DAYS: Final = 62
"""So many open days at most are asked whether they are open at an hour."""
OCCASIONS: Final = frozenset({Kind.EVENT, Kind.MARKET})
_DAY: Final = timedelta(days=1)
_HORIZON_DAYS: Final = 400
"""How far ahead an occasion may be."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`open` None is unknown. `field`: the listing's field that says so.

    Open: `start` and `end` of the stretch (Paris wall time, None where not stated) on `day`, and
    `soon` when it closes within `SOON` of the beginning. Not open: `why`, and `day` with `start`
    is the next opening.
    """

    open: bool | None
    field: Literal["openings", "dates"]
    why: Why = ""
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None
    soon: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """What tells when a listing can be visited: an event's dates, a place's openings, and the
    region whose holidays they mean."""

    field: Literal["openings", "dates"]
    periods: tuple[Period, ...]
    region: hours.Region

    def on_day(self, day: date) -> hours.DayPlan:
        """The plan of one day."""
        return hours.on_day(self.periods, day, self.region)

    def over(self, day: date) -> bool:
        """Whether an event is on no day any more; of a place, last year's hours say nothing."""
        return self.field == "dates" and hours.over(self.periods, day)


def times_of(listing: Listing) -> Times:
    """The times of a listing."""
    region = hours.region_of(listing.place)
    if listing.kind in OCCASIONS and (listing.dates or not listing.openings):
        return Times("dates", listing.dates, region)
    if listing.dates and not listing.openings:
        return Times("dates", listing.dates, region)
    return Times("openings", listing.openings, region)


def standing(listing: Listing, asked: Asked | None, now: datetime) -> Standing:
    """Open in the asked time; at `now` when none was asked, an event from today on."""
    times = times_of(listing)
    today = wall(now).date()
    if times.over(today):
        return Standing(False, times.field, "past", day=hours.last_day(times.periods))
    if not times.periods:
        return Standing(None, times.field, "unknown")
    if asked is None:
        if times.field == "dates":
            return _some_day(times, _horizon(today), now)
        moment = wall(now)
        return _in_windows(times, (Window(moment, moment),), now)
    if len(asked.days) <= _FEW_DAYS:
        return _in_windows(times, asked.windows(now), now)
    if asked.whole_days:
        return _some_day(times, asked.days, now)
    likely = _open_days(times, asked.days, _MANY_DAYS) or asked.days[:1]
    return _in_windows(times, replace(asked, days=tuple(likely)).windows(now), now)


def left_open(
    listing: Listing, asked: Asked | None, now: datetime, notices: Sequence[Notice]
) -> tuple[Standing, bool, tuple[Notice, ...]]:
    """The standing on the days that the staff's notices leave of those asked for, whether they
    leave none, and the notices of these days. Who asked for no day is told of an occasion's next
    date that is left, of a place's today."""
    stood, today = standing(listing, asked, now), wall(now).date()
    dated = stood.field == "dates"
    if asked is not None:
        days = asked.days
    else:
        days = (stood.day,) if dated and stood.day is not None else (today,)
    told = tuple(notice for notice in notices if any(map(notice.holds, days)))
    if not any(notice.shuts for notice in told):
        return stood, False, told
    if asked is None and dated:
        days = _horizon(today)
    shutting = [notice for notice in notices if notice.shuts]
    left = tuple(day for day in days if not any(notice.holds(day) for notice in shutting))
    if not left:
        return stood, True, told
    hours_asked = (asked.start, asked.end) if asked is not None else (None, None)
    beside = standing(listing, Asked(left, *hours_asked), now)
    return beside, beside.open is False, told


@lru_cache(maxsize=2)
def _horizon(today: date) -> tuple[date, ...]:
    return tuple(today + n * _DAY for n in range(_HORIZON_DAYS))


def _in_windows(
    times: Times,
    windows: Sequence[Window],
    now: datetime,
) -> Standing:
    """The first window with a stated opening; else the first doubtful one; else closed."""
    doubtful: Standing | None = None
    for window in windows:
        found = _in_window(times, window)
        if found.open:
            return found
        if found.open is None:
            doubtful = doubtful or found
    return doubtful or _closed(times, windows[0].start, now)


def _in_window(times: Times, window: Window) -> Standing:
    day = window.start.date()
    plan = times.on_day(day)
    stretches = [
        *spans(plan, day),
        *spans(times.on_day(day - _DAY), day - _DAY),
    ]
    touching = sorted(
        (span for span in stretches if _touches(span, window)), key=lambda span: span.start
    )
    sure = [span for span in touching if span.sure]
    if sure:
        begins, ends = sure[0].start, sure[0].end
        for span in sure[1:]:  # lunch menu till 14:00, kitchen till 15:00: one opening
            ends = max(ends, span.end) if span.start <= ends else ends
        soon = ends - max(begins, window.start) < SOON and ends <= window.start + SOON
        return Standing(True, times.field, day=day, start=begins, end=ends, soon=soon)
    if touching:
        return Standing(None, times.field, "hours", day=day, start=touching[0].start)
    if plan.state is hours.State.OPEN and (plan.more or not plan.slots):
        # "Saturday", without hours, answers "on Saturday", not "on Saturday evening".
        whole = window.end - window.start >= timedelta(hours=12)
        return Standing(True if whole else None, times.field, "hours", day=day)
    if plan.state is hours.State.UNKNOWN and not times.over(day):
        return Standing(None, times.field, "unknown")
    return Standing(False, times.field, "closed")


def _touches(span: Span, window: Window) -> bool:
    if window.moment:
        return span.start <= window.start < span.end
    return span.start < window.end and span.end > window.start


def _open_days(times: Times, days: Sequence[date], most: int) -> list[date]:
    """The first of these days that are surely open."""
    length = (days[-1] - days[0]).days + 1
    holes = length - len(days)
    found = hours.coming_dates(
        times.periods, days[0], times.region, limit=most + holes, horizon_days=length
    )
    return [day for day in found if not holes or day in days]


def _some_day(times: Times, days: Sequence[date], now: datetime) -> Standing:
    """Any of these days: the first one that is surely open."""
    first, found = days[0], _open_days(times, days, 2)  # the first may be past by now
    clock = wall(now)
    for day in found:
        coming = [span for span in spans(times.on_day(day), day) if span.end > clock]
        if coming:
            end = coming[0].end if coming[0].sure else None
            return Standing(True, times.field, day=day, start=coming[0].start, end=end)
        if not times.on_day(day).slots:
            return Standing(True, times.field, "hours", day=day)
    if times.on_day(first).state is hours.State.UNKNOWN:
        return Standing(None, times.field, "unknown")
    return _closed(times, datetime.combine(first, clock.time()), now)


def _closed(times: Times, at: datetime, now: datetime) -> Standing:
    """Closed, with the next opening after the asked time."""
    after = max(at, wall(now))
    coming = hours.opening(times.periods, after.replace(tzinfo=PARIS), times.region)
    start = coming.next_open
    if coming.next_day is None:
        return Standing(False, times.field, "closed")
    away = (coming.next_day - after.date()).days
    return Standing(
        False,
        times.field,
        "season" if times.field == "openings" and away > SEASON_DAYS else "closed",
        day=coming.next_day,
        start=start.replace(tzinfo=None) if start is not None else None,
    )
