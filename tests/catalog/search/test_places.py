"""Other names of places, departments, abbreviations, "near" and "10 km from"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.errors import Unreadable
from catalog.geo import Point
from catalog.model import Kind
from catalog.search.engine import SearchEngine
from catalog.search.normalise import tokens
from catalog.search.phonetic import heard
from catalog.store.reader import Catalogue
from catalog.vocabulary import place_words
from catalog.vocabulary.places import load
from tests.catalog.search.small import ALBI, CARMAUX, VERFEIL_31, VERFEIL_82, build, listing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RODEZ = (44.35, 2.57, "Rodez", "12202")
LISTINGS = [
    listing(1, "Musée Fenaille", Kind.ATTRACTION, RODEZ, "museum"),
    listing(2, "Musée du Verre", Kind.ATTRACTION, CARMAUX, "museum"),
    listing(3, "Musée Toulouse-Lautrec", Kind.ATTRACTION, ALBI, "museum"),
    listing(4, "Lavoir", Kind.ATTRACTION, VERFEIL_82),
    listing(5, "Lavoir", Kind.ATTRACTION, VERFEIL_31),
    listing(6, "Chapelle N.-D. de Lorette", Kind.ATTRACTION, ALBI),
    listing(7, "Office de tourisme", Kind.OFFICE, CARMAUX),
    listing(8, "Route départementale D600", Kind.ITINERARY, ALBI),
    listing(9, "Lacapelle", Kind.ATTRACTION, CARMAUX),
]


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    path = build(tmp_path_factory.mktemp("places") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as catalogue:
        yield SearchEngine(catalogue)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("musée Rodés", 1),
        ("museum Rodès", 1),
        ("museu Carmauç", 2),
        ("verfeil 82", 4),
        ("verfeil 31", 5),
        ("lavoir tarn et garonne", 4),
        ("verfeil haute garonne", 5),
        ("nd de lorette", 6),
        ("notre dame lorette", 6),
        ("chap lorette", 6),
        ("ot carmaux", 7),
        ("rte d 600", 8),
        ("D600", 8),
        ("la capelle", 9),
        ("musée près de Rodés", 1),
        ("musée à 5 km de Carmaux", 2),
        ("museum 5 km from albi", 3),
        ("Museum 5 km von Albi", 3),
    ],
)
def test_what_comes_first(text: str, first: int, around: SearchEngine) -> None:
    assert around.search(text, prefix=False)[0].id == f"test:{first}"


def test_ten_kilometres_are_ten_kilometres(around: SearchEngine) -> None:
    assert [hit.id for hit in around.search("musée à 10 km de Carmaux")] == ["test:2"]
    near = around.search("musée à 20 km de Carmaux")
    assert [hit.id for hit in near] == ["test:2", "test:3"]


def test_two_communes_of_one_name_are_told_apart(around: SearchEngine) -> None:
    both = around.search("lavoir verfeil", origin=Point(*ALBI[:2]))
    assert [(hit.id, hit.department) for hit in both] == [("test:4", "82"), ("test:5", "31")]
    assert around.search("Musée Fenaille")[0].department is None


def test_a_place_is_found_by_any_of_its_names(around: SearchEngine) -> None:
    rodez = Point(*RODEZ[:2])
    for name in ("Rodez", "rodés", "Rodèz", "rodes"):
        assert around.place(name) == rodez, name
    assert around.place("xyzzyx") is None
    assert around.place("") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("shatow", "chateau"),
        ("schatto", "chateau"),
        ("lavouar", "lavoir"),
        ("lavwar", "lavoir"),
        ("mooseh", "musee"),
        ("sjapel", "chapelle"),
        ("sent", "saint"),
        ("lagepee", "laguepie"),
    ],
)
def test_foreign_ears(typed: str, meant: str) -> None:
    assert set(heard(typed)) & set(heard(meant))


def test_the_house_has_every_department_and_no_name_twice() -> None:
    known = place_words()
    assert len(known.departments) == 101
    own = {" ".join(tokens(name)) for name in known.aliases}
    assert len(own) == len(known.aliases)
    others: dict[str, str] = {}
    for place, names in known.aliases.items():
        for name in {" ".join(tokens(each)) for each in names} - {" ".join(tokens(place))}:
            assert name not in own
            assert others.setdefault(name, place) == place


@pytest.mark.parametrize(
    "text", ["[departments]\n01 = Ain\n", "[departments]\n[aliases]\nAlbi =\n[abbreviations]\n"]
)
def test_a_damaged_file_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "places.ini"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=r"places\.ini"):
        load(path)
