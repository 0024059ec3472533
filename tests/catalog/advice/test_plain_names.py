"""Sites whose names are everyday words, or begin so: who speaks of one thing means them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Contact, Kind, Localized, Period, Slot, Text
from catalog.request import Request
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import advising, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def sight(km: float, id: str, concept: str, name: str, kind: Kind = Kind.ATTRACTION) -> Listing:
    made = replace(at(km, id, concept), name=Localized((Text("fr", name),)))
    return replace(made, kinds=(kind,))


THERE = (
    sight(5.0, "wine", "interpretation_centre", "La Cité du Vin"),
    sight(3.0, "magic", "museum", "Maison de la Magie Robert-Houdin"),
    sight(4.0, "cross", "museum", "Musée Sainte-Croix"),
    sight(6.0, "rope", "museum", "Corderie Royale - Centre International de la Mer"),
    sight(8.0, "painted", "interpretation_centre", "Lascaux IV"),
    sight(0.5, "town", "town", "Ville Haute"),
    sight(1.0, "vines", "winery", "Domaine Dupont", Kind.PRODUCER),
    sight(2.0, "cave", "cave", "Grotte du Roc"),
    sight(0.4, "arts", "museum", "Musée Dupont"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("plain") / "catalogue.sqlite", THERE)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def told(adviser: Adviser, text: str, lang: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    about = [advice.about.listing.id] if advice.about is not None else []
    own = [*about, *(each.listing.id for each in advice.proposals)]
    return [each.removeprefix("test:") for each in own]


@pytest.mark.parametrize(
    ("lang", "text", "id"),
    [
        ("fr", "la cité du vin est ouverte demain ?", "wine"),
        ("en", "is the Cité du Vin open tomorrow?", "wine"),
        ("de", "Ist die Cité du Vin morgen geöffnet?", "wine"),
        ("es", "¿abre mañana la Cité du Vin?", "wine"),
        ("it", "la Cité du Vin è aperta domani?", "wine"),
        ("nl", "is de Cité du Vin morgen open?", "wine"),
        ("oc", "la Cité du Vin es dobèrta deman ?", "wine"),
        ("ca", "la Cité du Vin és oberta demà?", "wine"),
        ("fr", "la maison de la magie est ouverte dimanche ?", "magic"),
        ("en", "opening hours of the Maison de la Magie", "magic"),
        ("fr", "le musée Sainte-Croix", "cross"),
        ("fr", "c'est où la corderie royale ?", "rope"),
    ],
)
def test_one_thing_that_is_named_is_the_answer(
    adviser: Adviser, lang: str, text: str, id: str
) -> None:
    assert told(adviser, text, lang)[:1] == [id]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "une cité du vin"), ("en", "any cité du vin"), ("fr", "un musée du vin")],
)
def test_any_such_thing_names_none(adviser: Adviser, lang: str, text: str) -> None:
    assert len(told(adviser, text, lang)) > 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "la grotte de Lascaux"),
        ("de", "die Höhle von Lascaux"),
        ("es", "la cueva de Lascaux"),
    ],
)
def test_a_name_that_only_one_begins_with_is_told_whatever_its_sort(
    adviser: Adviser, lang: str, text: str
) -> None:
    assert told(adviser, text, lang)[0] == "painted"


def test_a_river_is_no_name_that_something_begins_with(tmp_path: Path) -> None:
    there = (
        sight(2.0, "hire", "equipment_hire", "Loire Vélo", Kind.ACTIVITY),
        sight(3.0, "loop", "cycling_route", "Boucle de la Loire", Kind.ITINERARY),
    )
    with advising(tmp_path, *there) as adviser:
        assert told(adviser, "une route cyclable le long de la loire", "fr")[:1] == ["loop"]


def _in(town: str, listing: Listing) -> Listing:
    return replace(listing, place=replace(listing.place, commune=town, insee=town))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "horaires du château de Villandry"),
        ("en", "opening hours of Villandry castle"),
        ("de", "Öffnungszeiten Schloss Villandry"),
        ("es", "horario del castillo de Villandry"),
        ("it", "orari del castello di Villandry"),
        ("nl", "openingstijden kasteel van Villandry"),
        ("oc", "oraris del castèl de Villandry"),
        ("ca", "horari del castell de Villandry"),
    ],
)
def test_the_castle_of_the_town_named_comes_first_whatever_is_known_of_it(
    tmp_path: Path, lang: str, text: str
) -> None:
    def castle(km: float, id: str) -> Listing:
        return sight(km, id, "castle", f"Château {id}")

    daily = (Period(slots=(Slot(time(9), time(19)),)),)
    there = (
        _in("Villandry", castle(9.0, "own")),
        _in("Langeais", replace(castle(14.0, "near"), openings=daily)),
        _in("Azay", replace(castle(15.0, "nearer"), openings=daily)),
        _in("Saché", replace(castle(13.0, "more"), openings=daily)),
    )
    with advising(tmp_path, *there) as adviser:
        assert told(adviser, text, lang)[:1] == ["own"]


def test_two_records_of_one_thing_are_told_once(tmp_path: Path) -> None:
    there = tuple(
        _in("Anglet", sight(2.0 + at / 10, f"cave{at}", "cave", "Grotte du Roc")) for at in range(2)
    )
    with advising(tmp_path, *there) as adviser:
        assert len(told(adviser, "une grotte", "fr")) == 1


@pytest.mark.parametrize(("kind", "once"), [(Kind.ACTIVITY, True), (Kind.MARKET, False)])
def test_a_firm_of_one_name_and_phone_is_told_once(
    tmp_path: Path, *, kind: Kind, once: bool
) -> None:
    firm = (Contact(phones=("+33680330575",)),)
    concept = "canoeing" if kind is Kind.ACTIVITY else "market"
    there = tuple(
        replace(sight(km, f"bank{km}", concept, "Le Marché du Canoë", kind), contacts=firm)
        for km in (1.0, 4.0)
    )
    asked = Request(types=(kind,), themes=(concept,))
    with advising(tmp_path, *there) as adviser:
        found = adviser.advise(asked, here=HERE, now=NOW).proposals
    assert len(found) == (1 if once else 2)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "le petit train roule encore ?"),
        ("en", "the little train"),
        ("de", "der Bummelzug"),
        ("es", "el trenecito"),
        ("it", "il trenino turistico"),
        ("nl", "het treintje"),
        ("oc", "lo trenet"),
        ("ca", "el trenet"),
    ],
)
def test_a_little_train_filed_as_a_sight_is_one(tmp_path: Path, lang: str, text: str) -> None:
    train = replace(sight(1.0, "train", "museum", "Petit train touristique"), concepts=())
    with advising(tmp_path, train, THERE[8]) as adviser:
        assert told(adviser, text, lang)[:1] == ["train"]


def test_what_is_far_is_not_what_is_meant(tmp_path: Path) -> None:
    far = sight(60.0, "far", "interpretation_centre", "La Cité du Vin")
    with advising(tmp_path, far, *THERE[5:7]) as adviser:
        assert "far" not in told(adviser, "la cité du vin", "fr")


def test_no_second_wish_is_fulfilled_against_the_weather(tmp_path: Path) -> None:
    beach = sight(9.0, "beach", "beach", "La Plage")
    with advising(tmp_path, beach, THERE[1], THERE[2], THERE[8]) as adviser:
        found = told(adviser, "un musée ou une plage, il pleut", "fr")
        assert found
        assert "beach" not in found
