"""Stretches of days: "from 28 July to 3 August", "between the 5th and the 8th of August",
"July and August", as `date:MM-DD..MM-DD`."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, Final, NamedTuple

from catalog.request.tokens import possible
from catalog.vocabulary.beside import beside

if TYPE_CHECKING:
    from catalog.request.marks import Mark, Scan

_LEAP_YEAR: Final = 2024
_MONTHS: Final = frozenset({"month", "month_beside"})
_SMALL: Final = 3
"""How many small words ("le", "samedi", "the") may stand between the two ends."""


class Stretch(NamedTuple):
    """What `when` says of it, and the index of its last mark."""

    day: str
    last: int


class Day(NamedTuple):
    """A day of a month, which may be unnamed, and the index of its last mark."""

    month: str | None
    number: int
    last: int


def month_of(mark: Mark) -> str | None:
    """The month that a word names beside a number."""
    return mark.says("month") or mark.says("month_beside")


def names_street(scan: Scan, first: int, last: int) -> bool:
    """Whether the date from `first` to `last` is the name of a street: "rue du 8 mai", "via IV
    Novembre", nl "4 mei-plein"."""
    months = (scan.at(index) for index in range(max(first, 0), last + 1))
    langs = {
        lang for mark in months for m in mark.meanings if m.group in _MONTHS for lang in m.langs
    }

    def says(mark: Mark, group: str) -> bool:
        said = beside().get(mark.word, ())
        return any(m.group == group and not langs.isdisjoint(m.langs) for m in said)

    linked = says(scan.at(first - 1), "street_of")
    ahead = scan.at(first - 2 if linked else first - 1)
    named = says(ahead, "street") or (linked and says(ahead, "street_linked"))
    return named or says(scan.at(last + 1), "street_behind")


def week_of(scan: Scan, begin: int) -> int | None:
    """The index of a week whose first day begins at `begin`: "la semaine du 10", "the week of the
    10th"; None where no week is told."""
    for at in (begin - 1, begin - 2, begin - 3):
        mark = scan.at(at)
        if "week" in mark.all("unit") or mark.says("day") == "this_week":
            return at if at < begin - 1 and scan.at(at - 1).amount is None else None
        if not any(mark.says(group) for group in ("of_age", "range", "place_prep", "speech")):
            return None
    return None


def days_between(scan: Scan, at: int) -> Stretch | None:
    """The days from a date or its bare number at `at` to a later date; None where none are."""
    first = day_at(scan, at)
    if first is None:
        return None
    link = scan.at(first.last + 1).says("joins")
    if link is None and scan.at(at - 1).says("range") and scan.at(first.last + 1).says("onto"):
        link = "to"  # de "vom 8. auf den 9. August"
    behind = first.last + 2
    if link is None and first.month is not None and _dash_behind(scan, first.last):
        link, behind = "to", first.last + 1  # "29 Aug - 5 Sept"
    if link is None:
        return None
    second = day_at(scan, _skipped(scan, behind))
    if second is None or second.month is None:
        return None
    month = first.month or second.month
    if link == "and" and not _opened(scan, at):
        follows = month == second.month and second.number == first.number + 1
        if not follows or not scan.at(at - 1).meanings:
            return None  # "le 8 et le 9 mai" are one stretch, "le 8 et le 15 mai" not
    start, end = f"{month}-{first.number:02}", f"{second.month}-{second.number:02}"
    days = (int(month), first.number), (int(second.month), second.number)
    if start == end or not all(possible(*day) for day in days):
        return None
    return Stretch(f"date:{start}..{end}", second.last)


def _dash_behind(scan: Scan, last: int) -> bool:
    """Whether nothing but a dash stands between a mark and the next."""
    gap = scan.text[scan.at(last).end : scan.at(last + 1).start]
    return gap.strip(" .") in {"-", "–", "—"}


def months_between(scan: Scan, at: int, month: str) -> Stretch:
    """The month at `at`, or all days of the months that follow it: "juillet-août",
    "de mayo a septiembre"; of two that do not touch, the first."""
    last, end = at, month
    while True:
        link = scan.at(last + 1).says("joins")
        step = last + 1 if link is None else last + 2
        small = 0
        while link and small < _SMALL and _leads_in(scan.at(step)):
            step, small = step + 1, small + 1
        later = month_of(scan.at(step))
        if later is None or later == end:
            break
        reaches = link == "to" or (link == "and" and bool(scan.at(at - 1).says("between")))
        if not reaches and int(later) != int(end) % 12 + 1:
            break
        last, end = step, later
    if last == at:
        return Stretch(f"month:{month}", at)
    length = monthrange(_LEAP_YEAR if end != "02" else _LEAP_YEAR + 1, int(end))[1]
    return Stretch(f"date:{month}-01..{end}-{length:02}", last)


def _leads_in(mark: Mark) -> bool:
    """Whether it only stands before a month: "fin août", ca "i a l'agost"."""
    if mark.says("part_of_month"):
        return True
    small = mark.says("place_prep") or mark.says("at") or mark.says("speech")
    return bool(small) and mark.amount is None and month_of(mark) is None


def day_at(scan: Scan, at: int) -> Day | None:
    """A day at `at`: "5 août", "August 5th", "5/08", or a bare "5"."""
    mark = scan.at(at)
    if mark.date is not None:
        return Day(mark.date[:2], int(mark.date[3:]), at)
    month, number = month_of(mark), at
    if month is not None:
        number = at + 1
    value = scan.at(number).amount
    if value is None or value != int(value) or not 1 <= value <= 31:
        return None
    if month is not None:
        return Day(month, int(value), number)
    behind = number + 2 if scan.at(number + 1).says("of_age") else number + 1
    month = month_of(scan.at(behind))
    if month is not None:
        return Day(month, int(value), behind)
    return Day(month_of(scan.at(at - 1)), int(value), number)


def _opened(scan: Scan, at: int) -> bool:
    """Whether "between" stands before a day, small words in between."""
    return any(
        scan.at(at - back).says("between") or scan.at(at - back).says("range")
        for back in range(1, _SMALL + 1)
    )


def _skipped(scan: Scan, at: int) -> int:
    """The first mark from `at` on that is neither a small word nor a weekday."""
    for index in range(at, at + _SMALL):
        mark = scan.at(index)
        small = mark.meanings and all(
            meaning.group in {"speech", "day", "from", "of_age", "place_prep", "range"}
            for meaning in mark.meanings
        )
        if not small or month_of(mark) is not None:
            return index
    return at
