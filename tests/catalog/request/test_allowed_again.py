"""What is allowed again, whom to tell, vans to sleep in, lengths that are not reached."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Carmaux", "Monestiés", "Tanus"])


@pytest.mark.parametrize(
    "text",
    [
        "la baignade est de nouveau autorisée à la roucarié",
        "peut-on encore se baigner ?",
        "is swimming allowed again at la roucarié",
        "is swimming still banned in the lake",
        "ist das Baden in der Roucarié wieder erlaubt",
        "darf man wieder schwimmen im See",
        "ya se puede nadar en la Roucarié",
        "sigue prohibido bañarse en el lago",
        "è ancora vietato fare il bagno nel lago",
        "mag je weer zwemmen in de Roucarié",
        "encara es defendut de se banhar",
        "encara està prohibit banyar-se al llac",
    ],
)
def test_what_is_allowed_again_is_asked_of_now(text: str) -> None:
    found = read(text, PLACES)
    assert Kind.ACTIVITY in found.types
    assert found.when == "now"


@pytest.mark.parametrize(
    "text",
    [
        "is swimming allowed at la roucarié",
        "on peut visiter le nouveau musée",
        "kann man hier noch was anderes machen",
        "can you recommend another walk",
    ],
)
def test_what_may_be_done_at_all_is_not(text: str) -> None:
    assert read(text, PLACES).when is None


@pytest.mark.parametrize(
    "text",
    [
        "le sentier est envahi de ronces, à qui le dire",
        "the footpath is overgrown, who do I tell",
        "der Weg ist zugewachsen, wem melde ich das",
        "el sendero está lleno de zarzas, a quién aviso",
        "il sentiero è invaso dai rovi, a chi lo segnalo",
        "het pad is overwoekerd, waar kan ik dat melden",
        "lo camin es plen de romècs, a qual o disi",
        "el camí està ple d'esbarzers, a qui ho dic",
    ],
)
def test_whom_to_tell_is_asked_of_the_office(text: str) -> None:
    assert Kind.OFFICE in read(text, PLACES).types


@pytest.mark.parametrize(
    "text",
    ["rando qui n'atteint pas 5 km", "passeggiata che non arrivi a 5 km",
     "wandeling die niet langer is dan 5 km", "ruta que no llegue a 5 km",
     "excursió que no arribi a 5 km", "randonada que passe pas de 5 km"],
)  # fmt: skip
def test_a_length_that_is_not_reached(text: str) -> None:
    found = read(text, PLACES)
    assert (found.max_km, found.radius_km) == (5.0, None)


@pytest.mark.parametrize(
    "text",
    ["rando sans trop de montées", "Wanderung, nicht zu bergig", "camin sens tròp de puèges",
     "excursió sense gaires pujades"],
)  # fmt: skip
def test_few_climbs_are_easy(text: str) -> None:
    assert read(text, PLACES).difficulty == "easy"


def test_half_a_day_is_no_noon() -> None:
    assert read("lloguer de caiacs per a mig dia", PLACES).duration == "half_day"
    assert read("dinar al migdia", PLACES).when == "any:midday"


@pytest.mark.parametrize(
    "text", ["ebike mieten", "ebike huren", "alquilar una ebike", "llogar una ebike",
             "louer un ebike"],
)  # fmt: skip
def test_a_bike_for_hire_carries_nobody_yet(text: str) -> None:
    found = read(text, PLACES)
    assert found.types == (Kind.TRANSPORT,)
    assert found.mobility == ()


@pytest.mark.parametrize(
    "text",
    ["is het jaagpad te doen met een buggy", "chemin de halage", "Treidelpfad mit Kinderwagen",
     "camino de sirga", "alzaia in bici", "camí de sirga"],
)  # fmt: skip
def test_towpaths_are_walked(text: str) -> None:
    assert Kind.ITINERARY in read(text, PLACES).types


@pytest.mark.parametrize(
    "text", ["en el parque jean jaurès", "im Jean-Jaurès-Park", "nel parco Jean Jaurès"]
)
def test_the_park_in_any_language(text: str) -> None:
    assert read(text, PLACES).where == "Parc Jean-Jaurès"


def test_a_van_to_sleep_in() -> None:
    assert read("è permesso dormire in furgone?", PLACES).mobility == ("camper_van",)
