"""What an adviser says where no listing is quite it: the office, what is not stated, what is
wanted for a feast, a place without the label it was asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Label, Localized, MonthDay, Period, Slot, TermId, Text
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalog.model import Listing

HERE = Point(44.05, 2.16)
NOW = datetime(2026, 7, 23, 10, 40, tzinfo=PARIS)


def named(listing: Listing, name: str) -> Listing:
    return replace(listing, name=Localized((Text("fr", name),)))


LISTINGS = (
    at(0.1, "toilets", "toilets", kind=Kind.SERVICE),
    at(0.3, "inn", "restaurant", kind=Kind.FOOD),
    at(0.5, "office", "tourist_office", kind=Kind.OFFICE),
    at(1.0, "museum", "museum"),
    at(2.0, "walk", "walking_route", kind=Kind.ITINERARY),
    at(2.5, "fountain", "drinking_water", kind=Kind.SERVICE),
    at(3.0, "bed-here", "hotel", kind=Kind.LODGING),
    named(
        replace(
            at(16.0, "feast", "fete", kind=Kind.EVENT),
            dates=(Period(start=date(2026, 8, 21), end=date(2026, 8, 25)),),
        ),
        "Fêtes de la Saint-Privat",
    ),
    at(16.3, "bed-there", "hotel", kind=Kind.LODGING),
    replace(at(8.0, "reserve", "natural_site"), labels=(Label(TermId("natura2000")),)),
    named(at(9.0, "viaduct", "viaduct"), "Viaduc du Viaur"),
    replace(at(12.0, "world", "town"), labels=(Label(TermId("unesco")),)),
    replace(
        at(0.7, "lake", "swimming", kind=Kind.ACTIVITY),
        openings=(
            Period(start=MonthDay(6, 15), end=MonthDay(9, 15), slots=(Slot(time(10), time(19)),)),
        ),
    ),
)
FIRST = {
    "office": (
        "je veux me plaindre d'un restaurant", "peut-on faire du feu ici", "la carte avantages",
        "a complaint about a restaurant", "can we light a campfire", "do you have leaflets",
        "ich möchte mich über ein Restaurant beschweren", "darf man hier grillen", "Prospekte",
        "quiero poner una queja de un restaurante", "¿se puede hacer fuego?", "folletos",
        "vorrei fare un reclamo su un ristorante", "si può accendere un fuoco?", "opuscoli",
        "een klacht over een restaurant", "mag je hier een kampvuur maken", "folders",
        "me vòli planher d'un restaurant", "se pòt far de fuòc ?", "de fulhets",
        "una queixa d'un restaurant", "es pot fer foc?", "fullets",
    ),
    "bed-there": (
        "un hôtel pour la Saint-Privat", "a hotel for the Saint-Privat feast",
        "ein Hotel beim Fest Saint-Privat", "un hotel para la fiesta de Saint-Privat",
        "un albergo per la festa di Saint-Privat", "een hotel bij het feest van Saint-Privat",
        "un ostalariá per la Saint-Privat", "un hotel per la festa de Saint-Privat",
    ),
    "walk": (
        "une balade avec un point d'eau", "a walk with a drinking fountain",
        "ein Spaziergang mit einem Trinkbrunnen", "un paseo con una fuente de agua potable",
        "una passeggiata con una fontanella", "een wandeling met een drinkwaterpunt",
        "una passejada amb un ponch d'aiga", "una passejada amb una font",
    ),
    "reserve": (
        "marcher dans une zone Natura 2000", "a walk in a Natura 2000 site",
        "wandern im Natura-2000-Gebiet", "caminar por la zona Natura 2000",
        "camminare in un sito Natura 2000", "wandelen in een Natura 2000-gebied",
        "caminar dins una zòna Natura 2000", "caminar per un espai Natura 2000",
    ),
}  # fmt: skip
QUIET = {
    "fr": "un musée au calme", "en": "a quiet museum", "de": "ein ruhiges Museum",
    "es": "un museo tranquilo", "it": "un museo tranquillo", "nl": "een rustig museum",
    "oc": "un musèu tranquille", "ca": "un museu tranquil",
}  # fmt: skip
IN_WINTER = {
    "fr": "que faire en hiver", "en": "what can we do in winter", "de": "was tun im Winter",
    "es": "qué hacer en invierno", "it": "cosa fare d'inverno", "nl": "wat te doen in de winter",
    "oc": "qué far d'ivèrn", "ca": "què fer a l'hivern",
}  # fmt: skip


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("otherwise") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


@pytest.mark.parametrize(
    ("first", "text"), [(first, text) for first, texts in FIRST.items() for text in texts]
)
def test_what_answers_where_nothing_is_called_so(adviser: Adviser, first: str, text: str) -> None:
    found = adviser.ask(text, here=HERE, now=NOW)
    assert [each.listing.id for each in found.proposals][:1] == [f"test:{first}"]


@pytest.mark.parametrize("lang", QUIET)
def test_a_quality_that_nobody_states_is_told_of(adviser: Adviser, lang: str) -> None:
    best = adviser.ask(QUIET[lang], here=HERE, now=NOW, lang=lang).proposals[0]
    assert best.listing.id == "test:museum"
    assert [each.value for each in best.cautions if each.field == "lacks"] == ["quiet_place"]


def test_a_place_without_the_label_is_told_of_before_those_that_bear_it(adviser: Adviser) -> None:
    found = adviser.ask("le viaduc du Viaur est-il à l'UNESCO ?", here=HERE, now=NOW)
    assert found.about is not None
    assert found.about.listing.id == "test:viaduct"
    assert [each.listing.id for each in found.proposals] == ["test:world"]


@pytest.mark.parametrize("lang", IN_WINTER)
def test_a_time_of_the_year_rules_out_what_is_shut_then(adviser: Adviser, lang: str) -> None:
    found = adviser.ask(IN_WINTER[lang], here=HERE, now=NOW, lang=lang)
    assert found.request.season == "winter"
    assert found.request.keys()["when"] is None
    assert found.proposals
    assert "test:lake" not in {each.listing.id for each in found.proposals}
    summer = adviser.ask("que faire en été", here=HERE, now=NOW, lang="fr")
    assert "test:lake" in {each.listing.id for each in summer.proposals}
