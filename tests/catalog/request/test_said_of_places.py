"""A word keeps its subject in whatever form it is said: Romanesque churches, goat's cheeses."""

from __future__ import annotations

import pytest

from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux"])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "des églises romanes à voir"),
        ("en", "Romanesque churches to see"),
        ("de", "wo sind romanische Kirchen"),
        ("de", "Kirchen der romanischen Zeit"),
        ("es", "iglesias románicas para visitar"),
        ("it", "chiese romaniche da vedere"),
        ("nl", "romaanse kerken bezoeken"),
        ("oc", "glèisas romanicas de veire"),
        ("ca", "esglésies romàniques per veure"),
    ],
)
def test_romanesque_is_read_in_every_form(lang: str, text: str) -> None:
    assert "romanesque" in read(text, PLACES, lang=lang).themes


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où acheter du fromage de chèvre chez le producteur"),
        ("en", "where to buy goat's cheese from the farm"),
        ("de", "wo gibt es Ziegenkäse vom Hof"),
        ("es", "dónde comprar quesos de cabra al productor"),
        ("it", "dove comprare formaggi di capra dal produttore"),
        ("nl", "waar kan ik geitenkaas kopen bij de boer"),
        ("oc", "ont crompar formatge de cabra cò del productor"),
        ("ca", "on comprar formatges de cabra al productor"),
    ],
)
def test_goats_cheese_is_asked_of_who_makes_cheese(lang: str, text: str) -> None:
    assert "cheese_maker" in read(text, PLACES, lang=lang).themes
