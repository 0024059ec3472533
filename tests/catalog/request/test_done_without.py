"""What is not needed is not refused, and whose name a wine bears is no place."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux", "Albi", "Gaillac", "Cordes-sur-Ciel"])


@pytest.mark.parametrize(
    "text",
    [
        "un camping, pas besoin de piscine",
        "un camping, piscine pas nécessaire",
        "on peut se passer de piscine, un camping calme",
        "camping avec ou sans piscine",
        "campsite, no pool needed",
        "we don't need a pool, just a quiet campsite",
        "campsite with or without a pool",
        "ruhiger Campingplatz, brauchen keinen Pool",
        "Campingplatz, Pool brauchen wir nicht",
        "auf einen Pool können wir verzichten, ein Campingplatz im Schatten",
        "un camping, no necesitamos piscina ni restaurante",
        "un camping, la piscina no hace falta",
        "un campeggio, non ci serve la piscina",
        "un campeggio, la piscina non è necessaria",
        "kleine camping, geen zwembad nodig",
        "camping aan het water, zwembad hoeft niet",
        "un campatge, avèm pas besonh de piscina",
        "un càmping, no cal que tingui piscina",
    ],
)
def test_what_is_not_needed_is_neither_sought_nor_refused(text: str) -> None:
    found = read(text, PLACES)
    assert found.types == (Kind.LODGING,)
    assert not [theme for theme in found.themes if "pool" in theme or "restaurant" in theme]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("camping sin piscina", "-swimming_pool"),
        ("Campingplatz ohne Schwimmbad", "-swimming_pool"),
        ("pas besoin de piscine", "-swimming_pool"),  # alone it answers what was said before
        ("wir brauchen kein Museum, lieber ein Spaziergang", "-museum"),
    ],
)
def test_what_is_refused_stays_so(text: str, theme: str) -> None:
    assert theme in read(text, PLACES).themes


def test_who_needs_no_car_has_none() -> None:
    assert read("a walk, no car needed", PLACES).mobility == ("public_transport",)


@pytest.mark.parametrize(
    "text",
    [
        "cave gaillac", "caves gaillac bio", "winery gaillac", "a gaillac winery open sunday",
        "wijnkelder gaillac", "Weingut Gaillac", "celler gaillac", "cava galhac",
        "domaine gaillac", "dégustation gaillac", "un vigneron bio en gaillac",
    ],
)  # fmt: skip
def test_growers_of_a_wine_are_not_sought_in_its_town(text: str) -> None:
    found = read(text, PLACES)
    assert Kind.PRODUCER in found.types
    assert found.where is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("cave à gaillac", "Gaillac"),
        ("wijnkelder in Gaillac", "Gaillac"),
        ("degustación en Gaillac", "Gaillac"),
        ("vigneron cordes", "Cordes-sur-Ciel"),
        ("cave de Cordes", "Cordes-sur-Ciel"),
        ("degustación en Escausses", "Domaine d'Escausses"),
        ("degustazione da Gayrard", "Domaine Gayrard"),
        ("vin du domaine gayrard", "Domaine Gayrard"),
    ],
)
def test_a_cellar_stands_where_no_wine_bears_the_name(text: str, where: str) -> None:
    assert read(text, PLACES).where == where


@pytest.mark.parametrize(
    "text",
    [
        "vous fermez à midi", "vous êtes fermés à midi ?", "do you close for lunch?",
        "are you open through lunch", "schließen Sie mittags", "sluiten jullie tussen de middag",
        "cierran a mediodía", "chiudete a pranzo", "tancatz a miègjorn", "tanqueu al migdia",
    ],
)  # fmt: skip
def test_whether_we_close_at_noon(text: str) -> None:
    found = read(text, PLACES)
    assert found.types == (Kind.OFFICE,)
    assert found.when == "any:midday"


def test_doors_of_others_are_not_ours() -> None:
    assert read("qué tiendas abren el domingo", PLACES).types == (Kind.SHOP,)
    assert read("a qué hora cierran los museos", PLACES).types == (Kind.ATTRACTION,)


@pytest.mark.parametrize(
    "text", ["etwas mit Tieren für die Kinder", "wir wollen etwas mit Tieren machen"]
)
def test_animals_to_look_at_are_no_dog(text: str) -> None:
    assert "dog" not in read(text, PLACES).party
