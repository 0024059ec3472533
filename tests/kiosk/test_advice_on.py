"""What is on, and when: asked of the demonstration catalogue in eight languages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.clock import PARIS
from catalog.model import Kind
from tests.kiosk.test_advice_sense import asked, names
from tests.kiosk.test_advice_transcripts import adviser

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

WEDNESDAY = datetime(2026, 7, 22, 17, 0, tzinfo=PARIS)
MARKET_NIGHT = datetime(2026, 7, 28, 17, 0, tzinfo=PARIS)

TONIGHT = {
    "fr": ("que faire ce soir", "qu'est-ce qu'il y a ce soir ?", "une animation ce soir ?"),
    "en": ("what's on tonight", "what can we do tonight?", "anything going on this evening?"),
    "de": ("was kann man heute abend machen", "was ist heute abend los?"),
    "es": ("qué hacer esta noche", "qué hay esta noche"),
    "it": ("cosa fare stasera", "cosa c'è stasera?"),
    "nl": ("wat is er vanavond te doen", "wat kunnen we vanavond doen"),
    "oc": ("qué far aqueste ser", "de qué i a aqueste ser ?"),
    "ca": ("què fer aquest vespre", "què hi ha aquest vespre?"),
}
NONE_LISTED = {
    "fr": "Rien n’est annoncé à ce moment-là.",
    "en": "Nothing is listed for that time.",
    "de": "Für diese Zeit ist nichts angekündigt.",
    "es": "No hay nada anunciado para ese momento.",
    "it": "Per quel momento non è segnalato nulla.",
    "nl": "Voor dat tijdstip staat er niets op de agenda.",
    "oc": "Res es pas anonciat per aquel moment.",
    "ca": "No hi ha res anunciat per a aquell moment.",
}


@pytest.mark.parametrize("lang", TONIGHT)
def test_an_evening_without_a_programme_is_said_to_be_one(adviser: Adviser, lang: str) -> None:
    for text in TONIGHT[lang]:
        advice, _ = asked(adviser, text, now=WEDNESDAY)
        assert names(advice) == [], text  # a park and a town are on every night
        told = [each.listing.id.partition(":")[2] for each in advice.near_misses]
        dated = [name for name in told if name != "cinema-carmaux"]
        assert dated[0] == "marche-nocturne-demonstration", (text, told)
        assert advice.office is not None, text


@pytest.mark.parametrize("lang", TONIGHT)
def test_an_evening_with_a_programme_begins_with_it(adviser: Adviser, lang: str) -> None:
    for text in TONIGHT[lang]:
        advice, _ = asked(adviser, text, now=MARKET_NIGHT)
        assert names(advice) == ["marche-nocturne-demonstration"], text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "y a-t-il une brocante ce week-end ?"),
        ("en", "is there a flea market this weekend?"),
        ("de", "gibt es dieses Wochenende einen Flohmarkt?"),
        ("es", "¿hay un mercadillo de segunda mano este fin de semana?"),
        ("it", "c'è un mercatino delle pulci questo fine settimana?"),
        ("nl", "is er dit weekend een rommelmarkt?"),
        ("ca", "hi ha un mercat de segona mà aquest cap de setmana?"),
    ],
)
def test_another_date_is_told_after_that_none_is_listed(
    adviser: Adviser, lang: str, text: str
) -> None:
    advice, view = asked(adviser, text, now=WEDNESDAY)
    assert names(advice) == []
    assert advice.near_misses[0].listing.id.endswith("brocante-demonstration")
    assert view.relaxed == NONE_LISTED[lang]


def test_who_brings_a_dog_may_still_walk_in_the_park(adviser: Adviser) -> None:
    advice, _ = asked(adviser, "que faire ce soir avec le chien ?", now=WEDNESDAY)
    assert advice.proposals
    assert all(each.listing.kind is not Kind.EVENT for each in advice.proposals)
