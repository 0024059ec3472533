"""The special days that openings and closures name instead of a date (`dateSpeciale`).

Days that move with Easter are given for the year of the reading and the next one: a calendar of
every year cannot say them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from catalog.model import MonthDay

FIXED: Final = {
    "PREMIER_JANVIER": MonthDay(1, 1),
    "BERCHTOLDSTAG": MonthDay(1, 2),
    "SAINT_JOSEPH": MonthDay(3, 19),
    "PREMIER_MAI": MonthDay(5, 1),
    "HUIT_MAI": MonthDay(5, 8),
    "QUATORZE_JUILLET": MonthDay(7, 14),
    "FETE_NATIONALE_SUISSE": MonthDay(8, 1),
    "QUINZE_AOUT": MonthDay(8, 15),
    "PREMIER_NOVEMBRE": MonthDay(11, 1),
    "ONZE_NOVEMBRE": MonthDay(11, 11),
    "IMMACULEE_CONCEPTION": MonthDay(12, 8),
    "VINGT_CINQ_DECEMBRE": MonthDay(12, 25),
}
_AFTER_EASTER: Final = {
    "VENDREDI_SAINT": -2,
    "LUNDI_PAQUES": 1,
    "ASCENSION": 39,
    "LUNDI_PENTECOTE": 50,
    "FETE_DIEU": 60,
}


def special_days(name: str, year: int) -> tuple[MonthDay | date, ...]:
    """The days that a name stands for; () for a name that is not known."""
    if name in FIXED:
        return (FIXED[name],)
    if name in _AFTER_EASTER:
        shift = timedelta(days=_AFTER_EASTER[name])
        return tuple(easter(one) + shift for one in (year, year + 1))
    return ()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
