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


@pytest.mark.parametrize(
    ("word", "lang", "theme"),
    [
        ("Flohmarktbesuch", "de", "flea_market"),
        ("Honigverkauf", "de", "beekeeper"),
        ("Kletterkurs", "de", "climbing"),
        ("Nachtwächterführung", "de", "guided_tour"),
        ("rommelmarktbezoek", "nl", "flea_market"),
        ("zeilcursus", "nl", "sailing"),
    ],
)
def test_a_last_part_that_is_no_kind_leaves_the_first(word: str, lang: str, theme: str) -> None:
    assert theme in read(word, NOWHERE, lang=lang).themes


@pytest.mark.parametrize(
    ("sentence", "lang"),
    [
        ("wir kommen aus Hessen und aus Freiburger Gegend", "de"),
        ("das Wartezimmer ist voll", "de"),
        ("die Rüstungsindustrie", "de"),
        ("we wonen in Tubbergen", "nl"),
        ("dat kan ik niet waarderen of kalmeren", "nl"),
    ],
)
def test_an_ending_alone_is_no_thing(sentence: str, lang: str) -> None:
    assert read(sentence, NOWHERE, lang=lang).types == ()
