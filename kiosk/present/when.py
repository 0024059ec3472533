"""The time asked for, `Request.when`, in words short enough for a button."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from catalog.model import MonthDay
from kiosk.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.i18n import Translator

PARTS: Final = {
    # Translators: parts of the day, as on a button
    "morning": N_("morning"),
    "midday": N_("midday"),
    "afternoon": N_("afternoon"),
    "evening": N_("evening"),
    "night": N_("night"),
}
_DAYS: Final = {
    # Translators: what the visitor said of the day; short, as on a button
    "now": N_("now"),
    "today": N_("today"),
    "tomorrow": N_("tomorrow"),
    "yesterday": N_("yesterday"),
    "+2": N_("the day after tomorrow"),
    "this_week": N_("this week"),
    "next_week": N_("next week"),
    "this_weekend": N_("this weekend"),
    "next_weekend": N_("next weekend"),
    "this_month": N_("this month"),
    "next_month": N_("next month"),
    "this_year": N_("this year"),
    "public_holiday": N_("public holiday"),
    "school_holidays": N_("school holidays"),
    # Translators: seasons, as on a button
    "season:spring": N_("spring"),
    "season:summer": N_("summer"),
    "season:autumn": N_("autumn"),
    "season:winter": N_("winter"),
    # Translators: feasts of the year, as on a button
    "feast:easter": N_("Easter"),
    "feast:easter_monday": N_("Easter Monday"),
    "feast:good_friday": N_("Good Friday"),
    "feast:ascension": N_("Ascension Day"),
    "feast:pentecost": N_("Pentecost"),
    "feast:whit_monday": N_("Whit Monday"),
}
_TODAY: Final = {
    # Translators: a part of today; short, as on a button
    "morning": N_("this morning"),
    "midday": N_("midday today"),
    "afternoon": N_("this afternoon"),
    "evening": N_("this evening"),
    "night": N_("tonight"),
}
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOST_DAYS: Final = 9_999


def when_words(value: str, t: Translator, also: Sequence[str] = ()) -> str:
    """The day, the part of it and the hour; "" for what says none of these. `also`: other parts of
    that day that were told. Never raises."""
    spoken, _, clock = value.partition("@")
    head, _, tail = spoken.rpartition(":")
    day, part = (head, tail) if tail in PARTS else (spoken, "")
    told = [_day(day, t)] if day not in {"any", ""} else []
    if part and day == "today" and {*also} <= {part}:
        told = [t._(_TODAY[part])]
    elif part:
        told.append(t.join([t._(PARTS[each]) for each in dict.fromkeys((part, *also))]))
    if clock:
        # Translators: after, before or at an hour; as on a button
        bound = {"+": t._("after %(time)s"), "-": t._("before %(time)s")}.get(clock[-1])
        told.append((bound or t._("at %(time)s")) % {"time": clock.rstrip("+-")})
    return " ".join(filter(None, told))


def _day(day: str, t: Translator) -> str:
    known = _DAYS.get(day)
    if known is not None:
        return t._(known)
    weekday, _, later = day.partition("+")
    if weekday in _WEEKDAYS:
        named = t.weekday(_WEEKDAYS.index(weekday))
        if not later:
            return named
        # Translators: so many weeks after the coming weekday; as on a button
        return t.n_(
            "a week on %(weekday)s", "%(count)s weeks on %(weekday)s", _weeks(later), weekday=named
        )
    if day.startswith("next_week:") and day[10:] in _WEEKDAYS:
        named = t.weekday(_WEEKDAYS.index(day[10:]))
        # Translators: a weekday of the coming week; as on a button
        return t._("%(weekday)s next week") % {"weekday": named}
    if day.startswith("+") and day[1:].isdecimal() and int(day[1:]) <= _MOST_DAYS:
        # Translators: so many days from today; as on a button
        return t.n_("in %(count)s day", "in %(count)s days", int(day[1:]))
    name, _, value = day.partition(":")
    if name == "date":
        first, _, last = value.partition("..")
        begins, ends = _date(first, t), _date(last, t)
        # Translators: the first and the last of some days, both told as dates; as on a button
        between = t._("%(first)s to %(last)s") % {"first": begins, "last": ends}
        return between if begins and ends else begins
    if name == "month" and value.isdecimal() and 1 <= int(value) <= 12:
        return t.month(int(value))
    return value if name == "year" and value.isdecimal() else ""


def _weeks(days: str) -> int:
    return int(days) // 7 if days.isdecimal() else 1


def _date(value: str, t: Translator) -> str:
    month, _, number = value.partition("-")
    if month.isdecimal() and number.isdecimal():
        with suppress(ValueError):  # a day that no year has
            return t.date(MonthDay(int(month), int(number)), "month_day")
    return ""
