"""A word narrower than the place where it is shown or made: it counts, by what a text says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, TermId, Text
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def named(listing: Listing, name: str, text: str = "") -> Listing:
    said = Localized((Text("fr", text),)) if text else listing.summary
    return replace(listing, name=Localized((Text("fr", name),)), summary=said)


def _arts() -> Listing:
    arts = named(at(2.0, "arts", "museum"), "Musée Dupont")
    return replace(arts, themes=(TermId("decorative_arts"),))


LISTINGS = (
    named(at(0.3, "painting", "museum"), "Musée des Beaux-Arts"),
    named(at(0.5, "local", "museum"), "Musée du Pays"),
    named(at(3.0, "kiln", "museum"), "Four des Casseaux", "Un ancien four à porcelaine."),
    named(at(3.5, "hams", "museum"), "Musée du Jambon"),
    named(at(4.0, "beret", "craft_workshop", kind=Kind.PRODUCER), "Le Béret"),
    named(at(5.0, "cocoa", "museum"), "Atelier du Chocolat"),
    named(at(6.0, "horses", "stud_farm", "farm", kind=Kind.PRODUCER), "Le Haras"),
    _arts(),
)
PORCELAIN = (
    ("fr", "un musée de la porcelaine"),
    ("en", "a porcelain museum"),
    ("de", "ein Porzellanmuseum"),
    ("es", "un museo de la porcelana"),
    ("it", "un museo della porcellana"),
    ("nl", "een museum over porselein"),
    ("oc", "un musèu de la porcelana"),
    ("ca", "un museu de la porcellana"),
)
HAM = (
    ("fr", "un musée du jambon"),
    ("en", "a ham museum"),
    ("de", "ein Schinkenmuseum"),
    ("es", "un museo del jamón"),
    ("it", "un museo del prosciutto"),
    ("nl", "een museum over ham"),
    ("oc", "un musèu del cambajon"),
    ("ca", "un museu del pernil"),
)
LACE = (
    ("fr", "un musée de la dentelle"),
    ("en", "a lace museum"),
    ("de", "ein Museum für Klöppelspitze"),
    ("es", "un museo del encaje"),
    ("it", "un museo del merletto"),
    ("nl", "een museum over kantwerk"),
    ("oc", "un musèu de la dentèla"),
    ("ca", "un museu de puntes de coixí"),
)

CHEESE_OR_WINE = (
    ("fr", "acheter du fromage ou du vin samedi"),
    ("en", "where to buy goat cheese or wine"),
    ("de", "Käse oder Wein direkt beim Erzeuger kaufen"),
    ("es", "dónde se puede comprar queso de cabra o vino directamente al productor"),
    ("it", "comprare formaggio o vino dal produttore"),
    ("nl", "kaas of wijn kopen bij de boer"),
    ("oc", "crompar de formatge o de vin"),
    ("ca", "comprar formatge o vi al productor"),
)
PAINTED = (
    ("fr", "une grotte ornée"),
    ("fr", "une grotte avec des peintures rupestres"),
    ("en", "a cave with real cave paintings"),
    ("de", "eine Höhle mit echten Höhlenmalereien"),
    ("es", "cuevas con pinturas rupestres"),
    ("it", "una grotta con pitture rupestri"),
    ("nl", "een grot met rotstekeningen"),
    ("oc", "una cauna amb de pinturas rupèstras"),
    ("ca", "una cova amb pintures rupestres"),
)
CAVES = (
    replace(named(at(0.4, "stone", "cave"), "Grotte du Roc"), audience=(TermId("families"),)),
    replace(
        named(at(2.0, "painted", "cave"), "Grotte de la Font", "Un sanctuaire paléolithique."),
        concepts=(),
    ),
    replace(named(at(0.2, "ages", "museum"), "Le Musée"), themes=(TermId("prehistory"),)),
)
MAKERS = (
    named(at(0.6, "vines", "winery", kind=Kind.PRODUCER), "Domaine Dupont"),
    named(at(1.5, "goats", "cheese_maker", "farm", kind=Kind.PRODUCER), "Les Chèvres"),
)
STILL = named(at(12.0, "still", "rural_heritage"), "Distillerie Durand")


@pytest.fixture(scope="module")
def caves(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("caves") / "catalogue.sqlite", CAVES)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.fixture(scope="module")
def makers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("makers") / "catalogue.sqlite", MAKERS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("still") / "catalogue.sqlite", [STILL])
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("subjects") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def _told(adviser: Adviser, text: str, lang: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(("lang", "text"), PORCELAIN)
def test_the_museum_whose_text_says_so_comes_before_nearer_ones(
    adviser: Adviser, lang: str, text: str
) -> None:
    told = _told(adviser, text, lang)
    assert told[0].endswith("kiln")
    assert any(each.endswith("arts") for each in told)  # porcelain is one of the decorative arts
    first = adviser.ask(text, here=HERE, now=NOW, lang=lang).proposals[0]
    assert ("summary", "porcelain") in {(each.field, each.value) for each in first.reasons}


@pytest.mark.parametrize(("lang", "text"), HAM)
def test_a_name_says_what_a_museum_is_of(adviser: Adviser, lang: str, text: str) -> None:
    assert _told(adviser, text, lang)[0].endswith("hams")


@pytest.mark.parametrize(("lang", "text"), LACE)
def test_where_nobody_speaks_of_it_that_is_told_and_the_place_all_the_same(
    adviser: Adviser, lang: str, text: str
) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    assert advice.proposals
    assert advice.unmet == ("lace",)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "voir comment on fabrique le chocolat, dans un atelier"),
        ("en", "we'd like to see how chocolate is made"),
        ("es", "ver cómo se hace el chocolate en un taller"),
    ],
)
def test_another_workshop_is_none_of_what_is_to_be_seen_made(
    adviser: Adviser, lang: str, text: str
) -> None:
    told = _told(adviser, text, lang)
    assert told[0].endswith("cocoa")
    assert not any(each.endswith("beret") for each in told)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une ferme de foie gras"),
        ("en", "a foie gras farm"),
        ("de", "ein Bauernhof mit Foie gras"),
        ("it", "una fattoria di foie gras"),
    ],
)
def test_a_stud_farm_is_no_farm_of_foie_gras(adviser: Adviser, lang: str, text: str) -> None:
    assert _told(adviser, text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "où acheter du jambon"),
        ("en", "where can we taste and buy ham"),
        ("de", "wo kann man Schinken kaufen"),
        ("es", "dónde comprar jamón"),
        ("it", "dove comprare il prosciutto"),
        ("ca", "on comprar pernil"),
    ],
)
def test_where_nobody_makes_it_the_museum_of_it_is_told(
    adviser: Adviser, lang: str, text: str
) -> None:
    assert _told(adviser, text, lang)[:1] == ["hams"]


@pytest.mark.parametrize(("lang", "text"), CHEESE_OR_WINE)
def test_of_cheese_or_wine_both_are_told(makers: Adviser, lang: str, text: str) -> None:
    assert set(_told(makers, text, lang)) == {"vines", "goats"}


def test_a_distillery_filed_as_a_sight_is_found_beside_another_wish(still: Adviser) -> None:
    asked = Request(types=(Kind.PRODUCER,), themes=("winery", "wine", "distillery"))
    told = still.advise(asked, here=HERE, now=NOW).proposals
    assert [each.listing.id for each in told] == ["test:still"]


@pytest.mark.parametrize(("lang", "text"), PAINTED)
def test_the_cave_whose_text_tells_of_its_painters_comes_first(
    caves: Adviser, lang: str, text: str
) -> None:
    assert _told(caves, text, lang)[0] == "painted"
