"""Whether a listing is open, or takes place, in the time that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from catalog import hours
from catalog.advice.timing import Asked, Window, wall
from catalog.clock import PARIS
from catalog.hours.schedule import Span, spans
from catalog.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalog.model import Listing, Period

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
OCCASIONS: Final = frozenset({Kind.EVENT, Kind.MARKET})
_DAY: Final = timedelta(days=1)


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


def periods_of(listing: Listing) -> tuple[Literal["openings", "dates"], tuple[Period, ...]]:
    """What tells when the listing can be visited: an event's dates, a place's openings."""
    if listing.dates and (listing.kind in OCCASIONS or not listing.openings):
        return "dates", listing.dates
    return "openings", listing.openings


def standing(listing: Listing, asked: Asked | None, now: datetime) -> Standing:
    """Open in the asked time; at `now` when none was asked, an event from today on."""
    field, periods = periods_of(listing)
    today = wall(now).date()
    if field == "dates" and hours.over(periods, today):
        return Standing(False, field, "past", day=hours.last_day(periods))
    if not periods:
        return Standing(None, field, "unknown")
    if asked is None:
        if field == "dates":
            return _some_day(periods, field, today, today + timedelta(days=400), now)
        moment = wall(now)
        return _in_windows(periods, field, (Window(moment, moment),), now)
    if len(asked.days) > _FEW_DAYS:
        return _some_day(periods, field, asked.days[0], asked.days[-1], now)
    return _in_windows(periods, field, asked.windows(now), now)


def _in_windows(
    periods: Sequence[Period],
    field: Literal["openings", "dates"],
    windows: Sequence[Window],
    now: datetime,
) -> Standing:
    """The first window with a stated opening; else the first doubtful one; else closed."""
    doubtful: Standing | None = None
    for window in windows:
        found = _in_window(periods, field, window)
        if found.open:
            return found
        if found.open is None:
            doubtful = doubtful or found
    return doubtful or _closed(periods, field, windows[0].start, now)


def _in_window(
    periods: Sequence[Period], field: Literal["openings", "dates"], window: Window
) -> Standing:
    day = window.start.date()
    plan = hours.on_day(periods, day)
    stretches = [
        *spans(plan, day),
        *spans(hours.on_day(periods, day - _DAY), day - _DAY),
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
        return Standing(True, field, day=day, start=begins, end=ends, soon=soon)
    if touching:
        return Standing(None, field, "hours", day=day, start=touching[0].start)
    if plan.state is hours.State.OPEN and (plan.more or not plan.slots):
        # "Saturday", without hours, answers "on Saturday", not "on Saturday evening".
        whole = window.end - window.start >= timedelta(hours=12)
        return Standing(True if whole else None, field, "hours", day=day)
    if plan.state is hours.State.UNKNOWN and not _after_the_last(periods, field, day):
        return Standing(None, field, "unknown")
    return Standing(False, field, "closed")


def _after_the_last(
    periods: Sequence[Period], field: Literal["openings", "dates"], day: date
) -> bool:
    """An event is on no day after its last; of a place, last year's hours say nothing."""
    return field == "dates" and hours.over(periods, day)


def _touches(span: Span, window: Window) -> bool:
    if window.moment:
        return span.start <= window.start < span.end
    return span.start < window.end and span.end > window.start


def _some_day(
    periods: Sequence[Period],
    field: Literal["openings", "dates"],
    first: date,
    last: date,
    now: datetime,
) -> Standing:
    """Any day between two, both included: the first one that is surely open."""
    found = hours.coming_dates(periods, first, limit=2, horizon_days=(last - first).days + 1)
    clock = wall(now)
    for day in found:
        coming = [span for span in spans(hours.on_day(periods, day), day) if span.end > clock]
        if coming:
            end = coming[0].end if coming[0].sure else None
            return Standing(True, field, day=day, start=coming[0].start, end=end)
        if not hours.on_day(periods, day).slots:
            return Standing(True, field, "hours", day=day)
    if hours.on_day(periods, first).state is hours.State.UNKNOWN:
        return Standing(None, field, "unknown")
    return _closed(periods, field, datetime.combine(first, clock.time()), now)


def _closed(
    periods: Sequence[Period], field: Literal["openings", "dates"], at: datetime, now: datetime
) -> Standing:
    """Closed, with the next opening after the asked time."""
    after = max(at, wall(now))
    coming = hours.opening(periods, after.replace(tzinfo=PARIS))
    start = coming.next_open
    if coming.next_day is None:
        return Standing(False, field, "closed")
    away = (coming.next_day - after.date()).days
    return Standing(
        False,
        field,
        "season" if field == "openings" and away > SEASON_DAYS else "closed",
        day=coming.next_day,
        start=start.replace(tzinfo=None) if start is not None else None,
    )
