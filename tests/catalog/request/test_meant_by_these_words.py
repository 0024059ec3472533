"""Words that were taken for others: a "pas" that is no step, a socket for a car, a dish."""

from __future__ import annotations

import pytest

from catalog.model import Kind
from catalog.request import PlaceNames, read

PLACES = PlaceNames(["Albi", "Carmaux", "Toulouse"], [])
BY_TRAIN = (
    ("fr", "comment aller à Toulouse en train demain matin"),
    ("en", "how do I get to Toulouse by train tomorrow morning"),
    ("en", "how do I get to Toulouse by train tomorrow without a car"),  # fr "car" is a bus
    ("de", "wie komme ich morgen früh mit dem Zug nach Toulouse"),
    ("es", "cómo llego a Toulouse en tren mañana"),
    ("it", "come arrivo a Toulouse in treno domani"),
    ("nl", "hoe kom ik morgen met de trein naar Toulouse"),
    ("oc", "coma anar a Tolosa en trin deman"),
    ("ca", "com puc anar a Tolosa en tren demà"),
)
BY_BUS = (
    ("fr", "comment aller à Albi en bus"),
    ("en", "how do I get to Albi by bus"),
    ("de", "wie komme ich mit dem Bus nach Albi"),
    ("es", "cómo llego a Albi en autobús"),
    ("it", "come arrivo ad Albi in autobus"),
    ("nl", "hoe kom ik met de bus naar Albi"),
    ("oc", "coma anar a Albi amb lo bus"),
    ("ca", "com puc anar a Albi en autobús"),
)
CASSOULET = (
    ("fr", "un bon cassoulet"),
    ("en", "a good cassoulet"),
    ("de", "wo gibt es gutes Cassoulet"),
    ("es", "un buen cassoulet"),
    ("it", "un buon cassoulet"),
    ("nl", "een goede cassoulet"),
    ("oc", "un bon cassolet"),
    ("ca", "un bon caçolet"),
)
PLUGGED_IN = (
    ("fr", "où brancher la voiture électrique"),
    ("en", "somewhere to plug in the electric car and have lunch"),
    ("de", "wo kann ich das Elektroauto anstecken"),
    ("es", "dónde enchufar el coche eléctrico"),
    ("it", "dove attaccare la macchina elettrica"),
    ("nl", "waar kan ik de elektrische auto inpluggen"),
    ("oc", "ont podi brancar la veitura electrica"),
    ("ca", "on puc endollar el cotxe elèctric"),
)


@pytest.mark.parametrize(
    "text",
    [
        "quelque chose à faire pas loin",
        "un truc à faire ce soir avec des ados, pas un musée",
        "une activité à faire, pas trop chère",
    ],
)
def test_pas_behind_to_do_is_no_step(text: str) -> None:
    request = read(text, PLACES, lang="fr")
    assert "walking" not in request.themes
    assert Kind.ITINERARY not in request.types


@pytest.mark.parametrize("text", ["faire quelques pas", "faire deux pas dehors"])
def test_steps_are_walked(text: str) -> None:
    assert read(text, PLACES, lang="fr").themes == ("walking",)


@pytest.mark.parametrize(("lang", "text"), BY_TRAIN)
def test_who_goes_by_train_seeks_the_station(lang: str, text: str) -> None:
    request = read(text, PLACES, lang=lang)
    assert request.types == (Kind.TRANSPORT,)
    assert request.themes == ("train_station",)
    assert (request.where, request.mobility) == ("Toulouse", ("public_transport",))


@pytest.mark.parametrize(("lang", "text"), BY_BUS)
def test_who_goes_by_bus_seeks_the_stop(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang).themes == ("bus_stop",)


def test_by_either_of_them_is_neither() -> None:
    assert read("how do I get to Albi by bus or by train", PLACES, lang="en").themes == ()


@pytest.mark.parametrize(("lang", "text"), CASSOULET)
def test_a_dish_is_eaten_and_asks_for_no_goose(lang: str, text: str) -> None:
    request = read(text, PLACES, lang=lang)
    assert request.types == (Kind.FOOD,)
    assert "foie_gras_producer" not in request.themes


@pytest.mark.parametrize(("lang", "text"), PLUGGED_IN)
def test_a_car_is_plugged_in_at_a_charging_station(lang: str, text: str) -> None:
    assert read(text, PLACES, lang=lang).themes[:1] == ("charging_station",)
