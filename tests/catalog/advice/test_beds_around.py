"""Beds: more than the one at hand, and a desk that is shut now hides none."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import Kind, Label, Localized, Period, Price, Slot, TermId, Text
from tests.catalog.advice.test_boundaries import advising, at, proposed

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 7, 23, 12, 40, tzinfo=PARIS)
DESK = (Period(slots=(Slot(time(9), time(11)), Slot(time(16), time(19)))),)
ALL_DAY = (Period(slots=(Slot(time(8), time(20)),)),)
LODGING = (Kind.LODGING,)


@pytest.mark.parametrize("where", [None, "here"])
def test_two_more_campsites_with_a_pool_are_told_beside_the_one_at_hand(
    tmp_path: Path, where: str | None
) -> None:
    pool = (TermId("pool"),)
    camps = [
        replace(at(km, name, "campsite", kind=Kind.LODGING), amenities=pool)
        for km, name in ((2.0, "near"), (13.0, "next"), (16.0, "third"), (24.0, "far"))
    ]
    with advising(tmp_path, *camps) as adviser:
        asked = proposed(adviser, types=LODGING, themes=("campsite", "pool"), where=where)
    assert asked == ["near", "next", "third"]


def test_a_second_museum_is_no_bed(tmp_path: Path) -> None:
    sights = [at(km, name, "museum") for km, name in ((2.0, "near"), (16.0, "far"))]
    with advising(tmp_path, *sights) as adviser:
        found = proposed(adviser, types=(Kind.ATTRACTION,), themes=("museum",), where="here")
    assert found == ["near"]


def test_the_hours_of_a_desk_put_no_bed_far_away_first(tmp_path: Path) -> None:
    near = replace(at(3.0, "near", "campsite", kind=Kind.LODGING), openings=DESK)
    far = replace(at(9.0, "far", "campsite", kind=Kind.LODGING), openings=ALL_DAY)
    with advising(tmp_path, near, far) as adviser:
        found = proposed(adviser, NOON, types=LODGING, themes=("campsite",))
    assert found == ["near", "far"]


@pytest.mark.parametrize(
    ("name", "price", "stars", "is_bed"),
    [
        ("Restaurant Le 36", 53, False, False),  # named as a table
        ("Le Café du Parc", 9, False, False),  # priced as a meal
        ("Le Relais", 59, False, True),
        ("Hôtel Restaurant de la Gare", None, False, True),
        ("Restaurant de la Gare", 9, True, True),  # stars are a hotel's
    ],
)
def test_the_table_of_a_hotel_is_no_bed(
    tmp_path: Path, name: str, price: int | None, *, stars: bool, is_bed: bool
) -> None:
    told = replace(
        at(1.0, "told", "hotel", kind=Kind.LODGING),
        kinds=(Kind.LODGING, Kind.FOOD),
        concepts=(TermId("hotel"), TermId("restaurant")),
        name=Localized((Text("fr", name),)),
        prices=() if price is None else (Price(minimum=Decimal(price)),),
        labels=(Label(TermId("stars"), level=2),) if stars else (),
    )
    with advising(tmp_path, told, at(4.0, "inn", "hotel", kind=Kind.LODGING)) as adviser:
        beds = proposed(adviser, types=LODGING, themes=("hotel",))
        tables = proposed(adviser, types=(Kind.FOOD,), themes=("restaurant",))
    assert ("told" in beds) == is_bed
    assert "inn" in beds
    assert tables == ["told"]
