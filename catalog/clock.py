"""The clock is an argument: only the two entry points read the machine's, through here."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

PARIS: Final = ZoneInfo("Europe/Paris")
"""Every opening hour of the catalogue is in this zone."""


def machine_now() -> datetime:
    """The machine's time in Paris, to the second. Called by command entry points only."""
    return datetime.now(PARIS).replace(microsecond=0)


def parse_moment(text: str) -> datetime:
    """An ISO 8601 date and time as a Paris time; one without offset is already local.

    Raises ValueError when the text is not ISO 8601.
    """
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=PARIS) if moment.tzinfo is None else moment.astimezone(PARIS)
