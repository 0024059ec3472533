"""The points of the towns around: each of a place that the house names, none far from France."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.geo import Point, distance_km
from catalog.vocabulary.asking import named_places
from catalog.vocabulary.points import load, points
from catalog.vocabulary.surroundings import surroundings

if TYPE_CHECKING:
    from pathlib import Path


def test_every_point_is_of_a_place_that_can_be_said() -> None:
    assert points().keys() <= named_places().keys() | set(surroundings().names.values())
    middle = Point(44.5, 2.2)
    assert all(distance_km(middle, point) < 550 for point in points().values())


@pytest.mark.parametrize(
    ("one", "other", "km"),
    # Road signs and maps: straight lines, to a few kilometres.
    [("Castres", "Albi", 37), ("Cahors", "Figeac", 51), ("Millau", "Rodez", 49)],
)
def test_towns_lie_as_far_apart_as_on_a_map(one: str, other: str, km: float) -> None:
    assert distance_km(points()[one], points()[other]) == pytest.approx(km, abs=3)


@pytest.mark.parametrize("written", ["Albi = here", "Albi = 95, 2", "Albi = 43.9", "Albi ="])
def test_a_point_that_is_none_is_told(written: str, tmp_path: Path) -> None:
    file = tmp_path / "points.ini"
    file.write_text(f"[Tarn]\n{written}\n")
    with pytest.raises(Unreadable, match="Albi"):
        load(file)
