"""Everything that the adviser reads can be typed with a finger, and taken away with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.widgets.key import Key
from kiosk.widgets.key_strip import MOST, KeyStrip
from kiosk.widgets.letters import SPACE, TURN, Letters
from tests.kiosk.app.harness import opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kiosk.app.harness import Kiosk

MANY = (
    "une balade facile à pied de 5 km demain matin près de Penne avec des enfants, un bébé et un"
    " chien, sans voiture, gratuit, s'il pleut, 2 h"
)


async def type_by_touch(kiosk: Kiosk, text: str) -> None:
    for character in text:
        if character not in shown(kiosk):
            assert await kiosk.pilot.click(shown(kiosk)[TURN])
            await kiosk.pilot.pause()
        if character not in shown(kiosk):
            assert await kiosk.pilot.click(shown(kiosk)[TURN])
            await kiosk.pilot.pause()
        assert await kiosk.pilot.click(shown(kiosk)[character])
        await kiosk.pilot.pause()


def shown(kiosk: Kiosk) -> dict[str, Key]:
    return {key.action: key for key in kiosk.app.screen.query("Letters Key").results(Key)}


async def test_figures_apostrophe_and_accents_are_typed_by_touch(catalogue: Path) -> None:
    async with opened(catalogue, size=(56, 16)) as kiosk:
        await kiosk.press("1", "f7")
        await type_by_touch(kiosk, "l'été 14/07 à 9:30")
        assert kiosk.app.post.session.text == "l'été 14/07 à 9:30"


async def test_letters_come_first_whenever_they_are_called_for(catalogue: Path) -> None:
    async with opened(catalogue) as kiosk:
        await kiosk.press("1", "f7")
        letters = kiosk.app.screen.query_one(Letters)
        await type_by_touch(kiosk, "10")
        assert letters.query(Key).first().action == "1"
        await kiosk.press("f7")
        await kiosk.press("f7")
        await kiosk.pilot.pause()
        assert letters.query(Key).first().action == "a"
        assert [key.action for key in letters.query(".-tail").results(Key)][-1] == SPACE


async def test_the_tenth_thing_understood_is_shown_and_taken_away(catalogue: Path) -> None:
    async with opened(catalogue, size=(120, 40)) as kiosk:
        await kiosk.press("1", "f9", f"«{MANY}»", "enter")
        await kiosk.settle()
        strip = kiosk.app.screen.query_one("#chips", KeyStrip)
        reply = kiosk.app.post.session.reply
        assert reply is not None
        before = [chip.words for chip in reply.chips]
        assert len(before) > MOST
        assert len(strip.keys) == MOST
        assert await kiosk.pilot.click(strip.keys[-1])
        await kiosk.settle()
        seen = [key.action for key in strip.keys[:-1]]
        assert seen == [str(place) for place in range(MOST - 1, len(before))]
        assert await kiosk.pilot.click(strip.keys[0])
        await kiosk.settle()
        after = kiosk.app.post.session.reply
        assert after is not None
        assert before[MOST - 1] not in [chip.words for chip in after.chips]
        assert kiosk.app.screen.query_one("#chips", KeyStrip).keys[0].action == "0"
