"""Names that only French has, asked for in the words and by the saints of other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.model import Kind
from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from catalog.vocabulary import place_words
from tests.catalog.search.small import ALBI, CARMAUX, build, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTINGS = [
    listing(1, "Aire de Pique-nique", Kind.ATTRACTION, CARMAUX),
    listing(2, "Aire de jeux", Kind.SERVICE, CARMAUX),
    listing(3, "Point de Vue", Kind.ATTRACTION, CARMAUX),
    listing(4, "Collégiale Saint-Jean", Kind.ATTRACTION, ALBI, "church"),
    listing(5, "Église Saint-Pierre", Kind.ATTRACTION, ALBI, "church"),
    listing(6, "Chapelle Saint-Jacques", Kind.ATTRACTION, ALBI, "chapel"),
    listing(7, "Chapelle Sainte-Madeleine", Kind.ATTRACTION, ALBI, "chapel"),
    listing(8, "John's Pub", Kind.FOOD, ALBI, "pub"),
    listing(9, "Sant Joan, taberna", Kind.FOOD, ALBI),
]


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    path = build(tmp_path_factory.mktemp("in_french") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("nl", "picknickplaats Carmaux", "Aire de Pique-nique"),
        ("de", "Picknickplatz Carmaux", "Aire de Pique-nique"),
        ("en", "picnic area Carmaux", "Aire de Pique-nique"),
        ("es", "área de picnic Carmaux", "Aire de Pique-nique"),
        ("en", "viewpoint Carmaux", "Point de Vue"),
        ("de", "Aussichtspunkt Carmaux", "Point de Vue"),
    ],
)
def test_a_phrase_of_several_french_words_is_found_by_them(
    french: SearchEngine, lang: str, text: str, name: str
) -> None:
    """Of listings whose source has no class for them."""
    assert french.search(text, lang=lang, prefix=False)[0].name == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("it", "collegiata San Giovanni", "Collégiale Saint-Jean"),
        ("de", "Johannes Kirche", "Collégiale Saint-Jean"),
        ("en", "St Peter church", "Église Saint-Pierre"),
        ("de", "Kirche Sankt Peter", "Église Saint-Pierre"),
        ("nl", "sint pieter kerk", "Église Saint-Pierre"),
        ("es", "iglesia San Pedro", "Église Saint-Pierre"),
        ("oc", "glèisa Sant Pèire", "Église Saint-Pierre"),
        ("es", "capilla Santiago", "Chapelle Saint-Jacques"),
        ("ca", "capella Sant Jaume", "Chapelle Saint-Jacques"),
        ("it", "cappella Santa Maddalena", "Chapelle Sainte-Madeleine"),
        ("en", "john's pub", "John's Pub"),
        ("ca", "sant joan", "Sant Joan, taberna"),
    ],
)
def test_a_saint_is_known_by_the_names_of_other_languages(
    french: SearchEngine, lang: str, text: str, name: str
) -> None:
    assert french.search(text, lang=lang, prefix=False)[0].name == name


def test_no_saint_has_a_name_twice_and_none_his_own() -> None:
    for name, others in place_words().saints.items():
        assert len({*others}) == len(others), name
        assert name not in others
