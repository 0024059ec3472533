"""The other hours of the day that a proposal is told to be open on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import Kind, Period, Slot
from catalog.request import Request
from kiosk.i18n import translator
from kiosk.present.advice_times import opening_line
from tests.catalog.advice.test_boundaries import HERE, advising, at

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)
TO_MIDNIGHT = Slot(time(18), time(0))
MORNING, AFTERNOON = Slot(time(10), time(12)), Slot(time(14), time(18))


@pytest.mark.parametrize(
    ("kind", "concept", "slots", "told"),
    [
        (Kind.ATTRACTION, "museum", (TO_MIDNIGHT,), "to 00:00"),
        (Kind.ATTRACTION, "museum", (MORNING, AFTERNOON), "10:00 to 12:00, then 14:00–18:00"),
        (Kind.EVENT, "exhibition", (MORNING, AFTERNOON), "10:00 to 12:00, then 14:00–18:00"),
    ],
)
def test_the_rest_of_the_day_is_told_and_not_of_the_next(
    tmp_path: Path, kind: Kind, concept: str, slots: tuple[Slot, ...], told: str
) -> None:
    daily = (Period(date(2026, 7, 1), date(2026, 7, 31), slots=slots),)
    made = replace(at(1.0, "one", concept), kinds=(kind,))
    field = "dates" if kind is Kind.EVENT else "openings"
    made = replace(made, dates=daily) if kind is Kind.EVENT else replace(made, openings=daily)
    asked = Request(types=(kind,), themes=(concept,), when="tomorrow")
    with advising(tmp_path, made) as adviser:
        proposal = adviser.advise(asked, here=HERE, now=NOW).proposals[0]
    reason = next(each for each in proposal.reasons if each.field == field)
    assert opening_line(reason, proposal, translator("en"), NOW.date()).endswith(told)
