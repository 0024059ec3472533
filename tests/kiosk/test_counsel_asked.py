"""What is asked of those shown, answered in words: the way as they go, two fields in one breath."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice.dialogue import Dialogue
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import LANGUAGES
from kiosk.asker import Asker
from kiosk.counsel import say
from kiosk.i18n import translator
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]


def told(adviser: Adviser, lang: str, *said: str) -> str:
    """What is answered to the last of several turns, at Monestiés on a Saturday in July."""
    asker = Asker(
        t=translator(lang),
        now=datetime(2026, 7, 25, 10, 0, tzinfo=PARIS),
        origin=Point(44.0716, 2.0978),
        phone="05 63 76 76 67",
        hours="",
        offered=LANGUAGES,
    )
    dialogue = Dialogue(lang=lang)
    lines: tuple[str, ...] = ()
    for text in said:
        reply = say(adviser, dialogue, text, asker)
        dialogue, lines = reply.dialogue, reply.lines
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("lang", "said", "way"),
    [
        ("es", ("museo de demostración, sin coche", "¿está lejos el primero?"), "a pie"),
        ("de", ("Museum mit dem Fahrrad", "wie weit ist das erste?"), "mit dem Rad"),
        ("fr", ("un musée", "le premier, c'est loin à pied ?"), "à pied"),
        ("en", ("a museum", "can we get to the first by bus?"), "on foot"),
    ],
)
def test_the_way_is_told_as_they_go(
    adviser: Adviser, lang: str, said: tuple[str, str], way: str
) -> None:
    lines = told(adviser, lang, *said)
    assert way in lines
    assert translator(lang)._("%(distance)s · about %(duration)s by car")[-8:] not in lines


def test_who_asks_for_a_bus_is_told_of_the_station(adviser: Adviser) -> None:
    lines = told(adviser, "en", "a museum", "can we get there by bus?")
    assert "Railway station 680 m from there" in lines


def test_two_fields_are_told_and_what_nobody_states(adviser: Adviser) -> None:
    asked = "is it open on Sunday and do they have toilets?"
    lines = told(adviser, "en", "something to do with our kids today", asked)
    assert "Sunday 26 July: open 10:00–19:00 · Not stated: toilets" in lines


def test_a_pushchair_is_told_what_the_card_says(adviser: Adviser) -> None:
    lines = told(adviser, "fr", "une balade", "avec la poussette c'est possible ?")
    assert "Pour poussettes\u00a0: voie verte" in lines


def test_one_is_pointed_at_by_what_it_is(adviser: Adviser) -> None:
    asked = "celui avec le château, il est ouvert dimanche ?"
    lines = told(adviser, "fr", "que voir autour de Najac", asked)
    assert lines.startswith("Forteresse royale de Najac")
