"""A word that means a bath or toilets: nobody puts toilets among what a day is made of."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux", "Najac"])
TAKEN = [
    ("es", "un mercado y luego un baño por el camino"),
    ("es", "un castillo por la mañana y un baño por la tarde"),
    ("es", "mañana en coche: un pueblo, comer y un baño de camino"),
    ("es", "un baño después de comer"),
    ("it", "un mercato e poi un bagno"),
    ("it", "un bagno nel pomeriggio dopo il castello"),
    ("oc", "un mercat e puèi un banh"),
    ("ca", "un mercat i després un bany"),
]
SOUGHT = [
    ("es", "dónde hay un baño"),
    ("es", "un museo con baño"),
    ("es", "un parque y un baño cerca"),
    ("it", "dov'è un bagno?"),
    ("ca", "on hi ha un bany"),
]


@pytest.mark.parametrize(("lang", "text"), TAKEN)
def test_a_bath_of_a_day_is_taken(lang: str, text: str) -> None:
    themes = read(text, PLACES, lang=lang).themes
    assert ("swimming" in themes, "toilets" in themes) == (True, False)


@pytest.mark.parametrize(("lang", "text"), SOUGHT)
def test_toilets_are_sought(lang: str, text: str) -> None:
    assert "toilets" in read(text, PLACES, lang=lang).themes


def test_then_is_no_slip_of_another_word() -> None:
    assert read("un museo y luego un pueblo", PLACES, lang="es").rest == ""
