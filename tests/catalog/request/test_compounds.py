"""German and Dutch write several words as one: the last says what the whole is."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

NOWHERE = PlaceNames([], [])
ATTRACTION, ACTIVITY, EVENT = Kind.ATTRACTION, Kind.ACTIVITY, Kind.EVENT
FOOD, LODGING, MARKET, SHOP = Kind.FOOD, Kind.LODGING, Kind.MARKET, Kind.SHOP


@pytest.mark.parametrize(
    ("word", "lang", "kinds"),
    [
        ("Burgcafé", "de", {FOOD}),
        ("Käsemarkt", "de", {MARKET}),
        ("Weinmuseum", "de", {ATTRACTION}),
        ("Fahrradhotel", "de", {LODGING}),
        ("Kirchenkonzert", "de", {EVENT}),
        ("Feuerwehrmuseum", "de", {ATTRACTION}),
        ("kasteelcafé", "nl", {FOOD}),
        ("kaasmarkt", "nl", {MARKET}),
        ("fietshotel", "nl", {LODGING}),
        ("kerkconcert", "nl", {EVENT}),
        ("speelgoedmuseum", "nl", {ATTRACTION}),
    ],
)
def test_the_last_part_of_a_compound_says_its_kind(word: str, lang: str, kinds: set[Kind]) -> None:
    carrier = {"de": f"wo gibt es ein {word}?", "nl": f"waar is er een {word}?"}[lang]
    assert set(read(word, NOWHERE, lang=lang).types) == kinds
    assert set(read(carrier, NOWHERE).types) == kinds
