"""Values of a listing in the staff's words, short enough for a line on a call sheet.

Visitors read whole sentences that `kiosk` makes; a clerk who compares a value with what a provider
says needs the value itself: days, hours, amounts, numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from catalog import hours, vocabulary
from catalog.model import WEEK, Day, MonthDay
from catalog.refresh import figures
from catalog.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from catalog.model import Contact, Localized, Period, Place, Price, Slot, TermId
    from catalog.refresh.wording import Wording

MOST: Final = 8
"""Lines told of one value; an event of fifty dates is not read out on the telephone."""
_NOTE: Final = 80
_FRENCH: Final = "+33"


def periods(stated: Sequence[Period], wording: Wording) -> tuple[str, ...]:
    """One line a period: its dates, days and hours, then what the source notes."""
    lines = [_period(period, wording) for period in hours.collapsed(stated)]
    return _few(lines, wording)


def prices(stated: Iterable[Price], wording: Wording) -> tuple[str, ...]:
    """One line a tariff that says something."""
    return _few([line for price in stated if (line := _price(price, wording))], wording)


def dialled(phone: str) -> str:
    """A telephone number as it is dialled in France, in groups: `05 63 76 67 67`,
    `00 376 812345`. It never begins with `+`, which a spreadsheet takes for a sum."""
    tidy = clean_line(phone, limit=40)
    if tidy.startswith(_FRENCH) and len(tidy) == 12 and tidy.isascii() and tidy[1:].isdigit():
        national = f"0{tidy[3:]}"
        return " ".join(national[at : at + 2] for at in range(0, 10, 2))
    return f"00 {tidy[1:]}".replace("  ", " ").strip() if tidy.startswith("+") else tidy


def phones(contacts: Iterable[Contact]) -> tuple[str, ...]:
    """All numbers, each once, those for information first."""
    ordered = sorted(contacts, key=lambda contact: contact.role != "info")
    return tuple(dict.fromkeys(dialled(phone) for one in ordered for phone in one.phones))


def address(place: Place) -> str:
    """Street, postcode and commune on one line."""
    town = " ".join(part for part in (place.postcode, place.commune) if part)
    return clean_line(", ".join(part for part in (*place.street, town) if part), limit=120)


def _few(lines: Sequence[str], wording: Wording) -> tuple[str, ...]:
    if len(lines) <= MOST:
        return tuple(lines)
    more = wording.say("telling.more", count=wording.number(len(lines) - MOST))
    return (*lines[:MOST], more)


def _period(period: Period, wording: Wording) -> str:
    when = " ".join(part for part in (_dates(period, wording), _days(period, wording)) if part)
    when = when or wording.say("telling.every_day")
    if period.closed:
        slots = ", ".join(_slot(slot) for slot in period.slots)
        what = f"{wording.say('telling.closed')} {slots}".rstrip()
    else:
        what = ", ".join(map(_slot, period.slots)) or wording.say("telling.no_hours")
    if period.instead and not period.closed:
        what = f"{what}, {wording.say('telling.instead')}"
    return f"{when}, {what}{_note(period.note, wording)}"


def _dates(period: Period, wording: Wording) -> str:
    if period.start is None and period.end is None:
        return ""
    if period.start == period.end and period.start is not None:
        return _date(period.start, wording)
    start = _date(period.start, wording) if period.start else "…"
    end = _date(period.end, wording) if period.end else "…"
    return f"{start} – {end}"


def _date(day: date | MonthDay, wording: Wording) -> str:
    if isinstance(day, MonthDay):
        return figures.month_day(day.month, day.day, wording.lang)
    return wording.day(day)


def _days(period: Period, wording: Wording) -> str:
    days = ", ".join(_runs(period.days, wording))
    if not period.nth:
        return days
    nth = ", ".join(wording.say("telling.last") if n == -1 else str(n) for n in period.nth)
    return wording.say("telling.nth", days=days or wording.say("telling.every_day"), nth=nth)


def _runs(days: Sequence[Day], wording: Wording) -> Iterator[str]:
    """Weekdays in a row as `mon–fri`, the others one by one."""
    run: list[Day] = []
    for day in (*days, None):
        follows = run and day in WEEK and run[-1] in WEEK[:-1]
        if follows and day is WEEK[WEEK.index(run[-1]) + 1]:
            run.append(day)
            continue
        if len(run) > 2:
            first, last = (wording.say(f"day.{end}") for end in (run[0], run[-1]))
            yield f"{first}–{last}"
        else:
            yield from (wording.say(f"day.{one}") for one in run)
        run = [day] if day is not None else []


def _slot(slot: Slot) -> str:
    closes = f"{slot.closes:%H:%M}" if slot.closes else "?"
    return f"{slot.opens:%H:%M}–{closes}"


def _price(price: Price, wording: Wording) -> str:
    bounds = [amount for amount in (price.minimum, price.maximum) if amount is not None]
    if price.free:
        what = wording.say("telling.free")
    elif bounds:
        told = dict.fromkeys(_amount(amount, wording) for amount in bounds)
        what = f"{'–'.join(told)} {'€' if price.currency == 'EUR' else clean_line(price.currency)}"
    else:
        return ""
    terms = [label for term in (*price.audience, *price.basis) if (label := _term(term, wording))]
    whom = f" ({', '.join(terms)})" if terms else ""
    return f"{what}{whom}{_note(price.note, wording)}"


def _amount(amount: Decimal, wording: Wording) -> str:
    whole = amount == amount.to_integral_value()
    return figures.localised(f"{amount:,.0f}" if whole else f"{amount:,.2f}", wording.lang)


def _term(term: TermId, wording: Wording) -> str | None:
    """The house's word; a source's own term has its labels elsewhere and is left out."""
    return vocabulary.label(term, wording.lang)


def _note(note: Localized, wording: Wording) -> str:
    best = note.best(wording.lang)
    return f" ({clean_line(best.text, limit=_NOTE)})" if best else ""
