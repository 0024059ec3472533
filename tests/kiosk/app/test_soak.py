"""Visits in a row: what lives afterwards is what lived before."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from textual.dom import DOMNode
from textual.timer import Timer

from catalog.model import Listing
from kiosk.slip.document import SlipDocument
from kiosk.views import ListingView
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


def living() -> Counter[str]:
    """What must never pile up, by class: widgets, timers, tasks, catalogue values."""
    gc.collect()
    return Counter(
        type(each).__name__
        for each in gc.get_objects()
        if isinstance(each, (DOMNode, Timer, asyncio.Task, Listing, ListingView, SlipDocument))
    )


async def test_visits_leave_nothing_behind(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await visits(kiosk, 1)
        before = living()
        await visits(kiosk, 2)
        assert living() - before == Counter()


@pytest.mark.soak
async def test_hundreds_of_visits_stay_in_the_same_memory(catalogue: Path) -> None:
    """Textual's own caches fill up during the first few hundred visits, then stay."""
    async with opened(catalogue) as kiosk:
        await visits(kiosk, 300)
        before, many = living(), len(gc.get_objects())
        await visits(kiosk, 200)
        assert living() - before == Counter()
        assert (len(gc.get_objects()) - many) / 200 < 40
