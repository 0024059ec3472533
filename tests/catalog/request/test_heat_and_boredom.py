"""Degrees that nobody names, houses where somebody is bored, meat that bears a region's name, what
is possible: none of them asks for what its words say alone."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Albi", "Aveyron", "Carmaux", "Cordes-sur-Ciel", "Gaillac", "Najac"])

_HEAT = (
    "il fait 39, un coin pour les gosses", "38 à l'ombre, que faire", "on est à 41 dehors",
    "it's 39 out, somewhere cool", "100 in the shade, where can we swim",
    "38 im Schatten, wohin mit den Kindern", "es sind 39, wo ist es kühl",
    "hace 40, dónde vamos", "40 a la sombra", "ci sono 39, dove andiamo", "38 all'ombra",
    "het is 39, wat te doen", "38 in de schaduw", "fa 39, ont anar", "39 a l'ombra",
    "estem a 40, on anem",
)  # fmt: skip
_HOT_WEATHER = (
    ("fr", "que faire par ce temps chaud"), ("en", "what to do in this hot weather"),
    ("de", "was tun bei dem heißen Wetter"), ("es", "qué hacer con este tiempo caluroso"),
    ("it", "cosa fare con questo tempo caldo"), ("nl", "wat te doen bij dit warme weer"),
    ("oc", "que far amb aqueste temps caud"), ("ca", "què fer amb aquest temps calorós"),
)  # fmt: skip
_NO_HEAT = (
    "il fait 40 de fièvre", "un resto, on est 41", "wir sind 40, wo essen", "it's 35 for two",
    "camping with 40 pitches in the shade", "à l'ombre avec 35 personnes", "siamo in 40",
)  # fmt: skip
_BORED = (
    "ma femme s'ennuie à l'hôtel", "on s'ennuie dans notre gîte", "we're bored in our hotel room",
    "uns ist langweilig auf dem Campingplatz", "nos aburrimos en el camping",
    "i ragazzi si annoiano in albergo", "ci annoiamo in campeggio",
    "de kinderen vervelen zich in het hotel", "nos enujam a l'ostalariá", "ens avorrim al càmping",
)  # fmt: skip
_MEAT = (
    "viande d'Aveyron", "beef from Aveyron", "Fleisch aus dem Aveyron", "carne de Aveyron",
    "carne dell'Aveyron", "carn d'Avairon", "carn de l'Aveyron", "dégustation de Gaillac",
    "cata de Gaillac", "degustazione di Gaillac", "tasting of Gaillac", "Verkostung von Gaillac",
)  # fmt: skip
_POSSIBLE = (
    "feu de camp possible ?", "barbecue possible ?", "campfire possible?", "Lagerfeuer möglich?",
    "fogata posible?", "fuoco da campo possibile?", "kampvuur mogelijk?", "fuòc de camp possible ?",
    "foc de camp possible?",
)  # fmt: skip


def _read(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize("text", _HEAT)
def test_bare_degrees_are_heat(text: str) -> None:
    assert (_read(text).weather, _read(text).max_price) == ("hot", None)


@pytest.mark.parametrize(("lang", "text"), _HOT_WEATHER)
def test_weather_that_is_hot_is_heat(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang).weather == "hot"


@pytest.mark.parametrize("text", _NO_HEAT)
def test_other_numbers_are_none(text: str) -> None:
    assert _read(text).weather is None


@pytest.mark.parametrize("text", _BORED)
def test_the_house_where_somebody_is_bored_is_not_sought(text: str) -> None:
    request = _read(text)
    assert Kind.ACTIVITY in request.types
    assert Kind.LODGING not in request.types
    assert not {"hotel", "campsite"} & set(request.themes)


def test_a_bed_beside_boredom_is_sought() -> None:
    assert Kind.LODGING in _read("on s'ennuie au camping, un hôtel à Albi ?").types


@pytest.mark.parametrize("text", _MEAT)
def test_what_is_made_bears_a_name_and_is_in_no_place(text: str) -> None:
    assert _read(text).where is None


def test_where_it_is_eaten_is_a_place() -> None:
    assert _read("manger de la viande de l'Aveyron à Najac").where == "Najac"
    assert _read("dégustation à Gaillac").where == "Gaillac"


@pytest.mark.parametrize("text", _POSSIBLE)
def test_what_is_possible_is_a_rule(text: str) -> None:
    assert Kind.SERVICE in _read(text).types


def test_what_a_bed_makes_possible_is_none() -> None:
    assert _read("un gîte avec barbecue possible").types == (Kind.LODGING,)
