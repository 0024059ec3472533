"""Opening hours: every period of the catalogue as OSM `opening_hours`, and what it answers."""

from catalog.hours.answers import Opening, coming_dates, last_day, on_day, opening, over
from catalog.hours.collapse import collapsed
from catalog.hours.expression import expression
from catalog.hours.notation import periods
from catalog.hours.notheld import NotHeld
from catalog.hours.schedule import DayPlan, State

__all__ = [
    "DayPlan",
    "NotHeld",
    "Opening",
    "State",
    "collapsed",
    "coming_dates",
    "expression",
    "last_day",
    "on_day",
    "opening",
    "over",
    "periods",
]
