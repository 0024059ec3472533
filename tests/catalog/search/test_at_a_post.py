"""Asked from a place: near first, unless a name is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.geo import Point
from catalog.model import Kind
from catalog.search.engine import SearchEngine
from catalog.store.reader import Catalogue
from tests.catalog.search.small import ALBI, CARMAUX, CORDES, MONESTIES, NAJAC, build, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Point(*CARMAUX[:2])
LISTINGS = [
    listing(1, "Moulin des Brebis", Kind.ATTRACTION, CARMAUX, "mill"),
    listing(2, "Moulin de la Dentelle", Kind.ATTRACTION, NAJAC, "mill"),
    listing(3, "Moulin", Kind.ATTRACTION, CARMAUX, "mill", step=0.02),
    listing(4, "Moulin", Kind.ATTRACTION, CORDES, "mill"),
    listing(5, "Musée du Verre", Kind.ATTRACTION, CARMAUX, "museum"),
    listing(6, "Musée Toulouse-Lautrec", Kind.ATTRACTION, ALBI, "museum"),
    listing(7, "Lac des Saules", Kind.ATTRACTION, MONESTIES, "lake"),
]


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    path = build(tmp_path_factory.mktemp("post") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("moulin de la den", "Moulin de la Dentelle"),
        ("moulin de la dent", "Moulin de la Dentelle"),
        ("moulin d", "Moulin des Brebis"),
        ("mill", "Moulin des Brebis"),
    ],
)
def test_a_name_that_goes_on_beats_the_nearest(typed: str, first: str, post: SearchEngine) -> None:
    assert post.search(typed, origin=HERE)[0].name == first


def test_called_just_what_it_is_counts_as_two_kilometres(post: SearchEngine) -> None:
    ids: list[str] = [hit.id for hit in post.search("moulin", origin=HERE)]
    assert ids[:2] == ["test:3", "test:1"]
    assert ids.index("test:4") > ids.index("test:1")


@pytest.mark.parametrize(
    ("typed", "lang"),
    [
        ("musée le plus proche", "fr"),
        ("le musée le plus pro", "fr"),
        ("nearest museum", "en"),
        ("nächstes Museum", "de"),
        ("museo más cercano", "es"),
        ("museo piu vicino", "it"),
        ("dichtstbijzijnde museum", "nl"),
        ("musèu pus pròche", "oc"),
        ("museu més proper", "ca"),
    ],
)
def test_the_nearest_says_no_more_than_the_post(typed: str, lang: str, post: SearchEngine) -> None:
    hits = post.search(typed, lang=lang, origin=HERE)
    assert [hit.id for hit in hits] == ["test:5", "test:6"]


@pytest.mark.parametrize("typed", ["plus proche", "le plus", "nearest", "piu vicino"])
def test_nothing_but_the_nearest_is_no_error(typed: str, post: SearchEngine) -> None:
    assert isinstance(post.search(typed, origin=HERE), tuple)


def test_what_a_stemmer_cuts_short_is_no_form_of_a_word(post: SearchEngine) -> None:
    """ "lacoir" is no lake, though a stemmer makes "lac" of it."""
    assert all(hit.id != "test:7" for hit in post.search("lacoir", origin=HERE))
