"""Visits in a row: the number of living objects stays what it is."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.app.harness import Kiosk

VISIT = ("2", "«penne»", "enter", "+", "f3", "p", "m", "f1", "escape", "f2", "6", "f6", "f5")


async def visits(kiosk: Kiosk, number: int) -> None:
    for _ in range(number):
        for key in VISIT:
            await kiosk.press(key)
        assert kiosk.page == "AttractScreen"


def living() -> int:
    gc.collect()
    return len(gc.get_objects())


async def growth(catalogue: Path, number: int) -> float:
    """Objects gained a visit, after the first ones have filled the caches."""
    async with opened(catalogue) as kiosk:
        await visits(kiosk, 4)
        before = living()
        await visits(kiosk, number)
        return (living() - before) / number


async def test_a_few_visits_leave_nothing_behind(catalogue: Path) -> None:
    assert await growth(catalogue, 6) < 60


@pytest.mark.soak
async def test_hundreds_of_visits_leave_nothing_behind(catalogue: Path) -> None:
    assert await growth(catalogue, 400) < 2
