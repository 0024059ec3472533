"""A conversation with the demonstration catalogue, as a person at the counter would lead it: no day
planned for an ice cream, nothing unfit for "longer", the nearest for "shorter"."""

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
    from kiosk.conversation import Reply

__all__ = ["adviser"]


def answered(adviser: Adviser, lang: str, *said: str) -> tuple[Reply, Reply]:
    """The replies to the first and to the last of several turns, at Monestiés in July."""
    asker = Asker(
        t=translator(lang),
        now=datetime(2026, 7, 25, 10, 0, tzinfo=PARIS),
        origin=Point(44.0716, 2.0978),
        phone="05 63 76 76 67",
        hours="",
        offered=LANGUAGES,
    )
    dialogue = Dialogue(lang=lang)
    replies: list[Reply] = []
    for text in said:
        replies.append(say(adviser, dialogue, text, asker))
        dialogue = replies[-1].dialogue
    return replies[0], replies[-1]


@pytest.mark.parametrize(
    ("lang", "beach", "ice"),
    [
        ("fr", "une plage pour les enfants", "et une glace après ?"),
        ("en", "a beach for the children", "and an ice cream afterwards?"),
        ("de", "ein Strand für Kinder", "und ein Eis danach?"),
        ("nl", "een strand voor de kinderen", "en een ijsje daarna?"),
    ],
)
def test_no_day_is_spent_on_what_went_before(
    adviser: Adviser, lang: str, beach: str, ice: str
) -> None:
    _, last = answered(adviser, lang, beach, ice)
    assert last.plan is None or not last.plan.days
    assert last.dialogue.request is not None
    assert last.dialogue.request.themes == ("ice_cream",)


def test_a_swim_afterwards_is_a_day_of_both(adviser: Adviser) -> None:
    _, last = answered(adviser, "en", "a castle tomorrow", "and then a swim?")
    assert last.plan is not None
    assert last.plan.days


@pytest.mark.parametrize(
    ("lang", "walk", "longer"),
    [
        ("fr", "une rando facile avec une poussette", "plus longue"),
        ("en", "an easy walk with a pushchair", "longer"),
        ("de", "eine leichte Wanderung mit Kinderwagen", "länger"),
    ],
)
def test_nothing_unfit_is_longer(adviser: Adviser, lang: str, walk: str, longer: str) -> None:
    first, last = answered(adviser, lang, walk, longer)
    assert [card.id for card in last.cards] == [card.id for card in first.cards]
    assert last.lines


@pytest.mark.parametrize(
    ("lang", "walk", "shorter"),
    [
        ("de", "ein leichter Rundweg, etwa zwei Stunden", "kürzer bitte"),
        ("es", "una ruta circular fácil de dos horas", "más corta"),
    ],
)
def test_what_states_no_length_may_be_shorter(
    adviser: Adviser, lang: str, walk: str, shorter: str
) -> None:
    first, last = answered(adviser, lang, walk, shorter)
    told = [card.id for card in last.cards]
    assert told[:2] == [card.id for card in first.cards][1:]
    assert first.cards[0].id not in told


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("fr", "un zoo", "zoo"),
        ("en", "a zoo", "zoo"),
        ("es", "un zoo", "zoo"),
        ("ca", "un zoo", "zoo"),
    ],
)
def test_what_was_not_found_is_named(adviser: Adviser, lang: str, text: str, named: str) -> None:
    first, _ = answered(adviser, lang, text)
    assert not first.cards
    assert named in first.lines[0]
