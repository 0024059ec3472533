"""The clock is an argument: only the two entry points read the machine's, through here."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

PARIS: Final = ZoneInfo("Europe/Paris")
"""Every opening hour of the catalogue is in this zone."""

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2200
"""The years of the moments that a question may be asked at."""


def machine_now() -> datetime:
    """The machine's time in Paris, to the second. Called by command entry points only."""
    return datetime.now(PARIS).replace(microsecond=0)


def parse_moment(text: str) -> datetime:
    """An ISO 8601 date and time as a Paris time; one without offset is already local.

    Raises ValueError when the text is not ISO 8601, or of a year that no visit falls in.
    """
    moment = datetime.fromisoformat(text)
    _refuse_far(moment.year)
    return moment.replace(tzinfo=PARIS) if moment.tzinfo is None else moment.astimezone(PARIS)


def parse_day(text: str) -> date:
    """An ISO 8601 date. Raises ValueError as `parse_moment` does."""
    day = date.fromisoformat(text)
    _refuse_far(day.year)
    return day


def _refuse_far(year: int) -> None:
    """The calendar ends in 9999 and begins in 1: whoever counts weeks from a day near its ends
    would fall off it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"year {year} is not between {FIRST_YEAR} and {LAST_YEAR}")
