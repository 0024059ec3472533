"""An OpenStreetMap `opening_hours` expression as periods: exactly, or not at all.

The two say in different ways how rules meet. In an expression a later rule replaces the earlier
ones on its days (`;`) or adds to them (`,`), and `off` closes. Openings of periods add up, and a
closed period outweighs them all. So each rule is given the days that no later rule takes from it:
then every line can be read by itself. Where these cannot be written, because a public holiday
falls on another weekday every year or a season returns for ever but in one year, the rules become
periods one by one, in their order, those that replace others `instead` of them. What that does not
hold either is `NotHeld`, never nearly right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from catalog.hours.collapse import collapsed
from catalog.hours.days import Days
from catalog.hours.expression import MIDNIGHT, closing, minutes
from catalog.hours.grammar import Rule, hour, rules
from catalog.hours.notheld import NotHeld
from catalog.model import NOTHING, Localized, Period, Slot, Text
from catalog.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOTE: Final = 300
MOST_BREAKS: Final = 12
"""Closures for part of a day in one expression: each is laid against every rule before it."""
MOST_IN_ORDER: Final = 60
"""Rules of an expression that is read in order: each is laid against the days of all others."""

_Part = tuple[Days, tuple[Slot, ...]]


def periods(text: str, *, lang: str = "fr") -> tuple[Period, ...]:
    """The periods that say what the expression says; its comments become notes in `lang`.

    Raises NotHeld, naming the part that periods cannot hold, and nothing else, whatever the text.
    """
    found = list(rules(text))
    try:
        return _apart(found, lang)
    except NotHeld:
        return _in_order([rule for rule in found if not rule.silent], lang)


def _apart(found: Sequence[Rule], lang: str) -> tuple[Period, ...]:
    """Periods that can be read in any order. Raises NotHeld."""
    held: list[list[Period]] = []
    later = _Later()
    for place in range(len(found) - 1, -1, -1):
        rule = found[place]
        held.append(
            [
                period
                for days, slots in later.parts(rule, found[:place])
                for period in _periods(replace(rule, days=days, slots=slots), lang)
            ]
        )
        later.take(rule)
    return collapsed([period for part in reversed(held) for period in part])


def _in_order(found: Sequence[Rule], lang: str) -> tuple[Period, ...]:
    """The rules as they stand, each `instead` of those before it on whose days it may fall.
    Raises NotHeld for a closure of part of a day: which hours it leaves is not worked out here."""
    held: list[Period] = []
    before = Days()
    for place, rule in enumerate(found):
        if (rule.closed and rule.slots) or place == MOST_IN_ORDER:
            raise NotHeld(rule.text)
        for part in (rule,) if rule.closed or rule.adds else _by_holidays(rule, before):
            instead = (
                _reopened(part, found[place + 1 :])
                if part.closed
                else not part.adds and _meet_on_a_day(part.days, before)
            )
            held += (replace(one, instead=instead) for one in _periods(part, lang))
        before |= rule.days
    return collapsed(held)


def _by_holidays(rule: Rule, before: Days) -> tuple[Rule, ...]:
    """A rule in two where only its holidays may fall on days before: `Sa,Su,PH` after `Mo-Fr`."""
    weekdays, holidays = Days(rule.days.weekdays), Days(holidays=rule.days.holidays)
    if _meet_on_a_day(weekdays, before) or not _meet_on_a_day(holidays, before):
        return (rule,)
    return replace(rule, days=weekdays), replace(rule, days=holidays)


def _reopened(closure: Rule, later: Sequence[Rule]) -> bool:
    """Whether an opening that is added afterwards may fall on days of a closure."""
    return any(
        rule.adds and not rule.closed and _meet_on_a_day(closure.days, rule.days) for rule in later
    )


def _meet_on_a_day(a: Days, b: Days) -> bool:
    return a.entangled(b) or bool(a & b)


def _periods(rule: Rule, lang: str) -> list[Period]:
    """A rule by itself. Raises NotHeld where its days are none of periods."""
    note = _note(rule, lang)
    return [
        Period(start, end, selected, ranks, rule.slots, rule.closed, note)
        for start, end, selected, ranks in rule.days.selectors()
    ]


def _note(rule: Rule, lang: str) -> Localized:
    comment = clean(rule.comment, limit=NOTE)
    return Localized((Text(lang, comment),)) if comment else NOTHING


class _Later:
    """What the rules after the one at hand take from it. They are met last first."""

    def __init__(self) -> None:
        self.replacing: list[Rule] = []
        self.breaks: list[Rule] = []
        self.replaced = Days()
        self.opened = Days()
        self.added = Days()

    def take(self, rule: Rule) -> None:
        """Remember a rule for those that come before it."""
        if rule.silent:
            return
        if rule.closed and rule.slots:
            if len(self.breaks) == MOST_BREAKS:
                raise NotHeld(rule.text)
            self.breaks.append(rule)
        elif rule.closed:
            if self.added:
                # Closed, and opened again at other hours: what was said before is gone there.
                reopened = replace(rule, days=_shared(rule.days, self.added, rule), closed=False)
                self._replace_by(reopened)
        else:
            self.opened |= rule.days
            if rule.adds:
                self.added |= rule.days
            else:
                self._replace_by(rule)

    def _replace_by(self, rule: Rule) -> None:
        self.replacing.append(rule)
        self.replaced |= rule.days

    def parts(self, rule: Rule, earlier: Sequence[Rule]) -> list[_Part]:
        """The days and hours of a rule that hold in the end."""
        if rule.silent or (rule.closed and rule.slots):
            return []
        if rule.closed:
            return [(self._closed(rule, earlier), ())]
        days = self._left(rule)
        parts: list[_Part] = [(days, rule.slots)] if days else []
        for other in reversed(self.breaks):
            parts = [cut for part in parts for cut in _without_break(*part, other)]
        return parts

    def _left(self, rule: Rule) -> Days:
        """The days of an opening that no later rule replaces."""
        if not rule.days.entangled(self.replaced):
            return rule.days - self.replaced
        days = rule.days
        for other in reversed(self.replacing):
            if not days.entangled(other.days):
                days -= other.days
            elif not _says_more(other, rule):
                raise NotHeld(other.text)
        return days

    def _closed(self, rule: Rule, earlier: Sequence[Rule]) -> Days:
        """The days of a closure on which nothing opens again; none where it is in vain."""
        if not rule.days.entangled(self.opened):
            return rule.days - self.opened
        before = [other.days for other in earlier if not other.closed and not other.silent]
        if any(rule.days.entangled(days) or rule.days & days for days in before):
            raise NotHeld(rule.text)
        return Days()


def _shared(days: Days, others: Days, rule: Rule) -> Days:
    if days.entangled(others):
        raise NotHeld(rule.text)
    return days & others


def _says_more(later: Rule, earlier: Rule) -> bool:
    """Whether a later rule says all that an earlier one does: then both may stand, for on the
    later one's days they add up to what the later one says."""
    same = set(earlier.slots) <= set(later.slots) and bool(earlier.slots) == bool(later.slots)
    return same and earlier.comment in ("", later.comment)


def _without_break(days: Days, slots: tuple[Slot, ...], rule: Rule) -> Iterator[_Part]:
    """Days and hours without those for which a rule closes; `Mo-Fr 12:00-14:00 off`."""
    left = _cut(slots, rule.slots)
    if left == slots:
        yield days, slots
    elif left is None or days.entangled(rule.days):
        raise NotHeld(rule.text)
    else:
        shared = days & rule.days
        if rest := days - shared:
            yield rest, slots
        if left and shared:
            yield shared, left


def _cut(slots: tuple[Slot, ...], breaks: tuple[Slot, ...]) -> tuple[Slot, ...] | None:
    """The slots without the breaks; None where that cannot be told: a closing time or all hours
    are unknown, or a night belongs to two days."""
    if not slots:
        return None
    kept: list[Slot] = []
    for slot in slots:
        spans = [(minutes(slot.opens), closing(slot) or MIDNIGHT)]
        whole = spans[0]
        for pause in breaks:
            begin, end = minutes(pause.opens), closing(pause) or MIDNIGHT
            if not _meet(whole, (begin, end)):
                continue
            if max(whole[1], end) > MIDNIGHT or not (closing(slot) and closing(pause)):
                return None
            spans = [
                (first, last)
                for start, stop in spans
                for first, last in ((start, min(stop, begin)), (max(start, end), stop))
                if first < last
            ]
        if spans == [whole]:
            kept.append(slot)
        else:
            kept += (Slot(hour(first), hour(last)) for first, last in spans)
    return tuple(kept)


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two stretches of minutes have one in common, on whatever day they began."""
    return any(a[0] < b[1] + shift and b[0] + shift < a[1] for shift in (-MIDNIGHT, 0, MIDNIGHT))
