"""What is in the town that was named before what is elsewhere; and of what was named the nearest,
though nobody says that it costs nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.catalog.advice.test_boundaries import SIGHTS, advising, at
from tests.catalog.advice.test_boundaries import proposed as told
from tests.catalog.advice.test_near_and_fit import OPEN

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing


def _of(listing: Listing, town: str) -> Listing:
    return replace(listing, place=replace(listing.place, commune=town, insee=town))


@pytest.mark.parametrize("party", [(), ("seniors",)])
def test_what_is_in_the_town_named_comes_before_what_is_open_elsewhere(
    tmp_path: Path, party: tuple[str, ...]
) -> None:
    there = [_of(at(km, id, id), "Monestiés") for km, id in ((0.1, "chapel"), (0.2, "church"))]
    away = _of(at(5.0, "museum", "museum", openings=OPEN), "Carmaux")
    with advising(tmp_path, *there, away) as adviser:
        found = told(adviser, types=SIGHTS, where="Monestiés", party=party)
    assert {*found[:2]} == {"chapel", "church"}


def test_nobody_is_sent_far_for_a_chapel_without_a_door_to_pay_at(tmp_path: Path) -> None:
    near = [at(km, id, "church") for km, id in ((11.0, "one"), (12.0, "two"))]
    far = replace(at(24.0, "far", "chapel"), concepts=(*at(0, "x", "viewpoint").concepts,))
    far = replace(far, concepts=(*at(0, "x", "chapel").concepts, *far.concepts))
    with advising(tmp_path, *near, far) as adviser:
        found = told(adviser, types=SIGHTS, themes=("church",), max_price=0)
    assert found[:2] == ["one", "two"]
