"""The inactivity clock, alone and in the app; no test waits."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.advice import Advice
from catalog.advice.dialogue import Dialogue
from catalog.model import ListingId
from catalog.request import Request
from kiosk.commands import Mode
from kiosk.conversation import Guided, Reply
from kiosk.idle import IdleClock, Phase
from kiosk.screens.still_there import StillThereScreen
from kiosk.session import BASKET_LIMIT, Session
from tests.kiosk.app.harness import FakeTime, opened

if TYPE_CHECKING:
    from pathlib import Path


@given(st.lists(st.integers(0, 100), max_size=20))
def test_the_phase_depends_on_the_last_touch_only(steps: list[int]) -> None:
    time = FakeTime()
    clock = IdleClock(45, 15, time)
    for step in steps:
        time.seconds += step
        clock.touch()
    for passed, phase in ((0, Phase.ACTIVE), (44.9, Phase.ACTIVE), (45, Phase.WARNING),
                          (59.9, Phase.WARNING), (60.1, Phase.OVER)):  # fmt: skip
        start = time.seconds
        time.seconds = start + passed
        assert clock.look().phase is phase
        time.seconds = start


def test_the_countdown_counts_whole_seconds_down() -> None:
    time = FakeTime()
    clock = IdleClock(45, 15, time)
    seen = []
    for second in range(45, 61):
        time.seconds = second
        seen.append(clock.look().left)
    assert seen == list(range(15, -1, -1))


def test_a_reset_session_is_a_new_one() -> None:
    session = Session(lang="nl", spoken="de", theme="night", text="x", shelf="rain", told="!")
    session.around = ListingId("a")
    session.trail.append(ListingId("b"))
    session.toggle(ListingId("c"))
    session.remove(ListingId("c"))
    session.counted = True
    advice = Advice(request=Request(), proposals=(), near_misses=(), office=None)
    session.take_in(Reply(dialogue=Dialogue(text="x"), lang="nl", advice=advice))
    session.guided = Guided(2)
    for field in fields(Session):
        if field.name not in {"visit", "basket"}:
            assert getattr(session, field.name) != getattr(Session(), field.name), field.name
    session.toggle(ListingId("d"))
    assert not session.fresh
    session.reset()
    assert session.fresh
    assert session == Session(visit=1)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_the_basket_never_overflows_and_undo_restores(presses: list[str]) -> None:
    session = Session()
    for letter in presses:
        session.toggle(ListingId(letter))
        assert len(session.basket) <= BASKET_LIMIT
        assert len(set(session.basket)) == len(session.basket)
    before = list(session.basket)
    if before:
        session.remove(before[0])
        assert session.undo()
        assert session.basket == before


async def test_an_absent_visitor_is_warned_then_forgotten(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "f6", "«penne»", "enter", "+")
        kiosk.time.seconds += 44
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert kiosk.page == "ListingScreen"
        kiosk.time.seconds += 3
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert kiosk.page == "StillThereScreen"
        assert "13" in kiosk.text
        kiosk.time.seconds += 14
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert kiosk.page == "AttractScreen"
        assert kiosk.app.post.session.fresh
        assert kiosk.app.theme == "day"
        await kiosk.press("2")
        assert "penne" not in kiosk.text.lower()
        await kiosk.press("f3")
        assert "Penne" not in kiosk.text


async def test_any_input_extends_any_number_of_times(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«penne»", "enter")
        for turn in range(12):
            kiosk.time.seconds += 50
            kiosk.app.tick()
            await kiosk.pilot.pause()
            assert kiosk.page == "StillThereScreen"
            if turn % 2:
                await kiosk.press("f5")  # reaches nothing but the warning
            else:
                assert await kiosk.pilot.click(offset=(2, 2))
                await kiosk.pilot.pause()
            assert kiosk.page == "ListingScreen"
        assert kiosk.app.post.session.trail == ["test:castle"]


async def test_typing_keeps_the_visitor(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2")
        for letter in "castle":
            kiosk.time.seconds += 40
            await kiosk.press(letter)
            kiosk.app.tick()
        assert kiosk.page == "FindScreen"
        assert kiosk.app.post.session.text == "castle"


async def test_an_adviser_is_never_wiped(catalogue: Path) -> None:
    async with opened(catalogue, mode=Mode.COUNTER) as kiosk:
        await kiosk.press("«penne»")
        kiosk.time.seconds += 4000
        kiosk.app.tick()
        assert kiosk.app.post.session.text == "penne"


async def test_new_visitor_leaves_nothing_anywhere(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("2", "«penne»", "enter", "+", "f3", "p", "m", "f5")
        assert kiosk.page == "AttractScreen"
        for screen in kiosk.app._installed_screens.values():
            if callable(screen) or not getattr(screen, "ready", False):
                continue
            for widget in screen.walk_children():
                said = str(getattr(widget, "content", "")) + str(getattr(widget, "value", ""))
                assert "enne" not in said, (screen, widget)


async def test_a_tap_and_a_tick_close_the_warning_once(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("2", "«penne»", "enter")
        kiosk.time.seconds += 50
        kiosk.app.tick()
        await kiosk.pilot.pause()
        warning = kiosk.app.screen
        assert isinstance(warning, StillThereScreen)
        kiosk.app.idle.touch()
        kiosk.app.tick()
        warning._go_on()
        await kiosk.pilot.pause()
        assert kiosk.page == "ListingScreen"


@pytest.mark.parametrize("keys", [("f9",), ("f1",), ("f2",), ("f3",), ("f1", "f2")])
async def test_a_page_opened_from_the_first_one_is_forgotten_too(
    catalogue: Path, keys: tuple[str, ...]
) -> None:
    """No language chosen, nothing asked: the session is fresh, the page is not."""
    async with opened(catalogue) as kiosk:
        await kiosk.press(*keys, *(("«jean_dupont»",) if keys == ("f9",) else ()))
        assert kiosk.page != "AttractScreen"
        assert kiosk.app.post.session.fresh
        kiosk.time.seconds += 50
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert kiosk.page == "StillThereScreen"
        kiosk.time.seconds += 50
        kiosk.app.tick()
        await kiosk.pilot.pause()
        assert kiosk.page == "AttractScreen"
        await kiosk.press("f9")
        assert "jean" not in kiosk.text
