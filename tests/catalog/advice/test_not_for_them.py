"""What is true and near and not for those who ask: a church for children, a feast for few euros."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.model import Kind, Price
from tests.catalog.advice.test_boundaries import TEN_TO_SEVEN, advising, at, proposed

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.model import Listing

SIGHTS = (Kind.ACTIVITY, Kind.ATTRACTION)
MUSEUMS = tuple(at(2 + n, f"museum{n}", "museum") for n in range(3))


@pytest.mark.parametrize("sort", ["church", "cathedral", "chapel"])
def test_children_in_the_rain_are_not_sent_to_church(tmp_path: Path, sort: str) -> None:
    nave = at(0.2, "nave", sort, openings=TEN_TO_SEVEN)
    rain: dict[str, Any] = {"weather": "rain", "when": "today"}
    with advising(tmp_path, nave, *MUSEUMS) as adviser:
        told = proposed(adviser, types=SIGHTS, party=("kids", "age:6"), **rain)
        assert "nave" not in told
        assert len(told) == 3
        assert "nave" in proposed(adviser, types=SIGHTS, **rain)


def test_with_little_else_a_church_is_told_to_children_too(tmp_path: Path) -> None:
    nave = at(0.2, "nave", "church", openings=TEN_TO_SEVEN)
    with advising(tmp_path, nave, MUSEUMS[0]) as adviser:
        told = proposed(adviser, types=SIGHTS, party=("kids",), weather="rain", when="today")
    assert "nave" in told


def table(km: float, id: str, price: int | None, **fields: Any) -> Listing:
    prices = () if price is None else (Price(minimum=Decimal(price)),)
    return at(km, id, "restaurant", kind=Kind.FOOD, prices=prices, **fields)


def test_a_feast_is_no_cheap_meal_though_it_is_known_to_be_open(tmp_path: Path) -> None:
    feast = table(0.2, "feast", 40, openings=TEN_TO_SEVEN)
    others = (table(1, "plain", 12), table(2, "unsaid", None))
    with advising(tmp_path, feast, *others) as adviser:
        asked: dict[str, Any] = {"types": (Kind.FOOD,), "when": "today:midday"}
        assert proposed(adviser, max_price="low", **asked)[0] == "plain"
        assert "feast" not in proposed(adviser, max_price="low", **asked)
        assert "feast" in proposed(adviser, **asked)


def test_where_every_table_is_dear_it_is_told_all_the_same(tmp_path: Path) -> None:
    with advising(tmp_path, table(0.2, "feast", 40)) as adviser:
        assert proposed(adviser, types=(Kind.FOOD,), max_price="low") == ["feast"]
