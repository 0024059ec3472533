"""Who asks the adviser inside, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from catalog.geo import Point
from kiosk.i18n import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, when, where, and whom a person would call; in which languages they may be
    answered."""

    t: Translator
    now: datetime
    origin: Point
    phone: str
    hours: str
    offered: tuple[str, ...] = ()
