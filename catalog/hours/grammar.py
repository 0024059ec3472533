"""The grammar of `opening_hours`: an expression as its rules, each part read or refused.

Specification 0.7: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. Read with
the liberties that real tags take: spaces around a dash or after a comma inside a list, small
letters, `Dec 24,31`, a `;` at the end, no space before the hours. Not read, because no period
holds it: the sun, weeks, Easter and other moving dates, days counted from a day, intervals, `||`,
`unknown`, comments that stand for hours, and weekdays within holidays (`SH Mo-Fr`; all seven are).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Final

from catalog.hours.dates import EVER, MONTH_LENGTHS, NEVER, Dates, between, every_year
from catalog.hours.days import Days, days_of
from catalog.hours.expression import FIRST_YEAR, LAST_YEAR, MIDNIGHT, MONTHS, NO_CLOSING, NO_HOURS
from catalog.hours.notheld import NotHeld
from catalog.hours.tokens import Token, Tokens
from catalog.model import WEEK, Day, MonthDay, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 8_000
"""Characters of an expression; a tag of OpenStreetMap has 255 at most."""
MOST_RULES: Final = 400

_WEEKDAYS: Final = {day.lower(): day for day in WEEK}
_HOLIDAYS: Final = {"ph": Day.PH, "sh": Day.SH}
_ALL_DAYS: Final = _WEEKDAYS | _HOLIDAYS
_MONTHS: Final = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_STATES: Final = ("open", "off", "closed", "unknown")
_HOURS_UNSAID: Final = NO_HOURS.partition(" ")[2]
_CLOSING_UNSAID: Final = NO_CLOSING.partition(" ")[2]
_WHOLE_DAY: Final = Slot(time(), time())


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: on `days`, open in `slots`, or closed in `slots` (() is the whole day).

    `adds`: after a comma, beside what earlier rules say; else instead of it. `silent`: nothing
    is said of any day. Open without slots: hours not stated.
    """

    text: str
    days: Days
    slots: tuple[Slot, ...]
    closed: bool = False
    adds: bool = False
    silent: bool = False
    comment: str = ""


def rules(text: str) -> Iterator[Rule]:
    """The rules of an expression, in order. Raises NotHeld naming the part that cannot be read."""
    if len(text) > LONGEST:
        raise NotHeld(text)
    yield from _Reading(text).rules()


class _Reading(Tokens):
    """An expression being read, its tokens one after the other. `bare`: the rule just read names
    days and nothing else."""

    bare = False

    def rules(self) -> Iterator[Rule]:
        adds = False
        count = 0
        while self.at < len(self.tokens):
            count += 1
            if count > MOST_RULES:
                raise NotHeld(self.text)
            yield self._rule(adds=adds)
            if self.at == len(self.tokens):
                return
            separator = self.next()
            if separator.text not in (";", ","):
                raise self.not_held(separator)
            adds = separator.text == ","
            if adds and (self.at == len(self.tokens) or self.bare):
                raise self.not_held(separator)  # "PH, Aug off": open on holidays, or closed?
            while self.is_(";"):
                self.next()
        if not count:
            raise NotHeld(self.text)

    def _rule(self, *, adds: bool) -> Rule:
        begin = self.at
        always = self.take("always")
        dates = NEVER if always else self._dates()
        if dates and self.is_(":"):
            self.next()
        days = () if always else tuple(self._days())
        slots = (_WHOLE_DAY,) if always else tuple(self._slots())
        selected = self.at > begin
        state, comment = self._modifier()
        if self.at == begin:
            raise self.not_held()
        found = days_of(dates or EVER, days)
        text = self._since(begin)
        closed = state in ("off", "closed")
        if state == "unknown":
            return self._unknown(text, found, slots, comment, adds=adds, selected=selected)
        if comment and not state and not slots:
            raise self.not_held(self.tokens[self.at - 1])
        self.bare = not slots and not state
        if not slots and not closed:
            slots = (_WHOLE_DAY,)
        if closed and _WHOLE_DAY in slots:
            slots = ()
        return Rule(text, found, slots, closed, adds, comment=comment)

    def _unknown(
        self,
        text: str,
        days: Days,
        slots: tuple[Slot, ...],
        comment: str,
        *,
        adds: bool,
        selected: bool,
    ) -> Rule:
        """What this house writes of hours that are not stated; any other doubt is not held."""
        if f'"{comment}"' == _HOURS_UNSAID and not slots:
            return Rule(text, days, (), adds=adds, silent=not selected)
        if f'"{comment}"' == _CLOSING_UNSAID and slots:
            return Rule(text, days, tuple(Slot(slot.opens) for slot in slots), adds=adds)
        raise NotHeld(text)

    def _since(self, begin: int) -> str:
        last = self.tokens[self.at - 1]
        return self.text[self.tokens[begin].place : last.place + len(last.text)]

    # ---- dates -----------------------------------------------------------------------------

    def _dates(self) -> Dates:
        """The dates before the weekdays; none where none are named."""
        found = NEVER
        while self.peek("year") or self.word() in _MONTHS:
            month = self._one_range()
            found |= month[0]
            while self.is_(",") and self.peek("number", ahead=1) and month[1] is not None:
                self.next()  # "Dec 24,31"
                first = self._number_of(*month[1])
                found |= self._until(first, first)[0]
            following = self.word(ahead=1)
            if not (self.is_(",") and (self.peek("year", ahead=1) or following in _MONTHS)):
                break
            self.next()
        return found

    def _one_range(self) -> tuple[Dates, tuple[int | None, int] | None]:
        """One range of dates, and the (year, month) that a further number belongs to."""
        year = int(self.next().text) if self.peek("year") else None
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise self.not_held(self.tokens[self.at - 1])
        if year is not None and self.word() not in _MONTHS:
            years = self._years(year)
            if self.word() in _MONTHS:  # "2026-2028 Apr-Oct"
                season, named = self._one_range()
                return years & season, None if named is None else (None, named[1])
            return years, None
        month = _MONTHS[self.next().text.lower()]
        if not self.peek("number"):
            return self._months(year, month), None
        return self._until(*[self._number_of(year, month)] * 2, may_go_on=True)

    def _years(self, first: int) -> Dates:
        if self.is_("+"):
            self.next()
            return between(date(first, 1, 1), None)
        last = first
        if self.is_("-") and self.peek("year", ahead=1):
            self.next()
            last = int(self.next().text)
        if last < first or last > LAST_YEAR:
            raise self.not_held(self.tokens[self.at - 1])
        end = None if last == LAST_YEAR else date(last, 12, 31)
        return between(None if first == FIRST_YEAR and end is None else date(first, 1, 1), end)

    def _months(self, year: int | None, first: int) -> Dates:
        last = first
        if self.is_("-"):
            self.next()
            if self.word() not in _MONTHS:
                raise self.not_held()
            token = self.next()
            last = _MONTHS[token.text.lower()]
            if self.peek("number") or (year is not None and last < first):
                raise self.not_held(token)
        season = every_year(MonthDay(first, 1), MonthDay(last, MONTH_LENGTHS[last - 1]))
        if year is None:
            return season
        return season & between(date(year, 1, 1), date(year, 12, 31))

    def _until(
        self,
        first: date | MonthDay,
        last: date | MonthDay,
        *,
        may_go_on: bool = False,
    ) -> tuple[Dates, tuple[int | None, int]]:
        """From a day that was read to the end of its range, if it goes on."""
        year = first.year if isinstance(first, date) else None
        month = first.month
        if may_go_on and self.is_("+"):
            self.next()
            if isinstance(first, date):
                return between(first, None), (year, month)
            return every_year(first, MonthDay(12, 31)), (year, month)
        if may_go_on and self.is_("-"):
            self.next()
            last_year = year
            if self.peek("year"):
                last_year = int(self.next().text)
            if self.word() in _MONTHS:
                month = _MONTHS[self.next().text.lower()]
            elif last_year != year:
                raise self.not_held()
            last = self._number_of(last_year, month)
        if isinstance(first, MonthDay) and isinstance(last, MonthDay):
            return every_year(first, last), (year, month)
        if not (isinstance(first, date) and isinstance(last, date)):
            raise self.not_held(self.tokens[self.at - 1])
        if last < first:  # "2026 Dec 20-Jan 05"
            last = last.replace(year=last.year + 1)
            if last < first or last.year != first.year + 1:
                raise self.not_held(self.tokens[self.at - 1])
        start = None if (first.year, first.month, first.day) == (FIRST_YEAR, 1, 1) else first
        end = None if (last.year, last.month, last.day) == (LAST_YEAR, 12, 31) else last
        return between(start, end), (year, month)

    def _number_of(self, year: int | None, month: int) -> date | MonthDay:
        """The day of the month that stands next."""
        if not self.peek("number"):
            raise self.not_held()
        token = self.next()
        day = int(token.text)
        if not 1 <= day <= MONTH_LENGTHS[month - 1]:
            raise self.not_held(token)
        if year is None:
            return MonthDay(month, day)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise self.not_held(token)
        try:
            return date(year, month, day)
        except ValueError:  # 29 February
            raise self.not_held(token) from None

    # ---- weekdays --------------------------------------------------------------------------

    def _days(self) -> Iterator[tuple[Day, tuple[int, ...]]]:
        """Weekdays and holidays with their ranks in the month."""
        while self.word() in _ALL_DAYS:
            day = _ALL_DAYS[self.next().text.lower()]
            if self.is_("-"):
                self.next()
                if day not in WEEK or self.word() not in _WEEKDAYS:
                    raise self.not_held()
                last = _WEEKDAYS[self.next().text.lower()]
                start = WEEK.index(day)
                for step in range((WEEK.index(last) - start) % 7 + 1):
                    yield WEEK[(start + step) % 7], ()
            elif self.is_("["):
                if day not in WEEK:
                    raise self.not_held()
                yield day, self._ranks()
            else:
                yield day, ()
                if day not in WEEK and self.word() in _WEEKDAYS:
                    self._whole_week()
            if self.is_("[") or self.is_("+") or self.is_("-") or self.word() in _ALL_DAYS:
                raise self.not_held()  # "Mo-Fr[1]", "PH +1 day", "PH Mo-Fr"
            if not (self.is_(",") and self.word(ahead=1) in _ALL_DAYS):
                return
            self.next()

    def _whole_week(self) -> None:
        """Weekdays that stand after holidays limit them: nothing, where they are all seven."""
        token = self.tokens[self.at]
        days = list(self._days())
        if {day for day, ranks in days if not ranks} < set(WEEK) or len(days) != len(WEEK):
            raise self.not_held(token)

    def _ranks(self) -> tuple[int, ...]:
        found: dict[int, None] = {}
        self.next()
        while True:
            sign = -1 if self.is_("-") else 1
            if sign < 0:
                self.next()
            first = last = self._rank()
            if sign > 0 and self.is_("-"):
                self.next()
                last = self._rank()
            found.update(dict.fromkeys(sign * rank for rank in range(first, last + 1)))
            token = self.next()
            if token.text == "]":
                break
            if token.text != ",":
                raise self.not_held(token)
        if not found:
            raise self.not_held(self.tokens[self.at - 1])
        return tuple(found)

    def _rank(self) -> int:
        token = self.next()
        if token.kind != "number" or not 1 <= int(token.text) <= 5:
            raise self.not_held(token)
        return int(token.text)

    # ---- hours -----------------------------------------------------------------------------

    def _slots(self) -> Iterator[Slot]:
        while self.peek("hour"):
            token = self.next()
            opens = self._minutes(token)
            if opens >= MIDNIGHT:
                raise self.not_held(token)
            if self.is_("+"):
                self.next()
                yield Slot(hour(opens))
            elif self.is_("-") and self.peek("hour", ahead=1):
                self.next()
                yield self._closed_by(opens, self.next())
                if self.is_("+"):  # and then it may go on
                    closing = self._minutes(self.tokens[self.at - 1])
                    self.next()
                    yield Slot(hour(closing))
            else:
                raise self.not_held()
            if not (self.is_(",") and self.peek("hour", ahead=1)):
                return
            self.next()

    def _closed_by(self, opens: int, token: Token) -> Slot:
        """A slot of less than a day, or of exactly one calendar day: no other is held."""
        closes = self._minutes(token)
        if closes <= opens:
            closes += MIDNIGHT
        whole_day = opens == 0 and closes == MIDNIGHT
        if closes - opens >= MIDNIGHT and not whole_day:
            raise self.not_held(token)
        return Slot(hour(opens), hour(closes))

    def _minutes(self, token: Token) -> int:
        hour, _, minute = token.text.partition(":")
        if int(hour) > 48 or int(minute) > 59:
            raise self.not_held(token)
        return int(hour) * 60 + int(minute)

    # ---- state and tokens ------------------------------------------------------------------

    def _modifier(self) -> tuple[str, str]:
        state = self.next().text.lower() if self.word() in _STATES else ""
        comment = self.next().text[1:-1].strip() if self.peek("comment") else ""
        return state, comment


def hour(minutes: int) -> time:
    """The hour of a day, of this one or the next."""
    return time(minutes % MIDNIGHT // 60, minutes % 60)
