from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import opening_hours
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from catalog.clock import PARIS
from catalog.hours import NotHeld, State, collapsed, expression, on_day, opening, periods
from catalog.hours.grammar import LONGEST
from catalog.model import Day, Localized, MonthDay, Period, Slot, Text
from tests.catalog.hours import oracle, written
from tests.catalog.hours.strategies import dates
from tests.catalog.hours.strategies import periods as some_periods

DAY = timedelta(days=1)
MORNING = Slot(time(10), time(12))
ALL_DAY = Slot(time(), time())
few = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("24/7", "Mo-Su 00:00-24:00"),
        ("Mo-Fr", "Mo-Fr 00:00-24:00"),
        ("Apr-Oct", "Apr 01-Oct 31 00:00-24:00"),
        ("10:00-12:00", "Mo-Su 10:00-12:00"),
        ("mo-FR 9:00 – 12:00", "Mo-Fr 09:00-12:00"),
        ("Fr-Mo 10:00-12:00", "Mo,Fr-Su 10:00-12:00"),
        ("Tu-Fr12:00-14:00, 19:30-21:30, Sa 19:30-21:30",
         "Tu-Fr 12:00-14:00,19:30-21:30, Sa 19:30-21:30"),
        ("Th-Tu 09:00-13:00, Mo-Tu, Th-Sa 17:00-20:00",
         "Mo,Tu,Th-Su 09:00-13:00, Mo,Tu,Th-Sa 17:00-20:00"),
        ("PH,Mo,PH,We 10:00-12:00;", "Mo,We,PH 10:00-12:00"),
        ("Mo[1-3],Sa[-1] 10:00-12:00", "Mo[1,2,3] 10:00-12:00, Sa[-1] 10:00-12:00"),
        ("Apr 10 - Sep 25: Mo 10:00-12:00", "Apr 10-Sep 25 Mo 10:00-12:00"),
        ("Dec 24-26 10:00-12:00", "Dec 24-Dec 26 10:00-12:00"),
        ("Jan,Mar-Apr 10:00-12:00", "Jan 01-Jan 31 10:00-12:00, Mar 01-Apr 30 10:00-12:00"),
        ("Oct-Mar Sa 10:00-12:00", "Oct 01-Mar 31 Sa 10:00-12:00"),
        ("2026 10:00-12:00", "2026 Jan 01-2026 Dec 31 10:00-12:00"),
        ("2026+ 10:00-12:00", "2026 Jan 01-9999 Dec 31 10:00-12:00"),
        ("2026 Apr 05+ 10:00-12:00", "2026 Apr 05-9999 Dec 31 10:00-12:00"),
        ("Sep 05+ 10:00-12:00", "Sep 05-Dec 31 10:00-12:00"),
        ("2026-2027 Jul-Aug 10:00-12:00",
         "2026 Jul 01-2026 Aug 31 10:00-12:00, 2027 Jul 01-2027 Aug 31 10:00-12:00"),
        ("2026 Dec 20-Jan 05 10:00-12:00", "2026 Dec 20-2027 Jan 05 10:00-12:00"),
        ("22:00-26:00", "Mo-Su 22:00-02:00"),
        ("19:00-22:30+",
         'Mo-Su 22:30-24:00 unknown "closing time not stated", Mo-Su 19:00-22:30'),
        ("Mo-Fr 10:00-12:00; PH off", "Mo-Fr 10:00-12:00; PH off"),
        ("Mo-Fr 10:00-12:00, PH closed", "Mo-Fr 10:00-12:00; PH off"),
        # a later rule replaces an earlier one on its days
        ("Mo-Su 10:00-12:00; We 14:00-18:00", "Mo,Tu,Th-Su 10:00-12:00, We 14:00-18:00"),
        ("Mo-Su 10:00-12:00, We 14:00-18:00", "Mo-Su 10:00-12:00, We 14:00-18:00"),
        ("Mo-Su 10:00-12:00; Jul-Aug 10:00-18:00",
         "Sep 01-Jun 30 10:00-12:00, Jul 01-Aug 31 10:00-18:00"),
        ("Fr 08:00-13:00; Fr[1] 14:00-16:00", "Fr[2,3,4,5] 08:00-13:00, Fr[1] 14:00-16:00"),
        ("10:00-12:00; 2026 Jul 14 15:00-16:00",
         "1900 Jan 01-2026 Jul 13 10:00-12:00, 2026 Jul 14 15:00-16:00, "
         "2026 Jul 15-9999 Dec 31 10:00-12:00"),
        ("Fr[-1] 10:00-12:00; Fr[4,5] 14:00-16:00", "Fr[4,5] 14:00-16:00"),
        ("Fr[-1,2] 10:00-12:00; Fr[2] 14:00-16:00", "Fr[-1] 10:00-12:00, Fr[2] 14:00-16:00"),
        ("2027-2028 Feb 29 10:00-12:00", "2028 Feb 29 10:00-12:00"),
        ("PH 10:00-12:00; PH 14:00-16:00", "PH 14:00-16:00"),
        ("Su,PH 10:00-12:00; Mo-Su 14:00-16:00", "Mo-Su 14:00-16:00"),
        ("10:00-12:00; Mo 00:00-24:00 off", "Mo-Su 10:00-12:00; Mo off"),
        ("PH off; Mo-Su 10:00-12:00", "Mo-Su 10:00-12:00"),
        ("PH off; Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00"),
        ("Mo-Fr off, We 10:00-12:00", "We 10:00-12:00; Mo,Tu,Th,Fr off"),
        ("Mo-Fr 10:00-12:00; We off, We 14:00-16:00", "Mo,Tu,Th,Fr 10:00-12:00, We 14:00-16:00"),
        ("Mo-Fr 09:00-18:00; We 12:00-14:00 off",
         "Mo,Tu,Th,Fr 09:00-18:00, We 09:00-12:00,14:00-18:00"),
        ("Mo-Sa 08:00-19:00; Su,PH 08:00-19:00", "Mo-Su 08:00-19:00"),
        ("Mo-Sa 08:00-12:00; PH 08:00-12:00,14:00-19:00",
         "Mo-Sa 08:00-12:00, PH 08:00-12:00,14:00-19:00"),
    ],
)  # fmt: skip
def test_what_it_says(text: str, same: str) -> None:
    assert expression(periods(text)) == same


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("sunrise-sunset", "sunrise-sunset"),
        ("Mo-Fr (sunset-00:30)-22:00", "(sunset-00:30)-22:00"),
        ("week 10-20 Mo", "week 10-20 Mo"),
        ("Mo-Fr 10:00-12:00; easter off", "easter off"),
        ("PH +1 day off", "+1 day off"),
        ("Su[-1] -1 day 10:00-12:00", "-1 day 10:00-12:00"),
        ("SH Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00"),
        ("Mo-PH 10:00-12:00", "PH 10:00-12:00"),
        ("Mo-Fr[1] 10:00-12:00", "[1] 10:00-12:00"),
        ("Mo[-2] 10:00-12:00", "Mo[…]"),
        ("2024-2030/2 10:00-12:00", "/2 10:00-12:00"),
        ("10:00-16:00/90", "/90"),
        ("Mo 10:00", "10:00"),
        ("12:00-12:00", "12:00"),
        ("00:00-26:00", "26:00"),
        ("25:00-26:00", "25:00-26:00"),
        ("Feb 30 off", "30 off"),
        ("2026 Oct-Mar 10:00-12:00", "Mar 10:00-12:00"),
        ("Mo-Fr 10:00-12:00 || \"sur rendez-vous\"", '|| "sur rendez-vous"'),
        ('Mo 10:00-12:00 unknown "peut-être"', 'Mo 10:00-12:00 unknown "peut-être"'),
        ('"sur rendez-vous"', '"sur rendez-vous"'),
        ('Mo-Fr "sur rendez-vous"', '"sur rendez-vous"'),
        ("lundi 10h-12h", "lundi 10h-12h"),
        ("Lu-Ve 10:00-12:00", "Lu-Ve 10:00-12:00"),
        ("", ""),
        # closed, or open without hours?
        ("Mo-Fr 10:00-12:00; PH, Aug 01-15 off", ", Aug 01-15 off"),
        # a night belongs to two days, and a closing time that is not known to none
        ("Fr 22:00-02:00; Sa 00:00-01:00 off", "Sa 00:00-01:00 off"),
        ("Fr 10:00+; 12:00-14:00 off", "12:00-14:00 off"),
        # which hours a pause leaves of rules that meet on holidays
        ("Mo-Sa 08:00-19:00; PH 10:00-13:00; 12:00-14:00 off", "12:00-14:00 off"),
        # a season that returns for ever, from a year on
        ("2026+ Apr-Oct 10:00-18:00", "2026+"),
    ],
)  # fmt: skip
def test_what_periods_cannot_hold(text: str, part: str) -> None:
    with pytest.raises(NotHeld) as refusal:
        periods(text)
    assert refusal.value.part == part


@pytest.mark.parametrize(
    ("text", "same"),
    [
        # public and school holidays fall on other weekdays every year
        ("Mo-Sa 08:00-19:00; PH 10:00-12:00", "Mo-Sa 08:00-19:00; PH 10:00-12:00"),
        ("Mo-Sa 08:00-19:00; SH 10:00-12:00", "Mo-Sa 08:00-19:00; SH 10:00-12:00"),
        ("Mo-Sa 08:00-19:00; SH Mo-Su 10:00-12:00", "Mo-Sa 08:00-19:00; SH 10:00-12:00"),
        ("Mo-Sa 08:00-19:00; Su,PH 09:00-12:00",
         "Mo-Sa 08:00-19:00, Su 09:00-12:00; PH 09:00-12:00"),
        ("Mo-Sa 08:00-19:00; PH off; Su 10:00-12:00",
         "Mo-Sa 08:00-19:00; PH off; Su 10:00-12:00"),
        ("Mo-Sa 08:00-19:00; PH off; Sa,Su,PH 10:00-12:00",
         "Mo-Sa 08:00-19:00; PH off; Sa,Su,PH 10:00-12:00"),
        ("Mo-Sa 08:00-19:00; PH off, Su 10:00-12:00",
         "Mo-Sa 08:00-19:00; PH off, Su 10:00-12:00"),
        ("Tu-Su 10:00-18:00; PH 14:00-18:00; Dec 25 off",
         "Tu-Su 10:00-18:00; PH 14:00-18:00; Dec 25-Dec 25 off"),
        # a season that returns for ever, but in one year
        ("Apr-Oct 10:00-18:00; 2026 Jul 14 10:00-12:00",
         "Apr 01-Oct 31 10:00-18:00; 2026 Jul 14 10:00-12:00"),
        ("Fr 08:00-13:00; Fr[-1] 14:00-16:00", "Fr 08:00-13:00; Fr[-1] 14:00-16:00"),
    ],
)  # fmt: skip
def test_rules_that_stand_instead_of_others(text: str, same: str) -> None:
    found = periods(text)
    assert expression(found) == same
    assert any(period.instead for period in found)


TAGS = """
Mo-Sa 08:00-19:00; Su,PH 09:00-12:00
Apr-Oct 09:00-18:00; Jul-Aug 09:00-20:00
Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off
Tu-Su 10:00-18:00; PH 14:00-18:00; Dec 25,Jan 01 off
Jul-Aug Mo-Su,PH 09:30-19:00; Sep-Jun Mo-Sa 09:30-12:30,14:00-18:00; Sep-Jun PH 10:00-12:00
Mo-Sa 08:00-20:00; PH off; Su 08:00-13:00
PH off; Mo-Fr 08:00-12:00; Jul-Aug 08:00-20:00
Mo-Fr 10:00-18:00; Sa,Su,PH 14:00-18:00
Mo-Fr 09:00-19:00; Sa 09:00-12:00; PH 10:00-12:00; Dec 25 off
Mo-Sa 09:00-19:00; Dec Su 10:00-18:00; PH 10:00-13:00; Dec 25 off
Apr-Oct 10:00-18:00; 2026 Jul 14 10:00-12:00
Mo-Sa 09:00-19:00; PH 10:00-12:00; 2026 Dec 24 09:00-16:00; 2026 Dec 25 off
Fr 08:00-13:00; Fr[-1] 14:00-16:00
Mo-Fr 10:00-12:00; PH off, We 14:00-16:00
Mo-Sa 08:00-19:00; Su,PH 09:00-12:00; Jul-Aug 08:00-21:00
Su[-1] 10:00-12:00; PH 14:00-18:00; Aug off
24/7; PH off
Nov-Mar We-Su 14:00-17:00; Apr-Oct Tu-Su 10:00-18:00; PH 10:00-18:00; Jan 01,Nov 11,Dec 25 off
""".strip().splitlines()


@pytest.mark.parametrize("text", TAGS)
def test_two_years_of_it_are_what_the_library_says_of_the_tag(text: str) -> None:
    """Of the tag itself, not of what we write back; every moment on public holidays and about a
    hundred others a month."""
    said = opening_hours.OpeningHours(text, country="FR")
    found = periods(text)
    back = opening_hours.OpeningHours(expression(found), country="FR")
    first = datetime(2026, 1, 1)  # noqa: DTZ001 - local time
    step = timedelta(minutes=97)
    moments = [first + n * step for n in range(int(timedelta(days=730) / step))]
    on_holidays = [
        datetime.combine(day, time()) + n * timedelta(minutes=30)
        for year in (2026, 2027)
        for day in oracle.public_holidays(year)
        for n in range(48)
    ]
    for moment in (*moments, *on_holidays):
        assert back.is_open(moment) == said.is_open(moment), moment
    for moment in (*moments[::7], *on_holidays[::3]):
        ours = opening(found, moment.replace(tzinfo=PARIS)).state
        assert (ours is State.OPEN) == said.is_open(moment), moment


def test_only_what_meets_earlier_days_is_instead_of_them() -> None:
    assert periods("Mo-Fr 08:00-19:00; Sa,Su,PH 10:00-12:00") == (
        Period(days=tuple(Day)[:5], slots=(Slot(time(8), time(19)),)),
        Period(days=(Day.SA, Day.SU), slots=(MORNING,)),
        Period(days=(Day.PH,), slots=(MORNING,), instead=True),
    )


def test_whole_days_seasons_and_ranks_as_values() -> None:
    assert periods("24/7") == (Period(slots=(ALL_DAY,)),)
    assert periods("Nov 15-Feb 28 Sa[2],PH 10:00-12:00") == (
        Period(MonthDay(11, 15), MonthDay(2, 28), (Day.SA,), (2,), (MORNING,)),
        Period(MonthDay(11, 15), MonthDay(2, 28), (Day.PH,), (), (MORNING,)),
    )
    assert periods("Mo 10:00+") == (Period(days=(Day.MO,), slots=(Slot(time(10)),)),)


def test_comments_become_notes() -> None:
    (opens, closed) = periods('Mo 10:00-12:00 "sur rendez-vous"; PH off "fermé\x1b[31m"')
    assert opens.note == Localized((Text("fr", "sur rendez-vous"),))
    assert closed.note == Localized((Text("fr", "fermé"),))
    assert periods('Mo 10:00-12:00 open "on demand"', lang="en")[0].note.get("en")


def test_hours_that_are_not_stated_come_back() -> None:
    assert periods('Mo-Su unknown "hours not stated"') == (Period(),)
    assert periods('unknown "hours not stated"; PH off') == (Period(days=(Day.PH,), closed=True),)


# What the library reads otherwise than we, and why.


@pytest.mark.parametrize(
    ("text", "moment", "library", "ours"),
    [
        # A space after a comma inside a list of days: the library begins a new rule, and takes
        # what stood before for whole days.
        ("Mo-Th, Su 10:00-12:00", "2026-11-23T03:00", State.OPEN, State.CLOSED),
        ("08:00-20:00; Jan 01, May 01 off", "2027-01-01T09:00", State.OPEN, State.CLOSED),
        # A night belongs to the day on which it began, whatever is said of the next.
        ("Fr 22:00-02:00; Sa 10:00-12:00", "2026-11-28T01:00", State.CLOSED, State.OPEN),
        ("10:00-18:00; Fr 22:00-02:00", "2026-11-28T01:00", State.CLOSED, State.OPEN),
        # An end that is open is neither midnight nor the hour before it.
        ("10:00+", "2026-11-23T23:00", State.OPEN, State.UNKNOWN),
        ("19:00-22:30+", "2026-11-23T23:00", State.CLOSED, State.UNKNOWN),
        # School holidays are not the library's.
        ("SH 10:00-12:00", "2026-08-10T11:00", State.CLOSED, State.OPEN),
    ],
)
def test_library_reads_otherwise(text: str, moment: str, library: State, ours: State) -> None:
    at = datetime.fromisoformat(moment)
    read = opening_hours.OpeningHours(text, country="FR").state(at)[0]
    assert State(str(read).rpartition(".")[2].lower()) is library
    held = periods(text)
    if Day.SH in held[0].days:
        assert on_day(held, at.date()).state is ours
    else:
        assert oracle.state(held, at) is ours


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("PH Mo-Fr 10:00-12:00", "public holidays on weekdays, read as holidays and weekdays"),
        ('"sur rendez-vous"', "a comment alone, read as open day and night"),
        ("Feb 30 10:00-12:00", "a day that does not exist, read as one"),
        ("2026 Oct-Mar 10:00-12:00", "a year with a season over its end, read within the year"),
    ],
)
def test_library_reads_what_is_refused(text: str, why: str) -> None:
    assert opening_hours.validate(text), why
    with pytest.raises(NotHeld):
        periods(text)


# Properties


def held(rules: list[written.Written]) -> tuple[Period, ...]:
    try:
        return periods(written.text(rules))
    except NotHeld:
        assume(False)
        raise


def minutes_held(found: tuple[Period, ...], day: date) -> set[int]:
    midnight = datetime.combine(day, time())
    return {
        int((start - midnight).total_seconds()) // 60 + step
        for start, end, _ in oracle.stretches(found, day)
        for step in range(0, int((end - start).total_seconds()) // 60, 30)
    }


@given(written.rules(nights=True), dates)
@few
def test_every_day_is_what_the_rules_say(rules: list[written.Written], day: date) -> None:
    found = held(rules)
    for n in range(0, 400, 13):
        each = day + n * DAY
        assert minutes_held(found, each) == written.minutes_open(rules, each), each


@given(written.rules(), dates)
@few
def test_every_day_is_what_the_library_says(rules: list[written.Written], day: date) -> None:
    found = held(rules)
    library = opening_hours.OpeningHours(written.text(rules), country="FR")
    for n in range(0, 60, 5):
        each = day + n * DAY
        plan = on_day(found, each)
        for half_hour in range(48):
            moment = datetime.combine(each, time()) + half_hour * timedelta(minutes=30)
            read = library.is_open(moment)
            assert read == (oracle.state(found, moment) is State.OPEN), moment
            assert not read or plan.state is State.OPEN


@given(st.lists(written.rule(nights=True), min_size=1, max_size=3))
@few
def test_most_of_what_people_write_is_held(rules: list[written.Written]) -> None:
    """All but closures of a part of a day: these are held where it is clear what they leave."""
    plain = [rule for rule in rules if not (rule.closed and rule.slots)]
    assume(plain)
    periods(written.text(plain))


def as_written(slot: Slot) -> Slot:
    """A closing time that is the opening time is one that is not known, 23:59 is midnight."""
    if slot.closes == slot.opens != time():
        return Slot(slot.opens)
    return Slot(slot.opens, time()) if slot.closes == time(23, 59) else slot


@given(some_periods(), dates)
@few
def test_there_and_back(raw: tuple[Period, ...], day: date) -> None:
    said = tuple(replace(p, slots=tuple(map(as_written, p.slots))) for p in raw)
    back = periods(expression(said)) if expression(said) else ()
    for n in range(0, 800, 89):
        each = day + n * DAY
        assert oracle.stretches(back, each) == oracle.stretches(said, each)
        assert on_day(back, each) == on_day(said, each)
    assert collapsed(back) == back


PIECES = [*written.WEEK, *written.MONTHS, "PH", "SH", "off", "open", "unknown", "24/7", "10:00",
          "12:30", "26:00", "2026", "1", "31", '"x"', '"', "[", "]", "-", "+", ",", ";",
          "||", ":", " ", "week", "easter", "sunrise", "(", "é", "–", "\x00", "99:99", "9999",
          "1900"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=40))
@settings(max_examples=600, deadline=None, derandomize=True)
def test_any_text_is_periods_or_not_held(text: str) -> None:
    try:
        found = periods(text)
    except NotHeld as refusal:
        part = refusal.part
    else:
        part = expression(found)[:80]
        assert on_day(found, date(2026, 11, 24)).state in State
    assert len(part) <= 80


@pytest.mark.parametrize(
    "text",
    [
        "Mo " * 3_000,
        "(" * 100_000,
        "1:00-2:00," * 800,
        '"' * 8_001,
        "Mo 1:00-2:00;" * 600,
        "Mo[1,2];" * 390,
        ";".join(f"Jan {n % 28 + 1} Mo 1:00-2:00; PH 1:00-2:00" for n in range(195)),
        ";".join(f"{1900 + n} Jan {n % 28 + 1} 1:00-2:00" for n in range(350)),
        ", ".join(f"{2000 + n}-9999 Jan-Mar 1:00-2:00" for n in range(250)),
        "1900-9998 Jan-Mar 1:00-2:00",
        ",".join(["Jan 1-Dec 31"] * 600),
        "Mo 9:00-18:00;" * 190 + "Tu 12:00-13:00 off;" * 190,
        ";".join(f"Jan {n % 28 + 1} 1:00-3:00" for n in range(300))
        + ";"
        + ";".join(f"Jan {n + 1} 1:00-2:00 off" for n in range(12)),
        "Mo 1:00-2:00;PH 2:00-3:00"
        + "".join(f";{2000 + n} Jan 1 off" for n in range(90))
        + "".join(f", {2000 + n} Feb 1 1:00-2:00" for n in range(90)),
    ],
)
def test_long_texts_end(text: str) -> None:
    """Each in well under a second; a reader that went back and forth would not end."""
    held = refused = False
    try:
        periods(text)
        held = True
    except NotHeld:
        refused = True
    assert held != refused
    assert refused or len(text) <= LONGEST
