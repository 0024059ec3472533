"""Seasons, days and hours in words: one line for each season or date."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from catalog.hours import ANYWHERE, Region, collapsed, coming_dates, parted, school
from catalog.model import WEEK, Day, MonthDay, Period, Slot
from kiosk.present.words import Words, capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.i18n import Translator

MAX_LINES: Final = 12
"""Lines of seasons or dates; what is left out is counted in a last one."""

NEXT_DATES: Final = 4
"""Coming dates told of something that returns."""

NEXT_HOLIDAYS: Final = 2
"""Coming school holidays told of something that they open or close."""


def hours_lines(
    periods: Sequence[Period], *, words: Words, today: date, region: Region = ANYWHERE
) -> tuple[str, ...]:
    """The opening periods from today on, one line a season; those of past years only where
    there is nothing else, and then it is said. Where some hold in school holidays, also when
    these are."""
    tidy = collapsed(periods)
    present = [period for period in tidy if not _is_past(period, today)]
    if any(not period.closed for period in present):
        told = _limited(_lines(present, words), words.t)
        return (*told, *_school_holidays(present, region, words.t, today))
    past = [period for period in tidy if not period.closed]
    lines = _lines(past[-MAX_LINES:], words) + _lines(present, words)
    if not past:
        return tuple(lines)
    return (words.t._("Hours of an earlier season, not confirmed since:"), *lines)


def _school_holidays(
    periods: Sequence[Period], region: Region, t: Translator, today: date
) -> Iterator[str]:
    """The next holidays of the place's zone, which no visitor from elsewhere knows."""
    if region.zone is None or not any(Day.SH in period.days for period in periods):
        return
    coming = [one for one in school.holidays(region.zone) if one.end >= today][:NEXT_HOLIDAYS]
    if coming:
        dates = " · ".join(season_text(one.start, one.end, t) for one in coming)
        # Translators: the dates of French school holidays where the place lies
        yield t._("School holidays here: %(dates)s") % {"dates": dates}


def date_lines(
    periods: Sequence[Period], *, words: Words, today: date, region: Region = ANYWHERE
) -> tuple[str, ...]:
    """An event's dates from today on; for one that returns, also the next days themselves."""
    t = words.t
    tidy = collapsed(periods)
    present = [period for period in tidy if not _is_past(period, today)]
    lines = list(_limited(_lines(present, words), t))
    if any(_returns(period) for period in present):
        coming = coming_dates(periods, today, region, limit=NEXT_DATES)
        if coming:
            # No commas between: German and English dates have their own.
            days = " · ".join(
                t.date(day, "full" if day.year != today.year else "day") for day in coming
            )
            lines.append(
                t.n_("Next date: %(dates)s", "Next dates: %(dates)s", len(coming), dates=days)
            )
    return tuple(lines)


def _returns(period: Period) -> bool:
    """Whether it takes place on single days that a reader would have to work out."""
    if period.closed or isinstance(period.start or period.end, date):
        return False
    one_day = period.start is not None and period.start == period.end
    return one_day or bool(period.days or period.nth)


def slots_text(slots: Sequence[Slot], t: Translator) -> str:
    """As "10:00–12:30, 14:00–18:00"; "" for none."""
    return ", ".join(slot_text(slot, t) for slot in slots)


def slot_text(slot: Slot, t: Translator) -> str:
    """One opening: "10:00–12:30", "from 10:00" where its end is not known."""
    if slot.closes == slot.opens and slot.opens.hour == slot.opens.minute == 0:
        return t._("24 hours")
    if slot.closes is None or slot.closes == slot.opens:
        # Translators: a place opens, or an event begins, at this time; its end is not known
        return t._("from %(time)s") % {"time": t.time(slot.opens)}
    # Translators: opening and closing time
    return t._("%(opens)s–%(closes)s") % {
        "opens": t.time(slot.opens),
        "closes": t.time(slot.closes),
    }


def _is_past(period: Period, today: date) -> bool:
    return isinstance(period.end, date) and period.end < today


def _limited(lines: Sequence[str], t: Translator) -> tuple[str, ...]:
    if len(lines) <= MAX_LINES:
        return tuple(lines)
    left = len(lines) - (MAX_LINES - 1)
    more = t.n_("and %(count)s more date", "and %(count)s more dates", left)
    return (*lines[: MAX_LINES - 1], more)


def _lines(periods: Sequence[Period], words: Words) -> list[str]:
    """One line for each run of periods of the same season, openings before closures; then those
    that stand instead of others, in their order, which say so."""
    in_any_order, in_order = parted(periods)
    opens = [period for period in in_any_order if not period.closed]
    closures = [period for period in in_any_order if period.closed]
    lines = [*_season_lines(opens, words), *(_closure_line(period, words) for period in closures)]
    closed_before = bool(closures)
    for (instead, closed), run in groupby(in_order, attrgetter("instead", "closed")):
        if closed:
            lines += (_closure_line(period, words) for period in run)
            closed_before = True
            continue
        message = ""
        if instead and lines:
            # Translators: on these days only these hours hold, whatever the lines above say
            message = words.t._("%(hours)s, instead of the above")
        elif closed_before:
            # Translators: open at these hours even on days that a line above calls closed
            message = words.t._("%(hours)s, even on the days closed above")
        told = _season_lines(list(run), words)
        lines += (message % {"hours": line} if message else line for line in told)
    return lines


def _season_lines(periods: Sequence[Period], words: Words) -> list[str]:
    return [
        _season_line(*season, list(group), words)
        for season, group in groupby(periods, key=attrgetter("start", "end"))
    ]


def _season_line(
    start: date | MonthDay | None,
    end: date | MonthDay | None,
    periods: Sequence[Period],
    words: Words,
) -> str:
    t = words.t
    season = season_text(start, end, t)
    one_day = start is not None and start == end
    in_week = sorted(periods, key=_first_weekday)
    parts = [_days_and_hours(period, words, one_day=one_day) for period in in_week]
    text = "; ".join(part for part in parts if part)
    if not season:
        return capital(text)
    if not text:
        return capital(season)
    # Translators: a season or a date, then the days and hours of it
    return capital(t._("%(season)s: %(hours)s") % {"season": season, "hours": text})


def _first_weekday(period: Period) -> int:
    return min((list(Day).index(day) for day in period.days), default=-1)


def season_text(start: date | MonthDay | None, end: date | MonthDay | None, t: Translator) -> str:
    """As "1 April – 31 October", "Saturday 8 August 2026", "from 1 May 2026"; "" for always."""
    if start is None or end is None:
        return _open_ended(start, end, t)
    if start == end:
        return t.date(start, "full")
    same_year = isinstance(start, date) and isinstance(end, date) and start.year == end.year
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if not isinstance(start, date):
            return ""
        if same_year:
            # Translators: a season that lasts the whole of one year
            return t._("in %(year)s") % {"year": start.year}
    # Translators: the first and the last day of a season
    return t._("%(start)s – %(end)s") % {
        "start": t.date(start, "month_day" if same_year else "long"),
        "end": t.date(end, "long"),
    }


def _open_ended(start: date | MonthDay | None, end: date | MonthDay | None, t: Translator) -> str:
    if start is not None:
        # Translators: a season that begins on this day; its end is not stated
        return t._("from %(date)s on") % {"date": t.date(start)}
    if end is not None:
        # Translators: a season that ends on this day; its beginning is not stated
        return t._("until %(date)s") % {"date": t.date(end)}
    return ""


def _days_and_hours(period: Period, words: Words, *, one_day: bool) -> str:
    t = words.t
    hours = slots_text(period.slots, t)
    if one_day:
        text = hours
    elif hours:
        # Translators: days, then the hours of these days: "Tuesday–Sunday 10:00–12:30"
        text = t._("%(days)s %(hours)s") % {"days": days_text(period, t), "hours": hours}
    else:
        # Translators: open on these days, but the catalogue does not say at which hours
        text = t._("%(days)s, hours not stated") % {"days": days_text(period, t)}
    return _with_note(text, period, words)


def _closure_line(period: Period, words: Words) -> str:
    t = words.t
    season = season_text(period.start, period.end, t)
    some_days = bool(period.days or period.nth)
    if season and some_days:
        # Translators: on these days of the week, in this season
        when = t._("%(season)s, %(days)s") % {"season": season, "days": days_text(period, t)}
    else:
        when = season or (days_text(period, t) if some_days else "")
    if period.slots:  # for a part of the day only
        days = when or days_text(period, t)
        when = t._("%(days)s %(hours)s") % {"days": days, "hours": slots_text(period.slots, t)}
    text = t._("Closed: %(when)s") % {"when": when} if when else t._("Closed")
    return _with_note(text, period, words)


def _with_note(text: str, period: Period, words: Words) -> str:
    note = words.note(period.note)
    if not note:
        return text
    if not text:
        return note
    # Translators: hours, and a remark of the catalogue about them
    return words.t._("%(hours)s (%(note)s)") % {"hours": text, "note": note}


def days_text(period: Period, t: Translator) -> str:
    """As "every day", "Tuesday–Sunday", "Saturday (1st and 3rd of the month), public holidays"."""
    weekdays = [day for day in period.days if day in WEEK]
    parts: list[str] = []
    if weekdays or (period.nth and not period.days):
        ranges = _ranges(weekdays or WEEK, t)
        parts += [_nth(t.join(ranges), period.nth, t)] if period.nth else ranges
    if Day.PH in period.days:
        parts.append(t._("public holidays"))
    if Day.SH in period.days:
        parts.append(t._("school holidays"))
    return t.join(parts) if parts else t._("every day")


def _ranges(days: Sequence[Day], t: Translator) -> list[str]:
    """Names of days in order, three or more in a row as a range."""
    runs: list[list[int]] = []
    for index in (WEEK.index(day) for day in days):
        if runs and index == runs[-1][-1] + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    names = []
    for run in runs:
        if len(run) < 3:
            names += [t.weekday(index) for index in run]
        else:
            # Translators: from one day of the week to another: "Tuesday–Sunday"
            names.append(
                t._("%(first)s–%(last)s") % {"first": t.weekday(run[0]), "last": t.weekday(run[-1])}
            )
    return names


def _nth(days: str, numbers: Sequence[int], t: Translator) -> str:
    ordinals = {
        # Translators: the first, second … such weekday of a month: "Saturday (1st of the month)"
        1: t.p_("weekday of the month", "1st"),
        2: t.p_("weekday of the month", "2nd"),
        3: t.p_("weekday of the month", "3rd"),
        4: t.p_("weekday of the month", "4th"),
        5: t.p_("weekday of the month", "5th"),
        -1: t.p_("weekday of the month", "last"),
    }
    which = t.join(ordinals[number] for number in numbers if number in ordinals)
    # Translators: a day of the week, and which of them in each month
    return t._("%(days)s (%(which)s of the month)") % {"days": days, "which": which}
