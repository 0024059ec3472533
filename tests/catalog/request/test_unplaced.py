"""A place that nobody here knows is carried as the visitor wrote it; nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.request import PlaceNames, read
from catalog.request.unplaced import MOST_LETTERS

PLACES = PlaceNames(["Carmaux", "Monestiés"], ["Musée du verre"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("une boulangerie à Trifouillis-les-Oies", "Trifouillis-les-Oies"),
        ("restaurant à angoulême", "angoulême"),
        ("manger à La Rochelle", "La Rochelle"),
        ("que faire à la Bourboule demain", "Bourboule"),
        ("château de Chambord", "Chambord"),
        ("restaurants near Pforzheim", "Pforzheim"),
        ("Spielplatz in Heidelberg", "Heidelberg"),
        ("zwemmen in de buurt van Maastricht", "Maastricht"),
        ("museo en Zaragoza abierto hoy", "Zaragoza"),
        ("qualcosa da fare vicino a Bergamo", "Bergamo"),
        ("un castell a prop de Lleida", "Lleida"),
    ],
)
def test_an_unknown_place_is_carried_as_it_was_written(text: str, name: str) -> None:
    assert read(text, PLACES).unplaced == name


@pytest.mark.parametrize(
    "text",
    [
        *("wc", "que faire à Carmaux", "musée du verre", "un restaurant en terrasse"),
        *("quelque chose à grignoter", "jambon de Bayonne", "un vin de Cahors", "tarte aux noix"),
        *("Wo kann man in Ruhe essen?", "wandern bei Regen", "essen in gemütlicher Atmosphäre"),
        *("from London, what can we see here", "concert de Zaz ce soir", "menu de Noël"),
        *("somewhere to relax in peace", "un hôtel à Angoulême près de Carmaux", "à 5 km", ""),
    ],
)
def test_other_words_are_no_place(text: str) -> None:
    assert read(text, PLACES).unplaced == ""


@given(st.text(max_size=120))
def test_what_is_carried_stands_in_the_question(text: str) -> None:
    name = read(f"restaurant à {text}", PLACES).unplaced
    assert name in text
    assert len(name) <= MOST_LETTERS


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une balade avec bébé en porte-bébé"),
        ("en", "a walk with our baby in a carrier"),
        ("de", "eine Wanderung mit Baby in der Trage"),
        ("es", "vamos a pie con un bebé en portabebés, ¿qué hacemos?"),
        ("it", "una passeggiata con neonato nel marsupio"),
        ("nl", "een wandeling met baby in een draagzak"),
        ("ca", "una passejada amb nadó a la motxilla portabebès"),
    ],
)
def test_what_a_baby_is_carried_in_is_no_place(lang: str, text: str) -> None:
    found = read(text, PLACES, lang=lang)
    assert (found.unplaced, found.rest) == ("", "")
