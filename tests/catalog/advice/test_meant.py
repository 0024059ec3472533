"""What a liking, the heat and a sort named beside its own sort make of a wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from catalog.advice import Adviser
from catalog.model import Kind, TermId
from catalog.store.reader import Catalogue
from tests.catalog.advice.test_boundaries import HERE, NOW, at
from tests.catalog.advice.test_properties import build

if TYPE_CHECKING:
    from collections.abc import Iterator

RAILWAY = (TermId("railway"),)
LISTINGS = (
    at(0.3, "station", "train_station", kind=Kind.TRANSPORT, themes=RAILWAY),
    at(6, "viaduct", "viaduct", themes=RAILWAY),
    at(9, "steam", "tourist_train", kind=Kind.ACTIVITY),
    at(2, "house", "remarkable_building", "monument"),
    at(11, "castle", "castle"),
    at(4, "cave", "cave"),
    at(9, "park", "park", amenities=(TermId("shade"),)),
    at(1, "walk", "walking_route", kind=Kind.ITINERARY),
)
TRAINS = (
    ("fr", "mon fils adore les trains, que voir ?"),
    ("fr", "mon fils adore les châteaux et les trains"),
    ("en", "our son loves trains, what can we see?"),
    ("de", "unser Sohn liebt Züge, was gibt es da?"),
    ("es", "a mi hijo le encantan los trenes, qué podemos ver"),
    ("it", "mio figlio adora i treni, cosa c'è da vedere?"),
    ("nl", "onze zoon is gek op treinen, wat is er te zien?"),
    ("oc", "mon filh aima los trens"),
    ("ca", "al meu fill li encanten els trens"),
)
SHADY = (
    ("fr", "il fait trop chaud, où trouver de l'ombre ?"),
    ("en", "is there anywhere shady to escape the heat?"),
    ("de", "bei der Hitze: was kann man im Schatten machen?"),
    ("es", "con este calor, qué podemos hacer a la sombra?"),
    ("it", "con questo caldo, cosa fare all'ombra?"),
    ("nl", "wat kunnen we in de schaduw doen met deze hitte?"),
    ("ca", "amb aquesta calor, què podem fer a l'ombra?"),
)


@pytest.fixture(scope="module")
def adviser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Adviser]:
    path = build(tmp_path_factory.mktemp("liked") / "catalogue.sqlite", LISTINGS)
    with Catalogue.open(path) as opened:
        yield Adviser(opened)


def _told(adviser: Adviser, text: str, lang: str) -> list[str]:
    advice = adviser.ask(text, here=HERE, now=NOW, lang=lang)
    return [each.listing.id.removeprefix("test:") for each in advice.proposals]


@pytest.mark.parametrize(("lang", "text"), TRAINS)
def test_who_loves_trains_is_shown_some_and_no_station(
    adviser: Adviser, lang: str, text: str
) -> None:
    told = _told(adviser, text, lang)
    assert {"viaduct", "steam"} & {*told}
    assert "station" not in told


def test_who_takes_a_train_is_shown_the_station(adviser: Adviser) -> None:
    assert _told(adviser, "où prendre le train ?", "fr")[0] == "station"


@pytest.mark.parametrize(("lang", "text"), SHADY)
def test_in_the_heat_a_cave_is_as_good_as_shade(adviser: Adviser, lang: str, text: str) -> None:
    assert _told(adviser, text, lang)[0] == "cave"


def test_shade_alone_is_what_states_it(adviser: Adviser) -> None:
    assert _told(adviser, "un parc à l'ombre", "fr") == ["park"]


def test_a_monument_answers_a_castle_or_a_monument_as_the_castle_does(adviser: Adviser) -> None:
    advice = adviser.ask("a castle or a monument", here=HERE, now=NOW, lang="en")
    shares = {str(each.listing.id): dict(each.parts)["themes"] for each in advice.proposals}
    assert shares["test:house"] >= 0.9 * shares["test:castle"]


def test_shade_that_a_walk_does_not_state_is_said_so(adviser: Adviser) -> None:
    advice = adviser.ask("une balade à l'ombre", here=HERE, now=NOW, lang="fr")
    walk = next(each for each in advice.proposals if each.listing.id == "test:walk")
    assert ("lacks", "shade") in {(each.field, each.value) for each in walk.cautions}
