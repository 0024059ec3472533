"""Opening hours: every period of the catalogue as OSM `opening_hours`, and what it answers."""

from catalog.hours.answers import Opening, coming_dates, last_day, on_day, opening, over
from catalog.hours.collapse import collapsed, parted
from catalog.hours.expression import expression
from catalog.hours.notation import periods
from catalog.hours.notheld import NotHeld
from catalog.hours.region import ANYWHERE, Region, region_of
from catalog.hours.schedule import DayPlan, State

__all__ = [
    "ANYWHERE",
    "DayPlan",
    "NotHeld",
    "Opening",
    "Region",
    "State",
    "collapsed",
    "coming_dates",
    "expression",
    "last_day",
    "on_day",
    "opening",
    "over",
    "parted",
    "periods",
    "region_of",
]
