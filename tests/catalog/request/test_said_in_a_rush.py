"""Short ways of the impatient: how one goes, at this hour, what was left on the bus, a limit behind
the dog, a day that will not do."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, Request, read

PLACES = PlaceNames(["Albi", "Cap Découverte", "Carmaux", "Cordes-sur-Ciel"])


def _read(text: str) -> Request:
    return read(text, PLACES)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("com anem d'Albi a Cordes sense cotxe", "where", ("Albi", "Cordes-sur-Ciel")),
        ("aller à Cordes depuis la gare d'Albi", "where", ("Albi", "Cordes-sur-Ciel")),
        ("aller de la gare d'Albi à Cordes", "where", ("Albi", "Cordes-sur-Ciel")),
        ("un véto ouvert à cette heure ?", "when", "now"),
        ("farmàcia oberta a aquestes hores", "when", "now"),
        ("farmacia dobèrta a aquesta ora", "when", "now"),
        ("un marché autre que celui de vendredi", "when", None),
        ("le marché, celui de vendredi", "when", "fri"),
        ("habitació, parella amb gos, menys de 70", "max_price", 70),
        ("camera stanotte x 2 + culla", "party", ("n:2",)),
        ("un chico de 15 se aburre", "party", ("age:15", "kids", "teens")),
        ("tengo tres fieras de 4 y 6 años", "party", ("age:4", "age:6", "kids")),
        ("vider la cassette du cc", "mobility", ("camper_van",)),
    ],
)
def test_a_rush_is_heard(text: str, key: str, value: object) -> None:
    assert getattr(_read(text), key) == value


@pytest.mark.parametrize(
    "text",
    [
        "ho scordato lo zaino sull'autobus", "j'ai zappé mon sac dans le car",
        "m'he descuidat la motxilla al bus", "ai desbrembat la saca dins lo bus",
    ],
)  # fmt: skip
def test_what_was_left_is_for_the_lost_property(text: str) -> None:
    assert Kind.OFFICE in _read(text).types


@pytest.mark.parametrize(
    "text",
    [
        "carne alla griglia domani a pranzo", "carne d'Aveyron alla griglia", "agneau à la broche",
        "lamb off the grill", "Fleisch vom Grill", "cordero a la brasa", "vlees van de grill",
        "carn d'Avairon a la brasa", "carn de l'Aveyron a la brasa",
    ],
)  # fmt: skip
def test_what_comes_off_the_grill_is_eaten(text: str) -> None:
    assert Kind.FOOD in _read(text).types


def test_rounds_and_cycle_paths() -> None:
    assert _read("una vueltecita fácil").types == (Kind.ITINERARY,)
    assert _read("una vira en mòto").types == (Kind.ITINERARY,)
    assert _read("ciclabile coi bimbi, max 10 km, noleggio bici").max_km == 10


def test_something_wild_needs_no_doctor() -> None:
    assert "-doctor" not in _read("un trail, pas un truc de malade").themes
    assert _read("un truc de malade à voir").types != (Kind.HEALTH,)
