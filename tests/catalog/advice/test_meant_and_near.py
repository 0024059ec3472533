"""What is meant beside what is said: the town of a tour, the number of a path, the view of a walk,
the pitch of who would camp wild."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.clock import PARIS
from catalog.geo import Point
from catalog.model import Kind, Localized, Text
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
    at(0.2, "town", "town"),
    at(0.4, "office", "tourist_office", kind=Kind.OFFICE),
    named(at(2.0, "walked", "guided_tour", kind=Kind.ACTIVITY), "Visite guidée"),
    named(at(0.5, "segway", "segway", kind=Kind.ACTIVITY), "Visites guidées en Segway"),
    at(5.0, "camp", "campsite", kind=Kind.LODGING),
    at(6.0, "view", "viewpoint"),
    named(at(4.0, "gr7", "gr", kind=Kind.ITINERARY), "GR 7 par Navacelles"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("meant") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def told(adviser: Adviser, lang: str, text: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une visite guidée de la ville"),
        ("en", "a guided tour of the town"),
        ("es", "una visita guiada de la ciudad"),
        ("it", "una visita guidata della città"),
        ("ca", "una visita guiada de la ciutat"),
        ("de", "eine Führung durch die Stadt"),
        ("nl", "een rondleiding door de stad"),
        ("oc", "una visita guidada de la vila"),
    ],
)
def test_a_tour_of_the_town_is_a_tour_on_foot_first(adviser: Adviser, lang: str, text: str) -> None:
    assert told(adviser, lang, text) == ["walked", "segway"]
    assert adviser.ask(text, here=HERE, now=NOW, lang=lang).unmet == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "peut-on bivouaquer ici"),
        ("en", "are we allowed to wild camp here"),
        ("de", "darf man hier wild campen"),
        ("es", "se puede hacer acampada libre aquí"),
        ("it", "si può fare campeggio libero qui"),
        ("nl", "mogen we hier wildkamperen"),
        ("oc", "se pòt acampar aicí"),
        ("ca", "es pot fer acampada lliure aquí"),
    ],
)
def test_who_would_camp_wild_is_sent_to_the_office_and_to_a_pitch(
    adviser: Adviser, lang: str, text: str
) -> None:
    assert told(adviser, lang, text) == ["office", "camp"]


@pytest.mark.parametrize(
    ("lang", "text", "path"),
    [
        ("fr", "où passe le GR 36 ?", "GR 36"),
        ("en", "does the GR36 pass here?", "GR 36"),
        ("de", "Wo verläuft der GR 36?", "GR 36"),
        ("es", "etapas del GR®36", "GR 36"),
        ("it", "tappe del GR 36", "GR 36"),
        ("nl", "waar loopt de GR 36?", "GR 36"),
        ("oc", "ont passa lo GR 36 ?", "GR 36"),
        ("ca", "per on passa el GR 36?", "GR 36"),
    ],
)
def test_a_path_of_another_number_is_told_to_be_unknown(
    adviser: Adviser, lang: str, text: str, path: str
) -> None:
    assert adviser.ask(text, here=HERE, now=NOW, lang=lang).unplaced == (path,)


@pytest.mark.parametrize("text", ["où passe le GR 7 ?", "étapes du GR7"])
def test_a_path_that_is_known_is_not(adviser: Adviser, text: str) -> None:
    advice = adviser.ask(text, here=HERE, now=NOW, lang="fr")
    assert advice.unplaced == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une balade au coucher du soleil avec vue"),
        ("en", "a walk at sunset with a view"),
        ("de", "ein Spaziergang bei Sonnenuntergang mit Aussicht"),
        ("es", "un paseo al atardecer con vistas"),
        ("it", "una passeggiata al tramonto con vista panoramica"),
        ("nl", "een wandeling bij zonsondergang met uitzicht"),
        ("ca", "una passejada a la posta de sol amb vistes"),
    ],
)
def test_where_no_walk_has_a_view_there_is_the_view(adviser: Adviser, lang: str, text: str) -> None:
    assert told(adviser, lang, text)[:1] == ["view"]
