"""What is shown again says so; what has no roof in the rain too: asked of the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import LANGUAGES
from catalog.vocabulary.turns import said_for
from kiosk.i18n import translator
from tests.kiosk.test_advice_transcripts import adviser
from tests.kiosk.test_planned_days import said

if TYPE_CHECKING:
    from catalog.advice import Adviser

__all__ = ["adviser"]

SWIM = {
    "fr": "où se baigner avec des enfants",
    "en": "where can we swim with children",
    "de": "wo kann man mit Kindern baden",
    "es": "dónde bañarse con niños",
    "it": "dove fare il bagno con i bambini",
    "nl": "waar kunnen we zwemmen met kinderen",
    "oc": "ont se pòt banhar amb los enfants",
    "ca": "on ens podem banyar amb els nens",
}
RAIN = {
    "fr": "que faire demain à moins de 4 km, il va pleuvoir",
    "en": "what can we do tomorrow within 4 km, it will rain",
    "de": "was kann man morgen im Umkreis von 4 km machen, es regnet",
    "es": "qué hacer mañana a menos de 4 km, va a llover",
    "it": "cosa fare domani entro 4 km, pioverà",
    "nl": "wat kunnen we morgen doen binnen 4 km, het regent",
    "oc": "de qué far deman a mens de 4 km, plòu",
    "ca": "què podem fer demà a menys de 4 km, plou",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_passed_over_and_is_nearer_is_told_to_be_known(
    adviser: Adviser, lang: str
) -> None:
    turns = (SWIM[lang], said_for("act more", lang), said_for("relative nearer", lang))
    first = said(adviser, turns[:1], lang, "Monestiés")
    nearer = said(adviser, turns, lang, "Monestiés")
    assert {card.id for card in nearer.cards} <= {card.id for card in first.cards}
    t = translator(lang)
    assert nearer.lines == (t._("These were shown before: nothing else fits."),)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_may_have_no_roof_is_told_in_the_rain(adviser: Adviser, lang: str) -> None:
    told = translator(lang)._("None of these is known to be sheltered from the rain.")
    first = said(adviser, (RAIN[lang],), lang, "Monestiés")
    assert first.lines == ()
    other = said(adviser, (RAIN[lang], said_for("act more", lang)), lang, "Monestiés")
    assert other.cards
    assert told in other.lines
