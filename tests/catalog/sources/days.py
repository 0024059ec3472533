"""Periods counted day by day, for tests of what must not be lost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from catalog.model import WEEK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.model import Period, Slot
    from catalog.sources.values.periods import Statement


def days_of(said: Iterable[Period | Statement]) -> set[tuple[date, Slot | None]]:
    """Every (day, slot); slot None: hours unknown."""
    found: set[tuple[date, Slot | None]] = set()
    for period in said:
        assert isinstance(period.start, date)
        assert isinstance(period.end, date)
        slots = getattr(period, "slots", None) or (getattr(period, "slot", None),)
        day = period.start
        while day <= period.end:
            if not period.days or WEEK[day.weekday()] in period.days:
                found.update((day, slot) for slot in slots)
            day += timedelta(days=1)
    return found
